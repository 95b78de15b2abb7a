"""Checking one kept credential with the network, one question after another, and keeping what came of it.

Lives here: which site is to be asked about next, and the end. Does not live here: the question in words (`cli`, `ui`),
requests (`wallet.exchange`), the check (`browse`).
"""

from collections.abc import Callable

from wallet.app.browse import CheckedAgain, keep_again, verified_again
from wallet.app.container import Services
from wallet.app.online import Request, allow_site, allowed_sites, with_web
from wallet.vault.connection import Vault


def _never() -> bool:
    return False


class OnlineCheck:
    """One check that is under way. Implements `wallet.exchange.consent.Consent`: what nobody decided is a no, for now.

    Attributes:
        stopped: once it says so, no further site is asked.
    """

    def __init__(self, vault: Vault, record_id: str, services: Services) -> None:
        """Asks no site yet.

        Raises:
            VaultError: VAULT_DAMAGED.
        """
        self.stopped: Callable[[], bool] = _never
        self._vault = vault
        self._record_id = record_id
        self._agreed = dict(allowed_sites(vault))
        self._refused: set[str] = set()
        self._open: list[Request] = []
        self._services, _ = with_web(services, self)

    def allows(self, request: Request) -> bool:
        """Whether the learner agreed; what they were not asked yet is noted."""
        known = self._agreed.get(request.host)
        if self.stopped() or request.host in self._refused:
            return False
        if known is not None and (known or not request.of_one):
            return True
        self._open.append(request)
        return False

    def next_question(self) -> Request | None:
        """The site to decide about before the check can go on; None when there is none left.

        Raises:
            VaultError: as for every reading of a record.
        """
        self._open.clear()
        verified_again(self._vault, self._record_id, self._services)
        return self._open[0] if self._open else None

    def agree(self, request: Request, *, remember: bool) -> None:
        """The learner says yes; durable on return when it is to be remembered.

        Raises:
            VaultError: the vault could not take it.
        """
        self._agreed[request.host] = request.of_one
        if remember:
            allow_site(self._vault, request.host, of_one=request.of_one)

    def refuse(self, request: Request) -> None:
        """The learner says no, to all of that site, for this check."""
        self._refused.add(request.host)

    @property
    def has_consent(self) -> bool:
        """Whether any site may be asked at all."""
        return bool(self._agreed)

    def keep(self) -> CheckedAgain:
        """Checks with what was fetched, and keeps the report with its date.

        Raises:
            VaultError: as `browse.compared_again`.
        """
        return keep_again(self._vault, *verified_again(self._vault, self._record_id, self._services))
