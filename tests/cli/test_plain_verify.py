"""The plain form of `verify` means without click what it means to click, and nothing else counts as plain."""

from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.program import Program
from tests.sample_files import EVALUATED_AT, good
from wallet.cli import click_run, commands, plain_verify, variables
from wallet.cli.state import RunState

WORDS = (
    *("badge.png", "folder/", "-", "", "a b", "verify", "é", "=", "--json", "--debug", "--at", "--documents"),
    *(
        "--csv",
        "--trust",
        "--recipient",
        "--audience",
        "--nonce",
        "--help",
        "-h",
        "--key",
        "--online",
        "--passphrase-fd",
        "--",
    ),
    *("--json=1", "--at=x", "--js", "-x", "--shared", "--nothing", "2026-01-01T00:00:00Z", "0"),
)
ONLY_OF_CLICK = {"descriptor": None, "key_path": None, "online": False, "allow_hosts": ()}


def by_click(words: Sequence[str], monkeypatch: pytest.MonkeyPatch) -> tuple[dict[str, Any] | None, RunState]:
    """What click would call `verify.run` with; None when it would not."""
    called: list[dict[str, Any]] = []

    def call(name: str, **options: Any) -> int:
        called.append(options)
        return int(name != "verify")

    state = RunState()
    with monkeypatch.context() as patch:
        patch.setattr(commands, "_call", call)
        click_run.run(words, state)
    return called[0] if called else None, state


@pytest.fixture(autouse=True)
def no_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in variables.ALL:
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(
    "words",
    [
        ["badge.png"],
        ["-"],
        ["a", "b", "-", ""],
        ["--json", "a"],
        ["a", "--at", EVALUATED_AT, "b", "--json", "--json", "--debug"],
        ["a", "--trust", "one", "--trust", "two", "--recipient", "r", "--recipient", ""],
        ["--documents", "index.json", "--csv", "out.csv", "a"],
        ["a", "--audience", "did:example:me", "--nonce", ""],
    ],
)
def test_what_is_plain_is_understood_as_click_does(
    words: Sequence[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = plain_verify.read(["verify", *words])
    theirs, state = by_click(["verify", *words], monkeypatch)
    assert plain is not None
    assert {**plain, **ONLY_OF_CLICK} == theirs
    assert (plain["as_json"], plain["debug"]) == (state.as_json, state.debug)


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["--json"],
        ["a", "--help"],
        ["a", "-h"],
        ["a", "--key", "k"],
        ["a", "--passphrase-fd", "0"],
        ["a", "--online"],
        ["a", "--at"],
        ["a", "--at", "--json"],
        ["a", "--at", "x", "--at", "y"],
        ["a", "--at=x"],
        ["--", "a"],
        ["a", "-x"],
    ],
)
def test_everything_else_is_left_to_click(words: Sequence[str]) -> None:
    assert plain_verify.read(["verify", *words]) is None


@pytest.mark.parametrize("words", [[], ["--shared", "verify", "a"], ["list"], ["import", "a"], ["--help"]])
def test_no_other_command_is_plain(words: Sequence[str]) -> None:
    assert plain_verify.read(words) is None


@pytest.mark.parametrize("name", variables.ALL)
def test_nothing_is_plain_beside_a_secret(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert plain_verify.read(["verify", "a"]) is not None
    monkeypatch.setenv(name, "")
    assert plain_verify.read(["verify", "a"]) is None


@given(words=st.lists(st.sampled_from(WORDS), max_size=6))
def test_whatever_is_plain_is_understood_as_click_does(words: list[str]) -> None:
    plain = plain_verify.read(["verify", *words])
    if plain is None:
        return
    with pytest.MonkeyPatch.context() as monkeypatch:
        theirs, _ = by_click(["verify", *words], monkeypatch)
    assert {**plain, **ONLY_OF_CLICK} == theirs


def test_both_ways_say_the_same(program: Program) -> None:
    """A passphrase in the environment makes the difference, and no other."""
    arguments = ("verify", good("small-sewing.json"), good("small-sewing.json"), "--at", EVALUATED_AT)
    plain = program.run(*arguments)
    by_way_of_click = program.run(*arguments, variables={variables.VAULT: "words"})
    assert plain.out == by_way_of_click.out
    assert (plain.code, plain.err) == (by_way_of_click.code, by_way_of_click.err)
    missing = [program.run("verify", "gone", "--json", variables=v) for v in ({}, {variables.VAULT: "words"})]
    assert missing[0].object["reason"] == missing[1].object["reason"] == "file_missing"
    assert missing[0].code == missing[1].code == 1
