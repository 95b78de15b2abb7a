"""What learners make of their credentials: collections, tags, notes, pins. The signed originals stay as they are.

Lives here: one use case for each. Does not live here: the bin (`bin`), own files (`own_files`), finding (`browse`).
Everything is durable on return, all or nothing, and raises RECORD_NOT_FOUND or RECORD_AMBIGUOUS for ids that are none.
"""

from collections.abc import Sequence

from wallet.app.collection_notes import forget_collection_note, move_collection_note
from wallet.app.container import Services
from wallet.vault.collections import Collection
from wallet.vault.connection import Vault
from wallet.vault.notes import Note
from wallet.vault.tags import Tag

__all__ = [
    "Collection",
    "Note",
    "Tag",
    "add_note",
    "add_tag",
    "add_to_collection",
    "change_note",
    "collection",
    "collections",
    "create_collection",
    "drop_collection",
    "notes",
    "pin",
    "pinned_ids",
    "remove_from_collection",
    "remove_notes",
    "remove_tag",
    "rename_collection",
    "tag",
    "tags",
    "unpin",
]


def collections(vault: Vault) -> Sequence[Collection]:
    """All collections in their order."""
    return vault.collections.list()


def collection(vault: Vault, name: str) -> Collection:
    """One collection by any spelling of its name.

    Raises:
        VaultError: NAME_NOT_FOUND.
    """
    return vault.collections.get(name)


def create_collection(vault: Vault, name: str, services: Services) -> str:
    """Makes an empty collection; its name as it is kept.

    Raises:
        VaultError: NAME_NOT_USABLE, NAME_TAKEN.
    """
    return vault.collections.create(name, services.clock.now())


def add_to_collection(vault: Vault, name: str, ids: Sequence[str], services: Services) -> str:
    """Puts credentials into a collection, which is made when there is none; its name as it is kept.

    Raises:
        VaultError: NAME_NOT_USABLE ...
    """
    return vault.collections.add(name, ids, services.clock.now())


def remove_from_collection(vault: Vault, name: str, ids: Sequence[str]) -> int:
    """Takes credentials out of a collection; how many were in it.

    Raises:
        VaultError: NAME_NOT_FOUND ...
    """
    return vault.collections.remove(name, ids)


def rename_collection(vault: Vault, name: str, new_name: str) -> str:
    """Gives a collection another name; the name as it is kept.

    Raises:
        VaultError: NAME_NOT_FOUND, NAME_NOT_USABLE, NAME_TAKEN.
    """
    before = vault.collections.get(name).name
    kept = vault.collections.rename(name, new_name)
    move_collection_note(vault, before, kept)
    return kept


def drop_collection(vault: Vault, name: str) -> int:
    """Removes a collection and keeps its credentials; how many were in it.

    Raises:
        VaultError: NAME_NOT_FOUND.
    """
    before = vault.collections.get(name).name
    count = vault.collections.drop(name)
    forget_collection_note(vault, before)
    return count


def tags(vault: Vault) -> Sequence[Tag]:
    """Every tag with how many credentials wear it."""
    return vault.tags.list()


def tag(vault: Vault, name: str) -> Tag:
    """One tag by any spelling of its name; worn by nothing when there is none."""
    return vault.tags.get(name)


def add_tag(vault: Vault, tag: str, ids: Sequence[str]) -> str:
    """Puts a tag on credentials; its name as it is kept.

    Raises:
        VaultError: NAME_NOT_USABLE ...
    """
    return vault.tags.add(tag, ids)


def remove_tag(vault: Vault, tag: str, ids: Sequence[str]) -> int:
    """Takes a tag off credentials; how many wore it."""
    return vault.tags.remove(tag, ids)


def notes(vault: Vault, record_id: str) -> Sequence[Note]:
    """The notes on one credential, the first written first."""
    return vault.notes.of(record_id)


def add_note(vault: Vault, record_id: str, text: str, services: Services) -> Note:
    """Writes a note on a credential.

    Raises:
        VaultError: NOTE_NOT_USABLE ...
    """
    return vault.notes.add(record_id, text, services.clock.now())


def change_note(vault: Vault, number: int, text: str, services: Services) -> Note:
    """Rewrites a note.

    Raises:
        VaultError: RECORD_NOT_FOUND, NOTE_NOT_USABLE.
    """
    return vault.notes.change(number, text, services.clock.now())


def remove_notes(vault: Vault, numbers: Sequence[int]) -> None:
    """Removes notes for good, all or none.

    Raises:
        VaultError: RECORD_NOT_FOUND.
    """
    vault.notes.remove(numbers)


def pin(vault: Vault, ids: Sequence[str]) -> None:
    """Makes credentials stand first in the list, behind those that do already."""
    vault.pins.add(ids)


def unpin(vault: Vault, ids: Sequence[str]) -> None:
    """Lets credentials stand where they stood before."""
    vault.pins.remove(ids)


def pinned_ids(vault: Vault) -> Sequence[str]:
    """What stands first in the list, in order."""
    return vault.pins.ids()
