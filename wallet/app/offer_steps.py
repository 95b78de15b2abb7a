"""Looking at an offer with a person at hand, one question about a website after another.

Lives here: the order of runs and questions. Does not live here: looking (`offers`), the question in words (`ui`),
taking what is offered (`receive`).
"""

from collections.abc import Mapping

from wallet.app.offers import Door, Offered, arrive, look, read_door
from wallet.app.online import Request, new_client
from wallet.app.step_consent import StepConsent
from wallet.errors import ExchangeError, Reason
from wallet.exchange.http_client import HttpClient


class OfferLook:
    """One offer on its way to be shown.

    Attributes:
        consent: what the person said so far; what is agreed to holds when the offer is taken, too.
        client: asks sites with that consent.
    """

    def __init__(self, text: str, allowed: Mapping[str, bool], language: str) -> None:
        """Asks no site yet.

        Args:
            allowed: as in `StepConsent`.
            language: for the issuer's own names.

        Raises:
            ExchangeError: as `read_door`.
        """
        self.consent = StepConsent(allowed)
        self.client: HttpClient = new_client(self.consent)
        self._door: Door = read_door(text)
        self._language = language
        self._offered: Offered | None = None
        self._error: ExchangeError | None = None

    @property
    def offered(self) -> Offered:
        """What is offered, once there is no question left.

        Raises:
            ExchangeError: why it cannot be seen.
        """
        if self._offered is None:
            raise self._error or ExchangeError(Reason.SITE_NOT_ALLOWED)
        return self._offered

    def next_question(self) -> Request | None:
        """Looks as far as it may; the next site to decide about, None when there is no need for one."""
        self.consent.begin()
        try:
            self._door = arrive(self._door, self.client)
            found = look(self._door, self.client, language=self._language)
        except ExchangeError as error:
            if self.consent.question is not None:
                return self.consent.question
            self._error = error
            return None
        if all(self.consent.allows(_of(found, host)) for host in found.hosts):
            self._offered = found
        return self.consent.question


def _of(offered: Offered, host: str) -> Request:
    return Request(host, came_from="" if host == offered.host else offered.host)
