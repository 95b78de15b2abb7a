"""What a school has set, at the command line: shown, checked before it is put in place, and obeyed."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests import lists
from tests.cli.in_process import InProcess, new_in_process
from tests.program import Result
from tests.sample_documents import png
from tests.sample_files import EVALUATED_AT, SAMPLES, good
from tests.sites import Site, client_for, one_site
from wallet.app import online, school_place, school_policy
from wallet.app.school_policy import load_policy
from wallet.codecs import strict_json

AT = ("--at", EVALUATED_AT)
HOST = "youthsafety.example"
BADGE = good("first-aid-and-cpr.json")
ISSUER = json.loads(BADGE.read_bytes())["issuer"]


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    index = strict_json.loads((SAMPLES / "documents.json").read_bytes())["documents"]
    with one_site(tmp_path, HOST, "registry.example") as made:
        made.serve_documents({url: (SAMPLES / path).read_bytes() for url, path in index.items()})
        listed = lists.registry(**{ISSUER["id"]: ISSUER["name"]})
        made.serve_documents({"https://registry.example/r.json": json.dumps(listed).encode()})
        yield made


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, site: Site) -> InProcess:
    """A folder of the school's beside, and a way out that obeys what is set there and leads to the test's site."""

    def new_client(consent: online.Consent) -> online.HttpClient:
        policy = load_policy()
        return client_for(site, consent, permits=policy.permits if policy is not None else None)

    monkeypatch.setattr(online, "new_client", new_client)
    monkeypatch.setattr(school_place, "policy_place", lambda: str(tmp_path / "school" / "policy.toml"))
    monkeypatch.setattr(school_policy, "_require_protected", lambda *_: None)
    (tmp_path / "school").mkdir()
    return new_in_process(tmp_path, monkeypatch)


def set_policy(text: str) -> None:
    Path(school_place.policy_place()).write_text(text)


def test_what_is_set_is_shown(program: InProcess) -> None:
    assert "No school has set anything" in program.run("policy").out
    assert program.run("policy", "--json").object == {"path": None}
    set_policy("[school]\nname='North'\n[network]\nallowed=false\nproxy='http://p.example:8080'")
    shown = program.run("policy")
    assert (shown.code, "Set by North" in shown.out, "network is not used" in shown.out) == (0, True, True)
    found = program.run("policy", "--json").object
    assert (found["network"], found["proxy"], found["only_sites"]) == (False, "http://p.example:8080", None)


def test_a_file_is_checked_before_it_is_put_in_place(program: InProcess) -> None:
    (program.folder / "new.toml").write_text("[network]\nproxi = 'http://p.example:8080'\n")
    wrong = program.run("policy", "new.toml")
    assert (wrong.code, "(network.proxi)" in wrong.err) == (1, True)
    assert wrong.err.count("\n") == 1
    (program.folder / "new.toml").write_text("[issuers]\nlists = ['gone.json']\n")
    missing = program.run("policy", "new.toml", "--json")
    assert (missing.code, missing.object["troubles"]) == (1, {"gone.json": "trust_list_invalid"})
    (program.folder / "new.toml").write_text("[network]\nonly_sites = ['*.school.example']\n")
    assert program.run("policy", "new.toml").code == 0


def test_where_the_school_forbids_a_site_or_all_none_is_asked(program: InProcess, site: Site) -> None:
    words = ("verify", BADGE, "--online", "--allow-host", HOST, "--json", *AT)
    for text in ("[network]\nallowed = false", "[network]\nonly_sites = ['other.example']"):
        set_policy(text)
        done = program.run(*words)
        assert (done.code, done.object["verdict"], done.object["reason"]) == (
            3,
            "unchecked",
            "school_forbids",
        )
        assert site.connections == 0
    set_policy(f"[network]\nonly_sites = ['{HOST}']")
    assert program.run(*words).object["verdict"] == "check"


def test_a_mistake_in_it_stops_the_network_and_nothing_else(program: InProcess, site: Site) -> None:
    set_policy("[network]\nallowed = maybe")
    stopped = program.run("verify", BADGE, "--online", "--allow-host", HOST, "--json", *AT)
    assert (stopped.code, stopped.object["reason"]) == (1, "school_policy_invalid")
    assert "(line 2" in stopped.err
    offline = program.run("verify", good("small-sewing.json"), "--json", *AT)
    assert (offline.code, offline.object["verdict"]) == (0, "check")
    assert site.connections == 0


def test_issuers_are_known_from_the_schools_lists(program: InProcess, site: Site) -> None:
    badge = good("small-sewing.json")
    issuer = json.loads(badge.read_bytes())["issuer"]
    listed = lists.registry(**{issuer["id"]: issuer["name"]})
    Path(school_place.policy_place()).with_name("district.json").write_text(json.dumps(listed))
    set_policy("[issuers]\nlists = ['district.json']\nregistries = ['https://registry.example/r.json']")
    assert program.run("verify", badge, "--json", *AT).object["verdict"] == "verified"
    vault = program.make_vault()
    assert program.run("import", "--vault", vault, badge, "--json", *AT).object["verdict"] == "verified"
    assert site.connections == 0
    words = ("verify", BADGE, "--online", "--allow-host", HOST, "--json", *AT)
    unknown = program.run(*words)
    assert (unknown.code, unknown.object["reason"]) == (0, "site_not_allowed")
    known = program.run(*words, "--allow-host", "registry.example")
    assert known.object["verdict"] == "verified"


# -- an adult for each share


def share(program: InProcess, vault: Path, *more: str) -> Result:
    kept = program.run("import", "--vault", vault, good("small-sewing.json"), "--json", *AT).object
    said = ("--to", "Boat yard", "--purpose", "Job", "--out", "share.json", "--json", *AT)
    return program.run("share", "--vault", vault, "--credential", kept["id"], *said, *more)


@pytest.mark.parametrize("text", ["[sharing]\nguardian=true", "[sharing]\nguardian='yes'", "[sharing"])
def test_a_school_can_want_an_adult_for_each_share(program: InProcess, text: str) -> None:
    """Also while its file cannot be read: a rule that is not understood is not dropped."""
    vault = program.make_vault()
    set_policy(text)
    refused = share(program, vault)
    assert (refused.code, refused.object["reason"]) == (1, "guardian_needed")
    assert not (program.folder / "share.json").exists()
    asked = program.run("guardian", "show", "--vault", vault, "--json", *AT).object
    assert (asked["band"], asked["asks"], asked["on_paper"], asked["by_school"]) == (None, True, True, True)
    agreed = ("--guardian", "Ana Ruiz", "--relation", "Mother")
    unsigned = share(program, vault, *agreed)
    assert (unsigned.code, unsigned.object["reason"]) == (1, "guardian_form_needed")
    (program.folder / "form.png").write_bytes(png())
    done = share(program, vault, *agreed, "--signed-form", "form.png")
    assert done.code == 0, done.err
    assert program.run("guardian", "remove", "--vault", vault, *AT).code == 1, (
        "it is the school's to take away"
    )


@pytest.mark.parametrize(
    ("text", "age", "asks"),
    [
        ("[sharing]\nguardian=false", None, False),
        ("[school]\nname='North'", None, False),
        ("[sharing]\nguardian=true", ("--band", "13-17"), True),
        ("[sharing]\nguardian=true", ("--band", "18+"), False),
        ("[sharing]\nguardian=true", ("--born", "2010-01-01"), True),
        (None, ("--band", "13-17"), False),
    ],
)
def test_whom_the_schools_rule_is_about(
    program: InProcess, text: str | None, age: tuple[str, ...] | None, asks: bool
) -> None:
    vault = program.make_vault()
    if text is not None:
        set_policy(text)
    if age is not None:
        assert program.run("guardian", "set", "--vault", vault, *age, *AT).code == 0
    assert program.run("guardian", "show", "--vault", vault, "--json", *AT).object["asks"] is asks
    assert (share(program, vault).code == 0) is not asks


def test_from_the_18th_birthday_on_the_school_asks_no_more(program: InProcess) -> None:
    vault = program.make_vault()
    set_policy("[sharing]\nguardian=true")
    assert program.run("guardian", "set", "--vault", vault, "--born", "2010-01-01", *AT).code == 0
    later = ("--at", "2028-02-01T00:00:00Z")
    found = program.run("guardian", "show", "--vault", vault, "--json", *later).object
    assert (found["asks"], "by_school" in found, found["ended_on"]) == (False, False, "2028-01-01")


def test_the_rule_for_an_adult_is_shown(program: InProcess) -> None:
    set_policy("[sharing]\nguardian=true")
    assert "An adult has to agree to each share" in program.run("policy").out
    assert program.run("policy", "--json").object["guardian"] is True
