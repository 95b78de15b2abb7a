"""The overview on one page of paper: its paragraphs, chosen so that they fit, and the PDF of them.

Lives here: the words around what is told (`resources/overview`), what gives way when there is too much, layout. Does
not live here: what is told (`overview_paper`), printing from the window (ui).

The page is made once; what is looked at, printed and saved are the same paragraphs. Of credentials they hold names,
issuers, days and states: results, identifiers and what else they say of a person never come here.
"""

import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from functools import cache, partial
from io import BytesIO
from typing import TYPE_CHECKING, Any

from wallet import resources
from wallet.app.paper import (
    MARGIN,
    count_lines,
    height_of,
    lacks_letters,
    measuring_document,
    new_document,
    write,
)
from wallet.app.reason_texts import verdict_words
from wallet.app.skill_view import Overview
from wallet.app.tagged_pdf import Tag
from wallet.verification.report import Verdict

if TYPE_CHECKING:
    from fpdf import FPDF

LANGUAGES = ("en", "es")
_WORDS_SHARE, _SKILLS_SHARE = 0.25, 0.14  # of the page, at most
_MOST_YEARS, _MOST_SKILLS = 12, 200
_LETTER_HEIGHT = 279.4  # millimetres: the page has to fit the shorter of the two papers
_MOST_LETTERS = 160


class Style(StrEnum):
    """How a paragraph looks."""

    TITLE = "title"
    NAME = "name"
    HEADING = "heading"
    TEXT = "text"
    ITEM = "item"
    DETAIL = "detail"
    SMALL = "small"


@dataclass(frozen=True, slots=True)
class Measures:
    """Points of type; millimetres below a paragraph; its tag."""

    size: float
    gap: float
    tag: Tag = Tag.PARAGRAPH
    bold: bool = False


