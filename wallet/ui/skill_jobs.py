"""What the skills page asks of an open file on the vault's thread.

Lives here: the jobs and what they bring back. Does not live here: showing (`pages.skills`), adding up
(`wallet.app.skills`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wallet.app.record_parts import ReadableRecord
from wallet.app.skill_view import Skill
from wallet.credentials.model import Achievement, Credential, Evidence, Result
from wallet.credentials.skills import folded
from wallet.errors import WalletError
from wallet.ui.ports import OpenWallet
from wallet.ui.skill_rows import Shelf, shelf_of
from wallet.ui.tasks import Job


@dataclass(frozen=True, slots=True)
class FoundSkills:
    """All skills, and the file's revision at which this was so."""

    shelf: Shelf
    revision: int


@dataclass(frozen=True, slots=True)
class Proof:
    """What one credential says about a skill. All texts are the issuer's.

    Attributes:
        criteria: how it was earned, each text once.
        results: what was reached.
        evidence: what the issuer points to.
    """

    record_id: str
    criteria: Sequence[str] = ()
    results: Sequence[Result] = ()
    evidence: Sequence[Evidence] = ()


def skills_now(wallet: OpenWallet, known: int, job: Job) -> FoundSkills | None:
    """All skills; None when nothing has changed since the revision that is known, or nobody wants to know any more."""
    revision = wallet.revision()
    if job.stopped or revision == known:
        return None
    return FoundSkills(shelf_of(wallet.skills()), revision)


def joined(wallet: OpenWallet, keys: Sequence[str], job: Job) -> None:
    """Makes skills one."""
    del job
    wallet.join_skills(keys)


def parted(wallet: OpenWallet, key: str, job: Job) -> None:
    """Takes apart what was joined."""
    del job
    wallet.part_skills(key)


def joined_as_before(wallet: OpenWallet, key: str, before: Sequence[Sequence[str]], job: Job) -> None:
    """Takes apart what was joined, and joins again what had been one before that."""
    parted(wallet, key, job)
    for keys in before:
        wallet.join_skills(keys)


def kept_apart(wallet: OpenWallet, keys: Sequence[str], job: Job, *, apart: bool) -> None:
    """Notes that skills that look alike are not the same, or takes that back."""
    del job
    wallet.keep_skills_apart(keys, apart=apart)


def proofs_of(wallet: OpenWallet, skill: Skill, record_ids: Sequence[str], job: Job) -> None:
    """What these credentials say about a skill, one after the other as items; ends early when nobody wants it."""
    for record_id in record_ids:
        if job.stopped:
            return
        job.item(_proof(wallet, skill, record_id))


def _proof(wallet: OpenWallet, skill: Skill, record_id: str) -> Proof:
    """Nothing of one that is too damaged: opening it says what is wrong."""
    try:
        details = wallet.details(record_id)
    except WalletError:
        return Proof(record_id)
    parts = list(_parts(details.credential, details.record))
    about = [part for part in parts if _is_about(part.achievement, skill)] or parts[:1]
    texts = [text for part in about for text in part.criteria if text]
    return Proof(
        record_id,
        tuple(dict.fromkeys(texts)),
        tuple(result for part in about for result in part.results),
        tuple(one for part in about for one in part.evidence),
    )


@dataclass(frozen=True, slots=True)
class _Part:
    """One achievement, with what is said of it where it stands."""

    achievement: Achievement
    results: Sequence[Result]
    evidence: Sequence[Evidence]

    @property
    def criteria(self) -> tuple[str | None, ...]:
        return (self.achievement.criteria_narrative, self.achievement.criteria_id)


def _parts(credential: Credential, record: ReadableRecord | None) -> Iterator[_Part]:
    for subject in credential.subjects:
        if subject.achievement is not None:
            yield _Part(subject.achievement, subject.results, credential.evidence)
    if record is None or not record.is_record:
        return
    for inner in record.inner:
        if inner.credential is not None:
            yield from _parts(inner.credential, None)
    for line in record.lines:
        yield _Part(line.achievement, (), ())


def _is_about(achievement: Achievement, skill: Skill) -> bool:
    names = {folded(name) for name in (skill.name, *skill.also)}
    if any(folded(tag) in names for tag in achievement.tags):
        return True
    return any(
        folded(one.target_name) in names
        or bool(skill.url and one.target_url == skill.url)
        or bool(skill.code and one.target_code == skill.code)
        for one in achievement.alignments
    )
