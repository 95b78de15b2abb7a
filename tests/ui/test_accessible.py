"""Every control has a name, can be reached by keyboard, is large enough; every label is plain text."""

import json
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QLabel, QListWidget, QMessageBox, QPushButton, QWidget

from tests.assurance import FULL
from tests.sample_documents import badge
from tests.sample_files import SAMPLES, broken, good
from tests.sharing.requests import openid4vp
from tests.ui import controls, skilled
from tests.ui.driver import Driver, button
from tests.ui.skilled import MATHS, MATHS_OF_TOWN, keep
from wallet.app.settings import Settings
from wallet.ui.guardian_ports import UNDER_13
from wallet.ui.marks import Filter
from wallet.ui.pages.age_sheet import AgeSheet
from wallet.ui.pages.first_run import ABOUT
from wallet.ui.pages.materials_sheet import MaterialsSheet
from wallet.ui.pages.share.answer_sheet import AnswerSheet
from wallet.ui.pages.share.sheet import ShareSheet
from wallet.ui.places import OVERVIEW, SETTINGS, SHARING, SKILLS

HOSTILE = '<h1>Verified</h1><img src="file:///etc/hostname"> & <a href="https://evil.example">click</a>'

Step = Callable[[Driver], None]


def share_sheet(driver: Driver) -> ShareSheet:
    sheet = driver.share("Soldering")
    sheet.who.to.setText("Harbor Boat Works")
    return sheet


def step_share(pages: int) -> Step:
    def go(driver: Driver) -> None:
        sheet = share_sheet(driver)
        for _ in range(pages):
            sheet.next.click()
            driver.settle()

    return go


def add_sheet(driver: Driver) -> None:
    sheet = driver.add(good("laser-cutting.png"), broken("expired.json"))
    sheet.rows[1].why.click()
    sheet.paste.click()


def filled(driver: Driver) -> None:
    driver.make_file()
    driver.keep(good("laser-cutting.png"), good("small-soldering.json"))
    driver.choose("Laser")


def marked(driver: Driver) -> None:
    for field, words in (("tag", HOSTILE[:60]), ("collection", "<b>Jobs</b> & more")):
        line = getattr(driver.shell.credentials.detail.marks, field)
        line.setText(words)
        line.returnPressed.emit()
        driver.settle()
    marks = driver.shell.credentials.detail.marks
    assert marks is not None
    marks.note.setPlainText(HOSTILE)
    button(driver.shell.credentials.detail, "Keep this note").click()


def look_alikes(driver: Driver) -> None:
    keep(driver, skilled.badge(1, "Shop maths", MATHS), skilled.badge(2, "Town maths", MATHS_OF_TOWN))


def narrowed(driver: Driver) -> None:
    narrowing = driver.shell.credentials.narrowing
    narrowing.button.click()
    driver.settle()
    narrowing.fields["kinds"].activated.emit(1)
    driver.settle()


def binned(driver: Driver) -> None:
    driver.shell.delete()
    driver.settle()
    driver.shell.credentials.show_part(Filter(in_bin=True))


def trusted_issuers(driver: Driver) -> None:
    button(driver.shell.credentials.detail, "I know this issuer").click()
    driver.settle()
    driver.dialogs.files = [str(SAMPLES / "trust" / "demo-issuers.json")]
    driver.shell.show_place(SETTINGS)
    driver.shell.settings.trusted.add.click()


def share_way(channel: str, *, made: bool = False, words: str = "Soldering") -> Step:
    def go(driver: Driver) -> None:
        sheet = driver.share(words)
        sheet.who.to.setText("Harbor Boat Works")
        for _ in range(2):
            sheet.next.click()
            driver.settle()
        sheet.how.tiles[channel].click()
        if made:
            sheet.next.click()

    return go


def chosen_in_menu(name: str) -> Step:
    return lambda driver: driver.window.menus.actions[name].trigger()


def open_material(number: int) -> Step:
    def go(driver: Driver) -> None:
        sheet = driver.window.stack.currentWidget()
        assert isinstance(sheet, MaterialsSheet)
        sheet.list.buttons[number].click()

    return go


def code_on_poster(driver: Driver) -> None:
    sheet = driver.window.stack.currentWidget()
    assert isinstance(sheet, MaterialsSheet)
    sheet.view.address.setText("https://www.school.example/verify.html")
    button(sheet, "Put the code on it").click()


def ask_for_browser(driver: Driver) -> None:
    button(driver.window, "Open in the browser: Open Badges 3.0").click()


def with_a_file(driver: Driver) -> None:
    path = driver.folder / "letter.txt"
    path.write_text(HOSTILE)
    driver.dialogs.files = [str(path)]
    button(driver.shell.credentials.detail, "Add a file").click()


def past_share(driver: Driver) -> None:
    driver.shell.show_place(SHARING)
    driver.settle()
    button(driver.shell.sharing, "Details of what you shared with Harbor Boat Works").click()


