"""What goes into a class pack, who gets what out of it, and what the tickets say."""

import io
import os
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.sample_files import EVALUATED_AT, SAMPLES, good
from wallet.app.class_pack import (
    ClassOrder,
    MadePack,
    items_for,
    lists_in,
    make_class_pack,
    read_class_pack,
    require_code,
)
from wallet.app.class_tickets import render_tickets
from wallet.app.container import make_services
from wallet.app.gather import Findings, Gatherer
from wallet.app.inputs import InputItem
from wallet.errors import Reason, WalletError

SERVICES = make_services(datetime.fromisoformat(EVALUATED_AT))
LIST = SAMPLES / "trust" / "demo-issuers.json"
BADGES = ("first-aid-and-cpr.json", "laser-cutting.png")
AT = datetime(2026, 11, 28, tzinfo=UTC)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("students")
    for email, names in (("dana@school.example", BADGES), ("Leo@School.Example", BADGES[:1])):
        (place / email).mkdir()
        for name in names:
            (place / email / f"Dana Rivera {name}").write_bytes(good(name).read_bytes())
    return place


@pytest.fixture(scope="module")
def made(folder: Path) -> MadePack:
    return make_class_pack(ClassOrder(7, "es", (LIST,), folder, "Harbor High", "Welcome."), SERVICES)


def given(data: bytes) -> Sequence[bytes]:
    item = InputItem("pack", None, data, is_file=False)
    return [piece.data for piece in Gatherer(lambda: None).pieces(item, Findings()) if piece.data is not None]


def test_each_student_gets_their_files_byte_for_byte_and_no_others(made: MadePack, tmp_path: Path) -> None:
    path = tmp_path / "a.lerclass"
    path.write_bytes(made.content)
    pack = read_class_pack(path)
    originals = [good(name).read_bytes() for name in BADGES]
    assert sorted(given(items_for(pack, "dana@school.example", made.code))) == sorted(originals)
    assert given(items_for(pack, "leo@school.example", made.code)) == originals[:1]


def test_no_file_name_tells_whose_it_is(made: MadePack) -> None:
    assert b"Dana Rivera" not in items_for(made.pack, "dana@school.example", made.code)


@pytest.mark.parametrize(
    ("email", "code", "reason"),
    [
        ("nobody@school.example", "", Reason.CLASS_NOTHING_FOR_YOU),
        ("dana@school.example", "00000-00000", Reason.CLASS_CODE_INVALID),
        ("dana", "", Reason.CLASS_EMAIL_INVALID),
    ],
)
def test_what_does_not_lead_anywhere_is_told(made: MadePack, email: str, code: str, reason: Reason) -> None:
    with pytest.raises(WalletError) as caught:
        items_for(made.pack, email, code or made.code)
    assert caught.value.reason is reason


def test_the_code_of_another_pack_is_told_from_a_mistyped_one(made: MadePack) -> None:
    other = make_class_pack(ClassOrder(1), SERVICES)
    require_code(made.pack, made.code)
    for ask in (
        lambda: require_code(made.pack, other.code),
        lambda: items_for(made.pack, "dana@school.example", other.code),
    ):
        with pytest.raises(WalletError) as caught:
            ask()
        assert caught.value.reason is Reason.CLASS_CODE_OTHER


def test_the_lists_say_who_signed_them(made: MadePack) -> None:
    (found,) = lists_in(made.pack)
    assert (found.title, found.issuers) == ("Demo list of issuers", 6)
    assert (found.publisher or "").startswith("did:key:")


@pytest.mark.parametrize(
    "change",
    [
        {"seats": 0},
        {"seats": 501},
        {"language": "fr"},
        {"note": "a" * 301},
        {"school": "two\nlines"},
    ],
)
def test_settings_that_cannot_be_are_refused(change: dict[str, object]) -> None:
    with pytest.raises(WalletError) as caught:
        make_class_pack(replace(ClassOrder(5), **change), SERVICES)  # type: ignore[arg-type]
    assert caught.value.reason is Reason.CLASS_SETTING_INVALID


def test_a_list_that_is_none_is_refused(tmp_path: Path) -> None:
    wrong = tmp_path / "list.json"
    wrong.write_text("{}")
    with pytest.raises(WalletError) as caught:
        make_class_pack(ClassOrder(5, lists=(wrong,)), SERVICES)
    assert caught.value.reason is Reason.TRUST_LIST_INVALID


@pytest.mark.parametrize("fault", ["no e-mail", "a file beside", "empty", "one is empty", "twice", "a link"])
def test_files_that_belong_to_nobody_for_sure_are_refused(tmp_path: Path, fault: str) -> None:
    students = tmp_path / "students"
    students.mkdir()
    dana = students / "dana@school.example"
    if fault != "empty":
        dana.mkdir()
        (dana / "a.json").write_text("{}")
    if fault == "no e-mail":
        (students / "Dana").mkdir()
    elif fault == "a file beside":
        (students / "leo@school.example").write_text("{}")
    elif fault == "one is empty":
        (students / "leo@school.example").mkdir()
    elif fault == "twice":
        (students / "DANA@school.example").mkdir()
        (students / "DANA@school.example" / "a.json").write_text("{}")
    elif fault == "a link":
        (students / "leo@school.example").symlink_to(dana)
    with pytest.raises(WalletError) as caught:
        make_class_pack(ClassOrder(5, files=students), SERVICES)
    assert caught.value.reason is Reason.CLASS_FILES_INVALID


def test_files_that_are_too_much_for_one_student_are_refused(tmp_path: Path) -> None:
    dana = tmp_path / "dana@school.example"
    dana.mkdir()
    for number in range(2):
        (dana / f"{number}.bin").write_bytes(os.urandom(6_000_000))
    with pytest.raises(WalletError) as caught:
        make_class_pack(ClassOrder(5, files=tmp_path), SERVICES)
    assert caught.value.reason is Reason.CLASS_PACK_TOO_LARGE


def text_of(pdf: bytes) -> str:
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages))


@pytest.mark.parametrize(("language", "seat"), [("en", "Seat {} of 7"), ("es", "Lugar {} de 7")])
def test_there_is_a_ticket_for_each_seat_with_the_code_and_no_student(
    made: MadePack, language: str, seat: str
) -> None:
    pdf = render_tickets(made.pack, made.code, language, AT)
    text = text_of(pdf)
    assert [text.count(seat.format(number)) for number in range(1, 8)] == [1] * 7
    assert text.count(made.code) == 7
    assert "dana" not in text.lower()
    root = PdfReader(io.BytesIO(pdf)).root_object
    assert (str(root["/Lang"]), "/StructTreeRoot" in root) == (language, True)


def test_without_anything_for_single_students_no_code_is_asked_for() -> None:
    made = make_class_pack(ClassOrder(2), SERVICES)
    assert made.code not in text_of(render_tickets(made.pack, made.code, "en", AT))
