"""The page a learner takes to an advising talk: one sheet of paper of what the advising view shows.

Lives here: layout, and the reader of `resources/advising`. Does not live here: what is on it (`advising`), the typeface
and the tags (`paper`, `tagged_pdf`).
"""

import tomllib
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING

from wallet import resources
from wallet.app.advising_view import AdvisedCredential, AdvisingView
from wallet.app.paper import new_document, write
from wallet.app.reason_texts import verdict_words
from wallet.app.tagged_pdf import Tag
from wallet.verification.report import Verdict

if TYPE_CHECKING:
    from fpdf import FPDF

LANGUAGES = ("en", "es")
_SIZES = (
    (24, 30),
    (16, 24),
    (10, 16),
    (6, 10),
    (3, 6),
)  # credentials and skills; the first that fits on one page
_DAY = len("2026-11-23")
_OWN = (Verdict.INVALID, Verdict.UNREADABLE)


def render_advising(view: AdvisingView, language: str, at: datetime) -> bytes:
    """The page as a PDF; what does not fit is counted.

    Args:
        language: "en" or "es".
        at: when it is made.
    """
    content = b""
    for most in _SIZES:
        page = _page(view, language, at, most)
        content = bytes(page.output())  # also of one that is too long: it closes the typeface's files
        if page.page_no() == 1:
            break
    return content


def _page(view: AdvisingView, language: str, at: datetime, most: tuple[int, int]) -> "FPDF":
    say = _sentences(language)
    credentials, skills = most
    page = new_document(say["title"], language if language in LANGUAGES else LANGUAGES[0], at)
    write(page, say["title"], 20, bold=True, gap=1, tag=Tag.TITLE)
    write(page, say["made"].format(day=at.date().isoformat()), 10, gap=1)
    write(page, say["lead"], 10, gap=3)
    write(page, say["talk"], 14, bold=True, gap=1, tag=Tag.HEADING)
    for topic in view.topics:
        write(page, say[topic.topic], 11, bold=True, gap=0.4, left=2)
        if topic.names:
            write(page, ", ".join(topic.names), 10, gap=1, left=2)
    page.ln(2)
    write(page, say["credentials"], 14, bold=True, gap=1, tag=Tag.HEADING)
    if not view.credentials:
        write(page, say["none"], 10, gap=1, left=2)
    for one in view.credentials[:credentials]:
        write(page, one.name, 11, bold=True, gap=0.2, left=2)
        write(page, f"{_chip(one, language)} · {_source(one, say)}", 10, gap=0.8, left=2)
    more = view.left_out + max(0, len(view.credentials) - credentials)
    if more:
        write(page, say["more"].format(count=more), 10, gap=1, left=2)
    if view.skills:
        page.ln(2)
        write(page, say["skills"], 14, bold=True, gap=0.6, tag=Tag.HEADING)
        write(page, say["skills_note"], 9, gap=0.6, left=2)
        named = [
            say["proofs"].format(name=one.name, count=one.proofs) if one.proofs else one.name
            for one in view.skills[:skills]
        ]
        write(page, " · ".join(named), 10, gap=0.6, left=2)
        if len(view.skills) > skills:
            write(page, say["more"].format(count=len(view.skills) - skills), 10, left=2)
    return page


def _chip(one: AdvisedCredential, language: str) -> str:
    return verdict_words(one.verdict, language).chip


def _source(one: AdvisedCredential, say: Mapping[str, str]) -> str:
    if one.self_asserted and one.verdict not in _OWN:
        return say["own"].format(issued=one.issued[:_DAY])
    return say["from"].format(issuer=one.issuer, issued=one.issued[:_DAY]).strip(", ")


@cache
def _sentences(language: str) -> Mapping[str, str]:
    name = language if language in LANGUAGES else LANGUAGES[0]
    return tomllib.loads(resources.read_text("advising", f"{name}.toml"))
