"""What was acknowledged is there after kill -9, at whatever moment it comes."""

import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.assurance import rounds
from tests.shared_data import PROJECT
from tests.vault.builders import KEY, NOW, SALT, key, make_vault, new_credential, original_bytes, record_id_of
from tests.vault.child_program import SIZES, note_text, recheck_report
from wallet.errors import Reason, VaultError
from wallet.vault.connection import Vault, create_vault_file, open_vault_file
from wallet.vault.key_derivation import read_salt
from wallet.vault.page_seal import PAGE_BYTES, PageSeal
from wallet.vault.rollback_journal import journal_of
from wallet.vault.stray_journal import set_aside_stray_journal

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(sys.platform == "win32", reason="only on systems with kill -9"),
]

ROUNDS = rounds(200, 1_000)
ROUNDS_A_FILE = 10


def child(*arguments: str) -> "subprocess.Popen[str]":
    command = [sys.executable, "-m", "tests.vault.child_program", *arguments]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=PROJECT)


@dataclass(frozen=True)
class Said:
    """One acknowledged step."""

    what: str
    number: int
    record_id: str


class Victims:
    """Children that work on a vault until they are killed."""

    def __init__(self, server: "subprocess.Popen[str]") -> None:
        assert server.stdin is not None
        assert server.stdout is not None
        self._orders, self._said = server.stdin, server.stdout

    def run_and_kill(self, path: Path, first: int, chance: random.Random) -> list[Said]:
        """Lets a child work, kills it at a random point, and returns what it had said to be kept."""
        self._orders.write(f"{path}\t{first}\n")
        self._orders.flush()
        victim = int(self._said.readline().split()[1])
        lines = [self._said.readline() for _ in range(chance.randint(1, 6))]
        if chance.random() < 0.7:
            _wait_for_a_write(path)
        for _ in range(
            chance.randint(0, 20_000)
        ):  # a random moment within the next few writes, without a clock
            pass
        os.kill(victim, signal.SIGKILL)
        while (line := self._said.readline()) != "dead\n":
            lines.append(line)
        whole = [line.split() for line in lines if line.endswith("\n")]
        return [Said(what, int(number), record_id) for what, number, record_id in whole]


def _wait_for_a_write(path: Path) -> None:
    """Until the next transaction has begun to write; most kills come shortly after that, at whatever point."""
    journal = journal_of(path)
    for _ in range(100_000):
        if journal.exists():
            return


@pytest.fixture
def victims() -> Iterator[Victims]:
    command = [sys.executable, "-m", "tests.vault.child_program", "serve", "-"]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=PROJECT
    ) as server:
        yield Victims(server)
        assert server.stdin is not None
        server.stdin.close()


def require_kept(vault: Vault, said: Said) -> None:
    """What was acknowledged is there, to the byte."""
    stored = vault.credentials.get(said.record_id)
    assert stored.original == original_bytes(said.number, SIZES[said.number % len(SIZES)])
    if said.what == "checked":
        assert stored.report_json == recheck_report(said.number)
    if said.what == "noted":
        assert [note.text for note in vault.notes.of(said.record_id)] == [note_text(said.number).strip()]
    if said.what == "binned":
        assert said.record_id in vault.bin.deleted_at()


@pytest.mark.slow
def test_nothing_acknowledged_is_lost_when_the_program_is_killed(victims: Victims, tmp_path: Path) -> None:
    chance = random.Random(20261123)
    acknowledged: list[Said] = []
    interrupted = 0
    for number in range(ROUNDS):
        path = tmp_path / f"{number // ROUNDS_A_FILE}.lerwallet"
        if number % ROUNDS_A_FILE == 0:
            make_vault(path).close()
            of_this_file: list[Said] = []
        newly = victims.run_and_kill(
            path, max((said.number for said in of_this_file), default=-2) + 2, chance
        )
        of_this_file += newly
        acknowledged += newly
        interrupted += journal_of(path).exists()
        with open_vault_file(path, key()) as vault:
            assert vault.check() == ()
            for said in newly if (number + 1) % ROUNDS_A_FILE else of_this_file:
                require_kept(vault, said)
    print(
        f"{ROUNDS} kills, {interrupted} within a write ({100 * interrupted // ROUNDS} %),"
        f" {len(acknowledged)} acknowledged, 0 lost"
    )
    assert len(acknowledged) >= ROUNDS
    assert interrupted >= ROUNDS * 3 // 10, (
        "too few kills came within a write: the test has tested too little"
    )


# -- journals


@pytest.fixture
def torn(path: Path) -> Path:
    """A vault with ten credentials whose program died in the middle of a large transaction."""
    with make_vault(path) as vault:
        for number in range(10):
            vault.credentials.add(new_credential(number))
    before = path.read_bytes()
    with child("die-within-a-transaction", str(path)) as process:
        process.wait()
    assert path.read_bytes() != before, "the transaction never reached the file"
    assert path.with_name(path.name + "-journal").exists()
    return path


def originals_are_back(path: Path) -> bool:
    with open_vault_file(path, key()) as vault:
        found = [vault.credentials.get(record_id_of(number)).original for number in range(10)]
        return found == [original_bytes(number) for number in range(10)] and vault.check() == ()


