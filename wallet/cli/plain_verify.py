"""The plain form of `verify`, read without click, which takes longer to load than a badge to verify.

Plain is the word `verify`, inputs, and the options of the tables below: written in full, each value a word of its own
that does not begin with a dash, none twice that counts once. Everything else is click's: help, other commands,
mistakes, secrets. What is plain means here what it means to click; a test holds both to that.

Lives here: reading the words. Does not live here: the options themselves (`commands`) or the work (`verify`). Loads
next to nothing, so that `wallet.__main__` can ask whether a run has to do with secrets.
"""

import os
from collections.abc import Sequence
from typing import Any

from wallet.cli import variables

_FLAGS = {"--json": "as_json", "--debug": "debug"}
_ONCE = {
    "--at": "at",
    "--documents": "documents",
    "--csv": "csv_path",
    "--audience": "audience",
    "--nonce": "nonce",
}
_SEVERAL = {"--trust": "trust", "--recipient": "recipients"}


def read(words: Sequence[str]) -> dict[str, Any] | None:
    """What `verify.run` is to be called with; None when the words are not plain, or a secret is at hand."""
    if not words or words[0] != "verify" or any(name in os.environ for name in variables.ALL):
        return None
    return _read(words[1:])


def _read(words: Sequence[str]) -> dict[str, Any] | None:
    flags = dict.fromkeys(_FLAGS.values(), False)
    once: dict[str, str | None] = dict.fromkeys(_ONCE.values())
    several: dict[str, list[str]] = {name: [] for name in ("inputs", *_SEVERAL.values())}
    rest = iter(words)
    for word in rest:
        if word in _FLAGS:
            flags[_FLAGS[word]] = True
        elif word in _ONCE or word in _SEVERAL:
            value = next(rest, "-")
            if value.startswith("-") or (word in _ONCE and once[_ONCE[word]] is not None):
                return None
            if word in _ONCE:
                once[_ONCE[word]] = value
            else:
                several[_SEVERAL[word]].append(value)
        elif word.startswith("-") and word != "-":
            return None
        else:
            several["inputs"].append(word)
    if not several["inputs"]:
        return None
    return {**flags, **once, **{name: tuple(values) for name, values in several.items()}}
