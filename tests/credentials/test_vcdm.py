"""The rules of the data model, each with a document that breaks it and one that keeps it."""

from typing import Any

import pytest

from tests.sample_documents import ISSUER, OB3_CONTEXT, badge, badge_v1, presentation
from wallet.credentials.vcdm import CONTEXT_V1, CONTEXT_V2, check_data_model
from wallet.errors import CredentialError, Reason

_ENVELOPED = {"@context": CONTEXT_V2, "type": "EnvelopedVerifiableCredential"}


def _subject(**members: Any) -> dict[str, Any]:
    return {"type": ["AchievementSubject"], **members}


def _text(**members: Any) -> dict[str, Any]:
    return {"@value": "x", "@language": "en", **members}


@pytest.mark.parametrize(
    "document",
    [
        badge(),
        badge_v1(),
        badge(issuer=ISSUER, id=None, name=None),
        badge(issuer={"id": ISSUER, "image": "https://example.org/i.png"}),
        badge(type=["AchievementCredential", "VerifiableCredential"]),
        badge(name=_text(**{"@direction": "ltr"}), description=[_text(), _text()]),
        badge(validUntil="2030-01-01T00:00:00+05:30"),
        badge_v1(issuanceDate="2010-01-01T00:00:00"),
        badge(evidence=[], credentialStatus=[], credentialSchema=[]),
        badge(credentialSchema={"id": "https://example.org/s", "type": "JsonSchema"}),
        badge(credentialStatus={"type": "BitstringStatusListEntry", "statusListIndex": "1"}),
        badge_v1(credentialStatus={"id": "https://example.org/s#1", "type": "StatusList2021Entry"}),
        badge(credentialSubject=[_subject(id="did:example:a"), _subject(id="urn:x:b")]),
        badge(
            credentialSubject=_subject(
                achievement={"type": "Achievement", "identifier": {"type": "Whatever"}}
            )
        ),
        badge(type="VerifiableCredential", validFrom=None, credentialSubject={"name": "x"}),
        badge_v1(issuanceDate=None, proof={"type": "DataIntegrityProof", "cryptosuite": "bbs-2023"}),
        badge(**{"@context": [CONTEXT_V2, OB3_CONTEXT, {"x": "https://example.org/x"}]}),
        presentation(),
        presentation(badge(), holder={"id": ISSUER, "name": "Me"}),
        presentation({**_ENVELOPED, "id": "data:application/vc+jwt,a.b.c"}),
        presentation("a.b.c", badge_v1(), **{"@context": CONTEXT_V1}),
    ],
)
def test_good_documents_pass(document: dict[str, Any]) -> None:
    check_data_model(document)


