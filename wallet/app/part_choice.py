"""What each part of a credential says, and so whether it starts with a tick when it is shared for a purpose.

Does not live here: the kinds (`part_starts`), or which parts may be left out at all (`wallet.sharing.disclosure`).
"""

from collections.abc import Mapping, Sequence

from wallet.app.browse import reopen
from wallet.app.claim_names import is_about_holder, is_about_outcome, names_other_party
from wallet.app.part_starts import PartSays, Starts
from wallet.credentials.json_pointer import parse_pointer
from wallet.sharing import disclosure
from wallet.sharing.parts import Mechanism, Part
from wallet.vault.connection import Vault


def what_it_says(part: Part) -> PartSays:
    """The kind of one part of a credential. Of a credential in a learner record there is nothing to say."""
    names = [name.casefold().replace("_", "") for name in parse_pointer(part.pointer) if not name.isdigit()]
    if names[-1:] == ["licensenumber"]:
        return PartSays.LICENCE
    if is_about_holder(part.pointer):
        return PartSays.LEARNER
    if is_about_outcome(part.pointer):
        return PartSays.LEVEL if _is_level(part.value) else PartSays.OUTCOME
    return PartSays.PARTY if names_other_party(part.pointer) else PartSays.SKILL


def _is_level(value: object) -> bool:
    """Source: Open Badges 3.0, Result: `achievedLevel` names a level of a rubric, `value` is a grade or a score."""
    return isinstance(value, Mapping) and bool(value.get("achievedLevel")) and not value.get("value")


def start_parts(vault: Vault, record_id: str, starts: Starts, *, apart: bool = False) -> Sequence[str] | None:
    """The pointers to what starts with a tick in a kept credential; None for the whole credential.

    Args:
        record_id: its id, or the first letters of it.
        starts: the kinds of parts.
        apart: of a learner record take the credentials in it, without what its issuer says around them.

    Raises:
        VaultError: RECORD_NOT_FOUND, RECORD_AMBIGUOUS.
        ProofError, CredentialError: as `disclosure.find_choices`.
    """
    choices = disclosure.find_choices(reopen(vault.credentials.get(record_id)))
    if choices.mechanism is Mechanism.WHOLE:
        return None
    if choices.mechanism is Mechanism.CLR_INNER:
        return tuple(part.pointer for part in choices.selectable) if apart else None
    return tuple(part.pointer for part in choices.selectable if what_it_says(part) in starts)
