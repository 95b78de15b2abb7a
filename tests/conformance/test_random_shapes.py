"""Documents of random shape: the fast walk writes what general expansion writes, and signatures over them hold."""

import hashlib
import json

import pytest

from tests.assurance import rounds
from tests.random_credentials import Shapes
from wallet.errors import ProofError
from wallet.proofs import jsonld, jsonld_walk, rdfc10
from wallet.proofs.jsonld_context import NotPlanned

SEED = 20261123

pytestmark = pytest.mark.long


def test_the_walk_and_general_expansion_write_the_same_bytes() -> None:
    shapes = Shapes(SEED)
    count, declined, statements, differing = rounds(400, 10_000), 0, 0, []
    for number in range(count):
        document = shapes.credential()
        general = _canonical_or_refused(document)
        try:
            walked: str | None = rdfc10.canonicalize(jsonld_walk.walk(document))
        except NotPlanned:
            declined += 1
            continue
        except ProofError:
            walked = None
        if walked != general:
            differing.append(number)
        statements += (walked or "").count("\n")
    print(
        f"random documents: {count}, left to general expansion: {declined}, statements compared: {statements}"
    )
    assert differing == []
    assert declined < count / 3
    assert statements > count * 10


def _canonical_or_refused(document: dict[str, object]) -> str | None:
    try:
        return rdfc10.canonicalize(jsonld.to_quads_by_expansion(document))
    except ProofError:
        return None


def test_the_same_seed_makes_the_same_documents() -> None:
    made = [json.dumps([Shapes(SEED + n).credential() for n in range(20)], sort_keys=True) for _ in range(2)]
    assert made[0] == made[1]
    assert hashlib.sha256(made[0].encode()).digest() != hashlib.sha256(b"").digest()
