"""`ler-wallet disclose`: what can be left out of a credential, and what is always shown."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from wallet.app.disclose import Disclosable, Mechanism, Part, find_disclosable
from wallet.app.part_names import part_name
from wallet.cli import console, exit_codes
from wallet.cli.opening import opened
from wallet.cli.render import plain
from wallet.cli.services import services_of

_MAX_LETTERS = 200
_SENTENCES = {
    Mechanism.ECDSA_SD: "Its issuer lets you leave parts out.",
    Mechanism.SD_JWT: "Its issuer lets you leave parts out.",
    Mechanism.BBS: "Its issuer lets you leave parts out.",
    Mechanism.CLR_INNER: "You can share credentials of this record one by one. Others will see that you chose them.",
    Mechanism.WHOLE: "It can only be shared whole.",
}


def run(*, record_id: str, vault_path: str, descriptor: int | None, as_json: bool) -> int:
    """What may be chosen for one credential."""
    with opened(vault_path, descriptor) as vault:
        found = find_disclosable(vault, record_id, services_of(None, None))
    if as_json:
        console.result_object(disclosable_object(found))
    else:
        console.result("\n".join(_lines(found)))
    return exit_codes.DONE


def disclosable_object(found: Disclosable) -> Mapping[str, Any]:
    """The same for programs."""
    return {
        "id": found.record_id,
        "mechanism": str(found.choices.mechanism),
        "mandatory": _objects(found.choices.mandatory),
        "selectable": _objects(found.choices.selectable),
        "travels_along": [{"kind": str(each.kind), "value": each.value} for each in found.travels_along],
    }


def _objects(parts: Sequence[Part]) -> Sequence[Mapping[str, Any]]:
    return [
        {"pointer": part.pointer, "label": part_name(part.pointer), "value": part.value} for part in parts
    ]


def _lines(found: Disclosable) -> Iterator[str]:
    yield f"{found.record_id}  {_SENTENCES[found.choices.mechanism]}"
    if found.choices.selectable:
        yield "You can show or leave out:"
        yield from map(_line, found.choices.selectable)
    if found.choices.mandatory:
        yield "Always shown:"
        yield from map(_line, found.choices.mandatory)
    if found.travels_along:
        yield "About you, and cannot be left out:"
        yield from (f"  {each.kind.replace('_', ' ')}: {plain(each.value)}" for each in found.travels_along)


def _line(part: Part) -> str:
    value = part.value if isinstance(part.value, str) else json.dumps(part.value, ensure_ascii=False)
    return f"  {plain(part.pointer, _MAX_LETTERS)}  {plain(part_name(part.pointer))}: {plain(value, _MAX_LETTERS)}"
