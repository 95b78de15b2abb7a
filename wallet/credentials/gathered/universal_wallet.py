"""Universal Wallet 2020, and the backups of the Learner Credential Wallet, which are lists of it.

Lives here: which of the contents are credentials, which are keys, and what only belongs to the wallet. A profile
without keys, or with broken ones, loses nothing: its credentials are read all the same. Does not live here: opening a
locked one.

Source: Universal Wallet 2020 (W3C CCG report), "Data Model"; Learner Credential Wallet 2.2.10, `app/lib/export.ts`.
"""

from collections.abc import Sequence
from typing import Any

from wallet.credentials import vcdm
from wallet.credentials.gathered.entries import Entry, Gathered, entry_of, has_private_part, private_keys_in
from wallet.credentials.json_text import one_or_many, strings, text, types_of
from wallet.credentials.model import JsonObject

TYPE = "UniversalWallet2020"
LOCKED_TYPE = "EncryptedWallet"
LOCKED_STATUS, UNLOCKED_STATUS = "LOCKED", "UNLOCKED"
_DID_CONTEXT = "https://www.w3.org/ns/did/v1"
# Contents that are the wallet's own business: nothing in them was awarded to anybody.
_OF_THE_WALLET = frozenset(
    {
        *(
            "ProfileMetadata",
            "MetaData",
            "Metadata",
            "Connection",
            "Organization",
            "Person",
            "Currency",
            "Account",
        ),
        *("BankAccount", "HDAccount", "Location"),
    }
)
_SECRETS = frozenset({"Key", "KeyPair", "Seed", "Mnemonic", "Entropy", "AsymmetricKeyPair", "SymmetricKey"})
_KEY_TYPE_PARTS = ("VerificationKey", "KeyAgreementKey", "JsonWebKey", "Multikey")


def is_wallet(value: Any) -> bool:
    """Whether this is one unlocked wallet or profile."""
    if not isinstance(value, dict) or not isinstance(value.get("contents"), list):
        return False
    return value.get("status") == UNLOCKED_STATUS or (TYPE in types_of(value) and not is_locked(value))


def is_locked(value: Any) -> bool:
    """Whether this is a wallet of this kind that somebody locked with a passphrase."""
    if not isinstance(value, dict):
        return False
    is_credential_of_one = LOCKED_TYPE in types_of(value) and isinstance(value.get("credentialSubject"), dict)
    return is_credential_of_one or (
        value.get("status") == LOCKED_STATUS and isinstance(value.get("contents"), list)
    )


def read_wallets(value: Any) -> Gathered | None:
    """The contents of one wallet or of a list of profiles; None when this is neither."""
    if isinstance(value, dict) and isinstance(value.get("wallet"), dict):
        value = value["wallet"]
    wallets = [value] if is_wallet(value) else value
    if not isinstance(wallets, list) or not any(is_wallet(one) for one in wallets):
        return None
    entries: list[Entry] = []
    for wallet in wallets:
        contents = wallet["contents"] if is_wallet(wallet) else [wallet]
        prefix = _name_of(contents) if len(wallets) > 1 else None
        entries += [
            entry_of(content, f"{prefix or ''}#{len(entries) + number}")
            for number, content in enumerate(filter(_may_be_a_credential, contents))
        ]
    names = [_name_of(wallet["contents"]) for wallet in wallets if is_wallet(wallet)]
    return Gathered(entries, tuple(private_keys_in(value)), next((name for name in names if name), None))


def _name_of(contents: Sequence[Any]) -> str | None:
    """The name the owner gave a profile."""
    for content in contents:
        if isinstance(content, dict) and "ProfileMetadata" in types_of(content):
            about = content.get("data")
            return text(about.get("profileName")) if isinstance(about, dict) else None
    return None


def _may_be_a_credential(content: Any) -> bool:
    """Whether it gets a row of its own; contents are told by shape, since order and types cannot be relied on."""
    if not isinstance(content, dict):
        return True
    if vcdm.CREDENTIAL_TYPE in types_of(content) or "credentialSubject" in content:
        return True
    if has_private_part(content) or _DID_CONTEXT in strings(content.get("@context")):
        return False
    return not any(_is_of_the_wallet(kind) for kind in types_of(content)) and not _is_did_document(content)


def _is_of_the_wallet(kind: str) -> bool:
    return kind in _OF_THE_WALLET or kind in _SECRETS or any(part in kind for part in _KEY_TYPE_PARTS)


def _is_did_document(content: JsonObject) -> bool:
    identifier = content.get("id")
    is_did = isinstance(identifier, str) and identifier.startswith("did:")
    return is_did and bool(one_or_many(content.get("verificationMethod") or content.get("authentication")))
