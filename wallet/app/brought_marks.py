"""What somebody had made of a credential in another wallet, or in this one before an export.

Lives here: collections, tags, notes and pins that come in beside a credential. Does not live here: what the owner does
in this wallet (`organise`).
"""

from collections.abc import Callable
from functools import partial

from wallet.app.container import Services
from wallet.credentials.gathered.entries import OwnerMarks
from wallet.errors import Reason, VaultError
from wallet.vault.connection import Vault

_NOT_USABLE = frozenset({Reason.NAME_NOT_USABLE, Reason.NOTE_NOT_USABLE, Reason.NAME_TAKEN})


def keep_marks(vault: Vault, record_id: str, marks: OwnerMarks, services: Services) -> None:
    """Adds them to a credential that was kept; what is there already stays as it is, and is not added twice.

    Raises:
        VaultError: the vault could not take them.
    """
    now = services.clock.now()
    for name in marks.collections:
        _where_usable(partial(vault.collections.add, name, (record_id,), now))
    for tag in marks.tags:
        _where_usable(partial(vault.tags.add, tag, (record_id,)))
    known = {note.text for note in vault.notes.of(record_id)} if marks.notes else set()
    for words in marks.notes:
        if words not in known:
            _where_usable(partial(vault.notes.add, record_id, words, now))
    if marks.is_pinned and not vault.pins.has(record_id):
        vault.pins.add((record_id,))


def _where_usable(add: Callable[[], object]) -> None:
    """A name or note another program wrote may be none this one takes; the credential is kept all the same."""
    try:
        add()
    except VaultError as error:
        if error.reason not in _NOT_USABLE:
            raise
