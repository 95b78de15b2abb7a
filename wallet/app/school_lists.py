"""The lists of issuers that a school has set: files beside its settings, and registries when the network is used.

Lives here: turning both into directories. Does not live here: reading the school's file (`school_policy`), the formats
of lists (`wallet.verification.trust_lists`).
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from datetime import datetime

from wallet.app.container import Services
from wallet.app.school_policy import SchoolPolicy, load_policy
from wallet.errors import AppError, ExchangeError, Reason, VerificationError, WalletError
from wallet.verification.sources import AskedDirectory, DocumentSource, IssuerDirectory, KnownIssuer


def school_lists(services: Services) -> Sequence[IssuerDirectory]:
    """What the school has set; empty where it has set nothing, or where its settings cannot be used.

    A file of the school's that cannot be read is left out: a learner cannot mend it, and an issuer on no list is told
    to be on none. `school_trouble` says why.
    """
    try:
        policy = load_policy()
    except AppError:
        return ()
    if policy is None or not (policy.lists or policy.registries):
        return ()
    found = list(_files(policy))
    if services.follow is not None and policy.network:
        found += [WebRegistry(address, services.documents) for address in policy.registries]
    return tuple(found)


def school_trouble(policy: SchoolPolicy) -> Sequence[tuple[str, Reason]]:
    """Each list beside the settings that cannot be used, by name, and why."""
    troubles = []
    for path in policy.lists:
        try:
            _read(policy, path.name)
        except WalletError as error:
            troubles.append((path.name, error.reason))
    return troubles


def _files(policy: SchoolPolicy) -> Sequence[IssuerDirectory]:
    found: list[IssuerDirectory] = []
    for path in policy.lists:
        try:
            found.append(_read(policy, path.name))
        except WalletError:
            continue
    return found


def _read(policy: SchoolPolicy, name: str) -> IssuerDirectory:
    from wallet.app.trust import load_trust_lists  # noqa: PLC0415 - three formats, slow to load

    (found,) = load_trust_lists([policy.path.parent / name])
    return found


class WebRegistry(AskedDirectory):
    """A list of issuers on the web that is fetched when the first issuer is looked up. Implements `IssuerDirectory`."""

    def __init__(self, address: str, documents: DocumentSource) -> None:
        """Asks nobody yet."""
        self._address = address
        self._documents = documents
        self._list: IssuerDirectory | None = None
        self._trouble: Reason | None = None

    @property
    def name(self) -> str:
        """What the list calls itself, its address before it was fetched."""
        return self._list.name if self._list is not None else self._address.removeprefix("https://")

    @property
    def is_personal(self) -> bool:
        """False: the school chose it."""
        return False

    def is_in_force(self, at: datetime) -> bool:
        """Whether the list counts at this moment; one that is not there is asked about by `trouble`."""
        found = self._fetched()
        return found is None or found.is_in_force(at)

    def find(self, issuer_id: str) -> KnownIssuer | None:
        """The entry of this issuer."""
        found = self._fetched()
        return None if found is None else found.find(issuer_id)

    def ids_named_like(self, name: str) -> AbstractSet[str]:
        """As the list says."""
        found = self._fetched()
        return frozenset() if found is None else found.ids_named_like(name)

    def trouble(self, issuer_id: str) -> Reason | None:
        """Why the list could not be had."""
        found = self._fetched()
        return found.trouble(issuer_id) if isinstance(found, AskedDirectory) else self._trouble

    def _fetched(self) -> IssuerDirectory | None:
        from wallet.exchange.issuer_registry import read_web_list  # noqa: PLC0415 - only with the network

        if self._list is None:
            try:
                self._list, self._trouble = read_web_list(self._address, self._documents), None
            except (ExchangeError, VerificationError) as error:
                self._trouble = error.reason
        return self._list
