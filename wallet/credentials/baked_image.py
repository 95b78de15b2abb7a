"""Credentials baked into pictures: PNG text chunks and SVG elements.

Lives here: which keyword and which element hold a credential, reading its text out, and baking one in.
Does not live here: the layout of PNG and SVG (`wallet.codecs`), or what the text says. The picture itself
proves nothing.

Source: Open Badges 3.0, section 5.3 (Baked Badges); Open Badges 2.0 Baking Specification for the older names.
"""

from collections.abc import Sequence

from wallet.codecs import png_text
from wallet.errors import CredentialError, Reason

OPEN_BADGES_3_KEYWORD = "openbadgecredential"
OPEN_BADGES_3_NAMESPACE = "https://purl.imsglobal.org/ob/v3p0"

_KEYWORDS = (OPEN_BADGES_3_KEYWORD, "clrcredential")
_OLDER_KEYWORD = "openbadges"
_ELEMENTS = (
    (OPEN_BADGES_3_NAMESPACE, "credential"),
    ("https://purl.imsglobal.org/clr/v2p0", "credential"),
)
_OLDER_ELEMENT = ("http://openbadges.org", "assertion")


def read_png(png: bytes) -> bytes:
    """The credential text of a baked PNG, as UTF-8 bytes that were not looked at yet.

    It is JSON or a token, in an older picture perhaps only the address where the badge is hosted.

    Raises:
        CodecError: PNG_DAMAGED, PICTURE_TEXT_TOO_LARGE.
        CredentialError: PICTURE_WITHOUT_CREDENTIAL, SEVERAL_CREDENTIALS.
    """
    chunks = png_text.read_text_chunks(png)
    baked = [chunk for chunk in chunks if chunk.keyword in _KEYWORDS and chunk.international]
    if not baked:
        baked = [chunk for chunk in chunks if chunk.keyword == _OLDER_KEYWORD and chunk.international]
    if not baked:
        return _read_oldest(chunks)
    _expect_one(baked)
    return baked[0].read_text()


def _read_oldest(chunks: Sequence[png_text.TextChunk]) -> bytes:
    """The address or badge in a plain text chunk, as the first bakers wrote it; packed ones were never made.

    Source: Open Badges Baking Specification, section "Older versions" (tEXt).
    """
    plain = [chunk.body for chunk in chunks if chunk.keyword == _OLDER_KEYWORD and b"\0" not in chunk.body]
    _expect_one(plain)
    return plain[0].decode("latin-1").encode()


def read_svg(svg: bytes) -> bytes:
    """The credential text of a baked SVG: the element's text (JSON) or the `verify` attribute (a token).

    In an older picture the attribute may hold the address where the badge is hosted.

    Raises:
        CodecError: SVG_DAMAGED, SVG_UNSAFE, PICTURE_TEXT_TOO_LARGE.
        CredentialError: PICTURE_WITHOUT_CREDENTIAL, SEVERAL_CREDENTIALS (also when attribute and text of a
            newer badge are both used).
    """
    from wallet.codecs import svg_xml  # noqa: PLC0415 - XML is slow to load and most credentials have none of it

    elements = svg_xml.read_elements(svg, (*_ELEMENTS, _OLDER_ELEMENT))
    baked = [element for element in elements if element.name in _ELEMENTS] or elements
    _expect_one(baked)
    texts = [text for text in (baked[0].text, baked[0].attributes.get("verify", "")) if text.strip()]
    if baked[0].name != _OLDER_ELEMENT:
        _expect_one(texts)
    elif not texts:
        raise CredentialError(Reason.PICTURE_WITHOUT_CREDENTIAL)
    # In version 2.0 the text is the badge and the attribute says only where it is hosted, or is a token by itself.
    return texts[0].encode()


def bake_png(png: bytes, credential: str) -> bytes:
    """A copy of the picture that carries an Open Badges 3.0 credential; all other bytes stay as they are.

    Args:
        png: a picture without a credential.
        credential: JSON text or a compact JWS.

    Raises:
        CodecError: PNG_DAMAGED.
        CredentialError: SEVERAL_CREDENTIALS when the picture carries one already.
    """
    if any(chunk.keyword in (*_KEYWORDS, _OLDER_KEYWORD) for chunk in png_text.read_text_chunks(png)):
        raise CredentialError(Reason.SEVERAL_CREDENTIALS, "the picture carries a credential already")
    return png_text.add_text(png, OPEN_BADGES_3_KEYWORD, credential)


def bake_svg(svg: bytes, credential: str) -> bytes:
    """A copy of the drawing that carries an Open Badges 3.0 credential; all other bytes stay as they are.

    Args:
        svg: a UTF-8 drawing without a credential.
        credential: JSON text (written as CDATA) or a compact JWS (written as the `verify` attribute).

    Raises:
        CodecError: SVG_DAMAGED, SVG_UNSAFE.
        CredentialError: SEVERAL_CREDENTIALS when the drawing carries one already.
    """
    from wallet.codecs import svg_xml  # noqa: PLC0415 - as in read_svg

    if svg_xml.read_elements(svg, (*_ELEMENTS, _OLDER_ELEMENT)):
        raise CredentialError(Reason.SEVERAL_CREDENTIALS, "the picture carries a credential already")
    name = _ELEMENTS[0]
    if credential.lstrip().startswith("{"):
        return svg_xml.add_element(svg, name, attributes={}, text=credential)
    return svg_xml.add_element(svg, name, attributes={"verify": credential})


def _expect_one(found: Sequence[object]) -> None:
    if len(found) > 1:
        raise CredentialError(Reason.SEVERAL_CREDENTIALS, f"{len(found)} credentials")
    if not found:
        raise CredentialError(Reason.PICTURE_WITHOUT_CREDENTIAL)
