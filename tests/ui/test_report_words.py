"""What a report says on the screens."""

import pytest

from wallet.credentials.model import Result, ResultDescription
from wallet.ui.report_words import result_line


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
