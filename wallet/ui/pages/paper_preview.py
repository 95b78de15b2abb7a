"""A page of paper as it will be, to read before it is printed or saved: its very words, in their order."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from wallet.app.overview_page import OverviewPaper, Style
from wallet.ui.safe_text import display_text
from wallet.ui.theme.look import Look
from wallet.ui.widgets.boxes import Content, Middle, Notice, Rule, Surface, clear_layout, column
from wallet.ui.widgets.labels import PlainLabel

_ROLES = {
    Style.TITLE: "detail",
    Style.NAME: "section",
    Style.HEADING: "section",
    Style.TEXT: "body",
    Style.ITEM: "strong",
    Style.DETAIL: "secondary",
    Style.SMALL: "secondary",
}


class PaperPreview(Surface):
    """The paragraphs as words to read and to have read out; above them what the paper cannot show."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__("card", parent)
        self._look = look
        self._column: QVBoxLayout = column(look, 4, (18, 14, 14, 14))
        content = Content()
        content.fill(self._column)
        outer = column(look, 0, (0, 2, 2, 2))
        outer.addWidget(Middle(content, self.tr("The page as it will be")))
        self.setLayout(outer)

    def show_paper(self, paper: OverviewPaper | None) -> None:
        """Shows a page; None while it is being made."""
        clear_layout(self._column)
        if paper is None:
            self._say(self.tr("Making the page…"), "secondary")
        else:
            self._show(paper)
        self._column.addStretch(1)

    def show_trouble(self, words: str) -> None:
        """There is no page, and why."""
        clear_layout(self._column)
        self._column.addWidget(Notice(self._look, "warn", words))
        self._column.addStretch(1)

    def _show(self, paper: OverviewPaper) -> None:
        self._say(self.tr("The page as it will be"), "secondary_strong")
        if paper.lacks_letters:
            self._column.addWidget(
                Notice(
                    self._look,
                    "warn",
                    self.tr("Some letters will stand as ? in the PDF."),
                    self.tr(
                        "This computer has no typeface for them there. Printed from here they are right."
                    ),
                )
            )
        if paper.items_left or paper.skills_left or paper.is_shortened:
            self._say(
                self.tr("It is one page. What does not fit is left out, and the page says how much."), "hint"
            )
        for one in paper.paragraphs:
            if one.style is Style.HEADING:
                self._column.addSpacing(self._look.px(6))
                self._column.addWidget(Rule())
                self._column.addSpacing(self._look.px(4))
            self._say(display_text(one.text), _ROLES[one.style])

    def _say(self, words: str, role: str) -> None:
        self._column.addWidget(PlainLabel(words, role))
