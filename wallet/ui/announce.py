"""Telling screen readers what has just happened, without moving the keyboard."""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


def announce(place: QWidget, words: str, *, urgent: bool = False) -> None:
    """Has it read aloud; `urgent` may interrupt what is being read."""
    event = QAccessibleAnnouncementEvent(place, words)
    if urgent:
        event.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(event)
