"""Codes as @digitalbazaar/vpqr 6 writes them (`vpqr_codes.json`, made of badges signed here), and broken twins."""

import base64
import json
import random
from pathlib import Path

import pytest

from tests.sharing.pictures import code_png
from wallet.app.container import make_services
from wallet.app.times import parse_moment
from wallet.app.verify_document import verify_bytes
from wallet.codecs import base45, cbor_values
from wallet.errors import CodecError, Reason, SharingError
from wallet.sharing import vpqr
from wallet.sharing.cbor_ld import decode_cbor_ld
from wallet.verification.report import CheckName, Outcome, Verdict, VerificationReport

CODES = json.loads(Path(__file__).with_name("vpqr_codes.json").read_text())
SERVICES = make_services(at=parse_moment("2026-11-23T12:00:00Z"))
BADGE = CODES["badge, legacy-singleton, B"]


def proven(report: VerificationReport) -> bool:
    """Whether the signature under what was read is good, of the credential itself or of each inside."""
    parts = report.inner or [report]
    return all(part.check(CheckName.PROOF).outcome is Outcome.PASSED for part in parts)


@pytest.mark.parametrize("name", CODES)
def test_the_signatures_hold_over_what_is_read(name: str) -> None:
    report = verify_bytes(CODES[name].encode(), SERVICES)
    assert report.envelope == "qr"
    assert proven(report), report


def test_a_code_png_such_a_code() -> None:
    report = verify_bytes(code_png(BADGE), SERVICES)
    assert (report.envelope, report.verdict) == ("qr", Verdict.CHECK)


def test_every_form_of_one_document_says_the_same() -> None:
    for kind in ("badge", "presentation", "credential"):
        first, second = (
            json.loads(vpqr.read_vpqr(text)) for name, text in CODES.items() if name.startswith(f"{kind},")
        )
        assert first == second


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("VP1-", Reason.VPQR_INVALID),
        ("VP1-B", Reason.VPQR_INVALID),
        ("VP1-Xabc", Reason.VPQR_UNSUPPORTED),
        ("VP1-B0000", Reason.VPQR_INVALID),
        ("VP1-R\u00e9", Reason.VPQR_INVALID),
        ("VP1-RA", Reason.VPQR_INVALID),
        ("VP1-R:::", Reason.VPQR_INVALID),
        (BADGE[:-20], Reason.VPQR_INVALID),
        ("VP1-B" + "A" * 20_000, Reason.VPQR_INVALID),
    ],
)
def test_broken_texts(text: str, reason: Reason) -> None:
    with pytest.raises(SharingError) as caught:
        vpqr.read_vpqr(text)
    assert caught.value.reason is reason
    assert verify_bytes(text.encode(), SERVICES).reason is reason


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\xa0", Reason.VPQR_INVALID),  # no tag
        (b"\xd9\x07\x00\xa0", Reason.VPQR_UNSUPPORTED),  # another tag
        (b"\xd9\xcb\x1d\x82\x18\x64\xa0", Reason.VPQR_UNSUPPORTED),  # another table
        (b"\xd9\x05\x01\xa1\x00\x15", Reason.VPQR_UNSUPPORTED),  # a context this program does not have
        (b"\xd9\x05\x01\xa1\x00\x18\xff", Reason.VPQR_UNSUPPORTED),  # a context nobody has
        (b"\xd9\x05\x01\xa1\x19\x03\xe8\x01", Reason.VPQR_INVALID),  # a number no term has
        (b"\xd9\x05\x00\xa1\x61a\x41b", Reason.VPQR_INVALID),  # bytes, which JSON does not have
        (b"\xd9\x05\x01\x01", Reason.VPQR_INVALID),
        (b"\xd9\x05\x01" + b"\x81" * 100, Reason.VPQR_INVALID),
    ],
)
def test_broken_bytes(data: bytes, reason: Reason) -> None:
    with pytest.raises(SharingError) as caught:
        decode_cbor_ld(data)
    assert caught.value.reason is reason


def test_damaged_codes_are_refused_or_not_proven() -> None:
    chance = random.Random(7)
    data = base64.b32decode(BADGE.removeprefix("VP1-B") + "=" * (-len(BADGE.removeprefix("VP1-B")) % 8))
    read = 0
    for _ in range(300):
        broken = bytearray(data)
        broken[chance.randrange(len(broken))] ^= 1 << chance.randrange(8)
        text = "VP1-B" + base64.b32encode(broken).decode().rstrip("=")
        report = verify_bytes(text.encode(), SERVICES)
        read += report.verdict is not Verdict.UNREADABLE
        assert report.verdict in (Verdict.UNREADABLE, Verdict.INVALID, Verdict.UNCHECKED)
    assert read, "some still say something, and it is not proven"


@pytest.mark.parametrize(
    ("data", "value"),
    [
        (b"\x00", 0),
        (b"\x38\x63", -100),
        (b"\xf9\x3c\x00", 1.0),
        (b"\x83\x01\xf4\xf6", [1, False, None]),
        (b"\xa2\x01\x02\x61a\x42\x00\x01", {1: 2, "a": b"\0\1"}),
        (b"\xc1\x1a\x51\x4b\x67\xb0", cbor_values.Tagged(1, 1363896240)),
    ],
)
def test_cbor_values(data: bytes, value: object) -> None:
    """RFC 8949, appendix A."""
    assert cbor_values.decode_value(data) == value


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x9f\xff",
        b"\x62a",
        b"\xa2\x01\x02\x01\x03",
        b"\xa1\x80\x01",
        b"\x00\x00",
        b"\xf8\x20",
        b"\x9b" + b"\xff" * 8,
        b"\x61\xff",
    ],
)
def test_broken_cbor_values(data: bytes) -> None:
    with pytest.raises(CodecError):
        cbor_values.decode_value(data)


@pytest.mark.parametrize(
    ("text", "data"),
    [
        ("BB8", b"AB"),
        ("%69 VD92EX0", b"Hello!!"),
        ("UJCLQE7W581", b"base-45"),
        ("QED8WEX0", b"ietf!"),
        ("", b""),
    ],
)
def test_base_45(text: str, data: bytes) -> None:
    """RFC 9285, sections 4.3 and 4.4."""
    assert base45.decode(text) == data
