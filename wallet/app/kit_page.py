"""The printable page of a recovery kit: PDF for paper, plain text for a terminal.

Lives here: layout and the reader of `resources/recovery_kit`. Does not live here: the key in words
(`wallet.vault.recovery_kit`).

The PDF is written by fpdf2, without Qt, with the typefaces every reader has; they know Latin-1, and what a file's name
has beyond that is shown without its accent or as "?". Nothing is in the file that is not on the page.
"""

import tomllib
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from wallet import resources
from wallet.app.recovery_kit import Language, RecoveryKit
from wallet.sharing.qr import make_qr

if TYPE_CHECKING:
    from fpdf import FPDF

_FONT, _FIXED = "helvetica", "courier"
_MARGIN, _WIDTH = 20.0, 175.0  # millimetres; fits Letter and A4
_ROW, _CODE_SIDE = 9.0, 52.0
COLUMNS = 4
_NOTES = ("note_1", "note_2", "note_3", "note_4")


@dataclass(frozen=True, slots=True)
class KitPage:
    """Everything on the page, worded in the kit's language. `code_rows` holds the modules of the QR code, 1 is dark."""

    title: str
    lead: str
    facts: tuple[tuple[str, str], ...]
    words_title: str
    words: tuple[str, ...] = field(repr=False)
    code_title: str
    code_rows: Sequence[bytes] = field(repr=False)
    notes: tuple[str, ...]


def page_for(path: Path, kit: RecoveryKit) -> bytes:
    """The page in the form the file's name asks for: .txt plain text, else PDF."""
    return text_page(kit).encode("utf-8") if path.suffix.lower() == ".txt" else pdf_page(kit)


def page_of(kit: RecoveryKit) -> KitPage:
    """What the page says, for whoever lays it out."""
    say = _sentences(kit.language)
    return KitPage(
        title=say["title"],
        lead=say["lead"],
        facts=(
            (say["file"], kit.file_name),
            (say["name"], kit.name),
            (say["made"], kit.made_at.strftime("%Y-%m-%d %H:%M UTC")),
        ),
        words_title=say["words"],
        words=kit.words,
        code_title=say["code"],
        code_rows=make_qr(kit.code).rows,
        notes=tuple(say[note] for note in _NOTES),
    )


def text_page(kit: RecoveryKit) -> str:
    """The page as plain text: numbered words, six lines of four, and the code."""
    page = page_of(kit)
    cells = [f"{number:2}. {word}" for number, word in enumerate(page.words, 1)]
    width = max(map(len, cells)) + 3
    rows = [cells[start : start + COLUMNS] for start in range(0, len(cells), COLUMNS)]
    lines = [page.title, "", page.lead, "", *(f"{label}: {value}" for label, value in page.facts), ""]
    lines += [
        f"{page.words_title}:",
        *("".join(cell.ljust(width) for cell in row).rstrip() for row in rows),
        "",
    ]
    lines += [f"{page.code_title}:", kit.code, "", *(f"- {note}" for note in page.notes)]
    return "\n".join(lines) + "\n"


def pdf_page(kit: RecoveryKit) -> bytes:
    """The page as a PDF of one page, with the QR code drawn as lines."""
    from fpdf import FPDF  # noqa: PLC0415 - a third of a second, for those who make a kit

    said = page_of(kit)
    page = FPDF(format="letter")
    page.set_margin(_MARGIN)
    page.set_auto_page_break(auto=False)
    page.set_creation_date(kit.made_at)
    page.set_title(said.title)
    page.set_lang(kit.language.value)
    page.add_page()
    _write(page, "LER Wallet", 11)
    _write(page, said.title, 24, bold=True, gap=2)
    _write(page, said.lead, 12, gap=4)
    top = page.get_y()
    _draw_code(page, said.code_rows, _MARGIN + _WIDTH - _CODE_SIDE, top)
    for label, value in said.facts:
        _write(page, label, 9, width=_WIDTH - _CODE_SIDE - 6)
        _write(page, value, 13, bold=True, gap=3, width=_WIDTH - _CODE_SIDE - 6)
    page.set_y(max(page.get_y(), top + _CODE_SIDE) + 4)
    _write(page, said.words_title, 13, bold=True, gap=2)
    _draw_words(page, said.words)
    for note in said.notes:
        _write(page, note, 11, gap=3)
    return bytes(page.output())


def _write(
    page: "FPDF", text: str, size: float, *, bold: bool = False, gap: float = 0, width: float = _WIDTH
) -> None:
    page.set_font(_FONT, "B" if bold else "", size)
    page.multi_cell(width, size * 0.46, _latin(text), align="L", new_x="LMARGIN", new_y="NEXT")
    page.ln(gap)


def _draw_words(page: "FPDF", words: Sequence[str]) -> None:
    """Six rows of four numbered words in a fixed-width face, in which l, I and 1 differ."""
    top, cell = page.get_y(), _WIDTH / COLUMNS
    for index, word in enumerate(words):
        page.set_xy(_MARGIN + index % COLUMNS * cell, top + index // COLUMNS * _ROW)
        page.set_font(_FONT, "", 9)
        page.cell(8, _ROW, f"{index + 1}", align="R")
        page.set_font(_FIXED, "B", 14)
        page.cell(cell - 8, _ROW, _latin(word))
    page.set_xy(_MARGIN, top + -(-len(words) // COLUMNS) * _ROW + 5)


def _draw_code(page: "FPDF", rows: Sequence[bytes], left: float, top: float) -> None:
    module = _CODE_SIDE / len(rows)
    page.set_fill_color(0)
    for line, modules in enumerate(rows):
        start = 0
        while start < len(modules):
            length = 1
            while modules[start] and start + length < len(modules) and modules[start + length]:
                length += 1
            if modules[
                start
            ]:  # a little taller than a module, so that no reader shows hairlines between rows
                page.rect(
                    left + start * module, top + line * module, length * module, module * 1.02, style="F"
                )
            start += length


def _latin(text: str) -> str:
    """The text in the letters the page's typefaces have."""
    return "".join(map(_latin_letter, unicodedata.normalize("NFC", text)))


def _latin_letter(letter: str) -> str:
    if not letter.isprintable():
        return "?"
    bare = letter if letter <= "\xff" else unicodedata.normalize("NFKD", letter)[0]
    return bare if bare <= "\xff" else "?"


@cache
def _sentences(language: Language) -> Mapping[str, str]:
    return tomllib.loads(resources.read_text("recovery_kit", f"{language.value}.toml"))
