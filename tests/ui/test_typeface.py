"""The window's typeface, where set-up could take it."""

from pathlib import Path

import pytest
from PySide6.QtGui import QFontDatabase, QFontInfo, QRawFont
from PySide6.QtWidgets import QApplication

import fetch_fonts
from wallet import resources
from wallet.ui import application
from wallet.ui.theme.look import FAMILY, Look, ThemeChoice

_SPANISH = "Il1O0áéíóúñüÁÉÍÓÚÑÜ¿¡«»"

taken = pytest.mark.skipif(
    not fetch_fonts.is_current(), reason="only where set-up could take the window's typeface"
)


@taken
def test_every_weight_of_the_typeface_is_used(qapp: QApplication) -> None:
    assert FAMILY in QFontDatabase.families()
    assert {"Regular", "SemiBold", "Bold"} <= set(QFontDatabase.styles(FAMILY))
    look = Look(qapp, ThemeChoice.LIGHT, 100)
    for role, weight in (("body", 400), ("card", 600), ("page", 700)):
        found = QFontInfo(look.font(role))
        assert (found.family(), found.weight()) == (FAMILY, weight), role


@taken
def test_it_draws_every_letter_of_both_languages(qapp: QApplication) -> None:
    font = QRawFont.fromFont(Look(qapp, ThemeChoice.LIGHT, 100).font("body"))
    assert font.familyName().startswith(FAMILY)
    assert [letter for letter in _SPANISH if not font.supportsCharacter(ord(letter))] == []
    assert len({font.glyphIndexesForString(letter)[0] for letter in _SPANISH}) == len(_SPANISH)


def test_without_the_typeface_the_window_opens_all_the_same(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    loaded: list[str] = []

    def refuse(name: str) -> int:
        loaded.append(Path(name).name)
        return -1

    monkeypatch.setattr(QFontDatabase, "addApplicationFont", refuse)
    monkeypatch.setattr(resources, "list_names", lambda *_: ())
    application._load_fonts()
    assert loaded == []
    names = ("a.woff", "a.woff2", "LICENSE.txt", "b.woff")
    monkeypatch.setattr(resources, "list_names", lambda *_: names)
    monkeypatch.setattr(resources, "locate", tmp_path.joinpath)
    application._load_fonts()
    assert loaded == ["a.woff2", "a.woff", "b.woff"]
    # the system's own is next in line; on a machine without any, Qt names the one that was loaded before
    families = Look(qapp, ThemeChoice.LIGHT, 100).font("body").families()
    assert families == [FAMILY, qapp.font().family()]
