"""What a file is and how large, in words."""

from PySide6.QtCore import QLocale

from wallet.ui.languages import translate

SHOWN_AS_PICTURE = frozenset({"image/png", "image/jpeg"})
SHOWN_AS_TEXT = frozenset({"text/plain"})
_SUFFIXES = {
    "image/png": ".png",
    "image/jpeg": ".jpg",
    "image/gif": ".gif",
    "application/pdf": ".pdf",
    "application/zip": ".zip",
    "model/stl": ".stl",
    "text/plain": ".txt",
}


def can_be_shown(media_type: str) -> bool:
    """Whether the window shows it; everything else can be saved only."""
    return media_type in SHOWN_AS_PICTURE | SHOWN_AS_TEXT


def kind_and_size(media_type: str, size: int) -> str:
    """For example "Picture · 1.2 MB"."""
    words = {
        "image/png": translate("FileWords", "Picture"),
        "image/jpeg": translate("FileWords", "Picture"),
        "image/gif": translate("FileWords", "Picture"),
        "application/pdf": translate("FileWords", "PDF document"),
        "application/zip": translate("FileWords", "ZIP archive"),
        "model/stl": translate("FileWords", "3D model"),
        "text/plain": translate("FileWords", "Text"),
    }
    kind = words.get(media_type, translate("FileWords", "File"))
    shown = QLocale().formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)
    return f"{kind} · {shown}"


def name_to_save(name: str, media_type: str, *, own: bool) -> str:
    """A file name every system takes. What an issuer calls it gives no ending: only the content does."""
    kept = "-_. " if own else "-_ "
    plain = "".join(letter if letter.isalnum() or letter in kept else "-" for letter in name[:60]).strip(
        ". -"
    )
    suffix = _SUFFIXES.get(media_type, "")
    if own and "." in plain:
        return plain
    return (plain or "file") + suffix