def test_half_a_transaction_is_undone_at_the_next_opening(torn: Path) -> None:
    assert originals_are_back(torn)
    assert [entry.name for entry in torn.parent.iterdir()] == [torn.name]


def test_a_wrong_passphrase_does_not_play_back_a_journal(torn: Path) -> None:
    journal = torn.with_name(torn.name + "-journal")
    before = torn.read_bytes(), journal.read_bytes()
    with pytest.raises(VaultError) as caught:
        open_vault_file(torn, bytearray(32))
    assert caught.value.reason is Reason.WRONG_PASSPHRASE
    assert (torn.read_bytes(), journal.read_bytes()) == before
    assert originals_are_back(torn)


def test_a_journal_of_another_vault_is_set_aside_and_ruins_nothing(torn: Path, tmp_path: Path) -> None:
    foreign = torn.with_name(torn.name + "-journal").read_bytes()
    other_key = bytearray(b"\x07" * 32)
    own = tmp_path / "other.lerwallet"
    with create_vault_file(own, other_key, SALT, now=NOW, name="other") as vault:
        for number in range(10):
            vault.credentials.add(new_credential(number))
    before = own.read_bytes()
    own.with_name(own.name + "-journal").write_bytes(foreign)
    with open_vault_file(own, other_key) as vault:
        assert vault.check() == ()
        assert vault.credentials.count() == 10
    assert own.read_bytes() == before
    assert own.with_name(own.name + "-journal.not-ours-1").read_bytes() == foreign


def test_our_own_journal_is_never_set_aside(torn: Path) -> None:
    assert not set_aside_stray_journal(torn, PageSeal(KEY, SALT))
    assert set_aside_stray_journal(torn, PageSeal(bytes(32), SALT)), "the twin: another key's seal"


def test_the_salt_comes_out_of_the_journal_when_the_first_page_is_lost(torn: Path) -> None:
    """The power failed while page 1 was being written, and nothing sensible is left of it."""
    damaged = bytearray(torn.read_bytes())
    damaged[:PAGE_BYTES] = bytes(PAGE_BYTES)
    torn.write_bytes(damaged)
    assert read_salt(torn) == SALT
    assert originals_are_back(torn)


@pytest.mark.skipif(sys.platform == "win32", reason="only where anybody may make links")
def test_through_a_link_the_journal_is_that_of_the_file_it_leads_to(torn: Path, tmp_path: Path) -> None:
    """SQLite follows a link before it looks for a journal, so whoever looks at the journal first has to, too."""
    foreign = torn.with_name(torn.name + "-journal").read_bytes()
    damaged = bytearray(torn.read_bytes())
    damaged[:PAGE_BYTES] = bytes(PAGE_BYTES)
    torn.write_bytes(damaged)
    elsewhere = tmp_path / "links"
    elsewhere.mkdir()
    link = elsewhere / "link.lerwallet"
    link.symlink_to(torn)
    assert read_salt(link) == SALT
    assert originals_are_back(link)
    torn.with_name(torn.name + "-journal").write_bytes(foreign)
    other_key = bytearray(b"\x07" * 32)
    own = tmp_path / "other.lerwallet"
    create_vault_file(own, other_key, SALT, now=NOW, name="other").close()
    before = own.read_bytes()
    own.with_name(own.name + "-journal").write_bytes(foreign)
    to_own = elsewhere / "other link.lerwallet"
    to_own.symlink_to(own)
    with open_vault_file(to_own, other_key) as vault:
        assert vault.check() == ()
    assert own.read_bytes() == before
    assert own.with_name(own.name + "-journal.not-ours-1").exists()


def test_without_a_journal_a_lost_first_page_is_said(torn: Path) -> None:
    torn.with_name(torn.name + "-journal").unlink()
    torn.write_bytes(bytes(PAGE_BYTES) + torn.read_bytes()[PAGE_BYTES:])
    with pytest.raises(VaultError) as caught:
        read_salt(torn)
    assert caught.value.reason is Reason.NOT_A_VAULT


def test_a_journal_without_records_cuts_no_other_vault(torn: Path, tmp_path: Path) -> None:
    """SQLite cuts a database to the length its journal names, even where the journal holds nothing to put back."""
    header = bytearray(torn.with_name(torn.name + "-journal").read_bytes()[:512])
    header[8:12] = bytes(4)
    header[16:20] = (3).to_bytes(4)
    own = tmp_path / "other.lerwallet"
    make_vault(own).close()
    before = own.read_bytes()
    journal = own.with_name(own.name + "-journal")
    journal.write_bytes(header)
    with open_vault_file(own, key()) as vault:
        assert vault.check() == ()
    assert own.read_bytes() == before
    assert journal.with_name(journal.name + ".not-ours-1").exists()


@pytest.mark.parametrize("content", [b"", b"x", bytes(5000), bytes.fromhex("d9d505f920a163d7") + bytes(30)])
def test_a_journal_that_says_nothing_is_left_to_the_database(path: Path, content: bytes) -> None:
    make_vault(path).close()
    path.with_name(path.name + "-journal").write_bytes(content)
    assert not set_aside_stray_journal(path, PageSeal(KEY, SALT))
    with open_vault_file(path, key()) as vault:
        assert vault.check() == ()
