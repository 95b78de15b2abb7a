"""`--online`: each site is asked about, what it says is dated, and what it does not say is told."""

import json
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from tests import issuing, lists, older_badges
from tests.canaries import EXTENSIONS
from tests.cli.in_process import InProcess, new_in_process
from tests.cli.terminal import answer_questions
from tests.identities import did_key, https_issuer
from tests.issuing import credential, secure
from tests.program import Program, Result, new_program
from tests.sample_files import EVALUATED_AT, SAMPLES, broken, good
from tests.shared_data import PROJECT
from tests.sharing.pictures import code_png
from tests.sites import Site, answer, client_for, one_site
from wallet.app import online
from wallet.codecs import strict_json

AT = ("--at", EVALUATED_AT)
LATER = ("--at", "2026-11-25T00:00:00Z")
HOST = "youthsafety.example"
BADGE = good("first-aid-and-cpr.json")
OWN_PROGRAM = Path(__file__).with_name("online_program.py")


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    """Publishes everything the samples name."""
    index = strict_json.loads((SAMPLES / "documents.json").read_bytes())["documents"]
    with one_site(tmp_path, HOST, "northfield.example", "workready.example", "registry.example") as made:
        made.serve_documents({url: (SAMPLES / path).read_bytes() for url, path in index.items()})
        yield made


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, site: Site) -> InProcess:
    monkeypatch.setattr(online, "new_client", lambda consent: client_for(site, consent))
    return new_in_process(tmp_path, monkeypatch)


def test_verify_asks_the_sites_that_were_allowed(program: InProcess, site: Site) -> None:
    done = program.run("verify", BADGE, "--online", "--allow-host", HOST.upper(), "--json", *AT)
    assert done.code == 0
    assert done.err == ""
    item = done.object
    assert (item["verdict"], item["reason"]) == ("check", "no_trust_list")
    assert item["asked_at"] == EVALUATED_AT
    assert "as_of" not in item
    assert len(site.seen) == 2
    shown = program.run("verify", BADGE, "--online", "--allow-host", HOST, *AT)
    assert "Asked online: 2026-11-23" in shown.out
    assert "As of" not in shown.out


def test_without_the_option_nobody_is_asked(program: InProcess, site: Site) -> None:
    item = program.run("verify", BADGE, "--json", *AT).object
    assert (item["verdict"], item["reason"]) == ("unchecked", "needs_network")
    assert "asked_at" not in item
    assert site.connections == 0


def test_without_a_terminal_only_allowed_sites_are_asked(program: InProcess, site: Site) -> None:
    done = program.run("verify", BADGE, "--online", "--allow-host", "northfield.example", "--json", *AT)
    assert done.code == 3
    assert (done.object["verdict"], done.object["reason"]) == ("unchecked", "site_not_allowed")
    assert done.err.count("\n") == 1
    assert f"{HOST}: " in done.err
    assert f"--allow-host {HOST}" in done.err
    assert site.connections == 0


def test_a_withdrawn_badge_is_found_out(program: InProcess) -> None:
    done = program.run("verify", broken("revoked.json"), "--online", "--allow-host", HOST, "--json", *AT)
    assert (done.code, done.object["reason"]) == (1, "revoked")


def test_a_site_that_fails_is_named_once(program: InProcess, site: Site) -> None:
    site.pages.clear()
    done = program.run("verify", BADGE, BADGE, "--online", "--allow-host", HOST, "--json", *AT)
    assert done.code == 3
    assert {item["reason"] for item in done.objects} == {"site_without_answer"}
    assert done.err.count("[site_without_answer]") == 1


def test_check_keeps_what_it_fetched_with_its_date(program: InProcess, site: Site) -> None:
    vault = program.make_vault()
    assert program.run("import", "--vault", vault, BADGE, "--json", *AT).object["reason"] == "needs_network"
    assert site.connections == 0
    fresh = program.run("check", "--vault", vault, "--online", "--allow-host", HOST, "--json", *AT)
    assert (fresh.code, fresh.err) == (0, "")
    assert (fresh.object["verdict"], fresh.object["changed"]) == ("check", True)
    assert (fresh.object["asked_at"], "as_of" in fresh.object) == (EVALUATED_AT, False)
    record = fresh.object["id"]
    kept = json.loads(program.run("show", "--vault", vault, record, "--json").out)["report"]
    assert (kept["asked_at"], kept.get("as_of")) == (EVALUATED_AT, None)
    # the network is cut: everything opens, and the answer says of which day it is
    site.pages.clear()
    cut = program.run("check", "--vault", vault, "--online", "--allow-host", HOST, "--json", *LATER)
    assert cut.code == 0
    assert cut.object["verdict"] == "check"
    assert "[site_without_answer]" in cut.err
    assert (cut.object["as_of"], "asked_at" in cut.object) == (EVALUATED_AT, False)
    said = program.run("check", "--vault", vault, *LATER).out
    assert "As of: 2026-11-23." in said
    assert "Asked online" not in said
    kept = json.loads(program.run("show", "--vault", vault, record, "--json").out)["report"]
    assert (kept["as_of"], kept.get("asked_at")) == (EVALUATED_AT, None)
    status = next(check for check in kept["checks"] if check["check"] == "status")
    assert status["detail"].endswith("as of 2026-11-23")


