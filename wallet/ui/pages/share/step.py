"""What the sheet asks of its first two steps, whether something is shared or a request answered."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from wallet.ui.pages.share.preview import PreviewPanel
from wallet.ui.share_ports import OfferedParts
from wallet.ui.widgets.fields import ListField


class FirstStep(QWidget):
    """Who it is for, and why."""

    changed = Signal()
    to: QLineEdit
    purpose: ListField

    @property
    def days(self) -> int:
        """How long it lasts unless the person says otherwise."""
        return 7

    @property
    def wants_outcomes(self) -> bool:
        """Whether such a receiver is usually shown how well the learner did."""
        return False

    @property
    def acceptable(self) -> bool:
        """Whether both questions are answered."""
        return bool(self.to.text().strip() and self.purpose.currentText().strip())


class SecondStep(QWidget):
    """What goes in, and both lists."""

    changed = Signal()
    preview: PreviewPanel

    @property
    def chosen(self) -> Sequence[str]:
        """The record ids that go in."""
        return ()

    @property
    def chosen_parts(self) -> Mapping[str, Sequence[str]]:
        """The pointers of what is shown, for each credential of which something is left out by choice."""
        return {}

    @property
    def labelled(self) -> Sequence[str]:
        """Those that go in although they are not valid, labelled so."""
        return ()

    @property
    def unknown(self) -> Sequence[str]:
        """The chosen ones of which it is not known yet what can be left out."""
        return ()

    def offer_parts(self, record_id: str, offered: OfferedParts, *, with_outcomes: bool) -> None:
        """What can be left out of one of them; `with_outcomes` ticks results and evidence."""
        del record_id, offered, with_outcomes

    @property
    def acceptable(self) -> bool:
        """Whether anything is chosen."""
        return bool(self.chosen)

    def focus_first(self) -> None:
        """Puts the keyboard where the step begins."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
