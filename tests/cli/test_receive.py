"""`receive`: what is offered is said first, taken only from sites that were allowed, and kept as every import is."""

import json
import os
import re
import shutil
import threading
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.cli.in_process import InProcess, new_in_process
from tests.credential_issuers import (
    BADGE,
    HOST,
    ISSUER,
    SELECTIVE_BADGE,
    TOKEN_BADGE,
    Exchanger,
    OpenIdIssuer,
    browse,
    display,
    json_page,
)
from tests.identities import Json
from tests.program import PASSPHRASE, Result
from tests.sharing.pictures import code_png
from tests.sites import Page, Site, answer, client_for, one_site, raw
from wallet.app import online
from wallet.cli import browser, console
from wallet.cli import receive as receive_module

AT = ("--at", "2026-11-23T12:00:00Z")
LATER = ("--at", "2026-11-23T12:30:00Z")
ALLOWED = ("--allow-host", HOST)
OTHER = "other.example"


@pytest.fixture(scope="module")
def _site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with one_site(tmp_path_factory.mktemp("site"), HOST, OTHER) as made:
        yield made


@pytest.fixture
def site(_site: Site) -> Site:
    _site.pages.clear()
    _site.seen.clear()
    _site.connections = 0
    return _site


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, site: Site) -> InProcess:
    monkeypatch.setattr(online, "new_client", lambda consent: client_for(site, consent))
    return new_in_process(tmp_path, monkeypatch)


@pytest.fixture
def issuer(site: Site) -> OpenIdIssuer:
    return OpenIdIssuer(site)


@pytest.fixture(scope="module")
def empty_vault(tmp_path_factory: pytest.TempPathFactory) -> Path:
    with pytest.MonkeyPatch.context() as patch:
        return new_in_process(tmp_path_factory.mktemp("empty"), patch).make_vault()


@pytest.fixture
def vault(program: InProcess, empty_vault: Path) -> Path:
    """A new file; its key is derived once for all."""
    return Path(shutil.copy(empty_vault, program.folder))


def receive(program: InProcess, vault: Path, offer: str, *more: str) -> Result:
    return program.run("receive", offer, "--vault", vault, *ALLOWED, "--json", *AT, *more)


def kept(program: InProcess, vault: Path) -> list[Json]:
    return list(program.run("list", "--vault", vault, "--json").objects)


def own_did(program: InProcess, vault: Path) -> str:
    did: str = program.run("profile", "list", "--vault", vault, "--json").object["did"]
    return did


def subject_of(program: InProcess, vault: Path, record: str) -> Json:
    shown = program.run("show", "--vault", vault, record, "--json").object
    found: Json = shown["report"]
    return found


def test_a_badge_for_a_code(program: InProcess, issuer: OpenIdIssuer, vault: Path) -> None:
    done = receive(program, vault, issuer.link())
    assert done.code == 0, done.err
    assert (done.object["input"], done.object["item"], done.object["result"]) == (HOST, None, "added")
    assert "calls itself 'School of the test'; nobody checked that" in done.err
    assert "'Laser cutting' (ldp_vc)" in done.err
    (record,) = kept(program, vault)
    assert record["id"] == done.object["id"]
    report = subject_of(program, vault, record["id"])
    checks = {one["check"]: one["outcome"] for one in report["checks"]}
    assert (checks["proof"], checks["issuer_binding"], checks["recipient"]) == ("passed", "passed", "passed")
    assert issuer.holder == own_did(program, vault)
    assert json.loads(issuer.said["credential"][0])["credential_configuration_id"] == BADGE
    told = [one for one in issuer.site.seen if one.target.endswith("/told")]
    assert len(told) == 1
    assert '"event":"credential_accepted"' in told[0].text
    assert "client_id" not in issuer.said["token"][0]


@pytest.mark.parametrize("kind", [TOKEN_BADGE, SELECTIVE_BADGE])
def test_tokens(program: InProcess, issuer: OpenIdIssuer, vault: Path, kind: str) -> None:
    done = receive(program, vault, issuer.link(kind))
    assert (done.code, done.object["result"]) == (0, "added"), done.err
    original = program.folder / "original"
    program.run("show", "--vault", vault, done.object["id"], "--original", original)
    assert original.read_bytes().startswith(b"eyJ")


def test_only_looking_uses_nothing_up(program: InProcess, issuer: OpenIdIssuer) -> None:
    issuer.transaction_code = "4937"
    shown = program.run("receive", issuer.link(BADGE, SELECTIVE_BADGE), "--show", "--json", *ALLOWED)
    assert shown.code == 0
    assert shown.object == {
        "host": HOST,
        "issuer": "School of the test",
        "way": "code",
        "credentials": [
            {"name": "Laser cutting", "format": "ldp_vc", "supported": True},
            {"name": "https://school.example/badge", "format": "dc+sd-jwt", "supported": True},
        ],
        "sign_in_at": None,
        "code": {"digits": True, "length": 4, "description": "Look into your mail."},
    }
    assert {one.target.partition("?")[0] for one in issuer.site.seen} == {
        "/.well-known/openid-credential-issuer/registrar",
        "/.well-known/oauth-authorization-server/registrar",
    }
    assert issuer.codes


