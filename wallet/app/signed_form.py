"""A photo or scan of the form an adult signed, kept in the vault with what was shared.

Lives here: reading it in, keeping it, finding it again. Does not live here: the empty form (`consent_form`), or when
one is needed (`guardian`). The picture is never opened: what it shows is for people to look at.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from wallet.app.inputs import read_file
from wallet.app.media_type import media_type_of
from wallet.errors import AppError, Reason, WalletError
from wallet.vault.attachments import Attachment
from wallet.vault.connection import Vault

_KINDS = {"image/png": ".png", "image/jpeg": ".jpg", "application/pdf": ".pdf"}
NAME = "signed-form-"
"""How the files are called in the vault; the day and the end follow."""


@dataclass(frozen=True, slots=True)
class SignedForm:
    """A form as a file: PNG, JPEG or PDF."""

    content: bytes = field(repr=False)

    @property
    def sha256(self) -> str:
        """Lower-case hex; what the history of shares keeps of it."""
        return hashlib.sha256(self.content).hexdigest()


def read_signed_form(path: Path) -> SignedForm:
    """The form in a file.

    Raises:
        AppError: FILE_MISSING, FILE_NOT_READABLE, FILE_TOO_LARGE ...; USAGE when it is neither picture nor PDF.
    """
    content = read_file(path)
    if media_type_of(content) not in _KINDS:
        raise AppError(Reason.USAGE, "the signed form is a PNG, JPEG or PDF file")
    return SignedForm(content)


def keep_form(vault: Vault, credential_ids: Sequence[str], form: SignedForm, now: datetime) -> Attachment:
    """Keeps the form with the first of these credentials; durable on return. The same file is kept once.

    Raises:
        VaultError: RECORD_NOT_FOUND, DISK_FULL ...
    """
    kind = media_type_of(form.content)
    name = f"{NAME}{now.date().isoformat()}{_KINDS[kind]}"
    return vault.files.add(credential_ids[0], name, kind, form.content, now)


def find_form(vault: Vault, credential_ids: Sequence[str], sha256: str) -> Attachment | None:
    """The kept form with this digest; None when it, or the credential it lay with, is not kept any more."""
    for record_id in credential_ids:
        try:
            kept = vault.files.of(record_id)
        except WalletError:
            continue
        found = next((one for one in kept if one.sha256 == sha256), None)
        if found is not None:
            return found
    return None
