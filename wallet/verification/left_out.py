"""What can be told of the parts of a credential that its holder left out.

Lives here: counting them where the format tells. Does not live here: words for it, or leaving out (`wallet.sharing`).
"""

from wallet.credentials.model import UnverifiedCredential
from wallet.verification.report import Check, LeftOut, Outcome


def find_left_out(document: UnverifiedCredential, proof: Check) -> tuple[LeftOut, int]:
    """What the number counts, and the number; 0 where the format does not tell one, or the signature does not hold."""
    if document.sd_jwt is not None:
        return LeftOut.DIGESTS, document.sd_jwt.hidden
    suites = [one.get("cryptosuite") for one in document.proofs if proof.outcome is Outcome.PASSED]
    if "ecdsa-sd-2023" in suites:
        return LeftOut.UNKNOWN, 0
    if "bbs-2023" not in suites:
        return LeftOut.NOTHING, 0
    if len(suites) > 1:
        return LeftOut.UNKNOWN, 0  # which of several proofs holds is not known here
    from wallet.proofs.bbs_2023.proof_value import parse_derived_proof_value  # noqa: PLC0415 - that suite only

    return LeftOut.STATEMENTS, parse_derived_proof_value(document.proofs[0]["proofValue"]).hidden_statements
