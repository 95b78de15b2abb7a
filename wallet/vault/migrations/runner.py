"""Brings a vault to the current format version, one step at a time.

Lives here: the order of the steps and the rule that a step and its record succeed or fail together.
Does not live here: what a step changes (`step_0001_...` and its successors).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from wallet.errors import Reason, VaultError
from wallet.vault.migrations import (
    step_0001_first_tables,
    step_0002_evidence,
    step_0003_organised_content,
    step_0004_skills,
)
from wallet.vault.statements import Statements

APPLICATION_ID = int.from_bytes(b"LERW", "big")


@dataclass(frozen=True, slots=True)
class Step:
    """One step. After it the file has format version `number`.

    Attributes:
        number: 1, 2, 3 ... without gaps.
        name: what it does, for the record kept in the file.
        statements: SQL, carried out in this order.
    """

    number: int
    name: str
    statements: Sequence[str]


STEPS: Sequence[Step] = (
    Step(1, "first tables", step_0001_first_tables.STATEMENTS),
    Step(2, "dated evidence", step_0002_evidence.STATEMENTS),
    Step(3, "organised content and profiles", step_0003_organised_content.STATEMENTS),
    Step(4, "kinds, years and skills", step_0004_skills.STATEMENTS),
)


def require_readable(database: Statements, steps: Sequence[Step] = STEPS) -> None:
    """Refuses, without writing anything, a file that this program must not touch.

    Raises:
        VaultError: VAULT_NEWER for a later format version, NOT_A_VAULT for somebody else's database,
            VAULT_DAMAGED for a file that was never finished.
    """
    application = _number(database, "PRAGMA application_id")
    version = format_version(database)
    if version == 0 and application == 0:
        raise VaultError(Reason.VAULT_DAMAGED, "no tables")
    if application != APPLICATION_ID:
        raise VaultError(Reason.NOT_A_VAULT, "another application's file")
    if version > steps[-1].number:
        raise VaultError(Reason.VAULT_NEWER, f"format version {version}")


def format_version(database: Statements) -> int:
    """The file's format version; 0 when it is empty."""
    return _number(database, "PRAGMA user_version")


def next_version(database: Statements, steps: Sequence[Step] = STEPS) -> int | None:
    """The format version the file is about to take, None when it has the latest one, or is empty."""
    present = format_version(database)
    return steps[-1].number if 0 < present < steps[-1].number else None


def migrate(database: Statements, steps: Sequence[Step] = STEPS) -> Sequence[int]:
    """Carries out the missing steps. An interruption leaves the file at the last finished step, ready to go on.

    Returns:
        The numbers of the steps carried out.
    """
    missing = [step for step in steps if step.number > format_version(database)]
    for step in missing:
        with database.transaction():
            for statement in step.statements:
                database.run(statement)
            database.run("INSERT INTO migration (version, name) VALUES (?, ?)", (step.number, step.name))
            # PRAGMA takes no parameters; the number is ours. It is rolled back with the transaction.
            database.run(f"PRAGMA user_version = {step.number:d}")
    return tuple(step.number for step in missing)


def _number(database: Statements, pragma: str) -> int:
    row = database.row(pragma)
    return int(row[0]) if row else 0
