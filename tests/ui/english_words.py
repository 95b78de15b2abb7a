"""Finds English that is left on a screen that speaks Spanish.

The words of the sentences in English that occur in no Spanish sentence are taken as English; what comes from the sample
credentials and what the walk types is left out of the texts first.
"""

import functools
import json
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any
from xml.etree import ElementTree as ET

import build_translations
from tests.sample_files import SAMPLES
from tests.shared_data import PROJECT
from wallet import resources
from wallet.ui.widgets.reading import LANGUAGE_LABEL
from wallet.vault.word_lists import Language, folded_list, word_list

_WORD = re.compile(r"[^\W\d_]{2,}")
_TYPED = (
    *("First job", "hands-on", "Ask Ms. Lee for a letter. She saw the lamp.", "Harbor Boat Works"),
    *(
        "Lakeside Community College",
        "Northfield Technical College",
        "DANA-USB",
        "Documents",
        "Hours",  # what the issuer of a sample calls a claim
        "CASE",  # the name of a kind of skill list
        "jobs.example",
        "status.youthsafety.example",
        "badges.northfield.example",
        "badges.countycareers.example",
        "northfield.example",
        "Northfield Badges",
        "Summer job in the boat yard",
        "Harbor High",
        "Bring your own stick. Ask if you need help.",
        "You saw us every Tuesday in the library.",
        "My soldering course is like your Electronics 110: joints, tools, safety.",
        "I learned all of this at the makers' guild. I can start in June.",
        "I like to make things with my hands.",
        "dana on the old",
        "Taught my brother to read",
        "Ms. Lee, librarian",
        "Every Tuesday after school, for a year. Now he reads to me.",
        "English",
        "Jobs for Maine's Graduates",
        "Talladega City Schools",
        LANGUAGE_LABEL,
        "paper river seven lantern oak",
        "Taught my brother to read",
        "Every Tuesday after school, for a year. Now he reads to me.",
        "Ms. Lee, librarian",
    ),
)
_NOT_WORDS = re.compile(
    r"(/[\w.-]+)+|[\w-]+\.(json|png|svg|jwt|lerwallet|lershare|lerclass|html|txt)\b|ler-wallet\S*( verify)?|\w+:\S+"
    r"|[0-9a-f]{32,}|^\d+  \w+$"
)
_ENOUGH = 8  # letters of a text that was cut
_MONTHS = {"may"}  # written alike in both


def english_words(texts: Iterable[str]) -> Sequence[str]:
    """The texts with English in them, and which words these are."""
    english, data = _english_only(), _data()
    found = []
    for text in texts:
        if set(text.split()) <= _suggested():
            continue
        rest = _without(data, _NOT_WORDS.sub(" ", text))
        if words := [word for word in _WORD.findall(rest) if word.casefold() in english]:
            found.append(f"{text!r} ({', '.join(words)})")
    return found


@functools.cache
def _suggested() -> frozenset[str]:
    """The words that passphrases are suggested from, with and without their accents."""
    return frozenset(word for language in Language for word in (*word_list(language), *folded_list(language)))


def _without(data: re.Pattern[str], text: str) -> str:
    """The text without what is data, also where that was cut with an ellipsis."""
    rest = data.sub(" ", text)
    begin, cut, after = rest.partition("…")
    last = begin.rsplit(", ", 1)[-1].strip()
    if cut and len(last) > _ENOUGH and any(one.startswith(last) for one in _said()):
        return begin.removesuffix(last) + after
    return rest


@functools.cache
def _english_only() -> frozenset[str]:
    english: set[str] = set()
    spanish: set[str] = set(_MONTHS)
    for message in ET.parse(build_translations.FOLDER / "es.ts").getroot().iter("message"):
        english |= _words(message.findtext("source") or "")
        for translation in message.iter("translation"):
            spanish |= _words(" ".join(translation.itertext()))
    english |= _words(" ".join(_strings(tomllib.loads(resources.read_text("messages", "en.toml")))))
    for pages in sorted(
        (PROJECT / "resources").glob("*/es.toml")
    ):  # what is shown of the pages the program writes
        spanish |= _words(" ".join(_strings(tomllib.loads(pages.read_text("utf-8")))))
    return frozenset(english - spanish)


def _words(text: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(text)}


@functools.cache
def _said() -> frozenset[str]:
    """What the samples say, and what the walk types."""
    made_of = tomllib.loads((PROJECT / "packaging" / "sample_content.toml").read_text("utf-8"))
    trust = json.loads((SAMPLES / "trust" / "demo-issuers.json").read_text("utf-8"))
    reading = tomllib.loads(resources.read_text("materials", "reading.toml"))["entry"]
    titles = {entry["title"] for entry in reading if "title" in entry}
    return frozenset({*_strings(made_of), *_strings(trust), *titles, *_TYPED})


@functools.cache
def _data() -> re.Pattern[str]:
    said = sorted(_said(), key=len, reverse=True)
    return re.compile("|".join(re.escape(one) for one in said if len(one) > 2))


def _strings(node: Any) -> Iterator[str]:
    if isinstance(node, Mapping):
        for value in node.values():
            yield from _strings(value)
    elif isinstance(node, list):
        for value in node:
            yield from _strings(value)
    elif isinstance(node, str):
        yield node
