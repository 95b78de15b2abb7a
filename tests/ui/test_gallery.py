"""The page with every control in every state."""

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from tests.ui.readable import cut_off, untested_pairs
from wallet.ui import gallery
from wallet.ui.theme.look import Look, ThemeChoice
from wallet.ui.widgets import boxes, buttons, choices, disclosure, drop_zone, fields, labels, status, strength

_MODULES = (boxes, buttons, choices, disclosure, drop_zone, fields, labels, status, strength)
_NOT_ALONE = {"Content", "TechnicalDetails"}
"""What holds others, or is another control with other words."""


@pytest.fixture
def page(qapp: QApplication) -> gallery.Gallery:
    look = Look(qapp, ThemeChoice.LIGHT, 100)
    look.apply()
    made = gallery.Gallery(look)
    made.resize(1366, 768)
    made.show()
    return made


def test_every_control_is_there(page: gallery.Gallery) -> None:
    shown = {type(widget).__name__ for widget in page.findChildren(QWidget)}
    public = {
        name
        for module in _MODULES
        for name, found in vars(module).items()
        if isinstance(found, type) and issubclass(found, QWidget) and found.__module__ == module.__name__
        if not name.startswith("_")
    }
    assert len(public) > 15
    assert public - shown == _NOT_ALONE
    page.close()


def test_every_kind_of_button_is_there_in_every_state(page: gallery.Gallery) -> None:
    words = {button.accessibleName() for button in page.findChildren(QAbstractButton)}
    assert {f"{kind}, {state}" for kind in (*gallery.KINDS, "icon") for state in gallery.STATES} <= words
    page.close()


@pytest.mark.parametrize("choice", [choice for choice in ThemeChoice if choice is not ThemeChoice.COMPUTER])
@pytest.mark.parametrize("text_size", [90, 200])
def test_nothing_is_cut_off_in_any_theme_and_size(
    page: gallery.Gallery, choice: ThemeChoice, text_size: int
) -> None:
    page._look.choose(choice)
    page._look.resize_text(text_size)
    QApplication.processEvents()
    assert cut_off(page) == []
    assert untested_pairs(page) == set()
    assert page.full_height() > page.height()
    page.close()
    page._look.resize_text(100)
