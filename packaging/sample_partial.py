"""The samples whose issuers let the learner leave parts out.

Lives here: what each of them always shows. Does not live here: how such credentials are issued (`sample_selective`), or
what a verifier must say about them (`make_samples`).
"""

from __future__ import annotations

import sample_faults as faults
from sample_credentials import CONTENT, credential_v2, issuer_of, picture, placement_claims
from sample_keys import P256Demo, sign_jwt, stream
from sample_selective import Hiding, secure_bbs, secure_ecdsa_sd

HMAC_KEY_BYTES = 32
# What these issuers never let anybody leave out.
ALWAYS_SHOWN = (
    "/issuer",
    "/validFrom",
    "/name",
    "/credentialSubject/achievement/name",
    "/credentialSubject/achievement/criteria",
)


def welding() -> bytes:
    """What anybody would ask for is always shown; who the learner is at the college, grades and notes need not be."""
    issuer, document = issuer_of("welding"), credential_v2("welding", picture("welding", "svg"))
    if not isinstance(issuer.key, P256Demo):
        raise TypeError(f"{issuer.name} has no P-256 key")
    options = {
        "created": CONTENT["welding"]["start"],
        "verificationMethod": issuer.method,
        "proofPurpose": "assertionMethod",
    }
    secured = secure_ecdsa_sd(
        document,
        options,
        issuer.key,
        ALWAYS_SHOWN,
        statement_key=P256Demo("statements of welding"),
        hmac_key=stream("labels of welding", HMAC_KEY_BYTES),
    )
    return faults.pretty(secured)


def water_study() -> bytes:
    """The same by a suite whose proofs cannot be told to be of one credential."""
    made = secure_bbs(
        credential_v2("water-study"),
        CONTENT["water-study"]["start"],
        ALWAYS_SHOWN,
        label=issuer_of("water-study").name,
        hmac_key=stream("labels of water-study", HMAC_KEY_BYTES),
    )
    return faults.pretty(made)


def placement() -> bytes:
    """A token with its disclosures, each with a salt that follows from a label."""
    issuer, hiding = issuer_of("placement"), Hiding(salt_label="placement ")
    payload = hiding.payload(placement_claims("placement")) | {"_sd_alg": "sha-256"}
    token = sign_jwt(payload, {"typ": "dc+sd-jwt", "kid": issuer.method}, issuer.key)
    return "~".join([token, *hiding.disclosures, ""]).encode()
