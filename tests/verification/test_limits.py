"""Nothing anybody can send takes more than ten seconds or 512 MB, and what is honest and large still goes through."""

import json
import os
import subprocess
import sys
import time
from functools import cache
from typing import Any

import pytest

from tests import identities, issuing
from tests.shared_data import PROJECT
from tests.verification.hostile_documents import DOCUMENTS
from wallet.errors import ProofError, Reason
from wallet.proofs import rdfc10
from wallet.proofs.work import Work
from wallet.verification import verifier
from wallet.verification.report import CheckName, Outcome, Verdict
from wallet.verification.run_memory import RunMemory

MOST_SECONDS = 10.0
MOST_KILOBYTES = 512 * 1024
ISSUER = identities.did_key("issuer")
HOLDER = identities.did_key("holder")


@cache
def measured() -> dict[str, dict[str, Any]]:
    """What each hostile document took in a program of its own."""
    found = subprocess.run(
        [sys.executable, "-m", "tests.verification.hostile_documents"],
        cwd=PROJECT,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(PROJECT), str(PROJECT / "packaging")])},
        capture_output=True,
        text=True,
        timeout=300,
        check=True,
    )
    lines = [json.loads(line) for line in found.stdout.splitlines()]
    return {line["name"]: line for line in lines}


@pytest.mark.skipif(sys.platform == "win32", reason="only on systems that report a program's peak memory")
@pytest.mark.parametrize("name", [make.__name__ for make in DOCUMENTS])
def test_hostile_documents_end_in_time_and_memory(name: str) -> None:
    line = measured()[name]
    assert line["seconds"] < MOST_SECONDS
    assert line["peak_kilobytes"] < MOST_KILOBYTES
    assert line["verdict"] in (Verdict.INVALID, Verdict.UNREADABLE)
    assert line["reason"] in (
        Reason.TOO_COMPLEX,
        Reason.SIGNATURE_INVALID,
        Reason.UNDEFINED_TERM,
        Reason.STRUCTURE_INVALID,
    )


# -- what is honest and large


def test_a_presentation_of_hundreds() -> None:
    entries = [issuing.good(id=f"urn:uuid:{n}") for n in range(300)]
    started = time.process_time()
    report = issuing.verify(issuing.presentation(HOLDER, *entries))
    assert report.verdict is Verdict.CHECK
    assert report.check(CheckName.INNER_CREDENTIALS).detail == "300 of 300"
    assert time.process_time() - started < MOST_SECONDS


def test_a_thousand_tokens_in_one_presentation() -> None:
    entries = [
        issuing.enveloped(
            issuing.token(issuing.claims_v2(issuing.credential(ISSUER, id=f"urn:uuid:{n}")), ISSUER, "EdDSA")
        )
        for n in range(1_000)
    ]
    report = issuing.verify(issuing.presentation(HOLDER, *entries))
    assert report.check(CheckName.INNER_CREDENTIALS).detail == "1000 of 1000"
    assert report.verdict is Verdict.CHECK


def test_a_large_picture_in_the_badge() -> None:
    picture = {"id": "data:image/png;base64," + "A" * 3_000_000, "type": "Image", "caption": "Lamp"}
    assert issuing.verify(issuing.good(image=picture)).verdict is Verdict.CHECK


def test_hundreds_of_equal_alignments() -> None:
    """Twins hang on one named achievement, so nothing needs to be tried out."""
    twin = {"type": ["Alignment"], "targetName": "x", "targetUrl": "https://x.example"}
    document = issuing.credential(ISSUER)
    document["credentialSubject"]["achievement"]["alignment"] = [twin] * 500
    assert issuing.verify(issuing.secure(document, ISSUER)).verdict is Verdict.CHECK


def test_a_hundred_endorsements() -> None:
    endorser = identities.did_key("endorser")
    made = {
        "@context": issuing.credential(ISSUER)["@context"],
        "type": ["VerifiableCredential", "EndorsementCredential"],
        "name": "Endorsement",
        "issuer": {"id": endorser.id, "type": ["Profile"], "name": "Chamber"},
        "validFrom": "2026-03-01T00:00:00Z",
        "credentialSubject": {"id": ISSUER.id, "type": ["EndorsementSubject"], "endorsementComment": "Good."},
    }
    entries = [
        issuing.token(issuing.claims_v2({**made, "id": f"urn:uuid:{n}"}), endorser, "EdDSA")
        for n in range(100)
    ]
    report = issuing.verify(issuing.good(ISSUER, endorsementJwt=entries))
    assert report.check(CheckName.ENDORSEMENTS).detail == "100 of 100"
    assert report.check(CheckName.ENDORSEMENTS).outcome is Outcome.PASSED


# -- the allowance


def test_work_that_is_used_up_leaves_the_rest_open(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was not looked at is not called forged, and what was found before stays found."""
    entries = [issuing.good(id=f"urn:uuid:{n}") for n in range(20)]
    shown = issuing.presentation(HOLDER, *entries)
    whole = issuing.verify(shown)
    assert whole.verdict is Verdict.CHECK
    monkeypatch.setattr(verifier, "RunMemory", lambda source, **more: RunMemory(source, Work(6_000), **more))
    part = issuing.verify(shown)
    assert (part.verdict, part.reason) == (Verdict.UNCHECKED, Reason.INNER_NOT_VERIFIED)
    verdicts = [report.verdict for report in part.inner]
    assert verdicts == sorted(verdicts, key=list(Verdict).index)
    assert set(verdicts) == {Verdict.CHECK, Verdict.UNCHECKED}
    assert part.inner[-1].reason is Reason.TOO_COMPLEX
    forged = issuing.changed(shown, "verifiableCredential/0/name", "Surgery")
    assert issuing.verify(forged).verdict is Verdict.INVALID


def test_a_canonical_text_without_end_is_refused() -> None:
    long_id = f"<urn:x:{'x' * 1_000_000}>"
    quads = [(long_id, "<urn:x:p>", f"<urn:x:{n}>", "") for n in range(60)]
    with pytest.raises(ProofError) as refused:
        rdfc10.canonicalize(quads)
    assert refused.value.reason is Reason.TOO_COMPLEX
    assert rdfc10.canonicalize(quads[:40]).count("\n") == 40
