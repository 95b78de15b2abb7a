"""What a page shows while there is nothing on it: a picture, a title, a sentence, and what to do first.

Lives here: how these stand. Does not live here: the words, and what the buttons do (`empty`, `no_skills`).
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from wallet.ui.theme.look import Look
from wallet.ui.widgets.boxes import Middle, column, row
from wallet.ui.widgets.buttons import Button
from wallet.ui.widgets.labels import IconLabel, PlainLabel


def fill_nothing_yet(
    page: QWidget,
    look: Look,
    content: QWidget,
    words: tuple[str, str, str],
    buttons: Sequence[Button],
) -> None:
    """Fills an empty page.

    Args:
        content: what everything stands in, still without a layout.
        words: the name of the icon, the title, the sentence below it.
        buttons: one below the other, the main one first.
    """
    icon, title, text = words
    layout = column(look, 10, (32, 24, 32, 24))
    layout.addStretch(1)
    layout.addWidget(IconLabel(look, icon, "primary", 60), 0, Qt.AlignmentFlag.AlignHCenter)
    for label in (PlainLabel(title, "dialog"), PlainLabel(text, "lead")):
        label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(label)
    for button in buttons:
        line = row(look, 0, (0, 8, 0, 0))
        line.addStretch(1)
        line.addWidget(button)
        line.addStretch(1)
        layout.addLayout(line)
    layout.addStretch(1)
    content.setLayout(layout)
    outer = column(look, 0, (0, 0, 0, 16))
    outer.addWidget(Middle(content, title))
    page.setLayout(outer)
