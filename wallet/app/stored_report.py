"""A report as the vault kept it, back as a report: what was found when the credential was last checked.

Lives here: reading our own JSON (made by `wallet.verification.report_json`). Does not live here: checking
anything again. A later program version may have used words this one does not know; they are passed over,
never guessed.
"""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from enum import StrEnum
from typing import Any, TypeVar

from wallet.codecs.timestamps import parse_datetime
from wallet.credentials.model import Credential, Envelope, Format
from wallet.errors import CodecError, Reason
from wallet.verification.report import Check, CheckName, Outcome, Verdict, VerificationReport

_Word = TypeVar("_Word", bound=StrEnum)


def read_report(report_json: str, credential: Credential | None, checked_at: datetime) -> VerificationReport:
    """The report of one kept credential.

    Args:
        report_json: what was kept.
        credential: the parsed credential it is about; the reports inside carry none.
        checked_at: when it was checked.
    """
    return _read(json.loads(report_json), credential, checked_at)


def input_name(report_json: str) -> str:
    """What the credential was called when it came in."""
    return str(json.loads(report_json).get("input", ""))


def _read(
    stored: Mapping[str, Any], credential: Credential | None, checked_at: datetime
) -> VerificationReport:
    return VerificationReport(
        # A verdict this program does not know is worth no more than "not checked".
        verdict=_word(Verdict, stored.get("verdict")) or Verdict.UNCHECKED,
        reason=_word(Reason, stored.get("reason")),
        checks=tuple(_checks(stored.get("checks", ()))),
        format=_word(Format, stored.get("format")) or Format.UNKNOWN,
        envelope=_word(Envelope, stored.get("envelope")) or Envelope.UNKNOWN,
        securing=tuple(stored.get("securing", ())),
        credential=credential,
        inner=tuple(_read(part, None, checked_at) for part in stored.get("inner", ())),
        at=checked_at,
        as_of=_moment(stored.get("as_of")),
        asked_at=_moment(stored.get("asked_at")),
        milliseconds=stored.get("milliseconds") or 0.0,
    )


def _checks(stored: Iterable[Mapping[str, Any]]) -> Iterable[Check]:
    for entry in stored:
        name = _word(CheckName, entry.get("check"))
        outcome = _word(Outcome, entry.get("outcome"))
        if name is not None and outcome is not None:
            yield Check(name, outcome, _word(Reason, entry.get("reason")), entry.get("detail") or "")


def _moment(text: object) -> datetime | None:
    try:
        return parse_datetime(text) if isinstance(text, str) else None
    except CodecError:
        return None


def _word(kind: type[_Word], text: str | None) -> _Word | None:
    return kind(text) if text in {member.value for member in kind} else None
