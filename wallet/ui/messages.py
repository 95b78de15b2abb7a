"""The one place where the window tells a person that something happened, what it means and what to do.

Lives here: turning reason codes into messages and handing them to whoever shows them (`widgets.message_bar`).
Does not live here: the sentences for reason codes (`wallet.app.reason_texts`).
"""

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QObject, Signal

from wallet.errors import Reason, WalletError
from wallet.ui.safe_details import details_of
from wallet.ui.tasks import internal_error


@dataclass(frozen=True, slots=True)
class Message:
    """One thing to tell. `tone` is ok, wait, warn or bad; `technical` is for *Technical details*.

    `button` is what a button beside the words says, and `act` what it does; "" for no button.
    """

    tone: str
    happened: str
    means: str = ""
    do: str = ""
    technical: str = ""
    button: str = ""
    act: Callable[[], object] | None = field(default=None, compare=False)

    @property
    def spoken(self) -> str:
        """The whole message as one line for a screen reader."""
        return " ".join(part for part in (self.happened, self.means, self.do) if part)


class Messages(QObject):
    """Collects what is to be told; the window listens to `told`, and to `broke` for mistakes of this program."""

    told = Signal(object)
    broke = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ways_out: dict[Reason, tuple[str, Callable[[], object]]] = {}

    def add_way_out(self, reason: Reason, button: str, act: Callable[[], object]) -> None:
        """From now on an error with this reason comes with one thing to do about it."""
        self._ways_out[reason] = (button, act)

    def error(self, error: WalletError) -> None:
        """A refusal, in the words of its reason code; a mistake of ours goes to `broke`."""
        if error.reason is Reason.INTERNAL_ERROR:
            self.broke.emit(replace(error_message(error), technical=details_of(error)))
            return
        button, act = self._ways_out.get(error.reason, ("", None))
        self.told.emit(replace(error_message(error), button=button, act=act))

    def internal(self, error: BaseException) -> None:
        """A mistake of this program."""
        self.error(internal_error(error))

    def tell(self, happened: str, tone: str = "ok", do: str = "") -> None:
        """Anything else, already worded."""
        self.told.emit(Message(tone, happened, do=do))

    def offer(
        self, happened: str, button: str, act: Callable[[], object], tone: str = "ok", do: str = ""
    ) -> None:
        """Something with one thing to do about it, such as taking it back."""
        self.told.emit(Message(tone, happened, do=do, button=button, act=act))


def error_message(error: WalletError) -> Message:
    """The message of an error: its reason's three sentences, with code and detail as technical details."""
    from wallet.ui.reason_words import words  # noqa: PLC0415 - most starts have nothing to explain

    text = words(error.reason)
    technical = f"{error.reason}: {error.detail}" if error.detail else str(error.reason)
    tone = "bad" if error.reason is Reason.INTERNAL_ERROR else "warn"
    return Message(tone, text.happened, text.means, text.do, technical)
