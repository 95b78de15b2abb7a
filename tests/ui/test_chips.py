"""The chip is the worst of the lines below it: colours follow the policy, whatever the checks say."""

import itertools

import pytest

from wallet.ui.chips import LINE_ICONS, chip_of, line_colours, spoken_status
from wallet.verification.policy import decide
from wallet.verification.report import Check, CheckName, Outcome, Reason, Verdict

# From best to worst; "text3" says nothing either way.
_ORDER = ["text3", "ok", "warn", "wait", "bad"]


def every_check() -> list[Check]:
    reasons = (None, Reason.ENDS_SOON, Reason.LOOK_ALIKE_NAME, Reason.SCHEMA_BROKEN, Reason.UNSUPPORTED_SUITE)
    return [Check(name, outcome, reason) for name in CheckName for outcome in Outcome for reason in reasons]


def agree(checks: list[Check]) -> None:
    verdict, _ = decide(checks)
    worst = max(line_colours(checks), key=_ORDER.index)
    assert chip_of(verdict).token == ("ok" if worst == "text3" else worst), checks


@pytest.mark.parametrize(
    "check", every_check(), ids=lambda check: f"{check.name}-{check.outcome}-{check.reason}"
)
def test_a_line_is_never_worse_or_better_than_the_chip_it_makes(check: Check) -> None:
    agree([check])


def test_the_chip_is_the_worst_of_two_lines() -> None:
    for first, second in itertools.combinations(every_check(), 2):
        agree([first, second])


def test_every_chip_has_its_own_colour_shape_and_word() -> None:
    chips = [
        chip_of(Verdict.VERIFIED),
        chip_of(Verdict.CHECK),
        chip_of(Verdict.UNCHECKED),
        chip_of(Verdict.INVALID),
        chip_of(Verdict.VERIFIED, self_asserted=True),
    ]
    for feature in ("word", "icon", "token"):
        assert len({getattr(chip, feature) for chip in chips}) == 5


def test_what_cannot_be_read_is_not_valid() -> None:
    assert chip_of(Verdict.UNREADABLE) == chip_of(Verdict.INVALID)


def test_every_line_has_its_own_shape() -> None:
    assert len(set(LINE_ICONS.values())) == len(LINE_ICONS)


def test_the_reader_hears_why() -> None:
    assert spoken_status(Verdict.VERIFIED, None) == "Verified"
    assert spoken_status(Verdict.INVALID, Reason.SIGNATURE_INVALID).startswith("Not valid: Something")
