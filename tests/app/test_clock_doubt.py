"""A computer's clock that cannot be right is said, and what it says of dates is not believed."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests import identities, issuing
from tests.vault.builders import make_vault
from wallet import RELEASED
from wallet.app.browse import check_again, list_heads
from wallet.app.container import Services, SystemClock, make_services
from wallet.app.import_credential import import_bytes
from wallet.app.reason_texts import check_words, words
from wallet.app.verify_document import verify_bytes
from wallet.errors import Reason
from wallet.verification.report import CheckName, Outcome, Verdict
from wallet.verification.sources import FixedClock

ISSUER = identities.did_key("issuer")
DAY = timedelta(days=1)
YEARS = 3652 * DAY


@dataclass(frozen=True)
class Machine:
    """A computer's clock that shows this much more, or less, than it should."""

    off: timedelta
    true: datetime = RELEASED + 10 * DAY

    def now(self) -> datetime:
        return self.true + self.off


def computer(off: timedelta = timedelta(), days_later: int = 0) -> Services:
    """The services of a real run, with only the clock replaced."""
    return replace(make_services(), clock=Machine(off, RELEASED + (10 + days_later) * DAY))


def badge(**changes: object) -> bytes:
    return issuing._text(issuing.good(**changes)).encode()


@pytest.mark.parametrize("off", [-YEARS, -YEARS / 2, -11 * DAY])
def test_a_clock_before_the_release_is_doubted(off: timedelta) -> None:
    report = verify_bytes(badge(), computer(off))
    check = report.check(CheckName.DATES)
    assert (report.verdict, report.reason) == (Verdict.UNCHECKED, Reason.CLOCK_DOUBTFUL)
    assert (check.outcome, check.reason) == (Outcome.UNKNOWN, Reason.CLOCK_DOUBTFUL)
    assert "clock of this computer" in check_words(check, report).note


@pytest.mark.parametrize("off", [timedelta(), -9 * DAY, DAY])
def test_a_clock_after_the_release_is_believed(off: timedelta) -> None:
    assert verify_bytes(badge(), computer(off)).reason is Reason.NO_TRUST_LIST


def test_what_has_ended_even_by_a_slow_clock_has_ended() -> None:
    old = badge(validFrom="2010-01-01T00:00:00Z", validUntil="2011-01-01T00:00:00Z")
    assert verify_bytes(old, computer(-YEARS)).reason is Reason.EXPIRED


def test_a_forged_one_is_forged_whatever_the_clock_says() -> None:
    assert verify_bytes(badge().replace(b"Laser", b"Layer"), computer(-YEARS)).verdict is Verdict.INVALID


def test_a_fast_clock_says_that_it_goes_by_this_computers_clock() -> None:
    report = verify_bytes(badge(validUntil="2027-06-01T00:00:00Z"), computer(YEARS))
    assert (report.verdict, report.reason) == (Verdict.INVALID, Reason.EXPIRED)
    assert "clock of this computer" in words(Reason.EXPIRED).means


def test_not_yet_valid_says_that_it_goes_by_this_computers_clock() -> None:
    report = verify_bytes(badge(validFrom="2027-06-01T00:00:00Z"), computer())
    assert (report.verdict, report.reason) == (Verdict.INVALID, Reason.NOT_YET_VALID)
    assert "clock of this computer" in words(Reason.NOT_YET_VALID).means


def test_a_time_somebody_chose_is_not_doubted() -> None:
    at = make_services(at=datetime(2026, 2, 2, tzinfo=UTC))
    assert isinstance(at.clock, FixedClock)
    assert verify_bytes(badge(), at).reason is Reason.NO_TRUST_LIST


def test_the_real_clock_is_the_one_that_is_doubted() -> None:
    services = make_services()
    assert isinstance(services.clock, SystemClock)
    assert services.earliest == RELEASED


def test_a_clock_before_a_start_that_was_seen_to_pass_is_doubted(tmp_path: Path) -> None:
    """The release is long ago, and the clock fell back by less: what the file holds knows better."""
    newer = (RELEASED + 90 * DAY).isoformat().replace("+00:00", "Z")
    with make_vault(tmp_path / "my.lerwallet") as vault:
        right = computer(days_later=100)
        old = import_bytes(vault, badge(), right, name="a").record_id
        assert old is not None
        back = computer(-60 * DAY, days_later=100)
        assert check_again(vault, old, back).reason is Reason.NO_TRUST_LIST
        new = import_bytes(vault, badge(id="urn:uuid:2", validFrom=newer), right, name="b").record_id
        assert new is not None
        for record in (old, new, old):
            report = check_again(vault, record, back)
            assert (report.verdict, report.reason) == (Verdict.UNCHECKED, Reason.CLOCK_DOUBTFUL)
        assert (
            import_bytes(vault, badge(id="urn:uuid:3"), back, name="c").report.reason is Reason.CLOCK_DOUBTFUL
        )
        for record in (old, new):
            assert check_again(vault, record, right).reason is Reason.NO_TRUST_LIST


def test_a_date_far_ahead_does_not_make_a_right_clock_doubtful(tmp_path: Path) -> None:
    with make_vault(tmp_path / "my.lerwallet") as vault:
        ahead = badge(id="urn:uuid:ahead", validFrom="2099-01-01T00:00:00Z")
        for services in (computer(), computer(-YEARS), computer()):
            import_bytes(vault, ahead, services, name="ahead")
        forged = ahead.replace(b"Laser", b"Layer").replace(b"2099", b"2100")
        import_bytes(vault, forged, computer(100 * YEARS / 10), name="forged")
        record = import_bytes(vault, badge(), computer(), name="a").record_id
        assert record is not None
        assert check_again(vault, record, computer()).reason is Reason.NO_TRUST_LIST
        assert len(list_heads(vault)) == 3


def test_a_slow_clock_leaves_status_lists_undecided() -> None:
    address = "https://guild.example/status/1"
    listed = issuing.secure(issuing.status_list(ISSUER, address), ISSUER)
    document = badge(credentialStatus=issuing.status_entry(address))
    services = replace(computer(-YEARS), documents=issuing.Documents({address: listed}))
    report = verify_bytes(document, services)
    assert report.check(CheckName.STATUS).outcome is Outcome.UNKNOWN
    assert report.reason is Reason.CLOCK_DOUBTFUL
