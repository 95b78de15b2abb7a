"""What adults agreed to is listed, can be taken back, and then ends the copies made here."""

import csv
import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.sample_files import good
from wallet.app.consents import (
    COLUMNS,
    SETTING,
    consent_table,
    find_consent,
    list_consents,
    read_withdrawn,
    refuse_withdrawn,
    withdraw_consent,
)
from wallet.app.container import Services
from wallet.app.export import export_vault
from wallet.app.guardian import AgeBand, agree, remove_guardian, set_guardian
from wallet.app.import_credential import import_bytes
from wallet.app.merge_lists import join_lists
from wallet.app.share import prepare, record
from wallet.app.share_history import get_share
from wallet.app.unlock import Vault
from wallet.errors import Reason, SharingError, VaultError

CODE = b"blue kettle"
HOSTILE = "=HYPERLINK(1)"


def _reason(act: Callable[[], Any]) -> Reason:
    with pytest.raises((SharingError, VaultError)) as caught:
        act()
    return caught.value.reason


@pytest.fixture
def shared(vault: Vault, services: Services) -> str:
    """The id of a share an adult agreed to."""
    return _shared(vault, services)


def _shared(vault: Vault, services: Services, *, may_pass_on: bool = False, to: str = "Library") -> str:
    found = import_bytes(vault, good("small-sewing.json").read_bytes(), services, name="x")
    set_guardian(vault, bytearray(CODE), services, band=AgeBand.UNDER_13)
    consent = agree(vault, bytearray(CODE), guardian="Maria", relation="mother", may_pass_on=may_pass_on)
    prepared = prepare(vault, [str(found.record_id)], to=to, purpose="Course", until=None, services=services)
    return record(vault, replace(prepared, consent=consent), "file", services).id


def test_an_entry_says_who_agreed_to_what_for_whom(vault: Vault, services: Services, shared: str) -> None:
    (entry,) = list_consents(vault)
    assert (entry.guardian, entry.relation, entry.may_pass_on) == ("Maria", "mother", False)
    assert (entry.share.id, entry.share.to, entry.share.purpose) == (shared, "Library", "Course")
    assert entry.share.titles == ("Machine Sewing Basics",)
    assert entry.share.made_at == services.clock.now()
    assert entry.withdrawn_at is None


def test_passing_on_is_agreed_to_apart(vault: Vault, services: Services) -> None:
    _shared(vault, services, may_pass_on=True)
    (entry,) = list_consents(vault)
    assert entry.may_pass_on


def test_an_entry_of_an_older_program_allows_nothing_more(vault: Vault, shared: str) -> None:
    head = replace(get_share(vault, shared), consent=("Maria", "mother"))
    entry = find_consent(vault, head)
    assert entry is not None
    assert not entry.may_pass_on


def test_what_was_taken_back_makes_no_more_copies(vault: Vault, services: Services, shared: str) -> None:
    refuse_withdrawn(vault, get_share(vault, shared))
    entry = withdraw_consent(vault, shared[:6], bytearray(CODE), services.clock.now())
    assert entry.withdrawn_at == services.clock.now()
    assert list_consents(vault) == (replace(entry, share=list_consents(vault)[0].share),)
    assert _reason(lambda: refuse_withdrawn(vault, get_share(vault, shared))) is Reason.CONSENT_WITHDRAWN
    again = _reason(lambda: withdraw_consent(vault, shared, bytearray(CODE), services.clock.now()))
    assert again is Reason.CONSENT_WITHDRAWN


@pytest.mark.parametrize(
    ("code", "reason"), [(b"green kettle", Reason.GUARDIAN_CODE_WRONG), (b"", Reason.GUARDIAN_CODE_MISSING)]
)
def test_only_the_adult_takes_it_back(
    vault: Vault, services: Services, shared: str, code: bytes, reason: Reason
) -> None:
    now = services.clock.now()
    assert _reason(lambda: withdraw_consent(vault, shared, bytearray(code), now)) is reason
    assert list_consents(vault)[0].withdrawn_at is None


def test_where_the_step_has_ended_no_code_word_is_asked_for(
    vault: Vault, services: Services, shared: str
) -> None:
    remove_guardian(vault, bytearray(CODE), services.clock.now())
    assert withdraw_consent(vault, shared, None, services.clock.now()).withdrawn_at is not None


def test_what_nobody_agreed_to_cannot_be_taken_back(vault: Vault, services: Services) -> None:
    found = import_bytes(vault, good("small-sewing.json").read_bytes(), services, name="x")
    prepared = prepare(vault, [str(found.record_id)], to="L", purpose="C", until=None, services=services)
    made = record(vault, prepared, "file", services)
    refused = _reason(lambda: withdraw_consent(vault, made.id, None, services.clock.now()))
    assert refused is Reason.CONSENT_NOT_GIVEN
    assert list_consents(vault) == ()


def test_the_table_is_harmless_to_spreadsheets(vault: Vault, services: Services) -> None:
    share = _shared(vault, services, to=HOSTILE)
    rows = list(csv.reader(io.StringIO(consent_table(list_consents(vault)).decode("utf-8-sig"))))
    assert rows[0] == list(COLUMNS)
    assert rows[1] == [
        *(
            "2026-11-23T00:00:00Z",
            "Maria",
            "mother",
            "Machine Sewing Basics",
            "'" + HOSTILE,
            "Course",
            "",
            "no",
            "",
            share,
            "",
        )
    ]


def test_a_merge_takes_over_what_was_taken_back() -> None:
    early, late = (
        {"aa": "2026-11-01T00:00:00Z"},
        {"aa": "2026-11-02T00:00:00Z", "bb": "2026-11-03T00:00:00Z"},
    )
    texts = [str(each).replace("'", '"') for each in (early, late)]
    for first, second in (texts, texts[::-1]):
        joined = join_lists({SETTING: first}, {SETTING: second})
        kept = read_withdrawn(joined.values.get(SETTING, first))
        assert {share: at.day for share, at in kept.items()} == {"aa": 1, "bb": 3}
        assert SETTING in joined.keys


def test_an_export_says_it(vault: Vault, services: Services, shared: str, tmp_path: Path) -> None:
    withdraw_consent(vault, shared, bytearray(CODE), services.clock.now())
    export_vault(vault, tmp_path / "out", services)
    manifest = (tmp_path / "out" / "manifest.json").read_text("utf-8")
    assert '"may_pass_on": false' in manifest
    assert '"withdrawn_at": "2026-11-23' in manifest


@pytest.mark.usefixtures("shared")
@pytest.mark.parametrize("kept", ["[]", "{", '{"aa": "soon"}'])
def test_what_cannot_be_read_is_not_taken_for_nothing(vault: Vault, kept: str) -> None:
    vault.settings.set(SETTING, kept)
    assert _reason(lambda: list_consents(vault)) is Reason.VAULT_DAMAGED
