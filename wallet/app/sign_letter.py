"""The letter that asks somebody to sign for what the learner did, and the file in it for a badge program.

Lives here: the words around what the learner says, the letter as text and as PDF, the file. Does not live here: what
was asked and what came of it (`sign_requests`).

The file is an Open Badges 3.0 credential that nobody has signed: it has no issuer and no proof, so no program takes it
for one. Whoever wants to sign fills in who they are. It names what the learner wrote as evidence, by its id, by which
the wallet recognises what comes back.
"""

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from wallet import resources
from wallet.app.container import Services
from wallet.app.guardian import require_consent
from wallet.app.output import write_new_file
from wallet.app.own_work import OwnWork, own_work
from wallet.app.paper import new_document, write
from wallet.app.sign_requests import note_asked, own_id
from wallet.app.tagged_pdf import Tag
from wallet.credentials.vcdm import CONTEXT_V2
from wallet.errors import AppError, Reason, VaultError
from wallet.vault.connection import Vault

LANGUAGES = ("en", "es")
KINDS = (".pdf", ".txt", ".json")
"""Letter with the file inside, letter alone, file alone."""
MOST_LETTERS = 2000
"""In the learner's words to whom they ask."""
_OB3 = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
_ATTACHMENT = "badge-to-sign.json"


@dataclass(frozen=True, slots=True)
class SignLetter:
    """What the learner decided.

    Attributes:
        to: whom it is for; not empty.
        words: what the learner says to them, "" for nothing.
        name: what the learner is called in it, "" for not at all.
        with_story: whether what they did goes along, not its title alone.
        language: one of `LANGUAGES`.
    """

    to: str
    words: str = ""
    name: str = ""
    with_story: bool = True
    language: str = "en"


@dataclass(frozen=True, slots=True)
class MadeLetter:
    """The request as it would leave: nothing else is in it.

    Attributes:
        paragraphs: the letter.
        file: what a badge program reads, as JSON.
    """

    record_id: str
    to: str
    title: str
    paragraphs: tuple[str, ...]
    file: str = field(repr=False)
    language: str = "en"

    @property
    def text(self) -> str:
        """The letter as plain text."""
        return "\n\n".join(self.paragraphs) + "\n"


def make_letter(vault: Vault, record_id: str, letter: SignLetter, services: Services) -> MadeLetter:
    """Makes the request; nothing is written or remembered.

    Args:
        record_id: of what the learner wrote.
        letter: what they decided.
        services: of the program.

    Raises:
        VaultError: RECORD_NOT_FOUND, also for what the learner did not write; NAME_NOT_USABLE for nobody to ask or text
            that cannot be written.
        AppError: USAGE for words that are too long.
        SharingError: GUARDIAN_NEEDED where an adult has to agree to what leaves.
    """
    require_consent(vault, None, services.clock.now())
    to, words = letter.to.strip(), letter.words.strip()
    if not to or any("\ud800" <= one <= "\udfff" for one in to + words + letter.name):
        raise VaultError(Reason.NAME_NOT_USABLE, "whom to ask")
    if len(words) > MOST_LETTERS:
        raise AppError(Reason.USAGE, f"words to them may have {MOST_LETTERS} letters")
    work, own = own_work(vault, record_id), own_id(vault, record_id)
    language = letter.language if letter.language in LANGUAGES else "en"
    say = _sentences(language)
    told = [say["wrote"], f"{say['what']}: {work.title}"]
    told += [f"{say['day']}: {work.day.isoformat()}"] if work.day is not None else []
    told += [f"{say['story']}: {work.story}"] if letter.with_story and work.story else []
    paragraphs = [
        say["hello"].format(name=to),
        *([words] if words else []),
        say["ask"],
        "\n".join(told),
        say["how"],
        *([letter.name.strip()] if letter.name.strip() else []),
    ]
    file = json.dumps(_unsigned(work, own, letter, say), ensure_ascii=False, indent=2)
    return MadeLetter(record_id, to, work.title, tuple(paragraphs), file, language)


def write_letter(vault: Vault, made: MadeLetter, out: Path, services: Services) -> None:
    """Writes what the file's name asks for, one of `KINDS`, and remembers that it was asked.

    Raises:
        AppError: OUTPUT_KIND_UNKNOWN, OUTPUT_EXISTS, OUTPUT_NOT_WRITABLE, DISK_FULL.
        VaultError: it could not be remembered.
    """
    kind = out.suffix.lower()
    if kind not in KINDS:
        raise AppError(Reason.OUTPUT_KIND_UNKNOWN, ", ".join(KINDS))
    if kind == ".pdf":
        content = letter_pdf(made, services.clock.now())
    else:
        content = (made.text if kind == ".txt" else made.file).encode("utf-8")
    write_new_file(out, content)
    note_asked(vault, made.record_id, made.to, services)


def letter_pdf(made: MadeLetter, at: datetime) -> bytes:
    """The letter as pages for people, with the file attached."""
    say = _sentences(made.language)
    page = new_document(say["title"], made.language, at)
    write(page, say["title"], 18, bold=True, gap=4, tag=Tag.TITLE)
    for paragraph in made.paragraphs:
        for line in paragraph.splitlines():
            write(page, line, 11.5, gap=0.6)
        page.ln(3)
    page.embed_file(bytes=made.file.encode("utf-8"), basename=_ATTACHMENT, compress=False, desc=say["title"])
    target = BytesIO()
    page.output(target)
    return target.getvalue()


def _unsigned(work: OwnWork, own: str, letter: SignLetter, say: Mapping[str, str]) -> Mapping[str, Any]:
    """Source: Open Badges 3.0, AchievementCredential; `issuer`, `validFrom` and `proof` are the signer's to add."""
    story = work.story if letter.with_story else ""
    subject: dict[str, Any] = {
        "type": ["AchievementSubject"],
        "achievement": {
            "id": f"{own}#what",
            "type": ["Achievement"],
            "name": work.title,
            "description": story or work.title,
            "criteria": {"narrative": say["criteria"]},
        },
    }
    if letter.name.strip():
        subject["identifier"] = [
            {
                "type": "IdentityObject",
                "identityHash": letter.name.strip(),
                "identityType": "name",
                "hashed": False,
            }
        ]
    if work.day is not None:
        subject["activityEndDate"] = f"{work.day.isoformat()}T00:00:00Z"
    return {
        "@context": [CONTEXT_V2, _OB3],
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": work.title,
        "credentialSubject": subject,
        "evidence": [{"id": own, "type": ["Evidence"], "name": say["wrote_evidence"]}],
    }


@cache
def _sentences(language: str) -> Mapping[str, str]:
    return tomllib.loads(resources.read_text("sign_request", f"{language}.toml"))
