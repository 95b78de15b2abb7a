"""The LearnCard holder continuity bundle: a ZIP with a manifest, every payload in a locked envelope of its own.

Lives here: reading the manifest, comparing it and what is stored with the checksums in it, picking what is a
credential, and finding keys. Does not live here: the envelope (`wallet.sharing.locked_backups`) and the archive.

Source: LearnCard `packages/holder-continuity-bundle` (BUNDLE_SPEC.md 1.0.0, `manifest.ts`, `exportBundle.ts`).
"""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from wallet.codecs import strict_json
from wallet.credentials.gathered.entries import Entry, Gathered, private_keys_in
from wallet.credentials.json_text import objects, text
from wallet.credentials.model import JsonObject
from wallet.errors import CodecError, CredentialError, Reason, WalletError

MANIFEST = "manifest.json"
_VERSION = "1."
_CREDENTIALS = frozenset({"credential", "presentation", "unknown-json"})
_JWKS, _SEED = "key-jwks", "key-private-seed"
_SEED_LETTERS = 64


def is_manifest(value: Any) -> bool:
    """Whether this is the manifest of such a bundle."""
    return (
        isinstance(value, Mapping)
        and isinstance(value.get("specVersion"), str)
        and isinstance(value.get("contents"), list)
        and isinstance(value.get("encryption"), Mapping)
    )


def is_locked(manifest: JsonObject) -> bool:
    """Whether a passphrase is needed for anything in it."""
    return any(one.get("encrypted") is True for one in objects(manifest["contents"]))


def read_bundle(
    manifest: JsonObject,
    read: Callable[[str], bytes],
    open_envelope: Callable[[bytes], bytes],
    *,
    with_keys: bool,
) -> Gathered:
    """The credentials of a bundle. What is damaged spoils itself only.

    Args:
        manifest: for which `is_manifest` holds.
        read: the bytes of a file of the bundle; raises a `WalletError` where there are none.
        open_envelope: the payload in an envelope; raises a `WalletError`.
        with_keys: also open the envelopes keys are in: each takes as long as deriving a key does.

    Raises:
        CredentialError: UNSUPPORTED_FORMAT for another version.
        WalletError: while the entries are gone through, BACKUP_PASSPHRASE_WRONG when the first envelope does not open.
    """
    if not manifest["specVersion"].startswith(_VERSION):
        raise CredentialError(Reason.UNSUPPORTED_FORMAT, "a later bundle")
    payloads = _Payloads(read, open_envelope)
    contents = objects(manifest["contents"])
    keys = _keys(contents, payloads) if with_keys else ()
    entries = (payloads.entry(one) for one in contents if one.get("type") in _CREDENTIALS)
    doubt = None if _is_whole(manifest) else Reason.BACKUP_LIST_DIFFERS
    return Gathered(entries, keys, text(manifest.get("walletName")), doubt=doubt)


def _is_whole(manifest: JsonObject) -> bool:
    """Whether the list of what is in the bundle is the one its checksum was made of; True where there is no checksum.

    The paths are ordered as in some language, and the bundle does not say which: by letters as they are, or without
    regard to case, is what any of them makes of paths like these.

    Source: LearnCard BUNDLE_SPEC.md 1.0.0 (`payloadSha256`); `manifest.ts`.
    """
    stated, contents = manifest.get("payloadSha256"), manifest["contents"]
    if stated is None:
        return True
    if not isinstance(stated, str) or not all(isinstance(one, Mapping) for one in contents):
        return False
    return any(_list_digest(contents, order) == stated.lower() for order in (str, str.casefold))


def _list_digest(contents: Sequence[JsonObject], order: Callable[[str], str]) -> str:
    listed = sorted(contents, key=lambda one: order(text(one.get("path")) or ""))
    return hashlib.sha256(_key_sorted(listed).encode("utf-8", "surrogatepass")).hexdigest()


def _key_sorted(value: Any) -> str:
    """JSON with the members of each object in the order of their names, as JavaScript writes it."""
    if isinstance(value, Mapping):
        members = (f"{_key_sorted(name)}:{_key_sorted(value[name])}" for name in sorted(value))
        return "{" + ",".join(members) + "}"
    if isinstance(value, list):
        return "[" + ",".join(map(_key_sorted, value)) + "]"
    return strict_json.dumps(value)


class _Payloads:
    """The payloads of one bundle."""

    def __init__(self, read: Callable[[str], bytes], open_envelope: Callable[[bytes], bytes]) -> None:
        self._read = read
        self._open = open_envelope
        self._has_opened = False

    def entry(self, one: JsonObject) -> Entry:
        """One payload, or why there is none."""
        place = text(one.get("path")) or ""
        try:
            return Entry(place, self.payload(one))
        except WalletError as error:
            if error.reason is Reason.BACKUP_PASSPHRASE_WRONG and not self._has_opened:
                raise  # each try takes as long as deriving a key does
            return Entry(place, None, error)

    def payload(self, one: JsonObject) -> bytes:
        """The bytes behind one line of the manifest.

        Raises:
            CodecError: ARCHIVE_ENTRY_DAMAGED when they are not what the manifest says.
            WalletError: it cannot be read or opened.
        """
        stored = self._read(text(one.get("path")) or "")
        if hashlib.sha256(stored).hexdigest() != one.get("sha256"):
            raise CodecError(Reason.ARCHIVE_ENTRY_DAMAGED, "another checksum")
        if one.get("encrypted") is True:
            stored = self._open(stored)
            self._has_opened = True
        return stored.strip() or b" "


def _keys(contents: Sequence[JsonObject], payloads: _Payloads) -> Sequence[JsonObject]:
    """The Ed25519 keys: as JWK, else as the seed they are made from (64 hexadecimal letters)."""
    for kind in (_JWKS, _SEED):
        for one in contents:
            if one.get("type") != kind:
                continue
            try:
                found = payloads.payload(one)
                keys = (
                    tuple(private_keys_in(strict_json.loads(found)))
                    if kind == _JWKS
                    else (
                        {
                            "type": "Ed25519",
                            "privateKeyHex": found.decode("ascii", "replace")[:_SEED_LETTERS],
                        },
                    )
                )
            except WalletError:
                continue
            if keys:
                return keys
    return ()
