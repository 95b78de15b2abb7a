"""Whether a credential is there already in other bytes: written with other spaces, out of a backup, in a picture.

Lives here: what two files must share to be one credential. Does not live here: versions of a credential, which differ
in what they say (`wallet.vault.credential_store`).
"""

import hashlib
from dataclasses import dataclass

from wallet.app.open_document import open_document
from wallet.codecs import jcs
from wallet.credentials.model import Envelope, UnverifiedCredential
from wallet.errors import WalletError
from wallet.vault.connection import Vault
from wallet.vault.relatives import relatives_of

_PICTURES = frozenset({Envelope.BAKED_PNG, Envelope.BAKED_SVG})
_MOST_COMPARED = 50


@dataclass(frozen=True, slots=True)
class Twin:
    """A record that holds the same credential in other bytes.

    Attributes:
        record_id: of the record.
        lacks_picture: what comes in is a picture, and the record is none: it is worth keeping.
    """

    record_id: str
    lacks_picture: bool


def find_twin(vault: Vault, document: UnverifiedCredential) -> Twin | None:
    """The record that holds this very credential in other bytes; a picture's twin is a picture, if there is one.

    Raises:
        VaultError: the vault cannot be read.
    """
    digest = content_digest(document)
    if digest is None:
        return None
    plain: str | None = None
    for record_id in relatives_of(vault.database, document.credential)[:_MOST_COMPARED]:
        kept = _kept(vault, record_id)
        if kept is None or content_digest(kept) != digest:
            continue
        if document.envelope not in _PICTURES or kept.envelope in _PICTURES:
            return Twin(record_id, lacks_picture=False)
        plain = plain or record_id
    return None if plain is None else Twin(plain, lacks_picture=True)


def content_digest(document: UnverifiedCredential) -> bytes | None:
    """What stays the same however a credential is written: of its token letter by letter, of JSON its canonical form.

    None when the JSON has no canonical form.
    """
    if document.sd_jwt is not None:
        content = document.sd_jwt.bound_text.encode("utf-8", "surrogatepass")
    elif document.jws is not None:
        content = document.jws.token.encode("utf-8", "surrogatepass")
    else:
        try:
            content = jcs.canonicalize(document.document)
        except WalletError:
            return None
    return hashlib.sha256(content).digest()


def _kept(vault: Vault, record_id: str) -> UnverifiedCredential | None:
    """A record's credential; None for one that is damaged, which is nobody's twin."""
    try:
        found = open_document(vault.credentials.get(record_id).original)
    except WalletError:
        return None
    return found if isinstance(found, UnverifiedCredential) else None
