"""What the menu's commands do while a file is open; nothing while none is."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from wallet.ui.menus import Act
from wallet.ui.places import CREDENTIALS, OVERVIEW, SETTINGS, SHARING, SKILLS

if TYPE_CHECKING:
    from wallet.ui.pages.shell import Shell


class ShellActs:
    """One command, one call to the pages of the open file."""

    def __init__(self, shell: "Callable[[], Shell | None]") -> None:
        """`shell` gives the pages of the open file, None while none is open."""
        self._shell = shell

    def all(self) -> dict[str, Act]:
        """The commands by the names the menu bar knows them by."""
        return {
            "add": self._add,
            "share": self._share,
            "answer": self._answer,
            "check": self._check_again,
            "delete": self._delete,
            "save": self._save_original,
            "one_page": self._one_page,
            "find": self._find,
            "undo": self._undo,
            "redo": self._redo,
            "own": self._write_own,
            "backup": self._back_up,
            "move": self._move,
            "join": self._join,
            "export": self._export,
            "advising": self._advise,
            **{
                place: partial(self._go, place)
                for place in (CREDENTIALS, SKILLS, OVERVIEW, SHARING, SETTINGS)
            },
        }

    def _add(self) -> None:
        if (shell := self._shell()) is not None:
            shell.open_add()

    def _share(self) -> None:
        if (shell := self._shell()) is not None:
            shell.open_share()

    def _answer(self) -> None:
        if (shell := self._shell()) is not None:
            shell.requests.open()

    def _check_again(self) -> None:
        if (shell := self._shell()) is not None:
            shell.check_again()

    def _delete(self) -> None:
        if (shell := self._shell()) is not None:
            shell.delete()

    def _save_original(self) -> None:
        shell = self._shell()
        if shell is not None and shell.credentials.selected_id():
            shell.credentials.save_original.emit(shell.credentials.selected_id())

    def _one_page(self) -> None:
        if (shell := self._shell()) is not None:
            shell.open_one_page()

    def _find(self) -> None:
        if (shell := self._shell()) is not None:
            shell.start_search()

    def _undo(self) -> None:
        if (shell := self._shell()) is not None:
            shell.credentials.curating.undo.undo()

    def _redo(self) -> None:
        if (shell := self._shell()) is not None:
            shell.credentials.curating.undo.redo()

    def _write_own(self) -> None:
        if (shell := self._shell()) is not None:
            shell.records.write_own()

    def _back_up(self) -> None:
        if (shell := self._shell()) is not None:
            shell.backups.back_up()

    def _move(self) -> None:
        if (shell := self._shell()) is not None:
            shell.care.move()

    def _join(self) -> None:
        if (shell := self._shell()) is not None:
            shell.care.join()

    def _export(self) -> None:
        if (shell := self._shell()) is not None:
            shell.backups.write_everything()

    def _advise(self) -> None:
        if (shell := self._shell()) is not None:
            shell.advise.emit()

    def _go(self, place: str) -> None:
        if (shell := self._shell()) is not None:
            shell.show_place(place)
