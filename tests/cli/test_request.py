"""`request show` and `share --request` as a person calls them."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests import older_badges
from tests.program import Program
from tests.sample_files import EVALUATED_AT, selective
from tests.sharing.requests import badge_query, openid4vp, vc_api

AT = ("--at", EVALUATED_AT)


@pytest.fixture
def filled(program: Program, vault: Path) -> Path:
    """A vault with one credential that can be cut."""
    assert program.run("import", "--vault", vault, selective("welding.json"), *AT).code == 0
    return vault


def _written(program: Program, request: dict[str, Any]) -> Path:
    path = program.folder / "request.json"
    path.write_text(json.dumps(request))
    return path


def test_it_says_who_asks_and_what_would_be_shown(program: Program, filled: Path) -> None:
    path = _written(program, openid4vp(badge_query(["credentialSubject", "result"])))
    alone = program.run("request", "show", path, "--json", *AT).object
    assert (alone["host"], alone["wanted"][0]["matches"]) == ("jobs.example", None)
    shown = program.run("request", "show", path, "--vault", filled, "--json", *AT).object
    (match,) = shown["wanted"][0]["matches"]
    assert match["pointers"] == ["/credentialSubject/result/0", "/credentialSubject/result/1"]
    said = program.run("request", "show", path, "--vault", filled, *AT)
    assert "nobody signed for it" in said.out
    assert "would show 2 of its parts" in said.out


def test_it_answers_and_keeps_a_record(program: Program, filled: Path) -> None:
    out = program.folder / "answer.json"
    request = _written(program, vc_api())
    made = program.run("share", "--vault", filled, "--request", request, "--out", out, "--json", *AT)
    assert made.code == 0
    assert (made.object["to"], made.object["purpose"]) == (
        "jobs.example",
        "Please show your welding certificate.",
    )
    proof = json.loads(out.read_text())["verifiablePresentation"]["proof"]
    assert (proof["domain"], proof["challenge"]) == ("jobs.example", vc_api()["challenge"])
    assert "NTC-2026-04417" not in out.read_text()
    (kept,) = program.run("shares", "--vault", filled, "--json").objects
    assert kept["id"] == made.object["id"]


@pytest.mark.parametrize(
    ("request_", "options", "said"),
    [
        (vc_api(expires="2026-11-22T00:00:00Z"), (), (1, "request_expired")),
        (openid4vp(response_mode="direct_post.jwt"), (), (1, "request_unsupported")),
        (openid4vp(response_uri="https://other.example/"), (), (1, "request_several_hosts")),
        (openid4vp(badge_query(["noSuchMember"])), ("--purpose", "x"), (1, "request_nothing_fits")),
        (openid4vp(), (), (2, "usage")),
        (vc_api(), ("--hide-all",), (2, "usage")),
        (vc_api(), ("--nonce", "mine"), (2, "usage")),
    ],
)
def test_a_refusal_leaves_nothing(
    program: Program, filled: Path, request_: dict[str, Any], options: tuple[str, ...], said: tuple[int, str]
) -> None:
    out = program.folder / "answer.json"
    path = _written(program, request_)
    made = program.run("share", "--vault", filled, "--request", path, "--out", out, "--json", *options, *AT)
    assert (made.code, made.object["reason"]) == said
    assert not out.exists()
    assert program.run("shares", "--vault", filled, "--json").objects == []


def test_an_older_badge_is_answered_with_where_it_can_be_and_else_it_is_said_why_not(
    program: Program, vault: Path
) -> None:
    badge = program.folder / "older.json"
    badge.write_bytes(older_badges.as_bytes(older_badges.assertion()))
    kept = program.run("import", "--vault", vault, badge, "--json", *AT).object["id"]
    # of the W3C's kinds it is none, and people are told so
    path = _written(program, vc_api())
    said = program.run("request", "show", path, "--vault", vault, *AT).out
    assert "You have nothing that fits." in said
    assert "1 older badge does not fit: Open Badges 1 and 2 are not of the kind that this asks for." in said
    wanted = program.run("request", "show", path, "--vault", vault, "--json", *AT).object["wanted"][0]
    assert (wanted["matches"], wanted["older_badges_left_aside"]) == ([], 1)
    # asked for, it fits: not as the protocol's own file, but in the forms of a share
    path = _written(program, vc_api({"type": ["Assertion"]}))
    said = program.run("request", "show", path, "--vault", vault, *AT).out
    assert "so not in a .json answer, but as .html, .zip, .pdf or a link" in said
    share = ("share", "--vault", vault, "--request", path, "--json", *AT)
    refused = program.run(*share, "--out", "answer.json")
    assert (refused.code, refused.object["reason"]) == (1, "not_for_presentation")
    assert not (program.folder / "answer.json").exists()
    assert program.run("shares", "--vault", vault, "--json").objects == []
    made = program.run(*share, "--out", "answer.zip")
    assert (made.code, made.object["credentials"]) == (0, [kept]), made.err
    asked = ("--audience", "jobs.example", "--nonce", vc_api()["challenge"], "--json", *AT)
    found = program.run("verify", "answer.zip", *asked).object
    assert (found["presentation"]["compared"], found["inner"][0]["reason"]) == (
        ["audience", "nonce"],
        "needs_network",
    )
    other = ("--audience", "other.example", "--nonce", vc_api()["challenge"], "--json", *AT)
    assert program.run("verify", "answer.zip", *other).object["verdict"] == "invalid"


def test_without_a_request_nothing_may_be_left_out(program: Program, filled: Path) -> None:
    made = program.run("share", "--vault", filled, "--to", "x", "--purpose", "y", "--out", "z.json")
    assert made.code == 2
    assert "--credential" in made.err
