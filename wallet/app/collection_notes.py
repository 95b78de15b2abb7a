"""The learner's own words about a collection: what they want to say above it on its page. Durable on return.

They are kept beside the collection under its name, in any of its spellings, so that they go with it when files are
brought together. Does not live here: the page (`collection_page`).
"""

from wallet.errors import Reason, VaultError
from wallet.vault.connection import Vault
from wallet.vault.names import name_key

SETTING = "collection_note:"
MOST_LETTERS = 1000


def collection_note(vault: Vault, name: str) -> str:
    """The words about one collection, "" for none.

    Raises:
        VaultError: NAME_NOT_FOUND.
    """
    return vault.settings.get(_key(vault.collections.get(name).name)) or ""


def keep_collection_note(vault: Vault, name: str, text: str) -> str:
    """Keeps other words about a collection; "" for none. The words as they are kept.

    Raises:
        VaultError: NAME_NOT_FOUND; NOTE_NOT_USABLE for more than `MOST_LETTERS`, or what cannot be written.
    """
    kept = text.strip()
    if len(kept) > MOST_LETTERS or any("\ud800" <= letter <= "\udfff" for letter in kept):
        raise VaultError(Reason.NOTE_NOT_USABLE)
    key = _key(vault.collections.get(name).name)
    if kept:
        vault.settings.set(key, kept)
    else:
        vault.settings.remove(key)
    return kept


def move_collection_note(vault: Vault, name: str, new_name: str) -> None:
    """The collection has another name."""
    words = vault.settings.get(_key(name))
    if words is not None and _key(name) != _key(new_name):
        vault.settings.remove(_key(name))
        vault.settings.set(_key(new_name), words)


def forget_collection_note(vault: Vault, name: str) -> None:
    """The collection is gone."""
    vault.settings.remove(_key(name))


def _key(name: str) -> str:
    return SETTING + name_key(name)
