"""Handouts and guides: complete in both languages, on one page, readable by ear, and true of the program."""

import json
import re
import shutil
import subprocess
from importlib import metadata
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import zxingcpp
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from PIL import Image
from pypdf import PdfReader
from sqlcipher3 import dbapi2

from tests.shared_data import PROJECT
from tests.sharing.shares import NOW
from wallet import __version__, resources
from wallet.app import paper
from wallet.app.container import Services, make_services
from wallet.app.import_credential import verify_for_holder
from wallet.app.material_maker import fact_words, make_material
from wallet.app.material_pages import FORMS, render, text_page
from wallet.app.materials import CATALOGUE, LANGUAGES, Kind, Material, load_material, said
from wallet.app.practice_share import practice_bundle, practice_file, practice_link
from wallet.app.reading_list import reading_list
from wallet.app.school_policy import SchoolPolicy
from wallet.app.security_facts import NetworkRule, SecurityFacts, security_facts
from wallet.app.unlock import create_vault
from wallet.errors import AppError, Reason
from wallet.sharing.html_page import find_bundle
from wallet.sharing.link import decode_link
from wallet.sharing.qr import render_png
from wallet.vault.key_derivation import LEAST_PROFILE, PROFILES
from wallet.vault.migrations.runner import STEPS
from wallet.verification.report import Verdict

PLACE = "https://www.school.example/verify.html"
FOR_EVERYBODY = ("student", "caregiver", "teacher", "employer", "workforce", "poster", "demo")
EXPERTS_WORDS = re.compile(
    r"\b(DIDs?|JWTs?|VCs?|proofs?|cryptosuites?|revocation|revoked|hash(es)?|claims?|presentations?|"
    r"pruebas? criptográficas?|revocaci[oó]n|revocad[oa]s?)\b"
)
QUOTED = re.compile(r'"([^"]+)"')
MENU = re.compile(r"\b(Help|Ayuda|File|Archivo) > ([A-ZÁÉÍÓÚ][\w ]+?)(?=[.,:]| >|$| tiene| has| names)")
QUOTES_OF_OTHERS = {
    "Northfield High School",
    "Digital Fabrication: Laser Cutting",
    "Welding",
    "could not check",
}

both = pytest.mark.parametrize("language", LANGUAGES)
every = pytest.mark.parametrize("name", CATALOGUE)


@pytest.fixture(scope="module")
def services() -> Services:
    return quick(make_services(NOW))


def quick(services: Services) -> Services:
    """Nothing is measured for a new key: the tests measure it where it matters."""
    return Services(services.clock, services.documents, services.random, kdf_profile=lambda: LEAST_PROFILE)


def words_of(material: Material) -> str:
    return "\n".join([material.title, material.about, *(f"{one.label} {one.text}" for one in material.parts)])


def pdf_of(material: Material) -> PdfReader:
    return PdfReader(BytesIO(render(material, ".pdf", NOW)))


def elements(root: Any) -> list[Any]:
    """What is read out, in its order."""
    return [kid.get_object() for kid in root["/StructTreeRoot"]["/K"][0].get_object()["/K"]]


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


@both
@every
@pytest.mark.parametrize("fonts", [paper._FONTS, ()], ids=["system", "core"])
def test_it_is_one_page_that_can_be_read_out(
    name: str, language: str, fonts: Any, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paper, "_FONTS", fonts)
    material = make_material(name, language, services, page_url=PLACE)
    pdf = pdf_of(material)
    assert len(pdf.pages) == 1
    root: Any = pdf.trailer["/Root"]
    assert root["/Lang"] == language
    assert root["/MarkInfo"]["/Marked"]
    assert pdf.metadata is not None
    assert pdf.metadata.title == material.title
    kinds = [str(one["/S"]) for one in elements(root)]
    assert kinds[0] == "/H1"
    assert kinds.count("/H2") == sum(part.kind is Kind.HEADING for part in material.parts)
    assert kinds.count("/Figure") == (name == "poster")
    shown = squeezed(pdf.pages[0].extract_text())
    for part in material.parts:
        assert squeezed(part.text) in shown, part.text
    assert "?" not in shown.replace("?", "", words_of(material).count("?")), "a letter the typeface lacks"


