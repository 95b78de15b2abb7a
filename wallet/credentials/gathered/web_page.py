"""Where a web page says that it has a credential: pictures and documents it names, and data written into its source.

Lives here: looking through the source of a page in linear time. Does not live here: fetching what is named, or reading
what is found. A page is hostile text: nothing in it is run, and what it names are words until somebody agrees.

Source: HTML Living Standard, sections 4.2.4 (link), 4.6.7.1 (alternate), 4.8.3 (img); The Open Graph protocol
(og:image).
"""

import binascii
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from urllib.parse import urljoin

from wallet.codecs.link_header import typed_targets

MOST_DOCUMENTS = 4
MOST_PICTURES = 6
_MAX_SOURCE = 5_000_000
_MAX_ADDRESS = 4096

_TAG = re.compile(r"<(link|meta|img|base)\b([^<>]{1,8000})>", re.IGNORECASE | re.ASCII)
_ATTRIBUTE = re.compile(
    r"([a-z][a-z:-]{0,30})\s{0,20}=\s{0,20}(\"[^\"]*\"|'[^']*'|[^\s\"'=<>`]+)", re.IGNORECASE | re.ASCII
)
_DOCUMENT = re.compile(r"application/(?:[a-z0-9.+-]{1,60}\+)?(?:json|jwt)|application/v[cp]", re.ASCII)
_PICTURE_PROPERTIES = frozenset({"og:image", "og:image:url", "og:image:secure_url", "twitter:image"})
_PICTURE_ENDS = (".png", ".svg")
_INLINE = re.compile(r"data:image/(?:png|svg\+xml);base64,([A-Za-z0-9+/=\s]{16,})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Named:
    """What a page names.

    Attributes:
        documents: addresses of other forms of the same page in JSON, or as a token; at most 4.
        pictures: addresses of pictures that may carry a badge, the most telling ones first; at most 6.
        inline: pictures that stand in the source itself.
    """

    documents: Sequence[str] = ()
    pictures: Sequence[str] = ()
    inline: Sequence[bytes] = ()


def looks_like_page(data: bytes) -> bool:
    """Whether this is the source of a web page, by its beginning."""
    start = data[:2000].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return start.startswith((b"<!doctype html", b"<html")) or (start.startswith(b"<") and b"<html" in start)


def find_named(data: bytes, address: str, link_header: str = "") -> Named:
    """What a page names.

    Args:
        data: its source.
        address: where it came from, which its own addresses are relative to.
        link_header: the `Link` header it came with, whose documents come first.

    Source: RFC 8288, section 3.
    """
    text = data[:_MAX_SOURCE].decode("utf-8", "replace")
    documents: list[str] = []
    for target, kind in typed_targets(link_header, "alternate"):
        if not kind or _DOCUMENT.fullmatch(kind):
            _add(documents, _absolute(target, address))
    told: list[str] = []
    shown: list[str] = []
    inline: list[bytes] = []
    base = address
    for tag in _TAG.finditer(text):
        kind, attributes = tag[1].lower(), _attributes(tag[2])
        if kind == "base":
            base = _absolute(attributes.get("href", ""), address) or base
        elif kind == "link":
            relations = attributes.get("rel", "").lower().split()
            kept = documents if "alternate" in relations else told if "image_src" in relations else None
            if kept is told or (kept is documents and _DOCUMENT.fullmatch(_media_type(attributes))):
                _add(kept, _absolute(attributes.get("href", ""), base))
        elif kind == "meta":
            name = attributes.get("property", "") or attributes.get("name", "")
            if name.lower() in _PICTURE_PROPERTIES:
                _add(told, _absolute(attributes.get("content", ""), base))
        else:
            source = attributes.get("src", "")
            inline += _decoded(source)
            if source.partition("?")[0].lower().endswith(_PICTURE_ENDS):
                _add(shown, _absolute(source, base))
    pictures = list(dict.fromkeys([*told, *shown]))
    return Named(tuple(documents[:MOST_DOCUMENTS]), tuple(pictures[:MOST_PICTURES]), tuple(inline))


def _media_type(attributes: Mapping[str, str]) -> str:
    return attributes.get("type", "").partition(";")[0].strip().lower()


def _attributes(text: str) -> Mapping[str, str]:
    """The attributes of a tag; of one that is there twice, the first counts."""
    found: dict[str, str] = {}
    for one in _ATTRIBUTE.finditer(text):
        found.setdefault(one[1].lower(), unescape(one[2].strip("\"'")).strip())
    return found


def _absolute(address: str, base: str) -> str:
    """The whole address; "" for what is none that could be asked."""
    if not address or len(address) > _MAX_ADDRESS:
        return ""
    try:
        joined = urljoin(base, address)
    except ValueError:
        return ""
    return joined if joined.startswith("https://") else ""


def _add(found: list[str], address: str) -> None:
    if address and address not in found:
        found.append(address)


def _decoded(source: str) -> Iterator[bytes]:
    match = _INLINE.fullmatch(source)
    if match is not None:
        try:
            yield binascii.a2b_base64(match[1])
        except (binascii.Error, ValueError):
            return
