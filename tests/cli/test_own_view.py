"""`check`, `issuer` and `trust`: a learner's own view of what is kept, changed and looked at from a shell."""

import json
from pathlib import Path

import pytest

from tests.cli.in_process import InProcess, new_in_process
from tests.sample_files import EVALUATED_AT, INDEX, SAMPLES, good

AT = ("--at", EVALUATED_AT, "--documents", INDEX)
LATER = ("--at", "2031-01-01T00:00:00Z", "--documents", INDEX)
LIST = SAMPLES / "trust" / "demo-issuers.json"
CHECK_KEYS = [
    *("id", "name", "issuer", "verdict", "reason", "checked_at", "changed"),
    *("verdict_before", "reason_before", "checked_before"),
]
ISSUER_KEYS = ["id", "name", "known"]
TRUST_KEYS = ["id", "name", "publisher", "made_at", "valid_until", "issuers", "added_at"]


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> InProcess:
    return new_in_process(tmp_path, monkeypatch)


@pytest.fixture
def kept(program: InProcess, vault: Path) -> str:
    done = program.run("import", "--vault", vault, good("first-aid-and-cpr.json"), "--json", *AT)
    return str(done.object["id"])


def test_check_records_the_result_with_its_date_and_says_what_changed(
    program: InProcess, vault: Path, kept: str
) -> None:
    same = program.run("check", "--vault", vault, "--json", *AT)
    assert list(same.object) == CHECK_KEYS
    assert (same.code, same.object["verdict"], same.object["changed"]) == (0, "check", False)
    later = program.run("check", "--vault", vault, kept[:6], "--json", *LATER)
    found = later.object
    assert (later.code, found["id"]) == (0, kept)
    assert (found["verdict"], found["reason"], found["changed"]) == ("invalid", "expired", True)
    assert (found["verdict_before"], found["reason_before"]) == ("check", "no_trust_list")
    assert (found["checked_at"], found["checked_before"]) == ("2031-01-01T00:00:00Z", EVALUATED_AT)
    shown = program.run("show", "--vault", vault, kept, "--json").object
    assert (shown["verdict"], shown["checked_at"]) == ("invalid", "2031-01-01T00:00:00Z")
    assert [past["verdict"] for past in shown["history"]] == ["invalid", "check", "check"]
    people = program.run("check", "--vault", vault, *AT)
    assert "This has changed; on 2031-01-01 it was: Not valid." in people.out


def test_check_of_an_id_that_is_nobodys(program: InProcess, vault: Path, kept: str) -> None:
    done = program.run("check", "--vault", vault, kept, "ffffffff", "--json", *AT)
    assert done.code == 1
    assert "[record_not_found]" in done.err


def test_an_issuer_is_known_listed_and_forgotten(program: InProcess, vault: Path, kept: str) -> None:
    assert program.run("issuer", "list", "--vault", vault, "--json").out == ""
    known = program.run("issuer", "know", "--vault", vault, kept[:8], "--json", *AT)
    assert list(known.object) == [*ISSUER_KEYS, "checked", "changed"]
    assert (known.code, known.object["checked"], known.object["changed"]) == (0, 1, 1)
    assert "never travels with anything you share" in known.err
    shown = program.run("show", "--vault", vault, kept, "--json").object
    assert shown["verdict"] == "verified"
    issuer = shown["credential"]["issuer"]
    listed = program.run("issuer", "list", "--vault", vault, "--json").object
    assert listed == {"id": issuer["id"], "name": issuer["name"], "known": True}
    gone = program.run("issuer", "forget", "--vault", vault, issuer["id"], "--json", *AT)
    assert (gone.object["known"], gone.object["changed"]) == (False, 1)
    assert program.run("list", "--vault", vault, "--json").object["verdict"] == "check"
    again = program.run("issuer", "forget", "--vault", vault, issuer["id"], *AT)
    assert (again.code, "was not among" in again.err) == (0, True)


def test_an_issuer_can_be_known_before_anything_of_theirs_comes(
    program: InProcess, vault: Path, kept: str
) -> None:
    issuer = json.loads(good("peer-tutoring.json").read_bytes())["issuer"]
    known = program.run("issuer", "know", "--vault", vault, issuer["id"], "--json", *AT)
    assert known.object == {"id": issuer["id"], "name": None, "known": True, "checked": 0, "changed": 0}
    added = program.run("import", "--vault", vault, good("peer-tutoring.json"), "--json", *AT)
    assert added.object["verdict"] == "verified"
    named = program.run("issuer", "know", "--vault", vault, issuer["id"], "--name", "Other", "--json", *AT)
    assert named.object["changed"] == 1
    shown = program.run("show", "--vault", vault, added.object["id"], "--json").object
    assert shown["report"]["reason"] == "issuer_name_differs"
    assert kept != added.object["id"]


def test_a_list_is_added_listed_and_removed(program: InProcess, vault: Path, kept: str) -> None:
    added = program.run("trust", "add", "--vault", vault, LIST, "--json", *AT)
    assert list(added.object) == [*TRUST_KEYS, "checked", "changed"]
    assert (added.code, added.object["changed"]) == (0, 1)
    listed = program.run("trust", "list", "--vault", vault, "--json").object
    assert list(listed) == TRUST_KEYS
    assert listed["publisher"].startswith("did:key:")
    assert listed["id"] == added.object["id"]
    people = program.run("trust", "list", "--vault", vault).out
    assert "Demo list of issuers (did:key:" in people
    assert program.run("list", "--vault", vault, "--json").object["verdict"] == "verified"
    removed = program.run("trust", "remove", "--vault", vault, listed["id"][:5], "--json", *AT)
    assert (removed.code, removed.object["changed"]) == (0, 1)
    assert program.run("trust", "list", "--vault", vault, "--json").out == ""
    assert program.run("trust", "remove", "--vault", vault, listed["id"], *AT).code == 1
    assert kept


def test_a_list_that_is_none_is_refused(program: InProcess, vault: Path) -> None:
    done = program.run("trust", "add", "--vault", vault, good("laser-cutting.png"), "--json", *AT)
    assert (done.code, done.object["reason"]) == (2, "trust_list_invalid")
    assert program.run("trust", "list", "--vault", vault, "--json").out == ""


def test_nothing_of_the_own_view_is_in_what_is_shared(program: InProcess, vault: Path, kept: str) -> None:
    assert program.run("trust", "add", "--vault", vault, LIST, *AT).code == 0
    assert program.run("issuer", "know", "--vault", vault, kept, "--name", "Canary Guild", *AT).code == 0
    assert program.run("list", "--vault", vault, "--json").object["verdict"] == "verified"
    publisher = program.run("trust", "list", "--vault", vault, "--json").object["publisher"]
    options = ("--credential", kept, "--to", "Corp", "--purpose", "Job", *AT)
    for out in ("s.json", "s.txt"):
        assert program.run("share", "--vault", vault, *options, "--out", out).code == 0
        sent = (program.folder / out).read_bytes()
        for secret in ("Canary", publisher, "Demo list", "known_to_you"):
            assert secret.encode() not in sent
        received = program.run("verify", out, "--json", *AT).object
        assert received["inner"][0]["reason"] == "no_trust_list"
