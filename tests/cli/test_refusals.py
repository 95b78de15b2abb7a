"""Everything that can be asked wrongly: one code, a sentence, the right exit code, and nothing changed."""

import os
import sys
from pathlib import Path

import pytest
import qrcode

from tests.cli.in_process import InProcess, new_in_process
from tests.program import PASSPHRASE, Program
from tests.sample_files import EVALUATED_AT, broken, good
from wallet.app.unlock import open_vault

AT = ("--at", EVALUATED_AT)
posix_only = pytest.mark.skipif(sys.platform == "win32", reason="only on POSIX systems")


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> InProcess:
    return new_in_process(tmp_path, monkeypatch)


@pytest.fixture
def process(program: InProcess) -> Program:
    """The same as a process of its own, for what only a process has: a mask for new files, no terminal."""
    program.home.mkdir()
    return Program(program.home, program.folder)


@pytest.mark.parametrize(
    "arguments",
    [
        ("bogus",),
        ("--bogus",),
        ("verify",),
        ("verify", "--bogus", "x"),
        ("verify", "x", "--at", "yesterday"),
        ("verify", "x", "--at", "2026-11-23"),
        ("verify", "x", "--allow-host", "school.example"),
        ("verify", "x", "--online", "--allow-host", "https://school.example"),
        ("check", "--vault", "v", "--allow-host", "school.example"),
        ("verify", "x", "--documents", "gone.json"),
        ("vault",),
        ("vault", "create"),
        ("import", "x"),
        ("import", "--vault", "v"),
        ("list",),
        ("show", "--vault", "v"),
        ("share", "--vault", "v"),
        ("shares",),
        ("completion", "tcsh"),
        ("list", "--vault", "v", "--passphrase-fd", "x"),
        ("disclose",),
    ],
)
def test_wrong_usage_is_2_with_nothing_on_stdout(program: InProcess, arguments: tuple[str, ...]) -> None:
    done = program.run(*arguments)
    assert (done.code, done.out) == (2, "")
    assert done.err


def test_a_spreadsheet_is_never_mixed_with_the_reports(program: InProcess) -> None:
    done = program.run("verify", good("small-sewing.json"), *AT, "--csv", "-")
    assert (done.code, done.out) == (2, "")
    assert "--csv" in done.err


def test_a_refusal_is_an_object_for_programs_and_a_sentence_for_people(program: InProcess) -> None:
    done = program.run("list", "--vault", "gone.lerwallet", "--json")
    assert done.code == 1
    assert done.object["reason"] == "vault_missing"
    assert done.object["happened"] in done.err
    assert program.run("list", "--vault", "gone.lerwallet").out == ""


def test_a_wrong_passphrase_is_4_and_changes_nothing(program: InProcess, vault: Path) -> None:
    before = vault.read_bytes()
    for wrong in ("another phrase of words", "", PASSPHRASE.upper()):
        done = program.run("list", "--vault", vault, "--json", passphrase=wrong)
        assert (done.code, done.object["reason"]) == (4, "wrong_passphrase")
    assert vault.read_bytes() == before
    assert program.run("list", "--vault", vault).code == 0


def test_a_damaged_file_is_5_and_not_taken_for_a_wrong_passphrase(program: InProcess, vault: Path) -> None:
    content = bytearray(vault.read_bytes())
    content[100:200] = bytes(100)  # the first page, which nothing can be read without
    vault.write_bytes(content)
    done = program.run("list", "--vault", vault)
    assert (done.code, done.out) == (5, "")


@pytest.mark.parametrize("content", [b"", b"hello", b"SQLite format 3\0" + bytes(4080)])
def test_what_is_no_vault_is_5(program: InProcess, content: bytes) -> None:
    (program.folder / "v").write_bytes(content)
    assert program.run("list", "--vault", "v").code == 5
    assert (program.folder / "v").read_bytes() == content


def test_a_vault_that_is_open_elsewhere_is_5(program: InProcess, vault: Path) -> None:
    with open_vault(vault, bytearray(PASSPHRASE.encode())):
        done = program.run("list", "--vault", vault, "--json")
    assert (done.code, done.object["reason"]) == (5, "vault_in_use")
    assert program.run("list", "--vault", vault).code == 0


