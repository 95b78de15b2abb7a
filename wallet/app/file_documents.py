"""Look-ups answered from files, for registrars without a network and for checks that can be repeated.

Lives here: reading the index `{"documents": {"https://...": "path relative to the index"}}` and the files it
names.
Does not live here: what is looked up and how an identifier becomes an address (`wallet.verification`).
"""

from collections.abc import Mapping
from pathlib import Path, PurePath
from typing import Any

from wallet.app.inputs import read_file
from wallet.codecs import strict_json
from wallet.errors import AppError, Reason, WalletError
from wallet.verification.sources import FetchedDocument


class FileDocuments:
    """A `DocumentSource` over an index file. Addresses are compared letter by letter.

    Every path is relative to the index and leads to a regular file. The whole index is checked when it is
    loaded, so that a slip in it is said before the first credential is judged, never taken for a document
    nobody has.
    """

    def __init__(self, index_path: Path) -> None:
        """Loads and checks the index.

        Raises:
            AppError: DOCUMENTS_INDEX_INVALID.
        """
        folder = index_path.resolve().parent
        self._paths = {url: _resolve(folder, path) for url, path in _load_index(index_path).items()}

    def lookup(self, url: str) -> FetchedDocument | None:
        """The document at this address; None when the index does not name it. Its age is not known.

        Raises:
            AppError: the file was there when the index was loaded and can no longer be read.
        """
        path = self._paths.get(url)
        return FetchedDocument(url, read_file(path)) if path is not None else None


def _load_index(index_path: Path) -> Mapping[str, str]:
    try:
        index = strict_json.loads(read_file(index_path))
    except WalletError as error:
        raise AppError(Reason.DOCUMENTS_INDEX_INVALID, str(error.reason)) from error
    documents: Any = index.get("documents") if isinstance(index, dict) else None
    if not isinstance(documents, dict) or not all(isinstance(path, str) for path in documents.values()):
        raise AppError(Reason.DOCUMENTS_INDEX_INVALID, "no object of paths under documents")
    return documents


def _resolve(folder: Path, path: str) -> Path:
    """Where an entry leads, once it is known to be relative and to end at a regular file."""
    try:
        where = folder / path
        usable = not PurePath(path).is_absolute() and where.is_file()
    except (OSError, ValueError) as error:  # ValueError: a NUL character in the path
        raise AppError(Reason.DOCUMENTS_INDEX_INVALID, "a path cannot be followed") from error
    if not usable:
        raise AppError(Reason.DOCUMENTS_INDEX_INVALID, "a path is not relative, or leads to no file")
    return where
