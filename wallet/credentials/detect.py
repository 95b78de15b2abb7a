"""Bytes to a document, whatever the file is called: the one door through which credentials come in.

Lives here: telling JSON, tokens and pictures apart by content, and naming what is none of them.
Does not live here: links, bundles and QR codes (`wallet.sharing`), or any judgement on what is read.
"""

import re
from collections.abc import Mapping

from wallet.codecs import strict_json
from wallet.credentials import openbadges2, sd_jwt_vc, vcdm
from wallet.credentials.credential_document import (
    enveloped_token,
    open_token,
    parse_credential,
    parse_token_credential,
)
from wallet.credentials.json_text import types_of
from wallet.credentials.model import Envelope, UnverifiedDocument
from wallet.credentials.presentation import parse_presentation
from wallet.errors import CodecError, CredentialError, Reason

_WHITE_SPACE = b" \t\r\n"
_UTF8_MARK = b"\xef\xbb\xbf"
_JSON_STARTS = (b"{", b"[", _UTF8_MARK, b"\xff\xfe", b"\xfe\xff", b"\0")
_TOKEN_BEGINNING = re.compile(rb"[A-Za-z0-9_-]+\.")
# What a picture of Open Badges 0.5 to 2.0 may carry instead of the badge: where it is hosted.
_ADDRESS = re.compile(rb"https?://[!-~]{1,2000}")
_COSE_STARTS = (b"0oR", b"d284")  # COSE_Sign1 as base64 and as hexadecimal text
_OTHER_FILES = (
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive"),
    (b"\x1f\x8b", "a gzip file"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"SQLite format 3", "a database"),
)


def parse_document(data: bytes) -> UnverifiedDocument:
    """Read one credential or presentation; nothing in the result is verified.

    Args:
        data: the whole file: JSON, a compact JWS or SD-JWT (white space around it is let pass), a baked PNG or a
            baked SVG.

    Returns:
        The document with its original bytes, which are the bytes given here.

    Raises:
        CodecError: the bytes are not in a form that can be read (too large, broken JSON, damaged picture
            ...).
        CredentialError: they are, but hold no credential this program understands.
    """
    if len(data) > strict_json.MAX_FILE_BYTES:
        raise CodecError(Reason.FILE_TOO_LARGE, f"more than {strict_json.MAX_FILE_BYTES} bytes")
    if _looks_like_png(data):
        from wallet.credentials.baked_image import read_png  # noqa: PLC0415 - most files are no pictures

        return _parse_text(read_png(data), data, Envelope.BAKED_PNG)
    text = data.strip(_WHITE_SPACE)
    if not text:
        raise CodecError(Reason.FILE_EMPTY)
    if text.removeprefix(_UTF8_MARK).lstrip(_WHITE_SPACE).startswith(b"<"):
        return _parse_markup(data)
    return _parse_text(text, data, None)


def _looks_like_png(data: bytes) -> bool:
    """Whether these bytes are a PNG, or were one before their first bytes were damaged in transit."""
    return data.startswith(b"\x89PNG\r\n\x1a\n") or data[1:4] == b"PNG" or data[12:16] == b"IHDR"


def _parse_markup(data: bytes) -> UnverifiedDocument:
    # Only the beginning decides, so that a web page is not called a damaged picture.
    if b"svg" not in data[:100_000]:
        raise CredentialError(Reason.NOT_A_CREDENTIAL, "a web page or XML file")
    from wallet.credentials.baked_image import read_svg  # noqa: PLC0415 - as above

    return _parse_text(read_svg(data), data, Envelope.BAKED_SVG)


def _parse_text(text: bytes, original: bytes, baked: Envelope | None) -> UnverifiedDocument:
    """JSON or a token, from a file of its own or out of a picture."""
    text = text.strip(_WHITE_SPACE)
    if _TOKEN_BEGINNING.match(text):
        return _parse_token(text.decode("ascii", "replace"), original, baked or Envelope.JWT)
    if baked is not None and _ADDRESS.fullmatch(text):
        return openbadges2.parse_pointer(text.decode("ascii"), original=original, envelope=baked)
    if not text.startswith(_JSON_STARTS):
        raise _not_a_credential(text)
    document = strict_json.loads(text)
    if not isinstance(document, Mapping):
        raise CredentialError(Reason.NOT_A_CREDENTIAL, "JSON, but not an object")
    if sd_jwt_vc.is_json_serialization(document):
        return _parse_token(sd_jwt_vc.compact_of_json(document), original, baked or Envelope.JSON)
    types = types_of(document)
    if vcdm.ENVELOPED_CREDENTIAL_TYPE in types or vcdm.ENVELOPED_PRESENTATION_TYPE in types:
        return _parse_token(enveloped_token(document), original, baked or Envelope.JSON)
    if vcdm.is_presentation(document):
        return parse_presentation(document, original=original, envelope=baked or Envelope.JSON)
    return parse_credential(document, original=original, envelope=baked or Envelope.JSON)


def _parse_token(token: str, original: bytes, envelope: Envelope) -> UnverifiedDocument:
    opened = open_token(token)
    if vcdm.is_presentation(opened.document) and not opened.is_sd_jwt_vc:
        return parse_presentation(
            opened.document, original=original, envelope=envelope, jws=opened.jws, sd_jwt=opened.sd_jwt
        )
    return parse_token_credential(opened, original=original, envelope=envelope)


def _not_a_credential(text: bytes) -> CredentialError:
    if text.startswith(_COSE_STARTS):
        return CredentialError(Reason.UNSUPPORTED_FORMAT, "cose")
    kind = next((name for start, name in _OTHER_FILES if text.startswith(start)), "neither JSON nor a token")
    return CredentialError(Reason.NOT_A_CREDENTIAL, kind)