@every
def test_both_languages_say_the_same_things_in_the_same_order(name: str) -> None:
    english, spanish = (load_material(name, language) for language in LANGUAGES)
    assert [part.kind for part in english.parts] == [part.kind for part in spanish.parts]
    blanks = [re.findall(r"\{\w+\}", words_of(one)) for one in (english, spanish)]
    assert blanks[0] == blanks[1]
    assert set(said("en")) == set(said("es"))
    for label, words in said("en").items():
        assert re.findall(r"\{\w+\}", words) == re.findall(r"\{\w+\}", said("es")[label]), label


@both
@every
def test_it_is_plain(name: str, language: str) -> None:
    """As everywhere in the window: no shouting, and no words of experts in what everybody reads."""
    words = words_of(load_material(name, language))
    assert "!" not in words.replace("¡", "!")
    if name in FOR_EVERYBODY:
        assert EXPERTS_WORDS.findall(words.replace("does not claim", "")) == []
    for sentence in re.split(r"[.:?;\n]", words):
        assert len(sentence.split()) <= 42, sentence


def window_words(language: str) -> set[str]:
    """Everything that can be read on a button, in a menu or a list, as one sees it, in one language."""
    found = set()
    for message in ET.parse(PROJECT / "resources" / "i18n" / "es.ts").getroot().iter("message"):
        text = message.findtext("source" if language == "en" else "translation") or ""
        found.add(text.replace("&", "").removesuffix("…"))
    messages = resources.read_text("messages", f"{language}.toml")
    page = (PROJECT / "resources" / "verify-page" / "src").glob("*words.ts")
    shared = "\n".join([messages, *(one.read_text("utf-8") for one in page)])
    return found | set(QUOTED.findall(shared)) | {one.removesuffix(".") for one in QUOTED.findall(shared)}


@both
@every
def test_what_it_tells_to_press_is_in_the_window(name: str, language: str) -> None:
    material = load_material(name, language)
    known = window_words(language) | QUOTES_OF_OTHERS | {one.title for one in titles(language)}
    text = words_of(material)
    quoted = [
        one.removesuffix(".") for one in QUOTED.findall(text) if not re.match(r"(ler-wallet|python3) ", one)
    ]
    verdicts = {"check", "invalid"}
    assert [one for one in quoted if one not in known | verdicts] == []
    assert [one for _, one in MENU.findall(text) if one not in known] == []


def titles(language: str) -> list[Material]:
    return [load_material(name, language) for name in CATALOGUE]


@both
def test_what_the_page_for_receivers_says_is_quoted_as_it_says_it(language: str) -> None:
    page = (PROJECT / "resources" / "verify-page" / "src" / "words.ts").read_text("utf-8")
    for name in ("employer", "workforce"):
        facts = [part for part in load_material(name, language).parts if part.kind is Kind.FACT]
        assert len(facts) == 4
        for part in facts:
            assert f'"{part.label}."' in page, part.label


def test_commands_in_the_guides_are_understood() -> None:
    from click.testing import CliRunner  # noqa: PLC0415

    from wallet.cli.commands import root  # noqa: PLC0415

    typed = [part.text for part in load_material("registrar", "en").parts if part.kind is Kind.TYPED]
    assert len(typed) == 6
    for line in typed:
        words = line.partition(" > ")[0].split()[1:]
        command = root.commands[words[0]]
        assert command.make_context(words[0], [*words[1:]], resilient_parsing=False), line
    assert CliRunner().invoke(root, ["materials", "--help"]).exit_code == 0


# -- the poster


def scanned(picture: Image.Image) -> str:
    (code,) = zxingcpp.read_barcodes(picture.convert("L"))
    return code.text


@both
def test_the_code_on_the_poster_is_scanned_from_paper_and_leads_to_a_sample_that_is_good(
    language: str, services: Services, tmp_path: Path
) -> None:
    material = make_material("poster", language, services, page_url=f" {PLACE} ")
    assert material.code is not None
    drawn = render(material, ".pdf", NOW)
    (tmp_path / "poster.pdf").write_bytes(drawn)
    if shutil.which("pdftoppm"):
        command = ["pdftoppm", "-r", "150", "-png", "-singlefile", "poster.pdf", "poster"]
        subprocess.run(command, cwd=tmp_path, check=True, timeout=60)
        read = scanned(Image.open(tmp_path / "poster.png"))
    else:
        read = scanned(Image.open(BytesIO(render_png(material.code))))
    place, _, _ = read.partition("#")
    assert place == PLACE
    report = verify_for_holder(decode_link(read), services)
    assert report.verdict is Verdict.CHECK
    assert [one.verdict for one in report.inner] == [Verdict.CHECK]
    assert PLACE in text_page(material)


