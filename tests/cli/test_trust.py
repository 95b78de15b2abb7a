"""`verify --trust`: lists decide the verdict and the exit code, and a list that cannot be used stops everything."""

import json
from pathlib import Path

import pytest

from tests import lists
from tests.program import Program
from tests.sample_files import EVALUATED_AT, INDEX, SAMPLES, broken, good

LIST = SAMPLES / "trust" / "demo-issuers.json"
AT = ("--at", EVALUATED_AT)
STRANGERS = lists.signed_list(lists.entry("did:web:stranger.example", "Stranger"))


def write(program: Program, name: str, document: object) -> Path:
    path = program.folder / name
    path.write_text(json.dumps(document), "utf-8")
    return path


def trust_of(item: dict[str, object]) -> tuple[str, str | None]:
    checks = item["checks"]
    assert isinstance(checks, list)
    found = next(check for check in checks if check["check"] == "issuer_trust")
    return found["outcome"], found["reason"]


def test_every_good_sample_is_verified_with_the_demo_list(program: Program) -> None:
    done = program.run("verify", SAMPLES / "good", "--json", *AT, "--documents", INDEX, "--trust", LIST)
    assert done.code == 0
    assert {(item["verdict"], item["reason"]) for item in done.objects} == {("verified", None)}


def test_no_broken_sample_becomes_better_by_a_list(program: Program) -> None:
    arguments = ("verify", SAMPLES / "broken", "--json", *AT, "--documents", INDEX)
    without, with_list = program.run(*arguments), program.run(*arguments, "--trust", LIST)
    assert [item["verdict"] for item in without.objects] == [item["verdict"] for item in with_list.objects]
    assert with_list.code == 1


def test_an_issuer_on_none_of_the_lists_is_3_and_no_failure(program: Program) -> None:
    strangers = write(program, "strangers.json", STRANGERS)
    done = program.run("verify", good("laser-cutting.png"), "--json", *AT, "--trust", strangers)
    assert (done.code, done.object["verdict"]) == (3, "check")
    assert trust_of(done.object) == ("unknown", "issuer_on_no_list")
    both = program.run(
        "verify", good("laser-cutting.png"), "--json", *AT, "--trust", strangers, "--trust", LIST
    )
    assert (both.code, both.object["verdict"]) == (0, "verified")


def test_the_list_counts_for_every_credential_inside_a_share(program: Program, vault: Path) -> None:
    kept = program.run("import", "--vault", vault, good("laser-cutting.png"), "--json", *AT).object["id"]
    options = ("--to", "Corp", "--purpose", "Job", "--out", "s.json", *AT)
    assert program.run("share", "--vault", vault, "--credential", kept, *options).code == 0
    strangers = write(program, "strangers.json", STRANGERS)
    codes = [program.run("verify", "s.json", *AT, "--trust", one).code for one in (LIST, strangers)]
    assert codes == [0, 3]
    assert program.run("verify", "s.json", *AT).code == 0


def test_an_ended_list_says_so(program: Program) -> None:
    done = program.run(
        "verify", good("laser-cutting.png"), "--json", "--at", "2028-01-01T00:00:00Z", "--trust", LIST
    )
    assert (done.code, done.object["reason"]) == (3, "trust_list_not_current")
    people = program.run("verify", good("laser-cutting.png"), "--at", "2028-01-01T00:00:00Z", "--trust", LIST)
    assert "not for this day" in people.out


def test_people_see_which_list_names_the_issuer(program: Program) -> None:
    done = program.run("verify", good("laser-cutting.png"), *AT, "--trust", LIST)
    assert "Really from Harbor Makers Guild" in done.out
    assert "Named on: Demo list of issuers (did:key:" in done.out


@pytest.mark.parametrize("name", ["gone.json", "changed.json", "empty.json"])
def test_a_list_that_cannot_be_used_stops_everything(program: Program, name: str) -> None:
    document = json.loads(LIST.read_text("utf-8"))
    document["issuers"][0]["id"] = "did:web:attacker.example"
    write(program, "changed.json", document)
    (program.folder / "empty.json").touch()
    done = program.run("verify", good("laser-cutting.png"), "--json", *AT, "--trust", name)
    assert (done.code, done.object["reason"]) == (2, "trust_list_invalid")
    assert len(done.objects) == 1


def test_a_key_in_a_fragment_is_not_made_good_by_a_list(program: Program) -> None:
    listed = lists.signed_list(
        lists.entry("https://riverbendarts.example/issuers/1", "Riverbend Arts Council")
    )
    done = program.run(
        "verify", broken("key-in-fragment.json"), "--json", *AT, "--trust", write(program, "l.json", listed)
    )
    assert trust_of(done.object) == ("passed", None)
    assert (done.code, done.object["reason"]) == (3, "issuer_not_confirmed")
