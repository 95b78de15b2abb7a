"""The vault beside plain sqlite3 holding the same rows, and how long its owner waits: one table, goals included.

    python tests/benchmarks/vault_figures.py [--count N] [--rounds N] [--folder DIR]

Every figure of the vault is taken in turn with that of the plain database, round by round, so that whatever else the
machine does falls on both. Both have the same columns and the same search index; the plain one hands out its rows. The
vault hands out heads, which are made as they are looked at; "every line looked at" says what making all of them takes.
The goals are for an open file; "the first time" is right after opening, when each page has to be decrypted first.
It measures; it never judges: a figure beyond its goal is marked, and the exit code stays 0.
"""

import argparse
import contextlib
import gc
import gzip
import os
import random
import resource
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(PROJECT))

from tests.vault.builders import credential, key, make_vault, new_credential  # noqa: E402
from wallet.app.container import make_services  # noqa: E402
from wallet.app.import_credential import import_each  # noqa: E402
from wallet.app.unlock import create_vault, open_vault  # noqa: E402
from wallet.credentials.kinds import Kind  # noqa: E402
from wallet.credentials.skills import Framework, NamedSkill  # noqa: E402
from wallet.vault.connection import Vault, open_vault_file  # noqa: E402
from wallet.vault.facts import Facts  # noqa: E402
from wallet.vault.key_derivation import STRONGER_PROFILE, derive_key, new_salt, profile_of, read_salt  # noqa: E402
from wallet.vault.migrations import step_0001_first_tables  # noqa: E402

BENCH = Path(os.environ.get("LER_WALLET_SHARED") or PROJECT.parent / "shared") / "bench"
AT = datetime(2026, 11, 23, tzinfo=UTC)
PASSPHRASE = b"paper river seven lantern oak"
WORDS = (
    *(
        "assessment",
        "assembly",
        "welding",
        "budget",
        "teamwork",
        "python",
        "nursing",
        "design",
        "safety",
        "writing",
    ),
    *(
        "research",
        "algebra",
        "statistics",
        "leadership",
        "carpentry",
        "chemistry",
        "history",
        "music",
        "first",
        "aid",
    ),
)
SEARCHES = (
    "assessment",
    "assess",
    "welding",
    "wel",
    "python saf",
    "first aid",
    "nursing design",
    "lead",
    "stat",
    "mus",
)
TABLES = ("credential", "credential_text")
FILE = "ob3-eddsa-1000.jsonl.gz"
IMPORTS = 200
RATIO, SEARCH, IMPORT, UNLOCK, MEMORY = 1.2, 0.03, 0.15, (0.15, 1.0), 150e6
LIST = (
    "SELECT id, name, issuer, issued, ends, format, verdict, reason, checked_at, added_at, skills_count, self_asserted"
    " FROM credential c WHERE c.superseded_at IS NULL AND c.deleted_at IS NULL ORDER BY c.seq DESC LIMIT ? OFFSET 0"
)
FIND = (
    "SELECT c.id, c.name, c.issuer, issued, ends, format, verdict, reason, checked_at, added_at, skills_count,"
    " self_asserted FROM credential c JOIN credential_text t ON t.rowid = c.seq WHERE credential_text MATCH ?"
    " AND c.superseded_at IS NULL AND c.deleted_at IS NULL ORDER BY t.rank, c.seq DESC LIMIT 50"
)


Ours = Callable[[Vault], object]
Theirs = Callable[[sqlite3.Connection], object]


@dataclass(frozen=True)
class Figure:
    """One line of the table.

    Attributes:
        vault, plain: seconds, round by round; plain is empty where there is nothing to compare with.
        ratio: best against best.
    """

    name: str
    vault: Sequence[float]
    plain: Sequence[float] = ()
    ratio: float | None = None


def _seconds(work: Callable[..., object], *arguments: object) -> float:
    started = time.perf_counter()
    work(*arguments)
    return time.perf_counter() - started


def _text(chance: random.Random) -> str:
    return " ".join(
        chance.choice(WORDS) + str(chance.randrange(40)) * chance.randrange(2) for _ in range(120)
    )


def _facts(chance: random.Random) -> Facts:
    """Some kind, some day of ten years, and four of 400 skills."""
    day = f"{chance.randrange(2016, 2026)}-{chance.randrange(1, 13):02d}-{chance.randrange(1, 29):02d}"
    skills = [
        NamedSkill(
            f"{WORDS[number % len(WORDS)].title()} {number}",
            Framework.OTHER,
            "Some framework",
            f"{number}.A",
            f"https://skills.example/{number}",
        )
        for number in chance.sample(range(400), 4)
    ]
    return Facts(chance.choice(list(Kind)), int(day[:4]), day, skills)


