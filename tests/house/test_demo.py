"""The demo must not call a broken wallet a good one; the whole walk is a journey of its own (`run.py demo`)."""

import json
import shlex
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from house import demo
from house.demo import Demo, checks_in_words, clear, kept_as, manifest, verdict_problems, with_a_flipped_bit
from house.demo_wallet import DemoWallet, Said


def results() -> list[dict[str, Any]]:
    """An import that says of every sample what the manifest says."""
    return [
        {
            "input": f"/somewhere/{sample['file']}",
            "verdict": kept_as(sample)[0],
            "reason": kept_as(sample)[1] or None,
        }
        for sample in manifest()["sample"]
    ]


def test_an_import_that_agrees_with_the_manifest_has_no_problems() -> None:
    assert verdict_problems(manifest()["sample"], results()) == []


@pytest.mark.parametrize(
    ("file", "is_fine"), [("selective/river-water-study.json", True), ("selective/welding.json", False)]
)
def test_only_what_needs_the_optional_library_may_be_undecided_without_it(file: str, is_fine: bool) -> None:
    said = results()
    for result in said:
        if result["input"].endswith(file):
            result.update(verdict="unchecked", reason="unsupported_suite")
    assert (verdict_problems(manifest()["sample"], said) == []) is is_fine


@pytest.mark.parametrize(
    ("file", "verdict", "reason"),
    [
        ("broken/changed-after-issue.json", "check", "no_trust_list"),
        ("broken/expired.json", "verified", None),
        ("good/laser-cutting.png", "invalid", "signature_invalid"),
        ("selective/welding.json", "unchecked", "holder_only_proof"),
        ("broken/expired.json", "invalid", "revoked"),
    ],
)
def test_false_accepts_false_refusals_and_wrong_reasons_are_named(
    file: str, verdict: str, reason: str | None
) -> None:
    said = results()
    for result in said:
        if result["input"].endswith(file):
            result.update(verdict=verdict, reason=reason)
    (problem,) = verdict_problems(manifest()["sample"], said)
    assert problem.startswith(f"{file} came out as {verdict}")


def test_a_sample_nobody_reported_is_a_problem() -> None:
    (problem,) = verdict_problems(manifest()["sample"], results()[1:])
    assert "not reported" in problem


def test_an_answer_that_is_an_error_is_a_problem_and_no_crash() -> None:
    samples = manifest()["sample"]
    refused = {"reason": "vault_in_use", "happened": "", "means": "", "do": ""}
    problems = verdict_problems(samples, [refused])
    assert len(problems) == len(samples)
    assert all("not reported" in problem for problem in problems)


def test_the_samples_the_demo_tells_of_exist() -> None:
    files = {sample["file"] for sample in manifest()["sample"]}
    shown = [file for file, _ in demo.SHOWN]
    assert files.issuperset(
        [demo.WITH_HIDDEN_PARTS, *demo.ON_FILE, *demo.ON_QR, *demo.TOO_BIG_FOR_QR, *shown]
    )


def test_exactly_one_bit_is_turned() -> None:
    assert with_a_flipped_bit(b"abc", 1) == b"acc"


