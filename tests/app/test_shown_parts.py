"""Sharing chosen parts: what was not chosen is nowhere in the bytes, and what is said of them is read from them."""

import json

import pytest

from tests import base_proofs, hiding, identities, issuing, selections
from wallet.app.container import Services
from wallet.app.disclose import Disclosable, find_disclosable
from wallet.app.import_credential import ImportResult, import_bytes
from wallet.app.share import Chosen, PreparedShare, prepare, render
from wallet.app.share_history import list_shares
from wallet.app.share_preview import read_back
from wallet.app.unlock import Vault
from wallet.app.verify_document import verify_bytes
from wallet.codecs import base64url
from wallet.credentials.detect import parse_document
from wallet.credentials.model import CompactJws, UnverifiedCredential, UnverifiedPresentation
from wallet.errors import Reason, WalletError
from wallet.proofs.ecdsa_sd_2023 import proof_value
from wallet.proofs.keys import key_from_multikey
from wallet.verification.report import CheckName, Outcome, Verdict

SUITES = pytest.mark.parametrize("suite", selections.available_suites())


def keep(vault: Vault, services: Services, data: bytes) -> ImportResult:
    return import_bytes(vault, data, services, name="badge")


def share(
    vault: Vault, services: Services, *chosen: Chosen, nonce: str | None = None, with_qr: bool = False
) -> PreparedShare:
    return prepare(
        vault,
        chosen,
        to="Example Corp",
        purpose="Job",
        until=None,
        services=services,
        nonce=nonce,
        with_qr=with_qr,
    )


def _refused(vault: Vault, services: Services, *chosen: Chosen) -> Reason:
    with pytest.raises(WalletError) as refused:
        share(vault, services, *chosen)
    assert list(list_shares(vault)) == []
    return refused.value.reason


def _kept_badge(vault: Vault, services: Services, suite: str, number: int = 1) -> Disclosable:
    data = selections.issue(selections.marked_badge(number), suite)
    return find_disclosable(vault, keep(vault, services, data).record_id or "", services)


@SUITES
def test_what_came_in_is_checked_as_its_receiver_would(vault: Vault, services: Services, suite: str) -> None:
    data = selections.issue(selections.marked_badge(1), suite)
    report = keep(vault, services, data).report
    assert report.verdict is Verdict.CHECK
    assert report.check(CheckName.PROOF).outcome is Outcome.PASSED


@pytest.mark.parametrize("suite", [name for name in selections.available_suites() if "jwt" not in name])
def test_a_base_proof_counts_for_nobody_else(services: Services, suite: str) -> None:
    report = verify_bytes(selections.issue(selections.marked_badge(1), suite), services)
    assert (report.verdict, report.reason) == (Verdict.UNCHECKED, Reason.HOLDER_ONLY_PROOF)


@pytest.mark.parametrize("part", ["name", "awardedDate"])
def test_a_base_proof_that_does_not_hold_is_invalid_to_its_holder(
    vault: Vault, services: Services, part: str
) -> None:
    badge = json.loads(selections.issue(selections.marked_badge(1), "ecdsa-sd-2023"))
    badge[part] = "2020-01-01T00:00:00Z"
    kept = keep(vault, services, json.dumps(badge).encode())
    assert (kept.report.verdict, kept.report.reason) == (Verdict.INVALID, Reason.SIGNATURE_INVALID)
    assert verify_bytes(json.dumps(badge).encode(), services).reason is Reason.SIGNATURE_INVALID
    for pointers in (None, (), ("/description",)):
        assert _refused(vault, services, Chosen(kept.record_id or "", pointers)) is Reason.NOT_FOR_SHARING


@SUITES
def test_nothing_is_hidden_unless_asked(vault: Vault, services: Services, suite: str) -> None:
    found = _kept_badge(vault, services, suite)
    made = share(vault, services, Chosen(found.record_id))
    assert (list(made.revealed), list(made.hidden)) == ([found.record_id], [])
    assert verify_bytes(made.presentation, services).verdict is Verdict.CHECK
    assert b"word10" in made.presentation or suite.startswith("sd-jwt")


