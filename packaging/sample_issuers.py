"""The invented issuers of the sample credentials, and the documents they publish.

Lives here: who they are, which keys they have, their DID documents and status lists. All hosts end in .example,
which nobody can register (RFC 2606). Does not live here: what they award (`sample_credentials`).
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from sample_keys import DemoKey, Ed25519Demo, P256Demo, RsaDemo, compact
from wallet.codecs import base64url
from wallet.proofs import eddsa
from wallet.verification.trust_lists.signed_list import create_signed_list

Json = dict[str, Any]

CREDENTIALS_V2 = "https://www.w3.org/ns/credentials/v2"
# The least a status list may hold, so that an index says nothing about a person (Bitstring Status List v1.0).
STATUS_ENTRIES = 131_072


@dataclass(frozen=True)
class Issuer:
    """One invented organisation.

    Attributes:
        place: where a did:web issuer publishes (`host:path`); "" for did:key and did:jwk.
        web_id: an https issuer id instead of a DID.
        is_did_key: a did:key where the key alone would make a did:jwk.
    """

    name: str
    url: str
    email: str
    description: str
    key: DemoKey
    place: str = ""
    web_id: str = ""
    is_did_key: bool = False

    @cached_property
    def id(self) -> str:
        """The issuer's DID or https address."""
        if self.web_id:
            return self.web_id
        if self.place:
            return f"did:web:{self.place}"
        if isinstance(self.key, Ed25519Demo) or (self.is_did_key and isinstance(self.key, P256Demo)):
            return f"did:key:{self.key.multikey}"
        return f"did:jwk:{base64url.encode(compact(self.key.jwk))}"

    @cached_property
    def method(self) -> str:
        """The id of the verification method its proofs and tokens name."""
        if self.id.startswith("did:jwk:"):
            return f"{self.id}#0"
        if self.id.startswith("did:key:"):
            return f"{self.id}#{self.id.removeprefix('did:key:')}"
        return f"{self.id}#key-1"

    @property
    def profile(self) -> Json:
        """The issuer as an Open Badges Profile."""
        return {
            "id": self.id,
            "type": ["Profile"],
            "name": self.name,
            "url": self.url,
            "email": self.email,
            "description": self.description,
        }

    def did_document(self) -> Json:
        """What a did:web issuer publishes."""
        method: Json = {"id": self.method, "controller": self.id}
        contexts = ["https://www.w3.org/ns/did/v1"]
        if isinstance(self.key, Ed25519Demo):
            contexts.append("https://w3id.org/security/multikey/v1")
            method |= {"type": "Multikey", "publicKeyMultibase": self.key.multikey}
        else:
            contexts.append("https://w3id.org/security/suites/jws-2020/v1")
            method |= {"type": "JsonWebKey2020", "publicKeyJwk": self.key.jwk}
        return {
            "@context": contexts,
            "id": self.id,
            "verificationMethod": [method],
            "assertionMethod": [self.method],
        }

    def did_address(self) -> str:
        """Where a did:web issuer's document is. Source: did:web method specification, "Read"."""
        host, _, path = self.place.partition(":")
        return f"https://{host}/{path.replace(':', '/') or '.well-known'}/did.json"


NORTHFIELD = Issuer(
    name="Northfield Public Schools",
    url="https://northfield.example/",
    email="badges@northfield.example",
    description="The public school district of Northfield, grades K to 12.",
    key=Ed25519Demo("Northfield Public Schools"),
    place="northfield.example",
)
HARBOR = Issuer(
    name="Harbor Makers Guild",
    url="https://harbormakers.example/",
    email="hello@harbormakers.example",
    description="A community workshop with machines, mentors and a Saturday class for teenagers.",
    key=Ed25519Demo("Harbor Makers Guild"),
)
YOUTH_SAFETY = Issuer(
    name="County Youth Safety",
    url="https://youthsafety.example/",
    email="training@youthsafety.example",
    description="First aid, lifeguard and babysitting courses run by the county.",
    key=Ed25519Demo("County Youth Safety"),
    place="youthsafety.example:training",
)
OPENLEARN = Issuer(
    name="OpenLearn Academy",
    url="https://openlearn.example/",
    email="credentials@openlearn.example",
    description="Free online courses with projects that are reviewed by people.",
    key=P256Demo("OpenLearn Academy"),
)
LAKESIDE = Issuer(
    name="Lakeside Tutoring Circle",
    url="https://lakesidetutoring.example/",
    email="circle@lakesidetutoring.example",
    description="Students who teach students, in the library of Lakeside.",
    key=Ed25519Demo("Lakeside Tutoring Circle"),
)
WORKREADY = Issuer(
    name="WorkReady Online",
    url="https://workready.example/",
    email="certificates@workready.example",
    description="Workplace safety training and tests for warehouses.",
    key=RsaDemo("WorkReady Online"),
    place="workready.example",
)
# These three prepare their credentials for leaving parts out.
TECHNICAL = Issuer(
    name="Northfield Technical College",
    url="https://northfieldtech.example/",
    email="records@northfieldtech.example",
    description="Two-year programmes and evening courses in technology and the trades.",
    key=P256Demo("Northfield Technical College"),
    is_did_key=True,
)
COUNTY_CAREERS = Issuer(
    name="County Career Center",
    url="https://countycareers.example/",
    email="placements@countycareers.example",
    description="Finds placements for students and looks after them while they work.",
    key=P256Demo("County Career Center"),
)
# Signs with a key of another kind (BLS12-381), which takes the place of this one.
OPEN_LAB = Issuer(
    name="Open Science Lab",
    url="https://opensciencelab.example/",
    email="badges@opensciencelab.example",
    description="Weekend research projects for high school students.",
    key=Ed25519Demo("Open Science Lab"),
)
# Publishes its key only inside the name of the key, as many early badges did: nobody can tell whose key it is.
RIVERBEND = Issuer(
    name="Riverbend Arts Council",
    url="https://riverbendarts.example/",
    email="office@riverbendarts.example",
    description="Stages, studios and summer programmes along the river.",
    key=Ed25519Demo("Riverbend Arts Council"),
    web_id="https://riverbendarts.example/issuers/1",
)
# Publishes the demo list of issuers.
PUBLISHER = Ed25519Demo("Demo list of issuers")
# Nobody at all: signs in the name of others.
STRANGER = Ed25519Demo("a stranger")

