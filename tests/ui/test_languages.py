"""The window in every language: the files hold what the code says, and another language makes every page anew."""

import ast
import html
import re
import shutil
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication

import build_translations
from tests.sample_files import good
from tests.shared_data import PROJECT
from tests.ui.driver import Driver, shown_text
from wallet.app.settings import LANGUAGES, Settings
from wallet.ui.dates import long_date, month
from wallet.ui.languages import ENGLISH, NAMES, SPANISH, computers_own, spoken, wear
from wallet.ui.widgets.fields import ListField

SOURCES = sorted((PROJECT / "wallet" / "ui").rglob("*.py"))
_CONTEXT = re.compile(r"<context>\s*<name>(.*?)</name>(.*?)</context>", re.DOTALL)
_BLANK = re.compile(r"\{\w+\}|%n|\(\*[^)]*\)")
_MESSAGE = re.compile(r"<message(.*?)>\s*<source>(.*?)</source>", re.DOTALL)

Sentence = tuple[str, str]


@pytest.fixture
def spanish(qapp: QApplication, tmp_path: Path) -> Iterator[Driver]:
    """A window in Spanish; the application speaks English again afterwards."""
    folder = tmp_path / "Documents"
    folder.mkdir()
    made = Driver(qapp, folder, Settings(theme="light", language=SPANISH))
    yield made
    made.close()
    wear(qapp, ENGLISH)


class _Sentences(ast.NodeVisitor):
    """Every call for a translation in one module, and those whose sentence no tool can find."""

    def __init__(self) -> None:
        self.found: Counter[Sentence] = Counter()
        self.lost: list[str] = []
        self._classes: list[str] = []

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit_Call(self, node: ast.Call) -> None:
        self.generic_visit(node)
        name = ast.unparse(node.func)
        words = [arg.value for arg in node.args if isinstance(arg, ast.Constant)]
        if name == "self.tr" and self._classes and words and isinstance(node.args[0], ast.Constant):
            self.found[(self._classes[-1], str(words[0]))] += 1
        elif name == "translate" and len(node.args) == len(words) == 2 and "%n" not in str(words[1]):
            self.found[(str(words[0]), str(words[1]))] += 1
        elif name.rpartition(".")[2] in ("tr", "_tr", "translate"):
            self.lost.append(f"line {node.lineno}: {name}")


def said_in(path: Path) -> _Sentences:
    visitor = _Sentences()
    visitor.visit(ast.parse(path.read_text("utf-8")))
    return visitor


def written_in(file: Path) -> set[Sentence]:
    return {
        (context, html.unescape(source))
        for context, messages in _CONTEXT.findall(file.read_text("utf-8"))
        for _, source in _MESSAGE.findall(messages)
    }


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(PROJECT).as_posix())
def test_every_sentence_can_be_found_by_the_translators_tool(path: Path) -> None:
    assert said_in(path).lost == []


def test_a_sentence_that_the_tool_would_miss_is_seen() -> None:
    lost = (
        'translate("A", "%n b")',
        'translate("A", "b", "", n)',
        'translate("A", b)',
        "self.tr(b)",
        '_tr("b")',
    )
    for call in lost:
        visitor = _Sentences()
        visitor.visit(ast.parse(f"class A:\n    def a(self):\n        {call}\n"))
        assert visitor.lost, call
        assert not visitor.found


def test_the_files_hold_every_sentence_of_the_code(tmp_path: Path) -> None:
    """Run `python3 packaging/run.py words`, translate what it names, and commit the files."""
    said = set().union(*(said_in(path).found for path in SOURCES))
    assert len(said) > 500
    assert written_in(build_translations.FOLDER / "es.ts") == said
    for language in build_translations.LANGUAGES:
        shutil.copy(build_translations.FOLDER / f"{language}.ts", tmp_path)
    build_translations.update(tmp_path)
    for language in build_translations.LANGUAGES:
        kept = build_translations.FOLDER / f"{language}.ts"
        assert (tmp_path / kept.name).read_text("utf-8") == kept.read_text("utf-8")


def messages_in(file: Path) -> Iterator[tuple[Sentence, bool, Sequence[str]]]:
    """Context and English, whether it is counted, and each form of its translation."""
    for context in ET.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            forms = [form.text or "" for form in message.iter("numerusform")]
            counted = message.get("numerus") == "yes"
            plain = message.findtext("translation") or ""
            sentence = (context.findtext("name") or "", message.findtext("source") or "")
            yield sentence, counted, forms if counted else [plain]


