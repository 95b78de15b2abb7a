"""The skills page: what can be shown with proof, found, joined, opened and shared, as a learner would do it."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QLabel

from tests import issuing
from tests.sample_files import SAMPLES, broken, good
from tests.ui import learner_records
from tests.ui.driver import Driver, button, shown_text
from tests.ui.skilled import BUDGETING, MATHS, MATHS_OF_TOWN, SCHOOL, badge, keep, know_the_school, skill
from wallet.app.skill_view import Skill
from wallet.ui.marks import Filter
from wallet.ui.pages.proof_card import ProofCard
from wallet.ui.pages.share.sheet import ShareSheet
from wallet.ui.pages.skills import SkillsPage
from wallet.ui.pages.viewer_sheet import ViewerSheet
from wallet.ui.places import CREDENTIALS, SETTINGS, SKILLS
from wallet.ui.skill_rows import Head
from wallet.ui.skill_words import head_title

HOSTILE = (
    '<h1>Verified</h1><img src="file:///etc/hostname"> & \u202egnp.exe '
    + "a\u0301\u0301\u0301\u0301\u0301\u0301" * 20
)


def page_of(driver: Driver) -> SkillsPage:
    """The page, gone to by its command."""
    driver.window.menus.actions[SKILLS].trigger()
    driver.settle()
    assert driver.shell.pages.currentWidget() is driver.shell.skills
    return driver.shell.skills


def heads(page: SkillsPage) -> dict[str, list[str]]:
    """The names below each head, in their order."""
    found: dict[str, list[str]] = {}
    for row in page.model.rows:
        if isinstance(row, Head):
            found[head_title(row)] = []
        else:
            found[list(found)[-1]].append(row.name)
    return found


def names(page: SkillsPage) -> Sequence[str]:
    return [one.name for one in page.model.skills]


def choose(driver: Driver, name: str) -> Skill:
    """Makes a skill the present one, as a click does."""
    page = driver.shell.skills
    chosen = next(one for one in page.model.skills if one.name == name)
    page.list.select_row(page.model.row_of(chosen.key))
    driver.settle()
    return chosen


def cards(page: SkillsPage) -> list[ProofCard]:
    return list(page.pane.cards.values())


def trust_the_samples(driver: Driver) -> None:
    driver.dialogs.files = [str(SAMPLES / "trust" / "demo-issuers.json")]
    driver.shell.show_place(SETTINGS)
    driver.shell.settings.trusted.add.click()
    driver.settle()
    driver.window.message_bar.clear()


def two_maths(driver: Driver) -> SkillsPage:
    """Two lists have a skill of one name; the school is known, so both are shown with proof."""
    keep(driver, badge(1, "Shop maths", MATHS, BUDGETING), badge(2, "Town maths", MATHS_OF_TOWN))
    know_the_school(driver, "Shop maths")
    return page_of(driver)


def undo(driver: Driver) -> None:
    driver.window.menus.actions["undo"].trigger()
    driver.settle()


# -- how many


def test_an_empty_file_says_where_skills_come_from(opened: Driver) -> None:
    page = page_of(opened)
    assert page.body.currentWidget() is page.empty
    assert "Many badges and certificates say which skills they show." in shown_text(page.empty)
    assert not page.search.isVisible()
    assert not page.pane.isVisible()
    button(page, "Add a credential").click()
    opened.settle()
    assert opened.shell.sheet is not None


def test_only_what_is_verified_is_proof(opened: Driver) -> None:
    opened.keep(good("budgeting.json"), good("peer-tutoring.json"))
    page = page_of(opened)
    assert page.summary.text() == "No skill is shown with proof yet."
    assert "5 skills stand only in credentials that are not verified." in page.rest.text()
    assert choose(opened, "Mathematics").proofs == 0
    assert "Named by 2 credentials, not verified" in shown_text(page.pane)
    assert "Nothing in your file proves this skill yet." in shown_text(page.pane)
    assert page.pane.share_button is None
    trust_the_samples(opened)
    page = page_of(opened)
    assert page.summary.text() == "You can show 5 skills with proof."
    assert "not verified" not in page.rest.text()
    assert choose(opened, "Mathematics").proofs == 2
    assert "Shown by 2 credentials" in shown_text(page.pane)


def test_what_was_changed_after_it_was_signed_is_no_proof(opened: Driver) -> None:
    keep(opened, badge(1, "Shop maths", MATHS))
    know_the_school(opened, "Shop maths")
    keep(opened, issuing.changed(badge(2, "Changed", BUDGETING), "name", "Changed since"))
    page = page_of(opened)
    assert page.summary.text() == "You can show 1 skill with proof."
    choose(opened, "Budgeting")
    (card,) = cards(page)
    assert "Not valid" in shown_text(card)
    assert "Named, but no proof" in shown_text(page.pane)


def test_what_the_learner_wrote_is_welcome_and_never_proof(opened: Driver) -> None:
    own = issuing.credential(SCHOOL, id="urn:uuid:c9", name="At home")
    own["credentialSubject"] |= {
        "id": SCHOOL.id,
        "achievement": issuing.achievement(alignment=[BUDGETING], tag=None),
    }
    keep(opened, badge(1, "Shop maths", MATHS))
    know_the_school(opened, "Shop maths")
    keep(opened, issuing.secure(own, SCHOOL))
    page = page_of(opened)
    assert page.summary.text() == "You can show 1 skill with proof."
    assert "1 skill stands only in what you added yourself." in page.rest.text()
    choose(opened, "Budgeting")
    assert "Added by you" in shown_text(page.pane)
    assert "is no proof" in shown_text(page.pane)
    assert page.pane.share_button is None


def test_words_without_a_list_stand_apart_and_are_not_counted(opened: Driver) -> None:
    keep(opened, badge(1, "Shop maths", MATHS, skill("Sawing"), tag=["mathematics", "wood"]))
    know_the_school(opened, "Shop maths")
    page = page_of(opened)
    assert heads(page) == {
        "Numbers": ["Mathematics"],
        "Words, not from a list": ["mathematics", "Sawing", "wood"],
    }
    assert page.summary.text() == "You can show 1 skill with proof."
    last = page.model.index(len(page.model.rows) - 4)
    assert "The same word may mean something else" in str(
        last.data(Qt.ItemDataRole.AccessibleDescriptionRole)
    )
    assert not last.flags() & Qt.ItemFlag.ItemIsEnabled, "a head is no skill"
    choose(opened, "wood")
    assert "A word its issuer wrote" in shown_text(page.pane)
    assert not page.alike.isVisible(), "a word is never joined to a skill"


# -- the list


def test_skills_are_grouped_by_area_or_by_their_list(opened: Driver) -> None:
    keep(opened, badge(1, "Shop maths", MATHS, BUDGETING, skill("Teamwork", "https://a.example/1")))
    page = page_of(opened)
    assert heads(page) == {"People": ["Teamwork"], "Numbers": ["Mathematics"], "Money": ["Budgeting"]}
    menu = page.group_button.menu()
    menu.actions()[1].trigger()
    opened.settle()
    assert heads(page) == {
        "O*NET": ["Mathematics"],
        "Town skills": ["Budgeting"],
        "From a list without a name": ["Teamwork"],
    }
    assert page.group_button.accessibleName() == "By skill list"
    menu.actions()[0].trigger()
    assert list(heads(page)) == ["People", "Numbers", "Money"]


def test_a_search_looks_at_names_lists_and_issuers_and_says_how_many(
    opened: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(
        opened, badge(1, "Shop maths", MATHS, BUDGETING, skill("Soldadura eléctrica", "https://a.example/1"))
    )
    page = page_of(opened)
    said: list[str] = []

    def heard(event: QAccessible.Event) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            said.append(event.message())

    monkeypatch.setattr(QAccessible, "updateAccessibility", heard)
    for typed, found in (
        ("electrica", ["Soldadura eléctrica"]),
        ("o*net", ["Mathematics"]),
        ("town budg", ["Budgeting"]),
        ("guild", ["Mathematics", "Budgeting", "Soldadura eléctrica"]),
    ):
        page.search.setText(typed)
        opened.settle()
        assert sorted(names(page)) == sorted(found)
    assert said == ["1 found", "1 found", "1 found", "3 found"]
    page.search.setText("zzzz")
    opened.settle()
    assert page.nothing.isVisible()
    opened.press(page.search, Qt.Key.Key_Escape)
    assert page.search.text() == ""
    assert len(names(page)) == 3


def test_keys_lead_from_the_search_through_a_skill_to_its_credential(opened: Driver) -> None:
    keep(opened, badge(1, "Shop maths", MATHS), badge(2, "Money at home", BUDGETING))
    know_the_school(opened, "Shop maths")
    page = page_of(opened)
    opened.window.menus.actions["find"].trigger()
    assert QApplication.focusWidget() is page.search
    opened.press(page.search, Qt.Key.Key_Down)
    assert QApplication.focusWidget() is page.list
    opened.press(page.list, Qt.Key.Key_Home)
    opened.press(page.list, Qt.Key.Key_Down)
    assert page.pane.shown is not None
    assert page.pane.shown.name == "Budgeting", "past the heads"
    opened.press(page.list, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is page.pane.share_button
    opened.press(page.pane, Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is page.list
    opened.press(button(page.pane, "Open Money at home"), Qt.Key.Key_Space)
    assert opened.shell.pages.currentWidget() is opened.shell.credentials
    shown = opened.shell.credentials.detail.shown
    assert shown is not None
    assert shown.card.name == "Money at home"


def test_the_place_is_the_second_of_the_window(opened: Driver) -> None:
    actions = opened.window.menus.actions
    keys = {place: actions[place].shortcut().toString() for place in (CREDENTIALS, SKILLS, SETTINGS)}
    assert keys == {CREDENTIALS: "Ctrl+1", SKILLS: "Ctrl+2", SETTINGS: "Ctrl+5"}
    assert opened.shell.sidebar.place(SKILLS).text() == "Skills"


# -- what shows a skill


def test_a_proof_says_how_it_was_earned_what_was_reached_and_its_evidence(opened: Driver) -> None:
    levels = [
        {"id": "urn:l:1", "type": ["RubricCriterionLevel"], "name": "Works alone", "level": "Works alone"},
    ]
    described = [
        {
            "id": "urn:r:1",
            "type": ["ResultDescription"],
            "name": "Rubric",
            "resultType": "RubricCriterionLevel",
            "rubricCriterionLevel": levels,
        }
    ]
    results = [{"type": ["Result"], "resultDescription": "urn:r:1", "achievedLevel": "urn:l:1"}]
    made = badge(
        1,
        "Shop maths",
        MATHS,
        criteria={"narrative": "Measured a door, and cut it to size."},
        resultDescription=described,
        result=results,
    )
    keep(opened, made)
    know_the_school(opened, "Shop maths")
    page = page_of(opened)
    row = page.model.index(1)
    assert "Result: Works alone" in str(row.data(Qt.ItemDataRole.AccessibleDescriptionRole))
    said = shown_text(page.pane)
    for words in (
        "From O*NET",
        "Verified",
        "Makers' Guild · 30 January 2026",
        "Works alone",
        "How it was earned",
        "Measured a door, and cut it to size.",
        "Evidence",
        "Lamp",
    ):
        assert words in said, words


def test_of_a_whole_record_the_part_that_names_the_skill_is_shown(opened: Driver) -> None:
    inner = learner_records.entry(
        7,
        "Joining metal",
        "Course",
        achievement={"alignment": [BUDGETING], "criteria": {"narrative": "Two sheets, one seam."}},
    )
    other = learner_records.entry(
        8, "Cutting", "Course", achievement={"alignment": None, "criteria": {"narrative": "One cut."}}
    )
    record = learner_records.record(inner, other)
    opened.keep(learner_records.written(opened.folder, "record.json", record))
    page = page_of(opened)
    choose(opened, "Budgeting")
    said = shown_text(page.pane)
    assert "Two sheets, one seam." in said
    assert "One cut." not in said


def test_evidence_inside_a_credential_is_looked_at_and_the_way_leads_back(opened: Driver) -> None:
    text = learner_records.data_url("text/plain", b"Eight weeks of one budget")
    document = issuing.credential(SCHOOL, evidence=[{"id": text, "type": ["Evidence"], "name": "Journal"}])
    keep(opened, issuing.secure(document, SCHOOL))
    page = page_of(opened)
    button(page.pane, "Look at Journal").click()
    opened.settle()
    sheet = opened.shell.sheet
    assert isinstance(sheet, ViewerSheet)
    assert "Eight weeks of one budget" in sheet.text.toPlainText()
    sheet.done.click()
    opened.settle()
    assert opened.shell.pages.currentWidget() is page


def test_a_skill_is_shared_with_what_proves_it_and_nothing_else(opened: Driver) -> None:
    keep(opened, badge(1, "Shop maths", MATHS), badge(2, "Town maths", MATHS), badge(3, "Money", BUDGETING))
    know_the_school(opened, "Shop maths")
    opened.keep(broken("expired.json"))
    page = page_of(opened)
    choose(opened, "Mathematics")
    share = button(page.pane, "Share with proof")
    share.setFocus()
    opened.press(share, Qt.Key.Key_Space)
    sheet = opened.shell.sheet
    assert isinstance(sheet, ShareSheet)
    sheet.who.to.setText("Harbor Boat Works")
    sheet.next.click()
    opened.settle()
    ticked = sorted(one.card.name for one in sheet.what.choices if one.tick.isChecked())
    assert ticked == ["Shop maths", "Town maths"]
    sheet.leave()
    opened.settle()
    assert opened.shell.pages.currentWidget() is page
    assert QApplication.focusWidget() is page.pane.share_button, "the keyboard is where it was"


def test_a_skill_in_the_detail_leads_to_its_page(opened: Driver) -> None:
    keep(opened, badge(1, "Shop maths", MATHS, BUDGETING), badge(2, "Town maths", MATHS_OF_TOWN))
    opened.choose("Town maths")
    button(opened.shell.credentials.detail, "Mathematics").click()
    opened.settle()
    page = opened.shell.skills
    assert opened.shell.pages.currentWidget() is page
    assert page.pane.shown is not None
    assert page.pane.shown.framework == "Town skills", "the one this credential means"
    opened.choose("Shop maths")
    opened.shell.show_place(CREDENTIALS)
    button(opened.shell.credentials.detail, "Budgeting").click()
    opened.settle()
    assert page.pane.shown.name == "Budgeting"


def test_a_small_window_shows_one_pane_at_a_time(opened: Driver) -> None:
    keep(opened, badge(1, "Shop maths", MATHS), badge(2, "Money at home", BUDGETING))
    opened.window.resize(1024, 600)
    page = page_of(opened)
    assert page.list.isVisible()
    assert not page.pane.isVisible()
    row = page.model.row_of(page.model.skills[1].key)
    page.list.select_row(row)
    for size in (200, 100):
        opened.window.choose_text_size(size)
        opened.settle()
        opened.press(page.list, Qt.Key.Key_Return)
        assert page.pane.isVisible()
        assert not page.pane.isHidden()
        assert opened.window.width() == 1024, "both panes never ask for room at once"
        opened.press(page.pane.back_button, Qt.Key.Key_Escape)
    opened.press(page.list, Qt.Key.Key_Return)
    assert not page.list.isVisible()
    assert QApplication.focusWidget() is page.pane.back_button
    opened.press(page.pane.back_button, Qt.Key.Key_Escape)
    assert page.list.isVisible()
    assert QApplication.focusWidget() is page.list
    opened.press(page.list, Qt.Key.Key_Return)
    button(page.pane, f"Open {page.pane.cards and cards(page)[0].earned.name}").click()
    opened.settle()
    assert opened.shell.credentials.detail.isVisible()
    assert not opened.shell.credentials.list_side.isVisible()


# -- the same skill?


def test_skills_that_look_alike_are_one_only_when_the_learner_says_so(opened: Driver) -> None:
    page = two_maths(opened)
    assert page.summary.text() == "You can show 3 skills with proof."
    asked = page.alike.words.text()
    assert asked.startswith("These look alike: “Mathematics” (")
    assert all(listed in asked for listed in ("O*NET", "Town skills", "Are they the same?"))
    button(page, "Join them").click()
    opened.settle()
    assert page.summary.text() == "You can show 2 skills with proof."
    assert not page.alike.isVisible()
    assert page.pane.shown is not None
    assert (page.pane.shown.name, page.pane.shown.proofs) == ("Mathematics", 2)
    assert "You joined this with others that are the same." in shown_text(page.pane)
    assert "Joined: Mathematics" in opened.window.message_bar.spoken
    button(opened.window.message_bar, "Undo").click()
    opened.settle()
    assert page.summary.text() == "You can show 3 skills with proof."
    assert page.alike.isVisible()
    opened.window.menus.actions["redo"].trigger()
    opened.settle()
    assert page.summary.text() == "You can show 2 skills with proof."


def test_what_was_joined_stays_joined_until_it_is_taken_apart(opened: Driver) -> None:
    page = two_maths(opened)
    button(page, "Join them").click()
    opened.settle()
    opened.window.lock()
    opened.settle()
    opened.unlock()
    page = page_of(opened)
    assert page.summary.text() == "You can show 2 skills with proof."
    choose(opened, "Mathematics")
    button(page.pane, "Take them apart").click()
    opened.settle()
    assert page.summary.text() == "You can show 3 skills with proof."
    assert opened.window.menus.actions["undo"].text() == "Undo: take Mathematics apart"
    undo(opened)
    assert page.summary.text() == "You can show 2 skills with proof."


def test_look_alikes_that_stay_apart_are_not_asked_about_again(opened: Driver) -> None:
    page = two_maths(opened)
    button(page, "Keep apart").click()
    opened.settle()
    assert not page.alike.isVisible()
    assert page.summary.text() == "You can show 3 skills with proof."
    opened.window.lock()
    opened.settle()
    opened.unlock()
    page = page_of(opened)
    assert not page.alike.isVisible()
    keep(opened, badge(3, "County maths", skill("mathematics", "https://county.example/m", "County")))
    page = page_of(opened)
    assert page.alike.isVisible(), "a third one is a new question"
    assert "County" in page.alike.words.text()


def test_keeping_apart_is_taken_back(opened: Driver) -> None:
    page = two_maths(opened)
    button(page, "Keep apart").click()
    opened.settle()
    undo(opened)
    assert page.alike.isVisible()


# -- what changes meanwhile


def test_the_page_follows_the_file(opened: Driver) -> None:
    keep(opened, badge(1, "Shop maths", MATHS), badge(2, "Money at home", BUDGETING))
    page = page_of(opened)
    assert len(names(page)) == 2
    opened.shell.show_place(CREDENTIALS)
    opened.choose("Money")
    opened.window.menus.actions["delete"].trigger()
    opened.settle()
    page = page_of(opened)
    assert names(page) == ["Mathematics"]
    undo(opened)
    assert sorted(names(page)) == ["Budgeting", "Mathematics"], "while it is in sight"
    opened.shell.credentials.show_part(Filter(in_bin=True))
    opened.settle()
    assert len(names(page)) == 2


# -- hostile words


def test_hostile_names_are_text_and_cut_to_what_fits(opened: Driver) -> None:
    long = "Interprets " + "very " * 200 + "long statements"
    hostile = badge(
        1,
        "Hostile",
        skill(HOSTILE, "https://a.example/1", HOSTILE),
        skill(long, "https://a.example/2", "x" * 300),
        skill("W" * 300, "https://a.example/3"),
        skill("a\nb\tc\x1b[31m", "https://a.example/4"),
        criteria={"narrative": HOSTILE * 40},
    )
    keep(opened, hostile)
    page = page_of(opened)
    assert len(names(page)) == 4
    for width in (1366, 1024, 700):
        opened.window.resize(width, 600)
        for row in range(page.model.rowCount()):
            if page.model.index(row).flags() & Qt.ItemFlag.ItemIsEnabled:
                page.list.select_row(row)
                opened.settle()
                shown = str(page.model.index(row).data())
                assert "\u202e" not in shown
                assert "\n" not in shown
                assert page.list.visualRect(page.model.index(row)).height() < 130
        assert page.list.horizontalScrollBar().maximum() == 0
    assert all(one.textFormat() is Qt.TextFormat.PlainText for one in opened.window.findChildren(QLabel))
