"""A small issuer for tests: credentials, tokens, presentations and status lists that are really signed.

Lives here: making good things with the keys of `identities`. Does not live here: breaking them, which each test does
in sight of its reader.
"""

import copy
import gzip
import json
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from tests.identities import Identity, Json, Key, did_key
from wallet.codecs import base58, base64url
from wallet.credentials.detect import parse_document
from wallet.credentials.vcdm import CONTEXT_V1, CONTEXT_V2
from wallet.errors import WalletError
from wallet.proofs import ed25519_signature_2020, eddsa
from wallet.proofs.data_integrity import SecuredDocument, rdfc_hash_data
from wallet.verification.report import VerificationReport
from wallet.verification.sources import (
    DocumentSource,
    FetchedDocument,
    FixedClock,
    IssuerDirectory,
    KnownIssuer,
    Recipients,
)
from wallet.verification.verifier import Verifier, unreadable_report

NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
OB3 = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
CLR2 = "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json"
DATA_INTEGRITY = "https://w3id.org/security/data-integrity/v2"
ED25519_2020 = "https://w3id.org/security/suites/ed25519-2020/v1"
STATUS_V1 = "https://www.w3.org/ns/credentials/status/v1"
STATUS_2021 = "https://w3id.org/vc/status-list/2021/v1"
LEARNER = "did:example:learner"


class Documents:
    """A `DocumentSource` over a dict; remembers what was asked for."""

    def __init__(self, *published: Mapping[str, Any]) -> None:
        self._bodies = {url: body for part in published for url, body in part.items()}
        self.asked: list[str] = []

    def lookup(self, url: str) -> FetchedDocument | None:
        """The document at this address; bytes as they are, anything else as JSON."""
        self.asked.append(url)
        if url not in self._bodies:
            return None
        body = self._bodies[url]
        return FetchedDocument(url, body if isinstance(body, bytes) else json.dumps(body).encode())


def credential(issuer: Identity, /, **changes: Any) -> Json:
    """An unsigned Open Badge in VCDM 2.0 with most of what real ones carry; None leaves a member out."""
    document: Json = {
        "@context": [CONTEXT_V2, OB3],
        "id": "urn:uuid:aa0b7b0e-6a2b-4a6d-8b0c-0c5d3c2c7f11",
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": "Laser cutting",
        "description": "Cuts plywood and acrylic without supervision.",
        "issuer": {
            "id": issuer.id,
            "type": ["Profile"],
            "name": "Makers' Guild",
            "url": "https://guild.example",
        },
        "validFrom": "2026-02-01T09:00:00Z",
        "awardedDate": "2026-01-30T15:00:00Z",
        "credentialSubject": {
            "id": LEARNER,
            "type": ["AchievementSubject"],
            "achievement": achievement(),
            "result": [
                {"type": ["Result"], "resultDescription": "urn:example:result:1", "value": "92"},
                {"type": ["Result"], "resultDescription": "urn:example:result:2", "value": "3"},
            ],
        },
        "evidence": [
            {"id": "https://guild.example/e/1", "type": ["Evidence"], "name": "Lamp", "genre": "photograph"}
        ],
    }
    return without_none(document | changes)


def achievement(**changes: Any) -> Json:
    """The achievement inside."""
    made = {
        "id": "https://guild.example/achievements/laser",
        "type": ["Achievement"],
        "name": "Laser cutting",
        "description": "Cuts plywood and acrylic without supervision.",
        "achievementType": "Badge",
        "criteria": {"narrative": "Passed the safety test and made a lamp."},
        "creditsAvailable": 1.5,
        "tag": ["laser", "safety"],
        "alignment": [
            {
                "type": ["Alignment"],
                "targetName": "Operate laser cutters",
                "targetUrl": "https://skills.example/1",
                "targetFramework": "Skills",
            }
        ],
        "resultDescription": [
            {
                "id": "urn:example:result:1",
                "type": ["ResultDescription"],
                "name": "Test",
                "resultType": "Percent",
            },
            {
                "id": "urn:example:result:2",
                "type": ["ResultDescription"],
                "name": "Lamp",
                "resultType": "RubricScore",
            },
        ],
    }
    return without_none(made | changes)


