"""What a check of the learner's own credentials knows beside them: lists of issuers, the learner, days that are past.

Lives here: putting the vault's knowledge into the hands of the verifier. None of it travels: a share is made and read
back without it, and so is what a receiver checks. Does not live here: keeping lists (`known_issuers`,
`kept_trust_lists`) or documents (`kept_documents`).
"""

from collections.abc import Sequence
from dataclasses import replace

from wallet.app.container import Services
from wallet.app.kept_trust_lists import kept_trust_lists
from wallet.app.known_issuers import known_issuers
from wallet.app.school_lists import school_lists
from wallet.vault.connection import Vault
from wallet.verification.sources import IssuerDirectory, Recipients


def own_view(vault: Vault, services: Services | None = None) -> Sequence[IssuerDirectory]:
    """The lists that colour what the learner sees in their own vault: the school's, those they added, who they know.

    Args:
        services: the world of a check; None where nothing is checked, which leaves out what the school has set.

    Raises:
        VaultError: VAULT_DAMAGED when what was kept cannot be read.
    """
    added: list[IssuerDirectory] = [kept.list for kept in kept_trust_lists(vault)]
    if services is not None:
        added = [*school_lists(services), *added]
    personal = known_issuers(vault)
    return (*added, personal) if personal.issuers else tuple(added)


def own_identities(vault: Vault) -> Recipients:
    """Who the learner is: the identifiers and keys of all profiles, whichever is in use; one person owns them all.

    Nobody knows all their own identifiers, so what is of a kind that no profile names is not called somebody else's.
    """
    profiles = vault.profiles.list()
    return Recipients(
        tuple(identifier for profile in profiles for identifier in profile.identifiers),
        tuple(did for profile in profiles for did in profile.dids),
        is_partial=True,
    )


def with_known_past(services: Services, vault: Vault) -> Services:
    """The same services, with a clock doubted that is before a start date which an earlier check found to have passed.

    A clock somebody set on purpose (`--at`) is not doubted.

    Raises:
        VaultError: as for every reading of the vault.
    """
    if services.earliest is None:
        return services
    newest = vault.credentials.newest_start_after(services.clock.now())
    return services if newest is None else replace(services, earliest=max(newest, services.earliest))
