"""The side of the window: where one can go, and the lock card that names the file."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QWidget

from wallet.ui.theme.look import Look
from wallet.ui.widgets.boxes import Surface, column, row
from wallet.ui.widgets.buttons import Button
from wallet.ui.widgets.filter_button import FilterButton
from wallet.ui.widgets.labels import IconLabel, PlainLabel


class NavButton(Button):
    """One place to go, with a count at its end."""

    def __init__(self, look: Look, words: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(look, words, icon, "nav", parent)
        self._words = words
        self.setCheckable(True)
        self.toggled.connect(self._draw)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.count = PlainLabel("", "navcount", wrap=False, parent=self)
        self.count.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        layout = row(look, 0, (0, 0, 12, 0))
        layout.addStretch(1)
        layout.addWidget(self.count)
        self.setLayout(layout)

    def set_count(self, count: int) -> None:
        """How many things are there; spoken with the name."""
        self.count.setText(str(count))
        self.setAccessibleName(f"{self._words}, {count}")

    def set_narrow(self, narrow: bool) -> None:
        """Icon only, with a tooltip, on small windows."""
        self.setText("" if narrow else self._words)
        self.setToolTip(self._words if narrow else "")
        self.count.setVisible(not narrow)


class LockCard(Surface):
    """Which file is open, where it is, and the button that locks it."""

    lock = Signal()
    make_kit = Signal()
    back_up = Signal()

    def __init__(
        self, look: Look, file_name: str, place: str, *, shared: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__("card", parent)
        self._look = look
        self._lock_words = self.tr("Lock and leave") if shared else self.tr("Lock now")
        layout = self._layout = column(look, 6, (10, 12, 10, 12))
        head = row(look, 8)
        head.addWidget(IconLabel(look, "unlock", "ok", 18))
        head.addWidget(PlainLabel(self.tr("Unlocked"), "secondary_strong", wrap=False, tone="text"), 1)
        self.words = QWidget()
        inner = column(look, 2)
        inner.addLayout(head)
        inner.addWidget(PlainLabel(self.tr("Your file:"), "count"))
        name = PlainLabel(file_name, "secondary_strong")
        name.setAccessibleName(self.tr("Your file: {name}").format(name=file_name))
        inner.addWidget(name)
        inner.addWidget(
            PlainLabel(self.tr("in {folder}. Only you have the key.").format(folder=place), "count")
        )
        self.kit = Button(look, self.tr("No recovery kit"), "triangle-alert", "link")
        self.kit.setToolTip(self.tr("If you forget your passphrase, only a recovery kit opens your file."))
        self.kit.setProperty("tight", True)  # there is little room beside the icon
        self.kit.clicked.connect(self.make_kit)
        self.kit.hide()
        inner.addWidget(self.kit, 0, Qt.AlignmentFlag.AlignLeft)
        self.backup = Button(look, self.tr("Back up now"), "triangle-alert", "link")
        self.backup.setToolTip(
            self.tr("If this computer breaks or is lost, a copy in a second place is what you have.")
        )
        self.backup.setProperty("tight", True)
        self.backup.clicked.connect(self.back_up)
        self.backup.hide()
        inner.addWidget(self.backup, 0, Qt.AlignmentFlag.AlignLeft)
        self.words.setLayout(inner)
        self._icon = "" if shared else "lock"  # the longer words need its room
        self.button = Button(look, self._lock_words, self._icon)
        self.button.clicked.connect(self.lock)
        layout.addWidget(self.words)
        layout.addWidget(self.button)
        self.setLayout(layout)

    def show_kit(self, *, has_kit: bool) -> None:
        """A line while the person has no recovery kit, which leads to making one."""
        self.kit.setVisible(not has_kit)

    def show_backup(self, *, is_due: bool) -> None:
        """A line when it is time for a backup, which makes one."""
        self.backup.setVisible(is_due)

    def set_narrow(self, narrow: bool) -> None:
        """Only the button, as an icon."""
        self.words.setVisible(not narrow)
        self.button.set_kind("icon" if narrow else "plain")
        self.button.set_icon_name("lock" if narrow else self._icon)
        side, top = (0, 0) if narrow else (self._look.px(10), self._look.px(12))
        self._layout.setContentsMargins(side, top, side, top)
        self.button.setText("" if narrow else self._lock_words)
        self.button.setToolTip(self._lock_words if narrow else "")


class Sidebar(Surface):
    """Brand, places, which part of the file is shown, lock card."""

    chosen = Signal(str)
    advise = Signal()

    WIDTH = 232
    NARROW = 76

    def __init__(self, look: Look, lock_card: LockCard, parent: QWidget | None = None) -> None:
        super().__init__("sidebar", parent)
        self._look = look
        self._narrow = self._low = False
        self._needed = 0
        self.lock_card = lock_card
        self._group = QButtonGroup(self)
        self._places: dict[str, NavButton] = {}
        layout = column(look, 2, (14, 12, 14, 10))
        brand = row(look, 10, (2, 0, 0, 8))
        brand.addWidget(IconLabel(look, "wallet", "primary", 22))
        self._brand = PlainLabel(self.tr("LER Wallet"), "detail", wrap=False)
        brand.addWidget(self._brand, 1)
        self._head = QWidget()
        self._head.setLayout(brand)
        layout.addWidget(self._head)
        self._nav = column(look, 2)
        layout.addLayout(self._nav)
        self.filter = FilterButton(look)
        layout.addWidget(self.filter)
        self.adviser = NavButton(look, self.tr("Advising view"), "eye")
        self.adviser.setCheckable(False)
        self.adviser.clicked.connect(self.advise)
        layout.addWidget(self.adviser)
        layout.addStretch(1)
        layout.addWidget(lock_card)
        self.setLayout(layout)
        look.changed.connect(self._restyle)
        self._restyle()

    def add_place(self, key: str, words: str, icon: str) -> NavButton:
        """One more place to go; `chosen` tells its key."""
        button = NavButton(self._look, words, icon)
        button.setProperty("place", key)
        self._group.addButton(button)
        self._places[key] = button
        self._nav.addWidget(button)
        button.clicked.connect(self._tell)
        return button

    def show_place(self, key: str) -> None:
        """Marks where we are."""
        self._places[key].setChecked(True)

    def place(self, key: str) -> NavButton:
        """The button of a place."""
        return self._places[key]

    def set_narrow(self, narrow: bool) -> None:
        """Icons only, or words as well."""
        self._narrow = narrow
        for button in self._places.values():
            button.set_narrow(narrow)
        self.filter.set_narrow(narrow)
        self.adviser.set_narrow(narrow)
        self._brand.setVisible(not narrow)
        self.lock_card.set_narrow(narrow)
        self._restyle()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Qt: in a low window with large text the places take less room, and the brand none."""
        super().resizeEvent(event)
        self._fit_height()

    def _fit_height(self) -> None:
        if not self._low:
            layout = self.layout()
            wrapped = layout.totalHeightForWidth(self.width()) if layout is not None else 0
            self._needed = max(
                self.minimumSizeHint().height(), wrapped
            )  # lines that wrap count with all their lines
        self._set_low(low=self.height() < self._needed)

    def _set_low(self, *, low: bool) -> None:
        if low == self._low:
            return
        self._low = low
        self._head.setVisible(not low)
        self._nav.setSpacing(0 if low else self._look.px(2))
        layout = self.layout()
        if layout is not None:
            layout.setSpacing(0 if low else self._look.px(2))
            left, top, right, bottom = (
                self._look.px(side) for side in ((14, 2, 14, 2) if low else (14, 12, 14, 10))
            )
            layout.setContentsMargins(left, top, right, bottom)
        for button in (*self._places.values(), self.filter, self.adviser):
            button.setProperty("low", low)
            button.style().unpolish(button)
            button.style().polish(button)

    def _restyle(self) -> None:
        self._set_low(low=False)
        self.setFixedWidth(self._look.px(self.NARROW if self._narrow else self.WIDTH))
        self._fit_height()

    def _tell(self) -> None:
        checked = self._group.checkedButton()
        if checked is not None:
            self.chosen.emit(str(checked.property("place")))
