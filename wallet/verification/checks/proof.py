"""Check `proof`: does a signature hold. It also finds the key, which the check `issuer_binding` then judges.

Lives here: trying each proof of a proof set, or the token's signature, and choosing which one speaks for the document.
Does not live here: the suites (`wallet.proofs`), whose key it is (`issuer_binding`), the proof's dates (`dates`).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from wallet.credentials.model import CompactJws, JsonObject, UnverifiedDocument, UnverifiedPresentation
from wallet.errors import ProofError, Reason, UndecidableProofError
from wallet.proofs import data_integrity, jose, jsonld
from wallet.proofs.data_integrity import SecuredDocument
from wallet.verification.key_resolution import KeyResolver, ResolvedMethod
from wallet.verification.report import Check, CheckName, Outcome

# Each proof may cost a canonicalization; nobody has more than a handful.
MAX_PROOFS = 16

ASSERTION = "assertionMethod"
AUTHENTICATION = "authentication"


@dataclass(frozen=True, slots=True)
class ProofFinding:
    """What was found about one proof: the check, and the key and options when it held."""

    check: Check
    method: ResolvedMethod | None = None
    proof: JsonObject | None = None


def purpose_of(document: UnverifiedDocument) -> str:
    """The proof purpose a document of this kind needs."""
    return AUTHENTICATION if isinstance(document, UnverifiedPresentation) else ASSERTION


def check_proof(document: UnverifiedDocument, issuer: str, resolver: KeyResolver) -> Sequence[ProofFinding]:
    """Tries what secures the document; the finding that speaks for it comes first.

    A token's signature covers everything in it, so embedded proofs inside a token are not needed. Of several embedded
    proofs one good proof of a known suite is enough, unless another known one is broken: something was changed.

    Args:
        issuer: the id of the issuer (or holder), used to find the key of a token without a full key id.

    Source: VC Data Integrity 1.0, sections 4.4 and 4.7; VC-JOSE-COSE, section 5.
    """
    if document.jws is not None:
        return (_check_jws(document.jws, issuer, resolver, purpose_of(document)),)
    if not document.proofs:
        return (_no_proof(document),)
    if len(document.proofs) > MAX_PROOFS:
        return (_finding(Outcome.FAILED, Reason.TOO_COMPLEX, "number of proofs"),)
    secured = SecuredDocument(document.document)
    findings = [_check_embedded(secured, proof, resolver, purpose_of(document)) for proof in secured.proofs]
    return sorted(findings, key=_precedence)


def _precedence(finding: ProofFinding) -> int:
    """A broken signature speaks first, then a good one, then whatever else failed, then what could not be tried."""
    check = finding.check
    if check.outcome is Outcome.FAILED and check.reason is Reason.SIGNATURE_INVALID:
        return 0
    return {Outcome.PASSED: 1, Outcome.FAILED: 2}.get(check.outcome, 3)


def _finding(outcome: Outcome, reason: Reason | None, detail: str) -> ProofFinding:
    return ProofFinding(Check(CheckName.PROOF, outcome, reason, detail))


def _no_proof(document: UnverifiedDocument) -> ProofFinding:
    """Nobody signed it. A term no context defines is named first: it may be a proof under another name."""
    try:
        jsonld.to_quads(document.document)
    except UndecidableProofError:
        pass
    except ProofError as error:
        if error.reason is Reason.UNDEFINED_TERM:
            return _finding(Outcome.FAILED, error.reason, error.detail)
    return _finding(Outcome.FAILED, Reason.PROOF_MISSING, "")


def _check_jws(jws: CompactJws, issuer: str, resolver: KeyResolver, purpose: str) -> ProofFinding:
    name = jose.algorithm_name(jws.header)
    try:
        jose.check_header(jws.header)
        method = resolver.resolve_jws(jws.header, issuer, purpose)
        jose.verify(jws, method.key)
    except ProofError as error:
        return _failed(error, name)
    return ProofFinding(Check(CheckName.PROOF, Outcome.PASSED, detail=name), method)


def _check_embedded(
    secured: SecuredDocument, proof: JsonObject, resolver: KeyResolver, purpose: str
) -> ProofFinding:
    name = data_integrity.suite_name(proof)[:80]
    method = None
    try:
        suite = _suite(secured, proof)
        if proof.get("proofPurpose") != purpose:
            raise ProofError(Reason.PROOF_PURPOSE_WRONG, name)  # noqa: TRY301 - one place turns errors into findings
        method = _method_for(suite, proof, resolver, purpose)
        suite.verify(secured, proof, method.key)
    except UndecidableProofError as error:
        # whose key it is can be known even when the signature could not be tried
        return ProofFinding(_failed(error, name).check, method, proof)
    except ProofError as error:
        return _failed(error, name)
    return ProofFinding(Check(CheckName.PROOF, Outcome.PASSED, detail=name), method, proof)


def _method_for(
    suite: data_integrity.Suite, proof: JsonObject, resolver: KeyResolver, purpose: str
) -> ResolvedMethod:
    """The proof's key, of a type its suite signs with."""
    try:
        method = resolver.resolve_method(proof.get("verificationMethod"), purpose)
    except UndecidableProofError as error:
        if error.reason is Reason.UNSUPPORTED_SUITE:
            raise ProofError(Reason.KEY_MALFORMED, "key type does not fit the suite") from error
        raise
    if method.key.type not in suite.key_types:
        raise ProofError(Reason.KEY_MALFORMED, "key type does not fit the suite")
    return method


def _suite(secured: SecuredDocument, proof: JsonObject) -> data_integrity.Suite:
    """The proof's suite; a proof type that its own contexts do not define is an undefined term, not a new suite."""
    try:
        return data_integrity.find_suite(proof)
    except UndecidableProofError as unsupported:
        if proof.get("type") != "DataIntegrityProof":
            options = {"@context": secured.document.get("@context", []), "type": proof.get("type")}
            try:
                jsonld.to_quads(options)
            except UndecidableProofError:
                raise unsupported from None
        raise


def _failed(error: ProofError, name: str) -> ProofFinding:
    outcome = Outcome.UNKNOWN if isinstance(error, UndecidableProofError) else Outcome.FAILED
    return _finding(outcome, error.reason, error.detail or name)
