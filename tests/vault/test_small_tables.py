"""Holder keys, shares and settings: kept exactly, never overwritten, refused by name."""

import dataclasses
import hashlib
from collections.abc import Callable
from datetime import UTC, datetime, timedelta, timezone

import pytest

from tests.vault.builders import KEY, NOW, SALT, key
from wallet.credentials.model import Did
from wallet.errors import Reason, VaultError
from wallet.vault.connection import Connection, Vault, open_vault_file
from wallet.vault.holder_keys import HolderKey
from wallet.vault.instants import instant_to_text, text_to_instant
from wallet.vault.integrity import Finding, FindingKind
from wallet.vault.shares import ShareHead, ShareRecord

SEED = bytes(range(200, 232))
DID = "did:key:z6MkTest"


def refusal(action: Callable[[], object]) -> Reason:
    with pytest.raises(VaultError) as caught:
        action()
    return caught.value.reason


def reopened(vault: Vault) -> Vault:
    vault.close()
    return open_vault_file(vault.path, key())


# -- holder keys


def holder_key(seed: bytes = SEED, did: str = DID) -> HolderKey:
    return HolderKey(Did(did), f"{did}#1", seed, NOW)


def test_a_new_vault_has_no_holder_key_until_one_is_made(vault: Vault) -> None:
    assert refusal(vault.holder_keys.default) is Reason.RECORD_NOT_FOUND


def test_the_holder_key_is_kept_and_never_printed(vault: Vault) -> None:
    vault.profiles.add("School", (), holder_key())
    with reopened(vault) as opened:
        kept = opened.holder_keys.default()
    assert kept == holder_key()
    assert repr(SEED)[2:20] not in repr(kept)


def test_the_first_key_stays_the_one_that_signs(vault: Vault) -> None:
    vault.profiles.add("School", (), holder_key())
    vault.profiles.add("Work", (), holder_key(bytes(32), "did:key:z6MkOther"))
    assert vault.holder_keys.default().private_seed == SEED


@pytest.mark.parametrize("length", [0, 31, 33, 64])
def test_a_seed_has_32_bytes(vault: Vault, length: int) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        vault.profiles.add("School", (), holder_key(bytes(length)))
    assert vault.profiles.list() == ()


# -- shares


def share(
    number: int, content: bytes = b'{"vp":1}', until: datetime | None = NOW + timedelta(days=30)
) -> ShareRecord:
    return ShareRecord(
        id=f"{number:08x}-share",
        to="Tía Rosa's Bakery \ud800",
        purpose="first job",
        made_at=NOW + timedelta(seconds=number),
        until=until,
        channel="file",
        credential_ids=("aa" * 10, "bb" * 10),
        titles=("Teamwork", 'Welding "safety"'),
        revealed=("/credentialSubject/achievement",),
        hidden=(),
        can_be_stopped=False,
        sha256=hashlib.sha256(content).hexdigest(),
        content=content,
    )


def storable_share(number: int, content: bytes = b'{"vp":1}', until: datetime | None = None) -> ShareRecord:
    return dataclasses.replace(share(number, content, until), to="Tía Rosa's Bakery")


def test_a_share_is_kept_with_its_exact_bytes(vault: Vault) -> None:
    first = storable_share(1, bytes(range(256)) * 100, NOW + timedelta(days=30))
    second = storable_share(2, b"", None)
    vault.shares.record(first)
    vault.shares.record(second)
    with reopened(vault) as opened:
        assert opened.shares.get(first.id) == first
        assert opened.shares.get("00000002") == second
        heads = opened.shares.list()
        assert [head.id for head in heads] == [second.id, first.id]
        assert type(heads[0]) is ShareHead
        assert heads[1].titles == first.titles
        assert opened.check() == ()


def test_the_history_of_shares_is_never_overwritten(vault: Vault) -> None:
    vault.shares.record(storable_share(1))
    assert refusal(lambda: vault.shares.record(storable_share(1, b"other"))) is Reason.VAULT_EXISTS
    assert vault.shares.get("00000001").content == b'{"vp":1}'


def test_a_share_under_a_wrong_digest_is_not_taken(vault: Vault) -> None:
    with pytest.raises(ValueError, match="digest"):
        vault.shares.record(dataclasses.replace(storable_share(1), content=b"other"))
    assert vault.shares.list() == ()


def test_a_share_that_cannot_be_written_leaves_nothing(vault: Vault) -> None:
    assert refusal(lambda: vault.shares.record(share(1))) is Reason.TEXT_INVALID
    assert vault.shares.list() == ()


def test_shares_are_found_like_credentials(vault: Vault) -> None:
    vault.shares.record(storable_share(0x10))
    vault.shares.record(storable_share(0x11))
    assert refusal(lambda: vault.shares.get("0000001")) is Reason.RECORD_AMBIGUOUS
    assert refusal(lambda: vault.shares.get("00000012")) is Reason.RECORD_NOT_FOUND
    assert vault.shares.get("00000011").id == "00000011-share"


@pytest.mark.parametrize(
    "statement", ["UPDATE share_content SET content = x'00'", "DELETE FROM share_content"]
)
def test_a_changed_share_is_named(vault: Vault, statement: str) -> None:
    vault.shares.record(storable_share(1))
    vault.close()
    database = Connection(vault.path, bytearray(KEY), SALT)
    database.run(statement)
    database.close()
    with open_vault_file(vault.path, key()) as opened:
        assert len(opened.shares.list()) == 1
        assert refusal(lambda: opened.shares.get("00000001")) is Reason.VAULT_DAMAGED
        assert Finding(FindingKind.SHARE, "00000001-share") in opened.check()


# -- settings


def test_settings_travel_with_the_file(vault: Vault) -> None:
    vault.settings.set("theme", "dark")
    vault.settings.set("theme", "light")
    with reopened(vault) as opened:
        assert opened.settings.get("theme") == "light"
        assert opened.settings.get("never set") is None


# -- instants


def test_instants_keep_their_moment_and_sort_as_text() -> None:
    moments = [
        datetime(2026, 1, 1, 0, 0, tzinfo=UTC),
        datetime(2026, 1, 1, 2, 0, 0, 1, tzinfo=timezone(timedelta(hours=1))),
        datetime(2026, 1, 1, 2, 0, tzinfo=UTC),
    ]
    texts = [instant_to_text(moment) for moment in moments]
    assert [text_to_instant(text) for text in texts] == moments
    assert texts == sorted(texts)


def test_an_instant_without_a_zone_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="time zone"):
        instant_to_text(datetime(2026, 1, 1))  # noqa: DTZ001 - the point of the test
