"""What follows a lock: the same program, begun anew (`fresh_start`), with as little as it must know.

Lives here: what is handed over. Does not live here: when (the window).
"""

import contextlib
from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QWidget

from wallet.ui.class_room import ClassRoom
from wallet.ui.fresh_start import Resumed
from wallet.ui.lock_guard import LockReason
from wallet.ui.memory import Memory
from wallet.ui.window_parts import WindowParts


class NextProgram:
    """Begins anew where the surroundings can; else this program goes on."""

    def __init__(self, parts: WindowParts, memory: Memory, room: ClassRoom, window: QWidget) -> None:
        """`room` is today's class; the next window comes to where this one is."""
        self._parts = parts
        self._memory = memory
        self._room = room
        self._window = window

    def after_lock(self, vault: Path | None, why: str) -> None:
        """The file is closed (or its place has gone); `vault` is the one to ask the passphrase for."""
        leaves = self._parts.shared and why == LockReason.ASKED
        self._begin(
            Resumed(
                vault=vault,
                why="" if why == LockReason.ASKED else why,
                theme="" if leaves else self._memory.settings.theme,
                text_size=0 if leaves else self._memory.settings.text_size,
                language="" if leaves else self._memory.settings.language,
                geometry=self._geometry,
                shared=self._parts.shared,
            )
        )

    def shared(self) -> None:
        """From now on nothing is kept on this computer."""
        language = self._memory.settings.language
        self._begin(Resumed(language=language, geometry=self._geometry, shared=True))

    @property
    def _geometry(self) -> bytes:
        """Place and size as Qt saves them."""
        return bytes(self._window.saveGeometry().data())

    def _begin(self, resumed: Resumed) -> None:
        if self._parts.begin_anew is None:
            return
        if (counted := self._room.counted) is not None:
            resumed = replace(
                resumed,
                class_pack=counted.path,
                class_done=counted.done,
                class_seats=counted.seats,
                class_next=self._room.next_waits,
            )
        self._parts.tools.pictures.close()
        with contextlib.suppress(OSError):  # locked all the same; only the memory is not a new one
            self._parts.begin_anew(resumed)
