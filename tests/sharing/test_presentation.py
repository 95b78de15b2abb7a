"""What the holder signs: complete, equal in value to what came in, bound to the receiver, and never a base proof."""

import json
from datetime import datetime, timedelta
from typing import Any

import pytest

from tests.sample_documents import badge
from tests.sharing.shares import (
    HOLDER,
    HOLDER_DID,
    NOW,
    PURPOSE,
    RECIPIENT,
    UNTIL,
    corpus_badge,
    present,
    read,
    signed_badge,
    signed_token,
    vector,
    verified,
)
from wallet.credentials.model import UnverifiedCredential
from wallet.credentials.presentation import MAX_CREDENTIALS
from wallet.errors import Reason, SharingError
from wallet.sharing.presentation import require_shareable
from wallet.verification.report import CheckName, Outcome, Verdict

V1 = ("dcc-vc-test-fixtures", "v1", "dataIntegrityProof", "didKey", "legacy-noStatus-noExpiry.json")
V1_2020 = ("dcc-vc-test-fixtures", "v1", "ed25519", "didKey", "fourRegistry-noStatus-noExpiry.json")
V2 = (
    "dcc-vc-test-fixtures",
    "v2",
    "dataIntegrityProof",
    "didKey",
    "legacyRegistry-noStatus-noExpiry-minimal.json",
)


def test_more_than_anybody_reads_is_not_signed() -> None:
    with pytest.raises(SharingError) as caught:
        present([signed_badge()] * (MAX_CREDENTIALS + 1))
    assert caught.value.reason is Reason.SHARE_TOO_BIG


def test_a_signed_badge_and_a_token_verify_inside_the_presentation() -> None:
    report = verified(present([signed_badge(), signed_token()]))

    assert report.check(CheckName.PROOF).outcome is Outcome.PASSED
    assert report.check(CheckName.ISSUER_BINDING).outcome is Outcome.PASSED
    assert [inner.verdict for inner in report.inner] == [Verdict.CHECK, Verdict.CHECK]
    assert report.verdict is Verdict.CHECK
    assert (report.holder, report.audience, report.purpose) == (HOLDER_DID, RECIPIENT, PURPOSE)
    assert report.until == "2026-12-23T23:59:59Z"


@pytest.mark.parametrize("parts", [V1, V1_2020, V2], ids=["vcdm-1.1", "ed25519-signature-2020", "vcdm-2.0"])
def test_a_real_badge_of_either_data_model_still_verifies_inside(parts: tuple[str, ...]) -> None:
    report = verified(present([corpus_badge(*parts)]))

    assert report.check(CheckName.PROOF).outcome is Outcome.PASSED
    assert report.inner[0].check(CheckName.PROOF).outcome is Outcome.PASSED


def test_embedded_documents_keep_every_value_and_their_order() -> None:
    achievement = {
        "id": "https://example.org/a",
        "type": ["Achievement"],
        "name": "Größe 量 \U0001f9ea </script>",
        "description": "tab\there",
        "creditsAvailable": 3.5,
        "criteria": {"narrative": 'a "quoted" word'},
    }
    original = signed_badge(
        credentialSubject={"id": "did:example:x", "type": ["AchievementSubject"], "achievement": achievement}
    )
    data = present([original])
    embedded = json.loads(data)["verifiableCredential"][0]

    assert json.dumps(embedded) == json.dumps(json.loads(original.original))
    assert "Größe 量 \U0001f9ea".encode() in data
    assert b": " not in data.replace(b'"a \\"quoted\\" word"', b"")


def test_a_token_travels_as_it_came() -> None:
    token = signed_token()
    entry = json.loads(present([token]))["verifiableCredential"][0]

    assert entry["type"] == "EnvelopedVerifiableCredential"
    assert entry["@context"] == "https://www.w3.org/ns/credentials/v2"
    assert entry["id"] == "data:application/vc+jwt," + token.original.decode()


def test_what_the_proof_says_is_what_was_asked_for() -> None:
    proof = json.loads(present([signed_badge()], nonce="n-1"))["proof"]

    assert proof["cryptosuite"] == "eddsa-rdfc-2022"
    assert proof["proofPurpose"] == "authentication"
    assert proof["verificationMethod"] == HOLDER.verification_method
    assert (proof["created"], proof["expires"]) == ("2026-11-23T13:00:00Z", "2026-12-23T23:59:59Z")
    assert (proof["domain"], proof["challenge"]) == (RECIPIENT, "n-1")


def test_what_was_not_asked_for_is_left_out() -> None:
    document = json.loads(present([signed_badge()], recipient="", purpose="", until=None))

    assert "description" not in document
    assert not {"domain", "challenge", "expires"} & document["proof"].keys()
    assert verified(json.dumps(document).encode()).check(CheckName.PROOF).outcome is Outcome.PASSED


