"""What earlier checks of a credential rested on, offered to its next check.

Lives here: putting the vault's dated evidence behind the documents of a run. Does not live here: keeping it
(`wallet.vault.evidence`) or what its age means (`wallet.verification.evidence`).
"""

from dataclasses import replace

from wallet.app.container import Services
from wallet.vault.connection import Vault
from wallet.verification.evidence import KeptDocuments


def with_kept_documents(services: Services, vault: Vault, record_id: str) -> Services:
    """The same services, with the documents kept for this credential where nothing fresher answers.

    Raises:
        VaultError: as for every reading of a record.
    """
    kept = {document.url: document for document in vault.evidence.of(record_id)}
    return replace(services, documents=KeptDocuments(services.documents, kept))
