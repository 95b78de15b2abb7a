"""Everything earned at a glance: how many of each kind, what in which year, which skills.

Lives here: counting. Does not live here: drawing it (cli, ui). What is proof is counted apart from the rest.
"""

from collections.abc import Sequence

from wallet.app.facts import BATCH, gather
from wallet.app.skill_view import Earned, Kind, KindCount, Overview, YearCount
from wallet.app.skills import skills_in
from wallet.vault.connection import Vault
from wallet.vault.facts import FactsHead

__all__ = ["overview"]


def overview(vault: Vault, limit: int = BATCH) -> Overview:
    """What the credentials outside the bin are. Reads on first, in a file of an older format.

    Args:
        limit: as in `wallet.app.skills.skills`.

    Raises:
        VaultError: the file cannot be read.
    """
    found = gather(vault, limit)
    everything = [_earned(head) for head in found.heads]
    return Overview(
        total=len(everything),
        proofs=sum(one.is_proof for one in everything),
        kinds=_kinds(everything),
        years=_years(everything),
        skills=skills_in(vault, found),
        pending=found.pending,
    )


def _kinds(everything: Sequence[Earned]) -> Sequence[KindCount]:
    counted = [
        KindCount(kind, len(some), sum(one.is_proof for one in some))
        for kind in Kind
        if (some := [one for one in everything if one.kind is kind])
    ]
    return tuple(sorted(counted, key=lambda one: -one.total))


def _years(everything: Sequence[Earned]) -> Sequence[YearCount]:
    by_year: dict[int | None, list[Earned]] = {}
    for one in sorted(everything, key=lambda one: one.earned or ""):
        by_year.setdefault(one.year, []).append(one)
    years = sorted(by_year, key=lambda year: (year is None, year or 0))
    return tuple(YearCount(year, tuple(by_year[year])) for year in years)


def _earned(head: FactsHead) -> Earned:
    return Earned(
        head.id, head.name, head.issuer, head.kind, head.verdict, head.year, head.earned, head.self_asserted
    )
