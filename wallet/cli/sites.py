"""`ler-wallet site`: the websites that may be asked without another question."""

from wallet.app.allowed_sites import allowed_sites, forget_site, site_name
from wallet.cli import console, exit_codes
from wallet.cli.opening import opened
from wallet.cli.render import plain
from wallet.errors import AppError, Reason, WalletError


def list_allowed(*, vault_path: str, descriptor: int | None, as_json: bool) -> int:
    """One line for each website."""
    with opened(vault_path, descriptor) as vault:
        sites = allowed_sites(vault)
    for host, of_one in sites.items():
        if as_json:
            console.result_object({"host": host, "one_credential": of_one})
        else:
            more = ", and learns which credential is checked" if of_one else ""
            console.result(f"{plain(host)}: is asked without a question{more}.")
    if not sites:
        console.say("No website may be asked without a question.")
    return exit_codes.DONE


def forget(*, host: str, vault_path: str, descriptor: int | None, as_json: bool) -> int:
    """Takes an agreement back."""
    try:
        name = site_name(host)
    except WalletError as error:
        raise AppError(Reason.USAGE, "HOST is the name of a website, such as school.example") from error
    with opened(vault_path, descriptor) as vault:
        was_there = forget_site(vault, name)
    if not was_there:
        console.say("This website was not among those that may be asked.")
    if as_json:
        console.result_object({"host": name, "forgotten": was_there})
    else:
        console.result(f"{plain(name)}: you are asked again before this website is.")
    return exit_codes.DONE
