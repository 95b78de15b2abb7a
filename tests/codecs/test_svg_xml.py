"""SVG is read as events, with nothing fetched and nothing expanded."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.sample_documents import SVG
from wallet.codecs import svg_xml
from wallet.errors import CodecError, Reason

_NAME = ("https://purl.imsglobal.org/ob/v3p0", "credential")
_LETTERS = st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")


@settings(max_examples=100, deadline=None)
@given(st.text(_LETTERS | st.sampled_from("]>&<\"'"), max_size=60), st.text(_LETTERS, max_size=20))
def test_a_baked_element_is_read_back_and_nothing_else_changes(text: str, attribute: str) -> None:
    baked = svg_xml.add_element(SVG, _NAME, attributes={"verify": attribute}, text=text)
    (found,) = svg_xml.read_elements(baked, [_NAME])
    assert found.text == text
    assert found.attributes == {"verify": attribute}
    start = baked.index(b"<openbadges:")
    end = baked.rindex(b"</openbadges:credential>") + len(b"</openbadges:credential>")
    assert baked[:start] + baked[end:] == SVG


def test_the_prefix_means_nothing_and_the_namespace_everything() -> None:
    ours = b'<svg xmlns:x="https://purl.imsglobal.org/ob/v3p0"><x:credential verify="a"/></svg>'
    assert [entry.attributes for entry in svg_xml.read_elements(ours, [_NAME])] == [{"verify": "a"}]
    other = ours.replace(b"v3p0", b"v9p9")
    assert svg_xml.read_elements(other, [_NAME]) == []
    assert svg_xml.read_elements(b"<svg><credential verify='a'/></svg>", [_NAME]) == []


@pytest.mark.parametrize(
    "doctype",
    [
        b'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">',
        b'<!DOCTYPE svg SYSTEM "file:///etc/hostname">',
        b"<!DOCTYPE svg>",
    ],
)
def test_a_bare_doctype_is_passed_over(doctype: bytes) -> None:
    baked = svg_xml.add_element(doctype + b"<svg></svg>", _NAME, attributes={}, text="{}")
    assert [entry.text for entry in svg_xml.read_elements(baked, [_NAME])] == ["{}"]


@pytest.mark.parametrize(
    "text",
    [
        b'<!DOCTYPE svg [<!ENTITY a "b">]><svg>&a;</svg>',
        b'<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]><svg>&x;</svg>',
        b'<!DOCTYPE svg [<!ENTITY % p SYSTEM "http://example.org/x"> %p;]><svg/>',
        b'<!DOCTYPE svg [<!ATTLIST svg verify CDATA "x">]><svg/>',
        b"<!DOCTYPE svg [<!-- nothing -->]><svg/>",
        b'<!DOCTYPE svg SYSTEM "http://example.org/x.dtd"><svg>&nbsp;</svg>',
        b"<svg" + b"".join(b" a%d=''" % number for number in range(svg_xml.MAX_ATTRIBUTES + 1)) + b"/>",
        b"<svg>" + b"<g/>" * svg_xml.MAX_ELEMENTS + b"</svg>",
        b"<svg>" + b"<g>" * 300 + b"</g>" * 300 + b"</svg>",
        b'<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]><svg>&c;</svg>',
    ],
)
def test_what_could_reach_out_or_grow_is_unsafe(text: bytes) -> None:
    with pytest.raises(CodecError) as refusal:
        svg_xml.read_elements(text, [_NAME])
    assert refusal.value.reason is Reason.SVG_UNSAFE


@pytest.mark.parametrize(
    "text",
    [
        b"<svg>",
        b"<svg/><svg/>",
        b"<svg>&nbsp;</svg>",
        b"<html/>",
        b'<svg xmlns="http://example.org/other"/>',
        b"<x:svg/>",
        b"<svg>\0</svg>",
        b"<svg>\xff</svg>",
        b'<?xml version="1.0" encoding="no-such"?><svg/>',
        b'<?xml version="1.0" encoding="rot13"?><svg/>',
        b'<svg xmlns:x="https://purl.imsglobal.org/ob/v3p0"><x:credential>{"a":<b/>}</x:credential></svg>',
    ],
)
def test_what_is_not_a_drawing_is_damaged(text: bytes) -> None:
    with pytest.raises(CodecError) as refusal:
        svg_xml.read_elements(text, [_NAME])
    assert refusal.value.reason is Reason.SVG_DAMAGED


def test_the_text_of_the_elements_is_limited_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(svg_xml, "MAX_TEXT_CHARACTERS", 10)
    part = b'<c xmlns="https://purl.imsglobal.org/ob/v3p0">'
    element = b'<credential xmlns="https://purl.imsglobal.org/ob/v3p0">12345</credential>'
    assert len(svg_xml.read_elements(b"<svg>" + part + element * 2 + b"</c></svg>", [_NAME])) == 2
    with pytest.raises(CodecError) as refusal:
        svg_xml.read_elements(b"<svg>" + element * 3 + b"</svg>", [_NAME])
    assert refusal.value.reason is Reason.PICTURE_TEXT_TOO_LARGE


def test_a_drawing_without_content_cannot_carry_an_element() -> None:
    with pytest.raises(CodecError) as refusal:
        svg_xml.add_element(b"<svg/>", _NAME, attributes={})
    assert refusal.value.reason is Reason.SVG_DAMAGED


def test_a_greater_sign_in_the_root_does_not_end_it() -> None:
    baked = svg_xml.add_element(b"<svg id='a>b' class=\"c/>\"></svg>", _NAME, attributes={"verify": "x"})
    assert baked.startswith(b"<svg id='a>b' class=\"c/>\"><openbadges:")
    assert len(svg_xml.read_elements(baked, [_NAME])) == 1
