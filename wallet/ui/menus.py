"""The menu bar: every command of the window, with its keys.

Lives here: names, keys and when a command makes sense. Does not live here: what it does (the window connects
that).
"""

from collections.abc import Callable, Sequence

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from wallet.ui.languages import translate
from wallet.ui.theme.look import Look, ThemeChoice
from wallet.ui.theme.metrics import TEXT_SIZES

Act = Callable[[], object]


class Menus:
    """Builds the menu bar of one window and keeps its actions by name."""

    def __init__(self, window: QMainWindow, look: Look) -> None:
        self._window = window
        self._look = look
        self.actions: dict[str, QAction] = {}
        self._words: dict[str, str] = {}
        self._only_unlocked: list[QAction] = []
        self._only_locked: list[QAction] = []
        self._themes: dict[ThemeChoice, QAction] = {}
        self._sizes: dict[int, QAction] = {}

    def add_menu(self, title: str) -> QMenu:
        """One more menu in the bar."""
        return self._window.menuBar().addMenu(title)

    def add(
        self,
        menu: QMenu,
        key: str,
        words: str,
        act: Act,
        keys: str = "",
        *,
        unlocked: bool = False,
        locked: bool = False,
    ) -> QAction:
        """One command.

        Args:
            menu: where it stands.
            key: its name in `actions`.
            words: what it says, with its mnemonic.
            act: what it does.
            keys: its shortcut in Qt's portable form, "" for none.
            unlocked: whether it needs an open file.
            locked: whether it needs that none is open.
        """
        action = QAction(words, menu)
        if keys:
            action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda *_: act())
        menu.addAction(action)
        self.actions[key] = action
        self._words[key] = words
        if unlocked:
            self._only_unlocked.append(action)
        if locked:
            self._only_locked.append(action)
        return action

    def show_undo(self, undo: str, redo: str) -> None:
        """What could be taken back or done again; "" for nothing, which turns the command off."""
        for key, words, label in (
            ("undo", undo, translate("UndoWords", "Undo: {what}")),
            ("redo", redo, translate("UndoWords", "Redo: {what}")),
        ):
            shown = label.format(what=words).replace("&", "&&") if words else self._words[key]
            self.actions[key].setText(shown)
            self.actions[key].setEnabled(bool(words))

    def keys(self) -> Sequence[tuple[str, str]]:
        """Every command that has keys: what it is called, and the keys as this computer writes them."""
        return tuple(
            (_plain(self._words[key]), action.shortcut().toString(QKeySequence.SequenceFormat.NativeText))
            for key, action in self.actions.items()
            if not action.shortcut().isEmpty()
        )

    def set_unlocked(self, unlocked: bool) -> None:
        """Commands that need an open file are off without one; a few are off with one."""
        for action in self._only_unlocked:
            action.setEnabled(unlocked)
        for action in self._only_locked:
            action.setEnabled(not unlocked)
        self.show_undo("", "")

    def add_theme_choices(self, menu: QMenu, choose: Callable[[ThemeChoice], None]) -> None:
        """Match, and the looks of our own."""
        group = QActionGroup(menu)
        for choice, words in (
            (ThemeChoice.COMPUTER, translate("MenuBar", "&Match this computer")),
            (ThemeChoice.LIGHT, translate("MenuBar", "&Light")),
            (ThemeChoice.DARK, translate("MenuBar", "&Dark")),
            (ThemeChoice.STRONG_LIGHT, translate("MenuBar", "&Strong contrast, light")),
            (ThemeChoice.STRONG_DARK, translate("MenuBar", "S&trong contrast, dark")),
        ):
            action = QAction(words, menu)
            action.setCheckable(True)
            action.triggered.connect(lambda _=False, choice=choice: choose(choice))
            group.addAction(action)
            menu.addAction(action)
            self._themes[choice] = action

    def add_size_choices(self, menu: QMenu, choose: Callable[[int], None]) -> None:
        """90 to 200 per cent."""
        group = QActionGroup(menu)
        for per_cent in TEXT_SIZES:
            action = QAction(f"{per_cent} %", menu)
            action.setCheckable(True)
            action.triggered.connect(lambda _=False, per_cent=per_cent: choose(per_cent))
            group.addAction(action)
            menu.addAction(action)
            self._sizes[per_cent] = action

    def follow(self) -> None:
        """Ticks the present theme and size."""
        self._themes[self._look.choice].setChecked(True)
        if self._look.metrics.text_size in self._sizes:
            self._sizes[self._look.metrics.text_size].setChecked(True)


def _plain(words: str) -> str:
    """Without the sign of the mnemonic and the dots of a command that asks more."""
    return words.replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("…")
