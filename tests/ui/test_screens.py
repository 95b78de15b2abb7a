"""The command that writes pictures of the real screens, and what can be told of every screen on its way.

Nothing is cut off, every pair of colours is one of the tested ones, in Spanish no word of English is left, and every
control has a name, is large enough, is reached with Tab and shows that it has the focus. No page is left out.
"""

import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path
from typing import ClassVar

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from tests.assurance import FULL
from tests.ui import controls
from tests.ui.driver import Driver
from tests.ui.english_words import english_words
from tests.ui.other_pages import other_pages
from tests.ui.readable import cut_off, shown_parts, untested_pairs
from wallet.ui import pages, screens, widgets
from wallet.ui.languages import ENGLISH, SPANISH, wear
from wallet.ui.pages.share.making import Making
from wallet.ui.screen_variants import VARIANTS

HERE = ("small-spanish",)
"""The others run where the long runs have their full length."""


class Seeing(screens.Walk):
    """A walk that looks at each screen as it takes the picture."""

    faults: ClassVar[list[str]] = []
    barred: ClassVar[list[str]] = []
    known: ClassVar[set[object]] = set()
    came: ClassVar[set[type]] = set()

    @classmethod
    def use(cls, window: QWidget, name: str) -> None:
        """Looks at it as somebody with a keyboard and a screen reader."""
        cls.came |= {type(one) for one in QApplication.allWidgets() if one.isVisible()}
        found = [*controls.usable(window), *controls.hidden_focus(window, cls.known)]
        cls.barred += [f"{name}: {fault}" for fault in found]

    def shot(self, name: str) -> None:
        super().shot(name)
        type(self).use(self.window, f"{self.variant.name} {name}")
        found = [*cut_off(self.window), *map(str, untested_pairs(self.window))]
        if self.variant.language == SPANISH:
            found += [f"English: {one}" for one in english_words(shown_parts(self.window))]
        type(self).faults += [f"{self.variant.name} {name}: {fault}" for fault in found]


@pytest.fixture
def _english_again(qapp: QApplication) -> Iterator[None]:
    Seeing.faults, Seeing.barred, Seeing.known, Seeing.came = [], [], set(), set()
    yield
    wear(qapp, ENGLISH)


def all_parts() -> Iterator[type[QWidget]]:
    """Every kind of page, sheet, dialog and part the window is made of; what is never in sight left out."""
    for package in (pages, widgets):
        for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
            for kind in vars(importlib.import_module(module.name)).values():
                own = isinstance(kind, type) and kind.__module__ == module.name
                if own and issubclass(kind, QWidget) and kind is not Making:
                    yield kind


@pytest.mark.qt_log_ignore("plugin does not support")  # of windows: the platform of tests has none
@pytest.mark.long
@pytest.mark.slow
@pytest.mark.usefixtures("_english_again")
def test_every_screen_can_be_read_and_used_in_every_variant(tmp_path: Path, driver: Driver) -> None:
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
    wear(driver.application, ENGLISH)
    for name, window in other_pages(driver):
        Seeing.use(window, name)
    assert Seeing.barred == []
    assert [kind for kind in all_parts() if not any(issubclass(one, kind) for one in Seeing.came)] == []
    assert Seeing.faults == []
    assert [line.partition(":")[0] for line in said] == names or tuple(names) == HERE
    print(
        f"screens looked at and gone through by keyboard: {len(written)} in {len(names)} of {len(VARIANTS)} variants"
    )


def test_every_way_to_look_at_a_screen_that_the_design_asks_for_is_a_variant() -> None:
    variants = VARIANTS.values()
    assert {variant.size for variant in variants} == {(1366, 768), (1024, 600)}
    assert {variant.theme for variant in variants} >= {"light", "dark", "high-contrast", "high-contrast-dark"}
    assert (125, SPANISH) in {(variant.text_size, variant.language) for variant in variants}
    assert 200 in {variant.text_size for variant in variants}
    assert all(re.fullmatch(r"[a-z0-9-]+", name) for name in VARIANTS)
