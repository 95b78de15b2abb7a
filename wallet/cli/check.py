"""`ler-wallet check`: verifies again what is kept; what issuer and trust commands do after a change, too.

Lives here: checking many, one line each. Does not live here: the check (`wallet.app.browse`).
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from wallet.app.browse import CheckedAgain, all_ids, compared_again
from wallet.app.container import Services
from wallet.app.unlock import Vault
from wallet.cli import console, exit_codes
from wallet.cli.opening import opened
from wallet.cli.options_online import going_online, refuse_hosts_offline
from wallet.cli.render import plain, title_and_issuer, verdict_line
from wallet.cli.services import services_of
from wallet.cli.times import time_text
from wallet.errors import Reason, VaultError
from wallet.verification.report import VerificationReport


def run(
    *,
    record_ids: Sequence[str],
    vault_path: str,
    descriptor: int | None,
    documents: str | None,
    at: str | None,
    as_json: bool,
    online: bool = False,
    allow_hosts: Sequence[str] = (),
) -> int:
    """Checks everything, or these; a damaged record is named and the others are checked all the same."""
    refuse_hosts_offline(allow_hosts, online=online)
    services = services_of(at, documents)
    damaged = 0
    with (
        opened(vault_path, descriptor) as vault,
        going_online(services, allow_hosts, vault, online=online) as services,
        console.progress("Checked") as progress,
    ):
        for record_id, done in _each(vault, record_ids or all_ids(vault), services):
            progress.clear()
            if done is None:
                damaged += 1
                console.say(f"{plain(record_id)}: damaged. [{Reason.VAULT_DAMAGED}]")
            elif as_json:
                console.result_object(checked_object(done))
            else:
                console.result(_sentence(done))
            progress.step()
    return exit_codes.for_reason(Reason.VAULT_DAMAGED) if damaged else exit_codes.DONE


def count_changes(
    vault: Vault, record_ids: Sequence[str], services: Services, say: Callable[[str], None] = console.say
) -> Mapping[str, int]:
    """Checks these again, tells of each whose answer is another one now, and counts them.

    Args:
        say: told one line for each change.
    """
    checked = changed = 0
    with console.progress("Checked") as progress:
        for record_id, done in _each(vault, record_ids, services):
            checked += 1
            if done is None:
                progress.clear()
                say(f"{plain(record_id)}: damaged. [{Reason.VAULT_DAMAGED}]")
            elif done.is_changed:
                changed += 1
                progress.clear()
                say(_sentence(done))
            progress.step()
    return {"checked": checked, "changed": changed}


def checked_object(done: CheckedAgain) -> Mapping[str, Any]:
    """One credential after a new check, for programs."""
    before, report = done.before, done.report
    return {
        "id": before.id,
        "name": before.name,
        "issuer": before.issuer,
        "verdict": str(report.verdict),
        "reason": _text(report.reason),
        "checked_at": time_text(report.at),
        "changed": done.is_changed,
        "verdict_before": str(before.verdict),
        "reason_before": _text(before.reason),
        "checked_before": time_text(before.checked_at),
        **_dates(report),
    }


def _dates(report: VerificationReport) -> Mapping[str, str]:
    """Of which day the issuers' documents are that a check rests on: those just fetched, and the oldest kept one."""
    dates = {"asked_at": report.asked_at, "as_of": report.as_of}
    return {name: time_text(moment) for name, moment in dates.items() if moment is not None}


def _each(
    vault: Vault, record_ids: Sequence[str], services: Services
) -> Iterator[tuple[str, CheckedAgain | None]]:
    """Each record after its new check; None for a damaged one.

    Raises:
        VaultError: for anything else, such as an id that is nobody's.
    """
    for record_id in record_ids:
        try:
            yield record_id, compared_again(vault, record_id, services)
        except VaultError as error:
            if error.reason is not Reason.VAULT_DAMAGED:
                raise
            yield record_id, None


def _sentence(done: CheckedAgain) -> str:
    before = done.before
    line = f"{before.id}  {title_and_issuer(before.name, before.issuer)}. "
    line += verdict_line(done.report.verdict, done.report.reason)
    line += "".join(
        f" {words}: {moment.date().isoformat()}."
        for words, moment in (("Asked online", done.report.asked_at), ("As of", done.report.as_of))
        if moment is not None
    )
    if done.is_changed:
        day = before.checked_at.date().isoformat()
        line += f" This has changed; on {day} it was: {verdict_line(before.verdict, before.reason)}"
    return line


def _text(reason: Reason | None) -> str | None:
    return None if reason is None else str(reason)
