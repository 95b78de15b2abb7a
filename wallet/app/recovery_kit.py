"""Making the recovery kit of an open file, and finding the kit in what somebody hands in.

Lives here: what a kit says, and its page as PDF or plain text by the name of the file asked for.
Does not live here: words and codes (`wallet.vault.recovery_kit`), drawing (`kit_page`), opening a file with a kit
(`change_key`).
"""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from wallet.app.container import Services
from wallet.errors import AppError, Reason, RecoveryKitError, SharingError
from wallet.vault.connection import Vault
from wallet.vault.instants import instant_to_text
from wallet.vault.recovery_kit import ENOUGH_LETTERS, code_of, key_from, words_of
from wallet.vault.settings import KIT_MADE_AT
from wallet.vault.word_lists import Language, folded

__all__ = [
    "Language",
    "RecoveryKit",
    "has_kit",
    "is_word_of",
    "key_in",
    "kit_of",
    "note_kit",
    "require_kit_name",
]

_SUFFIXES = (".pdf", ".txt")
_PDF = b"%PDF-"


@dataclass(frozen=True, slots=True)
class RecoveryKit:
    """Everything on the page. Whoever has the words or the code, and the file, has everything in the file.

    Attributes:
        name: what its owner calls the file.
        file_name: of the file the kit opens, without its folder.
        made_at: timezone-aware.
        words: 24 of them.
        code: the text of the QR code.
    """

    name: str
    file_name: str
    made_at: datetime
    language: Language
    words: tuple[str, ...] = field(repr=False)
    code: str = field(repr=False)


def kit_of(
    vault: Vault, services: Services, language: Language = Language.ENGLISH, *, path: Path | None = None
) -> RecoveryKit:
    """The kit of an open file under its present key. Whoever hands it out says so with `note_kit`.

    Args:
        path: the name the file will have, when it is not yet what it is opened as.
    """
    made_at = services.clock.now()
    key = vault.copy_of_key()
    try:
        kit = RecoveryKit(
            name=vault.name,
            file_name=(path or vault.path).name,
            made_at=made_at,
            language=language,
            words=tuple(words_of(key, language)),
            code=code_of(key),
        )
    finally:
        key[:] = bytes(len(key))
    return kit


def note_kit(vault: Vault, kit: RecoveryKit) -> None:
    """The file keeps that somebody has this kit, so that nobody is asked to make one again."""
    vault.settings.set(KIT_MADE_AT, instant_to_text(kit.made_at))


def is_word_of(kit: RecoveryKit, number: int, typed: str) -> bool:
    """Whether the word with this number, from 1, was typed as the kit has it; its first four letters are enough."""
    word, given = folded(kit.words[number - 1]), folded(typed.strip())
    return word == given or (len(given) >= ENOUGH_LETTERS and word.startswith(given))


def has_kit(vault: Vault) -> bool:
    """Whether somebody has a kit of the present key."""
    return vault.settings.get(KIT_MADE_AT) is not None


def key_in(given: bytes) -> bytearray:
    """The key in a kit that came as a picture of its QR code or as text with its words or code.

    Returns:
        32 bytes, the caller's to wipe.

    Raises:
        RecoveryKitError: RECOVERY_KIT_IS_PDF, else see `wallet.vault.recovery_kit.key_from`.
        SharingError: a picture that cannot be read or holds no QR code.
    """
    from wallet.sharing.qr_reader import is_picture, read_codes  # noqa: PLC0415 - most kits are typed

    if given.lstrip()[: len(_PDF)] == _PDF:
        raise RecoveryKitError(Reason.RECOVERY_KIT_IS_PDF)
    if not is_picture(given):
        return key_from(given.decode("utf-8", "replace"))
    refusal: RecoveryKitError | None = None
    for text in read_codes(given):
        try:
            return key_from(text)
        except RecoveryKitError as error:
            refusal = error
    raise refusal or SharingError(Reason.NO_QR_FOUND)


def require_kit_name(path: Path) -> None:
    """Refuses a name that does not say which kind of page is wanted.

    Raises:
        AppError: OUTPUT_KIND_UNKNOWN.
    """
    if path.suffix.lower() not in _SUFFIXES:
        raise AppError(Reason.OUTPUT_KIND_UNKNOWN, ", ".join(sorted(_SUFFIXES)))
