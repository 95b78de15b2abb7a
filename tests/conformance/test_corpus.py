"""Every credential of the shared corpus gets the verdict it must get, with the supporting documents and a fixed clock.

The manifest's `expected` speaks of proof, dates and status; who the issuer is stands in `independent_check`. From both
follows what this program must say: see `allowed_verdicts`.
"""

from collections import Counter
from collections.abc import Set as AbstractSet

import pytest

from tests.corpus import EVALUATED_AT, CorpusDocuments, CorpusFile, corpus_files
from tests.extra_contexts import add_test_contexts
from wallet.credentials import detect
from wallet.errors import Reason, WalletError
from wallet.proofs import bbs_signatures
from wallet.verification.report import CheckName, Outcome, Verdict, VerificationReport
from wallet.verification.sources import FixedClock
from wallet.verification.verifier import Verifier, unreadable_report, unsupported_report

SUPPORTED = {
    "eddsa-rdfc-2022",
    "eddsa-2022",
    "eddsa-jcs-2022",
    "Ed25519Signature2020",
    "ecdsa-rdfc-2019",
    "ecdsa-jcs-2019",
    "ecdsa-sd-2023",
}
GOOD = {Verdict.VERIFIED, Verdict.CHECK}
BAD = {Verdict.INVALID, Verdict.UNREADABLE}
KINDS = ("ob3-", "vc-", "vcdm", "clr2-", "status-list")

FILES = [entry for entry in corpus_files() if entry.kind.startswith(KINDS)]

# Where the manifest's word is not the verdict, and why.
DIVERGING = {
    "legacy-expiredStatus-noExpiry.json": (
        Verdict.UNCHECKED,
        "an ended status list says nothing, so: not known",
    ),
    "legacy-missingTypeStatus-noExpiry.json": (Verdict.UNCHECKED, "a list of no known type says nothing"),
    "complete.json": (
        Verdict.UNCHECKED,
        "its own proof is good under a key that is only in a fragment; an endorsement names an unknown suite",
    ),
    "presentation-jose-multiple.txt": (
        Verdict.INVALID,
        "its exp lies in 2024; the manifest judges the signature only",
    ),
}


def _report(entry: CorpusFile) -> VerificationReport:
    verifier = Verifier(CorpusDocuments(), FixedClock(EVALUATED_AT))
    try:
        return verifier.verify(detect.parse_document(entry.path.read_bytes()))
    except WalletError as error:
        make = unsupported_report if error.reason is Reason.UNSUPPORTED_FORMAT else unreadable_report
        return make(error.reason, error.detail, EVALUATED_AT)


def allowed_verdicts(entry: CorpusFile) -> AbstractSet[Verdict]:
    """What a truthful verifier may say of this file."""
    if entry.name.rpartition("/")[2] in DIVERGING:
        return {DIVERGING[entry.name.rpartition("/")[2]][0]}
    if entry.kind.startswith("vcdm") or entry.kind.endswith("unsigned"):
        return BAD | {Verdict.UNCHECKED}  # unsigned or signed with dummies: never verified
    if entry.expected == "needs-network":
        return {Verdict.UNCHECKED} | ({Verdict.INVALID} if entry.kind == "clr2-json" else set())
    if entry.expected == "parse-only":
        return BAD | {Verdict.UNCHECKED}
    suites = {proof["suite"] for proof in entry.proofs}
    if suites == {"bbs-2023"}:
        return _verdicts_of_bbs_vectors(entry)
    if suites and not suites & SUPPORTED:
        return {Verdict.UNCHECKED}
    if _is_base_proof(entry):
        return {Verdict.INVALID}  # not to be verified as presented; and the vectors' issuer is somebody else
    if entry.kind == "status-list" and entry.expected == "valid":
        return GOOD | {Verdict.UNCHECKED}  # one has its key in a fragment
    if entry.expected == "invalid":
        return BAD if suites & SUPPORTED else BAD | {Verdict.UNCHECKED}
    return _verdicts_of_good_proofs(entry)


def _is_base_proof(entry: CorpusFile) -> bool:
    return entry.name.endswith("addSignedSDBase.json")


def _verdicts_of_bbs_vectors(entry: CorpusFile) -> AbstractSet[Verdict]:
    """Three kinds are not built, one brings its own context, and what remains is signed by somebody else."""
    is_built = "HolderBinding" not in entry.name and "Pseudonym" not in entry.name
    if _is_base_proof(entry) or (is_built and bbs_signatures.find_library() is not None):
        return {Verdict.INVALID}
    return {Verdict.UNCHECKED}


def _verdicts_of_good_proofs(entry: CorpusFile) -> AbstractSet[Verdict]:
    if not entry.proofs:
        return {Verdict.UNCHECKED}  # tokens whose key is in a bare header or in no document
    if any(proof["key_in_fragment"] for proof in entry.proofs):
        return {Verdict.UNCHECKED} if entry.kind != "clr2-json" else {Verdict.UNCHECKED, Verdict.INVALID}
    return GOOD if all(proof["issuer_is_controller"] for proof in entry.proofs) else {Verdict.INVALID}


@pytest.mark.parametrize("entry", FILES, ids=lambda entry: entry.name)
def test_verdict(entry: CorpusFile, monkeypatch: pytest.MonkeyPatch) -> None:
    add_test_contexts(monkeypatch)
    report = _report(entry)
    assert report.verdict in allowed_verdicts(entry), (report.reason, entry.reason)
    assert report.reason is not None or report.verdict in GOOD


def _signed_by_another(entry: CorpusFile) -> bool:
    return (
        entry.expected == "valid"
        and entry.kind.startswith(("ob3-", "vc-"))
        and bool(entry.proofs)
        and not _is_base_proof(entry)
        and {proof["suite"] for proof in entry.proofs} <= SUPPORTED
        and not any(proof["issuer_is_controller"] for proof in entry.proofs)
    )


@pytest.mark.parametrize("entry", [e for e in FILES if _signed_by_another(e)], ids=lambda entry: entry.name)
def test_a_good_signature_under_anothers_key_is_told_apart(
    entry: CorpusFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_test_contexts(monkeypatch)
    report = _report(entry)
    assert report.check(CheckName.PROOF).outcome is Outcome.PASSED
    assert report.check(CheckName.ISSUER_BINDING).outcome is Outcome.FAILED
    assert report.reason is Reason.VM_NOT_ISSUER


def test_summary_of_what_is_not_supported_yet(monkeypatch: pytest.MonkeyPatch) -> None:
    """Prints the list people ask for, and holds the two numbers that matter."""
    add_test_contexts(monkeypatch)
    unsupported: Counter[str] = Counter()
    false_accepts, false_rejects = [], []
    for entry in FILES:
        report = _report(entry)
        if report.reason in (Reason.UNSUPPORTED_SUITE, Reason.UNSUPPORTED_FORMAT):
            detail = next((c.detail for c in report.checks if c.reason is report.reason), "")
            unsupported[", ".join(report.securing) or detail] += 1
        if report.verdict in GOOD and entry.expected != "valid":
            false_accepts.append(entry.name)
        if report.verdict in BAD and allowed_verdicts(entry) == GOOD:
            false_rejects.append(entry.name)
    print(f"corpus: {len(FILES)} files; not supported yet: {dict(unsupported)}")
    assert false_accepts == []
    assert false_rejects == []
    assert unsupported["bbs-2023"] > 0
