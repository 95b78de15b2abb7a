"""The child process that decodes badge pictures and makes them small. `thumbnails` starts it.

Picture decoders are the code most worth attacking in this program, so they run where there is nothing to take: in a
process of their own with no vault, no passphrase, no environment and little memory. It knows nothing of the rest of the
wallet: standard library and Pillow (PNG and JPEG only). On standard input, again and again: the length of a picture
(4 bytes, big-endian), how wide and high its copy may be (2 bytes), and the picture; on standard output for each: width
and height (2 bytes each), then the pixels as red, green, blue and opacity. 0 by 0 stands for a picture that is not
shown.
"""

import io
import struct
import sys
from typing import BinaryIO

MAX_PIXELS = 16_000_000
MAX_MEMORY_BYTES = 400_000_000
EDGE = 192
"""Badges leave at most this wide and high: twice the largest place they are shown in."""
LARGEST_EDGE = 1600
"""No picture leaves larger than this."""
FORMATS = ("PNG", "JPEG")
REQUEST = struct.Struct(">IH")
SIZE = struct.Struct(">HH")


def limit_this_process() -> None:
    """Caps memory, and forbids core dumps and written files, where the system has such limits (Windows has none)."""
    try:
        import resource  # noqa: PLC0415 - POSIX only
    except ImportError:
        return
    limits = ((resource.RLIMIT_AS, MAX_MEMORY_BYTES), (resource.RLIMIT_CORE, 0), (resource.RLIMIT_FSIZE, 0))
    for name, most in limits:
        _soft, hard = resource.getrlimit(name)
        value = most if hard == resource.RLIM_INFINITY else min(most, hard)
        try:
            resource.setrlimit(name, (value, value))
        except (ValueError, OSError):  # macOS lets some limits be read but not set
            continue


def small_copy(picture: bytes, edge: int = EDGE) -> tuple[int, int, bytes]:
    """Width, height and pixels of a picture, its shape kept; (0, 0, b"") when it is not shown.

    Raises:
        Exception: whatever the decoders raise on a damaged picture; `answer` catches it.
    """
    from PIL import Image  # noqa: PLC0415 - after the limits

    Image.MAX_IMAGE_PIXELS = MAX_PIXELS
    opened = Image.open(io.BytesIO(picture), formats=FORMATS)
    if opened.width * opened.height > MAX_PIXELS:
        return 0, 0, b""
    opened.draft("RGB", (edge, edge))  # a JPEG need not be decoded in full
    coloured = opened.convert("RGBA")
    coloured.thumbnail((edge, edge))
    return coloured.width, coloured.height, coloured.tobytes()


def answer(picture: bytes, edge: int = EDGE) -> bytes:
    """What goes to standard output for one picture."""
    try:
        width, height, pixels = small_copy(picture, min(edge, LARGEST_EDGE))
    except Exception:  # noqa: BLE001 - decoders raise almost anything on damaged pictures; all of it means one thing
        width, height, pixels = 0, 0, b""
    return SIZE.pack(width, height) + pixels


def serve(requests: BinaryIO, answers: BinaryIO) -> None:
    """Answers until the other side closes its end."""
    while len(head := requests.read(REQUEST.size)) == REQUEST.size:
        length, edge = REQUEST.unpack(head)
        answers.write(answer(requests.read(length), edge))
        answers.flush()


def main(import_folders: list[str]) -> None:
    """Serves standard input.

    Args:
        import_folders: where Pillow is; an isolated interpreter looks only into its own folders.
    """
    limit_this_process()
    sys.path.extend(import_folders)
    serve(sys.stdin.buffer, sys.stdout.buffer)


if __name__ == "__main__":
    main(sys.argv[1:])
