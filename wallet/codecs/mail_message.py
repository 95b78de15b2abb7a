"""Mail files (`.eml`): the parts a message carries, each with its name and its bytes.

Lives here: taking a message apart in linear time, with limits on depth, parts and headers, and undoing its transfer
encodings. Python's `email` reads one block of headers at a time; the whole message is never given to it, because its
parser takes time that grows with depth. Does not live here: what the parts mean.

Source: RFC 5322 (message), RFC 2045 sections 5 and 6, RFC 2046 section 5.1 (multipart), RFC 2183, RFC 2231 (names).
"""

import binascii
import quopri
import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import policy
from email.errors import MessageError
from email.header import decode_header
from email.message import Message
from email.parser import BytesHeaderParser

from wallet.errors import CodecError, Reason

MAX_PARTS = 1_000
MAX_DEPTH = 8
"""How many multiparts and messages may stand inside each other."""
MAX_HEADER_BYTES = 64_000

_KNOWN = frozenset(
    {
        b"from", b"to", b"cc", b"subject", b"date", b"message-id", b"mime-version", b"received", b"return-path",
        b"content-type", b"content-transfer-encoding", b"delivered-to", b"reply-to", b"sender", b"dkim-signature",
        b"x-mailer", b"content-disposition",
    }
)  # fmt: skip
_FEWEST_KNOWN = 2
_FIELD = re.compile(rb"([!-9;-~]{1,80}):")
_END_OF_HEADERS = re.compile(rb"\r?\n\r?\n|\A\r?\n")
_MAILBOX_LINE = re.compile(rb"\AFrom [^\n]*\n")
_TEXTS = ("text/plain", "text/html")
_FAULTS = (MessageError, ValueError, LookupError, TypeError, AttributeError, AssertionError, RecursionError)


@dataclass(frozen=True, slots=True)
class MailPart:
    """One part that is not made of parts.

    Attributes:
        name: what the sender called the file, "" when it has no name; hostile text.
        media_type: lower case, such as "image/png".
        is_attached: somebody attached it: the text of the message and the pictures inside that text are not.
        data: its bytes, transfer encoding undone.
        error: why there are none, else None.
    """

    name: str
    media_type: str
    is_attached: bool
    data: bytes
    error: CodecError | None = None


def looks_like_mail(data: bytes) -> bool:
    """Whether this begins with the header fields of a message: at least two that mail has."""
    start = _MAILBOX_LINE.sub(b"", data[:MAX_HEADER_BYTES].lstrip(b"\r\n"), count=1)
    if _FIELD.match(start) is None:
        return False
    head = _END_OF_HEADERS.split(start, maxsplit=1)[0]
    names = {found[1].lower() for line in head.split(b"\n") if (found := _FIELD.match(line))}
    return len(names & _KNOWN) >= _FEWEST_KNOWN


def read_mail(data: bytes) -> Iterator[MailPart]:
    """The parts of a message in their order, those of messages inside it included.

    Raises:
        CodecError: MAIL_DAMAGED for headers without an end or too long, MAIL_TOO_COMPLEX beyond the limits.
    """
    message = _MAILBOX_LINE.sub(b"", data.lstrip(b"\r\n"), count=1)
    for number, part in enumerate(_parts(message, 0)):
        if number >= MAX_PARTS:
            raise CodecError(Reason.MAIL_TOO_COMPLEX, f"more than {MAX_PARTS} parts")
        yield part


def _parts(data: bytes, depth: int) -> Iterator[MailPart]:
    if depth > MAX_DEPTH:
        raise CodecError(Reason.MAIL_TOO_COMPLEX, f"more than {MAX_DEPTH} levels")
    headers, body = _split(data)
    media_type = headers.get_content_type()
    if media_type.startswith("multipart/"):
        for piece in _between(body, _boundary(headers)):
            yield from _parts(piece, depth + 1)
        return
    content, error = _decoded(headers, body)
    if media_type in ("message/rfc822", "message/global") and error is None:
        yield from _parts(content, depth + 1)
        return
    name = _name(headers)
    disposition = _safely(headers.get_content_disposition)
    # A picture with a Content-ID stands inside the text; without one it was attached, whatever the disposition says.
    is_inside = (
        media_type in _TEXTS if not name else bool(headers["Content-ID"]) and disposition != "attachment"
    )
    yield MailPart(name, media_type, disposition == "attachment" or not is_inside, content, error)


def _split(data: bytes) -> tuple["Message[str, str]", bytes]:
    """The headers, read, and the body.

    Raises:
        CodecError: MAIL_DAMAGED.
    """
    end = _END_OF_HEADERS.search(data, 0, MAX_HEADER_BYTES)
    if end is None and len(data) > MAX_HEADER_BYTES:
        raise CodecError(Reason.MAIL_DAMAGED, "headers without an end")
    head, body = (data, b"") if end is None else (data[: end.start()], data[end.end() :])
    try:
        return BytesHeaderParser(policy=policy.compat32).parsebytes(head + b"\n\n"), body
    except _FAULTS as error:
        raise CodecError(Reason.MAIL_DAMAGED, type(error).__name__) from error


def _boundary(headers: "Message[str, str]") -> bytes:
    try:
        boundary = headers.get_boundary()
    except _FAULTS as error:
        raise CodecError(Reason.MAIL_DAMAGED, "boundary") from error
    if not boundary:
        raise CodecError(Reason.MAIL_DAMAGED, "no boundary")
    return boundary.encode("utf-8", "surrogateescape")


def _between(body: bytes, boundary: bytes) -> Iterator[bytes]:
    """What stands between the lines that begin with the boundary; up to the end when the last one is missing."""
    line = re.compile(rb"(?:\A|\r?\n)--" + re.escape(boundary) + rb"(--)?[ \t]*(?=\r?\n|\Z)")
    start = None
    for found in line.finditer(body):
        if start is not None:
            yield body[start : found.start()].removeprefix(b"\r").removeprefix(b"\n")
        if found[1]:
            return
        start = found.end()
    if start is not None:
        yield body[start:].removeprefix(b"\r").removeprefix(b"\n")


def _decoded(headers: "Message[str, str]", body: bytes) -> tuple[bytes, CodecError | None]:
    """The bytes of a part with its transfer encoding undone (RFC 2045, section 6)."""
    encoding = str(headers.get("Content-Transfer-Encoding", "")).strip().lower()
    try:
        if encoding == "base64":
            return binascii.a2b_base64(body), None
        if encoding == "quoted-printable":
            return quopri.decodestring(body), None
    except (binascii.Error, ValueError):
        return b"", CodecError(Reason.MAIL_DAMAGED, "transfer encoding")
    return body, None


def _name(headers: "Message[str, str]") -> str:
    """What the file is called, encoded words and RFC 2231 undone; "" when there is no name or it cannot be read."""
    name = _safely(headers.get_filename) or ""
    try:
        words = decode_header(name)
        return "".join(
            part if isinstance(part, str) else part.decode(charset or "ascii", "replace")
            for part, charset in words
        )
    except _FAULTS:
        return name


def _safely(ask: object) -> str | None:
    """What a message says of itself; None where the library stumbles over it."""
    try:
        answer = ask() if callable(ask) else None
    except _FAULTS:
        return None
    return answer if isinstance(answer, str) else None