def test_without_a_terminal_a_missing_passphrase_is_said(process: Program, vault: Path) -> None:
    done = process.run("list", "--vault", vault, "--json", passphrase=None)
    assert (done.code, done.object["reason"]) == (2, "passphrase_missing")


@posix_only
def test_the_passphrase_comes_from_a_descriptor(program: InProcess, vault: Path) -> None:
    for line in (f"{PASSPHRASE}\n", f"{PASSPHRASE}\r\nmore\n", PASSPHRASE):
        read, write = os.pipe()
        os.write(write, line.encode())
        os.close(write)
        done = program.run(
            "list",
            "--vault",
            vault,
            "--passphrase-fd",
            str(read),
            passphrase="wrong on purpose",
            pass_fds=[read],
        )
        os.close(read)
        assert done.code == 0, done.err


def test_the_passphrase_and_the_input_can_share_standard_input(process: Program, vault: Path) -> None:
    stdin = PASSPHRASE.encode() + b"\n" + good("small-sewing.json").read_bytes()
    done = process.run(
        "import", "--vault", vault, "-", "--passphrase-fd", "0", "--json", stdin=stdin, passphrase=None
    )
    assert done.object["result"] == "added"


def test_a_descriptor_that_is_not_open_is_said(program: InProcess, vault: Path) -> None:
    assert program.run("list", "--vault", vault, "--passphrase-fd", "77").code == 2


def test_creating_never_writes_over_and_never_weakly(program: InProcess, vault: Path) -> None:
    before = vault.read_bytes()
    done = program.run("vault", "create", vault, "--json")
    assert (done.code, done.object["reason"]) == (1, "vault_exists")
    assert vault.read_bytes() == before
    weak = program.run("vault", "create", "weak.lerwallet", "--json", passphrase="password1")
    assert (weak.code, weak.object["reason"]) == (1, "passphrase_too_weak")
    gone = program.run("vault", "create", "gone/my.lerwallet", "--json")
    assert (gone.code, gone.object["reason"]) == (1, "output_not_writable")
    assert sorted(path.name for path in program.folder.iterdir()) == [vault.name]


@posix_only
def test_what_is_made_is_private(process: Program) -> None:
    done = process.run("vault", "create", "my.lerwallet", umask=0)
    assert done.code == 0
    added = process.run(
        "import", "--vault", "my.lerwallet", str(good("peer-tutoring.json")), "--json", umask=0
    )
    record_id = added.object["id"]
    share = ["share", "--vault", "my.lerwallet", "--credential", record_id, "--to", "A", "--purpose", "B"]
    assert process.run(*share, "--out", "share.json", umask=0).code == 0
    show = ["show", "--vault", "my.lerwallet", record_id, "--original", "original.json"]
    assert process.run(*show, umask=0).code == 0
    made = {path.name: path.stat().st_mode & 0o777 for path in process.folder.iterdir()}
    assert made == {"my.lerwallet": 0o600, "share.json": 0o600, "original.json": 0o600}


@posix_only
@pytest.mark.parametrize(("mode", "words"), [(0o777, "delete or replace"), (0o700, "")])
def test_a_folder_that_others_can_change_is_warned_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], mode: int, words: str
) -> None:
    from wallet.app import folder_access  # noqa: PLC0415
    from wallet.cli.main import main  # noqa: PLC0415

    folder = tmp_path / "class"
    folder.mkdir()
    folder.chmod(mode)
    monkeypatch.setenv("LER_WALLET_PASSPHRASE", "violet anchor seven moons")
    # the folders above a test's own are closed to others; here only the last one counts
    monkeypatch.setattr(folder_access, "_ways_to", lambda place: [place.stat()])
    assert main(["vault", "create", str(folder / "my.lerwallet")]) == 0
    said = capsys.readouterr().err
    assert ("Others who use this computer" in said) is bool(words)
    assert words in said


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"--credential": "ID=/name"}, "not_selectively_disclosable"),
        ({"--credential": "ffffff"}, "record_not_found"),
        ({"--hide-all": None}, "not_selectively_disclosable"),
        ({"--out": "out.docx"}, "output_kind_unknown"),
        ({"--out": "my.lerwallet"}, "output_kind_unknown"),
        ({"--out": "gone/out.json"}, "output_not_writable"),
        ({"--until": "2020-01-01"}, "until_in_the_past"),
        ({"--until": "soon"}, "usage"),
        ({"--to": " "}, "usage"),
    ],
)
def test_a_share_that_cannot_be_made_leaves_no_trace(
    program: InProcess, vault: Path, change: dict[str, str | None], reason: str
) -> None:
    record_id = program.run("import", "--vault", vault, good("small-sewing.json"), "--json").object["id"]
    options: dict[str, str | None] = {
        "--credential": record_id,
        "--to": "Corp",
        "--purpose": "Job",
        "--out": "out.json",
    }
    options |= {name: value and value.replace("ID", record_id) for name, value in change.items()}
    arguments = [word for pair in options.items() for word in pair if word is not None]
    done = program.run("share", "--vault", vault, *arguments, "--json", *AT)
    assert done.object["reason"] == reason
    assert done.code == (2 if reason == "usage" else 1)
    assert program.run("shares", "--vault", vault, "--json").out == ""
    assert sorted(path.name for path in program.folder.iterdir()) == [vault.name]


