"""By whose key a credential was shared, held against the key its issuer gave it to.

What the sharer issued, too, is told apart first: nobody else vouches for it, however good its signature is.
Most badges name an e-mail address, a hash of one, or nobody at all: then there is nothing to compare, which speaks
neither for nor against whoever shares it. Nothing is looked up for this: only identifiers that are keys (did:key,
did:jwk), the key an issuer confirmed (`cnf`), and equal identifiers are compared.

Lives here: this comparison, and what it does to the verdict. Does not live here: whether the sharer's signature holds
(`checks.proof`), identities the receiver knows (`checks.recipient`).
Source: VCDM 2.0, section 4.13 (holder and subject); RFC 7800, section 3.1 (`cnf` is the presenter's key).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from wallet.credentials.model import Subject, UnverifiedCredential
from wallet.errors import ProofError, Reason, UndecidableProofError
from wallet.proofs import keys
from wallet.proofs.keys import PublicKey
from wallet.verification.key_resolution import ResolvedMethod
from wallet.verification.report import Check, CheckName, Outcome, SharedBy, Verdict, VerificationReport

_DID_KEY, _DID_JWK = "did:key:", "did:jwk:"
_LOOK_AT = {SharedBy.OTHER_KEY: Reason.SHARED_BY_OTHER_KEY, SharedBy.ISSUER_KEY: Reason.SHARED_BY_ISSUER}


@dataclass(frozen=True, slots=True)
class Sharer:
    """Who signed the presentation around a credential.

    Attributes:
        key: the key whose signature holds.
        id: whose key it is; "" when that was not confirmed.
    """

    key: PublicKey
    id: str = ""


def sharer_of(method: ResolvedMethod | None, checks: Sequence[Check]) -> Sharer | None:
    """Who signed a presentation; None unless its signature holds.

    Args:
        method: the key of the proof that counts.
        checks: those of the presentation itself.
    """
    outcomes = {check.name: check.outcome for check in checks}
    if method is None or outcomes[CheckName.PROOF] is not Outcome.PASSED:
        return None
    is_confirmed = outcomes[CheckName.ISSUER_BINDING] is Outcome.PASSED
    return Sharer(method.key, method.controller if is_confirmed else "")


def with_sharer(
    report: VerificationReport, document: UnverifiedCredential, sharer: Sharer | None
) -> VerificationReport:
    """The report with by whose key the credential was shared; as it is when nobody shared it.

    What another key shared, or the key that issued it, is never better than "check": a person should look.
    """
    found = find_sharer(report, document, sharer)
    if found is None:
        return report
    if found in _LOOK_AT and report.verdict is Verdict.VERIFIED:
        report = replace(report, verdict=Verdict.CHECK, reason=_LOOK_AT[found])
    return replace(report, shared_by=found)


def find_sharer(
    report: VerificationReport, document: UnverifiedCredential, sharer: Sharer | None
) -> SharedBy | None:
    """What the comparison says; None when nobody shared it, or its own signature is bad: then nothing it names counts.

    An SD-JWT that stands alone is shared by whoever signed its key binding token, which the check of its signature
    already holds against the key the issuer confirmed.
    """
    proof = report.check(CheckName.PROOF).outcome
    if sharer is not None:
        return None if proof is Outcome.FAILED else compare(document, sharer)
    is_bound = document.sd_jwt is not None and document.sd_jwt.key_binding is not None
    return SharedBy.NAMED_KEY if is_bound and proof is Outcome.PASSED else None


def compare(document: UnverifiedCredential, sharer: Sharer) -> SharedBy:
    """Whether the sharer's key is the one that issued the credential, else whether it is the one it names."""
    if _compare_did(document.credential.issuer.id, sharer) is SharedBy.NAMED_KEY:
        return (
            SharedBy.ISSUER_KEY
        )  # a learner's own words: that they were also given to the learner says nothing
    if document.jws is not None and "cnf" in document.jws.payload:
        # the key an issuer confirmed is the presenter's, whatever else the subject is called
        return _compare_confirmed(document, sharer)
    return _worst_of([_compare_subject(subject, sharer) for subject in document.credential.subjects])


def _compare_confirmed(document: UnverifiedCredential, sharer: Sharer) -> SharedBy:
    from wallet.proofs import sd_jwt  # noqa: PLC0415 - tokens only

    assert document.jws is not None, "asked by the caller"
    try:
        confirmed = sd_jwt.confirmation_key(document.jws.payload)
    except (ProofError, UndecidableProofError):
        return SharedBy.NOT_COMPARED
    if isinstance(confirmed, PublicKey):
        return SharedBy.NAMED_KEY if confirmed == sharer.key else SharedBy.OTHER_KEY
    return _compare_did(confirmed, sharer)


def _worst_of(found: list[SharedBy]) -> SharedBy:
    """For one or several subjects: that of them who shares it counts; else only what holds for all of them is said."""
    if SharedBy.NAMED_KEY in found:
        return SharedBy.NAMED_KEY
    said = set(found) or {SharedBy.NO_KEY}
    return said.pop() if len(said) == 1 else SharedBy.NOT_COMPARED


def _compare_subject(subject: Subject, sharer: Sharer) -> SharedBy:
    found = {_compare_did(name, sharer) for name in _dids(subject)}
    for answer in (SharedBy.NAMED_KEY, SharedBy.NOT_COMPARED, SharedBy.OTHER_KEY):
        if answer in found:
            return answer
    return SharedBy.NO_KEY


def _dids(subject: Subject) -> Iterator[str]:
    plain = (one.identity_hash for one in subject.identifiers if not one.hashed)
    yield from (name for name in (subject.id or "", *plain) if name.startswith("did:"))


def _compare_did(name: str, sharer: Sharer) -> SharedBy:
    did = name.partition("#")[0]
    if did == sharer.id:
        return SharedBy.NAMED_KEY
    try:
        if did.startswith(_DID_KEY):
            key = keys.key_from_multikey(did.removeprefix(_DID_KEY))
        elif did.startswith(_DID_JWK):
            key = keys.key_from_did_jwk(did)
        else:
            return SharedBy.NOT_COMPARED
    except (ProofError, UndecidableProofError):
        return SharedBy.NOT_COMPARED
    return SharedBy.NAMED_KEY if key == sharer.key else SharedBy.OTHER_KEY
