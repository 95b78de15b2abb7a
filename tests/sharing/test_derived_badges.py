"""What is left of a badge is a badge: it keeps the data model's rules and the published schema, whatever is chosen."""

import json
import random

import pytest

from tests import base_proofs, selections
from tests.assurance import rounds
from tests.shared_data import shared
from wallet.credentials import vcdm
from wallet.credentials.detect import parse_document
from wallet.credentials.model import UnverifiedCredential
from wallet.sharing import disclosure
from wallet.verification.checks.schema import first_breach

SCHEMA = shared("corpus", "schemas", "ob_v3p0_achievementcredential_schema.json").read_bytes()
BADGES = [suite for suite in selections.available_suites() if suite != "sd-jwt-vc"]


def _read(data: bytes) -> UnverifiedCredential:
    read = parse_document(data)
    assert isinstance(read, UnverifiedCredential)
    return read


@pytest.mark.long
@pytest.mark.parametrize("suite", BADGES)
def test_what_is_left_is_a_badge(suite: str) -> None:
    count = rounds(12, 300)
    for number in range(count):
        whole = _read(selections.issue(selections.marked_badge(number), suite))
        assert first_breach(whole.document, SCHEMA) is None, "the badges of this test are good ones"
        chance = random.Random(number)
        share = chance.random()
        parts = [
            part.pointer for part in disclosure.find_choices(whole).selectable if chance.random() < share
        ]
        (shown,) = disclosure.derive_credentials(whole, parts, random.randbytes)
        assert first_breach(shown.document, SCHEMA) is None
        vcdm.check_data_model(shown.document)
    print(f"{count} random choices of {suite} badges: all keep the schema")


def test_with_nothing_mandatory_the_least_is_still_a_badge() -> None:
    whole = _read(
        json.dumps(base_proofs.secure(selections.marked_badge(1), selections.ISSUER, mandatory=[])).encode()
    )
    (shown,) = disclosure.derive_credentials(whole, (), random.randbytes)
    assert first_breach(shown.document, SCHEMA) is None
    assert "evidence" in whole.document
    assert "evidence" not in shown.document
    assert shown.document["id"] == whole.document["id"]
