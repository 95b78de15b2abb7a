"""What a helper process and the process that started it say to each other: messages with their length in front.

Lives here: the frames, and the helper's side of the conversation. Does not live here: starting helpers (`worker_pool`)
or what the messages mean.
"""

import os
import signal
import struct
from collections.abc import Callable
from typing import IO

_READY = b"ready"
_LENGTH = struct.Struct(">I")


def send(pipe: IO[bytes], message: bytes) -> None:
    """Writes one message.

    Raises:
        OSError: the other process ended.
    """
    pipe.write(_LENGTH.pack(len(message)) + message)
    pipe.flush()


def receive(pipe: IO[bytes]) -> bytes:
    """Reads one message.

    Raises:
        OSError: the other process ended.
    """
    head = pipe.read(_LENGTH.size)
    if len(head) == _LENGTH.size:
        (length,) = _LENGTH.unpack(head)
        body = pipe.read(length)
        if len(body) == length:
            return body
    raise OSError("the other process ended")


def receive_ready(pipe: IO[bytes]) -> None:
    """Waits until the helper can answer.

    Raises:
        OSError: it never will.
    """
    if receive(pipe) != _READY:
        raise OSError("another program")


def serve(greeted: Callable[[bytes], Callable[[bytes], bytes]]) -> None:
    """The helper's life: answers on standard output what comes on standard input, until that ends.

    Args:
        greeted: makes of the first message what answers the others.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever started this was interrupted too, and ends it
    with os.fdopen(os.dup(0), "rb") as requests, os.fdopen(os.dup(1), "wb") as answers:
        nothing = os.open(os.devnull, os.O_RDWR)
        os.dup2(nothing, 0)  # what runs in here neither reads a request nor writes into an answer
        os.dup2(nothing, 1)
        answer = greeted(receive(requests))
        send(answers, _READY)
        while True:
            try:
                request = receive(requests)
            except OSError:
                return
            send(answers, answer(request))
