"""QR codes of random shares: badges of several suites, cut at random, small enough for one code.

Lives here: drawing them. Does not live here: reading them back, which the tests do.
"""

import json
import random
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count

from tests import identities, issuing, selections
from tests.sharing.shares import present, read
from wallet.credentials.model import UnverifiedCredential
from wallet.errors import Reason, SharingError
from wallet.sharing import disclosure
from wallet.sharing.bundle import encode_bundle
from wallet.sharing.link import encode_link
from wallet.sharing.qr import QrMatrix, make_qr, render_png, render_svg

_BASES = ("ler-wallet:", "https://school.example/check.html")
_SUITES = ("eddsa-rdfc-2022", "ecdsa-sd-2023", "sd-jwt")


@dataclass(frozen=True, slots=True)
class DrawnCode:
    """A code and what is in it.

    Attributes:
        title: of the achievement in it, a word of its own.
        suffix: of the file, ".png" or ".svg".
        picture: the file the wallet writes.
    """

    title: str
    matrix: QrMatrix
    suffix: str
    picture: bytes


def draw_codes(wanted: int) -> Iterator[DrawnCode]:
    """So many codes; what is too big for one is left out, as the wallet does."""
    made = 0
    for number in count():
        if made == wanted:
            return
        badge = _badge(number)
        bundle = encode_bundle(present([badge], now=issuing.NOW))
        try:
            matrix = make_qr(encode_link(bundle, _BASES[number % len(_BASES)]))
        except SharingError as error:
            if error.reason is not Reason.TOO_BIG_FOR_QR:
                raise
            continue
        made += 1
        is_drawing = number % 3 == 0
        picture = render_svg(matrix, 4) if is_drawing else render_png(matrix, 4 + number % 4)
        yield DrawnCode(_name(badge), matrix, ".svg" if is_drawing else ".png", picture)


def _badge(number: int) -> UnverifiedCredential:
    """Of each suite in turn: a whole one, or what is left of one that was cut at random."""
    suite = _SUITES[number % len(_SUITES)]
    document = selections.marked_badge(number, small=True)
    if suite == "eddsa-rdfc-2022":
        school = identities.did_key(f"school {number}")
        return read(json.dumps(issuing.secure({**document, "issuer": school.id}, school)).encode())
    whole = read(selections.issue(document, suite))
    chance = random.Random(number)
    parts = [part.pointer for part in disclosure.find_choices(whole).selectable if chance.random() < 0.2]
    (shown,) = disclosure.derive_credentials(whole, parts, random.randbytes)
    return shown


def _name(badge: UnverifiedCredential) -> str:
    achievement = badge.credential.subject.achievement
    assert achievement is not None
    assert achievement.name is not None
    return achievement.name
