"""The only finder of `resources/`: the files that travel with the program, JSON-LD contexts among them.

Lives here: where the folder is (source tree or installed) and which context file answers to which address.
Does not live here: JSON-LD processing (`wallet.proofs.jsonld`) or how the files came to be
(`packaging/fetch_contexts.py`, `packaging/make_samples.py`). A context counts only while its bytes have the
SHA-256 written in `contexts/SOURCES.toml`.
"""

import hashlib
import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from wallet.errors import Reason, ResourceError

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

_CONTEXTS = "contexts"
_SOURCES = "SOURCES.toml"


@dataclass(frozen=True, slots=True)
class ContextEntry:
    """One JSON-LD context text that travels with the program.

    Attributes:
        urls: the addresses this text answers to; one text may have several.
        file: its name inside `resources/contexts`.
        sha256: of the file's bytes, 64 lower-case hex digits.
        licence: the licence of the text, as an SPDX identifier or a few words.
        package: `name@version` of the published package it was taken from; None when written out.
        terms: the file of term definitions it was written from; None when taken from a package unchanged.
        variant_of: set on an older text of an address whose pinned text is another file.
        variant: the short name of such an older text.
    """

    urls: Sequence[str]
    file: str
    sha256: str
    licence: str
    package: str | None = None
    terms: str | None = None
    variant_of: str | None = None
    variant: str | None = None


def read_bytes(*parts: str) -> bytes:
    """The bytes of one file under `resources/`, for example `read_bytes("icons", "lock.svg")`.

    Raises:
        ResourceError: there is no such file: the installation is damaged or the name is wrong.
    """
    folder = _folder()
    try:
        if folder is None:
            return locate(*parts).read_bytes()
        _refuse_paths(parts)
        with open(os.path.join(folder, *parts), "rb") as file:  # noqa: PTH118, PTH123 - pathlib is slow to load
            return file.read()
    except OSError as error:
        raise ResourceError(Reason.INTERNAL_ERROR, f"resource missing: {'/'.join(parts)}") from error


def read_text(*parts: str) -> str:
    """The text of one UTF-8 file under `resources/`.

    Raises:
        ResourceError: as `read_bytes`, or the file is not UTF-8.
    """
    try:
        return read_bytes(*parts).decode("utf-8")
    except UnicodeDecodeError as error:
        raise ResourceError(Reason.INTERNAL_ERROR, f"resource is not UTF-8: {'/'.join(parts)}") from error


def read_tables(*parts: str) -> "Tables":
    """One TOML file under `resources/` in the plain form that `Tables` knows.

    Raises:
        ResourceError: as `read_text`.
    """
    return Tables(read_text(*parts))


class Tables:
    """The tables of a TOML file of ours, each read when it is asked for: a file is long and little of it is needed.

    Only the plain part of TOML, which JSON's reader can read: `name = value` on one line, the value text in double
    quotes, a list of such or a number, dotted names, comments on lines of their own. Tests hold each file that is read
    in this way to what `tomllib` reads, which takes as long as verifying a badge.
    """

    def __init__(self, text: str) -> None:
        """Finds the tables; what stands before the first one is left out."""
        self._tables: dict[str, list[str]] = {}
        for table in f"\n{text}".split("\n[")[1:]:
            head, _, body = table.partition("\n")
            self._tables.setdefault(head.strip("[] "), []).append(body)
        self._read: dict[str, Sequence[dict[str, Any]]] = {}

    def names(self) -> Sequence[str]:
        """The names of all tables, as written."""
        return tuple(self._tables)

    def has(self, name: str) -> bool:
        """Whether there is a table of this name."""
        return name in self._tables

    def table(self, name: str) -> dict[str, Any]:
        """The one table of this name, read once and shared: callers must not change it.

        Raises:
            ResourceError: there is none, or it is not written in the plain form.
        """
        return self.array(name)[0]

    def array(self, name: str) -> Sequence[dict[str, Any]]:
        """All tables of this name, in their order.

        Raises:
            ResourceError: as `table`.
        """
        found = self._read.get(name)
        if found is None:
            try:
                found = self._read[name] = tuple(map(_plain_table, self._tables[name]))
            except (KeyError, ValueError) as error:
                raise ResourceError(Reason.INTERNAL_ERROR, f"table {name}") from error
        return found


