"""`ler-wallet refresh`: the newer version of a credential, from its issuer."""

from collections.abc import Sequence

from wallet.app.import_credential import ImportOutcome
from wallet.app.refresh import refresh
from wallet.cli import console, exit_codes
from wallet.cli.opening import opened
from wallet.cli.options_online import going_online
from wallet.cli.render import plain, verdict_line
from wallet.cli.services import services_of


def run(
    *,
    record_id: str,
    vault_path: str,
    descriptor: int | None,
    allow_hosts: Sequence[str],
    documents: str | None,
    at: str | None,
    as_json: bool,
) -> int:
    """Asks once; the present version stays as an earlier one."""
    services = services_of(at, documents)
    with (
        opened(vault_path, descriptor) as vault,
        going_online(services, allow_hosts, vault, online=True) as online,
    ):
        done = refresh(vault, record_id, online)
    reason = None if done.reason is None else str(done.reason)
    if as_json:
        console.result_object(
            {
                "id": done.record_id,
                "result": str(done.result),
                "verdict": str(done.report.verdict),
                "reason": reason,
            }
        )
        return exit_codes.DONE
    same = "Nothing newer. " if done.result is ImportOutcome.DUPLICATE else ""
    console.result(f"{same}{plain(done.record_id or '')}: {verdict_line(done.report.verdict, done.reason)}")
    return exit_codes.DONE
