"""The overview on one page from the command line: what is on it is printed, and nothing that was not asked for."""

from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.cli.in_process import InProcess
from tests.cli.test_organise import AT, Wallet
from tests.sample_files import good


@pytest.fixture
def wallet(vault: Path, monkeypatch: pytest.MonkeyPatch) -> Wallet:
    made = Wallet(InProcess(vault.parent, monkeypatch), vault)
    for name in ("budgeting.json", "first-aid-and-cpr.json"):
        made.done("import", good(name), *AT)
    return made


def test_a_page_is_written_and_said(wallet: Wallet, vault: Path) -> None:
    done = wallet.run("overview", "--pdf", "me.pdf", *AT)
    assert done.code == 0
    assert "How to check this" in done.out
    assert "in my own words" not in done.out.lower()
    assert "The file is not encrypted." in done.err
    (page,) = PdfReader(vault.parent / "me.pdf").pages
    assert "Overview of what I learned and did" in page.extract_text()
    again = wallet.run("overview", "--pdf", "me.pdf", "--json", *AT)
    assert (again.code, again.object["reason"]) == (1, "output_exists")
    other = wallet.run("overview", "--pdf", "me.txt", "--json", *AT)
    assert (other.code, other.object["reason"]) == (1, "output_kind_unknown")


def test_own_words_are_kept_and_leave_only_when_asked_for(wallet: Wallet) -> None:
    assert (
        wallet.run("overview", "--about-me", "Me gusta soldar.").err == "Your words are kept in your file.\n"
    )
    (plain,) = wallet.done("overview", "--pdf", "a.pdf", *AT)
    (told,) = wallet.done("overview", "--pdf", "b.pdf", "--words", "--language", "es", *AT)
    assert "Me gusta soldar." not in plain["text"]
    assert "En mis propias palabras\nMe gusta soldar." in told["text"]
    assert told["language"] == "es"
    assert wallet.run("overview", "--about-me", "-", stdin="שלום".encode()).code == 0
    (told,) = wallet.done("overview", "--pdf", "c.pdf", "--words", *AT)
    assert "שלום" in told["text"]
    refused = wallet.run("overview", "--about-me", "w" * 3000, "--json")
    assert (refused.code, refused.object["reason"]) == (1, "own_words_not_usable")
    broken = wallet.run("overview", "--about-me", "-", "--json", stdin=b"\xff")
    assert (broken.code, broken.object["reason"]) == (1, "own_words_not_usable")


def test_blocks_are_left_off_and_credentials_chosen(wallet: Wallet) -> None:
    first = next(one for one in wallet.done("list") if "udget" in one["name"])
    (told,) = wallet.done(
        "overview", "--pdf", "a.pdf", "--credential", first["id"][:8], "--without", "counts", *AT
    )
    assert first["name"] in told["text"]
    assert "First Aid" not in told["text"]
    assert "At a glance" not in told["text"]
    (less,) = wallet.done("overview", "--pdf", "b.pdf", "--without", "credentials", *AT)
    assert first["name"] not in less["text"]
    assert "At a glance" in less["text"]
    unknown = wallet.run("overview", "--pdf", "c.pdf", "--credential", "00000000", "--json", *AT)
    assert (unknown.code, unknown.object["reason"]) == (1, "record_not_found")
    assert not (wallet.vault.parent / "c.pdf").exists()