def under_13(driver: Driver) -> None:
    driver.shell.ages.open_age(UNDER_13)
    sheet = driver.shell.sheet
    assert isinstance(sheet, AgeSheet)
    for field in (sheet.first, sheet.second):
        field.line.setText("blue kettle")


def to_adult(driver: Driver) -> None:
    under_13(driver)
    button(driver.shell, "Keep this").click()
    driver.settle()
    step_share(3)(driver)


def answer(pages: int) -> Step:
    def go(driver: Driver) -> None:
        driver.shell.add_text(json.dumps(openid4vp()))
        driver.settle()
        sheet = driver.shell.sheet
        assert isinstance(sheet, AnswerSheet)
        sheet.who.purpose.setEditText("Summer job")
        for _ in range(pages):
            sheet.next.click()
            driver.settle()

    return go


def bad_request(driver: Driver) -> None:
    driver.shell.requests.open("{}")


def _locked(driver: Driver) -> None:
    driver.window.lock()
    driver.settle()
    driver.unlock("wrong one")


SCREENS: dict[str, list[Step]] = {
    "welcome": [],
    "place": [lambda driver: driver.window.first_run.go(1)],
    "passphrase": [lambda driver: driver.window.first_run.go(2)],
    "empty": [Driver.make_file],
    "grid": [filled],
    "marks": [filled, marked],
    "bin": [filled, binned],
    "filters": [filled, narrowed],
    "add": [filled, add_sheet],
    "share who": [filled, step_share(0)],
    "share what": [filled, step_share(1)],
    "share how": [filled, step_share(2)],
    "share done": [filled, step_share(3)],
    "share locked": [filled, share_way("locked")],
    "share link done": [filled, share_way("link", made=True)],
    "share frames done": [filled, share_way("frames", made=True, words="Laser")],
    "share nearby done": [filled, share_way("nearby", made=True)],
    "share profile done": [filled, share_way("profile", made=True)],
    "age": [filled, under_13],
    "an adult agrees": [filled, to_adult],
    "request": [filled, bad_request],
    "who asks": [filled, answer(0)],
    "what is answered": [filled, answer(1)],
    "past share": [filled, step_share(3), past_share],
    "sharing": [filled, step_share(3), lambda driver: driver.shell.show_place(SHARING)],
    "skills": [filled, chosen_in_menu(SKILLS)],
    "overview": [filled, chosen_in_menu(OVERVIEW)],
    "empty overview": [Driver.make_file, chosen_in_menu(OVERVIEW)],
    "about me": [filled, chosen_in_menu(OVERVIEW), lambda driver: driver.shell.overview.words.edit.click()],
    "overview on paper": [
        filled,
        chosen_in_menu(OVERVIEW),
        lambda driver: driver.shell.overview.print_it.click(),
    ],
    "no skills": [Driver.make_file, chosen_in_menu(SKILLS)],
    "skills that look alike": [Driver.make_file, look_alikes, chosen_in_menu(SKILLS)],
    "settings": [filled, lambda driver: driver.shell.show_place(SETTINGS)],
    "trusted issuers": [filled, trusted_issuers],
    "wrong passphrase": [filled, _locked],
    "about you": [lambda driver: driver.window.first_run.go(ABOUT)],
    "profile": [filled, lambda driver: driver.shell.settings.about.edit.emit(None)],
    "write my own": [filled, chosen_in_menu("own")],
    "move": [filled, chosen_in_menu("move")],
    "mend": [lambda driver: driver.window.mending.begin(driver.folder / "dana.lerwallet")],
    "several": [filled, lambda driver: driver.shell.credentials.select_several(several=True)],
    "help": [filled, chosen_in_menu("help")],
    "help without a file": [chosen_in_menu("help")],
    "counselors": [chosen_in_menu("counselors")],
    "advising": [filled, chosen_in_menu("advising")],
    "materials": [filled, chosen_in_menu("materials")],
    "material without a file": [chosen_in_menu("materials"), open_material(0)],
    "poster": [chosen_in_menu("materials"), open_material(6), code_on_poster],
    "further reading": [chosen_in_menu("reading"), ask_for_browser],
    "own files": [filled, with_a_file],
}


def not_plain(window: QWidget) -> list[str]:
    labels = window.findChildren(QLabel)
    assert labels
    return [label.text() for label in labels if label.textFormat() is not Qt.TextFormat.PlainText]


def markup_in_tips(window: QWidget) -> list[str]:
    tips = [widget.toolTip() for widget in window.findChildren(QWidget)]
    return [tip for tip in tips if "<" in tip or "&" in tip]


def boxes(window: QWidget) -> list[str]:
    return [box.text() for box in window.findChildren(QMessageBox)]


@pytest.mark.long
@pytest.mark.parametrize("name", list(SCREENS)[:: 1 if FULL else 3])
def test_a_screen_can_be_used_by_keyboard_and_reader(driver: Driver, name: str) -> None:
    """Every third here: `test_screens` walks through all of them, at one size here and at all at full length."""
    for step in SCREENS[name]:
        step(driver)
        driver.settle()
    for fault in (controls.usable, not_plain, markup_in_tips, boxes):
        assert fault(driver.window) == [], fault.__name__
    print(f"a screen by itself, of {len(SCREENS)}: {name}")