MEASURES: Mapping[Style, Measures] = {
    Style.TITLE: Measures(20, 1.5, Tag.TITLE, bold=True),
    Style.NAME: Measures(14, 1, bold=True),
    Style.HEADING: Measures(12.5, 1, Tag.HEADING, bold=True),
    Style.TEXT: Measures(10.5, 1),
    Style.ITEM: Measures(10.5, 0.2, Tag.SUBHEADING, bold=True),
    Style.DETAIL: Measures(9, 1.4),
    Style.SMALL: Measures(9, 1),
}
_BEFORE_HEADING = 2.2


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; text of a learner or an issuer in it is hostile."""

    style: Style
    text: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class PaperItem:
    """One credential as it is told. Days are "2026-05-31"; `ended` is whether the last one is over."""

    name: str
    issuer: str
    verdict: Verdict
    checked_on: str
    earned: str | None = None
    ends: str | None = None
    ended: bool = False
    is_own: bool = False


@dataclass(frozen=True, slots=True)
class PaperChoice:
    """What the learner wants on the page.

    Attributes:
        name: the name of the profile in use.
        words: what they say about themselves.
        counts, skills: how many of what, and which skills are shown with proof.
        record_ids: credentials in the order in which they are told; None where nobody chose, empty for none.
    """

    name: bool = False
    words: bool = False
    counts: bool = True
    skills: bool = True
    record_ids: Sequence[str] | None = None


@dataclass(frozen=True, slots=True)
class Told:
    """What the learner wants to tell; what is empty or None is not on the page.

    Attributes:
        counts: of the whole file.
        skills: names of those with proof, the best shown first; None to leave them out.
        items: in the order in which they are told.
    """

    at: datetime
    name: str = field(repr=False, default="")
    words: str = field(repr=False, default="")
    counts: Overview | None = None
    skills: Sequence[str] | None = None
    items: Sequence[PaperItem] | None = None


@dataclass(frozen=True, slots=True)
class OverviewPaper:
    """The page, finished.

    Attributes:
        skills_left, items_left: how many did not fit.
        is_shortened: the learner's own words did not fit as a whole.
        lacks_letters: the PDF writes some letters as "?", because this computer has no typeface for them.
    """

    language: str
    at: datetime
    paragraphs: Sequence[Paragraph]
    skills_left: int = 0
    items_left: int = 0
    is_shortened: bool = False
    lacks_letters: bool = False

    @property
    def title(self) -> str:
        """What it is called."""
        return self.paragraphs[0].text


def lay_out(told: Told, language: str = "en", page: "FPDF | None" = None) -> OverviewPaper:
    """Chooses what fits on one page of A4 or Letter.

    The learner's own words get at most a quarter of it and the skills a seventh; credentials take what is left. What
    does not fit is counted on the page.

    Args:
        language: one of `LANGUAGES`.
        page: to measure with, from an earlier `measuring_document`: making one reads typefaces.
    """
    measuring = page or measuring_document()
    return _Layout(told, language if language in LANGUAGES else LANGUAGES[0], measuring).paper()


def render_overview(paper: OverviewPaper) -> bytes:
    """The page as a tagged PDF; the same page gives the same bytes."""
    page = new_document(paper.title, paper.language, paper.at)
    for number, one in enumerate(paper.paragraphs):
        how = MEASURES[one.style]
        if one.style is Style.HEADING and number:
            page.ln(_BEFORE_HEADING)
        write(page, one.text, how.size, bold=how.bold, gap=how.gap, tag=how.tag)
    target = BytesIO()
    page.output(target)
    return target.getvalue()


def text_of(paper: OverviewPaper) -> str:
    """The page as plain text, a line for each paragraph, an empty one before each heading."""
    lines: list[str] = []
    for one in paper.paragraphs:
        if one.style is Style.HEADING:
            lines.append("")
        lines.append(one.text)
    return "\n".join(lines)


class _Layout:
    """One page while it is made. `_room` is how many millimetres of it are free."""

    def __init__(self, told: Told, language: str, page: "FPDF") -> None:
        self._told = told
        self._language = language
        self._say = _words(language)
        self._page = page
        self._room = _LETTER_HEIGHT - 2 * MARGIN
        self._whole = self._room
        self._shortened = False

    def paper(self) -> OverviewPaper:
        told = self._told
        head = self._taken(self._head())
        foot = self._taken(self._foot())
        words = self._taken(self._own_words())
        counts = self._taken(self._counts())
        skills, skills_left = self._skills()
        self._taken(skills)
        items, items_left = self._items()
        return OverviewPaper(
            self._language,
            told.at,
            (*head, *words, *counts, *skills, *items, *foot),
            skills_left,
            items_left,
            self._shortened,
            self._lacks_letters((*head, *words, *skills, *items)),
        )

    def _head(self) -> Iterator[Paragraph]:
        yield Paragraph(Style.TITLE, self._say["title"])
        if self._told.name.strip():
            yield Paragraph(Style.NAME, _short(self._told.name))
        yield Paragraph(Style.SMALL, self._say["made"].format(date=self._told.at.date().isoformat()))

    def _foot(self) -> Iterator[Paragraph]:
        yield Paragraph(Style.HEADING, self._say["check_title"])
        yield Paragraph(Style.SMALL, self._say["check"])

    def _own_words(self) -> Sequence[Paragraph]:
        """As many lines as there is room for; where some are left out, that is said."""
        words = self._told.words.strip()
        if not words:
            return ()
        how = MEASURES[Style.TEXT]
        lines = count_lines(self._page, words, how.size)
        most = int(self._whole * _WORDS_SHARE / height_of(1, how.size))
        found = [Paragraph(Style.HEADING, self._say["words"])]
        if lines <= most:
            return (*found, Paragraph(Style.TEXT, words))
        self._shortened = True
        kept = _beginning(words, lambda text: count_lines(self._page, text, how.size) <= most - 1)
        return (*found, Paragraph(Style.TEXT, kept + "…"), Paragraph(Style.SMALL, self._say["shortened"]))

    def _counts(self) -> Sequence[Paragraph]:
        counts, say = self._told.counts, self._say
        if counts is None:
            return ()
        own = sum(one.self_asserted for year in counts.years for one in year.credentials)
        kinds = ", ".join(
            _plural(say["kinds"][one.kind], number)
            for one in counts.kinds
            if (number := one.total - sum(_is_own_of(counts, one.kind)))
        )
        total = _plural(say["total"], counts.total - own)
        lines = [f"{total}: {kinds}." if kinds else f"{total}."]
        if counts.total - own:
            lines.append(_plural(say["verified"], counts.proofs) if counts.proofs else say["none_verified"])
        if own:
            lines.append(_plural(say["own"], own))
        if counts.skills.shown:
            lines.append(_plural(say["skills_count"], counts.skills.shown))
        years = self._years(counts)
        return (
            Paragraph(Style.HEADING, say["counts"]),
            Paragraph(Style.TEXT, " ".join(lines)),
            *([Paragraph(Style.TEXT, say["years"].format(years=years))] if years else []),
        )

    def _years(self, counts: Overview) -> str:
        """The latest years first; what is earlier together."""
        by_year = [
            (one.year, sum(not each.self_asserted for each in one.credentials)) for one in counts.years
        ]
        dated = sorted(((year, count) for year, count in by_year if year and count), reverse=True)
        parts = [f"{year}: {count}" for year, count in dated[:_MOST_YEARS]]
        if earlier := sum(count for _, count in dated[_MOST_YEARS:]):
            parts.append(self._say["earlier"].format(n=earlier))
        if undated := sum(count for year, count in by_year if year is None):
            parts.append(self._say["no_year"].format(n=undated))
        return ", ".join(parts)

    def _skills(self) -> tuple[Sequence[Paragraph], int]:
        names = [_short(name) for name in self._told.skills or () if name.strip()]
        if not names:
            return (), 0
        fits = partial(self._skills_fit, names)
        shown = _most(min(len(names), _MOST_SKILLS), fits)
        return self._skills_shown(names, shown), len(names) - shown

    def _skills_fit(self, names: Sequence[str], shown: int) -> bool:
        return self._height(self._skills_shown(names, shown)) <= self._whole * _SKILLS_SHARE

    def _skills_shown(self, names: Sequence[str], shown: int) -> Sequence[Paragraph]:
        left = len(names) - shown
        more = [_plural(self._say["more"], left)] if left else []
        text = ", ".join([*names[:shown], *more])
        return Paragraph(Style.HEADING, self._say["skills"]), Paragraph(Style.TEXT, text)

    def _items(self) -> tuple[Sequence[Paragraph], int]:
        items = self._told.items or ()
        if not items:
            return (), 0
        heading = [Paragraph(Style.HEADING, self._say["items"])]
        room = self._room - self._height(heading)
        more_room = self._height([Paragraph(Style.SMALL, "…")])
        shown: list[Paragraph] = []
        for number, item in enumerate(items):
            told = list(self._item(item))
            is_last = number + 1 == len(items)
            if self._height(told) + (0 if is_last else more_room) > room:
                more = Paragraph(Style.SMALL, _plural(self._say["more"], len(items) - number))
                return (*heading, *shown, more), len(items) - number
            room -= self._height(told)
            shown += told
        return (*heading, *shown), 0

    def _item(self, item: PaperItem) -> Iterator[Paragraph]:
        say = self._say
        yield Paragraph(Style.ITEM, _short(item.name) or say["unnamed"])
        parts = [] if item.is_own else [_short(item.issuer)]
        if item.earned:
            parts.append(say["issued"].format(date=item.earned))
        if item.ends:
            parts.append(say["ended" if item.ended else "ends"].format(date=item.ends))
        chip = verdict_words(item.verdict, self._language).chip
        status = say["status"].format(status=chip, date=item.checked_on)
        parts.append(say["own_status"] if item.is_own else status)
        yield Paragraph(Style.DETAIL, " · ".join(part for part in parts if part))

    def _taken(self, paragraphs: Iterator[Paragraph] | Sequence[Paragraph]) -> Sequence[Paragraph]:
        """Takes their room from the page."""
        found = tuple(paragraphs)
        self._room -= self._height(found)
        return found

    def _height(self, paragraphs: Sequence[Paragraph]) -> float:
        return sum(map(self._height_of, paragraphs))

    def _height_of(self, one: Paragraph) -> float:
        how = MEASURES[one.style]
        lines = count_lines(self._page, one.text, how.size, bold=how.bold)
        above = _BEFORE_HEADING if one.style is Style.HEADING else 0
        return height_of(lines, how.size, how.gap) + above

    def _lacks_letters(self, paragraphs: Sequence[Paragraph]) -> bool:
        return any(lacks_letters(self._page, one.text) for one in paragraphs)


def _is_own_of(counts: Overview, kind: str) -> Iterator[bool]:
    return (one.self_asserted and one.kind == kind for year in counts.years for one in year.credentials)


def _beginning(text: str, fits: Callable[[str], bool]) -> str:
    """The longest beginning of a text, in whole words where it has spaces, that fits."""
    cut = text[: _most(len(text), lambda length: fits(text[:length]))]
    spaced = cut.rpartition(" ")[0]
    return (spaced if len(spaced) > len(cut) // 2 else cut).rstrip()


def _most(limit: int, fits: Callable[[int], bool]) -> int:
    """The largest number up to the limit that fits, where all smaller ones do."""
    low, high = 0, limit
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if fits(middle) else (low, middle - 1)
    return low


def _plural(forms: Sequence[str], number: int) -> str:
    return forms[0 if number == 1 else 1].format(n=number)


def _short(text: str) -> str:
    """On one line, and no longer than a line or two."""
    spaced = " ".join(text.split())
    return spaced if len(spaced) <= _MOST_LETTERS else spaced[: _MOST_LETTERS - 1] + "…"


@cache
def _words(language: str) -> Mapping[str, Any]:
    return tomllib.loads(resources.read_text("overview", f"{language}.toml"))