def test_no_site_is_asked_that_was_not_allowed(program: InProcess, issuer: OpenIdIssuer, vault: Path) -> None:
    done = program.run("receive", issuer.link(), "--vault", vault, "--json", *AT)
    assert (done.code, done.object["reason"]) == (1, "site_not_allowed")
    assert f"Allow it with --allow-host {HOST}." in done.err
    assert issuer.site.connections == 0


def test_an_offer_that_lies_elsewhere(program: InProcess, issuer: OpenIdIssuer, vault: Path) -> None:
    link = f"openid-credential-offer://?credential_offer_uri={quote(f'https://{OTHER}/registrar/offer')}"
    refused = receive(program, vault, link)
    assert (refused.code, refused.object["reason"]) == (1, "site_not_allowed")
    assert f"Allow it with --allow-host {OTHER}." in refused.err
    assert issuer.site.connections == 0
    done = receive(program, vault, link, "--allow-host", OTHER)
    assert (done.code, done.object["result"]) == (0, "added")


def test_a_picture_a_file_and_standard_input(program: InProcess, issuer: OpenIdIssuer, vault: Path) -> None:
    (program.folder / "offer.png").write_bytes(code_png(issuer.link()))
    (program.folder / "offer.txt").write_text(json.dumps(issuer.offer()))
    for number, offer in enumerate(("offer.png", "offer.txt", "-")):
        issuer.codes.add("offered-code")
        stdin = issuer.link().encode() if offer == "-" else None
        done = program.run("receive", offer, "--vault", vault, *ALLOWED, "--json", *AT, stdin=stdin)
        assert (done.code, done.object["result"]) == (0, "added"), (offer, done.err)
        assert len(kept(program, vault)) == number + 1


def test_a_code_that_is_sent_another_way(program: InProcess, issuer: OpenIdIssuer, vault: Path) -> None:
    issuer.transaction_code = "4937"
    missing = receive(program, vault, issuer.link())
    assert (missing.code, missing.object["reason"]) == (1, "offer_code_needed")
    assert "token" not in issuer.said
    wrong = receive(program, vault, issuer.link(), "--code", "1111")
    assert (wrong.code, wrong.object["reason"]) == (1, "code_refused")
    assert kept(program, vault) == []
    done = receive(program, vault, issuer.link(), "--code", "4937")
    assert (done.code, done.object["result"]) == (0, "added")
    again = receive(program, vault, issuer.link(), "--code", "4937")
    assert (again.code, again.object["reason"]) == (1, "code_refused")
    assert len(kept(program, vault)) == 1


def test_a_code_where_no_other_program_sees_it(program: InProcess, issuer: OpenIdIssuer, vault: Path) -> None:
    issuer.transaction_code = "4937"
    words = ("receive", issuer.link(), "--vault", vault, *ALLOWED, "--json", *AT)
    wrong = program.run(*words, variables={"LER_WALLET_OFFER_CODE": "1111"})
    assert (wrong.code, wrong.object["reason"]) == (1, "code_refused")
    done = program.run(*words, variables={"LER_WALLET_OFFER_CODE": " 4937 "})
    assert (done.code, done.object["result"]) == (0, "added"), done.err
    assert "LER_WALLET_OFFER_CODE" not in os.environ, "no program started from here inherits it"
    issuer.codes.add("offered-code")
    reading, writing = os.pipe()
    os.write(writing, f"{PASSPHRASE}\n4937\n".encode())
    os.close(writing)
    done = program.run(*words, "--passphrase-fd", str(reading), passphrase=None, pass_fds=(reading,))
    os.close(reading)
    assert (done.code, done.object["result"]) == (0, "added"), done.err
    nothing = program.run("receive", "--help")
    assert "Other programs on this computer can see it here" in " ".join(nothing.out.split())


def test_several_of_several_kinds(program: InProcess, issuer: OpenIdIssuer, vault: Path) -> None:
    issuer.datasets = {BADGE: ["first", "second"], TOKEN_BADGE: ["third"]}
    done = receive(program, vault, issuer.link(BADGE, TOKEN_BADGE))
    assert done.code == 0, done.err
    assert [one["item"] for one in done.objects] == ["#0", "#1", "#2"]
    assert {one["result"] for one in done.objects} == {"added"}
    assert len(kept(program, vault)) == 3
    asked = [json.loads(one) for one in issuer.said["credential"]]
    assert [one["credential_identifier"] for one in asked] == ["first", "second", "third"]
    # every proof is for a nonce of its own
    assert len({one["proofs"]["jwt"][0] for one in asked}) == 3


