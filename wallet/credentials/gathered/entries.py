"""What is found in a file that holds many things: one entry each, and the keys beside them.

Lives here: the types the readers of this folder share, and turning one JSON value into an entry. Does not live here:
parsing credentials (`wallet.credentials.detect`): an entry is bytes, whatever they are.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from wallet.codecs import strict_json
from wallet.credentials.model import JsonObject
from wallet.errors import CredentialError, Reason, WalletError

MAX_ENTRIES = 10_000
"""More in one list is refused, so that a small file cannot ask for days of work."""
PRIVATE_MEMBERS = (
    "privateKeyMultibase",
    "secretKeyMultibase",
    "privateKeyBase58",
    "privateKeyJwk",
    "privateKeyHex",
)
"""Members under which keys carry their secret part, in the vocabularies that wallets use."""


@dataclass(frozen=True, slots=True)
class OwnerMarks:
    """What the owner of a wallet had put beside a credential."""

    collections: Sequence[str] = ()
    tags: Sequence[str] = ()
    notes: Sequence[str] = field(default=(), repr=False)
    is_pinned: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing in a file that holds many.

    Attributes:
        place: where it is in there: a name, or "#" and a number counted from 0; hostile text.
        data: its bytes, None when they cannot be had.
        error: why not, else None.
        marks: what its owner had put beside it.
    """

    place: str
    data: bytes | None = field(repr=False)
    error: WalletError | None = None
    marks: OwnerMarks = field(default_factory=OwnerMarks)


@dataclass(frozen=True, slots=True)
class Gathered:
    """A file that holds many things, taken apart.

    Attributes:
        entries: one for each thing that means to be a credential, in their order; to be gone through once.
        keys: what means to be a private key, as it stands there.
        name: what its owner called it (a profile, a collection), None when nothing says.
        is_collection: `name` names a collection its entries belong to.
        doubt: what is not as the file itself says; its entries come in all the same.
    """

    entries: Iterable[Entry]
    keys: Sequence[JsonObject] = field(default=(), repr=False)
    name: str | None = None
    is_collection: bool = False
    doubt: Reason | None = None


def entries_of(values: Sequence[Any], prefix: str = "") -> Sequence[Entry]:
    """An entry for each of these JSON values, in their order.

    Raises:
        CredentialError: TOO_MANY_ENTRIES.
    """
    if len(values) > MAX_ENTRIES:
        raise CredentialError(Reason.TOO_MANY_ENTRIES, f"{len(values)} entries")
    return [entry_of(value, f"{prefix}#{number}") for number, value in enumerate(values)]


def entry_of(value: Any, place: str) -> Entry:
    """One JSON value as an entry: a token is its own text, an object its compact JSON, members in their order."""
    if isinstance(value, str):
        return Entry(place, value.encode("utf-8", "replace") or b" ")
    if isinstance(value, Mapping):
        return Entry(place, strict_json.dumps(value).encode("utf-8", "replace"))
    return Entry(place, None, CredentialError(Reason.NOT_A_CREDENTIAL, "neither an object nor a token"))


def has_private_part(value: Any) -> bool:
    """Whether a JSON object carries the secret part of a key itself."""
    return isinstance(value, Mapping) and (
        any(name in value for name in PRIVATE_MEMBERS) or ("kty" in value and "d" in value)
    )


def private_keys_in(value: Any) -> Iterator[JsonObject]:
    """The objects anywhere in a JSON value that carry the secret part of a key, outermost first."""
    waiting = [value]
    while waiting:
        found = waiting.pop()
        if isinstance(found, Mapping):
            if has_private_part(found):
                yield found
                continue
            waiting.extend(reversed(list(found.values())))
        elif isinstance(found, list):
            waiting.extend(reversed(found))
