"""The page says everything it must, in letters a PDF reader finds, and its code can be scanned from the paper."""

import io
import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
import zxingcpp
from pypdf import PdfReader
from pypdf.generic import ArrayObject

from tests.vault.builders import KEY, key
from wallet.app.kit_page import page_for, pdf_page, text_page
from wallet.app.recovery_kit import Language, RecoveryKit, key_in
from wallet.vault.recovery_kit import code_of, words_of
from wallet.vault.word_lists import word_list

languages = pytest.mark.parametrize("language", list(Language))


def a_kit(language: Language = Language.ENGLISH) -> RecoveryKit:
    return RecoveryKit(
        name="Dana Lindqvist",
        file_name="dana.lerwallet",
        made_at=datetime(2026, 11, 23, 9, 14, tzinfo=UTC),
        language=language,
        words=tuple(words_of(key(), language)),
        code=code_of(key()),
    )


def pdf_text(page: bytes) -> str:
    (only,) = PdfReader(io.BytesIO(page)).pages
    return only.extract_text()


@languages
def test_the_words_of_the_pdf_lead_back_to_the_key(language: Language) -> None:
    text = pdf_text(pdf_page(a_kit(language)))
    rows = [line for line in text.splitlines() if re.match(r"\d+ \w+ \d+ \w+", line)]
    assert key_in("\n".join(rows).encode()) == KEY
    assert set(a_kit(language).words) <= set(text.split())


@languages
def test_the_page_says_which_file_it_opens_and_when_it_was_made(language: Language) -> None:
    for text in (pdf_text(pdf_page(a_kit(language))), text_page(a_kit(language))):
        for fact in ("dana.lerwallet", "Dana Lindqvist", "2026-11-23 09:14 UTC"):
            assert fact in text
    spanish = "Si olvidas tu frase" in pdf_text(pdf_page(a_kit(language)))
    assert spanish == (language is Language.SPANISH)


def test_the_code_on_the_paper_is_read_by_our_own_decoder() -> None:
    """The dark rectangles of the page, painted as a printer would."""
    (page,) = PdfReader(io.BytesIO(pdf_page(a_kit()))).pages
    content = page.get_contents()
    assert content is not None
    found = re.findall(rb"([\d.]+) ([\d.]+) ([\d.]+) (-?[\d.]+) re f", content.get_data())
    boxes = [tuple(map(float, box)) for box in found]
    assert len(boxes) > 200
    scale, height, width = 4, 792, 612
    pixels = bytearray(b"\xff" * (width * scale * height * scale))
    for left, bottom, wide, tall in boxes:
        low, high = sorted((bottom, bottom + tall))
        for y in range(round((height - high) * scale), round((height - low) * scale)):
            start = y * width * scale
            for x in range(round(left * scale), round((left + wide) * scale)):
                pixels[start + x] = 0
    picture = memoryview(bytes(pixels)).cast("B", (height * scale, width * scale))
    (code,) = zxingcpp.read_barcodes(picture)
    assert code.text == a_kit().code
    assert key_in(code.text.encode()) == KEY


def test_the_plain_page_can_be_handed_back_as_it_is() -> None:
    assert key_in(text_page(a_kit()).encode()) == KEY


def test_the_longest_words_and_names_stay_on_one_page() -> None:
    for language in Language:
        longest = sorted(word_list(language), key=len)[-24:]
        kit = replace(a_kit(language), words=tuple(longest), name="W" * 80, file_name="M" * 80 + ".lerwallet")
        assert "24 " + longest[-1] in pdf_text(pdf_page(kit))


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("Zoë Ñuñez", "Zoë Ñuñez"),
        ("Łukasz ć", "?ukasz c"),
        ("小明", "??"),
        ("a\x1b[31m\u202eb", "a?[31m?b"),
        ("(a) \\", "(a) \\"),
    ],
)
def test_a_name_in_other_letters_does_not_stop_the_page(name: str, shown: str) -> None:
    assert shown in pdf_text(pdf_page(replace(a_kit(), name=name)))


def test_the_pdf_holds_nothing_that_is_not_on_the_page() -> None:
    page = pdf_page(a_kit())
    reader = PdfReader(io.BytesIO(page))
    assert set(reader.metadata or {}) <= {"/Title", "/CreationDate", "/Producer"}
    assert not reader.attachments
    for action in (b"/JavaScript", b"/GoTo", b"/URI", b"/Launch", b"/EmbeddedFile"):
        assert action not in page
    begin = reader.root_object["/OpenAction"]
    assert isinstance(begin, ArrayObject), "where to begin reading, not something to do"
    assert page == pdf_page(a_kit()), "the same kit makes the same page"


def test_the_name_of_the_file_says_which_kind_of_page(tmp_path: Path) -> None:
    assert page_for(tmp_path / "kit.PDF", a_kit()).startswith(b"%PDF-")
    assert page_for(tmp_path / "kit.txt", a_kit()).decode() == text_page(a_kit())


def test_a_kit_does_not_show_its_secrets_when_it_is_printed_for_debugging() -> None:
    assert not any(word in repr(a_kit()) for word in (*a_kit().words, a_kit().code) if len(word) > 4)