def test_what_is_not_valid_is_not_shared(program: InProcess, vault: Path) -> None:
    badge = broken("changed-after-issue.json")
    kept = program.run("import", "--vault", vault, badge, "--not-valid", "--json", *AT)
    record_id = kept.object["id"]
    done = program.run(
        *("share", "--vault", vault, "--credential", record_id, "--to", "a", "--purpose", "b"),
        *("--out", "out.json", "--json", *AT),
    )
    assert (done.code, done.object["reason"]) == (1, "not_for_sharing")


def test_an_input_that_is_refused_is_left_as_it_was(program: InProcess, vault: Path) -> None:
    badge = program.folder / "badge.svg"
    badge.write_bytes(broken("svg-with-entity.svg").read_bytes())
    before = vault.read_bytes()
    done = program.run("import", "--vault", vault, badge, "--json")
    assert (done.code, done.object["reason"]) == (1, "svg_unsafe")
    assert badge.read_bytes() == broken("svg-with-entity.svg").read_bytes()
    assert vault.read_bytes() == before


@posix_only
@pytest.mark.parametrize("make", ["fifo", "device", "folder"])
def test_special_files_do_not_hold_anything_up(program: InProcess, make: str) -> None:
    path = program.folder / "special"
    if make == "fifo":
        os.mkfifo(path)
    elif make == "folder":
        path.mkdir()
    else:
        path.symlink_to("/dev/zero")
    done = program.run("verify", "special", "--json")
    assert done.code == 1
    assert done.object["verdict"] == "unreadable"
    if make != "folder":
        assert done.object["reason"] == "not_a_regular_file"


def test_a_picture_without_codes_is_said(program: InProcess) -> None:
    done = program.run("qr", "read", good("small-sewing.json"), "--json")
    assert (done.code, done.object["reason"]) == (1, "picture_not_readable")


def test_where_a_code_leads_is_said_and_its_letters_do_nothing(program: Program) -> None:
    """The host as machines read it, apart from the results; marks that steer a terminal are shown, not sent to it."""
    text = "https://school.example@evil.example/\x1b[31m\u202e"
    qrcode.make(text).save(program.folder / "code.png")
    done = program.run("qr", "read", "code.png")
    assert done.code == 0
    assert "leads to evil.example; nothing was opened" in done.err
    assert "\x1b" not in done.out
    assert "\u202e" not in done.out
    assert "https://school.example@evil.example/" in done.out
    told = program.run("qr", "read", "code.png", "--json").object
    assert (told["text"], told["host"]) == (text, "evil.example")


@pytest.mark.parametrize(
    "variables",
    [{}, {"DISPLAY": ":4711"}, {"WAYLAND_DISPLAY": "gone"}, {"QT_QPA_PLATFORM": "no-such-platform"}],
)
@pytest.mark.skipif(
    sys.platform in ("win32", "darwin"), reason="only on systems where a screen can be missing"
)
def test_the_window_needs_a_screen(process: Program, variables: dict[str, str]) -> None:
    done = process.run(variables=variables)
    assert (done.code, done.out) == (1, "")
    assert "[window_not_available]" in done.err.splitlines()[-1]
