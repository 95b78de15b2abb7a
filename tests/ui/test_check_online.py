"""Checking online at the window: a question for each website, nothing asked before a yes, and the day of the answer."""

import json
import socket
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QCheckBox

from tests import lists, older_badges
from tests.sample_files import SAMPLES, good
from tests.sites import Page, Site, answer, client_for, one_site
from tests.ui.driver import Driver, button, shown_text
from wallet.app import online
from wallet.codecs import strict_json
from wallet.ui.online_ports import SiteQuestion
from wallet.ui.pages.allowed_websites import AllowedWebsites
from wallet.ui.pages.check_part import CheckPart
from wallet.ui.places import CREDENTIALS, SETTINGS
from wallet.ui.widgets.boxes import Middle
from wallet.verification.report import Reason, Verdict

HOST = "youthsafety.example"
BADGE = good("first-aid-and-cpr.json")
ONLINE = "Check again online"


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """Publishes what the samples name, and every website the window asks is this one."""
    index = strict_json.loads((SAMPLES / "documents.json").read_bytes())["documents"]
    with one_site(tmp_path, HOST, "northfield.example") as made:
        made.serve_documents({url: (SAMPLES / path).read_bytes() for url, path in index.items()})
        monkeypatch.setattr(online, "new_client", lambda consent: client_for(made, consent))
        yield made


@pytest.fixture
def opened(qapp: QApplication, tmp_path: Path) -> Iterator[Driver]:
    """A window with an empty file open, and no document of an issuer at hand."""
    folder = tmp_path / "Documents"
    folder.mkdir()
    made = Driver(qapp, folder, documents=None)
    made.make_file()
    yield made
    made.close()


def part(driver: Driver) -> CheckPart:
    found = driver.shell.credentials.detail.check_part
    assert found is not None
    return found


def said(driver: Driver) -> tuple[Verdict, Reason | None]:
    details = driver.shell.credentials.detail.shown
    assert details is not None
    return details.report.verdict, details.report.reason


def press(driver: Driver, name: str) -> None:
    button(driver.shell.credentials.detail, name).click()
    driver.settle()


def test_a_website_is_asked_after_a_yes(opened: Driver, site: Site) -> None:
    opened.keep(BADGE)
    opened.choose("First")
    assert said(opened) == (Verdict.UNCHECKED, Reason.NEEDS_NETWORK)
    press(opened, ONLINE)
    panel = part(opened).question
    assert panel is not None
    assert f"May we ask {HOST}?" in shown_text(panel)
    assert "learns the network address of your computer" in shown_text(panel)
    assert "this very credential" not in shown_text(panel)
    assert panel.no.hasFocus()
    assert site.connections == 0
    press(opened, "Ask this website")
    assert len(site.seen) == 2
    assert said(opened) == (Verdict.CHECK, Reason.NO_TRUST_LIST)
    assert part(opened).question is None
    words = shown_text(opened.shell.credentials.detail)
    assert "Websites of issuers were asked on" in words
    # the answer was for this once
    press(opened, ONLINE)
    assert part(opened).question is not None


def test_after_a_no_all_stays_as_it_was(opened: Driver, site: Site) -> None:
    opened.keep(BADGE)
    opened.choose("First")
    press(opened, ONLINE)
    press(opened, "Do not ask it")
    assert site.connections == 0
    assert said(opened) == (Verdict.UNCHECKED, Reason.NEEDS_NETWORK)
    shown = opened.shell.credentials.detail.shown
    assert shown is not None
    assert len(shown.history) == 1
    assert button(opened.shell.credentials.detail, ONLINE).isEnabled()


def test_always_is_remembered(opened: Driver, site: Site) -> None:
    opened.keep(BADGE)
    opened.choose("First")
    press(opened, ONLINE)
    panel = part(opened).question
    assert panel is not None
    panel.findChildren(QCheckBox)[0].setChecked(True)
    press(opened, "Ask this website")
    press(opened, ONLINE)
    assert part(opened).question is None
    assert len(site.seen) == 4
    # and can be taken back in the settings
    opened.shell.show_place(SETTINGS)
    opened.settle()
    section = opened.shell.settings.findChild(AllowedWebsites)
    assert section is not None
    assert HOST in shown_text(section)
    button(section, f"Ask me again about {HOST}").click()
    opened.settle()
    assert HOST not in shown_text(section)
    assert "No website so far." in shown_text(section)
    opened.shell.show_place(CREDENTIALS)
    press(opened, ONLINE)
    assert part(opened).question is not None


REGISTRY = f"https://{HOST}/registry.json"


