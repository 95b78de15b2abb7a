"""A collection on one page: its name, the learner's own words, and for each credential what it is and what was found.

The page is for reading and printing. Nothing on it is signed, and it says so: what others are to check has to be shared
(`share`), which also asks whoever has to agree. Lives here: what is on the page, and its PDF, which is always one page.
"""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from wallet import resources
from wallet.app import browse
from wallet.app.collection_notes import collection_note
from wallet.app.container import Services
from wallet.app.output import write_new_file
from wallet.app.own_work import is_own_work
from wallet.app.paper import MARGIN, WIDTH, new_document, write
from wallet.app.reason_texts import verdict_words
from wallet.app.tagged_pdf import Tag, decoration
from wallet.vault.connection import Vault
from wallet.verification.report import Verdict

if TYPE_CHECKING:
    from fpdf import FPDF

LANGUAGES = ("en", "es")
_BROKEN = (Verdict.INVALID, Verdict.UNREADABLE)
_SCALES = (1.0, 0.9, 0.8, 0.7)
"""How much smaller the letters get, one after another, until the page holds everything."""


@dataclass(frozen=True, slots=True)
class PageItem:
    """One credential on the page: what it is called, and a line with its issuer, its date and what was found."""

    title: str
    facts: str


@dataclass(frozen=True, slots=True)
class CollectionPage:
    """Everything on the page, in words.

    Attributes:
        owner: whose it is, "" for nobody named.
        note: the learner's own words, "" for none.
        record_ids: of what is on it, in its order.
        foot: what the page is not.
        more: words for those that do not fit, with a blank for their number.
    """

    title: str
    owner: str
    note: str
    items: Sequence[PageItem]
    record_ids: Sequence[str]
    foot: str
    more: str
    language: str = "en"


def collection_page(
    vault: Vault, name: str, *, language: str = "en", with_name: bool = True
) -> CollectionPage:
    """What is on the page of a collection.

    Args:
        name: the collection, in any spelling.
        language: one of `LANGUAGES`.
        with_name: whether the learner is named.

    Raises:
        VaultError: NAME_NOT_FOUND.
    """
    spoken = language if language in LANGUAGES else "en"
    say = _sentences(spoken)
    heads = browse.list_heads(vault, collection=name)
    owner = next((one.name for one in vault.profiles.list() if one.is_in_use), "") if with_name else ""
    return CollectionPage(
        title=vault.collections.get(name).name,
        owner=owner,
        note=collection_note(vault, name),
        items=[_item(vault, head, say, spoken) for head in heads],
        record_ids=[head.id for head in heads],
        foot=say["foot"],
        more=say["more"],
        language=spoken,
    )


def write_collection_page(page: CollectionPage, out: Path, services: Services) -> None:
    """Writes the page to a new PDF.

    Raises:
        AppError: OUTPUT_EXISTS, OUTPUT_NOT_WRITABLE, DISK_FULL.
    """
    write_new_file(out, render_page(page, services.clock.now()))


def render_page(page: CollectionPage, at: datetime) -> bytes:
    """The PDF: one page. What is too much for the smallest letters is counted instead of shown."""
    for scale in _SCALES:
        made, pages = _laid_out(page, at, scale, len(page.items))
        if pages == 1:
            return made
    fits, too_many = 0, len(page.items)
    while too_many - fits > 1:
        middle = (fits + too_many) // 2
        if _laid_out(page, at, _SCALES[-1], middle)[1] == 1:
            fits = middle
        else:
            too_many = middle
    return _laid_out(page, at, _SCALES[-1], fits)[0]


def _item(vault: Vault, head: browse.CredentialHead, say: Mapping[str, str], language: str) -> PageItem:
    own = head.self_asserted and is_own_work(vault, browse.details(vault, head.id).credential)
    chip = say["own"] if own and head.verdict not in _BROKEN else verdict_words(head.verdict, language).chip
    day = (head.issued or "").partition("T")[0]
    said = [part for part in ("" if own else head.issuer or "", day, chip) if part]
    return PageItem(head.name or say["no_name"], " · ".join(said))


def _laid_out(page: CollectionPage, at: datetime, scale: float, shown: int) -> tuple[bytes, int]:
    """The PDF with the first so many items, and how many pages it came to."""
    paper = new_document(page.title, page.language, at)
    write(paper, page.title, 24 * scale, bold=True, gap=1, tag=Tag.TITLE)
    if page.owner:
        write(paper, page.owner, 13 * scale, gap=3 * scale)
    for paragraph in page.note.splitlines():
        write(paper, paragraph, 11.5 * scale, gap=1.2 * scale)
    for item in page.items[:shown]:
        _rule(paper, scale)
        write(paper, item.title, 13 * scale, bold=True, gap=0.5, tag=Tag.HEADING)
        write(paper, item.facts, 10.5 * scale)
    _rule(paper, scale)
    if shown < len(page.items):
        write(paper, page.more.format(count=len(page.items) - shown), 10 * scale, gap=1)
    write(paper, page.foot, 9 * scale)
    target = BytesIO()
    pages = paper.pages_count
    paper.output(target)
    return target.getvalue(), pages


def _rule(paper: "FPDF", scale: float) -> None:
    paper.ln(2.4 * scale)
    with decoration(paper):
        paper.set_draw_color(150)
        paper.line(MARGIN, paper.get_y(), MARGIN + WIDTH, paper.get_y())
    paper.ln(2.4 * scale)


@cache
def _sentences(language: str) -> Mapping[str, str]:
    return tomllib.loads(resources.read_text("collection_page", f"{language}.toml"))
