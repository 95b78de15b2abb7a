"""JSON pointers: naming one value inside a JSON document.

Lives here: taking pointers apart and putting them together, following one. Does not live here: what a pointer selects
besides its value (`wallet.proofs.sd_selection`).
Source: RFC 6901.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from wallet.errors import CredentialError, Reason

Step = str | int
_ESCAPE = re.compile(r"~(?![01])")
_INDEX = re.compile(r"0|[1-9][0-9]{0,8}", re.ASCII)


def parse_pointer(pointer: str) -> tuple[str, ...]:
    """The names a pointer leads along; none for the whole document.

    Raises:
        CredentialError: POINTER_UNKNOWN when it is not a pointer.

    Source: RFC 6901, sections 3 and 4.
    """
    if pointer and (not pointer.startswith("/") or _ESCAPE.search(pointer)):
        raise CredentialError(Reason.POINTER_UNKNOWN, "not a JSON pointer")
    return tuple(name.replace("~1", "/").replace("~0", "~") for name in pointer.split("/")[1:])


def format_pointer(steps: Iterable[Step]) -> str:
    """The pointer that leads along these names and indexes."""
    return "".join(f"/{str(step).replace('~', '~0').replace('/', '~1')}" for step in steps)


def step_into(value: Any, name: str) -> tuple[Step, Any]:
    """One step of a pointer: the member name or index it means, and what stands there.

    Raises:
        CredentialError: POINTER_UNKNOWN when nothing stands there.

    Source: RFC 6901, section 4 ("-" and leading zeros name no element).
    """
    if isinstance(value, Mapping) and name in value:
        return name, value[name]
    if isinstance(value, list) and _INDEX.fullmatch(name) and int(name) < len(value):
        return int(name), value[int(name)]
    raise CredentialError(Reason.POINTER_UNKNOWN, "no such value")


def resolve_pointer(document: Any, pointer: str) -> Any:
    """The value a pointer names.

    Raises:
        CredentialError: POINTER_UNKNOWN.
    """
    value = document
    for name in parse_pointer(pointer):
        _, value = step_into(value, name)
    return value


def is_within(pointer: str, other: str) -> bool:
    """Whether a pointer names the value of the other one, or something inside it."""
    return pointer == other or pointer.startswith(f"{other}/")
