"""The child process that decodes one untrusted picture and reads the QR codes in it. `qr_reader` starts it.

Picture decoders are the code most worth attacking in this program, so they run where there is nothing to take: in a
process of their own with no vault, no passphrase, no environment, little memory and little time. It knows nothing of
the rest of the wallet: standard library, Pillow (PNG and JPEG only) and zxing-cpp. Bytes come on standard input; one
JSON object goes to standard output: {"texts": [...]} or {"refused": "<reason code>"}.
"""

import io
import json
import sys
from typing import Any

MAX_PIXELS = 40_000_000
MAX_MEMORY_BYTES = 512_000_000
"""Address space. The hungriest picture of 40 million pixels, in colour with transparency, needs about 400 MB."""
MAX_PROCESSOR_SECONDS = 8
FORMATS = ("PNG", "JPEG")
_WITH_ALPHA = ("LA", "RGBA")

TOO_LARGE = "picture_too_large"
NOT_READABLE = "picture_not_readable"


class RefusedPicture(Exception):  # noqa: N818 - it is an answer, not an accident
    """The picture is not decoded; the argument is the reason code."""


def limit_this_process() -> None:
    """Caps memory and processor time, and forbids core dumps and written files, where the system has such limits.

    Windows has none of this kind: there the pixel cap and the parent's time limit stand alone.
    """
    try:
        import resource  # noqa: PLC0415 - POSIX only
    except ImportError:
        return
    limits = (
        (resource.RLIMIT_AS, MAX_MEMORY_BYTES),
        (resource.RLIMIT_CPU, MAX_PROCESSOR_SECONDS),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_FSIZE, 0),
    )
    for name, most in limits:
        _soft, hard = resource.getrlimit(name)
        value = most if hard == resource.RLIM_INFINITY else min(most, hard)
        try:
            resource.setrlimit(name, (value, value))
        except (ValueError, OSError):  # macOS lets some limits be read but not set
            continue


def read_texts(picture: bytes) -> list[str]:
    """The texts of all QR codes in a picture, each once, in the order in which they are found.

    Raises:
        RefusedPicture: too many pixels.
        Exception: whatever the decoders raise on a damaged picture; `answer` catches it.
    """
    import zxingcpp  # noqa: PLC0415 - after the limits

    width, height, pixels = grey_pixels(picture)
    found = zxingcpp.read_barcodes(
        memoryview(pixels).cast("B", (height, width)),
        formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode),
        text_mode=zxingcpp.TextMode.Plain,
    )
    return list(dict.fromkeys(code.text for code in found))


def grey_pixels(picture: bytes) -> tuple[int, int, bytes]:
    """Width, height and one byte per pixel, row by row. Only the first frame is decoded; metadata is not looked at."""
    from PIL import Image  # noqa: PLC0415 - after the limits

    Image.MAX_IMAGE_PIXELS = MAX_PIXELS
    try:
        opened = Image.open(io.BytesIO(picture), formats=FORMATS)
    except Image.DecompressionBombError as error:
        raise RefusedPicture(TOO_LARGE) from error
    if opened.width * opened.height > MAX_PIXELS:
        raise RefusedPicture(TOO_LARGE)
    # A JPEG can be decoded to grey at once, which takes a third of the memory; other formats ignore this.
    opened.draft("L", opened.size)
    grey = _to_grey(opened)
    return grey.width, grey.height, grey.tobytes()


def _to_grey(opened: Any) -> Any:
    """The picture in mode "L", on white where it is transparent."""
    from PIL import Image  # noqa: PLC0415

    if opened.mode.startswith("I"):  # 16 bits a pixel: a plain conversion would clip instead of scale
        return opened.point(lambda value: value * (1 / 256)).convert("L")
    if not opened.has_transparency_data:
        return opened.convert("L")
    layered = opened if opened.mode in _WITH_ALPHA else opened.convert("RGBA")
    paper = Image.new("L", opened.size, 255)
    paper.paste(layered.convert("L"), mask=layered.getchannel("A"))
    return paper


def answer(picture: bytes) -> dict[str, Any]:
    """What goes to standard output for one picture."""
    try:
        return {"texts": read_texts(picture)}
    except RefusedPicture as refusal:
        return {"refused": str(refusal)}
    except MemoryError:
        return {"refused": TOO_LARGE}
    except Exception:  # noqa: BLE001 - decoders raise almost anything on damaged pictures; all of it means one thing
        return {"refused": NOT_READABLE}


def main(import_folders: list[str]) -> None:
    """Reads standard input, answers on standard output.

    Args:
        import_folders: where Pillow and zxing-cpp are; an isolated interpreter looks only into its own folders.
    """
    limit_this_process()
    sys.path.extend(import_folders)
    sys.stdout.write(json.dumps(answer(sys.stdin.buffer.read())))


if __name__ == "__main__":
    main(sys.argv[1:])
