"""Mailbox files (mbox): the messages in them, one after the other, as mail programs and mail exports keep a folder.

Lives here: telling such a file from a single message, and cutting it, line by line, so that its size does not matter.
Does not live here: taking a message apart (`mail_message`).

Source: RFC 4155, appendix A (the default format); lines that begin with ">From " have lost one ">" on the way out, as
the variants "mboxo" and "mboxrd" put it there.
"""

import re
from collections.abc import Iterator
from typing import BinaryIO

from wallet.codecs.mail_message import MAX_HEADER_BYTES, looks_like_mail
from wallet.codecs.strict_json import MAX_FILE_BYTES
from wallet.errors import CodecError, Reason

MAX_MESSAGES = 10_000

_MAX_LINE = 65_536
# "From " at the beginning of a line also begins sentences: a separator has a time in it, too.
_SEPARATOR = re.compile(rb"From [^\r\n]{0,300}?\d\d:\d\d[^\r\n]{0,60}\r?\n")
_QUOTED = re.compile(rb">+From ")
_NEWLINES = (b"\n", b"\r\n")


def looks_like_mailbox(data: bytes) -> bool:
    """Whether this begins with a separator and a message behind it; its beginning is enough."""
    start = data[: 2 * MAX_HEADER_BYTES].lstrip(b"\r\n")
    line = _SEPARATOR.match(start)
    return line is not None and looks_like_mail(start[line.end() :])


def read_mailbox(stream: BinaryIO) -> Iterator[bytes | CodecError]:
    """The messages in their order, without their separators; for one that is too large, the refusal in its place.

    Raises:
        CodecError: TOO_MANY_ENTRIES; FILE_NOT_READABLE when the medium gives no more.
    """
    message, too_large, at_blank, count = bytearray(), False, True, 0
    for line, is_whole in _lines(stream):
        if at_blank and is_whole and _SEPARATOR.fullmatch(line):
            if message or too_large:
                yield CodecError(Reason.FILE_TOO_LARGE, "a mail") if too_large else bytes(message)
            count += 1
            if count > MAX_MESSAGES:
                raise CodecError(Reason.TOO_MANY_ENTRIES, f"more than {MAX_MESSAGES} mails")
            message, too_large, at_blank = bytearray(), False, False
            continue
        at_blank = is_whole and line in _NEWLINES
        too_large = too_large or len(message) + len(line) > MAX_FILE_BYTES
        if too_large:
            message.clear()
        else:
            message += line[1:] if _QUOTED.match(line) else line
    if message or too_large:
        yield CodecError(Reason.FILE_TOO_LARGE, "a mail") if too_large else bytes(message)


def _lines(stream: BinaryIO) -> Iterator[tuple[bytes, bool]]:
    """Lines with their ends, long ones in parts, and whether each is a whole one.

    Raises:
        CodecError: FILE_NOT_READABLE.
    """
    begins = True
    while True:
        try:
            line = stream.readline(_MAX_LINE)
        except OSError as error:
            raise CodecError(Reason.FILE_NOT_READABLE, type(error).__name__) from error
        if not line:
            return
        ends = line.endswith(b"\n")
        yield line, begins and ends
        begins = ends
