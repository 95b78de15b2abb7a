"""Following one link with a person at hand, one question after another, until there is something to look at.

Lives here: the order of runs and questions, and that no site is asked twice for the same. Does not live here: following
(`deep_links`), the question in words (`ui`), keeping what came.
"""

from collections.abc import Mapping, Sequence

from wallet.app import deep_links
from wallet.app.container import Services
from wallet.app.gather import Findings, Gatherer, Piece
from wallet.app.inputs import InputItem
from wallet.app.online import Request, new_client
from wallet.app.step_consent import StepConsent
from wallet.app.way_out import Asks, WayOut
from wallet.exchange.http_client import Answer, Question


class LinkFetch:
    """One link on its way.

    Attributes:
        consent: what the person said so far.
        pieces: what came; empty before the end.
    """

    def __init__(self, link: str, services: Services, allowed: Mapping[str, bool]) -> None:
        """Asks no site yet.

        Args:
            allowed: as in `StepConsent`.
        """
        self.consent = StepConsent(allowed)
        self.pieces: Sequence[Piece] = ()
        self._item = InputItem(link, None, link.encode("utf-8", "replace"), is_file=False)
        way_out = WayOut(_AskingOnce(new_client(self.consent)), services)
        self._gatherer = Gatherer(follow=lambda found: deep_links.follow(found, way_out))

    def next_question(self) -> Request | None:
        """Follows the link as far as it may be; the next site to decide about, None when there is no need for one."""
        self.consent.begin()
        found = tuple(self._gatherer.pieces(self._item, Findings()))
        question = self.consent.question
        if question is not None and all(piece.data is None for piece in found):
            return question
        self.pieces = found
        return None


class _AskingOnce:
    """A client that remembers what it was answered, for as long as one link is followed. Implements `Asks`."""

    def __init__(self, client: Asks) -> None:
        self._client = client
        self._answers: dict[tuple[str, tuple[str, ...], tuple[tuple[str, str], ...]], Answer] = {}

    def ask(self, question: Question) -> Answer:
        """As `HttpClient.ask`; whatever is more than a question is asked each time."""
        if question.method != "GET":
            return self._client.ask(question)
        key = (question.url, tuple(question.kinds), tuple(sorted(question.headers.items())))
        if key not in self._answers:
            self._answers[key] = self._client.ask(question)
        return self._answers[key]
