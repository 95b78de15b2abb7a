"""A report as the JSON object of the command line contract, and back for what a vault kept of it.

Lives here: the one place that knows the names of those JSON members.
"""

from typing import Any

from wallet.codecs.timestamps import format_datetime
from wallet.verification.report import LeftOut, VerificationReport


def report_to_dict(report: VerificationReport, input_name: str) -> dict[str, Any]:
    """The object `ler-wallet verify --json` prints for one input.

    Source: the command line contract, section "verify".
    """
    shape = {
        "input": input_name,
        "format": str(report.format),
        "envelope": str(report.envelope),
        "securing": list(report.securing),
        "verdict": str(report.verdict),
        "reason": None if report.reason is None else str(report.reason),
        "checks": [
            {
                "check": str(check.name),
                "outcome": str(check.outcome),
                "reason": None if check.reason is None else str(check.reason),
                "detail": check.detail or None,
            }
            for check in report.checks
        ],
        "credential": _credential(report),
        "inner": [report_to_dict(part, input_name) for part in report.inner],
        "milliseconds": round(report.milliseconds, 1),
    }
    if report.as_of is not None:
        shape["as_of"] = format_datetime(report.as_of)
    if report.asked_at is not None:
        shape["asked_at"] = format_datetime(report.asked_at)
    if report.shared_by is not None:
        shape["shared_by"] = str(report.shared_by)
    if report.left_out:
        shape["left_out"] = report.left_out
    if report.left_out or report.left_out_of is LeftOut.UNKNOWN:
        shape["left_out_of"] = str(report.left_out_of)
    if report.holder is not None or report.audience is not None:
        shape["presentation"] = {
            "holder": report.holder,
            "to": report.audience,
            "purpose": report.purpose,
            "until": report.until,
            "nonce": report.nonce,
            "compared": list(report.asked),
            **({"complete": False} if report.is_subset else {}),
            **({"labelled_not_valid": True} if report.is_labelled else {}),
            **({"labelled_unchecked": True} if report.is_labelled_unchecked else {}),
        }
    return shape


def _credential(report: VerificationReport) -> dict[str, Any] | None:
    credential = report.credential
    if credential is None:
        return None
    return {
        "id": credential.id,
        "name": credential.title,
        "issuer": {"id": credential.issuer.id, "name": credential.issuer.name},
        "subject": credential.subject.id,
        "valid_from": credential.valid_from,
        "valid_until": credential.valid_until,
    }
