"""Names that pretend are noticed, honest names in many languages are not."""

import json

import pytest

from tests.shared_data import shared
from wallet.verification.look_alikes import Oddity, is_same_name, oddity, skeleton

HONEST = [
    "Harbor Makers Guild",
    "École Polytechnique",
    "Universität Zürich",
    "Ñandú 2º Escuela",
    "Łódź University",
    "МГУ имени Ломоносова",
    "Московский университет (Moscow University)",
    "Εθνικό Πανεπιστήμιο",
    "東京大学 The University of Tokyo",
    "서울대학교",
    "جامعة القاهرة",
    "دانشگاه می\u200cگوید",
    "האוניברסיטה העברית",
    "दिल्ली विश्वविद्यालय",
    "Acme\u2122 (R&D) 3.0",
    "Kids \U0001f469\u200d\U0001f393 School \u2b50\ufe0f",
    "did:web:school.example",
    "https://school.example/issuers/1",
    "",
]

ODD = [
    ("H\u0430rbor Makers", Oddity.ALPHABETS),
    ("\u041darbor Makers", Oddity.ALPHABETS),
    ("Harbor M\u03b1kers", Oddity.ALPHABETS),
    ("H\u0585rbor", Oddity.ALPHABETS),
    ("\u0421\u041e\u041c\u0420\u0410\u0421\u0422 Academy", Oddity.ALPHABETS),
    ("\U0001d407arbor", Oddity.ALPHABETS),
    ("\U0001d407\U0001d41a\U0001d42b", Oddity.ALPHABETS),
    ("Harbor\u200bMakers", Oddity.INVISIBLE),
    ("Har\u00adbor", Oddity.INVISIBLE),
    ("Harbor\u2060", Oddity.INVISIBLE),
    ("Harbor\u200dMakers", Oddity.INVISIBLE),
    ("\u200dHarbor", Oddity.INVISIBLE),
    ("Harbor\u3164", Oddity.INVISIBLE),
    ("Harbor\U000e0041", Oddity.INVISIBLE),
    ("Har\u0007bor", Oddity.INVISIBLE),
    ("Har\nbor", Oddity.INVISIBLE),
    ("\u202erobraH", Oddity.DIRECTION),
    ("Harbor \u2066x\u2069", Oddity.DIRECTION),
    ("did:web:sch\u043eol.example", Oddity.ALPHABETS),
]


@pytest.mark.parametrize("name", HONEST)
def test_honest_names_are_not_odd(name: str) -> None:
    assert oddity(name) is None


@pytest.mark.parametrize(("name", "what"), ODD, ids=ascii)
def test_odd_names_are_named(name: str, what: Oddity) -> None:
    assert oddity(name) is what


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Harbor", "HARBOR"),
        ("Harbor", "H\u0430rb\u043er"),
        ("HARBOR", "\u041d\u0410RBOR"),
        ("Harbor", "Harb0r"),
        ("Lincoln", "L1nco1n"),
        ("Lincoln", "Iincoln"),
        ("Modern", "Modem"),
        ("State College", "State-College"),
        ("Nordic", "\u039dordic"),
        ("Ecole", "\u00c9cole"),
        ("Full", "\uff26ull"),
        ("Bold", "\U0001d401\U0001d428ld"),
    ],
    ids=ascii,
)
def test_names_that_look_alike_have_one_skeleton(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Harbor", "Harbour"),
        ("North School", "South School"),
        ("School 12", "School 21"),
        ("МГУ", "СПбГУ"),
        ("東京", "京都"),
    ],
)
def test_other_names_have_other_skeletons(one: str, other: str) -> None:
    assert skeleton(one) != skeleton(other)


def test_the_same_name_in_other_clothes() -> None:
    assert is_same_name("Makers' Guild", "MAKERS GUILD.")
    assert is_same_name("\u00c9cole", "E\u0301cole")
    assert not is_same_name("\u00c9cole", "Ecole")
    assert not is_same_name("Harbor", "H\u0430rbor")


def test_naughty_strings_are_survived() -> None:
    for text in json.loads(shared("adversarial", "strings", "blns.json").read_text("utf-8")):
        oddity(text)
        skeleton(text)
        is_same_name(text, text[::-1])
