"""`ler-wallet note`: what people write about credentials for themselves."""

from collections.abc import Mapping, Sequence
from typing import Any

from wallet.app.organise import Note, add_note, change_note, notes, remove_notes
from wallet.cli import console, exit_codes
from wallet.cli.opening import opened
from wallet.cli.render import flowing
from wallet.cli.services import services_of
from wallet.cli.times import time_text
from wallet.cli.typed_text import typed_text
from wallet.errors import Reason


def list_notes(*, record_id: str, vault_path: str, descriptor: int | None, as_json: bool) -> int:
    """One line for each note on a credential."""
    with opened(vault_path, descriptor) as vault:
        found = notes(vault, record_id)
    for one in found:
        _print(one, as_json=as_json)
    if not found:
        console.say("There are no notes on this credential yet.")
    return exit_codes.DONE


def add(
    *, record_id: str, text: str, vault_path: str, descriptor: int | None, at: str | None, as_json: bool
) -> int:
    """Writes a note on a credential."""
    services = services_of(at)
    with opened(vault_path, descriptor) as vault:
        _print(
            add_note(vault, record_id, typed_text(text, Reason.NOTE_NOT_USABLE), services), as_json=as_json
        )
    return exit_codes.DONE


def edit(
    *, number: int, text: str, vault_path: str, descriptor: int | None, at: str | None, as_json: bool
) -> int:
    """Writes a note anew."""
    services = services_of(at)
    with opened(vault_path, descriptor) as vault:
        _print(
            change_note(vault, number, typed_text(text, Reason.NOTE_NOT_USABLE), services), as_json=as_json
        )
    return exit_codes.DONE


def remove(*, numbers: Sequence[int], vault_path: str, descriptor: int | None, as_json: bool) -> int:
    """Removes notes for good."""
    with opened(vault_path, descriptor) as vault:
        remove_notes(vault, numbers)
    for number in numbers:
        if as_json:
            console.result_object({"number": number, "result": "removed"})
        else:
            console.result(f"{number}: removed for good")
    return exit_codes.DONE


def note_object(note: Note) -> Mapping[str, Any]:
    """One note for programs."""
    return {
        "number": note.number,
        "text": note.text,
        "written_at": time_text(note.written_at),
        "changed_at": None if note.changed_at is None else time_text(note.changed_at),
    }


def _print(note: Note, *, as_json: bool) -> None:
    if as_json:
        console.result_object(note_object(note))
    else:
        console.result(f"{note.number}: {flowing(note.text, 2000)}")
