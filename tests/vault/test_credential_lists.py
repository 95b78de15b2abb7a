"""The quick answers say what the whole list says."""

from collections.abc import Iterator

import pytest

from tests.vault.builders import NOW, credential, make_vault, new_credential, record_id_of
from wallet.vault.connection import Vault
from wallet.vault.credential_lists import Tally
from wallet.verification.report import Verdict

_DATES = (
    "2026-03-01T00:00:00Z",
    "2025-12-31T00:00:00Z",
    None,
    "2026-03-01T00:00:00Z",
    "2024-05-05T00:00:00Z",
)
_VERDICTS = (Verdict.VERIFIED, Verdict.CHECK, Verdict.VERIFIED, Verdict.INVALID, Verdict.UNCHECKED)


@pytest.fixture
def library(vault: Vault) -> Vault:
    """Five credentials of different dates, the fourth and the first of one day; one more in the bin."""
    for number, (date, verdict) in enumerate(zip(_DATES, _VERDICTS, strict=True)):
        parsed = credential(f"Welding {number}", valid_from=date)
        vault.credentials.add(new_credential(number, parsed, search_text="safety first", verdict=verdict))
    vault.credentials.add(new_credential(9, credential("Welding 9"), search_text="safety"))
    vault.bin.put([record_id_of(9)], NOW)
    return vault


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vault]:
    with make_vault(tmp_path_factory.mktemp("empty") / "x.lerwallet") as vault:
        yield vault


def _latest(vault: Vault, limit: int) -> list[str]:
    return [head.name for head in vault.lists.latest_issued(limit)]


def test_the_latest_issued_come_first_and_those_of_one_day_as_they_were_added(library: Vault) -> None:
    names = ["Welding 3", "Welding 0", "Welding 1", "Welding 4", "Welding 2"]
    assert _latest(library, 100) == names
    assert [_latest(library, limit) for limit in range(6)] == [names[:limit] for limit in range(6)]


def test_what_is_pinned_stands_before_them_in_its_order(library: Vault) -> None:
    library.pins.add([record_id_of(2), record_id_of(0), record_id_of(9)])
    names = ["Welding 2", "Welding 0", "Welding 3", "Welding 1", "Welding 4"]
    assert [_latest(library, limit) for limit in range(6)] == [names[:limit] for limit in range(6)]


def test_heads_are_those_of_the_whole_list(library: Vault) -> None:
    assert set(library.lists.latest_issued(100)) == set(library.credentials.heads())


@pytest.mark.parametrize(
    "typed", ["w", "wel", "safety", "first safe", "welding 3", "zzz", '"', "AND", "zurich"]
)
def test_what_matches_is_what_a_search_finds_and_what_is_in_the_bin(library: Vault, typed: str) -> None:
    listed = [*library.credentials.heads(typed), *library.credentials.heads(typed, in_bin=True)]
    assert library.lists.matching(typed) == frozenset(head.id for head in listed)


@pytest.mark.parametrize("typed", ["", "  ", "\0"])
def test_without_a_word_nothing_is_looked_for(library: Vault, typed: str) -> None:
    assert library.lists.matching(typed) is None


def test_how_many_there_are_and_how_many_are_verified(library: Vault) -> None:
    assert library.lists.tally() == Tally(total=5, verified=2)


def test_an_empty_file_has_nothing(empty: Vault) -> None:
    assert empty.lists.tally() == Tally(0, 0)
    assert list(empty.lists.latest_issued(100)) == []
    assert empty.lists.matching("w") == frozenset()
