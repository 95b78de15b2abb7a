"""`ler-wallet verify`: reports on any number of inputs, as text, JSON Lines and a spreadsheet."""

import os
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from itertools import chain, islice

from wallet.app.inputs import InputPlace, find_inputs
from wallet.cli import console, exit_codes, variables
from wallet.cli.judge import Job, Judge, Judged
from wallet.cli.options_online import going_online, refuse_hosts_offline
from wallet.cli.services import services_of
from wallet.errors import AppError, Reason

_MOST_COUNTED = 100_000
"""Names of more inputs than this are not collected beforehand; then the progress has no end to show."""
_FEW = 100


def run(
    *,
    inputs: Sequence[str],
    recipients: Sequence[str],
    trust: Sequence[str],
    csv_path: str | None,
    documents: str | None,
    at: str | None,
    as_json: bool,
    audience: str | None = None,
    nonce: str | None = None,
    descriptor: int | None = None,
    key_path: str | None = None,
    workers: int | None = None,
    debug: bool = False,
    online: bool = False,
    allow_hosts: Sequence[str] = (),
) -> int:
    """Verifies every input in order; the exit code is that of the worst.

    Args:
        audience, nonce: what the receiver asked the holder to repeat; each input has to answer it.
        descriptor, key_path: what locked shares are opened with; such a secret stays in this process.
        workers: how many processes help, see `verify_many`.
        debug: a defect of this program ends the run and shows itself.
        online, allow_hosts: sites may be asked, these without a question; then all is done in this process.
    """
    refuse_hosts_offline(allow_hosts, online=online)
    if csv_path == "-":
        raise AppError(
            Reason.USAGE, "--csv needs the name of a new file; standard output carries the reports"
        )
    for option, value in (("--audience", audience), ("--nonce", nonce)):
        if value is not None and not value.strip():
            raise AppError(Reason.USAGE, f"{option} is empty")
    job = Job(
        recipients,
        trust,
        documents,
        at,
        audience,
        nonce,
        as_json,
        with_rows=csv_path is not None,
        debug=debug,
    )
    unlock = _unlocker(descriptor, key_path)
    backup = os.environ.pop(variables.BACKUP, None)
    if csv_path is not None:
        _refuse_existing(csv_path)
    services = services_of(at, documents)
    workers = 0 if unlock is not None or backup is not None or online else workers
    with going_online(services, allow_hosts, online=online) as services:
        judge = Judge(job, unlock, services, lambda: None if backup is None else os.fsencode(backup))
        return _judged(job, judge, inputs, workers, csv_path)


def _judged(job: Job, judge: Judge, inputs: Sequence[str], workers: int | None, csv_path: str | None) -> int:
    rows: list[str] = []
    codes: set[int] = set()
    places, total = _counted(find_inputs(inputs, is_bundle=_is_bundle))
    with (
        closing(_results(job, judge, places, workers)) as results,
        console.progress("Checked", total) as progress,
    ):
        for judged in results:
            codes.add(judged.code)
            rows += [judged.rows] if judged.rows else []
            console.result(judged.text)
            progress.step()
    if csv_path is not None:
        _write_table(csv_path, rows)
    return exit_codes.worst(codes)


def _is_bundle(path: str) -> bool:
    """Whether a folder is an unpacked export or backup, whose manifest says what is in it."""
    if not os.path.isfile(os.path.join(path, "manifest.json")):  # noqa: PTH113, PTH118 - pathlib is slow to load
        return False
    from wallet.app.gather import is_bundle_folder  # noqa: PLC0415 - for such folders only

    return is_bundle_folder(path)


def _unlocker(descriptor: int | None, key_path: str | None) -> Callable[[bytes], bytes] | None:
    if descriptor is None and key_path is None and variables.SHARE not in os.environ:
        return None
    from wallet.cli.share_secrets import unlocker  # noqa: PLC0415 - only for locked shares

    return unlocker(descriptor, key_path)


def _counted(places: Iterator[InputPlace]) -> tuple[Iterator[InputPlace], int | None]:
    """The places, and how many there are when that is worth knowing and not too many to find out."""
    if not console.shows_progress():
        return places, None
    known = list(islice(places, _MOST_COUNTED))
    return chain(known, places), len(known) if len(known) < _MOST_COUNTED else None


def _results(
    job: Job, judge: Judge, places: Iterator[InputPlace], workers: int | None
) -> Generator[Judged, None, None]:
    """As `verify_many.judge_all`, which is slow to load and not worth it for a few inputs."""
    first = list(islice(places, _FEW))
    if len(first) < _FEW and workers is None:
        yield from map(judge.judge, first)
        return
    from wallet.cli.verify_many import judge_all  # noqa: PLC0415

    yield from judge_all(job, judge, chain(first, places), workers)


def _refuse_existing(csv_path: str) -> None:
    from pathlib import Path  # noqa: PLC0415 - slow to load

    from wallet.app.output import refuse_existing  # noqa: PLC0415 - only for a spreadsheet

    refuse_existing(Path(csv_path))


def _write_table(csv_path: str, rows: Sequence[str]) -> None:
    from pathlib import Path  # noqa: PLC0415

    from wallet.app.output import write_new_file  # noqa: PLC0415
    from wallet.app.report_table import table_of_rows  # noqa: PLC0415

    write_new_file(Path(csv_path), table_of_rows(rows))
