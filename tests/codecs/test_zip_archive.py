"""Archives made to harm: each is refused as a whole or entry by entry, and what is good beside it is still read."""

import io
import struct
import time
import zipfile
from collections.abc import Mapping

import pytest

from wallet.codecs.zip_archive import MAX_ENTRIES, ZipArchive, is_unsafe_name, looks_like_zip, open_zip
from wallet.errors import CodecError, Reason

GOOD = b'{"a": "good"}'
_CENTRAL = b"PK\x01\x02"
_END = b"PK\x05\x06"
_SIZES_AT = 20  # packed size, then size, in an entry of the directory


def made(files: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return target.getvalue()


def opened(data: bytes | bytearray) -> ZipArchive:
    return open_zip(io.BytesIO(data))


def outcomes(data: bytes | bytearray) -> dict[str, str]:
    """What becomes of each entry: a reason, or "" when it is read."""
    archive, found = opened(data), {}
    for entry in archive.entries:
        try:
            archive.read(entry)
            found[entry.name] = ""
        except CodecError as error:
            found[entry.name] = str(error.reason)
    return found


def refused(data: bytes | bytearray) -> Reason:
    with pytest.raises(CodecError) as caught:
        opened(data)
    return caught.value.reason


def in_directory(data: bytearray, name: str) -> int:
    """Where the directory's entry of a file begins."""
    place = data.rindex(name.encode())
    return data.rindex(_CENTRAL, 0, place)


def test_a_good_archive_is_read_whole_and_in_order() -> None:
    archive = opened(made({"b": b"1", "a/é": b"2", "dir/": b"", "c": b"3" * 100}))
    assert [(entry.name, archive.read(entry)) for entry in archive.entries] == [
        ("b", b"1"),
        ("a/é", b"2"),
        ("c", b"3" * 100),
    ]
    assert looks_like_zip(made({}))
    assert looks_like_zip(made({"a": b""}))
    assert not looks_like_zip(GOOD)


def test_entries_without_compression_and_bytes_before_the_archive() -> None:
    assert outcomes(made({"a": GOOD}, zipfile.ZIP_STORED)) == {"a": ""}
    assert outcomes(b"#!/bin/sh\n" + made({"a": GOOD})) == {"a": ""}


def test_what_file_managers_add_is_left_out() -> None:
    assert outcomes(
        made({".DS_Store": b"x", "a/.git/b": b"x", "__MACOSX/a": b"x", "..hidden": b"x", "a": GOOD})
    ) == {"a": ""}


@pytest.mark.parametrize(
    "name",
    [
        "../a",
        "a/../../b",
        "/etc/passwd",
        "C:/a",
        "c:a",
        "..\\a",
        "\\\\server\\share\\a",
        "\\a",
        "nul",
        "a/CON.json",
        "com1.txt",
        "LPT9",
    ],
)
def test_a_name_that_leads_elsewhere_is_not_read(name: str) -> None:
    assert is_unsafe_name(name)
    assert outcomes(made({"good": GOOD, name: GOOD})) == {"good": "", name: "archive_name_unsafe"}


@pytest.mark.parametrize("name", ["a..b", "console.json", "a/b/c", "Badge (1).json", "a\\b", "ab:c", "é"])
def test_messy_names_are_fine(name: str) -> None:
    assert not is_unsafe_name(name)
    assert outcomes(made({name: GOOD})) == {name: ""}


@pytest.mark.parametrize("kind", [0o120777, 0o010644, 0o020644])
def test_links_pipes_and_devices_are_not_read(kind: int) -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        entry = zipfile.ZipInfo("link")
        entry.external_attr = kind << 16
        archive.writestr(entry, "/etc/passwd")
        archive.writestr("good", GOOD)
    assert outcomes(target.getvalue()) == {"link": "archive_name_unsafe", "good": ""}


def test_a_locked_entry_is_named_as_such() -> None:
    data = bytearray(made({"good": GOOD, "locked": GOOD}))
    data[in_directory(data, "locked") + 8] |= 1
    assert outcomes(data) == {"good": "", "locked": "archive_entry_locked"}


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_other_compressions_are_not_tried(method: int) -> None:
    assert outcomes(made({"a": GOOD}, method)) == {"a": "archive_entry_unsupported"}


@pytest.mark.parametrize("by", [-5, 5, 100_000])
def test_a_size_that_is_not_true_spoils_its_entry(by: int) -> None:
    data = bytearray(made({"good": GOOD, "liar": GOOD * 100}))
    at = in_directory(data, "liar") + _SIZES_AT + 4
    struct.pack_into("<L", data, at, struct.unpack_from("<L", data, at)[0] + by)
    assert outcomes(data) == {"good": "", "liar": "archive_entry_damaged"}


def test_changed_bytes_spoil_their_entry() -> None:
    data = bytearray(made({"bad": bytes(range(256)), "good": GOOD}, zipfile.ZIP_STORED))
    data[100] ^= 1
    assert outcomes(data) == {"bad": "archive_entry_damaged", "good": ""}


def test_a_gigabyte_in_a_megabyte_is_refused_before_anything_is_read() -> None:
    data = bytearray(made({"zeros": bytes(1_000_000)}))
    struct.pack_into("<L", data, in_directory(data, "zeros") + _SIZES_AT + 4, 10**9)
    assert refused(data) is Reason.ARCHIVE_GROWS


@pytest.mark.parametrize(
    ("size", "reason"), [(30_000_000, "file_too_large"), (10_000_000, "archive_grows"), (900_000, "")]
)
def test_what_grows_too_much_is_not_read(size: int, reason: str) -> None:
    assert outcomes(made({"zeros": bytes(size), "good": GOOD})) == {"zeros": reason, "good": ""}


def test_many_that_are_too_much_together() -> None:
    data = bytearray(made({f"file{n:02}": bytes(range(256)) * 4_000 for n in range(11)}, zipfile.ZIP_STORED))
    for number in range(11):
        struct.pack_into("<L", data, in_directory(data, f"file{number:02}") + _SIZES_AT + 4, 19_000_000)
    assert refused(data) is Reason.ARCHIVE_GROWS


def test_entries_over_one_another_are_refused() -> None:
    data = bytearray(made({"a": GOOD * 50, "b": GOOD * 50}))
    first = in_directory(data, "a")
    second = data.index(_CENTRAL, first + 1)
    data[second + 42 : second + 46] = data[first + 42 : first + 46]
    assert refused(data) is Reason.ARCHIVE_GROWS


def test_too_many_entries() -> None:
    assert len(opened(made({f"{n}": b"x" for n in range(MAX_ENTRIES)})).entries) == MAX_ENTRIES
    assert refused(made({f"{n}": b"x" for n in range(MAX_ENTRIES + 1)})) is Reason.ARCHIVE_TOO_LARGE


def test_an_end_that_lies_about_their_number_is_not_believed() -> None:
    started = time.perf_counter()
    data = bytearray(made({f"{n}": b"" for n in range(20_000)}, zipfile.ZIP_STORED))
    end = data.rindex(_END)
    struct.pack_into("<HH", data, end + 8, 1, 1)
    assert refused(data) is Reason.ARCHIVE_TOO_LARGE
    assert time.perf_counter() - started < 10


def test_a_large_archive_with_a_second_end_is_read_by_that() -> None:
    data = made({f"{n}": b"" for n in range(70_000)}, zipfile.ZIP_STORED)
    assert b"PK\x06\x06" in data
    assert refused(data) is Reason.ARCHIVE_TOO_LARGE


def test_the_same_name_twice_is_two_entries() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("a", b"1")
        with pytest.warns(UserWarning, match="Duplicate name"):
            archive.writestr("a", b"2")
    found = opened(target.getvalue())
    assert [found.read(entry) for entry in found.entries] == [b"1", b"2"]
    assert found.find("a") is None, "nobody knows which is meant"


@pytest.mark.parametrize("keep", [0, 0.001, 0.01, 0.3, 0.6, 0.9, 0.99])
def test_a_cut_archive_is_damaged(keep: float) -> None:
    data = made({f"{n}": GOOD * n for n in range(20)})
    assert refused(data[: int(len(data) * keep)]) is Reason.ARCHIVE_DAMAGED


def test_what_only_begins_like_an_archive_is_damaged() -> None:
    assert refused(b"PK\x03\x04" + b"\0" * 100) is Reason.ARCHIVE_DAMAGED
    assert refused(_END + b"\xff" * 18) in (Reason.ARCHIVE_DAMAGED, Reason.ARCHIVE_TOO_LARGE)
