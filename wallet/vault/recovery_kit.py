"""The recovery kit: the vault's key in a form that can be printed, copied by hand, and typed back.

Lives here: key to 24 words, key to the text of a QR code, and both back. Does not live here: the page
(`wallet.app.kit_page`), and whether a key fits a file (`connection`).

24 words hold 264 bits: the 256 of the key, then the first 8 of its SHA-256. A word is recognised by its first four
letters, whatever its accents and capitals. The text of the QR code is ``LERKIT1:``, the key as 64 hexadecimal
digits, and the first 4 bytes of its SHA-256 as 8.

A kit holds no more than the key: which file it opens is printed beside it and not checked. The key that comes back is a
bytearray and can be wiped; words are Python strings and cannot.

Source: BIP-39, "Generating the mnemonic" (256 bits of entropy, checksum of 8), and its word lists; what BIP-39 makes of
the words afterwards is not used.
"""

import hashlib
import re
from collections.abc import Mapping, Sequence
from functools import cache

from wallet.errors import Reason, RecoveryKitError
from wallet.vault.key_derivation import KEY_BYTES
from wallet.vault.word_lists import BITS_PER_WORD, Language, folded, folded_list, word_list

KIT_WORDS = 24
_CHECK_BITS = KIT_WORDS * BITS_PER_WORD - 8 * KEY_BYTES
_CODE_PREFIX = "LERKIT1:"
_CODE_CHECK_BYTES = 4
_CODE = re.compile(_CODE_PREFIX + r"([0-9A-F]{64})([0-9A-F]{8})", re.ASCII | re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
ENOUGH_LETTERS = 4
_LONGEST_TEXT = 20_000


def words_of(key: bytearray, language: Language) -> Sequence[str]:
    """The 24 words of a 32-byte key."""
    _require_key(key)
    number = int.from_bytes(key, "big") << _CHECK_BITS | _check_of(key)
    mask = (1 << BITS_PER_WORD) - 1
    places = [number >> BITS_PER_WORD * place & mask for place in reversed(range(KIT_WORDS))]
    words = word_list(language)
    return tuple(words[place] for place in places)


def code_of(key: bytearray) -> str:
    """The text of the kit's QR code for a 32-byte key."""
    _require_key(key)
    digest = hashlib.sha256(key).digest()
    return f"{_CODE_PREFIX}{key.hex()}{digest[:_CODE_CHECK_BYTES].hex()}".upper()


def key_from(text: str) -> bytearray:
    """The key a kit holds, from its words in either language or from the text of its QR code.

    Numbers, commas and line breaks between the words do not matter, nor do capitals and accents.

    Args:
        text: what somebody typed, or what a picture held; hostile.

    Returns:
        32 bytes, the caller's to wipe.

    Raises:
        RecoveryKitError: RECOVERY_KIT_INCOMPLETE (not 24 words), RECOVERY_KIT_WORD_UNKNOWN (with the positions of the
            words that are on no list), RECOVERY_KIT_MISTYPED (the words or digits do not belong together).
    """
    if len(text) > _LONGEST_TEXT:
        raise RecoveryKitError(Reason.RECOVERY_KIT_INCOMPLETE, "too long for a kit")
    code = _CODE.search("".join(text.split()))
    if code is not None:
        return _key_from_code(code[1], code[2])
    typed = _WORD.findall(folded(text))
    if len(typed) != KIT_WORDS:
        raise RecoveryKitError(Reason.RECOVERY_KIT_INCOMPLETE, f"{len(typed)} of {KIT_WORDS} words")
    readings = [[_place_of(word, language) for word in typed] for language in Language]
    whole = [[place for place in reading if place is not None] for reading in readings]
    complete = [places for places in whole if len(places) == KIT_WORDS]
    if not complete:
        nearest = max(readings, key=lambda reading: sum(place is not None for place in reading))
        raise _unknown_words(nearest)
    for places in complete:
        key = _key_from_places(places)
        if key is not None:
            return key
    raise RecoveryKitError(Reason.RECOVERY_KIT_MISTYPED, "the check of the words does not hold")


def is_kit_word(word: str, language: Language) -> bool:
    """Whether a kit in this language can hold this word, or a word that begins so; for telling while typing."""
    return _place_of(folded(word), language) is not None


def _key_from_code(key_digits: str, check_digits: str) -> bytearray:
    key = bytearray.fromhex(key_digits)
    if hashlib.sha256(key).digest()[:_CODE_CHECK_BYTES] != bytes.fromhex(check_digits):
        raise RecoveryKitError(Reason.RECOVERY_KIT_MISTYPED, "the check of the code does not hold")
    return key


def _key_from_places(places: Sequence[int]) -> bytearray | None:
    """The key these places in the list stand for; None when its check does not hold."""
    number = 0
    for place in places:
        number = number << BITS_PER_WORD | place
    key = bytearray((number >> _CHECK_BITS).to_bytes(KEY_BYTES, "big"))
    return key if number & ((1 << _CHECK_BITS) - 1) == _check_of(key) else None


def _place_of(word: str, language: Language) -> int | None:
    """Where a folded word stands in the list: the word itself, or four letters and more of it."""
    places = _places(language)
    exact = places.get(word)
    if exact is not None:
        return exact
    if len(word) < ENOUGH_LETTERS:
        return None
    place = places.get(word[:ENOUGH_LETTERS])
    return place if place is not None and folded_list(language)[place].startswith(word) else None


@cache
def _places(language: Language) -> Mapping[str, int]:
    """The place of every whole word and of every first four letters; a whole word of four letters is its own start."""
    words = folded_list(language)
    starts = {word[:ENOUGH_LETTERS]: place for place, word in enumerate(words)}
    return starts | {word: place for place, word in enumerate(words)}


def _unknown_words(reading: Sequence[int | None]) -> RecoveryKitError:
    positions = tuple(number for number, place in enumerate(reading, 1) if place is None)
    named = ", ".join(map(str, positions))
    return RecoveryKitError(
        Reason.RECOVERY_KIT_WORD_UNKNOWN,
        f"word {named}" if len(positions) == 1 else f"words {named}",
        positions,
    )


def _check_of(key: bytes | bytearray) -> int:
    return hashlib.sha256(key).digest()[0]


def _require_key(key: bytearray) -> None:
    if len(key) != KEY_BYTES:
        raise ValueError("a key has 32 bytes")
