"""Writes resources/contexts: JSON-LD contexts from published packages, the others from term definitions.

    python3 packaging/fetch_contexts.py             # everything; asks npm for the packages
    python3 packaging/fetch_contexts.py --terms     # only what is written from term definitions; no network
    python3 packaging/fetch_contexts.py --check     # changes nothing; exit 1 when a file would differ

What to take is in packaging/context_terms: `packages.toml` (package, version, archive checksum, file) and one
file of term definitions per remaining context. Where packages are fetched from is npm's own business. Needs
Python 3.11, npm and node.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import subprocess
import sys
import tarfile
import tempfile
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from term_definitions import build_context

PACKAGING = Path(__file__).resolve().parent
TERMS = PACKAGING / "context_terms"
CONTEXTS = PACKAGING.parent / "resources" / "contexts"
SOURCES = "SOURCES.toml"
HEADER = """\
# Where each JSON-LD context in this folder is from. Made by packaging/fetch_contexts.py; do not edit by hand.
# An address is answered with the file named here, only while it has this SHA-256. Nothing is ever fetched.
"""

# Runs a module of nothing but data in an empty global scope (no require, no process), prints what it exports.
READ_MODULE = """
const source = require('node:fs').readFileSync(0, 'utf8');
const scope = {module: {exports: {}}};
require('node:vm').runInNewContext(source, scope, {timeout: 5000});
process.stdout.write(JSON.stringify(scope.module.exports, null, 2) + '\\n');
"""


class Made(NamedTuple):
    """One context file and what SOURCES.toml says of it."""

    text: bytes
    source: Mapping[str, Any]


def pack(package: str, version: str, sha256: str, folder: Path) -> tarfile.TarFile:
    """Downloads one package by name.

    Raises:
        SystemExit: npm failed, or the archive is not the one that was pinned.
    """
    command = ["npm", "pack", "--silent", "--pack-destination", str(folder), f"{package}@{version}"]
    name = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()[-1]
    archive = folder / name
    found = hashlib.sha256(archive.read_bytes()).hexdigest()
    if found != sha256:
        raise SystemExit(f"{package}@{version}: the archive has SHA-256 {found}, not {sha256}")
    return tarfile.open(archive)


def extract(archive: tarfile.TarFile, member: str, form: str) -> bytes:
    """The JSON text of a context inside a package, see packages.toml for the forms."""
    opened = archive.extractfile(f"package/{member}")
    if opened is None:
        raise SystemExit(f"{member}: not a file")
    content = opened.read()
    if form == "json":
        return content
    if form == "cut":
        inner = content.split(b"/* context-begin */\n", 1)[1].split(b"/* context-end */", 1)[0]
        return inner.rstrip().removesuffix(b";").rstrip()
    return subprocess.run(["node", "-e", READ_MODULE], input=content, check=True, capture_output=True).stdout


def from_packages() -> Iterator[Made]:
    """Every context of packages.toml, in its order."""
    plan = tomllib.loads((TERMS / "packages.toml").read_text("utf-8"))
    with tempfile.TemporaryDirectory() as folder:
        for item in plan["package"]:
            with pack(item["package"], item["version"], item["sha256"], Path(folder)) as archive:
                for context in item["context"]:
                    text = extract(archive, context["member"], context["form"])
                    yield Made(text, package_source(item, context, text))


def package_source(item: Mapping[str, Any], context: Mapping[str, Any], text: bytes) -> dict[str, Any]:
    """What SOURCES.toml says of a context from a package.

    Raises:
        SystemExit: the publisher froze the text and this is not it.
    """
    sha256 = hashlib.sha256(text).hexdigest()
    if sha256 != context.get("text_sha256", sha256):
        raise SystemExit(f"{context['file']}: not the text its publisher froze")
    source = {
        "file": context["file"],
        "urls": context["urls"],
        "package": f"{item['package']}@{item['version']}",
        "member": context["member"],
        "licence": item["licence"],
        "sha256": sha256,
    }
    if "variant" in context:
        source |= {"variant": context["variant"], "variant_of": context["urls"][0]}
    return source


def from_terms() -> Iterator[Made]:
    """Every context that is written from a file of term definitions, in the order of their names."""
    for path in sorted(TERMS.glob("*.toml")):
        if path.name == "packages.toml":
            continue
        table = tomllib.loads(path.read_text("utf-8"))
        base = json.loads((CONTEXTS / table["extends"]).read_bytes()) if "extends" in table else None
        text = (json.dumps(build_context(table, base), indent=1, ensure_ascii=False) + "\n").encode()
        source = {
            "file": f"{path.stem}.json",
            "urls": table["urls"],
            "terms": f"packaging/context_terms/{path.name}",
            "licence": table["licence"],
            "sha256": hashlib.sha256(text).hexdigest(),
        }
        if "extends" in table:
            source["extends"] = table["extends"]
        yield Made(text, source)


def kept() -> Iterator[Made]:
    """The contexts from packages as they lie in the folder."""
    for source in tomllib.loads((CONTEXTS / SOURCES).read_text("utf-8"))["context"]:
        if "package" in source:
            yield Made((CONTEXTS / source["file"]).read_bytes(), source)


def render_sources(made: list[Made]) -> bytes:
    """SOURCES.toml: strings and lists of strings only, which JSON and TOML write alike."""
    blocks = [HEADER]
    for item in made:
        lines = [f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in item.source.items()]
        blocks.append("\n".join(["[[context]]", *lines]) + "\n")
    return "\n".join(blocks).encode()


def write(name: str, text: bytes, *, check: bool) -> bool:
    """Writes one file, or with `check` only compares. Returns whether the folder holds it as it should be."""
    path = CONTEXTS / name
    if path.is_file() and path.read_bytes() == text:
        return True
    print(f"{'differs' if check else 'written'}: resources/contexts/{name}")
    if not check:
        path.write_bytes(text)
    return not check


def main() -> int:
    """Makes or compares the folder. Returns the exit code."""
    parser = argparse.ArgumentParser(description="Write resources/contexts.")
    parser.add_argument("--check", action="store_true", help="compare only; exit 1 when something differs")
    parser.add_argument("--terms", action="store_true", help="leave the contexts from packages as they are")
    options = parser.parse_args()
    made = list(kept() if options.terms else from_packages())
    good = [write(item.source["file"], item.text, check=options.check) for item in made]
    written = list(from_terms())  # after the packages: one of them extends a packaged text
    good += [write(item.source["file"], item.text, check=options.check) for item in written]
    good.append(write(SOURCES, render_sources(made + written), check=options.check))
    for path in sorted(CONTEXTS.glob("*.json")):
        if path.name not in {item.source["file"] for item in made + written}:
            print(f"nothing makes this file: resources/contexts/{path.name}")
            good.append(False)
    print(f"{len(made)} contexts from packages, {len(written)} from term definitions")
    return 0 if all(good) else 1


if __name__ == "__main__":
    sys.exit(main())
