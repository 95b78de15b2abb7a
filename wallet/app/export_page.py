"""The page that opens an export for people: what is here, where it came from, what it was used for.

Lives here: HTML without scripts and without anything from elsewhere, every text escaped. Does not live here: the files.

Names come from credentials and are hostile: escaped, cut, kept apart from the direction of the text around them. Only
files that a browser shows without running anything are linked; the others are named.
"""

import base64
import hashlib
import html
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any

from wallet.app.reason_texts import verdict_words
from wallet.codecs import strict_json
from wallet.resources import read_bytes
from wallet.verification.report import Verdict

_LINKED = frozenset({".json", ".txt", ".png", ".jwt"})
_MAX_TEXT = 300
_MAX_NOTE = 20_000
_STYLE = (
    ":root{color-scheme:light dark}"
    "body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}"
    "table{border-collapse:collapse;width:100%}"
    "th,td{text-align:start;vertical-align:top;padding:.5rem;border-bottom:1px solid #8888;overflow-wrap:anywhere}"
    ".warning{border:2px solid;padding:.5rem 1rem}"
    "pre{white-space:pre-wrap;font:inherit;margin:0}"
)


def index_page(manifest: Mapping[str, Any], language: str = "en") -> str:
    """The whole page as HTML.

    Args:
        manifest: what `export` writes for programs.
        language: of the words; "en".
    """
    words = strict_json.loads(read_bytes("export", f"{language}.json"))
    style = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
    return (
        f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">\n'
        f"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-{style}'\">\n"
        '<meta name="referrer" content="no-referrer">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_text(words['title'])}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
        + "\n".join(_body(manifest, words))
        + "\n</body>\n</html>\n"
    )


def _body(manifest: Mapping[str, Any], words: Mapping[str, str]) -> Iterator[str]:
    vault = manifest["vault"]
    yield f"<h1>{_text(words['title'])}: {_name(vault['name'])}</h1>"
    yield f"<p>{_text(words['made'])} {_date(manifest['made_at'])}</p>"
    yield f'<p class="warning"><strong>{_text(words["warning"])}</strong> {_text(words["warning_more"])}</p>'
    if manifest["holder_keys"]:
        yield f'<p class="warning"><strong>{_text(words["keys"])}</strong></p>'
    if manifest["damaged"]:
        yield f'<p class="warning">{_text(words["damaged"])} {_list(manifest["damaged"])}</p>'
    yield f"<p>{_text(words['manifest'])} {_file('manifest.json')}</p>"
    current = [one for one in manifest["credentials"] if not (one["superseded_at"] or one["deleted_at"])]
    older = [one for one in manifest["credentials"] if one["superseded_at"] or one["deleted_at"]]
    yield from _credentials(words["credentials"], current, words)
    if older:
        yield from _credentials(words["older"], older, words)
    yield from _collections(manifest, words)
    yield from _shares(manifest["shares"], words)
    yield from _profiles(manifest["profiles"], words)


def _credentials(title: str, entries: Sequence[Mapping[str, Any]], words: Mapping[str, str]) -> Iterator[str]:
    yield f"<h2>{_text(title)} ({len(entries)})</h2>\n<table>"
    yield _header(words, "name", "issuer", "issued", "last_check", "files", "own")
    for one in entries:
        files = [one["file"], one["report"], *(evidence["file"] for evidence in one["evidence"])]
        own = [
            *(_name(name) for name in (*one["collections"], *one["tags"])),
            *(f"<pre>{_text(note['text'], _MAX_NOTE)}</pre>" for note in one["notes"]),
            *(f"{_name(file['name'])}: {_file(file['file'])}" for file in one["files"]),
        ]
        check = f"{_text(verdict_words(_verdict(one['verdict'])).chip)}, {_date(one['checked_at'])}"
        yield _row(
            _name(one["name"]),
            _name(one["issuer"]),
            _text(one["issued"] or ""),
            check,
            "<br>".join(map(_file, files)),
            "<br>".join(own),
        )
    yield "</table>"


def _collections(manifest: Mapping[str, Any], words: Mapping[str, str]) -> Iterator[str]:
    if not manifest["collections"]:
        return
    names = {one["id"]: one["name"] for one in manifest["credentials"]}
    yield f"<h2>{_text(words['collections'])}</h2>"
    for one in manifest["collections"]:
        members = "".join(f"<li>{_name(names.get(member, member))}</li>" for member in one["credentials"])
        yield f"<h3>{_name(one['name'])}</h3>\n<ol>{members}</ol>"


def _shares(shares: Sequence[Mapping[str, Any]], words: Mapping[str, str]) -> Iterator[str]:
    yield f"<h2>{_text(words['shares'])} ({len(shares)})</h2>\n<table>"
    yield _header(words, "to", "purpose", "when", "until", "what", "files")
    for one in shares:
        until = _date(one["until"]) if one["until"] else ""
        yield _row(
            _name(one["to"]),
            _name(one["purpose"]),
            _date(one["made_at"]),
            until,
            _list(one["titles"]),
            _file(one["file"]),
        )
    yield "</table>"


def _profiles(profiles: Sequence[Mapping[str, Any]], words: Mapping[str, str]) -> Iterator[str]:
    if profiles:
        yield f"<h2>{_text(words['profiles'])}</h2>"
    for one in profiles:
        yield f"<p>{_name(one['name'])}: {_list([*one['identifiers'], *one['dids']])}</p>"


def _header(words: Mapping[str, str], *names: str) -> str:
    return "<tr>" + "".join(f'<th scope="col">{_text(words[name])}</th>' for name in names) + "</tr>"


def _row(*cells: str) -> str:
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>"


def _file(path: str) -> str:
    """A file of ours: its name holds only letters, digits and hyphens."""
    shown = _text(path)
    return f'<a href="{shown}">{shown}</a>' if PurePosixPath(path).suffix in _LINKED else shown


def _list(texts: Sequence[str]) -> str:
    return ", ".join(map(_name, texts))


def _name(text: str) -> str:
    """A name from outside, whose own direction of writing ends with it."""
    return f"<bdi>{_text(text)}</bdi>"


def _text(text: str, limit: int = _MAX_TEXT) -> str:
    """Escaped, cut, without halves of characters and control characters."""
    whole = text.encode("utf-8", "replace").decode()
    shown = "".join(
        letter if letter.isprintable() or letter == "\n" else "\N{REPLACEMENT CHARACTER}" for letter in whole
    )
    return html.escape(shown[:limit]) + ("…" if len(shown) > limit else "")


def _date(text: str) -> str:
    return _text(text[:10])


def _verdict(text: str) -> Verdict:
    return Verdict(text)
