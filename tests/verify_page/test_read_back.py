"""The figure: QR codes that are drawn and not read back by the page, over random shares."""

from pathlib import Path

import pytest

from tests.assurance import rounds
from tests.sharing.random_codes import draw_codes
from tests.verify_page.browser import Browser


@pytest.mark.long
def test_every_code_of_a_share_is_read_back_by_the_page(browser: Browser, tmp_path: Path) -> None:
    """What comes out is the share: its signatures hold, and the badge in it has its title."""
    count, unread = rounds(12, 300), []
    for number, code in enumerate(draw_codes(count)):
        path = tmp_path / f"{number}{code.suffix}"
        path.write_bytes(code.picture)
        shown = browser.choose(path)
        if shown.verdict != "check" or code.title not in shown.text:
            unread.append((path.name, shown.verdict, shown.fault))
    print(f"{count} QR codes of random shares, PNG and SVG: not read back by the page {len(unread)}")
    assert unread == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"<path fill", b"<script>alert(1)</script><path fill"),
        (b'd="M', b'd="M9999 0h1v1h-1zM'),
        (b"</svg>", b""),
        (b"<svg ", b'<svg onload="alert(1)" '),
    ],
)
def test_a_drawing_of_another_kind_is_not_looked_at(
    browser: Browser, tmp_path: Path, old: bytes, new: bytes
) -> None:
    code = next(code for code in draw_codes(3) if code.suffix == ".svg")
    (tmp_path / "good.svg").write_bytes(code.picture)
    assert browser.choose(tmp_path / "good.svg").verdict == "check"
    assert code.picture.count(old) >= 1
    (tmp_path / "other.svg").write_bytes(code.picture.replace(old, new, 1))
    shown = browser.choose(tmp_path / "other.svg")
    assert (shown.verdict, bool(shown.fault)) == ("", True)
