"""A share in several codes: recorded before they are handed over, and read by `verify` from one picture of all."""

import io

import pytest
from PIL import Image

from tests.sample_files import good
from wallet.app import share_frames
from wallet.app.container import Services
from wallet.app.import_credential import import_bytes
from wallet.app.share import PreparedShare, prepare
from wallet.app.share_frames import refusal, send_frames
from wallet.app.share_history import get_share, list_shares
from wallet.app.unlock import Vault
from wallet.app.verify_document import verify_bytes
from wallet.errors import Reason, VaultError
from wallet.sharing.qr import QrMatrix, render_png
from wallet.verification.report import Verdict


@pytest.fixture
def prepared(vault: Vault, services: Services) -> PreparedShare:
    record = import_bytes(vault, good("laser-cutting.png").read_bytes(), services, name="a").record_id or ""
    return prepare(vault, [record], to="Example Corp", purpose="Summer job", until=None, services=services)


def sheet_of(codes: list[QrMatrix]) -> bytes:
    """One picture with these codes beside each other."""
    pictures = [Image.open(io.BytesIO(render_png(code, 4))) for code in codes]
    whole = Image.new("L", (sum(one.width for one in pictures), max(one.height for one in pictures)), 255)
    at = 0
    for picture in pictures:
        whole.paste(picture, (at, 0))
        at += picture.width
    target = io.BytesIO()
    whole.save(target, "PNG")
    return target.getvalue()


def test_a_picture_of_all_codes_is_checked_and_of_some_is_refused(
    vault: Vault, services: Services, prepared: PreparedShare
) -> None:
    assert prepared.qr is None
    assert refusal(prepared) is None
    codes = list(send_frames(vault, prepared, services))
    assert len(codes) >= 2
    kept = get_share(vault, list_shares(vault)[0].id)
    assert (kept.channel, kept.content.decode()) == ("frames", prepared.link)
    assert verify_bytes(sheet_of(codes[::-1]), services).verdict is Verdict.CHECK
    some = verify_bytes(sheet_of(codes[1:]), services)
    assert (some.verdict, some.reason) == (Verdict.UNREADABLE, Reason.FRAMES_MISSING)


def test_no_code_is_handed_over_when_it_cannot_be_recorded(
    vault: Vault, services: Services, prepared: PreparedShare, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise VaultError(Reason.DISK_FULL)

    monkeypatch.setattr(share_frames, "record", full)
    with pytest.raises(VaultError):
        send_frames(vault, prepared, services)
    assert list_shares(vault) == ()
