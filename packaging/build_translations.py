"""Keeps the files with the window's sentences (`resources/i18n/*.ts`, Qt Linguist) in step, and compiles them.

    python3 packaging/run.py words      after a sentence changed: brings the files up to date, says what to translate

Lives here: calling `lupdate` and `lrelease`, which come with PySide6. Does not live here: loading a compiled file
(`wallet/ui/languages.py`). The compiled files are never committed; set-up makes them, and tests make them for
themselves. Line numbers are not kept in the files, so that they change only when a sentence does.
"""

import importlib.util
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "resources" / "i18n"
COMPILED = FOLDER / "dist"
LANGUAGES = ("en", "es")
_SECONDS = 120
_OPEN = re.compile(
    r'<source>((?:(?!</message>).)*?)</source>(?:(?!</message>).)*?type="unfinished"', re.DOTALL
)


class BuildError(Exception):
    """The files could not be made; the text says why in one line."""


def main(arguments: Sequence[str]) -> int:
    """With `--compile` only compiles; the exit code says whether that went well, else whether all is translated."""
    try:
        if "--compile" in arguments:
            compile_all()
            return 0
        update(FOLDER)
        compile_all()
    except BuildError as error:
        print(f"The window's languages could not be prepared: {error}", file=sys.stderr)
        return 1
    missing = {language: unfinished(FOLDER / f"{language}.ts") for language in LANGUAGES}
    for language, sentences in missing.items():
        for sentence in sentences:
            print(f"{language}: {sentence}")
    print(
        f"{sum(len(sentences) for sentences in missing.values())} sentences are to be translated, in {FOLDER}"
    )
    return 1 if any(missing.values()) else 0


def compile_all(sources: Path = FOLDER, out: Path = COMPILED) -> None:
    """Compiles what is not compiled yet, each into a file beside its place, then moved there.

    Raises:
        BuildError: PySide6 is not there, or its tool failed.
    """
    out.mkdir(exist_ok=True)
    for source in sorted(sources.glob("*.ts")):
        compiled = out / f"{source.stem}.qm"
        if is_current(source, compiled):
            continue
        draft = compiled.with_suffix(".draft")
        _run("lrelease", "-silent", str(source), "-qm", str(draft))
        draft.replace(compiled)


def is_current(source: Path, compiled: Path) -> bool:
    """Whether the compiled file is there and not older than its source."""
    return compiled.is_file() and compiled.stat().st_mtime_ns >= source.stat().st_mtime_ns


def all_current() -> bool:
    """Whether every language is compiled."""
    return all(is_current(FOLDER / f"{one}.ts", COMPILED / f"{one}.qm") for one in LANGUAGES)


def update(folder: Path) -> None:
    """Brings the files in a folder up to date with the code; what is not said any more leaves them.

    Raises:
        BuildError: PySide6 is not there, or its tool failed.
    """
    code = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "wallet" / "ui").rglob("*.py"))
    for language in LANGUAGES:
        plurals = ["-pluralonly"] if language == "en" else []
        target = ["-source-language", "en_US", "-target-language", f"{language}_US"]
        file = folder / f"{language}.ts"
        _run(
            "lupdate",
            "-silent",
            "-locations",
            "none",
            "-no-obsolete",
            *plurals,
            *code,
            *target,
            "-ts",
            str(file),
        )


def unfinished(file: Path) -> Sequence[str]:
    """The sentences of a file that are still to be translated."""
    return _OPEN.findall(file.read_text(encoding="utf-8"))


def _run(tool: str, *arguments: str) -> None:
    spec = importlib.util.find_spec("PySide6")
    if spec is None or spec.origin is None:
        raise BuildError("PySide6 is not installed")
    program = Path(spec.origin).parent / (f"{tool}.exe" if sys.platform == "win32" else tool)
    try:
        done = subprocess.run(
            [str(program), *arguments],
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise BuildError(f"{tool}: {type(error).__name__}") from error
    said = (done.stderr + done.stdout).strip()
    if done.returncode != 0:
        raise BuildError(f"{tool}: {said.splitlines()[0] if said else done.returncode}")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
