"""`ler-wallet class-pack`: making the file a counselor brings to a class, and saying what is in one.

Lives here: words and objects. Does not live here: the pack (`wallet.app.class_pack`), the tickets
(`wallet.app.class_tickets`).
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from wallet.app.class_pack import (
    SUFFIX,
    ClassOrder,
    ClassPack,
    lists_in,
    make_class_pack,
    read_class_pack,
)
from wallet.app.class_tickets import render_tickets
from wallet.app.output import refuse_existing, staged_file
from wallet.cli import console, exit_codes
from wallet.cli.render import counted, plain
from wallet.cli.services import services_of
from wallet.cli.times import time_text
from wallet.errors import AppError, Reason


def make(
    *,
    path: str,
    seats: int,
    language: str | None,
    lists: Sequence[str],
    files: str | None,
    school: str,
    note: str,
    tickets: str | None,
    at: str | None,
    as_json: bool,
) -> int:
    """Writes the pack, and the tickets where they are asked for: both or neither."""
    services = services_of(at)
    out, printed = Path(path), None if tickets is None else Path(tickets)
    _require_name(out, SUFFIX)
    refuse_existing(out)
    if printed is not None:
        _require_name(printed, ".pdf")
        refuse_existing(printed)
    folder = None if files is None else Path(files)
    order = ClassOrder(seats, language or "", [Path(one) for one in lists], folder, school, note)
    with console.progress("Locking") as progress:
        made = make_class_pack(order, services, progress.step)
    with staged_file(out, made.content) as publish:
        if printed is not None:
            page = render_tickets(made.pack, made.code, language or "en", services.clock.now())
            with staged_file(printed, page) as publish_tickets:
                publish_tickets()
        publish()
    if as_json:
        console.result_object({"path": path, **_object(made.pack), "code": made.code, "tickets": tickets})
        return exit_codes.DONE
    console.result(f"{plain(path)}: {_sentence(made.pack)}")
    console.result(f"Class code: {made.code}")
    console.say("The code stands nowhere in the pack. Keep it with the tickets, apart from the pack.")
    return exit_codes.DONE


def show(*, path: str, as_json: bool) -> int:
    """Counts, lists and words; nothing of any student can be told from a pack."""
    pack = read_class_pack(Path(path))
    if as_json:
        console.result_object({"path": path, **_object(pack)})
        return exit_codes.DONE
    console.result(f"{plain(path)}: {_sentence(pack)}")
    if pack.school:
        console.result(f"School: {plain(pack.school)}")
    if pack.language:
        console.result(f"Language: {pack.language}")
    if pack.note:
        console.result(f"Note to students: {plain(pack.note, len(pack.note))}")
    for found in lists_in(pack):
        publisher = "nobody signed it" if found.publisher is None else f"signed by {plain(found.publisher)}"
        issuers = counted(found.issuers, "issuer", "issuers")
        console.result(f"List of issuers: {plain(found.title)}, {issuers}, {publisher}")
    return exit_codes.DONE


def _require_name(path: Path, suffix: str) -> None:
    if path.suffix.lower() != suffix:
        raise AppError(Reason.OUTPUT_KIND_UNKNOWN, suffix)


def _sentence(pack: ClassPack) -> str:
    seats = counted(pack.seats, "seat", "seats")
    return f"{seats}, something for {counted(len(pack.groups), 'student', 'students')} locked inside."


def _object(pack: ClassPack) -> Mapping[str, Any]:
    return {
        "seats": pack.seats,
        "language": pack.language or None,
        "school": pack.school,
        "note": pack.note,
        "groups": len(pack.groups),
        "lists": [
            {
                "title": found.title,
                "publisher": found.publisher,
                "made_at": None if found.made_at is None else time_text(found.made_at),
                "issuers": found.issuers,
            }
            for found in lists_in(pack)
        ],
    }
