"""Dates as people write them in their language. Text that is no date is shown as it is."""

from datetime import datetime

from PySide6.QtCore import QDate, QLocale

from wallet.ui.languages import translate


def long_date(text: str | None) -> str:
    """An issuer's date as "3 November 2026"; "" for None."""
    return _shown(text, _day_pattern())


def month(text: str | None) -> str:
    """An issuer's date as "Nov 2026"; "" for None."""
    # A pattern for a date, as Qt's QDate.toString knows them: letters for day, month and year, words in quotes.
    return _shown(text, translate("Dates", "MMM yyyy"))


def day_and_month(text: str | None) -> str:
    """An issuer's date as "3 Nov", where its year stands elsewhere; "" for None."""
    return _shown(text, translate("Dates", "d MMM"))


def day_of(moment: datetime) -> str:
    """A moment as its day on this computer's clock."""
    local = moment.astimezone()
    return QLocale().toString(QDate(local.year, local.month, local.day), _day_pattern())


def _day_pattern() -> str:
    return translate("Dates", "d MMMM yyyy")


def _shown(text: str | None, pattern: str) -> str:
    if not text:
        return ""
    date = QDate.fromString(text[:10], "yyyy-MM-dd")
    return QLocale().toString(date, pattern) if date.isValid() else text
