"""A class pack is read in one way or not at all, and gives each student their own and nothing of another's."""

import io
import json
import os
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest

from wallet.errors import Reason, SharingError
from wallet.sharing.class_groups import (
    MAX_GROUP_BYTES,
    code_text,
    derive_group,
    lock_group,
    new_code,
    open_group,
    read_code,
    read_email,
)
from wallet.sharing.class_pack import (
    MAX_PACK_BYTES,
    ClassPack,
    PackedList,
    parse_class_pack,
    render_class_pack,
)

SALT = bytes(range(16))
CODE = new_code(lambda count: bytes(range(count)))
DANA, LEO = "dana@school.example", "leo@school.example"


@pytest.fixture(scope="module")
def pack() -> ClassPack:
    groups = {}
    for email, content in ((DANA, b"of Dana"), (LEO, b"of Leo")):
        key = derive_group(email, CODE, SALT)
        groups[key.id] = lock_group(content, key, SALT, os.urandom)
    check = derive_group("", CODE, SALT).id
    lists = (PackedList("District", b'{"registry": {}}'),)
    return ClassPack(24, "es", "Harbor High", "Bring your stick.", SALT, check, lists, groups)


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def archive_of(parts: Mapping[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def test_what_is_written_is_read_again(pack: ClassPack) -> None:
    assert parse_class_pack(render_class_pack(pack)) == pack


def test_each_opens_their_own_however_it_is_typed_and_nobody_anothers(pack: ClassPack) -> None:
    read = parse_class_pack(render_class_pack(pack))
    typed = f" {CODE.lower().replace('-', ' ')} ".replace("0", "o").replace("1", "l")
    key = derive_group("  Dana@School.Example ", typed, read.salt)
    assert open_group(read.groups[key.id], key, read.salt) == b"of Dana"
    of_leo = next(name for name in read.groups if name != key.id)
    with pytest.raises(SharingError) as caught:
        open_group(read.groups[of_leo], replace(key, id=of_leo), read.salt)
    assert caught.value.reason is Reason.CLASS_PACK_INVALID
    assert derive_group("else@school.example", CODE, read.salt).id not in read.groups


def test_the_same_e_mail_and_code_lead_nowhere_in_another_pack(pack: ClassPack) -> None:
    other = derive_group(DANA, CODE, bytes(16))
    assert other.id not in pack.groups
    key = derive_group(DANA, CODE, SALT)
    with pytest.raises(SharingError):
        open_group(pack.groups[key.id], key, bytes(16))


def test_no_name_no_e_mail_and_no_code_stands_in_the_file(pack: ClassPack) -> None:
    data = render_class_pack(pack) + b"".join(parts_of(render_class_pack(pack)).values())
    for word in (b"dana", b"leo@", b"school.example", CODE.encode(), read_code(CODE).encode(), b"of Dana"):
        assert word not in data


def test_groups_stand_in_no_order_of_a_class_list_and_do_not_tell_sizes_apart(pack: ClassPack) -> None:
    names = json.loads(parts_of(render_class_pack(pack))["class.json"])["groups"]
    assert names == sorted(names)
    assert len({len(locked) for locked in pack.groups.values()}) == 1


@pytest.mark.parametrize("place", [0, 20, -1])
def test_a_changed_group_is_refused(pack: ClassPack, place: int) -> None:
    key = derive_group(DANA, CODE, SALT)
    locked = bytearray(pack.groups[key.id])
    locked[place] ^= 1
    with pytest.raises(SharingError) as caught:
        open_group(bytes(locked), key, SALT)
    assert caught.value.reason is Reason.CLASS_PACK_INVALID
    for length in (0, 12, 28, 40):
        with pytest.raises(SharingError):
            open_group(bytes(locked[:length]), key, SALT)


def test_too_much_for_one_student_is_refused() -> None:
    key = derive_group(DANA, CODE, SALT)
    with pytest.raises(SharingError) as caught:
        lock_group(bytes(MAX_GROUP_BYTES + 1), key, SALT, os.urandom)
    assert caught.value.reason is Reason.CLASS_PACK_TOO_LARGE


def test_too_much_for_a_pack_is_refused(pack: ClassPack) -> None:
    large = replace(pack, lists=(PackedList("", os.urandom(MAX_PACK_BYTES)),))
    with pytest.raises(SharingError) as caught:
        render_class_pack(large)
    assert caught.value.reason is Reason.CLASS_PACK_TOO_LARGE


@pytest.mark.parametrize("text", ["", "K7QM", "K7QMX-4F2X", "K7QMX-4F2XDA", "K7QMX-4F2X!", "ñandú-ñandú"])
def test_what_is_no_code_is_refused(text: str) -> None:
    with pytest.raises(SharingError) as caught:
        read_code(text)
    assert caught.value.reason is Reason.CLASS_CODE_INVALID


def test_every_slip_of_one_sign_but_a_few_is_told() -> None:
    letters = read_code(CODE)
    missed = 0
    slips = [
        letters[:place] + sign + letters[place + 1 :]
        for place in range(10)
        for sign in "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
        if sign != letters[place]
    ]
    for slip in slips:
        try:
            read_code(slip)
            missed += 1
        except SharingError:
            pass
    assert missed < len(slips) / 16  # one in 32 by chance
    assert read_code(code_text(letters)) == letters


@pytest.mark.parametrize("text", ["", "dana", "@", "a@", "a b@c", "a@b@c", f"{'a' * 300}@b", "a\x00@b"])
def test_what_is_no_e_mail_is_refused(text: str) -> None:
    with pytest.raises(SharingError) as caught:
        read_email(text)
    assert caught.value.reason is Reason.CLASS_EMAIL_INVALID


def manifest_with(**changes: Any) -> Callable[[dict[str, bytes]], None]:
    def change(parts: dict[str, bytes]) -> None:
        manifest = {**json.loads(parts["class.json"]), **changes}
        parts["class.json"] = json.dumps(manifest).encode()

    return change


def without(name: str) -> Callable[[dict[str, bytes]], None]:
    def change(parts: dict[str, bytes]) -> None:
        manifest = json.loads(parts["class.json"])
        del manifest[name]
        parts["class.json"] = json.dumps(manifest).encode()

    return change


def more(name: str) -> Callable[[dict[str, bytes]], None]:
    return lambda parts: parts.update({name: b"more"})


def group_twice(parts: dict[str, bytes]) -> None:
    manifest = json.loads(parts["class.json"])
    manifest_with(groups=manifest["groups"] * 2)(parts)


FAULTS: Mapping[str, Callable[[dict[str, bytes]], object]] = {
    "another format": manifest_with(format="ler-share"),
    "no format": without("format"),
    "a member that is not known": manifest_with(names=["Dana"]),
    "no seats": without("seats"),
    "0 seats": manifest_with(seats=0),
    "501 seats": manifest_with(seats=501),
    "seats that are true": manifest_with(seats=True),
    "seats in words": manifest_with(seats="24"),
    "another language": manifest_with(language="fr"),
    "a school of 101 letters": manifest_with(school="s" * 101),
    "a note of 301 letters": manifest_with(note="s" * 301),
    "a note with a line end": manifest_with(note="a\nb"),
    "a note that turns direction": manifest_with(note="a\u202eb"),
    "a short salt": manifest_with(salt="AAAA"),
    "a padded salt": manifest_with(salt="AAAAAAAAAAAAAAAAAAAAAA=="),
    "no check": manifest_with(check=""),
    "lists that are none": manifest_with(lists={}),
    "eleven lists": manifest_with(lists=[{"file": "lists/1.json", "title": ""}] * 11),
    "a list that leads out": manifest_with(lists=[{"file": "../lists/1.json", "title": ""}]),
    "a list that is not there": manifest_with(lists=[{"file": "lists/2.json", "title": ""}]),
    "a list under another name": manifest_with(lists=[{"file": "class.json", "title": ""}]),
    "a list with more to say": manifest_with(lists=[{"file": "lists/1.json", "title": "", "owner": ""}]),
    "a group that is not there": manifest_with(groups=["A" * 22]),
    "a group that is no text": manifest_with(groups=[7]),
    "a group twice": group_twice,
    "a group not named": manifest_with(groups=[]),
    "a file that is not named": more("names.csv"),
    "a file that leads out": more("../names.csv"),
    "no manifest": lambda parts: parts.pop("class.json"),
    "a manifest twice over": lambda parts: parts.update({"class.json": parts["class.json"] * 2}),
    "a manifest that is a list": lambda parts: parts.update({"class.json": b"[]"}),
    "a member twice": lambda parts: parts.update(
        {"class.json": parts["class.json"].replace(b'"seats"', b'"seats":1,"seats"', 1)}
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_broken_pack_is_refused(pack: ClassPack, fault: str) -> None:
    parts = parts_of(render_class_pack(pack))
    assert parse_class_pack(archive_of(parts)) == pack
    FAULTS[fault](parts)
    with pytest.raises(SharingError) as caught:
        parse_class_pack(archive_of(parts))
    assert caught.value.reason is Reason.CLASS_PACK_INVALID


@pytest.mark.parametrize("version", [2, 1.0, "1", True, None])
def test_another_version_is_refused_as_such(pack: ClassPack, version: object) -> None:
    parts = parts_of(render_class_pack(pack))
    manifest_with(version=version)(parts)
    with pytest.raises(SharingError) as caught:
        parse_class_pack(archive_of(parts))
    assert caught.value.reason is Reason.CLASS_PACK_NEWER


def test_what_is_no_archive_or_was_cut_is_refused(pack: ClassPack) -> None:
    whole = render_class_pack(pack)
    for data in (b"", b"{}", b"PK\x03\x04", *(whole[:length] for length in range(10, len(whole), 997))):
        with pytest.raises(SharingError) as caught:
            parse_class_pack(data)
        assert caught.value.reason is Reason.CLASS_PACK_INVALID
