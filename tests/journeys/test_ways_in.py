"""Every kind of file that credentials come in, from the command line: the good one and its broken twins."""

from pathlib import Path

import pytest

from tests.cli.in_process import InProcess, new_in_process
from tests.sample_files import EVALUATED_AT
from tests.ways_in import MAKERS


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> InProcess:
    return new_in_process(tmp_path, monkeypatch)


@pytest.mark.parametrize("kind", MAKERS)
def test_the_good_one_comes_in_and_its_twins_say_why_not(program: InProcess, kind: str) -> None:
    way = MAKERS[kind]()
    vault = program.make_vault()
    (program.folder / "good").write_bytes(way.good)
    for name, (content, _) in way.twins.items():
        (program.folder / name).write_bytes(content)
    words = {"LER_WALLET_BACKUP_PASSPHRASE": way.words} if way.words else {}

    def run(name: str) -> tuple[list[str], int]:
        done = program.run("import", "--vault", vault, name, "--json", "--at", EVALUATED_AT, variables=words)
        return [one["reason"] for one in done.objects if one["result"] == "refused"], done.code

    assert run("good") == ([], 0)
    kept = program.run("list", "--vault", vault, "--json").objects
    assert sorted(one["name"] for one in kept) == list(way.names)
    assert way.twins
    for name, (_, reasons) in way.twins.items():
        assert run(name) == (list(reasons), 1), name
    assert len(program.run("list", "--vault", vault, "--json").objects) == len(kept)
