"""Our icons: one family, recoloured from the theme."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.shared_data import PROJECT
from wallet.errors import WalletError
from wallet.ui.icons import IconPainter

ICONS = sorted((PROJECT / "resources" / "icons").glob("*.svg"))
SOURCES = sorted((PROJECT / "wallet" / "ui").rglob("*.py"))


@pytest.mark.parametrize("path", ICONS, ids=lambda path: path.stem)
def test_an_icon_is_an_outline_of_the_family(path: Path) -> None:
    text = path.read_text()
    assert 'viewBox="0 0 24 24"' in text
    assert 'fill="none" stroke="currentColor" stroke-width="2"' in text
    assert not re.search(r"#[0-9a-fA-F]{3,8}|<image|<text|<script|href|style=|url\(", text)


def _words(sources: list[Path]) -> Iterator[str]:
    for source in sources:
        for node in ast.walk(ast.parse(source.read_text())):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value


def test_every_icon_is_used() -> None:
    used = set(_words(SOURCES))
    assert [path.stem for path in ICONS if path.stem not in used] == []


def test_an_icon_takes_the_colour_it_is_asked_for(qapp: QApplication) -> None:
    del qapp
    painter = IconPainter()
    for colour in ("#0e5a63", "#6ccfc8"):
        image = painter.pixmap("stop", colour, 24, 2.0, 0).toImage()
        drawn = {
            image.pixelColor(x, y).name()
            for x in range(48)
            for y in range(48)
            if image.pixelColor(x, y).alpha() == 255
        }
        assert drawn == {colour}


def test_space_after_an_icon_is_empty(qapp: QApplication) -> None:
    del qapp
    image = IconPainter().pixmap("stop", "#0e5a63", 24, 1.0, 8).toImage()
    assert image.width() == 32
    assert all(image.pixelColor(x, y).alpha() == 0 for x in range(24, 32) for y in range(24))


def test_an_icon_that_is_not_there_is_an_error(qapp: QApplication) -> None:
    del qapp
    with pytest.raises(WalletError):
        IconPainter().pixmap("no-such-icon", "#000000", 16, 1.0, 0)
