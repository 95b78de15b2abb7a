"""`ler-wallet connect` and `connection`: badges from a badge site, and one credential to it.

Lives here: the person's part of it: questions, their browser, lines. Does not live here: the work
(`wallet.app.badge_site`, `kept_badge_sites`, `send_to_site`).
"""

import contextlib
import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from wallet.app import badge_site, kept_badge_sites, online
from wallet.app.badge_site import BadgeSite, HttpClient, Interface, Pace, SiteAccess, SiteHoldings
from wallet.app.container import Services
from wallet.app.kept_badge_sites import KeptSite
from wallet.app.unlock import Vault
from wallet.cli import browser, console, exit_codes
from wallet.cli.keeping import Keeping, Wish, wish
from wallet.cli.online import SiteQuestions
from wallet.cli.opening import opened
from wallet.cli.render import plain
from wallet.cli.services import services_of
from wallet.cli.times import time_text
from wallet.errors import ExchangeError, Reason
from wallet.exchange.redirect_listener import plain_page

_PAGE = plain_page("Done", "You can close this page and go back to your wallet.")
_INTERFACES = {
    Interface.OPEN_BADGES_3: "Open Badges 3.0",
    Interface.BADGE_CONNECT: "Badge Connect 2.1",
    Interface.CLR_2: "CLR 2.0",
}


@dataclass(frozen=True, slots=True)
class Visit:
    """One visit to a site.

    Attributes:
        address: the site in the spelling it is kept under.
        kept: what was kept of an earlier visit.
    """

    address: str
    client: HttpClient
    services: Services
    pace: Pace
    kept: KeptSite | None

    def enter(self, interface: Interface | None, *, keeps: bool, sends: bool = False) -> SiteAccess:
        """Access that was kept, else after a sign-in.

        Raises:
            ExchangeError: as `find_badge_site` and `sign_in`.
        """
        if self.kept is not None and not sends:
            return kept_badge_sites.reopen(self.kept, self.client, self.services, self.pace)
        site = badge_site.find_badge_site(self.client, self.address, interface)
        _introduce(site)
        show = partial(browser.show_sign_in, site.sign_in_host)
        return badge_site.sign_in(
            self.client, site, self.services, show, self.pace, page=_PAGE, keeps=keeps, sends=sends
        )


@contextlib.contextmanager
def visiting(address: str, allow_hosts: Sequence[str], vault: Vault, services: Services) -> Iterator[Visit]:
    """A visit that is about to begin; nobody is asked yet. At its end, sites that nobody could be asked about are told.

    Raises:
        AppError: USAGE.
        ExchangeError: WEB_ADDRESS_REFUSED.
        VaultError: VAULT_DAMAGED.
    """
    name = kept_badge_sites.site_address(address)
    questions = SiteQuestions(allow_hosts, vault)
    client = online.new_client(questions.consent)
    pace = badge_site.pace(threading.Event())
    try:
        yield Visit(name, client, services, pace, kept_badge_sites.kept_site(vault, name))
    finally:
        questions.tell_unheard()


def run(
    *,
    address: str,
    vault_path: str,
    interface: str | None,
    keep: bool,
    everything: bool,
    not_valid: bool,
    skip_invalid: bool,
    yes: bool,
    allow_hosts: Sequence[str],
    descriptor: int | None,
    documents: str | None,
    at: str | None,
    as_json: bool,
) -> int:
    """Reads everything first, then keeps it; one refused item makes the exit code 1, and the others stay."""
    wanted = wish(not_valid=not_valid, skip_invalid=skip_invalid, yes=yes)
    services = services_of(at, documents)
    kind = Interface(interface) if interface is not None else None
    with (
        opened(vault_path, descriptor) as vault,
        visiting(address, allow_hosts, vault, services) as here,
    ):
        access = here.enter(kind, keeps=keep)
        if here.kept is None and keep:
            kept_badge_sites.keep_site(vault, here.address, access, services)
        kept = kept_badge_sites.kept_site(vault, here.address)
        with _going(vault, kept, access):
            found = _read(access, kept, services, everything=everything)
        code = _keep(vault, found, services, wanted, as_json=as_json)
        if kept is not None:
            kept_badge_sites.note_access(vault, kept, access, found.read_at)
    _tell(found, access.site, is_kept=kept is not None)
    return code