def test_every_fault_is_found(driver: Driver) -> None:
    bare = QPushButton("", driver.window.first_run)
    bare.setFixedSize(20, 20)
    bare.show()
    assert controls.nameless(driver.window) == ["QPushButton ''"]
    assert controls.too_small(driver.window) == ["QPushButton '' 20x40"]
    assert controls.unreachable(driver.window) == []
    bare.setText("Go")
    bare.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    assert controls.unreachable(driver.window) == ["QPushButton 'Go'"]
    bare.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    bare.setStyleSheet("QPushButton:focus { border: 1px solid #767C85; }")
    driver.settle()
    assert controls.hidden_focus(driver.window) == ["QPushButton 'Go' looks the same with focus"]
    bare.installEventFilter(catcher := _Catcher())
    assert controls.unreachable(driver.window)[-1] == "Tab is caught by QPushButton 'Go'"
    bare.removeEventFilter(catcher)
    rows = QListWidget(driver.window.first_run)
    rows.addItem("")
    rows.show()
    assert [fault.partition(" of ")[0] for fault in controls.without_words(driver.window)] == ["row 0"]
    QLabel("<b>rich</b>", driver.window.first_run)
    assert not_plain(driver.window) == ["<b>rich</b>"]


class _Catcher(QObject):
    """Keeps Tab to itself."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        del watched
        return event.type() == QEvent.Type.KeyPress


def test_f6_goes_round_the_window(opened: Driver) -> None:
    opened.keep(good("laser-cutting.png"))
    held = []
    for _ in range(5):
        opened.window.next_area()
        focus = QApplication.focusWidget()
        assert focus is not None
        held.append(focus)
    assert len(set(held)) == 4
    assert held[0] is held[4]


class _Windows(QObject):
    """Notes every window that is shown."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(type(watched).__name__)
        return False


def test_no_widget_flashes_up_as_a_window_of_its_own(driver: Driver) -> None:
    watcher = _Windows()
    driver.application.installEventFilter(watcher)
    try:
        filled(driver)
        add_sheet(driver)
        step_share(3)(driver)
        driver.shell.show_place(SHARING)
        driver.settle()
    finally:
        driver.application.removeEventFilter(watcher)
    assert watcher.seen == []


def test_markup_in_a_credential_is_shown_and_never_followed(opened: Driver) -> None:
    import json  # noqa: PLC0415

    document = badge(name=HOSTILE, issuer={"id": "did:example:i", "type": ["Profile"], "name": HOSTILE})
    path = opened.folder / "hostile.json"
    path.write_text(json.dumps(document))
    sheet = opened.add(path)
    sheet.rows[0].tick.setChecked(True)
    sheet.save.click()
    opened.settle()
    assert opened.names() == [HOSTILE]
    labels = [label for label in opened.window.findChildren(QLabel) if "Verified" in label.text()]
    assert labels
    assert all("<h1>" in label.text().replace("\u200b", "") for label in labels)
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in labels)
    assert "evil" not in opened.window.windowTitle()


def test_twenty_thousand_marks_keep_the_layout(opened: Driver) -> None:
    import json  # noqa: PLC0415

    name = "Zalgo" + "\u0301" * 20_000 + "W" * 3000
    path = opened.folder / "marks.json"
    path.write_text(json.dumps(badge(name=name)))
    sheet = opened.add(path)
    sheet.rows[0].tick.setChecked(True)
    sheet.save.click()
    opened.settle()
    detail = opened.shell.credentials.detail
    assert detail.width() == detail.WIDTH
    from wallet.ui.widgets.boxes import Middle  # noqa: PLC0415

    middle = detail.findChild(Middle)
    content = middle.widget() if middle is not None else None
    assert middle is not None
    assert content is not None
    assert content.width() <= middle.viewport().width()


@pytest.mark.parametrize("per_cent", [100, 200])
def test_every_screen_keeps_its_buttons_in_view_at_1024_by_600(driver: Driver, per_cent: int) -> None:
    driver.window.choose_text_size(per_cent)
    driver.window.resize(1024, 600)
    driver.settle()
    page = driver.window.first_run
    for step in range(3):
        page.go(step)
        driver.settle()
        assert driver.window.rect().contains(page.next.mapTo(driver.window, page.next.rect().bottomRight()))
    driver.window.choose_text_size(100)
    driver.settle()


def test_the_window_starts_with_what_was_remembered(qapp: QApplication, driver: Driver) -> None:
    second = Driver(qapp, driver.folder, Settings(theme="dark", text_size=125))
    try:
        assert second.tools.look.dark
        assert second.tools.look.metrics.text_size == 125
    finally:
        second.close()
        driver.tools.look.apply()