def fill(vault: Vault, first: int, count: int) -> None:
    """Made-up credentials of 3.5 kB with 120 words to find them by."""
    for number in range(first, count):
        chance = random.Random(number)
        parsed = credential(f"{chance.choice(WORDS).title()} {number}")
        new = new_credential(number, parsed, size=3500, search_text=_text(chance))
        vault.credentials.add(replace(new, facts=_facts(chance)))


def plain_twin(vault: Vault, path: Path) -> None:
    """The same rows in a plain database."""
    with contextlib.closing(sqlite3.connect(path)) as plain, plain:
        for statement in step_0001_first_tables.STATEMENTS:
            if "secure-delete" not in statement:  # older libraries do not know it; reading is the same
                plain.execute(statement)
        for table in TABLES:
            info = vault.database.rows("SELECT name FROM pragma_table_info(?)", (table,))
            names = (
                ["rowid", *(row[0] for row in info)]
                if table == "credential_text"
                else [row[0] for row in info]
            )
            rows = vault.database.rows(f"SELECT {', '.join(names)} FROM {table}")
            blanks = ", ".join("?" * len(names))
            plain.executemany(f"INSERT INTO {table} ({', '.join(names)}) VALUES ({blanks})", rows)


@contextlib.contextmanager
def _plain(path: Path) -> Iterator[sqlite3.Connection]:
    with contextlib.closing(sqlite3.connect(path)) as plain:
        plain.execute("PRAGMA cache_size = -64000")
        plain.execute("PRAGMA user_version").fetchall()
        yield plain


def _after_opening(
    name: str, vault_path: Path, plain_path: Path, rounds: int, work: tuple[Ours, Theirs]
) -> Figure:
    """The first time after opening, in turn."""
    ours, theirs = work
    vault_took, plain_took = [], []
    for _ in range(rounds):
        with _plain(plain_path) as plain:
            plain_took.append(_seconds(theirs, plain))
        with open_vault_file(vault_path, key()) as vault:
            vault_took.append(_seconds(ours, vault))
    return Figure(name, vault_took, plain_took, min(vault_took) / min(plain_took))


def _while_open(
    name: str, vault_path: Path, plain_path: Path, rounds: int, work: tuple[Ours, Theirs]
) -> Figure:
    """Once more, with the file open, in turn; what is short is done more often."""
    repeats = rounds * (20 if "page" in name else 2)
    with _plain(plain_path) as plain, open_vault_file(vault_path, key()) as vault:
        pairs = [(_seconds(work[0], vault), _seconds(work[1], plain)) for _ in range(repeats)]
    ours, theirs = [pair[0] for pair in pairs[1:]], [pair[1] for pair in pairs[1:]]
    return Figure(name, ours, theirs, min(ours) / min(theirs))


def _lists(path: Path, plain: Path, rounds: int) -> Iterator[Figure]:
    def everything(database: sqlite3.Connection) -> object:
        return database.execute(LIST, (-1,)).fetchall()

    def page(database: sqlite3.Connection) -> object:
        return database.execute(LIST, (100,)).fetchall()

    for name, ours, theirs in (
        ("list all", lambda v: v.credentials.heads(), everything),
        ("first page of 100", lambda v: v.credentials.heads(limit=100), page),
    ):
        yield _after_opening(f"{name}, the first time", path, plain, rounds, (ours, theirs))
        yield _while_open(name, path, plain, rounds, (ours, theirs))
    looked_at = (lambda v: list(v.credentials.heads()), everything)
    yield _while_open("list all, every line looked at", path, plain, rounds, looked_at)


def _searches(path: Path, plain_path: Path, rounds: int) -> Figure:
    """Searches as they are typed: with the file open, one after the other, in turn."""
    ours, theirs = [], []
    bests: list[tuple[float, float]] = []
    with _plain(plain_path) as plain, open_vault_file(path, key()) as vault:
        for words in SEARCHES:
            match = " ".join(f'"{word}"' for word in words.split()) + " *"
            pairs = [
                (
                    _seconds(lambda text: list(vault.credentials.heads(text, limit=50)), words),
                    _seconds(lambda text: plain.execute(FIND, (text,)).fetchall(), match),
                )
                for _ in range(rounds)
            ]
            ours += [pair[0] for pair in pairs]
            theirs += [pair[1] for pair in pairs]
            bests.append((min(pair[0] for pair in pairs), min(pair[1] for pair in pairs)))
    ratio = sum(best[0] for best in bests) / sum(best[1] for best in bests)
    return Figure("search, top 50", ours, theirs, ratio)


