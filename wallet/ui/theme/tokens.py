"""Colour tokens of the themes, and the pairs that must stay readable.

Lives here: the table of the design reference as data, and two themes of strong contrast. A test computes every pair
again with the WCAG 2 formula, so that a changed colour which breaks a ratio cannot go unnoticed.
Does not live here: palettes and style sheets (`palette`, `stylesheet`), sizes (`metrics`).
"""

from collections.abc import Sequence
from dataclasses import dataclass


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

STRONG_LIGHT = Tokens(
    bg="#FFFFFF",
    surface="#FFFFFF",
    sunken="#FFFFFF",
    line="#000000",
    line_strong="#000000",
    text="#000000",
    text2="#000000",
    text3="#3A3A3A",
    primary="#00414F",
    on_primary="#FFFFFF",
    primary_hover="#000000",
    primary_soft="#D3F1F7",
    on_primary_soft="#000000",
    focus="#0030C8",
    ok="#00471F",
    ok_soft="#E2FAEA",
    warn="#5C2E00",
    warn_soft="#FFF2D6",
    bad="#7E0012",
    bad_soft="#FFE9EA",
    wait="#12306E",
    wait_soft="#E8F0FF",
    self="#4A1468",
    self_soft="#F8E9FF",
)

STRONG_DARK = Tokens(
    bg="#000000",
    surface="#000000",
    sunken="#000000",
    line="#FFFFFF",
    line_strong="#FFFFFF",
    text="#FFFFFF",
    text2="#FFFFFF",
    text3="#C9C9C9",
    primary="#6FF2E8",
    on_primary="#000000",
    primary_hover="#FFFFFF",
    primary_soft="#0B3A40",
    on_primary_soft="#FFFFFF",
    focus="#FFD400",
    ok="#7DFFA6",
    ok_soft="#05260F",
    warn="#FFD27A",
    warn_soft="#2E1E00",
    bad="#FFB3B8",
    bad_soft="#3A0A0F",
    wait="#B9D3FF",
    wait_soft="#0C1C3B",
    self="#EBC4FF",
    self_soft="#2A1138",
)

ON_DARK = (DARK, STRONG_DARK)
"""The themes with light words on a dark ground."""

STRONG = (STRONG_LIGHT, STRONG_DARK)
"""The themes whose words reach 7 to 1 and whose edges reach 4.5 to 1 (WCAG 2.2, contrast (enhanced))."""

QR_DARK = "#1B2730"
QR_LIGHT = "#FFFFFF"


@dataclass(frozen=True, slots=True)
class Pair:
    """A foreground and a background that meet on screen, and whether it is words or an edge."""

    foreground: str
    background: str
    kind: str

    def needs(self, tokens: Tokens) -> float:
        """The contrast the two must reach in a theme."""
        ordinary, strong = _NEEDS[self.kind]
        return strong if tokens in STRONG else ordinary


_KNEE = 0.04045  # sRGB: below it the scale is straight
_TEXT, _EDGE = "words", "edge"
_NEEDS = {_TEXT: (4.5, 7.0), _EDGE: (3.0, 4.5)}
_STATES = ("ok", "warn", "bad", "wait", "self")

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
    Pair("primary", "sunken", _TEXT),
    *(Pair(words, "primary_soft", _TEXT) for words in ("on_primary_soft", "text", "text2", "primary")),
    *(Pair(status, f"{status}_soft", _TEXT) for status in _STATES),
    *(Pair("text", f"{status}_soft", _TEXT) for status in _STATES),
    *(Pair(status, ground, _TEXT) for status in _STATES for ground in ("bg", "surface", "sunken")),
    *(
        Pair(edge, ground, _EDGE)
        for edge in ("line_strong", "focus")
        for ground in ("surface", "bg", "sunken", "primary_soft")
    ),
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
