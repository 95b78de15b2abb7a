"""The overview on one page: only what was ticked, one page whatever there is, tagged, honest about what it proves."""

import json
import re
from datetime import date
from functools import cache
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from tests.app.test_skills import ONET, TOWN, WELDING, keep
from tests.sample_files import good
from wallet.app import bin as bin_
from wallet.app.container import Services
from wallet.app.import_credential import import_bytes
from wallet.app.overview_page import (
    LANGUAGES,
    OverviewPaper,
    PaperChoice,
    Style,
    render_overview,
    text_of,
)
from wallet.app.overview_paper import FIRST_CHOSEN, overview_paper
from wallet.app.own_words import MAX_CHARACTERS, keep_own_words
from wallet.app.own_work import OwnWork, write_own_work
from wallet.app.paper import measuring_document
from wallet.app.profiles import add_profile, use_profile
from wallet.app.unlock import Vault
from wallet.credentials.kinds import Kind
from wallet.errors import Reason, VaultError
from wallet.verification.report import Verdict

EVERYTHING = PaperChoice(name=True, words=True)
NOTHING = PaperChoice(counts=False, skills=False, record_ids=())
languages = pytest.mark.parametrize("language", LANGUAGES)


@cache
def measuring() -> Any:
    """Making one reads typefaces: the tests share it, as the window does."""
    return measuring_document()


def paper_of(vault: Vault, choice: PaperChoice, services: Services, language: str = "en") -> OverviewPaper:
    return overview_paper(vault, choice, services, language, measuring())


def pages_of(paper: OverviewPaper) -> list[str]:
    return [
        re.sub(r"\s+", " ", page.extract_text()) for page in PdfReader(BytesIO(render_overview(paper))).pages
    ]


def kinds_of_elements(pdf: bytes) -> list[str]:
    root: Any = PdfReader(BytesIO(pdf)).trailer["/Root"]
    return [str(kid.get_object()["/S"]) for kid in root["/StructTreeRoot"]["/K"][0].get_object()["/K"]]


@pytest.fixture
def full(vault: Vault, services: Services) -> Vault:
    add_profile(vault, "Dana Rivera", ["dana@school.example"], services)
    use_profile(vault, "Dana Rivera")
    keep_own_words(vault, "I like to make things.")
    keep(vault, 1, ONET, WELDING, day="2024-03-12")
    keep(vault, 2, TOWN, kind=Kind.DEGREE, day="2026-05-01")
    keep(vault, 3, WELDING, verdict=Verdict.CHECK, day=None)
    keep(vault, 4, verdict=Verdict.INVALID, day="2025-01-01")
    return vault


@languages
def test_everything_that_was_ticked_is_on_one_tagged_page(
    full: Vault, services: Services, language: str
) -> None:
    paper = paper_of(full, EVERYTHING, services, language)
    (text,) = pages_of(paper)
    for said in (
        "Dana Rivera",
        "I like to make things.",
        "Planning",
        "Welding",
        "Badge 1",
        "2024-03-12",
        "2026: 1",
    ):
        assert said in text
    assert ("Overview of what I learned and did" in text) == (language == "en")
    assert ("Pídeme las credenciales" in text) == (language == "es")
    pdf = render_overview(paper)
    root: Any = PdfReader(BytesIO(pdf)).trailer["/Root"]
    assert root["/Lang"] == language
    assert root["/MarkInfo"]["/Marked"] in (True, "true")
    kinds = kinds_of_elements(pdf)
    assert kinds[0] == "/H1"
    assert kinds.count("/H2") == sum(one.style is Style.HEADING for one in paper.paragraphs) == 5
    assert kinds.count("/H3") == 3, "one for each credential"
    assert b"/Annots" not in pdf
    assert b"/JavaScript" not in pdf
    assert render_overview(paper) == pdf


def test_the_page_says_that_paper_proves_nothing_and_how_to_check(full: Vault, services: Services) -> None:
    for choice in (EVERYTHING, NOTHING):
        (text,) = pages_of(paper_of(full, choice, services))
        assert "This paper proves nothing by itself" in text
        assert "any checker of Open Badges 3.0" in text


@pytest.mark.parametrize(
    ("choice", "said"),
    [
        (PaperChoice(name=True, counts=False, skills=False, record_ids=()), {"Dana Rivera"}),
        (PaperChoice(words=True, counts=False, skills=False, record_ids=()), {"I like to make things."}),
        (PaperChoice(counts=True, skills=False, record_ids=()), {"4 credentials"}),
        (PaperChoice(counts=False, skills=True, record_ids=()), {"Skills with proof"}),
        (PaperChoice(counts=False, skills=False), {"Badge 1", "Verified", "Check this"}),
        (NOTHING, set()),
    ],
)
def test_only_what_was_ticked_is_on_it(
    full: Vault, services: Services, choice: PaperChoice, said: set[str]
) -> None:
    everything = {
        "Dana Rivera",
        "I like to make things.",
        "4 credentials",
        "Skills with proof",
        "Badge 1",
        "Verified",
        "Check this",
    }
    text = text_of(paper_of(full, choice, services))
    assert {words for words in everything if words in text} == said
    assert "dana@school.example" not in text


