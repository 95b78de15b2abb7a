"""Handouts, guides and facts that travel with the program: which there are, and reading them.

Lives here: the list, the parts a text is made of, and the reader of `resources/materials`. Does not live here: how they
look on paper or in a browser (`material_pages`), or what is filled in when one is made (`material_maker`).

A text is a file of plain lines; what a line begins with says what it is:

    # the title            > what it is for          ## a heading
    1. a step              - a point                 Name :: what is said of it
    (four spaces) something to type                  [code]: the place of the QR code

Anything else is a paragraph. Words in braces are blanks that are filled in when the page is made.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from wallet import resources
from wallet.errors import AppError, Reason

if TYPE_CHECKING:
    from wallet.sharing.qr import QrMatrix

LANGUAGES = ("en", "es")
_FOLDER = "materials"


class Group(StrEnum):
    """Whom something is for."""

    HANDOUTS = "handouts"
    RECEIVERS = "receivers"
    SCHOOLS = "schools"
    FACTS = "facts"


CATALOGUE: Mapping[str, Group] = {
    "student": Group.HANDOUTS,
    "caregiver": Group.HANDOUTS,
    "teacher": Group.HANDOUTS,
    "employer": Group.RECEIVERS,
    "registrar": Group.RECEIVERS,
    "workforce": Group.RECEIVERS,
    "poster": Group.SCHOOLS,
    "demo": Group.SCHOOLS,
    "district": Group.SCHOOLS,
    "readiness": Group.SCHOOLS,
    "security": Group.FACTS,
    "accessibility": Group.FACTS,
    "reading": Group.FACTS,
}
"""Every text by its name, in the order in which they are offered."""

POSTER, SECURITY, READING = "poster", "security", "reading"


class Kind(StrEnum):
    """What a part of a text is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    STEP = "step"
    POINT = "point"
    FACT = "fact"
    TYPED = "typed"
    CODE = "code"


@dataclass(frozen=True, slots=True)
class Part:
    """One line of a text.

    Attributes:
        label: of a step its number, of a fact its name; "" for every other kind.
    """

    kind: Kind
    text: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Material:
    """One text, ready to be laid out.

    Attributes:
        about: what it is for, in one line.
        code: what stands in the place for a QR code; None where there is no such place, or nothing for it.
        code_words: what the code is, for whoever cannot see it.
        mark: the program and its version, for the foot of a page.
    """

    name: str
    language: str
    title: str
    about: str
    parts: Sequence[Part]
    mark: str = ""
    code: "QrMatrix | None" = None
    code_words: str = ""


_STEP = re.compile(r"(\d{1,2})\. (.*)")
_FACT = re.compile(r"(.+?) :: (.*)")
_STARTS = (("## ", Kind.HEADING), ("- ", Kind.POINT), ("    ", Kind.TYPED))


def load_material(name: str, language: str, blanks: Mapping[str, str] | None = None) -> Material:
    """A text in one of the `LANGUAGES`.

    Args:
        blanks: what is filled in; None leaves the braces as they are.

    Raises:
        AppError: USAGE when there is no text of this name or no such language.
    """
    if name not in CATALOGUE or language not in LANGUAGES:
        raise AppError(Reason.USAGE, ", ".join((*CATALOGUE, *LANGUAGES)))
    lines = [line.rstrip() for line in resources.read_text(_FOLDER, language, f"{name}.txt").splitlines()]
    title = next(line.removeprefix("# ") for line in lines if line.startswith("# "))
    about = next(line.removeprefix("> ") for line in lines if line.startswith("> "))
    rest = [line for line in lines if line and not line.startswith(("# ", "> "))]
    return Material(name, language, title, about, tuple(_parts(rest, blanks)))


def said(language: str) -> Mapping[str, str]:
    """The sentences that blanks are filled with, by their names."""
    lines = resources.read_text(_FOLDER, language, "words.txt").splitlines()
    pairs = (line.partition(" = ") for line in lines if " = " in line)
    return {name: words for name, _, words in pairs}


def _parts(lines: Sequence[str], blanks: Mapping[str, str] | None) -> Iterator[Part]:
    for line in lines:
        part = _part(line)
        if blanks is None:
            yield part
            continue
        text = part.text.format_map(blanks)
        if text or part.kind is Kind.CODE:  # a blank that is filled with nothing takes its line with it
            yield Part(part.kind, text, part.label)


def _part(line: str) -> Part:
    if line == "[code]":
        return Part(Kind.CODE, "")
    for start, kind in _STARTS:
        if line.startswith(start):
            return Part(kind, line.removeprefix(start))
    if (step := _STEP.fullmatch(line)) is not None:
        return Part(Kind.STEP, step[2], step[1])
    if (fact := _FACT.fullmatch(line)) is not None:
        return Part(Kind.FACT, fact[2], fact[1])
    return Part(Kind.PARAGRAPH, line)
