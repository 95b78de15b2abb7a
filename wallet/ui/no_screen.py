"""Ending in a sentence where Qt would abort: no screen answers, or parts that draw are missing.

Lives here: listening to Qt's last words. Does not live here: the sentence (the caller brings it).
"""

import os
import sys
from collections.abc import Callable

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

_PLATFORM = "qt.qpa."
_NO_PLATFORM = "platform plugin"


def end_with(refuse: Callable[[], int]) -> None:
    """From now on, when Qt finds nothing to draw on, `refuse` says so and the process ends with the code it returns.

    What Qt says about its platforms on the way there is technical and left out; all its other messages go to stderr.
    """

    def handle(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if kind is QtMsgType.QtFatalMsg and _NO_PLATFORM in message:
            code = refuse()
            sys.stderr.flush()
            os._exit(code)  # returning would let Qt abort the process
        category = str(context.category or "")
        if sys.stderr is not None and not category.startswith(_PLATFORM):
            sys.stderr.write(f"{message}\n")

    qInstallMessageHandler(handle)