@SUITES
def test_hiding_all_leaves_what_is_always_shown(vault: Vault, services: Services, suite: str) -> None:
    found = _kept_badge(vault, services, suite)
    made = share(vault, services, Chosen(found.record_id, ()))
    assert list(made.revealed) == []
    assert list(made.hidden) == [f"{found.record_id}={part.pointer}" for part in found.choices.selectable]
    assert len(made.hidden) >= 4
    report = verify_bytes(made.presentation, services)
    assert (report.verdict, len(report.inner)) == (Verdict.CHECK, 1)


@SUITES
def test_what_is_said_to_be_hidden_is_what_the_bytes_do_not_hold(
    vault: Vault, services: Services, suite: str
) -> None:
    """Both lists are found in the bytes: together they are all that can be chosen, and reading them back agrees."""
    found = _kept_badge(vault, services, suite, 7)
    pointers = [part.pointer for part in found.choices.selectable][::2]
    made = share(vault, services, Chosen(found.record_id, tuple(pointers)))
    names = [f"{found.record_id}={part.pointer}" for part in found.choices.selectable]
    assert sorted([*made.revealed, *made.hidden]) == sorted(names)
    assert set(made.revealed) >= {f"{found.record_id}={pointer}" for pointer in pointers}
    seen = {value for _, value in read_back(made.presentation, services).credentials[0].values}
    by_name = dict(zip(names, found.choices.selectable, strict=True))
    for name in made.hidden:
        assert not seen.intersection(selections.WORD.findall(json.dumps(by_name[name].value)))
    for name in made.revealed:
        assert seen.issuperset(selections.WORD.findall(json.dumps(by_name[name].value))) or "http" in str(
            by_name[name].value
        )


def test_a_grade_and_its_status_move_together(vault: Vault, services: Services) -> None:
    for suite in ("ecdsa-sd-2023", "sd-jwt"):
        number = next(n for n in range(50) if selections.marked_badge(n)["credentialSubject"]["result"])
        found = _kept_badge(vault, services, suite, number)
        parts = [part.pointer for part in found.choices.selectable]
        assert "/credentialSubject/result/0" in parts
        assert not any(pointer.startswith("/credentialSubject/result/0/") for pointer in parts)
        for one in ("value", "status"):
            chosen = Chosen(found.record_id, (f"/credentialSubject/result/0/{one}",))
            made = share(vault, services, chosen)
            subject = _only_credential(made).document["credentialSubject"]
            assert {"value", "status"} <= subject["result"][0].keys()


def _only_credential(made: PreparedShare) -> UnverifiedCredential:
    opened = parse_document(made.presentation)
    assert isinstance(opened, UnverifiedPresentation)
    (credential,) = opened.credentials
    assert isinstance(credential, UnverifiedCredential)
    return credential


def _binding(made: PreparedShare) -> CompactJws | None:
    sd_jwt = _only_credential(made).sd_jwt
    assert sd_jwt is not None
    return sd_jwt.key_binding


@SUITES
@pytest.mark.parametrize("pointer", ["/nowhere", "nowhere", "/credentialSubject/achievement/tag/99", "/~"])
def test_a_pointer_to_nothing_is_refused(vault: Vault, services: Services, suite: str, pointer: str) -> None:
    found = _kept_badge(vault, services, suite)
    assert _refused(vault, services, Chosen(found.record_id, (pointer,))) is Reason.POINTER_UNKNOWN


@SUITES
def test_what_is_always_shown_cannot_be_chosen(vault: Vault, services: Services, suite: str) -> None:
    found = _kept_badge(vault, services, suite)
    assert found.choices.mandatory
    for part in found.choices.mandatory:
        refusal = _refused(vault, services, Chosen(found.record_id, (part.pointer,)))
        assert refusal is Reason.POINTER_ALWAYS_SHOWN


def test_what_was_signed_whole_is_shared_whole(vault: Vault, services: Services) -> None:
    kept = keep(vault, services, json.dumps(issuing.good()).encode())
    found = find_disclosable(vault, kept.record_id or "", services)
    assert (str(found.choices.mechanism), list(found.choices.selectable)) == ("whole", [])
    for pointers in ((), ("/name",)):
        refusal = _refused(vault, services, Chosen(found.record_id, pointers))
        assert refusal is Reason.NOT_SELECTIVELY_DISCLOSABLE
    assert list(share(vault, services, Chosen(found.record_id)).hidden) == []


