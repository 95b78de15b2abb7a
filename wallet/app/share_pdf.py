"""A share on paper: a PDF for people, with the signed record attached and its QR code.

Lives here: layout, and the reader of `resources/share_pdf`. Does not live here: what is shared (`share`) or finding the
attachment again (`wallet.sharing.pdf_attachment`). Everything printed is read back from the bytes that leave, but for
the picture a badge came baked into.

Written by fpdf2, without Qt. No links, no actions, no scripts; checks are told by words, so grey print says the same.
It is tagged (`tagged_pdf`) and says its language, so that it can be read out.
"""

import hashlib
import struct
import tomllib
import zlib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from functools import cache
from io import BytesIO
from itertools import zip_longest
from typing import TYPE_CHECKING

from wallet import resources
from wallet.app.course_list import by_term, courses_of, total
from wallet.app.paper import MARGIN, MOST_LETTERS, WIDTH, draw_code, new_document, write
from wallet.app.reason_texts import check_words, sharer_words, verdict_words
from wallet.app.share_preview import SeenCredential, SeenShare
from wallet.app.tagged_pdf import Tag, decoration, tagged
from wallet.app.thumbnails import Thumbnail, ThumbnailMaker
from wallet.codecs import base64url
from wallet.credentials.model import Credential, Evidence, Result
from wallet.errors import CodecError
from wallet.sharing.pdf_attachment import ATTACHMENT_NAME
from wallet.sharing.qr import QrMatrix
from wallet.verification.report import CheckName, LeftOut, Outcome, VerificationReport

if TYPE_CHECKING:
    from fpdf import FPDF

