"""A handout or guide as a page: PDF for paper, plain text, or a web page that needs nothing else.

Lives here: layout. Does not live here: what is said (`materials`), or drawing on a printer from the window.

The PDF is tagged and says its language; its letters are as large as fit on one page.
"""

import html
import textwrap
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from io import BytesIO
from itertools import groupby
from typing import TYPE_CHECKING

from wallet.app.materials import POSTER, Kind, Material, Part
from wallet.app.paper import MARGIN, WIDTH, discard, draw_code, new_document, write
from wallet.app.tagged_pdf import Tag, decoration, tagged
from wallet.errors import AppError, Reason
from wallet.sharing.qr import render_svg

if TYPE_CHECKING:
    from fpdf import FPDF

_SIZES = (13.0, 12.5, 12.0, 11.5, 11.0, 10.5, 10.0, 9.5, 9.0)
"""Points, the largest first."""
_POSTER_SIZES = (19.0, 18.0, 17.0, 16.0, 15.0, 14.0, 13.0, 12.0)
_TITLE, _HEADING, _SMALL = 1.75, 1.2, 8.5
_FOOT = 8.0  # millimetres
_CODE_SIDE = 104.0  # millimetres
_INDENT, _BULLET = 8.5, 0.6  # millimetres
_LABELS = (24.0, 54.0)  # the least and the most width of the column with names, millimetres
_LETTER = 0.25  # millimetres of width for each letter and point of type, with something to spare
_COLUMNS = 80  # letters


def render(material: Material, kind: str, at: datetime) -> bytes:
    """The page in one form.

    Args:
        kind: ".pdf", ".txt" or ".html".
        at: when it is made.

    Raises:
        AppError: OUTPUT_KIND_UNKNOWN.
    """
    if kind == ".pdf":
        return pdf_page(material, at)
    text = {".txt": text_page, ".html": html_page}.get(kind)
    if text is None:
        raise AppError(Reason.OUTPUT_KIND_UNKNOWN, ", ".join(FORMS))
    return text(material).encode("utf-8")


FORMS = (".pdf", ".txt", ".html")
"""The ends of names of files that can be written."""


# -- plain text


def text_page(material: Material) -> str:
    """For a terminal, a mail, or a screen reader: lines of at most 80 letters."""
    lines = [*_wrapped(material.title), "=" * min(len(material.title), _COLUMNS), *_wrapped(material.about)]
    before: Kind | None = None
    for part in material.parts:
        shown = _text_lines(part, material)
        if shown and not (part.kind is before and before in (Kind.POINT, Kind.STEP, Kind.TYPED)):
            lines.append("")
        lines += shown
        before = part.kind if shown else before
    return "\n".join([*lines, "", material.mark]).rstrip() + "\n"


def _text_lines(part: Part, material: Material) -> Sequence[str]:
    if part.kind is Kind.CODE:
        return [] if material.code is None else [f"[{material.code_words}]", material.code.link]
    if part.kind is Kind.HEADING:
        return [*_wrapped(part.text), "-" * min(len(part.text), _COLUMNS)]
    if part.kind is Kind.TYPED:
        return [f"    {part.text}"]
    if part.kind is Kind.STEP:
        return _wrapped(part.text, f"{part.label}. ", " " * (len(part.label) + 2))
    if part.kind is Kind.POINT:
        return _wrapped(part.text, "- ", "  ")
    if part.kind is Kind.FACT:
        return _wrapped(f"{part.label}: {part.text}", "", "  ")
    return _wrapped(part.text)


def _wrapped(text: str, first: str = "", more: str = "") -> list[str]:
    return textwrap.wrap(
        text,
        _COLUMNS,
        initial_indent=first,
        subsequent_indent=more,
        break_long_words=False,
        break_on_hyphens=False,
    )


# -- a web page

_STYLE = (
    "body{font:1.05rem/1.5 system-ui,sans-serif;max-width:44rem;margin:0 auto;padding:1.5rem;color:#1b2730}"
    "h1{line-height:1.2}h2{margin:1.6rem 0 .4rem}code{background:#ece9e1;padding:.1rem .3rem;overflow-wrap:anywhere}"
    "dt{font-weight:600}dd{margin:0 0 .5rem 1rem}svg{width:min(100%,22rem);height:auto;display:block}"
    "footer{margin-top:2rem;color:#4a5660;font-size:.9rem}@media print{body{padding:0}}"
)
_LISTS: Mapping[Kind, str] = {Kind.STEP: "ol", Kind.POINT: "ul", Kind.FACT: "dl"}


def html_page(material: Material) -> str:
    """One file without a script, a link or anything to load."""
    title = html.escape(material.title)
    body = "\n".join(_html_parts(material))
    return (
        f'<!doctype html>\n<html lang="{material.language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width,initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n"
        f"<p>{html.escape(material.about)}</p>\n{body}\n</main>\n<footer>{html.escape(material.mark)}</footer>\n"
        "</body>\n</html>\n"
    )


