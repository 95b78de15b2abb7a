"""The power fails: after any write, with anything that was not synced lost, halved or out of order.

Real runs of the command line are recorded, write by write; the medium is rebuilt as it may be after every prefix, and
each rebuilt state must open, be whole, and hold everything the program had acknowledged by then.
"""

import json
import random
import shutil
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from tests.assurance import FULL, rounds
from tests.program import PASSPHRASE, Program, new_program
from tests.sample_files import good
from tests.vault.builders import record_id_of
from tests.vault.power.disk import Loss, State, every_state, final_files
from tests.vault.power.recording import Operation, Recording, build_recorder, record
from wallet.errors import VaultError
from wallet.vault.connection import Vault, open_vault_file
from wallet.vault.key_derivation import derive_key, read_salt

pytestmark = pytest.mark.long

SHARE = 60
"""So many states of each run at most in every test run; all of them under `run.py assure`."""
REORDERINGS = rounds(2, 12)
GOAL = 2_000
VAULT = "my.lerwallet"
BADGES = ("laser-cutting.png", "python-programming.jwt", "small-sewing.json", "peer-tutoring.json")
Check = Callable[[State, Path], None]


@dataclass(frozen=True)
class Run:
    """A recorded run and what must hold after every failure within it."""

    recording: Recording
    check: Check


class Bench:
    """Where runs are made and recorded."""

    def __init__(self, root: Path) -> None:
        self.program: Program = new_program(root)
        self.folder = root / "medium"
        self.folder.mkdir()
        self.vault = self.folder / VAULT
        self._library = build_recorder(root)
        self._log = root / "log"

    def run(self, *arguments: str | Path, **options: object) -> Sequence[dict[str, object]]:
        """An unrecorded run, for what comes before."""
        del options
        result = self.program.run(*arguments)
        assert result.code == 0, result.err
        return result.objects if "--json" in arguments else ()

    def record(
        self, *arguments: str | Path, passphrase: str = PASSPHRASE, variables: Mapping[str, str] | None = None
    ) -> Recording:
        """A recorded run. What was recorded must come to what is there, or something went by unseen."""
        command = [sys.executable, "-P", "-m", "wallet", *map(str, arguments)]
        environment = {**self.program.environment(passphrase), **(variables or {})}
        recording = record(self._library, self.folder, self._log, command, environment)
        assert dict(final_files(recording)) == dict(recording.after)
        return recording


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path)


@pytest.fixture(scope="module")
def totals() -> Iterator[list[int]]:
    """How many states each run had; under `run.py assure` all runs together must reach the goal."""
    counts: list[int] = []
    yield counts
    print(f"power failures: {sum(counts)} states of {len(counts)} runs replayed, 0 losses")
    assert not FULL or len(counts) < len(RUNS) or sum(counts) >= GOAL


def opened(path: Path, keys: Mapping[bytes, bytearray]) -> Vault:
    """The vault, by the key that belongs to its salt."""
    return open_vault_file(path, keys[read_salt(path)])


def key_of(path: Path, passphrase: str = PASSPHRASE) -> dict[bytes, bytearray]:
    salt = read_salt(path)
    return {salt: derive_key(bytearray(passphrase.encode()), salt)}


def ids_in(vault: Vault) -> set[str]:
    """Every record, each read back and compared with its digest."""
    found = {head.id for head in vault.credentials.heads()}
    assert {vault.credentials.get(record_id).head.id for record_id in found} == found
    return found


def said(state: State, name: str) -> list[str]:
    return [str(json.loads(line)[name]) for line in state.acknowledged]


# -- the runs


def an_import(bench: Bench) -> Run:
    bench.run("vault", "create", bench.vault, "--kdf-profile", "1")
    bench.run("import", "--vault", bench.vault, good("budgeting.json"))
    keys = key_of(bench.vault)
    with opened(bench.vault, keys) as vault:
        before = ids_in(vault)
    recording = bench.record("import", "--json", "--vault", bench.vault, *map(good, BADGES))

    def check(state: State, folder: Path) -> None:
        with opened(folder / VAULT, keys) as vault:
            assert vault.check() == ()
            assert ids_in(vault) >= before | set(said(state, "id"))

    return Run(recording, check)


def a_creation(bench: Bench) -> Run:
    recording = bench.record("vault", "create", "--json", bench.vault)
    keys = key_of(bench.vault)

    def check(state: State, folder: Path) -> None:
        if not state.acknowledged and not (folder / VAULT).exists():
            return  # not made at all
        with opened(folder / VAULT, keys) as vault:
            assert vault.check() == ()
            assert vault.name == "my"
            assert vault.holder_keys.default()

    return Run(recording, check)


def a_migration(bench: Bench) -> Run:
    passphrase = "kept for every later build"
    shutil.copy(Path(__file__).with_name("files") / "format-1.lerwallet", bench.vault)
    keys = key_of(bench.vault, passphrase)
    recording = bench.record("list", "--json", "--vault", bench.vault, passphrase=passphrase)

    def check(state: State, folder: Path) -> None:
        with opened(folder / VAULT, keys) as vault:
            assert vault.check() == ()
            assert ids_in(vault) == {record_id_of(1), record_id_of(2)}
            assert vault.holder_keys.default().did == "did:key:z6MkFirst"
            assert [share.to for share in vault.shares.list()] == ["Harbor Makers"]
            assert len(state.acknowledged) <= 2

    return Run(recording, check)