def test_grades_birth_dates_and_identifiers_are_never_on_it(vault: Vault, services: Services) -> None:
    document = json.loads(good("school-record.json").read_text("utf-8"))
    import_bytes(vault, good("school-record.json").read_bytes(), services, name="a")
    import_bytes(vault, good("laser-cutting.png").read_bytes(), services, name="b")
    choice = PaperChoice(name=True, words=True, record_ids=[one.id for one in vault.credentials.heads()])
    text = text_of(paper_of(vault, choice, services))
    written = json.dumps(document)
    assert "did:" in written
    assert '"value"' in written, "there are results in it"
    for value in re.findall(r'"value": "([^"]+)"', written):
        assert f": {value}" not in text
    assert "did:" not in text
    assert "urn:" not in text
    assert "@" not in text


def test_what_is_chosen_stands_in_its_order_with_its_state_and_the_day_of_the_check(
    full: Vault, services: Services
) -> None:
    ids = [one.id for one in full.credentials.heads()]
    paper = paper_of(full, PaperChoice(record_ids=[ids[0][:8], ids[3], ids[0]]), services)
    details = [one.text for one in paper.paragraphs if one.style is Style.DETAIL]
    assert [line.split(" · ")[-1] for line in details] == [
        "Not valid (checked 2026-11-23)",
        "Verified (checked 2026-11-23)",
    ]
    assert "ends 2027-01-01" in details[1]
    bin_.delete(full, [ids[0]], services)
    with pytest.raises(VaultError) as caught:
        paper_of(full, PaperChoice(record_ids=[ids[0]]), services)
    assert caught.value.reason is Reason.IN_THE_BIN


def test_where_nobody_chose_it_tells_what_is_shown_first_else_the_latest_without_a_fault(
    full: Vault, services: Services
) -> None:
    def told() -> list[str]:
        details = [
            one.text
            for one in paper_of(full, PaperChoice(), services).paragraphs
            if one.style is Style.DETAIL
        ]
        return [re.sub(r".*?(\w[\w ]+) \(checked.*", r"\1", line) for line in details]

    assert told() == ["Verified", "Verified", "Check this"], "nothing that is not valid"
    last = full.credentials.heads()[0].id
    full.pins.add([last])
    assert told() == ["Not valid"]
    full.pins.remove([last])
    for number in range(10, 10 + 2 * FIRST_CHOSEN):
        keep(full, number)
    assert len(told()) == FIRST_CHOSEN


def test_own_words_of_the_learner_are_counted_apart_and_say_that_no_issuer_stands_behind_them(
    vault: Vault, services: Services
) -> None:
    keep(vault, 1, day="2026-05-01")
    own = write_own_work(
        vault, OwnWork("Taught my brother to read", date(2026, 2, 1)), services, signed_as="me"
    )
    text = text_of(paper_of(vault, PaperChoice(record_ids=[own]), services))
    assert "1 credential: 1 badge." in text
    assert "1 of them was verified" in text
    assert "1 more was written by the person it is about; no issuer stands behind it." in text
    assert "By year: 2026: 1" in text
    assert "issued 2026-02-01 · Written by the person it is about; no issuer stands behind it" in text


@languages
def test_one_page_is_enough_for_ten_thousand_and_what_is_left_out_is_said(
    full: Vault, services: Services, language: str
) -> None:
    for number in range(10, 70):
        keep(full, number, day=f"{1960 + number}-01-01", kind=list(Kind)[number % len(Kind)])
    keep_own_words(full, ("Words and more words. " * 200)[:MAX_CHARACTERS])
    ids = [one.id for one in full.credentials.heads()]
    paper = paper_of(full, PaperChoice(name=True, words=True, record_ids=ids), services, language)
    (text,) = pages_of(paper)
    shown = sum(one.style is Style.ITEM for one in paper.paragraphs)
    assert shown >= 5
    assert paper.items_left == len(ids) - shown > 0
    assert f"{'and' if language == 'en' else 'y'} {paper.items_left} " in text
    assert paper.is_shortened
    assert ("did not fit on this page" in text) == (language == "en")
    assert "earlier: " in text or "antes: " in text


def test_a_letter_the_pdf_cannot_write_is_told_beforehand(full: Vault, services: Services) -> None:
    assert not paper_of(full, EVERYTHING, services).lacks_letters
    keep_own_words(full, "我喜欢做东西")
    paper = paper_of(full, EVERYTHING, services)
    assert paper.lacks_letters
    assert "我喜欢做东西" in text_of(paper), "what is printed from the window has them"


def test_words_from_right_to_left_are_read_out_as_they_were_written(full: Vault, services: Services) -> None:
    keep_own_words(full, "אני אוהב לבנות")
    paper = paper_of(full, EVERYTHING, services)
    if paper.lacks_letters:
        pytest.skip("only where the computer has a typeface with Hebrew letters")
    (page,) = PdfReader(BytesIO(render_overview(paper))).pages
    content = page.get_contents()
    assert content is not None
    spoken = "אני אוהב לבנות".encode("utf-16-be").hex().upper()
    assert f"/ActualText <FEFF{spoken}>".encode() in content.get_data()


def test_an_empty_file_gives_a_page_too(vault: Vault, services: Services) -> None:
    (text,) = pages_of(paper_of(vault, PaperChoice(), services))
    assert "0 credentials." in text


def test_one_document_to_measure_with_serves_many_pages(full: Vault, services: Services) -> None:
    first = paper_of(full, EVERYTHING, services)
    second = paper_of(full, NOTHING, services, "es")
    assert first == overview_paper(full, EVERYTHING, services, "en")
    assert second == overview_paper(full, NOTHING, services, "es")
