"""Words of the learner's own that travel in a share: signed by them, and shown to everybody as theirs.

They go along as one more credential, whose issuer and subject is the learner (`own_work`): every program that reads
shares shows it, and says that the learner wrote it. It is made for one share and kept in the history alone.
"""

from dataclasses import dataclass

from wallet.app.container import Services
from wallet.app.own_work import OwnWork, fitting, new_id, signed_words
from wallet.app.shown_parts import ShownPart
from wallet.app.verify_document import DocumentVerifier
from wallet.errors import AppError, Reason
from wallet.sharing.presentation import HolderSigner

MOST_LETTERS = 2000
"""In the words of one share."""
RECORD_ID = ""
"""What stands for it where credentials of the file are named by their record ids."""


@dataclass(frozen=True, slots=True)
class ShareNote:
    """What the learner wants to say.

    Attributes:
        title: what it is called; receivers read it above the words.
        text: the words, in any language and script.
        signed_as: the name it gives its writer, which says that it is the learner.
    """

    title: str
    text: str
    signed_as: str


def note_part(note: ShareNote, key: HolderSigner, services: Services) -> ShownPart:
    """The words as something that is shown, signed with the key that signs the share.

    Raises:
        AppError: USAGE for no words, or more than `MOST_LETTERS`.
        VaultError: NAME_NOT_USABLE for what cannot be written.
    """
    work = fitting(OwnWork(note.title, story=note.text))
    if not work.story or len(work.story) > MOST_LETTERS:
        raise AppError(Reason.USAGE, f"words of your own may have 1 to {MOST_LETTERS} letters")
    document = signed_words(work, key, services, note.signed_as, new_id(services))
    report = DocumentVerifier(services).verify_opened(document)
    return ShownPart(RECORD_ID, document, [document], None, [report])
