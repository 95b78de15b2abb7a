"""The look and the last file are remembered; a damaged memory is no error."""

from pathlib import Path

import pytest

from wallet.app.settings import THEMES, Settings, WindowPlace, load_settings, save_settings


def test_what_was_saved_is_remembered(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "settings.json"
    place = WindowPlace(-1200, 40, 1024, 600, fills_screen=True)
    settings = Settings(theme="dark", last_vault=tmp_path / "Zoë.lerwallet", window=place)
    save_settings(settings, path)
    assert load_settings(path) == settings


def test_a_later_save_wins(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    save_settings(Settings(theme="dark"), path)
    save_settings(Settings(theme="light"), path)
    assert load_settings(path) == Settings(theme="light")


def test_nothing_remembered_gives_the_defaults(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "none.json") == Settings(theme=THEMES[0], last_vault=None)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        '{"theme": 7, "last_vault": 7}',
        '{"theme": "pink", "last_vault": ""}',
        '{"window": [1, 2]}',
        '{"window": {"x": 1, "y": 2, "width": 0, "height": 9}}',
        '{"window": {"x": true, "y": 2, "width": 8, "height": 9}}',
        '{"window": {"x": 1, "y": 2, "width": 8e9, "height": 9}}',
    ],
)
def test_a_damaged_file_gives_the_defaults(tmp_path: Path, text: str) -> None:
    path = tmp_path / "settings.json"
    path.write_text(text)
    assert load_settings(path) == Settings()
