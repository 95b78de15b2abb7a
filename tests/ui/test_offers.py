"""An issuer's offer at the window: the website is named first, what it offers next, and what comes is looked at."""

import json
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from tests.credential_issuers import (
    BADGE,
    HOST,
    TOKEN_BADGE,
    Exchanger,
    OpenIdIssuer,
    browse,
    display,
    json_page,
)
from tests.sharing.pictures import code_png
from tests.sites import Site, client_for, one_site, raw
from tests.ui.driver import Driver, button, shown_text
from wallet.app import offer_steps, online, promise_steps
from wallet.ui.one_window import Handed
from wallet.ui.pages.add import AddPage
from wallet.ui.pages.offer_sheet import OfferSheet
from wallet.ui.tools import Tools
from wallet.verification.report import Verdict

# The platform of tests has no use for a window that wants to be in front.
pytestmark = pytest.mark.qt_log_ignore("does not support raise")

OTHER = "access.example"


@pytest.fixture(scope="module")
def _site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with one_site(tmp_path_factory.mktemp("site"), HOST, OTHER) as made:
        yield made


@pytest.fixture
def site(_site: Site, monkeypatch: pytest.MonkeyPatch) -> Site:
    _site.pages.clear()
    _site.seen.clear()
    _site.connections = 0
    for module in (online, offer_steps, promise_steps):
        monkeypatch.setattr(module, "new_client", lambda consent: client_for(_site, consent))
    return _site


@pytest.fixture
def issuer(site: Site) -> OpenIdIssuer:
    return OpenIdIssuer(site)


@pytest.fixture
def opened(standing: Driver, site: Site) -> Iterator[Driver]:
    """The window of the module; what a test left open is left."""
    del site
    standing.window.message_bar.clear()
    standing.web.clear()
    yield standing
    shell = standing.window.shell
    if shell is not None and isinstance(shell.sheet, AddPage | OfferSheet):
        shell.sheet.leave()
        standing.settle()


def offer(driver: Driver, text: str) -> OfferSheet:
    """The sheet for a link that was dropped, pasted or handed over."""
    driver.shell.add_text(text)
    driver.settle()
    return sheet_of(driver)


def sheet_of(driver: Driver) -> OfferSheet:
    sheet = driver.shell.sheet
    assert isinstance(sheet, OfferSheet)
    return sheet


def press(driver: Driver, widget: QWidget, name: str) -> None:
    button(widget, name).click()
    driver.settle()


def seen(driver: Driver, text: str) -> OfferSheet:
    """The sheet after a yes to the website."""
    sheet = offer(driver, text)
    press(driver, sheet, "Ask this website")
    return sheet


def reviewed(driver: Driver) -> AddPage:
    sheet = driver.shell.sheet
    assert isinstance(sheet, AddPage)
    return sheet


def save(driver: Driver) -> None:
    reviewed(driver).save.click()
    driver.settle()


def test_the_website_is_named_before_it_is_asked_then_what_it_offers(
    opened: Driver, issuer: OpenIdIssuer
) -> None:
    sheet = offer(opened, issuer.link())
    assert sheet.panel is not None
    assert f"May we ask {HOST}?" in shown_text(sheet.panel)
    assert sheet.panel.no.hasFocus()
    assert issuer.site.connections == 0
    assert not sheet.take.isVisible()
    press(opened, sheet, "Ask this website")
    said = shown_text(sheet.about)
    assert said.index(HOST) < said.index("“School of the test”")
    assert "Nobody checked that." in said
    assert "“Laser cutting”" in said
    assert "token" not in issuer.said, "nothing is taken before the yes"
    assert sheet.cancel.hasFocus()


def test_what_came_is_looked_at_and_kept_on_save(opened: Driver, issuer: OpenIdIssuer) -> None:
    sheet = seen(opened, issuer.link())
    press(opened, sheet, "Take it")
    page = reviewed(opened)
    (line,) = page.rows
    assert line.finding.verdict is Verdict.CHECK
    assert "Given to you." in line.place.text()
    assert "save it, or it is gone" in page.once.text()
    before = len(opened.names())
    save(opened)
    assert len(opened.names()) == before + 1
    (told,) = [one for one in issuer.site.seen if one.target.endswith("/told")]
    assert "credential_accepted" in told.text


