"""The contract with other programs: commands, options, JSON keys, exit codes. Changing one breaks others."""

import csv
import json
from pathlib import Path

import pytest

from tests import selections
from tests.cli.in_process import InProcess, new_in_process
from tests.sample_files import EVALUATED_AT, INDEX, SAMPLES, broken, good, samples
from wallet.errors import Reason

VERIFY_KEYS = [
    *("input", "format", "envelope", "securing", "verdict", "reason", "checks", "credential", "inner"),
    "milliseconds",
]
CREDENTIAL_KEYS = {"id", "name", "issuer", "subject", "valid_from", "valid_until"}
LIST_KEYS = [
    *("id", "name", "issuer", "issued", "ends", "format", "verdict", "checked_at", "collections", "tags"),
    "self_asserted",
]
SHOW_KEYS = [*LIST_KEYS, "report", "credential", "notes", "history", "versions"]
IMPORT_KEYS = ["input", "item", "result", "id", "verdict", "reason"]
SHARE_KEYS = [
    *("id", "to", "purpose", "made_at", "until", "channel", "credentials", "revealed", "hidden"),
    "can_be_stopped",
]
DISCLOSE_KEYS = ["id", "mechanism", "mandatory", "selectable", "travels_along"]
CHECK_NAMES = [
    *("structure", "proof", "issuer_binding", "dates", "status", "schema", "recipient", "issuer_trust"),
    *("endorsements", "inner_credentials"),
]
AT = ("--at", EVALUATED_AT)


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> InProcess:
    return new_in_process(tmp_path, monkeypatch)


def test_verify_says_of_every_sample_what_is_expected(program: InProcess) -> None:
    # Those in `selective` are meant for their holder alone, and receivers are told so.
    folders = (SAMPLES / "good", SAMPLES / "broken")
    done = program.run("verify", *folders, "--json", *AT, "--documents", INDEX)
    found = {Path(item["input"]): (item["verdict"], item["reason"]) for item in done.objects}
    expected = [sample for sample in samples() if sample.path.parent in folders]
    assert found == {sample.path: (sample.verdict, sample.reason) for sample in expected}
    assert done.code == 1
    assert done.err == ""
    for item in done.objects:
        assert list(item) == VERIFY_KEYS
        assert item["reason"] is None or item["reason"] in set(Reason)


def test_a_report_has_every_check_in_order(program: InProcess) -> None:
    item = program.run("verify", good("laser-cutting.png"), "--json", *AT).object
    assert [check["check"] for check in item["checks"]] == CHECK_NAMES
    assert {frozenset(check) for check in item["checks"]} == {
        frozenset({"check", "outcome", "reason", "detail"})
    }
    assert set(item["credential"]) == CREDENTIAL_KEYS
    assert set(item["credential"]["issuer"]) == {"id", "name"}
    assert (item["format"], item["envelope"]) == ("openbadges-3.0", "baked-png")
    assert item["milliseconds"] > 0


@pytest.mark.parametrize(
    ("names", "code"),
    [
        (["good/laser-cutting.png"], 0),
        (["good/laser-cutting.png", "broken/key-in-fragment.json"], 3),
        (["broken/unsupported-suite.json"], 3),
        (["good/laser-cutting.png", "broken/key-in-fragment.json", "broken/expired.json"], 1),
        (["broken/png-damaged.png"], 1),
        (["gone.json", "good/laser-cutting.png"], 1),
    ],
)
def test_the_worst_input_decides_the_exit_code(program: InProcess, names: list[str], code: int) -> None:
    assert program.run("verify", *[SAMPLES / name for name in names], *AT).code == code


def test_without_documents_nothing_is_fetched(program: InProcess) -> None:
    done = program.run("verify", good("budgeting.json"), "--json", *AT)
    assert (done.object["reason"], done.code) == ("needs_network", 3)
    with_them = program.run("verify", good("budgeting.json"), "--json", *AT, "--documents", INDEX)
    assert (with_them.object["verdict"], with_them.code) == ("check", 0)


