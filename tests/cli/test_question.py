"""`verify --audience --nonce`: what was made for another receiver, or for another question, is not valid."""

import json
from pathlib import Path
from typing import Any

import pytest

from build_verify_page import OUT
from tests import hiding, identities, issuing
from tests.cli.in_process import InProcess, new_in_process
from tests.program import Result
from tests.sample_files import EVALUATED_AT, good
from tests.sharing.requests import badge_query, openid4vp

AT = ("--at", EVALUATED_AT)
WE, NONCE = "https://jobs.example", "n-0S6_WzA2Mj"
ASKED = ("--audience", WE, "--nonce", NONCE)
SHARE_WORDS = {"LER_WALLET_SHARE_PASSPHRASE": "copper meadow lantern"}
NEEDS_PAGE = pytest.mark.skipif(
    not OUT.is_file(), reason="only where the page for receivers could be built (Node and npm)"
)
FORMS = [
    *("share.json", "share.txt", "share.png", "share.svg", "share.pdf", "share.zip", "share.lershare"),
    pytest.param("share.html", marks=NEEDS_PAGE),
]


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> InProcess:
    return new_in_process(tmp_path, monkeypatch)


def share(program: InProcess, vault: Path, out: str, *more: str) -> None:
    kept = program.run("import", "--vault", vault, good("small-sewing.json"), "--json", *AT).object
    said = ("--to", WE, "--purpose", "A job", *more, "--out", out)
    made = program.run(
        "share", "--vault", vault, "--credential", kept["id"], *said, *AT, variables=SHARE_WORDS
    )
    assert made.code == 0, made.err


def verify(program: InProcess, name: str, *more: str) -> Result:
    return program.run("verify", name, "--json", *more, *AT, passphrase=None, variables=SHARE_WORDS)


def verdict(program: InProcess, name: str, *more: str) -> tuple[str, str | None, int]:
    done = verify(program, name, *more)
    return done.object["verdict"], done.object["reason"], done.code


@pytest.mark.parametrize("out", FORMS)
def test_every_form_answers_who_asked_and_nobody_else(program: InProcess, vault: Path, out: str) -> None:
    share(program, vault, out, *ASKED)
    good_for_us = ("check", "no_trust_list", 0)
    for question in (ASKED, ASKED[:2], ASKED[2:], ()):
        assert verdict(program, out, *question) == good_for_us
    assert verdict(program, out, "--audience", "https://other.example", *ASKED[2:]) == (
        "invalid",
        "audience_other",
        1,
    )
    assert verdict(program, out, *ASKED[:2], "--nonce", "another") == ("invalid", "nonce_other", 1)


def test_the_report_says_whether_it_was_compared(program: InProcess, vault: Path) -> None:
    share(program, vault, "share.json", *ASKED)
    assert verify(program, "share.json").object["presentation"]["compared"] == []
    assert verify(program, "share.json", *ASKED).object["presentation"]["compared"] == ["audience", "nonce"]
    assert "Not compared with you: --audience" in program.run("verify", "share.json", *AT).out
    said = program.run("verify", "share.json", *AT, *ASKED).out
    assert "Compared with what you asked for: receiver, nonce" in said
    replayed = program.run("verify", "share.json", *AT, "--nonce", "another").out
    assert "[no] It is not an answer to you." in replayed
    assert "It may be a copy of something shared before." in replayed
    assert "signature is not good" not in replayed
    other = program.run("verify", "share.json", *AT, "--audience", "https://other.example").out
    assert "Not valid. This was not shared with you." in other


def test_what_was_shared_without_a_nonce_answers_no_question(program: InProcess, vault: Path) -> None:
    share(program, vault, "share.json")
    assert verdict(program, "share.json", "--audience", WE)[0] == "check"
    assert verdict(program, "share.json", *ASKED) == ("invalid", "nonce_other", 1)
    badge = str(good("small-sewing.json"))
    assert verdict(program, badge)[0] == "check"
    assert verdict(program, badge, *ASKED) == ("invalid", "key_binding_missing", 1)


def test_nothing_between_the_quotes_is_no_question(program: InProcess) -> None:
    for option in ("--audience", "--nonce"):
        done = program.run("verify", good("small-sewing.json"), option, " ", *AT)
        assert done.code == 2
        assert option in done.err


def test_many_inputs_are_asked_by_every_process(program: InProcess, vault: Path) -> None:
    from wallet.cli import verify as command  # noqa: PLC0415

    share(program, vault, "share.json", *ASKED)
    asked: dict[str, Any] = {"recipients": (), "trust": (), "csv_path": None, "documents": None}
    for nonce, code in ((NONCE, 0), ("another", 1)):
        done = command.run(
            inputs=["share.json"], **asked, at=EVALUATED_AT, as_json=True, audience=WE, nonce=nonce, workers=1
        )
        assert done == code


# -- a token that was bound to its receiver, inside a presentation

