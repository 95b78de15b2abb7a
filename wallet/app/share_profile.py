"""A share that goes onto a public profile: one credential's name, issuer and dates in an address that fills in a form.

Lives here: which of a prepared share goes there, and recording it. Does not live here: the address (`profile_entry`);
opening it, which is for the learner to do.
"""

from dataclasses import replace

from wallet.app.container import Services
from wallet.app.profile_entry import SKILLS, ProfileEntry, fields_in, profile_entry
from wallet.app.share import PreparedShare, ShareRecord, record
from wallet.errors import Reason, SharingError
from wallet.vault.connection import Vault

CHANNEL = "profile"
RECEIVER = "LinkedIn"
"""Who learns what is in the address, whoever else looks at the profile later."""

_PARTS = (
    ("name", "/name"),
    ("organizationName", "/issuer/name"),
    ("issueYear", "/validFrom"),
    ("expirationYear", "/validUntil"),
)


def refusal(prepared: PreparedShare) -> SharingError | None:
    """Why a share cannot go onto a profile; None where it can."""
    if prepared.is_not_valid:
        return SharingError(Reason.NOT_FOR_SHARING, "a form cannot be labelled")
    if len(prepared.credential_ids) != 1 or len(prepared.documents) != 1:
        return SharingError(Reason.PROFILE_TAKES_ONE)
    return None


def find_profile(
    prepared: PreparedShare, skills: str = SKILLS, page: str | None = None
) -> ProfileEntry | None:
    """What goes onto a profile, made of what is shown and nothing else; None where it cannot (`refusal`).

    Args:
        skills, page: as in `profile_entry`.

    Raises:
        AppError: USAGE when `page` is no https address.
    """
    if refusal(prepared) is not None:
        return None
    return profile_entry(prepared.documents[0].credential, page, skills)


def record_profile(
    vault: Vault, prepared: PreparedShare, services: Services, page: str | None = None
) -> ShareRecord:
    """Keeps in the history that the address was made, with the address; durable on return.

    To be called before anybody sees the address.

    Args:
        page: as in `profile_entry`.

    Raises:
        SharingError: PROFILE_TAKES_ONE, NOT_FOR_SHARING; GUARDIAN_NEEDED.
        VaultError: it could not be stored.
    """
    entry = find_profile(prepared, page=page)
    if entry is None:
        raise refusal(prepared) or SharingError(Reason.PROFILE_TAKES_ONE)
    filled = {name for name, _ in fields_in(entry.link)}
    record_id = prepared.credential_ids[0]
    shown = tuple(f"{record_id}={pointer}" for name, pointer in _PARTS if name in filled)
    made = replace(prepared, to=RECEIVER, until=None, revealed=shown, hidden=())
    return record(vault, made, CHANNEL, services, content=entry.link.encode("ascii"))