REVOCATION_LIST = "https://youthsafety.example/status/revocation-1"
SUSPENSION_LIST = "https://youthsafety.example/status/suspension-1"
UNREACHABLE_LIST = "https://status.youthsafety.example/gone/revocation-0"
REVOKED_INDEX, SUSPENDED_INDEX, GOOD_INDEX = 94_567, 20_011, 4_127


def trust_list() -> Json:
    """A signed list of the issuers above whose keys are known to be theirs; its publisher is invented like them."""
    listed = (NORTHFIELD, HARBOR, YOUTH_SAFETY, OPENLEARN, LAKESIDE, WORKREADY)
    content = {
        "name": "Demo list of issuers",
        "sequence": 3,
        "valid_from": "2026-09-01T00:00:00Z",
        "valid_until": "2027-08-31T23:59:59Z",
        "issuers": [{"id": one.id, "names": [one.name], "from": "2025-09-01T00:00:00Z"} for one in listed],
    }
    return dict(create_signed_list(content, PUBLISHER.seed))


def status_entry(address: str, index: int, purpose: str) -> Json:
    """A BitstringStatusListEntry. Source: Bitstring Status List v1.0, section 2.1."""
    return {
        "id": f"{address}#{index}",
        "type": "BitstringStatusListEntry",
        "statusPurpose": purpose,
        "statusListIndex": str(index),
        "statusListCredential": address,
    }


def status_list(address: str, purpose: str, index: int) -> Json:
    """A signed status list with one bit set. Source: Bitstring Status List v1.0, sections 2.2 and 3.3."""
    bits = bytearray(STATUS_ENTRIES // 8)
    bits[index // 8] |= 0x80 >> (index % 8)
    document = {
        "@context": [CREDENTIALS_V2],
        "id": address,
        "type": ["VerifiableCredential", "BitstringStatusListCredential"],
        "issuer": YOUTH_SAFETY.id,
        "validFrom": "2025-09-01T00:00:00Z",
        "credentialSubject": {
            "id": f"{address}#list",
            "type": "BitstringStatusList",
            "statusPurpose": purpose,
            "encodedList": "u" + base64url.encode(_gzip(bytes(bits))),
        },
    }
    return sign(document, YOUTH_SAFETY, "2026-11-01T06:00:00Z")


def _gzip(data: bytes) -> bytes:
    """RFC 1952 with nothing in the header that depends on the machine or the time."""
    deflate = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    body = deflate.compress(data) + deflate.flush()
    return b"\x1f\x8b\x08" + bytes(6) + b"\xff" + body + struct.pack("<II", zlib.crc32(data), len(data))


def sign(document: Mapping[str, Any], issuer: Issuer, created: str) -> Json:
    """The document with an eddsa-rdfc-2022 proof of its issuer."""
    if not isinstance(issuer.key, Ed25519Demo):
        raise TypeError(f"{issuer.name} has no Ed25519 key")
    options = {"created": created, "verificationMethod": issuer.method, "proofPurpose": "assertionMethod"}
    return dict(eddsa.create_proof(document, options, issuer.key.seed))


def published() -> Mapping[str, tuple[str, Json]]:
    """Every document the issuers publish: address -> (file name, document)."""
    return {
        NORTHFIELD.did_address(): ("northfield-did.json", NORTHFIELD.did_document()),
        YOUTH_SAFETY.did_address(): ("youth-safety-did.json", YOUTH_SAFETY.did_document()),
        WORKREADY.did_address(): ("workready-did.json", WORKREADY.did_document()),
        REVOCATION_LIST: (
            "youth-safety-revocation.json",
            status_list(REVOCATION_LIST, "revocation", REVOKED_INDEX),
        ),
        SUSPENSION_LIST: (
            "youth-safety-suspension.json",
            status_list(SUSPENSION_LIST, "suspension", SUSPENDED_INDEX),
        ),
    }
