"""What can be left out of a kept credential when it is shared, what cannot, and what rides along.

Lives here: putting together what the command and the window show before anything is shared. Does not live here:
sharing (`share`), words for parts (`part_names`), which values are private (`private_values`).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from wallet.app.browse import reopen
from wallet.app.claim_names import PrivateKind
from wallet.app.container import Services
from wallet.app.private_values import PrivateGroup, PrivateValue, own_values, private_values
from wallet.credentials import clr2
from wallet.credentials.model import Format, UnverifiedCredential
from wallet.errors import WalletError
from wallet.sharing import disclosure
from wallet.sharing.parts import Choices, Mechanism, Part
from wallet.vault.connection import Vault

__all__ = [
    "Disclosable",
    "Mechanism",
    "Part",
    "PrivateGroup",
    "PrivateValue",
    "WholeRecord",
    "find_disclosable",
]


@dataclass(frozen=True, slots=True)
class WholeRecord:
    """What goes along when a learner record is shared whole, besides what the credentials in it tell.

    Attributes:
        count: how many credentials are in it.
    """

    count: int
    travels_along: Sequence[PrivateValue]


@dataclass(frozen=True, slots=True)
class Disclosable:
    """What a person may choose for one credential.

    Attributes:
        record_id: its id in the vault.
        travels_along: what it tells even when everything that can be left out is.
        with_chosen: for each credential of a learner record that can be chosen, by its pointer, what it tells.
        whole_record: what is shared when nothing is chosen in a learner record; None for anything else.
    """

    record_id: str
    choices: Choices
    travels_along: Sequence[PrivateValue]
    with_chosen: Mapping[str, Sequence[PrivateValue]] = field(default_factory=dict)
    whole_record: WholeRecord | None = None


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
    return Disclosable(
        stored.head.id,
        choices,
        _travelling(document, choices, services),
        _with_chosen(document, choices, services),
        _whole_record(document),
    )


def _travelling(
    document: UnverifiedCredential, choices: Choices, services: Services
) -> Sequence[PrivateValue]:
    """Found in what would be shown with nothing chosen; of a learner record nothing has to be shown at all."""
    if choices.mechanism is Mechanism.CLR_INNER:
        return ()
    chosen = None if choices.mechanism is Mechanism.WHOLE else ()
    return _told(_shown(document, chosen, services))


def _with_chosen(
    document: UnverifiedCredential, choices: Choices, services: Services
) -> Mapping[str, Sequence[PrivateValue]]:
    if choices.mechanism is not Mechanism.CLR_INNER:
        return {}
    return {
        pointer: _told(_shown(inner, None, services))
        for pointer, inner in disclosure.inner_credentials(document)
    }


def _whole_record(document: UnverifiedCredential) -> WholeRecord | None:
    if document.format is not Format.CLR_2:
        return None
    told = tuple(dict.fromkeys((*own_values(document), *_ids(document))))
    return WholeRecord(len(clr2.inner_documents(document.document)), told)


def _shown(
    document: UnverifiedCredential, pointers: Sequence[str] | None, services: Services
) -> Sequence[UnverifiedCredential]:
    """The very documents that would leave; the whole where they cannot be derived, which then does not leave either."""
    try:
        return disclosure.derive_credentials(document, pointers, services.random)
    except WalletError:
        return [document]


def _told(shown: Sequence[UnverifiedCredential]) -> Sequence[PrivateValue]:
    found = [value for each in shown for value in (*private_values(each), *_ids(each))]
    return tuple(dict.fromkeys(found))


def _ids(document: UnverifiedCredential) -> Iterator[PrivateValue]:
    """What the subject is called: it is the same wherever the credential is shown."""
    for subject in document.credential.subjects:
        if subject.id and not subject.id.casefold().startswith(("mailto:", "tel:")):
            yield PrivateValue(PrivateKind.OTHER_IDENTIFIER, subject.id)
