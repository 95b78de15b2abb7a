"""The content decides what a file is, and what cannot be read is named."""

import gzip
import json
from typing import Any

import pytest

from tests.sample_documents import (
    SVG,
    as_bytes,
    badge,
    badge_v1,
    chunk,
    itxt,
    png,
    presentation,
    token,
)
from wallet.credentials import baked_image
from wallet.credentials.detect import parse_document
from wallet.credentials.model import Envelope, Format, UnverifiedCredential, UnverifiedPresentation
from wallet.errors import Reason, WalletError

_TEXT = json.dumps(badge())
_TOKEN = token({**badge(), "iss": "did:example:x"})
_ENVELOPED = {"@context": "https://www.w3.org/ns/credentials/v2", "type": "EnvelopedVerifiableCredential"}


@pytest.mark.parametrize(
    ("data", "envelope"),
    [
        (as_bytes(badge()), Envelope.JSON),
        (b" \r\n" + as_bytes(badge()) + b"\n", Envelope.JSON),
        (_TOKEN.encode(), Envelope.JWT),
        (b"\n " + _TOKEN.encode() + b" \r\n", Envelope.JWT),
        (baked_image.bake_png(png(), _TEXT), Envelope.BAKED_PNG),
        (baked_image.bake_png(png(), _TOKEN), Envelope.BAKED_PNG),
        (png(itxt("openbadgecredential", _TEXT.encode(), compressed=True)), Envelope.BAKED_PNG),
        (baked_image.bake_svg(SVG, _TEXT), Envelope.BAKED_SVG),
        (b"\xef\xbb\xbf" + baked_image.bake_svg(SVG, _TOKEN), Envelope.BAKED_SVG),
        (as_bytes({**_ENVELOPED, "id": f"data:application/vc+jwt,{_TOKEN}"}), Envelope.JSON),
    ],
)
def test_one_badge_in_every_wrapping(data: bytes, envelope: Envelope) -> None:
    document = parse_document(data)
    assert isinstance(document, UnverifiedCredential)
    assert document.original == data
    assert document.envelope is envelope
    assert document.format is Format.OPEN_BADGES_3
    assert document.document == badge()
    assert document.credential.title == "Robotics"


@pytest.mark.parametrize(
    ("document", "expected"),
    [
        (badge(), Format.OPEN_BADGES_3),
        (badge_v1(), Format.OPEN_BADGES_3),
        (badge(type=["VerifiableCredential", "AchievementCredential"]), Format.OPEN_BADGES_3),
        (badge(type=["VerifiableCredential", "EndorsementCredential"]), Format.OPEN_BADGES_3),
        (badge(type=["VerifiableCredential", "ClrCredential"]), Format.CLR_2),
        (badge(type=["VerifiableCredential"]), Format.VC_2_0),
        (badge_v1(type="VerifiableCredential"), Format.VC_1_1),
        ({"@context": ["https://www.w3.org/ns/credentials/v2"]}, Format.VC_2_0),
        ({"type": "VerifiableCredential"}, Format.VC_1_1),
    ],
)
def test_the_format_follows_type_and_context(document: dict[str, Any], expected: Format) -> None:
    assert parse_document(as_bytes(document)).format is expected


