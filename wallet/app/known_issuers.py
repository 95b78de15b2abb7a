"""The issuers a learner said they know: a personal list inside the encrypted file.

Lives here: keeping that list. It speaks for nobody else and never travels: sharing reads nothing from here, and a
receiver's check does not have it.
Does not live here: lists that others publish (`kept_trust_lists`), or handing them to checks (`own_view`).
"""

import json
from collections.abc import Sequence
from typing import Any

from wallet.app.reason_texts import personal_list_name
from wallet.codecs import strict_json
from wallet.errors import CodecError, Reason, VaultError
from wallet.vault.connection import Vault
from wallet.verification.sources import KnownIssuer
from wallet.verification.trust_lists.trust_list import TrustList

SETTING = "known_issuers"
"""The setting they are kept in."""


def known_issuers(vault: Vault) -> TrustList:
    """The issuers the learner said they know, in the order they said so.

    Raises:
        VaultError: VAULT_DAMAGED when what was kept cannot be read.
    """
    issuers = read_issuers(vault.settings.get(SETTING))
    return TrustList(personal_list_name(), None, issuers, is_personal=True)


def read_issuers(text: str | None) -> tuple[KnownIssuer, ...]:
    """The issuers in what was kept.

    Raises:
        VaultError: VAULT_DAMAGED.
    """
    try:
        entries = strict_json.loads(text) if text is not None else []
    except CodecError as error:
        raise VaultError(Reason.VAULT_DAMAGED, "known issuers") from error
    if not isinstance(entries, list):
        raise VaultError(Reason.VAULT_DAMAGED, "known issuers")
    return tuple(_read(entry) for entry in entries)


def issuers_text(issuers: Sequence[KnownIssuer]) -> str:
    """What is kept of these issuers."""
    entries = [{"id": issuer.id, "name": next(iter(issuer.names), None)} for issuer in issuers]
    return json.dumps(entries, ensure_ascii=False)


def remember_issuer(vault: Vault, issuer_id: str, name: str | None) -> None:
    """Keeps that the learner knows this issuer; durable on return. Credentials show it once they are checked again.

    Args:
        name: the issuer's name as it was shown, so that another name later on is noticed.

    Raises:
        VaultError: the vault could not take it.
    """
    others = [issuer for issuer in known_issuers(vault).issuers if issuer.id != issuer_id]
    _keep(vault, [*others, KnownIssuer(issuer_id, (name,) if name else ())])


def forget_issuer(vault: Vault, issuer_id: str) -> bool:
    """Takes an issuer off the list; whether it was on it.

    Raises:
        VaultError: the vault could not take it.
    """
    issuers = known_issuers(vault).issuers
    left = [issuer for issuer in issuers if issuer.id != issuer_id]
    if len(left) == len(issuers):
        return False
    _keep(vault, left)
    return True


def _read(entry: Any) -> KnownIssuer:
    issuer_id, name = (entry.get("id"), entry.get("name")) if isinstance(entry, dict) else (None, None)
    if not isinstance(issuer_id, str) or not (name is None or isinstance(name, str)):
        raise VaultError(Reason.VAULT_DAMAGED, "known issuers")
    return KnownIssuer(issuer_id, (name,) if name else ())


def _keep(vault: Vault, issuers: Sequence[KnownIssuer]) -> None:
    vault.settings.set(SETTING, issuers_text(issuers))
