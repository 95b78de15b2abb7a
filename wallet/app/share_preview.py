"""What a receiver will find in a share, read back from the very bytes that would be sent.

Lives here: which values in those bytes are about a person. Does not live here: building a share (`share`), or
the words for kinds (ui). Nothing is taken from a form or from the vault: what is not in the bytes cannot be
in the preview.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from wallet.app.container import Services
from wallet.app.open_document import open_document
from wallet.app.shown_parts import single_values, value_text
from wallet.app.verify_document import DocumentVerifier
from wallet.codecs import strict_json
from wallet.credentials.json_pointer import parse_pointer
from wallet.credentials.model import (
    Credential,
    Format,
    JsonObject,
    UnverifiedCredential,
    UnverifiedPresentation,
)
from wallet.credentials.openbadges2 import FORMATS as OLDER_BADGES
from wallet.credentials.openbadges2 import assertion_of
from wallet.errors import AppError, Reason
from wallet.verification.report import VerificationReport

_MAX_VALUES = 2000


class PrivateKind(StrEnum):
    """What a value says about a person."""

    NAME = "name"
    EMAIL = "email"
    BIRTH_DATE = "birth_date"
    NUMBER = "number"
    PHONE = "phone"
    ADDRESS = "address"
    PICTURE = "picture"
    GENDER = "gender"
    OTHER_IDENTIFIER = "other_identifier"


# Members of a subject (or of a profile in it) in lower case without underscores; Open Badges 3.0 "Profile", schema.org
# "Person", OpenID Connect and the European person identification data.
_KINDS: Mapping[str, PrivateKind] = {
    "name": PrivateKind.NAME,
    "givenname": PrivateKind.NAME,
    "familyname": PrivateKind.NAME,
    "additionalname": PrivateKind.NAME,
    "patronymicname": PrivateKind.NAME,
    "firstname": PrivateKind.NAME,
    "lastname": PrivateKind.NAME,
    "birthfamilyname": PrivateKind.NAME,
    "birthgivenname": PrivateKind.NAME,
    "email": PrivateKind.EMAIL,
    "emailaddress": PrivateKind.EMAIL,
    "dateofbirth": PrivateKind.BIRTH_DATE,
    "birthdate": PrivateKind.BIRTH_DATE,
    "studentid": PrivateKind.NUMBER,
    "sourcedid": PrivateKind.NUMBER,
    "sissourcedid": PrivateKind.NUMBER,
    "lissourcedid": PrivateKind.NUMBER,
    "onerostersourcedid": PrivateKind.NUMBER,
    "systemid": PrivateKind.NUMBER,
    "accountid": PrivateKind.NUMBER,
    "nationalidentitynumber": PrivateKind.NUMBER,
    "personaladministrativenumber": PrivateKind.NUMBER,
    "documentnumber": PrivateKind.NUMBER,
    "phone": PrivateKind.PHONE,
    "phonenumber": PrivateKind.PHONE,
    "telephone": PrivateKind.PHONE,
    "address": PrivateKind.ADDRESS,
    "streetaddress": PrivateKind.ADDRESS,
    "postalcode": PrivateKind.ADDRESS,
    "locality": PrivateKind.ADDRESS,
    "photo": PrivateKind.PICTURE,
    "picture": PrivateKind.PICTURE,
    "portrait": PrivateKind.PICTURE,
    "gender": PrivateKind.GENDER,
    "sex": PrivateKind.GENDER,
    "username": PrivateKind.OTHER_IDENTIFIER,
    "identifier": PrivateKind.OTHER_IDENTIFIER,
}
# The parts of a subject that say what was earned, not who earned it.
# Names that mean something else at the top of a credential.
_OF_CREDENTIAL = frozenset({"name", "image"})
_NOT_PERSONAL = frozenset({"achievement", "result", "type", "activityenddate", "activitystartdate"})


@dataclass(frozen=True, slots=True)
class PrivateValue:
    """One value about a person, as written. Hostile text.

    Attributes:
        value: "" when the document holds only a hash of it, which still tells a guesser when a guess is right.
    """

    kind: PrivateKind
    value: str


@dataclass(frozen=True, slots=True)
class SeenCredential:
    """One credential inside the bytes.

    Attributes:
        credential: its parsed view.
        private: what it says about its holder.
        values: every single value with its JSON pointer, in the document's order.
    """

    credential: Credential
    private: Sequence[PrivateValue]
    values: Sequence[tuple[str, str]]


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
    seen = tuple(_seen(part) for part in document.credentials if isinstance(part, UnverifiedCredential))
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
    return SeenShare(report, holder, (_seen(document),))


def _seen(document: UnverifiedCredential) -> SeenCredential:
    values = tuple(single_values(document.document))[:_MAX_VALUES]
    return SeenCredential(document.credential, tuple(dict.fromkeys(private_values(document))), values)


def private_values(document: UnverifiedCredential) -> Iterable[PrivateValue]:
    """What a credential says about its holder, in the document's order."""
    if document.format is Format.SD_JWT_VC:
        yield from _personal(document.document)
        return
    if document.format in OLDER_BADGES:
        yield from _recipient(document.document)
        return
    subjects = document.document.get("credentialSubject")
    for subject in subjects if isinstance(subjects, list) else [subjects]:
        if isinstance(subject, Mapping):
            yield from _address(subject.get("id"))
            yield from _personal(subject)


