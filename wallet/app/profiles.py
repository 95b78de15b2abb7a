"""The learner's identities (school, work): who they are to issuers, and the key each signs with.

Lives here: making, changing and choosing profiles. Does not live here: keys (`holder`), comparing with a credential
(`own_view`, `wallet.verification`).
"""

from collections.abc import Sequence

from wallet.app.container import Services
from wallet.app.holder import make_profile
from wallet.vault.connection import Vault
from wallet.vault.profiles import Profile

__all__ = ["Profile", "add_profile", "edit_profile", "profiles", "use_profile"]


def profiles(vault: Vault) -> Sequence[Profile]:
    """All profiles, the first made first."""
    return vault.profiles.list()


def add_profile(vault: Vault, name: str, identifiers: Sequence[str], services: Services) -> Profile:
    """Makes a profile with a new key of its own; the one in use stays in use. Durable on return.

    Args:
        identifiers: e-mails and other identifiers that issuers use for it.

    Raises:
        VaultError: NAME_NOT_USABLE, NAME_TAKEN.
    """
    return make_profile(vault, name, identifiers, services)


def edit_profile(
    vault: Vault,
    name: str,
    *,
    new_name: str | None = None,
    add: Sequence[str] = (),
    remove: Sequence[str] = (),
) -> Profile:
    """Changes a profile's name and identifiers, all or nothing; its key stays. Durable on return.

    Raises:
        VaultError: NAME_NOT_FOUND, NAME_NOT_USABLE, NAME_TAKEN.
    """
    return vault.profiles.edit(name, new_name=new_name, add=add, remove=remove)


def use_profile(vault: Vault, name: str) -> Profile:
    """From now on shares are signed by this profile. Durable on return.

    Raises:
        VaultError: NAME_NOT_FOUND.
    """
    return vault.profiles.use(name)