def _html_parts(material: Material) -> Iterator[str]:
    for kind, parts in groupby(material.parts, lambda part: part.kind):
        if kind in _LISTS:
            inner = "\n".join(map(_html_item, parts))
            yield f"<{_LISTS[kind]}>\n{inner}\n</{_LISTS[kind]}>"
        elif kind is Kind.CODE:
            if material.code is not None:
                drawn = render_svg(material.code).decode("ascii").strip()
                words = html.escape(material.code_words, quote=True)
                yield drawn.replace("<svg ", f'<svg role="img" aria-label="{words}" ', 1)
        else:
            frame = {Kind.HEADING: "<h2>{}</h2>", Kind.TYPED: "<p><code>{}</code></p>"}.get(kind, "<p>{}</p>")
            yield from (frame.format(html.escape(part.text)) for part in parts)


def _html_item(part: Part) -> str:
    if part.kind is Kind.FACT:
        return f"<dt>{html.escape(part.label)}</dt>\n<dd>{html.escape(part.text)}</dd>"
    return f"<li>{html.escape(part.text)}</li>"


# -- paper


def pdf_page(material: Material, at: datetime) -> bytes:
    """An A4 page in the largest letters with which it is one; two pages where even the smallest are too large."""
    sizes = _POSTER_SIZES if material.name == POSTER else _SIZES
    target = BytesIO()
    _largest(material, at, sizes).output(target)
    return target.getvalue()


def _largest(material: Material, at: datetime, sizes: Sequence[float]) -> "FPDF":
    """The page in the largest of these sizes with which it is one, by halving: a page takes a fifth of a second."""
    tried: dict[float, FPDF] = {}

    def is_one(size: float) -> bool:
        tried[size] = _laid_out(material, at, size)
        return tried[size].pages_count == 1

    found = sizes[min(bisect_left(sizes, True, key=is_one), len(sizes) - 1)]
    kept = tried.pop(found, None) or _laid_out(material, at, found)
    for draft in tried.values():
        discard(draft)
    return kept


def _laid_out(material: Material, at: datetime, size: float) -> "FPDF":
    page = new_document(material.title, material.language, at)
    page.set_auto_page_break(auto=True, margin=MARGIN + _FOOT)
    write(page, material.title, size * _TITLE, bold=True, gap=size * 0.1, tag=Tag.TITLE)
    write(page, material.about, size, gap=size * 0.15)
    with decoration(page):
        page.set_draw_color(14, 90, 99)
        page.set_line_width(0.6)
        page.line(MARGIN, page.get_y(), MARGIN + WIDTH, page.get_y())
    page.ln(size * 0.25)
    for part in material.parts:
        _DRAWN[part.kind](page, part, material, size)
    page.set_auto_page_break(auto=False)
    page.set_y(page.h - MARGIN - _FOOT / 2)
    write(page, material.mark, _SMALL)
    return page


def _heading(page: "FPDF", part: Part, _material: Material, size: float) -> None:
    page.ln(size * 0.12)
    write(page, part.text, size * _HEADING, bold=True, gap=size * 0.08, tag=Tag.HEADING)


def _paragraph(page: "FPDF", part: Part, _material: Material, size: float) -> None:
    write(page, part.text, size, gap=size * 0.14)


def _typed(page: "FPDF", part: Part, _material: Material, size: float) -> None:
    write(page, part.text, size * 0.92, bold=True, gap=size * 0.12, left=_INDENT)


def _step(page: "FPDF", part: Part, _material: Material, size: float) -> None:
    """The number hangs to the left of its words."""
    _beside(page, f"{part.label}.", part.text, size, _INDENT)


def _point(page: "FPDF", part: Part, _material: Material, size: float) -> None:
    if page.will_page_break(size * 0.5):
        page.add_page()
    with decoration(page):
        page.set_fill_color(14, 90, 99)
        page.circle(MARGIN + 2.4, page.get_y() + size * 0.23, _BULLET * size / 10, style="F")
    write(page, part.text, size, gap=size * 0.1, left=_INDENT)


def _fact(page: "FPDF", part: Part, material: Material, size: float) -> None:
    longest = max(len(one.label) for one in material.parts if one.kind is Kind.FACT)
    least, most = _LABELS
    _beside(page, part.label, part.text, size, min(most, max(least, longest * size * _LETTER)))


def _beside(page: "FPDF", label: str, text: str, size: float, left: float) -> None:
    """A label in bold letters and, to the right of it, what is said."""
    if page.will_page_break(size):
        page.add_page()
    number, top = page.page, page.get_y()
    write(page, label, size, bold=True, right=WIDTH - left)
    below = page.get_y()
    page.set_y(top)
    write(page, text, size, left=left)
    page.set_y(max(page.get_y(), below) if page.page == number else page.get_y())
    page.ln(size * 0.1)


def _code(page: "FPDF", _part: Part, material: Material, size: float) -> None:
    if material.code is None:
        return
    if page.will_page_break(_CODE_SIDE + size):
        page.add_page()
    top = page.get_y() + size * 0.2
    with tagged(page, Tag.FIGURE, material.code_words):
        draw_code(page, material.code.rows, MARGIN + (WIDTH - _CODE_SIDE) / 2, top, _CODE_SIDE)
    page.set_y(top + _CODE_SIDE + size * 0.4)


_DRAWN: Mapping[Kind, Callable[["FPDF", Part, Material, float], None]] = {
    Kind.HEADING: _heading,
    Kind.PARAGRAPH: _paragraph,
    Kind.STEP: _step,
    Kind.POINT: _point,
    Kind.FACT: _fact,
    Kind.TYPED: _typed,
    Kind.CODE: _code,
}
