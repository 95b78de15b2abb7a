"""Badges from a badge site at the window: consent for each website, the browser, progress, the review, and Stop."""

import itertools
import time
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtWidgets import QCheckBox

from tests.badge_holdings import holdings
from tests.badge_service import DOMAIN, BadgeService, running
from tests.sites import client_for
from tests.ui.driver import Driver, button, named, shown_text
from wallet.app import online
from wallet.ui.pages.add import AddPage
from wallet.ui.pages.badge_site_sheet import BadgeSiteSheet
from wallet.ui.widgets.buttons import Button

_NUMBERS = itertools.count()
_SECONDS = 20.0


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BadgeService]:
    with running(tmp_path_factory.mktemp("badges"), holdings()) as made:
        yield made


@pytest.fixture
def window(standing: Driver, service: BadgeService, monkeypatch: pytest.MonkeyPatch) -> Driver:
    """Every website the window asks is one of the service; the browser is not started by itself."""
    monkeypatch.setattr(online, "new_client", lambda consent: client_for(service, consent))
    standing.web.clear()
    return standing


def site(kind: str) -> str:
    return f"{kind}-window{next(_NUMBERS)}.{DOMAIN}"


def until(driver: Driver, holds: Callable[[], object]) -> None:
    """Lets the window live until this holds: a visit waits for the person, so it is never idle on its own."""
    end = time.monotonic() + _SECONDS
    while not holds():
        assert time.monotonic() < end, "it never came to that"
        driver.application.processEvents()
        time.sleep(0.005)


def begin(driver: Driver, host: str, *, keep: bool = False) -> BadgeSiteSheet:
    """The sheet at its first question."""
    button(driver.shell.open_add(), "Or fetch them from a badge site").click()
    sheet = driver.shell.sheet
    assert isinstance(sheet, BadgeSiteSheet)
    driver.settle()
    sheet.address.setText(host)
    sheet.keep.setChecked(keep)
    sheet.go_on.click()
    until(driver, lambda: sheet.question is not None)
    return sheet


def agree(driver: Driver, sheet: BadgeSiteSheet) -> None:
    """Yes to the website, up to the sign-in page."""
    button(sheet, "Ask this website").click()
    until(driver, lambda: sheet.sign_in.isVisible() or sheet.trouble.isVisible())


def sign_in(driver: Driver, service: BadgeService, sheet: BadgeSiteSheet) -> None:
    """Opens the sign-in page, and says yes there."""
    button(sheet, "Open the sign-in page").click()
    (address,) = driver.web
    service.browse(address)
    until(driver, lambda: driver.shell.sheet is not sheet or sheet.trouble.isVisible())


def test_what_a_site_holds_is_reviewed_and_kept(window: Driver, service: BadgeService) -> None:
    host = site("good")
    sheet = begin(window, host)
    assert sheet.question is not None
    assert f"May we ask {host}?" in shown_text(sheet)
    assert "learns the network address of your computer" in shown_text(sheet)
    assert sheet.question.no.hasFocus()
    assert service.seen(host) == []
    agree(window, sheet)
    assert f"{host} calls itself “Example <b>Provider</b>”. Nobody checked that name." in shown_text(sheet)
    assert window.web == []  # the browser is opened by a click alone
    sign_in(window, service, sheet)
    window.settle()
    page = window.shell.sheet
    assert isinstance(page, AddPage)
    assert [line.finding.name for line in page.rows][:2] == [f"{host}, #0", f"{host}, #1"]
    assert [line.ticked for line in page.rows] == [True] * 5
    assert service.seen(host)[-1]["path"] == "/revoke"
    page.save.click()
    window.settle()
    assert sorted(window.names())[:3] == ["Badge 1", "Badge 2", "Badge 3"]
    assert window.window.message_bar.spoken == "5 credentials saved."


def test_what_is_had_already_is_said(window: Driver, service: BadgeService) -> None:
    sheet = begin(window, site("good"))
    agree(window, sheet)
    sign_in(window, service, sheet)
    window.settle()
    page = window.shell.sheet
    assert isinstance(page, AddPage)
    assert [line.place.text() for line in page.rows] == ["You have this already."] * 5
    assert [line.ticked for line in page.rows] == [False] * 5
    page.leave()


def test_after_a_no_nobody_is_asked(window: Driver, service: BadgeService) -> None:
    host = site("good")
    sheet = begin(window, host)
    button(sheet, "Do not ask it").click()
    until(window, sheet.trouble.isVisible)
    assert "A website was not asked" in shown_text(sheet)
    assert service.seen(host) == []
    assert sheet.go_on.isEnabled()
    sheet.leave()
    window.settle()


def test_stop_ends_the_waiting(window: Driver) -> None:
    sheet = begin(window, site("good"))
    agree(window, sheet)
    assert "Waiting for you in the browser" in shown_text(sheet)
    sheet.progress.stop.click()
    until(window, sheet.trouble.isVisible)
    assert not sheet.progress.isVisible()
    assert sheet.go_on.isEnabled()
    sheet.leave()
    window.settle()


def test_leaving_ends_what_is_under_way(window: Driver) -> None:
    begin(window, site("good"))
    window.shell.show_place("sharing")
    until(window, lambda: not window.tools.tasks.busy)
    assert window.shell.sheet is None
    window.shell.show_place("credentials")


def test_access_is_kept_on_request_and_forgotten(window: Driver, service: BadgeService) -> None:
    host = site("good")
    sheet = begin(window, host, keep=True)
    panel: Any = sheet.question
    panel.findChildren(QCheckBox)[0].setChecked(True)
    agree(window, sheet)
    sign_in(window, service, sheet)
    window.settle()
    before = len(service.seen(host))
    again = window.shell.adding.open_badge_site()
    window.settle()
    assert host in shown_text(again.kept)
    named(
        again, Button, f"Fetch from {host}"
    ).click()  # the website was allowed for good, and nobody signs in
    until(window, lambda: isinstance(window.shell.sheet, AddPage))
    assert {one["path"] for one in service.seen(host)[before:]} == {"/ims/ob/v3p0/credentials"}
    window.settle()
    last = window.shell.adding.open_badge_site()
    window.settle()
    named(last, Button, f"Forget {host}").click()
    window.settle()
    assert not last.kept.isVisible()
    last.leave()


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("strict", "The website does not let this program sign in."),
        ("nothing", "There is no badge service at this address."),
    ],
)
def test_a_site_that_refuses_is_explained(window: Driver, kind: str, words: str) -> None:
    sheet = begin(window, site(kind))
    agree(window, sheet)
    until(window, sheet.trouble.isVisible)
    assert words in shown_text(sheet)
    sheet.leave()
    window.settle()


def test_a_network_that_dies_leaves_nothing(
    window: Driver, service: BadgeService, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("wallet.exchange.site_access._BREAK", 0)
    sheet = begin(window, site("dies"))
    agree(window, sheet)
    sign_in(window, service, sheet)
    assert "A website could not be reached." in shown_text(sheet)
    assert window.shell.sheet is sheet
    sheet.leave()
    window.settle()
