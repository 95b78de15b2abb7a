"""Starts the window: application, look, workers, message place; ends with all of them closed.

Heavy libraries are loaded on a worker after the first paint. An exception that nothing caught, on whatever thread, ends
in the dialog for mistakes of this program (`error_desk`).
"""

import faulthandler
import importlib
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QCoreApplication, QStandardPaths, QTimer
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication, QStyleFactory

from wallet import resources
from wallet.app.container import Services, make_services
from wallet.app.settings import Settings, load_settings, save_settings, seen_path
from wallet.app.shared_computer import is_shared, sticks
from wallet.ui.browser import open_in_browser
from wallet.ui.camera import Camera, find_camera
from wallet.ui.class_cases import ClassCases
from wallet.ui.clipboard import OwnClipboard
from wallet.ui.cycles import CycleSearch
from wallet.ui.file_dialogs import FileDialogs
from wallet.ui.fresh_start import Resumed, begin_anew, handed_over
from wallet.ui.languages import wear
from wallet.ui.late_desk import LateDesk
from wallet.ui.lock_guard import seconds_awake_or_asleep
from wallet.ui.main_window import MainWindow
from wallet.ui.messages import Messages
from wallet.ui.one_window import Door, asked_to_open, hand_over, meeting_place
from wallet.ui.pictures import Pictures
from wallet.ui.places import GALLERY
from wallet.ui.screen_pictures import QtScreens, ScreenPictures
from wallet.ui.tasks import Job, Tasks
from wallet.ui.theme.look import Look, ThemeChoice
from wallet.ui.theme.metrics import TEXT_SIZES
from wallet.ui.tools import Tools
from wallet.ui.traceless_dialogs import TracelessDialogs
from wallet.ui.window_parts import WindowParts
from wallet.ui.window_place import put_in_place

_FONT_FORMS = (".woff2", ".woff")  # in this order: see packaging/fetch_fonts.py
_FIRST_SIZE = (1280, 760)
_LATER = (
    "wallet.ui.ports",
    "wallet.ui.report_words",
    "wallet.ui.pages.detail",
    "wallet.ui.pages.credentials",
    "wallet.ui.pages.add",
    "wallet.ui.pages.share.sheet",
    "wallet.ui.pages.shell",
)
"""The pages of an open file, and above each what takes longest to load for it."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a window is given from outside: the world, what was remembered, and where files go.

    Attributes:
        services: clock, look-ups and randomness of the use cases.
        settings: what was remembered.
        remember: keeps new settings.
        dialogs: asks for files.
        folder: where a new file is offered to go.
        begin_anew: replaces this program by a new one after a lock; None where it goes on as it is.
        seconds: a count of seconds that never goes back.
        shared: whether nothing may stay on this computer.
        sticks: the removable places that are there now.
        seen: where is remembered how far each file had come; None for nowhere.
        open_web: opens an address in the person's browser.
        screens: pictures of what is on the screens.
        find_camera: the camera, None where no program part for one is installed.
    """

    services: Services
    settings: Settings
    remember: Callable[[Settings], None]
    dialogs: FileDialogs
    folder: Path
    begin_anew: Callable[[Resumed], None] | None = None
    seconds: Callable[[], float] = seconds_awake_or_asleep
    shared: bool = False
    sticks: Callable[[], Sequence[Path]] = sticks
    seen: Path | None = None
    open_web: Callable[[str], bool] = open_in_browser
    screens: ScreenPictures = field(default_factory=QtScreens)
    find_camera: Callable[[], Camera | None] = find_camera


def run(arguments: Sequence[str] | None = None) -> int:
    """Opens the window and returns the exit code when it is closed."""
    if sys.stderr is not None:
        faulthandler.enable(all_threads=False)
    words = list(arguments if arguments is not None else sys.argv)
    resumed = handed_over(words)
    application = make_application(words[:1])
    CycleSearch(application).start()
    if GALLERY in words:
        return _show_gallery(application)
    shared = is_shared(words) or (resumed is not None and resumed.shared)
    handed = asked_to_open(words)
    place = None if shared else meeting_place()
    if place is not None and resumed is None and hand_over(handed, place):
        return 0
    surroundings = _shared_surroundings() if shared else _own_surroundings()
    if resumed is not None:
        surroundings = replace(surroundings, settings=_look_of(resumed, surroundings.settings))
    window, parts = make_window(application, surroundings)
    catch_what_is_left(parts.tools.messages)
    put_in_place(window, surroundings.settings.window)
    if resumed is not None:
        window.resume(resumed)
    window.show()
    window.session_watch.start()
    if place is not None:
        Door(place, window).knocked.connect(window.take_handed)
    if handed.files or handed.link:
        QTimer.singleShot(0, window, lambda: window.take_handed(handed))
    QTimer.singleShot(0, window, partial(_load_the_rest, parts, window, iter(_LATER)))
    code = application.exec()
    parts.tools.tasks.close()
    return code


