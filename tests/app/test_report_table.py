"""The table a registrar opens in a spreadsheet: a row a credential, and nothing in it runs."""

import csv
import io
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from wallet.app.report_table import COLUMNS, harmless, table_of
from wallet.credentials.model import Credential, Envelope, Format, Issuer
from wallet.errors import Reason
from wallet.verification.report import Verdict, VerificationReport


def _report(name: str = "Laser cutting", issuer: str = "Guild") -> VerificationReport:
    return VerificationReport(
        verdict=Verdict.CHECK,
        reason=Reason.NO_TRUST_LIST,
        checks=(),
        format=Format.OPEN_BADGES_3,
        envelope=Envelope.JSON,
        securing=("eddsa-rdfc-2022",),
        credential=Credential(
            id=None,
            types=(),
            name=name,
            description=None,
            issuer=Issuer("did:example:1", issuer),
            subjects=(),
            valid_from="2026-01-01T00:00:00Z",
            valid_until=None,
        ),
        inner=(),
        at=datetime(2026, 11, 23, tzinfo=UTC),
    )


def _share(*inner: VerificationReport) -> VerificationReport:
    return replace(
        _report(),
        verdict=Verdict.INVALID,
        reason=Reason.SIGNATURE_INVALID,
        format=Format.PRESENTATION,
        credential=None,
        inner=inner,
    )


def _rows(*reports: tuple[str, VerificationReport]) -> list[dict[str, str]]:
    text = table_of(reports).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_a_credential_is_a_row() -> None:
    (row,) = _rows(("badge.png", _report()))
    assert tuple(row) == COLUMNS
    assert (row["input"], row["verdict"], row["reason"]) == ("badge.png", "check", "no_trust_list")
    assert (row["name"], row["issuer"], row["checked_at"]) == (
        "Laser cutting",
        "Guild",
        "2026-11-23T00:00:00Z",
    )


def test_a_share_has_a_row_for_each_credential_and_says_what_the_whole_is_worth() -> None:
    first, second = _rows(("share.json", _share(_report("One"), _report("Two"))))
    assert [first["name"], second["name"]] == ["One", "Two"]
    assert [first["place"], second["place"]] == ["1", "2"]
    assert first["input_verdict"] == "invalid"
    assert first["verdict"] == "check"


def test_what_holds_no_credential_still_has_a_row() -> None:
    (row,) = _rows(("empty.json", _share()))
    assert row["verdict"] == "invalid"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "  =", "\uff1d", "\uff20"])
def test_no_cell_starts_a_formula(start: str) -> None:
    hostile = start + "HYPERLINK(1)"
    shown = hostile.translate(dict.fromkeys(map(ord, "\t\r\n"), " "))
    (row,) = _rows((hostile, _report(hostile, hostile)))
    for column in ("input", "name", "issuer"):
        assert row[column] == "'" + shown
    assert harmless("a" + hostile) == "a" + shown


@pytest.mark.parametrize("text", ['quote " and ""', "comma, semicolon;", "emoji 🛠", "NUL \0."])
def test_other_text_comes_back_as_it_was(text: str) -> None:
    (row,) = _rows(("x", _report(text)))
    assert row["name"] == text.replace("\0", "")


def test_half_characters_do_not_stop_the_table() -> None:
    (row,) = _rows(("x\udce9", _report()))
    assert row["input"].startswith("x")


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("Zoë 三匹", "Zoë 三匹"),
        ("\x1b[31mred", "\\u001b[31mred"),
        ("abc\u202egnp", "abc\\u202egnp"),
        ("two\r\nlines", "two lines"),
    ],
)
def test_a_cell_holds_no_control_characters_or_direction_marks(text: str, cell: str) -> None:
    assert harmless(text) == cell
