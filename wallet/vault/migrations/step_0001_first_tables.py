"""Format version 1. Released; later changes are later steps.

The tables, and why they are cut this way:

- ``credential`` is narrow: what a list shows and nothing long, so that listing thousands decrypts few pages.
  ``seq`` is the order of arrival. Long texts of an issuer are cut here; the whole is in ``original``.
- ``original`` holds the bytes as they came with their SHA-256; they are written once and never changed.
- Whatever may be longer than a page has its own digest: SQLCipher takes a page of zeros for an empty one.
- ``report`` is the latest full report, ``check_history`` what every check said.
- ``credential_text`` is the full-text index over folded text (`wallet.vault.search.fold`). It keeps its text,
  because notes join it without parsing originals again.
- ``lineage`` ties versions of one credential together (the ``seq`` of the first); ``superseded_at`` marks the
  older ones. ``family`` is a digest of issuer id and credential id, by which a renewal is recognised.
- ``deleted_at`` marks what lies in the bin.
- ``share`` has no reference to ``credential``: the history of what was shown to whom outlives the credential.
"""

from collections.abc import Sequence

STATEMENTS: Sequence[str] = (
    f"PRAGMA application_id = {int.from_bytes(b'LERW', 'big'):d}",
    "CREATE TABLE migration (version INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT",
    "CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID",
    """
    CREATE TABLE credential (
      seq INTEGER PRIMARY KEY,
      id TEXT NOT NULL,
      lineage INTEGER NOT NULL,
      family BLOB,
      name TEXT NOT NULL,
      issuer TEXT NOT NULL,
      issued TEXT,
      ends TEXT,
      format TEXT NOT NULL,
      envelope TEXT NOT NULL,
      verdict TEXT NOT NULL,
      reason TEXT,
      checked_at TEXT NOT NULL,
      added_at TEXT NOT NULL,
      skills_count INTEGER NOT NULL,
      self_asserted INTEGER NOT NULL,
      superseded_at TEXT,
      deleted_at TEXT
    ) STRICT
    """,
    "CREATE UNIQUE INDEX credential_by_id ON credential (id)",
    "CREATE INDEX credential_by_family ON credential (family) WHERE family IS NOT NULL",
    "CREATE INDEX credential_by_lineage ON credential (lineage)",
    """
    CREATE TABLE original (
      seq INTEGER PRIMARY KEY REFERENCES credential (seq) ON DELETE CASCADE,
      sha256 BLOB NOT NULL,
      content BLOB NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE report (
      seq INTEGER PRIMARY KEY REFERENCES credential (seq) ON DELETE CASCADE,
      sha256 BLOB NOT NULL,
      json TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE check_history (
      id INTEGER PRIMARY KEY,
      seq INTEGER NOT NULL REFERENCES credential (seq) ON DELETE CASCADE,
      checked_at TEXT NOT NULL,
      verdict TEXT NOT NULL,
      reason TEXT
    ) STRICT
    """,
    "CREATE INDEX check_history_by_credential ON check_history (seq)",
    """
    CREATE VIRTUAL TABLE credential_text USING fts5 (
      name, issuer, content, note,
      tokenize = "unicode61 remove_diacritics 2", prefix = '2 3'
    )
    """,
    "INSERT INTO credential_text (credential_text, rank) VALUES ('rank', 'bm25(8.0, 4.0, 1.0, 2.0)')",
    "INSERT INTO credential_text (credential_text, rank) VALUES ('secure-delete', 1)",
    """
    CREATE TABLE holder_key (
      id INTEGER PRIMARY KEY,
      did TEXT NOT NULL UNIQUE,
      verification_method TEXT NOT NULL,
      seed BLOB NOT NULL CHECK (length(seed) = 32),
      created_at TEXT NOT NULL,
      is_default INTEGER NOT NULL CHECK (is_default IN (0, 1))
    ) STRICT
    """,
    "CREATE UNIQUE INDEX one_default_holder_key ON holder_key (is_default) WHERE is_default = 1",
    """
    CREATE TABLE share (
      seq INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      recipient TEXT NOT NULL,
      purpose TEXT NOT NULL,
      made_at TEXT NOT NULL,
      until TEXT,
      channel TEXT NOT NULL,
      can_be_stopped INTEGER NOT NULL CHECK (can_be_stopped IN (0, 1)),
      what_json TEXT NOT NULL,
      what_sha256 BLOB NOT NULL,
      sha256 BLOB NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE share_content (
      seq INTEGER PRIMARY KEY REFERENCES share (seq) ON DELETE CASCADE,
      content BLOB NOT NULL
    ) STRICT
    """,
)
