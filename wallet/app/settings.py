"""The few things remembered outside the encrypted file: the look, and which file was opened last.

Lives here: reading and writing that one small file. Nothing about a person or a credential is ever kept in
it, and on a shared computer the caller saves nothing at all.
"""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import platformdirs

from wallet.app.inputs import read_file
from wallet.app.output import replace_file
from wallet.codecs import strict_json
from wallet.errors import WalletError

THEMES = ("system", "light", "dark", "high-contrast", "high-contrast-dark")
"""Match the computer, or one of the looks of our own; the last two of strong contrast, on a light and a dark ground."""

TEXT_SIZES = range(90, 201)
"""What the text size may be, in per cent of its usual size."""

LANGUAGES = ("", "en", "es")
"""The computer's own language, or one the program speaks."""

_FILE = "settings.json"
_FARTHEST = 100_000  # pixels; no screen is farther away


@dataclass(frozen=True, slots=True)
class WindowPlace:
    """Where the window was, in logical pixels; `fills_screen` is whether it was made as large as its screen."""

    x: int
    y: int
    width: int
    height: int
    fills_screen: bool = False


@dataclass(frozen=True, slots=True)
class Settings:
    """What is remembered.

    Attributes:
        theme: one of `THEMES`.
        last_vault: the encrypted file that was opened last, None when unknown or not to be remembered.
        text_size: of the window's words, in per cent.
        language: one of `LANGUAGES`.
        window: where the window was when it was closed, None when unknown.
    """

    theme: str = THEMES[0]
    last_vault: Path | None = None
    text_size: int = 100
    language: str = LANGUAGES[0]
    window: WindowPlace | None = None


def load_settings(path: Path | None = None) -> Settings:
    """What was remembered; the defaults when nothing was, or when the file is damaged (which is no error).

    Args:
        path: the settings file; None for its usual place.
    """
    try:
        stored: Any = strict_json.loads(read_file(path or settings_path()))
    except WalletError:
        return Settings()
    if not isinstance(stored, dict):
        return Settings()
    theme, last_vault, size = stored.get("theme"), stored.get("last_vault"), stored.get("text_size")
    language = stored.get("language")
    return Settings(
        theme=theme if theme in THEMES else THEMES[0],
        last_vault=Path(last_vault) if isinstance(last_vault, str) and last_vault else None,
        text_size=size if type(size) is int and size in TEXT_SIZES else 100,
        language=language if language in LANGUAGES else LANGUAGES[0],
        window=_window(stored.get("window")),
    )


def save_settings(settings: Settings, path: Path | None = None) -> None:
    """Remembers these settings in place of the earlier ones.

    Raises:
        AppError: OUTPUT_NOT_WRITABLE or DISK_FULL; the earlier settings are still there.
    """
    stored = {
        "theme": settings.theme,
        "last_vault": None if settings.last_vault is None else str(settings.last_vault),
        "text_size": settings.text_size,
        "language": settings.language,
        "window": None if settings.window is None else asdict(settings.window),
    }
    replace_file(path or settings_path(), json.dumps(stored, indent=2).encode() + b"\n")


def _window(stored: Any) -> WindowPlace | None:
    if not isinstance(stored, dict):
        return None
    numbers: list[Any] = [stored.get(name) for name in ("x", "y", "width", "height")]
    if not all(type(number) is int and abs(number) < _FARTHEST for number in numbers):
        return None
    if min(numbers[2:]) < 1:
        return None
    x, y, width, height = numbers
    return WindowPlace(x, y, width, height, fills_screen=stored.get("fills_screen") is True)


def settings_path() -> Path:
    """The usual place: the folder this kind of computer keeps programs' settings in."""
    return platformdirs.user_config_path("ler-wallet", appauthor=False) / _FILE


def seen_path() -> Path:
    """Beside them, how far this computer saw each file last (`last_seen`)."""
    return settings_path().with_name("last-seen.json")