@both
def test_without_a_place_the_poster_says_why_there_is_no_code(language: str, services: Services) -> None:
    material = make_material("poster", language, services)
    assert material.code is None
    assert said(language)["poster_no_place"] in words_of(material)
    assert said(language)["poster_scan"] not in words_of(material)
    root: Any = pdf_of(material).trailer["/Root"]
    assert "/Figure" not in {str(one["/S"]) for one in elements(root)}


@pytest.mark.parametrize("place", ["http://school.example/", "ftp://x", "school", "https://a.example/#1"])
def test_a_place_that_is_none_is_refused(place: str, services: Services) -> None:
    with pytest.raises(AppError) as caught:
        make_material("poster", "en", services, page_url=place)
    assert caught.value.reason is Reason.PAGE_ADDRESS_INVALID


# -- to practise with


@both
def test_the_sample_to_practise_with_is_a_real_share(language: str, services: Services) -> None:
    report = verify_for_holder(practice_bundle(services, language), services)
    assert report.verdict is Verdict.CHECK
    assert [one.verdict for one in report.inner] == [Verdict.CHECK, Verdict.CHECK]
    page = practice_file(services, ".html", language)
    assert verify_for_holder(find_bundle(page), services).verdict is Verdict.CHECK
    trusted = verify_for_holder(decode_link(practice_link(services)), services)
    assert trusted.verdict is Verdict.CHECK


def test_the_changed_one_is_caught(services: Services) -> None:
    report = verify_for_holder(practice_file(services, ".json", changed=True), services)
    assert report.verdict is Verdict.INVALID
    assert [one.verdict for one in report.inner] == [Verdict.INVALID, Verdict.CHECK]


def test_each_is_signed_by_another_key(services: Services) -> None:
    holders = {json.loads(practice_file(services, ".json"))["vp"]["holder"] for _ in range(2)}
    assert len(holders) == 2


# -- facts


def pragma(connection: Any, name: str) -> str:
    return str(connection.execute(f"PRAGMA {name}").fetchone()[0])


def test_the_security_facts_are_those_of_the_running_program(tmp_path: Path) -> None:
    """Each is found out here on another way: from the file itself, the system, the installed packages."""
    path = tmp_path / "mine.lerwallet"
    services = make_services(NOW)
    passphrase = b"violet anchor seven moons"
    create_vault(path, bytearray(passphrase), services).close()
    found = security_facts(services, path)
    salt = path.read_bytes()[:16]
    profile = PROFILES[salt[4]]
    assert (found.kdf, found.is_of_file) == (profile, True)
    assert 0 < found.kdf_seconds < 60
    key = Argon2id(
        salt=salt,
        length=32,
        iterations=profile.iterations,
        lanes=profile.lanes,
        memory_cost=profile.memory_kib,
    ).derive(passphrase)
    opened = dbapi2.connect(str(path))
    opened.execute(f"PRAGMA key = \"x'{key.hex()}{salt.hex()}'\"")
    assert found.format_version == int(pragma(opened, "user_version")) == STEPS[-1].number
    assert found.cipher == pragma(opened, "cipher") == "AES-256-CBC"
    assert found.integrity.replace("-", "_") == pragma(opened, "cipher_hmac_algorithm")
    assert found.page_bytes == int(pragma(opened, "cipher_page_size"))
    assert pragma(opened, "cipher_version") in found.engine
    opened.close()
    for name, version in found.libraries:
        assert metadata.version(name) == version
    assert {"cryptography", "sqlcipher3"} <= {name for name, _ in found.libraries}
    assert found.version == __version__


