"""The W3C Verifiable Credentials Data Model, versions 1.1 and 2.0: what a document must hold.

Lives here: which version a document follows, what makes it a credential or a presentation, and
`check_data_model`. Does not live here: JSON-LD terms (`wallet.proofs.jsonld`), proofs, dates against the
clock, or what is displayed.
"""

import re
from collections.abc import Sequence
from typing import Any

from wallet.codecs.timestamps import parse_datetime
from wallet.credentials import openbadges3
from wallet.credentials.json_text import objects, one_or_many, strings, types_of
from wallet.credentials.model import JsonObject
from wallet.errors import CodecError, CredentialError, Reason

CONTEXT_V1 = "https://www.w3.org/2018/credentials/v1"
CONTEXT_V2 = "https://www.w3.org/ns/credentials/v2"
CREDENTIAL_TYPE = "VerifiableCredential"
PRESENTATION_TYPE = "VerifiablePresentation"
_STATUS_LIST_TYPES = frozenset({"BitstringStatusList", "StatusList2021"})
ENVELOPED_CREDENTIAL_TYPE = "EnvelopedVerifiableCredential"
ENVELOPED_PRESENTATION_TYPE = "EnvelopedVerifiablePresentation"

# An absolute URL as the model means it: a scheme, then anything but white space and what RFC 3986 never
# allows.
_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.\-]*:[^\s<>\"{}|\\^`\x00-\x1f]+")
_VALUE_MEMBERS = frozenset({"@value", "@language", "@direction"})
# Suites whose derived proofs leave out what the holder does not show: a missing property proves nothing
# there.
_DISCLOSING_SUITES = ("bbs-2023", "ecdsa-sd-2023")  # not a set: a proof may name a list
# Suites of zero-knowledge credentials, whose proofs cannot be understood without a schema (VCDM 1.1, section
# 5.8).
_ZERO_KNOWLEDGE_SUITES = frozenset({"CLSignature2019", "AnonCredDerivedCredentialv1"})


def is_version_2(document: JsonObject) -> bool:
    """Whether the document follows version 2.0: its context is among the document's contexts."""
    return CONTEXT_V2 in one_or_many(document.get("@context"))


def is_presentation(document: JsonObject) -> bool:
    """Whether the document says it is a presentation and not also a credential."""
    types = types_of(document)
    return PRESENTATION_TYPE in types and CREDENTIAL_TYPE not in types


def is_url(value: Any) -> bool:
    """Whether a value is an absolute URL (or IRI, DID, URN)."""
    return isinstance(value, str) and _URL.fullmatch(value) is not None


def check_data_model(document: JsonObject) -> None:
    """Check one credential or presentation against the data model it claims to follow.

    For a presentation, the credentials in it that are JSON objects are checked too.

    Args:
        document: the parsed document; for a JWT, the credential its claims carry.

    Raises:
        CredentialError: STRUCTURE_INVALID; the detail is the path of the property, never its value.

    Source: VCDM 2.0, sections 4 and 5; VCDM 1.1, sections 4 and 5; Open Badges 3.0, appendix B.
    """
    if is_presentation(document):
        _check_presentation(document)
    else:
        _check_credential(document)


def _check_credential(document: JsonObject) -> None:
    version_2 = is_version_2(document)
    _check_context(document, CONTEXT_V2 if version_2 else CONTEXT_V1)
    types = _check_types(document)
    if CREDENTIAL_TYPE not in types or PRESENTATION_TYPE in types:
        raise _broken("type")
    _check_url(document, "id")
    _check_issuer(document.get("issuer"))
    _check_texts(document, "")
    _check_subjects(document)
    _check_dates(document, version_2=version_2)
    _check_parts(document, version_2=version_2)
    _check_status_list(document, types)
    openbadges3.check_types(document)


def _check_status_list(document: JsonObject, types: Sequence[str]) -> None:
    """A status list says so twice; one that says it once is no list, and no ordinary credential either.

    Source: Bitstring Status List 1.0, section 2.3.
    """
    for subject in objects(document.get("credentialSubject")):
        for subject_type in _STATUS_LIST_TYPES.intersection(types_of(subject)):
            if f"{subject_type}Credential" not in types:
                raise _broken("type")


def _check_presentation(document: JsonObject) -> None:
    version_2 = is_version_2(document)
    _check_context(document, CONTEXT_V2 if version_2 else CONTEXT_V1)
    _check_types(document)
    _check_url(document, "id")
    if "holder" in document:
        holder = document["holder"]
        if not is_url(holder.get("id") if isinstance(holder, dict) else holder):
            raise _broken("holder")
    _check_typed_objects(document, "proof")
    _check_typed_objects(document, "termsOfUse")
    _check_presented(document, version_2=version_2)


def _check_presented(document: JsonObject, *, version_2: bool) -> None:
    """The credentials of a presentation: objects in 2.0; objects or tokens, and at least one, in 1.1."""
    entries = one_or_many(document.get("verifiableCredential"))
    if not version_2 and not entries:
        raise _broken("verifiableCredential")
    for entry in entries:
        if isinstance(entry, dict):
            _check_presented_object(entry)
        elif version_2 or not isinstance(entry, str):
            raise _broken("verifiableCredential")


