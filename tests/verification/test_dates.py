"""Dates: in force or not at one clock reading, in every form an issuer may write them."""

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from tests import identities, issuing
from tests.identities import Json
from wallet.credentials.detect import parse_document
from wallet.credentials.vcdm import CONTEXT_V1
from wallet.errors import Reason
from wallet.verification.report import CheckName, Outcome, Verdict, VerificationReport
from wallet.verification.verifier import Verifier

ISSUER = identities.did_key("issuer")
NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
GOOD = (Verdict.CHECK, Reason.NO_TRUST_LIST)
SOON = (Verdict.CHECK, Reason.ENDS_SOON)
EXPIRED = (Verdict.INVALID, Reason.EXPIRED)
EARLY = (Verdict.INVALID, Reason.NOT_YET_VALID)
BROKEN = (Verdict.INVALID, Reason.STRUCTURE_INVALID)


def outcome(report: VerificationReport) -> tuple[Verdict, Reason | None]:
    return report.verdict, report.reason


def of(*, at: datetime = NOON, **changes: Any) -> tuple[Verdict, Reason | None]:
    """The verdict on a signed badge of VCDM 2.0 with these members."""
    return outcome(issuing.verify(issuing.good(**changes), at=at))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-11-23T12:00:00Z", SOON),
        ("2026-11-23T11:59:59Z", EXPIRED),
        ("2026-11-23T11:59:59.999Z", EXPIRED),
        ("2026-11-23T12:00:00.000001Z", SOON),
        ("2026-11-23T13:00:00+01:00", SOON),
        ("2026-11-23T12:59:59+01:00", EXPIRED),
        ("2026-11-23T07:00:00-05:00", SOON),
        ("2026-11-22T24:00:00Z", EXPIRED),
        ("2026-11-23T24:00:00Z", SOON),
        ("2026-12-23T11:59:59Z", SOON),
        ("2026-12-23T12:00:00Z", GOOD),
        ("2999-01-01T00:00:00Z", GOOD),
        ("9999-12-31T23:59:59Z", GOOD),
        ("0001-01-01T00:00:00Z", EXPIRED),
        ("2027-01-01T00:00:00", BROKEN),  # no offset: version 2.0 asks for one
        ("2027-01-01", BROKEN),
        ("2026-12-31T23:59:60Z", BROKEN),  # a leap second is none of XML Schema's
        ("2026-12-31T24:00:01Z", BROKEN),
        ("2027-02-29T00:00:00Z", BROKEN),
        ("10000-01-01T00:00:00Z", BROKEN),
        ("9999-12-31T24:00:00Z", BROKEN),
        ("2027-01-01t00:00:00z", BROKEN),
        ("2027-01-01 00:00:00Z", BROKEN),
        ("2027-01-01T00:00:00+15:00", BROKEN),
        (" 2027-01-01T00:00:00Z", BROKEN),
        ("\u0662\u0660\u0662\u0667-01-01T00:00:00Z", BROKEN),
        ("never", BROKEN),
        ("", BROKEN),
        (1_800_000_000, BROKEN),
        (["2027-01-01T00:00:00Z"], BROKEN),
    ],
)
def test_ends(text: Any, expected: tuple[Verdict, Reason]) -> None:
    assert of(validUntil=text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-11-23T12:00:00Z", GOOD),
        ("2026-11-23T12:00:01Z", EARLY),
        ("2026-11-23T12:00:00.5Z", EARLY),
        ("2026-11-23T12:59:59+01:00", GOOD),
        ("2026-11-22T24:00:00Z", GOOD),
        ("9999-12-31T23:59:59Z", EARLY),
        ("2026-01-01T00:00:00", BROKEN),
        ("soon", BROKEN),
        (None, BROKEN),
    ],
)
def test_starts(text: Any, expected: tuple[Verdict, Reason]) -> None:
    assert of(validFrom=text) == expected


def test_an_end_before_the_start() -> None:
    assert of(validFrom="2026-12-01T00:00:00Z", validUntil="2026-01-01T00:00:00Z")[0] is Verdict.INVALID


def test_what_is_said_of_an_end_that_comes_soon() -> None:
    report = issuing.verify(issuing.good(validUntil="2026-12-01T08:30:00Z"), at=NOON)
    check = report.check(CheckName.DATES)
    assert (check.outcome, check.reason) == (Outcome.PASSED, Reason.ENDS_SOON)
    assert check.detail == "2026-12-01T08:30:00+00:00"


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, GOOD),
        (
            {"issuanceDate": "2026-01-01T00:00:00"},
            GOOD,
        ),  # version 1.1 takes a time without offset; read as UTC
        ({"issuanceDate": "2026-12-01T00:00:00Z"}, EARLY),
        ({"expirationDate": "2026-11-01T00:00:00Z"}, EXPIRED),
        ({"expirationDate": "2026-11-23T11:00:00"}, EXPIRED),
        ({"expirationDate": "2030-01-01T00:00:00Z"}, GOOD),
        ({"expirationDate": "2030-01-01"}, BROKEN),
        # its context has these names, too
        ({"validUntil": "2026-11-01T00:00:00Z"}, EXPIRED),
        ({"validUntil": "2030-01-01T00:00:00Z", "expirationDate": "2026-11-01T00:00:00Z"}, EXPIRED),
        ({"validFrom": "2026-12-01T00:00:00Z"}, EARLY),
        ({"validUntil": "never"}, (Verdict.INVALID, Reason.DATE_INVALID)),
    ],
)
def test_version_1(changes: Json, expected: tuple[Verdict, Reason]) -> None:
    document = issuing.credential_v1(ISSUER, issuing.DATA_INTEGRITY, **changes)
    assert document["@context"][0] == CONTEXT_V1
    assert outcome(issuing.verify(issuing.secure(document, ISSUER), at=NOON)) == expected


@pytest.mark.parametrize("years", [-10, 10])
def test_a_clock_that_is_years_off(years: int) -> None:
    """D15: a wrong clock makes a good credential look bad, and the reason says that it is about time."""
    document = issuing.good(validUntil="2030-01-01T00:00:00Z")
    assert outcome(issuing.verify(document, at=NOON)) == GOOD
    report = issuing.verify(document, at=NOON.replace(year=NOON.year + years))
    assert report.verdict is Verdict.INVALID
    assert report.reason in (Reason.PROOF_FROM_THE_FUTURE, Reason.EXPIRED)
    assert report.check(CheckName.PROOF).outcome is Outcome.PASSED


def test_tampered_and_ended_is_called_tampered() -> None:
    document = issuing.changed(issuing.good(validUntil="2026-10-01T00:00:00Z"), "name", "Other")
    assert outcome(issuing.verify(document)) == (Verdict.INVALID, Reason.SIGNATURE_INVALID)


def test_the_clock_is_read_once() -> None:
    """All parts are judged at the same moment, however long it takes."""

    class Counting:
        def __init__(self) -> None:
            self.readings = 0

        def now(self) -> datetime:
            self.readings += 1
            return NOON + timedelta(days=self.readings)

    clock = Counting()
    shown = issuing.presentation(identities.did_key("holder"), issuing.good(), issuing.good())
    parsed = parse_document(json.dumps(shown).encode())
    report = Verifier(issuing.Documents(), clock).verify(parsed)
    assert clock.readings == 1
    assert {report.at, *(part.at for part in report.inner)} == {NOON + timedelta(days=1)}
