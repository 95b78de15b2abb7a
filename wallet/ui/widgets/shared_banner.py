"""What says that this computer is shared: a chip on the start page, a bar while a file is open."""

from PySide6.QtWidgets import QWidget

from wallet.ui.theme.look import Look
from wallet.ui.widgets.boxes import Surface, column, row
from wallet.ui.widgets.labels import IconLabel, PlainLabel


class SharedChip(Surface):
    """Two words and an icon."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__("warn", parent)
        layout = row(look, 6, (10, 4, 12, 4))
        layout.addWidget(IconLabel(look, "users", "warn", 16))
        layout.addWidget(PlainLabel(self.tr("Shared computer"), "chip", wrap=False, tone="warn"))
        self.setLayout(layout)


class SharedBanner(QWidget):
    """One line: nothing stays here, and when the screen locks."""

    def __init__(self, look: Look, limit: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        panel = Surface("warn")
        inner = row(look, 10, (14, 6, 14, 6))
        inner.addWidget(IconLabel(look, "users", "warn", 18))
        inner.addWidget(PlainLabel(self.tr("Shared computer"), "secondary_strong", wrap=False, tone="text"))
        words = self.tr("Nothing stays here. Locks after {seconds} seconds without use.")
        inner.addWidget(PlainLabel(words.format(seconds=limit), "secondary", tone="text"), 1)
        panel.setLayout(inner)
        layout = column(look, 0, (12, 8, 12, 0))
        layout.addWidget(panel)
        self.setLayout(layout)
