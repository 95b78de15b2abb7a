"""Import, list, show, check again: what went in comes out, with what checking it said."""

import json
from dataclasses import replace

import pytest

from tests.sample_documents import as_bytes, presentation
from tests.sample_files import broken, good, samples
from tests.sharing.shares import signed_badge, signed_token
from wallet.app.browse import check_again, details, list_heads
from wallet.app.container import Services, make_services
from wallet.app.import_credential import ImportOutcome, import_bytes, import_each
from wallet.app.times import parse_moment
from wallet.app.unlock import Vault
from wallet.errors import Reason, VaultError
from wallet.verification.report import CheckName, Outcome, Verdict


def test_every_readable_sample_is_kept_with_its_verdict(vault: Vault, services: Services) -> None:
    for sample in samples():
        result = import_bytes(vault, sample.path.read_bytes(), services, name=sample.path.name)
        assert str(result.report.verdict) == sample.verdict, sample.path.name
        assert (result.reason and str(result.reason)) == sample.reason, sample.path.name
        if sample.verdict == "unreadable":
            assert result.result is ImportOutcome.REFUSED
            assert result.record_id is None
        else:
            assert result.result in (ImportOutcome.ADDED, ImportOutcome.UPDATED), sample.path.name
            assert result.record_id is not None
            kept = details(vault, result.record_id)
            assert kept.original == sample.path.read_bytes()
            assert str(kept.head.verdict) == sample.verdict


def test_the_same_bytes_are_kept_once(vault: Vault, services: Services) -> None:
    data = good("laser-cutting.png").read_bytes()
    first = import_bytes(vault, data, services, name="a.png")
    second = import_bytes(vault, data, services, name="b.png")
    assert (first.result, second.result) == (ImportOutcome.ADDED, ImportOutcome.DUPLICATE)
    assert first.record_id == second.record_id
    assert len(list_heads(vault)) == 1


def test_importing_again_with_more_documents_improves_the_report(vault: Vault, services: Services) -> None:
    data = good("budgeting.json").read_bytes()
    alone = make_services(at=services.clock.now())
    first = import_bytes(vault, data, alone, name="a.json")
    assert first.report.verdict is Verdict.UNCHECKED
    import_bytes(vault, data, services, name="a.json")
    assert list_heads(vault)[0].verdict is Verdict.CHECK


def test_a_presentation_is_kept_credential_by_credential(vault: Vault, services: Services) -> None:
    whole = presentation(
        dict(signed_badge().document), {"type": ["Nothing"]}, signed_token().original.decode()
    )
    results = list(import_each(vault, as_bytes(whole), services, name="vp.json"))
    assert [result.result for result in results] == [
        ImportOutcome.ADDED,
        ImportOutcome.REFUSED,
        ImportOutcome.ADDED,
    ]
    assert [result.part for result in results] == [0, 1, 2]
    assert [head.verdict for head in list_heads(vault)] == [Verdict.CHECK, Verdict.CHECK]
    whole_result = import_bytes(vault, as_bytes(whole), services, name="vp.json")
    assert whole_result.result is ImportOutcome.REFUSED


def test_a_presentation_of_nothing_is_refused(vault: Vault, services: Services) -> None:
    (result,) = import_each(vault, as_bytes(presentation()), services, name="vp.json")
    assert result.result is ImportOutcome.REFUSED
    assert result.reason is Reason.NOT_A_CREDENTIAL


def test_each_item_is_kept_before_it_is_told(vault: Vault, services: Services) -> None:
    whole = presentation(dict(signed_badge().document), signed_token().original.decode())
    telling = import_each(vault, as_bytes(whole), services, name="vp.json")
    next(telling)
    assert len(list_heads(vault)) == 1
    next(telling)
    assert len(list_heads(vault)) == 2


@pytest.mark.parametrize("data", [b"", b"{}", b"hello", b"\x89PNG\r\n\x1a\n", b"<svg/>", b"[]", b"\0"])
def test_what_is_no_credential_leaves_the_vault_as_it_is(
    vault: Vault, services: Services, data: bytes
) -> None:
    result = import_bytes(vault, data, services, name="x")
    assert result.result is ImportOutcome.REFUSED
    assert result.reason is not None
    assert not list_heads(vault)


def test_things_are_found_by_what_they_are_about(vault: Vault, services: Services) -> None:
    for name in ("laser-cutting.png", "python-programming.jwt"):
        import_bytes(vault, good(name).read_bytes(), services, name=name)
    credential = details(vault, list_heads(vault)[-1].id).credential
    achievement = credential.subject.achievement
    assert achievement is not None
    skill = achievement.alignments[0].target_name
    assert [head.name for head in list_heads(vault, skill)] == [credential.title]
    assert not list_heads(vault, "zzzz")


def test_details_say_what_was_found(vault: Vault, services: Services) -> None:
    result = import_bytes(vault, good("laser-cutting.png").read_bytes(), services, name="laser.png")
    assert result.record_id is not None
    kept = details(vault, result.record_id[:6])
    assert replace(kept.report, milliseconds=0, credential=None) == replace(
        result.report, milliseconds=0, credential=None
    )
    assert kept.report.check(CheckName.PROOF).outcome is Outcome.PASSED
    assert json.loads(kept.report_json)["input"] == "laser.png"
    assert [version.id for version in kept.versions] == [result.record_id]
    assert [past.verdict for past in kept.history] == [Verdict.CHECK]


def test_checking_again_keeps_the_new_finding(vault: Vault, services: Services) -> None:
    result = import_bytes(vault, good("first-aid-and-cpr.json").read_bytes(), services, name="aid.json")
    assert result.record_id is not None
    later = make_services(at=parse_moment("2030-01-01T00:00:00Z"))
    report = check_again(vault, result.record_id, later)
    assert report.reason is Reason.EXPIRED
    kept = details(vault, result.record_id)
    assert kept.head.verdict is Verdict.INVALID
    assert kept.report.reason is Reason.EXPIRED
    assert len(kept.history) == 2
    assert json.loads(kept.report_json)["input"] == "aid.json"


def test_a_report_with_words_of_a_later_version_is_read_with_care(vault: Vault, services: Services) -> None:
    result = import_bytes(vault, good("laser-cutting.png").read_bytes(), services, name="a")
    assert result.record_id is not None
    stored = json.loads(details(vault, result.record_id).report_json)
    stored["verdict"] = "splendid"
    stored["checks"].append({"check": "horoscope", "outcome": "passed", "reason": None, "detail": None})
    stored["checks"][0]["outcome"] = "probably"
    vault.credentials.record_report(
        result.record_id, json.dumps(stored), Verdict.CHECK, None, services.clock.now()
    )
    report = details(vault, result.record_id).report
    assert report.verdict is Verdict.UNCHECKED
    assert [check.name for check in report.checks] == [check.name for check in result.report.checks][1:]


def test_unknown_ids_are_refused(vault: Vault) -> None:
    with pytest.raises(VaultError) as refused:
        details(vault, "0123abcd")
    assert refused.value.reason is Reason.RECORD_NOT_FOUND


def test_a_broken_one_is_kept_for_the_record_and_says_so(vault: Vault, services: Services) -> None:
    result = import_bytes(vault, broken("changed-after-issue.json").read_bytes(), services, name="x")
    assert result.result is ImportOutcome.ADDED
    assert list_heads(vault)[0].verdict is Verdict.INVALID
