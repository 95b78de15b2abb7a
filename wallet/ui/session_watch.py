"""What the computer announces: it goes to sleep, its screen is locked, another person takes the seat.

On Linux through D-Bus: logind (sleep, Lock, a session that is no longer in front) and the screen savers'
`ActiveChanged`. On Windows through messages to the window. macOS tells only programs that use its own
libraries; there the count of seconds, which goes on in sleep, locks the file at waking (`lock_guard`).

Lives here: listening. Does not live here: what follows (`main_window`).
"""

import ctypes
import os
import sys
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import SLOT, QAbstractNativeEventFilter, QCoreApplication, QObject, Signal, Slot

from wallet.ui.lock_guard import LockReason

_LOGIND = "/org/freedesktop/login1"
_SAVERS = (
    "org.freedesktop.ScreenSaver",
    "org.gnome.ScreenSaver",
    "org.cinnamon.ScreenSaver",
    "org.mate.ScreenSaver",
    "org.xfce.ScreenSaver",
)


class SessionWatch(QObject):
    """Tells when nobody can be at this screen any more; `away` carries a `LockReason`."""

    away = Signal(str)

    def start(
        self, system_bus: str = "", session_bus: str = "", environment: Mapping[str, str] = os.environ
    ) -> bool:
        """Listens from now on, where the system tells at all.

        Args:
            system_bus: address of another bus than the system's, for trying this out.
            session_bus: likewise.
            environment: names the session (XDG_SESSION_ID).

        Returns:
            Whether anything is listened to.
        """
        if sys.platform == "win32":
            return _WindowsMessages.listen(self)
        if sys.platform == "darwin":
            return False
        return self._listen_to_buses(system_bus, session_bus, environment.get("XDG_SESSION_ID", ""))

    # -- Linux

    def _listen_to_buses(self, system_bus: str, session_bus: str, session: str) -> bool:
        try:
            from PySide6.QtDBus import QDBusConnection  # noqa: PLC0415 - not every build of Qt has it
        except ImportError:
            return False
        system = _bus(QDBusConnection, system_bus) or QDBusConnection.systemBus()
        own = _bus(QDBusConnection, session_bus) or QDBusConnection.sessionBus()
        heard = False
        if system.isConnected():
            manager = "org.freedesktop.login1.Manager"
            heard |= system.connect("", _LOGIND, manager, "PrepareForSleep", self, _slot("sleeps(bool)"))
        if system.isConnected() and session:
            path = f"{_LOGIND}/session/{escaped_label(session)}"
            heard |= system.connect(
                "", path, "org.freedesktop.login1.Session", "Lock", self, _slot("screen_locks()")
            )
            properties = "org.freedesktop.DBus.Properties"
            slot = _slot("session_changes(QString,QVariantMap,QStringList)")
            heard |= system.connect("", path, properties, "PropertiesChanged", self, slot)
        if own.isConnected():
            for interface in _SAVERS:
                heard |= own.connect("", "", interface, "ActiveChanged", self, _slot("screen_saver(bool)"))
        return heard

    @Slot(bool)
    def sleeps(self, begins: bool) -> None:
        """The logind signal PrepareForSleep: before sleep and after it."""
        if begins:
            self.away.emit(LockReason.SLEEP)

    @Slot()
    def screen_locks(self) -> None:
        """The logind signal Lock, of this session only."""
        self.away.emit(LockReason.SCREEN)

    @Slot(bool)
    def screen_saver(self, active: bool) -> None:
        """Signal ActiveChanged of a screen saver: covered or uncovered."""
        if active:
            self.away.emit(LockReason.SCREEN)

    @Slot(str, "QVariantMap", "QStringList")
    def session_changes(self, interface: str, changed: Any, invalidated: Any) -> None:
        """A property of this session changed: it is no longer in front, so another person has the seat."""
        del interface, invalidated
        if dict(changed).get("Active") is False:
            self.away.emit(LockReason.USER)


def escaped_label(session: str) -> str:
    """A session's id as logind writes it in paths: "2" becomes "_32", "c1" stays."""
    return "".join(
        sign if sign.isascii() and (sign.isalpha() or (place and sign.isdigit())) else f"_{ord(sign):02x}"
        for place, sign in enumerate(session)
    )


def _slot(signature: str) -> Any:
    """A slot as Qt writes it. The library's stub asks for bytes, the library itself for text."""
    return SLOT(signature)


def _bus(connections: Any, address: str) -> Any:
    return connections.connectToBus(address, f"ler-wallet-{address}") if address else None


class _WindowsMessages(QAbstractNativeEventFilter):
    """WM_WTSSESSION_CHANGE and WM_POWERBROADCAST. Not tried on a Windows computer yet."""

    _POWER, _SUSPEND = 0x0218, 0x0004
    _SESSION, _CONSOLE_LEAVES, _REMOTE_LEAVES, _LOCKED = 0x02B1, 0x2, 0x4, 0x7

    def __init__(self, watch: SessionWatch) -> None:
        super().__init__()
        self._watch = watch

    @classmethod
    def listen(cls, watch: SessionWatch) -> bool:
        """Asks Windows to tell the window, which must exist already (it is the watch's parent)."""
        application, window = QCoreApplication.instance(), watch.parent()
        handle = getattr(window, "winId", None)
        if application is None or handle is None:
            return False
        windll: Any = getattr(ctypes, "windll", None)
        heard = windll is not None and bool(windll.wtsapi32.WTSRegisterSessionNotification(int(handle()), 0))
        messages = cls(watch)
        watch.setProperty("messages", messages)  # kept alive as long as the watch
        application.installNativeEventFilter(messages)
        return heard

    def nativeEventFilter(self, kind: Any, message: Any) -> Any:  # noqa: N802
        """Qt: one message of the system; none is held back."""
        if bytes(kind) == b"windows_generic_MSG":
            found = ctypes.cast(int(message), ctypes.POINTER(_Message)).contents
            if (found.message, found.wparam) == (self._POWER, self._SUSPEND):
                self._watch.away.emit(LockReason.SLEEP)
            elif found.message == self._SESSION and found.wparam == self._LOCKED:
                self._watch.away.emit(LockReason.SCREEN)
            elif found.message == self._SESSION and found.wparam in (
                self._CONSOLE_LEAVES,
                self._REMOTE_LEAVES,
            ):
                self._watch.away.emit(LockReason.USER)
        return False, 0


class _Message(ctypes.Structure):
    """The beginning of MSG in winuser.h."""

    _fields_ = (
        ("window", ctypes.c_void_p),
        ("message", ctypes.c_uint),
        ("wparam", ctypes.c_size_t),
        ("lparam", ctypes.c_ssize_t),
    )
