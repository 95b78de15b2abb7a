"""What the receiver of a share sees of each credential, in words, for the history.

Lives here: naming the parts that the history keeps, and what is always shown besides. Does not live here: the history
(`share_history`), words for one part (`part_names`), or what a prepared share shows, which is read from its bytes
(`share_preview`).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from wallet.app.container import Services
from wallet.app.disclose import Mechanism, find_disclosable
from wallet.app.part_names import part_name
from wallet.app.share_history import ShareHead
from wallet.app.share_profile import CHANNEL as PROFILE
from wallet.credentials.json_pointer import parse_pointer
from wallet.errors import WalletError
from wallet.vault.connection import Vault


@dataclass(frozen=True, slots=True)
class SeenParts:
    """What a receiver sees of one credential, in words; hostile text.

    Attributes:
        title: of the credential, as the history keeps it.
        is_whole: everything in it is shown; then the three lists are empty.
        shown, hidden: what the learner chose.
        subset: how many credentials of a learner record are shown without it, and of how many; else None.
        always: what cannot be left out of it and is shown besides; None when the credential is not kept any more, so
            that it cannot be told.
    """

    title: str
    is_whole: bool
    shown: Sequence[str]
    hidden: Sequence[str]
    always: Sequence[str] | None
    subset: tuple[int, int] | None = None


def seen_parts(
    vault: Vault, share: ShareHead, services: Services, language: str = "en"
) -> Sequence[SeenParts]:
    """What is seen of each credential of a share, in the words of `disclose`.

    Which parts were shown and left out is read from the history; what is always shown, from the kept credential.

    Args:
        language: of the words for parts.
    """
    return [
        _seen(vault, share, named, services, language)
        for named in zip(share.credential_ids, share.titles, strict=False)
    ]


def _seen(
    vault: Vault, share: ShareHead, named: tuple[str, str], services: Services, language: str
) -> SeenParts:
    record_id, title = named
    if record_id in share.revealed:
        return SeenParts(title, is_whole=True, shown=(), hidden=(), always=())
    names: dict[str, str] = {}
    always: Sequence[str] | None = ()
    if share.channel != PROFILE:  # a form holds what it was filled in with, and nothing else
        try:
            choices = find_disclosable(vault, record_id, services).choices
        except WalletError:
            always = None
        else:
            always = [part_name(part.pointer, language) for part in choices.mandatory]
            if choices.mechanism is Mechanism.CLR_INNER:
                names = {part.pointer: str(part.value) for part in choices.selectable}
    shown, hidden = (
        [names.get(one) or part_name(one, language) for one in _pointers(parts, record_id)]
        for parts in (share.revealed, share.hidden)
    )
    subset = subset_of(share, record_id)
    return SeenParts(title, is_whole=False, shown=shown, hidden=hidden, always=always, subset=subset)


def subset_of(share: ShareHead, record_id: str) -> tuple[int, int] | None:
    """How many credentials of a learner record were shown without the record around them, and of how many.

    None for anything else. Only credentials in a record are named so in the history.
    """
    shown, hidden = (_pointers(parts, record_id) for parts in (share.revealed, share.hidden))
    is_subset = bool(shown) and all(map(_is_in_record, (*shown, *hidden)))
    return (len(shown), len(shown) + len(hidden)) if is_subset else None


def _is_in_record(pointer: str) -> bool:
    names = [name for name in parse_pointer(pointer) if not name.isdigit()]
    return names == ["credentialSubject", "verifiableCredential"]


def _pointers(parts: Sequence[str], record_id: str) -> Sequence[str]:
    """Of parts written as ID=POINTER those of one credential."""
    start = f"{record_id}="
    return [part.removeprefix(start) for part in parts if part.startswith(start)]