def _plain_table(body: str) -> dict[str, Any]:
    lines = [line.partition(" = ") for line in body.splitlines() if line and not line.startswith("#")]
    # all values at once: one reading takes less time than twenty
    values = json.loads(f"[{','.join(value for _, _, value in lines)}]")
    found: dict[str, Any] = {}
    for (name, _, _), value in zip(lines, values, strict=True):
        *owners, last = name.split(".")
        owner = found
        for each in owners:
            owner = owner.setdefault(each, {})
        owner[last] = value
    return found


def list_names(*parts: str) -> Sequence[str]:
    """The names in one folder under `resources/`, sorted; empty when there is no such folder."""
    folder = locate(*parts)
    return tuple(sorted(entry.name for entry in folder.iterdir())) if folder.is_dir() else ()


def locate(*parts: str) -> "Traversable":
    """Where a resource is, for code that must hand it to something that opens files by itself.

    Raises:
        ResourceError: a part is not a plain name (names come from this program, never from a credential).
    """
    _refuse_paths(parts)
    folder = _folder()
    if folder is None:
        import importlib.resources  # noqa: PLC0415 - slow to load

        place = importlib.resources.files("resources")
    else:
        from pathlib import Path  # noqa: PLC0415 - slow to load

        place = Path(folder)
    for part in parts:
        place = place.joinpath(part)
    return place


def _refuse_paths(parts: Sequence[str]) -> None:
    if any(part in ("", ".", "..") or "/" in part or "\\" in part for part in parts):
        raise ResourceError(Reason.INTERNAL_ERROR, "resource name is not a plain name")


@cache
def _folder() -> str | None:
    """The folder beside this package; None for an installation without files (a zip), which importlib answers for.

    The neighbour goes first because a foreign `resources` package could come earlier on the import path.
    """
    package = os.path.dirname(os.path.realpath(__file__))  # noqa: PTH120 - as in `read_bytes`
    beside = os.path.join(os.path.dirname(package), "resources")  # noqa: PTH118, PTH120
    return beside if os.path.isdir(beside) else None  # noqa: PTH112


@cache
def _entries() -> Sequence[ContextEntry]:
    return tuple(
        ContextEntry(
            urls=tuple(item["urls"]),
            file=item["file"],
            sha256=item["sha256"],
            licence=item["licence"],
            package=item.get("package"),
            terms=item.get("terms"),
            variant_of=item.get("variant_of"),
            variant=item.get("variant"),
        )
        for item in read_tables(_CONTEXTS, _SOURCES).array("context")
    )


@cache
def context_index() -> Mapping[str, ContextEntry]:
    """Every address a pinned context answers to. Any other address is unknown; it is never fetched."""
    return MappingProxyType(
        {url: entry for entry in _entries() if not entry.variant_of for url in entry.urls}
    )


@cache
def context_variants() -> Mapping[str, Sequence[ContextEntry]]:
    """Older texts by the address they once answered to, for credentials signed over those."""
    found: dict[str, list[ContextEntry]] = {}
    for entry in _entries():
        if entry.variant_of:
            found.setdefault(entry.variant_of, []).append(entry)
    return MappingProxyType({url: tuple(entries) for url, entries in found.items()})


def load_context(url: str) -> dict[str, Any]:
    """The pinned context document of an address, read once and shared: callers must not change it.

    Raises:
        ResourceError: UNKNOWN_CONTEXT when the address is not pinned; INTERNAL_ERROR when the file is missing
            or is not the one that was pinned.
    """
    entry = context_index().get(url)
    if entry is None:
        raise ResourceError(Reason.UNKNOWN_CONTEXT, url)
    return load_context_file(entry)


@cache
def load_context_file(entry: ContextEntry) -> dict[str, Any]:
    """The context document of one entry (a variant, too), verified against its SHA-256, read once and shared.

    Raises:
        ResourceError: INTERNAL_ERROR when the file is missing or is not the one that was pinned.
    """
    body = read_bytes(_CONTEXTS, entry.file)
    if hashlib.sha256(body).hexdigest() != entry.sha256:
        raise ResourceError(Reason.INTERNAL_ERROR, f"context file was changed: {entry.file}")
    document: dict[str, Any] = json.loads(body)
    return document
