"""From what a person types to an FTS5 expression that can only mean those words.

Lives here: quoting. Does not live here: the index (`migrations`) and the query around it (`credential_store`).
"""

_MAX_TERMS = 16
_MAX_TERM_CHARACTERS = 64


def match_expression(typed: str) -> str | None:
    """An FTS5 expression asking for every typed word; the last one counts as the beginning of a word.

    Every word becomes a quoted string, so operators, column names and wildcards are words like any other.
    Accents and case are folded by
    the index. At most 16 words of 64 characters are looked for. None when nothing was typed.

    Source: SQLite FTS5, section 3.1 (FTS5 strings).
    """
    terms = [term[:_MAX_TERM_CHARACTERS] for term in _storable(typed).split()[:_MAX_TERMS]]
    if not terms:
        return None
    quoted = ['"' + term.replace('"', '""') + '"' for term in terms]
    return " ".join(quoted) + " *"


def _storable(typed: str) -> str:
    """Without NUL, which ends a string inside SQLite, and without halves of surrogate pairs, which have no UTF-8."""
    return typed.replace("\0", " ").encode("utf-8", "replace").decode("utf-8")
