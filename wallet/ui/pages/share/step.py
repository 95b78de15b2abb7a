"""What the sheet asks of its first two steps, whether something is shared or a request answered."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from wallet.app.part_starts import USUAL, Starts
from wallet.ui.pages.share.preview import PreviewPanel
from wallet.ui.share_ports import OfferedParts, SharePreview
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
    def starts(self) -> Starts:
        """What such a receiver is usually shown: the kinds of parts that start with a tick."""
        return USUAL

    @property
    def channel(self) -> str:
        """The way of sending that suits it, "" for no suggestion."""
        return ""

    @property
    def with_note(self) -> bool:
        """Whether the learner usually adds words of their own."""
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

    @property
    def note(self) -> str:
        """Words of the learner's own that go along, "" for none."""
        return ""

    def start_with(self, starts: Starts, *, with_note: bool) -> None:
        """What the purpose says: the kinds of parts that start with a tick; whether words of one's own are usual."""
        del starts, with_note

    def offer_parts(self, record_id: str, offered: OfferedParts) -> None:
        """What can be left out of one of them."""
        del record_id, offered

    def show_preview(self, preview: SharePreview) -> None:
        """What would be sent, read back from its bytes."""
        self.preview.show_preview(preview)

    @property
    def acceptable(self) -> bool:
        """Whether anything is chosen."""
        return bool(self.chosen)

    def focus_first(self) -> None:
        """Puts the keyboard where the step begins."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)