def test_an_address_of_one_badge_is_said_to_be_one(program: InProcess, site: Site) -> None:
    badge = program.folder / "hosted.json"
    pointer = {
        "@context": "https://w3id.org/openbadges/v2",
        "type": "Assertion",
        "id": f"https://{HOST}/badges/1",
        "recipient": {"type": "email", "hashed": False, "identity": "a@b.example"},
        "badge": f"https://{HOST}/class",
        "issuedOn": "2026-03-01T10:00:00Z",
        "verification": {"type": "hosted"},
    }
    badge.write_text(json.dumps(pointer))
    site.pages["/badges/1"] = answer(status="410 Gone")
    done = program.run("verify", badge, "--online", "--allow-host", HOST, "--json", *AT)
    assert (done.code, done.object["reason"]) == (1, "revoked")
    assert f"{HOST} can see that this one credential is checked" in done.err


def test_a_key_under_the_name_of_one_credential_is_said_to_be_one(program: InProcess, site: Site) -> None:
    for part, is_told in (("aa0b7b0e-6a2b-4a6d-8b0c-0c5d3c2c7f11", True), ("key-of-all", False)):
        issuer = https_issuer("one", f"https://{HOST}/issuers/{part}")
        site.serve_documents({url: json.dumps(body).encode() for url, body in issuer.documents.items()})
        (program.folder / "badge.json").write_text(json.dumps(secure(credential(issuer), issuer)))
        done = program.run("verify", "badge.json", "--online", "--allow-host", HOST, "--json", *AT)
        assert (done.code, done.object["verdict"]) == (0, "check")
        assert (f"{HOST} can see that this one credential is checked" in done.err) is is_told


REGISTRY = f"https://{HOST}/registry.json"


def publish_registry(site: Site, name: str = "Youth Safety Institute") -> None:
    listed = lists.registry(**{f"did:web:{HOST}:training": name})
    site.serve_documents({REGISTRY: json.dumps(listed).encode()})


def test_a_list_of_issuers_is_fetched(program: InProcess, site: Site) -> None:
    publish_registry(site, json.loads(BADGE.read_bytes())["issuer"]["name"])
    words = ("verify", BADGE, "--trust", REGISTRY, "--json", *AT)
    done = program.run(*words, "--online", "--allow-host", HOST)
    assert (done.code, done.object["verdict"]) == (0, "verified")
    offline = program.run(*words)
    assert (offline.code, offline.object["reason"]) == (2, "usage")
    assert "--online" in offline.err
    del site.pages[f"{HOST}/registry.json"]
    missing = program.run(*words, "--online", "--allow-host", HOST)
    assert (missing.code, missing.object["verdict"]) == (3, "check")
    assert missing.err.count("[site_without_answer]") == 2


def test_a_list_on_the_web_is_kept_and_renewed(program: InProcess, site: Site) -> None:
    vault = program.make_vault()
    publish_registry(site)
    words = ("trust", "add", "--vault", vault, REGISTRY, "--online", "--json", *AT)
    refused = program.run(*words)
    assert (refused.code, refused.object["reason"]) == (1, "site_not_allowed")
    first = program.run(*words, "--allow-host", HOST).object
    assert (first["name"], first["publisher"], first["issuers"]) == (f"{HOST}/registry.json", None, 1)
    publish_registry(site, "Youth Safety Academy")
    second = program.run(*words, "--allow-host", HOST).object
    assert second["id"] != first["id"]
    (kept,) = program.run("trust", "list", "--vault", vault, "--json").objects
    assert kept["id"] == second["id"]


ADDRESS = f"https://{HOST}/badge"


