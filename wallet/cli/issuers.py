"""`ler-wallet issuer`: the issuers a learner says they know."""

from collections.abc import Mapping
from typing import Any

from wallet.app.browse import details, ids_of_issuer
from wallet.app.known_issuers import forget_issuer, known_issuers, remember_issuer
from wallet.app.unlock import Vault
from wallet.cli import console, exit_codes
from wallet.cli.check import count_changes
from wallet.cli.opening import opened
from wallet.cli.render import plain
from wallet.cli.services import services_of

_OWN_WORD = "This counts for you alone. It never travels with anything you share."


def know(
    *,
    who: str,
    name: str | None,
    vault_path: str,
    descriptor: int | None,
    documents: str | None,
    at: str | None,
    as_json: bool,
) -> int:
    """Remembers the issuer, then checks what is kept from there."""
    services = services_of(at, documents)
    with opened(vault_path, descriptor) as vault:
        issuer_id, shown = _issuer(vault, who)
        remember_issuer(vault, issuer_id, name or shown)
        counts = count_changes(vault, ids_of_issuer(vault, issuer_id), services)
    _print(issuer_id, name or shown, as_json=as_json, known=True, **counts)
    console.say(_OWN_WORD)
    return exit_codes.DONE


def forget(
    *,
    who: str,
    vault_path: str,
    descriptor: int | None,
    documents: str | None,
    at: str | None,
    as_json: bool,
) -> int:
    """Takes the issuer off the list, then checks what is kept from there."""
    services = services_of(at, documents)
    with opened(vault_path, descriptor) as vault:
        issuer_id, shown = _issuer(vault, who)
        if not forget_issuer(vault, issuer_id):
            console.say("This issuer was not among those you said you know.")
        counts = count_changes(vault, ids_of_issuer(vault, issuer_id), services)
    _print(issuer_id, shown, as_json=as_json, known=False, **counts)
    return exit_codes.DONE


def list_known(*, vault_path: str, descriptor: int | None, as_json: bool) -> int:
    """One line for each known issuer."""
    with opened(vault_path, descriptor) as vault:
        issuers = known_issuers(vault).issuers
    for issuer in issuers:
        _print(issuer.id, next(iter(issuer.names), None), as_json=as_json, known=True)
    if not issuers:
        console.say("You have not said of any issuer that you know it.")
    return exit_codes.DONE


def _issuer(vault: Vault, who: str) -> tuple[str, str | None]:
    """An issuer's identifier and name; ids of records hold no colon, identifiers do.

    Raises:
        VaultError: RECORD_NOT_FOUND, RECORD_AMBIGUOUS.
    """
    if ":" not in who:
        issuer = details(vault, who).credential.issuer
        return issuer.id, issuer.name
    for record_id in ids_of_issuer(vault, who):
        issuer = details(vault, record_id).credential.issuer
        if issuer.id == who:
            return who, issuer.name
    return who, None


def _print(issuer_id: str, name: str | None, *, as_json: bool, known: bool, **counts: int) -> None:
    if as_json:
        shown: Mapping[str, Any] = {"id": issuer_id, "name": name, "known": known, **counts}
        console.result_object(shown)
        return
    words = "known to you" if known else "not known to you"
    checked = f" Checked again: {counts['checked']}." if counts else ""
    console.result(f"{plain(issuer_id)}  {plain(name or 'Without a name')}: {words}.{checked}")
