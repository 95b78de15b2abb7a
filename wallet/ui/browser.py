"""The only place where this program asks the computer's browser to open something."""

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def open_in_browser(address: str) -> bool:
    """Opens a secure web address; whether a browser could be started. Anything else is not opened."""
    url = QUrl(address, QUrl.ParsingMode.StrictMode)
    return url.isValid() and url.scheme() == "https" and QDesktopServices.openUrl(url)
