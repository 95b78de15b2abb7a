"""`ChecksOnline` over one vault."""

from abc import ABC, abstractmethod
from collections.abc import Sequence
from typing import TYPE_CHECKING

from wallet.app import allowed_sites, browse
from wallet.app.container import Services
from wallet.app.unlock import Vault
from wallet.ui.online_ports import AllowedWebsite, OnlineWork
from wallet.ui.online_work import SteppedWork
from wallet.ui.ports import Details

if TYPE_CHECKING:
    from wallet.app.check_online import OnlineCheck
    from wallet.app.web_list import ListFetch


class _CheckWork(SteppedWork):
    """A check that began with `begin_online`."""

    def __init__(self, check: "OnlineCheck") -> None:
        super().__init__(check)
        self.check = check


class _ListWork(SteppedWork):
    """A list of issuers on its way."""

    def __init__(self, fetch: "ListFetch") -> None:
        super().__init__(fetch)
        self.fetch = fetch


class OnlineChecks(ABC):
    """The part of an open wallet about checks with the network; every call on the thread that opened it."""

    def __init__(self, vault: Vault, services: Services) -> None:
        self._vault = vault
        self._services = services

    @abstractmethod
    def details(self, record_id: str) -> Details:
        """One credential."""

    def begin_online(self, record_id: str) -> OnlineWork:
        """A check of one credential, ready to go on elsewhere."""
        from wallet.app.check_online import begin_online  # noqa: PLC0415 - nothing of the network is loaded before

        return _CheckWork(begin_online(self._vault, record_id, self._services))

    def keep_online(self, record_id: str, work: OnlineWork) -> Details:
        """Keeps what a check came to. Where every website was refused, all stays as it was."""
        if isinstance(work, _CheckWork):
            work.check.keep(self._vault)
        return self.details(record_id)

    def begin_list(self, address: str) -> OnlineWork:
        """A list of issuers from the web, ready to be fetched elsewhere."""
        from wallet.app.web_list import ListFetch, issuers_in  # noqa: PLC0415 - as above

        allowed = allowed_sites.allowed_sites(self._vault)
        return _ListWork(ListFetch(address, issuers_in(self._vault), self._services, allowed))

    def keep_list(self, work: OnlineWork) -> Sequence[str]:
        """Keeps what was fetched."""
        from wallet.app.web_list import keep_fetched  # noqa: PLC0415 - as above

        if isinstance(work, _ListWork) and work.fetch.fetched is not None:
            keep_fetched(self._vault, work.fetch.fetched, self._services)
        return browse.all_ids(self._vault)

    def allow_website(self, host: str, *, of_one: bool) -> None:
        """Notes that the learner allowed a website for good."""
        allowed_sites.allow_site(self._vault, host, of_one=of_one)

    def allowed_websites(self) -> Sequence[AllowedWebsite]:
        """By name."""
        kept = allowed_sites.allowed_sites(self._vault)
        return tuple(AllowedWebsite(host, of_one) for host, of_one in sorted(kept.items()))

    def forget_website(self, host: str) -> Sequence[AllowedWebsite]:
        """Takes one back."""
        allowed_sites.forget_site(self._vault, host)
        return self.allowed_websites()
