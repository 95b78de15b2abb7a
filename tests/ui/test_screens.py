"""The command that writes pictures of the real screens, and what can be told of every screen on its way.

Nothing is cut off, every pair of colours is one of the tested ones, and in Spanish no word of English is left.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from tests.assurance import FULL
from tests.ui.english_words import english_words
from tests.ui.readable import cut_off, shown_parts, untested_pairs
from wallet.ui import screens
from wallet.ui.languages import ENGLISH, SPANISH, wear
from wallet.ui.screen_variants import VARIANTS

HERE = ("small-spanish",)
"""The others run where the long runs have their full length."""


class Seeing(screens.Walk):
    """A walk that looks at each screen as it takes the picture."""

    faults: ClassVar[list[str]] = []

    def shot(self, name: str) -> None:
        super().shot(name)
        found = [*cut_off(self.window), *map(str, untested_pairs(self.window))]
        if self.variant.language == SPANISH:
            found += [f"English: {one}" for one in english_words(shown_parts(self.window))]
        type(self).faults += [f"{self.variant.name} {name}: {fault}" for fault in found]


@pytest.fixture
def _english_again(qapp: QApplication) -> Iterator[None]:
    Seeing.faults = []
    yield
    wear(qapp, ENGLISH)


@pytest.mark.long
@pytest.mark.slow
@pytest.mark.usefixtures("_english_again")
def test_every_screen_can_be_read_in_every_variant(tmp_path: Path) -> None:
    names = list(VARIANTS) if FULL else HERE
    variants = [VARIANTS[name] for name in names]
    said: list[str] = []
    written = screens.write_screens(tmp_path / "out", variants, say=said.append, walks=Seeing)
    assert len(written) == len(list((tmp_path / "out").iterdir())) > 50 * len(variants)
    sizes = {variant.name: variant.size for variant in variants}
    for path in written:
        size = max((name for name in sizes if path.name.startswith(f"{name}-")), key=len)
        image = QImage(str(path))
        width, height = sizes[size]
        assert image.width() == width
        assert image.height() == height or (path.stem == f"{size}-gallery" and image.height() > height)
        colours = {
            image.pixelColor(x, y).rgb()
            for x in range(0, image.width(), 16)
            for y in range(0, image.height(), 16)
        }
        assert len(colours) > 3, path.name
    assert Seeing.faults == []
    assert [line.partition(":")[0] for line in said] == names or tuple(names) == HERE
    print(f"screens looked at: {len(written)} in {len(names)} of {len(VARIANTS)} variants")


def test_every_way_to_look_at_a_screen_that_the_design_asks_for_is_a_variant() -> None:
    variants = VARIANTS.values()
    assert {variant.size for variant in variants} == {(1366, 768), (1024, 600)}
    assert {variant.theme for variant in variants} >= {"light", "dark", "high-contrast", "high-contrast-dark"}
    assert (125, SPANISH) in {(variant.text_size, variant.language) for variant in variants}
    assert 200 in {variant.text_size for variant in variants}
    assert all(re.fullmatch(r"[a-z0-9-]+", name) for name in VARIANTS)
