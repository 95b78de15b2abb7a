"""`ler-wallet guardian`: the step in which an adult agrees to a child's share; and that step in `share`."""

from datetime import date

from wallet.app.guardian import (
    AgeBand,
    Consent,
    agree,
    ended_on,
    find_rule,
    remove_guardian,
    set_guardian,
)
from wallet.app.unlock import Vault
from wallet.cli import console, exit_codes
from wallet.cli.opening import opened
from wallet.cli.passphrase import read_guardian_code
from wallet.cli.services import services_of
from wallet.errors import AppError, Reason


def set_up(
    *,
    band: str | None,
    born: str | None,
    vault_path: str,
    descriptor: int | None,
    at: str | None,
    as_json: bool,
) -> int:
    """Sets up the step with a new code word."""
    if (band is None) == (born is None):
        raise AppError(Reason.USAGE, "say how old, with either --band or --born")
    try:
        day = None if born is None else date.fromisoformat(born)
    except ValueError as error:
        raise AppError(Reason.USAGE, "--born is a date such as 2014-05-31") from error
    services = services_of(at, None)
    with opened(vault_path, descriptor) as vault:
        code = read_guardian_code(descriptor, twice=True)
        try:
            set_guardian(vault, code, services, band=None if band is None else AgeBand(band), born=day)
        finally:
            code[:] = bytes(len(code))
        _print(vault, at, as_json=as_json)
    return exit_codes.DONE


def show(*, vault_path: str, descriptor: int | None, at: str | None, as_json: bool) -> int:
    """Whether the step is needed."""
    with opened(vault_path, descriptor) as vault:
        _print(vault, at, as_json=as_json)
    return exit_codes.DONE


def remove(*, vault_path: str, descriptor: int | None, at: str | None, as_json: bool) -> int:
    """Takes the step away; asks for the code word."""
    with opened(vault_path, descriptor) as vault:
        code = read_guardian_code(descriptor)
        try:
            remove_guardian(vault, code, services_of(at, None).clock.now())
        finally:
            code[:] = bytes(len(code))
        _print(vault, at, as_json=as_json)
    return exit_codes.DONE


def consent_of(
    vault: Vault, guardian: str | None, relation: str | None, descriptor: int | None
) -> Consent | None:
    """The adult's agreement, when an adult is named; else None, and a vault that needs one refuses the share."""
    if guardian is None and relation is None:
        return None
    code = read_guardian_code(descriptor)
    try:
        return agree(vault, code, guardian=guardian or "", relation=relation or "")
    finally:
        code[:] = bytes(len(code))


def _print(vault: Vault, at: str | None, *, as_json: bool) -> None:
    now = services_of(at, None).clock.now()
    rule, ended = find_rule(vault, now), ended_on(vault, now)
    if as_json:
        console.result_object(
            {
                "band": None if rule is None else str(rule.band),
                "asks": rule is not None and rule.asks,
                "eighteen_on": rule.eighteen_on.isoformat() if rule and rule.eighteen_on else None,
                "ended_on": None if ended is None else ended.isoformat(),
            }
        )
    elif rule is None:
        console.result("No adult has to agree before something is shared.")
        if ended is not None:
            console.result(f"The step ended on the 18th birthday, {ended.isoformat()}.")
    else:
        must = "has to agree to each share" if rule.asks else "does not have to agree, but may look on"
        console.result(f"Age: {rule.band}. An adult {must}.")
