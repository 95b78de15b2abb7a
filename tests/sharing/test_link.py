"""Links: three forms, read strictly, capped, with a dictionary that never changes."""

import hashlib
import importlib.util
import subprocess
import sys
from types import ModuleType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.shared_data import PROJECT
from tests.sharing.shares import corpus_badge, present, small_bundle, verified
from wallet.codecs import base64url, decimal_digits, deflate
from wallet.errors import Reason, SharingError
from wallet.sharing.bundle import decode_bundle, encode_bundle
from wallet.sharing.link import (
    MAX_INFLATED_BYTES,
    MAX_LINK_CHARACTERS,
    LinkForm,
    decode_link,
    dictionary,
    encode_link,
    is_link,
)
from wallet.verification.report import CheckName, Outcome

DICTIONARY_1 = "de0cde9fdc3296f40c36af1a2b80f622c6e377602c9cb14ce11507a75b966d57"
FORMS = list(LinkForm)
SMALL = b'{"v":1,"made":"2026-11-23T13:00:00Z","items":[],"vp":{}}'


def _reason_of(text: str) -> Reason:
    with pytest.raises(SharingError) as caught:
        decode_link(text)
    return caught.value.reason


# -- the dictionary


def test_the_dictionary_is_frozen() -> None:
    assert hashlib.sha256(dictionary()).hexdigest() == DICTIONARY_1


def _script() -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "make_dictionary", PROJECT / "packaging" / "make_dictionary.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_script_in_the_tree_makes_the_frozen_dictionary() -> None:
    assert _script().make_dictionary(PROJECT / "resources" / "contexts") == dictionary()


def test_a_link_of_the_first_day_still_opens() -> None:
    assert decode_link(LINK_OF_THE_FIRST_DAY) == SMALL


# Written down when the dictionary was frozen; it must open for ever.
LINK_OF_THE_FIRST_DAY = "ler-wallet:#1.5505350518265998139480217924901134068065917534720"


# -- there and back


@pytest.mark.parametrize("form", FORMS)
@given(data=st.binary(max_size=600))
@settings(max_examples=60, deadline=None)
def test_any_bytes_come_back(form: LinkForm, data: bytes) -> None:
    assert decode_link(encode_link(data, form=form)) == data


def test_each_form_looks_as_written_down() -> None:
    digits, letters, plain = (encode_link(small_bundle(), form=form) for form in FORMS)

    assert digits.startswith("ler-wallet:#1.")
    assert digits.removeprefix("ler-wallet:#1.").isdecimal()
    assert base64url.decode_strict(letters.removeprefix("ler-wallet:#2.")) == decimal_digits.decode(
        digits.removeprefix("ler-wallet:#1.")
    )
    packed = base64url.decode_strict(plain.removeprefix("ler-wallet:#3."))
    assert deflate.inflate_raw(packed, limit=MAX_INFLATED_BYTES) == small_bundle()


@pytest.mark.parametrize(
    "base",
    [
        "ler-wallet:",
        "LER-WALLET:",
        "https://example.edu",
        "https://example.edu/v.html",
        "HTTPS://verify.example.edu:8443/a/b.html?lang=es",
        "http://192.168.1.20:40123/",
        "http://10.0.0.7:1/",
        "http://172.31.255.254:65535/",
        "http://169.254.3.4:8080/",
        "http://127.0.0.1:5000/",
    ],
)
def test_a_link_may_lead_to_a_page_on_any_host(base: str) -> None:
    link = encode_link(SMALL, base)

    assert link.startswith(base + "#1.")
    assert decode_link(link) == SMALL
    assert decode_link(f"\n  {link}\r\n") == SMALL
    assert is_link(link)


@pytest.mark.parametrize(
    "base",
    [
        "",
        "http://example.edu/v.html",
        "javascript:alert(1)",
        "file:///etc/passwd",
        "shlink:/",
        "ler-wallet:/",
        "https://",
        "https:/example.edu",
        "https://user@example.edu/",
        "https://example.edu@evil.example/",
        "https://example.edu:secret@evil.example/",
        "https://example.edu\\@evil.example/",
        "https://exämple.edu/",
        "https://example.edu/a b",
        "https://example.edu/\u202e",
        "https://example.edu/\n",
        "http://8.8.8.8:80/",
        "http://172.32.0.1:80/",
        "http://192.0.2.1:80/",
        "http://100.64.0.1:80/",
        "http://0.0.0.0:80/",
        "http://192.168.1.256:80/",
        "http://192.168.01.2:80/",
        "http://3232235786:80/",
        "http://0xc0.168.1.20:80/",
        "http://192.168.1.20/",
        "http://192.168.1.20:0/",
        "http://192.168.1.20:080/",
        "http://192.168.1.20:65536/",
        "http://192.168.1.20:80",
        "http://192.168.1.20:80/v.html",
        "http://192.168.1.20:80/?x",
        "http://192.168.1.20:80/\n",
        "http://user@192.168.1.20:80/",
        "http://192.168.1.20:80@evil.example/",
        "http://192.168.1.20.evil.example:80/",
        "http://\u0661\u0669\u0662.168.1.20:80/",
        "http://localhost:80/",
        "http://printer.local:80/",
        "http://[::1]:80/",
        "HTTP://192.168.1.20:80/",
    ],
)
def test_a_link_leads_nowhere_else(base: str) -> None:
    with pytest.raises(SharingError) as caught:
        encode_link(SMALL, base)
    assert caught.value.reason is Reason.LINK_MALFORMED

    link = base + "#" + encode_link(SMALL).partition("#")[2]
    assert _reason_of(link) is Reason.LINK_MALFORMED
    assert not is_link(link)


