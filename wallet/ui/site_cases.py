"""`VisitsSites` and `KeepsSites` over the application layer.

Does not live here: sites (`wallet.app.badge_site`), what is kept of them (`wallet.app.kept_badge_sites`).
"""

import contextlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from wallet.app import allowed_sites
from wallet.app.container import Services
from wallet.app.unlock import Vault
from wallet.errors import ExchangeError, Reason, WalletError
from wallet.ui.languages import translate
from wallet.ui.online_ports import SiteQuestion
from wallet.ui.ports import Incoming
from wallet.ui.site_ports import Conversation, Fetched, KeptSite, ReadSoFar, SignInPage, SitePlan

if TYPE_CHECKING:
    from wallet.app.badge_site import SiteAccess, SiteHoldings
    from wallet.app.kept_badge_sites import KeptSite as Kept
    from wallet.app.online import Request


class SitesKept:
    """The part of an open wallet about badge sites; every call on the thread that opened it."""

    def __init__(self, vault: Vault, services: Services) -> None:
        self._vault = vault
        self._services = services

    def kept_sites(self) -> Sequence[KeptSite]:
        """In the order they were connected; nothing of the network is loaded where there is none."""
        if self._vault.settings.get(allowed_sites.BADGE_SITES) is None:
            return ()
        from wallet.app.kept_badge_sites import kept_sites  # noqa: PLC0415 - loads the network

        return tuple(_shown(kept) for kept in kept_sites(self._vault))

    def plan_visit(self, address: str, *, keeps: bool) -> SitePlan:
        """What there is to know before a visit."""
        from wallet.app.kept_badge_sites import kept_site, site_address  # noqa: PLC0415 - as above

        name = site_address(address.strip())
        kept = kept_site(self._vault, name)
        allowed = allowed_sites.allowed_sites(self._vault)
        return SitePlan(name, keeps, None if kept is None else _shown(kept), allowed)

    def note_visit(self, plan: SitePlan, fetched: Fetched) -> Sequence[KeptSite]:
        """Keeps or wipes the access as the visit left it."""
        from wallet.app import kept_badge_sites  # noqa: PLC0415 - as above

        kept = kept_badge_sites.kept_site(self._vault, plan.address)
        access: SiteAccess | None = fetched.token  # type: ignore[assignment]
        has_ended = fetched.error is not None and fetched.error.reason is Reason.ACCESS_ENDED
        if kept is not None and has_ended:
            kept_badge_sites.forget_kept_site(self._vault, plan.address)
        elif kept is not None and access is not None:
            kept_badge_sites.note_access(self._vault, kept, access)
        elif plan.keeps and access is not None and not has_ended:
            kept_badge_sites.keep_site(self._vault, plan.address, access, self._services)
        return self.kept_sites()

    def forget_site(self, address: str) -> Sequence[KeptSite]:
        """Wipes the access to one."""
        from wallet.app.kept_badge_sites import forget_kept_site  # noqa: PLC0415 - as above

        forget_kept_site(self._vault, address)
        return self.kept_sites()


def fetch_badges(services: Services, plan: SitePlan, talk: Conversation) -> Fetched:
    """One visit from its first question to its end; access that is not to be kept is given back."""
    visit = _Visit(services, plan, talk)
    access: SiteAccess | None = None
    try:
        access = visit.enter()
        found = visit.read(access)
    except WalletError as error:
        return Fetched(plan.address, error=error, token=access)
    finally:
        if access is not None and plan.kept is None and not plan.keeps:
            with contextlib.suppress(ExchangeError):
                access.give_back()
    incoming = [
        Incoming(f"{piece.name}, {piece.item}", piece.data if piece.data is not None else piece.error)
        for piece in found.pieces
    ]
    return Fetched(plan.address, incoming, found.total or 0, token=access)


@dataclass(frozen=True, slots=True)
class _Visit:
    """A visit on its way."""

    services: Services
    plan: SitePlan
    talk: Conversation

    def enter(self) -> "SiteAccess":
        """Access that was kept, else after a sign-in."""
        from wallet.app import badge_site, kept_badge_sites, online  # noqa: PLC0415 - as above
        from wallet.exchange.redirect_listener import plain_page  # noqa: PLC0415 - as above

        client = online.new_client(online.AskedOnce(self._may_ask, self.plan.allowed))
        pace = badge_site.Pace(self.talk.pause, lambda: self.talk.stopped)
        if self.plan.kept is not None:
            kept: Kept = self.plan.kept.token  # type: ignore[assignment]
            return kept_badge_sites.reopen(kept, client, self.services, pace)
        site = badge_site.find_badge_site(client, self.plan.address)
        page = plain_page(
            translate("BadgeSites", "Done"),
            translate("BadgeSites", "You can close this page and go back to your wallet."),
        )

        def show(address: str) -> None:
            news = SignInPage(
                site.host, site.name, site.sign_in_host, address, site.terms_url or "", site.privacy_url or ""
            )
            self.talk.show(news)

        return badge_site.sign_in(client, site, self.services, show, pace, page=page, keeps=self.plan.keeps)

    def read(self, access: "SiteAccess") -> "SiteHoldings":
        """Everything; what is had already, the review shows."""
        from wallet.app.badge_site import read_holdings  # noqa: PLC0415 - as above

        return read_holdings(
            access,
            self.services,
            progress=lambda done, total: self.talk.show(ReadSoFar(done, total or 0)),
        )

    def _may_ask(self, request: "Request") -> bool:
        return self.talk.ask(SiteQuestion(request.host, request.of_one, request.came_from)).agreed


def _shown(kept: "Kept") -> KeptSite:
    return KeptSite(kept.address, kept.site.name, kept.connected_at, kept)
