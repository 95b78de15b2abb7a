"""What a check rested on is kept, and answers once the issuer is gone: dated, and never better than it is."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.sample_files import SAMPLES, good
from wallet.app.browse import check_again, details
from wallet.app.container import Services, make_services
from wallet.app.import_credential import import_bytes
from wallet.app.unlock import Vault
from wallet.errors import Reason
from wallet.verification.report import CheckName, Outcome, Verdict

KEPT_ON = datetime(2026, 11, 23, tzinfo=UTC)
DID_DOCUMENT = "https://youthsafety.example/training/did.json"
STATUS_LIST = "https://youthsafety.example/status/revocation-1"


def keep(vault: Vault, services: Services, name: str) -> str:
    path = SAMPLES / name
    result = import_bytes(vault, path.read_bytes(), services, name=path.name)
    assert result.record_id is not None
    return result.record_id


def alone(days: float) -> Services:
    """The wallet some days later, with nothing to look things up in."""
    return make_services(at=KEPT_ON + timedelta(days=days))


def test_an_import_keeps_what_it_used_with_its_date(vault: Vault, services: Services) -> None:
    record = keep(vault, services, "good/first-aid-and-cpr.json")
    kept = vault.evidence.of(record)
    assert [document.url for document in kept] == [STATUS_LIST, DID_DOCUMENT]
    assert {document.retrieved_at for document in kept} == {KEPT_ON}
    folder = SAMPLES / "documents"
    assert kept[0].body == (folder / "youth-safety-revocation.json").read_bytes()


def test_a_badge_that_names_only_its_own_key_needs_nothing(vault: Vault, services: Services) -> None:
    assert vault.evidence.of(keep(vault, services, "good/laser-cutting.png")) == ()


def test_the_badge_stays_checkable_when_its_issuer_is_gone(vault: Vault, services: Services) -> None:
    record = keep(vault, services, "good/first-aid-and-cpr.json")
    assert details(vault, record).report.as_of is None
    report = check_again(vault, record, alone(days=20))
    assert (report.verdict, report.reason) == (Verdict.CHECK, Reason.NO_TRUST_LIST)
    assert report.as_of == KEPT_ON
    assert report.check(CheckName.STATUS).detail.endswith(" as of 2026-11-23")
    kept = details(vault, record).report
    assert kept.as_of == KEPT_ON
    assert kept.check(CheckName.STATUS) == report.check(CheckName.STATUS)


def test_without_what_was_kept_it_would_not_be(vault: Vault, services: Services) -> None:
    record = keep(vault, alone(days=0), "good/first-aid-and-cpr.json")
    assert check_again(vault, record, alone(days=20)).reason is Reason.NEEDS_NETWORK
    assert check_again(vault, record, services).verdict is Verdict.CHECK


@pytest.mark.parametrize(
    ("days", "reason"), [(30, None), (30.01, Reason.STATUS_OLD), (300, Reason.STATUS_OLD)]
)
def test_an_old_answer_of_a_status_list_is_said(
    vault: Vault, services: Services, days: float, reason: Reason | None
) -> None:
    record = keep(vault, services, "good/first-aid-and-cpr.json")
    report = check_again(vault, record, alone(days))
    check = report.check(CheckName.STATUS)
    assert (check.outcome, check.reason) == (Outcome.PASSED, reason)
    assert report.reason is (reason or Reason.NO_TRUST_LIST)
    assert report.verdict is Verdict.CHECK


def test_what_was_withdrawn_stays_withdrawn(vault: Vault, services: Services) -> None:
    record = keep(vault, services, "broken/revoked.json")
    report = check_again(vault, record, alone(days=100))
    assert (report.verdict, report.reason) == (Verdict.INVALID, Reason.REVOKED)


def test_the_date_does_not_move_by_looking_again(vault: Vault, services: Services) -> None:
    record = keep(vault, services, "good/first-aid-and-cpr.json")
    check_again(vault, record, alone(days=10))
    assert check_again(vault, record, alone(days=20)).as_of == KEPT_ON


def test_a_fresher_document_wins_and_is_kept_in_its_place(vault: Vault, services: Services) -> None:
    record = keep(vault, services, "good/first-aid-and-cpr.json")
    later = make_services(at=KEPT_ON + timedelta(days=100), documents=SAMPLES / "documents.json")
    report = check_again(vault, record, later)
    assert (report.as_of, report.check(CheckName.STATUS).reason) == (None, None)
    assert {document.retrieved_at for document in vault.evidence.of(record)} == {
        KEPT_ON + timedelta(days=100)
    }


def test_importing_it_again_without_documents_makes_nothing_worse(vault: Vault, services: Services) -> None:
    keep(vault, services, "good/first-aid-and-cpr.json")
    path = good("first-aid-and-cpr.json")
    again = import_bytes(vault, path.read_bytes(), alone(days=5), name=path.name)
    assert (again.report.verdict, again.report.as_of) == (Verdict.CHECK, KEPT_ON)


def test_what_was_kept_for_one_badge_does_not_answer_for_another(vault: Vault, services: Services) -> None:
    keep(vault, services, "good/first-aid-and-cpr.json")
    other = keep(vault, alone(days=1), "broken/suspended.json")
    assert check_again(vault, other, alone(days=1)).reason is Reason.NEEDS_NETWORK