def test_the_clock_can_be_fixed(program: InProcess) -> None:
    badge = good("first-aid-and-cpr.json")
    late = ("--at", "2031-01-01T00:00:00Z", "--documents", INDEX)
    assert program.run("verify", badge, "--json", *late).object["reason"] == "expired"
    assert program.run("verify", badge, "--json", *AT, "--documents", INDEX).object["verdict"] == "check"


def test_the_recipient_counts_when_asked_for(program: InProcess) -> None:
    badge = good("laser-cutting.png")
    given = program.run("verify", badge, "--json", *AT, "--recipient", "dana.rivera@student.example")
    other = program.run("verify", badge, "--json", *AT, "--recipient", "somebody@else.example")
    either = program.run(
        *("verify", badge, "--json", *AT),
        *("--recipient", "somebody@else.example", "--recipient", "dana.rivera@student.example"),
    )
    assert (given.code, other.code, either.code) == (0, 1, 0)
    assert other.object["verdict"] == "check"


def test_the_spreadsheet_has_a_row_for_each_credential(program: InProcess) -> None:
    inputs = [good("laser-cutting.png"), broken("expired.json")]
    done = program.run("verify", *inputs, *AT, "--csv", "table.csv")
    assert done.code == 1
    with (program.folder / "table.csv").open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [row["verdict"] for row in rows] == ["check", "invalid"]
    again = program.run("verify", *inputs, *AT, "--csv", "table.csv")
    assert again.code == 1
    assert "[output_exists]" in again.err
    assert again.out == ""


def test_standard_input_is_an_input(program: InProcess) -> None:
    done = program.run("verify", "-", "--json", *AT, stdin=good("laser-cutting.png").read_bytes())
    assert (done.object["input"], done.object["verdict"]) == ("-", "check")


def test_import_list_show_and_share_have_their_keys(program: InProcess, vault: Path) -> None:
    kept = program.run("import", "--vault", vault, good("small-sewing.json"), "--json", *AT)
    assert list(kept.object) == [*IMPORT_KEYS, "standing", "given_to", "left_out", "keep_with"]
    assert kept.object["result"] == "added"
    record_id = kept.object["id"]

    listed = program.run("list", "--vault", vault, "--json")
    assert list(listed.object) == LIST_KEYS
    assert listed.object["id"] == record_id
    assert (listed.object["collections"], listed.object["tags"]) == ([], [])

    shown = program.run("show", "--vault", vault, record_id[:6], "--json")
    assert list(shown.object) == SHOW_KEYS
    assert list(shown.object["report"]) == VERIFY_KEYS
    assert shown.object["credential"]["issuer"]["name"]

    made = program.run(
        *("share", "--vault", vault, "--credential", record_id, "--to", "Corp", "--purpose", "Job", "--json"),
        *("--until", "2026-12-31", "--out", "out.json", *AT),
    )
    assert list(made.object) == SHARE_KEYS
    assert made.object["until"] == "2026-12-31T23:59:59Z"
    assert program.run("shares", "--vault", vault, "--json").object == made.object
    one = program.run(
        "shares", "show", "--vault", vault, made.object["id"], "--json", "--original", "copy.json"
    )
    assert one.object == made.object
    assert (program.folder / "copy.json").read_bytes() == (program.folder / "out.json").read_bytes()


def test_the_original_comes_out_byte_for_byte(program: InProcess, vault: Path) -> None:
    badge = good("laser-cutting.png")
    record_id = program.run("import", "--vault", vault, badge, "--json").object["id"]
    assert program.run("show", "--vault", vault, record_id, "--original", "out.png").code == 0
    assert (program.folder / "out.png").read_bytes() == badge.read_bytes()
    again = program.run("show", "--vault", vault, record_id, "--original", "out.png")
    assert again.code == 1
    assert "[output_exists]" in again.err


