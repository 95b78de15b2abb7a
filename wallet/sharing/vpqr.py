"""Presentations in QR codes as others write them: `VP1-` and CBOR-LD in base 32 or base 45.

Lives here: the text around it. Does not live here: CBOR-LD (`cbor_ld`), our own links and codes (`link`, `frames`).

Source: @digitalbazaar/vpqr 6 (`VP1-`, then multibase: `B` for base 32 in capitals without padding, RFC 4648, section 6;
`R` for base 45, RFC 9285).
"""

import base64
import binascii

from wallet.codecs import base45, strict_json
from wallet.errors import CodecError, Reason, SharingError
from wallet.sharing.cbor_ld import decode_cbor_ld

START = "VP1-"
_MOST_LETTERS = 16_000  # no QR code holds more
_GROUP = 8


def is_vpqr(text: str) -> bool:
    """Whether a text means to be one."""
    return text.startswith(START)


def read_vpqr(text: str) -> bytes:
    """The JSON text of the presentation or credential, its members in their order.

    Raises:
        SharingError: VPQR_INVALID, VPQR_UNSUPPORTED.
    """
    base, letters = text[len(START) : len(START) + 1], text[len(START) + 1 :].rstrip("\r\n\t")
    if not is_vpqr(text) or not 0 < len(letters) <= _MOST_LETTERS:
        raise SharingError(Reason.VPQR_INVALID, "letters")
    try:
        if base == "B":
            data = base64.b32decode(letters.strip() + "=" * (-len(letters.strip()) % _GROUP))
        elif base == "R":
            data = base45.decode(letters)
        else:
            raise SharingError(Reason.VPQR_UNSUPPORTED, "base")
    except (binascii.Error, CodecError, ValueError) as error:
        raise SharingError(Reason.VPQR_INVALID, "base") from error
    return strict_json.dumps(decode_cbor_ld(data)).encode("utf-8", "replace")
