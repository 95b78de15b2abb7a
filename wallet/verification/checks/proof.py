"""Check `proof`: does a signature hold. It also finds the key, which the check `issuer_binding` then judges.

Lives here: trying each proof of a proof set, or the token's signature, and choosing which one speaks for the document.
A signature that holds is not enough when a holder had to show the document to somebody (`key_binding`).
Does not live here: the suites (`wallet.proofs`), whose key it is (`issuer_binding`), the proof's dates (`dates`).
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from wallet.credentials.model import CompactJws, JsonObject, UnverifiedDocument, UnverifiedPresentation
from wallet.errors import ProofError, Reason, UndecidableProofError
from wallet.proofs import data_integrity, jsonld
from wallet.proofs.challenge import Challenge
from wallet.proofs.data_integrity import SecuredDocument
from wallet.proofs.work import SIGNATURE_UNITS, Work
from wallet.verification.checks.key_binding import verify_shown
from wallet.verification.key_resolution import Evidence, KeyResolver, ResolvedMethod
from wallet.verification.report import Check, CheckName, Outcome

# Each proof may cost a canonicalization; nobody has more than a handful.
MAX_PROOFS = 16

ASSERTION = "assertionMethod"
AUTHENTICATION = "authentication"
_NOBODY_ASKED = Challenge()


@dataclass(frozen=True, slots=True)
class ProofFinding:
    """What was found about one proof: the check, the key and options when it held, whether its suite is one of ours."""

    check: Check
    method: ResolvedMethod | None = None
    proof: JsonObject | None = None
    is_known: bool = False


def purpose_of(document: UnverifiedDocument) -> str:
    """The proof purpose a document of this kind needs."""
    return AUTHENTICATION if isinstance(document, UnverifiedPresentation) else ASSERTION


def check_proof(
    document: UnverifiedDocument, issuer: str, resolver: KeyResolver, challenge: Challenge = _NOBODY_ASKED
) -> ProofFinding:
    """Tries what secures the document; returns the finding that speaks for it.

    A token's signature covers everything in it, so embedded proofs inside a token are not needed. Of several embedded
    proofs one good proof of a known suite is enough, unless another known one is broken: something was changed. One
    that is for another purpose, or whose key is gone, takes nothing away; it is named beside the good one.

    Args:
        issuer: the id of the issuer (or holder), used to find the key of a token without a full key id, and to prefer
            the issuer's own proof among several good ones.
        challenge: what the receiver asked the holder to repeat.

    Source: VC Data Integrity 1.0, sections 4.4 and 4.7; VC-JOSE-COSE, section 5; RFC 9901, section 7.3.
    """
    finding = _check_signatures(document, issuer, resolver)
    if finding.check.outcome is not Outcome.PASSED:
        return finding
    try:
        verify_shown(document, finding.proof, resolver, challenge)
    except ProofError as error:
        return replace(finding, check=_failed(error, finding.check.detail).check)
    return finding


def _check_signatures(document: UnverifiedDocument, issuer: str, resolver: KeyResolver) -> ProofFinding:
    if document.jws is not None:
        return _check_jws(document, document.jws, issuer, resolver)
    if not document.proofs:
        return _no_proof(document, resolver.documents.work)
    if len(document.proofs) > MAX_PROOFS:
        return _finding(Outcome.FAILED, Reason.TOO_COMPLEX, "number of proofs")
    secured = SecuredDocument(document.document, resolver.documents.work)
    findings = [_check_embedded(secured, proof, resolver, purpose_of(document)) for proof in secured.proofs]
    chosen = min(findings, key=lambda finding: _precedence(finding, issuer))
    others = [finding.check.reason for finding in findings if finding.check.reason in _NOT_FOR_THIS]
    if chosen.check.outcome is Outcome.PASSED and others:
        return replace(chosen, check=replace(chosen.check, reason=others[0]))
    return chosen


# A proof that failed for one of these says nothing against another one that holds.
_NOT_FOR_THIS = frozenset({Reason.PROOF_PURPOSE_WRONG, Reason.KEY_NOT_FOUND, Reason.KEY_REVOKED})


def _precedence(finding: ProofFinding, issuer: str) -> int:
    """A broken proof speaks first, then a good one, then whatever else failed, then what could not be tried."""
    check = finding.check
    if check.outcome is Outcome.PASSED:
        return 1 if finding.method is not None and finding.method.controller == issuer else 2
    if check.outcome is Outcome.FAILED:
        # A proof of an unknown type may have terms of its own; in one of a known suite such a term was put there.
        is_foreign = check.reason is Reason.UNDEFINED_TERM and not finding.is_known
        return 3 if is_foreign or check.reason in _NOT_FOR_THIS else 0
    return 4


def _finding(outcome: Outcome, reason: Reason | None, detail: str) -> ProofFinding:
    return ProofFinding(Check(CheckName.PROOF, outcome, reason, detail))


def _no_proof(document: UnverifiedDocument, work: Work) -> ProofFinding:
    """Nobody signed it. A term no context defines is named first: it may be a proof under another name."""
    try:
        jsonld.to_quads(document.document, work)
    except UndecidableProofError:
        pass
    except ProofError as error:
        if error.reason is Reason.UNDEFINED_TERM:
            return _finding(Outcome.FAILED, error.reason, error.detail)
    return _finding(Outcome.FAILED, Reason.PROOF_MISSING, "")


def _check_jws(
    document: UnverifiedDocument, jws: CompactJws, issuer: str, resolver: KeyResolver
) -> ProofFinding:
    from wallet.proofs import jose, sd_jwt  # noqa: PLC0415 - tokens only

    name = jose.algorithm_name(jws.header)
    try:
        if document.sd_jwt is None:
            jose.check_header(jws.header)
        else:
            sd_jwt.check_header(jws)
        resolver.documents.work.spend(SIGNATURE_UNITS)
        method = resolver.resolve_jws(jws.header, issuer, purpose_of(document))
        with _undecided_by_what_was_sent(method):
            jose.verify(jws, method.key)
    except ProofError as error:
        return _failed(error, name)
    return ProofFinding(Check(CheckName.PROOF, Outcome.PASSED, detail=name), method)


def _check_embedded(
    secured: SecuredDocument, proof: JsonObject, resolver: KeyResolver, purpose: str
) -> ProofFinding:
    name = data_integrity.suite_name(proof)[:80]
    method = None
    is_known = False
    try:
        secured.work.spend(SIGNATURE_UNITS)
        suite = _suite(secured, proof)
        is_known = True
        if proof.get("proofPurpose") != purpose:
            raise ProofError(Reason.PROOF_PURPOSE_WRONG, name)  # noqa: TRY301 - one place turns errors into findings
        _require_plain_binding(proof)
        method = _method_for(suite, proof, resolver, purpose)
        with _undecided_by_what_was_sent(method):
            suite.verify(secured, proof, method.key)
    except UndecidableProofError as error:
        # whose key it is can be known even when the signature could not be tried
        return ProofFinding(_failed(error, name).check, method, proof)
    except ProofError as error:
        return replace(_failed(error, name), is_known=is_known)
    return ProofFinding(Check(CheckName.PROOF, Outcome.PASSED, detail=name), method, proof, is_known)


@contextmanager
def _undecided_by_what_was_sent(method: ResolvedMethod) -> Iterator[None]:
    """A signature that does not fit a key from a document sent along may still fit the issuer's own."""
    try:
        yield
    except UndecidableProofError:
        raise
    except ProofError as error:
        if method.evidence is not Evidence.SENT or error.reason is not Reason.SIGNATURE_INVALID:
            raise
        raise UndecidableProofError(Reason.NEEDS_NETWORK, method.controller[:200]) from error


def _require_plain_binding(proof: JsonObject) -> None:
    """Who a proof is made for must be readable as it stands: a value object would be signed and not shown.

    Source: VC Data Integrity 1.0, section 2.1 (`domain` is a string or a set of strings, `challenge` a string).
    """
    domain = proof.get("domain", [])
    entries = domain if isinstance(domain, list) else [domain]
    if not all(isinstance(entry, str) for entry in (*entries, proof.get("challenge", ""))):
        raise ProofError(Reason.PROOF_MALFORMED, "domain or challenge")


def _method_for(
    suite: data_integrity.Suite, proof: JsonObject, resolver: KeyResolver, purpose: str
) -> ResolvedMethod:
    """The proof's key, of a type its suite signs with."""
    try:
        method = resolver.resolve_for_signature(proof.get("verificationMethod"), purpose)
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
                jsonld.to_quads(options, secured.work)
            except UndecidableProofError:
                raise unsupported from None
        raise


def _failed(error: ProofError, name: str) -> ProofFinding:
    outcome = Outcome.UNKNOWN if isinstance(error, UndecidableProofError) else Outcome.FAILED
    return _finding(outcome, error.reason, error.detail or name)
