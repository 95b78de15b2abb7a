"""What the program is, in two sentences."""

from wallet.ui.languages import translate
from wallet.ui.messages import Messages


def tell_about(messages: Messages) -> None:
    """Says it at the top of the window."""
    messages.tell(
        translate("About", "LER Wallet keeps learning and employment records in one encrypted file you own."),
        "wait",
        translate("About", "Move with Tab, F6 and the arrow keys. Every command is in the menu bar (Alt)."),
    )
