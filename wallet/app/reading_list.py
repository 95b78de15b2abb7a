"""Further reading: titles with one line each, and the address where that is certain.

Lives here: the reader of `resources/materials/reading.toml`. Nothing is fetched; an address is only ever opened by a
person's own browser.
"""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass

from wallet import resources
from wallet.app.materials import Kind


@dataclass(frozen=True, slots=True)
class Reading:
    """One entry.

    Attributes:
        title: of a standard its own; else a description of what it is.
        line: what one finds in it.
        address: https, as its publisher gives it; "" where we are not certain of one.
    """

    title: str
    line: str
    address: str = ""

    def as_part(self, at: str) -> tuple[Kind, str, str]:
        """For a page; `at` says where it is, and is left out where that is not known."""
        return Kind.FACT, f"{self.line} {at}" if self.address else self.line, self.title


def reading_list(language: str) -> Sequence[Reading]:
    """All entries in one of the two languages, in their order."""
    found = tomllib.loads(resources.read_text("materials", "reading.toml"))["entry"]
    return tuple(
        Reading(entry.get("title") or entry[f"title_{language}"], entry[language], entry.get("address", ""))
        for entry in found
    )
