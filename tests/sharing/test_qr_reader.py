"""Pictures from outside: codes in photos are found; pictures made to hurt are refused, and hurt nobody here."""

import json
import struct
import subprocess
import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from tests.shared_data import shared
from tests.sharing.pictures import PHOTOS, TEXT, chunk, code, code_png, png, saved
from wallet.errors import Reason, SharingError
from wallet.sharing import picture_process, qr_reader
from wallet.sharing.qr_reader import MAX_PICTURE_BYTES, is_picture, read_codes


def _reason_of(picture: bytes) -> Reason:
    with pytest.raises(SharingError) as caught:
        read_codes(picture)
    return caught.value.reason


def _shared_pictures(*parts: str) -> list[Path]:
    return sorted(shared(*parts).glob("*.png"))


# -- what people send


@pytest.mark.parametrize("name", PHOTOS)
def test_a_code_is_found(name: str) -> None:
    assert read_codes(PHOTOS[name]()) == (TEXT,)


def test_every_code_of_a_picture_is_found_once() -> None:
    codes = [code(text) for text in ("https://example.edu/one", "plaintext", "https://example.edu/one")]
    wide = Image.new("L", (sum(part.width for part in codes), max(part.height for part in codes)), 255)
    left = 0
    for part in codes:
        wide.paste(part, (left, 0))
        left += part.width

    assert sorted(read_codes(saved(wide))) == ["https://example.edu/one", "plaintext"]


def test_real_codes_with_plain_text_are_read() -> None:
    manifest = json.loads(shared("corpus", "manifest.json").read_text())
    entries = [entry for entry in manifest["files"] if entry["kind"] == "qr-png"]

    assert len(entries) == 5
    for entry in entries:
        (text,) = read_codes(shared("corpus", *entry["name"].split("/")).read_bytes())
        assert text == f"https://digitalcredentials.github.io/vc-test-fixtures/{entry['path']}".replace(
            ".png", ".json"
        )


def test_hostile_text_is_handed_over_and_nothing_is_opened() -> None:
    import qrcode  # noqa: PLC0415

    for text in ("javascript:alert(1)", "file:///etc/passwd", "\x1b[31mred\x07", "<img src=x>", "A" * 2000):
        drawn = qrcode.QRCode(border=4)
        drawn.add_data(text.encode(), optimize=0)
        drawn.make()
        rows = [bytes(0 if dark else 255 for dark in row) for row in drawn.get_matrix()]
        small = Image.frombytes("L", (len(rows), len(rows)), b"".join(rows))
        assert read_codes(saved(small.resize((len(rows) * 4, len(rows) * 4), Image.Resampling.NEAREST))) == (
            text,
        )


# -- what they should not send


def test_a_picture_without_a_code() -> None:
    assert _reason_of(saved(Image.new("RGB", (300, 200), "white"))) is Reason.NO_QR_FOUND
    assert _reason_of(saved(Image.effect_noise((400, 400), 90), "JPEG")) is Reason.NO_QR_FOUND


@pytest.mark.parametrize("kind", ["GIF", "BMP", "TIFF", "WEBP", "PPM", "ICO"])
def test_other_kinds_of_picture_are_not_decoded(kind: str) -> None:
    assert _reason_of(saved(code().convert("RGB"), kind)) is Reason.PICTURE_NOT_READABLE


@pytest.mark.parametrize(
    "data", [b"", b"\x89PNG", b"<svg xmlns='http://www.w3.org/2000/svg'/>", b"%PDF-1.7", b"{}"]
)
def test_what_is_no_picture(data: bytes) -> None:
    assert _reason_of(data) is Reason.PICTURE_NOT_READABLE
    assert not is_picture(data)
    assert is_picture(code_png())


def test_another_kind_behind_the_first_bytes_of_a_png_or_jpeg() -> None:
    gif = saved(code(), "GIF")

    assert _reason_of(b"\x89PNG\r\n\x1a\n" + gif) is Reason.PICTURE_NOT_READABLE
    assert _reason_of(b"\xff\xd8\xff" + gif) is Reason.PICTURE_NOT_READABLE


