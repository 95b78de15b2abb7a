"""The bundle says nothing the holder did not sign, and is read strictly."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest

from tests import identities, issuing
from tests.sharing.shares import (
    ISSUER_DID,
    NOW,
    PURPOSE,
    RECIPIENT,
    UNTIL,
    method_of,
    present,
    signed_badge,
    signed_token,
    small_bundle,
    verified,
)
from wallet.errors import Reason, SharingError
from wallet.sharing.bundle import MAX_BUNDLE_BYTES, decode_bundle, encode_bundle, is_bundle
from wallet.sharing.bundle_evidence import MAX_SENT_BYTES, worth_sending
from wallet.verification.report import CheckName, Outcome
from wallet.verification.sources import FetchedDocument


def _reason_of(data: bytes) -> Reason:
    with pytest.raises(SharingError) as caught:
        decode_bundle(data)
    return caught.value.reason


def test_a_bundle_gives_back_the_very_presentation() -> None:
    presentation = present([signed_badge(), signed_token()])
    bundle = decode_bundle(encode_bundle(presentation))

    assert bundle.presentation == presentation
    assert (bundle.recipient, bundle.purpose) == (RECIPIENT, PURPOSE)
    assert (bundle.made, bundle.until) == ("2026-11-23T13:00:00Z", "2026-12-23T23:59:59Z")
    assert verified(bundle.presentation).check(CheckName.PROOF).outcome is Outcome.PASSED


def test_the_members_are_those_of_the_written_format() -> None:
    body = json.loads(small_bundle())

    assert list(body) == ["v", "made", "to", "for", "until", "items", "vp"]
    assert body["v"] == 1
    assert body["items"] == []


def test_what_was_not_said_is_not_in_the_bundle() -> None:
    data = encode_bundle(present([signed_badge()], recipient="", purpose="", until=None))
    bundle = decode_bundle(data)

    assert list(json.loads(data)) == ["v", "made", "items", "vp"]
    assert (bundle.recipient, bundle.purpose, bundle.until) == (None, None, None)


def _set(*path: Any, value: Any) -> Callable[[dict[str, Any]], None]:
    def change(body: dict[str, Any]) -> None:
        place: Any = body
        for step in path[:-1]:
            place = place[step]
        place[path[-1]] = value

    return change


def _drop(*names: str) -> Callable[[dict[str, Any]], None]:
    def change(body: dict[str, Any]) -> None:
        for name in names:
            del body[name]

    return change


def _second_proof(body: dict[str, Any]) -> None:
    body["vp"]["proof"] = [body["vp"]["proof"], {**body["vp"]["proof"], "domain": "Another Corp"}]


CHANGES: dict[str, tuple[Callable[[dict[str, Any]], None], Reason]] = {
    "recipient-differs": (_set("to", value="Another Corp"), Reason.BUNDLE_INVALID),
    "purpose-differs": (_set("for", value="Another job"), Reason.BUNDLE_INVALID),
    "end-differs": (_set("until", value="2036-12-23T23:59:59Z"), Reason.BUNDLE_INVALID),
    "time-differs": (_set("made", value="2026-11-23T12:00:00Z"), Reason.BUNDLE_INVALID),
    "signed-recipient-differs": (_set("vp", "proof", "domain", value="Another Corp"), Reason.BUNDLE_INVALID),
    "recipient-hidden": (_drop("to"), Reason.BUNDLE_INVALID),
    "end-hidden": (_drop("until"), Reason.BUNDLE_INVALID),
    "no-time": (_drop("made"), Reason.BUNDLE_INVALID),
    "no-presentation-value": (_set("vp", value=None), Reason.BUNDLE_INVALID),
    "presentation-is-a-list": (_set("vp", value=[]), Reason.BUNDLE_INVALID),
    "no-items": (_drop("items"), Reason.BUNDLE_INVALID),
    "items-are-an-object": (_set("items", value={}), Reason.BUNDLE_INVALID),
    "no-proof": (_set("vp", "proof", value=None), Reason.BUNDLE_INVALID),
    "two-proofs": (_second_proof, Reason.BUNDLE_INVALID),
    "another-suite": (_set("vp", "proof", "cryptosuite", value="eddsa-rdfc-2023"), Reason.BUNDLE_INVALID),
    "another-holder": (_set("vp", "holder", value=ISSUER_DID), Reason.BUNDLE_INVALID),
    "no-holder": (_set("vp", "holder", value=None), Reason.BUNDLE_INVALID),
    "holder-elsewhere": (_set("vp", "holder", value="did:web:example.edu"), Reason.BUNDLE_INVALID),
    "another-key": (
        _set("vp", "proof", "verificationMethod", value=method_of(ISSUER_DID)),
        Reason.BUNDLE_INVALID,
    ),
    "recipient-is-a-list": (_set("vp", "proof", "domain", value=[RECIPIENT]), Reason.BUNDLE_INVALID),
    "purpose-is-an-object": (_set("vp", "description", value={"@value": PURPOSE}), Reason.BUNDLE_INVALID),
    "version-0": (_set("v", value=0), Reason.BUNDLE_INVALID),
    "version-true": (_set("v", value=True), Reason.BUNDLE_INVALID),
    "version-1.0": (_set("v", value=1.0), Reason.BUNDLE_INVALID),
    "version-text": (_set("v", value="1"), Reason.BUNDLE_INVALID),
    "version-2": (_set("v", value=2), Reason.LINK_NEWER),
    "unknown-member": (_set("seal", value="x"), Reason.LINK_NEWER),
    "item-of-a-form-not-known-yet": (_set("items", value=[{"fmt": "ob2", "doc": {}}]), Reason.LINK_NEWER),
    "item-of-a-kind-not-known-yet": (_set("items", value=[{"fmt": "ob4", "raw": ""}]), Reason.LINK_NEWER),
    "item-in-two-forms": (_set("items", value=[{"fmt": "ob2", "raw": "", "b64": ""}]), Reason.LINK_NEWER),
    "item-that-is-a-text": (_set("items", value=["ob2"]), Reason.BUNDLE_INVALID),
    "item-of-another-type": (_set("items", value=[{"fmt": "ob2", "raw": 1}]), Reason.BUNDLE_INVALID),
    "item-not-base64url": (_set("items", value=[{"fmt": "ob2", "b64": "A"}]), Reason.BUNDLE_INVALID),
    "item-nobody-signed-for": (_set("items", value=[{"fmt": "ob2", "raw": "{}"}]), Reason.BUNDLE_INVALID),
}


@pytest.mark.parametrize("name", CHANGES)
def test_a_bundle_that_was_tampered_with_is_refused(name: str) -> None:
    change, reason = CHANGES[name]
    body = json.loads(small_bundle())
    assert decode_bundle(json.dumps(body).encode())

    change(body)

    assert _reason_of(json.dumps(body).encode()) is reason


@pytest.mark.parametrize(
    "data",
    [b"", b"[]", b"null", b"{}", b'{"v":1}', b'{"vp":{}}', b"\xff", b'{"v":1,"v":1,"vp":{}}', b"[" * 100_000],
    ids=[
        "empty",
        "list",
        "null",
        "nothing",
        "version-only",
        "presentation-only",
        "not-utf-8",
        "same-key-twice",
        "deep",
    ],
)
def test_what_is_no_bundle_is_refused(data: bytes) -> None:
    assert _reason_of(data) is Reason.BUNDLE_INVALID


def test_bundles_are_told_from_credentials_and_presentations() -> None:
    assert is_bundle(json.loads(small_bundle()))
    assert is_bundle({"v": 7, "vp": None})
    others: list[Any] = [json.loads(present([signed_badge()])), signed_badge().document, [], None, {"v": 1}]
    for other in others:
        assert not is_bundle(other)


@pytest.mark.parametrize(
    "data", [b"", b"[]", b"{}", b'{"proof":{}}', b'{"proof":{"created":5}}', b"not json"]
)
def test_only_a_signed_presentation_is_wrapped(data: bytes) -> None:
    with pytest.raises(SharingError) as caught:
        encode_bundle(data)
    assert caught.value.reason is Reason.BUNDLE_INVALID


def test_a_bundle_nobody_could_read_is_not_made() -> None:
    document = json.loads(present([signed_badge()]))
    fitting = json.dumps({**document, "pad": "a" * (MAX_BUNDLE_BYTES - 2500)}).encode()
    too_large = json.dumps({**document, "pad": "a" * (MAX_BUNDLE_BYTES - 1800)}).encode()

    assert encode_bundle(fitting)
    with pytest.raises(SharingError) as caught:
        encode_bundle(too_large)
    assert caught.value.reason is Reason.SHARE_TOO_BIG


def test_times_are_those_of_the_signature() -> None:
    bundle = decode_bundle(
        encode_bundle(present([signed_badge()], now=NOW.replace(microsecond=999_999), until=UNTIL))
    )

    assert bundle.made == "2026-11-23T13:00:00Z"


LIST = "https://school.example/status/1"
DID = "https://school.example/.well-known/did.json"


def _evidence() -> list[FetchedDocument]:
    school = identities.did_web("school")
    status_list = issuing.secure(issuing.status_list(school, LIST), school, created="2026-11-20T00:00:00Z")
    bodies = {
        LIST: status_list,
        DID: school.documents[DID],
        "https://school.example/badge": {"type": "Assertion"},
    }
    return [FetchedDocument(url, json.dumps(body).encode(), NOW) for url, body in bodies.items()]


def test_evidence_travels_with_its_dates_and_nothing_else_does() -> None:
    presentation = present([signed_badge()])
    data = encode_bundle(presentation, worth_sending(_evidence(), NOW))
    body = json.loads(data)
    assert list(body)[-1] == "ev"
    assert [(one["kind"], one["url"], one["at"]) for one in body["ev"]] == [
        ("did", DID, "2026-11-23T13:00:00Z"),
        ("status-list", LIST, "2026-11-23T13:00:00Z"),
    ]
    bundle = decode_bundle(data)
    assert bundle.presentation == presentation
    dated = {one.url: one.retrieved_at for one in bundle.evidence}
    assert dated[DID] == NOW
    assert dated[LIST] == datetime(2026, 11, 20, tzinfo=UTC), "a list is no fresher than its signature"
    assert decode_bundle(encode_bundle(presentation)).evidence == ()


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda one: one.pop("at"), Reason.BUNDLE_INVALID),
        (lambda one: one.update(at="yesterday"), Reason.BUNDLE_INVALID),
        (lambda one: one.update(at=7), Reason.BUNDLE_INVALID),
        (lambda one: one.update(url=""), Reason.BUNDLE_INVALID),
        (lambda one: one.update(url=DID * 100), Reason.BUNDLE_INVALID),
        (lambda one: one.update(body=[]), Reason.BUNDLE_INVALID),
        (lambda one: one.update(body={"id": "did:web:school.example"}), Reason.BUNDLE_INVALID),
        (lambda one: one.update(body="eyJ.e30.x", kind="status-list"), Reason.BUNDLE_INVALID),
        (lambda one: one.update(kind="context"), Reason.LINK_NEWER),
        (lambda one: one.update(kind=["did"]), Reason.LINK_NEWER),
        (lambda one: one.update(more=1), Reason.LINK_NEWER),
    ],
)
def test_evidence_is_read_strictly(change: Callable[[dict[str, Any]], Any], reason: Reason) -> None:
    body = json.loads(encode_bundle(present([signed_badge()]), worth_sending(_evidence(), NOW)))
    change(body["ev"][0])
    assert _reason_of(json.dumps(body).encode()) is reason


@pytest.mark.parametrize("entries", ["no list", 7, {}, None, [None], ["text"]])
def test_evidence_of_another_form_is_no_bundle(entries: Any) -> None:
    body = json.loads(small_bundle()) | {"ev": entries}
    assert _reason_of(json.dumps(body).encode()) is Reason.BUNDLE_INVALID


def test_evidence_names_each_address_once_and_has_an_end() -> None:
    body = json.loads(encode_bundle(present([signed_badge()]), worth_sending(_evidence(), NOW)))
    assert _reason_of(json.dumps(body | {"ev": [body["ev"][0]] * 2}).encode()) is Reason.BUNDLE_INVALID
    many = [{**body["ev"][0], "url": f"{DID}?{number}"} for number in range(65)]
    assert _reason_of(json.dumps(body | {"ev": many}).encode()) is Reason.BUNDLE_INVALID
    assert len(decode_bundle(json.dumps(body | {"ev": many[:64]}).encode()).evidence) == 64


def test_large_evidence_stays_behind() -> None:
    large = json.dumps({"id": DID, "verificationMethod": ["x" * MAX_SENT_BYTES]}).encode()
    chosen = worth_sending([FetchedDocument("https://large.example/", large), *_evidence()], NOW)
    assert [one.url for one in chosen] == [DID, LIST]