@pytest.mark.parametrize(
    ("document", "broken"),
    [
        (badge(**{"@context": None}), "@context"),
        (badge(**{"@context": []}), "@context"),
        (badge(**{"@context": [OB3_CONTEXT, CONTEXT_V2]}), "@context"),
        (badge(**{"@context": [CONTEXT_V2, "https ://example.org"]}), "@context"),
        (badge(**{"@context": [CONTEXT_V2, 5]}), "@context"),
        (badge_v1(**{"@context": [OB3_CONTEXT, CONTEXT_V1]}), "@context"),
        (badge(type=None), "type"),
        (badge(type=[]), "type"),
        (badge(type=["VerifiableCredential", 5]), "type"),
        (badge(type=["OpenBadgeCredential"]), "type"),
        (badge(type=[*badge()["type"], "VerifiablePresentation"]), "type"),
        (badge(type=["VerifiableCredential", "OtherCredential"]), "type"),
        (badge(id="0923lksjf"), "id"),
        (badge(id=["urn:x:1", "urn:x:2"]), "id"),
        (badge() | {"id": None}, "id"),
        (badge(issuer=None), "issuer"),
        (badge(issuer="example"), "issuer"),
        (badge(issuer={"name": "School"}), "issuer"),
        (badge(issuer=[ISSUER]), "issuer"),
        (badge(issuer={"id": ISSUER, "name": _text(url="x")}), "issuer.name"),
        (badge(issuer={"id": ISSUER, "type": "InvalidProfile"}), "issuer.type"),
        (badge(issuer={"id": ISSUER, "parentOrg": {"type": "Other"}}), "issuer.parentOrg.type"),
        (badge(description=_text(url="x")), "description"),
        (badge(credentialSubject=None), "credentialSubject"),
        (badge(credentialSubject={}), "credentialSubject"),
        (badge(credentialSubject=[]), "credentialSubject"),
        (badge(credentialSubject=[_subject(), {}]), "credentialSubject"),
        (badge(credentialSubject="did:example:a"), "credentialSubject"),
        (badge(credentialSubject=_subject(id="learner")), "credentialSubject.id"),
        (badge(credentialSubject=_subject(id=["did:a:b", "did:a:c"])), "credentialSubject.id"),
        (badge(credentialSubject={"id": "did:example:a"}), "credentialSubject.type"),
        (badge(credentialSubject={"type": "EndorsementSubject"}), "credentialSubject.type"),
        (badge(credentialSubject=_subject(result=[{"type": "Other"}])), "credentialSubject.result.type"),
        (badge(credentialSubject=_subject(identifier={"type": "X"})), "credentialSubject.identifier.type"),
        (badge(credentialSubject=_subject(source={"type": "X"})), "credentialSubject.source.type"),
        (badge(credentialSubject=_subject(verifiableCredential=5)), "credentialSubject.verifiableCredential"),
        (badge(validFrom=None), "validFrom"),
        (badge(validFrom="2010-01-01T00:00:00"), "validFrom"),
        (badge(validFrom=5), "validFrom"),
        (badge(validUntil="Sun, 26 Feb 2023 01:22:14 +0000"), "validUntil"),
        (badge_v1(issuanceDate=None), "issuanceDate"),
        (badge_v1(issuanceDate="01/01/2010"), "issuanceDate"),
        (badge_v1(expirationDate=["2020-01-01T19:23:24Z"]), "expirationDate"),
        (badge(proof=[{}]), "proof.type"),
        (badge(proof="z123"), "proof"),
        (badge(evidence={"id": "https://example.org"}), "evidence.type"),
        (badge(evidence={"id": "x", "type": "Evidence"}), "evidence.id"),
        (badge(evidence={"type": "Other"}), "evidence.type"),
        (badge(termsOfUse={"id": "urn:x:1"}), "termsOfUse.type"),
        (badge(credentialSchema={"type": "JsonSchema"}), "credentialSchema.id"),
        (badge(credentialSchema={"type": "JsonSchema", "id": "a b"}), "credentialSchema.id"),
        (badge(credentialStatus={"id": "https://example.org"}), "credentialStatus.type"),
        (badge(credentialStatus="https://example.org"), "credentialStatus"),
        (badge_v1(credentialStatus={"type": "StatusList2021Entry"}), "credentialStatus.id"),
        (badge_v1(refreshService={"type": "X"}), "refreshService.id"),
        (badge_v1(proof={"type": "CLSignature2019"}), "credentialSchema"),
        (presentation(holder={"name": "Me"}), "holder"),
        (presentation(holder="Me"), "holder"),
        (presentation(proof=[{}]), "proof.type"),
        (presentation("a.b.c"), "verifiableCredential"),
        (presentation(5, **{"@context": CONTEXT_V1}), "verifiableCredential"),
        (presentation(**{"@context": CONTEXT_V1}), "verifiableCredential"),
        (presentation(_ENVELOPED), "verifiableCredential.id"),
        (
            presentation({**_ENVELOPED, "id": "data:,", "@context": CONTEXT_V1}),
            "verifiableCredential.@context",
        ),
        (presentation(badge(), badge(issuer=None)), "verifiableCredential.issuer"),
    ],
)
def test_one_broken_property_is_named(document: dict[str, Any], broken: str) -> None:
    with pytest.raises(CredentialError) as refusal:
        check_data_model(document)
    assert refusal.value.reason is Reason.STRUCTURE_INVALID
    assert refusal.value.detail == broken
