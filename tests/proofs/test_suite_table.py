"""The table of suites names every suite there is, each where it is at home."""

from importlib import import_module

import pytest

from wallet.errors import Reason, UndecidableProofError
from wallet.proofs.data_integrity import CRYPTOSUITES, PROOF_TYPES, Suite, find_suite


def _at_home() -> set[tuple[str, str]]:
    found = set()
    for home in {*CRYPTOSUITES.values(), *PROOF_TYPES.values()}:
        suites: tuple[Suite, ...] = import_module(home).SUITES
        found |= {(suite.name, home) for suite in suites}
    return found


def test_every_suite_is_in_the_table_and_in_no_other_place() -> None:
    assert _at_home() == {*CRYPTOSUITES.items(), *PROOF_TYPES.items()}


def test_a_suite_answers_to_its_own_kind_of_name_only() -> None:
    for name in CRYPTOSUITES:
        assert find_suite({"type": "DataIntegrityProof", "cryptosuite": name}).name == name
    for name in PROOF_TYPES:
        assert find_suite({"type": name}).name == name
    for proof in (
        *({"type": name} for name in CRYPTOSUITES),
        *({"type": "DataIntegrityProof", "cryptosuite": name} for name in PROOF_TYPES),
        {"type": "DataIntegrityProof", "cryptosuite": "wallet.proofs.eddsa"},
    ):
        with pytest.raises(UndecidableProofError) as caught:
            find_suite(proof)
        assert caught.value.reason is Reason.UNSUPPORTED_SUITE
