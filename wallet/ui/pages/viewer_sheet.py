"""The sheet that shows a file: a picture from the picture process, or plain text; anything else can be saved only.

Nothing in a file is followed, run or loaded. Does not live here: reading bytes (`OpenWallet`), decoding (`Pictures`).
"""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QStackedWidget, QWidget

from wallet.errors import WalletError
from wallet.ui.file_words import SHOWN_AS_PICTURE, SHOWN_AS_TEXT, kind_and_size, name_to_save
from wallet.ui.languages import translate
from wallet.ui.pages.sheet import Sheet
from wallet.ui.pictures import Pictures
from wallet.ui.ports import OpenWallet
from wallet.ui.record_ports import Viewable
from wallet.ui.safe_text import display_text
from wallet.ui.tasks import Callbacks, Job
from wallet.ui.tools import Tools
from wallet.ui.widgets.buttons import Button
from wallet.ui.widgets.labels import PlainLabel

_LETTERS = 200_000


class ViewerSheet(Sheet):
    """Shows one file of the learner's, or one piece of evidence that came inside a credential."""

    def __init__(
        self, tools: Tools, wallet: OpenWallet, viewable: Viewable, parent: QWidget | None = None
    ) -> None:
        super().__init__(tools.look, parent)
        self._tools = tools
        self._wallet = wallet
        self._viewable = viewable
        self.set_title(viewable.name)
        self.intro.setText(kind_and_size(viewable.media_type, viewable.size))
        self.picture = PictureView(viewable.name)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(viewable.name)
        self.words = PlainLabel(self.tr("Opening…"), "lead")
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.body_stack = QStackedWidget()
        for page in (self.words, self.picture, self.text):
            self.body_stack.addWidget(page)
        self.body.addWidget(self.body_stack, 1)
        self.save = Button(tools.look, self.tr("Save a copy"), "save")
        self.done = Button(tools.look, self.tr("Back"), "arrow-left", "primary")
        self.foot.addWidget(self.save)
        self.foot.addStretch(1)
        self.foot.addWidget(self.done)
        self.close_button.clicked.connect(self.closed)
        self.done.clicked.connect(self.closed)
        self.save.clicked.connect(self._save)
        self._fetch()

    def first_field(self) -> QWidget:
        """Where the keyboard goes."""
        return self.done

    def _fetch(self) -> None:
        if self._viewable.media_type not in SHOWN_AS_PICTURE | SHOWN_AS_TEXT:
            self._tell(self.tr("This kind of file is not shown here. You can save a copy and open that."))
            return
        callbacks = Callbacks(done=self._show, error=self._refused)
        self._tools.tasks.run_on_vault(partial(_content, self._wallet, self._viewable), self, callbacks)

    def _show(self, content: bytes) -> None:
        if self._viewable.media_type in SHOWN_AS_TEXT:
            self.text.setPlainText(display_text(content[: 4 * _LETTERS].decode("utf-8", "replace"), _LETTERS))
            self.body_stack.setCurrentWidget(self.text)
            self.text.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        work = partial(_decoded, self._tools.pictures, content)
        self._tools.tasks.run(work, self, Callbacks(done=self._show_picture))

    def _show_picture(self, image: QImage | None) -> None:
        if image is None:
            self._tell(
                self.tr("This picture is too large or damaged, so it is not shown. You can save a copy.")
            )
            return
        self.picture.set_image(image)
        self.body_stack.setCurrentWidget(self.picture)

    def _refused(self, error: WalletError) -> None:
        self._tell(self.tr("This cannot be opened."))
        self._tools.messages.error(error)

    def _tell(self, words: str) -> None:
        self.words.setText(words)
        self.body_stack.setCurrentWidget(self.words)
        self.announce(words)

    def _save(self) -> None:
        save_viewable(self._tools, self._wallet, self._viewable, self)


class PictureView(QWidget):
    """A picture, as large as there is room for and never larger than it is."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image: QImage | None = None
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    @property
    def image(self) -> QImage | None:
        """What is shown."""
        return self._image

    def set_image(self, image: QImage) -> None:
        """The decoded picture."""
        self._image = image
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
        """Qt: the picture in the middle, its shape kept."""
        del event
        if self._image is None:
            return
        size = QSize(self._image.size())
        if size.width() > self.width() or size.height() > self.height():
            size.scale(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (self.width() - size.width()) // 2, (self.height() - size.height()) // 2
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRect(QPoint(left, top), size), self._image)
        painter.end()


def save_viewable(tools: Tools, wallet: OpenWallet, viewable: Viewable, parent: QWidget) -> None:
    """Asks for a place and writes a copy there."""
    name = name_to_save(viewable.name, viewable.media_type, own=bool(viewable.number))
    out = tools.dialogs.save_file(parent, translate("ViewerSheet", "Save a copy"), name)
    if out is not None:
        said = translate("ViewerSheet", "Saved as {name}.")
        work = partial(_written, wallet, viewable, out)
        tools.tasks.run_on_vault(
            work, parent, Callbacks(done=lambda saved: tools.messages.tell(said.format(name=saved)))
        )


def _content(wallet: OpenWallet, viewable: Viewable, job: Job) -> bytes:
    del job
    return wallet.content_of(viewable)


def _decoded(pictures: Pictures, content: bytes, job: Job) -> QImage | None:
    return None if job.stopped else pictures.decode_large(content)


def _written(wallet: OpenWallet, viewable: Viewable, out: Path, job: Job) -> str:
    del job
    wallet.write_content(viewable, out)
    return out.name
