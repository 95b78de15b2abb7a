"""What is made once with Node and npm, when it can be; the wallet works without it and says what is missing."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

import build_verify_page
from house import libraries
from house.console import run_quietly, say
from house.libraries import Options
from house.places import ROOT, is_writable_folder
from house.stamp import Environment

_SECONDS = 300.0


class Maker(Protocol):
    """What a script in `packaging/` tells of what it makes."""

    def is_current(self) -> bool:
        """Whether it is there."""
        ...

    def sources_mark(self) -> str:
        """A digest of what it is made from."""
        ...


@dataclass(frozen=True, slots=True)
class Product:
    """One thing that is made.

    Attributes:
        name: of the file that remembers a failure.
        script: in `packaging/`, makes it.
        doing: said before.
        without: said when it failed: what is missing.
        maker: the script as a module: it knows whether the thing is there, and what it is made from.
    """

    name: str
    script: str
    doing: str
    without: str
    maker: Maker


def ensure(product: Product, prepared: Environment, options: Options, *, retry: bool) -> bool:
    """Whether it is there. What failed is tried again only with `retry`, so that a start stays quick."""
    if product.maker.is_current():
        return True
    failed = prepared.venv / f"{product.name}-failed"
    mark = product.maker.sources_mark()
    if not is_writable_folder(ROOT) or (not retry and _said_before(failed, mark)):
        return False
    if not _has_node():
        prepared = libraries.prepare([*prepared.stamp.installed, "node"], options)
    say(product.doing)
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = run_quietly([prepared.python, ROOT / "packaging" / product.script], environment, _SECONDS)
    if done.ok:
        failed.unlink(missing_ok=True)
        return True
    say(f"{done.last_lines(1).strip()}\n{product.without}")
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
