"""Text in the order in which it is drawn, for writers of PDFs that put one letter after the other from left to right.

Lives here: joining Arabic letters, and turning what is read from right to left. Does not live here: breaking lines
(`tagged_pdf`), which comes between the two.

Source: The Unicode Standard, section 9.2 (Arabic, cursive joining) and its presentation forms; the order is fpdf2's
implementation of UAX #9.
"""

import unicodedata
from collections.abc import Collection, Mapping
from functools import cache

_FORMS = (range(0xFB50, 0xFE00), range(0xFE70, 0xFF00))
_STRONG_RIGHT = ("R", "AL")
_TATWEEL, _LAM = "\u0640", "\u0644"
_MIRRORED = str.maketrans("()[]{}<>«»", ")(][}{><»«")


def runs_from_right(text: str) -> bool:
    """Whether a paragraph is read from right to left: by its first letter that has a direction (UAX #9, P2 and P3)."""
    directions = map(unicodedata.bidirectional, text)
    first = next((one for one in directions if one in ("L", *_STRONG_RIGHT)), "L")
    return first in _STRONG_RIGHT


def has_letters_from_right(text: str) -> bool:
    """Whether anything in it is read from right to left."""
    return any(unicodedata.bidirectional(letter) in _STRONG_RIGHT for letter in text)


def joined(text: str, known: Collection[int]) -> str:
    """The same with Arabic letters in the form they have beside their neighbours; in the order in which it is read.

    Args:
        known: the letters the typeface has, by number; a form it lacks stays as the letter.
    """
    if not any(unicodedata.bidirectional(letter) == "AL" for letter in text):
        return text
    shown: list[str] = []
    letters = list(text)
    for place, letter in enumerate(letters):
        if not letter:
            continue
        after = _neighbour(letters, place, 1)
        name, follower = letter, letters[after] if after >= 0 else ""
        if letter == _LAM and letter + follower in _forms():
            name = letter + follower
            letters[place], letters[after] = follower, ""  # nothing joins an alef after it
            after = _neighbour(letters, after, 1)
        before = _neighbour(letters, place, -1)
        to_right = before >= 0 and _reaches_on(letters[before]) and "final" in _forms().get(name, {})
        to_left = after >= 0 and len(name) == 1 and _reaches_on(name) and _can_be_reached(letters[after])
        form = ("medial" if to_left else "final") if to_right else ("initial" if to_left else "isolated")
        found = _forms().get(name, {}).get(form, "")
        shown.append(found if found and ord(found) in known else name)
    return "".join(shown)


def plain(text: str) -> str:
    """Letters instead of their joined forms, as a reader wants to have them."""
    return "".join(
        unicodedata.normalize("NFKC", letter) if any(ord(letter) in forms for forms in _FORMS) else letter
        for letter in text
    )


def drawn(line: str, *, from_right: bool) -> str:
    """One line in the order in which its letters are drawn from left to right; brackets turned where they must be.

    Args:
        from_right: whether its paragraph is read from right to left.
    """
    if not from_right and not has_letters_from_right(line):
        return line
    from fpdf.bidi import BidiParagraph  # noqa: PLC0415 - where it is needed
    from fpdf.enums import TextDirection  # noqa: PLC0415

    direction = TextDirection.RTL if from_right else TextDirection.LTR
    ordered = BidiParagraph(text=line, base_direction=direction).get_reordered_characters()
    return "".join(
        one.character.translate(_MIRRORED) if one.embedding_level % 2 else one.character for one in ordered
    )


def _neighbour(letters: list[str], place: int, step: int) -> int:
    """The next letter in a direction; marks above and below are no neighbours. -1 where there is none."""
    place += step
    while 0 <= place < len(letters):
        if letters[place] and unicodedata.category(letters[place]) != "Mn":
            return place
        place += step
    return -1


def _reaches_on(letter: str) -> bool:
    """Whether it joins the letter after it."""
    return letter == _TATWEEL or "initial" in _forms().get(letter, {})


def _can_be_reached(letter: str) -> bool:
    """Whether it joins the letter before it."""
    return letter == _TATWEEL or "final" in _forms().get(letter, {})


@cache
def _forms() -> Mapping[str, Mapping[str, str]]:
    """The joined forms of letters, and of lam with alef, by the words of the Unicode Character Database."""
    found: dict[str, dict[str, str]] = {}
    for number in (number for forms in _FORMS for number in forms):
        kind, *letters = unicodedata.decomposition(chr(number)).split() or [""]
        name = "".join(chr(int(letter, 16)) for letter in letters)
        is_pair = len(name) == 2 and name[0] == _LAM  # noqa: PLR2004
        if kind in ("<isolated>", "<final>", "<initial>", "<medial>") and (len(name) == 1 or is_pair):
            found.setdefault(name, {}).setdefault(kind.strip("<>"), chr(number))
    return found
