"""Dates are read strictly, and always come out in UTC."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wallet.codecs.timestamps import format_datetime, from_numeric_date, parse_datetime
from wallet.errors import CodecError, Reason


@settings(max_examples=100, deadline=None)
@given(st.datetimes(min_value=datetime(1, 1, 2), max_value=datetime(9999, 12, 30), timezones=st.just(UTC)))  # noqa: DTZ001
def test_what_is_written_is_read_back(moment: datetime) -> None:
    assert parse_datetime(format_datetime(moment), offset_required=True) == moment


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2010-01-01T19:23:24Z", datetime(2010, 1, 1, 19, 23, 24, tzinfo=UTC)),
        ("2023-02-25T19:10:39-06:00", datetime(2023, 2, 26, 1, 10, 39, tzinfo=UTC)),
        ("2025-08-16T12:00:00.000+00:00", datetime(2025, 8, 16, 12, tzinfo=UTC)),
        ("2023-02-26T01:20:18.4771239Z", datetime(2023, 2, 26, 1, 20, 18, 477123, tzinfo=UTC)),
        ("2023-02-26T01:20:18.05Z", datetime(2023, 2, 26, 1, 20, 18, 50000, tzinfo=UTC)),
        ("2024-02-29T00:00:00+14:00", datetime(2024, 2, 28, 10, tzinfo=UTC)),
        ("2023-12-31T24:00:00Z", datetime(2024, 1, 1, tzinfo=UTC)),
    ],
)
def test_good_times(text: str, expected: datetime) -> None:
    assert parse_datetime(text, offset_required=True) == expected
    assert parse_datetime(text).utcoffset() == timedelta(0)


def test_a_time_without_offset_is_utc_unless_an_offset_is_required() -> None:
    assert parse_datetime("2010-01-01T19:23:24") == datetime(2010, 1, 1, 19, 23, 24, tzinfo=UTC)
    with pytest.raises(CodecError):
        parse_datetime("2010-01-01T19:23:24", offset_required=True)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "01/01/2010",
        "2010-01-01",
        "2010-01-01 19:23:24Z",
        "2010-01-01t19:23:24z",
        "2010-01-01T19:23Z",
        "2010-01-01T19:23:24+0100",
        "2010-01-01T19:23:24+01",
        "2010-01-01T19:23:24+14:01",
        "2010-01-01T19:23:24+01:60",
        "2010-01-01T19:23:60Z",
        "2010-01-01T24:00:01Z",
        "2010-01-01T24:00:00.1Z",
        "2010-02-30T00:00:00Z",
        "2023-02-29T00:00:00Z",
        "0000-01-01T00:00:00Z",
        "9999-12-31T23:59:59-01:00",
        "12010-01-01T00:00:00Z",
        "2010-01-01T19:23:24.Z",
        " 2010-01-01T19:23:24Z",
        "2010-01-01T19:23:24Z\n",
        "٢٠١٠-01-01T19:23:24Z",
        "Sat 25 Feb 2023 07:16:31 PM CST",
    ],
)
def test_bad_times(text: str) -> None:
    with pytest.raises(CodecError) as refusal:
        parse_datetime(text)
    assert refusal.value.reason is Reason.DATE_INVALID


def test_numeric_dates() -> None:
    assert from_numeric_date(0) == datetime(1970, 1, 1, tzinfo=UTC)
    assert from_numeric_date(1262304000.5) == datetime(2010, 1, 1, 0, 0, 0, 500000, tzinfo=UTC)
    for seconds in (1e300, -1e15, 10**30, float("nan")):
        with pytest.raises(CodecError):
            from_numeric_date(seconds)
