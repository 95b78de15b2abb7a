"""What kind of file a content is, by its beginning; a name or a sender is not believed.

Loads nothing, because the window asks before any file is open.
"""

_BY_BEGINNING = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"GIF8", "image/gif"),
    (b"%PDF-", "application/pdf"),
    (b"PK\x03\x04", "application/zip"),
    (b"solid ", "model/stl"),
)
_UNKNOWN = "application/octet-stream"
_TEXT_CONTROLS = frozenset(b"\t\n\r\f")
_FIRST_PRINTABLE = 0x20


def media_type_of(content: bytes) -> str:
    """What a content looks like by its beginning; "application/octet-stream" when like nothing known."""
    known = next((kind for beginning, kind in _BY_BEGINNING if content.startswith(beginning)), None)
    if known is not None:
        return known
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return _UNKNOWN
    return "text/plain" if all(b >= _FIRST_PRINTABLE or b in _TEXT_CONTROLS for b in content) else _UNKNOWN
