"""The window as a whole: menus, theme, errors of our own, what start-up loads, what is never written."""

import ast
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from tests.sample_files import good
from tests.shared_data import PROJECT
from tests.ui import controls
from tests.ui.driver import Driver, shown_text
from wallet.ui.application import catch_what_is_left
from wallet.ui.places import OVERVIEW, SETTINGS, SHARING, SKILLS
from wallet.ui.theme.look import ThemeChoice
from wallet.ui.widgets.error_dialog import ErrorDialog

SOURCES = sorted((PROJECT / "wallet" / "ui").rglob("*.py"))


def test_every_command_is_in_the_menu_bar_with_its_own_keys(opened: Driver) -> None:
    actions = opened.window.menus.actions
    keys = [action.shortcut().toString() for action in actions.values() if not action.shortcut().isEmpty()]
    assert len(keys) == len(set(keys))
    assert {"Ctrl+I", "Ctrl+E", "Ctrl+L", "Ctrl+F", "F6", "F1"} <= set(keys)
    menus = [menu.menu() for menu in opened.window.menuBar().actions()]
    in_menus = {action for menu in menus if isinstance(menu, QMenu) for action in menu.actions()}
    assert set(actions.values()) <= in_menus


def test_commands_that_need_a_file_are_off_without_one(driver: Driver) -> None:
    actions = driver.window.menus.actions
    assert not actions["share"].isEnabled()
    assert actions["open"].isEnabled()
    driver.make_file()
    assert actions["share"].isEnabled()
    driver.window.lock()
    assert not actions["share"].isEnabled()


def test_pages_are_reached_by_keys(opened: Driver) -> None:
    for key, place in ((Qt.Key.Key_2, SKILLS), (Qt.Key.Key_3, OVERVIEW)):
        opened.press(opened.window, key, Qt.KeyboardModifier.ControlModifier)
        assert opened.shell.sidebar.place(place).isChecked()
    opened.press(opened.window, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    assert opened.shell.pages.currentWidget() is opened.shell.sharing
    opened.press(opened.window, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    assert opened.shell.pages.currentWidget() is opened.shell.settings
    opened.press(opened.window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert opened.shell.pages.currentWidget() is opened.shell.credentials


def test_the_sidebar_leads_everywhere(opened: Driver) -> None:
    sidebar = opened.shell.sidebar
    sidebar.place(SHARING).click()
    assert opened.shell.pages.currentWidget() is opened.shell.sharing
    assert sidebar.place(SHARING).isChecked()
    sidebar.place(SETTINGS).click()
    assert opened.shell.pages.currentWidget() is opened.shell.settings


def test_the_theme_is_switched_in_the_settings_and_remembered(opened: Driver) -> None:
    opened.shell.show_place(SETTINGS)
    look = opened.tools.look
    opened.shell.settings.tiles[ThemeChoice.DARK].click()
    opened.settle()
    assert look.dark
    assert opened.remembered[-1].theme == "dark"
    assert opened.application.palette().window().color().name() == "#12181c"
    opened.shell.settings.tiles[ThemeChoice.LIGHT].click()
    opened.settle()
    assert not look.dark
    assert opened.application.palette().window().color().name() == "#f5f3ee"


def test_the_text_size_steps_and_ends(opened: Driver) -> None:
    actions = opened.window.menus.actions
    for _ in range(10):
        actions["bigger"].trigger()
    assert opened.tools.look.metrics.text_size == 200
    for _ in range(10):
        actions["smaller"].trigger()
    assert opened.tools.look.metrics.text_size == 90
    opened.window.choose_text_size(100)
    opened.settle()


def fails() -> None:
    """A mistake in the program, with words of a credential in its message."""
    raise ValueError(f"Dana's grade is 12, {Path.home()}")


@pytest.mark.qt_log_ignore(
    "plugin does not support"
)  # windows with a least size: the platform of tests has none
def test_a_mistake_of_ours_is_told_calmly_and_loses_nothing(
    opened: Driver, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    opened.keep(good("laser-cutting.png"))
    for module in (sys, threading):
        monkeypatch.setattr(module, "excepthook", module.excepthook)
    catch_what_is_left(opened.tools.messages)
    try:
        fails()
    except ValueError as error:
        sys.excepthook(ValueError, error, error.__traceback__)
    thread = threading.Thread(target=fails)
    thread.start()
    thread.join()
    opened.settle()
    dialog = opened.window.findChild(ErrorDialog)
    assert dialog is not None
    assert dialog.isVisible()
    assert not dialog.isModal(), "the file can still be locked"
    for fault in (controls.usable(dialog), controls.hidden_focus(dialog)):
        assert fault == []
    said = shown_text(dialog)
    assert "what was saved before is safe" in said
    assert "It happened 2 times by now." in said
    assert "internal_error" in said
    assert "ValueError at tests.ui.test_window:" in said
    dialog.copy_button.click()
    copied = opened.application.clipboard().text()
    assert copied.startswith("reason: internal_error\n")
    for words in ("Dana", "grade", "Traceback", str(Path.home()), str(opened.folder), "/"):
        assert words not in copied
    assert "Dana" not in said + capsys.readouterr().err
    opened.press(dialog.go_on, Qt.Key.Key_Escape)
    assert len(opened.names()) == 1
    opened.shell.show_place(SETTINGS)
    opened.window.lock()
    opened.settle()
    opened.unlock()
    assert len(opened.names()) == 1


def test_a_failed_use_case_ends_in_the_message_place(opened: Driver, tmp_path: Path) -> None:
    opened.keep(good("laser-cutting.png"))
    opened.window.message_bar.clear()
    opened.dialogs.save_as = tmp_path / "there.png"
    (tmp_path / "there.png").write_bytes(b"mine")
    opened.window.menus.actions["save"].trigger()
    opened.settle()
    assert opened.window.message_bar.spoken
    assert (tmp_path / "there.png").read_bytes() == b"mine"


def test_start_up_loads_nothing_heavy() -> None:
    heavy = ("pyld", "sqlcipher3", "cryptography", "qrcode", "zxingcpp", "PIL", "click")
    program = f"import sys, wallet.ui.application; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=PROJECT
    )
    assert done.stdout.strip() == "[]"


def _calls(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Name):
            names.add(node.id)
        elif isinstance(node, ast.Attribute):
            names.add(node.attr)
    return names


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(PROJECT).as_posix())
def test_the_window_has_no_rich_text_no_boxes_and_no_settings_of_qt(path: Path) -> None:
    banned = {
        "QMessageBox",
        "QSettings",
        "QTextBrowser",
        "RichText",
        "AutoText",
        "MarkdownText",
        "setHtml",
        "setMarkdown",
    }
    names = _calls(path)
    assert not names & banned
    assert "QLabel" not in names or path.name == "labels.py"
