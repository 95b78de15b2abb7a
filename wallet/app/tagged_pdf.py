"""Tags in a PDF: what is a heading, a paragraph or a picture, in the order of reading, for people who have it read out.

Lives here: the structure around what is drawn, and text that does not cross a page inside one element. Does not live
here: what is on the pages (`share_pdf`).

Of itself fpdf2 tags pictures only. Its structure tree takes other elements just as well, but has no public way to
them: the calls for it are here and nowhere else, and a test reads the tree of a finished file.
Source: ISO 32000-1, sections 14.6 (marked content), 14.7 (logical structure) and 14.8 (tagged PDF).
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from wallet.app.visual_order import drawn, has_letters_from_right, plain, runs_from_right

if TYPE_CHECKING:
    from fpdf import FPDF


class Tag(StrEnum):
    """The kinds of elements that are used. Source: ISO 32000-1, section 14.8.4."""

    TITLE = "/H1"
    HEADING = "/H2"
    SUBHEADING = "/H3"
    PARAGRAPH = "/P"
    FIGURE = "/Figure"


@contextmanager
def tagged(page: "FPDF", tag: Tag, alt_text: str | None = None, spoken: str = "") -> Iterator[None]:
    """What is drawn inside is one element; it must stay on one page.

    Args:
        alt_text: what a picture shows.
        spoken: the text of what is drawn in another order than it is read in (ISO 32000-1, 14.9.4).
    """
    number = page.struct_builder.next_mcid_for_page(page.page)
    page._add_marked_content(struct_type=str(tag), mcid=number, alt_text=alt_text)  # noqa: SLF001
    actual = f" /ActualText <FEFF{spoken.encode('utf-16-be', 'replace').hex().upper()}>" if spoken else ""
    with _marked(page, f"{tag} <</MCID {number}{actual}>> BDC"):
        yield


@contextmanager
def decoration(page: "FPDF") -> Iterator[None]:
    """What is drawn inside says nothing: it is left out when the page is read out."""
    with _marked(page, "/Artifact BMC"):
        yield


@contextmanager
def _marked(page: "FPDF", start: str) -> Iterator[None]:
    page._out(start)  # noqa: SLF001
    yield
    page._out("EMC")  # noqa: SLF001


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a paragraph in the order in which it is read; `from_right` is where the paragraph begins."""

    text: str
    from_right: bool


def break_lines(page: "FPDF", text: str, width: float) -> Sequence[Line]:
    """The lines of a text in the font that is set, as wide as `width` millimetres; line feeds break it, too."""
    found: list[Line] = []
    for paragraph in text.split("\n"):
        lines = page.multi_cell(width, 1, paragraph, align="L", dry_run=True, output="LINES")
        assert isinstance(lines, list)
        found += [Line(line, runs_from_right(paragraph)) for line in lines or [""]]
    return found


def write_text(page: "FPDF", text: str, tag: Tag, *, left: float, width: float, line: float) -> None:
    """One text in the font that is set, as many elements as it takes pages.

    Args:
        left: where its lines start, in millimetres from the edge of the page.
        width, line: how wide it is and how tall a line, in millimetres.
    """
    lines = break_lines(page, text, width)
    while lines:
        if page.will_page_break(line):
            page.add_page()
        count = max(1, int((page.page_break_trigger - page.y) / line + 1e-6))
        here, lines = lines[:count], lines[count:]
        is_turned = any(has_letters_from_right(one.text) for one in here)
        spoken = plain(" ".join(one.text for one in here)) if is_turned else ""
        with tagged(page, tag, spoken=spoken):
            for one in here:
                page.set_x(left)
                shown = drawn(one.text, from_right=one.from_right)
                side = "R" if one.from_right else "L"
                page.cell(width, line, shown, align=side, new_x="LMARGIN", new_y="NEXT")
