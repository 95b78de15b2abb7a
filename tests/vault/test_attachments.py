"""Files of the owner: kept byte for byte with a credential, once, and named when they are damaged."""

from collections.abc import Callable

import pytest

from tests.vault.builders import KEY, NOW, SALT, key, new_credential, record_id_of
from wallet.errors import Reason, VaultError
from wallet.vault.connection import Connection, Vault, open_vault_file
from wallet.vault.integrity import FindingKind

ONE, TWO = record_id_of(1), record_id_of(2)
CONTENT = bytes(range(256)) * 100


@pytest.fixture
def filled(vault: Vault) -> Vault:
    """A vault with two credentials."""
    for number in (1, 2):
        vault.credentials.add(new_credential(number))
    return vault


def refusal(action: Callable[[], object]) -> Reason:
    with pytest.raises(VaultError) as caught:
        action()
    return caught.value.reason


def contents(vault: Vault) -> int:
    vault.close()
    database = Connection(vault.path, bytearray(KEY), SALT)
    row = database.row("SELECT count(*) FROM attachment_content")
    database.close()
    return row[0] if row else -1


def test_a_file_is_kept_byte_for_byte(filled: Vault) -> None:
    kept = filled.files.add(ONE, "laser-cut.svg", "image/svg+xml", CONTENT, NOW)
    filled.close()
    with open_vault_file(filled.path, key()) as opened:
        assert opened.files.of(ONE) == (kept,)
        assert opened.files.content(kept.number) == CONTENT
        assert (kept.name, kept.media_type, kept.size) == ("laser-cut.svg", "image/svg+xml", len(CONTENT))
        assert opened.check() == ()


def test_the_same_bytes_are_kept_once(filled: Vault) -> None:
    first = filled.files.add(ONE, "a.bin", "application/octet-stream", CONTENT, NOW)
    assert filled.files.add(ONE, "b.bin", "application/octet-stream", CONTENT, NOW) == first
    second = filled.files.add(TWO, "c.bin", "application/octet-stream", CONTENT, NOW)
    filled.files.remove(first.number)
    assert filled.files.content(second.number) == CONTENT
    assert refusal(lambda: filled.files.content(first.number)) is Reason.RECORD_NOT_FOUND
    assert contents(filled) == 1


def test_a_removed_file_leaves_no_content(filled: Vault) -> None:
    kept = filled.files.add(ONE, "a.bin", "application/octet-stream", CONTENT, NOW)
    filled.files.remove(kept.number)
    assert filled.files.of(ONE) == ()
    assert contents(filled) == 0


def test_an_empty_file_is_a_file(filled: Vault) -> None:
    kept = filled.files.add(ONE, "empty.txt", "text/plain", b"", NOW)
    assert (filled.files.content(kept.number), filled.check()) == (b"", ())


@pytest.mark.parametrize("name", ["", "n" * 201, "a\0b"])
def test_names_that_cannot_be_kept_are_refused(filled: Vault, name: str) -> None:
    assert refusal(lambda: filled.files.add(ONE, name, "text/plain", b"x", NOW)) is Reason.NAME_NOT_USABLE


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE attachment_content SET content = x'00'",
        "UPDATE attachment_content SET content = zeroblob(25600)",
    ],
)
def test_a_changed_file_is_named(filled: Vault, statement: str) -> None:
    kept = filled.files.add(ONE, "a.bin", "application/octet-stream", CONTENT, NOW)
    filled.close()
    database = Connection(filled.path, bytearray(KEY), SALT)
    database.run(statement)
    database.close()
    with open_vault_file(filled.path, key()) as opened:
        assert refusal(lambda: opened.files.content(kept.number)) is Reason.VAULT_DAMAGED
        assert [(one.kind, one.where) for one in opened.check()] == [(FindingKind.FILE, kept.sha256[:20])]
        opened.files.add(TWO, "again.bin", "application/octet-stream", CONTENT, NOW)
        assert (opened.check(), opened.files.content(kept.number)) == ((), CONTENT), "the same bytes mend it"
