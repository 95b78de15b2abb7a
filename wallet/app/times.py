"""Moments a person types: the fixed clock of `--at`, the last day of a share.

Lives here: reading them. Does not live here: dates inside credentials (`wallet.codecs.timestamps` and the
checks).
"""

import re
from datetime import UTC, datetime

from wallet.codecs.timestamps import parse_datetime
from wallet.errors import AppError, CodecError, Reason

_DATE_ONLY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


def parse_moment(text: str) -> datetime:
    """An RFC 3339 date and time with an offset, as timezone-aware UTC.

    Raises:
        AppError: USAGE.

    Source: RFC 3339, section 5.6 (a space or lower-case letters may stand for "T" and "Z").
    """
    try:
        return parse_datetime(text.strip().upper().replace(" ", "T", 1), offset_required=True)
    except CodecError as error:
        raise AppError(Reason.USAGE, "a time such as 2026-11-23T00:00:00Z is needed") from error


def parse_until(text: str) -> datetime:
    """The end of a share: a date (its last second, UTC) or an RFC 3339 date and time.

    Raises:
        AppError: USAGE.
    """
    if not _DATE_ONLY.fullmatch(text.strip()):
        try:
            return parse_moment(text)
        except AppError as error:
            raise AppError(
                Reason.USAGE, "a day such as 2026-12-31 is needed, or a time such as 2026-11-23T00:00:00Z"
            ) from error
    try:
        day = datetime.fromisoformat(text.strip())
    except ValueError as error:
        raise AppError(Reason.USAGE, "there is no such day") from error
    return day.replace(hour=23, minute=59, second=59, tzinfo=UTC)
