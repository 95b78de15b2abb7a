"""Consent of a person who is asked between two runs of the same work, never while it is under way.

Work that needs a site nobody decided about goes on without it; then the person is asked, and the work is done again. So
nothing waits for an answer, and no thread is held by a question.

Lives here: what was decided, and what is still open. Does not live here: the work (`check_online`, `link_fetch`), or
the question in words (`ui`).
"""

from collections.abc import Callable, Mapping

from wallet.exchange.consent import Request


def _never() -> bool:
    return False


class StepConsent:
    """What a person decided so far. Implements `wallet.exchange.consent.Consent`: what nobody decided is a no, for now.

    Attributes:
        stopped: once it says so, no further site is asked.
    """

    def __init__(self, allowed: Mapping[str, bool]) -> None:
        """Nobody was asked yet.

        Args:
            allowed: sites that were agreed to before, and whether to addresses of one credential there, too.
        """
        self.stopped: Callable[[], bool] = _never
        self._agreed = dict(allowed)
        self._refused: set[str] = set()
        self._open: list[Request] = []

    def allows(self, request: Request) -> bool:
        """Whether the person agreed; what they were not asked yet is noted."""
        known = self._agreed.get(request.host)
        if self.stopped() or request.host in self._refused:
            return False
        if known is not None and (known or not request.of_one):
            return True
        self._open.append(request)
        return False

    def begin(self) -> None:
        """The work begins, for the first time or again."""
        self._open.clear()

    @property
    def question(self) -> Request | None:
        """The site to decide about first, of those that the work would have asked; None when there is none."""
        return self._open[0] if self._open else None

    def agree(self, request: Request) -> None:
        """The person says yes."""
        self._agreed[request.host] = request.of_one or self._agreed.get(request.host, False)

    def refuse(self, request: Request) -> None:
        """The person says no, to all of that site, for this piece of work."""
        self._refused.add(request.host)

    @property
    def has_any(self) -> bool:
        """Whether any site may be asked at all."""
        return bool(self._agreed)
