"""The websites a learner agreed to for good."""

import pytest

from wallet.app.allowed_sites import SITES, allow_site, allowed_sites, forget_site, site_name
from wallet.app.merge_lists import join_lists
from wallet.app.unlock import Vault
from wallet.errors import ExchangeError, Reason, VaultError


def test_an_agreement_is_kept_and_taken_back(vault: Vault) -> None:
    assert allowed_sites(vault) == {}
    allow_site(vault, "school.example", of_one=True)
    allow_site(vault, "school.example", of_one=False)
    allow_site(vault, "other.example", of_one=False)
    assert allowed_sites(vault) == {"other.example": False, "school.example": True}
    assert forget_site(vault, "school.example")
    assert not forget_site(vault, "school.example")
    assert allowed_sites(vault) == {"other.example": False}


@pytest.mark.parametrize("kept", ["", "[]", "{", '{"school.example": 1}', '{"school.example": null}'])
def test_what_was_not_kept_like_this_is_damage(vault: Vault, kept: str) -> None:
    vault.settings.set(SITES, kept)
    with pytest.raises(VaultError) as caught:
        allowed_sites(vault)
    assert caught.value.reason is Reason.VAULT_DAMAGED


def test_no_agreement_comes_from_another_copy() -> None:
    joined = join_lists({}, {SITES: '{"school.example": true}'})
    assert SITES in joined.keys
    assert SITES not in joined.values
    assert joined.items == []


@pytest.mark.parametrize("text", ["School.Example", "school.example.", "school.example:443"])
def test_names_are_compared_in_one_spelling(text: str) -> None:
    assert site_name(text) == "school.example"


@pytest.mark.parametrize(
    "text", ["", "https://school.example", "school.example/x", "a@school.example", "10.0.0.1", "*"]
)
def test_what_is_no_name_is_refused(text: str) -> None:
    with pytest.raises(ExchangeError):
        site_name(text)
