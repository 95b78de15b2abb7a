"""Who may be asked: a site learns this computer's address in the network, so a person says yes to each one first.

Lives here: the port through which that is found out. Does not live here: asking people (`cli`, `ui`) or remembering
what they said (`wallet.app`).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Request:
    """What is about to happen.

    Attributes:
        host: the site that is going to be asked.
        of_one: the address is that of one credential, or names it, so who answers learns that it is being looked at.
        came_from: the site that sent us on, "" when none did.
    """

    host: str
    of_one: bool = False
    came_from: str = ""


class Consent(Protocol):
    """Says whether a site may be asked."""

    def allows(self, request: Request) -> bool:
        """Whether a person agreed to this; may ask one."""
        ...


class Nobody:
    """No site may be asked."""

    def allows(self, request: Request) -> bool:
        """Always False."""
        del request
        return False


class AskedOnce:
    """Asks a person once for each site, and once more when an address of one credential is to be asked.

    A no holds for everything on that site; a yes to an address of one credential is one to the site.
    """

    def __init__(self, ask: Callable[[Request], bool], allowed: Mapping[str, bool] | None = None) -> None:
        """Puts its questions through `ask`.

        Args:
            allowed: sites that were agreed to before, and whether to addresses of one credential there, too.
        """
        self._ask = ask
        self._refused: set[str] = set()
        self._allowed: dict[str, bool] = dict(allowed or {})

    def allows(self, request: Request) -> bool:
        """What the person said, now or before."""
        host = request.host
        if host in self._refused:
            return False
        known = self._allowed.get(host)
        if known is not None and (known or not request.of_one):
            return True
        if not self._ask(request):
            self._refused.add(host)
            return False
        self._allowed[host] = request.of_one
        return True
