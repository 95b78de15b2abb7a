"""Older badges are kept, shown and checked again like the others; what cannot be done with them is said."""

import json
from pathlib import Path

import pytest

from tests import older_badges as school
from tests.sample_documents import itxt, png
from wallet.app import browse
from wallet.app.container import Services, make_services
from wallet.app.import_credential import ImportOutcome, import_bytes
from wallet.app.reason_texts import check_words
from wallet.app.unlock import Vault
from wallet.app.verify_document import verify_bytes
from wallet.errors import Reason
from wallet.verification.report import CheckName, Verdict


@pytest.fixture
def with_documents(tmp_path: Path, services: Services) -> Services:
    """Services that know what the school has on the web."""
    index = {}
    for number, (url, body) in enumerate(school.published().items()):
        (tmp_path / f"{number}.json").write_text(json.dumps(body))
        index[url] = f"{number}.json"
    (tmp_path / "index.json").write_text(json.dumps({"documents": index}))
    return make_services(at=services.clock.now(), documents=tmp_path / "index.json")


BADGES = {
    "json": school.as_bytes(school.assertion()),
    "address": png(itxt("openbadges", school.ASSERTION.encode())),
    "token": school.as_bytes(school.sign(school.signed_assertion())),
}


@pytest.mark.parametrize("kind", BADGES)
def test_it_is_kept_and_shown(kind: str, vault: Vault, with_documents: Services) -> None:
    done = import_bytes(vault, BADGES[kind], with_documents, name="badge")
    assert (done.result, done.report.verdict) == (ImportOutcome.ADDED, Verdict.CHECK)
    [head] = browse.list_heads(vault, "welding")
    assert (head.name, head.issuer) == ("Welding", "Example School")
    shown = browse.details(vault, head.id)
    assert shown.original == BADGES[kind]
    assert (shown.credential.title, shown.credential.issuer.name) == ("Welding", "Example School")
    assert [check.name for check in shown.report.checks] == list(CheckName)
    assert all(check_words(check, shown.report).line for check in shown.report.checks)


@pytest.mark.parametrize("kind", BADGES)
def test_without_documents_it_is_kept_as_not_checked(kind: str, vault: Vault, services: Services) -> None:
    done = import_bytes(vault, BADGES[kind], services, name="badge")
    assert (done.report.verdict, done.reason) == (Verdict.UNCHECKED, Reason.NEEDS_NETWORK)
    assert done.record_id is not None
    assert browse.details(vault, done.record_id).report.verdict is Verdict.UNCHECKED


def test_it_is_checked_again_with_documents(
    vault: Vault, services: Services, with_documents: Services
) -> None:
    done = import_bytes(vault, BADGES["json"], services, name="badge")
    assert done.record_id is not None
    assert browse.check_again(vault, done.record_id, with_documents).verdict is Verdict.CHECK


def test_its_page_on_the_web_is_not_called_a_signature(with_documents: Services) -> None:
    report = verify_bytes(BADGES["json"], with_documents)
    lines = [check_words(report.check(name), report) for name in (CheckName.PROOF, CheckName.ISSUER_BINDING)]
    assert not any("sign" in line.line + line.note for line in lines)
    signed = verify_bytes(BADGES["token"], with_documents)
    assert "signature" in check_words(signed.check(CheckName.PROOF), signed).note


def test_a_page_about_a_badge_is_refused(vault: Vault, services: Services) -> None:
    done = import_bytes(vault, school.as_bytes(school.badge_class()), services, name="badge")
    assert (done.result, done.reason) == (ImportOutcome.REFUSED, Reason.NOT_AN_AWARD)
