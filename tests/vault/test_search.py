"""People's words are words: nothing typed is syntax, accents do not matter, the last word may be unfinished."""

from collections.abc import Iterator, Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.vault.builders import credential, make_vault, new_credential
from wallet.credentials.model import Issuer
from wallet.vault.connection import Vault
from wallet.vault.search import match_expression


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Vault]:
    """Four credentials to look for."""
    with make_vault(tmp_path_factory.mktemp("search") / "x.lerwallet") as vault:
        entries = [
            ("Soldadura básica", "Escuela José Martí", "seguridad AND taller"),
            ("Welding safety", "Harbor Makers Guild", "C++ is not needed; name:value NEAR"),
            ("Teamwork", "Zürich Makers", "safety communication 50% discount"),
            ("Дизайн", "Łódź Technikum", "проект ελληνικά"),
        ]
        for number, (name, issuer, text) in enumerate(entries):
            parsed = credential(name, issuer=Issuer("did:example:x", issuer))
            vault.credentials.add(new_credential(number, parsed, search_text=text))
        yield vault


def found(vault: Vault, typed: str) -> Sequence[str]:
    return [head.name for head in vault.credentials.heads(typed)]


@pytest.mark.parametrize("typed", ["", " ", "\t\n", "\0"])
def test_nothing_typed_lists_everything(library: Vault, typed: str) -> None:
    assert found(library, typed) == ["Дизайн", "Teamwork", "Welding safety", "Soldadura básica"]


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("soldadura", ["Soldadura básica"]),
        ("basica", ["Soldadura básica"]),
        ("BÁSICA", ["Soldadura básica"]),
        ("jose marti", ["Soldadura básica"]),
        ("jo\u0301se", ["Soldadura básica"]),
        ("jose\u0301", ["Soldadura básica"]),
        ("zurich", ["Teamwork"]),
        ("дизайн", ["Дизайн"]),
        ("Ελληνικα", ["Дизайн"]),
        ("\uff37\uff25\uff2c\uff24\uff29\uff2e\uff27", ["Welding safety"]),
        ("weld", ["Welding safety"]),
        ("eld", []),
        ("makers saf", ["Welding safety", "Teamwork"]),
        ("saf makers", []),
        ("safety", ["Welding safety", "Teamwork"]),
        ("seguridad AND taller", ["Soldadura básica"]),
        ("seguridad OR welding", []),
        ("welding NOT teamwork", []),
        ("name:value", ["Welding safety"]),
        ("name:welding", []),
        ("c++", ["Teamwork", "Welding safety"]),
        ("50%", ["Teamwork"]),
        ('"safety', ["Welding safety", "Teamwork"]),
        ("saf*", ["Welding safety", "Teamwork"]),
        ("s*y", []),
        ("welding -safety", ["Welding safety"]),
        ("^welding", ["Welding safety"]),
        ("{name}: welding", ["Welding safety"]),
        ("{issuer}: welding", []),
        ("nothing like it", []),
    ],
)
def test_words_are_found_as_people_mean_them(library: Vault, typed: str, names: Sequence[str]) -> None:
    assert found(library, typed) == names


def test_a_hit_in_the_name_comes_before_one_in_the_text(library: Vault) -> None:
    assert found(library, "safety")[0] == "Welding safety"


def test_a_found_page_can_be_limited(library: Vault) -> None:
    assert [h.name for h in library.credentials.heads("makers", limit=1, offset=1)] == found(
        library, "makers"
    )[1:]


@given(
    st.text(alphabet=st.characters(), max_size=60)
    | st.text(alphabet='"*()^:-+{}NEAR ANDORT\0\ud800', max_size=40)
)
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_nothing_that_can_be_typed_is_an_error(library: Vault, typed: str) -> None:
    assert set(found(library, typed)) <= {"Дизайн", "Teamwork", "Welding safety", "Soldadura básica"}


def test_very_long_input_is_cut(library: Vault) -> None:
    assert found(library, "safety " * 10_000) == found(library, "safety")
    assert len(match_expression("x" * 1_000_000) or "") < 100
