"""An address that names one credential or one person is asked as one that does; what many share is not."""

import hashlib
import json
from typing import Any

import pytest

from tests import issuing, older_badges
from tests.identities import Identity, Json, did_key, did_web, https_issuer
from tests.issuing import NOW, credential, presentation, secure, status_entry, token
from wallet.credentials.detect import parse_document
from wallet.errors import Reason
from wallet.verification.own_address import OwnNames
from wallet.verification.report import CheckName, Outcome, VerificationReport
from wallet.verification.sources import FetchedDocument, FixedClock, WebSource
from wallet.verification.verifier import Verifier

UUID = "aa0b7b0e-6a2b-4a6d-8b0c-0c5d3c2c7f11"
ID = f"urn:uuid:{UUID}"
SITE = "https://school.example"
KEY_OF_HOLDER = "z6MkjchhfUsD6mmvni8mCdXHw216Xrm9bQe2mBH1P5RDjVJG"


def named(**changes: Any) -> OwnNames:
    """What names a badge with this id, of a learner with this key and e-mail, and a piece of evidence."""
    subject = {
        **credential(did_key("issuer"))["credentialSubject"],
        "id": f"did:key:{KEY_OF_HOLDER}",
        "licenseNumber": "LN-2026-000417-ABCD",
        "identifier": [
            {
                "type": "IdentityObject",
                "identityType": "emailAddress",
                "identityHash": "dana@home.example",
                "hashed": False,
            }
        ],
    }
    evidence = [{"id": "https://work.example/e/5f2b8c1e-77aa-4f00-9d61-3c8f2e1d0b42", "type": ["Evidence"]}]
    changes = {"credentialSubject": subject, "evidence": evidence, **changes}
    return OwnNames(parse_document(json.dumps(issuing.good(**changes)).encode()))


def digest(name: str, algorithm: str) -> str:
    return hashlib.new(algorithm, name.encode()).hexdigest()


@pytest.mark.parametrize(
    "address",
    [
        f"{SITE}/keys/{UUID}",
        f"{SITE}/keys/{UUID.upper()}.json",
        f"{SITE}/keys?for={ID}",
        f"{SITE}/keys?for=urn%3Auuid%3A{UUID}",
        f"{SITE}/issuers/{UUID}/did.json",
        f"{SITE}/schemas/{KEY_OF_HOLDER}.json",
        f"{SITE}/jwks?learner=dana%40home.example",
        f"{SITE}/lists/LN-2026-000417-ABCD",
        f"{SITE}/lists/5f2b8c1e-77aa-4f00-9d61-3c8f2e1d0b42",
        f"{SITE}/keys/{digest(ID, 'sha256')}",
        f"{SITE}/keys/{digest('dana@home.example', 'md5')}",
        f"{SITE}/keys/{digest(f'did:key:{KEY_OF_HOLDER}', 'sha1')}.jwk",
    ],
)
def test_addresses_that_name_one(address: str) -> None:
    assert named().are_in(address)


@pytest.mark.parametrize(
    "address",
    [
        f"{SITE}/.well-known/did.json",
        f"{SITE}/keys/2026",
        f"{SITE}/status/3",
        "https://guild.example/achievements/laser",
        f"{SITE}/schemas/3b1e7c52-0a55-4d0e-a1cd-2f6a4f0a9d10",
        f"https://other.example/{did_key('issuer').id}",
        f"{SITE}/keys#{UUID}",
        f"{SITE}/keys/{digest('somebody else', 'sha256')}",
    ],
)
def test_addresses_that_many_share(address: str) -> None:
    assert not named().are_in(address)


def test_its_own_address_and_a_short_number_of_its_own() -> None:
    names = named(id=f"{SITE}/credentials/417")
    assert names.are_in(f"{SITE}/credentials/417")
    assert names.are_in(f"{SITE}/status/417")
    assert not names.are_in(f"{SITE}/status/4170")


def test_whoever_says_it_of_themselves_gives_away_no_more_than_an_issuer() -> None:
    issuer = https_issuer("own", f"{SITE}/people/dana-ruiz-1999")
    subject = {**credential(issuer)["credentialSubject"], "id": issuer.id}
    document = secure(credential(issuer, credentialSubject=subject), issuer)
    assert not OwnNames(parse_document(json.dumps(document).encode())).are_in(issuer.id)


