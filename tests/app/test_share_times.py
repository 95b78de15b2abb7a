"""The figure: how long it takes to cut a badge, sign the share and write it. It is printed and never judged."""

import statistics
from pathlib import Path

import pytest

from tests import selections
from tests.assurance import rounds
from tests.benchmarks.share_times import GOAL, seconds_to_share
from wallet.app.container import Services
from wallet.app.share_history import list_shares
from wallet.app.unlock import Vault
from wallet.app.verify_document import verify_bytes
from wallet.verification.report import Verdict


@pytest.mark.long
def test_a_badge_is_cut_signed_and_written(vault: Vault, services: Services, tmp_path: Path) -> None:
    times, said = rounds(2, 20), []
    for suite in selections.available_suites():
        seconds = seconds_to_share(vault, services, tmp_path, suite, times)
        said.append(f"{suite} {statistics.median(seconds):.3f} s")
        for number in range(times + 1):
            data = (tmp_path / f"{suite}-{number}.json").read_bytes()
            assert verify_bytes(data, services).verdict is Verdict.CHECK
    shares = list(list_shares(vault))
    assert len(shares) == (times + 1) * len(said)
    assert all(share.hidden for share in shares)
    print(f"derive and write a share of one badge, median of {times}: {', '.join(said)} (goal {GOAL} s)")
