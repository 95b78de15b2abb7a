"""The page for counselors: make a class pack, open one for today, print tickets, hand-outs.

It needs no wallet file and holds nothing about students. Lives here: the doors. Does not live here: making a pack
(`class_maker`), today's class (`wallet.ui.class_room`), what a door leads to (`wallet.ui.class_flow`).
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from wallet.errors import WalletError
from wallet.ui.class_room import ClassRoom
from wallet.ui.messages import error_message
from wallet.ui.pages.sheet import Sheet
from wallet.ui.safe_text import one_line
from wallet.ui.theme.look import Look
from wallet.ui.widgets.boxes import Content, Middle, Notice, Surface, column, row
from wallet.ui.widgets.buttons import Button
from wallet.ui.widgets.class_line import ClassLine
from wallet.ui.widgets.labels import IconLabel, PlainLabel

_LONGEST_CODE = 20


class CounselorPage(Sheet):
    """`print_tickets` carries the code as it was typed; `materials` asks for the page with hand-outs."""

    make_pack = Signal()
    open_pack = Signal()
    print_tickets = Signal(str)
    end_class = Signal()
    materials = Signal()

    def __init__(self, look: Look, room: ClassRoom, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._room = room
        self.set_title(self.tr("For counselors"))
        self.intro.setText(
            self.tr(
                "Prepare a class, and set up students one after the other. No names are kept on this computer."
            )
        )
        self.make = Button(look, self.tr("Make a class pack"), "file-plus")
        self.choose = Button(look, self.tr("Open a class pack"), "folder", "primary")
        self.leave_class = Button(look, self.tr("End this class"), "close", "link")
        self.tickets = Button(look, self.tr("Save the tickets as PDF"), "file-text")
        self.code = QLineEdit()
        self.hand_outs = Button(look, self.tr("Handouts and guides"), "page")
        self.about = PlainLabel("", "secondary")
        self.line = ClassLine(look, room)
        self.trouble = Notice(look, "warn", "")
        self.trouble.hide()
        self.done = Button(look, self.tr("Back"), "arrow-left")
        content = Content()
        layout = column(look, 10, (6, 4, 14, 12))
        layout.addWidget(self.trouble)
        self._add_today(layout)
        self._add_tickets(layout)
        self._add_door(
            layout,
            "file-plus",
            self.tr("Make a class pack"),
            self.tr(
                "One file for a class: lists of issuers your school knows, a language, and what issuers gave out for "
                "each student."
            ),
            self.make,
        )
        self.hand_outs_card = self._add_door(
            layout,
            "page",
            self.tr("Handouts and guides"),
            self.tr("Pages to print for students, families, employers and colleges."),
            self.hand_outs,
        )
        layout.addWidget(
            Notice(
                look,
                "wait",
                self.tr("Each student's file is theirs alone."),
                self.tr(
                    "Students make their own passphrase. You never see it, and neither a class pack nor its code opens "
                    "a student's file."
                ),
            )
        )
        layout.addStretch(1)
        content.fill(layout)
        self.middle = Middle(content, self.title.text())
        self.body.addWidget(self.middle, 1)
        self.foot.addStretch(1)
        self.foot.addWidget(self.done)
        self._connect()
        self.follow()

    def first_field(self) -> QWidget:
        """Where the keyboard goes."""
        return self.line.button if self._room.today is not None else self.choose

    def follow(self) -> None:
        """Shows today's class as it is now."""
        today, counted = self._room.today, self._room.counted
        self.tickets_card.setVisible(today is not None)
        self.leave_class.setVisible(counted is not None)
        self.choose.set_words(
            self.tr("Open another class pack") if counted is not None else self.tr("Open a class pack")
        )
        self.choose.set_kind("plain" if counted is not None else "primary")
        if today is None:
            self.about.setText(
                self.tr("The pack stays where it is. The count is gone when this program ends.")
            )
            return
        has_code = today.has_items
        for widget in (self.code_label, self.code, self.code_hint):
            widget.setVisible(has_code)
        facts = [today.path.name, self.tr("%n seat(s)", "", today.seats)]
        facts += [self.tr("list “{title}”").format(title=one_line(one.title)) for one in today.lists]
        facts += [self.tr("files for students, locked")] if has_code else []
        self.about.setText(" · ".join(facts))
        self._judge()

    def show_materials(self, *, offered: bool) -> None:
        """Whether there is a page with hand-outs to go to."""
        self.hand_outs_card.setVisible(offered)

    def tell(self, words: str) -> None:
        """Something is done."""
        self.trouble.tell("ok", words)
        self._show_trouble(words)

    def show_error(self, error: WalletError) -> None:
        """Why something could not be done."""
        message = error_message(error)
        self.trouble.tell("warn", message.happened, f"{message.means} {message.do}")
        self._show_trouble(message.spoken)

    def offer_code(self, code: str) -> None:
        """The code of a pack that was made just now."""
        self.code.setText(code)

    def _show_trouble(self, spoken: str) -> None:
        self.trouble.show()
        self.middle.to_top()
        self.announce(spoken)

    def _add_today(self, layout: QVBoxLayout) -> None:
        card, inner = self._card(layout, "users", self.tr("Today's class"))
        del card
        inner.addWidget(self.about)
        inner.addWidget(self.line)
        buttons = row(self.look, 10)
        buttons.addWidget(self.choose)
        buttons.addWidget(self.leave_class)
        buttons.addStretch(1)
        inner.addLayout(buttons)

    def _add_tickets(self, layout: QVBoxLayout) -> None:
        self.tickets_card, inner = self._card(layout, "file-text", self.tr("Print tickets"))
        inner.addWidget(
            PlainLabel(self.tr("One for each seat, to cut and hand out. They name no student."), "secondary")
        )
        self.code_label = PlainLabel(self.tr("Class code"), "strong")
        self.code.setAccessibleName(self.code_label.text())
        self.code.setMaxLength(_LONGEST_CODE)
        self.code_label.setBuddy(self.code)
        self.code_hint = PlainLabel(
            self.tr("It was shown when the pack was made. It stands nowhere in the pack."), "hint"
        )
        for widget in (self.code_label, self.code, self.code_hint):
            inner.addWidget(widget)
        inner.addWidget(self.tickets, 0, Qt.AlignmentFlag.AlignLeading)

    def _add_door(self, layout: QVBoxLayout, icon: str, title: str, text: str, button: Button) -> Surface:
        card, inner = self._card(layout, icon, title)
        inner.addWidget(PlainLabel(text, "secondary"))
        inner.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading)
        return card

    def _card(self, layout: QVBoxLayout, icon: str, title: str) -> tuple[Surface, QVBoxLayout]:
        card = Surface("card")
        inner = column(self.look, 8, (16, 12, 16, 14))
        head = row(self.look, 10)
        head.addWidget(IconLabel(self.look, icon, "primary", 22))
        head.addWidget(PlainLabel(title, "section"), 1)
        inner.addLayout(head)
        card.setLayout(inner)
        layout.addWidget(card)
        return card, inner

    def _connect(self) -> None:
        self.close_button.clicked.connect(self.closed)
        self.done.clicked.connect(self.closed)
        self.make.clicked.connect(self.make_pack)
        self.choose.clicked.connect(self.open_pack)
        self.leave_class.clicked.connect(self.end_class)
        self.hand_outs.clicked.connect(self.materials)
        self.code.textChanged.connect(self._judge)
        self.code.returnPressed.connect(self.tickets.click)
        self.tickets.clicked.connect(lambda: self.print_tickets.emit(self.code.text()))
        self._room.changed.connect(self.follow)

    def _judge(self) -> None:
        today = self._room.today
        wants_code = today is not None and today.has_items
        self.tickets.setEnabled(not wants_code or bool(self.code.text().strip()))
