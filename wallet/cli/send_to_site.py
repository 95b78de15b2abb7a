"""`ler-wallet connection send`: one credential to a badge site."""

import contextlib
from collections.abc import Sequence

from wallet.app.consents import find_consent
from wallet.app.send_to_site import prepare_outgoing, send_out
from wallet.cli import console, exit_codes
from wallet.cli.connect import visiting
from wallet.cli.guardian import consent_of
from wallet.cli.opening import opened
from wallet.cli.render import plain
from wallet.cli.services import services_of
from wallet.cli.shares import share_object
from wallet.errors import ExchangeError


def run(
    *,
    address: str,
    record_id: str,
    purpose: str,
    guardian: str | None,
    relation: str | None,
    signed_form: str | None,
    vault_path: str,
    allow_hosts: Sequence[str],
    descriptor: int | None,
    documents: str | None,
    at: str | None,
    as_json: bool,
) -> int:
    """Whatever would stop it is found out before anybody signs in."""
    services = services_of(at, documents)
    with (
        opened(vault_path, descriptor) as vault,
        visiting(address, allow_hosts, vault, services) as here,
    ):
        consent = consent_of(
            vault, guardian, relation, descriptor, may_pass_on=False, signed_form=signed_form
        )
        outgoing = prepare_outgoing(vault, record_id, here.address, purpose, services, consent=consent)
        access = here.enter(None, keeps=False, sends=True)
        try:
            made, has_replaced = send_out(vault, outgoing, access, services)
        finally:
            with contextlib.suppress(ExchangeError):
                access.give_back()
        agreed = find_consent(vault, made)
    if as_json:
        console.result_object({**share_object(made, agreed), "replaced": has_replaced})
        return exit_codes.DONE
    how = "replaced the one that was there" if has_replaced else "is there now"
    console.result(f"Sent to {plain(here.address)}, where it {how}; recorded as {made.id}.")
    return exit_codes.DONE
