"""A share on paper: a PDF for people, with the signed record attached and its QR code.

Lives here: layout, and the reader of `resources/share_pdf`. Does not live here: what is shared (`share`) or finding the
attachment again (`wallet.sharing.pdf_attachment`). Everything printed is read back from the bytes that leave.

Written by fpdf2, without Qt. No links, no actions, no scripts; checks are told by words, so grey print says the same.
It is tagged (`tagged_pdf`) and says its language, so that it can be read out.
The typeface is one of the system's that knows more than Latin-1, where there is one; a letter it lacks becomes "?".
"""

import hashlib
import struct
import tomllib
import unicodedata
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from wallet import resources
from wallet.app.reason_texts import check_words, sharer_words, verdict_words
from wallet.app.share_preview import SeenCredential, SeenShare
from wallet.app.tagged_pdf import Tag, decoration, tagged, write_text
from wallet.app.thumbnails import Thumbnail, ThumbnailMaker
from wallet.codecs import base64url
from wallet.credentials.model import Credential, Result
from wallet.errors import CodecError
from wallet.sharing.pdf_attachment import ATTACHMENT_NAME
from wallet.sharing.qr import QrMatrix
from wallet.verification.report import CheckName, LeftOut, Outcome, VerificationReport

if TYPE_CHECKING:
    from fpdf import FPDF

LANGUAGES = ("en", "es")
_MARGIN, _WIDTH = 18.0, 174.0  # millimetres; fits A4 and Letter
_CODE_SIDE, _PICTURE_SIDE = 46.0, 22.0
_SHARE_OF_LINE = 0.46  # millimetres of line for each point of type
_MOST_LETTERS = 3_000
_CORE_FONT = "helvetica"
_FONTS = (
    (
        "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
        "/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf",
    ),
    ("C:/Windows/Fonts/segoeui.ttf", "C:/Windows/Fonts/segoeuib.ttf"),
    ("/System/Library/Fonts/Supplemental/Arial.ttf", "/System/Library/Fonts/Supplemental/Arial Bold.ttf"),
)
_PICTURE_PREFIXES = ("data:image/png;base64,", "data:image/jpeg;base64,")


@dataclass(frozen=True, slots=True)
class Paper:
    """What goes on the pages.

    Attributes:
        presentation: the signed record, attached as it is; the bundle when something lies beside it.
        seen: the same, read back.
        qr: the code of its link, None when it does not fit in one.
        is_subset: credentials were taken out of a longer record.
        language: one of `LANGUAGES`.
    """

    presentation: bytes
    seen: SeenShare
    qr: QrMatrix | None
    is_subset: bool = False
    language: str = "en"
    attachment: str = ATTACHMENT_NAME


def render_pdf(paper: Paper) -> bytes:
    """The PDF."""
    page = _new_document(paper)
    say = _sentences(paper.language)
    _heading(page, paper, say)
    with closing(ThumbnailMaker()) as pictures:
        for credential, report in zip(paper.seen.credentials, paper.seen.report.inner, strict=False):
            _credential(page, credential, report, say, pictures, language=paper.language)
    _how_to_check(page, paper, say)
    page.embed_file(bytes=paper.presentation, basename=paper.attachment, compress=False, desc=say["title"])
    target = BytesIO()
    page.output(target)
    return target.getvalue()


def _new_document(paper: Paper) -> "FPDF":
    from fpdf import FPDF  # noqa: PLC0415 - a third of a second
    from fpdf.prefs import ViewerPreferences  # noqa: PLC0415

    page = FPDF(format="A4")
    page.set_margin(_MARGIN)
    page.set_auto_page_break(auto=True, margin=_MARGIN)
    page.set_creation_date(paper.seen.report.at)
    page.set_title(_sentences(paper.language)["title"])
    page.set_lang(paper.language)
    page.set_producer("ler-wallet")
    page.set_display_mode("default")  # anything else is written as an action
    page.viewer_preferences = ViewerPreferences(display_doc_title=True)
    plain, bold = _font_files()
    if plain is not None and bold is not None:
        page.add_font("system", "", plain)
        page.add_font("system", "B", bold)
    page.add_page()
    return page


def _font_files() -> tuple[Path | None, Path | None]:
    for plain, bold in _FONTS:
        if Path(plain).is_file() and Path(bold).is_file():
            return Path(plain), Path(bold)
    return None, None


