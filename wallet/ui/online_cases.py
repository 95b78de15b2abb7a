"""`ChecksOnline` over one vault."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from wallet.app import allowed_sites
from wallet.app.container import Services
from wallet.app.unlock import Vault
from wallet.ui.online_ports import AllowedWebsite, OnlineStep, SiteAnswer, SiteQuestion
from wallet.ui.ports import Details

if TYPE_CHECKING:
    from wallet.app.check_online import OnlineCheck
    from wallet.app.online import Request


class OnlineChecks(ABC):
    """The part of an open wallet about checks with the network; every call on the thread that opened it."""

    _online_check: "OnlineCheck | None" = None
    _site_asked: "Request | None" = None

    def __init__(self, vault: Vault, services: Services) -> None:
        self._vault = vault
        self._services = services

    @abstractmethod
    def details(self, record_id: str) -> Details:
        """One credential."""

    def check_online(
        self, record_id: str, answer: SiteAnswer | None, stopped: Callable[[], bool]
    ) -> OnlineStep:
        """Begins, or goes on after an answer. Where every website was refused, all stays as it was."""
        from wallet.app.check_online import OnlineCheck  # noqa: PLC0415 - nothing of the network is loaded before

        check, asked = self._online_check, self._site_asked
        if answer is None or check is None or asked is None:
            check = self._online_check = OnlineCheck(self._vault, record_id, self._services)
        elif answer.agreed:
            check.agree(asked, remember=answer.remember)
        else:
            check.refuse(asked)
        check.stopped = stopped
        request = self._site_asked = check.next_question()
        if request is not None:
            return OnlineStep(record_id, SiteQuestion(request.host, request.of_one, request.came_from))
        self._online_check = None
        if check.has_consent and not stopped():
            check.keep()
        return OnlineStep(record_id, details=self.details(record_id))

    def allowed_websites(self) -> Sequence[AllowedWebsite]:
        """By name."""
        kept = allowed_sites.allowed_sites(self._vault)
        return tuple(AllowedWebsite(host, of_one) for host, of_one in sorted(kept.items()))

    def forget_website(self, host: str) -> Sequence[AllowedWebsite]:
        """Takes one back."""
        allowed_sites.forget_site(self._vault, host)
        return self.allowed_websites()
