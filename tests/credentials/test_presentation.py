"""Each credential of a presentation is read on its own: none is lost, none hides another."""

import json
from typing import Any

import pytest

from tests.sample_documents import as_bytes, badge, badge_v1, presentation, token
from wallet.credentials.clr2 import inner_documents
from wallet.credentials.credential_document import parse_entry
from wallet.credentials.detect import parse_document
from wallet.credentials.model import (
    Envelope,
    Format,
    UnreadablePart,
    UnverifiedCredential,
    UnverifiedPresentation,
)
from wallet.credentials.presentation import MAX_CREDENTIALS
from wallet.errors import Reason, WalletError

_TOKEN = token({"vc": badge_v1()})


def _enveloped(url: str) -> dict[str, Any]:
    return {
        "@context": "https://www.w3.org/ns/credentials/v2",
        "type": "EnvelopedVerifiableCredential",
        "id": url,
    }


@pytest.mark.parametrize(
    "entry",
    [
        _TOKEN,
        _enveloped(f"data:application/vc+jwt,{_TOKEN}"),
        _enveloped(f"data:application/jwt,{_TOKEN}"),
        _enveloped(f"data:application/vc-ld+jwt;charset=utf-8,{_TOKEN.replace('-', '%2D')}"),
    ],
)
def test_a_token_is_read_in_every_wrapping(entry: Any) -> None:
    credential = parse_entry(entry)
    assert isinstance(credential, UnverifiedCredential)
    assert credential.envelope is Envelope.JWT
    assert credential.original == _TOKEN.encode()
    assert credential.jws is not None
    assert credential.jws.token == _TOKEN
    assert credential.document == badge_v1()


def test_an_object_keeps_its_members_in_order() -> None:
    credential = parse_entry(badge())
    assert isinstance(credential, UnverifiedCredential)
    assert credential.envelope is Envelope.JSON
    assert list(json.loads(credential.original)) == list(badge())
    assert parse_document(credential.original).document == badge()


@pytest.mark.parametrize(
    ("entry", "reason"),
    [
        (5, Reason.NOT_A_CREDENTIAL),
        (None, Reason.NOT_A_CREDENTIAL),
        ([badge()], Reason.NOT_A_CREDENTIAL),
        ({"hello": "world"}, Reason.NOT_A_CREDENTIAL),
        (presentation(badge()), Reason.NOT_A_CREDENTIAL),
        (token(presentation(badge())), Reason.NOT_A_CREDENTIAL),
        ("eyJ", Reason.JWT_MALFORMED),
        ("é.é.é", Reason.JWT_MALFORMED),
        (_TOKEN + "~WyJ~", Reason.DISCLOSURE_INVALID),
        (_enveloped("data:application/vc+cose,0oR"), Reason.UNSUPPORTED_FORMAT),
        (_enveloped("data:application/vc+jwt"), Reason.UNSUPPORTED_FORMAT),
        (_enveloped("https://example.org/1"), Reason.STRUCTURE_INVALID),
        ({"@context": "https://w3id.org/openbadges/v2", "type": "BadgeClass"}, Reason.NOT_AN_AWARD),
    ],
)
def test_an_entry_that_cannot_be_read_keeps_its_place(entry: Any, reason: Reason) -> None:
    parsed = parse_document(as_bytes(presentation(badge(), entry, _TOKEN)))
    assert isinstance(parsed, UnverifiedPresentation)
    first, unreadable, last = parsed.credentials
    assert isinstance(unreadable, UnreadablePart)
    assert unreadable.reason == reason
    assert isinstance(first, UnverifiedCredential)
    assert isinstance(last, UnverifiedCredential)


def test_what_a_presentation_says_of_itself() -> None:
    document = presentation(id="urn:x:1", holder={"id": "did:example:h"}, description="For a job")
    parsed = parse_document(as_bytes({**document, "proof": {"type": "DataIntegrityProof"}}))
    assert isinstance(parsed, UnverifiedPresentation)
    assert (parsed.id, parsed.holder, parsed.description) == ("urn:x:1", "did:example:h", "For a job")
    assert parsed.proofs == ({"type": "DataIntegrityProof"},)
    assert parsed.credentials == []


def test_one_credential_needs_no_array() -> None:
    parsed = parse_document(as_bytes(presentation() | {"verifiableCredential": badge()}))
    assert isinstance(parsed, UnverifiedPresentation)
    assert len(parsed.credentials) == 1


def test_the_number_of_credentials_is_limited() -> None:
    parsed = parse_document(as_bytes(presentation(*[{}] * MAX_CREDENTIALS)))
    assert isinstance(parsed, UnverifiedPresentation)
    assert len(parsed.credentials) == MAX_CREDENTIALS
    with pytest.raises(WalletError) as refusal:
        parse_document(as_bytes(presentation(*[{}] * (MAX_CREDENTIALS + 1))))
    assert refusal.value.reason is Reason.STRUCTURE_INVALID


def test_a_learner_record_gives_out_its_inner_credentials() -> None:
    subject = {"type": ["ClrSubject"], "verifiableCredential": [badge(), _TOKEN]}
    record = badge(type=["VerifiableCredential", "ClrCredential"], credentialSubject=subject)
    assert parse_document(as_bytes(record)).format is Format.CLR_2
    assert inner_documents(record) == [badge(), _TOKEN]
    assert inner_documents(badge()) == []
