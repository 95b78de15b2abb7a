"""Mailbox files: every message comes out, whatever stands in the messages, and the time does not grow with a square."""

import io
import time

import pytest

from wallet.codecs import mailbox
from wallet.codecs.mailbox import looks_like_mailbox, read_mailbox
from wallet.errors import CodecError, Reason

HEAD = b"From: a@school.example\nTo: sam@school.example\nSubject: Badge\n"
LINES = (
    b"From - Mon Nov 23 09:14:00 2026\n",
    b"From MAILER-DAEMON Fri Jul  8 12:08:34 2011\n",
    b"From 1789@xxx Mon Nov 23 09:14:00 +0000 2026\r\n",
)


def mails(data: bytes) -> list[bytes]:
    found = list(read_mailbox(io.BytesIO(data)))
    assert not [one for one in found if isinstance(one, CodecError)]
    return [one for one in found if isinstance(one, bytes)]


@pytest.mark.parametrize("line", LINES)
def test_every_message_comes_out(line: bytes) -> None:
    messages = [HEAD + b"\nHello %d\n\n" % number for number in range(3)]
    data = b"".join(line + message for message in messages)
    assert looks_like_mailbox(data)
    assert mails(data) == messages


def test_sentences_and_quoted_lines_are_no_separators() -> None:
    body = b"\nDear Sam,\n\nFrom tomorrow on, come at nine.\nFrom - Mon Nov 23 09:14:00 2026\n\n"
    quoted = b">From - Mon Nov 23 09:14:00 2026\n>>From here\n\n"
    data = LINES[0] + HEAD + body + quoted
    assert mails(data) == [HEAD + body + b"From - Mon Nov 23 09:14:00 2026\n>From here\n\n"]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"From here on there are words.\n\nSubject: x\n",
        LINES[0],
        LINES[0] + b"hello\n",
        HEAD + b"\nHi\n",
        b"PK\3\4",
    ],
)
def test_anything_else_is_no_mailbox(data: bytes) -> None:
    assert not looks_like_mailbox(data)


def test_limits_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mailbox, "MAX_MESSAGES", 3)
    with pytest.raises(CodecError) as refusal:
        mails((LINES[0] + HEAD + b"\nHi\n\n") * 4)
    assert refusal.value.reason is Reason.TOO_MANY_ENTRIES
    monkeypatch.setattr(mailbox, "MAX_FILE_BYTES", 1000)
    large = LINES[0] + HEAD + b"\n" + b"x" * 2000 + b"\n\n"
    first, second = read_mailbox(io.BytesIO(large + LINES[0] + HEAD + b"\nHi\n"))
    assert isinstance(first, CodecError)
    assert first.reason is Reason.FILE_TOO_LARGE
    assert second == HEAD + b"\nHi\n"


@pytest.mark.parametrize("piece", [b"From ", b"From a 09:14\n", b"\n", b">" * 50, b"From 00:0", b"\r"])
def test_time_grows_with_the_length_only(piece: bytes) -> None:
    data = LINES[0] + HEAD + b"\n" + piece * (1_000_000 // len(piece))
    started = time.perf_counter()
    list(read_mailbox(io.BytesIO(data)))
    assert time.perf_counter() - started < 5
