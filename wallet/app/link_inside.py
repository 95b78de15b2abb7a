"""Finding out that something is nothing but a link: a text, or a picture of a code.

Lives here: looking. Does not live here: reading a link (`deep_links`) or following it.
"""

from wallet.app.deep_links import Link, has_known_scheme, read_link
from wallet.app.open_document import open_document
from wallet.errors import NotFollowedError, WalletError

_PICTURES = (b"\x89PNG", b"\xff\xd8\xff")
_LINK_START = 200


def link_in(data: bytes, *, pictures: bool) -> Link | None:
    """The link that these bytes are, or that a picture holds and nothing else; None for whatever has all in it.

    Args:
        pictures: those are looked into, too, which takes its time.

    Raises:
        AppError: LINK_MALFORMED.
    """
    if has_known_scheme(data[:_LINK_START].decode("ascii", "replace")):
        link = read_link(data.decode("utf-8", "replace"))
    elif pictures and data.startswith(_PICTURES):
        link = _link_in_picture(data)
    else:
        return None
    return None if link is None or link.carries_all else link


def _link_in_picture(data: bytes) -> Link | None:
    try:
        open_document(data)
    except NotFollowedError as error:
        return read_link(error.link)
    except WalletError:
        return None
    return None
