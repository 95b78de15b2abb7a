"""Credentials from an issuer of another's making: the OpenWallet Foundation's @openid4vc, in a process of its own.

They judge what this program sends and write what it gets. They are installed from the lock beside them (`npm ci`) into
a folder of the run, never into the tree; without Node.js and npm, or what npm fetches, these tests say so and do not
run.
"""

import json
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests import issuing
from tests.cli.in_process import InProcess, new_in_process
from tests.credential_issuers import browse
from tests.identities import Json, did_key
from tests.node import install, needs_node, node
from tests.program import PASSPHRASE, Program
from tests.shared_data import PROJECT
from tests.sites import Authority, Everybody, client_for
from wallet.app import online
from wallet.cli import browser
from wallet.exchange.http_client import Question

PEER = Path(__file__).parent / "openid4vc_peer"
OWN_PROGRAM = PROJECT / "tests" / "cli" / "online_program.py"
HOST = "issuer.example"
ALLOWED = ("--allow-host", HOST)
CODE = "493536"

pytestmark = needs_node


@dataclass(frozen=True)
class Peer:
    """The running issuer.

    Attributes:
        offers: links, by what they offer.
    """

    authority: Authority
    port: int
    offers: Json


@pytest.fixture(scope="module")
def peer(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Peer]:
    folder = tmp_path_factory.mktemp("openid4vc")
    for name in ("package.json", "package-lock.json", ".npmrc", "issuer.mjs"):
        shutil.copy(PEER / name, folder)
    install(folder, "ci", names="the OpenWallet Foundation's")
    authority = Authority(folder)
    certificates = authority.certificates_for((HOST,))
    template = folder / "credential.json"
    template.write_text(json.dumps(issuing.credential(did_key("issuer"))))
    command = node("--no-warnings", "issuer.mjs", str(certificates), f"https://{HOST}", str(template))
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        try:
            said = json.loads(process.stdout.readline())
            yield Peer(authority, said["port"], said["offers"])
        finally:
            process.terminate()


@pytest.fixture(scope="module")
def empty_vault(tmp_path_factory: pytest.TempPathFactory) -> Path:
    with pytest.MonkeyPatch.context() as patch:
        return new_in_process(tmp_path_factory.mktemp("empty"), patch).make_vault()


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, peer: Peer) -> InProcess:
    monkeypatch.setattr(online, "new_client", lambda consent: client_for(peer, consent))
    return new_in_process(tmp_path, monkeypatch)


@pytest.fixture
def vault(program: InProcess, empty_vault: Path) -> Path:
    return Path(shutil.copy(empty_vault, program.folder))


def receive(program: InProcess, vault: Path, offer: str, *more: str) -> Any:
    return program.run("receive", offer, "--vault", vault, *ALLOWED, "--json", *more)


def outcomes(program: InProcess, vault: Path, record: str) -> dict[str, str]:
    report = program.run("show", "--vault", vault, record, "--json").object["report"]
    return {one["check"]: one["outcome"] for one in report["checks"]}


def told(peer: Peer) -> Json:
    _, text = browse_page(peer, f"https://{HOST}/told")
    found: Json = json.loads(text)
    return found


def browse_page(peer: Peer, address: str) -> tuple[int, str]:
    """A page of the issuer, as anybody gets it."""
    got = client_for(peer, Everybody()).ask(Question(address, ("application/json",)))
    return got.status, got.body.decode()


@pytest.mark.parametrize("kind", ["jwt", "ldp"])
def test_a_badge_is_received_proven_and_mine(program: InProcess, peer: Peer, vault: Path, kind: str) -> None:
    done = receive(program, vault, peer.offers[kind])
    assert (done.code, done.object["result"]) == (0, "added"), (done.err, told(peer))
    found = outcomes(program, vault, done.object["id"])
    assert {
        name: found[name] for name in ("structure", "proof", "issuer_binding", "recipient")
    } == dict.fromkeys(("structure", "proof", "issuer_binding", "recipient"), "passed")
    assert told(peer)["told"][-1]["event"] == "credential_accepted"


def test_a_token_to_show_in_parts_is_bound_to_the_key_in_the_file(
    program: InProcess, peer: Peer, vault: Path
) -> None:
    done = receive(program, vault, peer.offers["sd"])
    assert (done.code, done.object["result"]) == (0, "added"), (done.err, told(peer))
    shown = program.run(
        *("share", "--vault", vault, "--credential", done.object["id"], "--to", "Shop", "--purpose", "Test"),
        *("--audience", "https://shop.example", "--nonce", "n-1", "--out", "share.json"),
    )
    assert shown.code == 0, shown.err
    checked = program.run("verify", "share.json", "--json").object
    inner = {one["check"]: one["outcome"] for one in checked["inner"][0]["checks"]}
    assert inner["proof"] == "passed"
    # the holder's token is in it: the key that the issuer confirmed is the one that signed
    entry = json.loads((program.folder / "share.json").read_bytes())["verifiableCredential"][0]
    assert not entry["id"].endswith("~")


