"""Planted markers and where they may be found again: files, and the memory of another process.

Lives here: making markers and searching. Does not live here: what must be found or not (`test_leaks`).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

_CHUNK = 1 << 24
_OVERLAP = 256


@dataclass(frozen=True)
class Marker:
    """Something that must not be left behind. `forms` are all the bytes it may look like."""

    name: str
    forms: Sequence[bytes]


def text_marker(name: str, text: str) -> Marker:
    """A text as Python and as Qt hold it, and as hex."""
    raw = text.encode()
    return Marker(name, (raw, text.encode("utf-16-le"), raw.hex().encode()))


def key_marker(name: str, key: bytes) -> Marker:
    """A key as bytes and as hex, small and large, one byte or two a digit."""
    digits = (key.hex(), key.hex().upper())
    forms = [form for text in digits for form in (text.encode(), text.encode("utf-16-le"))]
    return Marker(name, (key, *forms))


def found_in(data: bytes, markers: Sequence[Marker]) -> set[str]:
    """The names of the markers in a piece of data."""
    return {marker.name for marker in markers if any(form in data for form in marker.forms)}


def found_on_disk(places: Sequence[Path], markers: Sequence[Marker]) -> Mapping[str, set[str]]:
    """The markers in names and contents of everything below these places, by path."""
    found: dict[str, set[str]] = {}
    for path in (path for place in places for path in [place, *sorted(place.rglob("*"))]):
        data = path.read_bytes() if path.is_file() and not path.is_symlink() else b""
        hits = found_in(data, markers) | found_in(str(path).encode(), markers)
        if hits:
            found[str(path)] = hits
    return found


def found_in_memory(pid: int, markers: Sequence[Marker]) -> set[str]:
    """The markers in everything a process can read of its own memory.

    Raises:
        OSError: the system does not let us look.
    """
    found: set[str] = set()
    for piece in _memory(pid):
        found |= found_in(piece, [marker for marker in markers if marker.name not in found])
    return found


def _memory(pid: int) -> Iterator[bytes]:
    maps = Path(f"/proc/{pid}/maps").read_text()
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        for line in maps.splitlines():
            match = re.match(r"([0-9a-f]+)-([0-9a-f]+) (....) \S+ \S+ (\d+)", line)
            if (
                match is None
                or match[3][0] != "r"
                or line.endswith(("[vvar]", "[vsyscall]", "[vvar_vclock]"))
            ):
                continue
            if match[3][1] != "w" and match[4] != "0":
                continue  # a part of a program file, which nobody can write
            start, end = int(match[1], 16), int(match[2], 16)
            for place in range(start, end, _CHUNK):
                try:
                    memory.seek(place)
                    yield memory.read(min(_CHUNK + _OVERLAP, end - place))
                except OSError:
                    continue  # given back meanwhile


def children_of(pid: int) -> list[int]:
    """The processes this one has started that are still there."""
    return [
        int(word)
        for task in Path(f"/proc/{pid}/task").iterdir()
        for word in (task / "children").read_text().split()
    ]