def test_several_at_once_in_one_answer(program: InProcess, issuer: OpenIdIssuer, vault: Path) -> None:
    hand_out = issuer._hand_out

    def both(kind: str) -> Page:
        found: list[Json] = []
        for _ in range(2):
            page: list[bytes] = []
            hand_out(kind)(_Catcher(page))  # type: ignore[arg-type]
            found += json.loads(b"".join(page).partition(b"\r\n\r\n")[2])["credentials"]
        return json_page({"credentials": found})

    issuer._hand_out = both  # type: ignore[method-assign]
    done = receive(program, vault, issuer.link())
    assert (done.code, len(done.objects)) == (0, 2)
    assert len(kept(program, vault)) == 2


def changed_on_the_way(issuer: OpenIdIssuer) -> None:
    """From now on the issuer hands out a badge under a name that its signature does not cover."""
    hand_out = issuer._hand_out

    def other(kind: str) -> Page:
        page: list[bytes] = []
        hand_out(kind)(_Catcher(page))  # type: ignore[arg-type]
        body = json.loads(b"".join(page).partition(b"\r\n\r\n")[2])
        body["credentials"][0]["credential"]["name"] = "Another name"
        return json_page(body)

    issuer._hand_out = other  # type: ignore[method-assign]


def told_events(issuer: OpenIdIssuer) -> list[str]:
    told = [one.text for one in issuer.site.seen if one.target.endswith("/told")]
    return [event for text in told for event in re.findall(r'"event":"([a-z_]+)"', text)]


def test_what_is_not_valid_is_left_out_and_the_issuer_is_told(
    program: InProcess, issuer: OpenIdIssuer, vault: Path
) -> None:
    changed_on_the_way(issuer)
    done = receive(program, vault, issuer.link())
    assert (done.code, done.object["result"]) == (1, "refused")
    assert (done.object["left_out"], done.object["reason"]) == ("not_valid", "signature_invalid")
    assert "with --not-valid, for your records. The issuer may not hand it out again." in done.err
    assert told_events(issuer) == ["credential_failure"]
    assert kept(program, vault) == []
    issuer.codes.add("offered-code")
    done = receive(program, vault, issuer.link(), "--not-valid")
    assert (done.code, done.object["result"], done.object["verdict"]) == (0, "added", "invalid")
    assert told_events(issuer) == ["credential_failure", "credential_accepted"]


