"""What is loaded when: no Qt without a window. import-linter holds the written imports, these hold the real ones."""

import ast
import json
import subprocess
import sys

import pytest

from tests.architecture.tree import dotted, parsed, python_files
from tests.shared_data import PROJECT

LIST_LOADED = "import json, sys; print(json.dumps(sorted(sys.modules)))"
IMPORT_ALL_BUT_THE_WINDOW = """
import importlib, pkgutil, wallet
names = [found.name for found in pkgutil.walk_packages(wallet.__path__, "wallet.")]
below = [name for name in names if not name.startswith("wallet.ui")]
assert len(below) > 30, below
for name in below:
    importlib.import_module(name)
"""


def loaded_after(code: str) -> set[str]:
    """The modules a fresh Python holds after `code`."""
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\n{LIST_LOADED}"],
        cwd=PROJECT,
        capture_output=True,
        check=False,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    return set(json.loads(done.stdout.splitlines()[-1]))


def qt_modules(names: set[str]) -> list[str]:
    return sorted(name for name in names if name.split(".")[0] in {"PySide6", "shiboken6"})


@pytest.mark.parametrize(
    "code", ["import wallet.cli.main", "import wallet.__main__", IMPORT_ALL_BUT_THE_WINDOW]
)
def test_nothing_below_the_window_loads_qt(code: str) -> None:
    assert qt_modules(loaded_after(code)) == []


def test_the_command_line_loads_no_network_library() -> None:
    assert (
        loaded_after("import wallet.cli.main") & {"httpcore", "httpx", "ssl", "urllib.request", "http.client"}
        == set()
    )


def test_only_the_tests_of_the_window_import_qt_at_the_top() -> None:
    """A module that cannot be imported without Qt fails the whole run on a machine that has none."""
    offenders = []
    for path in python_files("tests"):
        if path.parts[:2] == ("tests", "ui"):
            continue
        for node in parsed(path).body:
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            if any(
                name.split(".")[0] in {"PySide6", "pytestqt"} or name.startswith("wallet.ui")
                for name in names
            ):
                offenders.append(f"{path}:{node.lineno}")
    assert offenders == []


def skip_calls(tree: ast.AST) -> list[ast.Call | ast.expr]:
    """Every use of skip, skipif, xfail and importorskip, called or bare."""
    marks = {"skip", "skipif", "xfail", "importorskip"}
    called = [
        node
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and dotted(node.func).startswith("pytest.")
    ]
    uses: list[ast.Call | ast.expr] = [node for node in called if dotted(node.func).split(".")[-1] in marks]
    functions = {id(node.func) for node in called}
    for node in ast.walk(tree):
        bare = isinstance(node, ast.Attribute) and id(node) not in functions
        if (
            isinstance(node, ast.Attribute)
            and bare
            and dotted(node) in {f"pytest.mark.{mark}" for mark in marks}
        ):
            uses.append(node)
    return uses


def says_why(use: ast.Call | ast.expr) -> bool:
    """It gives a reason that is not empty (`pytest.skip` may give it as its only argument)."""
    if not isinstance(use, ast.Call):
        return False
    given = [keyword.value for keyword in use.keywords if keyword.arg == "reason"]
    if dotted(use.func) == "pytest.skip":
        given += use.args[:1]
    return any(not (isinstance(value, ast.Constant) and not value.value) for value in given)


def test_every_skip_says_why() -> None:
    offenders = [
        f"{path}:{use.lineno}"
        for path in python_files("tests")
        for use in skip_calls(parsed(path))
        if not says_why(use)
    ]
    assert offenders == []


@pytest.mark.parametrize(
    ("code", "fine"),
    [
        ("pytest.skip('only on Windows')", True),
        ("pytest.skip(f'{what} not found', allow_module_level=True)", True),
        ("pytest.mark.skipif(True, reason='only on Windows')", True),
        ("pytest.skip('')", False),
        ("pytest.skip()", False),
        ("pytest.mark.skip", False),
        ("pytest.mark.skipif(True)", False),
        ("pytest.mark.xfail(strict=True)", False),
    ],
)
def test_the_skip_rule_knows_a_reason_when_it_sees_one(code: str, fine: bool) -> None:
    assert all(says_why(use) for use in skip_calls(ast.parse(code))) is fine
