"""The part of an open wallet that is about order: parts of the file, marks, the bin (`ports.OpenWallet`).

Does not live here: details, adding, sharing (`use_cases`).
"""

from collections.abc import Mapping, Sequence

from wallet.app import bin as bin_
from wallet.app import browse, organise
from wallet.app.container import Services
from wallet.app.unlock import Vault
from wallet.ui.marks import EVERYTHING, Change, ChangeKind, Drawers, Filter
from wallet.ui.ports import Card, Tally


class OrganisedWallet:
    """Lists and marks over one vault; every call on the thread that opened it."""

    def __init__(self, vault: Vault, services: Services) -> None:
        self._vault = vault
        self._services = services

    def cards(self, search: str, part: Filter = EVERYTHING) -> Sequence[Card]:
        """The credentials of this part that match."""
        heads = browse.list_heads(
            self._vault,
            search,
            collection=part.collection or None,
            tag=part.tag or None,
            in_bin=part.in_bin,
        )
        return self._cards_of(heads)

    def first_cards(self, limit: int) -> Sequence[Card]:
        """The first of the credentials outside the bin: what is shown first, then the latest issued."""
        return self._cards_of(browse.first_heads(self._vault, limit))

    def matching(self, search: str) -> frozenset[str] | None:
        """Which credentials match."""
        return browse.matching_ids(self._vault, search)

    def revision(self) -> int:
        """How many changes were made."""
        return browse.revision(self._vault)

    def tally(self) -> Tally:
        """How many credentials there are outside the bin, and how many are verified."""
        found = browse.tally(self._vault)
        return Tally(found.total, found.verified)

    def drawers(self) -> Drawers:
        """The parts there are."""
        return Drawers(
            tuple((one.name, one.count) for one in organise.collections(self._vault)),
            tuple((one.name, one.count) for one in organise.tags(self._vault)),
            len(browse.list_heads(self._vault, in_bin=True)),
        )

    def _cards_of(self, heads: Sequence[browse.CredentialHead]) -> Sequence[Card]:
        pins = self._pins()
        return [card_of(head, pins, is_own=head.self_asserted and self._owns(head.id)) for head in heads]

    def _make(self, change: Change) -> None:
        """Makes one change."""
        vault, ids, value = self._vault, [change.record_id], change.value
        match change.kind:
            case ChangeKind.ADD_TAG:
                organise.add_tag(vault, value, ids)
            case ChangeKind.REMOVE_TAG:
                organise.remove_tag(vault, value, ids)
            case ChangeKind.ADD_TO_COLLECTION:
                organise.add_to_collection(vault, value, ids, self._services)
            case ChangeKind.REMOVE_FROM_COLLECTION:
                organise.remove_from_collection(vault, value, ids)
            case ChangeKind.ADD_NOTE:
                organise.add_note(vault, change.record_id, value, self._services)
            case ChangeKind.REMOVE_NOTE:
                organise.remove_notes(vault, [int(value)])
            case ChangeKind.PIN:
                organise.pin(vault, ids)
            case ChangeKind.UNPIN:
                organise.unpin(vault, ids)

    def delete(self, record_id: str) -> int:
        """Moves one credential to the bin."""
        return bin_.delete(self._vault, [record_id], self._services).gone

    def undelete(self, record_id: str) -> None:
        """Takes one credential out of the bin."""
        bin_.undelete(self._vault, [record_id])

    def empty_bin(self) -> int:
        """Deletes for good what is in the bin."""
        return bin_.empty_bin(self._vault)

    def _owns(self, record_id: str) -> bool:
        """Whether the learner wrote it: never by this part alone, which does not know their keys."""
        del record_id
        return False

    def _pins(self) -> Mapping[str, int]:
        return {record_id: place for place, record_id in enumerate(organise.pinned_ids(self._vault), start=1)}


def card_of(head: browse.CredentialHead, pins: Mapping[str, int], *, is_own: bool) -> Card:
    """One line of a list as a card; `pins` says which stand first, `is_own` that the learner wrote it."""
    return Card(
        id=head.id,
        name=head.name or "",
        issuer=head.issuer or "",
        issued=head.issued,
        ends=head.ends,
        verdict=head.verdict,
        reason=head.reason,
        skills_count=head.skills_count,
        self_asserted=is_own,
        added_at=head.added_at,
        pin=pins.get(head.id, 0),
    )
