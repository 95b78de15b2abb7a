"""The sample credentials: they come out the same every time and say what their manifest promises."""

import hashlib
import json
import tomllib
import zlib
from datetime import UTC, datetime
from typing import Any

import pytest

import make_samples
import sample_art
from sample_credentials import CONTENT, LEARNER, LEARNER_DID, art_of
from tests.shared_data import PROJECT
from wallet.app.file_documents import FileDocuments
from wallet.codecs import png_text, svg_xml
from wallet.credentials.detect import parse_document
from wallet.credentials.model import UnverifiedCredential
from wallet.errors import Reason, SharingError, WalletError
from wallet.proofs import bbs_signatures
from wallet.sharing import disclosure
from wallet.sharing.bundle import encode_bundle
from wallet.sharing.link import encode_link
from wallet.sharing.presentation import HolderSigner, sign_presentation
from wallet.sharing.qr import make_qr
from wallet.verification.report import CheckName, Outcome, VerificationReport
from wallet.verification.sources import DocumentSource, FixedClock, NoDocuments, Recipients
from wallet.verification.verifier import Verifier, unreadable_report

SAMPLES = PROJECT / "resources" / "samples"
MANIFEST = tomllib.loads((SAMPLES / "manifest.toml").read_text("utf-8"))
AT = datetime.fromisoformat(MANIFEST["evaluated_at"])
NAMES = [sample["file"] for sample in MANIFEST["sample"]]
MOST_BYTES = 600_000


def body(name: str) -> bytes:
    return (SAMPLES / name).read_bytes()


def verify(data: bytes, documents: DocumentSource, recipients: tuple[str, ...] = ()) -> VerificationReport:
    try:
        document = parse_document(data)
    except WalletError as error:
        return unreadable_report(error.reason, error.detail, AT)
    return Verifier(documents, FixedClock(AT), recipients=Recipients(recipients)).verify(document)


def said(report: VerificationReport) -> tuple[str, str]:
    return report.verdict.value, report.reason.value if report.reason else ""


@pytest.fixture(scope="module")
def published() -> FileDocuments:
    return FileDocuments(SAMPLES / "documents.json")


@pytest.mark.skipif(
    "ng" in zlib.ZLIB_RUNTIME_VERSION, reason="only where zlib is not zlib-ng, which packs to other bytes"
)
def test_making_the_samples_again_gives_the_same_bytes() -> None:
    made = make_samples.all_files()
    found = {
        path.relative_to(SAMPLES).as_posix(): path.read_bytes()
        for path in SAMPLES.rglob("*")
        if path.is_file()
    }
    assert set(made) == set(found)
    assert [name for name in made if made[name] != found[name]] == []


def test_the_manifest_names_every_sample_and_its_hash() -> None:
    found = {
        path.relative_to(SAMPLES).as_posix()
        for folder in ("good", "selective", "broken")
        for path in (SAMPLES / folder).iterdir()
    }
    assert set(NAMES) == found
    for sample in MANIFEST["sample"]:
        assert hashlib.sha256(body(sample["file"])).hexdigest() == sample["sha256"]
        assert sample["shows"]


def test_the_folder_stays_small() -> None:
    assert sum(path.stat().st_size for path in SAMPLES.rglob("*") if path.is_file()) < MOST_BYTES


@pytest.mark.parametrize("sample", MANIFEST["sample"], ids=NAMES)
def test_a_sample_gets_the_promised_verdict(sample: dict[str, Any], published: FileDocuments) -> None:
    data = body(sample["file"])
    assert said(verify(data, published)) == (sample["verdict"], sample["reason"])
    assert said(verify(data, NoDocuments())) == (sample["alone_verdict"], sample["alone_reason"])


@pytest.mark.parametrize("sample", MANIFEST["sample"], ids=NAMES)
def test_only_good_samples_are_in_the_good_folder(sample: dict[str, Any]) -> None:
    good = sample.get("kept_verdict", sample["verdict"]) in ("verified", "check")
    assert sample["file"].startswith(("good/", "selective/") if good else "broken/")


@pytest.mark.parametrize("name", [name for name in NAMES if not name.startswith("broken/")])
def test_every_good_sample_was_given_to_the_learner(name: str, published: FileDocuments) -> None:
    who = (
        LEARNER_DID if name == "selective/placement.jwt" else MANIFEST["recipient"]
    )  # whose e-mail need not be shown
    mine = verify(body(name), published, (who,)).check(CheckName.RECIPIENT)
    other = verify(body(name), published, ("somebody.else@student.example",)).check(CheckName.RECIPIENT)
    assert mine.outcome is Outcome.PASSED
    assert (other.outcome, other.reason) == (Outcome.FAILED, Reason.RECIPIENT_OTHER)


