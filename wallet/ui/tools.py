"""What every page needs beside its use cases, in one frozen bundle."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from wallet.ui.camera import Camera, find_camera
from wallet.ui.clipboard import OwnClipboard
from wallet.ui.file_dialogs import FileDialogs
from wallet.ui.messages import Messages
from wallet.ui.pictures import Pictures
from wallet.ui.screen_pictures import QtScreens, ScreenPictures
from wallet.ui.tasks import Tasks
from wallet.ui.theme.look import Look


@dataclass(frozen=True, slots=True)
class Tools:
    """Handed to pages in their constructor; one set for each window.

    Attributes:
        look: theme and text size.
        tasks: the workers.
        messages: where everything to be told ends.
        clipboard: copying with a memory.
        dialogs: asking for files.
        pictures: decoding badge pictures.
        now: the time, timezone-aware UTC.
        open_web: opens an address in the person's browser, and says whether that could be started. To be called only on
            the click that asks for it.
        screens: pictures of what is on them, taken only on the click that asks for it.
        find_camera: the camera, None where no program part for one is installed; it is off until a click.
    """

    look: Look
    tasks: Tasks
    messages: Messages
    clipboard: OwnClipboard
    dialogs: FileDialogs
    pictures: Pictures
    now: Callable[[], datetime]
    open_web: Callable[[str], bool]
    screens: ScreenPictures = field(default_factory=QtScreens)
    find_camera: Callable[[], Camera | None] = find_camera
