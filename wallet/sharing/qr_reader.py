"""Reading the QR codes in a picture that came from outside, without letting the picture near this process.

Lives here: the parent's side: size limit, starting and stopping the child, a strict look at its answer.
Does not live here: decoding (`picture_process`, the child) or acting on what a code says: texts are handed over,
nothing is opened.
"""

import importlib.util
import os
import sys
import threading
from collections.abc import Mapping, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import IO

from wallet.codecs import png_text, strict_json
from wallet.errors import CodecError, Reason, SharingError
from wallet.sharing.qr import drawing_to_png

MAX_PICTURE_BYTES = 20_000_000
MAX_SECONDS = 8.0
MAX_ANSWER_BYTES = 1_000_000

_CHILD = Path(__file__).with_name("picture_process.py")
_CHILD_IMPORTS = ("PIL", "zxingcpp")
_SIGNATURES = (png_text.SIGNATURE, b"\xff\xd8\xff")
_DRAWING = b"<svg "
# All the child may know of this process's environment: what interpreters need to start at all on Windows and with
# libraries in unusual places. Above all it must not see LER_WALLET_PASSPHRASE.
_ENVIRONMENT = ("SYSTEMROOT", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")


def read_codes(picture: bytes, *, max_seconds: float = MAX_SECONDS) -> Sequence[str]:
    """The texts of all QR codes in a PNG or JPEG, each once, or in a drawing of our own. They are hostile text.

    Args:
        picture: at most 20 MB and 40 million pixels. Of SVG, only what `qr.render_svg` writes; it is painted here.
        max_seconds: when the child is stopped.

    Raises:
        SharingError: PICTURE_TOO_LARGE, PICTURE_NOT_READABLE (another kind of file, damaged, or it took too long),
            NO_QR_FOUND.
    """
    if len(picture) > MAX_PICTURE_BYTES:
        raise SharingError(Reason.PICTURE_TOO_LARGE, f"{len(picture)} bytes of {MAX_PICTURE_BYTES}")
    if picture.startswith(_DRAWING):
        picture = drawing_to_png(picture) or picture
    if not picture.startswith(_SIGNATURES):
        raise SharingError(Reason.PICTURE_NOT_READABLE, "neither PNG nor JPEG")
    _require_sound(picture)
    texts = _texts_in(_ask_child(picture, max_seconds))
    if not texts:
        raise SharingError(Reason.NO_QR_FOUND)
    return texts


def is_picture(data: bytes) -> bool:
    """Whether bytes start like a picture `read_codes` would look at."""
    return data.startswith(_SIGNATURES) or (data.startswith(_DRAWING) and drawing_to_png(data) is not None)


def _require_sound(picture: bytes) -> None:
    """Compares a PNG's checksums, which the decoder lets pass; no pixel is touched. A JPEG has none."""
    if not picture.startswith(png_text.SIGNATURE):
        return
    try:
        png_text.read_text_chunks(picture)
    except CodecError as error:
        raise SharingError(Reason.PICTURE_NOT_READABLE, error.detail) from error


def _ask_child(picture: bytes, max_seconds: float) -> bytes:
    """What the child wrote, at most 1 MB and one byte; b"" when it died or was stopped."""
    import subprocess  # noqa: PLC0415 - slow to load, and needed for pictures only

    command = [sys.executable, "-I", "-X", "utf8", str(_CHILD), *_import_folders()]
    environment = {name: os.environ[name] for name in _ENVIRONMENT if name in os.environ}
    try:
        child = subprocess.Popen(  # noqa: S603 - our own interpreter and our own file
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=environment,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except OSError as error:
        raise SharingError(Reason.PICTURE_NOT_READABLE, "the picture process did not start") from error
    with child:
        assert child.stdin is not None
        assert child.stdout is not None
        stop = threading.Timer(max_seconds, child.kill)
        feed = threading.Thread(target=_feed, args=(child.stdin, picture), daemon=True)
        stop.start()
        feed.start()
        try:
            return child.stdout.read(MAX_ANSWER_BYTES + 1)
        finally:
            stop.cancel()
            child.kill()
            feed.join()


def _feed(pipe: IO[bytes], picture: bytes) -> None:
    with suppress(OSError):  # the child may die before it has read everything
        pipe.write(picture)
    with suppress(OSError):
        pipe.close()


def _texts_in(answer: bytes) -> Sequence[str]:
    """The texts in a child's answer. A decoder that was taken over may say anything, so nothing is believed unchecked.

    Raises:
        SharingError: PICTURE_TOO_LARGE, PICTURE_NOT_READABLE.
    """
    if len(answer) > MAX_ANSWER_BYTES:
        raise SharingError(Reason.PICTURE_NOT_READABLE, "answer too long")
    try:
        said = strict_json.loads(answer)
    except CodecError as error:
        raise SharingError(Reason.PICTURE_NOT_READABLE, "no answer from the picture process") from error
    texts = said.get("texts") if isinstance(said, Mapping) else None
    if isinstance(texts, list) and all(isinstance(text, str) for text in texts):
        return tuple(texts)
    too_large = isinstance(said, Mapping) and said.get("refused") == str(Reason.PICTURE_TOO_LARGE)
    raise SharingError(Reason.PICTURE_TOO_LARGE if too_large else Reason.PICTURE_NOT_READABLE)


@cache
def _import_folders() -> Sequence[str]:
    """The folders the two libraries are in, found without loading them."""
    folders: dict[str, None] = {}
    for name in _CHILD_IMPORTS:
        spec = importlib.util.find_spec(name)
        if spec is None or spec.origin is None:
            raise SharingError(Reason.PICTURE_NOT_READABLE, f"{name} is not installed")
        origin = Path(spec.origin)
        folders[str(origin.parent.parent if spec.submodule_search_locations else origin.parent)] = None
    return tuple(folders)
