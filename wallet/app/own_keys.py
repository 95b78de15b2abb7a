"""Which of the learner's keys shows a credential: the one that it names.

An issuer may have given credentials to several keys of one wallet: to those of several profiles, or to a key of its own
for each copy, so that receivers cannot tell by the key that it is the same person. Then what shows a credential is its
own key, whichever profile is in use; what names none of them is shown by the key in use.

Lives here: finding the key. Does not live here: making and keeping keys (`holder`), signing (`wallet.sharing`).
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from wallet.app.container import Services
from wallet.app.holder import holder_key
from wallet.credentials.model import UnverifiedCredential
from wallet.errors import ProofError, UndecidableProofError
from wallet.proofs import sd_jwt as sd_jwt_proofs
from wallet.proofs.keys import PublicKey, key_from_multikey
from wallet.sharing.presentation import HolderSigner
from wallet.vault.connection import Vault
from wallet.vault.holder_keys import HolderKey
from wallet.verification.report import SharedBy
from wallet.verification.shared_by import Sharer, compare

_DID_KEY = "did:key:"


@dataclass(frozen=True)
class OwnKeys:
    """The keys of one vault.

    Attributes:
        in_use: the key of the profile in use.
        others: all the others, the first made first.
    """

    in_use: HolderSigner
    others: Sequence[HolderSigner] = field(default=())

    def confirmed(self, document: UnverifiedCredential) -> HolderSigner | None:
        """The key that the issuer of an SD-JWT confirmed as the holder's, if it is one of these."""
        if document.sd_jwt is None or document.jws is None:
            return None
        try:
            confirmed = sd_jwt_proofs.confirmation_key(document.jws.payload)
        except (ProofError, UndecidableProofError):
            return None
        if isinstance(confirmed, PublicKey):
            return next((one for one, key in self._keys if key == confirmed), None)
        return next((one for one, _ in self._keys if one.verification_method == confirmed), None)

    def showing(self, documents: Sequence[UnverifiedCredential]) -> HolderSigner:
        """The key that signs for these together: the one that most of them name, else the one in use.

        A presentation has one signer, so that of several that name different keys, receivers are told of the others.
        """
        if not self.others:
            return self.in_use
        named = Counter(did for document in documents if (did := self._named(document)) is not None)
        most = max(named.values(), default=0)
        by_did = {one.did: one for one, _ in self._keys}
        return next((by_did[did] for did in by_did if most and named[did] == most), self.in_use)

    def _named(self, document: UnverifiedCredential) -> str | None:
        for signer, key in self._keys:
            if compare(document, Sharer(key, signer.did)) is SharedBy.NAMED_KEY:
                return signer.did
        return None

    @cached_property
    def _keys(self) -> Sequence[tuple[HolderSigner, PublicKey]]:
        """Each with its public key, the one in use first."""
        return [
            (one, key_from_multikey(one.did.removeprefix(_DID_KEY))) for one in (self.in_use, *self.others)
        ]


def own_keys(vault: Vault, services: Services) -> OwnKeys:
    """The keys of a vault; one is made now if it has none.

    Raises:
        VaultError: they cannot be read, or the first one cannot be stored.
    """
    in_use = holder_key(vault, services)
    others = [
        one for one in vault.holder_keys.all() if one.did != in_use.did and one.did.startswith(_DID_KEY)
    ]
    return OwnKeys(_signer(in_use), [_signer(one) for one in others])


def _signer(key: HolderKey) -> HolderSigner:
    return HolderSigner(key.did, key.verification_method, key.private_seed)