@pytest.mark.parametrize("answer", ["no", "yes"])
def test_at_a_terminal_you_are_asked_before_what_came_is_lost(
    program: InProcess, issuer: OpenIdIssuer, vault: Path, monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    monkeypatch.setattr(receive_module, "has_terminal", lambda: True)
    monkeypatch.setattr(console, "has_terminal", lambda: True)
    changed_on_the_way(issuer)
    words = ("receive", issuer.link(), "--vault", vault, *ALLOWED, "--json", *AT)
    done = program.run(*words, stdin=f"y\n{answer}\n".encode())
    assert "Keep it all the same, for your records?" in done.err
    assert done.object["result"] == ("added" if answer == "yes" else "refused")
    assert len(kept(program, vault)) == (answer == "yes")


class _Catcher:
    """Takes what a page writes."""

    def __init__(self, found: list[bytes]) -> None:
        self._found = found

    def sendall(self, data: bytes) -> None:
        self._found.append(data)


@pytest.mark.parametrize("batch", [None, {"batch_size": "3"}, {"batch_size": True}, {"batch_size": -2}, 7])
def test_an_issuer_that_hands_out_one_at_a_time_is_asked_for_one(
    program: InProcess, issuer: OpenIdIssuer, vault: Path, batch: object
) -> None:
    issuer.metadata["batch_credential_issuance"] = batch
    done = receive(program, vault, issuer.link(), "--copies", "3")
    assert (done.code, done.object["result"]) == (0, "added"), done.err
    assert f"{HOST} hands out no more than 1 at once" in done.err
    assert len(json.loads(issuer.said["credential"][0])["proofs"]["jwt"]) == 1
    assert len(program.run("profile", "list", "--vault", vault, "--json").objects) == 1


def test_keys_of_copies_that_did_not_come_are_not_kept(
    program: InProcess, issuer: OpenIdIssuer, vault: Path
) -> None:
    issuer.metadata["batch_credential_issuance"] = {"batch_size": 3}
    issuer.site.pages["/registrar/credential"] = json_page({"error": "invalid_proof"}, "400 Bad Request")
    done = receive(program, vault, issuer.link(), "--copies", "3")
    assert (done.code, done.object["reason"]) == (1, "credential_refused")
    program.run("export", "--vault", vault, "out")
    (profile,) = json.loads((program.folder / "out" / "manifest.json").read_text())["profiles"]
    assert len(profile["dids"]) == 1


def test_what_is_promised_for_later(program: InProcess, issuer: OpenIdIssuer, vault: Path) -> None:
    issuer.postpones = 2
    done = receive(program, vault, issuer.link())
    assert done.code == 0
    assert (done.object["result"], done.object["item"]) == ("promised", "Laser cutting")
    assert done.object["ask_after"] == "2026-11-23T12:01:00Z"
    assert kept(program, vault) == []
    assert program.run("export", "--vault", vault, "out").code == 0
    for path in (program.folder / "out").rglob("*"):
        assert path.is_dir() or issuer.access.encode() not in path.read_bytes(), path
    asked = len(issuer.site.seen)
    words = ("receive", "--promised", "--vault", vault, *ALLOWED, "--json")
    early = program.run(*words, *AT)
    assert (early.code, early.object["result"]) == (0, "promised")
    assert len(issuer.site.seen) == asked
    still = program.run(*words, *LATER)
    assert (still.code, still.object["ask_after"]) == (0, "2026-11-23T12:31:00Z")
    done = program.run(*words, "--at", "2026-11-23T13:00:00Z")
    assert (done.code, done.object["result"]) == (0, "added"), done.err
    assert len(kept(program, vault)) == 1
    nothing = program.run(*words, "--at", "2026-11-23T14:00:00Z")
    assert (nothing.code, nothing.out) == (0, "")
    assert "No issuer has promised you anything" in nothing.err


def test_a_promise_that_is_broken_is_forgotten_and_a_dead_network_is_not_one(
    program: InProcess, issuer: OpenIdIssuer, vault: Path
) -> None:
    issuer.postpones = 1
    receive(program, vault, issuer.link())
    words = ("receive", "--promised", "--vault", vault, *ALLOWED, "--json", *LATER)
    good = issuer.site.pages.pop("/registrar/deferred")
    issuer.site.pages["/registrar/deferred"] = raw(b"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n{")
    dead = program.run(*words)
    assert (dead.code, dead.object["reason"]) == (1, "site_unreachable")
    issuer.site.pages["/registrar/deferred"] = json_page(
        {"error": "invalid_transaction_id"}, "400 Bad Request"
    )
    broken = program.run(*words)
    assert (broken.code, broken.object["reason"]) == (1, "credential_refused")
    issuer.site.pages["/registrar/deferred"] = good
    assert program.run(*words).out == ""
    assert kept(program, vault) == []


def test_access_that_is_over_is_renewed_for_what_was_promised(
    program: InProcess, issuer: OpenIdIssuer, vault: Path
) -> None:
    issuer.postpones, issuer.renews = 2, True
    receive(program, vault, issuer.link())
    issuer.access = "over"
    words = ("receive", "--promised", "--vault", vault, *ALLOWED, "--json")
    still = program.run(*words, *LATER)
    assert (still.code, still.object["result"]) == (0, "promised"), still.err
    assert "renew-1" in issuer.said["token"][-1]
    done = program.run(*words, "--at", "2026-11-23T13:00:00Z")
    assert (done.code, done.object["result"]) == (0, "added"), done.err
    assert len(issuer.said["token"]) == 2, "what was renewed was kept"


def test_access_that_is_over_for_good_ends_the_promise(
    program: InProcess, issuer: OpenIdIssuer, vault: Path
) -> None:
    issuer.postpones = 1
    receive(program, vault, issuer.link())
    issuer.access = "over"
    words = ("receive", "--promised", "--vault", vault, *ALLOWED, "--json", *LATER)
    ended = program.run(*words)
    assert (ended.code, ended.object["reason"]) == (1, "access_refused")
    assert program.run(*words).out == ""


def test_a_sign_in_in_the_browser(
    program: InProcess, issuer: OpenIdIssuer, vault: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = _browser_that_says_yes(issuer.site, monkeypatch)
    done = receive(program, vault, issuer.sign_in_link())
    assert (done.code, done.object["result"]) == (0, "added"), done.err
    assert f"You sign in at {HOST}, in your browser." in done.err
    (page,) = shown
    assert page[0] == 200
    assert "Go back to the wallet" in page[1]
    (begun,) = [one for one in issuer.site.seen if "/authorize?" in one.target]
    assert "issuer_state=begun" in begun.target
    assert f"client_id={'ler-wallet'}" in begun.target
    assert "openid_credential" in begun.target
    # the key proof names the program where the access does
    claims = json.loads(issuer.said["credential"][0])["proofs"]["jwt"][0].split(".")[1]
    assert json.loads(_decoded(claims))["iss"] == "ler-wallet"


def _decoded(text: str) -> bytes:
    from wallet.codecs import base64url  # noqa: PLC0415 - for this only

    return base64url.decode_strict(text)


def _browser_that_says_yes(site: Site, monkeypatch: pytest.MonkeyPatch) -> list[tuple[int, str]]:
    shown: list[tuple[int, str]] = []

    def open_page(address: str) -> None:
        threading.Thread(target=lambda: shown.append(browse(site, address)), daemon=True).start()

    monkeypatch.setattr(browser, "start", open_page)
    return shown


def test_a_sign_in_by_scope(
    program: InProcess, issuer: OpenIdIssuer, vault: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _browser_that_says_yes(issuer.site, monkeypatch)
    del issuer.server["authorization_details_types_supported"]
    issuer.metadata["authorization_servers"] = [ISSUER]
    done = receive(program, vault, issuer.sign_in_link(), "--client-id", "known-here")
    assert (done.code, done.object["result"]) == (0, "added"), done.err
    (begun,) = [one for one in issuer.site.seen if "/authorize?" in one.target]
    for word in ("scope=badge", f"resource={quote(ISSUER, safe='')}", "client_id=known-here"):
        assert word in begun.target


def test_the_key_as_a_presentation(program: InProcess, issuer: OpenIdIssuer, vault: Path) -> None:
    found = issuer.metadata["credential_configurations_supported"][BADGE]
    found["proof_types_supported"] = {"di_vp": {"proof_signing_alg_values_supported": ["eddsa-rdfc-2022"]}}
    done = receive(program, vault, issuer.link())
    assert (done.code, done.object["result"]) == (0, "added"), done.err
    assert list(json.loads(issuer.said["credential"][0])["proofs"]) == ["di_vp"]


def test_the_key_itself_and_no_key(program: InProcess, issuer: OpenIdIssuer, vault: Path) -> None:
    found = issuer.metadata["credential_configurations_supported"]
    found[BADGE]["cryptographic_binding_methods_supported"] = ["jwk"]
    assert receive(program, vault, issuer.link()).code == 0
    assert issuer.holder == own_did(program, vault)
    for name in ("cryptographic_binding_methods_supported", "proof_types_supported"):
        del found[TOKEN_BADGE][name]
    issuer.codes.add("offered-code")
    assert receive(program, vault, issuer.link(TOKEN_BADGE)).code == 0
    assert "proofs" not in json.loads(issuer.said["credential"][-1])


def test_a_nonce_that_is_over_is_replaced_once(program: InProcess, issuer: OpenIdIssuer, vault: Path) -> None:
    issuer.site.pages["/registrar/nonce"] = json_page({"c_nonce": "stale"})
    done = receive(program, vault, issuer.link())
    assert (done.code, done.object["reason"]) == (1, "credential_refused")
    assert len(issuer.said["credential"]) == 2
    assert kept(program, vault) == []


def test_what_came_before_the_network_died_is_kept_and_the_rest_is_named(
    program: InProcess, issuer: OpenIdIssuer, vault: Path
) -> None:
    issuer.datasets = {BADGE: ["first", "second", "third"]}
    hand_out = issuer._hand_out

    def once(kind: str) -> Page:
        return (
            hand_out(kind) if issuer.handed < 1 else raw(b"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n{")
        )

    issuer._hand_out = once  # type: ignore[method-assign]
    done = receive(program, vault, issuer.link())
    assert done.code == 1
    assert [one["result"] for one in done.objects] == ["added", "refused", "refused"]
    assert [one["reason"] for one in done.objects[1:]] == ["site_unreachable"] * 2
    assert len(kept(program, vault)) == 1


def test_names_are_shown_harmless(program: InProcess, issuer: OpenIdIssuer) -> None:
    issuer.metadata["display"] = [{"name": "\x1b[2J<b>Bank</b>\u202e" + "x" * 900}]
    issuer.metadata["credential_configurations_supported"][BADGE]["credential_metadata"] = display("a\nb\x07")
    shown = program.run("receive", issuer.link(), "--show", *ALLOWED)
    assert shown.code == 0
    assert "\x1b" not in shown.out
    assert "\u202e" not in shown.out
    assert "'a\\x0ab\\x07'" in shown.out
    assert max(map(len, shown.out.splitlines())) < 400


Fault = Callable[[OpenIdIssuer], None]


def _members(**members: object) -> Fault:
    return lambda issuer: issuer.metadata.update(members)


def _configuration(**members: object) -> Fault:
    def change(issuer: OpenIdIssuer) -> None:
        issuer.metadata["credential_configurations_supported"][BADGE].update(members)

    return change


def _page(path: str, page: Page) -> Fault:
    return lambda issuer: issuer.site.pages.__setitem__(path, page)


def _later_and_nowhere(issuer: OpenIdIssuer) -> None:
    del issuer.metadata["deferred_credential_endpoint"]
    issuer.postpones = 1


_ABOUT = "/.well-known/openid-credential-issuer/registrar"
_SERVER = "/.well-known/oauth-authorization-server/registrar"
FAULTS: Mapping[str, tuple[Fault, str]] = {
    "another issuer's metadata": (_members(credential_issuer=f"https://{HOST}/other"), "site_answer_invalid"),
    "endpoint on another host": (_members(credential_endpoint=f"https://{OTHER}/c"), "offer_several_hosts"),
    "nonces of another host": (_members(nonce_endpoint=f"https://{OTHER}/n"), "offer_several_hosts"),
    "endpoint in the clear": (_members(credential_endpoint=f"http://{HOST}/c"), "web_address_refused"),
    "endpoint in a local network": (_members(nonce_endpoint="https://127.0.0.1/n"), "web_address_refused"),
    "no such credential": (_members(credential_configurations_supported={}), "offer_invalid"),
    "encryption only": (
        _members(credential_response_encryption={"encryption_required": True}),
        "offer_unsupported",
    ),
    "another format": (_configuration(format="mso_mdoc"), "offer_unsupported"),
    "another kind of key": (
        _configuration(proof_types_supported={"jwt": {"proof_signing_alg_values_supported": ["ES256"]}}),
        "holder_key_not_accepted",
    ),
    "a key that is vouched for": (
        _configuration(
            proof_types_supported={
                "jwt": {"proof_signing_alg_values_supported": ["EdDSA"], "key_attestations_required": {}}
            }
        ),
        "holder_key_not_accepted",
    ),
    "no metadata": (_page(_ABOUT, answer(b"", status="404 Not Found")), "site_without_answer"),
    "metadata as a page": (_page(_ABOUT, answer(b"<html>", "text/html")), "answer_kind_other"),
    "metadata twice": (_page(_ABOUT, answer(b'{"a":1,"a":2}')), "site_answer_invalid"),
    "metadata too large": (_page(_ABOUT, answer(b" " * 5_000_001)), "answer_too_large"),
    "metadata that breaks off": (_page(_ABOUT, answer(b"{", length=90)), "site_unreachable"),
    "no server": (_page(_SERVER, answer(b"", status="404 Not Found")), "site_without_answer"),
    "another server": (
        lambda issuer: issuer.server.update(issuer="https://x.example"),
        "site_answer_invalid",
    ),
    "access that is no bearer": (
        _page("/registrar/token", json_page({"access_token": "a", "token_type": "DPoP"})),
        "access_kind_other",
    ),
    "access that fits into no request": (
        _page("/registrar/token", json_page({"access_token": "caf\u00e9", "token_type": "Bearer"})),
        "site_answer_invalid",
    ),
    "access with a space": (
        _page("/registrar/token", json_page({"access_token": "the access", "token_type": "Bearer"})),
        "site_answer_invalid",
    ),
    "no nonce": (_page("/registrar/nonce", json_page({"c_nonce": 7})), "site_answer_invalid"),
    "access refused": (
        _page("/registrar/token", json_page({"access_token": "other", "token_type": "bearer"})),
        "access_refused",
    ),
    "no credential": (_page("/registrar/credential", json_page({"credentials": []})), "site_answer_invalid"),
    "a number": (
        _page("/registrar/credential", json_page({"credentials": [{"credential": 7}]})),
        "site_answer_invalid",
    ),
    "text for an object": (
        _page("/registrar/credential", json_page({"credentials": [{"credential": "eyJ"}]})),
        "site_answer_invalid",
    ),
    "too many": (
        _page("/registrar/credential", json_page({"credentials": [{"credential": {}}] * 101})),
        "site_answer_invalid",
    ),
    "a credential as a page": (
        _page("/registrar/credential", answer(b"<html>", "text/html")),
        "answer_kind_other",
    ),
    "a credential that breaks off": (
        _page("/registrar/credential", answer(b"{", length=99)),
        "site_unreachable",
    ),
    "sent on with access": (
        _page(
            "/registrar/credential", answer(b"", status="307 Go", headers=[f"Location: https://{OTHER}/c"])
        ),
        "credential_refused",
    ),
    "denied": (
        _page("/registrar/credential", json_page({"error": "credential_request_denied"}, "400 Bad Request")),
        "credential_refused",
    ),
    "later, and nowhere to ask": (
        _later_and_nowhere,
        "site_answer_invalid",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_an_issuer_that_does_it_wrong(
    program: InProcess, issuer: OpenIdIssuer, vault: Path, fault: str
) -> None:
    change, reason = FAULTS[fault]
    change(issuer)
    done = receive(program, vault, issuer.link())
    assert (done.code, done.object["reason"]) == (1, reason), done.err
    assert kept(program, vault) == []
    assert not any(one.host.startswith(OTHER) for one in issuer.site.seen)
    assert "the-access" not in done.err + done.out
    assert "offered-code" not in done.err + done.out


@pytest.mark.parametrize(
    ("offer", "reason"),
    [
        ("openid-credential-offer://?credential_offer=%7B", "offer_invalid"),
        ("openid-credential-offer://", "offer_invalid"),
        (
            "openid-credential-offer://?credential_offer_uri=http%3A%2F%2Fschool.example",
            "web_address_refused",
        ),
        (
            "openid-credential-offer://?credential_offer_uri=file%3A%2F%2F%2Fetc%2Fpasswd",
            "web_address_refused",
        ),
        ("openid-credential-offer://?credential_offer_uri=https%3A%2F%2F127.0.0.1", "web_address_refused"),
        (
            "openid-credential-offer://?credential_offer={}&credential_offer_uri=https://x.example",
            "offer_invalid",
        ),
        ("openid-credential-offer://?credential_offer={}&credential_offer={}", "offer_invalid"),
        ("openid-credential-offer:?credential_offer=" + "x" * 70_000, "offer_invalid"),
        ('{"credential_issuer":"https://x.example?a","credential_configuration_ids":["a"]}', "offer_invalid"),
        ('{"credential_issuer":"https://x.example","credential_configuration_ids":[]}', "offer_invalid"),
        (
            '{"credential_issuer":"https://x.example","credential_configuration_ids":["a","a"]}',
            "offer_invalid",
        ),
        (
            '{"credential_issuer":"http://x.example","credential_configuration_ids":["a"]}',
            "web_address_refused",
        ),
        (
            'openid-credential-offer://?credential_offer={"credential_issuer":"https://x.example","credentials":["a"]}',
            "offer_unsupported",
        ),
        (
            '{"credential_issuer":"https://x.example","credential_configuration_ids":["a"],"grants":{"other":{}}}',
            "offer_unsupported",
        ),
        ("openid-initiate-issuance://?issuer=https://x.example", "offer_unsupported"),
        ("dccrequest://request?issuer=x", "offer_invalid"),
        ("dccrequest://request?vc_request_url=http://school.example/", "web_address_refused"),
        ("dccrequest://request?vc_request_url=https://school.example/&auth_type=code", "offer_unsupported"),
        ("dccrequest://request?request=%7B%7D", "offer_unsupported"),
        ('{"protocols":{"other":"https://school.example/"}}', "offer_unsupported"),
        ('{"protocols":{"vcapi":"javascript:alert(1)"}}', "web_address_refused"),
        ("javascript:alert(1)", "offer_invalid"),
        ("hello", "offer_invalid"),
    ],
)
def test_what_is_no_offer_asks_nobody(
    program: InProcess, site: Site, vault: Path, offer: str, reason: str
) -> None:
    done = receive(program, vault, offer, "--allow-host", "x.example")
    assert (done.code, done.object["reason"]) == (1, reason)
    assert site.connections == 0


@pytest.mark.parametrize("words", [(), ("x", "--promised"), ("--promised", "--show"), ("x",)])
def test_words_that_do_not_go_together(program: InProcess, words: tuple[str, ...]) -> None:
    done = program.run("receive", *words, "--json")
    assert (done.code, done.object["reason"]) == (2, "usage")


# -- exchanges of the VC API


@pytest.fixture
def exchanger(site: Site) -> Exchanger:
    return Exchanger(site)


def test_an_exchange_behind_an_interaction(program: InProcess, exchanger: Exchanger, vault: Path) -> None:
    done = receive(program, vault, exchanger.interaction)
    assert (done.code, done.object["result"]) == (0, "added"), done.err
    assert "It does not say what it is before it hands it out." in done.err
    assert exchanger.suites == ["Ed25519Signature2020"]
    report = subject_of(program, vault, done.object["id"])
    assert {"check": "recipient", "outcome": "passed"}.items() <= next(
        one for one in report["checks"] if one["check"] == "recipient"
    ).items()
    assert [re.sub(r"\?.*", "", one.target) for one in exchanger.site.seen] == [
        "/interactions/1",
        "/exchanges/1",
        "/exchanges/1/answer",
    ]


def test_the_newer_suite_where_it_is_taken(program: InProcess, exchanger: Exchanger, vault: Path) -> None:
    exchanger.asks["query"][0] |= {
        "acceptedMethods": [{"method": "key"}],
        "acceptedCryptosuites": [{"cryptosuite": "Ed25519Signature2020"}, {"cryptosuite": "eddsa-rdfc-2022"}],
    }
    assert receive(program, vault, f'{{"protocols":{{"vcapi":"https://{HOST}/exchanges/1"}}}}').code == 0
    assert exchanger.suites == ["eddsa-rdfc-2022"]


def test_the_older_link(program: InProcess, exchanger: Exchanger, vault: Path) -> None:
    done = receive(program, vault, exchanger.older_link)
    assert (done.code, done.object["result"]) == (0, "added"), done.err
    assert exchanger.suites == ["Ed25519Signature2020"]
    assert "verifiablePresentation" not in exchanger.bodies[0]
    universal = exchanger.older_link.replace("dccrequest://request", "https://lcw.app/request.html")
    assert receive(program, vault, universal).object["result"] == "added"


def test_a_link_with_an_invitation_in_it(program: InProcess, exchanger: Exchanger, vault: Path) -> None:
    message = json.dumps(
        {"credentialRequestOrigin": "https://x.example", "protocols": {"iu": exchanger.interaction}}
    )
    done = receive(program, vault, f"dccrequest://request?request={quote(message)}")
    assert (done.code, done.object["result"]) == (0, "added"), done.err


def test_an_interaction_that_is_an_offer(program: InProcess, issuer: OpenIdIssuer, vault: Path) -> None:
    issuer.site.pages["/interactions/2"] = json_page({"protocols": {"OID4VCI": issuer.link()}})
    done = receive(program, vault, f"https://{HOST}/interactions/2?iuv=1")
    assert (done.code, done.object["result"]) == (0, "added"), done.err


def _asks(**members: object) -> Callable[[Exchanger], None]:
    return lambda exchanger: exchanger.asks.update(members)


def _of_service(address: str) -> Json:
    return {"service": [{"type": "UnmediatedHttpPresentationService2021", "serviceEndpoint": address}]}


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (_asks(domain=f"https://{OTHER}"), "offer_several_hosts"),
        (_asks(domain=OTHER), "offer_several_hosts"),
        (_asks(interact=_of_service(f"https://{OTHER}/answer")), "offer_several_hosts"),
        (_asks(interact=_of_service("http://127.0.0.1/")), "web_address_refused"),
        (_asks(challenge=None), "site_answer_invalid"),
        (_asks(query=[{"type": "QueryByExample"}]), "exchange_wants_credentials"),
        (_asks(query=[{"type": "DIDAuthentication"}, {"type": "ZcapQuery"}]), "offer_unsupported"),
        (
            _asks(query=[{"type": "DIDAuthentication", "acceptedMethods": [{"method": "web"}]}]),
            "holder_key_not_accepted",
        ),
        (
            _asks(
                query=[{"type": "DIDAuthentication", "acceptedCryptosuites": [{"cryptosuite": "bbs-2023"}]}]
            ),
            "holder_key_not_accepted",
        ),
        (
            lambda one: one.site.pages.__setitem__("/exchanges/1/answer", json_page({}, "401 Unauthorized")),
            "credential_refused",
        ),
        (lambda one: one.site.pages.__setitem__("/exchanges/1/answer", json_page({})), "site_answer_invalid"),
        (
            lambda one: one.site.pages.__setitem__(
                "/exchanges/1/answer", json_page({"verifiablePresentationRequest": one.asks})
            ),
            "site_answer_invalid",
        ),
        (
            lambda one: one.site.pages.__setitem__(
                "/interactions/1", json_page({"vcapi": f"https://{OTHER}/x"})
            ),
            "offer_several_hosts",
        ),
        (
            lambda one: one.site.pages.__setitem__(
                "/interactions/1", json_page({"iu": f"https://{HOST}/x?iuv=1"})
            ),
            "offer_unsupported",
        ),
    ],
)
def test_an_exchange_that_goes_wrong(
    program: InProcess, exchanger: Exchanger, vault: Path, change: Callable[[Exchanger], None], reason: str
) -> None:
    change(exchanger)
    done = receive(program, vault, exchanger.interaction)
    assert (done.code, done.object["reason"]) == (1, reason), done.err
    assert kept(program, vault) == []
    assert not any(one.host.startswith(OTHER) for one in exchanger.site.seen)


def test_a_question_of_another_site_is_not_answered(
    program: InProcess, exchanger: Exchanger, vault: Path
) -> None:
    exchanger.asks["domain"] = f"https://{OTHER}"
    receive(program, vault, exchanger.interaction)
    assert exchanger.bodies == []


def test_at_a_terminal_a_no_takes_nothing(
    program: InProcess, issuer: OpenIdIssuer, vault: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    issuer.transaction_code = "4937"
    monkeypatch.setattr(receive_module, "has_terminal", lambda: True)
    words = ("receive", issuer.link(), "--vault", vault, *ALLOWED, "--json", *AT)
    refused = program.run(*words, stdin=b"no\n")
    assert (refused.code, refused.object["reason"]) == (1, "offer_not_taken")
    assert "token" not in issuer.said
    done = program.run(*words, stdin=b"y\n4937\n")
    assert (done.code, done.object["result"]) == (0, "added"), done.err
    assert "Look into your mail." in done.err
