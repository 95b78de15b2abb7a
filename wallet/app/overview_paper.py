"""What an overview on paper tells: only the blocks the learner ticked, and the credentials they chose.

Lives here: gathering it from the vault. Does not live here: what fits on the page (`overview_page`).
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from wallet.app.browse import current_version, list_heads
from wallet.app.container import Services
from wallet.app.overview import overview
from wallet.app.overview_page import OverviewPaper, PaperChoice, PaperItem, Told, lay_out
from wallet.app.own_words import own_words
from wallet.app.profiles import profiles
from wallet.app.skill_view import Overview
from wallet.errors import Reason, VaultError
from wallet.vault.connection import Vault
from wallet.vault.credential_store import CredentialHead
from wallet.verification.report import Verdict

if TYPE_CHECKING:
    from fpdf import FPDF

__all__ = ["OverviewPaper", "PaperChoice", "first_choice", "overview_paper"]

FIRST_CHOSEN = 12
"""How many credentials are chosen where nobody chose."""
_DAY = len("2026-05-31")
_GOOD = (Verdict.VERIFIED, Verdict.CHECK)


def overview_paper(
    vault: Vault, choice: PaperChoice, services: Services, language: str, page: "FPDF | None" = None
) -> OverviewPaper:
    """The finished page; nothing leaves, and nothing in the vault changes but what is read on of an older file.

    Args:
        language: "en" or "es".
        page: as for `lay_out`.

    Raises:
        VaultError: RECORD_NOT_FOUND, RECORD_AMBIGUOUS, IN_THE_BIN for a credential; the file cannot be read.
    """
    known = overview(vault, -1)
    chosen = first_choice(vault, known) if choice.record_ids is None else choice.record_ids
    now = services.clock.now()
    name = next((one.name for one in profiles(vault) if one.is_in_use), "") if choice.name else ""
    told = Told(
        at=now,
        name=name,
        words=own_words(vault) if choice.words else "",
        counts=known if choice.counts else None,
        skills=[skill.name for skill in known.skills.skills if skill.is_shown] if choice.skills else None,
        items=_items(vault, chosen, known, now.date().isoformat()),
    )
    return lay_out(told, language, page)


def first_choice(vault: Vault, known: Overview) -> Sequence[str]:
    """What is told where nobody chose: what the learner shows first, else what is verified, then what has no fault.

    Of these the latest earned first; what the learner wrote, and what was not checked or is not valid, only by choice.
    """
    everything = {one.record_id: one for year in known.years for one in year.credentials}
    pinned = [record_id for record_id in vault.pins.ids() if record_id in everything]
    if pinned:
        return tuple(pinned)
    good = [one for one in everything.values() if one.verdict in _GOOD and not one.self_asserted]
    good.sort(key=lambda one: one.earned or "", reverse=True)
    good.sort(key=lambda one: not one.is_proof)
    return tuple(one.record_id for one in good[:FIRST_CHOSEN])


def _items(vault: Vault, chosen: Sequence[str], known: Overview, today: str) -> Sequence[PaperItem]:
    if not chosen:
        return ()
    heads = {head.id: head for head in list_heads(vault)}
    earned = {one.record_id: one.earned for year in known.years for one in year.credentials}
    found = {head.id: head for head in (_head(vault, heads, record_id) for record_id in chosen)}
    return [_item(head, earned.get(head.id), today) for head in found.values()]


def _head(vault: Vault, heads: Mapping[str, CredentialHead], record_id: str) -> CredentialHead:
    known = record_id if record_id in heads else current_version(vault, record_id).id
    if known not in heads:
        raise VaultError(Reason.IN_THE_BIN)
    return heads[known]


def _item(head: CredentialHead, earned: str | None, today: str) -> PaperItem:
    ends = (head.ends or "")[:_DAY] or None
    is_own = head.self_asserted and head.verdict not in (Verdict.INVALID, Verdict.UNREADABLE)
    return PaperItem(
        name=head.name or "",
        issuer=head.issuer or "",
        verdict=head.verdict,
        checked_on=head.checked_at.date().isoformat(),
        earned=earned,
        ends=ends,
        ended=ends is not None and ends < today,
        is_own=is_own,
    )
