"""The description of the file in `wallet/vault/README.md` is enough to read one, and leaves nothing out.

The reader below uses nothing of the wallet: an Argon2id function, a SQLCipher library, and what the document says.
"""

import hashlib
import shutil
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from sqlcipher3 import dbapi2

from tests.shared_data import PROJECT
from tests.vault.builders import NOW, original_bytes
from tests.vault.test_salvage import fill
from wallet.vault.connection import Vault, create_vault_file
from wallet.vault.key_derivation import derive_key
from wallet.vault.migrations.runner import STEPS

DOCUMENT = (PROJECT / "wallet" / "vault" / "README.md").read_text("utf-8")
FILES = Path(__file__).with_name("files")
KEPT_PASSPHRASE = "kept for every later build"
PASSPHRASE = "Zürich läuft"
SALT = b"LERW\x01" + bytes(range(11))
LEFT_ALONE = ("migration", "credential_text", "sqlite_")


class OtherReader:
    """Somebody else's program, written from the document."""

    def __init__(self, path: Path, passphrase: str) -> None:
        salt = path.read_bytes()[:16]
        assert salt[:4] == b"LERW", "not such a file"
        assert salt[4] == 1, "a newer program's file"
        derivation = Argon2id(salt=salt, length=32, iterations=3, lanes=4, memory_cost=64 * 1024)
        key = derivation.derive(unicodedata.normalize("NFC", passphrase).encode())
        self.database: Any = dbapi2.connect(f"{path.as_uri()}?mode=ro", uri=True)
        self.database.execute(f"PRAGMA key = \"x'{key.hex()}{salt.hex()}'\"")
        self.database.execute("PRAGMA cipher_compatibility = 4")
        assert self.one("PRAGMA application_id") == 0x4C455257
        self.version = self.one("PRAGMA user_version")
        assert self.version <= 4, "a newer program's file"

    def one(self, query: str, *parameters: object) -> Any:
        return self.database.execute(query, parameters).fetchone()[0]

    def all(self, query: str) -> list[Any]:
        rows: list[Any] = self.database.execute(query).fetchall()
        return rows

    def originals(self) -> dict[str, bytes]:
        """Every credential by its id, held against its digest."""
        found = {}
        for record_id, digest, content in self.all(
            "SELECT id, sha256, content FROM credential JOIN original USING (seq) ORDER BY seq"
        ):
            assert hashlib.sha256(content).digest() == digest
            assert digest.hex().startswith(record_id)
            found[record_id] = content
        return found


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> OtherReader:
    """Reads a vault with something in every table."""
    path = tmp_path_factory.mktemp("document") / "x.lerwallet"
    key = derive_key(bytearray(unicodedata.normalize("NFC", PASSPHRASE).encode()), SALT)
    create_vault_file(path, key, SALT, now=NOW, name="Dana", prepare=_fill).close()
    return OtherReader(path, unicodedata.normalize("NFD", PASSPHRASE))


def _fill(vault: Vault) -> None:
    fill(vault)


def test_another_reader_gets_at_everything(reader: OtherReader) -> None:
    originals = reader.originals()
    assert len(originals) == 24
    assert next(iter(originals.values())) == original_bytes(0, 300)
    first = next(iter(originals))
    assert reader.one("SELECT value FROM setting WHERE key = 'name'") == "Dana"
    assert [seed for (seed,) in reader.all("SELECT seed FROM holder_key ORDER BY id")] == [
        b"\1" * 32,
        b"\2" * 32,
    ]
    assert reader.all(
        "SELECT p.name, i.value FROM profile p JOIN profile_identifier i ON i.profile = p.id ORDER BY position"
    ) == [
        ("School", "dana@example.org"),
        ("School", "Dana"),
    ]
    for digest, json in reader.all("SELECT sha256, json FROM report"):
        assert hashlib.sha256(json.encode()).digest() == digest
    what, digest, left = reader.all(
        "SELECT what_json, s.sha256, content FROM share s JOIN share_content USING (seq)"
    )[0]
    assert hashlib.sha256(left).digest() == digest
    assert first in what
    assert reader.one("SELECT id FROM credential WHERE deleted_at IS NOT NULL") in originals


def test_another_reader_gets_at_what_the_owner_added(reader: OtherReader) -> None:
    (digest, text, record_id) = reader.all(
        "SELECT n.sha256, n.text, c.id FROM note n JOIN credential c ON c.seq = n.lineage"
    )[0]
    assert hashlib.sha256(text.encode()).digest() == digest
    assert record_id == next(iter(reader.originals()))
    assert reader.all("SELECT name FROM tag") == [("welding",)]
    assert reader.all(
        "SELECT collection.name, c.id FROM collection JOIN collection_member m ON m.collection = collection.id"
        " JOIN credential c ON c.seq = m.lineage"
    ) == [("Applications", record_id)]
    assert reader.all(
        "SELECT name, size, length(content) FROM attachment JOIN attachment_content USING (sha256)"
    ) == [("photo.jpg", 9002, 9002)]
    assert reader.all("SELECT url, length(content) FROM evidence JOIN evidence_content USING (sha256)") == [
        ("https://example.org/list", 8000)
    ]


@pytest.mark.parametrize("version", [1, 2, 3, 4])
def test_another_reader_reads_the_files_kept_from_every_format(tmp_path: Path, version: int) -> None:
    path = Path(shutil.copy(FILES / f"format-{version}.lerwallet", tmp_path))
    other = OtherReader(path, KEPT_PASSPHRASE)
    assert other.version == version
    assert original_bytes(1) in other.originals().values()


def test_a_file_is_kept_from_every_format() -> None:
    assert {path.name for path in FILES.glob("*.lerwallet")} == {
        f"format-{step.number}.lerwallet" for step in STEPS
    }


def test_the_document_names_every_table_column_and_the_current_version(reader: OtherReader) -> None:
    rows = {line.split("`")[1]: line for line in DOCUMENT.splitlines() if line.startswith("| `")}
    tables = [name for (name,) in reader.all("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    described = [name for name in tables if not name.startswith(LEFT_ALONE)]
    assert set(rows) - {"LERW"} >= set(described)
    for table in described:
        columns = [row[1] for row in reader.all(f"PRAGMA table_info({table})")]
        assert [column for column in columns if f"`{column}`" not in rows[table]] == [], table
    assert f"format version, now {STEPS[-1].number}." in DOCUMENT