def test_a_list_of_issuers_is_fetched_from_its_website(opened: Driver, site: Site) -> None:
    opened.keep(BADGE)
    issuer = json.loads(BADGE.read_bytes())["issuer"]
    site.serve_documents({REGISTRY: json.dumps(lists.registry(**{issuer["id"]: issuer["name"]})).encode()})
    opened.shell.show_place(SETTINGS)
    trusted = opened.shell.settings.trusted
    button(trusted, "Or fetch one from a website").click()
    trusted.web.address.setText(REGISTRY)
    trusted.web.fetch.click()
    opened.settle()
    panel = trusted.web.question
    assert panel is not None
    assert f"May we ask {HOST}?" in shown_text(panel)
    assert site.connections == 0
    button(panel, "Ask this website").click()
    opened.settle()
    assert f"{HOST}/registry.json" in shown_text(trusted).replace("\u200b", "")
    assert "1 issuer" in shown_text(trusted)
    assert not trusted.web.isVisible()
    button(trusted, "Or fetch one from a website").click()
    trusted.web.address.setText(f"https://{HOST}/nothing.json")
    trusted.web.fetch.click()
    opened.settle()
    assert trusted.web.question is not None
    button(trusted.web.question, "Ask this website").click()
    opened.settle()
    assert trusted.web.trouble.isVisible()
    assert "website" in shown_text(trusted.web.trouble)
    assert trusted.web.fetch.isEnabled()


def test_without_a_network_the_earlier_answer_stays_with_its_day(opened: Driver, site: Site) -> None:
    opened.keep(BADGE)
    opened.choose("First")
    press(opened, ONLINE)
    press(opened, "Ask this website")
    site.pages.clear()
    press(opened, ONLINE)
    press(opened, "Ask this website")
    assert said(opened) == (Verdict.CHECK, Reason.NO_TRUST_LIST)
    words = shown_text(opened.shell.credentials.detail)
    assert "Websites of issuers were asked on" not in words
    shown = opened.shell.credentials.detail.shown
    assert shown is not None
    aged = replace(shown, report=replace(shown.report, as_of=datetime(2026, 11, 20, tzinfo=UTC)))
    opened.shell.credentials.detail.show_details(aged, None)
    assert "It rests on what websites of issuers said on" in shown_text(opened.shell.credentials.detail)


def test_a_slow_website_keeps_nobody_from_the_file(opened: Driver, site: Site) -> None:
    answers, let_go, done = dict(site.pages), threading.Event(), threading.Event()

    def slow(page: Page) -> Page:
        def write(connection: socket.socket) -> None:
            assert let_go.wait(60)
            page(connection)

        return write

    site.pages.update({path: slow(page) for path, page in answers.items()})
    opened.keep(BADGE)
    opened.choose("First")
    press(opened, ONLINE)
    button(opened.shell.credentials.detail, "Ask this website").click()
    wait = QEventLoop()
    QTimer.singleShot(300, wait.quit)
    wait.exec()
    opened.tools.tasks.run_on_vault(lambda _: done.set(), opened.window)
    assert done.wait(5), "the file's own thread is free while the website is waited for"
    assert opened.tools.tasks.busy
    let_go.set()
    opened.settle()
    assert said(opened) == (Verdict.CHECK, Reason.NO_TRUST_LIST)


def test_a_hosted_badge_says_what_its_website_learns(opened: Driver, site: Site) -> None:
    badge = opened.folder / "hosted.json"
    at_host = {
        url.replace("school.example", HOST): json.dumps(document).replace("school.example", HOST).encode()
        for url, document in older_badges.published().items()
    }
    badge.write_bytes(at_host[f"https://{HOST}/assertions/1"])
    site.serve_documents(at_host)
    site.pages[f"{HOST}/assertions/1"] = answer(status="410 Gone")
    sheet = opened.add(badge)
    sheet.rows[0].tick.setChecked(True)
    sheet.save.click()
    opened.settle()
    opened.choose("")
    press(opened, ONLINE)
    panel = part(opened).question
    assert panel is not None
    assert "this very credential is checked" in shown_text(panel)
    press(opened, "Ask this website")
    assert part(opened).question is None
    assert said(opened) == (Verdict.INVALID, Reason.REVOKED)


def test_a_long_name_of_a_website_keeps_the_layout(opened: Driver, site: Site) -> None:
    del site
    opened.keep(BADGE)
    opened.choose("First")
    detail = opened.shell.credentials.detail
    long_name = f"{'a' * 63}.{'b' * 63}.example"
    part(opened).ask(SiteQuestion(long_name, of_one=True, came_from=long_name))
    opened.settle()
    middle = detail.findChild(Middle)
    assert middle is not None
    content = middle.widget()
    assert content is not None
    assert content.width() <= middle.viewport().width()
    panel = part(opened).question
    assert panel is not None
    assert panel.no.width() <= middle.viewport().width()
