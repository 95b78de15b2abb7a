"""Kinds, years and skills from the command line."""

from pathlib import Path

import pytest

from tests.cli.in_process import InProcess
from tests.cli.test_organise import AT, Wallet
from tests.sample_files import good


@pytest.fixture
def wallet(vault: Path, monkeypatch: pytest.MonkeyPatch) -> Wallet:
    made = Wallet(InProcess(vault.parent, monkeypatch), vault)
    for name in ("budgeting.json", "first-aid-and-cpr.json", "school-record.json"):
        made.done("import", good(name), *AT)
    return made


def test_a_list_is_narrowed_by_kind_status_year_and_skill(wallet: Wallet) -> None:
    everything = wallet.done("list")
    assert [one["name"] for one in wallet.done("list", "--kind", "transcript")] == [everything[0]["name"]]
    assert len(wallet.ids("--kind", "badge", "--kind", "transcript")) == 4
    assert wallet.ids("--status", "verified") == []
    assert len(wallet.ids("--status", "check")) + len(wallet.ids("--status", "unchecked")) == 5
    years = {one["issued"][:4] for one in everything}
    assert sum(len(wallet.ids("--year", year)) for year in years) == 5
    (budget,) = wallet.done("list", "--skill", "Mathematics", "--kind", "badge")
    assert "udget" in budget["name"]
    nothing = wallet.run("list", "--kind", "licence")
    assert (nothing.code, nothing.out) == (0, "")
    assert "Nothing found." in nothing.err
    refused = wallet.run("list", "--skill", "juggling", "--json")
    assert (refused.code, refused.object["reason"]) == (1, "name_not_found")
    assert wallet.run("list", "--kind", "cake").code == 2


def test_skills_are_listed_with_what_shows_them(wallet: Wallet) -> None:
    found = wallet.done("skills")
    assert {"money", "making"} <= {one["group"] for one in found}
    framed = [one for one in found if one["family"] != "none"]
    assert all(one["verified"] == 0 and one["not_verified"] for one in framed), "no list of issuers, no proof"
    assert all(one["url"] or one["code"] for one in framed)
    text = wallet.run("skills").out
    assert "You can show 0 skills with a verified credential." in text
    assert all(one["name"] in text for one in framed)


def test_skills_are_joined_and_parted(wallet: Wallet) -> None:
    first, second = [one for one in wallet.done("skills") if one["family"] != "none"][:2]
    (joined,) = wallet.done("skills", "join", first["key"][:12], second["key"])
    assert sorted(joined["joined"]) == sorted([first["key"], second["key"]])
    assert wallet.ids("--skill", second["name"]) == wallet.ids("--skill", first["name"])
    assert len(wallet.done("skills", "part", first["key"])) == 2
    assert all(one["joined"] == [] for one in wallet.done("skills"))
    assert "Nothing was joined" in wallet.run("skills", "part", first["key"]).err


def test_the_overview_counts_by_kind_and_year(wallet: Wallet) -> None:
    (found,) = wallet.done("overview")
    assert (found["credentials"], found["verified"], found["skills_shown"]) == (5, 0, 0)
    assert {one["kind"]: one["credentials"] for one in found["kinds"]} == {
        "badge": 3,
        "certificate": 1,
        "transcript": 1,
    }
    years = [one["year"] for one in found["years"]]
    assert years == sorted(years)
    assert sum(len(one["credentials"]) for one in found["years"]) == 5
    text = wallet.run("overview").out
    assert "5 credentials, 0 of them verified." in text
    assert "3 badges, 0 verified" in text
