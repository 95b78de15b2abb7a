"""The issuers a learner says they know: they help the learner's own view, are named as that, and never travel."""

import json

import pytest

from tests import identities, issuing
from tests.sample_files import good
from wallet.app.browse import check_again, details, list_heads
from wallet.app.container import Services
from wallet.app.import_credential import import_bytes
from wallet.app.known_issuers import forget_issuer, known_issuers, remember_issuer
from wallet.app.reason_texts import check_words
from wallet.app.share import prepare
from wallet.app.unlock import Vault
from wallet.app.verify_document import verify_bytes
from wallet.errors import Reason, VaultError
from wallet.verification.report import CheckName, Outcome, Verdict

CANARY = "Canary Guild of Springfield"


@pytest.fixture
def kept(vault: Vault, services: Services) -> str:
    """The id of a good badge in the vault."""
    result = import_bytes(vault, good("laser-cutting.png").read_bytes(), services, name="a.png")
    assert result.record_id is not None
    return result.record_id


def issuer_of(vault: Vault, record_id: str) -> tuple[str, str | None]:
    issuer = details(vault, record_id).credential.issuer
    return issuer.id, issuer.name


def test_an_issuer_the_learner_knows_is_verified_for_them(
    vault: Vault, services: Services, kept: str
) -> None:
    assert list_heads(vault)[0].verdict is Verdict.CHECK
    remember_issuer(vault, *issuer_of(vault, kept))
    report = check_again(vault, kept, services)
    check = report.check(CheckName.ISSUER_TRUST)
    assert report.verdict is Verdict.VERIFIED
    assert (check.outcome, check.reason) == (Outcome.PASSED, Reason.ISSUER_KNOWN_TO_YOU)
    assert check.detail == "Issuers you said you know"
    assert list_heads(vault)[0].verdict is Verdict.VERIFIED


def test_the_words_say_that_it_is_the_learners_own_word(vault: Vault, services: Services, kept: str) -> None:
    remember_issuer(vault, *issuer_of(vault, kept))
    report = check_again(vault, kept, services)
    assert check_words(report.check(CheckName.ISSUER_TRUST), report).line == "Issuer is known to you"
    binding = check_words(report.check(CheckName.ISSUER_BINDING), report)
    assert "Harbor Makers Guild" not in binding.line, "only a list of others vouches for a name"


def test_it_counts_for_what_is_imported_later(vault: Vault, services: Services, kept: str) -> None:
    remember_issuer(vault, *issuer_of(vault, kept))
    again = import_bytes(vault, good("laser-cutting.png").read_bytes(), services, name="a.png")
    assert again.report.verdict is Verdict.VERIFIED
    other = import_bytes(vault, good("peer-tutoring.json").read_bytes(), services, name="b.json")
    assert other.report.reason is Reason.ISSUER_ON_NO_LIST


def test_a_known_issuer_that_changes_its_name_is_noticed(vault: Vault, services: Services, kept: str) -> None:
    issuer_id, _ = issuer_of(vault, kept)
    remember_issuer(vault, issuer_id, "Another name")
    assert check_again(vault, kept, services).reason is Reason.ISSUER_NAME_DIFFERS
    remember_issuer(vault, issuer_id, None)
    assert check_again(vault, kept, services).verdict is Verdict.VERIFIED


def test_an_issuer_can_be_forgotten(vault: Vault, services: Services, kept: str) -> None:
    issuer_id, name = issuer_of(vault, kept)
    remember_issuer(vault, issuer_id, name)
    remember_issuer(vault, "did:web:other.example", "Other")
    assert [issuer.id for issuer in known_issuers(vault).issuers] == [issuer_id, "did:web:other.example"]
    assert forget_issuer(vault, issuer_id)
    assert not forget_issuer(vault, issuer_id)
    assert [issuer.id for issuer in known_issuers(vault).issuers] == ["did:web:other.example"]
    assert check_again(vault, kept, services).verdict is Verdict.CHECK
    assert forget_issuer(vault, "did:web:other.example")
    assert check_again(vault, kept, services).reason is Reason.NO_TRUST_LIST


def test_the_personal_list_never_travels(vault: Vault, services: Services, kept: str) -> None:
    issuer_id, name = issuer_of(vault, kept)
    remember_issuer(vault, issuer_id, name)
    remember_issuer(vault, "did:web:canary.example", CANARY)
    assert check_again(vault, kept, services).verdict is Verdict.VERIFIED
    prepared = prepare(
        vault, [kept], to="Example Corp", purpose="Job", until=None, services=services, with_qr=False
    )
    for sent in (prepared.presentation, prepared.bundle, (prepared.link or "").encode()):
        for secret in (CANARY, "canary.example", "Issuers you said you know", "issuer_known_to_you"):
            assert secret.encode() not in sent
    received = verify_bytes(prepared.bundle, services)
    assert received.inner[0].reason is Reason.NO_TRUST_LIST, "the receiver does not have the learner's list"
    assert CANARY not in json.dumps([head.name for head in list_heads(vault)])


def test_their_own_word_does_not_excuse_a_name_that_looks_like_another(
    vault: Vault, services: Services
) -> None:
    """They may have been taken in by that very name."""
    issuer = identities.did_key("attacker")
    profile = {"id": issuer.id, "type": ["Profile"], "name": "H\u0430rbor Makers Guild"}
    found = import_bytes(vault, json.dumps(issuing.good(issuer, issuer=profile)).encode(), services, name="a")
    assert found.record_id is not None
    remember_issuer(vault, issuer.id, profile["name"])  # type: ignore[arg-type]
    report = check_again(vault, found.record_id, services)
    assert (report.verdict, report.reason) == (Verdict.CHECK, Reason.LOOK_ALIKE_NAME)


@pytest.mark.parametrize("text", ["", "{}", "[1]", '[{"name": "x"}]', '[{"id": [], "name": null}]'])
def test_a_damaged_list_is_said_not_guessed(vault: Vault, text: str) -> None:
    vault.settings.set("known_issuers", text)
    with pytest.raises(VaultError) as caught:
        known_issuers(vault)
    assert caught.value.reason is Reason.VAULT_DAMAGED
