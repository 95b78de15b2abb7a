"""Names that pretend: letters of another alphabet, marks nobody sees, names that pass for somebody else's.

Lives here: what is odd about a name by itself (`oddity`), and the form in which names that look alike are equal
(`skeleton`). Does not live here: lists of names (`trust_lists`) or what follows for a verdict
(`checks.issuer_trust`).

Limits, so that nobody relies on more than there is. Alphabets are told by the names of the Unicode characters. The
tables of twins hold the letters of Cyrillic, Greek and Armenian that most fonts draw like Latin ones, and the usual
tricks with digits and pairs; they are a small part of Unicode's list (UTS 39). A name all in one foreign alphabet is
not odd, it is only compared with the listed names; names in scripts without twins here are compared letter by letter.
So no finding never means that a name is true.
"""

import unicodedata
from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache

# Longer names are compared by their beginning; real ones are far shorter.
_MAX_CHARACTERS = 300

# The alphabets whose letters pass for one another. Other scripts stand beside Latin letters in honest names.
_ALPHABETS = frozenset({"LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "COPTIC", "CHEROKEE", "LISU"})
# Latin letters in fancy dress; no keyboard types them.
_DRESSED = "MATHEMATICAL"

_DIRECTIONS = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})
_JOINERS = frozenset("\u200c\u200d")
# What joiners may follow without being a disguise: letters of scripts that are spelled with them, and emoji.
_JOINED_SCRIPTS = frozenset(
    {
        *("ARABIC", "SYRIAC", "MONGOLIAN", "DEVANAGARI", "BENGALI", "GUJARATI", "GURMUKHI", "KANNADA"),
        *("MALAYALAM", "ORIYA", "SINHALA", "TAMIL", "TELUGU", "KHMER", "MYANMAR", "TIBETAN"),
    }
)
_JOINED_CATEGORIES = frozenset({"So", "Sk", "Mn"})
# Drawn as nothing, though their category is that of a letter, a mark or a symbol.
_BLANKS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u2800\u3164\uffa0")
_UNSEEN_CATEGORIES = frozenset({"Cc", "Cf", "Co", "Cs"})

# Letters and the Latin letter they are drawn like, by the last words of their Unicode names.
_UPPER_TWINS = {
    "CYRILLIC CAPITAL LETTER": "A=a VE=b IE=e KA=k EM=m EN=h O=o ER=p ES=c TE=t U=y HA=x DZE=s JE=j QA=q WE=w"
    " BYELORUSSIAN-UKRAINIAN_I=i STRAIGHT_U=y",
    "GREEK CAPITAL LETTER": "ALPHA=a BETA=b EPSILON=e ZETA=z ETA=h IOTA=i KAPPA=k MU=m NU=n OMICRON=o RHO=p TAU=t"
    " UPSILON=y CHI=x",
    "ARMENIAN CAPITAL LETTER": "OH=o SEH=u",
}
_LOWER_TWINS = {
    "CYRILLIC SMALL LETTER": "A=a VE=b IE=e KA=k EM=m EN=h O=o ER=p ES=c TE=t U=y HA=x DZE=s JE=j QA=q WE=w GHE=r"
    " BYELORUSSIAN-UKRAINIAN_I=i STRAIGHT_U=y PALOCHKA=l SHHA=h KOMI_DE=d SOFT_SIGN=b",
    "GREEK SMALL LETTER": "ALPHA=a BETA=b EPSILON=e ETA=n IOTA=i KAPPA=k MU=u NU=v OMICRON=o RHO=p SIGMA=o TAU=t"
    " UPSILON=u CHI=x GAMMA=y OMEGA=w",
    "ARMENIAN SMALL LETTER": "AYB=w VO=n SEH=u OH=o HO=h ZA=q CO=g",
    "LATIN SMALL LETTER": "DOTLESS_I=i",
}
_DIGIT_TWINS = {"0": "o", "1": "l", "|": "l"}
# Merged last, for what is equal in one font or another.
_NEAR = (("i", "l"), ("rn", "m"), ("vv", "w"), ("cl", "d"))


