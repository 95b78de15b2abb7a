"""A whole session of commands leaves the files that were asked for, and on a shared computer nothing else."""

from pathlib import Path

import pytest

from tests.program import Program
from tests.sample_files import good


def files(*places: Path) -> set[str]:
    return {path.name for place in places for path in place.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("mode", "remembered"), [([], {"last-seen.json"}), (["--shared"], set())], ids=["own", "shared"]
)
def test_commands_write_only_what_they_were_asked_for(
    program: Program, tmp_path: Path, mode: list[str], remembered: set[str]
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    here = {"TMPDIR": str(temporary), "TEMP": str(temporary), "TMP": str(temporary)}
    steps = (
        ["vault", "create", "my.lerwallet"],
        ["import", "--vault", "my.lerwallet", str(good("laser-cutting.png"))],
        ["list", "--vault", "my.lerwallet", "--search", "laser"],
        ["vault", "check", "my.lerwallet"],
        ["vault", "backup", "my.lerwallet", "copy.lerwallet"],
        ["verify", str(good("laser-cutting.png"))],
    )
    for step in steps:
        done = program.run(*mode, *step, variables=here)
        assert done.code in (0, 3), done.err
    assert files(program.folder) == {"my.lerwallet", "copy.lerwallet"}
    assert files(program.home, temporary) == remembered
