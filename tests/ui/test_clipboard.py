"""What was copied: marked as secret, gone after ten seconds, at lock and at the end, never somebody else's."""

import pytest

from tests.sample_files import good
from tests.ui.driver import Driver
from wallet.ui.clipboard import KEPT_MILLISECONDS
from wallet.ui.widgets.disclosure import TechnicalDetails


@pytest.fixture
def copied(opened: Driver) -> Driver:
    opened.keep(good("laser-cutting.png"))
    opened.choose("Laser")
    details = opened.shell.credentials.detail.findChild(TechnicalDetails)
    assert details is not None
    details.button.click()
    assert "Laser" in opened.application.clipboard().text()
    return opened


def test_it_leaves_after_ten_seconds(copied: Driver) -> None:
    timer = copied.tools.clipboard.timer
    assert timer.isActive()
    assert timer.isSingleShot()
    assert timer.interval() == KEPT_MILLISECONDS == 10_000
    timer.timeout.emit()
    assert copied.application.clipboard().text() == ""
    assert not timer.isActive()


def test_programs_with_a_history_are_asked_to_leave_it_out(copied: Driver) -> None:
    data = copied.application.clipboard().mimeData()
    assert data is not None
    assert bytes(data.data("x-kde-passwordManagerHint").data()) == b"secret"
    assert data.hasFormat("org.nspasteboard.ConcealedType")
    assert any("CanIncludeInClipboardHistory" in kind for kind in data.formats())
    assert any("ExcludeClipboardContentFromMonitorProcessing" in kind for kind in data.formats())


def test_it_leaves_at_lock(copied: Driver) -> None:
    copied.window.lock()
    assert copied.application.clipboard().text() == ""
    assert not copied.tools.clipboard.timer.isActive()


def test_it_leaves_at_the_end(copied: Driver) -> None:
    copied.window.close()
    assert copied.application.clipboard().text() == ""


def test_what_is_meant_to_be_sent_on_stays_until_lock(opened: Driver) -> None:
    opened.tools.clipboard.copy("a report")
    opened.tools.clipboard.copy_to_send("https://school.example/check#1.22")
    assert not opened.tools.clipboard.timer.isActive()
    opened.window.lock()
    assert opened.application.clipboard().text() == ""


def test_what_somebody_else_copied_meanwhile_stays(copied: Driver) -> None:
    copied.application.clipboard().setText("a shopping list")
    copied.tools.clipboard.timer.timeout.emit()
    copied.window.lock()
    assert copied.application.clipboard().text() == "a shopping list"
