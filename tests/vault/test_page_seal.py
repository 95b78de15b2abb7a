"""Page seals tell a right key from a wrong one and a good page from a bad one, on files SQLCipher wrote."""

import io
from pathlib import Path

import pytest

from tests.vault.builders import KEY, SALT, make_vault, new_credential
from wallet.vault.page_seal import PAGE_BYTES, PageSeal, page_count, read_page

RIGHT = PageSeal(KEY, SALT)
WRONG = PageSeal(bytes(32), SALT)


@pytest.fixture
def content(path: Path) -> bytes:
    with make_vault(path) as vault:
        vault.credentials.add(new_credential(1, size=20_000))
    return path.read_bytes()


def test_every_page_of_a_real_file_holds_under_its_key_and_none_under_another(content: bytes) -> None:
    file = io.BytesIO(content)
    assert page_count(file) > 20
    assert list(RIGHT.broken_pages(file)) == []
    assert RIGHT.fits(file) is True
    assert WRONG.fits(file) is False
    assert len(list(WRONG.broken_pages(file))) == page_count(file)


@pytest.mark.parametrize("offset", [16, 2000, 4015, 4016, 4031, 4032, 4095, PAGE_BYTES, 5 * PAGE_BYTES + 1])
def test_one_flipped_bit_breaks_exactly_its_page(content: bytes, offset: int) -> None:
    damaged = bytearray(content)
    damaged[offset] ^= 0x10
    assert list(RIGHT.broken_pages(io.BytesIO(damaged))) == [offset // PAGE_BYTES + 1]


def test_pages_do_not_hold_in_each_others_places(content: bytes) -> None:
    file = io.BytesIO(content)
    assert RIGHT.holds(3, read_page(file, 3))
    assert not RIGHT.holds(4, read_page(file, 3))


def test_a_cut_page_counts_as_broken(content: bytes) -> None:
    pages = len(content) // PAGE_BYTES
    assert list(RIGHT.broken_pages(io.BytesIO(content[:-1]))) == [pages]


def test_the_key_fits_as_long_as_one_page_is_left(content: bytes) -> None:
    ruined = bytes(byte ^ 0xFF for byte in content[:-PAGE_BYTES]) + content[-PAGE_BYTES:]
    assert RIGHT.fits(io.BytesIO(ruined)) is True
    assert WRONG.fits(io.BytesIO(ruined)) is False


@pytest.mark.parametrize("rest", [b"", bytes(1000), bytes(4096 - 16), bytes(40 * 4096 - 16)])
def test_a_hollow_file_is_damaged_whatever_the_key(rest: bytes) -> None:
    assert RIGHT.fits(io.BytesIO(SALT + rest)) is None
    assert WRONG.fits(io.BytesIO(SALT + rest)) is None


def test_a_large_file_is_sampled_from_end_to_end(content: bytes) -> None:
    class Counting(io.BytesIO):
        reads = 0

        def read(self, size: int | None = -1, /) -> bytes:
            self.reads += 1
            return super().read(size)

    last = content[-PAGE_BYTES:]
    number = len(content) // PAGE_BYTES
    noise = b"\x01" * PAGE_BYTES
    large = Counting(noise * (number - 1) + last)
    assert RIGHT.fits(large) is True
    very_large = Counting(noise * 3000)
    assert RIGHT.fits(very_large) is False
    assert very_large.reads == 256