def test_whom_an_endorsement_is_about_is_known_to_everybody() -> None:
    subject = {"id": f"{SITE}/issuers/makers-guild", "type": ["EndorsementSubject"]}
    changes = {"type": ["VerifiableCredential", "EndorsementCredential"], "credentialSubject": subject}
    names = named(**changes, evidence=None)
    assert not names.are_in(f"{SITE}/issuers/makers-guild")
    assert names.are_in(f"{SITE}/keys/{UUID}")


def test_who_holds_a_presentation_is_one_person() -> None:
    holder = did_web("holder", host="dana.example")
    whole = presentation(holder, issuing.good())
    names = OwnNames(parse_document(json.dumps(whole).encode()))
    assert names.are_in("https://dana.example/.well-known/did.json")
    assert not names.are_in("https://school.example/.well-known/did.json")


class Noting(WebSource):
    """A web that publishes these documents and notes in which manner each was asked for."""

    def __init__(self, published: Json) -> None:
        self._published = published
        self.asked: dict[str, str] = {}

    def lookup(self, url: str) -> FetchedDocument | None:
        return self._told(url, "shared")

    def lookup_of_one(self, url: str) -> FetchedDocument | None:
        return self._told(url, "of one")

    def lookup_naming_one(self, url: str) -> FetchedDocument | None:
        return self._told(url, "names one")

    def _told(self, url: str, manner: str) -> FetchedDocument | None:
        if not url.startswith("https://"):
            return None
        self.asked[url] = manner
        body = self._published.get(url)
        return None if body is None else FetchedDocument(url, json.dumps(body).encode(), NOW, is_fresh=True)

    def why_missing(self, url: str) -> Reason:
        del url
        return Reason.NEEDS_NETWORK


def verified(document: Json | str, published: Json) -> tuple[VerificationReport, dict[str, str]]:
    source = Noting(published)
    text = document if isinstance(document, str) else json.dumps(document)
    return Verifier(source, FixedClock(NOW)).verify(parse_document(text.encode())), source.asked


@pytest.mark.parametrize(
    ("issuer", "manner"),
    [
        (https_issuer("a", f"{SITE}/issuers/{UUID}"), "names one"),
        (https_issuer("a", f"{SITE}/issuers/7"), "shared"),
        (did_web("b"), "shared"),
    ],
)
def test_a_key_at_an_address_that_names_the_credential(issuer: Identity, manner: str) -> None:
    (address,) = issuer.documents
    report, asked = verified(secure(credential(issuer), issuer), dict(issuer.documents))
    assert asked[address] == manner
    assert report.check(CheckName.PROOF).outcome is Outcome.PASSED


def test_the_keys_of_a_token() -> None:
    issuer = https_issuer("c", f"{SITE}/issuers/8")
    keys = f"{SITE}/keys/{UUID}"
    text = token(issuing.claims_v2(credential(issuer)), issuer, "EdDSA", kid=keys)
    _, asked = verified(text, dict(issuer.documents) | {keys: {"keys": [issuer.key.jwk]}})
    assert asked[keys] == "names one"
    assert asked[issuer.id] == "shared"


@pytest.mark.parametrize(("ending", "manner"), [(UUID, "names one"), ("schema.json", "shared")])
def test_a_schema_and_a_list(ending: str, manner: str) -> None:
    schema, listed = f"https://purl.imsglobal.org/{ending}", f"{SITE}/status/{ending}"
    entry = {"id": schema, "type": "1EdTechJsonSchemaValidator2019"}
    # the signature does not cover it, which is said of the proof and changes no look-up
    document = {**issuing.good(), "credentialSchema": [entry], "credentialStatus": status_entry(listed)}
    published = {schema: {"type": "object"}}
    source = Noting(published)
    Verifier(source, FixedClock(NOW)).verify(parse_document(json.dumps(document).encode()))
    assert (source.asked[schema], source.asked[listed]) == (manner, manner)


def test_inside_a_presentation_the_names_of_one_credential_are_not_those_of_the_next() -> None:
    first = issuing.good()
    second_issuer = https_issuer("d", f"{SITE}/issuers/{UUID}")
    second = secure(credential(second_issuer, id="urn:uuid:other"), second_issuer)
    whole = presentation(did_key("holder"), first, second)
    _, asked = verified(whole, dict(second_issuer.documents))
    assert asked[second_issuer.id] == "shared"


def test_an_older_badges_own_address_is_still_that_of_one_badge() -> None:
    published = older_badges.published(assertion=older_badges.assertion())
    _, asked = verified(older_badges.assertion(), published)
    assert asked[older_badges.ASSERTION] == "of one"
    assert asked[older_badges.ISSUER] == "shared"