def test_only_what_a_demo_made_is_cleared(tmp_path: Path) -> None:
    for name in ("demo.lerwallet", "shared-qr.png", "unlock-light.png", "my-own.lerwallet", "notes.txt"):
        (tmp_path / name).touch()
    clear(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["my-own.lerwallet", "notes.txt"]


def test_checks_that_do_not_apply_are_left_out() -> None:
    report: Mapping[str, Any] = {
        "checks": [
            {"check": "proof", "outcome": "passed", "reason": None},
            {"check": "status", "outcome": "not_applicable", "reason": None},
            {"check": "dates", "outcome": "failed", "reason": "expired"},
        ]
    }
    assert checks_in_words(report) == "proof passed, dates failed (expired)"


class FakeWallet(DemoWallet):
    """Answers from a table; a changed presentation gets `verdict_on_changed`."""

    verdict_on_changed = ("invalid", 1)
    inside = 2
    selectable = ({"value": {"narrative": "student number 4711"}}, {"value": "B"})

    def with_vault(self, *arguments: str | Path) -> Said:
        if arguments[0] == "disclose":
            return Said(0, ({"mandatory": [{"value": "somebody"}], "selectable": self.selectable},), "")
        out = Path(str(arguments[-1]))
        if "too-big" in out.name:
            return Said(1, ({"reason": "too_big_for_qr"},), "")
        out.write_bytes(b'{"holder": "somebody"}')
        return Said(0, ({},), "")

    def elsewhere(self, name: str, content: bytes) -> Said:
        assert name
        verdict, code = ("check", 0) if content == b'{"holder": "somebody"}' else self.verdict_on_changed
        return Said(code, ({"verdict": verdict, "inner": [{}] * self.inside},), "")


@pytest.fixture
def walked(tmp_path: Path) -> Demo:
    """A demo over a wallet that does as it must."""
    started = Demo(Path(sys.executable), tmp_path)
    started.wallet = FakeWallet(Path(sys.executable), tmp_path / "demo.lerwallet", "2026-11-23T00:00:00Z")
    return started


IDS = {sample["file"]: sample["sha256"][:20] for sample in manifest()["sample"]}


def test_a_share_that_verifies_and_whose_changed_copies_do_not_is_as_it_must_be(walked: Demo) -> None:
    walked.share_file(IDS)
    walked.share_qr(IDS)
    assert walked.problems == []


def test_a_changed_presentation_that_is_accepted_makes_the_demo_fail(
    walked: Demo, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(FakeWallet, "verdict_on_changed", ("check", 0))
    walked.share_file(IDS)
    walked.summarise()
    assert len(walked.problems) == 3
    assert "NOT AS IT MUST BE" in capsys.readouterr().out


def test_hidden_parts_and_the_page_are_as_they_must_be(walked: Demo, monkeypatch: pytest.MonkeyPatch) -> None:
    walked.share_page(IDS, is_built=True)
    walked.share_page(IDS, is_built=False)
    assert [name for name, _ in walked.lines] == ["page", "page"]
    assert walked.lines[-1][1].startswith("none")
    monkeypatch.setattr(FakeWallet, "inside", 1)
    walked.share_with_hidden_parts(IDS)
    assert walked.problems == []
    walked.share_page(IDS, is_built=True)
    assert len(walked.problems) == 1


def test_a_hidden_text_in_the_file_makes_the_demo_fail(walked: Demo, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(FakeWallet, "inside", 1)
    for selectable, problem in (
        (({"value": ['{"holder": ']},), "hidden texts"),
        ((), "nothing can be hidden"),
    ):
        monkeypatch.setattr(FakeWallet, "selectable", selectable)
        walked.problems.clear()
        walked.share_with_hidden_parts(IDS)
        assert len(walked.problems) == 1
        assert problem in walked.problems[0]


def test_without_qt_the_summary_says_that_there_are_no_pictures(walked: Demo) -> None:
    walked.take_pictures("libgl1 is missing")
    assert walked.problems == []
    assert walked.lines[-1][1].startswith("none")


def test_the_answer_of_a_command_is_read_from_its_json_lines_only(tmp_path: Path) -> None:
    answer = json.dumps({"verdict": "check"})
    code = f"import sys; print({answer!r}); print('1', file=sys.stderr); sys.exit(3)"
    (tmp_path / "wallet.py").write_text(code)
    python = tmp_path / "python"
    python.write_text(
        f"#!/bin/sh\nexec {shlex.quote(sys.executable)} {shlex.quote(str(tmp_path / 'wallet.py'))}\n"
    )
    python.chmod(0o755)
    said = DemoWallet(python, tmp_path / "v", "2026-11-23T00:00:00Z").elsewhere("a.json", b"{}")
    assert (said.code, said.verdict, said.why) == (3, "check", "1")
