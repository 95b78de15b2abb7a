"""Tickets for a class: one for each seat, with the code of the pack, to be printed and cut.

Lives here: layout, and the reader of `resources/class_tickets`. Does not live here: the pack (`class_pack`), the
typeface and the tags (`paper`, `tagged_pdf`). A ticket names a seat, never a student.
"""

import tomllib
from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING

from wallet import resources
from wallet.app.class_pack import LANGUAGES, ClassPack
from wallet.app.paper import MARGIN, WIDTH, new_document, write
from wallet.app.tagged_pdf import Tag, decoration

if TYPE_CHECKING:
    from fpdf import FPDF

_HEIGHT = 52.0  # millimetres; five on a page
_COLUMNS = 2
_GAP = 6.0  # millimetres between two tickets
_INSET = 4.0


def render_tickets(pack: ClassPack, code: str, language: str, at: datetime) -> bytes:
    """The tickets as a PDF, two beside each other.

    Args:
        code: the pack's, as it is printed; not shown where nothing in the pack is for single students.
        language: "en" or "es".
        at: when they are made.
    """
    say = _sentences(language)
    page = new_document(say["title"], language if language in LANGUAGES else LANGUAGES[0], at)
    write(page, say["title"], 18, bold=True, gap=1, tag=Tag.TITLE)
    if pack.school:
        write(page, pack.school, 11, gap=1)
    write(page, say["lead"], 10, gap=4)
    steps = [say[step] for step in ("step_1", "step_2", "step_3" if pack.groups else "step_code_free")]
    codes = [f"{say['code']}: {code}"] if pack.groups else []
    wide = (WIDTH - _GAP) / _COLUMNS
    top = page.get_y()
    for seat in range(1, pack.seats + 1):
        column = (seat - 1) % _COLUMNS
        if column == 0 and seat > 1:
            top += _HEIGHT + _GAP
        if column == 0 and top + _HEIGHT > page.page_break_trigger:
            page.add_page()
            top = page.get_y()
        large = [say["seat"].format(seat=seat, seats=pack.seats), *codes]
        _ticket(page, (column * (wide + _GAP), top, wide), large, steps)
    return bytes(page.output())


def _ticket(
    page: "FPDF", place: tuple[float, float, float], large: Sequence[str], steps: Sequence[str]
) -> None:
    """One ticket.

    Args:
        place: left (inside the margin), top (of the page) and width, in millimetres.
    """
    left, top, wide = place
    with decoration(page):
        page.set_draw_color(90)
        page.set_dash_pattern(dash=2, gap=1.5)
        page.rect(MARGIN + left, top, wide, _HEIGHT)
        page.set_dash_pattern()
    page.set_y(top + _INSET)
    inside, beside = left + _INSET, WIDTH - left - wide + _INSET
    for number, line in enumerate(large):
        tag = Tag.PARAGRAPH if number else Tag.HEADING
        write(page, line, 13, bold=True, gap=1, left=inside, right=beside, tag=tag)
    for line in steps:
        write(page, line, 9, gap=0.8, left=inside, right=beside)


@cache
def _sentences(language: str) -> Mapping[str, str]:
    name = language if language in LANGUAGES else LANGUAGES[0]
    return tomllib.loads(resources.read_text("class_tickets", f"{name}.toml"))
