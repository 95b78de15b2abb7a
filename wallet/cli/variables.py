"""Which variables of the environment secrets are taken from. Alone, because looking for one must load nothing else."""

VAULT = "LER_WALLET_PASSPHRASE"
NEW = "LER_WALLET_NEW_PASSPHRASE"
SHARE = "LER_WALLET_SHARE_PASSPHRASE"
GUARDIAN = "LER_WALLET_GUARDIAN_CODE"
BACKUP = "LER_WALLET_BACKUP_PASSPHRASE"
ALL = (VAULT, NEW, SHARE, GUARDIAN, BACKUP)
