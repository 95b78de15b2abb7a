"""Skills as others publish them, of random shape, and by the thousand: each can be read, heard, chosen and found."""

import json
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from tests.corpus import corpus_files
from tests.random_credentials import Shapes
from tests.ui.driver import PASSPHRASE, Driver
from tests.vault.builders import new_credential
from wallet.app.import_credential import import_bytes
from wallet.app.unlock import Vault
from wallet.credentials.kinds import Kind
from wallet.credentials.skills import Framework, NamedSkill
from wallet.errors import WalletError
from wallet.ui.pages.skills import SkillsPage
from wallet.ui.places import SKILLS
from wallet.vault.connection import open_vault_file
from wallet.vault.facts import Facts
from wallet.vault.key_derivation import derive_key, read_salt
from wallet.verification.report import Verdict

MANY, EACH = 500, 4
RANDOM = 25


def on_vault(driver: Driver, work: Callable[[Vault], object]) -> None:
    wallet = driver.window.file.wallet
    driver.tools.tasks.run_on_vault(lambda _job: work(wallet._vault), driver.window)  # type: ignore[union-attr]
    driver.settle()


def page_of(driver: Driver) -> SkillsPage:
    driver.window.menus.actions[SKILLS].trigger()
    driver.settle()
    return driver.shell.skills


def looked_through(driver: Driver, page: SkillsPage) -> int:
    """Chooses every skill there is; how many."""
    for skill in page.model.skills:
        row = page.model.row_of(skill.key)
        index = page.model.index(row)
        page.list.select_row(row)
        driver.settle(1)
        assert page.pane.shown == skill
        assert len(page.pane.cards) == len(skill.credentials)
        for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            spoken = str(index.data(role))
            assert spoken.strip()
            assert "\n" not in spoken
        assert page.list.visualRect(index).height() >= 32
    assert driver.window.message_bar.spoken == ""
    return len(page.model.skills)


def test_skills_of_the_corpus_are_read_and_looked_through(opened: Driver) -> None:
    """Credentials that other people published, in the shapes their platforms write."""
    documents = [one.path.read_bytes() for one in corpus_files() if one.path.suffix == ".json"]
    aligned = [data for data in documents if b'"alignment' in data]
    assert len(aligned) > 5

    def fill(vault: Vault) -> None:
        for data in aligned:
            try:
                import_bytes(vault, data, opened.surroundings.services, name="one.json")
            except WalletError:
                continue  # what cannot be read at all is not kept

    on_vault(opened, fill)
    page = page_of(opened)
    assert looked_through(opened, page) > 5
    page.search.setText("o*net")
    opened.settle()
    assert page.model.skills


def test_skills_of_random_shape_are_read_and_looked_through(opened: Driver) -> None:
    def fill(vault: Vault) -> None:
        for seed in range(RANDOM):
            data = json.dumps(Shapes(seed).credential()).encode()
            try:
                import_bytes(vault, data, opened.surroundings.services, name="one.json")
            except WalletError:
                continue

    on_vault(opened, fill)
    page = page_of(opened)
    assert looked_through(opened, page) > 10
    page.group_button.menu().actions()[1].trigger()
    opened.settle()
    assert page.model.skills


@pytest.fixture
def thousands(standing: Driver) -> Driver:
    """Two thousand skills, a third of them shown with proof."""
    standing.window.lock()
    standing.settle()
    path = standing.vault_path
    key = derive_key(bytearray(PASSPHRASE.encode()), read_salt(path))
    with open_vault_file(path, key) as vault:
        for number in range(MANY):
            named = [
                NamedSkill(
                    f"Skill {number:03} {place}",
                    Framework.OTHER,
                    f"List {number % 9}",
                    "",
                    f"x:{number}/{place}",
                )
                for place in range(EACH)
            ]
            facts = Facts(Kind.BADGE, 2026, "2026-05-01", named)
            verdict = Verdict.CHECK if number % 3 else Verdict.VERIFIED
            vault.credentials.add(replace(new_credential(number, size=200, verdict=verdict), facts=facts))
    standing.unlock()
    return standing


def test_thousands_of_skills_are_counted_grouped_and_found(thousands: Driver) -> None:
    page = page_of(thousands)
    shown = EACH * len(range(0, MANY, 3))
    assert len(page.model.skills) == MANY * EACH
    assert page.summary.text() == f"You can show {shown} skills with proof."
    assert [one.is_shown for one in page.model.skills[: shown + 1]] == [True] * shown + [False]
    page.group_button.menu().actions()[1].trigger()
    thousands.settle()
    assert len(page.model.rows) == MANY * EACH + 9
    page.search.setText("skill 123")
    thousands.settle()
    assert [one.name for one in page.model.skills] == [f"Skill 123 {place}" for place in range(EACH)]
    page.search.clear()
    thousands.settle()
    page.list.scrollToBottom()
    thousands.settle()
    last = page.model.index(page.model.rowCount() - 1)
    assert page.list.viewport().rect().intersects(page.list.visualRect(last))
