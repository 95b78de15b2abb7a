"""`ler-wallet receive`: an offer is shown first, then taken; what came goes the way of every import.

Lives here: the questions and the lines. Does not live here: offers (`wallet.app.offers`), taking them
(`wallet.app.receive`), keeping what came (`wallet.app.import_credential`).
"""

import contextlib
import os
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from wallet.app import online
from wallet.app.container import Services
from wallet.app.gather import Piece
from wallet.app.inputs import STANDARD_INPUT, read_inputs
from wallet.app.offers import Door, Offered, is_door, look, offer_text, read_door
from wallet.app.online import HttpClient
from wallet.app.receive import (
    CLIENT_ID,
    Browser,
    copies_of,
    copy_keys,
    keep_copy_keys,
    plain_page,
    proof_key,
    take,
    tell_arrived,
)
from wallet.app.unlock import Vault
from wallet.app.waiting import Asked, Promise, ask, forget_promise, promise_later, promises, settle
from wallet.cli import browser, console, exit_codes
from wallet.cli.console import has_terminal
from wallet.cli.keeping import Keeping, Wish, wish
from wallet.cli.online import SiteQuestions
from wallet.cli.opening import opened
from wallet.cli.passphrase import read_offer_code
from wallet.cli.render import plain, refusal
from wallet.cli.services import services_of
from wallet.cli.times import time_text
from wallet.errors import AppError, ExchangeError, Reason

_BACK = plain_page("You can close this page", "Go back to the wallet. It goes on there.")


def run(
    *,
    offer: str | None,
    vault_path: str | None,
    descriptor: int | None,
    show: bool,
    code: str,
    copies: int,
    not_valid: bool,
    yes: bool,
    promised: bool,
    no_browser: bool,
    client_id: str | None,
    allow_hosts: Sequence[str],
    documents: str | None,
    at: str | None,
    as_json: bool,
) -> int:
    """Takes one offer, or asks for what was promised; a credential that did not come makes the exit code 1."""
    if (offer is None) is not promised or (promised and show):
        raise AppError(Reason.USAGE, "either an OFFER or --promised, and --show with an OFFER only")
    if vault_path is None and not show:
        raise AppError(Reason.USAGE, "--vault is missing; only --show can do without")
    wanted = wish(not_valid=not_valid, skip_invalid=False, yes=yes, is_once=True)
    door = None if offer is None else _door(offer)
    services = services_of(at, documents)
    if door is not None and vault_path is None:
        with _asking(SiteQuestions(allow_hosts)) as client:
            _show(look(door, client), as_json=as_json)
        return exit_codes.DONE
    with (
        opened(vault_path or "", descriptor) as vault,
        _asking(SiteQuestions(allow_hosts, vault)) as client,
    ):
        receiving = _Receiving(vault, services, client, wanted, descriptor, as_json=as_json)
        if door is None:
            return receiving.ask_for_promised()
        offered = look(door, client)
        if show:
            _show(offered, as_json=as_json)
            return exit_codes.DONE
        _tell(offered)
        sign_in = _browser(offered.sign_in_host, opens=not no_browser)
        return receiving.take(offered, code, sign_in, client_id or CLIENT_ID, copies)


@contextlib.contextmanager
def _asking(questions: SiteQuestions) -> Iterator[HttpClient]:
    """The way out; at its end, sites that nobody could be asked about are told."""
    try:
        yield online.new_client(questions.consent)
    finally:
        questions.tell_unheard()


class _Receiving:
    """One run with an open vault."""

    def __init__(
        self,
        vault: Vault,
        services: Services,
        client: HttpClient,
        wanted: Wish,
        descriptor: int | None,
        *,
        as_json: bool,
    ) -> None:
        self._descriptor = descriptor
        self._vault = vault
        self._services = services
        self._client = client
        self._wanted = wanted
        self._as_json = as_json

    def take(self, offered: Offered, code: str, sign_in: Browser, client_id: str, copies: int) -> int:
        """From the yes to the last line."""
        if not self._wanted.yes:
            _confirm(offered)
        typed = code or _typed_code(offered, self._descriptor)
        key = proof_key(self._vault, self._services)
        more_keys = copy_keys(self._services, _agreed_copies(offered, copies))
        received = take(
            offered,
            key,
            self._client,
            self._services,
            code=typed,
            browser=sign_in,
            client_id=client_id,
            more_keys=more_keys,
        )
        keep_copy_keys(self._vault, more_keys, received)
        left_out = self._keep(received.pieces, offered.host)
        tell_arrived(received, left_out)
        for promise in promise_later(self._vault, received, self._services):
            self._print_promise(promise)
        for name, reason in received.missing:
            self._print_missing(offered.host, name, reason)
        return exit_codes.FAILED if left_out or received.missing else exit_codes.DONE

    def ask_for_promised(self) -> int:
        """Asks every issuer that promised something; one that fails stops no other."""
        waiting = promises(self._vault)
        if not waiting:
            console.say("No issuer has promised you anything for later.")
        is_whole = True
        for promise in waiting:
            if self._services.clock.now() < promise.ask_after:
                self._print_promise(promise)
                continue
            try:
                asked = ask(promise, self._client, self._services.clock.now())
            except ExchangeError as error:
                asked = Asked(error)
            if isinstance(asked.came, ExchangeError):
                self._print_missing(promise.host, promise.name, asked.came.reason)
                is_whole = False
            pieces = settle(self._vault, promise, asked, self._services)
            if pieces:
                is_whole &= not self._keep(pieces, promise.host)
                forget_promise(self._vault, promise)
            elif not isinstance(asked.came, ExchangeError):
                self._print_promise(next(one for one in promises(self._vault) if one.id == promise.id))
        return exit_codes.DONE if is_whole else exit_codes.FAILED

    def _keep(self, pieces: Sequence[bytes], host: str) -> Collection[int]:
        """Keeps what came, with a line for each; the places of those of which something was left out or refused."""
        keeping = Keeping(self._vault, self._services, self._wanted, as_json=self._as_json)
        left_out = []
        for number, data in enumerate(pieces):
            item = f"#{number}" if len(pieces) > 1 else None
            if not keeping.keep(Piece(host, item, data, inside=item or "")):
                left_out.append(number)
        keeping.tell()
        return left_out

    def _print_promise(self, promise: Promise) -> None:
        if self._as_json:
            console.result_object(
                {
                    "input": promise.host,
                    "item": promise.name,
                    "result": "promised",
                    "id": promise.id,
                    "verdict": None,
                    "reason": None,
                    "ask_after": time_text(promise.ask_after),
                }
            )
            return
        console.result(
            f"{plain(promise.host)}: '{plain(promise.name)}' is ready later. Ask after"
            f" {time_text(promise.ask_after)} with: ler-wallet receive --promised"
        )

    def _print_missing(self, host: str, name: str, reason: Reason) -> None:
        if self._as_json:
            console.result_object(
                {
                    "input": host,
                    "item": name,
                    "result": "refused",
                    "id": None,
                    "verdict": None,
                    "reason": str(reason),
                }
            )
            return
        console.result(f"{plain(host)}: '{plain(name)}' did not come. {refusal(reason)}")


