"""Whether a run has the network. Apart from `online`, so that a run without it loads nothing of it."""

import contextlib
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from wallet.app.container import Services
from wallet.errors import AppError, Reason

if TYPE_CHECKING:
    from wallet.app.unlock import Vault


def refuse_hosts_offline(hosts: Sequence[str], *, online: bool) -> None:
    """Sites were named, and none may be asked.

    Raises:
        AppError: USAGE.
    """
    if hosts and not online:
        raise AppError(Reason.USAGE, "--allow-host goes with --online")


@contextlib.contextmanager
def going_online(
    services: Services, hosts: Sequence[str], vault: "Vault | None" = None, *, online: bool
) -> Iterator[Services]:
    """The services of a run, with the web behind them when that was asked for; at the end sites that failed are told.

    Raises:
        AppError: USAGE.
        VaultError: VAULT_DAMAGED.
    """
    if not online:
        yield services
        return
    from wallet.cli.online import Online  # noqa: PLC0415 - nothing of the network is loaded without it

    run = Online(services, hosts, vault)
    yield run.services
    run.tell()
