"""From a typed passphrase to an open vault, and what is left of the passphrase."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from wallet.app.container import Services
from wallet.app.unlock import create_vault, open_vault
from wallet.app.vault_care import check_file, look_into, summarize
from wallet.errors import Reason, VaultError

OLDER = Path(__file__).parents[1] / "vault" / "files" / "format-1.lerwallet"
PHRASE = "violet anchor seven moons"


def _typed(text: str = PHRASE) -> bytearray:
    return bytearray(text.encode())


def _refused(act: Callable[[], object]) -> Reason:
    with pytest.raises(VaultError) as refused:
        act()
    return refused.value.reason


def test_a_new_file_opens_with_its_passphrase_only(tmp_path: Path, services: Services) -> None:
    path = tmp_path / "my.lerwallet"
    typed = _typed()
    with create_vault(path, typed, services, name="Dana") as vault:
        assert vault.name == "Dana"
        key = vault.holder_keys.default()
    assert typed == bytes(len(PHRASE)), "the passphrase is wiped"
    typed = _typed()
    with open_vault(path, typed) as vault:
        assert vault.holder_keys.default() == key
    assert typed == bytes(len(PHRASE))
    wrong = _typed("violet anchor seven moon")
    assert _refused(lambda: open_vault(path, wrong)) is Reason.WRONG_PASSPHRASE
    assert not any(wrong)


def test_the_holder_key_is_named_as_did_key_says(tmp_path: Path, services: Services) -> None:
    with create_vault(tmp_path / "my.lerwallet", _typed(), services) as vault:
        key = vault.holder_keys.default()
    assert key.did.startswith("did:key:z6Mk")
    assert key.verification_method == f"{key.did}#{key.did.removeprefix('did:key:')}"


def test_two_keyboards_type_one_passphrase(tmp_path: Path, services: Services) -> None:
    path = tmp_path / "my.lerwallet"
    create_vault(path, _typed("cafe\u0301 anchor seven moons"), services).close()
    open_vault(path, _typed("caf\u00e9 anchor seven moons")).close()


def test_weak_and_empty_ones_make_no_file(tmp_path: Path, services: Services) -> None:
    path = tmp_path / "my.lerwallet"
    weak = _typed("password1")
    assert _refused(lambda: create_vault(path, weak, services)) is Reason.PASSPHRASE_TOO_WEAK
    assert not any(weak)
    assert _refused(lambda: create_vault(path, _typed(""), services)) is Reason.PASSPHRASE_MISSING
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("name", ["\x1b[31mred", "x" * 81, " "])
def test_a_name_that_cannot_be_shown_makes_no_file(tmp_path: Path, services: Services, name: str) -> None:
    path, typed = tmp_path / "my.lerwallet", _typed()
    assert _refused(lambda: create_vault(path, typed, services, name=name)) is Reason.NAME_NOT_USABLE
    assert not any(typed)
    assert list(tmp_path.iterdir()) == []


def test_an_empty_passphrase_opens_nothing(tmp_path: Path, services: Services) -> None:
    path = tmp_path / "my.lerwallet"
    create_vault(path, _typed(), services).close()
    assert _refused(lambda: open_vault(path, _typed(""))) is Reason.WRONG_PASSPHRASE


def test_an_existing_file_is_never_written_over(tmp_path: Path, services: Services) -> None:
    path = tmp_path / "my.lerwallet"
    path.write_bytes(b"something else")
    assert _refused(lambda: create_vault(path, _typed(), services)) is Reason.VAULT_EXISTS
    assert path.read_bytes() == b"something else"


def test_a_whole_file_is_found_whole_and_a_damaged_one_is_not(tmp_path: Path, services: Services) -> None:
    path = tmp_path / "my.lerwallet"
    with create_vault(path, _typed(), services) as vault:
        assert summarize(vault).damaged == ()
    assert check_file(path, _typed()) == ()
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    assert check_file(path, _typed())
    assert _refused(lambda: check_file(path, _typed("another phrase of words"))) is Reason.WRONG_PASSPHRASE


def test_looking_at_a_file_of_an_older_format_leaves_it_as_it_is(tmp_path: Path) -> None:
    """Before, a check of an old backup brought it to the new format and put a copy beside it."""
    phrase = "kept for every later build"
    path = Path(shutil.copy(OLDER, tmp_path / "old.lerwallet"))
    assert check_file(path, _typed(phrase)) == ()
    seen = look_into(path, _typed(phrase))
    assert (seen.format_version, seen.credentials, seen.damaged) == (1, 2, ())
    assert path.read_bytes() == OLDER.read_bytes()
    assert list(tmp_path.iterdir()) == [path]
    open_vault(path, _typed(phrase)).close()
    assert look_into(path, _typed(phrase)).format_version > 1, "the twin: opening it for use does"
