"""Files made to cost time or memory, each below what the parsers refuse outright; run as a program it measures them.

    python -m tests.verification.hostile_documents

prints one line of JSON for each: its name, seconds, verdict, reason, and the peak memory of the program so far.
"""

import copy
import gzip
import json
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests import identities, issuing
from tests.identities import Json
from tests.issuing import CLR2, DATA_INTEGRITY, OB3, STATUS_V1, Documents
from wallet.codecs import base64url
from wallet.credentials.vcdm import CONTEXT_V2

ISSUER = identities.did_key("issuer")
HOLDER = identities.did_key("holder")
LIST = "https://guild.example/status/1"
GOOD = issuing.good()
COMPATIBLE = [CONTEXT_V2, OB3, CLR2, DATA_INTEGRITY, STATUS_V1, identities.DID_CONTEXT]


def with_achievement(**members: Any) -> Json:
    made = copy.deepcopy(GOOD)
    made["credentialSubject"]["achievement"] |= members
    return made


def presentation_of(*entries: Any) -> Json:
    """Signed-looking: the proof is another document's."""
    return {
        "@context": [CONTEXT_V2],
        "type": ["VerifiablePresentation"],
        "verifiableCredential": list(entries),
        "proof": GOOD["proof"] | {"proofPurpose": "authentication"},
    }


def many_members() -> Json:
    return {**GOOD, **{f"m{n}": n for n in range(300_000)}}


def many_members_deeper() -> Json:
    return with_achievement(**{f"m{n}": n for n in range(300_000)})


def many_blank_nodes() -> Json:
    return with_achievement(alignment=[{"type": ["Alignment"], "targetName": str(n)} for n in range(60_000)])


def blank_nodes_up_to_the_limit() -> Json:
    return with_achievement(alignment=[{"type": ["Alignment"], "targetName": str(n)} for n in range(9_000)])


def blank_nodes_with_names() -> Json:
    """Names of blank nodes are left to general expansion, which takes longer."""
    nodes = [{"id": f"_:a{n}", "type": ["Alignment"], "targetName": str(n)} for n in range(8_000)]
    return with_achievement(alignment=nodes)


def thousand_proofs() -> Json:
    return {**GOOD, "proof": [GOOD["proof"]] * 1_000}


def sixteen_proofs_that_each_sign_something_else() -> Json:
    proofs = [
        GOOD["proof"] | {"id": f"urn:x:{n}"} | ({"previousProof": f"urn:x:{n - 1}"} if n else {})
        for n in range(16)
    ]
    return {**blank_nodes_with_names(), "proof": proofs}


def ten_thousand_endorsements() -> Json:
    made: Json = {
        "@context": [CONTEXT_V2, OB3],
        "type": ["VerifiableCredential", "EndorsementCredential"],
        "issuer": ISSUER.id,
        "validFrom": "2026-03-01T00:00:00Z",
        "credentialSubject": {"id": GOOD["id"], "type": ["EndorsementSubject"], "endorsementComment": "x"},
    }
    signed = issuing.secure(made, ISSUER)
    return {**GOOD, "endorsement": [signed] * 10_000}


def ten_thousand_endorsement_tokens() -> Json:
    claims = {
        "iss": ISSUER.id,
        "vc": {"type": ["VerifiableCredential"], "credentialSubject": {"id": "urn:x:1"}},
    }
    return {**GOOD, "endorsementJwt": [issuing.token(claims, ISSUER, "EdDSA")] * 10_000}


def ten_thousand_credentials() -> Json:
    return presentation_of(*({"n": n} for n in range(10_000)))


def thousand_credentials() -> Json:
    return presentation_of(*({**GOOD, "id": f"urn:x:{n}"} for n in range(1_000)))


def thousand_poison_credentials() -> Json:
    clique = [
        {"id": f"_:n{a}", "type": ["Profile"], "parentOrg": [{"id": f"_:n{b}"} for b in range(12) if b != a]}
        for a in range(12)
    ]
    return presentation_of(*[with_achievement(creator=clique)] * 900)


def thousand_credentials_with_the_largest_list() -> Json:
    entries = [issuing.status_entry(LIST, index=str(n)) for n in range(32)]
    return presentation_of(*[issuing.good(credentialStatus=entries)] * 900)


