"""`ler-wallet write`: something the learner did that nobody issued, in their own words."""

import sys
from datetime import date

from wallet.app.own_work import OwnWork, own_work, write_own_work
from wallet.app.profiles import profiles
from wallet.cli import console, exit_codes
from wallet.cli.opening import opened
from wallet.cli.render import plain
from wallet.cli.services import services_of
from wallet.errors import AppError, Reason

_MAX_BYTES = 100_000
"""Of standard input; a story is much shorter."""


def run(
    *,
    title: str,
    day: str | None,
    story: str | None,
    witness: str | None,
    before: str | None,
    vault_path: str,
    descriptor: int | None,
    documents: str | None,
    at: str | None,
    as_json: bool,
) -> int:
    """Keeps it; in place of an earlier wording, what is not given again stays as it was."""
    services = services_of(at, documents)
    when = _day(day)
    told = _story(story)
    with opened(vault_path, descriptor) as vault:
        known = own_work(vault, before) if before is not None else OwnWork(title)
        work = OwnWork(
            title,
            known.day if day is None else when,
            known.story if told is None else told,
            known.witness if witness is None else witness,
        )
        name = next((one.name for one in profiles(vault) if one.is_in_use), "")
        signed_as = f"{name} (written by the learner, no issuer)".strip()
        record_id = write_own_work(vault, work, services, signed_as=signed_as, record_id=before or "")
    if as_json:
        console.result_object(
            {"id": record_id, "name": work.title, "result": "updated" if before else "added"}
        )
    else:
        console.result(f"{record_id}: {plain(work.title)}")
        console.say(
            "It says that you wrote it, also to whoever you share it with. Proof goes beside it: file add."
        )
    return exit_codes.DONE


def _day(text: str | None) -> date | None:
    if not text:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise AppError(Reason.USAGE, "--day is a date like 2026-06-01") from error


def _story(text: str | None) -> str | None:
    if text != "-":
        return text
    read = sys.stdin.buffer.read(_MAX_BYTES + 1)
    if len(read) > _MAX_BYTES:
        raise AppError(Reason.USAGE, "the story is too long")
    return read.decode("utf-8", "surrogateescape")
