"""What a receiver will find in a share, read back from the very bytes that would be sent.

Does not live here: building a share (`share`), which values are private (`private_values`), or words (ui). Nothing is
taken from a form or from the vault: what is not in the bytes cannot be in the preview.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from wallet.app.container import Services
from wallet.app.open_document import open_document
from wallet.app.private_values import PrivateValue, private_values
from wallet.app.shown_parts import single_values
from wallet.app.verify_document import DocumentVerifier
from wallet.codecs import strict_json
from wallet.credentials.json_pointer import parse_pointer
from wallet.credentials.model import Credential, UnverifiedCredential, UnverifiedPresentation
from wallet.errors import AppError, Reason
from wallet.verification.report import VerificationReport

_MAX_VALUES = 2000


@dataclass(frozen=True, slots=True)
class SeenCredential:
    """One credential inside the bytes.

    Attributes:
        credential: its parsed view.
        private: what it tells about its holder.
        report: what verifying it says.
        values: every single value with its JSON pointer, in the document's order.
    """

    credential: Credential
    private: Sequence[PrivateValue]
    values: Sequence[tuple[str, str]]
    report: VerificationReport = field(repr=False)


@dataclass(frozen=True, slots=True)
class SeenShare:
    """A share as its receiver finds it. `report` is what verifying it says."""

    report: VerificationReport
    holder: str
    credentials: Sequence[SeenCredential]


def read_back(share: bytes, services: Services) -> SeenShare:
    """Opens and verifies the bytes of a share, as a receiver would.

    Args:
        share: a presentation or bundle as `share.prepare` built it (`PreparedShare.whole`).

    Raises:
        AppError: INTERNAL_ERROR, these are not the bytes of a share.
        WalletError: they cannot be opened.
    """
    document = open_document(share)
    if not isinstance(document, UnverifiedPresentation):
        raise AppError(Reason.INTERNAL_ERROR, "a share is a presentation")
    report = DocumentVerifier(services).verify_opened(document)
    parts = zip(document.credentials, report.inner, strict=False)
    seen = tuple(_seen(part, said) for part, said in parts if isinstance(part, UnverifiedCredential))
    return SeenShare(report, document.holder or "", seen)


def read_answer(content: bytes, services: Services) -> SeenShare:
    """Opens and verifies the answer to a request, as a receiver would.

    Args:
        content: as `share_request.prepare_answer` built it: presentations, or SD-JWTs by themselves.

    Raises:
        AppError: INTERNAL_ERROR, these are not the bytes of an answer.
        WalletError: they cannot be opened.
    """
    body = strict_json.loads(content)
    if not isinstance(body, dict):
        raise AppError(Reason.INTERNAL_ERROR, "an answer is an object")
    tokens = [one for each in body.get("vp_token", {}).values() for one in each]
    entries = [body["verifiablePresentation"]] if "verifiablePresentation" in body else tokens
    seen = [
        _read_token(entry, services)
        if isinstance(entry, str)
        else read_back(json.dumps(entry, ensure_ascii=False).encode("utf-8"), services)
        for entry in entries
    ]
    if not seen:
        raise AppError(Reason.INTERNAL_ERROR, "an answer holds something")
    named = next((one for one in seen if one.report.audience), seen[0])
    holder = next((one.holder for one in seen if one.holder), "")
    return SeenShare(named.report, holder, [credential for one in seen for credential in one.credentials])


def _read_token(token: str, services: Services) -> SeenShare:
    """An SD-JWT that leaves by itself; whom it is for stands in its key binding, when it has one."""
    document = open_document(token.encode("ascii"))
    if not isinstance(document, UnverifiedCredential):
        raise AppError(Reason.INTERNAL_ERROR, "an answer holds credentials")
    report = DocumentVerifier(services).verify_opened(document)
    bound = document.sd_jwt is not None and document.sd_jwt.key_binding is not None
    holder = document.credential.subject.id or "key" if bound else ""
    return SeenShare(report, holder, (_seen(document, report),))


def _seen(document: UnverifiedCredential, report: VerificationReport) -> SeenCredential:
    values = tuple(single_values(document.document))[:_MAX_VALUES]
    return SeenCredential(document.credential, private_values(document), values, report)


def telling_values(value: Any) -> Sequence[str]:
    """The single values in a part that people read: all but types and addresses, unless there is nothing else."""
    values = [(pointer, text) for pointer, text in single_values(value) if text]
    telling = [text for pointer, text in values if not {"id", "type"} & set(parse_pointer(pointer))]
    return telling or [text for pointer, text in values if "type" not in parse_pointer(pointer)]
