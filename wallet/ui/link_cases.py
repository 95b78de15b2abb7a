"""`FollowsLink` over `wallet.app.link_fetch`."""

from collections.abc import Mapping, Sequence

from wallet.app.container import Services
from wallet.app.link_fetch import LinkFetch
from wallet.errors import CredentialError, Reason
from wallet.ui.online_work import SteppedWork
from wallet.ui.ports import Incoming

_NAME = 200


class FollowedLink(SteppedWork):
    """A link that is being followed, on any worker."""

    def __init__(self, link: str, services: Services, allowed: Mapping[str, bool]) -> None:
        self._link = link
        self._fetch = LinkFetch(link, services, allowed)
        super().__init__(self._fetch)

    def incoming(self) -> Sequence[Incoming]:
        """What it led to; what did not come names the link, to try again."""
        name = self._link[:_NAME]
        found = [
            Incoming(
                f"{name}, {piece.inside}" if piece.inside else name, given, marks=piece.marks, link=self._link
            )
            for piece in self._fetch.pieces
            if (given := piece.data if piece.data is not None else piece.error) is not None
        ]
        nothing = CredentialError(Reason.PAGE_WITHOUT_CREDENTIAL)
        return found or [Incoming(name, nothing, link=self._link)]
