"""A badge from its web address at the window: the site is named, nothing is asked before a yes; links do nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QCheckBox

from tests.sample_files import good
from tests.sharing.pictures import code_png
from tests.sites import Site, answer, client_for, one_site
from tests.ui.driver import Driver, button, shown_text
from wallet.app import link_fetch, online, school_place, school_policy
from wallet.ui.one_window import Handed
from wallet.ui.pages.add import AddPage
from wallet.ui.pages.school_part import SchoolPart
from wallet.ui.places import CREDENTIALS, SETTINGS
from wallet.ui.widgets.boxes import Middle
from wallet.verification.report import Reason, Verdict

# The platform of tests has no use for a window that wants to be in front.
pytestmark = pytest.mark.qt_log_ignore("does not support raise")

HOST, FRIEND, OTHER = "school.example", "friend.example", "pictures.example"
ADDRESS = f"https://{HOST}/badges/1"
PICTURE = good("laser-cutting.png").read_bytes()
PAGE = f'<!DOCTYPE html><html><meta property="og:image" content="https://{OTHER}/1.png"></html>'.encode()


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    with one_site(tmp_path, HOST, FRIEND, OTHER) as made:
        made.pages[f"{HOST}/badges/1"] = answer(PICTURE, "image/png")
        for module in (online, link_fetch):
            monkeypatch.setattr(module, "new_client", lambda consent: client_for(made, consent))
        yield made


@pytest.fixture
def opened(standing: Driver, site: Site) -> Iterator[Driver]:
    """The window of the module; what a test left open is left."""
    del site
    yield standing
    shell = standing.window.shell
    if shell is not None and isinstance(shell.sheet, AddPage):
        shell.sheet.leave()
        standing.settle()


def pasted(driver: Driver, text: str) -> AddPage:
    sheet = driver.shell.open_add()
    sheet.paste.setChecked(True)
    sheet.paste_panel.text.setPlainText(text)
    sheet.paste_panel.check.click()
    driver.settle()
    return sheet


def panel_text(sheet: AddPage) -> str:
    assert sheet.fetching.panel is not None
    return shown_text(sheet.fetching.panel)


def press(driver: Driver, sheet: AddPage, name: str) -> None:
    button(sheet, name).click()
    driver.settle()


def test_a_pasted_address_is_fetched_after_a_yes_and_kept(opened: Driver, site: Site) -> None:
    sheet = pasted(opened, f"  {ADDRESS}\n")
    assert f"May we ask {HOST}?" in panel_text(sheet)
    assert "learns the network address of your computer" in panel_text(sheet)
    assert "this very credential" in panel_text(sheet)
    assert sheet.fetching.panel is not None
    assert sheet.fetching.panel.no.hasFocus()
    (row,) = sheet.rows
    assert f"a web address at {HOST}" in shown_text(row)
    assert row.chip.accessibleName().endswith("Not checked yet")
    assert site.connections == 0
    press(opened, sheet, "Ask this website")
    (row,) = sheet.rows
    assert row.finding.verdict is Verdict.CHECK
    assert row.finding.data == PICTURE
    assert sheet.fetching.isHidden()
    sheet.save.click()
    opened.settle()
    assert len(opened.names()) == 1
    assert len(site.seen) == 1


def test_on_a_small_screen_the_question_is_whole_and_in_sight(opened: Driver) -> None:
    before = opened.window.size()
    opened.window.resize(1024, 600)
    opened.settle()
    sheet = pasted(opened, ADDRESS)
    panel = sheet.fetching.panel
    assert panel is not None
    assert panel.height() >= panel.heightForWidth(panel.width())
    assert panel.no.height() >= panel.no.sizeHint().height()
    middle = sheet.findChild(Middle)
    assert middle is not None
    corner = panel.no.mapTo(middle.viewport(), QPoint(0, panel.no.height()))
    assert 0 < corner.y() <= middle.viewport().height()
    opened.window.resize(before)


def test_a_no_asks_nobody_and_the_link_can_be_tried_again(opened: Driver, site: Site) -> None:
    sheet = pasted(opened, ADDRESS)
    press(opened, sheet, "Do not ask it")
    (row,) = sheet.rows
    assert row.finding.reason is Reason.SITE_NOT_ALLOWED
    assert not row.tick.isEnabled()
    assert site.connections == 0
    assert row.fetch is not None
    row.fetch.click()
    opened.settle()
    press(opened, sheet, "Ask this website")
    assert sheet.rows[0].finding.data == PICTURE


def test_each_other_site_is_asked_about_and_always_is_remembered(opened: Driver, site: Site) -> None:
    site.pages[f"{FRIEND}/badges/2"] = answer(PAGE, "text/html")
    site.pages[f"{OTHER}/1.png"] = answer(PICTURE, "image/png")
    sheet = pasted(opened, f"https://{FRIEND}/badges/2")
    for host in (FRIEND, OTHER):
        assert f"May we ask {host}?" in panel_text(sheet)
        assert sheet.fetching.panel is not None
        sheet.fetching.panel.findChildren(QCheckBox)[0].setChecked(True)
        press(opened, sheet, "Ask this website")
    assert sheet.rows[0].finding.data == PICTURE
    assert site.targets == [f"{FRIEND}/badges/2", f"{OTHER}/1.png"], "nothing is asked twice"
    sheet.leave()
    opened.settle()
    again = pasted(opened, f"https://{FRIEND}/badges/2")
    assert again.fetching.panel is None
    assert again.rows[0].finding.data == PICTURE


def test_a_page_without_a_badge_says_so(opened: Driver, site: Site) -> None:
    site.pages[f"{HOST}/badges/1"] = answer(b"<!DOCTYPE html><html></html>", "text/html")
    sheet = pasted(opened, ADDRESS)
    press(opened, sheet, "Ask this website")
    assert "no credential at this web address" in shown_text(sheet.rows[0])


def test_a_picture_that_holds_an_address_offers_to_fetch_it(opened: Driver, site: Site) -> None:
    path = opened.folder / "code.png"
    path.write_bytes(code_png(ADDRESS))
    sheet = opened.add(path)
    (row,) = sheet.rows
    assert f"a web address at {HOST}" in shown_text(row)
    assert sheet.fetching.panel is None, "a picture begins nothing by itself"
    assert row.chip.accessibleName().endswith("Not checked yet")
    assert not row.tick.isEnabled()
    assert row.fetch is not None
    row.fetch.click()
    opened.settle()
    assert site.connections == 0
    press(opened, sheet, "Ask this website")
    assert sheet.rows[0].finding.data == PICTURE


@pytest.mark.parametrize(
    ("link", "said"),
    [
        ("ler-wallet:import?url=https://school.example/badges/1", "This link is not complete."),
        ("msprequest://" + "a" * 70_000, "This link is not complete."),
    ],
)
def test_a_link_from_outside_asks_nobody(opened: Driver, site: Site, link: str, said: str) -> None:
    opened.window.take_handed(Handed((), link))
    opened.settle()
    sheet = opened.shell.sheet
    assert isinstance(sheet, AddPage)
    assert said in shown_text(sheet)
    assert site.connections == 0


def test_leaving_the_sheet_gives_up(opened: Driver, site: Site) -> None:
    sheet = pasted(opened, ADDRESS)
    sheet.leave()
    opened.settle()
    assert site.connections == 0
    assert opened.shell.sheet is None


def test_what_the_school_set_is_shown_and_nothing_where_it_set_nothing(
    opened: Driver, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(school_place, "policy_place", lambda: str(tmp_path / "policy.toml"))
    monkeypatch.setattr(school_policy, "_require_protected", lambda *_: None)
    part = opened.shell.settings.findChild(SchoolPart)
    assert part is not None

    def shown() -> str:
        opened.shell.show_place(CREDENTIALS)
        opened.shell.show_place(SETTINGS)
        opened.settle()
        return "" if part.title.isHidden() and part.card.isHidden() else shown_text(part)

    assert shown() == ""
    (tmp_path / "policy.toml").write_text("[school]\nname='<b>North</b>'\n[network]\nallowed=false")
    assert "Set by your school" in shown()
    assert "<b>North</b>" in shown()
    assert "uses no network" in shown()
    (tmp_path / "policy.toml").write_text("[network]\nallow=false")
    assert "has a mistake. (network.allow)" in shown()
    (tmp_path / "policy.toml").unlink()
    assert shown() == ""
    opened.shell.show_place(CREDENTIALS)


def test_without_a_file_an_address_can_be_checked(opened: Driver, site: Site) -> None:
    opened.window.lock()
    opened.settle()
    opened.window.check_without_file()
    sheet = opened.window.check_sheet
    assert isinstance(sheet, AddPage)
    sheet.add_text(ADDRESS)
    opened.settle()
    assert sheet.fetching.panel is not None
    assert sheet.fetching.panel.remember.isHidden()
    press(opened, sheet, "Ask this website")
    assert sheet.rows[0].finding.data == PICTURE
    assert len(site.seen) == 1
