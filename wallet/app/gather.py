"""Everything in a file somebody hands in, one piece after the other: archives, mail, backups, lists, words around it.

Lives here: from an input, however it was named, to its pieces. Does not live here: taking bytes apart
(`take_apart`), or what becomes of a piece.
"""

from collections.abc import Iterator
from pathlib import Path

from wallet.app.inputs import InputItem, read_file
from wallet.app.piece import Findings, Piece, Wishes
from wallet.app.take_apart import Walk
from wallet.codecs import strict_json
from wallet.credentials.gathered import learncard, own_export
from wallet.errors import AppError, Reason, WalletError

__all__ = ["Findings", "Gatherer", "Piece", "is_bundle_folder"]


class Gatherer(Wishes):
    """Takes inputs apart."""

    def pieces(self, item: InputItem, findings: Findings) -> Iterator[Piece]:
        """The pieces of one input, in its order. Never raises for what stands in it.

        Args:
            findings: gets what else is found; complete when the iterator is.
        """
        walk = Walk(self, item, findings)
        if item.is_bundle:
            yield from walk.folder(item.name)
        elif item.data is not None:
            yield from walk.look(item.data, "", 0)
        elif item.error is not None and item.error.reason is Reason.FILE_TOO_LARGE and item.is_file:
            yield from walk.large(item)
        else:
            yield Piece(item.name, item.item, None, item.error or AppError(Reason.FILE_NOT_READABLE))


def is_bundle_folder(path: str) -> bool:
    """Whether a folder is an unpacked export or bundle, which is read as one thing; costs nothing for others."""
    if not (Path(path, "credentials").is_dir() and Path(path, own_export.MANIFEST).is_file()):
        return False
    try:
        manifest = strict_json.loads(read_file(Path(path, own_export.MANIFEST)))
    except WalletError:
        return False
    return own_export.is_manifest(manifest) or learncard.is_manifest(manifest)
