"""Private keys that come in with a backup of another wallet, and the file that held them in the open.

Lives here: reading Ed25519 keys in every spelling wallets use, keeping each as a profile of its own, deleting the file.
Does not live here: finding them (`gather`). Nothing here is done unless somebody asked for it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from wallet.app.container import Services
from wallet.app.gather import Findings
from wallet.app.holder import holder_key
from wallet.codecs import base58, base64url, multibase
from wallet.credentials.json_text import types_of
from wallet.credentials.model import Did, JsonObject
from wallet.errors import AppError, ProofError, Reason, VaultError, WalletError
from wallet.proofs.keys import did_key_from_seed
from wallet.vault.connection import Vault
from wallet.vault.holder_keys import SEED_BYTES, HolderKey
from wallet.vault.names import MAX_CHARACTERS, usable_name

_ED25519_SECRET = b"\x80\x26"
_PAIR_BYTES = 64
_UNNAMED = "Other wallet"
_MOST_NAMES = 1_000


@dataclass(frozen=True, slots=True)
class KeptKeys:
    """What became of the keys of one file.

    Attributes:
        profiles: the names of the profiles that were made, with the identifier of each.
        known: how many were there already.
        unusable: how many mean to be Ed25519 keys and are broken, or are not what their public part says.
    """

    profiles: Sequence[tuple[str, Did]] = ()
    known: int = 0
    unusable: int = 0

    @property
    def all_kept(self) -> bool:
        """Whether every key that could be used to sign is in the vault now."""
        return not self.unusable


def keep_keys(vault: Vault, findings: Findings, services: Services) -> KeptKeys:
    """Makes a profile for each Ed25519 key; the one in use stays in use. Keys for other uses are left out.

    Raises:
        VaultError: it could not be stored; what was stored before stays.
    """
    made: list[tuple[str, Did]] = []
    known = unusable = 0
    for document in findings.keys:
        try:
            seed = seed_of(document)
        except WalletError:
            unusable += 1
            continue
        if seed is None:
            continue
        holder_key(
            vault, services
        )  # so that a key from elsewhere never becomes the one in use by being the first
        did = Did(did_key_from_seed(seed))
        if did in {key.did for key in vault.holder_keys.all()}:
            known += 1
            continue
        name = _free_name(vault, findings.keys_name)
        key = HolderKey(did, f"{did}#{did.removeprefix('did:key:')}", seed, services.clock.now())
        made.append((vault.profiles.add(name, (), key).name, did))
    return KeptKeys(tuple(made), known, unusable)


def seed_of(document: JsonObject) -> bytes | None:
    """The 32 bytes an Ed25519 key is made from; None for a key of another kind.

    Raises:
        WalletError: KEY_MALFORMED or the codec's reason when it means to be one and is not, or is another than its
            public part says.
    """
    seed = _seed(document)
    if seed is None:
        return None
    if len(seed) == _PAIR_BYTES:
        if did_key_from_seed(seed[:SEED_BYTES]) != _did_of(seed[SEED_BYTES:]):
            raise ProofError(Reason.KEY_MALFORMED, "two halves that do not belong together")
        seed = seed[:SEED_BYTES]
    if len(seed) != SEED_BYTES:
        raise ProofError(Reason.KEY_MALFORMED, "length")
    did = did_key_from_seed(seed)
    stated = document.get("publicKeyMultibase")
    controller = document.get("controller")
    if isinstance(stated, str) and did != f"did:key:{stated}":
        raise ProofError(Reason.KEY_MALFORMED, "another public key")
    if isinstance(controller, str) and controller.startswith("did:key:z6Mk") and controller != did:
        raise ProofError(Reason.KEY_MALFORMED, "another controller")
    return seed


def _did_of(public: bytes) -> str:
    return f"did:key:{multibase.encode_base58btc(bytes((0xED, 0x01)) + public)}"


def _seed(document: JsonObject) -> bytes | None:
    """The secret part as its spelling has it: 32 or 64 bytes when it is whole."""
    text = document.get("privateKeyMultibase") or document.get("secretKeyMultibase")
    is_ed25519 = any("Ed25519" in kind for kind in types_of(document))
    if text is not None:
        raw = multibase.decode(_text(text))
        if raw.startswith(_ED25519_SECRET) and len(raw) in (2 + SEED_BYTES, 2 + _PAIR_BYTES):
            return raw[2:]
        return raw if is_ed25519 else None
    if not is_ed25519 and "privateKeyJwk" not in document and "kty" not in document:
        return None
    if "privateKeyBase58" in document:
        return base58.decode(_text(document["privateKeyBase58"]))
    if "privateKeyHex" in document:
        return _from_hex(_text(document["privateKeyHex"]))
    return _from_jwk(document.get("privateKeyJwk", document))


def _from_jwk(jwk: Any) -> bytes | None:
    if not isinstance(jwk, dict) or jwk.get("kty") != "OKP" or jwk.get("crv") != "Ed25519":
        return None
    seed = base64url.decode_strict(_text(jwk.get("d")))
    public = jwk.get("x")
    if public is None:
        return seed
    return seed[:SEED_BYTES] + base64url.decode_strict(_text(public))


def _from_hex(text: str) -> bytes:
    try:
        return bytes.fromhex(text)
    except ValueError as error:
        raise ProofError(Reason.KEY_MALFORMED, "hexadecimal") from error


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise ProofError(Reason.KEY_MALFORMED, "not a text")
    return value


def _free_name(vault: Vault, wanted: str | None) -> str:
    """A profile's name that is not taken; the other wallet's name for it where it can be used."""
    taken = {profile.name.casefold() for profile in vault.profiles.list()}
    try:
        name = usable_name((wanted or _UNNAMED)[: MAX_CHARACTERS - 5])
    except VaultError:
        name = _UNNAMED
    numbered = (f"{name} {number}" for number in range(2, _MOST_NAMES))
    return next(one for one in (name, *numbered) if one.casefold() not in taken)


def delete_backup(path: str) -> None:
    """Deletes the file that held keys in the open. What a disk keeps of deleted files is beyond any program.

    Raises:
        AppError: OUTPUT_NOT_WRITABLE.
    """
    try:
        Path(path).unlink()
    except OSError as error:
        raise AppError(Reason.OUTPUT_NOT_WRITABLE, type(error).__name__) from error
