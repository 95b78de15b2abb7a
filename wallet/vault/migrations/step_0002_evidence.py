"""Format version 2: what a check rested on is kept beside its report. Released; later changes are later steps.

- ``evidence_content`` holds each document once, by its SHA-256: a status list serves many credentials.
- ``evidence`` says which credential used which document, under which address, and when it was retrieved (or handed in).
"""

from collections.abc import Sequence

STATEMENTS: Sequence[str] = (
    "CREATE TABLE evidence_content (sha256 BLOB PRIMARY KEY, content BLOB NOT NULL) STRICT",
    """
    CREATE TABLE evidence (
      seq INTEGER NOT NULL REFERENCES credential (seq) ON DELETE CASCADE,
      url TEXT NOT NULL,
      sha256 BLOB NOT NULL REFERENCES evidence_content (sha256),
      retrieved_at TEXT NOT NULL,
      PRIMARY KEY (seq, url)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX evidence_by_content ON evidence (sha256)",
)
