"""A credential somewhere in a text: a chat, a mail, a web page somebody copied.

Lives here: finding JSON objects, compact tokens and share links among other words. Does not live here: reading what is
found. The time is bounded.
"""

import re
from collections.abc import Iterator, Sequence
from html import unescape

from wallet.credentials.gathered.entries import Entry

MAX_FOUND = 100
_MOST_STEPS = 2_000_000
"""How many braces, quotes and backslashes are looked at in all: more than any credential has, and some seconds."""

# First whatever a token could be made of, then whether it is one: each letter is looked at twice, never more.
_RUN = re.compile(r"[A-Za-z0-9_.~-]{20,}")
_TOKEN = re.compile(r"eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]*(?:~[A-Za-z0-9_.-]*){0,1000}")
_LINK = re.compile(r"(?:ler-wallet:|https?://)[!-~]{1,40000}")
_VPQR = re.compile(r"VP1-B[A-Z2-7]{16,16000}")
_BRACES = re.compile(r'["{}\\]')
_OPENING = re.compile(r'\{(?=\s{0,200}")')  # of an object with a member; other braces are words
_TELLING = (
    "credentialSubject",
    "verifiableCredential",
    '"@context"',
    '"recipient"',
    '"vc"',
    '"contents"',
    '"badge"',
)
_SHARE_MARK = "#1."
_END_OF_SENTENCE = ".,;:!?)>]}\"'"


def find_credentials(data: bytes) -> Sequence[Entry]:
    """What in a text may be a credential, in the order of the text; empty when nothing is.

    Args:
        data: text in UTF-8, or in Windows' western letters where it is not; at most 20 MB.
    """
    text = _as_text(data)
    found: list[tuple[int, str]] = []
    rest: list[str] = []
    end = 0
    for start, stop in _objects(text):
        piece = text[start:stop]
        if any(word in piece for word in _TELLING):
            found.append((start, piece))
            rest.append(text[end:start] + " " * (stop - start))
            end = stop
    rest.append(text[end:])
    outside = "".join(rest)
    for run in _RUN.finditer(outside):
        token = _TOKEN.match(run[0].lstrip("._~-"))
        if token is not None:
            found.append((run.start(), token[0]))
    found += [(match.start(), match[0]) for match in _VPQR.finditer(outside)]
    links = ((match.start(), match[0].rstrip(_END_OF_SENTENCE)) for match in _LINK.finditer(outside))
    found += [(start, link) for start, link in links if _SHARE_MARK in link or link.startswith("ler-wallet:")]
    unique = dict(reversed([(piece, start) for start, piece in sorted(found)]))
    pieces = sorted(unique, key=unique.__getitem__)[:MAX_FOUND]
    return [Entry(f"#{number}", piece.encode()) for number, piece in enumerate(pieces)]


def looks_like_text(data: bytes) -> bool:
    """Whether this could be words at all, with something in it that could be a credential."""
    return b"\0" not in data[:10_000] and any(
        mark in data for mark in (b"{", b"eyJ", b"ler-wallet:", b"#1.", b"VP1-", b"&quot;")
    )


def _as_text(data: bytes) -> str:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    # In the source of a web page quotation marks are written as entities.
    return unescape(text) if "&quot;" in text or "&#34;" in text else text


def _objects(text: str) -> Iterator[tuple[int, int]]:
    """Where outermost pairs of braces stand that close; braces in JSON strings do not count."""
    place, steps = 0, _MOST_STEPS
    while steps > 0 and (found := _OPENING.search(text, place)) is not None:
        end, steps = _closing(text, found.start(), steps)
        if end is not None:
            yield found.start(), end
        place = found.end() if end is None else end


def _closing(text: str, start: int, steps: int) -> tuple[int | None, int]:
    """The place behind the brace that closes the one at `start`, if it does, and how many steps are left."""
    depth, in_string, place = 0, False, start
    while steps > 0 and (found := _BRACES.search(text, place)) is not None:
        letter, place, steps = found[0], found.end(), steps - 1
        if letter == "\\":
            place += in_string
        elif letter == '"':
            in_string = not in_string
        elif not in_string:
            depth += 1 if letter == "{" else -1
            if depth == 0:
                return place, steps
    return None, steps
