"""`TakesOffers` over one vault; every call on the thread that opened it. Loads nothing of the network."""

from collections.abc import Sequence

from wallet.app import promises
from wallet.app.container import Services
from wallet.app.unlock import Vault
from wallet.ui.offer_ports import PromisedItem, PromiseWork, Taken


class VaultOffers:
    """The part of an open wallet that takes offers."""

    def __init__(self, vault: Vault, services: Services) -> None:
        self._vault = vault
        self._services = services

    def offer_key(self) -> object:
        """The key of the profile in use; made now if there is none."""
        from wallet.ui.offer_cases import offer_key  # noqa: PLC0415 - nothing of the network is loaded before

        return offer_key(self._vault, self._services)

    def keep_promises(self, taken: Taken) -> None:
        """Keeps what is ready later."""
        from wallet.ui.offer_cases import keep_promises  # noqa: PLC0415 - nothing of the network is loaded before

        keep_promises(self._vault, taken, self._services)

    def promised(self) -> Sequence[PromisedItem]:
        """What issuers have ready later."""
        return tuple(
            PromisedItem(one.id, one.host, one.name, one.ask_after, one)
            for one in promises.promises(self._vault)
        )

    def settle_promised(self, work: PromiseWork) -> Taken:
        """Keeps what asking has changed."""
        from wallet.ui.offer_cases import settle_promised  # noqa: PLC0415 - nothing of the network is loaded before

        return settle_promised(self._vault, work, self._services)
