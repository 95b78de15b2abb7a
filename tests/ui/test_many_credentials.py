"""More credentials than the first page holds: what is shown at once, what follows, and what is asked of the file."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from tests.ui.driver import PASSPHRASE, Driver
from tests.vault.builders import credential, new_credential
from wallet.app.filter_view import ListFilters
from wallet.ui.marks import Filter
from wallet.ui.models.credential_model import CredentialModel, Order
from wallet.ui.pages.credentials import CredentialsPage
from wallet.ui.part_jobs import FIRST_CARDS, Found
from wallet.ui.ports import Card
from wallet.vault.connection import open_vault_file
from wallet.vault.key_derivation import derive_key, read_salt
from wallet.verification.report import Verdict

MANY = FIRST_CARDS + 25


@pytest.fixture(scope="module")
def many(standing: Driver) -> Driver:
    """A locked file with so many credentials; the one issued first was added last."""
    standing.window.lock()
    standing.settle()
    path = standing.vault_path
    key = derive_key(bytearray(PASSPHRASE.encode()), read_salt(path))
    with open_vault_file(path, key) as vault:
        for number in range(MANY):
            year, word = 2030 - number // 12, "odd" if number % 2 else "even"
            parsed = credential(f"Badge {number:03}", valid_from=f"{year}-{12 - number % 12:02}-01")
            vault.credentials.add(new_credential(number, parsed, size=200, search_text=word))
    return standing


@pytest.fixture
def answers(many: Driver) -> Iterator[list[Found]]:
    """Every answer of the file since it was unlocked; it is locked again afterwards."""
    told: list[Found] = []
    page_made = CredentialsPage.__init__

    def made(self: CredentialsPage, *given: object) -> None:
        page_made(self, *given)  # type: ignore[arg-type]
        self.finder.found.connect(told.append)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(CredentialsPage, "__init__", made)
        many.unlock()
    yield told
    many.window.lock()
    many.settle()


def _names(driver: Driver) -> list[str]:
    return [card.name for card in driver.shell.credentials.model.cards]


def test_the_first_page_comes_first_and_the_rest_behind_it(many: Driver, answers: list[Found]) -> None:
    first, whole = answers
    assert first.cards is not None
    assert whole.cards is not None
    assert (len(first.cards), first.more, len(whole.cards), whole.more) == (FIRST_CARDS, True, MANY, False)
    assert [card.name for card in first.cards] == _names(many)[:FIRST_CARDS]
    assert _names(many) == [f"Badge {number:03}" for number in range(MANY)]
    assert many.shell.credentials.count.text() == f"{MANY} saved"


def test_what_was_chosen_on_the_first_page_stays_chosen(many: Driver, answers: list[Found]) -> None:
    page = many.shell.credentials
    resets: list[bool] = []
    model = CredentialModel()
    first, whole = answers
    assert first.cards is not None
    assert whole.cards is not None
    model.show_cards(first.cards)
    model.modelReset.connect(lambda: resets.append(True))
    model.show_cards(whole.cards)
    assert (model.rowCount(), resets) == (MANY, []), "the list only became longer"
    assert page.grid.currentIndex().row() == 0
    assert page.selected_id() == first.cards[0].id


def test_a_search_asks_only_which_match(many: Driver, answers: list[Found]) -> None:
    page = many.shell.credentials
    page.search.setText("odd")
    many.settle()
    assert _names(many) == [f"Badge {number:03}" for number in range(1, MANY, 2)]
    assert page.count.text() == f"{MANY // 2} found"
    page.search.setText("badge 12")
    many.settle()
    assert _names(many) == [f"Badge {number}" for number in range(120, MANY)]
    page.search.clear()
    many.settle()
    assert len(_names(many)) == MANY
    assert [found.cards for found in answers[2:]] == [None, None, None]


def test_only_the_last_of_several_quick_searches_is_answered(many: Driver, answers: list[Found]) -> None:
    page = many.shell.credentials
    for typed in ("o", "od", "odd"):
        page.finder.find(typed, Filter(), ListFilters())
    page.search.setText("odd")
    many.settle()
    assert {found.wanted.search for found in answers[2:]} == {"odd"}
    assert len(_names(many)) == MANY // 2


def test_after_a_change_of_the_file_the_cards_are_fetched_again(many: Driver, answers: list[Found]) -> None:
    page = many.shell.credentials
    gone = page.model.cards[7]
    page.curating.delete((gone.id,))
    many.settle()
    assert answers[-1].cards is not None
    assert (len(_names(many)), page.model.row_of(gone.id)) == (MANY - 1, -1)
    page.refresh()
    many.settle()
    assert answers[-1].cards is None, "nothing has changed since"
    page.curating.undelete(gone.id)
    many.settle()
    assert answers[-1].cards is not None
    assert page.model.row_of(gone.id) == 7


def test_only_pictures_in_sight_are_asked_for(many: Driver, answers: list[Found]) -> None:
    del answers
    page = many.shell.credentials
    known = [row for row, card in enumerate(page.model.cards) if page.model.knows_picture(card.id)]
    assert known == list(page.grid.shown_rows())
    bar = page.grid.verticalScrollBar()
    bar.setValue(bar.maximum())
    many.settle(200)
    shown = page.grid.shown_rows()
    assert shown.start > known[-1] + 1, "there is something between"
    assert all(page.model.knows_picture(page.model.cards[row].id) for row in shown)
    assert not page.model.knows_picture(page.model.cards[known[-1] + 1].id)


# -- the model alone


def _card(number: int, pin: int = 0) -> Card:
    name, issuer = f"Name {number % 5}", f"Issuer {number % 3}"
    added = new_credential(number).added_at
    return Card(
        f"{number:020x}",
        name,
        issuer,
        f"2026-01-{number:02}",
        None,
        Verdict.CHECK,
        None,
        0,
        False,
        added,
        pin,
    )


def test_what_is_sorted_or_filtered_stays_filtered_or_sorted(qapp: QApplication) -> None:
    del qapp
    model = CredentialModel()
    cards = [_card(number) for number in range(1, 11)]
    wanted = frozenset(card.id for card in cards[::2])
    model.show_cards(cards, wanted)
    assert [card.issued for card in model.cards] == [f"2026-01-{day:02}" for day in (9, 7, 5, 3, 1)]
    model.sort_by(Order.NAME)
    assert [card.name for card in model.cards] == sorted(card.name for card in cards[::2])
    model.show_only(None)
    assert [card.name for card in model.cards] == sorted(card.name for card in cards)
    assert [model.row_of(card.id) for card in model.cards] == list(range(10))
    model.show_only(frozenset())
    assert (model.rowCount(), model.row_of(cards[0].id)) == (0, -1)


def test_the_model_counts_what_it_shows_and_nothing_can_be_written_over(qapp: QApplication) -> None:
    del qapp
    model = CredentialModel()
    model.show_cards([_card(number, pin=number == 3) for number in range(1, 11)])
    assert model.rowCount() == 10
    assert model.cards[0].pin
    index = model.index(4)
    assert not model.flags(index) & Qt.ItemFlag.ItemIsEditable
    assert model.data(model.index(10)) is None
    changed: list[int] = []
    model.dataChanged.connect(lambda first, *_: changed.append(first.row()))
    model.set_picture(model.cards[4].id, None)
    assert changed == [], "nothing looks different"
    model.set_picture(model.cards[4].id, QImage(4, 4, QImage.Format.Format_RGB32))
    assert changed == [4]
