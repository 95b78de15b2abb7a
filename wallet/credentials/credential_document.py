"""From a JSON object or a token to one credential, whatever carried it.

Lives here: the step every envelope ends in, and parsing one entry of a presentation or learner record on its
own. Does not live here: telling files apart (`detect`), pictures (`baked_image`), presentations
(`presentation`).
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from wallet.codecs import strict_json
from wallet.credentials import jwt_vc, openbadges2, sd_jwt_vc, vcdm
from wallet.credentials.credential_view import parse_view
from wallet.credentials.formats import detect_format
from wallet.credentials.json_text import types_of
from wallet.credentials.model import (
    CompactJws,
    Credential,
    Envelope,
    Format,
    JsonObject,
    SdJwt,
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
        "application/dc+sd-jwt",
        "application/vc+sd-jwt",
        "application/vp+sd-jwt",
    }
)


@dataclass(frozen=True, slots=True)
class OpenedToken:
    """A token taken apart, and the document its claims carry: for an SD-JWT VC the claims themselves."""

    jws: CompactJws
    document: JsonObject
    sd_jwt: SdJwt | None = None

    @property
    def is_sd_jwt_vc(self) -> bool:
        """Whether its claims follow no model of the W3C but a `vct`."""
        return self.sd_jwt is not None and sd_jwt_vc.is_sd_jwt_vc(self.jws)


def open_token(token: str) -> OpenedToken:
    """A compact JWS or an SD-JWT with what it carries; nothing in it is verified.

    Raises:
        CodecError, CredentialError: as `jwt_vc.parse_compact_jws`, `jwt_vc.carried_document` and
            `sd_jwt_vc.parse_sd_jwt`.
    """
    if not sd_jwt_vc.is_sd_jwt(token):
        jws = jwt_vc.parse_compact_jws(token)
        return OpenedToken(jws, jwt_vc.carried_document(jws))
    jws, sd_jwt = sd_jwt_vc.parse_sd_jwt(token)
    if sd_jwt_vc.is_sd_jwt_vc(jws):
        return OpenedToken(jws, jws.payload, sd_jwt)
    return OpenedToken(jws, jwt_vc.carried_document(jws), sd_jwt)


def parse_credential(document: JsonObject, *, original: bytes, envelope: Envelope) -> UnverifiedCredential:
    """One credential from its JSON document.

    Args:
        document: the credential as a JSON object.
        original: the bytes it came in; kept, never looked at again.
        envelope: what it was wrapped in.

    Raises:
        CredentialError: NOT_A_CREDENTIAL or NOT_AN_AWARD.
    """
    if vcdm.is_presentation(document):
        raise CredentialError(Reason.NOT_A_CREDENTIAL, "a presentation inside another document")
    format_ = detect_format(document)
    return UnverifiedCredential(
        original=original,
        envelope=envelope,
        format=format_,
        document=document,
        jws=None,
        credential=openbadges2.parse_view(document)
        if format_ in openbadges2.FORMATS
        else parse_view(document),
    )


def parse_token_credential(
    opened: OpenedToken, *, original: bytes, envelope: Envelope
) -> UnverifiedCredential:
    """One credential from the token that carries it.

    Raises:
        CredentialError: as `parse_credential`.
    """
    if opened.is_sd_jwt_vc:
        return UnverifiedCredential(
            original=original,
            envelope=envelope,
            format=Format.SD_JWT_VC,
            document=opened.document,
            jws=opened.jws,
            credential=sd_jwt_vc.parse_view(opened.document),
            sd_jwt=opened.sd_jwt,
        )
    parsed = parse_credential(opened.document, original=original, envelope=envelope)
    return replace(
        parsed,
        jws=opened.jws,
        sd_jwt=opened.sd_jwt,
        credential=_with_token_status(parsed.credential, opened.jws.payload),
    )


def _with_token_status(credential: Credential, claims: JsonObject) -> Credential:
    """The credential with the status its token names, too: a token can be withdrawn by a list of its own."""
    named = sd_jwt_vc.parse_status(claims)
    return replace(credential, status=[*credential.status, *named]) if named else credential


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
    from urllib.parse import unquote  # noqa: PLC0415 - slow to load, and rarely needed

    return unquote(body)


def _parse_token(token: str) -> UnverifiedCredential:
    opened = open_token(token)
    original = token.encode("ascii")  # base64url, dots and tildes by now
    return parse_token_credential(opened, original=original, envelope=Envelope.JWT)
