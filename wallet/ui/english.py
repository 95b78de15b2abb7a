"""English plural forms.

Every counted sentence is written "%n thing(s)" in the code, as Qt Linguist wants it; this translator gives
the two English forms, as a translation file gives them for other languages.
"""

from PySide6.QtCore import QObject, QTranslator

PLURALS: dict[str, tuple[str, str]] = {
    "%n credential(s) deleted for good.": (
        "%n credential deleted for good.",
        "%n credentials deleted for good.",
    ),
    "%n older one(s) had been there for more than 30 days and are gone for good.": (
        "%n older one had been there for more than 30 days and is gone for good.",
        "%n older ones had been there for more than 30 days and are gone for good.",
    ),
    "Delete %n credential(s) for good?": (
        "Delete %n credential for good?",
        "Delete %n credentials for good?",
    ),
    "%n credential(s)": ("%n credential", "%n credentials"),
    "%n credential(s) in one file": ("%n credential in one file", "%n credentials in one file"),
    "%n credential(s) inside.": ("%n credential inside.", "%n credentials inside."),
    "%n credential(s) saved.": ("%n credential saved.", "%n credentials saved."),
    "%n credential(s) with a new answer.": (
        "%n credential with a new answer.",
        "%n credentials with a new answer.",
    ),
    "%n issuer(s)": ("%n issuer", "%n issuers"),
    "%n day(s) left": ("%n day left", "%n days left"),
    "%n skill(s)": ("%n skill", "%n skills"),
    "Locked because nobody used the wallet for %n second(s).": (
        "Locked because nobody used the wallet for %n second.",
        "Locked because nobody used the wallet for %n seconds.",
    ),
    "Nobody seems to be here. Locking in %n second(s).": (
        "Nobody seems to be here. Locking in %n second.",
        "Nobody seems to be here. Locking in %n seconds.",
    ),
    "Opened %n time(s)": ("Opened %n time", "Opened %n times"),
    "Save %n credential(s)": ("Save %n credential", "Save %n credentials"),
    "Your %n other credential(s)": ("Your %n other credential", "Your %n other credentials"),
}


class EnglishPlurals(QTranslator):
    """Answers for counted sentences only; everything else is English already."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)

    def isEmpty(self) -> bool:  # noqa: N802 - Qt's name
        """Qt: there is something to ask for."""
        return False

    def translate(self, context: str, source: str, disambiguation: str | None = None, n: int = -1) -> str:
        """Qt: the form for this number; every other sentence as it is."""
        del context, disambiguation
        forms = PLURALS.get(source)
        if forms is None or n < 0:
            return source
        return forms[0] if n == 1 else forms[1]
