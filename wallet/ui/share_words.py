"""How a share left, in the words and the icon of the history."""

from wallet.ui.languages import translate


def channel_words(channel: str) -> str:
    """A channel of the history in words; one of a newer program as it is."""
    return {
        "qr": translate("ShareWords", "QR code"),
        "frames": translate("ShareWords", "moving QR code"),
        "nearby": translate("ShareWords", "in the same room"),
        "link": translate("ShareWords", "link"),
        "page": translate("ShareWords", "page that checks itself"),
        "paper": translate("ShareWords", "PDF"),
        "file": translate("ShareWords", "file"),
        "locked": translate("ShareWords", "locked file"),
        "archive": translate("ShareWords", "originals (ZIP)"),
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
