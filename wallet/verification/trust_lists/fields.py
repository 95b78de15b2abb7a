"""Reading the members of a list's file: the right type and size, or the list is refused.

Lives here: small readers shared by the file formats. Does not live here: any format.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from wallet.codecs.timestamps import parse_datetime
from wallet.errors import CodecError, Reason, VerificationError

MAX_ISSUERS = 50_000
_MAX_TEXT = 2000
_MAX_NAMES = 20
_MAX_SEQUENCE = 2**53


def refused(detail: str) -> VerificationError:
    """The error every fault of a list ends in; the detail names the member or rule, never a value."""
    return VerificationError(Reason.TRUST_LIST_INVALID, detail)


def text(owner: Mapping[str, Any], member: str) -> str:
    """A text that is there and not empty."""
    value = owner.get(member)
    if not isinstance(value, str) or not 0 < len(value) <= _MAX_TEXT:
        raise refused(member)
    return value


def sequence_number(owner: Mapping[str, Any], member: str) -> int:
    """A whole number from 0 that JSON can write exactly."""
    value = owner.get(member)
    if type(value) is not int or not 0 <= value < _MAX_SEQUENCE:
        raise refused(member)
    return value


def moment(owner: Mapping[str, Any], member: str) -> datetime:
    """A date and time with offset."""
    try:
        return parse_datetime(text(owner, member))
    except CodecError as error:
        raise refused(member) from error


def optional_moment(owner: Mapping[str, Any], member: str) -> datetime | None:
    """The same, or None when the member is not there."""
    return moment(owner, member) if member in owner else None


def names(owner: Mapping[str, Any], member: str) -> Sequence[str]:
    """At least one text."""
    value = owner.get(member)
    if not isinstance(value, list) or not 0 < len(value) <= _MAX_NAMES:
        raise refused(member)
    if not all(isinstance(name, str) and 0 < len(name) <= _MAX_TEXT for name in value):
        raise refused(member)
    return tuple(value)