def _door(offer: str) -> Door:
    """What the words on the command line lead to; a name of a file is looked into."""
    if is_door(offer) or not (offer == STANDARD_INPUT or os.path.lexists(offer)):
        return read_door(offer)
    (item, *others) = read_inputs((offer,))
    if item.data is None or others:
        raise item.error or AppError(Reason.NOT_A_REGULAR_FILE)
    return read_door(offer_text(item.data))


def _lines(offered: Offered) -> Sequence[str]:
    """What is offered, by whom; names are the issuer's own words and stand in quotes."""
    host = plain(offered.host)
    named = (
        f" It calls itself '{plain(offered.issuer_name)}'; nobody checked that."
        if offered.issuer_name
        else ""
    )
    lines = [f"The website {host} offers you something.{named}"]
    for one in offered.credentials:
        more = "" if one.is_supported else " This wallet cannot keep that kind, so it is left out."
        lines.append(f"- '{plain(one.name)}' ({plain(one.format)}).{more}")
    if not offered.credentials:
        lines.append("It does not say what it is before it hands it out.")
    if offered.sign_in_host:
        lines.append(f"You sign in at {plain(offered.sign_in_host)}, in your browser.")
    lines.append("It learns the public name of your key, so that it can write it into the credential.")
    return lines


def _tell(offered: Offered) -> None:
    for line in _lines(offered):
        console.say(line)


def _show(offered: Offered, *, as_json: bool) -> None:
    if not as_json:
        console.result("\n".join(_lines(offered)))
        return
    code = offered.transaction_code
    console.result_object(
        {
            "host": offered.host,
            "issuer": offered.issuer_name or None,
            "way": str(offered.way),
            "credentials": [
                {"name": one.name, "format": one.format, "supported": one.is_supported}
                for one in offered.credentials
            ],
            "sign_in_at": offered.sign_in_host or None,
            "code": None
            if code is None
            else _code_object(code.length, code.description, digits=code.is_numeric),
        }
    )


def _code_object(length: int | None, description: str, *, digits: bool) -> dict[str, Any]:
    return {"digits": digits, "length": length, "description": description}


def _confirm(offered: Offered) -> None:
    """Asks the person at the terminal; without one, naming the site was the yes.

    Raises:
        AppError: OFFER_NOT_TAKEN.
    """
    if has_terminal() and console.ask(
        f"Take it from {plain(offered.host)}? [y]es, [n]o: "
    ).strip().lower() not in (
        "y",
        "yes",
    ):
        raise AppError(Reason.OFFER_NOT_TAKEN)


def _agreed_copies(offered: Offered, wanted: int) -> int:
    """As many as the issuer hands out at once; that these are fewer is said."""
    copies = copies_of(offered, wanted)
    if copies < wanted:
        console.say(
            f"{plain(offered.host)} hands out no more than {copies} at once; {copies} will be asked for, not {wanted}."
        )
    return copies


def _typed_code(offered: Offered, descriptor: int | None) -> str:
    """The code, from wherever no other program sees it; "" where the offer asks for none."""
    code = offered.transaction_code
    if code is None:
        return ""
    given = read_offer_code(descriptor)
    if given or not has_terminal():
        return given
    if code.description:
        console.say(f"The issuer says about the code: '{plain(code.description)}'")
    return console.ask(f"The code from {plain(offered.host)}: ").strip()


def _browser(host: str, *, opens: bool) -> Browser:
    def open_address(address: str) -> bool:
        if opens:
            browser.show_sign_in(host, address)
        else:
            console.say(
                f"Sign in at this address, in a browser on this computer: {plain(address, len(address))}"
            )
        return True

    return Browser(open_address, _BACK)
