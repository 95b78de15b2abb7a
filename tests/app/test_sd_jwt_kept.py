"""An SD-JWT through the whole wallet: kept byte for byte, shown, searched, shared whole, read back by its receiver."""

import json

import pytest

from tests import hiding, identities
from tests.hiding import Hidden
from wallet.app.browse import check_again, details, list_heads
from wallet.app.claim_names import PrivateKind
from wallet.app.container import Services
from wallet.app.import_credential import ImportOutcome, ImportResult, import_bytes
from wallet.app.share import PreparedShare, prepare
from wallet.app.share_preview import read_back
from wallet.app.unlock import Vault
from wallet.app.verify_document import report_to_dict, verify_bytes
from wallet.credentials.model import Format
from wallet.errors import Reason, SharingError
from wallet.verification.report import Verdict

ISSUER = identities.did_key("school", "P-256")


def issued(typ: str = "dc+sd-jwt") -> str:
    return hiding.issue(hiding.claims(ISSUER), ISSUER, typ=typ)


def badge() -> str:
    from tests.issuing import credential  # noqa: PLC0415 - only here

    made = credential(ISSUER)
    made["credentialSubject"]["result"] = [Hidden(entry) for entry in made["credentialSubject"]["result"]]
    return hiding.issue(made, ISSUER, typ="vc+sd-jwt")


TOKENS = {"dc+sd-jwt": issued, "vc+sd-jwt": badge}


def keep(vault: Vault, services: Services, text: str) -> ImportResult:
    return import_bytes(vault, text.encode(), services, name="badge.txt")


def shared(vault: Vault, services: Services, text: str) -> PreparedShare:
    record = keep(vault, services, text).record_id
    return prepare(vault, [record or ""], to="Example Corp", purpose="Job", until=None, services=services)


@pytest.mark.parametrize("typ", TOKENS)
def test_kept_byte_for_byte_and_shown(vault: Vault, services: Services, typ: str) -> None:
    text = f"{TOKENS[typ]()}\n"
    kept = keep(vault, services, text)
    assert (kept.result, kept.report.verdict) == (ImportOutcome.ADDED, Verdict.CHECK)
    found = details(vault, kept.record_id or "")
    assert found.original == text.encode()
    assert found.credential.title == "Laser cutting"
    assert found.report.securing == ("sd-jwt ES256",)
    assert check_again(vault, found.head.id, services).verdict is Verdict.CHECK
    assert keep(vault, services, text).result is ImportOutcome.DUPLICATE


def test_what_it_says_is_found_by_a_search(vault: Vault, services: Services) -> None:
    kept = keep(vault, services, issued())
    for words in ("laser", "kiel", "acrylic"):
        assert [head.id for head in list_heads(vault, words)] == [kept.record_id]
    assert not list_heads(vault, "zzzz")
    (head,) = list_heads(vault)
    assert (head.format, head.issued, head.ends) == (
        Format.SD_JWT_VC,
        "2026-02-01T09:00:00Z",
        "2029-02-01T09:00:00Z",
    )


@pytest.mark.parametrize("typ", TOKENS)
def test_shared_whole_and_read_back(vault: Vault, services: Services, typ: str) -> None:
    text = TOKENS[typ]()
    prepared = shared(vault, services, text)
    entry = json.loads(prepared.presentation)["verifiableCredential"][0]
    assert entry["type"] == "EnvelopedVerifiableCredential"
    assert entry["id"] == f"data:application/{typ},{text}"
    for data in (prepared.presentation, prepared.bundle, (prepared.link or "").encode()):
        report = verify_bytes(data, services)
        assert report.verdict is Verdict.CHECK
        assert [part.securing for part in report.inner] == [("sd-jwt ES256",)]
    again = import_bytes(vault, prepared.presentation, services, name="share")
    assert again.result is ImportOutcome.DUPLICATE


def test_a_showing_for_somebody_else_is_not_passed_on(vault: Vault, services: Services) -> None:
    text = hiding.show(issued(), "given_name")
    prepared = shared(vault, services, hiding.bind(text, iat=hiding.SHOWN_AT - 86_400))
    entry = json.loads(prepared.presentation)["verifiableCredential"][0]
    assert entry["id"] == f"data:application/dc+sd-jwt,{text}"


def test_the_preview_names_every_private_value_that_goes_along(vault: Vault, services: Services) -> None:
    seen = read_back(shared(vault, services, issued()).presentation, services)
    private = {(value.kind, value.value) for value in seen.credentials[0].private}
    assert {
        (PrivateKind.NAME, "Mira"),
        (PrivateKind.NAME, "Okafor"),
        (PrivateKind.BIRTH_DATE, "2008-04-12"),
        (PrivateKind.ADDRESS, "Kiel"),
    } <= private
    assert "Kiel" in {value for _, value in seen.credentials[0].values}


def test_one_that_is_not_valid_is_kept_and_not_shared(vault: Vault, services: Services) -> None:
    ended = hiding.issue(hiding.claims(ISSUER, exp=5), ISSUER)
    kept = keep(vault, services, ended)
    assert (kept.result, kept.reason) == (ImportOutcome.ADDED, Reason.EXPIRED)
    with pytest.raises(SharingError) as refused:
        prepare(vault, [kept.record_id or ""], to="A", purpose="B", until=None, services=services)
    assert refused.value.reason is Reason.NOT_FOR_SHARING


def test_one_with_a_disclosure_nobody_signed_is_refused(vault: Vault, services: Services) -> None:
    kept = keep(vault, services, issued() + hiding.disclosure("salt", "degree", "Surgeon") + "~")
    assert (kept.result, kept.reason) == (ImportOutcome.REFUSED, Reason.DISCLOSURE_INVALID)
    assert not list_heads(vault)


def test_the_report_for_programs(services: Services) -> None:
    shape = report_to_dict(verify_bytes(issued().encode(), services), "badge.txt")
    assert (shape["format"], shape["envelope"], shape["securing"]) == ("sd-jwt-vc", "jwt", ["sd-jwt ES256"])
    assert shape["credential"]["issuer"]["id"] == ISSUER.id
    assert shape["credential"]["valid_until"] == "2029-02-01T09:00:00Z"
    assert "presentation" not in shape
