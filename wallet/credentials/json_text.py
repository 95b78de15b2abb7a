"""Tolerant readers for the loose shapes JSON-LD allows, for display only.

Lives here: one value or many, plain text or language maps, an address or an object with one. Wrong shapes are
passed over, never raised: whether a document keeps the rules is for `vcdm.check_data_model` to say, before
anybody trusts what is shown.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from wallet.credentials.model import JsonObject

_PREFERRED_LANGUAGE = "en"


def one_or_many(value: Any) -> Sequence[Any]:
    """A list as it is, nothing for None, and any other value as a list of one."""
    if value is None:
        return ()
    return value if isinstance(value, list) else (value,)


def objects(value: Any) -> Sequence[JsonObject]:
    """The JSON objects among one or many values."""
    return [entry for entry in one_or_many(value) if isinstance(entry, dict)]


def first_object(value: Any) -> JsonObject:
    """The first JSON object among one or many values; an empty one when there is none."""
    return next((entry for entry in one_or_many(value) if isinstance(entry, dict)), {})


def strings(value: Any) -> Sequence[str]:
    """The strings among one or many values."""
    return [entry for entry in one_or_many(value) if isinstance(entry, str)]


def types_of(document: JsonObject) -> Sequence[str]:
    """The values of `type`, in their order."""
    return strings(document.get("type"))


def text(value: Any) -> str | None:
    """A text for people: a string, a number, or the best of a language map (English, else the first).

    Source: VCDM 2.0, section 11.1 (language and base direction); JSON-LD 1.1, section 4.6.2 (language maps).
    """
    if isinstance(value, str):
        return value
    if value is None:
        return None
    if isinstance(value, int | float):
        return None if isinstance(value, bool) else str(value)
    return _best_language(_spoken(value))


def texts(value: Any) -> Sequence[str]:
    """The texts for people among one or many values, plain or with a language."""
    wordings = (text(entry) for entry in one_or_many(value) if isinstance(entry, str | dict))
    return [wording for wording in wordings if wording is not None]


def single(value: Any) -> Any:
    """The value itself, or the one value of a list that says the same any number of times."""
    if isinstance(value, list) and value and all(entry == value[0] for entry in value):
        return value[0]
    return value


def identifier(value: Any) -> str | None:
    """An address or DID, written as a string or as the `id` of an object."""
    value = single(value)
    if isinstance(value, dict):
        value = value.get("id")
    return value if isinstance(value, str) else None


def _spoken(value: Any) -> Iterable[tuple[str, str]]:
    """Pairs of language tag ("" when not stated) and text."""
    for entry in one_or_many(value):
        if isinstance(entry, str):
            yield "", entry
        elif isinstance(entry, dict) and "@value" in entry:
            if isinstance(entry["@value"], str):
                yield str(entry.get("@language", "")), entry["@value"]
        elif isinstance(entry, dict):
            yield from ((tag, words) for tag, words in entry.items() if isinstance(words, str))


def _best_language(spoken: Iterable[tuple[str, str]]) -> str | None:
    first = None
    for tag, words in spoken:
        if tag.lower().partition("-")[0] == _PREFERRED_LANGUAGE:
            return words
        first = words if first is None else first
    return first
