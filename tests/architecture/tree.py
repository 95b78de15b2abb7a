"""What belongs to the project: the files git tracks, or, in a copy without git, those its ignore list does not name."""

import ast
import fnmatch
import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.shared_data import PROJECT


@cache
def project_files() -> tuple[Path, ...]:
    """Every file of the project, relative to its root, sorted."""
    if (PROJECT / ".git").exists() and shutil.which("git"):
        listed = subprocess.run(
            ["git", "-c", f"safe.directory={PROJECT}", "ls-files", "-z", "--cached"],
            cwd=PROJECT,
            capture_output=True,
            check=True,
        )
        names = listed.stdout.decode().split("\0")
        return tuple(sorted(Path(name) for name in names if name and (PROJECT / name).is_file()))
    ignored = [line.rstrip("/") for line in (PROJECT / ".gitignore").read_text("utf-8").split()]
    return tuple(sorted(_walk(PROJECT, [*ignored, ".git"])))


def _walk(folder: Path, ignored: list[str]) -> Iterator[Path]:
    for path in folder.iterdir():
        relative = path.relative_to(PROJECT)
        if any(fnmatch.fnmatch(path.name, each) or str(relative) == each for each in ignored):
            continue
        if path.is_dir():
            yield from _walk(path, ignored)
        else:
            yield relative


def python_files(folder: str) -> list[Path]:
    """The Python files of one top-level folder, relative to the root."""
    return [path for path in project_files() if path.parts[0] == folder and path.suffix == ".py"]


def parsed(path: Path) -> ast.Module:
    """The syntax tree of one project file."""
    return ast.parse((PROJECT / path).read_bytes(), filename=str(path))


def dotted(node: ast.expr) -> str:
    """`a.b.c` for a name or attribute chain; empty for anything else."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        before = dotted(node.value)
        return f"{before}.{node.attr}" if before else ""
    return ""
