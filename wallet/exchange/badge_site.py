"""A website that holds somebody's badges and hands them to programs they sign in with: what it says of itself.

Lives here: the three interfaces such sites have, and where the parts of one are. Does not live here: finding that out
(`badge_site_discovery`), signing in, or reading (`badge_site_reading`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from wallet.exchange.web_address import read_web_address


class Interface(StrEnum):
    """Which specification a site follows."""

    OPEN_BADGES_3 = "openbadges-3.0"
    BADGE_CONNECT = "badge-connect-2.1"
    CLR_2 = "clr-2.0"


OFFLINE_ACCESS = "offline_access"
"""The scope with which a site also gives a token for later."""


@dataclass(frozen=True, slots=True)
class BadgeSite:
    """The parts of one site; every address is an https address that may be asked.

    Attributes:
        name: what it calls itself; hostile text, and nobody checked it.
        credentials_url: where credentials are read, and sent to with `write_scope`.
        authorization_url: the page a person signs in at, in their browser.
        registration_url: where a program makes itself known; None when a site takes no programs it does not know.
        revocation_url: where a token is given back; None when that is not offered.
        read_scope: what has to be granted for reading.
        write_scope: what has to be granted for sending a credential there; None when that is not offered.
        gives_later_access: a token for later can be asked for.
        terms_url, privacy_url: what a person may want to read before they agree.
        described_by: the site that said all this; "" for access that was kept before that was noted.
    """

    interface: Interface
    name: str
    credentials_url: str
    authorization_url: str
    token_url: str
    refresh_url: str
    registration_url: str | None
    revocation_url: str | None
    read_scope: str
    write_scope: str | None = None
    gives_later_access: bool = False
    terms_url: str | None = None
    privacy_url: str | None = None
    described_by: str = ""

    @property
    def host(self) -> str:
        """The site that holds the badges."""
        return read_web_address(self.credentials_url).host

    @property
    def sign_in_host(self) -> str:
        """The site a person signs in at."""
        return read_web_address(self.authorization_url).host

    def scopes(self, *, keeps: bool = False, sends: bool = False) -> Sequence[str]:
        """What is asked for: as little as does it.

        Args:
            keeps: access is to last beyond this run.
            sends: a credential is to be sent there.
        """
        later = (OFFLINE_ACCESS,) if keeps and self.gives_later_access else ()
        write = (self.write_scope,) if sends and self.write_scope else ()
        return (self.read_scope, *write, *later)
