"""Timestamps as credentials write them. Lives here: one strict reader, one writer, and NumericDate to text.

Does not live here: what a date means for a verdict (`wallet.verification.checks`).
"""

import re
from datetime import UTC, datetime, timedelta, timezone

from wallet.errors import CodecError, Reason

_DATE_TIME = re.compile(
    r"(?P<date>\d{4}-\d\d-\d\d)T(?P<hour>\d\d):(?P<rest>\d\d:\d\d)(?:\.(?P<fraction>\d{1,30}))?"
    r"(?:(?P<zulu>Z)|(?P<sign>[+-])(?P<offset_hours>\d\d):(?P<offset_minutes>\d\d))?",
    re.ASCII,
)
_MAX_OFFSET = timedelta(hours=14)


def parse_datetime(text: str, *, offset_required: bool = False) -> datetime:
    """Read an xsd:dateTime, or an xsd:dateTimeStamp when the offset is required.

    Args:
        text: for example "2010-01-01T19:23:24.5Z". Digits beyond microseconds are dropped.
        offset_required: refuse a time without "Z" or an offset. Otherwise such a time is read as UTC.

    Returns:
        The moment, timezone-aware, in UTC.

    Raises:
        CodecError: DATE_INVALID.

    Source: XML Schema 1.1 part 2, sections 3.3.7 (dateTime) and 3.4.28 (dateTimeStamp); years 0001 to 9999
        only.
    """
    match = _DATE_TIME.fullmatch(text)
    if match is None or (offset_required and not (match["zulu"] or match["sign"])):
        raise CodecError(Reason.DATE_INVALID, "not a date and time with an offset")
    end_of_day = match["hour"] == "24"
    if end_of_day and (match["rest"] != "00:00" or (match["fraction"] or "").strip("0")):
        raise CodecError(Reason.DATE_INVALID, "hour 24 is only the end of the day")
    hour = "00" if end_of_day else match["hour"]
    try:
        local = datetime.fromisoformat(f"{match['date']}T{hour}:{match['rest']}")
        moment = local.replace(microsecond=int(f"{match['fraction'] or '0':0<6.6}"), tzinfo=_offset(match))
        return (moment + timedelta(days=1) if end_of_day else moment).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise CodecError(Reason.DATE_INVALID, "no such date or time") from error


def format_datetime(moment: datetime) -> str:
    """Write an aware moment in UTC with "Z"; whole seconds, or microseconds when there are any."""
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat() + "Z"


def from_numeric_date(seconds: float) -> datetime:
    """The moment a JWT NumericDate means (seconds since 1970-01-01T00:00:00Z).

    Raises:
        CodecError: DATE_INVALID outside the years 1 to 9999.

    Source: RFC 7519, section 2 (NumericDate).
    """
    try:
        return datetime.fromtimestamp(seconds, UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise CodecError(Reason.DATE_INVALID, "NumericDate out of range") from error


def _offset(match: re.Match[str]) -> timezone:
    if not match["sign"]:
        return UTC
    minutes = int(match["offset_minutes"])
    size = timedelta(hours=int(match["offset_hours"]), minutes=minutes)
    if minutes > 59 or size > _MAX_OFFSET:  # noqa: PLR2004 - minutes of an hour
        raise ValueError("offset")
    return timezone(size if match["sign"] == "+" else -size)
