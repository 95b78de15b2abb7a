"""`ler-wallet vault salvage`: a new file of what can still be read of a damaged one."""

from typing import Any

from wallet.app.salvage import LostRecord, Salvaged, salvage
from wallet.cli import console, exit_codes
from wallet.cli.passphrase import read_passphrase
from wallet.cli.places import existing, free
from wallet.cli.render import plain
from wallet.cli.services import services_of


def run(*, path: str, dest: str, descriptor: int | None, at: str | None, as_json: bool) -> int:
    """Says what was saved and names what was lost; the damaged file stays as it is."""
    services = services_of(at)
    damaged, new = existing(path), free(dest)
    saved = salvage(damaged, new, read_passphrase(descriptor), services)
    if as_json:
        console.result_object({"path": path, "saved_to": dest, **_object(saved)})
    else:
        _print(saved, dest)
    return exit_codes.DONE


def _object(saved: Salvaged) -> dict[str, Any]:
    return {
        "credentials": saved.credentials,
        "shares": saved.shares,
        "keys": saved.keys,
        "read_again": list(saved.read_again),
        "lost": [
            {"kind": str(one.finding.kind), "where": one.finding.where, "name": one.name}
            for one in saved.lost
        ],
        "lost_pages": saved.lost_pages,
    }


def _print(saved: Salvaged, dest: str) -> None:
    console.result(f"Saved to {plain(dest)}: {saved.credentials} credentials, {saved.shares} shares.")
    console.say(
        "It opens with the same passphrase. A recovery kit made before does not open it: make a new one."
    )
    for record_id in saved.read_again:
        console.result(f"read and checked again: {record_id}")
    for one in saved.lost:
        console.result(f"lost {_lost(one)}")
    if not saved.lost_pages:
        console.result("Every page could be read.")
        return
    console.result(f"{saved.lost_pages} pages could not be read; what lay only on them is gone.")
    console.say("The damaged file was left as it is. Keep it, and look for a copy that you saved earlier.")


def _lost(one: LostRecord) -> str:
    name = f", {plain(one.name)}" if one.name else ""
    return f"{one.finding.kind}: {plain(one.finding.where)}{name}"
