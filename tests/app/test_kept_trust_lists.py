"""Lists of known issuers in a learner's file: they count for what is in it, and never travel."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests import identities, issuing, lists
from tests.sample_files import SAMPLES, good
from wallet.app.browse import check_again, details, ids_of_issuer
from wallet.app.container import Services
from wallet.app.import_credential import import_bytes
from wallet.app.kept_trust_lists import add_trust_list, kept_trust_lists, remove_trust_list
from wallet.app.known_issuers import remember_issuer
from wallet.app.own_view import own_view
from wallet.app.share import prepare
from wallet.app.unlock import Vault
from wallet.app.verify_document import verify_bytes
from wallet.errors import AppError, Reason, VaultError
from wallet.verification.report import CheckName, Outcome, Verdict

GUILD = "did:key:z6Mkguild"


@pytest.fixture
def kept(vault: Vault, services: Services) -> str:
    result = import_bytes(vault, good("laser-cutting.png").read_bytes(), services, name="a.png")
    assert result.record_id is not None
    return result.record_id


def listing(folder: Path, vault: Vault, record: str, file: str = "list.json", /, **changes: Any) -> Path:
    """A signed list that names the issuer of this credential."""
    issuer = details(vault, record).credential.issuer
    path = folder / file
    path.write_text(
        json.dumps(lists.signed_list(lists.entry(issuer.id, issuer.name or ""), **changes)), "utf-8"
    )
    return path


def test_a_list_in_the_file_counts_for_everything_in_it(
    vault: Vault, services: Services, kept: str, tmp_path: Path
) -> None:
    added = add_trust_list(vault, listing(tmp_path, vault, kept), services.clock.now())
    report = check_again(vault, kept, services)
    check = report.check(CheckName.ISSUER_TRUST)
    assert report.verdict is Verdict.VERIFIED
    assert (check.outcome, check.reason, check.detail) == (Outcome.PASSED, None, added.list.name)
    assert str(added.list.publisher) in check.detail
    again = import_bytes(vault, good("laser-cutting.png").read_bytes(), services, name="a.png")
    assert again.report.verdict is Verdict.VERIFIED
    assert [one.id for one in kept_trust_lists(vault)] == [added.id]
    assert remove_trust_list(vault, added.id)
    assert not remove_trust_list(vault, added.id)
    assert check_again(vault, kept, services).reason is Reason.NO_TRUST_LIST


def test_a_list_of_others_counts_before_the_learners_own_word(
    vault: Vault, services: Services, kept: str, tmp_path: Path
) -> None:
    issuer = details(vault, kept).credential.issuer
    remember_issuer(vault, issuer.id, issuer.name)
    assert (
        check_again(vault, kept, services).check(CheckName.ISSUER_TRUST).reason is Reason.ISSUER_KNOWN_TO_YOU
    )
    add_trust_list(vault, listing(tmp_path, vault, kept), services.clock.now())
    assert check_again(vault, kept, services).check(CheckName.ISSUER_TRUST).reason is None


def test_a_newer_edition_takes_the_place_of_an_older_one_and_never_the_other_way(
    vault: Vault, services: Services, kept: str, tmp_path: Path
) -> None:
    now = services.clock.now()
    first = listing(tmp_path, vault, kept, "1.json", sequence=1)
    second = listing(tmp_path, vault, kept, "2.json", sequence=2)
    add_trust_list(vault, first, now)
    newer = add_trust_list(vault, second, now)
    assert [one.id for one in kept_trust_lists(vault)] == [newer.id]
    with pytest.raises(AppError) as caught:
        add_trust_list(vault, first, now)
    assert caught.value.reason is Reason.TRUST_LIST_OLDER
    assert add_trust_list(vault, second, now).id == newer.id
    assert [one.id for one in kept_trust_lists(vault)] == [newer.id]


@pytest.mark.parametrize("text", ["", "[]", "{}", "no json", '{"type": "IssuerTrustList"}'])
def test_what_is_no_sound_list_is_refused_and_nothing_is_kept(
    vault: Vault, services: Services, tmp_path: Path, text: str
) -> None:
    path = tmp_path / "list.json"
    path.write_text(text, "utf-8")
    with pytest.raises(AppError) as caught:
        add_trust_list(vault, path, services.clock.now())
    assert caught.value.reason is Reason.TRUST_LIST_INVALID
    assert kept_trust_lists(vault) == ()
    assert vault.settings.get("trust_lists") is None


def test_a_changed_list_is_refused(vault: Vault, services: Services, kept: str, tmp_path: Path) -> None:
    path = listing(tmp_path, vault, kept)
    path.write_bytes(path.read_bytes().replace(b"Harbor", b"Harbar"))
    with pytest.raises(AppError):
        add_trust_list(vault, path, services.clock.now())


@pytest.mark.parametrize("damage", ["index", "body", "body gone", "another body"])
def test_a_damaged_list_is_said_not_guessed(
    vault: Vault, services: Services, kept: str, tmp_path: Path, damage: str
) -> None:
    added = add_trust_list(vault, listing(tmp_path, vault, kept), services.clock.now())
    (entry,) = json.loads(vault.settings.get("trust_lists") or "")
    key = f"trust_list/{entry['sha256']}"
    assert entry["sha256"].startswith(added.id)
    body = vault.settings.get(key) or ""
    if damage == "index":
        vault.settings.set("trust_lists", '[{"sha256": 1}]')
    elif damage == "body gone":
        vault.settings.remove(key)
    else:
        vault.settings.set(key, body[:-4] if damage == "body" else "e30")
    with pytest.raises(VaultError) as caught:
        own_view(vault)
    assert caught.value.reason is Reason.VAULT_DAMAGED


def test_unsigned_registries_are_called_not_signed(vault: Vault, services: Services, tmp_path: Path) -> None:
    path = tmp_path / "registry.json"
    path.write_text(json.dumps(lists.registry(**{GUILD: "Guild"})), "utf-8")
    added = add_trust_list(vault, path, services.clock.now())
    assert "not signed" in added.list.name


def test_lists_never_travel(vault: Vault, services: Services, kept: str, tmp_path: Path) -> None:
    """Neither a list nor the learner's own word is in anything that is shared, however it is shared."""
    path = listing(tmp_path, vault, kept, "canary-file.json", name="Canary list")
    added = add_trust_list(vault, path, services.clock.now())
    remember_issuer(vault, details(vault, kept).credential.issuer.id, "Canary name")
    assert check_again(vault, kept, services).verdict is Verdict.VERIFIED
    prepared = prepare(
        vault, [kept], to="Example Corp", purpose="Job", until=None, services=services, with_qr=False
    )
    secrets = (
        "Canary",
        "canary",
        added.id,
        str(added.list.publisher),
        "issuer_known_to_you",
        "you said you know",
    )
    for sent in (prepared.presentation, prepared.bundle, (prepared.link or "").encode()):
        for secret in secrets:
            assert secret.encode() not in sent, secret
    received = verify_bytes(prepared.bundle, services)
    assert received.inner[0].reason is Reason.NO_TRUST_LIST


