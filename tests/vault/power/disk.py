"""What a medium may hold when the power fails: the files as the last syncs left them, and any part of what came after.

Lives here: a model of a medium that owes nothing beyond the syncs it was asked for.
Does not live here: recording (`recording`), or what must hold of what is left (the tests).

The model is stricter than common file systems. A write that was not followed by a sync of its file may be there, be
missing, be there in part (by sectors of 512 bytes), or have left zeros; writes may overtake one another. A name that
was made, changed or removed counts only when its folder was synced, and name changes may overtake one another too.
"""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from tests.vault.power.recording import Event, Operation, Recording

_SECTOR = 512


class Loss(StrEnum):
    """What happens to everything that was not synced."""

    DROPPED = "dropped"
    KEPT = "kept"
    HALVED = "halved"
    REORDERED = "reordered"


@dataclass(slots=True)
class _File:
    """One file's content: what is synced, and the writes and cuts since."""

    synced: bytes = b""
    pending: list[Event] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class State:
    """What a medium holds after a power failure.

    Attributes:
        files: content by path relative to the folder.
        acknowledged: the lines the program had said by then.
        moment: after how many events the power failed.
    """

    files: Mapping[str, bytes]
    acknowledged: Sequence[str]
    moment: int
    loss: Loss


class Disk:
    """A medium on which the events of a recording happen one after the other."""

    def __init__(self, recording: Recording) -> None:
        self._files: dict[int, _File] = {}
        self._names: dict[str, _File] = {}
        for path, (inode, content) in recording.before.items():
            self._files[inode] = self._names[path] = _File(content)
        self._pending: list[tuple[Event, _File | None]] = []
        self._said = b""

    def happen(self, event: Event) -> None:
        """One more event."""
        match event.operation:
            case Operation.CREATE:
                made = self._files[event.inode] = _File()
                self._pending.append((event, made))
            case Operation.WRITE | Operation.TRUNCATE:
                self._files[event.inode].pending.append(event)
            case Operation.SYNC_FILE:
                file = self._files[event.inode]
                file.synced, file.pending = _with(file.synced, file.pending), []
            case Operation.SYNC_FOLDER:
                self._sync_names(event.first.decode())
            case Operation.ACKNOWLEDGE:
                self._said += event.first
            case Operation.MAKE_FOLDER:
                pass  # a folder is there as soon as something in it is
            case _:
                self._pending.append((event, None))

    def state(self, moment: int, loss: Loss, chance: random.Random) -> State:
        """What is left when the power fails now."""
        names = dict(self._names)
        for event, file in self._pending:
            if loss is Loss.KEPT or (loss is not Loss.DROPPED and chance.random() < 0.5):
                _rename(names, event, file)
        lines = self._said.decode().split("\n")[:-1]
        content = {path: _left(file, loss, chance) for path, file in sorted(names.items())}
        return State(content, lines, moment, loss)

    def _sync_names(self, folder: str) -> None:
        rest = []
        for event, file in self._pending:
            target = (event.second or event.first).decode()
            if (target.rpartition("/")[0] or ".") == folder:
                _rename(self._names, event, file)
            else:
                rest.append((event, file))
        self._pending = rest


def every_state(recording: Recording, chance: random.Random, reorderings: int) -> Iterator[State]:
    """The states after every prefix of a recording, each different one once: each way to lose, several reorderings."""
    disk = Disk(recording)
    seen = set()
    for moment, event in enumerate(recording.events, start=1):
        disk.happen(event)
        for loss in (*Loss, *(Loss.REORDERED,) * (reorderings - 1)):
            state = disk.state(moment, loss, chance)
            fingerprint = hash((tuple(state.files.items()), len(state.acknowledged)))
            if fingerprint not in seen:
                seen.add(fingerprint)
                yield state


def final_files(recording: Recording) -> Mapping[str, bytes]:
    """What the events come to when nothing is lost; equal to what is there, or the recording missed something."""
    disk = Disk(recording)
    for event in recording.events:
        disk.happen(event)
    return disk.state(len(recording.events), Loss.KEPT, random.Random(0)).files


def _rename(names: dict[str, _File], event: Event, file: _File | None) -> None:
    """One change of a name; without effect when what it is about is not there."""
    first, second = event.first.decode(), event.second.decode()
    if event.operation is Operation.CREATE and file is not None:
        names[first] = file
    elif event.operation is Operation.UNLINK:
        names.pop(first, None)
    elif event.operation is Operation.LINK and first in names:
        names.setdefault(second, names[first])
    elif event.operation is Operation.RENAME and first in names:
        names[second] = names.pop(first)


def _left(file: _File, loss: Loss, chance: random.Random) -> bytes:
    """A file's content after losing some of what was not synced."""
    if not file.pending or loss is Loss.DROPPED:
        return file.synced
    if loss is Loss.KEPT:
        return _with(file.synced, file.pending)
    if loss is Loss.HALVED:
        whole = chance.randrange(len(file.pending))
        return _with(file.synced, [*file.pending[:whole], *_torn(file.pending[whole], chance)])
    return _with(file.synced, [part for event in file.pending for part in _maybe(event, chance)])


def _maybe(event: Event, chance: random.Random) -> Sequence[Event]:
    fate = chance.randrange(6)
    if fate < 3:
        return (event,)
    if fate == 3:
        return _torn(event, chance)
    if fate == 4 and event.operation is Operation.WRITE:
        return (_write(event.inode, event.offset, bytes(len(event.first))),)
    return ()


def _torn(event: Event, chance: random.Random) -> Sequence[Event]:
    """Some sectors of a write; a cut is whole or not at all."""
    if event.operation is not Operation.WRITE:
        return (event,) if chance.random() < 0.5 else ()
    sectors = range(0, len(event.first), _SECTOR)
    parts = [
        _write(event.inode, event.offset + start, event.first[start : start + _SECTOR])
        for start in sectors
        if chance.random() < 0.5
    ]
    if len(sectors) == 1:
        parts = [_write(event.inode, event.offset, event.first[: len(event.first) // 2])]
    return parts


def _write(inode: int, offset: int, content: bytes) -> Event:
    return Event(Operation.WRITE, inode, offset, content)


def _with(content: bytes, events: Sequence[Event]) -> bytes:
    """Content after writes and cuts."""
    result = bytearray(content)
    for event in events:
        end = event.offset + len(event.first)
        if len(result) < event.offset or (event.operation is Operation.TRUNCATE and len(result) < end):
            result.extend(bytes(event.offset - len(result)))
        if event.operation is Operation.TRUNCATE:
            del result[event.offset :]
        else:
            result[event.offset : end] = event.first
    return bytes(result)
