"""Taking what an issuer offers: access first, then the credentials, all of them in hand before one is kept.

Lives here: the order of the steps, and what the person's browser has to do with it. Does not live here: what is offered
(`offers`), what came later (`waiting`), keeping it (`import_credential`), the protocols (`wallet.exchange`).
"""

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from wallet.app.container import Services
from wallet.app.holder import holder_key, new_holder_key
from wallet.app.offers import Offered, OpenIdPlan
from wallet.errors import AppError, ExchangeError, Reason
from wallet.exchange.authorization_code import (
    CodeRequest,
    browser_address,
    new_code_request,
    pushed_address,
    read_code,
)
from wallet.exchange.http_client import HttpClient
from wallet.exchange.oauth_token import Access, access_for_code, request_access
from wallet.exchange.openid4vci.issuance import Issuance, Issued, Later
from wallet.exchange.openid4vci.metadata import Configuration
from wallet.exchange.openid4vci.offer import PRE_AUTHORIZED, PreAuthorized, SignIn
from wallet.exchange.possession import ProofKey
from wallet.exchange.redirect_listener import SECONDS, RedirectListener, plain_page
from wallet.exchange.vc_api.exchange import go_through
from wallet.vault.connection import Vault
from wallet.vault.holder_keys import HolderKey

__all__ = [
    "CLIENT_ID",
    "Browser",
    "Postponed",
    "ProofKey",
    "Received",
    "copies_of",
    "copy_keys",
    "keep_copy_keys",
    "plain_page",
    "proof_key",
    "take",
    "tell_arrived",
]

CLIENT_ID = "ler-wallet"
"""What this program calls itself where servers ask for a name and nobody gave it another."""
_MAX_DATASETS = 64


@dataclass(frozen=True, slots=True)
class Browser:
    """How a person signs in.

    Attributes:
        open: shows a secure web address in the system's browser; whether one could be started.
        page: what the browser shows when it comes back, HTML.
        seconds: how long to wait for it.
        is_stopped: looked at while waiting; True ends it.
    """

    open: Callable[[str], bool]
    page: bytes = field(repr=False)
    seconds: float = SECONDS
    is_stopped: Callable[[], bool] = lambda: False


@dataclass(frozen=True, slots=True)
class Postponed:
    """A credential that the issuer will have ready later."""

    configuration: Configuration
    later: Later


@dataclass(frozen=True, slots=True)
class Notification:
    """One answer of the issuer, which wants to know what became of it.

    Attributes:
        id: what to name when it is told.
        places: of its credentials among the pieces.
    """

    id: str = field(repr=False)
    places: Sequence[int]


@dataclass(frozen=True, slots=True)
class Received:
    """What came, in memory; nothing is kept yet.

    Attributes:
        pieces: each a credential, or a presentation with some in it, as a file would hold it.
        postponed: what is ready later.
        missing: names of what did not come although it was offered, and why.
        issuance: with whom to go on; None after an exchange, which is over.
        access: what lets us go on there.
        token_endpoint: where it is renewed.
    """

    pieces: Sequence[bytes] = field(repr=False)
    postponed: Sequence[Postponed] = ()
    missing: Sequence[tuple[str, Reason]] = ()
    issuance: Issuance | None = field(default=None, repr=False)
    access: Access | None = field(default=None, repr=False)
    notifications: Sequence[Notification] = field(default=(), repr=False)
    token_endpoint: str = ""


def proof_key(vault: Vault, services: Services) -> ProofKey:
    """The key that what is received gets tied to: the one of the profile in use, made now if there is none."""
    return _proof_key(holder_key(vault, services))


def _proof_key(key: HolderKey) -> ProofKey:
    return ProofKey(str(key.did), key.verification_method, key.private_seed)


def copies_of(offered: Offered, wanted: int) -> int:
    """How many copies of each credential, for a key each, are asked for: no more than the issuer hands out at once."""
    plan = offered.plan
    return min(wanted, plan.issuer.batch_size) if isinstance(plan, OpenIdPlan) else 1


def copy_keys(services: Services, copies: int) -> Sequence[HolderKey]:
    """New keys for the copies of a credential besides the first; kept nowhere yet."""
    return [new_holder_key(services) for _ in range(copies - 1)]


def keep_copy_keys(vault: Vault, keys: Sequence[HolderKey], received: Received) -> None:
    """Keeps the keys that what came, or is to come, was given to; durable on return.

    Raises:
        VaultError: the vault could not take them.
    """
    if keys and (received.pieces or received.postponed):
        vault.profiles.add_keys(keys)


def take(
    offered: Offered,
    key: ProofKey,
    client: HttpClient,
    services: Services,
    *,
    code: str = "",
    browser: Browser | None = None,
    client_id: str = CLIENT_ID,
    more_keys: Sequence[HolderKey] = (),
) -> Received:
    """Takes an offer. Where several credentials are offered and not all come, those that came are handed on.

    Args:
        code: what the learner typed in, where a transaction code is asked for.
        browser: for offers with a sign-in.
        more_keys: each asks for one more copy (`copies_of`, `keep_copy_keys`).

    Raises:
        AppError: OFFER_CODE_NEEDED, BROWSER_NOT_OPENED.
        ExchangeError: nothing came: as `HttpClient.ask`, `read_code`, `request_access`, `Issuance.request`,
            `go_through`.
    """
    plan = offered.plan
    if not isinstance(plan, OpenIdPlan):
        return Received(go_through(client, plan, key, services.clock.now))
    grant = plan.offer.grant
    is_anonymous = isinstance(grant, PreAuthorized) and plan.server.is_anonymous
    asking = _Asking(plan, client, services, client_id)
    if isinstance(grant, PreAuthorized):
        access = asking.access_for_offer(grant, code)
    else:
        access = asking.access_after_sign_in(grant, browser)
    issuance = Issuance(
        client,
        plan.issuer,
        access.headers,
        [key, *map(_proof_key, more_keys)],
        None if is_anonymous else client_id,
        services.clock.now,
    )
    return _collect(plan, issuance, access)


