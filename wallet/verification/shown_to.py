"""What a report says of the showing: by whom, to whom, what for, until when, and what was left out.

Lives here: reading it from what was signed. Does not live here: comparing it with what a receiver asked for
(`checks.key_binding`).
"""

from dataclasses import replace

from wallet.credentials.model import JsonObject, UnverifiedCredential, UnverifiedPresentation
from wallet.credentials.presentation import (
    NOT_VALID_NAME,
    SUBSET_NAME,
    SUBSET_NOT_VALID_NAME,
    SUBSET_UNCHECKED_NAME,
    UNCHECKED_NAME,
)
from wallet.verification.left_out import find_left_out
from wallet.verification.report import CheckName, VerificationReport


def with_receiver(report: VerificationReport, document: UnverifiedCredential) -> VerificationReport:
    """The report with what was left out, and the receiver a key binding token names: whom the holder showed it to."""
    of, count = find_left_out(document, report.check(CheckName.PROOF))
    report = replace(report, left_out=count, left_out_of=of)
    token = document.sd_jwt.key_binding if document.sd_jwt is not None else None
    if token is None:
        return report
    return replace(
        report, audience=_texts(token.payload.get("aud")), nonce=_texts(token.payload.get("nonce"))
    )


def with_binding(
    report: VerificationReport, document: UnverifiedPresentation, proof: JsonObject
) -> VerificationReport:
    """The report with what the holder's signature binds: receiver, purpose, end."""
    name = document.document.get("name")
    claims = document.jws.payload if document.jws is not None else {}
    if document.sd_jwt is not None and document.sd_jwt.key_binding is not None:
        claims = document.sd_jwt.key_binding.payload
    return replace(
        report,
        holder=document.holder,
        audience=_texts(proof.get("domain", claims.get("aud"))),
        purpose=document.description,
        until=_texts(proof.get("expires")),
        nonce=_texts(proof.get("challenge", claims.get("nonce"))),
        is_subset=name in (SUBSET_NAME, SUBSET_NOT_VALID_NAME, SUBSET_UNCHECKED_NAME),
        is_labelled=name in (NOT_VALID_NAME, SUBSET_NOT_VALID_NAME),
        is_labelled_unchecked=name in (UNCHECKED_NAME, SUBSET_UNCHECKED_NAME),
    )


def _texts(value: object) -> str | None:
    """One text, or several in a row, each once: a presentation may be made for more than one receiver."""
    entries = [entry for entry in (value if isinstance(value, list) else [value]) if isinstance(entry, str)]
    return ", ".join(dict.fromkeys(entries)) if entries else None