def contexts_in_every_node() -> Json:
    draw = random.Random(1)
    nodes = [{"@context": draw.choices(COMPATIBLE, k=16), "type": ["Alignment"]} for _ in range(8_000)]
    return with_achievement(alignment=nodes)


def contexts_in_every_credential() -> Json:
    draw = random.Random(2)

    def one() -> Json:
        nodes = [{"@context": draw.choices(COMPATIBLE, k=8), "type": ["Alignment"]} for _ in range(12)]
        return with_achievement(alignment=nodes)

    return presentation_of(*(one() for _ in range(900)))


def contexts_without_end() -> Json:
    return {**GOOD, "@context": GOOD["@context"] * 90_000}


def types_without_end() -> Json:
    return {**GOOD, "type": [*GOOD["type"], *(f"t{n}" for n in range(50_000))]}


def one_long_text() -> Json:
    return {**GOOD, "name": "x" * 9_900_000}


def one_long_id() -> Json:
    return {**GOOD, "id": "urn:x:" + "x" * 9_900_000}


def one_long_id_in_thousands_of_lines() -> Json:
    return {**GOOD, "id": "urn:x:" + "x" * 9_000_000, "evidence": [f"urn:x:{n}" for n in range(5_000)]}


def one_picture() -> Json:
    """Large and honest: its signature is looked at."""
    return {
        **GOOD,
        "image": {"id": "data:image/png;base64," + "A" * 9_000_000, "type": "Image", "caption": "x"},
    }


def long_language_tags() -> Json:
    values = [{"@value": str(n), "@language": "en-" + "a1-" * 20 + "b"} for n in range(9_000)]
    return {**GOOD, "description": values}


def many_numbers() -> Json:
    return with_achievement(creditsAvailable=[n + 0.1 for n in range(50_000)])


DOCUMENTS: list[Callable[[], Json]] = [
    many_members,
    many_members_deeper,
    many_blank_nodes,
    blank_nodes_up_to_the_limit,
    blank_nodes_with_names,
    thousand_proofs,
    sixteen_proofs_that_each_sign_something_else,
    ten_thousand_endorsements,
    ten_thousand_endorsement_tokens,
    ten_thousand_credentials,
    thousand_credentials,
    thousand_poison_credentials,
    thousand_credentials_with_the_largest_list,
    contexts_in_every_node,
    contexts_in_every_credential,
    contexts_without_end,
    types_without_end,
    one_long_text,
    one_long_id,
    one_long_id_in_thousands_of_lines,
    one_picture,
    long_language_tags,
    many_numbers,
]


def source() -> Documents:
    """A list that unpacks to the largest size allowed."""
    packed = "u" + base64url.encode(gzip.compress(bytes(16 * 1024 * 1024), mtime=0))
    return Documents(
        {LIST: issuing.secure(issuing.status_list(ISSUER, LIST, {"encodedList": packed}), ISSUER)}
    )


def peak_kilobytes() -> int:
    """The most memory this program has held, in KiB.

    Linux's `ru_maxrss` starts at what the parent held when it started us, so a test runner that has grown would be
    counted as ours; `VmHWM` is of this program alone.
    """
    status = Path("/proc/self/status")
    if status.exists():
        return next(
            int(line.split()[1]) for line in status.read_text().splitlines() if line.startswith("VmHWM")
        )
    import resource  # noqa: PLC0415 - not on every system

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak // 1024 if sys.platform == "darwin" else peak


def main() -> None:
    """Verifies each document once and prints what it took."""
    lookups = source()
    for make in DOCUMENTS:
        data = json.dumps(make()).encode()
        started = time.process_time()  # what else the machine does meanwhile is not this document's doing
        report = issuing.verify(data, lookups)
        line = {
            "name": make.__name__,
            "bytes": len(data),
            "seconds": time.process_time() - started,
            "verdict": report.verdict,
            "reason": report.reason,
            "inner": len(report.inner),
            "peak_kilobytes": peak_kilobytes(),
        }
        sys.stdout.write(json.dumps(line) + "\n")


if __name__ == "__main__":
    main()
