"""Takes the window's typeface, Atkinson Hyperlegible Next, and its licence from its npm package into resources/fonts.

Lives here: which of the package's files are taken. Does not live here: loading them (`wallet/ui/application.py`). They
are never committed; set-up and packaging take them, held to the checksum in `fonts/package-lock.json`. Without them the
window is drawn in the system's sans serif.

Of each weight both forms are taken: Qt reads WOFF2 where its FreeType does, and knows the half-bold weight by the
family's own name only there; WOFF is what is left elsewhere.
"""

import hashlib
import os
import shutil
import sys
from pathlib import Path

from build_verify_page import BuildError, find_node, run_tool

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "packaging" / "fonts"
OUT = ROOT / "resources" / "fonts"
PACKAGE = "@fontsource/atkinson-hyperlegible-next"
LICENCE = "LICENSE-Atkinson-Hyperlegible-Next.txt"
_NAMES = ("package.json", "package-lock.json", ".npmrc")
_WEIGHTS = (400, 600, 700)
_MARK = ".sources"


def main() -> int:
    """Takes the typeface unless it is there already; the exit code says whether it is."""
    try:
        taken = take()
    except BuildError as error:
        print(f"The window's typeface could not be taken: {error}", file=sys.stderr)
        return 1
    size = sum((OUT / name).stat().st_size for name in file_names())
    print(f"{'Took' if taken else 'Kept'} the window's typeface: {size} bytes", file=sys.stderr)
    return 0


def take() -> bool:
    """Takes the files; False when what is there is of this very package.

    Raises:
        BuildError: no Node, or the package could not be fetched.
    """
    if is_current():
        return False
    _node, npm = find_node()
    work = ROOT / "build" / "fonts"
    work.mkdir(parents=True, exist_ok=True)
    for name in _NAMES:
        shutil.copyfile(SOURCES / name, work / name)
    environment = {
        **os.environ,
        "PATH": os.pathsep.join([str(Path(npm[0]).parent), os.environ.get("PATH", "")]),
        "npm_config_cache": str(work / ".npm"),
    }
    run_tool([*npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"], work, environment)
    package = work / "node_modules" / PACKAGE
    OUT.mkdir(exist_ok=True)
    try:
        for name in file_names():
            shutil.copyfile(package / "files" / name, OUT / name)
        shutil.copyfile(package / "LICENSE", OUT / LICENCE)
    except OSError as error:
        raise BuildError(f"the package lacks {Path(str(error.filename)).name}") from error
    (OUT / _MARK).write_text(sources_mark(), encoding="ascii")
    return True


def file_names() -> list[str]:
    """The files of the package that the window uses."""
    stem = PACKAGE.rpartition("/")[2]
    return [f"{stem}-latin-{weight}-normal.{form}" for weight in _WEIGHTS for form in ("woff2", "woff")]


def is_current() -> bool:
    """Whether the files are there, of this very package."""
    try:
        return (OUT / _MARK).read_text(encoding="ascii") == sources_mark()
    except OSError:
        return False


def sources_mark() -> str:
    """A digest of what is asked for."""
    digest = hashlib.sha256()
    for name in _NAMES:
        digest.update((SOURCES / name).read_bytes())
    digest.update(" ".join(file_names()).encode())
    return digest.hexdigest()


if __name__ == "__main__":
    raise SystemExit(main())