def _imports(path: Path) -> Figure:
    """Each parsed, checked, kept and durable on this disk, into a file with thousands already in it."""
    services = make_services(at=AT)
    with gzip.open(BENCH / FILE, "rb") as file:
        lines = file.read().splitlines()[:IMPORTS]
    with open_vault_file(path, key()) as vault:
        took = [
            _seconds(lambda d=line: list(import_each(vault, d, services, name="benchmark"))) for line in lines
        ]
    return Figure("import", took)


def _unlocks(folder: Path) -> Figure:
    path = folder / "locked.lerwallet"
    create_vault(path, bytearray(PASSPHRASE), make_services(at=AT)).close()
    name = f"unlock, profile {profile_of(read_salt(path)).number}"
    return Figure(name, [_seconds(lambda: open_vault(path, bytearray(PASSPHRASE)).close()) for _ in range(9)])


def _memory(path: Path) -> float:
    """How many bytes a session takes at most above what the program takes before it opens a file."""
    run = subprocess.run([sys.executable, __file__, "--session", str(path)], capture_output=True, check=True)
    return float(run.stdout)


def session(path: Path) -> None:
    """Unlocks, lists everything, searches and imports, in a process of its own; prints the memory that took."""
    before = _peak_memory()
    derive_key(bytearray(PASSPHRASE), new_salt(STRONGER_PROFILE, bytes(11)))  # the dearest of the table
    with open_vault_file(path, key()) as vault:
        heads = list(vault.credentials.heads())
        found = [list(vault.credentials.heads(words, limit=50)) for words in SEARCHES]
        assert heads
        assert found
    print(_peak_memory() - before)


def _peak_memory() -> int:
    status = Path("/proc/self/status")
    if not status.exists():
        return int(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss) * 1024
    line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) * 1024


def _p95(seconds: Sequence[float]) -> float:
    return sorted(seconds)[int(0.95 * (len(seconds) - 1))]


def _milliseconds(seconds: Sequence[float]) -> str:
    return f"{1000 * min(seconds):.2f} / {1000 * statistics.median(seconds):.2f} ms" if seconds else ""


def _line(*cells: str, holds: bool | None) -> None:
    print("\t".join((*cells, {True: "holds", False: "BEYOND", None: ""}[holds])), flush=True)


def _print_against_plain(figure: Figure, *, has_goal: bool = True) -> None:
    ratio = figure.ratio or 0.0
    goal, holds = ("<= 1.2", ratio <= RATIO) if has_goal else ("", None)
    _line(
        figure.name,
        _milliseconds(figure.vault),
        _milliseconds(figure.plain),
        f"{ratio:.2f}",
        goal,
        holds=holds,
    )


def _measure(folder: Path, disk: Path, count: int, rounds: int) -> None:
    path, plain = folder / "x.lerwallet", folder / "x.sqlite"
    with make_vault(path) as vault:
        fill(vault, 0, count // 2)
    half = Path(shutil.copy(path, disk / "half.lerwallet"))
    with open_vault_file(path, key()) as vault:
        fill(vault, count // 2, count)
        plain_twin(vault, plain)
    for figure in _lists(path, plain, rounds):
        _print_against_plain(figure, has_goal="," not in figure.name)
    search = _searches(path, plain, rounds)
    _print_against_plain(search)
    p95 = _p95(search.vault)
    _line(
        "search, p95",
        f"{1000 * p95:.2f} ms",
        f"{1000 * _p95(search.plain):.2f} ms",
        "",
        "< 30 ms",
        holds=p95 < SEARCH,
    )
    if (BENCH / FILE).exists():
        p95 = _p95(_imports(half).vault)
        _line(f"import at {count // 2}, p95", f"{1000 * p95:.2f} ms", "", "", "< 150 ms", holds=p95 < IMPORT)
    unlock = _unlocks(disk)
    holds = UNLOCK[0] <= min(unlock.vault) and statistics.median(unlock.vault) <= UNLOCK[1]
    _line(unlock.name, _milliseconds(unlock.vault), "", "", "0.15 to 1 s", holds=holds)
    taken = _memory(path)
    _line("memory above idle", f"{taken / 1e6:.0f} MB", "", "", "< 150 MB", holds=taken < MEMORY)


def main() -> int:
    """Prints the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument(
        "--folder", type=Path, help="the disk imports are measured on; default: a temporary folder"
    )
    parser.add_argument("--session", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.session:
        session(options.session)
        return 0
    memory = Path("/dev/shm")
    print("figure\tvault, best / median\tplain sqlite3, best / median\tratio\tgoal\t")
    gc.disable()  # one collection in the middle of a figure would be the figure
    with (
        tempfile.TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder,
        tempfile.TemporaryDirectory(dir=options.folder) as disk,
    ):
        _measure(Path(folder), Path(disk), options.count, options.rounds)
    return 0


if __name__ == "__main__":
    sys.exit(main())
