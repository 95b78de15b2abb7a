"""The camera, where Qt's multimedia add-on is installed (the extra `camera`); looked for only on a click.

Lives here: what a camera is to the window, and Qt's. Does not live here: what is done with its pictures. They stay in
the memory, and the camera is off again as soon as nobody looks.
"""

import importlib.util
from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtGui import QImage


class Camera(Protocol):
    """Where moving pictures come from."""

    def start(self, show: Callable[[QImage], None]) -> bool:
        """Switches it on; `show` gets each picture, on the window's thread. False where there is no camera."""
        ...

    def stop(self) -> None:
        """Switches it off."""
        ...


def find_camera() -> Camera | None:
    """The computer's camera; None without the add-on. Loads nothing."""
    return QtCamera() if importlib.util.find_spec("PySide6.QtMultimedia") is not None else None


class QtCamera:
    """The camera that the system uses by default."""

    def __init__(self) -> None:
        self._parts: tuple[Any, ...] = ()

    def start(self, show: Callable[[QImage], None]) -> bool:
        """Loads the add-on and switches the camera on."""
        multimedia: Any = importlib.import_module("PySide6.QtMultimedia")
        if not multimedia.QMediaDevices.videoInputs():
            return False
        camera = multimedia.QCamera(multimedia.QMediaDevices.defaultVideoInput())
        session, sink = multimedia.QMediaCaptureSession(), multimedia.QVideoSink()
        session.setCamera(camera)
        session.setVideoSink(sink)
        sink.videoFrameChanged.connect(lambda frame: show(frame.toImage()))
        camera.start()
        self._parts = (camera, session, sink)
        return True

    def stop(self) -> None:
        """Switches it off and lets go of it."""
        if self._parts:
            self._parts[0].stop()
            self._parts = ()
