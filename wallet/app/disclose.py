"""What can be left out of a kept credential when it is shared, and what cannot.

Lives here: putting together what the command and the window show before anything is shared. Does not live here:
sharing (`share`), words for parts (`part_names`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from wallet.app.browse import reopen
from wallet.app.container import Services
from wallet.app.share_preview import PrivateKind, PrivateValue, private_values
from wallet.credentials.model import UnverifiedCredential
from wallet.errors import WalletError
from wallet.sharing import disclosure
from wallet.sharing.parts import Choices, Mechanism, Part
from wallet.vault.connection import Vault

__all__ = ["Disclosable", "Mechanism", "Part", "find_disclosable"]


@dataclass(frozen=True, slots=True)
class Disclosable:
    """What a person may choose for one credential.

    Attributes:
        record_id: its id in the vault.
        travels_along: what it says about its holder even when everything that can be left out is.
    """

    record_id: str
    choices: Choices
    travels_along: Sequence[PrivateValue]


def find_disclosable(vault: Vault, record_id: str, services: Services) -> Disclosable:
    """What can be left out of a credential, and which private values cannot.

    Args:
        record_id: its id, or the first 4 or more letters of it.

    Raises:
        VaultError: RECORD_NOT_FOUND, RECORD_AMBIGUOUS, VAULT_DAMAGED.
        ProofError, UndecidableProofError: the credential's own proof or JSON-LD cannot be read.
    """
    stored = vault.credentials.get(record_id)
    document = reopen(stored)
    choices = disclosure.find_choices(document)
    return Disclosable(stored.head.id, choices, _travelling(document, choices, services))


def _travelling(
    document: UnverifiedCredential, choices: Choices, services: Services
) -> Sequence[PrivateValue]:
    """Found in what would be shown with nothing chosen; of a learner record nothing has to be shown at all."""
    if choices.mechanism is Mechanism.CLR_INNER:
        return ()
    shown = [document]
    if choices.mechanism is not Mechanism.WHOLE:
        try:
            shown = list(disclosure.derive_credentials(document, (), services.random))
        except WalletError:
            shown = [document]
    found = [value for each in shown for value in (*private_values(each), *_ids(each))]
    return tuple(dict.fromkeys(found))


def _ids(document: UnverifiedCredential) -> Iterator[PrivateValue]:
    """What the subject is called: it is the same wherever the credential is shown."""
    for subject in document.credential.subjects:
        if subject.id and not subject.id.casefold().startswith(("mailto:", "tel:")):
            yield PrivateValue(PrivateKind.OTHER_IDENTIFIER, subject.id)
