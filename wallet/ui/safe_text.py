"""Makes text from credentials safe to lay out: plain, of bounded length, in the order it is written.

Lives here: what every label does to its text. Markup is not removed; it is shown, because no widget here
renders markup.
"""

import unicodedata

_LIMIT = 4000
_MARKS_IN_A_ROW = 4
_LONGEST_WORD = 28
_BREAK = "\u200b"
_DIRECTION = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c")
_REPLACEMENT = "\ufffd"


def display_text(text: str, limit: int = _LIMIT) -> str:
    """The text as a label may show it.

    Control characters become spaces (a line feed stays), direction overrides become a visible mark, more than
    four combining marks on one letter are dropped, words over 28 characters may be broken, and the whole ends
    with an ellipsis after `limit`.
    """
    return text if len(text) <= limit and _is_plain(text) else _tamed(text, limit)


def _tamed(text: str, limit: int) -> str:
    """`display_text` of any text, character by character."""
    shown: list[str] = []
    marks = word = 0
    for char in text[: limit + 1]:
        if unicodedata.combining(char):
            marks += 1
            if marks <= _MARKS_IN_A_ROW:
                shown.append(char)
            continue
        marks = 0
        seen = _visible(char)
        word = 0 if seen.isspace() else word + 1
        if word > _LONGEST_WORD:
            shown.append(_BREAK)
            word = 1
        shown.append(seen)
    return "".join(shown[:limit]) + "…" if len(text) > limit else "".join(shown)


def copyable_text(text: str, limit: int = _LIMIT) -> str:
    """The same without break marks: for fields that break lines anywhere, and may be copied from."""
    return display_text(text, limit).replace(_BREAK, "")


def one_line(text: str, limit: int = 300) -> str:
    """The same on a single line, without break marks: for painted text that is cut by width."""
    return " ".join(display_text(text, limit).replace(_BREAK, "").split())


def _is_plain(text: str) -> bool:
    """Whether nothing in it is changed by any of this, as in nearly every text there is; told without a look at each.

    What Python calls printable has no control, format or separator characters but the space.
    """
    return (
        text.isprintable()
        and max(map(len, text.split(" "))) <= _LONGEST_WORD
        and not any(map(unicodedata.combining, text))
    )


def _visible(char: str) -> str:
    if char in _DIRECTION:
        return _REPLACEMENT
    if char == "\n":
        return char
    return " " if unicodedata.category(char) in ("Cc", "Zl", "Zp") else char
