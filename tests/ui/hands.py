"""Somebody at the keyboard: every key goes to what has the focus, and things are found by what a screen reader says.

Lives here: keys. Nothing here sets the focus, calls a slot or touches a widget that has not got the keyboard.
"""

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from tests.ui.controls import called, spoken_name
from tests.ui.driver import Driver

ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
_NONE = Qt.KeyboardModifier.NoModifier
_FAR = 90
"""Keys that somebody may need to come to a control; more than any page has."""


class Hands:
    """A person who has no mouse."""

    def __init__(self, driver: Driver) -> None:
        self._driver = driver
        self.pressed = 0

    @property
    def holds(self) -> QWidget:
        """What has the keyboard now: an open menu before all else."""
        holder = QApplication.activePopupWidget() or QApplication.focusWidget()
        assert holder is not None, "nothing has the keyboard"
        return holder

    @property
    def hears(self) -> str:
        """What a screen reader calls it."""
        return spoken_name(self.holds)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = _NONE) -> None:
        """One key, and what it begins is awaited."""
        self._key(key, modifiers)
        self._driver.settle()

    def press_tab(self) -> None:
        """Once on; what has the focus then is in sight."""
        self._key(Qt.Key.Key_Tab, _NONE)
        QCoreApplication.processEvents()
        self._seen()

    def type(self, words: str) -> None:
        """Into what has the focus, over what stood there."""
        self._key(Qt.Key.Key_A, CONTROL)
        for letter in words:
            if letter.isascii():
                QTest.keyClicks(self.holds, letter)
            else:  # QTest knows no key for it
                for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                    QCoreApplication.sendEvent(self.holds, QKeyEvent(kind, 0, _NONE, letter))
        self.pressed += len(words)
        QCoreApplication.processEvents()

    def tab_to(self, name: str, *, back: bool = False) -> None:
        """Tab until what has the focus is called this, or begins so where the name ends with an ellipsis."""
        self._step_to(name, Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab, SHIFT if back else _NONE)

    def arrow_to(self, name: str, key: Qt.Key = Qt.Key.Key_Down) -> None:
        """The same with an arrow key: within one choice."""
        self._step_to(name, key, _NONE)

    def choose(self, name: str, key: Qt.Key = Qt.Key.Key_Space) -> None:
        """Goes to a button and presses it."""
        self.tab_to(name)
        self.press(key)

    def row_to(self, words: str, key: Qt.Key = Qt.Key.Key_Right) -> None:
        """In a list: goes to the row that says these words."""
        said: list[str] = []
        for _ in range(_FAR):
            now = self._row()
            if words in now:
                return
            said.append(now)
            self._key(key, _NONE)
            QCoreApplication.processEvents()
        raise AssertionError(f"no row says {words!r}: {said}")

    def menu(self, letter: str, words: str) -> None:
        """Opens a menu by its letter, goes down to the command that says this and takes it."""
        self._key(Qt.Key(ord(letter.upper())), ALT)
        QCoreApplication.processEvents()
        self.take(words)

    def take(self, words: str) -> None:
        """In the open menu: goes down to the command that says this and takes it."""
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu), "no menu is open"
        said: list[str] = []
        for _ in range(_FAR):
            action = menu.activeAction()
            text = action.text().replace("&", "").rstrip("…") if action is not None else ""
            if text == words:
                self.press(Qt.Key.Key_Return)
                return
            said.append(text)
            self._key(Qt.Key.Key_Down, _NONE)
        raise AssertionError(f"the menu has no {words!r}: {list(dict.fromkeys(said))}")

    def _row(self) -> str:
        holder = self.holds
        index = holder.currentIndex()  # type: ignore[attr-defined]
        return str(index.data(Qt.ItemDataRole.AccessibleTextRole) or index.data() or "")

    def _step_to(self, name: str, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
        passed: list[str] = []
        for _ in range(_FAR):
            if _means(self.hears, name):
                self._seen()
                return
            passed.append(called(self.holds))
            self._key(key, modifiers)
            QCoreApplication.processEvents()
        raise AssertionError(f"no way leads to {name!r}: {list(dict.fromkeys(passed))}")

    def _seen(self) -> None:
        """What has the focus is in sight."""
        assert not self.holds.visibleRegion().isEmpty(), f"{called(self.holds)} is out of sight"

    def _key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
        self.pressed += 1
        QTest.keyClick(self.holds, key, modifiers)


def _means(heard: str, name: str) -> bool:
    return heard.startswith(name[:-1]) if name.endswith("…") else heard == name