BOMBS: dict[str, Callable[[], bytes]] = {
    "two-to-the-31-pixels-wide": lambda: png(2**31 - 1, 1, b""),
    "two-to-the-31-pixels-square": lambda: png(2**31 - 1, 2**31 - 1, b""),
    "just-over-40-megapixels": lambda: png(8000, 5001, zlib.compress(bytes(8001) * 5001, 9)),
    "billion-pixels-in-a-megabyte": lambda: png(32768, 32768, zlib.compress(bytes(32769) * 1000, 9)),
    "jpeg-65535-squared": lambda: _jpeg_that_says(65535, 65535),
}


def _jpeg_that_says(width: int, height: int) -> bytes:
    data = bytearray(saved(Image.new("L", (16, 16)), "JPEG"))
    frame = data.index(b"\xff\xc0")
    data[frame + 5 : frame + 9] = struct.pack(">HH", height, width)
    return bytes(data)


@pytest.mark.parametrize("name", BOMBS)
def test_a_picture_with_too_many_pixels(name: str) -> None:
    assert _reason_of(BOMBS[name]()) is Reason.PICTURE_TOO_LARGE


def test_forty_million_pixels_with_transparency_are_read() -> None:
    small = code()
    wide = Image.new("LA", (8000, 5000), (255, 255))
    wide.paste(small.convert("LA"), (3000, 2000))

    assert read_codes(saved(wide, compress_level=1)) == (TEXT,)


def test_a_file_of_more_than_20_megabytes() -> None:
    assert _reason_of(code_png() + bytes(MAX_PICTURE_BYTES)) is Reason.PICTURE_TOO_LARGE


HOSTILE: dict[str, Callable[[], bytes]] = {
    "no-pixels": lambda: png(100, 100, b""),
    "pixels-are-noise": lambda: png(100, 100, b"\xa5" * 400),
    "pixels-end-early": lambda: png(200, 200, zlib.compress(bytes(201) * 100)),
    "zero-size": lambda: png(0, 0, zlib.compress(b"")),
    "bad-depth": lambda: png(8, 8, zlib.compress(bytes(72)), depth=3),
    "bad-colour-type": lambda: png(8, 8, zlib.compress(bytes(72)), colour=5),
    "palette-missing": lambda: png(8, 8, zlib.compress(bytes(72)), colour=3),
    "text-inflates-to-100-megabytes": lambda: png(
        8,
        8,
        zlib.compress(bytes(72)),
        more=chunk(b"zTXt", b"openbadges\0\0" + zlib.compress(bytes(100_000_000), 9)),
    ),
    "profile-inflates-to-100-megabytes": lambda: png(
        8, 8, zlib.compress(bytes(72)), more=chunk(b"iCCP", b"p\0\0" + zlib.compress(bytes(100_000_000), 9))
    ),
    "hundred-thousand-chunks": lambda: png(
        8, 8, zlib.compress(bytes(72)), more=chunk(b"tEXt", b"a\0b") * 100_000
    ),
    "length-past-the-end": lambda: code_png()[:33] + struct.pack(">I", 2**31 - 1) + code_png()[37:],
    "signature-only": lambda: code_png()[:8],
    "checksum-of-the-pixels-wrong": lambda: _flipped(code_png(), -14),
    "checksum-of-the-header-wrong": lambda: _flipped(code_png(), 30),
    "jpeg-start-only": lambda: b"\xff\xd8\xff\xe0",
    "jpeg-without-scan": lambda: saved(code(), "JPEG").partition(b"\xff\xda")[0],
}


def _flipped(data: bytes, position: int) -> bytes:
    changed = bytearray(data)
    changed[position] ^= 1
    return bytes(changed)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_picture_made_to_hurt_is_refused(name: str) -> None:
    assert _reason_of(HOSTILE[name]()) in {Reason.PICTURE_NOT_READABLE, Reason.NO_QR_FOUND}


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_picture_cut_short(kind: str) -> None:
    whole = saved(code().convert("L"), kind)
    assert read_codes(whole) == (TEXT,)

    for part in (0.2, 0.5, 0.8):
        assert _reason_of(whole[: int(len(whole) * part)]) is Reason.PICTURE_NOT_READABLE


