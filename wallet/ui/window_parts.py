"""What a window is made of, in one frozen bundle."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from wallet.app.settings import Settings
from wallet.app.shared_computer import sticks
from wallet.ui.class_ports import ClassDesk
from wallet.ui.fresh_start import Resumed
from wallet.ui.lock_guard import seconds_awake_or_asleep
from wallet.ui.tools import Tools

if TYPE_CHECKING:
    from wallet.ui.ports import Desk


@dataclass(frozen=True, slots=True)
class WindowParts:
    """What a window is made of.

    Attributes:
        tools: what every page needs.
        desk: what can be done without an open file.
        classes: what can be done with a class pack.
        remember: keeps the few settings; called with their new value.
        settings: what was remembered.
        folder: where a new file is offered to go.
        begin_anew: replaces this program by a new one after a lock; None where it goes on as it is.
        seconds: a count of seconds that never goes back, for noticing that nobody is there.
        shared: whether nothing may stay on this computer.
        sticks: the removable places that are there now.
    """

    tools: Tools
    desk: "Desk"
    classes: ClassDesk
    remember: Callable[[Settings], None]
    settings: Settings
    folder: Path
    begin_anew: Callable[[Resumed], None] | None = None
    seconds: Callable[[], float] = seconds_awake_or_asleep
    shared: bool = False
    sticks: Callable[[], Sequence[Path]] = sticks
