"""The panel that shows what the camera sees until there is a code in it.

Lives here: showing, looking at a picture now and then, stopping. Does not live here: what the code holds, which is
checked as any other picture.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QHideEvent, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from wallet.ui.camera import Camera
from wallet.ui.screen_code import png_of
from wallet.ui.tasks import Callbacks, Job
from wallet.ui.tools import Tools
from wallet.ui.widgets.boxes import Surface, column, row
from wallet.ui.widgets.buttons import Button
from wallet.ui.widgets.labels import PlainLabel

_HEIGHT = 200
_WIDEST = 1280
"""Points of a picture that is looked at: enough for the largest code."""

HasCode = Callable[[bytes], bool]


class CameraView(QWidget):
    """The newest picture, as large as there is room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = QImage()
        self.setAccessibleName(self.tr("What the camera sees"))

    def show_picture(self, picture: QImage) -> None:
        """The next one."""
        self._picture = picture
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Qt: in the middle, whole."""
        del event
        if self._picture.isNull():
            return
        painter = QPainter(self)
        size = QSize(self._picture.size()).scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRect(0, 0, size.width(), size.height())
        place.moveCenter(self.rect().center())
        painter.drawImage(place, self._picture)
        painter.end()


class CameraPanel(Surface):
    """`taken` carries a PNG picture with a code in it; the camera is off by then."""

    taken = Signal(bytes)

    def __init__(self, tools: Tools, has_code: HasCode, parent: QWidget | None = None) -> None:
        """`has_code` says whether there is a code in a picture; it is called on a worker thread."""
        super().__init__("card", parent)
        self._tools = tools
        self._has_code = has_code
        self._camera: Camera | None = None
        self._looking = False
        self.words = PlainLabel(
            self.tr("Hold the code in front of the camera. Nothing is recorded."), "strong"
        )
        self.view = CameraView()
        self.view.setMinimumHeight(tools.look.px(_HEIGHT))
        self.stop_button = Button(tools.look, self.tr("Switch the camera off"), "stop")
        self.stop_button.clicked.connect(self.stop)
        layout = column(tools.look, 8, (14, 12, 14, 12))
        head = row(tools.look, 10)
        head.addWidget(self.words, 1)
        head.addWidget(self.stop_button)
        layout.addLayout(head)
        layout.addWidget(self.view, 1)
        self.setLayout(layout)
        self.hide()

    def begin(self) -> None:
        """Switches the camera on, where there is one."""
        camera = self._tools.find_camera()
        if camera is None or self._camera is not None:
            return
        if not camera.start(self._show):
            self._tools.messages.tell(
                self.tr("No camera was found."),
                "wait",
                self.tr("Plug one in, or drop a picture of the code here."),
            )
            return
        self._camera = camera
        self.show()
        self.stop_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def stop(self) -> None:
        """Switches it off."""
        camera, self._camera = self._camera, None
        if camera is not None:
            camera.stop()
        self.view.show_picture(QImage())
        self.hide()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """Qt: what is out of sight does not look."""
        super().hideEvent(event)
        if not event.spontaneous():  # a minimised window is spontaneous, and comes back
            self.stop()

    def _show(self, picture: QImage) -> None:
        if self._camera is None or picture.isNull():
            return
        self.view.show_picture(picture)
        if not self._looking:
            self._looking = True
            small = picture if picture.width() <= _WIDEST else picture.scaledToWidth(_WIDEST)
            data = png_of(small.convertToFormat(QImage.Format.Format_Grayscale8))
            callbacks = Callbacks(done=partial(self._looked, data), error=self._not_looked)
            self._tools.tasks.run(partial(_look, self._has_code, data), self, callbacks)

    def _looked(self, data: bytes, found: bool) -> None:
        self._looking = False
        if found and self._camera is not None:
            self.stop()
            self.taken.emit(data)

    def _not_looked(self, error: object) -> None:
        del error  # the next picture is looked at
        self._looking = False


def _look(has_code: HasCode, data: bytes, job: Job) -> bool:
    return not job.stopped and has_code(data)
