"""Links that carry a whole bundle behind their `#`, so that no server ever sees it.

Lives here: the three forms of `<base>#<form>.<payload>`, both directions, and the frozen dictionary they share.
Does not live here: what is in the bundle (`bundle`) or drawing a code (`qr`). There is no secrecy and no checksum in a
link: whoever has it has the data, and only the signatures inside say whether it is unaltered.
"""

import ipaddress
import re
from enum import StrEnum
from functools import cache

from wallet import resources
from wallet.codecs import base64url, decimal_digits, deflate
from wallet.errors import CodecError, Reason, SharingError

BASE = "ler-wallet:"
MAX_INFLATED_BYTES = 1_000_000
"""The most a link may hold once unpacked, in bytes; the same for writing and reading."""
MAX_LINK_CHARACTERS = 4_000_000
"""Longer texts are not looked at; the longest link that can be written is shorter."""

_DICTIONARY = "dictionary-1.bin"
_FORM = re.compile(r"([A-Za-z0-9]{1,8})\.(.*)", re.DOTALL)
# No user or password before the host: they let one address look like another. After it, printable ASCII without "#".
_HTTPS_BASE = re.compile(
    r"https://[A-Z0-9.-]{1,253}(?::[0-9]{1,5})?(?:[/?][!\"$-~]*)?", re.IGNORECASE | re.ASCII
)
_OUR_BASE = re.compile(re.escape(BASE), re.IGNORECASE | re.ASCII)
# A page in the same room has no certificate, so http; then it must be an address that no other network routes to.
_ROOM_BASE = re.compile(r"http://([0-9]{1,3}(?:\.[0-9]{1,3}){3}):([0-9]{1,5})/", re.ASCII)
_ROOM_NETWORKS = tuple(
    map(
        ipaddress.IPv4Network,
        ("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16", "127.0.0.0/8"),
    )
)
_PORTS = range(1, 65536)


class LinkForm(StrEnum):
    """How the payload is written. A new dictionary is a new form."""

    DIGITS = "1"
    """Raw DEFLATE with dictionary 1, as decimal digits: the smallest QR code."""
    BASE64URL = "2"
    """Raw DEFLATE with dictionary 1, as base64url: the shortest text."""
    PLAIN = "3"
    """Raw DEFLATE without a dictionary, as base64url: readable with what every browser has built in."""


def encode_link(bundle: bytes, base: str = BASE, *, form: LinkForm = LinkForm.DIGITS) -> str:
    """The link that carries a bundle.

    Args:
        bundle: what `encode_bundle` returned.
        base: where the link leads, without `#`: our own scheme, the https address of a page that opens bundles, or the
            address of such a page in a private network, "http://192.168.1.20:40123/".

    Returns:
        ASCII text, for example "ler-wallet:#1.0713...".

    Raises:
        SharingError: TOO_BIG_FOR_LINK beyond 1 MB; LINK_MALFORMED when `base` is none of these.
    """
    if not is_link_base(base):
        raise SharingError(Reason.LINK_MALFORMED, "base")
    if len(bundle) > MAX_INFLATED_BYTES:
        raise SharingError(Reason.TOO_BIG_FOR_LINK, f"{len(bundle)} bytes of {MAX_INFLATED_BYTES}")
    packed = deflate.deflate_raw(bundle, dictionary=_dictionary_of(form))
    payload = decimal_digits.encode(packed) if form is LinkForm.DIGITS else base64url.encode(packed)
    return f"{base}#{form}.{payload}"


def decode_link(text: str) -> bytes:
    """The bundle a link carries, without a look at what it says.

    Args:
        text: the link; white space around it is ignored, within it refused.

    Raises:
        SharingError: LINK_NEWER for a form this program does not know; BUNDLE_INVALID when more than 1 MB comes out;
            LINK_MALFORMED for everything else (another scheme, foreign letters, cut short, something behind the end).
    """
    if len(text) > MAX_LINK_CHARACTERS:
        raise SharingError(Reason.LINK_MALFORMED, "length")
    base, _, fragment = text.strip().partition("#")
    parts = _FORM.fullmatch(fragment)
    if not is_link_base(base) or parts is None:
        raise SharingError(Reason.LINK_MALFORMED, "not a link of this kind")
    try:
        form = LinkForm(parts[1])
    except ValueError as error:
        raise SharingError(Reason.LINK_NEWER, "link form") from error
    try:
        packed = (
            decimal_digits.decode(parts[2]) if form is LinkForm.DIGITS else base64url.decode_strict(parts[2])
        )
        return deflate.inflate_raw(packed, limit=MAX_INFLATED_BYTES, dictionary=_dictionary_of(form))
    except CodecError as error:
        too_large = error.reason is Reason.FILE_TOO_LARGE
        raise SharingError(
            Reason.BUNDLE_INVALID if too_large else Reason.LINK_MALFORMED, error.detail
        ) from error


def is_link(text: str) -> bool:
    """Whether a text means to be a link that carries a bundle, in a known form or not: the right start and a form."""
    base, _, fragment = text[:MAX_LINK_CHARACTERS].strip().partition("#")
    return is_link_base(base) and _FORM.fullmatch(fragment) is not None


def is_link_base(base: str) -> bool:
    """Whether a link may start with this.

    Our scheme, an https address in plain ASCII without user or password, or a page in the same room (`is_room_base`).
    """
    return bool(_OUR_BASE.fullmatch(base)) or is_page_base(base) or is_room_base(base)


def is_page_base(base: str) -> bool:
    """Whether this is the address of a page on any host: https, plain ASCII, without user or password."""
    return _HTTPS_BASE.fullmatch(base) is not None


def is_room_base(base: str) -> bool:
    """Whether this is a page in a private network: http, a written-out IPv4 address with a port, and no path.

    Source: RFC 1918, section 3; RFC 3927; RFC 1122, section 3.2.1.3 (g). A name is refused: it may lead anywhere.
    """
    parts = _ROOM_BASE.fullmatch(base)
    if parts is None or parts[2].startswith("0") or int(parts[2]) not in _PORTS:
        return False
    try:
        address = ipaddress.IPv4Address(parts[1])
    except ValueError:
        return False
    return any(address in network for network in _ROOM_NETWORKS)


@cache
def dictionary() -> bytes:
    """Dictionary 1, frozen: the bytes every link of the forms 1 and 2 was packed with."""
    return resources.read_bytes("sharing", _DICTIONARY)


def _dictionary_of(form: LinkForm) -> bytes:
    return b"" if form is LinkForm.PLAIN else dictionary()