def _check_presented_object(entry: JsonObject) -> None:
    if ENVELOPED_CREDENTIAL_TYPE in types_of(entry):
        # VCDM 2.0, section 4.13 Enveloped Verifiable Credentials: context, type and a data: URL
        if not is_version_2(entry):
            raise _broken("verifiableCredential.@context")
        identifier = entry.get("id")
        if not isinstance(identifier, str) or not identifier.startswith("data:"):
            raise _broken("verifiableCredential.id")
        return
    try:
        _check_credential(entry)
    except CredentialError as error:
        raise _broken(f"verifiableCredential.{error.detail}") from error


def _check_context(document: JsonObject, base: str) -> None:
    """VCDM 2.0, section 4.3: the base context first, then addresses and objects; one string counts."""
    contexts = one_or_many(document.get("@context"))
    if not contexts or contexts[0] != base:
        raise _broken("@context")
    if not all(isinstance(entry, dict) or is_url(entry) for entry in contexts):
        raise _broken("@context")


def _check_types(document: JsonObject) -> list[str]:
    types = one_or_many(document.get("type"))
    if not types or not all(isinstance(entry, str) and entry for entry in types):
        raise _broken("type")
    return list(types)


def _check_issuer(issuer: Any) -> None:
    if not is_url(issuer.get("id") if isinstance(issuer, dict) else issuer):
        raise _broken("issuer")
    if isinstance(issuer, dict):
        _check_texts(issuer, "issuer.")


def _check_texts(owner: JsonObject, path: str) -> None:
    """A language value carries nothing besides text, language and direction (VCDM 2.0, section 11.1)."""
    for key in ("name", "description"):
        for value in objects(owner.get(key)):
            if "@value" in value and not _VALUE_MEMBERS.issuperset(value):
                raise _broken(path + key)


def _check_subjects(document: JsonObject) -> None:
    subjects = one_or_many(document.get("credentialSubject"))
    if not subjects or not all(isinstance(entry, dict) and entry for entry in subjects):
        raise _broken("credentialSubject")
    ids = [subject["id"] for subject in subjects if isinstance(subject.get("id"), str)]
    if len(ids) != len(set(ids)):
        raise _broken("credentialSubject.id")  # two objects would be one node, and only the first be read
    for subject in subjects:
        _check_url(subject, "id", "credentialSubject.")
        if "AchievementSubject" in types_of(subject) and len(one_or_many(subject.get("achievement"))) > 1:
            raise _broken("credentialSubject.achievement")
        # CLR 2.0, ClrSubject: an inner credential that is neither could not even be shown as unreadable.
        if not all(
            isinstance(entry, str | dict) for entry in one_or_many(subject.get("verifiableCredential"))
        ):
            raise _broken("credentialSubject.verifiableCredential")


def _check_dates(document: JsonObject, *, version_2: bool) -> None:
    start, end = ("validFrom", "validUntil") if version_2 else ("issuanceDate", "expirationDate")
    if start not in document and _start_is_required(document, version_2=version_2):
        raise _broken(start)
    for key in (start, end):
        if key not in document:
            continue
        try:
            # Version 2.0 says dateTimeStamp (section 4.9), version 1.1 says dateTime (sections 4.6 and 4.7).
            parse_datetime(document[key], offset_required=version_2)
        except (CodecError, TypeError) as error:
            raise _broken(key) from error


def _start_is_required(document: JsonObject, *, version_2: bool) -> bool:
    if any(proof.get("cryptosuite") in _DISCLOSING_SUITES for proof in objects(document.get("proof"))):
        return False
    return not version_2 or not openbadges3.CREDENTIAL_TYPES.isdisjoint(types_of(document))


def _check_parts(document: JsonObject, *, version_2: bool) -> None:
    """The optional parts: each an object or several, with a type, and an id where the model asks for one."""
    id_required_in_1 = not version_2
    _check_typed_objects(document, "proof")
    _check_typed_objects(document, "evidence", url_id=True)
    _check_typed_objects(document, "termsOfUse", url_id=True)
    _check_typed_objects(document, "credentialSchema", url_id=True, id_required=True)
    _check_typed_objects(document, "credentialStatus", url_id=True, id_required=id_required_in_1)
    _check_typed_objects(document, "refreshService", url_id=True, id_required=id_required_in_1)
    suites = {kind.rpartition(":")[2] for proof in objects(document.get("proof")) for kind in types_of(proof)}
    if "credentialSchema" not in document and not _ZERO_KNOWLEDGE_SUITES.isdisjoint(suites):
        raise _broken("credentialSchema")


def _check_typed_objects(
    document: JsonObject, key: str, *, url_id: bool = False, id_required: bool = False
) -> None:
    """An empty array says the same as no property, and signed badges in the field write it."""
    for entry in one_or_many(document.get(key)):
        if not isinstance(entry, dict):
            raise _broken(key)
        if not strings(entry.get("type")):
            raise _broken(f"{key}.type")
        if id_required and "id" not in entry:
            raise _broken(f"{key}.id")
        if url_id:
            _check_url(entry, "id", f"{key}.")


def _check_url(owner: JsonObject, key: str, path: str = "") -> None:
    if key in owner and not is_url(owner[key]):
        raise _broken(path + key)


def _broken(name: str) -> CredentialError:
    return CredentialError(Reason.STRUCTURE_INVALID, name)
