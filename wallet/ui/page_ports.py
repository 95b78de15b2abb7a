"""What the sheet for a collection on one page asks of the program below."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol


@dataclass(frozen=True, slots=True)
class OnePage:
    """A collection on one page, worded for it.

    Attributes:
        owner: whose it is, "" where nobody is named.
        note: the learner's own words.
        items: title and facts of each credential, in their order.
        record_ids: of these, in the same order.
        foot: what the page is not.
        more: words for those that do not fit, with a blank for their number.
    """

    title: str
    owner: str
    note: str
    items: Sequence[tuple[str, str]]
    record_ids: Sequence[str]
    foot: str
    more: str


class MakesPages(Protocol):
    """The part of an open file that puts collections on a page. Every call belongs to the vault's thread."""

    def one_page(self, collection: str, *, with_name: bool = True) -> OnePage:
        """What is on the page of a collection."""
        ...

    def keep_page_note(self, collection: str, words: str) -> None:
        """Keeps the learner's own words about it; durable on return."""
        ...

    def write_one_page(self, collection: str, out: Path, *, with_name: bool = True) -> None:
        """Writes the page to a new PDF."""
        ...