@pytest.mark.parametrize("secured", [False, True])
def test_presentations_are_told_from_credentials(secured: bool) -> None:
    document = presentation(badge())
    data = token(document).encode() if secured else as_bytes(document)
    parsed = parse_document(data)
    assert isinstance(parsed, UnverifiedPresentation)
    assert parsed.format is Format.PRESENTATION
    assert (parsed.jws is not None) is secured
    assert [type(entry) for entry in parsed.credentials] == [UnverifiedCredential]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", Reason.FILE_EMPTY),
        (b" \r\n\t", Reason.FILE_EMPTY),
        (b"{" * 20_000_001, Reason.FILE_TOO_LARGE),
        (b"[" + b" " * 10_000_000 + b"]", Reason.JSON_TOO_LARGE),
        (b"[" * 65, Reason.JSON_TOO_DEEP),
        (b"\xef\xbb\xbf" + as_bytes(badge()), Reason.ENCODING_INVALID),
        (_TEXT.encode("utf-16"), Reason.ENCODING_INVALID),
        (_TEXT.encode("utf-16-be"), Reason.ENCODING_INVALID),
        (as_bytes(badge())[:-1], Reason.JSON_INVALID),
        (as_bytes([badge()]), Reason.NOT_A_CREDENTIAL),
        (b'"text"', Reason.NOT_A_CREDENTIAL),
        (b'{"hello": "world"}', Reason.NOT_A_CREDENTIAL),
        (b"Dear student, attached is your badge.", Reason.NOT_A_CREDENTIAL),
        (b"\x00\x01\x02", Reason.ENCODING_INVALID),
        (b"%PDF-1.7", Reason.NOT_A_CREDENTIAL),
        (b"PK\x03\x04....", Reason.NOT_A_CREDENTIAL),
        (gzip.compress(b"<svg/>", mtime=0), Reason.NOT_A_CREDENTIAL),
        (b"\xff\xd8\xff\xe0", Reason.NOT_A_CREDENTIAL),
        (b"<html><body/></html>", Reason.NOT_A_CREDENTIAL),
        (b"<svg>", Reason.SVG_DAMAGED),
        (b"<!DOCTYPE svg [<!ENTITY a 'b'>]><svg/>", Reason.SVG_UNSAFE),
        (SVG, Reason.PICTURE_WITHOUT_CREDENTIAL),
        (png(), Reason.PICTURE_WITHOUT_CREDENTIAL),
        (png(chunk(b"tEXt", b"openbadgecredential\0{}")), Reason.PICTURE_WITHOUT_CREDENTIAL),
        (png()[:-4], Reason.PNG_DAMAGED),
        (png(itxt("openbadgecredential", b"not json")), Reason.NOT_A_CREDENTIAL),
        (png(itxt("openbadgecredential", b"{}")), Reason.NOT_A_CREDENTIAL),
        (png(itxt("openbadges", b"{}")), Reason.NOT_A_CREDENTIAL),
        (png(chunk(b"tEXt", b"openbadges\0nowhere")), Reason.NOT_A_CREDENTIAL),
        (b"https://example.org/1", Reason.NOT_A_CREDENTIAL),
        (_TOKEN.encode() + b"~WyJh~", Reason.DISCLOSURE_INVALID),
        (b"0oRYVqQBJgNuYXBwbGljYXRpb24", Reason.UNSUPPORTED_FORMAT),
        (_TOKEN.encode() + b"=", Reason.JWT_MALFORMED),
        (_TOKEN.encode() + b".x", Reason.JWT_MALFORMED),
        (token({"hello": "world"}).encode(), Reason.NOT_A_CREDENTIAL),
        (as_bytes({**_ENVELOPED, "id": "data:application/vc+sd-jwt,a.b.c~"}), Reason.JWT_MALFORMED),
        (as_bytes({**_ENVELOPED, "id": "data:application/vc+jwt;base64,YQ"}), Reason.UNSUPPORTED_FORMAT),
        (as_bytes({**_ENVELOPED, "id": "https://example.org/vc"}), Reason.STRUCTURE_INVALID),
        (as_bytes(_ENVELOPED), Reason.STRUCTURE_INVALID),
    ],
)
def test_what_cannot_be_read_is_named(data: bytes, reason: Reason) -> None:
    with pytest.raises(WalletError) as refusal:
        parse_document(data)
    assert refusal.value.reason is reason


