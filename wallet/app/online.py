"""Checking with the network: only because somebody asked for it, and only at sites they agreed to.

Lives here: putting the way out behind the documents that are at hand. Does not live here: the request and its limits
(`wallet.exchange`), the question (`cli`, `ui`), the sites a learner agreed to for good (`allowed_sites`).
"""

from collections.abc import Callable
from dataclasses import replace

from wallet.app import deep_links
from wallet.app.allowed_sites import allow_site, allowed_sites, forget_site, site_name
from wallet.app.container import Services
from wallet.app.school_policy import load_policy
from wallet.app.way_out import WayOut, nobody_types
from wallet.exchange.consent import AskedOnce, Consent, Nobody, Request
from wallet.exchange.http_client import HttpClient
from wallet.exchange.issuer_registry import read_web_list
from wallet.exchange.issuer_registry import title_of as list_title
from wallet.exchange.web_documents import WebDocuments
from wallet.verification.sources import FirstOf

__all__ = [
    "AskedOnce",
    "Consent",
    "HttpClient",
    "Nobody",
    "Request",
    "WebDocuments",
    "allow_site",
    "allowed_sites",
    "forget_site",
    "list_title",
    "new_client",
    "read_web_list",
    "site_name",
    "with_web",
]


def new_client(consent: Consent) -> HttpClient:
    """The way out, with the limits of the program and those a school has set.

    Raises:
        AppError: SCHOOL_POLICY_INVALID, SCHOOL_POLICY_NOT_PROTECTED.
    """
    policy = load_policy()
    if policy is None:
        return HttpClient(consent)
    return HttpClient(consent, permits=policy.permits, proxy=policy.proxy)


def with_web(
    services: Services, consent: Consent, ask: Callable[[str], str | None] = nobody_types
) -> tuple[Services, WebDocuments]:
    """The same services, with the web behind the documents at hand, and ready to follow links; nothing is asked yet.

    Args:
        ask: as in `WayOut`.

    Returns:
        The services, and what becomes of each site while they are used.
    """
    client = new_client(consent)
    web = WebDocuments(client, services.clock)
    way_out = WayOut(client, services, ask)
    return replace(
        services,
        documents=FirstOf((services.documents, web)),
        follow=lambda link: deep_links.follow(link, way_out),
    ), web
