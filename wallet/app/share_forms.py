"""The forms a share can leave in, by the end of the file's name.

Lives here: which forms there are and the bytes of each. Does not live here: what is shared, recording and writing it
(`share`), or the formats themselves (`wallet.sharing`, `share_pdf`).
"""

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from wallet import resources
from wallet.app.passphrase import refuse_weak
from wallet.errors import AppError, Reason, SharingError
from wallet.sharing.bundle_items import is_item
from wallet.sharing.encrypted_share import encrypt_for_key, encrypt_with_passphrase
from wallet.sharing.html_page import render_html
from wallet.sharing.originals_zip import render_zip
from wallet.sharing.pdf_attachment import ATTACHMENT_NAME, BUNDLE_NAME
from wallet.sharing.qr import make_qr, render_png, render_svg

if TYPE_CHECKING:
    from collections.abc import Sequence

    from wallet.app.container import Services
    from wallet.app.share import PreparedShare
    from wallet.credentials.model import UnverifiedCredential

CHANNELS = {
    ".json": "file",
    ".txt": "link",
    ".png": "qr",
    ".svg": "qr",
    ".html": "page",
    ".pdf": "paper",
    ".zip": "archive",
    ".lershare": "locked",
}
"""How a share leaves, by the end of the file's name."""

_PNG = b"\x89PNG"
LOCKED = ".lershare"
WITHOUT_EVIDENCE = frozenset({".txt", ".png", ".svg"})
"""Forms too small for the documents of issuers, which a receiver then looks up."""


@dataclass(frozen=True, slots=True)
class ShareLock:
    """What a `.lershare` file is locked with: one of the two.

    Attributes:
        passphrase: UTF-8; the caller's to wipe.
        public_key: the receiver's, a JWK as JSON.
    """

    passphrase: bytearray | None = field(default=None, repr=False)
    public_key: bytes | None = None


def kind_of(out: Path) -> str:
    """What a file's name says it will be; a key of `CHANNELS`.

    Raises:
        AppError: OUTPUT_KIND_UNKNOWN.
    """
    kind = out.suffix.lower()
    if kind not in CHANNELS:
        raise AppError(Reason.OUTPUT_KIND_UNKNOWN, ", ".join(CHANNELS))
    return kind


def render(
    prepared: "PreparedShare", kind: str, services: "Services | None" = None, lock: ShareLock | None = None
) -> bytes:
    """The exact bytes of one form.

    Args:
        kind: a key of `CHANNELS`, for example ".json".
        services: for paper, which says what a check says now; not needed for other forms.
        lock: for a locked file.

    Raises:
        AppError: OUTPUT_KIND_UNKNOWN.
        SharingError: TOO_BIG_FOR_QR, TOO_BIG_FOR_LINK, QR_NOT_READABLE, RECEIVER_PAGE_MISSING, PASSPHRASE_MISSING,
            RECEIVER_KEY_INVALID.
        VaultError: PASSPHRASE_TOO_WEAK, by the measure of the wallet file's own.
    """
    if kind not in CHANNELS:
        raise AppError(Reason.OUTPUT_KIND_UNKNOWN, kind)
    if kind == ".json":
        return prepared.whole
    if kind == ".html":
        return render_html(prepared.bundle_with_evidence)
    if kind == ".zip":
        return _archive(prepared)
    if kind == ".pdf":
        return _paper(prepared, services)
    if kind == LOCKED:
        return _locked(prepared.bundle_with_evidence, lock)
    return _link_or_code(prepared, kind)


def _link_or_code(prepared: "PreparedShare", kind: str) -> bytes:
    if prepared.link is None:
        raise prepared.qr_refusal or SharingError(Reason.TOO_BIG_FOR_LINK)
    if kind == ".txt":
        return prepared.link.encode("ascii") + b"\n"
    if prepared.qr_refusal is not None:
        raise prepared.qr_refusal
    matrix = prepared.qr or make_qr(prepared.link)
    return render_png(matrix) if kind == ".png" else render_svg(matrix)


def _archive(prepared: "PreparedShare") -> bytes:
    """Never of the kept originals: these may hold what is hidden, or the secrets of a base proof."""
    files = [(document.original, _suffix(document.original)) for document in _in_order(prepared)]
    return render_zip(prepared.presentation, files, resources.read_text("messages", "zip-readme.txt"))


def _in_order(prepared: "PreparedShare") -> "Sequence[UnverifiedCredential]":
    """As readers count them: what lies beside comes last."""
    return sorted(prepared.documents, key=is_item)


def _locked(bundle: bytes, lock: ShareLock | None) -> bytes:
    if lock is not None and lock.public_key is not None:
        return encrypt_for_key(bundle, lock.public_key)
    if lock is None or not lock.passphrase:
        raise SharingError(Reason.PASSPHRASE_MISSING)
    refuse_weak(lock.passphrase)
    return encrypt_with_passphrase(bundle, lock.passphrase)


def _paper(prepared: "PreparedShare", services: "Services | None") -> bytes:
    from wallet.app.share_pdf import Paper, render_pdf  # noqa: PLC0415 - loads the writer of PDFs
    from wallet.app.share_preview import read_back  # noqa: PLC0415

    if services is None:
        raise AppError(Reason.INTERNAL_ERROR, "paper says what was checked")
    qr = prepared.qr
    if qr is None and prepared.link is not None and prepared.qr_refusal is None:
        try:
            qr = make_qr(prepared.link)
        except SharingError:
            qr = None  # too much for a code: the attached record is enough
    seen = read_back(prepared.whole, services)
    name = BUNDLE_NAME if prepared.items else ATTACHMENT_NAME
    originals = [document.original for document in _in_order(prepared)]
    pictures = [one if one.startswith(_PNG) else None for one in originals]
    return render_pdf(Paper(prepared.whole, seen, qr, prepared.is_subset, attachment=name, pictures=pictures))


def _suffix(content: bytes) -> str:
    """The end of a file's name for a credential as it came, by what is in it."""
    if content.startswith(_PNG):
        return ".png"
    head = content.lstrip()[:1]
    if head == b"<":
        return ".svg"
    return ".json" if head == b"{" else ".jwt"
