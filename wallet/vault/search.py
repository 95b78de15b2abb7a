"""From what a person types to an FTS5 expression that can only mean those words.

Lives here: folding of accents and case, quoting.
Does not live here: the index (`migrations`) and the query around it (`credential_store`).
"""

import unicodedata

_MAX_TYPED_CHARACTERS = 4096
_MAX_TERMS = 16
_MAX_TERM_CHARACTERS = 64


def match_expression(typed: str) -> str | None:
    """An FTS5 expression asking for every typed word; the last one counts as the beginning of a word.

    Every word becomes a quoted string, so operators, column names and wildcards are words like any other. The
    index must hold text that went through `fold`. At most 16 words of 64 characters are looked for. None when
    nothing was typed.

    Source: SQLite FTS5, section 3.1 (FTS5 strings).
    """
    terms = [
        term[:_MAX_TERM_CHARACTERS]
        for term in _storable(fold(typed[:_MAX_TYPED_CHARACTERS])).split()[:_MAX_TERMS]
    ]
    if not terms:
        return None
    quoted = ['"' + term.replace('"', '""') + '"' for term in terms]
    return " ".join(quoted) + " *"


def fold(text: str) -> str:
    """Without case, accents and compatibility forms, in any script; for what is searched for and in alike.

    Source: Unicode Standard, sections 3.11 (normalization) and 3.13 (case folding).
    """
    apart = unicodedata.normalize("NFKD", text.casefold())
    return unicodedata.normalize("NFKC", "".join(c for c in apart if unicodedata.category(c) != "Mn"))


def _storable(typed: str) -> str:
    """Without NUL, which ends a string inside SQLite, and without halves of surrogate pairs, which have no UTF-8."""
    return typed.replace("\0", " ").encode("utf-8", "replace").decode("utf-8")
