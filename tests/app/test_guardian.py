"""Where an adult has to agree, nothing leaves without them; who agreed stays in the history."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.sample_files import good
from wallet.app.container import Services, make_services
from wallet.app.guardian import (
    AgeBand,
    agree,
    ended_on,
    find_rule,
    last_day_of,
    remove_guardian,
    set_guardian,
)
from wallet.app.import_credential import import_bytes
from wallet.app.share import PreparedShare, prepare, record, send
from wallet.app.share_history import get_share, list_shares
from wallet.app.times import parse_moment
from wallet.app.unlock import Vault
from wallet.errors import AppError, Reason, SharingError

CODE = b"blue kettle"


def _code(text: bytes = CODE) -> bytearray:
    return bytearray(text)


def _reason(act: Callable[[], Any]) -> Reason:
    with pytest.raises((SharingError, AppError)) as caught:
        act()
    return caught.value.reason


def _prepared(vault: Vault, services: Services) -> PreparedShare:
    found = import_bytes(vault, good("small-sewing.json").read_bytes(), services, name="x")
    return prepare(
        vault, [str(found.record_id)], to="Library", purpose="Course", until=None, services=services
    )


def test_nothing_leaves_without_the_adult(vault: Vault, services: Services, tmp_path: Path) -> None:
    set_guardian(vault, _code(), services, band=AgeBand.UNDER_13)
    prepared, out = _prepared(vault, services), tmp_path / "out.json"
    assert _reason(lambda: send(vault, prepared, out, services)) is Reason.GUARDIAN_NEEDED
    assert _reason(lambda: record(vault, prepared, "qr", services)) is Reason.GUARDIAN_NEEDED
    assert list(tmp_path.glob("out*")) == []
    assert list_shares(vault) == ()


def test_who_agreed_is_kept_with_what_was_shared(vault: Vault, services: Services, tmp_path: Path) -> None:
    set_guardian(vault, _code(), services, band=AgeBand.UNDER_13)
    consent = agree(vault, _code(), guardian=" Maria Rivera ", relation="mother")
    made = send(vault, replace(_prepared(vault, services), consent=consent), tmp_path / "out.json", services)
    kept = get_share(vault, made.id)
    assert kept.consent == ("Maria Rivera", "mother", "receiver-only")
    assert (kept.to, kept.purpose, kept.made_at) == ("Library", "Course", services.clock.now())
    assert b"Maria" not in kept.content, "the receiver does not learn it"


@pytest.mark.parametrize("code", [b"blue kettl", b"blue kettle ", b"BLUE KETTLE", b"\x00"])
def test_another_code_word_is_refused(vault: Vault, services: Services, code: bytes) -> None:
    set_guardian(vault, _code(), services, band=AgeBand.UNDER_13)
    refused = _reason(lambda: agree(vault, _code(code), guardian="M", relation="mother"))
    assert refused is Reason.GUARDIAN_CODE_WRONG
    assert (
        _reason(lambda: remove_guardian(vault, _code(code), services.clock.now()))
        is Reason.GUARDIAN_CODE_WRONG
    )
    assert find_rule(vault, services.clock.now()) is not None


def test_the_code_word_is_nowhere_in_the_settings(vault: Vault, services: Services) -> None:
    set_guardian(vault, _code(), services, band=AgeBand.UNDER_13)
    kept = json.dumps(vault.settings.all())
    assert "kettle" not in kept
    assert "argon" not in kept


def test_an_adult_has_to_say_who_they_are(vault: Vault, services: Services) -> None:
    set_guardian(vault, _code(), services, band=AgeBand.UNDER_13)
    assert _reason(lambda: agree(vault, _code(), guardian=" ", relation="x")) is Reason.GUARDIAN_NEEDED
    assert _reason(lambda: agree(vault, _code(), guardian="x", relation="")) is Reason.GUARDIAN_NEEDED


def test_only_the_adult_changes_it(vault: Vault, services: Services) -> None:
    set_guardian(vault, _code(), services, band=AgeBand.UNDER_13)
    again = _reason(lambda: set_guardian(vault, _code(b"mine"), services, band=AgeBand.TEEN))
    assert again is Reason.GUARDIAN_SET
    remove_guardian(vault, _code(), services.clock.now())
    assert find_rule(vault, services.clock.now()) is None
    assert _reason(lambda: agree(vault, _code(), guardian="x", relation="y")) is Reason.GUARDIAN_NOT_SET


@pytest.mark.parametrize(
    ("at", "asks", "ended"),
    [
        ("2026-11-23T00:00:00Z", True, None),
        ("2027-05-30T23:59:59Z", True, None),
        ("2027-05-31T00:00:00Z", False, None),
        ("2032-05-30T23:59:59Z", False, None),
        ("2032-05-31T00:00:00Z", None, date(2032, 5, 31)),
    ],
)
def test_birthdays_change_it(
    vault: Vault, services: Services, at: str, asks: bool | None, ended: date | None
) -> None:
    set_guardian(vault, _code(), services, born=date(2014, 5, 31))
    rule = find_rule(vault, parse_moment(at))
    assert (None if rule is None else rule.asks) is asks
    assert ended_on(vault, parse_moment(at)) == ended
    before = find_rule(vault, services.clock.now())
    assert before is not None, "a clock that was put forward undoes nothing"
    assert before.asks
    later = make_services(at=parse_moment(at))
    if not asks:
        record(vault, _prepared(vault, later), "file", later)
        assert len(list_shares(vault)) == 1


def test_a_leap_day_has_birthdays(vault: Vault, services: Services) -> None:
    rule = set_guardian(vault, _code(), services, born=date(2016, 2, 29))
    assert (rule.thirteen_on, rule.eighteen_on) == (date(2029, 3, 1), date(2034, 3, 1))


def test_only_under_13_a_code_word_is_needed(vault: Vault, services: Services, tmp_path: Path) -> None:
    for band in (AgeBand.TEEN, AgeBand.ADULT):
        rule = set_guardian(vault, None, services, band=band)
        assert not rule.asks
        assert find_rule(vault, services.clock.now()) == rule
    send(vault, _prepared(vault, services), tmp_path / "out.json", services)
    assert _reason(lambda: agree(vault, _code(), guardian="x", relation="y")) is Reason.GUARDIAN_NOT_SET
    refused = _reason(lambda: set_guardian(vault, None, services, band=AgeBand.UNDER_13))
    assert refused is Reason.GUARDIAN_CODE_MISSING
    set_guardian(vault, _code(), services, band=AgeBand.UNDER_13)
    changed = _reason(lambda: set_guardian(vault, None, services, band=AgeBand.ADULT))
    assert changed is Reason.GUARDIAN_SET


def test_what_is_not_locked_by_a_code_word_can_be_taken_away(vault: Vault, services: Services) -> None:
    set_guardian(vault, None, services, band=AgeBand.TEEN)
    remove_guardian(vault, None, services.clock.now())
    assert find_rule(vault, services.clock.now()) is None


def test_a_birth_year_stands_for_its_last_day(vault: Vault, services: Services) -> None:
    rule = set_guardian(vault, _code(), services, band=AgeBand.UNDER_13, born=last_day_of(2014))
    assert (rule.thirteen_on, rule.eighteen_on) == (date(2027, 12, 31), date(2032, 12, 31))
    assert rule.asks


@pytest.mark.parametrize("born", [date(2000, 1, 1), date(2027, 1, 1)])
def test_a_birth_date_of_an_adult_or_of_nobody_is_refused(
    vault: Vault, services: Services, born: date
) -> None:
    assert _reason(lambda: set_guardian(vault, _code(), services, born=born)) is Reason.USAGE


def test_without_the_step_nothing_is_asked(vault: Vault, services: Services) -> None:
    made = record(vault, _prepared(vault, services), "file", services)
    assert get_share(vault, made.id).consent == ()
    empty = _reason(lambda: set_guardian(vault, _code(b" "), services, band=AgeBand.TEEN))
    assert empty is Reason.GUARDIAN_CODE_MISSING