def test_one_credential_twice_with_other_parts_is_refused(vault: Vault, services: Services) -> None:
    found = _kept_badge(vault, services, "ecdsa-sd-2023")
    refusal = _refused(vault, services, Chosen(found.record_id), Chosen(found.record_id, ()))
    assert refusal is Reason.USAGE


def test_the_end_of_a_credential_cannot_be_left_out(vault: Vault, services: Services) -> None:
    issuer = selections.ISSUER
    document = selections.marked_badge(3) | {"validUntil": "2029-01-01T00:00:00Z"}
    data = json.dumps(base_proofs.secure(document, issuer)).encode()
    found = find_disclosable(vault, keep(vault, services, data).record_id or "", services)
    assert "/validUntil" in [part.pointer for part in found.choices.mandatory]
    made = share(vault, services, Chosen(found.record_id, ()))
    assert _only_credential(made).document["validUntil"] == "2029-01-01T00:00:00Z"


def test_private_values_that_travel_along_are_named(vault: Vault, services: Services) -> None:
    issuer = selections.ISSUER
    document = selections.marked_badge(3)
    subject = document["credentialSubject"]
    subject["identifier"] = [
        {"type": "IdentityObject", "identityHash": text, "identityType": "emailAddress", "hashed": False}
        for text in ("dana@example.org", "dana@school.example")
    ]
    mandatory = [*base_proofs.MANDATORY, "/credentialSubject/identifier/0"]
    data = json.dumps(base_proofs.secure(document, issuer, mandatory)).encode()
    found = find_disclosable(vault, keep(vault, services, data).record_id or "", services)
    assert [(str(each.kind), each.value) for each in found.travels_along] == [
        ("email", "dana@example.org"),
        ("other_identifier", issuing.LEARNER),
    ]


def test_an_address_that_names_the_learner_travels_along(vault: Vault, services: Services) -> None:
    document = selections.marked_badge(3)
    document["credentialSubject"]["id"] = "mailto:dana@example.org"
    data = json.dumps(base_proofs.secure(document, selections.ISSUER)).encode()
    found = find_disclosable(vault, keep(vault, services, data).record_id or "", services)
    assert [(str(each.kind), each.value) for each in found.travels_along] == [("email", "dana@example.org")]


# -- key binding


def _holder_jwk(vault: Vault) -> dict[str, str]:
    key = key_from_multikey(vault.holder_keys.default().did.removeprefix("did:key:"))
    return {"kty": "OKP", "crv": "Ed25519", "x": base64url.encode(key.raw)}


@pytest.mark.parametrize("suite", ["sd-jwt-vc", "sd-jwt"])
@pytest.mark.parametrize("nonce", [None, "n-0S6_WzA2Mj"])
def test_an_sd_jwt_with_our_key_is_bound_to_its_receiver(
    vault: Vault, services: Services, suite: str, nonce: str | None
) -> None:
    data = selections.issue(selections.marked_badge(5), suite, holder_jwk=_holder_jwk(vault))
    record = keep(vault, services, data).record_id or ""
    made = share(vault, services, Chosen(record, ()), nonce=nonce)
    binding, sd_jwt = _binding(made), _only_credential(made).sd_jwt
    assert binding is not None
    assert sd_jwt is not None
    assert binding.header == {"alg": "EdDSA", "typ": "kb+jwt"}
    assert binding.payload["aud"] == "Example Corp"
    assert binding.payload["nonce"] == nonce if nonce else len(binding.payload["nonce"]) >= 20
    assert binding.payload["sd_hash"] == hiding.digest_of(sd_jwt.bound_text)
    assert verify_bytes(made.presentation, services).verdict is Verdict.CHECK


def test_an_sd_jwt_with_anothers_key_is_not_bound(vault: Vault, services: Services) -> None:
    found = _kept_badge(vault, services, "sd-jwt-vc")
    assert _binding(share(vault, services, Chosen(found.record_id, ()))) is None


# -- learner records


