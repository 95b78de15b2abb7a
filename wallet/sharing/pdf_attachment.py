"""The signed record inside a PDF that this program wrote, found without a PDF reader.

Lives here: where the attachment stands and reading it back. Does not live here: the pages (`wallet.app.share_pdf`).
Our PDFs carry the record as one embedded file, not packed, so that its bytes stand in the file as they are. PDFs of
others are not looked into: a reader for all of PDF would be far more than a share is worth.
"""

import re

from wallet.errors import Reason, SharingError

ATTACHMENT_NAME = "presentation.json"
BUNDLE_NAME = "share.json"
"""The name when badges of older kinds lie beside the presentation: then the whole bundle is attached."""
_MOST_BYTES = 10_000_000
_OBJECT = re.compile(
    rb"obj\n<<\n/Length (\d{1,8})\n/Params <</Size \d{1,8}>>\n(?:/Subtype /[!-~]{1,40}\n)?"
    rb"/Type /EmbeddedFile\n>>\nstream\n"
)


def is_pdf(data: bytes) -> bool:
    """Whether these bytes mean to be a PDF."""
    return data.startswith(b"%PDF-")


def find_presentation(data: bytes) -> bytes:
    """The record attached to one of our PDFs.

    Raises:
        SharingError: NOT_A_SHARE_PDF when there is none, or more than one.
    """
    found = list(_OBJECT.finditer(data))
    if len(found) != 1:
        raise SharingError(Reason.NOT_A_SHARE_PDF, f"{len(found)} attachments")
    length = int(found[0][1])
    start = found[0].end()
    content = data[start : start + length]
    if length > _MOST_BYTES or not data.startswith(b"\nendstream", start + length):
        raise SharingError(Reason.NOT_A_SHARE_PDF, "cut short")
    return content
