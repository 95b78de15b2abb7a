"""A share as a page that checks itself: the bundle inside comes out as it went in, and nothing can break out."""

import json

import pytest

from build_verify_page import OUT
from tests.sharing.shares import present, signed_badge
from wallet.codecs import strict_json
from wallet.credentials.model import UnverifiedCredential
from wallet.errors import Reason, SharingError
from wallet.sharing.bundle import encode_bundle
from wallet.sharing.html_page import find_bundle, is_html, receiver_page, render_html

needs_page = pytest.mark.skipif(
    not OUT.is_file(), reason="only where the page for receivers could be built (Node and npm)"
)
HOSTILE = "</script><script>alert(1)</script><!-- \u2028 <!doctype"


def encode_bundle_of(*badges: UnverifiedCredential) -> bytes:
    return encode_bundle(present(badges))


@needs_page
def test_the_bundle_comes_out_as_it_went_in() -> None:
    bundle = encode_bundle_of(signed_badge())
    page = render_html(bundle)
    assert is_html(page)
    assert strict_json.loads(find_bundle(page)) == strict_json.loads(bundle)


@needs_page
def test_names_cannot_end_the_element_they_stand_in() -> None:
    bundle = encode_bundle_of(signed_badge(name=HOSTILE))
    page = render_html(bundle)
    added = page[len(receiver_page().partition(b"<!--SHARE-->")[0]) :]
    inside = added.partition(b">")[2].partition(b"</script>")[0]
    assert json.loads(inside) == json.loads(bundle)
    assert b"<" not in inside


@needs_page
@pytest.mark.parametrize("broken", ["none", "two", "cut"])
def test_a_page_without_exactly_one_share(broken: str) -> None:
    page = render_html(encode_bundle_of(signed_badge()))
    data = {"none": receiver_page(), "two": page + page, "cut": page[: page.index(b'"items"')]}[broken]
    with pytest.raises(SharingError) as caught:
        find_bundle(data)
    assert caught.value.reason is Reason.NOT_A_SHARE_PAGE


@pytest.mark.parametrize(
    ("data", "is_page"),
    [(b"\n<!DOCTYPE HTML><p>", True), (b'{"v":1}', False), (b"<svg></svg>", False), (b"", False)],
)
def test_pages_are_told_by_their_first_line(data: bytes, is_page: bool) -> None:
    assert is_html(data) is is_page
