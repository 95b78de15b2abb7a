"""What checks rested on travels in files and pages, never in codes, and never confirms an issuer by itself."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests import identities, issuing
from tests.identities import Identity, Json
from wallet.app.container import Services, make_services
from wallet.app.import_credential import import_bytes
from wallet.app.open_document import open_share
from wallet.app.share import Chosen, PreparedShare, prepare, render
from wallet.app.share_forms import WITHOUT_EVIDENCE, ShareLock
from wallet.app.unlock import Vault
from wallet.app.verify_document import DocumentVerifier, verify_bytes
from wallet.errors import Reason
from wallet.sharing.encrypted_share import decrypt
from wallet.verification.report import CheckName, Outcome, Verdict

KEYED = identities.did_key("keyed issuer")
SCHOOL = identities.did_web("school")
LIST = "https://lists.example/status/1"
WITHDRAWN = {"encodedList": "u" + issuing.encoded_list([94567])}


def _services(folder: Path, published: Json, at: datetime = issuing.NOW) -> Services:
    """Services that find these documents, as files."""
    folder.mkdir()
    names = {url: f"{number}.json" for number, url in enumerate(published)}
    for url, name in names.items():
        (folder / name).write_text(json.dumps(published[url]))
    (folder / "index.json").write_text(json.dumps({"documents": names}))
    return make_services(at=at, documents=folder / "index.json")


def _kept(vault: Vault, issuer: Identity, services: Services) -> str:
    badge = issuing.good(issuer, evidence=None, credentialStatus=issuing.status_entry(LIST))
    found = import_bytes(vault, json.dumps(badge).encode(), services, name="badge.json")
    assert found.report.verdict is Verdict.CHECK
    return str(found.record_id)


def _list_of(issuer: Identity) -> Json:
    made = issuing.secure(issuing.status_list(issuer, LIST), issuer, created="2026-11-20T00:00:00Z")
    return {LIST: made, **issuer.documents}


def _prepared(vault: Vault, record_id: str) -> PreparedShare:
    offline = make_services(at=issuing.NOW)
    return prepare(
        vault, [Chosen(record_id)], to="Example Corp", purpose="Summer job", until=None, services=offline
    )


def _readable(prepared: PreparedShare, kind: str) -> bytes:
    lock = ShareLock(passphrase=bytearray(b"words for the lock"))
    made = render(prepared, kind, make_services(at=issuing.NOW), lock)
    return decrypt(made, passphrase=bytearray(b"words for the lock")) if kind == ".lershare" else made


def test_a_receiver_without_a_network_checks_what_the_wallet_kept(vault: Vault, tmp_path: Path) -> None:
    prepared = _prepared(vault, _kept(vault, KEYED, _services(tmp_path / "web", _list_of(KEYED))))
    received = verify_bytes(_readable(prepared, ".lershare"), make_services(at=issuing.NOW))
    status = received.inner[0].check(CheckName.STATUS)
    assert (received.verdict, status.outcome) == (Verdict.CHECK, Outcome.PASSED)
    assert "as of 2026-11-20" in str(status.detail), "not fresher than its signature"
    bare = verify_bytes(prepared.presentation, make_services(at=issuing.NOW))
    assert (bare.verdict, bare.inner[0].reason) == (Verdict.UNCHECKED, Reason.NEEDS_NETWORK)


def test_an_old_list_is_named_as_old(vault: Vault, tmp_path: Path) -> None:
    prepared = _prepared(vault, _kept(vault, KEYED, _services(tmp_path / "web", _list_of(KEYED))))
    later = make_services(at=datetime(2027, 1, 15, tzinfo=UTC))
    received = verify_bytes(prepared.bundle_with_evidence, later)
    assert received.inner[0].check(CheckName.STATUS).reason is Reason.STATUS_OLD


def test_an_issuer_is_not_confirmed_by_what_the_learner_sent(vault: Vault, tmp_path: Path) -> None:
    services = _services(tmp_path / "web", _list_of(SCHOOL))
    prepared = _prepared(vault, _kept(vault, SCHOOL, services))
    assert {one.url for one in prepared.evidence} == {LIST, *SCHOOL.documents}
    offline = verify_bytes(prepared.bundle_with_evidence, make_services(at=issuing.NOW))
    inner = offline.inner[0]
    assert inner.check(CheckName.PROOF).outcome is Outcome.PASSED
    assert inner.check(CheckName.ISSUER_BINDING).outcome is Outcome.UNKNOWN
    assert inner.check(CheckName.STATUS).outcome is Outcome.UNKNOWN
    assert offline.verdict is Verdict.UNCHECKED
    assert verify_bytes(prepared.bundle_with_evidence, services).verdict is Verdict.CHECK


def test_a_list_that_withdraws_now_wins(vault: Vault, tmp_path: Path) -> None:
    prepared = _prepared(vault, _kept(vault, KEYED, _services(tmp_path / "web", _list_of(KEYED))))
    revoked = {LIST: issuing.secure(issuing.status_list(KEYED, LIST, WITHDRAWN), KEYED)}
    received = verify_bytes(prepared.bundle_with_evidence, _services(tmp_path / "later", revoked))
    assert (received.verdict, received.inner[0].reason) == (Verdict.INVALID, Reason.REVOKED)


def test_codes_and_links_leave_it_out(vault: Vault, tmp_path: Path) -> None:
    prepared = _prepared(vault, _kept(vault, KEYED, _services(tmp_path / "web", _list_of(KEYED))))
    assert prepared.evidence
    for kind in WITHOUT_EVIDENCE - {".svg"}:
        assert open_share(_readable(prepared, kind)).sent == ()
    assert b'"ev"' not in prepared.bundle


def test_what_is_imported_from_a_share_brings_no_evidence(vault: Vault, tmp_path: Path) -> None:
    prepared = _prepared(vault, _kept(vault, SCHOOL, _services(tmp_path / "web", _list_of(SCHOOL))))
    opened = open_share(prepared.bundle_with_evidence)
    report = DocumentVerifier(make_services(at=issuing.NOW)).verify_opened(opened.document, opened.sent)
    assert report.evidence == ()


@pytest.mark.parametrize("kind", [".html", ".lershare"])
def test_files_and_pages_carry_it(vault: Vault, tmp_path: Path, kind: str) -> None:
    from build_verify_page import OUT  # noqa: PLC0415

    if kind == ".html" and not OUT.is_file():
        pytest.skip("only where the page for receivers could be built (Node and npm)")
    prepared = _prepared(vault, _kept(vault, KEYED, _services(tmp_path / "web", _list_of(KEYED))))
    opened = open_share(_readable(prepared, kind))
    assert [one.url for one in opened.sent] == [LIST]
