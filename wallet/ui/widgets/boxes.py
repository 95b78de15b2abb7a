"""Layout boxes: cards, notes, rules, scrolling middles."""

from typing import ClassVar, TypeVar

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QScrollBar,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from wallet.ui.theme.look import Look
from wallet.ui.widgets.flow import FlowLayout
from wallet.ui.widgets.labels import IconLabel, PlainLabel

Box = TypeVar("Box", bound=QLayout)
Margins = tuple[int, int, int, int]
_NONE: Margins = (0, 0, 0, 0)
_NEAR = 12
"""Pixels that stay free above and below what is scrolled to; more would push a title out of a small window."""


def column(look: Look, spacing: int = 8, margins: Margins = _NONE) -> QVBoxLayout:
    """A vertical layout with sizes given at 100 %."""
    return _sized(QVBoxLayout(), look, spacing, margins)


def row(look: Look, spacing: int = 8, margins: Margins = _NONE) -> QHBoxLayout:
    """A horizontal layout with sizes given at 100 %."""
    return _sized(QHBoxLayout(), look, spacing, margins)


def flow(look: Look, spacing: int = 8) -> FlowLayout:
    """A line that goes on below when it is full, for buttons whose words are longer in another language."""
    return _sized(FlowLayout(0), look, spacing, _NONE)


def _sized(layout: Box, look: Look, spacing: int, margins: Margins) -> Box:
    _Scale(layout, look, spacing, margins)
    return layout


class _Scale(QObject):
    """Keeps a layout's space in step with the text size; lives and dies with the layout."""

    def __init__(self, layout: QLayout, look: Look, spacing: int, margins: Margins) -> None:
        super().__init__(layout)
        self._layout = layout
        self._look = look
        self._spacing = spacing
        self._margins = margins
        self._size = 0
        look.changed.connect(self._apply)
        self._apply()

    def _apply(self) -> None:
        if self._size != self._look.metrics.text_size:
            self._size = self._look.metrics.text_size
            self._layout.setSpacing(self._look.px(self._spacing))
            self._layout.setContentsMargins(*(self._look.px(side) for side in self._margins))


class Surface(QFrame):
    """A frame with one of the style sheet's surfaces: card, note, sunken, pane, sidebar, ok, warn, bad, wait, chip."""

    def __init__(self, surface: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", surface)

    def set_surface(self, surface: str) -> None:
        """Another surface."""
        self.setProperty("surface", surface)
        self.style().unpolish(self)
        self.style().polish(self)


class Rule(Surface):
    """A horizontal line, one pixel high."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("rule", parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)


class Notice(Surface):
    """A soft panel with an icon, a line that stands out and, below it, an explanation."""

    ICONS: ClassVar = {"warn": "triangle-alert", "wait": "info", "bad": "octagon-x", "ok": "circle-check"}

    def __init__(
        self, look: Look, tone: str, strong: str, text: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(tone, parent)
        layout = row(look, 12, (14, 12, 14, 12))
        self.icon = IconLabel(look, self.ICONS[tone], tone, 20)
        layout.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignTop)
        words = column(look, 2)
        self.strong = PlainLabel(strong, "secondary_strong", tone="text")
        self.text = PlainLabel(text, "secondary", tone="text")
        words.addWidget(self.strong)
        words.addWidget(self.text)
        layout.addLayout(words, 1)
        self.setLayout(layout)
        self.text.setVisible(
            bool(text)
        )  # not before it has a parent: it would flash up as a window of its own

    def tell(self, tone: str, strong: str, text: str = "") -> None:
        """Other words, another tone."""
        self.set_surface(tone)
        self.icon.set_icon(self.ICONS[tone], tone)
        self.strong.setText(strong)
        self.text.setText(text)
        self.text.setVisible(bool(text))


class Middle(QScrollArea):
    """The scrolling middle of a page. It takes focus only when there is something to scroll, so that keys reach it.

    The scroll bar is its own and not Qt's: a screen reader counts the parts of a scrolling area, then asks for each by
    number, and Qt (6.11) ends the program when its bar has gone from sight between the two.
    """

    def __init__(self, content: QWidget, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.bar = self._own_bar()
        self._keep_its_place()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(name)
        self.setWidget(content)
        content.setAutoFillBackground(False)  # setWidget has just switched it on
        self.viewport().setAutoFillBackground(False)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._follow)

    def _own_bar(self) -> QScrollBar:
        """In the place that is kept for it at the end of each line, in sight while there is something to scroll."""
        hidden, bar = self.verticalScrollBar(), QScrollBar(Qt.Orientation.Vertical, self)
        bar.hide()
        hidden.rangeChanged.connect(self._measure)
        hidden.valueChanged.connect(bar.setValue)
        bar.valueChanged.connect(hidden.setValue)
        return bar

    def _keep_its_place(self) -> None:
        wide = self.bar.sizeHint().width()
        left = self.isRightToLeft()
        self.setViewportMargins(wide if left else 0, 0, 0 if left else wide, 0)

    def _measure(self, first: int, last: int) -> None:
        self.bar.setPageStep(self.verticalScrollBar().pageStep())
        self.bar.setSingleStep(self.verticalScrollBar().singleStep())
        self.bar.setRange(first, last)
        self.bar.setVisible(last > first)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        """Qt: a style sheet says how wide the bar is."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._keep_its_place()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Qt: the bar keeps to its edge."""
        super().resizeEvent(event)
        frame, wide = self.contentsRect(), self.bar.sizeHint().width()
        start = frame.left() if self.isRightToLeft() else frame.right() - wide + 1
        self.bar.setGeometry(start, frame.top(), wide, frame.height())
        self._measure(self.verticalScrollBar().minimum(), self.verticalScrollBar().maximum())

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        """What the keyboard has come to is in sight, from wherever it came; Qt itself only sees to steps within.

        Not while a mouse is held: what is being pressed must stay under it.
        """
        if now is None or now is self or not self.isAncestorOf(now):
            return
        if QApplication.mouseButtons() == Qt.MouseButton.NoButton:
            self.ensureWidgetVisible(now, 0, _NEAR)

    def to_top(self) -> None:
        """Another step is read from its beginning, not from where the last one was left."""
        self.verticalScrollBar().setValue(0)


class Content(QWidget):
    """What a `Middle` scrolls: as tall as its words are at its width, not as they would be at the narrowest."""

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """Qt: the height follows from the width, which is not known here."""
        return QSize(super().minimumSizeHint().width(), 0)

    def fill(self, layout: QLayout) -> None:
        """Sets the layout, which then does not hold the height either."""
        layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self.setLayout(layout)


def scroll_to(widget: QWidget) -> None:
    """Brings a widget into view, if it stands in a scrolling middle."""
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, Middle):
        parent = parent.parentWidget()
    if isinstance(parent, Middle):
        parent.ensureWidgetVisible(widget, 0, _NEAR)


def clear_layout(layout: QLayout) -> None:
    """Removes and destroys everything in a layout. Hidden first: without that a widget may flash up as a window."""
    while (item := layout.takeAt(0)) is not None:
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
        elif inner is not None:
            clear_layout(inner)