def test_a_credential_is_found_by_an_issuer_inside_it(vault: Vault, services: Services) -> None:
    inner = issuing.good(identities.did_key("school"), id="urn:uuid:inner")
    record = issuing.credential(identities.did_key("issuer"), id="urn:uuid:record", name="Record")
    record["@context"].insert(1, issuing.CLR2)
    record["type"] = ["VerifiableCredential", "ClrCredential"]
    record["credentialSubject"] = {
        "id": issuing.LEARNER,
        "type": ["ClrSubject"],
        "verifiableCredential": [inner],
    }
    data = json.dumps(issuing.secure(record, identities.did_key("issuer"))).encode()
    found = import_bytes(vault, data, services, name="clr").record_id
    assert found is not None
    assert list(ids_of_issuer(vault, identities.did_key("school").id)) == [found]
    assert list(ids_of_issuer(vault, identities.did_key("nobody").id)) == []


def test_the_demo_list_makes_every_sample_verified(vault: Vault, services: Services) -> None:
    demo = SAMPLES / "trust" / "demo-issuers.json"
    add_trust_list(vault, demo, services.clock.now())
    for path in sorted((SAMPLES / "good").iterdir()):
        done = import_bytes(vault, path.read_bytes(), replace(services), name=path.name)
        assert done.report.verdict is Verdict.VERIFIED, path.name
