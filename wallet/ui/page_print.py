"""A collection on one page, straight to the printer: no file is written on the way."""

from PySide6.QtCore import QSizeF
from PySide6.QtGui import (
    QFont,
    QGuiApplication,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from wallet.ui.page_ports import OnePage
from wallet.ui.printing import chosen_printer
from wallet.ui.safe_text import display_text

_SIZES = (12.0, 11.0, 10.0, 9.0, 8.0, 7.0)
_MOST_LETTERS = 400
_POINTS_PER_INCH = 72


def print_page(parent: QWidget, page: OnePage) -> bool:
    """Asks for a printer and prints one page; whether it was sent."""
    printer = chosen_printer(parent)
    if printer is None:
        return False
    rect = printer.pageRect(QPrinter.Unit.Point)
    printer.setFromTo(1, 1)
    page_document(page, QSizeF(rect.width(), rect.height())).print_(printer)
    return True


def page_document(page: OnePage, size: QSizeF) -> QTextDocument:
    """The page as text, black on white, with letters as large as fit on one page of this size in points.

    What is too much for the smallest letters is counted instead of shown.
    """
    count = len(page.items)
    for points in _SIZES:
        document = _laid_out(page, size, points, count)
        if document.pageCount() == 1:
            return document
    fits, too_many = 0, count
    while too_many - fits > 1:
        middle = (fits + too_many) // 2
        if _laid_out(page, size, _SIZES[-1], middle).pageCount() == 1:
            fits = middle
        else:
            too_many = middle
    return _laid_out(page, size, _SIZES[-1], fits)


def _laid_out(page: OnePage, size: QSizeF, points: float, shown: int) -> QTextDocument:
    """The document with the first so many items."""
    document = QTextDocument()
    document.setDocumentMargin(0)
    document.setPageSize(size * (QGuiApplication.primaryScreen().logicalDotsPerInch() / _POINTS_PER_INCH))
    cursor = QTextCursor(document)
    _add(cursor, page.title, points * 1.9, bold=True)
    if page.owner:
        _add(cursor, page.owner, points * 1.1)
    if page.note:
        _add(cursor, display_text(page.note, 2000), points, above=points)
    for title, facts in page.items[:shown]:
        _add(cursor, title, points * 1.1, bold=True, above=points)
        _add(cursor, facts, points * 0.9)
    if shown < len(page.items):
        _add(cursor, page.more.format(count=len(page.items) - shown), points, above=points)
    _add(cursor, page.foot, points * 0.8, above=points * 1.5)
    return document


def _add(cursor: QTextCursor, words: str, points: float, *, bold: bool = False, above: float = 0) -> None:
    """One paragraph; never as markup, whatever it says."""
    block, letters = QTextBlockFormat(), QTextCharFormat()
    block.setTopMargin(above)
    letters.setFontPointSize(points)
    letters.setFontWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    if cursor.position():
        cursor.insertBlock(block, letters)
    else:
        cursor.setBlockFormat(block)
    cursor.insertText(display_text(words, 2000 if above else _MOST_LETTERS), letters)
