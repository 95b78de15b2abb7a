"""Documents of random shape: the fast walk writes what general expansion writes, and signatures over them hold."""

import hashlib
import json

import pytest

from tests.assurance import rounds
from tests.both_paths import compare
from tests.random_credentials import Shapes

SEED = 20261123

pytestmark = pytest.mark.long


def test_the_walk_and_general_expansion_write_the_same_bytes() -> None:
    count = rounds(400, 10_000)
    found = compare(count, SEED)
    print(
        f"random documents: {count}, left to general expansion: {found.declined}, "
        f"statements compared: {found.statements}, documents that differ: {len(found.differing)}"
    )
    assert found.differing == []
    assert found.declined < count / 3
    assert found.statements > count * 10


def test_the_same_seed_makes_the_same_documents() -> None:
    made = [json.dumps([Shapes(SEED + n).credential() for n in range(20)], sort_keys=True) for _ in range(2)]
    assert made[0] == made[1]
    assert hashlib.sha256(made[0].encode()).digest() != hashlib.sha256(b"").digest()
