"""The command that writes pictures of the real screens."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from wallet.ui import screens


@pytest.mark.slow
def test_every_screen_is_written_and_none_is_empty(qapp: QApplication, tmp_path: Path) -> None:
    del qapp
    said: list[str] = []
    written = screens.write_screens(tmp_path / "out", themes=["dark"], sizes=[(1024, 600)], say=said.append)
    assert len(written) == len(list((tmp_path / "out").iterdir())) > 20
    for path in written:
        image = QImage(str(path))
        assert (image.width(), image.height()) == (1024, 600)
        colours = {image.pixelColor(x, y).rgb() for x in range(0, 1024, 16) for y in range(0, 600, 16)}
        assert len(colours) > 3, path.name
    assert said == [f"dark 1024x600: {len(written)} pictures"]