def _recipient(badge: JsonObject) -> Iterable[PrivateValue]:
    """Source: Open Badges 2.0, section IdentityObject."""
    recipient = assertion_of(badge).get("recipient")
    for one in recipient if isinstance(recipient, list) else [recipient]:
        if not isinstance(one, Mapping) or one.get("identity") in (None, ""):
            continue
        named = value_text(one.get("type")) if isinstance(one.get("type"), str) else ""
        kind = _KINDS.get(named.casefold(), PrivateKind.OTHER_IDENTIFIER)
        identity = one["identity"]
        is_hash = one.get("hashed") is True or not isinstance(identity, str)
        yield PrivateValue(kind, "" if is_hash else identity)
        if isinstance(one.get("name"), str):
            yield PrivateValue(PrivateKind.NAME, one["name"])


def _address(identifier: Any) -> Iterable[PrivateValue]:
    """Some issuers name a person by an address people write or call to."""
    scheme, colon, address = identifier.partition(":") if isinstance(identifier, str) else ("", "", "")
    kind = {"mailto": PrivateKind.EMAIL, "tel": PrivateKind.PHONE}.get(scheme.casefold())
    if kind is not None and colon:
        yield PrivateValue(kind, address)


def is_about_holder(pointer: str) -> bool:
    """Whether what stands there says something about a person: it is in a subject, under one of the known names."""
    names = [name for name in parse_pointer(pointer) if not name.isdigit()]
    if names[:1] == ["recipient"]:
        return names[1:] in (["identity"], ["name"])  # Open Badges 1 and 2
    inside = names[1:] if names[:1] == ["credentialSubject"] else names if len(names) == 1 else []
    if any(name.casefold() in _NOT_PERSONAL for name in inside) or (
        names == inside and names[0] in _OF_CREDENTIAL
    ):
        return False
    return any(name.casefold().replace("_", "") in _KINDS for name in inside)


def identity_of(value: Any) -> PrivateValue | None:
    """What an Open Badges identity says of a person; None for anything else."""
    return _identity(value) if isinstance(value, Mapping) and "identityHash" in value else None


def telling_values(value: Any) -> Sequence[str]:
    """The single values in a part that people read: all but types and addresses, unless there is nothing else."""
    values = [(pointer, text) for pointer, text in single_values(value) if text]
    telling = [text for pointer, text in values if not {"id", "type"} & set(parse_pointer(pointer))]
    return telling or [text for pointer, text in values if "type" not in parse_pointer(pointer)]


def _personal(part: JsonObject) -> Iterable[PrivateValue]:
    if "identityHash" in part:
        yield _identity(part)
        return
    for key, value in part.items():
        kind = _KINDS.get(key.casefold().replace("_", ""))
        if key.casefold() in _NOT_PERSONAL:
            continue
        if kind is not None and not isinstance(value, list | Mapping):
            yield PrivateValue(kind, value_text(value))
            continue
        for inner in value if isinstance(value, list) else [value]:
            if isinstance(inner, Mapping):
                yield from _personal(inner)
            elif kind is not None and inner is not None:
                yield PrivateValue(kind, value_text(inner))


def _identity(identity: JsonObject) -> PrivateValue:
    """Source: Open Badges 3.0, IdentityObject."""
    kind = _KINDS.get(value_text(identity.get("identityType") or "").casefold(), PrivateKind.OTHER_IDENTIFIER)
    return PrivateValue(kind, "" if identity.get("hashed") is True else value_text(identity["identityHash"]))
