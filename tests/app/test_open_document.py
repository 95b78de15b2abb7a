"""Whatever it is wrapped in, the one document inside is found; and two are never taken for one."""

import json

import pytest

from tests.sample_documents import png
from tests.sample_files import broken, good
from tests.sharing.shares import signed_badge
from wallet.app.container import Services
from wallet.app.import_credential import import_bytes
from wallet.app.open_document import open_document
from wallet.app.share import PreparedShare, prepare
from wallet.app.unlock import Vault
from wallet.app.verify_document import verify_bytes
from wallet.credentials.model import Envelope, Format, UnverifiedPresentation
from wallet.errors import Reason, WalletError
from wallet.sharing.link import LinkForm, encode_link
from wallet.sharing.qr import make_qr, render_png
from wallet.verification.report import Verdict


def _refused(data: bytes) -> Reason:
    with pytest.raises(WalletError) as refused:
        open_document(data)
    return refused.value.reason


@pytest.fixture
def share(vault: Vault, services: Services) -> PreparedShare:
    """A small share that fits into a code."""
    kept = import_bytes(vault, signed_badge().original, services, name="badge.json")
    assert kept.record_id is not None
    return prepare(vault, [kept.record_id], to="Corp", purpose="Job", until=None, services=services)


@pytest.mark.parametrize("form", LinkForm)
def test_links_of_every_form_are_opened(share: PreparedShare, form: LinkForm) -> None:
    for base in ("ler-wallet:", "https://share.example/v.html"):
        link = encode_link(share.bundle, base, form=form)
        for text in (link, f"  {link}\r\n"):
            document = open_document(text.encode())
            assert document.envelope is Envelope.LINK
            assert document.format is Format.PRESENTATION


def test_a_bundle_is_opened(share: PreparedShare) -> None:
    document = open_document(share.bundle)
    assert isinstance(document, UnverifiedPresentation)
    assert document.envelope is Envelope.BUNDLE
    assert len(document.credentials) == 1


def test_a_picture_of_a_code_is_opened(share: PreparedShare) -> None:
    assert share.qr is not None
    document = open_document(render_png(share.qr))
    assert document.envelope is Envelope.QR
    assert document.format is Format.PRESENTATION


def test_a_code_may_hold_a_credential_itself(services: Services) -> None:
    badge = signed_badge(credentialSubject={"id": "did:example:learner"}, type=["VerifiableCredential"])
    text = json.dumps(badge.document, separators=(",", ":")).replace(" ", "\\u0020")
    picture = render_png(make_qr(text))
    assert open_document(picture).envelope is Envelope.QR
    assert verify_bytes(picture, services).verdict is Verdict.CHECK


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("ler-wallet:#1.123", Reason.LINK_MALFORMED),
        ("ler-wallet:#7.123", Reason.LINK_NEWER),
        ("https://phishing.example/", Reason.NEEDS_NETWORK),
        ("msprequest://request?issuer=a", Reason.OFFER_TO_TAKE),
        ("openid4vp://?client_id=a", Reason.REQUEST_TO_ANSWER),
        ("hello", Reason.PICTURE_WITHOUT_CREDENTIAL),
    ],
)
def test_a_code_that_holds_no_credential_is_named(text: str, reason: Reason) -> None:
    assert _refused(render_png(make_qr(text))) is reason


def test_baked_pictures_keep_their_own_envelope() -> None:
    assert open_document(good("laser-cutting.png").read_bytes()).envelope is Envelope.BAKED_PNG


def test_a_picture_of_nothing_is_named_so() -> None:
    assert _refused(png()) is Reason.PICTURE_WITHOUT_CREDENTIAL


def test_a_damaged_picture_is_named_so() -> None:
    assert _refused(broken("png-damaged.png").read_bytes()) is Reason.PNG_DAMAGED
    assert _refused(b"\xff\xd8\xff" + bytes(100)) is Reason.PICTURE_NOT_READABLE


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("ler-wallet:#1.12", Reason.LINK_MALFORMED),
        ("ler-wallet:nonsense", Reason.LINK_MALFORMED),
        ("LER-WALLET:#1.\u0661\u0662", Reason.LINK_MALFORMED),
        ("ler-wallet:#9.123", Reason.LINK_NEWER),
        ("https://issuer.example/badge", Reason.NEEDS_NETWORK),
        ("openid4vp://?client_id=a", Reason.REQUEST_TO_ANSWER),
        ('{"v": 1, "vp": {}, "items": []}', Reason.BUNDLE_INVALID),
        ('{"v": 2, "vp": {}, "items": []}', Reason.LINK_NEWER),
        ('{"v": 1}', Reason.NOT_A_CREDENTIAL),
    ],
)
def test_what_cannot_be_opened_is_named(text: str, reason: Reason) -> None:
    assert _refused(text.encode()) is reason


def test_a_changed_bundle_is_refused(share: PreparedShare, services: Services) -> None:
    bundle = json.loads(share.bundle)
    bundle["to"] = "Somebody else"
    assert _refused(json.dumps(bundle).encode()) is Reason.BUNDLE_INVALID
    report = verify_bytes(json.dumps(bundle).encode(), services)
    assert report.verdict is Verdict.UNREADABLE
    assert verify_bytes(share.bundle, services).verdict is Verdict.CHECK