@pytest.mark.parametrize(
    ("document", "named"),
    [
        ({"@context": "https://w3id.org/openbadges/v2", "type": "Assertion"}, Format.OPEN_BADGES_2),
        ({"type": "Assertion", "id": "https://example.org/1"}, Format.OPEN_BADGES_2),
        ({"@context": "https://w3id.org/openbadges/v1", "type": "Assertion"}, Format.OPEN_BADGES_1),
        ({"recipient": "sha256$aa", "badge": {"name": "x"}}, Format.OPEN_BADGES_1),
        ({"verify": {"type": "hosted", "url": "https://example.org/1"}}, Format.OPEN_BADGES_1),
        (
            {"@context": "https://w3id.org/openbadges/invalid", "type": "Assertion", "verification": {}},
            Format.OPEN_BADGES_2,
        ),
    ],
)
@pytest.mark.parametrize("secured", [False, True])
def test_older_badges_are_told_by_type_context_and_members(
    document: dict[str, Any], named: Format, secured: bool
) -> None:
    parsed = parse_document(token(document).encode() if secured else as_bytes(document))
    assert isinstance(parsed, UnverifiedCredential)
    assert parsed.format is named
    assert (parsed.jws is not None) is secured


@pytest.mark.parametrize(
    "document",
    [
        {"@context": "https://w3id.org/openbadges/v2", "type": "BadgeClass", "name": "x"},
        {"type": ["Issuer", "https://example.org/School"], "name": "x"},
        {"type": "RevocationList", "revokedAssertions": []},
        {"name": "x", "criteria": "https://example.org", "issuer": "https://example.org"},
    ],
)
def test_what_describes_a_badge_is_not_a_badge_somebody_earned(document: dict[str, Any]) -> None:
    with pytest.raises(WalletError) as refusal:
        parse_document(as_bytes(document))
    assert refusal.value.reason is Reason.NOT_AN_AWARD


@pytest.mark.parametrize(
    ("start", "kind"),
    [(b"%PDF-1.7", "PDF"), (b"PK\x03\x04", "ZIP"), (b"\x1f\x8b\x08", "gzip"), (b"\xff\xd8\xff\xe0", "JPEG")],
)
def test_a_badge_behind_the_start_of_another_kind_of_file_is_that_file(start: bytes, kind: str) -> None:
    """Polyglots (class F7): what it is called does not matter, and what it is, is said."""
    with pytest.raises(WalletError) as refusal:
        parse_document(start + as_bytes(badge()))
    assert refusal.value.reason is Reason.NOT_A_CREDENTIAL
    assert kind in refusal.value.detail


def test_a_polyglot_is_what_its_first_bytes_say() -> None:
    behind = png() + as_bytes(badge())
    with pytest.raises(WalletError) as refusal:
        parse_document(behind)
    assert refusal.value.reason is Reason.PICTURE_WITHOUT_CREDENTIAL


_SECRET = "Eleanor-Vance-4711"


@pytest.mark.parametrize(
    "document",
    [{_SECRET: _SECRET}, {"type": [_SECRET], "vc": _SECRET}, {"vc": {_SECRET: 1}}, {"type": _SECRET}],
)
def test_no_detail_repeats_a_claim(document: dict[str, Any]) -> None:
    whole = as_bytes(document)
    secured = token(document).encode()
    for data in (whole, whole[:-3], secured, secured[:-1] + b"=", png(itxt("openbadgecredential", whole))):
        with pytest.raises(WalletError) as refusal:
            parse_document(data)
        assert _SECRET not in str(refusal.value)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (png(), Reason.PICTURE_WITHOUT_CREDENTIAL),
        (b"\x09" + png()[1:], Reason.PNG_DAMAGED),
        (png()[:4] + b"\n" + png()[5:], Reason.PNG_DAMAGED),
        (b"NG\r\n" + png()[4:], Reason.PNG_DAMAGED),
        (b"\x09" + as_bytes(badge()), None),
    ],
)
def test_a_picture_that_was_damaged_in_transit_is_still_called_a_picture(
    data: bytes, reason: Reason | None
) -> None:
    if reason is None:
        assert isinstance(parse_document(data), UnverifiedCredential)
        return
    with pytest.raises(WalletError) as caught:
        parse_document(data)
    assert caught.value.reason is reason
