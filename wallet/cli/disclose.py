"""`ler-wallet disclose`: what can be left out of a credential, and what is always shown."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from wallet.app.disclose import Disclosable, Mechanism, Part, PrivateGroup, PrivateValue, find_disclosable
from wallet.app.part_names import part_name
from wallet.cli import console, exit_codes
from wallet.cli.opening import opened
from wallet.cli.render import counted, flowing, plain
from wallet.cli.services import services_of

_MAX_LETTERS = 200
_HEADINGS = {
    PrivateGroup.ABOUT_YOU: "about you",
    PrivateGroup.RESULTS: "your results",
    PrivateGroup.EVIDENCE: "your evidence",
    PrivateGroup.ALSO_SAID: "also said of you",
    PrivateGroup.OTHERS: "others it names",
}
_CANNOT_BE_LEFT_OUT = "Cannot be left out"
_ALONG = "With it goes"
_AROUND = "In the record itself"
_HASH_ONLY = "only a hash of it, which confirms a right guess"
_NO_WORDS = "without words"
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
    shape: dict[str, Any] = {
        "id": found.record_id,
        "mechanism": str(found.choices.mechanism),
        "mandatory": _objects(found.choices.mandatory),
        "selectable": _objects(found.choices.selectable),
        "travels_along": [
            *_values(found.travels_along),
            # with this credential of the record, when it is chosen
            *({**each, "pointer": at} for at, told in found.with_chosen.items() for each in _values(told)),
        ],
    }
    if found.whole_record is not None:
        whole = found.whole_record
        shape["whole_record"] = {"credentials": whole.count, "travels_along": _values(whole.travels_along)}
    return shape


def _values(found: Sequence[PrivateValue]) -> Sequence[Mapping[str, Any]]:
    return [
        {
            "kind": str(each.kind),
            "value": each.value,
            "group": str(each.group),
            **({"label": label} if (label := _label(each)) else {}),
            **({"hashed": True} if each.is_hashed else {}),
        }
        for each in found
    ]


def _objects(parts: Sequence[Part]) -> Sequence[Mapping[str, Any]]:
    return [
        {"pointer": part.pointer, "label": part_name(part.pointer), "value": part.value} for part in parts
    ]


def _lines(found: Disclosable) -> Iterator[str]:
    yield f"{found.record_id}  {_SENTENCES[found.choices.mechanism]}"
    if found.choices.selectable:
        yield "You can show or leave out:"
    for part in found.choices.selectable:
        yield _line(part)
        yield from (f"    {line}" for line in _told_lines(found.with_chosen.get(part.pointer, ()), _ALONG))
    if found.choices.mandatory:
        yield "Always shown:"
        yield from map(_line, found.choices.mandatory)
    yield from _told_lines(found.travels_along, _CANNOT_BE_LEFT_OUT)
    if found.whole_record is not None:
        inside = counted(found.whole_record.count, "credential", "credentials")
        yield f"Shared whole, the record goes along with the {inside} in it and what its issuer says around them."
        yield from _told_lines(found.whole_record.travels_along, _AROUND)


def _told_lines(told: Sequence[PrivateValue], beginning: str) -> Iterator[str]:
    """What a receiver learns, under its headings."""
    for group, heading in _HEADINGS.items():
        inside = [each for each in told if each.group is group]
        if inside:
            yield f"{beginning}, {heading}:"
            yield from (f"  {_value_line(each)}" for each in inside)


def _value_line(told: PrivateValue) -> str:
    """One value behind what it is; of a hash only that it is one, which confirms a right guess."""
    name = flowing(_label(told)) or told.kind.replace("_", " ")
    return f"{name}: {flowing(told.value) if told.value else _HASH_ONLY if told.is_hashed else _NO_WORDS}"


def _label(told: PrivateValue) -> str:
    """What its issuer calls it, where the kind does not say enough."""
    return told.label or (part_name(told.pointer) if told.pointer else "")


def _line(part: Part) -> str:
    value = part.value if isinstance(part.value, str) else json.dumps(part.value, ensure_ascii=False)
    return f"  {plain(part.pointer, _MAX_LETTERS)}  {plain(part_name(part.pointer))}: {plain(value, _MAX_LETTERS)}"
