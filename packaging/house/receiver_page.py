"""The page for receivers: built once, when it can be; the wallet works without it and says what is missing."""

import os
from pathlib import Path

import build_verify_page
from house import libraries
from house.console import run_quietly, say
from house.libraries import Options
from house.places import ROOT, is_writable_folder
from house.stamp import Environment

_SECONDS = 300.0
_WITHOUT = "Shares as a page that checks itself are not offered until it is there."


def ensure(prepared: Environment, options: Options, *, retry: bool) -> bool:
    """Whether the page is there. A build that failed is tried again only with `retry`, so that a start stays quick."""
    if build_verify_page.is_current():
        return True
    failed = prepared.venv / "receiver-page-failed"
    mark = build_verify_page.sources_mark()
    if not is_writable_folder(ROOT) or (not retry and _said_before(failed, mark)):
        return False
    if not _has_node():
        prepared = libraries.prepare([*prepared.stamp.installed, "node"], options)
    say("Building the page for receivers (only once) ...")
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = run_quietly([prepared.python, ROOT / "packaging" / "build_verify_page.py"], environment, _SECONDS)
    if done.ok:
        failed.unlink(missing_ok=True)
        return True
    say(f"{done.last_lines(1).strip()}\n{_WITHOUT}")
    failed.write_text(mark, encoding="ascii")
    return False


def _has_node() -> bool:
    try:
        build_verify_page.find_node()
    except build_verify_page.BuildError:
        return False
    return True


def _said_before(failed: Path, mark: str) -> bool:
    try:
        return failed.read_text(encoding="ascii") == mark
    except OSError:
        return False
