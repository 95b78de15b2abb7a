"""`connect` and `connection`: badges from a badge site, access kept only on request, one credential to a site."""

import itertools
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.badge_holdings import badge, holdings
from tests.badge_service import DOMAIN, BadgeService, running
from tests.cli.in_process import InProcess, new_in_process
from tests.program import Result
from tests.sites import client_for
from wallet.app import online
from wallet.cli import browser

AT = ("--at", "2026-11-23T12:00:00Z")
_NUMBERS = itertools.count()


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BadgeService]:
    with running(tmp_path_factory.mktemp("badges"), holdings()) as made:
        yield made


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, service: BadgeService) -> InProcess:
    """A person at a terminal, whose browser says yes wherever it is sent."""
    monkeypatch.setattr(online, "new_client", lambda consent: client_for(service, consent))
    monkeypatch.setattr(browser, "start", service.browse)
    return new_in_process(tmp_path, monkeypatch)


def site(kind: str) -> str:
    """A site of this kind that nobody asked before."""
    return f"{kind}-cli{next(_NUMBERS)}.{DOMAIN}"


Connect = Callable[..., Result]


def connect(program: InProcess, vault: Path, host: str, *more: str) -> Result:
    return program.run("connect", host, "--vault", vault, "--allow-host", host, "--json", *AT, *more)


def paths(service: BadgeService, host: str) -> list[str]:
    return [one["path"] for one in service.seen(host)]


def test_badges_of_a_site_are_kept(program: InProcess, service: BadgeService) -> None:
    vault, host = program.make_vault(), site("good")
    done = connect(program, vault, host)
    assert done.code == 0, done.err
    assert [item["result"] for item in done.objects] == ["added"] * 5
    assert [(item["input"], item["item"]) for item in done.objects][:2] == [(host, "#0"), (host, "#1")]
    assert list(done.objects[0])[:6] == ["input", "item", "result", "id", "verdict", "reason"]
    assert {item["standing"] for item in done.objects} == {"new"}
    assert f"{host} calls itself 'Example <b>Provider</b>'. Nobody checked that name." in done.err
    assert f"https://{host}/authorize?" in done.err
    # nothing of the access stays, neither here nor there
    assert paths(service, host)[-1] == "/revoke"
    assert program.run("connection", "list", "--vault", vault, "--json").out == ""
    again = connect(program, vault, host)
    assert [item["result"] for item in again.objects] == ["duplicate"] * 5


def test_nobody_is_asked_without_consent(program: InProcess, service: BadgeService) -> None:
    vault, host = program.make_vault(), site("good")
    done = program.run("connect", host, "--vault", vault, "--json", *AT)
    assert (done.code, done.object["reason"]) == (1, "site_not_allowed")
    assert service.seen(host) == []


def test_access_is_kept_only_on_request(program: InProcess, service: BadgeService) -> None:
    vault, host = program.make_vault(), site("good")
    assert connect(program, vault, host, "--keep").code == 0
    assert "/revoke" not in paths(service, host)
    listed = program.run("connection", "list", "--vault", vault, "--json")
    assert listed.objects == [
        {
            "address": host,
            "interface": "openbadges-3.0",
            "name": "Example <b>Provider</b>",
            "connected_at": "2026-11-23T12:00:00Z",
            "read_at": "2026-11-23T12:00:00Z",
        }
    ]
    before = len(service.seen(host))
    again = connect(program, vault, host)
    assert again.code == 0
    # the tokens hold a badge's date to mean nothing is newer than the last visit
    assert "holds nothing new for you" in again.err
    assert set(paths(service, host)[before:]) == {"/ims/ob/v3p0/credentials"}
    everything = connect(program, vault, host, "--all")
    assert [item["result"] for item in everything.objects] == ["duplicate"] * 5
    for shown in (listed, again, everything):
        assert "token-" not in shown.out + shown.err
        assert "refresh-" not in shown.out + shown.err
        assert "s3cret" not in shown.out + shown.err


def test_forgetting_wipes_the_access(program: InProcess, service: BadgeService) -> None:
    vault, host = program.make_vault(), site("good")
    connect(program, vault, host, "--keep")
    words = ("connection", "forget", "--vault", vault, host, "--json")
    done = program.run(*words, "--online", "--allow-host", host)
    assert done.object == {"address": host, "forgotten": True, "given_back": True}
    assert paths(service, host)[-1] == "/revoke"
    again = program.run(*words)
    assert (again.code, again.object["forgotten"]) == (0, False)
    assert len(program.run("list", "--vault", vault, "--json").objects) == 5


