"""A second start: it hands over a file or a link to the window that is open, which only ever opens a review."""

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtNetwork import QLocalSocket

from tests.sample_files import good
from tests.shared_data import PROJECT
from tests.ui.driver import Driver, shown_text
from wallet.ui import one_window
from wallet.ui.fresh_start import own_command
from wallet.ui.one_window import Door, Handed, asked_to_open, hand_over, is_own, meeting_place, read_handed
from wallet.ui.pages.add import AddPage
from wallet.ui.pages.add_row import AddRow
from wallet.verification.report import Verdict

# The platform of tests has no use for a window that wants to be in front.
pytestmark = pytest.mark.qt_log_ignore("does not support raise")


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    runtime = tmp_path / "run"
    runtime.mkdir(mode=0o700)
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(runtime))
    found = meeting_place()
    if found is None:
        pytest.skip("only where the path of a socket fits")
    return found


@pytest.fixture
def door(driver: Driver, place: str) -> Iterator[Door]:
    made = Door(place)
    made.knocked.connect(driver.window.take_handed)
    yield made
    made.close()


def knock(driver: Driver, place: str, data: bytes) -> bytes:
    """Another program says this; what it is answered."""
    guest = QLocalSocket()
    guest.connectToServer(place)
    assert guest.waitForConnected(2000)
    guest.write(data)
    guest.flush()
    driver.settle(100)
    return bytes(guest.readAll().data())


def line(*files: Path, link: str = "") -> bytes:
    return json.dumps({"files": [str(path) for path in files], "link": link}).encode() + b"\n"


def reviewed(driver: Driver) -> AddPage:
    sheet = driver.window.shell.sheet if driver.window.shell is not None else driver.window.check_sheet
    assert isinstance(sheet, AddPage)
    return sheet


def verdict_of(row: AddRow) -> Verdict | None:
    return row.finding.verdict


def share_link(driver: Driver) -> str:
    driver.make_file()
    driver.keep(good("small-soldering.json"))
    sheet = driver.share("Soldering")
    sheet.who.to.setText("Harbor Boat Works")
    for _ in range(2):
        sheet.next.click()
        driver.settle()
    sheet.how.tiles["link"].click()
    sheet.next.click()
    driver.settle()
    link = sheet.done.link.toPlainText()
    sheet.next.click()
    driver.settle()
    return "ler-wallet:" + link[link.index("#") :]


def test_what_follows_the_option_is_a_file_a_link_or_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    badge, dash = tmp_path / "año 1.json", tmp_path / "--shared"
    badge.write_text("{}")
    dash.write_text("{}")
    monkeypatch.chdir(tmp_path)
    address = QUrl.fromLocalFile(str(badge)).toString(QUrl.ComponentFormattingOption.FullyEncoded)
    words = [
        "ler-wallet",
        "--open",
        "--shared",
        address,
        "LER-Wallet:#1.07",
        "ler-wallet:#2",
        "javascript:alert(1)",
    ]
    words += ["https://evil.example/a.json", "file://server/share/a.json", "/", "missing.json", "a\0b", ""]
    assert asked_to_open(words) == Handed((str(dash), str(badge)), "LER-Wallet:#1.07")
    assert asked_to_open(["ler-wallet", str(badge)]) == Handed()
    assert len(asked_to_open(["--open", *[str(badge)] * 500]).files) == one_window.MOST


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n",
        b"[]",
        b'{"files": [], "link": "", "do": "save"}',
        b'{"files": ["relative.json"], "link": ""}',
        b'{"files": [1], "link": ""}',
        b'{"files": ["/a\\u0000b"], "link": ""}',
        b'{"files": [], "link": "https://evil.example"}',
        b'{"files": [], "link": ["ler-wallet:"]}',
        b'{"files": ' + json.dumps(["/a"] * 101).encode() + b', "link": ""}',
        b"\xff\xfe",
        b"[" * 100_000,
    ],
)
def test_what_makes_no_sense_is_not_taken(data: bytes) -> None:
    assert read_handed(data) is None


