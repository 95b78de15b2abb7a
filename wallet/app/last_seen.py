"""How far this computer saw each vault last, so that an older copy put in its place is noticed.

Lives here: the one small file it is remembered in, beside the settings. A vault is named by its random id; nothing else
about it or its owner is kept. On a shared computer nothing is remembered at all.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from wallet.app.inputs import read_file
from wallet.app.output import replace_file
from wallet.app.settings import seen_path
from wallet.codecs import strict_json
from wallet.errors import WalletError
from wallet.vault.instants import instant_to_text, text_to_instant
from wallet.vault.revision import Relation, State, relation

_KEPT_VAULTS = 30
_KEPT_SITTINGS = 8


@dataclass(frozen=True, slots=True)
class Seen:
    """What is remembered of one vault.

    Attributes:
        state: how far it had come; only its last sittings.
        at: when it was used.
    """

    state: State
    at: datetime


@dataclass(frozen=True, slots=True)
class Standing:
    """What an opened file is to the one used last.

    Attributes:
        relation: OLDER when it lacks something this computer has seen, DIVERGED when it lacks something and has other.
        last_used: when the one that is further was used here, None when none was.
    """

    relation: Relation
    last_used: datetime | None

    @property
    def is_behind(self) -> bool:
        """Whether this file lacks something that this computer has seen in it before."""
        return self.relation in (Relation.OLDER, Relation.DIVERGED)


class LastSeen:
    """The memory of one computer."""

    def __init__(self, path: Path | None) -> None:
        """A memory in this file; None on a shared computer, for one that forgets at once."""
        self._path = path

    def standing(self, state: State | None) -> Standing:
        """What a file that has come so far is to the one used last."""
        seen = self._load().get(state.vault_id) if state is not None else None
        if seen is None:
            return Standing(Relation.UNKNOWN, None)
        return Standing(relation(state, seen.state), seen.at)

    def remember(self, state: State | None, now: datetime) -> None:
        """This is the version used last.

        Raises:
            AppError: OUTPUT_NOT_WRITABLE or DISK_FULL; the earlier memory is still there.
        """
        if self._path is None or state is None:
            return
        known = self._load()
        known[state.vault_id] = Seen(
            State(state.vault_id, state.revision, state.sittings[-_KEPT_SITTINGS:]), now
        )
        latest = sorted(known.values(), key=lambda seen: seen.at)[-_KEPT_VAULTS:]
        written = {seen.state.vault_id: _to_json(seen) for seen in latest}
        replace_file(self._path, json.dumps(written, indent=1).encode() + b"\n")

    def _load(self) -> dict[str, Seen]:
        """Everything that can be read; a damaged memory is no memory."""
        if self._path is None:
            return {}
        try:
            stored = strict_json.loads(read_file(self._path))
        except WalletError:
            return {}
        found = {}
        for vault_id, entry in stored.items() if isinstance(stored, dict) else ():
            seen = _from_json(vault_id, entry)
            if seen is not None:
                found[vault_id] = seen
        return found


def private_memory() -> LastSeen:
    """The memory of a computer that belongs to one person."""
    return LastSeen(seen_path())


def _to_json(seen: Seen) -> Mapping[str, Any]:
    sittings: Sequence[Sequence[Any]] = [[word, first] for word, first in seen.state.sittings]
    return {"revision": seen.state.revision, "sittings": sittings, "at": instant_to_text(seen.at)}


def _from_json(vault_id: str, entry: Any) -> Seen | None:
    try:
        sittings = tuple((str(word), int(first)) for word, first in entry["sittings"])
        return Seen(State(vault_id, int(entry["revision"]), sittings), text_to_instant(entry["at"]))
    except (KeyError, TypeError, ValueError):
        return None
