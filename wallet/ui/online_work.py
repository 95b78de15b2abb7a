"""`OnlineWork` over the use cases that ask between two runs (`wallet.app.step_consent`).

Lives here: answers and questions in the window's terms. Does not live here: the work itself, or anything of the vault.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from wallet.ui.online_ports import SiteAnswer, SiteQuestion

if TYPE_CHECKING:
    from wallet.app.online import Request
    from wallet.app.step_consent import StepConsent


class AsksBetween(Protocol):
    """A use case that is run again after each answer."""

    @property
    def consent(self) -> "StepConsent":
        """What was said so far."""
        ...

    def next_question(self) -> "Request | None":
        """Runs, and gives the site to decide about next."""
        ...


class SteppedWork:
    """One such use case under way. Implements `OnlineWork`."""

    def __init__(self, case: AsksBetween) -> None:
        self._case = case
        self._asked: Request | None = None

    def step(self, answer: SiteAnswer | None, stopped: Callable[[], bool]) -> SiteQuestion | None:
        """Goes on, with the answer to the last question."""
        consent = self._case.consent
        consent.stopped = stopped
        if answer is not None and self._asked is not None:
            (consent.agree if answer.agreed else consent.refuse)(self._asked)
        request = self._asked = self._case.next_question()
        return None if request is None else SiteQuestion(request.host, request.of_one, request.came_from)
