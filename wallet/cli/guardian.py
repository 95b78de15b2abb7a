"""`ler-wallet guardian`: the step in which an adult agrees to a child's share; and that step in `share`."""

from datetime import date
from pathlib import Path

from wallet.app.guardian import (
    AgeBand,
    Consent,
    agree,
    band_of,
    ended_on,
    find_rule,
    is_on_paper,
    last_day_of,
    remove_guardian,
    set_guardian,
)
from wallet.app.signed_form import read_signed_form
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
    on_paper: bool,
    vault_path: str,
    descriptor: int | None,
    at: str | None,
    as_json: bool,
) -> int:
    """Keeps the age band; under 13 also a new code word, or that the adult signs on paper."""
    if (band is None) == (born is None):
        raise AppError(Reason.USAGE, "say how old, with either --band or --born")
    services = services_of(at, None)
    day = None if born is None else _birth_date(born)
    chosen = AgeBand(band) if band is not None else None
    if day is not None:
        chosen = band_of(day, services.clock.now().date())
    with opened(vault_path, descriptor) as vault:
        asks = chosen is AgeBand.UNDER_13 and not on_paper
        code = read_guardian_code(descriptor, twice=True) if asks else None
        try:
            set_guardian(vault, code, services, band=chosen, born=day, on_paper=on_paper)
        finally:
            if code is not None:
                code[:] = bytes(len(code))
        _print(vault, at, as_json=as_json)
    return exit_codes.DONE


def _birth_date(text: str) -> date:
    """A date, or a year alone, which stands for its last day.

    Raises:
        AppError: USAGE.
    """
    try:
        return last_day_of(int(text)) if len(text) == len("2014") else date.fromisoformat(text)
    except ValueError as error:
        raise AppError(Reason.USAGE, "--born is a date such as 2014-05-31, or a year") from error


def show(*, vault_path: str, descriptor: int | None, at: str | None, as_json: bool) -> int:
    """Whether the step is needed."""
    with opened(vault_path, descriptor) as vault:
        _print(vault, at, as_json=as_json)
    return exit_codes.DONE


def remove(*, vault_path: str, descriptor: int | None, at: str | None, as_json: bool) -> int:
    """Takes the step away; asks for the code word, where there is one."""
    now = services_of(at, None).clock.now()
    with opened(vault_path, descriptor) as vault:
        rule = find_rule(vault, now)
        code = read_guardian_code(descriptor) if rule is None or rule.has_code else None
        try:
            remove_guardian(vault, code, now)
        finally:
            if code is not None:
                code[:] = bytes(len(code))
        _print(vault, at, as_json=as_json)
    return exit_codes.DONE


def consent_of(
    vault: Vault,
    guardian: str | None,
    relation: str | None,
    descriptor: int | None,
    *,
    may_pass_on: bool,
    signed_form: str | None = None,
) -> Consent | None:
    """The adult's agreement, when an adult is named; else None, and a vault that needs one refuses the share.

    Raises:
        AppError: USAGE for passing on, or a form, without an adult; FILE_MISSING ... for a form that cannot be read.
        SharingError: as `agree`.
    """
    if guardian is None and relation is None:
        if may_pass_on or signed_form is not None:
            option = "--may-pass-on is agreed to" if may_pass_on else "--signed-form is signed"
            raise AppError(Reason.USAGE, f"{option} by an adult; name them with --guardian")
        return None
    form = None if signed_form is None else read_signed_form(Path(signed_form))
    code = None if is_on_paper(vault) else read_guardian_code(descriptor)
    try:
        return agree(
            vault,
            code,
            guardian=guardian or "",
            relation=relation or "",
            may_pass_on=may_pass_on,
            form=form,
        )
    finally:
        if code is not None:
            code[:] = bytes(len(code))


def _print(vault: Vault, at: str | None, *, as_json: bool) -> None:
    now = services_of(at, None).clock.now()
    rule, ended = find_rule(vault, now), ended_on(vault, now)
    if as_json:
        console.result_object(
            {
                "band": None if rule is None or rule.band is None else str(rule.band),
                "asks": rule is not None and rule.asks,
                "on_paper": rule is not None and rule.asks and rule.on_paper,
                "eighteen_on": rule.eighteen_on.isoformat() if rule and rule.eighteen_on else None,
                "ended_on": None if ended is None else ended.isoformat(),
                **({"by_school": True} if rule is not None and rule.by_school else {}),
            }
        )
    elif rule is None:
        console.result("No adult has to agree before something is shared.")
        if ended is not None:
            console.result(f"The step ended on the 18th birthday, {ended.isoformat()}.")
    elif rule.band is AgeBand.ADULT:
        console.result(f"Age: {rule.band}. No adult has to agree before something is shared.")
    elif rule.band is None:
        console.result("Your school asks that an adult signs a form for each share.")
    else:
        asked = "has to sign a form for each share" if rule.on_paper else "has to agree to each share"
        must = asked if rule.asks else "does not have to agree, but may look on"
        who = "Your school asks: an" if rule.by_school else "An"
        console.result(f"Age: {rule.band}. {who} adult {must}.")
