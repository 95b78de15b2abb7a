"""The languages of the window: which there are, which is spoken, and putting another one on.

The sentences stand in the code in English and in `resources/i18n/*.ts` in every other language (Qt Linguist's files;
`packaging/build_translations.py` makes and compiles them). English has a file, too, for its plurals. Sentences for
reason codes are shared with the command line and come from `wallet.app.reason_texts`.

Lives here: Qt's translators and its locale for dates and numbers. Does not live here: any sentence, or where the
choice is remembered (`wallet.app.settings`).
"""

from collections.abc import Mapping
from types import MappingProxyType

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from wallet import resources

ENGLISH, SPANISH = "en", "es"

NAMES: Mapping[str, str] = MappingProxyType({ENGLISH: "English", SPANISH: "Español"})
"""Each language by the name its own speakers give it."""

translate = QCoreApplication.translate
"""For sentences outside an object: the context and the sentence. Qt's tool finds a counted one (%n) in `tr` only."""

_COMPILED = ("i18n", "dist")
_MARK = "language of the window"


def spoken() -> str:
    """The language the window speaks now, one of `NAMES`."""
    return _known(QLocale().name()) or ENGLISH


def computers_own() -> str:
    """The first language of the computer that the window has; else English."""
    for tag in QLocale.system().uiLanguages():
        if language := _known(tag):
            return language
    return ENGLISH


def wear(application: QCoreApplication, choice: str) -> None:
    """Speaks another language from now on; what is on screen already keeps its words.

    Args:
        application: gets the translators, in place of the ones it has from here.
        choice: one of `NAMES`, or "" for the computer's own.
    """
    language = choice if choice in NAMES else computers_own()
    for old in application.findChildren(QTranslator, _MARK):
        application.removeTranslator(old)
        old.deleteLater()
    QLocale.setDefault(_locale(language))
    qt_own = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    for place in (f"{qt_own}/qtbase_{language}.qm", str(resources.locate(*_COMPILED, f"{language}.qm"))):
        translator = QTranslator(application)
        translator.setObjectName(_MARK)
        if translator.load(place):
            application.installTranslator(translator)


def _known(tag: str) -> str:
    language = tag.replace("-", "_").partition("_")[0]
    return language if language in NAMES else ""


def _locale(language: str) -> QLocale:
    """The computer's own way to write this language; else the one of the United States."""
    own = QLocale.system()
    if _known(own.name()) == language:
        return own
    return QLocale(f"{language}_US")
