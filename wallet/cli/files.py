"""`ler-wallet file`: people's own files, kept with a credential."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from wallet.app.own_files import Attachment, add_file, files, remove_file, save_file
from wallet.cli import console, exit_codes
from wallet.cli.opening import opened
from wallet.cli.render import plain
from wallet.cli.services import services_of
from wallet.cli.times import time_text


def list_files(*, record_id: str, vault_path: str, descriptor: int | None, as_json: bool) -> int:
    """One line for each file."""
    with opened(vault_path, descriptor) as vault:
        found = files(vault, record_id)
    for one in found:
        _print(one, as_json=as_json)
    if not found:
        console.say("There are no files with this credential yet.")
    return exit_codes.DONE


def add(
    *,
    record_id: str,
    paths: Sequence[str],
    vault_path: str,
    descriptor: int | None,
    at: str | None,
    as_json: bool,
) -> int:
    """Keeps copies of files; a line is printed once its file is stored for good."""
    services = services_of(at)
    with opened(vault_path, descriptor) as vault:
        for path in paths:
            _print(add_file(vault, record_id, Path(path), services), as_json=as_json)
    return exit_codes.DONE


def save(*, number: int, out_path: str, vault_path: str, descriptor: int | None, as_json: bool) -> int:
    """Writes a kept file to a new file."""
    with opened(vault_path, descriptor) as vault:
        _print(save_file(vault, number, Path(out_path)), as_json=as_json)
    return exit_codes.DONE


def remove(*, number: int, vault_path: str, descriptor: int | None, as_json: bool) -> int:
    """Removes a kept file for good."""
    with opened(vault_path, descriptor) as vault:
        removed = remove_file(vault, number)
    _print(removed, as_json=as_json)
    console.say("It is no longer in your wallet.")
    return exit_codes.DONE


def _object(file: Attachment) -> Mapping[str, Any]:
    return {
        "number": file.number,
        "name": file.name,
        "media_type": file.media_type,
        "size": file.size,
        "sha256": file.sha256,
        "added_at": time_text(file.added_at),
    }


def _print(file: Attachment, *, as_json: bool) -> None:
    if as_json:
        console.result_object(_object(file))
    else:
        console.result(file_line(file))


def file_line(file: Attachment) -> str:
    """One file in words."""
    return f"{file.number}: {plain(file.name)}, {file.media_type}, {file.size} bytes"