@pytest.mark.parametrize("language", build_translations.LANGUAGES)
def test_every_sentence_is_translated_with_its_blanks_and_both_of_its_forms(language: str) -> None:
    file = build_translations.FOLDER / f"{language}.ts"
    assert build_translations.unfinished(file) == []
    found = list(messages_in(file))
    assert found
    for (context, english), counted, forms in found:
        assert len(forms) == (2 if counted else 1), english
        for form in forms:
            assert form.strip(), (context, english)
            assert sorted(_BLANK.findall(form)) == sorted(_BLANK.findall(english)), (context, english)
            assert "(s)" not in form
            for end in (":", "…", "?", "."):
                assert form.endswith(end) is english.endswith(end), (context, english)


def test_menus_in_spanish_have_a_letter_of_their_own_for_each_entry() -> None:
    for (context, english), _, (spanish, *_more) in messages_in(build_translations.FOLDER / "es.ts"):
        assert ("&" in spanish) is (context == "MenuBar"), english


def test_the_settings_know_the_languages_of_the_window() -> None:
    assert set(LANGUAGES) == {"", *NAMES}
    assert set(build_translations.LANGUAGES) == set(NAMES)


def test_counted_sentences_have_their_english_forms(qapp: QApplication) -> None:
    wear(qapp, ENGLISH)
    assert QCoreApplication.translate("AddLinks", "%n credential(s) saved.", "", 1) == "1 credential saved."
    assert (
        QCoreApplication.translate("AddLinks", "%n credential(s) saved.", "", 12) == "12 credentials saved."
    )
    assert QCoreApplication.translate("Any", "Nothing here yet") == "Nothing here yet"
    assert build_translations.unfinished(build_translations.FOLDER / "en.ts") == []


def test_the_computers_own_language_is_the_first_one_the_window_has(monkeypatch: pytest.MonkeyPatch) -> None:
    for tags, language in (
        (["fr-CA", "es-MX", "en-US"], SPANISH),
        (["en_GB"], ENGLISH),
        (["zh-Hans-CN"], ENGLISH),
        ([], ENGLISH),
    ):
        monkeypatch.setattr(QLocale, "uiLanguages", lambda _self, tags=tags: tags)
        assert computers_own() == language


def test_dates_are_written_as_their_language_writes_them(qapp: QApplication) -> None:
    wear(qapp, ENGLISH)
    assert (long_date("2026-11-03T00:00:00Z"), month("2026-11-03")) == ("3 November 2026", "Nov 2026")
    wear(qapp, SPANISH)
    try:
        assert long_date("2026-11-03T00:00:00Z") == "3 de noviembre de 2026"
        assert month("2026-11-03") == "nov 2026"
        assert long_date("no date") == "no date"
    finally:
        wear(qapp, ENGLISH)


def pick(field: ListField, language: str) -> None:
    field.setCurrentIndex(field.findData(language))
    field.activated.emit(field.currentIndex())


def test_another_language_on_the_first_screen_is_spoken_at_once_and_remembered(driver: Driver) -> None:
    try:
        pick(driver.window.first_run.reading.language_field, SPANISH)
        driver.settle()
        assert spoken() == SPANISH
        assert driver.remembered[-1].language == SPANISH
        field = driver.window.first_run.reading.language_field
        assert (field.currentText(), field.currentData()) == ("Español", SPANISH)
        assert driver.window.first_run.next.isVisible()
        driver.make_file()
        assert driver.shell.isVisible()
    finally:
        wear(driver.application, ENGLISH)


def test_another_language_in_the_settings_keeps_the_file_open(opened: Driver) -> None:
    opened.keep(good("laser-cutting.png"))
    names = opened.names()
    before = opened.shell
    try:
        opened.shell.show_place("settings")
        pick(opened.shell.settings.language_field, SPANISH)
        opened.settle()
        assert opened.shell is not before
        assert opened.shell.settings.isVisible()
        assert opened.shell.settings.language_field.currentData() == SPANISH
        assert opened.names() == names
        opened.window.menus.actions["lock"].trigger()
        opened.settle()
        assert opened.begun[-1].language == SPANISH
        opened.unlock()
        assert opened.names() == names
    finally:
        wear(opened.application, ENGLISH)


def test_on_the_unlock_page_the_file_stays_named(opened: Driver) -> None:
    opened.window.lock()
    opened.settle()
    try:
        pick(opened.window.unlock_page.reading.language_field, SPANISH)
        opened.settle()
        assert opened.window.unlock_page.isVisible()
        assert opened.window.unlock_page.path == opened.vault_path
        assert opened.vault_path.name in shown_text(opened.window.unlock_page)
    finally:
        wear(opened.application, ENGLISH)


def test_no_language_is_offered_while_something_is_typed(driver: Driver) -> None:
    page = driver.window.first_run
    for step, offered in enumerate((True, False, False, False, False)):
        page.go(step)
        assert page.reading.language_field.isVisible() is offered