def _show_gallery(application: QApplication) -> int:
    """Every control in every state, instead of the wallet."""
    from wallet.ui.gallery import Gallery  # noqa: PLC0415 - hardly any start needs it

    look = Look(application, ThemeChoice.COMPUTER, 100)
    look.apply()
    page = Gallery(look)
    page.resize(*_FIRST_SIZE)
    page.show()
    return application.exec()


def _own_surroundings() -> Surroundings:
    """A computer of one's own: the look and the last file are remembered."""
    return Surroundings(
        make_services(),
        load_settings(),
        save_settings,
        FileDialogs(),
        _documents(),
        begin_anew,
        seen=seen_path(),
    )


def _shared_surroundings() -> Surroundings:
    """A computer that others use, too: nothing is read from it and nothing is kept on it."""
    places = sticks()
    return Surroundings(
        make_services(),
        Settings(),
        _forget,
        TracelessDialogs(sticks),
        places[0] if places else Path.home(),
        begin_anew,
        shared=True,
        sticks=sticks,
    )


def _forget(settings: Settings) -> None:
    del settings


def make_application(arguments: list[str]) -> QApplication:
    """The application object with its style, fonts and language; the present one if there is one."""
    present = QApplication.instance()
    application = present if isinstance(present, QApplication) else QApplication(arguments)
    QCoreApplication.setApplicationName("ler-wallet")
    application.setApplicationDisplayName("LER Wallet")
    application.setStyle(QStyleFactory.create("Fusion"))
    _load_fonts()
    wear(application, "")
    return application


def make_window(application: QApplication, surroundings: Surroundings) -> tuple[MainWindow, WindowParts]:
    """The window over the real use cases, not yet shown."""
    settings = surroundings.settings
    wear(application, settings.language)
    look = Look(application, _theme(settings), _text_size(settings))
    look.apply()
    tools = Tools(
        look=look,
        tasks=Tasks(),
        messages=Messages(),
        clipboard=OwnClipboard(application.clipboard(), application),
        dialogs=surroundings.dialogs,
        pictures=Pictures(),
        now=surroundings.services.clock.now,
        open_web=surroundings.open_web,
        screens=surroundings.screens,
        find_camera=surroundings.find_camera,
    )
    parts = WindowParts(
        tools=tools,
        desk=LateDesk(lambda: surroundings.services, surroundings.seen),
        classes=ClassCases(surroundings.services),
        remember=surroundings.remember,
        settings=settings,
        folder=surroundings.folder,
        begin_anew=surroundings.begin_anew,
        seconds=surroundings.seconds,
        shared=surroundings.shared,
        sticks=surroundings.sticks,
    )
    if isinstance(surroundings.dialogs, TracelessDialogs):
        surroundings.dialogs.wear(look)
    window = MainWindow(parts)
    look.dress(window)
    return window, parts


def _load_the_rest(parts: WindowParts, window: MainWindow, modules: Iterator[str]) -> None:
    """Behind the first page: what it did without, module by module so that keys are answered in between.

    Pages are loaded here, on the window's thread, where their classes belong; then a worker loads what opens a file.
    """
    module = next(modules, None)
    if module is not None:
        importlib.import_module(module)
        QTimer.singleShot(0, window, partial(_load_the_rest, parts, window, modules))
    elif isinstance(parts.desk, LateDesk):
        parts.tools.tasks.run(_warm_up(parts.desk), window)


def _warm_up(desk: LateDesk) -> Callable[[Job], None]:
    def work(job: Job) -> None:
        del job
        desk.warm_up()

    return work


def _look_of(resumed: Resumed, settings: Settings) -> Settings:
    """The look and language of the program before this one, which may be unknown to the settings file."""
    return replace(
        settings,
        theme=resumed.theme or settings.theme,
        text_size=resumed.text_size or settings.text_size,
        language=resumed.language or settings.language,
    )


def _theme(settings: Settings) -> ThemeChoice:
    return ThemeChoice(settings.theme) if settings.theme in list(ThemeChoice) else ThemeChoice.COMPUTER


def _text_size(settings: Settings) -> int:
    return settings.text_size if settings.text_size in TEXT_SIZES else 100


def _documents() -> Path:
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    folder = Path(place) if place else Path.home()
    return folder if folder.is_dir() else Path.home()


def _load_fonts() -> None:
    """The program's own typeface where it was set up; the system's sans serif otherwise."""
    names = resources.list_names("fonts")
    for stem in dict.fromkeys(name.rpartition(".")[0] for name in names if name.endswith(_FONT_FORMS)):
        for name in (f"{stem}{form}" for form in _FONT_FORMS):
            if name in names and QFontDatabase.addApplicationFont(str(resources.locate("fonts", name))) >= 0:
                break


def catch_what_is_left(messages: Messages) -> None:
    """PySide hands exceptions of slots to `sys.excepthook`; a person is told, without the values of any variable.

    Other threads have a hook of their own; what it tells reaches the window's thread as a queued signal.
    """

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            QCoreApplication.quit()
            return
        messages.internal(error)

    sys.excepthook = hook
    threading.excepthook = lambda args: messages.internal(args.exc_value or args.exc_type())
