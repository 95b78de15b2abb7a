"""The whole way: badges, presentation, bundle, link, QR picture, and back to a report. Nothing altered passes."""

import json

from tests.sharing.shares import (
    HOLDER_DID,
    PURPOSE,
    RECIPIENT,
    corpus_badge,
    present,
    signed_badge,
    signed_token,
    verified,
)
from wallet.errors import WalletError
from wallet.sharing.bundle import decode_bundle, encode_bundle
from wallet.sharing.link import decode_link, encode_link
from wallet.sharing.qr import make_qr, render_png
from wallet.sharing.qr_reader import read_codes
from wallet.verification.report import CheckName, Outcome, Verdict

FOLDER = ("dcc-vc-test-fixtures", "v2", "dataIntegrityProof", "didKey")


def test_a_pair_of_badges_goes_through_a_picture_and_verifies() -> None:
    pair = [
        corpus_badge(*FOLDER, "legacyRegistry-noStatus-noExpiry-minimal.json"),
        corpus_badge(*FOLDER, "legacyRegistry-noStatus-noExpiry-basicOBv3.json"),
    ]
    presentation = present(pair)
    picture = render_png(make_qr(encode_link(encode_bundle(presentation))))

    (text,) = read_codes(picture)
    bundle = decode_bundle(decode_link(text))
    report = verified(bundle.presentation)

    assert bundle.presentation == presentation
    assert report.check(CheckName.PROOF).outcome is Outcome.PASSED
    assert (report.holder, report.audience, report.purpose) == (HOLDER_DID, RECIPIENT, PURPOSE)
    assert [inner.check(CheckName.PROOF).outcome for inner in report.inner] == [
        Outcome.PASSED,
        Outcome.PASSED,
    ]


def _verdict(data: bytes) -> Verdict:
    try:
        return verified(decode_bundle(data).presentation).verdict
    except WalletError:
        return Verdict.UNREADABLE


def test_one_flipped_byte_of_a_bundle_never_verifies() -> None:
    data = encode_bundle(present([signed_badge(), signed_token()]))
    assert _verdict(data) is Verdict.CHECK

    for position in range(0, len(data), 5):
        for bit in (0x01, 0x20):
            flipped = bytearray(data)
            flipped[position] ^= bit
            verdict = _verdict(bytes(flipped))
            # A context we do not carry cannot be told from one that does not exist; it is not a pass either.
            allowed = {Verdict.INVALID, Verdict.UNREADABLE}
            assert verdict in allowed or (
                verdict is Verdict.UNCHECKED and _contexts_differ(bytes(flipped), data)
            )


def _contexts_differ(flipped: bytes, data: bytes) -> bool:
    before, after = json.loads(data)["vp"], json.loads(flipped)["vp"]
    pairs = zip(before["verifiableCredential"], after["verifiableCredential"], strict=True)
    return any(old.get("@context") != new.get("@context") for old, new in pairs)