def filled(bench: Bench) -> tuple[list[str], dict[bytes, bytearray]]:
    """A vault with four badges in it: their ids, and its key."""
    bench.run("vault", "create", bench.vault, "--kdf-profile", "1")
    kept = bench.run("import", "--json", "--vault", bench.vault, *map(good, BADGES))
    return [str(one["id"]) for one in kept], key_of(bench.vault)


def a_deletion(bench: Bench) -> Run:
    """Into the bin, each said; nothing else may go."""
    ids, keys = filled(bench)
    bench.run("note", "add", "--vault", bench.vault, ids[0], "keep this " * 800)
    recording = bench.record("delete", "--json", "--vault", bench.vault, *ids[:2])

    def check(state: State, folder: Path) -> None:
        with opened(folder / VAULT, keys) as vault:
            assert vault.check() == ()
            binned = set(vault.bin.deleted_at())
            assert set(said(state, "id")) <= binned <= set(ids[:2])
            assert ids_in(vault) | binned == set(ids)
            assert len(vault.notes.of(ids[0])) == 1

    return Run(recording, check)


def an_emptied_bin(bench: Bench) -> Run:
    """Away for good: the whole of it or nothing, and nothing else."""
    ids, keys = filled(bench)
    bench.run("delete", "--vault", bench.vault, *ids[:2])
    recording = bench.record("empty-bin", "--json", "--vault", bench.vault)

    def check(state: State, folder: Path) -> None:
        with opened(folder / VAULT, keys) as vault:
            assert vault.check() == ()
            assert ids_in(vault) == set(ids[2:])
            binned = set(vault.bin.deleted_at())
            assert binned == (set() if state.acknowledged else binned & set(ids[:2]))
            assert len(binned) in (0, 2)

    return Run(recording, check)


def a_backup(bench: Bench) -> Run:
    """The vault stays what it is; once said to be made, the copy is there and opens."""
    ids, keys = filled(bench)
    copy = bench.folder / "copy.lerwallet"
    recording = bench.record("vault", "backup", "--json", bench.vault, copy)

    def check(state: State, folder: Path) -> None:
        present = [folder / VAULT]
        if state.acknowledged or (folder / copy.name).exists():
            present.append(folder / copy.name)
        for path in present:
            with opened(path, keys) as vault:
                assert vault.check() == ()
                assert ids_in(vault) == set(ids)

    return Run(recording, check)


def a_passphrase_change(bench: Bench) -> Run:
    """The old passphrase or the new one opens it, and never both; once said to be changed, the new one."""
    ids, old = filled(bench)
    new = "another four quiet words"
    recording = bench.record(
        "vault", "passphrase", "--json", bench.vault, variables={"LER_WALLET_NEW_PASSPHRASE": new}
    )
    changed = key_of(bench.vault, new)
    assert set(changed) != set(old)

    def check(state: State, folder: Path) -> None:
        keys = changed if state.acknowledged else {**old, **changed}
        with opened(folder / VAULT, keys) as vault:
            assert vault.check() == ()
            assert ids_in(vault) == set(ids)

    return Run(recording, check)


RUNS = (an_import, a_creation, a_migration, a_deletion, an_emptied_bin, a_backup, a_passphrase_change)


def check_states(run: Run, memory: Path, chance: random.Random) -> Counter[Loss]:
    """Every state, or a share of them spread over the whole run; how many there were of each kind."""
    states = list(every_state(run.recording, chance, REORDERINGS))
    share = len(states) if FULL else min(SHARE, len(states))
    losses: Counter[Loss] = Counter()
    for index in range(share):
        state = states[(index * len(states)) // share]
        folder = memory / str(index)
        for path, content in state.files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_bytes(content)
        try:
            run.check(state, folder)
        except (AssertionError, VaultError) as error:
            raise AssertionError(f"after event {state.moment}, {state.loss}: {error}") from error
        shutil.rmtree(folder, ignore_errors=True)
        losses[state.loss] += 1
    return losses


@pytest.mark.slow
@pytest.mark.parametrize("make", RUNS, ids=lambda make: make.__name__)
def test_nothing_acknowledged_is_lost_when_the_power_fails(
    make: Callable[[Bench], Run], bench: Bench, memory: Path, totals: list[int]
) -> None:
    run = make(bench)
    losses = check_states(run, memory, random.Random(20261123))
    counts = ", ".join(f"{count} {loss}" for loss, count in sorted(losses.items()))
    print(
        f"{make.__name__}: {len(run.recording.events)} events, {losses.total()} states ({counts}), 0 losses"
    )
    assert set(losses) == set(Loss)
    totals.append(losses.total())


@pytest.mark.slow
@pytest.mark.parametrize("left_out", [Operation.SYNC_FILE, Operation.SYNC_FOLDER])
def test_the_same_run_without_its_syncs_would_lose(left_out: Operation, bench: Bench, memory: Path) -> None:
    """The twin: had the program not synced its files, or its folder, the states would show it."""
    run = an_import(bench)
    events = tuple(event for event in run.recording.events if event.operation is not left_out)
    careless = replace(run, recording=replace(run.recording, events=events))
    with pytest.raises(AssertionError, match="after event"):
        check_states(careless, memory, random.Random(20261123))
