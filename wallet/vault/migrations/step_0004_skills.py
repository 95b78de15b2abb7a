"""Format version 4: kind, day and skills of each credential. Released; later changes are later steps.

All but ``skill_join`` is derived from the originals, filled when a credential is added and, in a file of an older
format, little by little when somebody asks; so this step reads no credential and an old file opens at once. What is
derived is never carried over from another or a damaged file: it is derived again.

- ``credential_facts``: one row a credential that was read; ``rules`` is the number of the rules it was read by, so
  that better rules read it again.
- ``skill`` holds each naming of a skill once, by the digest of all it says; ``same`` is what two namings of one skill
  have in common. Texts are cut so that a row never leaves its page, where a lost page is noticed.
- ``credential_skill`` says which credential names which skill, and what was reached in it.
- ``skill_join``: the owner said that skills with these ``same`` are one; those with one number belong together.
  Salvage tells rows by their shape, so no other table begins with bytes and a number.
"""

from collections.abc import Sequence

STATEMENTS: Sequence[str] = (
    """
    CREATE TABLE credential_facts (
      seq INTEGER PRIMARY KEY REFERENCES credential (seq) ON DELETE CASCADE,
      rules INTEGER NOT NULL,
      kind TEXT NOT NULL,
      year INTEGER,
      earned TEXT
    ) STRICT
    """,
    """
    CREATE TABLE skill (
      id INTEGER PRIMARY KEY,
      digest BLOB NOT NULL UNIQUE,
      same BLOB NOT NULL,
      name TEXT NOT NULL,
      family TEXT NOT NULL,
      framework TEXT NOT NULL,
      code TEXT NOT NULL,
      url TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE credential_skill (
      seq INTEGER NOT NULL REFERENCES credential (seq) ON DELETE CASCADE,
      skill INTEGER NOT NULL REFERENCES skill (id),
      level TEXT NOT NULL,
      PRIMARY KEY (seq, skill)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX credential_skill_by_skill ON credential_skill (skill)",
    """
    CREATE TABLE skill_join (
      same BLOB PRIMARY KEY,
      joined INTEGER NOT NULL,
      joined_at TEXT NOT NULL
    ) STRICT
    """,
)