def _record(vault: Vault, services: Services, *, with_unsigned: bool = True) -> Disclosable:
    issuer = identities.did_key("school")
    inner = [
        issuing.secure(issuing.credential(issuer, id=f"urn:uuid:{n}", name=f"Course {n}"), issuer)
        for n in (1, 2)
    ]
    unsigned = issuing.credential(issuer, id="urn:uuid:3", name="Course 3")
    document = issuing.credential(
        issuer,
        type=["VerifiableCredential", "ClrCredential"],
        name="Transcript",
        evidence=None,
        credentialSubject={
            "id": issuing.LEARNER,
            "type": ["ClrSubject"],
            "verifiableCredential": [*inner, unsigned] if with_unsigned else inner,
        },
    )
    document["@context"] = [document["@context"][0], issuing.CLR2, document["@context"][1]]
    data = json.dumps(issuing.secure(document, issuer)).encode()
    return find_disclosable(vault, keep(vault, services, data).record_id or "", services)


def test_credentials_of_a_record_are_shared_as_they_were_signed(vault: Vault, services: Services) -> None:
    found = _record(vault, services)
    parts = found.choices.selectable
    assert [part.value for part in parts] == ["Course 1", "Course 2"]
    made = share(vault, services, Chosen(found.record_id, (parts[1].pointer,)))
    presentation = json.loads(made.presentation)
    assert [entry["name"] for entry in presentation["verifiableCredential"]] == ["Course 2"]
    assert presentation["name"] == "Subset chosen by the learner"
    assert list(made.revealed) == [f"{found.record_id}={parts[1].pointer}"]
    assert list(made.hidden) == [f"{found.record_id}={parts[0].pointer}"]
    report = verify_bytes(made.presentation, services)
    assert [inner.verdict for inner in report.inner] == [Verdict.CHECK]
    changed = made.presentation.replace(b"Subset chosen by the learner", b"Everything")
    assert verify_bytes(changed, services).reason is Reason.SIGNATURE_INVALID


def test_of_a_record_something_has_to_be_chosen(vault: Vault, services: Services) -> None:
    found = _record(vault, services)
    assert _refused(vault, services, Chosen(found.record_id, ())) is Reason.NOTHING_CHOSEN
    outside = "/credentialSubject/verifiableCredential/2"
    assert _refused(vault, services, Chosen(found.record_id, (outside,))) is Reason.POINTER_UNKNOWN


def test_a_whole_record_is_no_subset(vault: Vault, services: Services) -> None:
    found = _record(vault, services, with_unsigned=False)
    made = share(vault, services, Chosen(found.record_id))
    assert "name" not in json.loads(made.presentation)
    assert (list(made.revealed), list(made.hidden)) == ([found.record_id], [])


def test_secrets_of_a_base_proof_leave_in_no_form(vault: Vault, services: Services) -> None:
    """The HMAC key and the signatures of hidden statements are in no share."""
    data = selections.issue(selections.marked_badge(9), "ecdsa-sd-2023")
    base_text = json.loads(data)["proof"]["proofValue"]
    base = proof_value.parse_base_proof_value(base_text)
    record = keep(vault, services, data).record_id or ""
    for pointers in (None, ()):
        made = share(vault, services, Chosen(record, pointers))
        text = json.loads(made.presentation)["verifiableCredential"][0]["proof"]["proofValue"]
        shown = proof_value.parse_derived_proof_value(text)
        assert base_text not in made.presentation.decode()
        packed = b"".join([*shown.signatures, shown.base_signature, shown.public_key])
        assert base.hmac_key not in packed
        hidden = set(base.signatures) - set(shown.signatures)
        assert bool(hidden) is (pointers == ())
        assert render(made, ".json") == made.presentation


@SUITES
def test_an_archive_of_parts_holds_what_was_signed(vault: Vault, services: Services, suite: str) -> None:
    bound = {"holder_jwk": _holder_jwk(vault)} if "jwt" in suite else {}
    data = selections.issue(selections.marked_badge(5), suite, **bound)
    record = keep(vault, services, data).record_id or ""
    for pointers in (None, ()):
        made = share(vault, services, Chosen(record, pointers))
        report = verify_bytes(render(made, ".zip"), services)
        assert (report.verdict, str(report.envelope)) == (Verdict.CHECK, "zip")


def test_an_archive_of_a_part_of_a_record_holds_what_was_signed(vault: Vault, services: Services) -> None:
    found = _record(vault, services)
    made = share(vault, services, Chosen(found.record_id, (found.choices.selectable[0].pointer,)))
    assert verify_bytes(render(made, ".zip"), services).verdict is Verdict.CHECK
