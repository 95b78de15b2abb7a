"""`ler-wallet vault merge`: two versions of a file joined, a line for each thing that changed."""

from wallet.app.merge import MergedItem, MergeOutcome, merge_copy
from wallet.cli import console, exit_codes
from wallet.cli.opening import opened
from wallet.cli.passphrase import read_passphrase
from wallet.cli.places import existing
from wallet.cli.render import flowing, plain
from wallet.errors import AppError, Reason

_WORDS = {
    MergeOutcome.ADDED: "added",
    MergeOutcome.KEPT: "kept",
    MergeOutcome.CHECKED_LATER: "has a later check now",
}


def run(
    *,
    path: str,
    other: str,
    another_wallet: bool,
    descriptor: int | None,
    other_descriptor: int | None,
    as_json: bool,
) -> int:
    """Joins; the lines are printed once everything is stored for good."""
    mine, theirs = existing(path), existing(other)
    if mine.samefile(theirs):
        raise AppError(Reason.USAGE, "PATH and OTHER are the same file")
    passphrase = read_passphrase(descriptor)
    theirs_phrase = bytearray(passphrase) if other_descriptor is None else read_passphrase(other_descriptor)
    with opened(path, descriptor, passphrase=passphrase) as vault:
        done = merge_copy(vault, theirs, theirs_phrase, may_be_another=another_wallet)
    for item in done.items:
        _print(item, path, as_json=as_json)
    if not done.items and not as_json:
        console.result("Nothing to add: everything in the other file is in this one.")
    if done.was_another_vault:
        console.say("The other file was not a copy of this one, but a wallet file of its own.")
    console.say("The other file was not changed.")
    return exit_codes.DONE


def _print(item: MergedItem, path: str, *, as_json: bool) -> None:
    if as_json:
        result = {"kind": item.kind, "id": item.id or None, "name": item.name, "result": str(item.outcome)}
        console.result_object({"path": path, **result})
        return
    parts = [item.kind, plain(item.id), flowing(item.name)]
    console.result(f"{' '.join(part for part in parts if part)}: {_WORDS[item.outcome]}")