def test_the_page_holds_every_fact(services: Services) -> None:
    found = security_facts(services, seconds=lambda _profile: 0.25)
    assert found.kdf == LEAST_PROFILE
    assert not found.is_of_file
    for language in LANGUAGES:
        blanks = fact_words(found, said(language))
        text = words_of(load_material("security", language, blanks))
        facts: tuple[object, ...] = (found.cipher, found.integrity, found.page_bytes, found.engine, 64, 0.25)
        for fact in (*facts, *(f"{name} {version}" for name, version in found.libraries)):
            assert str(fact) in text
        assert "{" not in text
        assert f" {found.format_version}" in text


def facts(policy: SchoolPolicy | AppError | None, services: Services) -> SecurityFacts:
    def load() -> SchoolPolicy | None:
        if isinstance(policy, AppError):
            raise policy
        return policy

    return security_facts(services, policy=load, seconds=lambda _profile: 0.1)


@pytest.mark.parametrize(
    ("policy", "rule"),
    [
        (None, NetworkRule.ASKED),
        (SchoolPolicy(Path("p"), "Northfield"), NetworkRule.ASKED),
        (SchoolPolicy(Path("p"), "Northfield", only_sites=("a.example",)), NetworkRule.ONLY_SITES),
        (SchoolPolicy(Path("p"), network=False, only_sites=("a.example",)), NetworkRule.FORBIDDEN),
        (AppError(Reason.SCHOOL_POLICY_INVALID), NetworkRule.MISTAKE),
    ],
    ids=["none", "set", "sites", "forbidden", "mistake"],
)
@both
def test_what_the_school_has_set_is_said(
    policy: Any, rule: NetworkRule, language: str, services: Services
) -> None:
    found = facts(policy, services)
    assert found.network is rule
    blanks = fact_words(found, said(language))
    text = words_of(load_material("security", language, blanks))
    assert said(language)[f"network_{rule}"].format(sites="a.example") in text
    named = isinstance(policy, SchoolPolicy) and policy.school
    assert ("Northfield" in text) is bool(named)


def test_no_leak_scan_is_claimed() -> None:
    assert "No leak scan was run" in words_of(load_material("security", "en"))


# -- further reading, and forms


def test_addresses_are_those_of_publishers_and_what_has_none_stays_a_title() -> None:
    hosts = {"www.imsglobal.org", "www.w3.org", "www.rfc-editor.org"}
    for language in LANGUAGES:
        entries = reading_list(language)
        assert len(entries) >= 12
        for entry in entries:
            assert entry.title
            assert entry.line.endswith(".")
            if entry.address:
                assert entry.address.split("/")[:2] == ["https:", ""]
                assert entry.address.split("/")[2] in hosts
        assert sum(not entry.address for entry in entries) >= 5
        text = text_page(make_material("reading", language, make_services(NOW)))
        for entry in entries:
            assert squeezed(entry.title) in squeezed(text)


@both
@every
def test_the_web_page_needs_nothing_else(name: str, language: str, services: Services) -> None:
    material = make_material(name, language, services, page_url=PLACE)
    page = render(material, ".html", NOW).decode("utf-8")
    assert f'<html lang="{language}">' in page
    assert not re.search(r"<script|<link|<img|<iframe|@import|src=|href=|url\(", page)
    assert page.count("<h1>") == 1
    assert page.count("<h2>") == sum(part.kind is Kind.HEADING for part in material.parts)
    body = page.partition("<body>")[2].encode()
    ET.fromstring(body.partition(b"</body>")[0].strip().join([b"<div>", b"</div>"]))
    assert ('role="img"' in page) is (name == "poster")


@every
def test_plain_text_fits_a_terminal(name: str, services: Services) -> None:
    for language in LANGUAGES:
        lines = text_page(make_material(name, language, services)).splitlines()
        assert all(len(line) <= 80 or line.startswith("    ") or " " not in line.strip() for line in lines)


def test_other_names_and_kinds_are_refused(services: Services) -> None:
    for name, language in (("nothing", "en"), ("student", "fr")):
        with pytest.raises(AppError) as caught:
            load_material(name, language)
        assert caught.value.reason is Reason.USAGE
    with pytest.raises(AppError) as caught:
        render(load_material("student", "en"), ".docx", NOW)
    assert caught.value.reason is Reason.OUTPUT_KIND_UNKNOWN
    assert all(render(load_material("student", "en"), kind, NOW) for kind in FORMS)
    with pytest.raises(AppError):
        practice_file(services, ".pdf")