def tell_arrived(received: Received, left_out: Collection[int] = ()) -> None:
    """Tells the issuer whether its credentials are kept, where it wants to know.

    Args:
        left_out: places in `pieces` of what was not kept. An answer of which something was not kept is called a
            failure, with nothing about why.
    """
    for notification in received.notifications:
        if received.issuance is not None:
            is_kept = not any(place in left_out for place in notification.places)
            received.issuance.tell_arrived(notification.id, is_kept=is_kept)


@dataclass(frozen=True, slots=True)
class _Asking:
    """Getting access."""

    plan: OpenIdPlan
    client: HttpClient
    services: Services
    client_id: str

    def access_for_offer(self, grant: PreAuthorized, code: str) -> Access:
        """Source: OpenID4VCI 1.0, section 6.1."""
        form = {"grant_type": PRE_AUTHORIZED, "pre-authorized_code": grant.code}
        if grant.transaction_code is not None:
            if not code.strip():
                raise AppError(Reason.OFFER_CODE_NEEDED)
            form["tx_code"] = code.strip()
        if not self.plan.server.is_anonymous:
            form["client_id"] = self.client_id
        return request_access(self.client, self.plan.server.token_endpoint, form, self.services.clock.now())

    def access_after_sign_in(self, grant: SignIn, browser: Browser | None) -> Access:
        """Source: OpenID4VCI 1.0, sections 5.1 (authorization request) and 6.1."""
        server = self.plan.server
        if browser is None:
            raise AppError(Reason.BROWSER_NOT_OPENED)
        with RedirectListener(browser.page, self.services.random) as listener:
            wanted = _wanted(self.plan, grant)
            request = new_code_request(
                self.client_id, listener.redirect_uri, listener.state, self.services.random, wanted
            )
            if not browser.open(self._address(request)):
                raise AppError(Reason.BROWSER_NOT_OPENED)
            said = listener.wait(seconds=browser.seconds, is_stopped=browser.is_stopped)
        code = read_code(said, server.issuer, names_issuer=server.names_itself)
        return access_for_code(self.client, server.token_endpoint, request, code, self.services.clock.now())

    def _address(self, request: CodeRequest) -> str:
        server, endpoint = self.plan.server, self.plan.server.authorization_endpoint or ""
        if server.needs_push and server.push_endpoint is not None:
            return pushed_address(self.client, endpoint, server.push_endpoint, request)
        return browser_address(endpoint, request)


def _wanted(plan: OpenIdPlan, grant: SignIn) -> Mapping[str, str]:
    """What the sign-in is for. Source: OpenID4VCI 1.0, sections 5.1.1 (details), 5.1.2 (scope) and 5.1.3."""
    more: dict[str, str] = {}
    if grant.issuer_state is not None:
        more["issuer_state"] = grant.issuer_state
    scopes = [one.scope for one in plan.configurations if one.scope is not None]
    if len(scopes) == len(plan.configurations) and not plan.server.takes_details:
        more["scope"] = " ".join(dict.fromkeys(scopes))
        if plan.issuer.names_servers:
            more["resource"] = plan.issuer.issuer
        return more
    details: list[dict[str, Any]] = [
        {"type": "openid_credential", "credential_configuration_id": one.id} for one in plan.configurations
    ]
    if plan.issuer.names_servers:
        details = [{**one, "locations": [plan.issuer.issuer]} for one in details]
    return {**more, "authorization_details": json.dumps(details, separators=(",", ":"))}


def _collect(plan: OpenIdPlan, issuance: Issuance, access: Access) -> Received:
    """Asks for everything that was offered. After the first trouble nothing more is asked.

    Raises:
        ExchangeError: why the very first did not come.
    """
    pieces: list[bytes] = []
    postponed: list[Postponed] = []
    notifications: list[Notification] = []
    missing: list[tuple[str, Reason]] = []
    datasets = _datasets(access)
    for configuration in plan.configurations:
        for dataset in datasets.get(configuration.id, (None,)):
            if missing:
                missing.append((configuration.id, missing[0][1]))
                continue
            try:
                came = issuance.request(configuration, dataset)
            except ExchangeError as error:
                if not pieces and not postponed:
                    raise
                missing.append((configuration.id, error.reason))
                continue
            if isinstance(came, Issued):
                places = range(len(pieces), len(pieces) + len(came.credentials))
                pieces += came.credentials
                if came.notification is not None:
                    notifications.append(Notification(came.notification, places))
            else:
                postponed.append(Postponed(configuration, came))
    return Received(pieces, postponed, missing, issuance, access, notifications, plan.server.token_endpoint)


def _datasets(access: Access) -> Mapping[str, Sequence[str]]:
    """Which credentials of each kind may be had, where the access says so.

    Source: OpenID4VCI 1.0, section 6.2 (credential_identifiers).
    """
    found: dict[str, Sequence[str]] = {}
    details = access.more.get("authorization_details")
    for one in details if isinstance(details, list) else ():
        names = one.get("credential_identifiers") if isinstance(one, dict) else None
        kind = one.get("credential_configuration_id") if isinstance(one, dict) else None
        if isinstance(kind, str) and isinstance(names, list) and names:
            texts = [name for name in names if isinstance(name, str)]
            found[kind] = (*found.get(kind, ()), *texts)[:_MAX_DATASETS]
    return found