def test_published_pictures_do_no_harm() -> None:
    refused = [path.name for path in _shared_pictures("adversarial", "pngsuite") if path.name.startswith("x")]
    seen: dict[str, Reason] = {}
    for path in (*_shared_pictures("adversarial", "pngsuite"), *_shared_pictures("adversarial", "libpng")):
        seen[path.name] = _reason_of(path.read_bytes())

    assert set(seen.values()) <= {Reason.NO_QR_FOUND, Reason.PICTURE_NOT_READABLE, Reason.PICTURE_TOO_LARGE}
    assert all(seen[name] is not Reason.NO_QR_FOUND for name in refused)
    good = [
        path.name for path in _shared_pictures("adversarial", "pngsuite") if not path.name.startswith("x")
    ]
    assert all(seen[name] is Reason.NO_QR_FOUND for name in good)


# -- a child that was taken over


def _child(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, source: str) -> None:
    path = tmp_path / "child.py"
    path.write_text(source)
    monkeypatch.setattr(qr_reader, "_CHILD", path)


CHILDREN: dict[str, tuple[str, Reason]] = {
    "says-nothing": ("", Reason.PICTURE_NOT_READABLE),
    "dies": ("import os; os.abort()", Reason.PICTURE_NOT_READABLE),
    "talks-nonsense": ("print('{')", Reason.PICTURE_NOT_READABLE),
    "answers-a-list": ("print('[]')", Reason.PICTURE_NOT_READABLE),
    "answers-numbers": ("print('{\"texts\":[1]}')", Reason.PICTURE_NOT_READABLE),
    "answers-half-characters": ('print(r\'{"texts":["\\ud83d"]}\')', Reason.PICTURE_NOT_READABLE),
    "refuses-for-a-reason-of-its-own": ('print(\'{"refused":"verified"}\')', Reason.PICTURE_NOT_READABLE),
    "never-stops-talking": ("while True: print('x' * 100_000)", Reason.PICTURE_NOT_READABLE),
    "never-reads": ("while True: pass", Reason.PICTURE_NOT_READABLE),
    "runs-out-of-memory": ('print(\'{"refused":"picture_too_large"}\')', Reason.PICTURE_TOO_LARGE),
    "finds-nothing": ("print('{\"texts\":[]}')", Reason.NO_QR_FOUND),
}


def _large_png() -> bytes:
    """More than a pipe holds, so that a child that does not read leaves the writer waiting."""
    return png(8, 8, zlib.compress(bytes(72)), more=chunk(b"teSt", bytes(2_000_000)))


@pytest.mark.parametrize("name", CHILDREN)
def test_a_child_that_misbehaves(name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    source, reason = CHILDREN[name]
    _child(monkeypatch, tmp_path, source)

    with pytest.raises(SharingError) as caught:
        read_codes(_large_png(), max_seconds=0.5 if name.startswith("never") else qr_reader.MAX_SECONDS)
    assert caught.value.reason is reason


def test_the_child_sees_no_secret_of_ours(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("LER_WALLET_PASSPHRASE", "correct horse")
    _child(
        monkeypatch,
        tmp_path,
        "import json, os; print(json.dumps({'texts': [*map(str, os.environ.values()), 'end']}))",
    )

    texts = read_codes(code_png())
    assert texts[-1] == "end"
    assert not any("correct horse" in text for text in texts)


def test_the_child_has_little_memory_and_writes_no_file(tmp_path: Path) -> None:
    pytest.importorskip("resource", reason="only on systems with such limits")
    source = (
        f"import sys; sys.path.insert(0, {str(Path(picture_process.__file__).parent)!r})\n"
        "import picture_process, pathlib, signal\n"
        "picture_process.limit_this_process()\n"
        "try:\n    bytearray(2_000_000_000)\n    print('memory')\nexcept MemoryError:\n    print('no memory')\n"
        "signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        f"try:\n    pathlib.Path({str(tmp_path / 'out')!r}).write_bytes(b'x')\n    print('written')\n"
        "except OSError:\n    print('not written')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", source], capture_output=True, text=True, check=True, timeout=60
    )

    assert done.stdout.split("\n")[:2] == ["no memory", "not written"]


def test_the_child_knows_nothing_of_the_wallet() -> None:
    done = subprocess.run(
        [sys.executable, "-I", picture_process.__file__, *qr_reader._import_folders()],
        input=code_png(),
        capture_output=True,
        check=True,
        timeout=60,
    )

    assert json.loads(done.stdout) == {"texts": [TEXT]}
    assert done.stderr == b""
