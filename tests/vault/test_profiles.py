"""Profiles: each with its own key and identifiers, one of them in use."""

from collections.abc import Callable

import pytest

from tests.vault.builders import NOW, key
from wallet.credentials.model import Did
from wallet.errors import Reason, VaultError
from wallet.vault.connection import Vault, open_vault_file
from wallet.vault.holder_keys import HolderKey

SCHOOL, WORK = "did:key:z6MkSchool", "did:key:z6MkWork"


def refusal(action: Callable[[], object]) -> Reason:
    with pytest.raises(VaultError) as caught:
        action()
    return caught.value.reason


def holder_key(did: str, number: int) -> HolderKey:
    return HolderKey(Did(did), f"{did}#1", bytes([number] * 32), NOW)


@pytest.fixture
def filled(vault: Vault) -> Vault:
    """A vault with two profiles."""
    vault.profiles.add("School", ("dana@school.example", "S-1234"), holder_key(SCHOOL, 1))
    vault.profiles.add("Work", (), holder_key(WORK, 2))
    return vault


def test_profiles_are_kept_and_the_first_is_in_use(filled: Vault) -> None:
    filled.close()
    with open_vault_file(filled.path, key()) as opened:
        school, work = opened.profiles.list()
        assert (school.name, school.identifiers, school.did, school.is_in_use) == (
            "School",
            ("dana@school.example", "S-1234"),
            SCHOOL,
            True,
        )
        assert (work.name, work.identifiers, work.did, work.is_in_use) == ("Work", (), WORK, False)
        assert (school.created_at, opened.check()) == (NOW, ())


def test_the_profile_in_use_signs(filled: Vault) -> None:
    assert filled.holder_keys.default().did == SCHOOL
    assert filled.profiles.use("WÓRK").is_in_use
    assert filled.holder_keys.default() == holder_key(WORK, 2)
    assert [profile.is_in_use for profile in filled.profiles.list()] == [False, True]
    assert refusal(lambda: filled.profiles.use("Home")) is Reason.NAME_NOT_FOUND
    assert filled.holder_keys.default().did == WORK


def test_identifiers_come_and_go_whatever_their_case(filled: Vault) -> None:
    edited = filled.profiles.edit("school", add=("DANA@school.example", " +49 30 1 "), remove=("s-1234",))
    assert edited.identifiers == ("dana@school.example", "+49 30 1")
    assert refusal(lambda: filled.profiles.edit("School", remove=("nobody",))) is Reason.NAME_NOT_FOUND
    assert refusal(lambda: filled.profiles.edit("School", add=("x@y.example", ""))) is Reason.NAME_NOT_USABLE
    assert filled.profiles.get("School") == edited, "all or nothing"


def test_a_profile_gets_another_name(filled: Vault) -> None:
    assert filled.profiles.edit("School", new_name="Schule").name == "Schule"
    assert filled.profiles.edit("schule", new_name="SCHULE").name == "SCHULE"
    assert refusal(lambda: filled.profiles.edit("Schule", new_name="work")) is Reason.NAME_TAKEN
    assert [profile.name for profile in filled.profiles.list()] == ["SCHULE", "Work"]


def test_a_name_is_given_once(filled: Vault) -> None:
    assert (
        refusal(lambda: filled.profiles.add("schóol", (), holder_key("did:key:z6Mk3", 3)))
        is Reason.NAME_TAKEN
    )
    assert (
        refusal(lambda: filled.profiles.add(" ", (), holder_key("did:key:z6Mk3", 3)))
        is Reason.NAME_NOT_USABLE
    )
    assert len(filled.profiles.list()) == 2