def test_a_no_asks_nobody(opened: Driver, issuer: OpenIdIssuer) -> None:
    sheet = offer(opened, issuer.link())
    press(opened, sheet, "Do not ask it")
    assert issuer.site.connections == 0
    assert sheet.trouble.isVisible()
    assert not sheet.take.isVisible()


def test_a_code_is_asked_for_and_a_wrong_one_can_be_typed_again(opened: Driver, issuer: OpenIdIssuer) -> None:
    issuer.transaction_code = "4937"
    sheet = seen(opened, issuer.link())
    assert "“Look into your mail.”" in shown_text(sheet.about)
    assert "It has 4 characters." in shown_text(sheet.about)
    assert sheet.code.hasFocus()
    assert not sheet.take.isEnabled()
    sheet.code.setText("1111")
    press(opened, sheet, "Take it")
    assert "does not take this code" in shown_text(sheet.trouble)
    sheet.code.setText("4937")
    press(opened, sheet, "Take it")
    assert len(reviewed(opened).rows) == 1


def test_a_sign_in_goes_through_the_browser(
    opened: Driver, issuer: OpenIdIssuer, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[tuple[int, str]] = []

    def open_web(_tools: Tools, address: str) -> bool:
        threading.Thread(target=lambda: shown.append(browse(issuer.site, address)), daemon=True).start()
        return True

    sheet = seen(opened, issuer.sign_in_link())
    assert f"You sign in at {HOST}" in shown_text(sheet.about)
    monkeypatch.setattr(opened, "_open_web", open_web)
    monkeypatch.setattr(type(opened.tools), "open_web", open_web)
    press(opened, sheet, "Sign in and take it")
    assert len(reviewed(opened).rows) == 1
    assert [status for status, _ in shown] == [200]
    assert "Go back to the wallet." in shown[0][1]


def test_leaving_ends_the_waiting_for_the_browser(opened: Driver, issuer: OpenIdIssuer) -> None:
    sheet = seen(opened, issuer.sign_in_link())
    button(sheet, "Sign in and take it").click()
    for _ in range(50):
        opened.application.processEvents()
        if opened.web:
            break
        threading.Event().wait(0.1)
    assert opened.web[0].startswith(f"https://{HOST}/registrar/authorize?")
    assert "Sign in at" in sheet.waiting.text()
    sheet.leave()
    opened.settle()
    assert not opened.tools.tasks.busy
    assert opened.shell.sheet is None


def test_another_site_is_asked_about_too(opened: Driver, issuer: OpenIdIssuer) -> None:
    issuer.metadata["authorization_servers"] = [f"https://{OTHER}"]
    issuer.server["issuer"] = f"https://{OTHER}"
    issuer.site.pages[f"{OTHER}/.well-known/oauth-authorization-server"] = json_page(issuer.server)
    sheet = seen(opened, issuer.link())
    assert sheet.panel is not None
    assert f"May we ask {OTHER}?" in shown_text(sheet.panel)
    assert f"{HOST} sends us there." in shown_text(sheet.panel)
    press(opened, sheet, "Do not ask it")
    assert sheet.trouble.isVisible()
    assert not any(one.host.startswith(OTHER) for one in issuer.site.seen)


def test_a_picture_and_a_pasted_text_lead_there(opened: Driver, issuer: OpenIdIssuer, tmp_path: Path) -> None:
    picture = tmp_path / "offer.png"
    picture.write_bytes(code_png(issuer.link()))
    text = tmp_path / "offer.json"
    text.write_text(json.dumps(issuer.offer()))
    for path in (picture, text):
        page = opened.add(path)
        (line,) = page.rows
        assert not line.tick.isEnabled()
        press(opened, line, f"See what is offered: {line.finding.name}")
        assert f"May we ask {HOST}?" in shown_text(sheet_of(opened))
        sheet_of(opened).leave()
        opened.settle()
    page = opened.shell.open_add()
    page.paste.setChecked(True)
    page.paste_panel.text.setPlainText(f" {issuer.link()}\n")
    page.paste_panel.check.click()
    opened.settle()
    assert f"May we ask {HOST}?" in shown_text(sheet_of(opened))
    assert issuer.site.connections == 0


def test_a_link_from_the_system_asks_first(opened: Driver, site: Site) -> None:
    link = Exchanger(site).older_link
    opened.window.take_handed(Handed((), link))
    opened.settle()
    sheet = sheet_of(opened)
    assert f"May we ask {HOST}?" in shown_text(sheet)
    press(opened, sheet, "Ask this website")
    assert "does not say what before it hands it out" in shown_text(sheet.about)
    assert site.connections == 0, "an exchange is begun with the yes only"
    press(opened, sheet, "Take it")
    assert len(reviewed(opened).rows) == 1


def test_hostile_names_are_text(opened: Driver, issuer: OpenIdIssuer) -> None:
    name = '<img src="file:///etc/passwd"><h1>Verified</h1>\u202e'
    issuer.metadata["display"] = [{"name": name}]
    issuer.metadata["credential_configurations_supported"][BADGE]["credential_metadata"] = display(name * 3)
    sheet = seen(opened, issuer.link())
    assert "<h1>" in shown_text(sheet.about).replace("\u200b", "")
    labels = sheet.about.findChildren(QLabel)
    assert len(labels) > 3
    assert {label.textFormat().name for label in labels} == {"PlainText"}
    assert "\u202e" not in shown_text(sheet.about)


def test_what_did_not_come_is_told_and_the_rest_is_looked_at(opened: Driver, issuer: OpenIdIssuer) -> None:
    issuer.datasets = {BADGE: ["first", "second"]}
    hand_out = issuer._hand_out
    issuer._hand_out = lambda kind: hand_out(kind) if issuer.handed < 1 else raw(b"HTTP/1.1 200 OK\r\n\r\n{")  # type: ignore[method-assign]
    sheet = seen(opened, issuer.link())
    press(opened, sheet, "Take it")
    assert len(reviewed(opened).rows) == 1
    assert "1 of the credentials did not come." in shown_text(opened.window.message_bar)


def test_an_offer_that_is_used_up_says_so(opened: Driver, issuer: OpenIdIssuer) -> None:
    issuer.codes.clear()
    sheet = seen(opened, issuer.link())
    press(opened, sheet, "Take it")
    assert "does not take this code" in shown_text(sheet.trouble)
    assert opened.shell.sheet is sheet


def test_what_is_ready_later_is_asked_for_in_the_add_sheet(
    opened: Driver, issuer: OpenIdIssuer, monkeypatch: pytest.MonkeyPatch
) -> None:
    issuer.postpones = 1
    sheet = seen(opened, issuer.link(TOKEN_BADGE))
    press(opened, sheet, "Take it")
    assert "1 credential will be ready later." in shown_text(opened.window.message_bar)
    page = opened.shell.open_add()
    opened.settle()
    assert page.promised is not None
    assert f"{HOST} will have “OpenBadgeCredential” for you." in page.promised.lines.text()
    assert not page.promised.ask.isEnabled(), "the issuer does not want to be asked so soon"
    later = opened.tools.now().replace(hour=23)
    monkeypatch.setattr(type(opened.tools), "now", lambda _tools: later)
    page.promised.refresh()
    opened.settle()
    press(opened, page, "Ask whether it is ready")
    press(opened, page, "Ask this website")
    assert len(page.rows) == 1
    assert not page.promised.isVisible()
    assert issuer.said["deferred"]


def test_the_reason_for_an_offer_that_needs_more_is_told(opened: Driver, issuer: OpenIdIssuer) -> None:
    issuer.metadata["credential_configurations_supported"][BADGE]["format"] = "mso_mdoc"
    sheet = seen(opened, issuer.link())
    assert "needs something that this version cannot do" in shown_text(sheet.trouble)
    assert not sheet.take.isVisible()
