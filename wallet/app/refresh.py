"""Fetching the newer version that a credential's issuer may hold ready, once and only when somebody asked for it.

Lives here: what becomes of the answer. Does not live here: the request (`online`), keeping a version
(`import_credential`).
Source: Open Badges 3.0 and CLR 2.0, "Refresh" (1EdTechCredentialRefresh): only what is proven is refreshed, and what
came of a refresh is not refreshed again.
"""

from typing import Any
from urllib.parse import unquote

from wallet.app.browse import reopen
from wallet.app.container import Services
from wallet.app.import_credential import ImportResult, import_bytes, verify_for_holder
from wallet.app.open_document import open_document
from wallet.app.stored_report import input_name, read_report
from wallet.credentials.model import Credential, UnverifiedCredential
from wallet.errors import AppError, ExchangeError, Reason, WalletError
from wallet.vault.connection import Vault
from wallet.verification.report import CheckName, Outcome, Verdict
from wallet.verification.sources import lookup_of_one, why_missing

_TYPE = "1EdTechCredentialRefresh"


def refresh(vault: Vault, record_id: str, services: Services) -> ImportResult:
    """Asks for the newer version of a kept credential and keeps it beside the present one; durable on return.

    Args:
        services: with the web behind them (`online.with_web`); the address belongs to this one credential.

    Raises:
        AppError: NO_REFRESH_SERVICE, also for a credential whose own signature was not found good; REFRESH_NOT_GOOD
            when something else came back, or something that is not valid. Then everything stays as it was.
        ExchangeError: why the site gave nothing.
        VaultError: as for every reading and keeping of a record.
    """
    stored = vault.credentials.get(record_id)
    document = reopen(stored)
    report = read_report(stored.report_json, document.credential, stored.head.checked_at)
    address = refresh_address(document.document)
    if address is None or report.check(CheckName.PROOF).outcome is not Outcome.PASSED:
        raise AppError(Reason.NO_REFRESH_SERVICE)
    found = lookup_of_one(services.documents, address)
    if found is None:
        raise ExchangeError(why_missing(services.documents, address), "refresh service")
    if not _is_newer_self(found.body, document.credential):
        raise AppError(Reason.REFRESH_NOT_GOOD, "another credential, or none")
    if verify_for_holder(found.body, services).verdict in (Verdict.INVALID, Verdict.UNREADABLE):
        raise AppError(Reason.REFRESH_NOT_GOOD, "not valid")
    return import_bytes(vault, found.body, services, name=input_name(stored.report_json))


def refresh_address(document: Any) -> str | None:
    """Where a credential says that its newer version can be had; None when it says nothing this program follows."""
    service = document.get("refreshService")
    kinds = service.get("type") if isinstance(service, dict) else None
    address = service.get("id") if isinstance(service, dict) else None
    is_known = _TYPE in (kinds if isinstance(kinds, list) else [kinds])
    return address if is_known and isinstance(address, str) and address.startswith("https://") else None


def _is_newer_self(body: bytes, known: Credential) -> bool:
    """Whether these bytes hold a credential of the same issuer under the same id.

    Source: Open Badges 3.0, section on comparing credentials.
    """
    try:
        found = open_document(body)
    except WalletError:
        return False
    return isinstance(found, UnverifiedCredential) and _names(found.credential) == _names(known)


def _names(credential: Credential) -> tuple[str, str]:
    return unquote(credential.issuer.id).strip(), unquote(credential.id or "").strip()
