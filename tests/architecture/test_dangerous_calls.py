"""Calls that have hurt others: each is banned in `wallet/`, or allowed in the one module that tames it."""

import ast
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from tests.architecture.tree import dotted, parsed, python_files


@dataclass(frozen=True)
class Ban:
    """What is banned, as calls (`*.` stands for any object) or imports, and who may all the same.

    Attributes:
        home: modules, or folders with a slash behind, that may use it.
        tamed_by: the keyword that makes a call harmless when it is True.
    """

    names: frozenset[str]
    why: str
    home: tuple[str, ...] = ()
    tamed_by: str = ""


CALLS = (
    Ban(frozenset({"eval", "exec", "compile", "__import__"}), "runs text as code"),
    Ban(frozenset({"os.system", "os.popen", "subprocess.getoutput"}), "a shell reads what may come from a credential"),
    Ban(frozenset({"*.extractall", "*.extract", "shutil.unpack_archive"}), "writes where the archive wants"),
    Ban(frozenset({"zlib.decompress", "gzip.decompress", "bz2.decompress", "lzma.decompress"}), "has no limit"),
    Ban(frozenset({"yaml.load", "json.load"}), "builds objects, or reads without our limits"),
    Ban(
        frozenset({"json.loads"}),
        "takes duplicate keys and any depth",
        (
            "wallet/codecs/strict_json.py",
            # below the codecs; reads only what travels with the program, pinned by checksum
            "wallet/resources.py",
            # these read back what the wallet wrote into its own file, authenticated by the file's key
            *("wallet/vault/", "wallet/app/stored_report.py", "wallet/cli/browse.py", "wallet/ui/use_cases.py"),
        ),
    ),
    Ban(
        frozenset({"base64.b64decode", "base64.urlsafe_b64decode", "base64.decodebytes"}),
        "skips characters it does not know",
        ("wallet/codecs/",),
        "validate",
    ),
    Ban(frozenset({"datetime.now", "datetime.utcnow", "datetime.today", "time.time"}), "the clock is an argument",
        ("wallet/app/container.py",)),
)  # fmt: skip
IMPORTS = (
    Ban(frozenset({"pickle", "marshal", "shelve", "dill"}), "runs code while it reads"),
    Ban(frozenset({"random"}), "can be predicted"),
    Ban(frozenset({"xml.etree", "xml.dom", "lxml"}), "follows entities", ("wallet/codecs/svg_xml.py",)),
    Ban(
        frozenset({"xml.sax", "xml.parsers"}),
        "follows entities unless told not to",
        ("wallet/codecs/svg_xml.py",),
    ),
    Ban(frozenset({"tarfile"}), "writes where the archive wants"),
    Ban(
        frozenset({"urllib.request"}), "reaches the network"
    ),  # a module: the import contracts see only packages
)


def matches(name: str, banned: frozenset[str]) -> bool:
    """Whole name, its end behind a dot (`datetime.datetime.now`), or any object before `.method` for `*.method`."""
    for each in banned:
        if each.startswith("*.") and "." in name and name.endswith(each[1:]):
            return True
        if name == each or ("." in each and name.endswith(f".{each}")):
            return True
    return False


def calls(nodes: Sequence[ast.AST], tamed_by: str) -> list[tuple[int, str]]:
    return [
        (node.lineno, dotted(node.func))
        for node in nodes
        if isinstance(node, ast.Call) and not is_tamed(node, tamed_by)
    ]


def is_tamed(call: ast.Call, keyword: str) -> bool:
    given = [each.value for each in call.keywords if keyword and each.arg == keyword]
    return any(isinstance(value, ast.Constant) and value.value is True for value in given)


def imports(nodes: Sequence[ast.AST]) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    for node in nodes:
        if isinstance(node, ast.Import):
            found += [(node.lineno, alias.name) for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            found.append((node.lineno, node.module or ""))
    return found


def may(path: Path, ban: Ban) -> bool:
    return any(path.as_posix().startswith(home) for home in ban.home)


def told(tree: ast.AST) -> list[ast.AST]:
    """The calls and imports of a file."""
    return [node for node in ast.walk(tree) if isinstance(node, ast.Call | ast.Import | ast.ImportFrom)]


@cache
def told_of(path: Path) -> list[ast.AST]:
    """Those of one file, read once for all that is banned."""
    return told(parsed(path))


def uses_of(ban: Ban, nodes: Sequence[ast.AST], *, imported: bool) -> list[int]:
    """The lines where one of `nodes` does what `ban` forbids."""
    if imported:
        return [
            line
            for line, name in imports(nodes)
            if any(f"{name}.".startswith(f"{each}.") for each in ban.names)
        ]
    return [line for line, name in calls(nodes, ban.tamed_by) if matches(name, ban.names)]


@pytest.mark.parametrize("ban", [*CALLS, *IMPORTS], ids=lambda ban: min(ban.names))
def test_the_wallet_does_not(ban: Ban) -> None:
    found = [
        f"{path}:{line}: {ban.why}"
        for path in python_files("wallet")
        if not may(path, ban)
        for line in uses_of(ban, told_of(path), imported=ban in IMPORTS)
    ]
    assert found == []


@pytest.mark.parametrize(
    ("code", "count"),
    [
        ("archive.extractall(folder)", 1),
        ("zlib.decompress(data)", 1),
        ("datetime.datetime.now(UTC)", 1),
        ("import xml.etree.ElementTree as tree", 1),
        ("from lxml import etree", 1),
        ("base64.b64decode(text)", 1),
        ("base64.b64decode(text, validate=False)", 1),
        ("base64.b64decode(text, validate=True)", 0),
        ("zlib.decompressobj()", 0),
        ("from xmlrpc import client", 0),
        ("strict_json.loads(data)", 0),
        ("re.compile(pattern)", 0),
    ],
)
def test_the_rule_sees_what_it_is_for(code: str, count: int) -> None:
    nodes = told(ast.parse(code))
    found = [line for ban in CALLS for line in uses_of(ban, nodes, imported=False)]
    found += [line for ban in IMPORTS for line in uses_of(ban, nodes, imported=True)]
    assert len(found) == count
