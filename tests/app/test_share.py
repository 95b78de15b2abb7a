"""Sharing: what leaves is signed, recorded first, complete or not there, and never something that is not valid."""

import hashlib
import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.sample_files import INDEX, broken, good
from wallet.app import share as share_module
from wallet.app.container import Services, make_services
from wallet.app.import_credential import import_bytes
from wallet.app.share import PreparedShare, prepare, record, render, send, write
from wallet.app.share_history import get_share, list_shares
from wallet.app.times import parse_moment
from wallet.app.unlock import Vault
from wallet.app.verify_document import verify_bytes
from wallet.errors import AppError, Reason, SharingError, VaultError, WalletError
from wallet.verification.report import Verdict

UNTIL = datetime(2026, 12, 31, 23, 59, 59, tzinfo=UTC)
PAIR_THAT_FITS = ("small-soldering.json", "small-sewing.json")
PAIR_THAT_DOES_NOT = ("laser-cutting.png", "budgeting.json")


def _keep(vault: Vault, services: Services, *paths: Path) -> list[str]:
    results = [import_bytes(vault, path.read_bytes(), services, name=path.name) for path in paths]
    return [result.record_id or "" for result in results]


def _prepared(
    vault: Vault, services: Services, *names: str, until: datetime | None = UNTIL, with_qr: bool = True
) -> PreparedShare:
    ids = _keep(vault, services, *map(good, names))
    return prepare(
        vault, ids, to="Example Corp", purpose="Summer job", until=until, services=services, with_qr=with_qr
    )


def _refused(act: Callable[[], object]) -> Reason:
    with pytest.raises(WalletError) as refused:
        act()
    return refused.value.reason


def test_what_is_signed_is_what_was_asked_for(vault: Vault, services: Services) -> None:
    prepared = _prepared(vault, services, *PAIR_THAT_FITS)
    for data in (prepared.presentation, prepared.bundle, (prepared.link or "").encode()):
        report = verify_bytes(data, services)
        assert report.verdict is Verdict.CHECK
        assert (report.audience, report.purpose) == ("Example Corp", "Summer job")
        assert report.until == "2026-12-31T23:59:59Z"
        assert report.holder == vault.holder_keys.default().did
        assert len(report.inner) == 2
    assert len(prepared.titles) == 2


def test_the_receivers_address_and_nonce_are_signed(vault: Vault, services: Services) -> None:
    ids = _keep(vault, services, good("small-sewing.json"))
    prepared = prepare(
        vault,
        ids,
        to="Example Corp",
        purpose="Job",
        until=None,
        services=services,
        nonce="n-123",
        audience="https://corp.example/verify",
    )
    proof = json.loads(prepared.presentation)["proof"]
    assert (proof["domain"], proof["challenge"]) == ("https://corp.example/verify", "n-123")
    assert prepared.to == "Example Corp"


def test_a_share_ends(vault: Vault, services: Services) -> None:
    prepared = _prepared(vault, services, "small-sewing.json")
    later = make_services(at=parse_moment("2027-01-01T00:00:00Z"), documents=INDEX)
    report = verify_bytes(prepared.presentation, later)
    assert report.verdict is Verdict.INVALID
    assert report.reason in (Reason.PROOF_EXPIRED, Reason.SHARE_ENDED)


def test_the_samples_hold_a_pair_that_fits_a_code_and_one_that_does_not(
    vault: Vault, services: Services
) -> None:
    assert _prepared(vault, services, *PAIR_THAT_FITS).qr is not None
    too_big = _prepared(vault, services, *PAIR_THAT_DOES_NOT)
    assert too_big.qr is None
    assert too_big.qr_refusal is not None
    assert too_big.qr_refusal.reason is Reason.TOO_BIG_FOR_QR
    assert render(too_big, ".json") == too_big.presentation
    assert _refused(lambda: render(too_big, ".png")) is Reason.TOO_BIG_FOR_QR


@pytest.mark.parametrize(
    ("suffix", "channel"), [(".json", "file"), (".txt", "link"), (".png", "qr"), (".svg", "qr")]
)
def test_what_was_sent_is_on_record_byte_for_byte(
    vault: Vault, services: Services, tmp_path: Path, suffix: str, channel: str
) -> None:
    prepared = _prepared(vault, services, *PAIR_THAT_FITS, with_qr=False)
    out = tmp_path / f"out{suffix.upper()}"
    made = send(vault, prepared, out, services)
    kept = get_share(vault, made.id[:6])
    assert kept.content == out.read_bytes()
    assert kept.sha256 == hashlib.sha256(out.read_bytes()).hexdigest()
    assert (kept.to, kept.purpose, kept.until, kept.channel) == ("Example Corp", "Summer job", UNTIL, channel)
    assert kept.revealed == kept.credential_ids == tuple(prepared.credential_ids)
    assert (kept.hidden, kept.can_be_stopped) == ((), False)
    if suffix != ".svg":
        assert verify_bytes(out.read_bytes(), services).verdict is Verdict.CHECK


