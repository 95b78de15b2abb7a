"""A learner shares two badges; somebody who never saw the vault checks them; nobody can change a byte of it."""

import json
import random
from pathlib import Path

import pytest

from tests.program import Program
from tests.sample_files import EVALUATED_AT, INDEX, good
from wallet.app.container import make_services
from wallet.app.times import parse_moment
from wallet.app.verify_document import verify_bytes
from wallet.verification.report import Verdict

AT = ("--at", EVALUATED_AT)
GOOD_ENOUGH = (Verdict.VERIFIED, Verdict.CHECK)


def _share(program: Program, names: tuple[str, str], out: str) -> Path:
    vault = program.folder / "my.lerwallet"
    if not vault.exists():
        program.make_vault()
    kept = program.run("import", "--vault", vault, *map(good, names), "--json", *AT, "--documents", INDEX)
    chosen = [word for item in kept.objects for word in ("--credential", item["id"])]
    made = program.run(
        *("share", "--vault", vault, *chosen, "--to", "Example Corp HR", "--purpose", "Summer job"),
        *("--until", "2026-12-31", "--out", out, *AT, "--documents", INDEX),
    )
    assert made.code == 0, made.err
    return program.folder / out


SMALL_PAIR = ("small-soldering.json", "small-sewing.json")


@pytest.mark.parametrize(
    ("out", "envelope"), [("share.json", "json"), ("share.png", "qr"), ("share.txt", "link")]
)
def test_two_badges_are_checked_where_nobody_saw_the_vault(
    program: Program, elsewhere: Program, out: str, envelope: str
) -> None:
    received = elsewhere.folder / out
    received.write_bytes(_share(program, SMALL_PAIR, out).read_bytes())
    done = elsewhere.run("verify", received, "--json", *AT, passphrase=None)
    assert done.code == 0
    report = done.object
    assert (report["verdict"], report["format"], report["envelope"]) == ("check", "presentation", envelope)
    assert len(report["inner"]) == 2
    assert {part["verdict"] for part in report["inner"]} == {"check"}
    said = elsewhere.run("verify", received, *AT).out
    assert "Example Corp HR" in said
    assert "Summer job" in said
    assert "2026-12-31" in said
    assert not list(elsewhere.home.rglob("*")), "checking keeps nothing"


def test_after_its_last_day_a_share_is_over(program: Program, elsewhere: Program) -> None:
    share = _share(program, SMALL_PAIR, "share.json")
    assert elsewhere.run("verify", share, "--at", "2026-12-31T23:59:59Z").code == 0
    assert elsewhere.run("verify", share, "--at", "2027-01-01T00:00:00Z").code == 1


def test_what_does_not_fit_a_code_is_offered_as_a_file(program: Program, elsewhere: Program) -> None:
    pair = ("laser-cutting.png", "budgeting.json")
    share = _share(program, pair, "share.json")
    assert elsewhere.run("verify", share, *AT, "--documents", INDEX).code == 0
    vault = program.folder / "my.lerwallet"
    ids = [item["id"] for item in program.run("list", "--vault", vault, "--json").objects]
    done = program.run(
        *(
            "share",
            "--vault",
            vault,
            "--credential",
            ids[0],
            "--credential",
            ids[1],
            "--to",
            "a",
            "--purpose",
            "b",
        ),
        *("--out", "share.png", *AT, "--documents", INDEX),
    )
    assert done.code == 1
    assert "[too_big_for_qr]" in done.err
    assert "file" in done.err
    assert not (program.folder / "share.png").exists()
    assert len(program.run("shares", "--vault", vault, "--json").objects) == 1


def test_the_receiver_can_keep_what_was_shared(program: Program, elsewhere: Program) -> None:
    share = _share(program, SMALL_PAIR, "share.png")
    vault = elsewhere.make_vault()
    kept = elsewhere.run("import", "--vault", vault, share, "--json", *AT)
    assert [(item["item"], item["result"]) for item in kept.objects] == [("#0", "added"), ("#1", "added")]


@pytest.mark.parametrize("out", ["share.json", "share.txt"])
def test_one_flipped_byte_never_verifies(program: Program, out: str) -> None:
    original = _share(program, SMALL_PAIR, out).read_bytes()
    services = make_services(at=parse_moment(EVALUATED_AT))
    assert verify_bytes(original, services).verdict in GOOD_ENOUGH
    choose = random.Random(20261123)
    for _ in range(150):
        place, bit = choose.randrange(len(original.rstrip())), 1 << choose.randrange(8)
        changed = bytearray(original)
        changed[place] ^= bit
        report = verify_bytes(bytes(changed), services)
        if report.verdict in GOOD_ENOUGH:
            assert _says_the_same(bytes(changed), original), f"byte {place}, bit {bit}"


def _says_the_same(changed: bytes, original: bytes) -> bool:
    """Whether a flip left the parsed data equal: the case of a link's scheme, of a hexadecimal escape."""
    if original.startswith(b"ler-wallet:"):
        return changed.lower() == original.lower()
    return bool(json.loads(changed) == json.loads(original))


def test_a_changed_share_is_refused_on_the_command_line(program: Program, elsewhere: Program) -> None:
    share = json.loads(_share(program, SMALL_PAIR, "share.json").read_bytes())
    for change in (
        {"description": "Another purpose"},
        {"holder": "did:key:z6MkpJySvETLnxhQG9DzEdmKJtysBDjuuTeDfUj1uNNCUqcj"},
        {"verifiableCredential": share["verifiableCredential"][:1]},
        {"verifiableCredential": share["verifiableCredential"][::-1]},
        {"proof": {**share["proof"], "domain": "Another receiver"}},
        {"proof": {**share["proof"], "expires": "2030-12-31T23:59:59Z"}},
    ):
        path = elsewhere.folder / "changed.json"
        path.write_text(json.dumps({**share, **change}))
        done = elsewhere.run("verify", path, "--json", *AT)
        changed_order_only = "verifiableCredential" in change and len(change["verifiableCredential"]) == 2
        assert done.code == (0 if changed_order_only else 1), change
