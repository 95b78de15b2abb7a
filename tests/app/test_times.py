"""Moments as people type them."""

from datetime import UTC, datetime

import pytest

from wallet.app.times import parse_moment, parse_until
from wallet.errors import AppError, Reason


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2026-11-23T00:00:00Z", datetime(2026, 11, 23, tzinfo=UTC)),
        ("2026-11-23t02:30:00+02:30", datetime(2026, 11, 23, tzinfo=UTC)),
        ("2026-11-23 00:00:00.5z", datetime(2026, 11, 23, 0, 0, 0, 500_000, tzinfo=UTC)),
    ],
)
def test_a_moment_is_read(typed: str, meant: datetime) -> None:
    assert parse_moment(typed) == meant
    assert parse_until(typed) == meant


@pytest.mark.parametrize("typed", ["", "now", "2026-11-23", "2026-11-23T00:00:00", "2026-13-01T00:00:00Z"])
def test_what_is_no_moment_is_refused(typed: str) -> None:
    with pytest.raises(AppError) as refused:
        parse_moment(typed)
    assert refused.value.reason is Reason.USAGE


def test_a_bare_date_lasts_until_its_end() -> None:
    assert parse_until("2026-12-31") == datetime(2026, 12, 31, 23, 59, 59, tzinfo=UTC)


@pytest.mark.parametrize("typed", ["2026-02-30", "31.12.2026", "tomorrow", "20261231"])
def test_what_is_no_day_is_refused(typed: str) -> None:
    with pytest.raises(AppError) as refused:
        parse_until(typed)
    assert refused.value.reason is Reason.USAGE
