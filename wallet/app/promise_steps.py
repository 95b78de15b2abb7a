"""Asking for promised credentials with a person at hand, one question about a website after another.

Lives here: the order of runs and questions; every issuer is asked once. Does not live here: asking (`waiting`), keeping
what came.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from wallet.app.online import Request, new_client
from wallet.app.promises import Promise
from wallet.app.step_consent import StepConsent
from wallet.app.waiting import Asked, ask
from wallet.errors import ExchangeError


class PromiseAsk:
    """Some promises on their way.

    Attributes:
        consent: what the person said so far.
        answers: by the promise's id, what its issuer said, or why it said nothing.
    """

    def __init__(
        self, wanted: Sequence[Promise], allowed: Mapping[str, bool], now: Callable[[], datetime]
    ) -> None:
        """Asks no site yet; `allowed` is as in `StepConsent`."""
        self._now = now
        self.consent = StepConsent(allowed)
        self.answers: dict[str, Asked] = {}
        self.wanted = wanted
        self._client = new_client(self.consent)

    def next_question(self) -> Request | None:
        """Asks whoever may be asked; the next site to decide about, None when there is no need for one."""
        self.consent.begin()
        for promise in self.wanted:
            if promise.id in self.answers:
                continue
            try:
                self.answers[promise.id] = ask(promise, self._client, self._now())
            except ExchangeError as error:  # a site nobody agreed to
                if self.consent.question is not None:
                    return self.consent.question
                self.answers[promise.id] = Asked(error)
        return None
