"""What the learner says about themselves in their own words, in any language and script.

Lives here: keeping that one text. It is a value of the encrypted file; nothing that is shared holds it, and it is on an
overview only when the learner asks for that (`overview_paper`).
"""

from wallet.errors import Reason, VaultError
from wallet.vault.connection import Vault

SETTING = "own_words"
MAX_CHARACTERS = 2000


def own_words(vault: Vault) -> str:
    """The text with its line breaks; "" while there is none."""
    return vault.settings.get(SETTING) or ""


def keep_own_words(vault: Vault, text: str) -> str:
    """Keeps the text in place of the earlier one, or takes that away for an empty one; durable on return.

    Returns:
        The text as it was kept: single line feeds, no space around it.

    Raises:
        VaultError: OWN_WORDS_NOT_USABLE when it is too long or cannot be written; the earlier one stays.
    """
    kept = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    is_broken = "\0" in kept or any("\ud800" <= letter <= "\udfff" for letter in kept)
    if len(kept) > MAX_CHARACTERS or is_broken:
        raise VaultError(Reason.OWN_WORDS_NOT_USABLE)
    if kept:
        vault.settings.set(SETTING, kept)
    elif own_words(vault):
        vault.settings.remove(SETTING)
    return kept