def test_a_file_handed_over_is_reviewed_and_not_kept(driver: Driver, door: Door, place: str) -> None:
    driver.make_file()
    assert door.open
    assert knock(driver, place, line(good("small-soldering.json"))) == b"taken\n"
    driver.settle()
    assert [verdict_of(row) for row in reviewed(driver).rows] == [Verdict.CHECK]
    assert "Soldering Basics" in shown_text(reviewed(driver))
    assert driver.names() == []


def test_with_the_file_locked_a_link_is_reviewed_and_the_file_stays_locked(
    driver: Driver, door: Door, place: str
) -> None:
    link = share_link(driver)
    driver.window.lock()
    driver.settle()
    assert knock(driver, place, line(link=link)) == b"taken\n"
    driver.settle()
    assert driver.window.shell is None
    assert [verdict_of(row) for row in reviewed(driver).rows] == [Verdict.CHECK]
    assert "credential in one file" in shown_text(reviewed(driver))
    assert door.open


def test_a_link_that_says_nothing_is_told_and_nothing_happens(driver: Driver, door: Door, place: str) -> None:
    driver.make_file()
    assert knock(driver, place, line(link="ler-wallet:delete?everything=yes")) == b"taken\n"
    driver.settle()
    assert driver.names() == []
    assert driver.vault_path.is_file()
    assert door.open


def test_the_open_file_handed_over_again_stays_open(driver: Driver, door: Door, place: str) -> None:
    driver.make_file()
    shell = driver.window.shell
    knock(driver, place, line(driver.vault_path))
    assert driver.window.shell is shell
    assert door.open


def test_too_much_and_nonsense_end_the_talk_and_the_next_is_heard(
    driver: Driver, door: Door, place: str
) -> None:
    driver.make_file()
    assert knock(driver, place, b"x" * (one_window.LONGEST + 10)) == b""
    assert knock(driver, place, b"GET / HTTP/1.1\r\n\r\n") == b""
    assert driver.window.shell is not None
    assert driver.window.shell.sheet is None
    assert knock(driver, place, line()) == b"taken\n"
    assert door.open


def test_nobody_there_means_a_window_of_its_own_and_a_left_socket_is_taken_over(place: str) -> None:
    assert not hand_over(Handed(), place)
    with socket.socket(socket.AF_UNIX) as left:
        left.bind(place)
    assert not hand_over(Handed(), place)
    made = Door(place)
    assert made.open
    made.close()


def test_a_place_that_others_may_write_to_is_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    (tmp_path / "ler-wallet").mkdir()
    (tmp_path / "ler-wallet").chmod(0o777)
    assert meeting_place() is None
    (tmp_path / "ler-wallet").rmdir()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "ler-wallet").symlink_to(tmp_path / "elsewhere")
    assert meeting_place() is None


def test_another_persons_end_is_refused(
    driver: Driver, door: Door, place: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = socket.socketpair()
    with first, second:
        assert is_own(first.fileno())
        monkeypatch.setattr(os, "geteuid", lambda: 54_321)
        assert not is_own(first.fileno())
        assert meeting_place() is None
    assert not hand_over(Handed(), place)
    assert knock(driver, place, line()) == b""
    assert door.open


def test_the_program_started_twice_is_one_window(tmp_path: Path, place: str) -> None:
    own = {
        "PATH": os.environ["PATH"],
        "HOME": str(tmp_path),
        "XDG_RUNTIME_DIR": str(Path(place).parent.parent),
    }
    own |= {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(PROJECT), "LC_ALL": "C.UTF-8"}
    command = [sys.executable, "-P", "-m", "wallet", "--open", str(good("small-soldering.json"))]
    with subprocess.Popen(command, env=own) as first:
        try:
            end = time.monotonic() + 60
            while not Path(place).exists() and time.monotonic() < end:
                assert first.poll() is None
                time.sleep(0.05)
            second = subprocess.run(command, env=own, timeout=60, check=False)
            assert second.returncode == 0, "it handed over, and ended"
            assert first.poll() is None
        finally:
            first.terminate()


def test_a_start_after_a_lock_opens_nothing_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.orig_argv", ["python", "-m", "wallet", "--open", "badge.json", "ler-wallet:#1"])
    assert list(own_command())[1:] == ["-m", "wallet"]
