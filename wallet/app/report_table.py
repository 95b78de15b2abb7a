"""Reports as a table for spreadsheets: one row a credential, and nothing in it that a spreadsheet would run.

Lives here: the columns and the quoting. Does not live here: writing the file.
"""

import csv
import io
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from wallet.verification.report import VerificationReport

COLUMNS = (
    *("input", "input_verdict", "input_reason", "place", "verdict", "reason"),
    *("name", "issuer", "issuer_id", "subject", "valid_from", "valid_until"),
    *("format", "securing", "checked_at", "shared_by", "course_code", "term", "credits"),
)
"""A credential may be good inside a share that is not: `input_verdict` is the verdict on the whole input."""

# A cell that starts with one of these is a formula to some spreadsheet; the wide forms count for some as well.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
_GUARD = "'"
_ESCAPED_CATEGORIES = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})


def table_of(reports: Iterable[tuple[str, VerificationReport]]) -> bytes:
    """The table as CSV with a header row, every cell quoted; UTF-8 with the mark that spreadsheets look for.

    Args:
        reports: what each input is called, and its report.

    Source: RFC 4180.
    """
    return table_of_rows(rows_of(name, report) for name, report in reports)


def table_of_rows(rows: Iterable[str]) -> bytes:
    """The table from what `rows_of` wrote: so that a long one needs no reports to be kept."""
    return "".join((_written([COLUMNS]), *rows)).encode("utf-8-sig", "backslashreplace")


def table_of_texts(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """Any other table, as harmless as this one."""
    harmless_rows = [[harmless(cell) for cell in row] for row in rows]
    return _written([columns, *harmless_rows]).encode("utf-8-sig", "backslashreplace")


def rows_of(name: str, report: VerificationReport) -> str:
    """The rows of one input, each ended by a line break."""
    whole = (name, str(report.verdict), str(report.reason or ""))
    return _written([harmless(cell) for cell in (*whole, *cells)] for cells in _rows("", report))


def _written(rows: Iterable[Sequence[str]]) -> str:
    text = io.StringIO(newline="")
    csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerows(rows)
    return text.getvalue()


def harmless(text: str) -> str:
    """A cell that is text to every spreadsheet, on one line and in one direction.

    Control and format characters (direction marks, too) are written as escapes, line breaks as spaces; a leading
    apostrophe disarms what would start a formula.
    """
    cleaned = "".join(map(_visible, text.replace("\r\n", " ").replace("\0", "")))
    guarded = text.lstrip(" \0").startswith(_FORMULA_STARTS)
    return _GUARD + cleaned if guarded or cleaned.lstrip(" ").startswith(_FORMULA_STARTS) else cleaned


def _visible(character: str) -> str:
    if character in "\t\r\n":
        return " "
    if unicodedata.category(character) not in _ESCAPED_CATEGORIES:
        return character
    return f"\\u{ord(character):04x}"


def _rows(place: str, report: VerificationReport) -> Iterator[Sequence[str]]:
    """The row of a credential, or those of the credentials inside; what holds none has a row of its own."""
    if report.credential is not None or not report.inner:
        yield _cells(place, report)
        return
    for number, part in enumerate(report.inner, start=1):
        yield from _rows(f"{place}.{number}" if place else str(number), part)


def _cells(place: str, report: VerificationReport) -> Sequence[str]:
    credential = report.credential
    about = (
        (
            credential.title,
            credential.issuer.name or "",
            credential.issuer.id,
            credential.subject.id or "",
            credential.valid_from or "",
            credential.valid_until or "",
        )
        if credential is not None
        else ("",) * 6
    )
    return (
        *(place, str(report.verdict), str(report.reason or "")),
        *about,
        *(str(report.format), " ".join(report.securing), report.at.isoformat().replace("+00:00", "Z")),
        str(report.shared_by or ""),
        *_course(report),
    )


def _course(report: VerificationReport) -> Sequence[str]:
    """Code, term and credits as the issuer states them; of several subjects those of the first that has any."""
    for subject in report.credential.subjects if report.credential is not None else ():
        code = subject.achievement.code if subject.achievement is not None else None
        if code or subject.term or subject.credits:
            return (code or "", subject.term or "", subject.credits or "")
    return ("", "", "")
