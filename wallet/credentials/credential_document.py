"""From a JSON object or a token to one credential, whatever carried it.

Lives here: the step every envelope ends in, and parsing one entry of a presentation or learner record on its
own. Does not live here: telling files apart (`detect`), pictures (`baked_image`), presentations
(`presentation`).
"""

from collections.abc import Mapping
from typing import Any
from urllib.parse import unquote

from wallet.codecs import strict_json
from wallet.credentials import jwt_vc, vcdm
from wallet.credentials.credential_view import parse_view
from wallet.credentials.formats import detect_format
from wallet.credentials.json_text import types_of
from wallet.credentials.model import (
    CompactJws,
    Envelope,
    JsonObject,
    UnreadablePart,
    UnverifiedCredential,
)
from wallet.errors import CredentialError, Reason, WalletError

# Draft and older names beside the registered ones; the token inside says what it is.
_TOKEN_MEDIA_TYPES = frozenset(
    {
        "application/vc+jwt",
        "application/vp+jwt",
        "application/jwt",
        "application/vc-ld+jwt",
        "application/vp-ld+jwt",
    }
)


def parse_credential(
    document: JsonObject, *, original: bytes, envelope: Envelope, jws: CompactJws | None = None
) -> UnverifiedCredential:
    """One credential from its document.

    Args:
        document: the credential as a JSON object.
        original: the bytes it came in; kept, never looked at again.
        envelope: what it was wrapped in.
        jws: the token that carries the document, if one does.

    Raises:
        CredentialError: NOT_A_CREDENTIAL or UNSUPPORTED_FORMAT.
    """
    if vcdm.is_presentation(document):
        raise CredentialError(Reason.NOT_A_CREDENTIAL, "a presentation inside another document")
    return UnverifiedCredential(
        original=original,
        envelope=envelope,
        format=detect_format(document),
        document=document,
        jws=jws,
        credential=parse_view(document),
    )


def parse_entry(entry: Any) -> UnverifiedCredential | UnreadablePart:
    """One entry of a presentation or learner record; what cannot be read hides nothing beside it.

    The `original` bytes of a token are the token; those of a JSON object are its compact JSON text, members
    in order.
    """
    try:
        if isinstance(entry, str):
            return _parse_token(entry)
        if isinstance(entry, Mapping):
            if vcdm.ENVELOPED_CREDENTIAL_TYPE in types_of(entry):
                return _parse_token(enveloped_token(entry))
            original = strict_json.dumps(entry).encode()
            return parse_credential(entry, original=original, envelope=Envelope.JSON)
    except WalletError as error:
        return UnreadablePart(error.reason, error.detail)
    return UnreadablePart(Reason.NOT_A_CREDENTIAL, "neither an object nor a token")


def enveloped_token(document: JsonObject) -> str:
    """The compact JWS in the data: URL of an enveloped credential or presentation.

    Raises:
        CredentialError: UNSUPPORTED_FORMAT for another media type, STRUCTURE_INVALID when there is no data:
            URL.

    Source: VCDM 2.0, section 4.13 (Enveloped Verifiable Credentials and Presentations); RFC 2397.
    """
    url = document.get("id")
    if not isinstance(url, str) or not url.startswith("data:"):
        raise CredentialError(Reason.STRUCTURE_INVALID, "id")
    media_type, comma, body = url.removeprefix("data:").partition(",")
    name, *parameters = media_type.split(";")
    if not comma or "base64" in parameters or name.lower() not in _TOKEN_MEDIA_TYPES:
        raise CredentialError(Reason.UNSUPPORTED_FORMAT, "enveloped media type")
    return unquote(body)


def refuse_selective_disclosure(token: str) -> None:
    """Name an SD-JWT for what it is, before it is taken for a broken token.

    Raises:
        CredentialError: UNSUPPORTED_FORMAT.

    Source: RFC 9901, section 4 (a tilde stands behind the issuer's token and each disclosure).
    """
    if "~" in token:
        raise CredentialError(Reason.UNSUPPORTED_FORMAT, "sd-jwt")


def _parse_token(token: str) -> UnverifiedCredential:
    refuse_selective_disclosure(token)
    jws = jwt_vc.parse_compact_jws(token)
    original = token.encode("ascii")  # base64url and dots by now
    return parse_credential(jwt_vc.carried_document(jws), original=original, envelope=Envelope.JWT, jws=jws)
