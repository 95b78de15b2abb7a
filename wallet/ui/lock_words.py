"""What a person is told about a lock nobody asked for, on the page that follows it."""

from PySide6.QtCore import QCoreApplication

from wallet.ui.lock_guard import LockReason


def why_locked(why: str, limit: int) -> tuple[str, str, str]:
    """What happened, the tone, and what to do.

    Args:
        why: a `LockReason`.
        limit: seconds without use after which the file is locked.
    """
    if why == LockReason.IDLE:
        happened = QCoreApplication.translate(
            "Lock", "Locked because nobody used the wallet for %n second(s).", "", limit
        )
    else:
        happened = {
            LockReason.SLEEP: _tr("Locked because the computer went to sleep."),
            LockReason.SCREEN: _tr("Locked because the screen was locked."),
            LockReason.USER: _tr("Locked because another person took this computer."),
            LockReason.STICK: _tr("Locked because the place of your file is gone."),
        }.get(LockReason(why), _tr("Locked."))
    if why == LockReason.STICK:
        return happened, "wait", _tr("Put the stick back in to open your file again.")
    return happened, "wait", _tr("Everything you saved is in your file.")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Lock", text)
