"""Where the disclosures of an SD-JWT belong: the JSON pointer of what each one shows.

Lives here: finding places, and choosing disclosures by them. Does not live here: the rules by which a disclosure is
refused (`disclosures`), which the token has passed before.
Source: RFC 9901, sections 4.2.4 (array elements, object properties), 4.2.6 (recursive disclosures) and 7.2.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from wallet.codecs import base64url, strict_json
from wallet.credentials.disclosures import digest_of
from wallet.credentials.json_pointer import format_pointer, is_within
from wallet.credentials.jwt_vc import parse_compact_jws
from wallet.credentials.model import JsonObject, SdJwt

_DIGESTS, _ELEMENT = "_sd", "..."


@dataclass(frozen=True, slots=True)
class PlacedDisclosure:
    """One disclosure.

    Attributes:
        text: as it stands between the tildes.
        pointer: what it shows, in the payload with everything shown.
    """

    text: str
    pointer: str


def place_disclosures(sd_jwt: SdJwt) -> Sequence[PlacedDisclosure]:
    """Every disclosure with its place, the outer one before those inside it."""
    payload = parse_compact_jws(sd_jwt.token.partition("~")[0]).payload
    found = {digest_of(text, sd_jwt.algorithm): text for text in sd_jwt.disclosures}
    return list(_object(payload, (), found))


def choose_disclosures(placed: Sequence[PlacedDisclosure], pointers: Sequence[str]) -> Sequence[str]:
    """The disclosures that show these places: those on the way, and everything inside.

    Returns:
        The texts, in the order they are in `placed`.

    Source: RFC 9901, section 7.2, step 1 (a disclosure is sent with all those it is nested in).
    """
    return [
        entry.text
        for entry in placed
        if any(is_within(pointer, entry.pointer) or is_within(entry.pointer, pointer) for pointer in pointers)
    ]


_Steps = tuple[str | int, ...]


def _object(value: JsonObject, steps: _Steps, found: Mapping[str, str]) -> Iterator[PlacedDisclosure]:
    for name, member in value.items():
        if name != _DIGESTS:
            yield from _value(member, (*steps, name), found)
    for digest in value.get(_DIGESTS, ()):
        if digest in found:
            _, name, member = _content(found[digest])
            yield PlacedDisclosure(found[digest], format_pointer((*steps, name)))
            yield from _value(member, (*steps, name), found)


def _value(value: Any, steps: _Steps, found: Mapping[str, str]) -> Iterator[PlacedDisclosure]:
    if isinstance(value, Mapping):
        yield from _object(value, steps, found)
    elif isinstance(value, list):
        place = 0
        for entry in value:
            if not (isinstance(entry, Mapping) and _ELEMENT in entry):
                yield from _value(entry, (*steps, place), found)
            elif entry[_ELEMENT] in found:
                text = found[entry[_ELEMENT]]
                yield PlacedDisclosure(text, format_pointer((*steps, place)))
                yield from _value(_content(text)[1], (*steps, place), found)
            else:
                continue  # a decoy, or kept back by who handed this over
            place += 1


def _content(text: str) -> Sequence[Any]:
    content: Sequence[Any] = strict_json.loads(base64url.decode_strict(text))
    return content