def test_a_badge_is_imported_from_its_address(program: InProcess, site: Site) -> None:
    vault = program.make_vault()
    words = ("import", "--vault", vault, ADDRESS, "--json", *AT)
    offline = program.run(*words)
    assert (offline.code, offline.object["result"], offline.object["reason"]) == (
        1,
        "refused",
        "needs_network",
    )
    refused = program.run(*words, "--online")
    assert (refused.code, refused.object["reason"]) == (1, "site_not_allowed")
    assert f"--allow-host {HOST}" in refused.err
    assert site.connections == 0
    site.pages[f"{HOST}/badge"] = answer(BADGE.read_bytes(), "application/vc+ld+json")
    done = program.run(*words, "--online", "--allow-host", HOST)
    assert (done.code, done.object["result"], done.object["verdict"]) == (0, "added", "check")
    assert (done.object["input"], done.object["item"]) == (ADDRESS, None)
    assert "learns" not in done.err
    (listed,) = program.run("list", "--vault", vault, "--json").objects
    shown = program.run("show", "--vault", vault, listed["id"], "--original", "same.json")
    assert shown.code == 0
    assert (program.folder / "same.json").read_bytes() == BADGE.read_bytes()


def test_a_badge_is_checked_at_its_address(program: InProcess, site: Site) -> None:
    offline = program.run("verify", ADDRESS, "--json", *AT)
    assert (offline.code, offline.object["verdict"], offline.object["reason"]) == (
        3,
        "unchecked",
        "needs_network",
    )
    assert offline.object["checks"][0]["detail"] == ADDRESS
    assert site.connections == 0
    site.pages[f"{HOST}/badge"] = answer(BADGE.read_bytes(), "application/json")
    done = program.run("verify", ADDRESS, "--online", "--allow-host", HOST, "--json", *AT)
    assert (done.code, done.object["input"], done.object["verdict"]) == (0, ADDRESS, "check")


def test_a_picture_of_an_address_leads_to_the_badge(program: InProcess, site: Site) -> None:
    vault = program.make_vault()
    (program.folder / "code.png").write_bytes(code_png(ADDRESS))
    site.pages[f"{HOST}/badge"] = answer(BADGE.read_bytes())
    words = ("import", "--vault", vault, "code.png", "--json", *AT)
    offline = program.run(*words)
    assert (offline.code, offline.object["reason"], offline.object["verdict"]) == (
        1,
        "needs_network",
        "unchecked",
    )
    shown = program.run("import", "--vault", vault, "code.png", *AT)
    assert ADDRESS in shown.out
    assert site.connections == 0
    done = program.run(*words, "--online", "--allow-host", HOST)
    assert (done.code, done.object["result"]) == (0, "added")


def test_a_hosted_badge_is_imported_and_checked_at_once(program: InProcess, site: Site) -> None:
    vault = program.make_vault()
    site.serve_documents(
        {
            url.replace("school.example", HOST): json.dumps(document).replace("school.example", HOST).encode()
            for url, document in older_badges.published().items()
        }
    )
    words = ("import", "--vault", vault, f"https://{HOST}/assertions/1", "--json", *AT)
    done = program.run(*words, "--online", "--allow-host", HOST)
    assert (done.code, done.object["result"], done.object["verdict"]) == (0, "added", "check")


@pytest.mark.parametrize(
    "link",
    [
        "openid-credential-offer://?credential_offer=%7B%7D",
        "dccrequest://request?vc_request_url=https://a.example",
        f"https://{HOST}/interactions/1?iuv=1",
        f"https://{HOST}/wallet?credential_offer_uri=https%3A%2F%2Fa.example",
    ],
)
def test_an_offer_is_told_and_asks_nobody(program: InProcess, site: Site, link: str) -> None:
    vault = program.make_vault()
    done = program.run("import", "--vault", vault, link, "--online", "--json", *AT)
    assert (done.code, done.object["result"], done.object["reason"]) == (1, "refused", "offer_to_take")
    assert site.connections == 0


FEDERATION = "https://registry.example/.well-known/openid-federation"
STATEMENT = "application/entity-statement+jwt"


def publish_federation(site: Site) -> None:
    issuer = json.loads(BADGE.read_bytes())["issuer"]
    entity = {"federation_fetch_endpoint": "https://registry.example/fetch", "organization_name": "Registry"}
    anchor = lists.anchor_statement(metadata={"federation_entity": entity})
    stated = lists.statement(issuer["id"], issuer["name"])
    site.pages["registry.example/.well-known/openid-federation"] = answer(anchor.encode(), STATEMENT)
    site.pages["registry.example/fetch"] = answer(stated.encode(), STATEMENT)


def trust_of(program: InProcess, vault: Path, record: str) -> dict[str, object]:
    report = json.loads(program.run("show", "--vault", vault, record, "--json").out)["report"]
    (found,) = [check for check in report["checks"] if check["check"] == "issuer_trust"]
    return dict(found)