LANGUAGES = ("en", "es")
_CODE_SIDE, _PICTURE_SIDE = 46.0, 22.0
_SAID = (
    "creditsEarned",
    "term",
    "role",
    "licenseNumber",
    "activityStartDate",
    "activityEndDate",
    "narrative",
)
"""Members of a subject that say how it was earned. Source: Open Badges 3.0 and CLR 2.0, AchievementSubject."""
_MOST_LINES = 50
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
        pictures: for each credential the picture it came baked into, None for any other.
    """

    presentation: bytes
    seen: SeenShare
    qr: QrMatrix | None
    is_subset: bool = False
    language: str = "en"
    attachment: str = ATTACHMENT_NAME
    pictures: Sequence[bytes | None] = field(repr=False, default=())


def render_pdf(paper: Paper) -> bytes:
    """The PDF."""
    say = _sentences(paper.language)
    page = new_document(say["title"], paper.language, paper.seen.report.at)
    _heading(page, paper, say)
    with closing(ThumbnailMaker()) as pictures:
        shown = zip(paper.seen.credentials, paper.seen.report.inner, strict=False)
        for (credential, report), baked in zip_longest(shown, paper.pictures[: len(paper.seen.credentials)]):
            picture = _picture(credential.credential, baked, pictures)
            _credential(page, credential, report, say, picture, language=paper.language)
    _courses(page, paper.seen.report, say, paper.language)
    _how_to_check(page, paper, say)
    page.embed_file(bytes=paper.presentation, basename=paper.attachment, compress=False, desc=say["title"])
    target = BytesIO()
    page.output(target)
    return target.getvalue()


def _courses(page: "FPDF", report: VerificationReport, say: Mapping[str, str], language: str) -> None:
    """The courses of all credentials by term, with a total; nothing where none is a course."""
    courses = courses_of(report)
    if not courses:
        return
    page.ln(4)
    write(page, say["courses"], 13, bold=True, gap=1, tag=Tag.HEADING)
    for term, taken in by_term(courses).items():
        write(page, f"{term or say['no_term']}: {_credits(total(taken), say)}", 11, bold=True, gap=0.5)
        for course in taken:
            chip = verdict_words(course.verdict, language).chip
            name = " ".join(part for part in (course.code, course.title) if part)
            said = (name, _credits(course.credits, say), course.issuer, chip)
            write(page, " - ".join(said), 10, gap=0.5, left=2)
    left = sum(course.counted is None for course in courses)
    whole = f"{say['total']}: {_credits(total(courses), say)}"
    write(page, f"{whole}; {say['not_counted']}: {left}" if left else whole, 11, bold=True, gap=1)


def _credits(stated: str, say: Mapping[str, str]) -> str:
    return f"{stated} {say['credits']}" if stated else say["no_credits"]


def _heading(page: "FPDF", paper: Paper, say: Mapping[str, str]) -> None:
    report = paper.seen.report
    top = page.get_y()
    beside = 0.0 if paper.qr is None else _CODE_SIDE + 6
    write(page, say["title"], 22, bold=True, gap=3, right=beside, tag=Tag.TITLE)
    if paper.qr is not None:
        with tagged(page, Tag.FIGURE, say["code"]):
            draw_code(page, paper.qr.rows, MARGIN + WIDTH - _CODE_SIDE, top, _CODE_SIDE)
    facts = (
        (say["for"], report.audience or ""),
        (say["purpose"], report.purpose or ""),
        (say["made"], report.at.date().isoformat()),
        (say["until"], (report.until or "").partition("T")[0] or say["no_end"]),
    )
    for label, value in facts:
        if value:
            write(page, f"{label}: {value}", 11, gap=1, right=beside)
    write(page, verdict_words(report.verdict, paper.language).sentence, 11, bold=True, gap=2, right=beside)
    if report.is_labelled:
        write(page, say["labelled"], 11, bold=True, gap=2, right=beside)
    if report.is_labelled_unchecked:
        write(page, say["labelled_unchecked"], 11, bold=True, gap=2, right=beside)
    if paper.is_subset:
        write(page, say["subset"], 10, gap=2, right=beside)
    if paper.qr is not None:
        page.set_y(max(page.get_y(), top + _CODE_SIDE + 2))


def _credential(
    page: "FPDF",
    seen: SeenCredential,
    report: VerificationReport,
    say: Mapping[str, str],
    picture: Thumbnail | None,
    *,
    language: str,
) -> None:
    credential = seen.credential
    page.ln(2)
    with decoration(page):
        page.set_draw_color(120)
        page.line(MARGIN, page.get_y(), MARGIN + WIDTH, page.get_y())
    page.ln(3)
    top, left = page.get_y(), 0.0
    if picture is not None and top + _PICTURE_SIDE < page.h - MARGIN:
        with tagged(page, Tag.FIGURE, f"{say['picture']}: {credential.title[:MOST_LETTERS]}"):
            drawn = BytesIO(_png(picture))
            page.image(drawn, MARGIN, top, _PICTURE_SIDE, _PICTURE_SIDE, keep_aspect_ratio=True)
        left = _PICTURE_SIDE + 4
    write(page, credential.title, 15, bold=True, gap=1, left=left, tag=Tag.HEADING)
    write(page, credential.issuer.name or credential.issuer.id, 11, gap=1, left=left)
    dates = [
        f"{say['issued']}: {_day(credential.valid_from)}",
        f"{say['ends']}: {_day(credential.valid_until)}",
    ]
    dates += [f"{say['person']}: {subject.name}" for subject in credential.subjects if subject.name]
    shown = [line for line in dates if not line.endswith(": ")]
    write(page, "   ".join(shown), 10, gap=2, left=left)
    if left:
        page.set_y(max(page.get_y(), top + _PICTURE_SIDE + 2))
    write(page, f"{say['checked']}: {verdict_words(report.verdict, language).chip}", 11, bold=True, gap=1)
    if report.left_out or report.left_out_of is LeftOut.UNKNOWN:
        words = say[f"left_out_{report.left_out_of}"]
        write(page, f"{words}: {report.left_out}" if report.left_out else words, 10, gap=1)
    for check in report.checks:
        if check.outcome is Outcome.NOT_APPLICABLE and check.name is not CheckName.STATUS:
            continue  # what there is nothing to say about would only make the page long
        worded = check_words(check, report, language)
        write(page, f"[{say[check.outcome.value]}]  {worded.line}. {worded.note}", 9.5, gap=0.8, left=2)
    if report.shared_by is not None:
        said = sharer_words(report.shared_by, language)
        write(page, f"[{say[report.shared_by.value]}]  {said.line}. {said.note}", 9.5, gap=0.8, left=2)
    for heading, lines in facts_of(seen, say):
        page.ln(1)
        if heading:
            write(page, heading, 11, bold=True, gap=0.8, tag=Tag.SUBHEADING)
        for line in lines:
            write(page, line, 10, gap=0.5, left=2)


def facts_of(seen: SeenCredential, say: Mapping[str, str]) -> Iterator[tuple[str, Sequence[str]]]:
    """What people want to know of it: lines under headings, the first ones under none ("")."""
    credential = seen.credential
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
    known = {credential.title, described, credential.issuer.name}
    claims = [claim for subject in subjects for claim in subject.claims if claim.value not in known]
    shown = [f"{_spaced(claim.name)}: {claim.value}" for claim in claims] + _said(seen, say, described)
    if shown:
        yield say["shows"], shown[:_MOST_LINES]
    results = [_result(result) for subject in subjects for result in subject.results]
    if results:
        yield say["results"], results
    evidence = [_evidence(one) for one in credential.evidence]
    if any(evidence):
        yield say["evidence"], [line for line in evidence if line][:_MOST_LINES]


def _said(seen: SeenCredential, say: Mapping[str, str], described: str | None) -> list[str]:
    """Credits, term, role, days and the issuer's words about the learner's own work, as the bytes have them."""
    found = ((pointer.strip("/").split("/"), value) for pointer, value in seen.values)
    named = [
        (parts[-1], value)
        for parts, value in found
        if parts[0] == "credentialSubject" and [one for one in parts[1:] if not one.isdigit()] == parts[-1:]
    ]
    return [
        f"{say[f'said_{name}']}: {_day(value) if name.endswith('Date') else value}"
        for wanted in _SAID
        for name, value in named
        if name == wanted and value != described
    ]


def _evidence(one: Evidence) -> str:
    """All that leaves of a piece of evidence: what is only in the attachment, readers of paper would never know of."""
    told = " ".join(part for part in (one.description, one.narrative, one.id) if part)
    return f"{one.name}: {told}" if one.name and told else one.name or told


def _spaced(name: str) -> str:
    return name.replace(".", " / ").replace("_", " ")


def _result(result: Result) -> str:
    """A value and its status on one line: they move as one."""
    said = dict.fromkeys(part for part in (result.value, result.achieved_level, result.status) if part)
    name = result.description.name if result.description else None
    return f"{name}: {', '.join(said)}" if name else ", ".join(said)


def _how_to_check(page: "FPDF", paper: Paper, say: Mapping[str, str]) -> None:
    page.ln(4)
    write(page, say["check_title"], 12, bold=True, gap=1, tag=Tag.HEADING)
    write(page, say["check_paper"], 10, gap=1)
    if paper.qr is not None:
        write(page, say["check_code"], 10, gap=1)
    write(page, f"{say['fingerprint']}: {hashlib.sha256(paper.presentation).hexdigest()}", 8.5)


def _day(text: str | None) -> str:
    return (text or "").partition("T")[0]


def _picture(credential: Credential, baked: bytes | None, pictures: ThumbnailMaker) -> Thumbnail | None:
    """The picture the badge came in, else one that stands in the credential; made small in a process of its own."""
    if baked is not None:
        return pictures.make(baked)
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


@cache
def _sentences(language: str) -> Mapping[str, str]:
    return tomllib.loads(
        resources.read_text("share_pdf", f"{language if language in LANGUAGES else 'en'}.toml")
    )
