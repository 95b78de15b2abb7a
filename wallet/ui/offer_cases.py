"""`OfferWork` and `TakesOffers` over the use cases of `wallet.app`. Loaded when an offer is there, and not before."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING

from wallet.app import receive
from wallet.app.container import Services
from wallet.app.offer_steps import OfferLook
from wallet.app.offers import Offered, is_door
from wallet.app.promise_steps import PromiseAsk
from wallet.app.promises import Promise
from wallet.app.receive import Browser, Received
from wallet.errors import ExchangeError, Reason
from wallet.ui.languages import spoken
from wallet.ui.offer_ports import CodeWanted, OfferedItem, OfferShown, PromisedItem, PromiseWork, Taken
from wallet.ui.online_work import SteppedWork
from wallet.ui.ports import Incoming

if TYPE_CHECKING:
    from wallet.app.unlock import Vault

__all__ = [
    "AskedPromises",
    "LookedAtOffer",
    "incoming_of",
    "is_door",
    "keep_promises",
    "offer_key",
    "settle_promised",
]


class LookedAtOffer(SteppedWork):
    """An offer under way."""

    def __init__(self, text: str, services: Services, allowed: Mapping[str, bool]) -> None:
        self._look = OfferLook(text, allowed, spoken())
        self._services = services
        super().__init__(self._look)

    def shown(self) -> OfferShown:
        """What is offered."""
        return _shown(self._look.offered)

    def take(
        self,
        key: object,
        code: str,
        open_web: Callable[[str], bool],
        page: tuple[str, str],
        stopped: Callable[[], bool],
    ) -> Taken:
        """Takes it."""
        if not isinstance(key, receive.ProofKey):
            raise TypeError("a key that this wallet did not give")
        offered = self._look.offered
        self._look.consent.stopped = stopped
        received = receive.take(
            offered,
            key,
            self._look.client,
            self._services,
            code=code,
            browser=Browser(open_web, receive.plain_page(*page), is_stopped=stopped),
        )
        return Taken(
            incoming_of(offered.host, received),
            received.missing,
            len(received.postponed),
            received,
            partial(receive.tell_arrived, received),
        )


def incoming_of(host: str, received: Received) -> Sequence[Incoming]:
    """What came, as what comes out of a file."""
    several = len(received.pieces) > 1
    return [
        Incoming(f"{host} ({number})" if several else host, data)
        for number, data in enumerate(received.pieces, start=1)
    ]


def offer_key(vault: "Vault", services: Services) -> object:
    """The key of the profile in use."""
    return receive.proof_key(vault, services)


def keep_promises(vault: "Vault", taken: Taken, services: Services) -> None:
    """Keeps what is ready later."""
    from wallet.app.waiting import promise_later  # noqa: PLC0415 - seldom there is something

    if isinstance(taken.token, Received):
        promise_later(vault, taken.token, services)


class AskedPromises(SteppedWork):
    """Promises under way."""

    def __init__(
        self, items: Sequence[PromisedItem], allowed: Mapping[str, bool], services: Services
    ) -> None:
        wanted = [item.token for item in items if isinstance(item.token, Promise)]
        self.case = PromiseAsk(wanted, allowed, services.clock.now)
        super().__init__(self.case)


def settle_promised(vault: "Vault", work: PromiseWork, services: Services) -> Taken:
    """Keeps what asking has changed. What came is no promise any more: whoever is handed it looks at it now."""
    if not isinstance(work, AskedPromises):
        raise TypeError("work that this wallet did not begin")
    from wallet.app.waiting import forget_promise, settle  # noqa: PLC0415 - seldom there is something

    incoming: list[Incoming] = []
    missing: list[tuple[str, Reason]] = []
    for promise in work.case.wanted:
        asked = work.case.answers.get(promise.id)
        if asked is None:
            continue
        if isinstance(asked.came, ExchangeError):
            missing.append((promise.name, asked.came.reason))
        pieces = settle(vault, promise, asked, services)
        if pieces:
            forget_promise(vault, promise)
        incoming += [Incoming(promise.host, piece) for piece in pieces]
    return Taken(incoming, missing)


def _shown(offered: Offered) -> OfferShown:
    code = offered.transaction_code
    return OfferShown(
        offered.host,
        offered.issuer_name,
        [OfferedItem(one.name, one.is_supported) for one in offered.credentials],
        offered.sign_in_host,
        None if code is None else CodeWanted(code.is_numeric, code.length or 0, code.description),
    )