def test_a_federation_is_kept_as_what_it_states_of_the_issuers_here(program: InProcess, site: Site) -> None:
    vault = program.make_vault()
    record = program.run("import", "--vault", vault, BADGE, "--json", *AT).object["id"]
    publish_federation(site)
    words = (
        "trust",
        "add",
        "--vault",
        vault,
        FEDERATION,
        "--online",
        "--allow-host",
        "registry.example",
        "--json",
    )
    added = program.run(*words, *AT)
    assert (added.code, added.object["name"], added.object["issuers"]) == (0, "Registry", 1)
    asked = [target for target in site.targets if target.startswith("registry.example")]
    assert len(asked) == 2
    assert asked[1].startswith("registry.example/fetch?sub=did%3Aweb%3A")
    # from here on without the network: the answer is of its day, and says when it is over
    site.pages.clear()
    program.run("check", "--vault", vault, "--json", *AT)
    kept = trust_of(program, vault, record)
    assert (kept["outcome"], kept["detail"]) == ("passed", "Registry (https://registry.example, 2026-11-23)")
    program.run("check", "--vault", vault, "--json", *LATER)
    assert trust_of(program, vault, record)["reason"] == "trust_list_not_current"
    assert "1 issuer, in your file since 2026-11-23." in program.run("trust", "list", "--vault", vault).out
    # asked again, there is one of it
    publish_federation(site)
    assert program.run(*words, *AT).object["id"] == added.object["id"]
    assert len(program.run("trust", "list", "--vault", vault, "--json").objects) == 1


def test_with_the_network_cut_everything_opens_and_says_what_was_not_checked(
    program: InProcess, monkeypatch: pytest.MonkeyPatch, site: Site
) -> None:
    def nowhere(_host: str, _port: int) -> list[str]:
        raise OSError

    vault = program.make_vault()
    program.run("import", "--vault", vault, BADGE, good("small-sewing.json"), "--json", *AT)
    monkeypatch.setattr(online, "new_client", lambda consent: client_for(site, consent, resolve=nowhere))
    done = program.run("check", "--vault", vault, "--online", "--allow-host", HOST, "--json", *AT)
    assert done.code == 0
    reasons = {item["name"]: (item["verdict"], item["reason"]) for item in done.objects}
    assert sorted(reasons.values()) == [("check", "no_trust_list"), ("unchecked", "site_unreachable")]
    assert f"{HOST}: A website could not be reached." in done.err
    for item in done.objects:
        shown = program.run("show", "--vault", vault, item["id"])
        assert shown.code == 0
        assert ("could not be reached" in shown.out) == (item["verdict"] == "unchecked")
    one = program.run("verify", BADGE, "--online", "--allow-host", HOST, *AT)
    assert one.code == 3
    assert "Asked online" not in one.out
    assert site.connections == 0


def refreshable(**changes: object) -> bytes:
    """A badge whose issuer holds newer versions ready."""
    contexts = [*issuing.credential(did_key("issuer"))["@context"], EXTENSIONS]
    service = {"id": f"https://{HOST}/newer", "type": "1EdTechCredentialRefresh"}
    return json.dumps(issuing.good(**{"@context": contexts, "refreshService": service, **changes})).encode()


def keep(program: InProcess, vault: Path, data: bytes) -> str:
    (program.folder / "badge.json").write_bytes(data)
    done = program.run("import", "--not-valid", "--vault", vault, "badge.json", "--json", *AT)
    return str(done.object["id"])


def test_a_newer_version_is_fetched_on_request(program: InProcess, site: Site) -> None:
    vault = program.make_vault()
    record = keep(program, vault, refreshable())
    words = ("refresh", "--vault", vault, record, "--json", *AT)
    refused = program.run(*words)
    assert (refused.code, refused.object["reason"]) == (1, "site_not_allowed")
    newer = refreshable(name="Laser cutting II", validFrom="2026-05-01T09:00:00Z")
    site.pages[f"{HOST}/newer"] = answer(newer, "application/vc+ld+json")
    done = program.run(*words, "--allow-host", HOST)
    assert (done.code, done.object["result"], done.object["verdict"]) == (0, "updated", "check")
    assert f"{HOST} can see that this one credential is checked" in done.err
    assert site.targets == [f"{HOST}/newer"]
    (listed,) = program.run("list", "--vault", vault, "--json").objects
    assert (listed["id"], listed["name"]) == (done.object["id"], "Laser cutting II")
    assert len(program.run("show", "--vault", vault, listed["id"], "--json").object["versions"]) == 2
    again = program.run("refresh", "--vault", vault, listed["id"], "--allow-host", HOST, "--json", *AT)
    assert (again.code, again.object["result"]) == (0, "duplicate")


