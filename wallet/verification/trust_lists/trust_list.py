"""A list of known issuers, whatever file it came from.

Lives here: the list, its dates, and looking issuers up in it. Does not live here: reading files (the modules beside
this one) or what follows for a verdict (`wallet.verification.checks.issuer_trust`).
"""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import datetime

from wallet.verification.look_alikes import skeleton
from wallet.verification.sources import KnownIssuer

NOT_SIGNED = "not signed"
_MAX_NAME = 80
_MAX_PUBLISHER = 80


@dataclass(frozen=True, slots=True)
class TrustList:
    """One list. Implements `wallet.verification.sources.IssuerDirectory`.

    Attributes:
        title: what its publisher calls it.
        publisher: the identifier whose key signed the list; None when nobody signed it.
        issuers: its entries, each id once.
        sequence: grows with every edition by the same publisher; 0 where the format has none.
        made_at: when this edition was made, where the format says.
        valid_from, valid_until: the time for which the list counts, both included; None for no limit.
        is_personal: the person at this computer made it.
    """

    title: str
    publisher: str | None
    issuers: Sequence[KnownIssuer]
    sequence: int = 0
    made_at: datetime | None = None
    valid_from: datetime | None = None
    valid_until: datetime | None = None
    is_personal: bool = False
    _by_id: Mapping[str, KnownIssuer] = field(init=False, repr=False, compare=False)
    _ids_by_skeleton: Mapping[str, AbstractSet[str]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        ids: dict[str, set[str]] = {}
        for issuer in self.issuers:
            for name in issuer.names:
                ids.setdefault(skeleton(name), set()).add(issuer.id)
        object.__setattr__(self, "_by_id", {issuer.id: issuer for issuer in self.issuers})
        object.__setattr__(self, "_ids_by_skeleton", ids)

    @property
    def name(self) -> str:
        """Its title, publisher and date, cut to printable lengths."""
        if self.is_personal:
            return self.title[:_MAX_NAME]
        facts = [self.publisher[:_MAX_PUBLISHER] if self.publisher else NOT_SIGNED]
        if self.made_at is not None:
            facts.append(self.made_at.date().isoformat())
        return f"{self.title[:_MAX_NAME]} ({', '.join(facts)})"

    def is_in_force(self, at: datetime) -> bool:
        """Whether the list as a whole counts at this moment."""
        begun = self.valid_from is None or self.valid_from <= at
        return begun and (self.valid_until is None or at <= self.valid_until)

    def find(self, issuer_id: str) -> KnownIssuer | None:
        """The entry of this issuer, whatever its dates; None when there is none."""
        return self._by_id.get(issuer_id)

    def ids_named_like(self, name: str) -> AbstractSet[str]:
        """The ids of all listed issuers whose names cannot be told from this one at a glance."""
        shape = skeleton(name)
        return self._ids_by_skeleton.get(shape, frozenset()) if shape else frozenset()


def newest_editions(lists: Sequence[TrustList]) -> Sequence[TrustList]:
    """The lists without those of which a later edition is there as well, so that an old edition cannot undo a new one.

    Editions belong together when the same publisher signed them under the same title.
    """
    newest: dict[tuple[str, str], int] = {}
    for one in lists:
        if one.publisher is not None:
            family = (one.publisher, one.title)
            newest[family] = max(newest.get(family, one.sequence), one.sequence)
    return tuple(
        one
        for one in dict.fromkeys(lists)
        if one.publisher is None or one.sequence == newest[(one.publisher, one.title)]
    )
