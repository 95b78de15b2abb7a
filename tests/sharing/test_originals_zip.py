"""A share as a ZIP of ordinary files."""

import io
import zipfile

import pytest

from wallet.errors import Reason, SharingError
from wallet.sharing.originals_zip import PRESENTATION_NAME, find_presentation, is_zip, render_zip

PRESENTATION = b'{"type":["VerifiablePresentation"]}'
ORIGINALS = [(b'{"a":1}', ".json"), (b"\x89PNG...", ".png")]


def archive(*entries: tuple[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in entries:
            made.writestr(name, content)
    return target.getvalue()


def test_everything_comes_out_byte_for_byte_under_names_of_our_own() -> None:
    data = render_zip(PRESENTATION, ORIGINALS, "Read me")
    assert is_zip(data)
    with zipfile.ZipFile(io.BytesIO(data)) as opened:
        assert opened.testzip() is None
        assert opened.namelist() == ["README.txt", PRESENTATION_NAME, "credential-1.json", "credential-2.png"]
        assert [opened.read(f"credential-{n}{end}") for n, (_, end) in enumerate(ORIGINALS, 1)] == [
            content for content, _ in ORIGINALS
        ]
    assert find_presentation(data) == PRESENTATION
    assert render_zip(PRESENTATION, ORIGINALS, "Read me") == data


@pytest.mark.parametrize(
    "data",
    [
        archive(("other.json", b"{}")),
        archive(("folder/presentation.json", b"{}")),
        archive((PRESENTATION_NAME, bytes(30_000_000))),
        archive(*((f"{n}", b"") for n in range(1_001)), (PRESENTATION_NAME, b"{}")),
        render_zip(PRESENTATION, ORIGINALS, "")[:-40],
        b"PK\x03\x04" + bytes(100),
    ],
    ids=["another", "in a folder", "grows", "many", "cut", "broken"],
)
def test_other_archives_hold_no_share(data: bytes) -> None:
    with pytest.raises(SharingError) as caught:
        find_presentation(data)
    assert caught.value.reason is Reason.NOT_A_SHARE_ARCHIVE


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_of_two_presentations_neither_is_taken() -> None:
    """Programs differ in which of two entries of one name they show."""
    with pytest.raises(SharingError) as caught:
        find_presentation(archive((PRESENTATION_NAME, PRESENTATION), (PRESENTATION_NAME, b"{}")))
    assert caught.value.reason is Reason.NOT_A_SHARE_ARCHIVE


def test_a_size_that_lies_is_found_out() -> None:
    data = bytearray(archive((PRESENTATION_NAME, bytes(30_000_000))))
    for mark, place in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        start = data.index(mark) + place
        data[start : start + 4] = (100).to_bytes(4, "little")
    with pytest.raises(SharingError) as caught:
        find_presentation(bytes(data))
    assert caught.value.reason is Reason.NOT_A_SHARE_ARCHIVE


def _found(data: bytes) -> bytes | Reason:
    try:
        return find_presentation(data)
    except SharingError as error:
        return error.reason


def test_every_flipped_bit_is_refused_or_changes_nothing_that_is_shared() -> None:
    text = b'{"type":["VerifiablePresentation"],"description":"' + bytes(range(97, 123)) * 8 + b'"}'
    data = archive((PRESENTATION_NAME, text))
    found = []
    for place in range(len(data) * 8):
        changed = bytearray(data)
        changed[place // 8] ^= 1 << place % 8
        found.append(_found(bytes(changed)))
    assert set(found) == {text, Reason.NOT_A_SHARE_ARCHIVE}
    assert found.count(Reason.NOT_A_SHARE_ARCHIVE) > len(data)


def test_a_packing_that_the_wallet_never_writes_is_refused() -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_LZMA) as made:
        made.writestr(PRESENTATION_NAME, PRESENTATION)
    with pytest.raises(SharingError) as caught:
        find_presentation(target.getvalue())
    assert caught.value.reason is Reason.NOT_A_SHARE_ARCHIVE
