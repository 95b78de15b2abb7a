"""The learner's own key, with which shares are signed.

Lives here: making it from randomness and naming it (did:key). Does not live here: keeping it
(`wallet.vault.holder_keys`).
"""

from wallet.app.container import Services
from wallet.errors import Reason, VaultError
from wallet.proofs.keys import did_key_from_seed
from wallet.vault.connection import Vault
from wallet.vault.holder_keys import SEED_BYTES, HolderKey


def make_holder_key(vault: Vault, services: Services) -> HolderKey:
    """A new Ed25519 key, kept in the vault as the one shares are signed with.

    Source: did:key method specification, "Create": the key's address repeats the encoded key behind `#`.
    """
    seed = services.random(SEED_BYTES)
    did = did_key_from_seed(seed)
    method = f"{did}#{did.removeprefix('did:key:')}"
    return vault.holder_keys.create_default(seed, did, method, services.clock.now())


def holder_key(vault: Vault, services: Services) -> HolderKey:
    """The key shares are signed with; made now if the vault has none."""
    try:
        return vault.holder_keys.default()
    except VaultError as error:
        if error.reason is not Reason.RECORD_NOT_FOUND:
            raise
    return make_holder_key(vault, services)