@pytest.mark.parametrize(
    ("sent", "reason"),
    [
        (refreshable(id="urn:uuid:00000000-0000-4000-8000-000000000001"), "refresh_not_good"),
        (refreshable().replace(b"Laser cutting", b"Gold digging"), "refresh_not_good"),
        (refreshable(validUntil="2026-03-01T00:00:00Z"), "refresh_not_good"),
        (b"{}", "refresh_not_good"),
        (b"", "refresh_not_good"),
        (None, "site_without_answer"),
    ],
    ids=["another", "forged", "ended", "no credential", "nothing", "not there"],
)
def test_what_is_no_newer_version_changes_nothing(
    program: InProcess, site: Site, sent: bytes | None, reason: str
) -> None:
    vault = program.make_vault()
    record = keep(program, vault, refreshable())
    if sent is not None:
        site.pages[f"{HOST}/newer"] = answer(sent)
    done = program.run("refresh", "--vault", vault, record, "--allow-host", HOST, "--json", *AT)
    assert (done.code, done.object["reason"]) == (1, reason)
    (listed,) = program.run("list", "--vault", vault, "--json").objects
    assert listed["id"] == record
    assert len(site.seen) == 1


def test_only_what_is_proven_and_says_where_is_refreshed(program: InProcess, site: Site) -> None:
    vault = program.make_vault()
    forged = keep(program, vault, refreshable().replace(b"Laser cutting", b"Gold digging"))
    plain = keep(program, vault, BADGE.read_bytes())
    for record in (forged, plain):
        done = program.run("refresh", "--vault", vault, record, "--allow-host", HOST, "--json", *AT)
        assert (done.code, done.object["reason"]) == (1, "no_refresh_service")
    assert site.connections == 0


if sys.platform != "win32":
    import pty

    def _on_a_terminal(
        program: Program, site: Site, words: Sequence[str | Path], answers: Sequence[str], question: bytes
    ) -> Result:
        """Runs the program on a terminal of its own and types one answer at each question."""
        try:
            child, terminal = pty.fork()
        except OSError:
            pytest.skip("only where there are pseudo-terminals")
        if child == 0:
            os.chdir(program.folder)
            environment = {**program.environment(), "PYTHONPATH": str(PROJECT)}
            command = [sys.executable, OWN_PROGRAM, site.authority.file, site.port, *words]
            os.execve(sys.executable, [str(word) for word in command], environment)
        code, shown = answer_questions(child, terminal, answers, lambda shown: shown.count(question))
        return Result(code, shown.decode(), "")

    def test_a_terminal_is_asked_once_for_each_site(tmp_path: Path, site: Site) -> None:
        program = new_program(tmp_path)
        words = ("verify", BADGE, BADGE, "--online", *AT)
        done = _on_a_terminal(program, site, words, ["y"], b"[n]o: ")
        assert done.code == 0, done.out
        assert "learns the network address of this computer" in done.out
        assert done.out.count(f"Ask {HOST}?") == 1
        assert len(site.seen) == 2

    @pytest.mark.parametrize("typed", ["n", "", "later"])
    def test_anything_but_yes_is_no(tmp_path: Path, site: Site, typed: str) -> None:
        words = ("verify", BADGE, "--online", *AT)
        done = _on_a_terminal(new_program(tmp_path), site, words, [typed], b"[n]o: ")
        assert done.code == 3
        assert done.out.count(f"Ask {HOST}?") == 1
        assert site.connections == 0

    def test_always_is_remembered_in_the_file_and_can_be_taken_back(program: InProcess, site: Site) -> None:
        vault = program.make_vault()
        program.run("import", "--vault", vault, BADGE, *AT)
        program.home.mkdir(exist_ok=True)
        process = Program(program.home, program.folder)
        words = ("check", "--vault", vault, "--online", *AT)
        first = _on_a_terminal(process, site, words, ["always"], b"[a]lways: ")
        assert first.out.count("Ask ") == 1, first.out
        assert program.run(*words).err == ""
        assert len(site.seen) == 4
        listed = program.run("site", "list", "--vault", vault, "--json")
        assert listed.objects == [{"host": HOST, "one_credential": False}]
        assert program.run("site", "forget", "--vault", vault, HOST).code == 0
        assert program.run("site", "list", "--vault", vault, "--json").out == ""
        assert f"--allow-host {HOST}" in program.run(*words).err
        assert len(site.seen) == 4
