"""What a share that is to put skills first tells of the person all the same, found in the bytes that leave.

Lives here: picking it out of what was read back. Does not live here: reading back (`share_preview`), leaving parts out
(`part_choice`), or words (cli, ui).

Who issued a credential is always told, since somebody has to vouch for it; it is not repeated here.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wallet.app.claim_names import PrivateKind, is_about_outcome
from wallet.app.private_values import PrivateGroup, PrivateValue
from wallet.app.share_preview import SeenCredential, SeenShare
from wallet.credentials.model import Result

_SHORTEST_NAME = 3
_BACKGROUND = frozenset({PrivateGroup.ABOUT_YOU, PrivateGroup.RESULTS, PrivateGroup.OTHERS})


@dataclass(frozen=True, slots=True)
class StillTold:
    """One credential and what it goes on telling. Hostile text."""

    title: str
    values: Sequence[PrivateValue]


def still_told(seen: SeenShare, names: Sequence[str] = ()) -> Sequence[StillTold]:
    """What each credential in a share says of the learner's name, looks, birth, address, school or grades.

    Args:
        names: what the learner is called; found wherever a credential says it, also in the middle of a sentence.
    """
    found = (StillTold(one.credential.title, tuple(_told(one, names))) for one in seen.credentials)
    return tuple(one for one in found if one.values)


def _told(one: SeenCredential, names: Sequence[str]) -> Iterator[PrivateValue]:
    told = [value for value in one.private if _is_background(value)]
    yield from told
    known = "\n".join(value.value for value in told)
    everything = "\n".join(value for _, value in one.values)
    for name in names:
        if len(name) >= _SHORTEST_NAME and _says(everything, name) and not _says(known, name):
            yield PrivateValue(PrivateKind.NAME, name)


def _says(text: str, name: str) -> bool:
    """Whether the whole name stands there, whatever its letters' case."""
    return re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE) is not None


def _is_background(value: PrivateValue) -> bool:
    if isinstance(value.source, Result) and value.source.achieved_level and not value.source.value:
        return False  # a level that was reached is a skill, not a grade
    if value.kind is PrivateKind.ACTIVITY:
        return is_about_outcome(value.pointer)  # days, hours and credits say nothing of the person
    return value.group in _BACKGROUND
