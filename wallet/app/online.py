"""Checking with the network: only because somebody asked for it, and only at sites they agreed to.

Lives here: putting the way out behind the documents that are at hand. Does not live here: the request and its limits
(`wallet.exchange`), the question (`cli`, `ui`), the sites a learner agreed to for good (`allowed_sites`).
"""

from dataclasses import replace

from wallet.app.allowed_sites import allow_site, allowed_sites, forget_site, site_name
from wallet.app.container import Services
from wallet.exchange.consent import AskedOnce, Consent, Nobody, Request
from wallet.exchange.http_client import HttpClient
from wallet.exchange.issuer_registry import read_web_list
from wallet.exchange.issuer_registry import title_of as list_title
from wallet.exchange.web_documents import WebDocuments
from wallet.verification.sources import FirstOf

__all__ = [
    "AskedOnce",
    "Consent",
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
    """The way out, with the limits of the program."""
    return HttpClient(consent)


def with_web(services: Services, consent: Consent) -> tuple[Services, WebDocuments]:
    """The same services, with the web behind the documents at hand; nothing is asked yet.

    Returns:
        The services, and what becomes of each site while they are used.
    """
    web = WebDocuments(new_client(consent), services.clock)
    return replace(services, documents=FirstOf((services.documents, web))), web
