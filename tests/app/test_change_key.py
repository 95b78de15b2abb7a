"""A new passphrase or a new kit ends the old ones, and whoever asks has to show what they hold."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.vault.builders import make_vault, new_credential
from wallet.app.backup import automatic_backup, back_up, backup_state
from wallet.app.change_key import PROFILES, change_passphrase, open_with_kit, renew_key
from wallet.app.container import Services
from wallet.app.kit_page import page_for
from wallet.app.recovery_kit import Language, has_kit, key_in, kit_of, note_kit
from wallet.app.unlock import Vault, create_vault, open_vault
from wallet.errors import Reason, RecoveryKitError, VaultError
from wallet.sharing.qr import make_qr, render_png
from wallet.vault.key_derivation import profile_of, read_salt

OLD, NEW = "violet anchor seven moons", "paper river seven lantern oak"


def typed(text: str = OLD) -> bytearray:
    return bytearray(text.encode())


def opens(path: Path, passphrase: str) -> bool:
    try:
        open_vault(path, typed(passphrase)).close()
    except VaultError as error:
        if error.reason is not Reason.WRONG_PASSPHRASE:
            raise
        return False
    return True


def kit_opens(path: Path, words: str) -> bool:
    try:
        open_with_kit(path, key_in(words.encode())).close()
    except RecoveryKitError as error:
        if error.reason is not Reason.RECOVERY_KIT_OTHER:
            raise
        return False
    return True


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "my.lerwallet"


@pytest.fixture
def own(path: Path, services: Services) -> Iterator[Vault]:
    with create_vault(path, typed(), services, name="Dana") as vault:
        yield vault


def kit_words(vault: Vault, services: Services, language: Language = Language.ENGLISH) -> str:
    kit = kit_of(vault, services, language)
    note_kit(vault, kit)
    return " ".join(kit.words)


@pytest.mark.parametrize("language", list(Language))
def test_the_kit_opens_the_file_without_the_passphrase(
    own: Vault, path: Path, services: Services, language: Language
) -> None:
    assert not has_kit(own)
    words = kit_words(own, services, language)
    assert has_kit(own)
    own.close()
    assert kit_opens(path, words)
    assert opens(path, OLD), "the passphrase stays"


def test_the_picture_of_the_kit_opens_the_file(own: Vault, path: Path, services: Services) -> None:
    kit = kit_of(own, services)
    own.close()
    with open_with_kit(path, key_in(render_png(make_qr(kit.code)))) as vault:
        assert vault.name == "Dana"
    other = render_png(make_qr("https://example.org/"))
    with pytest.raises(RecoveryKitError):
        key_in(other)


def test_the_kit_of_another_file_is_told_apart_from_damage(
    own: Vault, path: Path, services: Services, tmp_path: Path
) -> None:
    own.close()
    with make_vault(tmp_path / "other.lerwallet") as other:
        words = kit_words(other, services)
    assert not kit_opens(path, words)
    before = path.read_bytes()
    assert not kit_opens(path, words)
    assert path.read_bytes() == before


def test_a_new_passphrase_ends_the_old_one_and_the_old_kit(
    own: Vault, path: Path, services: Services
) -> None:
    words, holder = kit_words(own, services), own.holder_keys.default()
    given = typed(NEW)
    with change_passphrase(own, given, services) as vault:
        assert vault.holder_keys.default() == holder
        assert not has_kit(vault)
        fresh = kit_words(vault, services)
    assert not any(given), "the passphrase was wiped"
    assert (opens(path, OLD), opens(path, NEW)) == (False, True)
    assert (kit_opens(path, words), kit_opens(path, fresh)) == (False, True)


def test_a_new_kit_ends_the_old_kit_and_keeps_the_passphrase(
    own: Vault, path: Path, services: Services
) -> None:
    words = kit_words(own, services)
    made = []
    given = typed()
    renew_key(own, given, services, prepare=lambda new: made.append(kit_words(new, services))).close()
    assert not any(given)
    assert opens(path, OLD)
    assert (kit_opens(path, words), kit_opens(path, made[0])) == (False, True)


def test_an_open_window_is_not_enough_for_a_new_kit(own: Vault, path: Path, services: Services) -> None:
    before = read_salt(path)
    for wrong in ("", "not the passphrase"):
        with pytest.raises(VaultError) as caught:
            renew_key(own, typed(wrong), services)
        assert caught.value.reason is Reason.WRONG_PASSPHRASE
    assert read_salt(path) == before
    assert own.name == "Dana", "still open"


@pytest.mark.parametrize(
    ("passphrase", "reason"), [("", "passphrase_missing"), ("secret1", "passphrase_too_weak")]
)
def test_a_weak_new_passphrase_changes_nothing(
    own: Vault, path: Path, services: Services, passphrase: str, reason: str
) -> None:
    with pytest.raises(VaultError) as caught:
        change_passphrase(own, typed(passphrase), services)
    assert caught.value.reason == reason
    own.close()
    assert opens(path, OLD)


def test_the_stronger_profile_comes_with_a_new_passphrase_and_stays(
    own: Vault, path: Path, services: Services
) -> None:
    assert profile_of(read_salt(path)).number == 1
    own = change_passphrase(own, typed(NEW), services, profile=PROFILES[2])
    assert profile_of(read_salt(path)).number == 2
    own = change_passphrase(own, typed(OLD), services)
    assert profile_of(read_salt(path)).number == 2, "no change makes guessing cheaper unasked"
    change_passphrase(own, typed(NEW), services, profile=PROFILES[1]).close()
    assert profile_of(read_salt(path)).number == 1
    assert opens(path, NEW)


def test_every_change_draws_a_new_salt(own: Vault, path: Path, services: Services) -> None:
    salts = {read_salt(path)}
    for _ in range(3):
        own = renew_key(own, typed(), services)
        salts.add(read_salt(path))
    own.close()
    assert len(salts) == 4


def test_the_page_as_a_pdf_is_told_from_a_kit_with_a_mistake(
    own: Vault, tmp_path: Path, services: Services
) -> None:
    page = page_for(tmp_path / "kit.pdf", kit_of(own, services))
    with pytest.raises(RecoveryKitError) as caught:
        key_in(page)
    assert caught.value.reason is Reason.RECOVERY_KIT_IS_PDF


@pytest.mark.parametrize("change", ["passphrase", "kit"])
def test_backups_under_the_old_key_do_not_count(
    own: Vault, tmp_path: Path, services: Services, change: str
) -> None:
    """Whoever forgot the old passphrase can open none of them, so the next automatic copy is due at once."""
    own.credentials.add(new_credential(1))
    (tmp_path / "copies").mkdir()
    back_up(own, tmp_path / "copies", services)
    own.backups.choose_folder(tmp_path / "copies")
    assert (backup_state(own, services).new_items, automatic_backup(own, services)) == (0, None)
    with (
        change_passphrase(own, typed(NEW), services)
        if change == "passphrase"
        else renew_key(own, typed(), services)
    ) as changed:
        state = backup_state(changed, services)
        assert (state.last_at, state.new_items, state.folder) == (None, 1, tmp_path / "copies")
        made = automatic_backup(changed, services)
        assert made is not None
        assert opens(made.path, NEW if change == "passphrase" else OLD)