def credential_v1(issuer: Identity, /, *more_contexts: str, **changes: Any) -> Json:
    """The same badge in VCDM 1.1."""
    document = credential(issuer)
    document["@context"] = [CONTEXT_V1, OB3, *more_contexts]
    document["issuanceDate"] = document.pop("validFrom")
    return without_none(document | changes)


def without_none(document: Mapping[str, Any]) -> Json:
    """The members that are not None."""
    return {name: value for name, value in document.items() if value is not None}


def options(signer: Identity, purpose: str = "assertionMethod", **changes: Any) -> Json:
    """Proof options; None leaves one out."""
    made = {
        "created": "2026-02-01T09:00:00Z",
        "verificationMethod": signer.method,
        "proofPurpose": purpose,
    }
    return without_none(made | changes)


def secure(
    document: Mapping[str, Any], signer: Identity, suite: str = "eddsa-rdfc-2022", **changes: Any
) -> Json:
    """The document with one more proof of this suite; keyword arguments replace proof options."""
    made = options(signer, **changes)
    if suite == "eddsa-rdfc-2022":
        return dict(eddsa.create_proof(document, made, signer.key.seed))
    if suite == "Ed25519Signature2020":
        return dict(ed25519_signature_2020.create_proof(document, made, signer.key.seed))
    assert suite == "ecdsa-rdfc-2019"
    secured = SecuredDocument(document)
    proof = {"type": "DataIntegrityProof", "cryptosuite": suite, **made}
    message = rdfc_hash_data(secured, proof, "sha256" if signer.key.kind == "P-256" else "sha384")
    proof["proofValue"] = "z" + base58.encode(signer.key.sign(message))
    return {**secured.document, "proof": proof}


def good(issuer: Identity | None = None, /, **changes: Any) -> Json:
    """A signed VCDM 2.0 badge (eddsa-rdfc-2022)."""
    issuer = issuer or did_key("issuer")
    return secure(credential(issuer, **changes), issuer)


def claims_v2(document: Mapping[str, Any]) -> Json:
    """The payload of a VC-JWT in VCDM 2.0: the credential's members with the registered claims."""
    return {**document, **_registered(document, "validFrom", "validUntil")}


def claims_v1(document: Mapping[str, Any]) -> Json:
    """The payload of a VC-JWT in VCDM 1.1: the credential in `vc`."""
    return {**_registered(document, "issuanceDate", "expirationDate"), "vc": dict(document)}


def _registered(document: Mapping[str, Any], start: str, end: str) -> Json:
    claims = {
        "iss": document["issuer"]["id"],
        "sub": document["credentialSubject"].get("id"),
        "jti": document["id"],
        "nbf": seconds(document[start]),
        "exp": seconds(document[end]) if end in document else None,
    }
    return without_none(claims)


def seconds(text: str) -> int:
    """A NumericDate."""
    return int(datetime.fromisoformat(text).timestamp())


def token(payload: Mapping[str, Any], signer: Identity, alg: str, **header: Any) -> str:
    """A compact JWS; header members replace "alg", "typ" and "kid", None leaves one out."""
    whole = without_none({"alg": alg, "typ": "JWT", "kid": signer.method} | header)
    return token_of(json.dumps(whole).encode(), json.dumps(payload).encode(), signer.key, alg)


def token_of(header: bytes, payload: bytes, signing_key: Key, alg: str = "") -> str:
    """A compact JWS of these very bytes."""
    signing_input = f"{base64url.encode(header)}.{base64url.encode(payload)}"
    return f"{signing_input}.{base64url.encode(signing_key.sign(signing_input.encode(), alg))}"


def presentation(holder: Identity, *entries: Any, sign_with: Identity | None = None, **changes: Any) -> Json:
    """A signed presentation; keyword arguments replace proof options, `holder_id=None` leaves the holder out."""
    document = {
        "@context": [CONTEXT_V2],
        "type": ["VerifiablePresentation"],
        "holder": changes.pop("holder_id", holder.id),
        "verifiableCredential": list(entries),
    }
    signer = sign_with or holder
    return secure(without_none(document), signer, purpose=changes.pop("purpose", "authentication"), **changes)