@contextlib.contextmanager
def _going(vault: Vault, kept: KeptSite | None, access: SiteAccess) -> Iterator[None]:
    """Afterwards, kept access is kept as it is now; what is over is wiped, and what was for this run is given back."""
    try:
        yield
    except ExchangeError as error:
        if kept is not None and error.reason is Reason.ACCESS_ENDED:
            kept_badge_sites.forget_kept_site(vault, kept.address)
            kept = None
        raise
    finally:
        if kept is not None:
            kept_badge_sites.note_access(vault, kept, access)
        else:
            with contextlib.suppress(ExchangeError):
                access.give_back()


def _read(access: SiteAccess, kept: KeptSite | None, services: Services, *, everything: bool) -> SiteHoldings:
    since = kept.read_at if kept is not None and not everything else None
    with console.progress("Read") as progress:

        def told(done: int, _total: int | None) -> None:
            del done
            progress.step()

        return badge_site.read_holdings(access, services, since, told)


def _keep(vault: Vault, found: SiteHoldings, services: Services, wanted: Wish, *, as_json: bool) -> int:
    keeping = Keeping(vault, services, wanted, as_json=as_json)
    kept = [keeping.keep(piece) for piece in found.pieces]
    keeping.tell()
    return exit_codes.DONE if all(kept) else exit_codes.FAILED


def _introduce(site: BadgeSite) -> None:
    """Who answered, before anybody signs in there."""
    console.say(f"{plain(site.host)} calls itself '{plain(site.name)}'. Nobody checked that name.")
    for what, url in (("terms", site.terms_url), ("privacy", site.privacy_url)):
        if url is not None:
            console.say(f"Its {what}: {plain(url)}")


def _tell(found: SiteHoldings, site: BadgeSite, *, is_kept: bool) -> None:
    host = plain(site.host)
    if not found.pieces:
        console.say(f"{host} holds nothing new for you." if is_kept else f"{host} holds no badges for you.")
    if found.is_short:
        console.say(f"{host} says that it holds {found.total} badges, and gave {len(found.pieces)}.")
    if is_kept:
        console.say(f"Your wallet file keeps the access to {host}; 'connection forget' wipes it.")


def list_kept(*, vault_path: str, descriptor: int | None, as_json: bool) -> int:
    """One line for each site; nothing of the access itself."""
    with opened(vault_path, descriptor) as vault:
        sites = kept_badge_sites.kept_sites(vault)
    for kept in sites:
        read_at = None if kept.read_at is None else time_text(kept.read_at)
        if as_json:
            console.result_object(
                {
                    "address": kept.address,
                    "interface": str(kept.site.interface),
                    "name": kept.site.name,
                    "connected_at": time_text(kept.connected_at),
                    "read_at": read_at,
                }
            )
        else:
            last = f"last read {read_at}" if read_at is not None else "never read to the end"
            name, interface = plain(kept.site.name), _INTERFACES[kept.site.interface]
            since = time_text(kept.connected_at)
            console.result(f"{plain(kept.address)}: '{name}', {interface}, connected since {since}, {last}.")
    if not sites:
        console.say("No badge site is connected.")
    return exit_codes.DONE


def forget(
    *,
    address: str,
    vault_path: str,
    descriptor: int | None,
    online: bool,
    allow_hosts: Sequence[str],
    as_json: bool,
) -> int:
    """Wipes the access; with the network, the site is told first, so that it counts nowhere any more."""
    name = kept_badge_sites.site_address(address)
    services = services_of()
    given_back = False
    with opened(vault_path, descriptor) as vault:
        kept = kept_badge_sites.kept_site(vault, name)
        if kept is not None and online:
            with (
                contextlib.suppress(ExchangeError),
                visiting(address, allow_hosts, vault, services) as here,
            ):
                given_back = here.enter(None, keeps=False).give_back()
        was_there = kept_badge_sites.forget_kept_site(vault, name)
    if as_json:
        console.result_object({"address": name, "forgotten": was_there, "given_back": given_back})
    elif was_there:
        console.result(f"{plain(name)}: the access is wiped from your wallet file.")
    else:
        console.result(f"{plain(name)}: there was no access in your wallet file.")
    if was_there and not given_back:
        console.say("On the website itself it may still be listed; you can take it back there.")
    return exit_codes.DONE
