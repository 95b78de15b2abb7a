"""Sizes: one scale for type, space and targets, multiplied as a whole by the reader's text size.

Does not live here: colours (`tokens`).
"""

from collections.abc import Mapping
from dataclasses import dataclass

TEXT_SIZES = (90, 100, 110, 125, 150, 175, 200)
"""The text sizes on offer, in per cent."""


@dataclass(frozen=True, slots=True)
class TypeRole:
    """One step of the type scale: size in logical pixels at 100 %, CSS weight."""

    size: float
    weight: int


TYPE: Mapping[str, TypeRole] = {
    "page": TypeRole(26, 700),
    "dialog": TypeRole(22, 700),
    "detail": TypeRole(19, 700),
    "section": TypeRole(16.5, 700),
    "card": TypeRole(15.5, 600),
    "strong": TypeRole(15, 600),
    "body": TypeRole(15, 400),
    "lead": TypeRole(16, 400),
    "secondary": TypeRole(13.5, 400),
    "secondary_strong": TypeRole(13.5, 600),
    "hint": TypeRole(13.5, 400),
    "count": TypeRole(13, 400),
    "chip": TypeRole(12.5, 600),
}


@dataclass(frozen=True, slots=True)
class Metrics:
    """The scale at one text size. `text_size` is in per cent, 90 to 200."""

    text_size: int = 100

    def px(self, at_100: float) -> int:
        """This many logical pixels at 100 %, at the present text size."""
        return round(at_100 * self.text_size / 100)

    def font_px(self, role: str) -> int:
        """The pixel size of a type role."""
        return round(TYPE[role].size * self.text_size / 100)

    def weight(self, role: str) -> int:
        """The CSS weight of a type role."""
        return TYPE[role].weight
