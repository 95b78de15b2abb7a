"""A share too big for one QR code, as a row of codes that are shown one after the other, and collected again.

Lives here: cutting a link into frames and joining them, with their number, their count and a checksum. Does not live
here: drawing one code (`qr`), reading pictures (`qr_reader`), or the page's own collector (`resources/verify-page`).
The format is described in README.md beside this file.
"""

import re
import zlib
from collections.abc import Sequence

from wallet.codecs import decimal_digits
from wallet.errors import CodecError, Reason, SharingError
from wallet.sharing.link import BASE, LinkForm, decode_link

FRAME_FORM = "f1"
"""Frames of a link of form 1."""
FRAME_BYTES = 85 * decimal_digits.BLOCK_BYTES
"""Packed bytes in each frame but the last: whole blocks of digits, so that frames join by putting them in a row."""
MOST_FRAMES = 60
"""More than this nobody holds a camera still for: half a minute at two a second."""

_FRAME = re.compile(r"ler-wallet:#f1\.([1-9][0-9]?)\.([1-9][0-9]?)\.([0-9a-f]{8})\.([0-9]+)", re.ASCII)


def split_link(link: str) -> Sequence[str]:
    """The texts of the codes, in their order.

    Args:
        link: of form 1, whatever its base.

    Raises:
        SharingError: TOO_BIG_FOR_QR beyond 60 frames; LINK_MALFORMED for another form.
    """
    form, _, digits = link.partition("#")[2].partition(".")
    if form != LinkForm.DIGITS:
        raise SharingError(Reason.LINK_MALFORMED, "form")
    packed = _packed(digits)
    parts = [packed[start : start + FRAME_BYTES] for start in range(0, len(packed), FRAME_BYTES)]
    if len(parts) > MOST_FRAMES:
        raise SharingError(Reason.TOO_BIG_FOR_QR, f"{len(parts)} frames of {MOST_FRAMES}")
    mark = f"{zlib.crc32(packed):08x}"
    return tuple(
        f"{BASE}#{FRAME_FORM}.{number}.{len(parts)}.{mark}.{decimal_digits.encode(part)}"
        for number, part in enumerate(parts, 1)
    )


def is_frame(text: str) -> bool:
    """Whether a text of a code is one frame of several."""
    return _FRAME.fullmatch(text) is not None


class FrameCollector:
    """Puts frames together in whatever order they come, each as often as it is seen."""

    def __init__(self) -> None:
        self._set: tuple[int, str] | None = None
        self._parts: dict[int, str] = {}

    @property
    def seen(self) -> int:
        """How many different frames there are so far."""
        return len(self._parts)

    @property
    def count(self) -> int:
        """How many there will be; 0 before the first."""
        return self._set[0] if self._set is not None else 0

    def add(self, text: str) -> str | None:
        """Takes one frame; one of another share begins anew.

        Returns:
            The whole link once all frames are there, before that None.

        Raises:
            SharingError: LINK_MALFORMED when it is no frame, or when they do not make what was cut (then nothing of
                them is kept); what `link.decode_link` raises of the whole.
        """
        parts = _FRAME.fullmatch(text)
        if parts is None or int(parts[1]) > int(parts[2]) or int(parts[2]) > MOST_FRAMES:
            raise SharingError(Reason.LINK_MALFORMED, "not a frame")
        belongs_to = (int(parts[2]), parts[3])
        if belongs_to != self._set:
            self._set, self._parts = belongs_to, {}
        self._parts[int(parts[1])] = parts[4]
        if len(self._parts) < belongs_to[0]:
            return None
        digits = "".join(self._parts[number] for number in range(1, belongs_to[0] + 1))
        self._set, self._parts = None, {}
        if f"{zlib.crc32(_packed(digits)):08x}" != belongs_to[1]:
            raise SharingError(Reason.LINK_MALFORMED, "checksum")
        link = f"{BASE}#{LinkForm.DIGITS}.{digits}"
        decode_link(link)
        return link


def _packed(digits: str) -> bytes:
    try:
        return decimal_digits.decode(digits)
    except CodecError as error:
        raise SharingError(Reason.LINK_MALFORMED, error.detail) from error
