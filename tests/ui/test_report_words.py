"""What a report says on the screens."""

import pytest

from tests import issuing
from tests.verification import test_shared_by as sharing
from wallet.credentials.model import Result, ResultDescription
from wallet.ui.report_words import check_lines, result_line


@pytest.mark.parametrize(
    ("result", "line"),
    [
        (Result("92", "Failed", "Master"), "Score: 92, Master, not passed"),
        (Result("92", None, None), "Score: 92"),
        (Result(None, "Completed", None), "Score: completed"),
        (Result("Pass", "Pass", None), "Score: Pass"),
    ],
)
def test_a_result_keeps_its_value_level_and_status(result: Result, line: str) -> None:
    described = ResultDescription("r", "Score")
    assert result_line(Result(result.value, result.status, result.achieved_level, described)) == line


def test_a_share_says_by_whose_key_each_credential_was_shared() -> None:
    given = {"Mine": sharing.HOLDER.id, "Old": sharing.OTHER.id, "Mailed": "mailto:ann@learner.example"}
    badges = {
        name: sharing.badge({"id": one}, id=f"urn:uuid:{name}", name=name) for name, one in given.items()
    }

    def said(*names: str) -> list[tuple[str, str]]:
        made = issuing.presentation(sharing.HOLDER, *(badges[name] for name in names))
        return [(one.token, one.line) for one in check_lines(issuing.verify(made)) if "given to" in one.line]

    assert said("Old") == [("warn", "Shared by another key than the one it was given to")]
    assert said("Mine", "Old", "Mailed") == [
        ("warn", "Shared by another key than the one it was given to: Old"),
        ("ok", "Shared by the key it was given to: Mine"),
        ("text3", "Whom it was given to could not be compared: Mailed"),
    ]
    # one answer for all needs no names
    assert said("Mine", "Mine") == [("ok", "Shared by the key it was given to")]
    # what nobody shared has no such line
    alone = issuing.verify(badges["Old"])
    assert not [one for one in check_lines(alone) if "given to" in one.line]
