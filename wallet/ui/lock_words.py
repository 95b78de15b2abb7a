"""What a person is told about a lock nobody asked for, on the page that follows it."""

from PySide6.QtCore import QObject

from wallet.ui.languages import translate
from wallet.ui.lock_guard import LockReason


def why_locked(why: str, limit: int) -> tuple[str, str, str]:
    """What happened, the tone, and what to do.

    Args:
        why: a `LockReason`.
        limit: seconds without use after which the file is locked.
    """
    if why == LockReason.IDLE:
        happened = Idle().spoken(limit)
    else:
        happened = {
            LockReason.SLEEP: translate("Lock", "Locked because the computer went to sleep."),
            LockReason.SCREEN: translate("Lock", "Locked because the screen was locked."),
            LockReason.USER: translate("Lock", "Locked because another person took this computer."),
            LockReason.STICK: translate("Lock", "Locked because the place of your file is gone."),
            LockReason.MOVED: translate(
                "Lock", "Your file was moved. The copy was opened and compared: nothing is missing."
            ),
            LockReason.COPIED: translate(
                "Lock", "The copy is whole and in its place, but the old file could not be changed."
            ),
            LockReason.DAMAGED: translate(
                "Lock", "Locked, so that nothing more is written to the damaged file."
            ),
        }.get(LockReason(why), translate("Lock", "Locked."))
    if why == LockReason.STICK:
        return happened, "wait", translate("Lock", "Put the stick back in to open your file again.")
    if why == LockReason.MOVED:
        do = translate("Lock", "From now on open the new one. Your passphrase and your recovery kit stay.")
        return happened, "ok", do
    if why == LockReason.COPIED:
        do = translate("Lock", "From now on open the new one. Delete the old one yourself, if you want to.")
        return happened, "warn", do
    if why == LockReason.DAMAGED:
        do = translate("Lock", "Look what is damaged, then put a copy back or save what can be read.")
        return happened, "wait", do
    return happened, "wait", translate("Lock", "Everything you saved is in your file.")


class Idle(QObject):
    """A sentence with a number: Qt's tool finds those of objects only."""

    def spoken(self, limit: int) -> str:
        """After how many seconds it locked."""
        return self.tr("Locked because nobody used the wallet for %n second(s).", "", limit)
