"""The environment with the locked libraries: made once, found again without network.

A set (`core`, `gui`, `dev`) is installed exactly as its lock file says: these versions, these hashes, only
ready-made wheels, so that nothing is compiled and no code of a package runs while it is installed.
"""

import os
import re
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from house.console import Outcome, StopRun, run_quietly, say
from house.places import LOCKS, ROOT, is_writable_folder, venv_outside_the_tree, venv_python
from house.stamp import Environment, Stamp, lock_hash, missing_sets, python_tag, read_stamp, write_stamp
from house.venv_making import NoVenvHereError, alone, make_venv

OPTIONAL = frozenset({"gui", "node"})
WORDS = {
    "core": "the wallet's libraries",
    "gui": "the window's libraries",
    "dev": "the tools that check the code",
    "node": "Node, which builds the page for receivers",
}
PIP_WITH_PYTHON_OPTION = (22, 3)
# The caller's pip settings (index, proxy, certificates) count; those that would install elsewhere do not.
PIP_ELSEWHERE = frozenset(
    {"PIP_USER", "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_PYTHON", "PYTHONHOME", "PYTHONPATH"}
)


@dataclass(frozen=True, slots=True)
class Options:
    """How to install: from the folder `wheels` instead of the network; `retry` tries refused sets again."""

    wheels: Path | None = None
    retry: bool = False


def prepare(wanted: Sequence[str], options: Options) -> Environment:
    """Finds or makes the environment with the sets of `wanted`; optional ones may stay out.

    Raises:
        StopRun: it cannot be made; the text says why and what to do.
    """
    inside = ROOT / ".venv"
    stamp = read_stamp(inside)
    if stamp is not None and not missing_sets(stamp, wanted, retry=options.retry):
        return Environment(inside, stamp)
    if is_writable_folder(inside if inside.is_dir() else ROOT):
        try:
            return _prepare_in(inside, wanted, options)
        except NoVenvHereError:
            say("The environment cannot be made in the program's folder; using a folder of your own.")
    try:
        return _prepare_in(venv_outside_the_tree(), wanted, options)
    except NoVenvHereError as error:
        raise StopRun(f"Python cannot make an environment here:\n{error}") from error


def _prepare_in(venv: Path, wanted: Sequence[str], options: Options) -> Environment:
    stamp = read_stamp(venv)
    if stamp is not None and not missing_sets(stamp, wanted, retry=options.retry):
        return Environment(venv, stamp)
    with alone(venv):
        stamp = read_stamp(venv)  # another start may have done the work while this one waited
        if stamp is None:
            say(f"Preparing the wallet in {_shown(venv)} (only once).")
            make_venv(venv)
            stamp = Stamp(python_tag())
            write_stamp(venv, stamp)
        for name in missing_sets(stamp, wanted, retry=options.retry):
            stamp = _install(venv, stamp, name, options)
            write_stamp(venv, stamp)
    return Environment(venv, stamp)


def _install(venv: Path, stamp: Stamp, name: str, options: Options) -> Stamp:
    """Installs one set.

    Raises:
        StopRun: a set the wallet cannot do without could not be had.
    """
    begun = time.monotonic()
    say(f"Installing {WORDS[name]} ...")
    outcome = run_quietly([*_pip(venv), *_pip_arguments(name, options)], _pip_environment())
    locked = lock_hash(name)
    installed = {key: value for key, value in stamp.installed.items() if key != name}
    refused = {key: value for key, value in stamp.refused.items() if key != name}
    if outcome.ok:
        say(f"  done in {time.monotonic() - begun:.0f} s.")
        return replace(stamp, installed={**installed, name: locked}, refused=refused)
    what = WORDS[name][0].upper() + WORDS[name][1:]
    text = f"{what} could not be installed: {why_pip_failed(outcome, options)}\n{outcome.last_lines(4)}"
    if name not in OPTIONAL:
        raise StopRun(text)
    say(text + "\n  Going on without the window; `python3 packaging/run.py setup` tries again.")
    return replace(stamp, installed=installed, refused={**refused, name: locked})


def _pip(venv: Path) -> list[str | Path]:
    """The pip that works on `venv`: its own, else the one of the Python that runs this.

    Raises:
        StopRun: there is none, or it is too old to work on another environment.
    """
    if run_quietly([venv_python(venv), "-m", "pip", "--version"]).ok:
        return [venv_python(venv), "-m", "pip"]
    found = run_quietly([sys.executable, "-m", "pip", "--version"])
    version = re.match(r"pip (\d+)\.(\d+)", found.output)
    if not found.ok or version is None:
        raise StopRun(
            "This Python has neither venv nor pip. On Debian and Ubuntu:\n"
            "    sudo apt-get install python3-pip\n"
            "elsewhere, the pip that belongs to your Python. Then start again."
        )
    if (int(version[1]), int(version[2])) < PIP_WITH_PYTHON_OPTION:
        raise StopRun(f"pip 22.3 or newer is needed; this is {version[0]}.")
    return [sys.executable, "-m", "pip", "--python", venv_python(venv)]


def _pip_arguments(name: str, options: Options) -> list[str | Path]:
    arguments: list[str | Path] = ["install", "--quiet", "--require-hashes", "--only-binary", ":all:"]
    if options.wheels is not None:
        arguments += ["--no-index", "--find-links", options.wheels]
    return [*arguments, "-r", LOCKS / f"{name}.txt"]


def _pip_environment() -> dict[str, str]:
    kept = {key: value for key, value in os.environ.items() if key not in PIP_ELSEWHERE}
    return kept | {"PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_NO_INPUT": "1", "PIP_USER": "0"}


def why_pip_failed(outcome: Outcome, options: Options) -> str:
    """Puts the usual reasons in plain words; pip's own follow below them."""
    said = outcome.output
    if "DO NOT MATCH THE HASHES" in said:
        return "a file is not the one the lock names. Nothing of it was installed."
    if "No space left" in said:
        return "the disk is full."
    if options.wheels is not None:
        return f"a file is missing in {options.wheels}."
    if re.search(r"NewConnectionError|NameResolution|ConnectTimeout|Max retries|unreachable|Retrying", said):
        return "the network was not reached. Without network: --wheels FOLDER (see packaging/README.md)."
    if "No matching distribution" in said:
        return "nothing ready-made was found for this system and this Python."
    return f"pip ended with {outcome.code}."


def _shown(path: Path) -> str:
    """A path as short as a person can still find it."""
    return path.name if path.parent == ROOT else str(path)
