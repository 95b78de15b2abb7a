"""A language that does not exist, with longer words, and one that runs from right to left: the window holds."""

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QPoint, Qt, QTranslator
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMainWindow, QWidget

import build_translations
from tests.sample_files import good
from tests.ui.driver import Driver
from tests.ui.readable import cut_off
from wallet.app.settings import Settings
from wallet.ui import application
from wallet.ui.languages import ENGLISH, wear
from wallet.ui.places import CREDENTIALS, SETTINGS

_BLANK = re.compile(r"(\{\w+\}|%n|&|\(\*[^)]*\))")
_LETTERS = str.maketrans("aeiouyAEIOUYcnCN", "àéîõüýÀÉÎÕÜÝçñÇÑ")
_PLAIN = re.compile(r"[A-Za-z]{4,}")


def pseudo(sentence: str) -> str:
    """The sentence in brackets, with accents, 40 % longer; its blanks as they are."""
    parts = [part if _BLANK.fullmatch(part) else part.translate(_LETTERS) for part in _BLANK.split(sentence)]
    return f"⟦{''.join(parts)}{'·' * round(len(sentence) * 0.4)}⟧"


@pytest.fixture
def pseudo_window(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Driver]:
    """A window in which every sentence that can be translated stands in brackets."""
    tree = ET.parse(build_translations.FOLDER / "es.ts")
    for message in tree.getroot().iter("message"):
        said = pseudo(message.findtext("source") or "")
        for place in message.iter("numerusform" if message.get("numerus") else "translation"):
            place.text = said
    tree.write(tmp_path / "pseudo.ts", encoding="utf-8")
    build_translations.compile_all(tmp_path, tmp_path / "dist")
    translator = QTranslator()
    assert translator.load(str(tmp_path / "dist" / "pseudo.qm"))

    def wear_pseudo(app: QApplication, choice: str) -> None:
        wear(app, choice)
        app.installTranslator(translator)

    monkeypatch.setattr(application, "wear", wear_pseudo)
    folder = tmp_path / "Documents"
    folder.mkdir()
    made = Driver(qapp, folder, Settings(theme="light", language=ENGLISH))
    yield made
    made.close()
    qapp.removeTranslator(translator)


@pytest.fixture
def mirrored(qapp: QApplication, tmp_path: Path) -> Iterator[Driver]:
    """A window that runs from right to left."""
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    folder = tmp_path / "Documents"
    folder.mkdir()
    made = Driver(qapp, folder)
    yield made
    made.close()
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def unbracketed(window: QMainWindow) -> set[str]:
    """Words on the screen that no translator could have reached. Fields and lists hold what people and files say."""
    said: set[str] = set()
    labels, buttons = window.findChildren(QLabel), window.findChildren(QAbstractButton)
    widgets: list[QLabel | QAbstractButton] = [*labels, *buttons]
    for widget in widgets:
        if widget.isVisible():
            said |= {widget.text().replace("\u200b", ""), widget.toolTip()}
    said |= {button.accessibleName() for button in buttons if button.isVisible()}
    return {text for text in said if _PLAIN.search(text) and "⟦" not in text}


def test_every_sentence_of_the_first_steps_and_the_settings_can_be_translated(pseudo_window: Driver) -> None:
    page = pseudo_window.window.first_run
    for step in range(3):
        page.go(step)
        pseudo_window.settle()
        assert unbracketed(pseudo_window.window) - {str(pseudo_window.folder)} == set()
        assert cut_off(pseudo_window.window) == []
    page.go(0)
    pseudo_window.make_file()
    pseudo_window.shell.show_place(SETTINGS)
    pseudo_window.settle()
    from_the_file = {"dana", "dana.lerwallet", "Language · Idioma"}
    assert unbracketed(pseudo_window.window) - from_the_file == set()
    assert cut_off(pseudo_window.window) == []
    assert "⟦" in pseudo_window.window.menuBar().actions()[0].text()


def test_a_sentence_that_cannot_be_translated_is_found(pseudo_window: Driver) -> None:
    assert unbracketed(pseudo_window.window) == set()
    pseudo_window.window.first_run.next.setText("Hard coded")
    assert unbracketed(pseudo_window.window) == {"Hard coded"}


def left_of(widget: QWidget, window: QWidget) -> int:
    return widget.mapTo(window, QPoint(0, 0)).x()


def test_from_right_to_left_the_window_is_mirrored_and_whole(mirrored: Driver) -> None:
    for step in range(3):
        mirrored.window.first_run.go(step)
        mirrored.settle()
        assert cut_off(mirrored.window) == []
    mirrored.window.first_run.go(0)
    mirrored.make_file()
    mirrored.keep(good("laser-cutting.png"), good("peer-tutoring.json"))
    mirrored.choose("Laser")
    shell = mirrored.shell
    assert left_of(shell.sidebar, mirrored.window) > left_of(shell.credentials.grid, mirrored.window)
    assert left_of(shell.credentials.detail, mirrored.window) < left_of(
        shell.credentials.grid, mirrored.window
    )
    for place in (CREDENTIALS, SETTINGS):
        shell.show_place(place)
        mirrored.settle()
        assert cut_off(mirrored.window) == []
    sheet = mirrored.share("Laser")
    assert cut_off(mirrored.window) == []
    assert left_of(sheet.next, mirrored.window) < mirrored.window.width() // 2
