"""`--online`: asking the person at the terminal about each site, and telling what became of them.

Lives here: questions, `--allow-host`, the lines at the end. Does not live here: asking sites (`wallet.app.online`).
"""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from wallet.app.container import Services
from wallet.app.online import (
    AskedOnce,
    Request,
    WebDocuments,
    allow_site,
    allowed_sites,
    site_name,
    with_web,
)
from wallet.app.reason_texts import words
from wallet.cli import console
from wallet.cli.console import has_terminal
from wallet.cli.render import plain
from wallet.errors import AppError, Reason, WalletError

if TYPE_CHECKING:
    from wallet.app.unlock import Vault


class SiteQuestions:
    """The questions about sites in one run.

    Attributes:
        consent: asks the person about each site once.
    """

    def __init__(self, hosts: Sequence[str], vault: "Vault | None" = None) -> None:
        """Asks nobody yet.

        Args:
            hosts: sites named with `--allow-host`.
            vault: keeps the sites that were agreed to for good.

        Raises:
            AppError: USAGE for what is no name of a site.
            VaultError: VAULT_DAMAGED.
        """
        self._hosts = frozenset(map(_host, hosts))
        self._vault = vault
        self._unheard: set[str] = set()
        kept = allowed_sites(vault) if vault is not None else {}
        self.consent = AskedOnce(self._ask, {**dict.fromkeys(self._hosts, False), **kept})

    def tell_unheard(self, told: Collection[str] = ()) -> None:
        """Says of each site that nobody was there to ask about it, but of those that were told; else nothing."""
        for host in sorted(self._unheard.difference(told)):
            _tell(host, Reason.SITE_NOT_ALLOWED)

    def _ask(self, request: Request) -> bool:
        host = plain(request.host)
        if request.host in self._hosts:
            console.say(
                f"{host} can see that this one credential is checked: the address names it, or its holder."
            )
            return True
        if not has_terminal():
            self._unheard.add(request.host)
            return False
        for line in question(request):
            console.say(line)
        remembers = self._vault is not None
        said = console.ask(f"Ask {host}? [y]es, [n]o{', [a]lways' if remembers else ''}: ").strip().lower()
        if self._vault is not None and said in ("a", "always"):
            allow_site(self._vault, request.host, of_one=request.of_one)
            return True
        return said in ("y", "yes")


class Online(SiteQuestions):
    """One run with the network.

    Attributes:
        services: what the run is to use.
    """

    def __init__(self, services: Services, hosts: Sequence[str], vault: "Vault | None" = None) -> None:
        """As `SiteQuestions`."""
        super().__init__(hosts, vault)
        self.services, self._web = with_web(services, self.consent)

    def tell(self) -> None:
        """Says of each site that gave no document why, or that nobody was there to ask about it; else nothing."""
        tell_troubles(self._web)
        self.tell_unheard(self._web.troubles)


def question(request: Request) -> Sequence[str]:
    """What a person has to know before they agree."""
    host = plain(request.host)
    lines = [f"{plain(request.came_from)} sends us on to {host}."] if request.came_from else []
    lines.append(f"To go on, we would ask {host}. That website learns the network address of this computer.")
    if request.of_one:
        lines.append(
            "The address names one credential, or its holder, so the website can see which credential you look at."
        )
    return lines


def tell_troubles(web: WebDocuments) -> None:
    """A line for each site that gave no document."""
    for host, reason in web.troubles.items():
        _tell(host, reason)


def _tell(host: str, reason: Reason) -> None:
    more = f" Allow it with --allow-host {plain(host)}." if reason is Reason.SITE_NOT_ALLOWED else ""
    console.say(f"{plain(host)}: {words(reason).happened}{more} [{reason}]")


def _host(text: str) -> str:
    try:
        return site_name(text)
    except WalletError as error:
        raise AppError(
            Reason.USAGE, "--allow-host takes the name of a website, such as school.example"
        ) from error
