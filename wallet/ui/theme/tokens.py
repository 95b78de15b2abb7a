"""Colour tokens of the two themes, and the pairs that must stay readable.

Lives here: the table of the design reference as data. A test computes every pair again with the WCAG 2
formula, so that a changed colour which breaks a ratio cannot go unnoticed.
Does not live here: palettes and style sheets (`palette`, `stylesheet`), sizes (`metrics`).
"""

from collections.abc import Sequence

from wallet.lazy_dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tokens:
    """One theme's colours as `#RRGGBB`. Names say what a colour is for, never what it looks like."""

    bg: str
    surface: str
    sunken: str
    line: str
    line_strong: str
    text: str
    text2: str
    text3: str
    primary: str
    on_primary: str
    primary_hover: str
    primary_soft: str
    on_primary_soft: str
    focus: str
    ok: str
    ok_soft: str
    warn: str
    warn_soft: str
    bad: str
    bad_soft: str
    wait: str
    wait_soft: str
    self: str
    self_soft: str

    def __getitem__(self, name: str) -> str:
        """The colour of this token name. Raises AttributeError for a name that is not a token."""
        value: str = getattr(self, name)
        return value


LIGHT = Tokens(
    bg="#F5F3EE",
    surface="#FFFFFF",
    sunken="#ECE9E1",
    line="#D8D3C7",
    line_strong="#857E70",
    text="#1B2730",
    text2="#4A5660",
    text3="#5F6972",
    primary="#0E5A63",
    on_primary="#FFFFFF",
    primary_hover="#0A464E",
    primary_soft="#DDEEEE",
    on_primary_soft="#0A464E",
    focus="#1B5FD0",
    ok="#17663B",
    ok_soft="#DFF1E5",
    warn="#8A4B00",
    warn_soft="#FCEBCB",
    bad="#A81C2B",
    bad_soft="#FBE1E2",
    wait="#3B4F73",
    wait_soft="#E3E9F5",
    self="#6A3B7D",
    self_soft="#F1E5F5",
)

DARK = Tokens(
    bg="#12181C",
    surface="#1B2329",
    sunken="#0D1215",
    line="#334049",
    line_strong="#7D8C96",
    text="#EEF2F3",
    text2="#B9C4CA",
    text3="#9DAAB2",
    primary="#6CCFC8",
    on_primary="#06282B",
    primary_hover="#8ADDD7",
    primary_soft="#173A3E",
    on_primary_soft="#BDECE8",
    focus="#8DB8FF",
    ok="#7FD6A0",
    ok_soft="#16341F",
    warn="#F2BD66",
    warn_soft="#3B2A0D",
    bad="#FF9AA0",
    bad_soft="#43191D",
    wait="#A9C0EA",
    wait_soft="#1F2B40",
    self="#D9AEE8",
    self_soft="#35213D",
)

QR_DARK = "#1B2730"
QR_LIGHT = "#FFFFFF"


@dataclass(frozen=True, slots=True)
class Pair:
    """A foreground and a background that meet on screen, and the contrast they must reach."""

    foreground: str
    background: str
    needs: float


_KNEE = 0.04045  # sRGB: below it the scale is straight
_TEXT = 4.5
_EDGE = 3.0

PAIRS: Sequence[Pair] = (
    *(
        Pair(text, ground, _TEXT)
        for text in ("text", "text2", "text3")
        for ground in ("bg", "surface", "sunken")
    ),
    Pair("primary", "bg", _TEXT),
    Pair("primary", "surface", _TEXT),
    Pair("on_primary", "primary", _TEXT),
    Pair("on_primary", "primary_hover", _TEXT),
    Pair("on_primary_soft", "primary_soft", _TEXT),
    *(Pair(status, f"{status}_soft", _TEXT) for status in ("ok", "warn", "bad", "wait", "self")),
    *(Pair("text", f"{status}_soft", _TEXT) for status in ("ok", "warn", "bad", "wait")),
    *(
        Pair(status, ground, _TEXT)
        for status in ("ok", "warn", "bad", "wait")
        for ground in ("bg", "surface")
    ),
    *(Pair(edge, ground, _EDGE) for edge in ("line_strong", "focus") for ground in ("surface", "bg")),
    Pair("focus", "sunken", _EDGE),
)


def contrast(first: str, second: str) -> float:
    """The contrast ratio of two `#RRGGBB` colours, 1 to 21.

    Source: WCAG 2.2, definition of "contrast ratio".
    """
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    """Relative luminance, 0 to 1.

    Source: WCAG 2.2, definition of "relative luminance".
    """
    red, green, blue = (_linear(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= _KNEE else float(((channel + 0.055) / 1.055) ** 2.4)