def enveloped(compact: str) -> Json:
    """A token as an entry of a VCDM 2.0 presentation."""
    return {
        "@context": CONTEXT_V2,
        "type": "EnvelopedVerifiableCredential",
        "id": f"data:application/vc+jwt,{compact}",
    }


def status_entry(url: str, index: Any = "94567", purpose: str = "revocation", **changes: Any) -> Json:
    """A BitstringStatusListEntry."""
    made = {
        "id": f"{url}#{index}",
        "type": "BitstringStatusListEntry",
        "statusPurpose": purpose,
        "statusListIndex": index,
        "statusListCredential": url,
    }
    return without_none(made | changes)


def encoded_list(withdrawn: Sequence[int] = (), entries: int = 131_072) -> str:
    """The base64url of the gzip of a list with these bits set, without a multibase prefix."""
    bits = bytearray((entries + 7) // 8)
    for index in withdrawn:
        bits[index // 8] |= 0x80 >> (index % 8)
    return base64url.encode(gzip.compress(bytes(bits), mtime=0))


def status_list(
    issuer: Identity, url: str, subject: Mapping[str, Any] | None = None, /, **changes: Any
) -> Json:
    """An unsigned BitstringStatusListCredential; `subject` replaces members of its subject."""
    made = {
        "@context": [CONTEXT_V2],
        "id": url,
        "type": ["VerifiableCredential", "BitstringStatusListCredential"],
        "issuer": issuer.id,
        "validFrom": "2026-01-01T00:00:00Z",
        "credentialSubject": without_none(
            {
                "id": f"{url}#list",
                "type": "BitstringStatusList",
                "statusPurpose": "revocation",
                "encodedList": "u" + encoded_list(),
            }
            | dict(subject or {})
        ),
    }
    return without_none(made | changes)


@dataclass(frozen=True)
class Directory:
    """A list of known issuers, each under all of these names."""

    name: str
    ids: Sequence[str]
    issuer_names: Sequence[str] = ("Makers' Guild", "School", "Chamber of crafts")
    is_personal: bool = False

    def is_in_force(self, at: datetime) -> bool:
        """Always."""
        del at
        return True

    def find(self, issuer_id: str) -> KnownIssuer | None:
        """The issuer, when it is on the list."""
        return KnownIssuer(issuer_id, self.issuer_names) if issuer_id in self.ids else None

    def ids_named_like(self, name: str) -> AbstractSet[str]:
        """All of them, when it is a name of theirs."""
        return frozenset(self.ids) if name in self.issuer_names else frozenset()


def verify(
    document: Mapping[str, Any] | str | bytes,
    documents: DocumentSource | None = None,
    *,
    at: datetime = NOW,
    trust: Sequence[IssuerDirectory] = (),
    recipients: Sequence[str] = (),
) -> VerificationReport:
    """What the program says of this document; unreadable input gives an unreadable report, as everywhere."""
    data = document if isinstance(document, bytes) else _text(document).encode()
    try:
        parsed = parse_document(data)
    except WalletError as error:
        return unreadable_report(error.reason, error.detail, at)
    return Verifier(documents or Documents(), FixedClock(at), trust, Recipients(recipients)).verify(parsed)


def _text(document: Mapping[str, Any] | str) -> str:
    return document if isinstance(document, str) else json.dumps(document)


def at_path(document: Any, path: str) -> tuple[Any, Any]:
    """The container and key a path like "credentialSubject/result/0/value" ends in."""
    *parents, last = path.split("/")
    for name in parents:
        document = document[int(name) if isinstance(document, list) else name]
    return document, int(last) if isinstance(document, list) else last


def changed(document: Mapping[str, Any], path: str, value: Any) -> Json:
    """A deep copy with one member replaced or added."""
    made: Json = copy.deepcopy(dict(document))
    owner, name = at_path(made, path)
    owner[name] = value
    return made


def removed(document: Mapping[str, Any], path: str) -> Json:
    """A deep copy without one member."""
    made: Json = copy.deepcopy(dict(document))
    owner, name = at_path(made, path)
    del owner[name]
    return made
