"""What the learner says about themselves: kept as it was written, changed, taken away, never lost by a refusal."""

import pytest

from wallet.app.container import Services
from wallet.app.export import export_vault
from wallet.app.own_words import MAX_CHARACTERS, keep_own_words, own_words
from wallet.app.unlock import Vault
from wallet.errors import Reason, VaultError

MIXED = "I weld.\nאני אוהב לבנות (גם בעץ).\nمرحبا\n我喜欢做东西"  # noqa: RUF001 - several scripts on purpose


def test_words_in_any_script_are_kept_and_changed_and_taken_away(vault: Vault) -> None:
    assert own_words(vault) == ""
    assert keep_own_words(vault, f"  {MIXED}\r\n") == MIXED
    assert own_words(vault) == MIXED
    assert keep_own_words(vault, "a\r\n\r\nb\rc") == "a\n\nb\nc"
    assert keep_own_words(vault, " \n ") == ""
    assert own_words(vault) == ""
    assert keep_own_words(vault, "") == "", "twice is no fault"


@pytest.mark.parametrize("refused", ["w" * (MAX_CHARACTERS + 1), "a\0b", "half \ud83d"])
def test_what_cannot_be_kept_leaves_the_earlier_words(vault: Vault, refused: str) -> None:
    keep_own_words(vault, MIXED)
    with pytest.raises(VaultError) as caught:
        keep_own_words(vault, refused)
    assert caught.value.reason is Reason.OWN_WORDS_NOT_USABLE
    assert own_words(vault) == MIXED
    assert keep_own_words(vault, "w" * MAX_CHARACTERS) == "w" * MAX_CHARACTERS


def test_the_words_are_in_an_export_of_everything(vault: Vault, services: Services) -> None:
    keep_own_words(vault, MIXED)
    out = vault.path.parent / "out"
    export_vault(vault, out, services)
    assert "אני אוהב" in (out / "manifest.json").read_text("utf-8")
