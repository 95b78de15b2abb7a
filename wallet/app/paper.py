"""Pages for people: one typeface, paragraphs that are tagged for reading out, letters the typeface has.

Lives here: what every printed page for people has in common. Does not live here: what is on them (`share_pdf`,
`consent_form`, `material_pages`), tags themselves (`tagged_pdf`).

Written by fpdf2, without Qt. The typeface is one of the system's that knows more than Latin-1, where there is one; a
letter it lacks becomes "?".
"""

import unicodedata
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from wallet.app.tagged_pdf import Tag, break_lines, write_text
from wallet.app.visual_order import joined

if TYPE_CHECKING:
    from fpdf import FPDF

MARGIN, WIDTH = 18.0, 174.0
"""Millimetres; fits A4 and Letter."""
MOST_LETTERS = 3_000
"""Of one paragraph."""
_HEADINGS = (Tag.HEADING, Tag.SUBHEADING)
_UNDER_HEADING = 12.0  # millimetres: two lines
_SHARE_OF_LINE = 0.46  # millimetres of line for each point of type
_CORE_FONT = "helvetica"
_FONTS = (
    (
        "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
        "/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf",
    ),
    ("C:/Windows/Fonts/segoeui.ttf", "C:/Windows/Fonts/segoeuib.ttf"),
    ("/System/Library/Fonts/Supplemental/Arial.ttf", "/System/Library/Fonts/Supplemental/Arial Bold.ttf"),
)


def new_document(title: str, language: str, at: datetime) -> "FPDF":
    """A document with one empty page, its title, its language, and when it was made."""
    from fpdf import FPDF  # noqa: PLC0415 - a third of a second
    from fpdf.prefs import ViewerPreferences  # noqa: PLC0415

    page = FPDF(format="A4")
    page.set_margin(MARGIN)
    page.set_auto_page_break(auto=True, margin=MARGIN)
    page.set_creation_date(at)
    page.set_title(title)
    page.set_lang(language)
    page.set_producer("ler-wallet")
    page.set_display_mode("default")  # anything else is written as an action
    page.viewer_preferences = ViewerPreferences(display_doc_title=True)
    plain, bold = _font_files()
    if plain is not None and bold is not None:
        page.add_font("system", "", plain)
        page.add_font("system", "B", bold)
    page.add_page()
    return page


def measuring_document() -> "FPDF":
    """A document to measure with (`count_lines`, `lacks_letters`), which is never written; its typefaces are closed."""
    page = new_document("", "en", datetime.fromtimestamp(0, UTC))
    discard(page)  # widths and letters were read already
    return page


def discard(page: "FPDF") -> None:
    """Lets go of the typefaces' files of a document that will not be written; writing it does so by itself."""
    from fpdf.fonts import TTFFont  # noqa: PLC0415 - a third of a second

    for font in page.fonts.values():
        if isinstance(font, TTFFont):
            font.close()


def _font_files() -> tuple[Path | None, Path | None]:
    for plain, bold in _FONTS:
        if Path(plain).is_file() and Path(bold).is_file():
            return Path(plain), Path(bold)
    return None, None


def write(
    page: "FPDF",
    text: str,
    size: float,
    *,
    bold: bool = False,
    gap: float = 0,
    left: float = 0,
    right: float = 0,
    tag: Tag = Tag.PARAGRAPH,
) -> None:
    """One paragraph, `left` and `right` millimetres inside the margins; `gap` millimetres below it.

    A heading stays on one page with what is under it.
    """
    shown = _set(page, text, size, bold=bold)
    width, line = WIDTH - left - right, size * _SHARE_OF_LINE
    if tag in _HEADINGS and page.will_page_break(line + gap + _UNDER_HEADING):
        page.add_page()
    write_text(page, shown, tag, left=MARGIN + left, width=width, line=line)
    page.ln(gap)


def count_lines(page: "FPDF", text: str, size: float, *, bold: bool = False) -> int:
    """How many lines `write` would make of a paragraph; nothing is written."""
    return len(break_lines(page, _set(page, text, size, bold=bold), WIDTH))


def height_of(lines: int, size: float, gap: float = 0) -> float:
    """How many millimetres `write` takes for so many lines in this size."""
    return lines * size * _SHARE_OF_LINE + gap


def lacks_letters(page: "FPDF", text: str) -> bool:
    """Whether some letter of a text would be written as "?"."""
    return _set(page, text, 10).count("?") > text.count("?")


def _set(page: "FPDF", text: str, size: float, *, bold: bool = False) -> str:
    """Sets the font; the text in letters it has."""
    has_system = "system" in page.fonts
    page.set_font("system" if has_system else _CORE_FONT, "B" if bold else "", size)
    return _printable(page, text) if has_system else _latin(text)


def draw_code(page: "FPDF", rows: Sequence[bytes], left: float, top: float, side: float) -> None:
    """A QR code as rectangles, a little tall so that no printer shows hairlines between rows; in millimetres."""
    module = side / len(rows)
    page.set_fill_color(0)
    for number, row in enumerate(rows):
        for column, dark in enumerate(row):
            if dark:
                page.rect(
                    left + column * module, top + number * module, module * 1.02, module * 1.02, style="F"
                )


def _printable(page: "FPDF", text: str) -> str:
    """The text in letters the typeface has; direction marks and controls are left out."""
    known = getattr(page.current_font, "cmap", {})
    kept = (letter if letter == "\n" or ord(letter) in known else "?" for letter in _visible(text))
    return joined("".join(kept), known)


def _latin(text: str) -> str:
    shown = []
    for letter in _visible(text):
        bare = letter if letter <= "\xff" else unicodedata.normalize("NFKD", letter)[0]
        shown.append(bare if bare <= "\xff" else "?")
    return "".join(shown)


def _visible(text: str) -> str:
    cut = unicodedata.normalize("NFC", text[:MOST_LETTERS])
    return "".join(letter for letter in cut if letter == "\n" or letter.isprintable())
