"""Deriving kind, year and skills of credentials, and filling in what an older file has not derived yet.

Lives here: reading one document, and reading on in batches. Does not live here: the tables (`wallet.vault.facts`),
adding up (`skills`, `overview`).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from wallet.credentials.detect import parse_document
from wallet.credentials.json_text import objects, text
from wallet.credentials.kinds import Kind, kind_of
from wallet.credentials.model import Credential, UnverifiedCredential
from wallet.credentials.openbadges2 import FORMATS as OLDER_BADGES
from wallet.credentials.skills import NamedSkill, skills_of
from wallet.errors import Reason, VaultError, WalletError
from wallet.vault.connection import Vault
from wallet.vault.facts import Facts, FactsHead, SkillUse
from wallet.verification.evidence import KeptDocuments
from wallet.verification.openbadges2 import complete_view
from wallet.verification.sources import NoDocuments

__all__ = ["BATCH", "Facts", "GatheredFacts", "facts_of", "gather", "read_on"]

BATCH = 400
"""How many credentials one call reads on: some tenths of a second."""
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_NO_YEAR = "0000"


@dataclass(frozen=True, slots=True)
class GatheredFacts:
    """What is known of all current credentials outside the bin.

    Attributes:
        heads: the latest added first.
        skills: every naming of a skill by its number; `uses` says which credential names which.
        pending: how many credentials were not read yet.
    """

    heads: Sequence[FactsHead]
    skills: Mapping[int, NamedSkill]
    uses: Sequence[SkillUse]
    pending: int


def facts_of(document: UnverifiedCredential, credential: Credential) -> Facts:
    """Kind, day and skills of one credential.

    Args:
        credential: what is shown of it; of an older badge more than the document says.
    """
    day = _earned(document, credential)
    return Facts(
        kind=kind_of(credential, document.format),
        year=None if day is None else int(day[:4]),
        earned=day,
        skills=skills_of(credential, document.document),
    )


def read_on(vault: Vault, limit: int = BATCH) -> int:
    """Derives what is missing of at most so many credentials and keeps it; how many are left.

    Nothing is left to do for a file whose credentials were added by this version. A file that cannot be written stays
    as it is, and everything counts as left.

    Raises:
        VaultError: the file cannot be read or has no room.
    """
    waiting = vault.facts.pending_count()
    if not waiting or vault.read_only:
        return waiting
    found = [(record_id, _facts_again(vault, record_id)) for record_id in vault.facts.pending(limit)]
    vault.facts.keep_all(found)
    return max(0, waiting - len(found))


def gather(vault: Vault, limit: int = BATCH) -> GatheredFacts:
    """Reads on, and says what is known then. In a file that cannot be written everything is read, and nothing kept.

    Raises:
        VaultError: as `read_on`.
    """
    pending = read_on(vault, limit)
    heads, uses = list(vault.facts.heads()), list(vault.facts.uses())
    skills = dict(vault.facts.skills())
    if pending and vault.read_only:
        for head, found in _unkept(vault):
            heads.append(head)
            for skill in found.skills:
                number = -len(skills) - 1
                skills[number] = replace(skill, level="")
                uses.append(SkillUse(head.id, number, skill.level))
        pending = 0
    return GatheredFacts(heads, skills, uses, pending)


def _unkept(vault: Vault) -> Iterator[tuple[FactsHead, Facts]]:
    waiting = set(vault.facts.pending())
    for head in vault.credentials.heads():
        if head.id in waiting:
            found = _facts_again(vault, head.id)
            yield (
                FactsHead(
                    head.id,
                    head.name,
                    head.issuer,
                    head.verdict,
                    found.kind,
                    found.year,
                    found.earned,
                    head.self_asserted,
                ),
                found,
            )


def _facts_again(vault: Vault, record_id: str) -> Facts:
    """Of a kept credential; one whose original is damaged or cannot be read any more names nothing."""
    try:
        document = parse_document(vault.credentials.get(record_id).original)
        if not isinstance(document, UnverifiedCredential):
            return Facts(Kind.OTHER)
        if document.format not in OLDER_BADGES:
            return facts_of(document, document.credential)
        kept = {found.url: found for found in vault.evidence.of(record_id)}
        return facts_of(document, complete_view(document, KeptDocuments(NoDocuments(), kept)))
    except VaultError as error:
        if error.reason is Reason.VAULT_DAMAGED:
            return Facts(Kind.OTHER)
        raise
    except WalletError:
        return Facts(Kind.OTHER)


def _earned(document: UnverifiedCredential, credential: Credential) -> str | None:
    """The day: when it was awarded, else when what was done ended, else from when the credential counts.

    Source: Open Badges 3.0, AchievementCredential (`awardedDate`) and AchievementSubject (`activityEndDate`).
    """
    ended = (text(s.get("activityEndDate")) for s in objects(document.document.get("credentialSubject")))
    for stated in (credential.awarded_date, *ended, credential.valid_from):
        day = _DAY.match(stated or "")
        if day is not None and day[1] != _NO_YEAR:
            return day[0]
    return None
