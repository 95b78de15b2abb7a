"""The pause grows, stays a pause, and is over when the right passphrase comes."""

from wallet.app.wrong_tries import WrongTries


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


def test_within_ten_wrong_tries_the_pause_is_five_seconds_and_more_and_never_endless() -> None:
    clock = Clock()
    tries = WrongTries(clock)
    pauses = []
    for _ in range(200):
        tries.note()
        pauses.append(tries.pause)
        clock.now += tries.pause
        assert tries.pause == 0, "after the pause there is always another try"
    assert pauses[0] == 0, "a slip of the finger costs nothing"
    assert pauses == sorted(pauses)
    assert max(pauses[:10]) >= 5
    assert max(pauses) <= 10


def test_the_right_passphrase_ends_it() -> None:
    clock = Clock()
    tries = WrongTries(clock)
    for _ in range(9):
        tries.note()
    assert tries.pause > 0
    tries.forget()
    assert tries.pause == 0
    tries.note()
    assert tries.pause == 0
