"""Thirty days to think again: what goes when, and what never goes by itself."""

from datetime import timedelta

import pytest

from tests.sample_files import good
from wallet.app import bin as bin_
from wallet.app.browse import details, labels, list_heads
from wallet.app.container import Services, make_services
from wallet.app.import_credential import ImportOutcome, import_bytes
from wallet.app.share import prepare
from wallet.app.unlock import Vault
from wallet.errors import Reason, VaultError

LASER = good("laser-cutting.png").read_bytes()


def after(services: Services, **time: int) -> Services:
    return make_services(at=services.clock.now() + timedelta(**time))


@pytest.fixture
def kept(vault: Vault, services: Services) -> str:
    """The id of a credential that was imported."""
    record_id = import_bytes(vault, LASER, services, name="a.png").record_id
    assert record_id is not None
    return record_id


def test_thirty_days_are_kept_to_the_second(vault: Vault, services: Services, kept: str) -> None:
    assert bin_.delete(vault, [kept], services) == bin_.Deleted(1, 0)
    deleted_at = labels(vault).deleted_at[kept]
    assert bin_.kept_until(deleted_at) == services.clock.now() + timedelta(days=30)
    assert bin_.delete(vault, [], after(services, days=30)).gone == 0
    assert bin_.delete(vault, [], after(services, days=30, seconds=1)).gone == 1
    assert list_heads(vault, in_bin=True) == ()


def test_deleting_again_does_not_start_the_time_anew(vault: Vault, services: Services, kept: str) -> None:
    bin_.delete(vault, [kept], services)
    assert bin_.delete(vault, [kept], after(services, days=20)) == bin_.Deleted(0, 0)
    assert labels(vault).deleted_at[kept] == services.clock.now()


def test_what_comes_back_by_import_is_checked_and_says_so(
    vault: Vault, services: Services, kept: str
) -> None:
    vault.tags.add("summer", [kept])
    bin_.delete(vault, [kept], services)
    later = after(services, days=1)
    again = import_bytes(vault, LASER, later, name="b.png")
    assert (again.result, again.record_id) == (ImportOutcome.RESTORED, kept)
    found = details(vault, kept)
    assert (found.tags, found.deleted_at, found.head.checked_at) == (("summer",), None, later.clock.now())


def test_what_lies_in_the_bin_cannot_be_shared(vault: Vault, services: Services, kept: str) -> None:
    bin_.delete(vault, [kept], services)
    with pytest.raises(VaultError) as caught:
        prepare(vault, [kept], to="Corp", purpose="Job", until=None, services=services)
    assert caught.value.reason is Reason.IN_THE_BIN
    bin_.undelete(vault, [kept])
    assert prepare(vault, [kept], to="Corp", purpose="Job", until=None, services=services).credential_ids == (
        kept,
    )