def test_a_refused_item_makes_the_exit_code_1_and_the_others_stay(program: InProcess, vault: Path) -> None:
    (program.folder / "inbox").mkdir()
    (program.folder / "inbox" / "a.json").write_bytes(good("small-sewing.json").read_bytes())
    (program.folder / "inbox" / "b.txt").write_text("hello")
    (program.folder / "inbox" / "c.json").write_bytes(good("small-soldering.json").read_bytes())
    done = program.run("import", "--vault", vault, "inbox", "--json", *AT)
    assert done.code == 1
    assert [(item["item"], item["result"], item["reason"]) for item in done.objects] == [
        ("a.json", "added", "no_trust_list"),
        ("b.txt", "refused", "not_a_credential"),
        ("c.json", "added", "no_trust_list"),
    ]
    assert [Path(item["input"]) for item in done.objects] == [
        Path("inbox", name) for name in ("a.json", "b.txt", "c.json")
    ]
    again = program.run("import", "--vault", vault, "inbox/a.json", "inbox/c.json", "--json", *AT)
    assert [item["result"] for item in again.objects] == ["duplicate", "duplicate"]
    assert again.code == 0
    assert len(program.run("list", "--vault", vault, "--json").objects) == 2


def test_a_search_finds_what_is_kept(program: InProcess, vault: Path) -> None:
    program.run("import", "--vault", vault, good("small-sewing.json"), good("laser-cutting.png"), *AT)
    assert len(program.run("list", "--vault", vault, "--json", "--search", "laser").objects) == 1
    nothing = program.run("list", "--vault", vault, "--json", "--search", "zzzz")
    assert (nothing.code, nothing.out) == (0, "")


def test_vault_info_says_more_with_the_passphrase(program: InProcess, vault: Path) -> None:
    without = program.run("vault", "info", vault, "--json", passphrase=None).object
    with_it = program.run("vault", "info", vault, "--json").object
    assert (without["format"], without["kdf_profile"], without["credentials"]) == ("lerwallet", 1, None)
    assert (with_it["credentials"], with_it["integrity"]) == (0, "ok")
    assert set(without) == set(with_it)


