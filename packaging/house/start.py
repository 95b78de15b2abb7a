"""The command line of `run.py`: what to prepare for which command, and whom to hand over to."""

import argparse
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from house import languages, libraries, qt, receiver_page, system, typeface
from house.console import StopRun, say
from house.libraries import Options
from house.stamp import Environment

# What they count is said at once, for whoever waits, and listed once more at the end, with what took the time.
LONG_RUNS = ("-m", "long", "--capture=tee-sys", "--durations=25", "--durations-min=20")
_WINDOW_WORK = ("words", "screens", "gallery")
HEADLESS = "No display here: walking the main job on the sample credentials instead of opening the window."


def main(arguments: Sequence[str]) -> int:
    """Runs one command; what a person can mend is said in plain words, never as a traceback."""
    try:
        return _run(arguments)
    except StopRun as end:
        say(str(end))
        return end.code
    except KeyboardInterrupt:
        say("\nStopped. Start again to go on from here.")
        return 130


def _run(arguments: Sequence[str]) -> int:
    if arguments[:1] == ["cli"]:  # everything behind it belongs to the wallet, --help too
        return _hand_over(libraries.prepare(["core"], Options()), arguments[1:])
    chosen, more = _parser().parse_known_args(arguments)
    options = Options(wheels=chosen.wheels, retry=chosen.command == "setup" or chosen.wheels is not None)
    may_install = not chosen.no_system_packages
    if chosen.command == "test":
        return _test(options, more, may_install=may_install)
    if chosen.command == "assure":
        os.environ["LER_WALLET_ASSURE"] = "1"
        return _test(options, [*LONG_RUNS, *more], may_install=may_install)
    if chosen.command in _WINDOW_WORK:
        prepared = libraries.prepare(["core", "gui"], options)
        return _window_work(prepared, chosen.command, more, may_install=may_install)
    if chosen.command == "bench":
        return _bench(
            libraries.prepare(["core", "gui"] if more[:1] == ["window"] else ["core"], options), more
        )
    if more:
        raise StopRun(f"Unknown: {' '.join(more)}. See: python3 packaging/run.py --help", 2)
    prepared = libraries.prepare(["core", "gui"], options)
    window = qt.has_display(os.environ, sys.platform)
    receiver_page.ensure(prepared, options, retry=options.retry)
    typeface.ensure(prepared, options, retry=options.retry)
    if chosen.command == "setup":
        return _setup(prepared, window=window, may_install=may_install)
    if chosen.command == "demo" or not window:
        return _demo(prepared, headless=not window and chosen.command != "demo", may_install=may_install)
    return _open(prepared, may_install=may_install)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        allow_abbrev=False,
        prog="run.py",
        description="Sets the LER wallet up on this machine and opens it.",
        epilog="`run.py cli ARGS...` is the wallet's command line; `run.py test ARGS...` runs pytest.",
    )
    parser.add_argument(
        "command",
        nargs="?",
        default="open",
        choices=["open", "demo", "setup", "test", "bench", "assure", *_WINDOW_WORK],
        help="open (default): the window, or the demo without a display; setup: prepare; test: every check; "
        "bench: the verifier against its peers, `bench vault`: the file beside plain sqlite3, `bench window`: "
        "the window; "
        "assure: the long runs at their full length; words: brings the window's "
        "translations up to date; screens [DIR]: pictures of every screen; gallery: every control in every state",
    )
    parser.add_argument(
        "--wheels", type=_folder, metavar="DIR", help="install from files in DIR, without network"
    )
    parser.add_argument(
        "--no-system-packages", action="store_true", help="as root: do not install packages of the system"
    )
    return parser


def _folder(text: str) -> Path:
    path = Path(text)
    if not path.is_dir():
        raise argparse.ArgumentTypeError(f"{text} is not a folder")
    return path.resolve()


def _with_qt(prepared: Environment, *, window: bool, may_install: bool) -> tuple[Environment, qt.Answer]:
    """Whether Qt starts; then the window's languages are compiled, too."""
    prepared, answer = qt.ensure(prepared, window=window, may_install=may_install)
    if answer.works:
        languages.ensure(prepared)
    return prepared, answer


def _setup(prepared: Environment, *, window: bool, may_install: bool) -> int:
    prepared, answer = _with_qt(prepared, window=window, may_install=may_install)
    if not answer.works:
        qt.say_unavailable("No window and no pictures yet", answer)
    say("The wallet is ready." if answer.works else "The command line is ready.")
    return 0


def _open(prepared: Environment, *, may_install: bool) -> int:
    prepared, answer = _with_qt(prepared, window=True, may_install=may_install)
    if not answer.works:
        qt.say_unavailable("The window cannot open", answer)
        say("`python3 packaging/run.py demo` and `python3 packaging/run.py cli --help` work without it.")
        return 1
    return _hand_over(prepared, [])


def _demo(prepared: Environment, *, headless: bool, may_install: bool) -> int:
    from house import demo  # noqa: PLC0415 - a start with a display does not read it

    if headless:
        say(HEADLESS)
    prepared, answer = _with_qt(prepared, window=False, may_install=may_install)
    if not answer.works:
        qt.say_unavailable("No pictures of the screens", answer)
    return demo.walk(prepared.python, pictures_problem=answer.reason)


def _test(options: Options, more: Sequence[str], *, may_install: bool) -> int:
    from house import checks  # noqa: PLC0415 - only this command reads it

    prepared = libraries.prepare(["core", "gui", "dev"], options)
    prepared, answer = _with_qt(prepared, window=False, may_install=may_install)
    if may_install:
        system.ensure_compiler(os.environ)
        system.ensure_browser(os.environ)
        system.ensure_desktop(os.environ)
    receiver_page.ensure(prepared, options, retry=True)
    typeface.ensure(prepared, options, retry=True)
    return checks.run_all(prepared, qt_problem=answer.reason, more=more)


def _window_work(prepared: Environment, command: str, more: Sequence[str], *, may_install: bool) -> int:
    """What those who work on the window need; only a window of its own needs a display."""
    from house import window_work  # noqa: PLC0415 - only these commands read it

    prepared, answer = _with_qt(prepared, window=command == "gallery", may_install=may_install)
    if not answer.works:
        qt.say_unavailable("Nothing to show", answer)
        return 1
    if command == "screens":
        return window_work.screens(prepared, more)
    return window_work.words(prepared) if command == "words" else window_work.gallery(prepared)


def _bench(prepared: Environment, more: Sequence[str]) -> int:
    """The verifier against its peers; with `vault` first, the file beside plain sqlite3; with `window`, the window."""
    others = {"vault": "vault_figures.py", "window": "window_figures.py"}
    named = more[:1] and more[0] in others
    name, more = (others[more[0]], more[1:]) if named else ("against_peers.py", more)
    script = Path(__file__).resolve().parents[2] / "tests" / "benchmarks" / name
    return subprocess.run([str(prepared.python), str(script), *more], check=False).returncode


def _hand_over(prepared: Environment, arguments: Sequence[str]) -> int:
    """Becomes the wallet; on Windows, where a process cannot, waits for it."""
    command = [str(prepared.python), "-P", "-m", "wallet", *arguments]
    sys.stdout.flush()
    sys.stderr.flush()
    if sys.platform == "win32":
        return subprocess.run(command, check=False).returncode
    try:
        os.execv(command[0], command)  # noqa: S606 - no shell is wanted
    except OSError as error:
        raise StopRun(
            f"The prepared Python does not start ({error.strerror}). Delete .venv, start again."
        ) from error
