"""Base proofs for tests: badges of the test issuer whose holder may leave parts out (ecdsa-sd-2023, bbs-2023).

Lives here: test keys and options for the issuing code of the samples (`sample_selective`). Does not live here: SD-JWTs
(`hiding`), breaking things.
"""

import hashlib
from collections.abc import Mapping, Sequence
from typing import Any

import sample_selective
from tests import identities, issuing
from tests.identities import Identity, Json

MANDATORY = ("/issuer", "/validFrom", "/credentialSubject/achievement/name")


def secure(
    document: Mapping[str, Any],
    signer: Identity,
    mandatory: Sequence[str] = MANDATORY,
    *,
    label: str = "",
    **changes: Any,
) -> Json:
    """The document with an ecdsa-sd-2023 base proof; keyword arguments replace proof options.

    Args:
        label: makes another HMAC key and key of the proof; both follow from it, as everything made in tests.
    """
    return sample_selective.secure_ecdsa_sd(
        document,
        issuing.options(signer, **changes),
        signer.key,
        mandatory,
        statement_key=identities.key(f"statements {label}", "P-256"),
        hmac_key=_hmac_key(label),
    )


def bbs_identity(label: str = "bbs issuer") -> tuple[str, int]:
    """A did:key of a BLS12-381 G2 key, and the secret scalar behind it."""
    return sample_selective.bbs_identity(label)


def secure_bbs(
    document: Mapping[str, Any], mandatory: Sequence[str] = MANDATORY, *, label: str = "bbs issuer"
) -> Json:
    """The document, issued by `bbs_identity(label)`, with a bbs-2023 base proof."""
    return sample_selective.secure_bbs(
        document, "2026-02-01T09:00:00Z", mandatory, label=label, hmac_key=_hmac_key(label)
    )


def _hmac_key(label: str) -> bytes:
    return hashlib.sha256(f"hmac {label}".encode()).digest()
