"""Format version 3: what the owner adds to credentials, and profiles. Released; later changes are later steps.

What the owner adds hangs on ``lineage`` (the ``seq`` of a credential's first version), so a renewal keeps it and the
whole of it lies in the bin or comes back together. All versions of a credential are deleted for good at once.

- ``collection`` and ``collection_member``: named groups, each in an order of its own. ``folded`` is the name through
  `wallet.vault.search.fold`, by which two spellings are one name.
- ``tag``: a word on a credential; a tag is there as long as something wears it.
- ``note``: what the owner wrote. May be longer than a page, so it has its digest. Numbers are never used again.
- ``pin``: what stands first in the list, in this order.
- ``attachment``: files of the owner that belong to a credential; ``attachment_content`` holds each content once.
- ``profile``: one of the owner's identities (school, work) with the identifiers issuers use for it. Its keys are the
  ``holder_key`` rows that name it; the profile of the default key is the one in use. The key that was there before
  belongs to the first profile, which is called as the file is.
- Names are short enough (`wallet.vault.names`) never to leave their page, where a lost page is noticed.
"""

from collections.abc import Sequence

STATEMENTS: Sequence[str] = (
    """
    CREATE TABLE collection (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      name TEXT NOT NULL,
      folded TEXT NOT NULL UNIQUE,
      position INTEGER NOT NULL,
      created_at TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE collection_member (
      collection INTEGER NOT NULL REFERENCES collection (id) ON DELETE CASCADE,
      lineage INTEGER NOT NULL REFERENCES credential (seq) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      PRIMARY KEY (collection, lineage)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX collection_by_credential ON collection_member (lineage)",
    """
    CREATE TABLE tag (
      lineage INTEGER NOT NULL REFERENCES credential (seq) ON DELETE CASCADE,
      folded TEXT NOT NULL,
      name TEXT NOT NULL,
      PRIMARY KEY (lineage, folded)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX tag_by_name ON tag (folded)",
    """
    CREATE TABLE note (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      lineage INTEGER NOT NULL REFERENCES credential (seq) ON DELETE CASCADE,
      sha256 BLOB NOT NULL,
      text TEXT NOT NULL,
      written_at TEXT NOT NULL,
      changed_at TEXT
    ) STRICT
    """,
    "CREATE INDEX note_by_credential ON note (lineage)",
    """
    CREATE TABLE pin (
      lineage INTEGER PRIMARY KEY REFERENCES credential (seq) ON DELETE CASCADE,
      position INTEGER NOT NULL
    ) STRICT
    """,
    "CREATE TABLE attachment_content (sha256 BLOB PRIMARY KEY, content BLOB NOT NULL) STRICT",
    """
    CREATE TABLE attachment (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      lineage INTEGER NOT NULL REFERENCES credential (seq) ON DELETE CASCADE,
      name TEXT NOT NULL,
      media_type TEXT NOT NULL,
      size INTEGER NOT NULL,
      sha256 BLOB NOT NULL REFERENCES attachment_content (sha256),
      added_at TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX attachment_by_credential ON attachment (lineage)",
    "CREATE INDEX attachment_by_content ON attachment (sha256)",
    "CREATE INDEX credential_in_bin ON credential (deleted_at) WHERE deleted_at IS NOT NULL",
    """
    CREATE TABLE profile (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      name TEXT NOT NULL,
      created_at TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE profile_identifier (
      profile INTEGER NOT NULL REFERENCES profile (id) ON DELETE CASCADE,
      value TEXT NOT NULL,
      position INTEGER NOT NULL,
      PRIMARY KEY (profile, value)
    ) STRICT, WITHOUT ROWID
    """,
    "ALTER TABLE holder_key ADD COLUMN profile INTEGER REFERENCES profile (id)",
    "CREATE INDEX holder_key_by_profile ON holder_key (profile)",
    """
    INSERT INTO profile (name, created_at)
      SELECT coalesce(nullif(substr(trim((SELECT value FROM setting WHERE key = 'name')), 1, 80), ''), '1'), created_at
      FROM holder_key WHERE is_default = 1
    """,
    "UPDATE holder_key SET profile = (SELECT min(id) FROM profile)",
)