# -- strictness


@pytest.mark.parametrize("form", ["4", "9", "h1", "1a"])
def test_a_form_of_the_future_is_said_to_be_one(form: str) -> None:
    assert _reason_of(f"ler-wallet:#{form}.0713") is Reason.LINK_NEWER
    assert is_link(f"ler-wallet:#{form}.0713")


@pytest.mark.parametrize(
    "text", ["", "ler-wallet:", "ler-wallet:#", "ler-wallet:#1", "ler-wallet:#.123", "#1.123", "1.123"]
)
def test_half_a_link_is_none(text: str) -> None:
    assert _reason_of(text) is Reason.LINK_MALFORMED
    assert not is_link(text)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("extra", ["0", " ", "=", "\n", "%20", "\u0661", "#", "."])
def test_foreign_letters_within_are_refused(form: LinkForm, extra: str) -> None:
    link = encode_link(SMALL, form=form)
    middle = len(link) - 9

    assert decode_link(link) == SMALL
    if extra.strip():  # white space around a link is what copying adds
        assert _reason_of(link + extra) is Reason.LINK_MALFORMED
    assert _reason_of(link[:middle] + extra + link[middle:]) is Reason.LINK_MALFORMED


@pytest.mark.parametrize("form", FORMS)
def test_a_link_cut_short_anywhere_is_refused(form: LinkForm) -> None:
    link = encode_link(SMALL, form=form)

    for end in range(len(f"ler-wallet:#{form}."), len(link)):
        assert _reason_of(link[:end]) is Reason.LINK_MALFORMED


@pytest.mark.parametrize("form", FORMS)
def test_one_changed_letter_never_passes_for_the_share_that_was_made(form: LinkForm) -> None:
    bundle = small_bundle()
    link = encode_link(bundle, form=form)
    start = len(f"ler-wallet:#{form}.")
    opened = 0
    for position in range(start, len(link), 5):
        letter = "0" if link[position] != "0" else "1"
        changed = link[:position] + letter + link[position + 1 :]
        try:
            read = decode_bundle(decode_link(changed))
        except SharingError:
            continue
        opened += 1
        # What still opens is either the same share (a flip DEFLATE has no use for) or not signed by the holder.
        if read != decode_bundle(bundle):
            assert verified(read.presentation).check(CheckName.PROOF).outcome is not Outcome.PASSED
    assert opened < (len(link) - start) / 10


def test_an_inflate_bomb_stops_at_the_cap() -> None:
    for form in FORMS:
        words = dictionary() if form is not LinkForm.PLAIN else b""
        for size, fits in ((MAX_INFLATED_BYTES, True), (MAX_INFLATED_BYTES + 1, False), (100_000_000, False)):
            packed = deflate.deflate_raw(b"0" * size, dictionary=words)
            payload = decimal_digits.encode(packed) if form is LinkForm.DIGITS else base64url.encode(packed)
            link = f"ler-wallet:#{form}.{payload}"
            if fits:
                assert len(decode_link(link)) == size
            else:
                assert _reason_of(link) is Reason.BUNDLE_INVALID


def test_a_text_longer_than_any_link_is_not_looked_at() -> None:
    assert _reason_of("ler-wallet:#1." + "0" * MAX_LINK_CHARACTERS) is Reason.LINK_MALFORMED


def test_the_longest_bundle_that_is_written_can_be_read() -> None:
    noise = b"".join(
        hashlib.sha256(bytes([i % 256, i // 256])).digest() for i in range(MAX_INFLATED_BYTES // 32)
    )

    assert decode_link(encode_link(noise)) == noise
    with pytest.raises(SharingError) as caught:
        encode_link(noise + b"x")
    assert caught.value.reason is Reason.TOO_BIG_FOR_LINK


def test_nothing_heavy_is_loaded_for_links() -> None:
    code = "import sys, wallet.sharing.link, wallet.sharing.qr, wallet.sharing.qr_reader; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=True, cwd=PROJECT, text=True, timeout=60
    )

    assert not {"qrcode", "zxingcpp", "PIL", "PySide6"} & set(done.stdout.split())


# -- sizes


def test_a_pair_of_small_badges_stays_small() -> None:
    folder = ("dcc-vc-test-fixtures", "v2", "dataIntegrityProof", "didKey")
    pair = [
        corpus_badge(*folder, "legacyRegistry-noStatus-noExpiry-minimal.json"),
        corpus_badge(*folder, "legacyRegistry-noStatus-noExpiry-basicOBv3.json"),
    ]
    bundle = encode_bundle(present(pair))
    with_words = len(deflate.deflate_raw(bundle, dictionary=dictionary()))
    without = len(deflate.deflate_raw(bundle))

    assert with_words < 850
    assert with_words < without * 0.75