def test_every_sample_is_a_credential_of_its_own() -> None:
    """A wallet that imports them all must not take one for a newer version of another."""
    seen = set()
    for name in NAMES:
        try:
            parsed = parse_document(body(name))
        except WalletError:
            continue
        assert isinstance(parsed, UnverifiedCredential)
        assert parsed.credential.id not in seen
        seen.add(parsed.credential.id)


def test_the_changed_sample_holds_when_the_change_is_taken_back(published: FileDocuments) -> None:
    document = json.loads(body("broken/changed-after-issue.json"))
    assert said(verify(json.dumps(document).encode(), published)) == ("invalid", "signature_invalid")
    document["credentialSubject"]["result"][0]["value"] = CONTENT["laser-cutting"]["results"][0]["value"]
    assert said(verify(json.dumps(document).encode(), published)) == ("check", "no_trust_list")


def test_the_undefined_term_is_the_only_fault_of_its_sample(published: FileDocuments) -> None:
    document = json.loads(body("broken/undefined-term.json"))
    assert said(verify(json.dumps(document).encode(), published)) == ("invalid", "undefined_term")
    del document["credentialSubject"]["achievement"]["recommendedBy"]
    assert said(verify(json.dumps(document).encode(), published)) == ("check", "no_trust_list")


PRIVATE = {
    "selective/welding.json": ("NTC-2026-04417", "dana.rivera@student.example", '"value":"C"', "illness"),
    "selective/placement.jwt": ("2009-03-14", "NPS-0071183", "Ferry Lane", "Rivera", "apron"),
    "selective/river-water-study.json": ("OSL-88213", '"value":"B"'),
}


@pytest.mark.parametrize("name", PRIVATE)
def test_what_is_private_in_a_sample_can_be_left_out(name: str, published: FileDocuments) -> None:
    if name == "selective/river-water-study.json" and bbs_signatures.find_library() is None:
        pytest.skip("only where the library for BLS12-381 is installed (extra bbs)")
    document = parse_document(body(name))
    assert isinstance(document, UnverifiedCredential)
    texts = []
    for pointers in (None, ()):
        shown = disclosure.derive_credentials(document, pointers, lambda length: b"\x07" * length)[0]
        verdict = Verifier(published, FixedClock(AT)).verify(shown)
        assert said(verdict) == ("check", "no_trust_list")
        texts.append(json.dumps(shown.document, separators=(",", ":")))
    assert [word for word in PRIVATE[name] if word not in texts[0]] == []
    assert [word for word in PRIVATE[name] if word in texts[1]] == []


@pytest.mark.parametrize("pair", MANIFEST["pair"], ids=lambda pair: "+".join(pair["files"]))
def test_a_pair_fits_into_a_qr_code_or_says_that_it_does_not(pair: dict[str, Any]) -> None:
    parsed = [parse_document(body(name)) for name in pair["files"]]
    presentation = sign_presentation(
        [document for document in parsed if isinstance(document, UnverifiedCredential)],
        HolderSigner(LEARNER_DID, f"{LEARNER_DID}#{LEARNER.multikey}", LEARNER.seed),
        recipient="Northfield Community College",
        purpose="Application for the summer workshop programme",
        until=datetime(2026, 12, 23, 12, tzinfo=UTC),
        nonce=None,
        now=AT,
        random=lambda length: b"\x07" * length,
    )
    link = encode_link(encode_bundle(presentation))
    if pair["fits_qr"]:
        assert make_qr(link)
        return
    with pytest.raises(SharingError) as caught:
        make_qr(link)
    assert caught.value.reason is Reason.TOO_BIG_FOR_QR


@pytest.mark.parametrize("name", [name for name in CONTENT if "art" in CONTENT[name]])
def test_badge_art_is_a_sound_picture(name: str) -> None:
    png = sample_art.render_png(art_of(name), 48)
    assert len(png_text.read_text_chunks(png)) == 0
    rows = _pixels(png, 48)
    assert rows[0][0][3] == 0, "the corner shows what is behind the badge"
    assert rows[8][24][3] == 255, "the badge itself is solid"
    assert any(min(pixel) > 250 for row in rows for pixel in row), "the glyph is there"
    assert not svg_xml.read_elements(sample_art.render_svg(art_of(name)).encode(), [("", "none")])


def _pixels(png: bytes, size: int) -> list[list[tuple[int, ...]]]:
    """The pixels of our own PNGs: 8-bit RGBA, each row filtered with Sub."""
    start = png.index(b"IDAT")
    length = int.from_bytes(png[start - 4 : start], "big")
    raw = zlib.decompress(png[start + 4 : start + 4 + length])
    rows = []
    for row in range(size):
        line = raw[row * (size * 4 + 1) : (row + 1) * (size * 4 + 1)]
        assert line[0] == 1
        values = [0, 0, 0, 0]
        pixels = []
        for at in range(1, len(line), 4):
            values = [(value + more) & 0xFF for value, more in zip(values, line[at : at + 4], strict=True)]
            pixels.append(tuple(values))
        rows.append(pixels)
    return rows
