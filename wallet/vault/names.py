"""The names the owner gives: to collections, tags, profiles.

Lives here: which names can be kept, and when two are the same. Does not live here: where they are kept.
"""

import re
import unicodedata

from wallet.errors import Reason, VaultError
from wallet.vault.search import fold

MAX_CHARACTERS = 80
MAX_BYTES = 400
"""In UTF-8; so that a row of an index never leaves its page of 4096 bytes."""

_SPACES = re.compile(r"\s+")
_NOT_SHOWN = frozenset({"Cc", "Cs", "Zl", "Zp"})


def usable_name(typed: str, limit: int = MAX_CHARACTERS) -> str:
    """The name as it is kept: composed, without spaces around it and with single ones in it.

    Raises:
        VaultError: NAME_NOT_USABLE when it is empty, too long, or holds what cannot be shown.
    """
    name = _SPACES.sub(" ", unicodedata.normalize("NFC", typed)).strip()
    if not 0 < len(name) <= limit or any(unicodedata.category(letter) in _NOT_SHOWN for letter in name):
        raise VaultError(Reason.NAME_NOT_USABLE)
    if max(len(form.encode()) for form in (name, name_key(name))) > MAX_BYTES:
        raise VaultError(Reason.NAME_NOT_USABLE, "too many bytes")
    return name


def name_key(name: str) -> str:
    """What two spellings of one name have in common: letters without case and accents."""
    spaced = _SPACES.sub(" ", name).strip()
    return fold(spaced) or spaced
