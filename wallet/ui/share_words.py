"""How a share left, in the words and the icon of the history."""

from PySide6.QtCore import QCoreApplication


def _tr(text: str) -> str:
    return QCoreApplication.translate("ShareWords", text)


def channel_words(channel: str) -> str:
    """A channel of the history in words; one of a newer program as it is."""
    return {
        "qr": _tr("QR code"),
        "frames": _tr("moving QR code"),
        "nearby": _tr("in the same room"),
        "link": _tr("link"),
        "page": _tr("page that checks itself"),
        "paper": _tr("PDF"),
        "file": _tr("file"),
        "locked": _tr("locked file"),
        "archive": _tr("originals (ZIP)"),
    }.get(channel, channel)


def channel_icon(channel: str) -> str:
    """Its icon."""
    return {
        "qr": "qr",
        "frames": "qr",
        "nearby": "nearby",
        "link": "link",
        "page": "page",
        "paper": "file-text",
        "locked": "lock",
        "archive": "archive",
    }.get(channel, "file-check")
