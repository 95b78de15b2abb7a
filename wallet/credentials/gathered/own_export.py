"""The wallet's own export: the credentials with what their owner had put beside them.

Lives here: reading its manifest, and picking the files that are credentials. What lay in the bin stays out. Does not
live here: writing it (`wallet.app.export`).
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from wallet.codecs import strict_json
from wallet.credentials.gathered.entries import Entry, Gathered, OwnerMarks, private_keys_in
from wallet.credentials.json_text import objects, strings, text
from wallet.credentials.model import JsonObject
from wallet.errors import CredentialError, Reason, WalletError

FORMAT = "ler-wallet-export"
MANIFEST = "manifest.json"
_KEYS = "keys/holder-keys.json"
_VERSION = 1


def is_manifest(value: Any) -> bool:
    """Whether this is the manifest of an export."""
    return isinstance(value, Mapping) and value.get("format") == FORMAT


def read_export(manifest: JsonObject, read: Callable[[str], bytes]) -> Gathered:
    """The credentials of an export, older versions before the newer ones that took their place.

    Args:
        manifest: for which `is_manifest` holds.
        read: the bytes of a file of the export; raises a `WalletError` where there are none.

    Raises:
        CredentialError: UNSUPPORTED_FORMAT for an export of a later version.
    """
    if manifest.get("version") != _VERSION:
        raise CredentialError(Reason.UNSUPPORTED_FORMAT, "a later export")
    pinned = set(strings(manifest.get("pinned")))
    kept = [one for one in objects(manifest.get("credentials")) if one.get("deleted_at") is None]
    return Gathered([_entry(one, pinned, read) for one in kept], _keys(manifest, read))


def _entry(one: JsonObject, pinned: set[str], read: Callable[[str], bytes]) -> Entry:
    place = text(one.get("file")) or ""
    marks = OwnerMarks(
        tuple(strings(one.get("collections"))),
        tuple(strings(one.get("tags"))),
        tuple(words for note in objects(one.get("notes")) if (words := text(note.get("text")))),
        one.get("id") in pinned,
    )
    try:
        return Entry(place, read(place), None, marks)
    except WalletError as error:
        return Entry(place, None, error)


def _keys(manifest: JsonObject, read: Callable[[str], bytes]) -> Sequence[JsonObject]:
    if not manifest.get("holder_keys"):
        return ()
    try:
        return tuple(private_keys_in(strict_json.loads(read(_KEYS))))
    except WalletError:
        return ()
