"""Which skills that look alike the learner said are not the same, so that they are not asked again. Kept in the file.

Lives here: reading and writing that. Does not live here: which skills look alike (`skills`), joining
(`wallet.vault.skill_joins`).
"""

import itertools
import json
from collections.abc import Collection, Sequence

from wallet.codecs import strict_json
from wallet.errors import CodecError
from wallet.vault.connection import Vault

__all__ = ["kept_apart", "set_apart"]

SETTING = "skills_kept_apart"
_MOST = 2000
_PAIR = 2

Pair = tuple[str, str]
"""Two keys of skills (`Skill.keys`), the lower one first."""


def kept_apart(vault: Vault) -> Collection[Pair]:
    """Every pair the learner keeps apart.

    Raises:
        VaultError: the file cannot be read.
    """
    return frozenset(_read(vault))


def set_apart(vault: Vault, keys: Sequence[str], *, apart: bool) -> None:
    """Keeps skills with these keys apart, each from each of the others; or has it asked again. Durable on return.

    Args:
        keys: `Skill.key` of each. Beyond 2000 pairs the oldest are forgotten, and may be asked about once more.

    Raises:
        VaultError: VAULT_READ_ONLY, DISK_FULL ...
    """
    named = dict.fromkeys(pairs_of(keys))
    left = [pair for pair in _read(vault) if pair not in named]
    kept = [*left, *named] if apart else left
    vault.settings.set(SETTING, json.dumps(kept[-_MOST:]))


def pairs_of(keys: Sequence[str]) -> Sequence[Pair]:
    """Each of these with each of the others."""
    return tuple((min(pair), max(pair)) for pair in itertools.combinations(dict.fromkeys(keys), _PAIR))


def _read(vault: Vault) -> list[Pair]:
    """In the order in which they came; what nobody here wrote is no pair."""
    try:
        found = strict_json.loads(vault.settings.get(SETTING) or "[]")
    except CodecError:
        return []
    entries = found if isinstance(found, list) else []
    return [(str(one[0]), str(one[1])) for one in entries if isinstance(one, list) and len(one) == _PAIR]
