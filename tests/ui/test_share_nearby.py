"""In the same room, end to end: the window serves, the code is read from its pixels, a browser opens what it says."""

import socket
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from build_verify_page import OUT
from tests.sample_files import good
from tests.ui.driver import Driver, shown_text
from tests.ui.test_share import to_how
from tests.verify_page.browser import Browser, require_browser
from wallet.sharing.qr_reader import read_codes
from wallet.ui.pages.share.sheet import DONE, ShareSheet
from wallet.ui.places import SHARING

pytestmark = pytest.mark.skipif(
    not OUT.is_file(), reason="only where the page for receivers could be built (Node and npm)"
)


@pytest.fixture
def sheet(opened: Driver) -> ShareSheet:
    opened.keep(good("small-soldering.json"))
    sheet = to_how(opened)
    sheet.how.tiles["nearby"].click()
    sheet.next.click()
    opened.settle()
    assert sheet.steps.index == DONE
    return sheet


@pytest.fixture
def phone(tmp_path: Path) -> Iterator[Browser]:
    require_browser()
    browser = Browser(tmp_path / "chromium")
    yield browser
    browser.close()


def scanned(driver: Driver, sheet: ShareSheet, picture: Path) -> str:
    """What a camera reads from the window."""
    sheet.done.code.grab().save(str(picture))
    driver.settle()
    (text,) = read_codes(picture.read_bytes())
    return text


def is_open(link: str) -> bool:
    where = urlsplit(link)
    try:
        socket.create_connection((where.hostname or "", where.port or 0), timeout=5).close()
    except OSError:
        return False
    return True


def test_a_phone_scans_the_code_and_sees_the_verdict(
    opened: Driver, sheet: ShareSheet, phone: Browser, tmp_path: Path
) -> None:
    assert "same network" in shown_text(sheet.done.room)
    assert sheet.done.room.count.text() == "Nobody has opened it yet"
    link = scanned(opened, sheet, tmp_path / "code.png")
    assert link.startswith("http://127.0.0.1:")
    # The browser counts this computer's own address as safe; under another name it is as on a phone: plain http.
    shown = phone.open(page=link.replace("127.0.0.1", "lan.example"))
    assert phone.driver.execute_script("return isSecureContext") is False
    assert shown.verdict == "check"
    assert "Soldering Basics" in shown.text
    assert "Harbor Boat Works" in shown.text
    assert phone.open(page=link).verdict == "check"
    assert {urlsplit(url).port for url in phone.requests()} == {urlsplit(link).port}
    sheet.done.room.look()
    assert sheet.done.room.count.text() == "Opened 2 times"
    assert phone.open(page=link[:-1] + ("1" if link[-1] != "1" else "2")).verdict != "check"


def test_it_is_recorded_with_the_very_link(opened: Driver, sheet: ShareSheet, tmp_path: Path) -> None:
    link = scanned(opened, sheet, tmp_path / "code.png")
    sheet.next.click()
    opened.shell.show_place(SHARING)
    opened.settle()
    assert "in the same room" in shown_text(opened.shell.sharing)
    wallet = opened.shell._wallet
    kept: list[str] = []
    opened.tools.tasks.run_on_vault(
        lambda _job: kept.append(wallet.share(wallet.shares()[0].id).text), opened.window
    )
    opened.settle()
    assert kept == [link]


@pytest.mark.parametrize("how", ["button", "close", "elsewhere", "lock", "idle", "quit"])
def test_it_ends(opened: Driver, sheet: ShareSheet, tmp_path: Path, how: str) -> None:
    link = scanned(opened, sheet, tmp_path / "code.png")
    assert is_open(link)
    if how == "button":
        sheet.done.room.end.click()
        assert sheet.done.code.isHidden()
        assert "It has ended" in shown_text(sheet.done.room)
    elif how == "close":
        sheet.next.click()
    elif how == "elsewhere":
        opened.window.menus.actions[SHARING].trigger()
    elif how == "lock":
        opened.window.lock()
    elif how == "idle":
        for _ in range(2):
            opened.seconds += opened.window.guard.limit
            opened.window.guard.look()
        assert opened.window.shell is None
    else:
        opened.window.close()
    opened.settle()
    assert not is_open(link)


def test_without_a_network_it_says_so_and_stays(opened: Driver) -> None:
    from wallet.errors import ExchangeError, Reason  # noqa: PLC0415

    opened.keep(good("small-soldering.json"))
    services = opened.surroundings.services

    def alone() -> str:
        raise ExchangeError(Reason.NO_LOCAL_NETWORK)

    object.__setattr__(services, "local_address", alone)
    sheet = to_how(opened)
    sheet.how.tiles["nearby"].click()
    sheet.next.click()
    opened.settle()
    assert sheet.steps.index != DONE
    assert "in no local network" in shown_text(opened.window.message_bar)
    assert sheet.next.isEnabled()