def test_an_offer_by_reference_with_a_code(program: InProcess, peer: Peer, vault: Path) -> None:
    shown = program.run("receive", peer.offers["code"], "--show", "--json", *ALLOWED).object
    assert shown["code"] == {"digits": True, "length": 6, "description": "In a letter."}
    assert [one["name"] for one in shown["credentials"]] == ["A badge", "A badge to show in parts"]
    wrong = receive(program, vault, peer.offers["code"], "--code", "111111")
    assert (wrong.code, wrong.object["reason"]) == (1, "code_refused")
    done = receive(program, vault, peer.offers["code"], "--code", CODE)
    assert (done.code, [one["result"] for one in done.objects]) == (0, ["added", "added"]), done.err


@pytest.mark.parametrize("kind", ["copies_ldp", "copies_sd"])
def test_copies_for_a_key_each_are_all_mine_and_shown_by_their_own_keys(
    program: InProcess, peer: Peer, vault: Path, kind: str
) -> None:
    before = program.run("profile", "list", "--vault", vault, "--json").object
    done = receive(program, vault, peer.offers[kind], "--copies", "3")
    assert done.code == 0, (done.err, told(peer))
    assert [(one["result"], one["given_to"]) for one in done.objects] == [("added", "you")] * 3
    after = program.run("profile", "list", "--vault", vault, "--json").object
    assert (after["did"], after["name"]) == (before["did"], before["name"]), "the profile keeps its own key"
    holders = set()
    for number, one in enumerate(done.objects):
        out = f"share{number}.json"
        made = program.run(
            *("share", "--vault", vault, "--credential", one["id"], "--to", "Shop", "--purpose", "Test"),
            *("--audience", "https://shop.example", "--nonce", "n-1", "--out", out),
        )
        assert made.code == 0, made.err
        checked = program.run(
            "verify", out, "--audience", "https://shop.example", "--nonce", "n-1", "--json"
        ).object
        inner = checked["inner"][0]
        assert (checked["checks"][1]["outcome"], inner["shared_by"]) == ("passed", "named_key")
        holders.add(checked["presentation"]["holder"])
        if kind == "copies_sd":
            entry = json.loads((program.folder / out).read_bytes())["verifiableCredential"][0]
            assert not entry["id"].endswith("~"), "the token of the copy's own key is in it"
    assert len(holders) == 3


def test_more_copies_than_are_handed_out_at_once_are_not_asked_for(
    program: InProcess, peer: Peer, vault: Path
) -> None:
    done = receive(program, vault, peer.offers["too_many"], "--copies", "7")
    assert (done.code, len(done.objects)) == (0, 3), (done.err, told(peer))
    assert f"{HOST} hands out no more than 3 at once; 3 will be asked for, not 7." in done.err


def test_a_code_counts_once(program: InProcess, peer: Peer, vault: Path) -> None:
    assert receive(program, vault, peer.offers["used"]).code == 0
    again = receive(program, vault, peer.offers["used"])
    assert (again.code, again.object["reason"]) == (1, "code_refused")
    assert "Invalid 'pre-authorized_code' provided" in told(peer)["failures"][-1]


def test_a_sign_in_with_a_pushed_request(
    program: InProcess, peer: Peer, vault: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def open_page(address: str) -> None:
        assert "request_uri=" in address
        assert "code_challenge" not in address
        threading.Thread(target=browse, args=(peer, address), daemon=True).start()

    monkeypatch.setattr(browser, "start", open_page)
    done = receive(program, vault, peer.offers["sign_in"])
    assert (done.code, [one["result"] for one in done.objects]) == (0, ["added", "added"]), (
        done.err,
        told(peer),
    )


def test_a_credential_that_is_ready_later(program: InProcess, peer: Peer, vault: Path) -> None:
    done = receive(program, vault, peer.offers["late"])
    assert (done.code, done.object["result"]) == (0, "promised"), (done.err, told(peer))
    words = ("receive", "--promised", "--vault", vault, *ALLOWED, "--json")
    assert program.run(*words).object["result"] == "promised"
    later = program.run(
        *words, "--at", (datetime.now(UTC) + timedelta(minutes=1)).isoformat(timespec="seconds")
    )
    assert (later.code, later.object["result"]) == (0, "added"), later.err
    assert program.run(*words).out == ""


def test_the_program_itself(tmp_path: Path, peer: Peer, empty_vault: Path) -> None:
    """Once as a person starts it, in a process of its own."""
    (tmp_path / "home").mkdir()
    program = Program(tmp_path / "home", tmp_path)
    vault = shutil.copy(empty_vault, tmp_path)
    environment = {
        **program.environment(),
        "PYTHONPATH": str(PROJECT),
        "LER_WALLET_PASSPHRASE": PASSPHRASE,
    }
    words = ["receive", "-", "--vault", str(vault), *ALLOWED, "--json"]
    command = [sys.executable, str(OWN_PROGRAM), str(peer.authority.file), str(peer.port), *words]
    done = subprocess.run(
        command,
        cwd=tmp_path,
        env=environment,
        input=peer.offers["own"],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["result"] == "added"
    assert "calls itself 'Issuer of another'; nobody checked that" in done.stderr