class Oddity(StrEnum):
    """What can be odd about a name by itself."""

    DIRECTION = "text direction"
    INVISIBLE = "invisible characters"
    ALPHABETS = "mixed alphabets"


def oddity(name: str) -> Oddity | None:
    """What is odd about a name by itself; None when nothing is."""
    text = name[:_MAX_CHARACTERS]
    if text.isascii() and text.isprintable():
        return None  # one alphabet, one direction, nothing unseen
    if any(unicodedata.bidirectional(character) in _DIRECTIONS for character in text):
        return Oddity.DIRECTION
    if any(_is_unseen(text, place) for place in range(len(text))):
        return Oddity.INVISIBLE
    return Oddity.ALPHABETS if _mixes_alphabets(text) else None


def _is_unseen(text: str, place: int) -> bool:
    """Whether a reader sees nothing of this character."""
    character, before = text[place], text[place - 1] if place else " "
    if character in _JOINERS:
        joined = _script(before) in _JOINED_SCRIPTS or unicodedata.category(before) in _JOINED_CATEGORIES
        return not joined
    return character in _BLANKS or unicodedata.category(character) in _UNSEEN_CATEGORIES


def _mixes_alphabets(text: str) -> bool:
    """Whether one word mixes alphabets, or a word beside Latin ones only looks Latin.

    Honest names in two languages have their words in one alphabet each and letters that are not Latin's twins.
    """
    scripts = {
        word: {_script(character) for character in word if character.isalpha()} for word in text.split()
    }
    if any(_DRESSED in found or len(found & _ALPHABETS) > 1 for found in scripts.values()):
        return True
    foreign = [word for word, found in scripts.items() if found & _ALPHABETS and "LATIN" not in found]
    has_latin = any("LATIN" in found for found in scripts.values())
    return has_latin and any(len(word) > 1 and skeleton(word).isascii() for word in foreign)


@lru_cache(maxsize=4096)
def _script(character: str) -> str:
    """The first word of a character's Unicode name, which for letters is the script."""
    return unicodedata.name(character, "").partition(" ")[0]


@lru_cache(maxsize=4096)
def skeleton(name: str) -> str:
    """The form in which names that look alike are equal: letters and digits, no accents, no case, twins merged.

    Source: the idea is the skeleton of UTS 39, section 4; the tables are ours and smaller (see the module's limits).
    """
    plain = unicodedata.normalize("NFKD", name[:_MAX_CHARACTERS]).translate(_upper_twins()).casefold()
    merged = "".join(letter for letter in plain.translate(_lower_twins()) if letter.isalnum())
    for pair, twin in _NEAR:
        merged = merged.replace(pair, twin)
    return merged


def is_same_name(one: str, other: str) -> bool:
    """Whether two names differ in nothing but case, spaces, punctuation, and how accents are encoded."""
    return _bare(one) == _bare(other)


def _bare(name: str) -> str:
    text = unicodedata.normalize("NFC", name).casefold()
    return "".join(letter for letter in text if letter.isalnum() or unicodedata.combining(letter))


@lru_cache(maxsize=1)
def _upper_twins() -> Mapping[int, str]:
    return _table(_UPPER_TWINS)


@lru_cache(maxsize=1)
def _lower_twins() -> Mapping[int, str]:
    return _table(_LOWER_TWINS) | {ord(character): twin for character, twin in _DIGIT_TWINS.items()}


def _table(twins: Mapping[str, str]) -> dict[int, str]:
    """A table for `str.translate` out of names and twins."""
    table = {}
    for start, entries in twins.items():
        for entry in entries.split():
            name, _, twin = entry.partition("=")
            table[ord(unicodedata.lookup(f"{start} {name.replace('_', ' ')}"))] = twin
    return table
