"""`ler-wallet vault move`: the file in another place; `vault letter`: when it can no longer be opened at all."""

from pathlib import Path

from wallet.app import move
from wallet.app.backup import back_up
from wallet.app.move import OldFile, settle_old
from wallet.cli import console, exit_codes
from wallet.cli.opening import opened
from wallet.cli.places import free, is_folder
from wallet.cli.render import plain
from wallet.cli.services import services_of
from wallet.errors import AppError, Reason, VaultError

_SAID = {
    OldFile.KEEP: "The file it was made from is still there: from now on change only one of the two.",
    OldFile.READ_ONLY: "The file it was made from can only be read now.",
    OldFile.DELETE: "The file it was made from is gone.",
}


def run(*, path: str, place: str, old: str, descriptor: int | None, at: str | None, as_json: bool) -> int:
    """Copies, compares, and then does with the old file what was chosen."""
    if is_folder(Path(place)):
        raise AppError(Reason.USAGE, "DEST must be the name of a new file")
    where = free(place)
    services = services_of(at)
    with opened(path, descriptor) as vault:
        made = back_up(vault, where, services)
    try:
        settle_old(Path(path), made.path, OldFile(old))
    except VaultError:
        _say_copied(path, made.path, as_json=as_json)
        raise
    if as_json:
        console.result_object({"path": path, "moved_to": str(made.path), "old": old, "result": "done"})
    else:
        console.result(
            f"Your file is now {plain(str(made.path))}. It was opened and compared: nothing is missing."
        )
        console.say(_SAID[OldFile(old)])
    return exit_codes.DONE


def _say_copied(path: str, copy: Path, *, as_json: bool) -> None:
    """The old file stays against its owner's will, and the copy is not taken away again."""
    if as_json:
        console.result_object({"path": path, "moved_to": str(copy), "old": "keep", "result": "copied"})
    else:
        console.result(
            f"{plain(str(copy))} is a complete copy. It was opened and compared: nothing is missing."
        )
        console.say(_SAID[OldFile.KEEP])


def letter(*, language: str, as_json: bool) -> int:
    """Prints the letter."""
    text = move.letter(language)
    if as_json:
        console.result_object({"language": language, "letter": text})
    else:
        console.result(text.rstrip("\n"))
    return exit_codes.DONE
