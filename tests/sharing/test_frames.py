"""Rows of codes: cut and joined in any order, from pictures, and nothing but what was cut comes back."""

import random
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wallet.errors import Reason, SharingError
from wallet.sharing.frames import FRAME_BYTES, MOST_FRAMES, FrameCollector, is_frame, split_link
from wallet.sharing.link import LinkForm, decode_link, encode_link
from wallet.sharing.qr import make_qr, render_png
from wallet.sharing.qr_reader import read_codes


def link_of(size: int, seed: int = 1) -> str:
    return encode_link(random.Random(seed).randbytes(size))


def joined(frames: list[str]) -> str | None:
    collector = FrameCollector()
    found = None
    for frame in frames:
        found = collector.add(frame) or found
    return found


def reason_of(act: Callable[[], object]) -> Reason:
    with pytest.raises(SharingError) as caught:
        act()
    return caught.value.reason


@given(data=st.binary(min_size=1, max_size=4000), order=st.randoms())
@settings(max_examples=60, deadline=None)
def test_frames_join_in_any_order_and_as_often_as_they_are_seen(data: bytes, order: random.Random) -> None:
    link = encode_link(data)
    frames = list(split_link(link))
    shown = frames * 2
    order.shuffle(shown)
    found = joined(shown)
    assert found == link
    assert decode_link(found or "") == data


def test_frames_lead_nowhere_but_to_a_reader_whatever_the_link_leads_to() -> None:
    data = bytes(range(256)) * 9
    frames = split_link(encode_link(data, "https://school.example/check.html"))
    assert all(is_frame(frame) for frame in frames)
    assert decode_link(joined(list(frames)) or "") == data


def test_each_frame_is_a_small_code_that_is_read_from_its_picture() -> None:
    frames = split_link(link_of(2400))
    assert len(frames) == -(-2400 // FRAME_BYTES)
    collector = FrameCollector()
    found = None
    for number, frame in enumerate(frames, 1):
        matrix = make_qr(frame)
        assert matrix.version <= 21
        (text,) = read_codes(render_png(matrix))
        found = collector.add(text)
        assert (collector.seen, collector.count) == ((number, len(frames)) if found is None else (0, 0))
    assert found == link_of(2400)


def test_a_frame_of_another_share_begins_anew() -> None:
    one, other = split_link(link_of(1500, 1)), split_link(link_of(1500, 2))
    collector = FrameCollector()
    assert collector.add(one[0]) is None
    assert collector.add(other[1]) is None
    assert collector.seen == 1
    assert collector.add(other[0]) is None
    assert collector.add(other[2]) == link_of(1500, 2)


def test_a_changed_letter_is_noticed() -> None:
    frames = list(split_link(link_of(1500)))
    place = len(frames[1]) - 30
    digit = "1" if frames[1][place] == "0" else "0"
    frames[1] = frames[1][:place] + digit + frames[1][place + 1 :]
    assert reason_of(lambda: joined(frames)) is Reason.LINK_MALFORMED


@pytest.mark.parametrize(
    "text",
    [
        "ler-wallet:#f1.0.3.0123abcd.123",
        "ler-wallet:#f1.4.3.0123abcd.123",
        "ler-wallet:#f1.1.61.0123abcd.123",
        "ler-wallet:#f1.1.3.0123ABCD.123",
        "ler-wallet:#f1.1.3.0123abcd.",
        "ler-wallet:#f1.1.3.0123abcd.12a",
        "ler-wallet:#f2.1.3.0123abcd.123",
        "https://school.example/#f1.1.3.0123abcd.123",
        "",
    ],
)
def test_what_is_no_frame_is_refused(text: str) -> None:
    assert reason_of(lambda: FrameCollector().add(text)) is Reason.LINK_MALFORMED


def test_too_many_frames_and_other_forms_are_refused() -> None:
    assert len(split_link(link_of(MOST_FRAMES * FRAME_BYTES - 60))) <= MOST_FRAMES
    assert reason_of(lambda: split_link(link_of(MOST_FRAMES * FRAME_BYTES + 500))) is Reason.TOO_BIG_FOR_QR
    plain = encode_link(b"x", form=LinkForm.PLAIN)
    assert reason_of(lambda: split_link(plain)) is Reason.LINK_MALFORMED


def test_an_older_reader_says_that_a_frame_is_newer_than_it() -> None:
    assert reason_of(lambda: decode_link(split_link(link_of(900))[0])) is Reason.LINK_NEWER
