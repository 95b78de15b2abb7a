"""Look-alikes that the learner keeps apart are not suggested again, until they take it back."""

import pytest

from tests.app.test_skills import ONET, TOWN, keep
from wallet.app.skills import skills
from wallet.app.skills_apart import SETTING, kept_apart, set_apart
from wallet.app.unlock import Vault
from wallet.credentials.skills import Framework, NamedSkill

COUNTY = NamedSkill("Planning", Framework.OTHER, "County list", "", "https://county.example/p")


def suggested(vault: Vault) -> list[set[str]]:
    return [{one.framework for one in alike.skills} for alike in skills(vault).look_alikes]


def test_two_that_stay_apart_are_asked_about_again_only_with_a_third(vault: Vault) -> None:
    keep(vault, 1, ONET)
    keep(vault, 2, TOWN)
    assert suggested(vault) == [{"O*NET", "Town list"}]
    set_apart(vault, [ONET.key.hex(), TOWN.key.hex()], apart=True)
    assert suggested(vault) == []
    assert len(skills(vault).skills) == 2
    keep(vault, 3, COUNTY)
    assert suggested(vault) == [{"O*NET", "Town list", "County list"}]
    set_apart(vault, [one.key.hex() for one in (COUNTY, ONET, TOWN)], apart=True)
    assert suggested(vault) == []
    assert len(kept_apart(vault)) == 3, "each pair once, in whatever order it was named"


def test_keeping_apart_is_taken_back(vault: Vault) -> None:
    keep(vault, 1, ONET)
    keep(vault, 2, TOWN)
    for apart, count in ((True, 0), (False, 1)):
        set_apart(vault, [TOWN.key.hex(), ONET.key.hex()], apart=apart)
        assert len(suggested(vault)) == count


@pytest.mark.parametrize("text", ["", "{", "{}", '["a", 1, ["a"], ["a", "b", "c"], null]'])
def test_what_nobody_here_wrote_keeps_nothing_apart(vault: Vault, text: str) -> None:
    keep(vault, 1, ONET)
    keep(vault, 2, TOWN)
    vault.settings.set(SETTING, text)
    assert kept_apart(vault) == frozenset()
    assert len(suggested(vault)) == 1
