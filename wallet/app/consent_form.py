"""The form an adult signs on paper: who gets what, why and until when, both lists, and a line for the signature.

Lives here: layout, and the reader of `resources/consent_form`. Does not live here: the share itself (`share`), or the
signed form coming back (`signed_form`). Both lists are read from the bytes that would leave, as in the window.
"""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

from wallet import resources
from wallet.app.claim_names import PrivateKind
from wallet.app.container import Services
from wallet.app.paper import MARGIN, WIDTH, new_document, write
from wallet.app.part_names import part_name
from wallet.app.past_parts import SeenParts, seen_parts
from wallet.app.private_values import PrivateValue
from wallet.app.reason_texts import verdict_words
from wallet.app.share import PreparedShare
from wallet.app.share_pdf import facts_of
from wallet.app.share_preview import SeenCredential, SeenShare
from wallet.app.tagged_pdf import Tag, decoration
from wallet.vault.connection import Vault
from wallet.vault.shares import ShareHead
from wallet.verification.report import Verdict

if TYPE_CHECKING:
    from fpdf import FPDF

LANGUAGES = ("en", "es")
_MOST_VALUES, _MOST_LETTERS = 60, 200
_TECHNICAL = frozenset(
    {"@context", "id", "type", "proof", "credentialStatus", "credentialSchema", "cnf", "vct"}
)
_AMONG_FACTS = (PrivateKind.RESULT, PrivateKind.EVIDENCE)
_MOST_VALUES = 200
_GOOD_ENOUGH = (Verdict.VERIFIED, Verdict.CHECK)
_LABEL_WIDTH = 58.0  # millimetres


def render_form(
    vault: Vault, prepared: PreparedShare, seen: SeenShare, services: Services, language: str = "en"
) -> bytes:
    """The form as a PDF.

    Args:
        prepared: the share the adult is asked about; it does not leave here.
        seen: the same, or the answer to a request it belongs to, read back from the bytes that would leave.
        language: one of `LANGUAGES`.
    """
    say = _sentences(language)
    page = new_document(say["title"], language, prepared.made_at)
    write(page, say["title"], 20, bold=True, gap=2, tag=Tag.TITLE)
    write(page, say["lead"], 11, gap=3)
    until = say["no_end"] if prepared.until is None else prepared.until.date().isoformat()
    for label, value in (
        (say["for"], prepared.to),
        (say["purpose"], prepared.purpose),
        (say["until"], until),
        (say["made"], prepared.made_at.date().isoformat()),
    ):
        write(page, f"{label}: {value}", 11, gap=1)
    if seen.report.verdict not in _GOOD_ENOUGH:
        write(page, verdict_words(seen.report.verdict, language).sentence, 11, bold=True, gap=2)
    _rule(page)
    write(page, say["see"], 14, bold=True, gap=1.5, tag=Tag.HEADING)
    if prepared.is_subset:
        write(page, say["subset"], 10, gap=1.5, left=2)
    for credential in seen.credentials:
        _credential(page, credential, say, language)
    write(page, say["not_see"], 14, bold=True, gap=1.5, tag=Tag.HEADING)
    for line in _not_seen(seen_parts(vault, _as_head(prepared), services, language), say):
        write(page, line, 10, gap=0.8, left=2)
    _rule(page)
    _signature(page, say)
    target = BytesIO()
    page.output(target)
    return target.getvalue()


def _credential(page: "FPDF", seen: SeenCredential, say: Mapping[str, str], language: str) -> None:
    credential = seen.credential
    write(page, credential.title, 12, bold=True, gap=0.5, left=2, tag=Tag.SUBHEADING)
    write(page, credential.issuer.name or credential.issuer.id, 10, gap=1, left=2)
    told = [value for value in seen.private if value.kind not in _AMONG_FACTS]
    if told:
        write(page, say["about"], 10, bold=True, gap=0.5, left=2)
        for value in told[:_MOST_VALUES]:
            write(page, _private(value, say, language), 10, bold=True, gap=0.5, left=2)
    for heading, lines in facts_of(seen, say):
        if heading == say["shows"]:
            continue  # stands above, among what is about the learner
        if heading:
            write(page, heading, 10, bold=True, gap=0.5, left=2)
        for line in lines:
            write(page, line, 10, gap=0.5, left=2)
    page.ln(2)


def _private(value: PrivateValue, say: Mapping[str, str], language: str) -> str:
    """A value under the issuer's own name for it, where there is one."""
    known = value.label or (part_name(value.pointer, language) if value.pointer else "")
    name = known or say[f"private_{value.kind}"]
    return f"{name}: {say['hashed'] if value.is_hashed else value.value}"


def _not_seen(parts: Sequence[SeenParts], say: Mapping[str, str]) -> Iterator[str]:
    hidden = [(part.title, name) for part in parts for name in part.hidden]
    for title, name in hidden:
        yield f"{title}: {name}" if len(parts) > 1 else name
    if not hidden:
        yield say["none_hidden"]
    yield say["others"]


def _as_head(prepared: PreparedShare) -> ShareHead:
    return ShareHead(
        id="",
        to=prepared.to,
        purpose=prepared.purpose,
        made_at=prepared.made_at,
        until=prepared.until,
        channel="",
        credential_ids=prepared.credential_ids,
        titles=prepared.titles,
        revealed=prepared.revealed,
        hidden=prepared.hidden,
        can_be_stopped=False,
        sha256="",
    )


def _signature(page: "FPDF", say: Mapping[str, str]) -> None:
    """What is agreed to stands on one page with the line that is signed."""
    if page.will_page_break(95):
        page.add_page()
    write(page, say["says"], 14, bold=True, gap=1.5, tag=Tag.HEADING)
    for sentence in ("agree", "pass_on"):
        write(page, say[sentence], 11, gap=2)
    write(page, say["copies"], 10, gap=4)
    for label in ("name", "relation", "date", "signature"):
        page.ln(4)
        top = page.get_y()
        write(page, say[label], 11)
        with decoration(page):
            page.set_draw_color(0)
            page.line(MARGIN + _LABEL_WIDTH, top + 5, MARGIN + WIDTH, top + 5)
    page.ln(4)
    write(page, say["keep"], 9)


def _rule(page: "FPDF") -> None:
    page.ln(1)
    with decoration(page):
        page.set_draw_color(120)
        page.line(MARGIN, page.get_y(), MARGIN + WIDTH, page.get_y())
    page.ln(3)


@cache
def _sentences(language: str) -> Mapping[str, str]:
    return tomllib.loads(
        resources.read_text("consent_form", f"{language if language in LANGUAGES else 'en'}.toml")
    )
