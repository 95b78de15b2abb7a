"""Pictures carry exactly one credential, or are refused."""

import pytest

from tests.sample_documents import SVG, chunk, itxt, png
from wallet.credentials import baked_image
from wallet.errors import CredentialError, Reason

_CLR = b'<c:credential xmlns:c="https://purl.imsglobal.org/clr/v2p0"><![CDATA[{"a":1}]]></c:credential>'
_OB3 = b'<o:credential xmlns:o="https://purl.imsglobal.org/ob/v3p0" verify="a.b.c"/>'
_OB2 = b'<o:assertion xmlns:o="http://openbadges.org" verify="https://example.org/1"/>'


def _svg(*elements: bytes) -> bytes:
    return SVG.replace(b"<g>", b"".join(elements) + b"<g>")


def test_what_is_baked_is_read() -> None:
    for text in ('{"a": "]]> <&\N{SNOWMAN}"}', "eyJh.eyJi.c"):
        assert baked_image.read_png(baked_image.bake_png(png(), text)) == text.encode()
        assert baked_image.read_svg(baked_image.bake_svg(SVG, text)) == text.encode()


def test_learner_records_are_read_too() -> None:
    assert baked_image.read_png(png(itxt("clrcredential", b"{}"))) == b"{}"
    assert baked_image.read_svg(_svg(_CLR)) == b'{"a":1}'


def test_older_data_beside_a_credential_does_not_hide_it() -> None:
    assert baked_image.read_png(png(itxt("openbadges", b"x"), itxt("openbadgecredential", b"{}"))) == b"{}"
    assert baked_image.read_svg(_svg(_OB2, _OB3)) == b"a.b.c"


def test_older_pictures_carry_a_badge_a_token_or_an_address() -> None:
    address = b"https://example.org/1"
    assert baked_image.read_png(png(itxt("openbadges", b"{}"))) == b"{}"
    assert baked_image.read_png(png(chunk(b"tEXt", b"openbadges\0" + address))) == address
    assert (
        baked_image.read_png(png(chunk(b"tEXt", b"openbadges\0" + address), itxt("openbadges", b"{}")))
        == b"{}"
    )
    assert baked_image.read_svg(_svg(_OB2)) == address
    with_body = _OB2.replace(b"/>", b"><![CDATA[{}]]></o:assertion>")
    assert baked_image.read_svg(_svg(with_body)) == b"{}"


@pytest.mark.parametrize(
    ("picture", "reason"),
    [
        (png(itxt("openbadges", b"{}"), itxt("openbadges", b"{}")), Reason.SEVERAL_CREDENTIALS),
        (png(chunk(b"tEXt", b"openbadges\0a"), chunk(b"tEXt", b"openbadges\0b")), Reason.SEVERAL_CREDENTIALS),
        (png(chunk(b"zTXt", b"openbadges\0\0packed")), Reason.PICTURE_WITHOUT_CREDENTIAL),
        (png(chunk(b"tEXt", b"openbadge\0a")), Reason.PICTURE_WITHOUT_CREDENTIAL),
    ],
)
def test_an_older_picture_carries_exactly_one(picture: bytes, reason: Reason) -> None:
    with pytest.raises(CredentialError) as refusal:
        baked_image.read_png(picture)
    assert refusal.value.reason is reason


@pytest.mark.parametrize(
    "picture",
    [
        png(itxt("openbadgecredential", b"{}"), itxt("openbadgecredential", b"{}")),
        png(itxt("openbadgecredential", b"{}"), itxt("clrcredential", b"{}")),
    ],
)
def test_several_credentials_in_a_png_are_refused(picture: bytes) -> None:
    with pytest.raises(CredentialError) as refusal:
        baked_image.read_png(picture)
    assert refusal.value.reason is Reason.SEVERAL_CREDENTIALS


@pytest.mark.parametrize(
    "picture",
    [_svg(_OB3, _OB3), _svg(_OB3, _CLR), _svg(_CLR.replace(b"><!", b' verify="a.b.c"><!'))],
)
def test_several_credentials_in_an_svg_are_refused(picture: bytes) -> None:
    with pytest.raises(CredentialError) as refusal:
        baked_image.read_svg(picture)
    assert refusal.value.reason is Reason.SEVERAL_CREDENTIALS


@pytest.mark.parametrize(
    ("picture", "reason"),
    [
        (SVG, Reason.PICTURE_WITHOUT_CREDENTIAL),
        (_svg(_OB3.replace(b"a.b.c", b" ")), Reason.PICTURE_WITHOUT_CREDENTIAL),
        (_svg(_OB2.replace(b"https://example.org/1", b" ")), Reason.PICTURE_WITHOUT_CREDENTIAL),
        (_svg(_OB2, _OB2), Reason.SEVERAL_CREDENTIALS),
    ],
)
def test_a_drawing_without_a_credential_says_so(picture: bytes, reason: Reason) -> None:
    with pytest.raises(CredentialError) as refusal:
        baked_image.read_svg(picture)
    assert refusal.value.reason is reason


def test_a_picture_is_baked_once() -> None:
    baked_png, baked_svg = baked_image.bake_png(png(), "{}"), baked_image.bake_svg(SVG, "{}")
    with pytest.raises(CredentialError):
        baked_image.bake_png(baked_png, "{}")
    with pytest.raises(CredentialError):
        baked_image.bake_svg(baked_svg, "{}")
