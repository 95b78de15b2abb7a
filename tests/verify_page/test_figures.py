"""The figures of the page: how long its verdict on one badge takes. They are printed and never judged."""

import statistics
from collections.abc import Callable

import pytest

from tests.assurance import rounds
from tests.benchmarks.page_times import OPENED_GOAL, READ_GOAL, SLOWED, badges, opened, read
from tests.verify_page.browser import Browser


@pytest.mark.long
def test_how_long_the_verdict_on_one_badge_takes(browser: Browser) -> None:
    times, made = rounds(1, 5), badges()
    measured: tuple[tuple[str, Callable[[Browser, str], tuple[float, str]], str], ...] = (
        (f"from opening the page to its verdict, processor {SLOWED}x slower", opened, OPENED_GOAL),
        ("from parsing to the verdict in the open page, full speed", read, READ_GOAL),
    )
    for words, measure, goal in measured:
        said = []
        for suite, fragment in made.items():
            found = [measure(browser, fragment) for _ in range(times)]
            assert {verdict for _, verdict in found} == {"check"}, suite
            said.append(f"{suite} {statistics.median(each for each, _ in found):.2f} s")
        print(f"{words}, median of {times}: {', '.join(said)} (goal {goal} s)")
