"""The parts of a credential people choose from, and where one ends and the next begins.

Lives here: what a part is, and cutting a document into parts. Does not live here: which of them an issuer lets be left
out, and leaving them out (`disclosure`); what must stay together (`wallet.credentials.required_parts`).
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from wallet.credentials import required_parts
from wallet.credentials.json_pointer import format_pointer
from wallet.credentials.model import Format, UnverifiedCredential

# Members that say which object this is; they are never left out of an object that is shown.
_NAMES_OF_OBJECTS = frozenset({"@context", "id", "type"})


class Mechanism(StrEnum):
    """By which standard parts of a credential can be left out."""

    ECDSA_SD = "ecdsa-sd-2023"
    SD_JWT = "sd-jwt"
    BBS = "bbs-2023"
    CLR_INNER = "clr-inner"
    WHOLE = "whole"


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a credential. Hostile text.

    Attributes:
        pointer: JSON pointer into the whole credential.
        value: what stands there; of an enclosed credential only its title.
    """

    pointer: str
    value: Any = field(repr=False)


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be shown of a credential.

    Attributes:
        mandatory: always shown.
        selectable: shown when chosen.
    """

    mechanism: Mechanism
    mandatory: Sequence[Part]
    selectable: Sequence[Part]


@dataclass(frozen=True, slots=True)
class Rules:
    """How fine a document is cut.

    Attributes:
        units: members whose value is one part.
        unnamed: members that are no parts of their own.
    """

    units: AbstractSet[str]
    unnamed: AbstractSet[str]


RULES = Rules(required_parts.UNITS, _NAMES_OF_OBJECTS | {"proof"})
NO_RULES = Rules(frozenset(), frozenset())
_Steps = tuple[str | int, ...]


def rules_of(document: UnverifiedCredential) -> Rules:
    """The rules for a document: an SD-JWT VC has its issuer's own words, so nothing is known to belong together."""
    return NO_RULES if document.format is Format.SD_JWT_VC else RULES


# Lists whose entries are looked into; in any other list an entry is one part.
_LISTS_OF_OWNERS = frozenset({"credentialSubject", "achievement"})


def candidates(
    value: Any, rules: Rules, stands_alone: Callable[[str], bool] = lambda _: True, steps: _Steps = ()
) -> Iterator[str]:
    """Pointers to the parts people choose from: single values, and objects that mean nothing in part."""
    if isinstance(value, Mapping):
        inner = [name for name in value if name not in rules.unnamed]
        if steps and (not inner or "@value" in value or _is_unit(rules, steps)):
            yield format_pointer(steps)
            return
        for name in inner:
            yield from candidates(value[name], rules, stands_alone, (*steps, name))
    elif isinstance(value, list):
        places = [(*steps, place) for place in range(len(value))]
        # one entry of an ordered list cannot be shown without the others
        if value and not all(stands_alone(format_pointer(place)) for place in places):
            yield format_pointer(steps)
            return
        for place, entry in zip(places, value, strict=True):
            yield from candidates(entry, rules, stands_alone, place)
    elif value is not None:
        yield format_pointer(steps)


def _is_unit(rules: Rules, steps: _Steps) -> bool:
    owner = next((step for step in reversed(steps) if isinstance(step, str)), "")
    is_entry = isinstance(steps[-1], int) and owner not in _LISTS_OF_OWNERS
    return owner in rules.units or (is_entry and bool(rules.units))
