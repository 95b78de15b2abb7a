"""The learner's own keys, with which shares are signed: one for each profile.

Lives here: making a key from randomness and naming it (did:key). Does not live here: keeping it
(`wallet.vault.holder_keys`, `wallet.vault.profiles`).
"""

from collections.abc import Sequence

from wallet.app.container import Services
from wallet.credentials.model import Did
from wallet.errors import Reason, VaultError
from wallet.proofs.keys import did_key_from_seed
from wallet.vault.connection import Vault
from wallet.vault.holder_keys import SEED_BYTES, HolderKey
from wallet.vault.names import MAX_CHARACTERS, usable_name
from wallet.vault.profiles import Profile

_FIRST_PROFILE = "1"
"""What the first profile is called when the file's own name cannot be used."""


def make_holder_key(vault: Vault, services: Services) -> HolderKey:
    """The vault's first profile, called as the file is, with a new key with which shares are signed."""
    try:
        name = usable_name(vault.name[:MAX_CHARACTERS])
    except VaultError:
        name = _FIRST_PROFILE
    make_profile(vault, name, (), services)
    return vault.holder_keys.default()


def make_profile(vault: Vault, name: str, identifiers: Sequence[str], services: Services) -> Profile:
    """A new profile with a new Ed25519 key of its own; durable on return.

    Raises:
        VaultError: NAME_NOT_USABLE, NAME_TAKEN, or it could not be stored.
    """
    return vault.profiles.add(name, identifiers, new_holder_key(services))


def new_holder_key(services: Services) -> HolderKey:
    """A new Ed25519 key, kept nowhere yet.

    Source: did:key method specification, "Create": the key's address repeats the encoded key behind `#`.
    """
    seed = services.random(SEED_BYTES)
    did = did_key_from_seed(seed)
    return HolderKey(Did(did), f"{did}#{did.removeprefix('did:key:')}", seed, services.clock.now())


def holder_key(vault: Vault, services: Services) -> HolderKey:
    """The key shares are signed with; made now if the vault has none."""
    try:
        return vault.holder_keys.default()
    except VaultError as error:
        if error.reason is not Reason.RECORD_NOT_FOUND:
            raise
    return make_holder_key(vault, services)
