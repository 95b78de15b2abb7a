"""Multibase texts: a letter that names the base, then the text.

Lives here: the two bases the cryptosuites use.
Does not live here: what the bytes are (`wallet.proofs.keys` knows multicodec prefixes).
"""

from wallet.codecs import base58, base64url
from wallet.errors import CodecError, Reason

BASE58_BTC = "z"
BASE64_URL = "u"


def decode(text: str, *, bases: str = BASE58_BTC + BASE64_URL) -> bytes:
    """Read a multibase text.

    Args:
        text: header letter and body.
        bases: the header letters that are allowed here; a cryptosuite names exactly one.

    Raises:
        CodecError: ENCODING_INVALID for another or missing header, or a body that is not in that base.

    Source: Controlled Identifiers 1.0, section 2.4 (Multibase).
    """
    header, body = text[:1], text[1:]
    if not header or header not in bases:
        raise CodecError(Reason.ENCODING_INVALID, "multibase header")
    return base58.decode(body) if header == BASE58_BTC else base64url.decode_strict(body)


def encode_base58btc(data: bytes) -> str:
    """Write bytes as "z" and base58."""
    return BASE58_BTC + base58.encode(data)


def encode_base64url(data: bytes) -> str:
    """Write bytes as "u" and unpadded base64url."""
    return BASE64_URL + base64url.encode(data)
