"""Nobody is asked without consent: not by checking, keeping, looking at and exporting anything at all.

Real programs, watched at the C library, so that what a library would do by itself is seen as well; and the same
programs where there is no network at all. The watch is shown to see a turn to the network first.
"""

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.assurance import FULL, rounds
from tests.canaries import Listener, canaries, listener
from tests.network_watch import WITHOUT_NETWORK, NetworkWatch, build_watch, require_namespaces
from tests.program import Program, Result
from tests.sample_files import EVALUATED_AT, INDEX, SAMPLES, good
from tests.shared_data import shared

pytestmark = pytest.mark.long
AT = ("--at", EVALUATED_AT)
HOST = "youthsafety.example"
# Every so manieth file of the shared folders; all of them under `run.py assure`.
STEP = rounds(2, 1)
_ABOUT_FILES = frozenset({"manifest.json"})


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> NetworkWatch:
    return build_watch(tmp_path_factory.mktemp("watch"))


@pytest.fixture
def watch(library: NetworkWatch, tmp_path: Path) -> NetworkWatch:
    return NetworkWatch(library.library, tmp_path / "turns.txt")


@pytest.fixture(scope="module")
def heard() -> Iterator[Listener]:
    with listener() as made:
        yield made


@pytest.fixture
def inbox(tmp_path: Path, heard: Listener) -> Path:
    """Canaries whose addresses lead to the listener."""
    folder = tmp_path / "inbox"
    folder.mkdir()
    for name, data in canaries("localhost", heard.port).items():
        (folder / name).write_bytes(data)
    return folder


@pytest.fixture
def vault(program: Program) -> Path:
    return program.make_vault()


def run(program: Program, watch: NetworkWatch, *words: str | Path) -> Result:
    done = program.run(*words, variables=watch.variables)
    assert "internal_error" not in done.err
    return done


def test_the_watch_sees_a_turn_to_the_network(program: Program, watch: NetworkWatch) -> None:
    """With consent, and out of the network, so that nothing leaves: the name is looked up, and that is seen."""
    require_namespaces()
    words = ("verify", good("first-aid-and-cpr.json"), "--online", "--allow-host", HOST, "--json", *AT)
    done = _without_network(program, words, watch)
    assert f"name {HOST} 0" in watch.turns
    assert done.code == 3
    assert (done.object["verdict"], done.object["reason"]) == ("unchecked", "site_unreachable")
    assert "[site_unreachable]" in done.err


def test_checking_everything_asks_nobody(
    program: Program, watch: NetworkWatch, inbox: Path, heard: Listener, capsys: pytest.CaptureFixture[str]
) -> None:
    files = [*_shared_files("corpus"), *_shared_files("adversarial")]
    done = run(program, watch, "verify", inbox, SAMPLES, *files, "--json", *AT)
    assert len(done.objects) >= len(files) + len(list(inbox.iterdir()))
    assert sum("needs_network" in line for line in done.out.splitlines()) > 10
    assert watch.turns == ()
    assert not heard.was_heard
    share = "" if FULL else f" (1 in {STEP} of the shared ones)"
    with capsys.disabled():
        print(f"\nnetwork silence: {len(done.objects)} files checked{share}, 0 turns to the network")


def test_keeping_looking_at_and_exporting_asks_nobody(
    program: Program, watch: NetworkWatch, inbox: Path, heard: Listener, vault: Path
) -> None:
    imported = run(program, watch, "import", "--vault", vault, inbox, SAMPLES / "good", "--json", *AT)
    kept = [item["id"] for item in imported.objects if item["id"]]
    assert len(kept) > 20
    assert run(program, watch, "check", "--vault", vault, "--json", *AT).code == 0
    assert len(run(program, watch, "list", "--vault", vault, "--json").objects) > 20
    for record in kept[:: rounds(8, 1)]:
        assert run(program, watch, "show", "--vault", vault, record, "--json").code == 0
    assert run(program, watch, "export", "--vault", vault, program.folder / "out").code == 0
    assert watch.turns == ()
    assert not heard.was_heard


def test_online_without_consent_asks_nobody(
    program: Program, watch: NetworkWatch, inbox: Path, heard: Listener, vault: Path
) -> None:
    done = run(program, watch, "verify", inbox, "--online", "--json", *AT)
    assert sum(item["reason"] == "site_not_allowed" for item in done.objects) > 5
    run(program, watch, "import", "--vault", vault, inbox, *AT)
    run(program, watch, "check", "--vault", vault, "--online", "--json", *AT)
    here = f"localhost:{heard.port}"
    for words in (("connect", here), ("trust", "add", f"https://{here}/list.json", "--online")):
        refused = run(program, watch, *words, "--vault", vault, "--json", *AT)
        assert (refused.code, refused.object["reason"]) == (1, "site_not_allowed")
    assert watch.turns == ()
    assert not heard.was_heard


def test_with_consent_this_machine_is_still_not_asked(
    program: Program, watch: NetworkWatch, inbox: Path, heard: Listener
) -> None:
    """The name is looked up; that it leads here ends it."""
    done = run(program, watch, "verify", inbox, "--online", "--allow-host", "localhost", "--json", *AT)
    assert sum(item["reason"] == "web_address_refused" for item in done.objects) > 5
    assert set(watch.turns) == {"name localhost 0"}
    assert not heard.was_heard


def test_without_a_network_everything_is_as_ever(program: Program, watch: NetworkWatch, inbox: Path) -> None:
    require_namespaces()
    words = ("verify", inbox, SAMPLES, "--json", *AT, "--documents", INDEX)
    cut, ever = _without_network(program, words, watch), program.run(*words)
    assert cut.code == ever.code
    assert _said(cut) == _said(ever)


def _said(result: Result) -> list[dict[str, Any]]:
    found = [json.loads(line) for line in result.out.splitlines()]
    for item in found:
        _drop_times(item)
    return found


def _drop_times(item: dict[str, Any]) -> None:
    del item["milliseconds"]
    for part in item["inner"]:
        _drop_times(part)


def _without_network(program: Program, words: Sequence[str | Path], watch: NetworkWatch) -> Result:
    command = [*WITHOUT_NETWORK, sys.executable, "-m", "wallet", *map(str, words)]
    variables = {**program.environment(None), **watch.variables}
    done = subprocess.run(
        command, cwd=program.folder, env=variables, capture_output=True, check=False, timeout=120
    )
    return Result(done.returncode, done.stdout.decode(), done.stderr.decode())


def _shared_files(name: str) -> Sequence[Path]:
    found = sorted(
        path for path in shared(name).rglob("*") if path.is_file() and path.name not in _ABOUT_FILES
    )
    assert len(found) > 200
    return found[::STEP]