ISSUER = identities.did_key("school", "P-256")


def wrapped(program: InProcess, name: str, **binding: Any) -> str:
    """An SD-JWT shown to the receiver of `binding`, in a presentation that somebody signed for us."""
    shown = hiding.bind(
        hiding.issue(hiding.claims(ISSUER), ISSUER), iat=issuing.seconds(EVALUATED_AT), **binding
    )
    entry = issuing.enveloped(shown) | {"id": f"data:application/dc+sd-jwt,{shown}"}
    said: dict[str, Any] = {"domain": WE, "challenge": NONCE, "created": EVALUATED_AT}
    made = issuing.presentation(identities.did_key("thief"), entry, **said)
    (program.folder / name).write_text(json.dumps(made))
    return name


def test_a_token_shown_to_another_receiver_is_not_saved_by_a_presentation(program: InProcess) -> None:
    ours = wrapped(program, "ours.json", aud=WE, nonce=NONCE)
    for question in (ASKED, ()):
        assert verdict(program, ours, *question)[0] == "check"
    for name, binding, reason in (
        ("another-receiver.json", {"aud": "https://other.example", "nonce": NONCE}, "audience_other"),
        ("another-question.json", {"aud": WE, "nonce": "another"}, "nonce_other"),
    ):
        done = verify(program, wrapped(program, name, **binding), *ASKED)
        assert (done.object["verdict"], done.object["inner"][0]["reason"], done.code) == (
            "invalid",
            reason,
            1,
        )
    # nobody has to ask to see that the two signatures name two receivers
    assert verdict(program, "another-receiver.json")[0] == "invalid"


def test_the_answer_to_a_request_answers_it(program: InProcess) -> None:
    vault = program.make_vault()
    program.run("import", "--vault", vault, good("small-sewing.json"), *AT)
    request = openid4vp()
    (program.folder / "request.json").write_text(json.dumps(request))
    said = ("--to", "Job center", "--purpose", "A job", "--out", "answer.json")
    made = program.run("share", "--vault", vault, "--request", "request.json", *said, *AT)
    assert made.code == 0, made.err
    question = ("--audience", request["client_id"], "--nonce", request["nonce"])
    assert verdict(program, "answer.json", *question)[2] == verdict(program, "answer.json")[2]
    assert verdict(program, "answer.json", *question[:2], "--nonce", "another") == (
        "invalid",
        "nonce_other",
        1,
    )


def test_an_answer_in_several_parts_is_compared_part_by_part(program: InProcess) -> None:
    vault = program.make_vault()
    for name in ("small-sewing.json", "peer-tutoring.json"):
        program.run("import", "--vault", vault, good(name), *AT)
    queries = [badge_query(["credentialSubject", "achievement", "name"], id=f"q{n}") for n in (1, 2)]
    kept = program.run("list", "--vault", vault, "--json").objects
    for query, record in zip(queries, kept, strict=True):
        query["claims"][0]["values"] = [record["name"]]
    request = openid4vp(*queries)
    (program.folder / "request.json").write_text(json.dumps(request))
    said = ("--to", "Job center", "--purpose", "A job", "--out", "answer.json")
    made = program.run("share", "--vault", vault, "--request", "request.json", *said, *AT)
    assert made.code == 0, made.err
    answer = json.loads((program.folder / "answer.json").read_text())
    # OpenID4VP 1.0, section 8.1: an object with an array of presentations for each query
    assert answer.keys() == {"vp_token", "state"}
    assert [(name, len(parts)) for name, parts in answer["vp_token"].items()] == [("q1", 1), ("q2", 1)]
    assert all(part["proof"]["domain"] == request["client_id"] for [part] in answer["vp_token"].values())
    question = ("--audience", request["client_id"], "--nonce", request["nonce"])
    done = verify(program, "answer.json", *question)
    assert (done.object["verdict"], done.code, len(done.object["inner"])) == ("check", 0, 2)
    assert verdict(program, "answer.json", *question[:2], "--nonce", "another") == (
        "invalid",
        "nonce_other",
        1,
    )
    # one part that was made for another question is enough
    answer["vp_token"]["q2"][0]["proof"]["challenge"] = "another"
    (program.folder / "mixed.json").write_text(json.dumps(answer))
    assert verdict(program, "mixed.json", *question)[0] == "invalid"
    # what is kept is one thing
    kept_as = program.run("import", "--vault", vault, "answer.json", "--json", *AT)
    assert (kept_as.code, kept_as.object["reason"]) == (1, "several_credentials")


@pytest.mark.parametrize("tokens", [{}, {"q": []}, {"q": [7, 8]}, {"q": "text"}, [], "text", {"q": [[], []]}])
def test_an_answer_that_is_none(program: InProcess, tokens: Any) -> None:
    (program.folder / "answer.json").write_text(json.dumps({"vp_token": tokens}))
    assert verdict(program, "answer.json")[0::2] == ("unreadable", 1)