def test_the_id_comes_from_the_randomness_handed_in() -> None:
    first = json.loads(present([signed_badge()], random=lambda size: b"\x11" * size))
    second = json.loads(present([signed_badge()], random=lambda size: b"\x22" * size))

    assert first["id"] == "urn:uuid:11111111-1111-4111-9111-111111111111"
    assert first["id"] != second["id"]


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("description",), "Something else"),
        (("holder",), "did:key:z6MkpJySvETLnxhQG9DzEdmKJtysBDjuuTeDfUj1uNNCUqcj"),
        (("proof", "domain"), "Another Corp"),
        (("proof", "expires"), "2036-12-23T23:59:59Z"),
        (("proof", "created"), "2026-11-23T12:00:00Z"),
        (("proof", "challenge"), "n-2"),
        (("verifiableCredential", 0, "name"), "Brain surgery"),
        (("verifiableCredential", 0, "proof", "created"), "2026-01-02T00:00:00Z"),
    ],
    ids=lambda value: ".".join(map(str, value)) if isinstance(value, tuple) else "",
)
def test_a_changed_value_breaks_the_holder_s_signature(path: tuple[Any, ...], value: str) -> None:
    document = json.loads(present([signed_badge()], nonce="n-1"))
    place = document
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value

    assert verified(json.dumps(document).encode()).check(CheckName.PROOF).outcome is Outcome.FAILED


def test_a_credential_left_out_or_added_breaks_the_holder_s_signature() -> None:
    document = json.loads(present([signed_badge(), signed_token()]))
    kept = document["verifiableCredential"]

    for entries in (kept[:1], kept[1:], [*kept, badge()]):
        changed = json.dumps({**document, "verifiableCredential": entries}).encode()
        assert verified(changed).check(CheckName.PROOF).outcome is Outcome.FAILED
    assert verified(json.dumps(document).encode()).check(CheckName.PROOF).outcome is Outcome.PASSED


def test_it_ends_at_its_end() -> None:
    data = present([signed_badge()])

    assert verified(data, UNTIL).check(CheckName.PROOF).outcome is Outcome.PASSED
    assert verified(data, UNTIL + timedelta(seconds=1)).verdict is Verdict.INVALID


def _refused(reason: Reason, **changes: Any) -> None:
    credentials = changes.pop("credentials", [signed_badge()])
    with pytest.raises(SharingError) as caught:
        present(credentials, **changes)
    assert caught.value.reason is reason


def test_nothing_chosen() -> None:
    _refused(Reason.NOTHING_CHOSEN, credentials=[])


@pytest.mark.parametrize("until", [NOW, NOW - timedelta(days=1)])
def test_an_end_that_is_over(until: datetime) -> None:
    _refused(Reason.UNTIL_IN_THE_PAST, until=until)


@pytest.mark.parametrize("field", ["recipient", "purpose", "nonce"])
def test_half_a_character_cannot_be_signed(field: str) -> None:
    _refused(Reason.TEXT_INVALID, **{field: "broken \ud83d"})
    assert present([signed_badge()], **{field: "whole \U0001f642"})


def test_a_time_without_a_zone_is_our_own_defect() -> None:
    with pytest.raises(ValueError, match="zone"):
        present([signed_badge()], until=None, now=NOW.replace(tzinfo=None))


def test_the_seed_never_shows() -> None:
    assert HOLDER.seed.hex() not in repr(HOLDER)
    assert repr(HOLDER.seed)[2:-1] not in repr(HOLDER)


# -- what only the holder may have


def _with_proof_value(value: Any, suite: str = "ecdsa-sd-2023") -> UnverifiedCredential:
    proof = {"type": "DataIntegrityProof", "cryptosuite": suite, "proofValue": value}
    return read(json.dumps({**badge(), "proof": proof}).encode())


@pytest.mark.parametrize("third_byte", ["A", "C", "E", "G", "I"], ids=["00", "02", "04", "06", "08"])
def test_base_proofs_stay_with_the_holder(third_byte: str) -> None:
    derived = chr(ord(third_byte) + 1)

    _refused(Reason.HOLDER_ONLY_PROOF, credentials=[_with_proof_value(f"u2V0{third_byte}hVhA")])
    _refused(
        Reason.HOLDER_ONLY_PROOF,
        credentials=[signed_badge(), _with_proof_value(f"u2V0{third_byte}hVhA", "x")],
    )
    require_shareable(_with_proof_value(f"u2V0{derived}hVhA").document)


@pytest.mark.parametrize("value", ["z2V0B", "f d95d00", "u", "", None, ["u2V0BhVhA"]])
@pytest.mark.parametrize("suite", ["ecdsa-sd-2023", "bbs-2023"])
def test_a_disclosure_suite_in_another_dress_is_taken_for_a_base_proof(suite: str, value: object) -> None:
    _refused(Reason.HOLDER_ONLY_PROOF, credentials=[_with_proof_value(value, suite)])


def test_a_base_proof_deep_inside_is_found() -> None:
    inner = _with_proof_value("u2V0AhVhA").document
    outer = {**badge(), "endorsement": [{"nested": [[inner]]}]}

    _refused(Reason.HOLDER_ONLY_PROOF, credentials=[read(json.dumps(outer).encode())])


SUITE_FOLDERS = [
    "ecdsa-sd-2023/employ",
    "ecdsa-sd-2023/prc",
    "bbs-2023",
    "bbs-2023/prc",
    "bbs-2023/HolderBinding",
    "bbs-2023/Pseudonym",
    "bbs-2023/PseudonymHB",
]


@pytest.mark.parametrize("folder", SUITE_FOLDERS)
def test_published_base_proofs_are_refused_and_what_was_derived_from_them_may_leave(folder: str) -> None:
    base = read(vector(*folder.split("/"), "addSignedSDBase.json").read_bytes())
    derived = read(vector(*folder.split("/"), "derivedRevealDocument.json").read_bytes())

    _refused(Reason.HOLDER_ONLY_PROOF, credentials=[base])
    require_shareable(derived.document)
