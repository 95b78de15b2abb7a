"""What the detail pane asks of an open file to check with the network, and the values that travel between the two.

Lives here: the narrow Protocol and frozen values. Does not live here: the implementation (`online_cases`).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from wallet.ui.ports import Details


@dataclass(frozen=True, slots=True)
class SiteQuestion:
    """A website that is to be asked. With `of_one` it learns which credential is checked; `came_from` sends us on."""

    host: str
    of_one: bool
    came_from: str = ""


@dataclass(frozen=True, slots=True)
class SiteAnswer:
    """What the learner said to it."""

    agreed: bool
    remember: bool = False


@dataclass(frozen=True, slots=True)
class OnlineStep:
    """Where a check with the network stands: at a question, or at its end with what is known now."""

    record_id: str
    question: SiteQuestion | None = None
    details: "Details | None" = None


@dataclass(frozen=True, slots=True)
class AllowedWebsite:
    """A website that is asked without a question; with `of_one` it may learn which credential is checked."""

    host: str
    of_one: bool


class ChecksOnline(Protocol):
    """The part of an open file about checks with the network; every call belongs to the vault's thread."""

    def check_online(
        self, record_id: str, answer: SiteAnswer | None, stopped: Callable[[], bool]
    ) -> OnlineStep:
        """Begins a check, or goes on after an answer; no website is asked before one. Slow: websites are waited for."""
        ...

    def allowed_websites(self) -> Sequence[AllowedWebsite]:
        """The websites the learner allowed for good."""
        ...

    def forget_website(self, host: str) -> Sequence[AllowedWebsite]:
        """Takes one back; those that are left."""
        ...
