"""A class pack (`.lerclass`): what a counselor brings to a class, in one file without a name or an e-mail in it.

Lives here: writing the file and reading it strictly. Does not live here: what is locked for single students
(`class_groups`), what a list of issuers says (`wallet.verification.trust_lists`), collecting all of it
(`wallet.app.class_pack`).

The layout is a contract and stands in the README beside this module.
"""

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from wallet.codecs import base64url, strict_json, zip_archive
from wallet.errors import CodecError, Reason, SharingError
from wallet.sharing.class_groups import ID_BYTES, SALT_BYTES

SUFFIX = ".lerclass"
FORMAT, VERSION = "ler-class-pack", 1
MANIFEST = "class.json"
LANGUAGES = ("en", "es")
MAX_PACK_BYTES = 20_000_000
MOST_SEATS = 500
MOST_GROUPS = 500
MOST_LISTS = 10
MOST_LETTERS = 300
"""Of the note to students; a title or the name of a school takes 100."""

_MOST_IN_TITLE = 100
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the same pack gives the same bytes: the archive's own clock says nothing
_LIST = re.compile(r"lists/[1-9][0-9]?\.json")
_GROUP = re.compile(r"groups/[A-Za-z0-9_-]{22}\.bin")
_KEYS = {"format", "version", "seats", "language", "school", "note", "salt", "check", "lists", "groups"}


@dataclass(frozen=True, slots=True)
class PackedList:
    """One list of issuers: its bytes as published, and what to call it where it carries no name."""

    title: str
    body: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class ClassPack:
    """Everything in a pack.

    Attributes:
        seats: for how many students it is.
        language: "en", "es", or "" to leave it as it is.
        school: what the school calls itself; plain text, hostile.
        note: a few words for students; plain text, hostile.
        salt: 16 random bytes that make this pack's derivations its own.
        check: what the class code alone leads to (`GroupKey.id`), so that a mistyped one is told.
        lists: lists of issuers the school or district knows.
        groups: what is locked for one student each, by `GroupKey.id`.
    """

    seats: int
    language: str
    school: str
    note: str
    salt: bytes
    check: str
    lists: Sequence[PackedList]
    groups: Mapping[str, bytes] = field(repr=False)


def render_class_pack(pack: ClassPack) -> bytes:
    """The file.

    Raises:
        SharingError: CLASS_PACK_TOO_LARGE.
    """
    lists = [(f"lists/{number}.json", one) for number, one in enumerate(pack.lists, 1)]
    groups = sorted(
        pack.groups.items()
    )  # by what they are filed under, so that the order of a class list is gone
    manifest = {
        "format": FORMAT,
        "version": VERSION,
        "seats": pack.seats,
        "language": pack.language,
        "school": pack.school,
        "note": pack.note,
        "salt": base64url.encode(pack.salt),
        "check": pack.check,
        "lists": [{"file": name, "title": one.title} for name, one in lists],
        "groups": [name for name, _ in groups],
    }
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        _add(archive, MANIFEST, strict_json.dumps(manifest).encode("utf-8"))
        for name, one in lists:
            _add(archive, name, one.body)
        for name, locked in groups:
            _add(archive, f"groups/{name}.bin", locked)
    content = target.getvalue()
    if len(content) > MAX_PACK_BYTES or len(groups) > MOST_GROUPS:
        raise SharingError(Reason.CLASS_PACK_TOO_LARGE, f"{len(content)} bytes")
    return content


def parse_class_pack(data: bytes) -> ClassPack:
    """The pack in these bytes. What the rules do not know is refused: a pack is made by this program or one like it.

    Raises:
        SharingError: CLASS_PACK_INVALID with the rule that is broken, CLASS_PACK_NEWER for another version.
    """
    if not zip_archive.looks_like_zip(data) or len(data) > MAX_PACK_BYTES:
        raise _invalid("not an archive")
    try:
        archive = zip_archive.open_zip(io.BytesIO(data))
        contents = {entry.name: archive.read(entry) for entry in archive.entries}
        if len(contents) != len(archive.entries) or MANIFEST not in contents:
            raise _invalid("its files")
        manifest: Any = strict_json.loads(contents.pop(MANIFEST))
        return _read_manifest(manifest, contents)
    except CodecError as error:
        raise _invalid(str(error.reason)) from error


def _read_manifest(manifest: Any, contents: Mapping[str, bytes]) -> ClassPack:
    if not isinstance(manifest, dict) or manifest.get("format") != FORMAT:
        raise _invalid("format")
    if type(manifest.get("version")) is not int or manifest["version"] != VERSION:
        raise SharingError(Reason.CLASS_PACK_NEWER, "version")
    if set(manifest) != _KEYS:
        raise _invalid("members")
    seats = manifest["seats"]
    if type(seats) is not int or not 1 <= seats <= MOST_SEATS:
        raise _invalid("seats")
    if manifest["language"] not in ("", *LANGUAGES):
        raise _invalid("language")
    lists = [_list(one, contents) for one in _entries(manifest["lists"], MOST_LISTS, "lists")]
    groups = [_group(one, contents) for one in _entries(manifest["groups"], MOST_GROUPS, "groups")]
    named = {name for name, _ in (*lists, *groups)}
    if len(named) != len(lists) + len(groups) or named != set(contents):
        raise _invalid("its files")
    return ClassPack(
        seats=seats,
        language=manifest["language"],
        school=_text(manifest["school"], _MOST_IN_TITLE, "school"),
        note=_text(manifest["note"], MOST_LETTERS, "note"),
        salt=_bytes(manifest["salt"], SALT_BYTES, "salt"),
        check=base64url.encode(_bytes(manifest["check"], ID_BYTES, "check")),
        lists=tuple(found for _, found in lists),
        groups={name[len("groups/") : -len(".bin")]: locked for name, locked in groups},
    )


def _list(entry: Any, contents: Mapping[str, bytes]) -> tuple[str, PackedList]:
    if not isinstance(entry, dict) or set(entry) != {"file", "title"}:
        raise _invalid("lists")
    name = entry["file"]
    if not isinstance(name, str) or not _LIST.fullmatch(name) or name not in contents:
        raise _invalid("lists")
    return name, PackedList(_text(entry["title"], _MOST_IN_TITLE, "lists"), contents[name])


def _group(entry: Any, contents: Mapping[str, bytes]) -> tuple[str, bytes]:
    name = f"groups/{entry}.bin"
    if not isinstance(entry, str) or not _GROUP.fullmatch(name) or name not in contents:
        raise _invalid("groups")
    _bytes(entry, ID_BYTES, "groups")
    return name, contents[name]


def _entries(value: Any, most: int, what: str) -> list[Any]:
    if not isinstance(value, list) or len(value) > most:
        raise _invalid(what)
    return value


def _text(value: Any, most: int, what: str) -> str:
    if not isinstance(value, str) or len(value) > most or not value.isprintable():
        raise _invalid(what)
    return value


def _bytes(value: Any, length: int, what: str) -> bytes:
    found = base64url.decode_strict(value) if isinstance(value, str) else b""
    if len(found) != length:
        raise _invalid(what)
    return found


def _add(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.external_attr = 0o600 << 16
    archive.writestr(entry, content)


def _invalid(rule: str) -> SharingError:
    return SharingError(Reason.CLASS_PACK_INVALID, rule)
