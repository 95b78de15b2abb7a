"""Reading the QR codes of a picture without acting on them.

Lives here: what each code holds and, for addresses, which host it leads to. Does not live here: decoding pictures
(`wallet.sharing.qr_reader`), and nothing here opens anything.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from wallet.sharing.qr_reader import read_codes


@dataclass(frozen=True, slots=True)
class Code:
    """One code. `host` is where a web address in it leads, in the letters machines use; None for everything else."""

    text: str
    host: str | None


def codes_in(picture: bytes) -> Sequence[Code]:
    """The codes of a PNG or JPEG picture; their texts are hostile.

    Raises:
        SharingError: PICTURE_NOT_READABLE, PICTURE_TOO_LARGE, NO_QR_FOUND.
    """
    return tuple(Code(text, host_of(text)) for text in read_codes(picture))


def host_of(text: str) -> str | None:
    """The host of a web address. Look-alike letters show as the `xn--` form that names the real host."""
    try:
        parts = urlsplit(text.strip())
        host = parts.hostname if parts.scheme in ("http", "https") else None
    except ValueError:
        return None
    if not host:
        return None
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        return host
