"""What a learner makes of their credentials, as the pages and the use cases hand it to one another. No Qt.

Lives here: parts of a file, changes, notes. Does not live here: the Protocol they belong to (`ports`).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Filter:
    """Which part of the file is shown: all of it, one collection, one tag, or the bin."""

    collection: str = ""
    tag: str = ""
    in_bin: bool = False


EVERYTHING = Filter()
"""All of the file but the bin."""


@dataclass(frozen=True, slots=True)
class Drawers:
    """The parts there are, by name and with how many credentials are in each."""

    collections: Sequence[tuple[str, int]] = ()
    tags: Sequence[tuple[str, int]] = ()
    in_bin: int = 0


class ChangeKind(StrEnum):
    """What a learner can change about a credential without touching it."""

    ADD_TAG = "add_tag"
    REMOVE_TAG = "remove_tag"
    ADD_TO_COLLECTION = "add_to_collection"
    REMOVE_FROM_COLLECTION = "remove_from_collection"
    ADD_NOTE = "add_note"
    REMOVE_NOTE = "remove_note"
    PIN = "pin"
    UNPIN = "unpin"


@dataclass(frozen=True, slots=True)
class Change:
    """One such change. `value` is the name, the note's text, or the number of the note to remove."""

    kind: ChangeKind
    record_id: str
    value: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class OwnNote:
    """One note of the learner's."""

    number: int
    text: str = field(repr=False)
    written_at: datetime