def test_an_existing_file_is_not_written_over_and_nothing_is_recorded(
    vault: Vault, services: Services, tmp_path: Path
) -> None:
    prepared = _prepared(vault, services, "small-sewing.json")
    out = tmp_path / "out.json"
    out.write_bytes(b"mine")
    assert _refused(lambda: send(vault, prepared, out, services)) is Reason.OUTPUT_EXISTS
    assert out.read_bytes() == b"mine"
    assert not list_shares(vault)


@pytest.mark.parametrize("name", ["gone/out.json", "out.docx", "out"])
def test_what_cannot_be_written_is_not_recorded(
    vault: Vault, services: Services, tmp_path: Path, name: str
) -> None:
    prepared = _prepared(vault, services, "small-sewing.json")
    reason = _refused(lambda: send(vault, prepared, tmp_path / name, services))
    assert reason in (Reason.OUTPUT_NOT_WRITABLE, Reason.OUTPUT_KIND_UNKNOWN)
    assert not list_shares(vault)


def test_what_cannot_be_recorded_does_not_leave(
    vault: Vault, services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    prepared = _prepared(vault, services, "small-sewing.json")

    def full(*_: object, **__: object) -> None:
        raise VaultError(Reason.DISK_FULL)

    monkeypatch.setattr(share_module, "record", full)
    before = sorted(tmp_path.iterdir())
    assert _refused(lambda: send(vault, prepared, tmp_path / "out.json", services)) is Reason.DISK_FULL
    assert sorted(tmp_path.iterdir()) == before


def test_one_more_copy_is_the_same_bytes(vault: Vault, services: Services, tmp_path: Path) -> None:
    prepared = _prepared(vault, services, "small-sewing.json")
    send(vault, prepared, tmp_path / "one.json", services)
    write(prepared, tmp_path / "two.json", services)
    assert (tmp_path / "one.json").read_bytes() == (tmp_path / "two.json").read_bytes()
    assert len(list_shares(vault)) == 1


def test_a_code_on_the_screen_is_recorded_as_its_link(vault: Vault, services: Services) -> None:
    prepared = _prepared(vault, services, "small-sewing.json")
    made = record(vault, prepared, "qr", services)
    assert made.content.decode() == prepared.link
    assert record(vault, prepared, "file", services).content == prepared.presentation
    assert [share.channel for share in list_shares(vault)] == ["file", "qr"]


@pytest.mark.parametrize("name", ["changed-after-issue.json", "revoked.json", "expired.json"])
def test_what_is_not_valid_is_not_shared(vault: Vault, services: Services, name: str) -> None:
    ids = _keep(vault, services, broken(name), good("small-sewing.json"))
    with pytest.raises(SharingError) as refused:
        prepare(vault, ids, to="a", purpose="b", until=None, services=services)
    assert refused.value.reason is Reason.NOT_FOR_SHARING
    prepare(vault, ids[1:], to="a", purpose="b", until=None, services=services)


def test_what_was_cancelled_stays_unshared_when_the_list_is_out_of_reach(
    vault: Vault, services: Services
) -> None:
    ids = _keep(vault, services, broken("revoked.json"))
    alone = make_services(at=services.clock.now())
    reason = _refused(lambda: prepare(vault, ids, to="a", purpose="b", until=None, services=alone))
    assert reason is Reason.NOT_FOR_SHARING


def test_what_could_not_be_checked_can_be_shared(vault: Vault, services: Services) -> None:
    alone = make_services(at=services.clock.now())
    ids = _keep(vault, alone, good("budgeting.json"))
    prepared = prepare(vault, ids, to="a", purpose="b", until=None, services=alone, with_qr=False)
    assert prepared.reports[0].verdict is Verdict.UNCHECKED


def test_a_share_needs_credentials_and_a_future(vault: Vault, services: Services) -> None:
    ids = _keep(vault, services, good("small-sewing.json"))
    nothing = _refused(lambda: prepare(vault, [], to="a", purpose="b", until=None, services=services))
    assert nothing is Reason.NOTHING_CHOSEN
    now = services.clock.now()
    ended = _refused(lambda: prepare(vault, ids, to="a", purpose="b", until=now, services=services))
    assert ended is Reason.UNTIL_IN_THE_PAST


def test_the_same_credential_twice_is_shared_once(vault: Vault, services: Services) -> None:
    (record_id,) = _keep(vault, services, good("small-sewing.json"))
    prepared = prepare(vault, [record_id, record_id[:8]], to="a", purpose="b", until=None, services=services)
    assert list(prepared.credential_ids) == [record_id]


def test_no_kind_of_file_is_guessed(vault: Vault, services: Services) -> None:
    prepared = _prepared(vault, services, "small-sewing.json")
    with pytest.raises(AppError) as refused:
        render(prepared, ".docx")
    assert refused.value.reason is Reason.OUTPUT_KIND_UNKNOWN
