"""Paper straight from the window: the printer somebody chooses, and one page drawn onto it; no file is written.

What the printer's own queue keeps is out of the program's reach. Lives here: choosing and sending. Does not live here:
what stands on a page (`kit_print`, `material_print`, `overview_print`, `page_print`).
"""

from collections.abc import Callable

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget


def chosen_printer(parent: QWidget, name: str = "") -> QPrinter | None:
    """Asks for a printer; None when somebody thinks better of it. `name` is what its queue calls the page."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(name)
    accepted = QPrintDialog(printer, parent).exec() == QDialog.DialogCode.Accepted
    return printer if accepted else None


def print_painted(parent: QWidget, paint: Callable[[QPainter, QRectF], object], name: str = "") -> bool:
    """Asks for a printer and sends one page, which `paint` draws inside what the printer can reach; whether it was."""
    printer = chosen_printer(parent, name)
    if printer is None:
        return False
    painter = QPainter(printer)
    paint(painter, QRectF(printer.pageRect(QPrinter.Unit.DevicePixel)))
    painter.end()
    return True
