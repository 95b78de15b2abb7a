"""The look as data: every pair of colours stays readable, in every theme."""

import re
from dataclasses import replace

import pytest
from PySide6.QtGui import QColor, QPalette

from wallet.app.settings import THEMES as SETTINGS_THEMES
from wallet.ui.theme.look import THEMES, ThemeChoice
from wallet.ui.theme.metrics import TEXT_SIZES, TYPE, Metrics
from wallet.ui.theme.palette import palette
from wallet.ui.theme.stylesheet import stylesheet
from wallet.ui.theme.tokens import DARK, LIGHT, PAIRS, STRONG_LIGHT, Tokens, contrast

# The figures of the design reference: (foreground, background) -> light, dark.
PUBLISHED = {
    ("text", "bg"): (13.7, 15.9),
    ("text", "surface"): (15.2, 14.1),
    ("text", "sunken"): (12.6, 16.7),
    ("text2", "bg"): (6.8, 10.1),
    ("text2", "surface"): (7.5, 9.0),
    ("text2", "sunken"): (6.2, 10.6),
    ("text3", "bg"): (5.1, 7.5),
    ("text3", "surface"): (5.6, 6.7),
    ("text3", "sunken"): (4.6, 7.9),
    ("primary", "bg"): (7.1, 9.7),
    ("primary", "surface"): (7.9, 8.6),
    ("on_primary", "primary"): (7.9, 8.5),
    ("on_primary", "primary_hover"): (10.5, 10.0),
    ("on_primary_soft", "primary_soft"): (8.8, 9.5),
    ("ok", "ok_soft"): (6.0, 7.8),
    ("warn", "warn_soft"): (5.8, 8.0),
    ("bad", "bad_soft"): (5.9, 7.4),
    ("wait", "wait_soft"): (6.8, 7.7),
    ("self", "self_soft"): (6.8, 7.8),
    ("text", "ok_soft"): (12.9, 12.1),
    ("text", "warn_soft"): (13.0, 12.2),
    ("text", "bad_soft"): (12.3, 13.4),
    ("line_strong", "surface"): (4.0, 4.6),
    ("line_strong", "bg"): (3.6, 5.2),
    ("focus", "surface"): (5.8, 7.9),
    ("focus", "bg"): (5.3, 8.9),
}


def too_faint(tokens: Tokens) -> list[tuple[str, str]]:
    return [
        (pair.foreground, pair.background)
        for pair in PAIRS
        if contrast(tokens[pair.foreground], tokens[pair.background]) < pair.needs(tokens)
    ]


@pytest.mark.parametrize("tokens", THEMES.values(), ids=list(THEMES))
def test_every_pair_is_readable(tokens: Tokens) -> None:
    assert too_faint(tokens) == []


@pytest.mark.parametrize("tokens", THEMES.values(), ids=list(THEMES))
def test_a_changed_colour_that_breaks_a_pair_is_found(tokens: Tokens) -> None:
    assert ("text3", "sunken") in too_faint(
        replace(tokens, text3=tokens.line_strong, sunken=tokens.line_strong)
    )


@pytest.mark.parametrize("tokens", THEMES.values(), ids=list(THEMES))
def test_words_and_ground_that_one_rule_of_the_style_sheet_sets_are_a_pair(tokens: Tokens) -> None:
    names = {tokens[name]: name for name in tokens.__dataclass_fields__}
    known = {(tokens[pair.foreground], tokens[pair.background]) for pair in PAIRS}
    found = 0
    for body in re.findall(r"\{([^{}]*)\}", stylesheet(tokens, Metrics())):
        said = dict(re.findall(r"(?<![\w-])(color|background): (#[0-9A-Fa-f]{6})", body))
        if len(said) == 2:
            found += 1
            assert (said["color"], said["background"]) in known, body + str(names)
    assert found > 10


def test_strong_contrast_asks_for_more() -> None:
    pair = PAIRS[0]
    assert pair.needs(LIGHT) < pair.needs(STRONG_LIGHT) == 7
    assert len(set(THEMES.values())) == len(THEMES) == len(ThemeChoice) - 1
    assert set(SETTINGS_THEMES) == set(ThemeChoice)


def test_the_published_figures_are_these_colours() -> None:
    checked = {(pair.foreground, pair.background) for pair in PAIRS}
    assert set(PUBLISHED) <= checked
    for (foreground, background), figures in PUBLISHED.items():
        for tokens, figure in zip((LIGHT, DARK), figures, strict=True):
            assert contrast(tokens[foreground], tokens[background]) == pytest.approx(figure, abs=0.06)


def test_contrast_is_the_one_of_wcag() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)
    assert contrast("#123456", "#123456") == pytest.approx(1)


@pytest.mark.parametrize("tokens", THEMES.values(), ids=list(THEMES))
def test_the_palette_has_no_colour_of_the_system(tokens: Tokens) -> None:
    known = {QColor(tokens[name]).name() for name in tokens.__dataclass_fields__}
    made = palette(tokens)
    for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive, QPalette.ColorGroup.Disabled):
        for role in QPalette.ColorRole:
            if role not in (QPalette.ColorRole.NoRole, QPalette.ColorRole.NColorRoles):
                assert made.color(group, role).name() in known, role


@pytest.mark.parametrize("tokens", THEMES.values(), ids=list(THEMES))
def test_the_style_sheet_has_no_colour_of_its_own(tokens: Tokens) -> None:
    known = {tokens[name] for name in tokens.__dataclass_fields__}
    assert set(re.findall(r"#[0-9A-Fa-f]{6}", stylesheet(tokens, Metrics()))) <= known


def test_the_style_sheet_never_styles_all_widgets() -> None:
    selectors = re.findall(r"^([^{}\n]+)\{", stylesheet(LIGHT, Metrics()), re.MULTILINE)
    assert not [rule for rule in selectors if rule.strip() in ("QWidget", "*")]


@pytest.mark.parametrize("per_cent", TEXT_SIZES)
def test_the_text_size_multiplies_type_and_space(per_cent: int) -> None:
    metrics = Metrics(per_cent)
    assert metrics.px(100) == per_cent
    for name, role in TYPE.items():
        assert metrics.font_px(name) == pytest.approx(role.size * per_cent / 100, abs=0.5)


def test_no_words_are_smaller_than_a_chip() -> None:
    assert min(role.size for role in TYPE.values()) == TYPE["chip"].size == 12.5
