"""Reading the QR codes of a picture without acting on them.

Lives here: what each code holds, which host an address in it leads to, and the one text of a kind. Does not live
here: decoding pictures (`wallet.sharing.qr_reader`), and nothing here opens anything.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from wallet.errors import WalletError
from wallet.sharing.qr_reader import is_picture, read_codes


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


def text_or_code(data: bytes, is_wanted: Callable[[str], bool], refusal: Callable[[str], WalletError]) -> str:
    """The one text of a kind: the only such code in a picture, or what is not a picture, as text.

    Args:
        data: what somebody handed in.
        is_wanted: whether a code's text is of the kind.
        refusal: makes the error from a detail.

    Raises:
        WalletError: the refusal, for none or several in a picture and for what is no text.
        SharingError: NO_QR_FOUND and what is wrong with a picture.
    """
    if is_picture(data):
        texts = [code.text for code in codes_in(data) if is_wanted(code.text)]
        if len(texts) != 1:
            raise refusal(f"{len(texts)} in the picture")
        return texts[0]
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise refusal("text") from error
