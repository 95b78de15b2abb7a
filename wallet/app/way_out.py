"""What somebody who follows a link may use: the way out to the network, and the person at hand.

Lives here: the bundle of those. Does not live here: links (`deep_links`), or what is asked of people (`cli`, `ui`).
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from wallet.app.container import Services

if TYPE_CHECKING:
    from wallet.exchange.http_client import Answer, Question


class Asks(Protocol):
    """Asks sites, one question at a time, each with consent (`HttpClient`)."""

    def ask(self, question: "Question") -> "Answer":
        """The answer to one question; raises ExchangeError."""
        ...


def nobody_types(question: str) -> str | None:
    """Nobody is there to answer."""
    del question
    return None


@dataclass(frozen=True, slots=True)
class WayOut:
    """The network of one run.

    Attributes:
        client: asks sites, each with consent.
        services: clock and randomness.
        ask: puts a question to the person and gives what they typed, such as the code that came in a letter; None when
            nobody answers.
    """

    client: Asks
    services: Services
    ask: Callable[[str], str | None] = nobody_types