def test_vault_check_names_what_is_damaged(program: InProcess, vault: Path) -> None:
    assert program.run("vault", "check", vault, "--json").object["result"] == "ok"
    content = bytearray(vault.read_bytes())
    content[len(content) // 2] ^= 1
    vault.write_bytes(content)
    done = program.run("vault", "check", vault, "--json")
    assert done.code == 5
    assert done.object["result"] == "damaged"
    assert done.object["damaged"]


def test_reasons_lists_every_code(program: InProcess) -> None:
    found = program.run("reasons", "--json").objects
    assert [item["reason"] for item in found] == [str(reason) for reason in Reason]
    assert all(item["happened"] and item["means"] and item["do"] for item in found)
    plain = program.run("reasons").out
    assert all(f"{reason}\n" in plain for reason in Reason)


def test_qr_read_prints_what_a_code_holds(program: InProcess, vault: Path) -> None:
    record_id = program.run("import", "--vault", vault, good("small-sewing.json"), "--json", *AT).object["id"]
    options = ("--credential", record_id, "--to", "Corp", "--purpose", "Job", *AT)
    for out in ("code.png", "link.txt"):
        assert program.run("share", "--vault", vault, *options, "--out", out).code == 0
    read = program.run("qr", "read", "code.png", "--json")
    assert read.object["text"].startswith("ler-wallet:#1.")
    assert program.run("qr", "read", "code.png").out.startswith("ler-wallet:#1.")
    assert json.loads(program.run("verify", "code.png", "--json", *AT).out)["envelope"] == "qr"
    assert program.run("verify", "link.txt", "--json", *AT).object["envelope"] == "link"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_a_script(program: InProcess, shell: str) -> None:
    done = program.run("completion", shell)
    assert done.code == 0
    assert "_LER_WALLET_COMPLETE" in done.out


def test_what_can_be_left_out_of_a_credential_that_was_signed_whole(program: InProcess) -> None:
    vault = program.make_vault()
    kept = program.run("import", "--vault", vault, good("laser-cutting.png"), "--json", *AT).object
    found = program.run("disclose", "--vault", vault, kept["id"], "--json").object
    assert list(found) == DISCLOSE_KEYS
    assert (found["id"], found["mechanism"], found["selectable"]) == (kept["id"], "whole", [])
    assert {frozenset(part) for part in found["mandatory"]} == {frozenset({"pointer", "label", "value"})}
    assert program.run("disclose", "--vault", vault, "0000", "--json").code == 1


@pytest.mark.parametrize("suite", selections.available_suites())
def test_a_part_is_chosen_shared_and_recorded(program: InProcess, suite: str) -> None:
    vault = program.make_vault()
    badge = program.folder / "badge.json"
    badge.write_bytes(selections.issue(selections.marked_badge(5), suite))
    kept = program.run("import", "--vault", vault, badge, "--json", *AT).object
    found = program.run("disclose", "--vault", vault, kept["id"], "--json").object
    assert found["mechanism"] == suite.removesuffix("-vc")
    first, second, *rest = [part["pointer"] for part in found["selectable"]]
    assert rest
    plain = program.run("disclose", "--vault", vault, kept["id"]).out
    assert "You can show or leave out:" in plain
    assert first in plain
    said = ("--to", "Example Corp", "--purpose", "Job", *AT)
    made = program.run(
        *("share", "--vault", vault, "--credential", f"{kept['id']}={first},{second}", *said),
        *("--out", "some.json", "--json"),
    ).object
    assert made["revealed"] == [f"{kept['id']}={pointer}" for pointer in (first, second)]
    assert made["hidden"] == [f"{kept['id']}={pointer}" for pointer in rest]
    least = program.run(
        "share",
        "--vault",
        vault,
        "--credential",
        kept["id"],
        "--hide-all",
        *said,
        "--out",
        "least.json",
        "--json",
    ).object
    assert least["revealed"] == []
    assert program.run("verify", "some.json", "least.json", *AT).code == 0
    shown = program.run("shares", "show", "--vault", vault, made["id"]).out
    labels = {part["pointer"]: part["label"] for part in (*found["selectable"], *found["mandatory"])}
    for line, pointers in (
        ("They see", [first, second]),
        ("They do not see", rest),
        ("Always shown", [part["pointer"] for part in found["mandatory"]]),
    ):
        start = f"  {line}: "
        names = [text.removeprefix(start) for text in shown.splitlines() if text.startswith(start)]
        assert (line, names) == (line, [labels[pointer] for pointer in pointers])
    assert f"{kept['id']}=" not in shown


@pytest.mark.parametrize(
    ("suffix", "reason", "code"),
    [
        ("=/nowhere", "pointer_unknown", 1),
        ("=/issuer/name", "pointer_always_shown", 1),
        ("=", "usage", 2),
    ],
)
def test_a_bad_pointer_shares_nothing(program: InProcess, suffix: str, reason: str, code: int) -> None:
    vault = program.make_vault()
    badge = program.folder / "badge.json"
    badge.write_bytes(selections.issue(selections.marked_badge(5), "ecdsa-sd-2023"))
    kept = program.run("import", "--vault", vault, badge, "--json", *AT).object
    done = program.run(
        *("share", "--vault", vault, "--credential", f"{kept['id']}{suffix}", "--to", "a", "--purpose", "b"),
        *("--out", "no.json", *AT, "--debug"),
    )
    assert done.code == code
    assert reason in done.err or code == 2
    assert not (program.folder / "no.json").exists()
    assert program.run("shares", "--vault", vault, "--json").objects == []


def test_info_says_when_a_file_was_never_backed_up(program: InProcess, vault: Path) -> None:
    assert "last backup: never" in program.run("vault", "info", vault).out.splitlines()
    assert program.run("vault", "backup", vault, "copy.lerwallet").code == 0
    said = [line for line in program.run("vault", "info", vault).out.splitlines() if "last backup" in line]
    assert len(said) == 1
    assert "never" not in said[0]
    assert "last backup" not in program.run("vault", "info", vault, passphrase=None).out
