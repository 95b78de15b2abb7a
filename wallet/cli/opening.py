"""What most commands begin with: an open vault from a path and a passphrase.

Does not live here: reading the passphrase (`passphrase`) or what is done with the vault.
"""

from pathlib import Path

from wallet.app.unlock import Vault, open_vault
from wallet.cli.passphrase import read_passphrase
from wallet.errors import Reason, VaultError


def opened(vault_path: str, descriptor: int | None) -> Vault:
    """The vault at this path; nobody is asked for the passphrase of a file that is not there.

    Raises:
        AppError: PASSPHRASE_MISSING.
        VaultError: as `open_vault`.
    """
    path = Path(vault_path)
    if not path.exists():
        raise VaultError(Reason.VAULT_MISSING)
    return open_vault(path, read_passphrase(descriptor))
