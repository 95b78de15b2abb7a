"""Derived proofs made here hold for digitalbazaar's library, those it derives hold here, and changed ones for neither.

It runs where the page for receivers was built, whose packages are the ones asked (Node and npm).
"""

import json
import random
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

import build_verify_page
from tests import issuing, selections
from tests.assurance import rounds
from tests.identities import Json
from tests.shared_data import PROJECT
from wallet import resources
from wallet.credentials.detect import parse_document
from wallet.credentials.json_pointer import resolve_pointer
from wallet.credentials.model import UnverifiedCredential
from wallet.sharing import disclosure
from wallet.verification.report import CheckName, Outcome

PACKAGES = PROJECT / "build" / "verify-page"
SCRIPT = Path(__file__).with_name("sd_peer.mjs")
MULTIKEY = {
    "@context": {
        "id": "@id",
        "type": "@type",
        "@protected": True,
        "Multikey": {
            "@id": "https://w3id.org/security#Multikey",
            "@context": {
                "@protected": True,
                "id": "@id",
                "type": "@type",
                "controller": {"@id": "https://w3id.org/security#controller", "@type": "@id"},
                "publicKeyMultibase": {
                    "@id": "https://w3id.org/security#publicKeyMultibase",
                    "@type": "https://w3id.org/security#multibase",
                },
            },
        },
    }
}


def ask(items: Sequence[Mapping[str, Any]]) -> list[Json]:
    """The answers of the other library."""
    if not (PACKAGES / "node_modules" / "@digitalbazaar" / "ecdsa-sd-2023-cryptosuite").is_dir():
        pytest.skip("only where the page for receivers could be built (Node and npm)")
    node, _ = build_verify_page.find_node()
    urls = {url for item in items for url in item["document"]["@context"]}
    contexts: Json = {url: resources.load_context(url) for url in urls}
    contexts["https://www.w3.org/ns/did/v1"] = {"@context": {"id": "@id", "type": "@type"}}
    contexts["https://w3id.org/security/multikey/v1"] = MULTIKEY
    script = PACKAGES / SCRIPT.name
    script.write_bytes(SCRIPT.read_bytes())
    try:
        done = subprocess.run(
            [*node, script.name],
            cwd=PACKAGES,
            input=json.dumps({"contexts": contexts, "items": list(items)}),
            capture_output=True,
            text=True,
            check=False,
            timeout=1800,
        )
    finally:
        script.unlink()
    assert done.returncode == 0, done.stderr[-2000:]
    answers: list[Json] = json.loads(done.stdout)
    return answers


def _suite(number: int) -> str:
    """Every tenth badge bbs-2023, which takes a hundred times longer."""
    is_bbs = number % 10 == 3 and "bbs-2023" in selections.available_suites()
    return "bbs-2023" if is_bbs else "ecdsa-sd-2023"


def _base(number: int, *, with_ordered_lists: bool = True) -> UnverifiedCredential:
    badge = selections.marked_badge(number)
    if not with_ordered_lists:
        # that library cannot derive from a document with an ordered list: it gives the list an id
        for described in badge["credentialSubject"]["achievement"]["resultDescription"]:
            del described["allowedValue"]
    read = parse_document(selections.issue(badge, _suite(number)))
    assert isinstance(read, UnverifiedCredential)
    return read


def _some(number: int, base: UnverifiedCredential) -> list[str]:
    chance = random.Random(number)
    choices = disclosure.find_choices(base)
    return [part.pointer for part in choices.selectable if chance.random() < 0.4]


def _is_usable_there(document: Any, pointer: str) -> bool:
    """That library compacts a list of one entry to the entry, so a pointer into it leads nowhere."""
    steps = pointer.split("/")[1:]
    owners = ["".join(f"/{step}" for step in steps[:place]) for place in range(len(steps))]
    values = [resolve_pointer(document, owner) for owner in owners]
    return not any(isinstance(value, list) and len(value) == 1 for value in values)


@pytest.mark.long
def test_what_is_derived_here_holds_there_and_the_other_way_round() -> None:
    """The figure: derived proofs made here and rejected by the other library, or the other way round."""
    count = rounds(12, 500)
    bases = [_base(number) for number in range(count)]
    some = [_some(number, base) for number, base in enumerate(bases)]
    ours = [
        json.loads(disclosure.derive_credentials(base, pointers, random.randbytes)[0].original)
        for base, pointers in zip(bases, some, strict=True)
    ]
    changed = [issuing.changed(document, "validFrom", "2026-02-01T09:00:01Z") for document in ours]
    plain = [_base(number, with_ordered_lists=False) for number in range(count)]
    wanted = [
        [
            "/credentialSubject/achievement",
            "/credentialSubject/id",
            *(pointer for pointer in pointers if _is_usable_there(base.document, pointer)),
        ]
        for base, pointers in zip(plain, some, strict=True)
    ]
    answers = ask(
        [
            *({"do": "verify", "document": document} for document in (*ours, *changed)),
            *(
                {"do": "derive", "document": base.document, "pointers": pointers}
                for base, pointers in zip(plain, wanted, strict=True)
            ),
        ]
    )
    verified, refused, theirs = answers[:count], answers[count : 2 * count], answers[2 * count :]
    rejected_there = [answer for answer in verified if answer.get("verified") is not True]
    taken_there = [answer for answer in refused if answer.get("verified") is not False]
    rejected_here = [
        answer.get("error", "does not hold here")
        for answer in theirs
        if "document" not in answer or not _holds(answer["document"])
    ]
    kinds = {
        suite: sum(_suite(number) == suite for number in range(count))
        for suite in ("ecdsa-sd-2023", "bbs-2023")
    }
    print(
        f"{count} random credentials and selections ({kinds}): made here and rejected there {len(rejected_there)}, "
        f"made there and rejected here {len(rejected_here)}, changed and taken there {len(taken_there)}"
    )
    assert (rejected_there, rejected_here, taken_there) == ([], [], [])
    assert not any(map(_holds, changed))


def _holds(document: Json) -> bool:
    return issuing.verify(document).check(CheckName.PROOF).outcome is Outcome.PASSED