def _write(
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
    """One paragraph, `left` and `right` millimetres inside the margins; `gap` millimetres below it."""
    has_system = "system" in page.fonts
    page.set_font("system" if has_system else _CORE_FONT, "B" if bold else "", size)
    shown = _printable(page, text) if has_system else _latin(text)
    width, line = _WIDTH - left - right, size * _SHARE_OF_LINE
    write_text(page, shown, tag, left=_MARGIN + left, width=width, line=line)
    page.ln(gap)


def _heading(page: "FPDF", paper: Paper, say: Mapping[str, str]) -> None:
    report = paper.seen.report
    top = page.get_y()
    beside = 0.0 if paper.qr is None else _CODE_SIDE + 6
    _write(page, say["title"], 22, bold=True, gap=3, right=beside, tag=Tag.TITLE)
    if paper.qr is not None:
        with tagged(page, Tag.FIGURE, say["code"]):
            _draw_code(page, paper.qr, _MARGIN + _WIDTH - _CODE_SIDE, top)
    facts = (
        (say["for"], report.audience or ""),
        (say["purpose"], report.purpose or ""),
        (say["made"], report.at.date().isoformat()),
        (say["until"], (report.until or "").partition("T")[0] or say["no_end"]),
    )
    for label, value in facts:
        if value:
            _write(page, f"{label}: {value}", 11, gap=1, right=beside)
    _write(page, verdict_words(report.verdict, paper.language).sentence, 11, bold=True, gap=2, right=beside)
    if report.is_labelled:
        _write(page, say["labelled"], 11, bold=True, gap=2, right=beside)
    if report.is_labelled_unchecked:
        _write(page, say["labelled_unchecked"], 11, bold=True, gap=2, right=beside)
    if paper.is_subset:
        _write(page, say["subset"], 10, gap=2, right=beside)
    if paper.qr is not None:
        page.set_y(max(page.get_y(), top + _CODE_SIDE + 2))


def _credential(
    page: "FPDF",
    seen: SeenCredential,
    report: VerificationReport,
    say: Mapping[str, str],
    pictures: ThumbnailMaker,
    *,
    language: str,
) -> None:
    credential = seen.credential
    page.ln(2)
    with decoration(page):
        page.set_draw_color(120)
        page.line(_MARGIN, page.get_y(), _MARGIN + _WIDTH, page.get_y())
    page.ln(3)
    top, left = page.get_y(), 0.0
    picture = _picture(credential, pictures)
    if picture is not None and top + _PICTURE_SIDE < page.h - _MARGIN:
        with tagged(page, Tag.FIGURE, f"{say['picture']}: {credential.title[:_MOST_LETTERS]}"):
            drawn = BytesIO(_png(picture))
            page.image(drawn, _MARGIN, top, _PICTURE_SIDE, _PICTURE_SIDE, keep_aspect_ratio=True)
        left = _PICTURE_SIDE + 4
    _write(page, credential.title, 15, bold=True, gap=1, left=left, tag=Tag.HEADING)
    _write(page, credential.issuer.name or credential.issuer.id, 11, gap=1, left=left)
    dates = [
        f"{say['issued']}: {_day(credential.valid_from)}",
        f"{say['ends']}: {_day(credential.valid_until)}",
    ]
    shown = [line for line in dates if not line.endswith(": ")]
    _write(page, "   ".join(shown), 10, gap=2, left=left)
    if left:
        page.set_y(max(page.get_y(), top + _PICTURE_SIDE + 2))
    _write(page, f"{say['checked']}: {verdict_words(report.verdict, language).chip}", 11, bold=True, gap=1)
    if report.left_out or report.left_out_of is LeftOut.UNKNOWN:
        words = say[f"left_out_{report.left_out_of}"]
        _write(page, f"{words}: {report.left_out}" if report.left_out else words, 10, gap=1)
    for check in report.checks:
        if check.outcome is Outcome.NOT_APPLICABLE and check.name is not CheckName.STATUS:
            continue  # what there is nothing to say about would only make the page long
        worded = check_words(check, report, language)
        _write(page, f"[{say[check.outcome.value]}]  {worded.line}. {worded.note}", 9.5, gap=0.8, left=2)
    if report.shared_by is not None:
        said = sharer_words(report.shared_by, language)
        _write(page, f"[{say[report.shared_by.value]}]  {said.line}. {said.note}", 9.5, gap=0.8, left=2)
    for heading, lines in _facts(credential, say):
        page.ln(1)
        if heading:
            _write(page, heading, 11, bold=True, gap=0.8, tag=Tag.SUBHEADING)
        for line in lines:
            _write(page, line, 10, gap=0.5, left=2)


def _facts(credential: Credential, say: Mapping[str, str]) -> Iterator[tuple[str, Sequence[str]]]:
    subjects = credential.subjects
    achievement = next((subject.achievement for subject in subjects if subject.achievement), None)
    described = (achievement.description if achievement else None) or credential.description
    if described:
        yield "", [described]
    if achievement and achievement.criteria_narrative:
        yield say["earned"], [achievement.criteria_narrative]
    if achievement and (achievement.alignments or achievement.tags):
        names = [*(alignment.target_name for alignment in achievement.alignments), *achievement.tags]
        yield say["skills"], [", ".join(dict.fromkeys(names))]
    results = [_result(result) for subject in subjects for result in subject.results]
    if results:
        yield say["results"], results
    evidence = [one.name or one.id or "" for one in credential.evidence]
    if any(evidence):
        yield say["evidence"], [name for name in evidence if name]


def _result(result: Result) -> str:
    """A value and its status on one line: they move as one."""
    said = dict.fromkeys(part for part in (result.value, result.achieved_level, result.status) if part)
    name = result.description.name if result.description else None
    return f"{name}: {', '.join(said)}" if name else ", ".join(said)


def _how_to_check(page: "FPDF", paper: Paper, say: Mapping[str, str]) -> None:
    page.ln(4)
    _write(page, say["check_title"], 12, bold=True, gap=1, tag=Tag.HEADING)
    _write(page, say["check_paper"], 10, gap=1)
    if paper.qr is not None:
        _write(page, say["check_code"], 10, gap=1)
    _write(page, f"{say['fingerprint']}: {hashlib.sha256(paper.presentation).hexdigest()}", 8.5)


def _day(text: str | None) -> str:
    return (text or "").partition("T")[0]


def _picture(credential: Credential, pictures: ThumbnailMaker) -> Thumbnail | None:
    """A badge picture that stands in the credential itself, made small in a process of its own."""
    images = [subject.achievement.image for subject in credential.subjects if subject.achievement]
    for image in (*images, credential.image):
        address = image.id if image else ""
        prefix = next((prefix for prefix in _PICTURE_PREFIXES if address.startswith(prefix)), None)
        if prefix is not None:
            packed = address.removeprefix(prefix).rstrip("=").replace("+", "-").replace("/", "_")
            try:
                return pictures.make(base64url.decode_strict(packed))
            except CodecError:
                return None
    return None


def _png(picture: Thumbnail) -> bytes:
    """A PNG of our own making; what came from outside is not handed on."""
    row = picture.width * 4
    lines = b"".join(b"\0" + picture.pixels[n * row : (n + 1) * row] for n in range(picture.height))
    header = struct.pack(">IIBBBBB", picture.width, picture.height, 8, 6, 0, 0, 0)
    parts = ((b"IHDR", header), (b"IDAT", zlib.compress(lines)), (b"IEND", b""))
    chunks = (
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in parts
    )
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def _draw_code(page: "FPDF", qr: QrMatrix, left: float, top: float) -> None:
    """Dark modules as rectangles, a little tall so that no printer shows hairlines between rows."""
    module = _CODE_SIDE / len(qr.rows)
    page.set_fill_color(0)
    for number, row in enumerate(qr.rows):
        for column, dark in enumerate(row):
            if dark:
                page.rect(
                    left + column * module, top + number * module, module * 1.02, module * 1.02, style="F"
                )


def _printable(page: "FPDF", text: str) -> str:
    """The text in letters the typeface has; direction marks and controls are left out."""
    known = getattr(page.current_font, "cmap", {})
    kept = (letter if letter == "\n" or ord(letter) in known else "?" for letter in _visible(text))
    return "".join(kept)


def _latin(text: str) -> str:
    shown = []
    for letter in _visible(text):
        bare = letter if letter <= "\xff" else unicodedata.normalize("NFKD", letter)[0]
        shown.append(bare if bare <= "\xff" else "?")
    return "".join(shown)


def _visible(text: str) -> str:
    cut = unicodedata.normalize("NFC", text[:_MOST_LETTERS])
    return "".join(letter for letter in cut if letter == "\n" or letter.isprintable())


@cache
def _sentences(language: str) -> Mapping[str, str]:
    return tomllib.loads(
        resources.read_text("share_pdf", f"{language if language in LANGUAGES else 'en'}.toml")
    )
