r"""A share as one HTML file that checks itself: the page for receivers with the bundle inside.

Lives here: putting a bundle into the page and finding it there again. Does not live here: the page itself
(`resources/verify-page`) or what a bundle says (`bundle`).

The bundle stands in a `<script type="application/json">`, which browsers never run. Every `<` in it is written as
`\u003c`, so nothing in a name can end the element, and JSON says the same with either spelling.
"""

import re

from wallet import resources
from wallet.errors import Reason, ResourceError, SharingError

ELEMENT_ID = "ler-bundle"
_PLACE = b"<!--SHARE-->"
_OPENING = f'<script type="application/json" id="{ELEMENT_ID}">'.encode("ascii")
_CLOSING = b"</script>"
_START = re.compile(rb"\A\s*<!doctype html", re.IGNORECASE)
# Line separators are fine in JSON and were line ends in scripts of old browsers.
_ESCAPES = ((b"<", b"\\u003c"), (b"\xe2\x80\xa8", b"\\u2028"), (b"\xe2\x80\xa9", b"\\u2029"))


def receiver_page() -> bytes:
    """The page without a share in it: for a stick, a static host, or the local network.

    Raises:
        SharingError: RECEIVER_PAGE_MISSING when it was not built on this machine.
    """
    try:
        return resources.read_bytes("verify-page", "dist", "verify.html")
    except ResourceError as error:
        raise SharingError(Reason.RECEIVER_PAGE_MISSING) from error


def render_html(bundle: bytes) -> bytes:
    """The page with this bundle inside: UTF-8, works from a disk and without a network.

    Args:
        bundle: what `encode_bundle` returned.

    Raises:
        SharingError: RECEIVER_PAGE_MISSING.
    """
    page = receiver_page()
    if page.count(_PLACE) != 1:
        raise SharingError(Reason.RECEIVER_PAGE_MISSING, "no place for a share")
    inside = bundle
    for plain, escaped in _ESCAPES:
        inside = inside.replace(plain, escaped)
    return page.replace(_PLACE, _OPENING + inside + _CLOSING)


def is_html(data: bytes) -> bool:
    """Whether these bytes mean to be an HTML page."""
    return _START.match(data[:200]) is not None


def find_bundle(data: bytes) -> bytes:
    """The bundle inside a page that `render_html` made; nothing else of the page is looked at, let alone run.

    Raises:
        SharingError: NOT_A_SHARE_PAGE when there is no bundle in it, or more than one.
    """
    parts = data.split(_OPENING)
    if len(parts) != 2:  # noqa: PLR2004 - before it and behind it
        raise SharingError(Reason.NOT_A_SHARE_PAGE)
    inside, closing, _ = parts[1].partition(_CLOSING)
    if not closing:
        raise SharingError(Reason.NOT_A_SHARE_PAGE, "cut short")
    return inside