def test_access_that_was_taken_back_is_wiped(program: InProcess) -> None:
    vault, host = program.make_vault(), site("revoked")
    first = connect(program, vault, host, "--keep")
    assert (first.code, first.object["reason"]) == (1, "access_ended")
    assert program.run("connection", "list", "--vault", vault, "--json").out == ""
    assert program.run("list", "--vault", vault, "--json").out == ""


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        ("dies", "site_unreachable"),
        ("leads", "paging_invalid"),
        ("strict", "registration_refused"),
        ("text", "site_answer_invalid"),
    ],
)
def test_a_site_that_fails_leaves_nothing_behind(
    program: InProcess, monkeypatch: pytest.MonkeyPatch, kind: str, reason: str
) -> None:
    monkeypatch.setattr("wallet.exchange.site_access._BREAK", 0)
    vault = program.make_vault()
    done = connect(program, vault, site(kind))
    assert (done.code, done.object["reason"]) == (1, reason)
    assert program.run("list", "--vault", vault, "--json").out == ""
    assert "Traceback" not in done.err


def test_a_busy_site_says_for_how_long(program: InProcess) -> None:
    vault = program.make_vault()
    done = connect(program, vault, site("tired"))
    assert (done.code, done.object["reason"]) == (1, "site_busy")
    assert "(for 60 min)" in done.err


def test_one_bad_row_leaves_the_others(program: InProcess) -> None:
    vault = program.make_vault()
    done = connect(program, vault, site("odd"))
    assert done.code == 1
    assert [(item["result"], item["reason"]) for item in done.objects][1] == ("refused", "not_a_credential")
    assert len(program.run("list", "--vault", vault, "--json").objects) == 5
    short = connect(program, vault, site("boasts"))
    assert "says that it holds 9 badges, and gave 5" in short.err


@pytest.mark.parametrize(("kind", "count"), [("connect", 2), ("badgr", 1), ("clr", 5)])
def test_the_other_interfaces(program: InProcess, kind: str, count: int) -> None:
    vault = program.make_vault()
    done = connect(program, vault, site(kind))
    assert done.code == 0, done.err
    assert len(done.objects) == count


def test_an_address_that_is_none(program: InProcess) -> None:
    vault = program.make_vault()
    done = program.run("connect", "http://badges.example", "--vault", vault, "--json", *AT)
    assert (done.code, done.object["reason"]) == (1, "web_address_refused")


def keep_badge(program: InProcess, vault: Path) -> str:
    (program.folder / "mine.json").write_text(json.dumps(badge(7, name="Laser")))
    record: str = program.run("import", "--vault", vault, "mine.json", "--json", *AT).object["id"]
    return record


def send(program: InProcess, vault: Path, host: str, *more: str) -> Result:
    words = ("connection", "send", "--vault", vault, host, "--allow-host", host, "--json", *AT)
    return program.run(*words, *more)


def test_a_credential_is_sent_and_recorded(program: InProcess, service: BadgeService) -> None:
    vault, host = program.make_vault(), site("good")
    record = keep_badge(program, vault)
    done = send(program, vault, host, record)
    assert done.code == 0, done.err
    assert (done.object["channel"], done.object["to"], done.object["replaced"]) == ("site", host, False)
    (sent,) = [
        one for one in service.seen(host) if one["method"] == "POST" and one["path"].endswith("credentials")
    ]
    assert json.loads(sent["body"]) == badge(7, name="Laser")
    program.run("shares", "show", "--vault", vault, done.object["id"], "--original", "sent.json")
    assert (program.folder / "sent.json").read_text() == sent["body"]
    assert send(program, vault, host, record).object["replaced"] is True


@pytest.mark.parametrize(
    ("kind", "reason", "recorded"),
    [
        ("readonly", "sending_not_offered", 0),
        ("changes", "sending_not_confirmed", 1),
        ("refuses", "sending_refused", 1),
    ],
)
def test_a_site_that_does_not_take_it(program: InProcess, kind: str, reason: str, recorded: int) -> None:
    vault = program.make_vault()
    done = send(program, vault, site(kind), keep_badge(program, vault))
    assert (done.code, done.object["reason"]) == (1, reason)
    # what may have arrived is in the history, what certainly did not is not
    assert len(program.run("shares", "--vault", vault, "--json").objects) == recorded


def test_an_adult_agrees_to_sending(program: InProcess, service: BadgeService) -> None:
    vault, host = program.make_vault(), site("good")
    record = keep_badge(program, vault)
    code = {"LER_WALLET_GUARDIAN_CODE": "blue kettle"}
    words = ("guardian", "set", "--vault", vault, "--band", "under-13", *AT)
    assert program.run(*words, variables=code).code == 0
    done = send(program, vault, host, record)
    assert (done.code, done.object["reason"]) == (1, "guardian_needed")
    assert service.seen(host) == []
