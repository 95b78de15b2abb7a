"""Something the learner wrote themselves: no issuer stands behind it, and nobody is told otherwise.

It is kept as an Open Badges 3.0 credential whose issuer and subject are the learner's own key, signed by it. So it is
listed, searched, exported and shared like everything else, a change after the writing is noticed, and a receiver's
check says that the issuer is on no list. Its issuer's name says in words that the learner wrote it.

Lives here: making and reading such a document. Does not live here: the words of that name (ui), files kept beside it
(`own_files`). An earlier wording stays as an older version.
"""

import uuid
from dataclasses import dataclass
from datetime import date
from typing import Any

from wallet.app.browse import reopen
from wallet.app.container import Services
from wallet.app.import_credential import as_new_credential, verify_kept
from wallet.app.own_keys import own_keys
from wallet.app.own_view import own_identities, own_view
from wallet.app.verify_document import DocumentVerifier
from wallet.codecs import strict_json
from wallet.codecs.timestamps import format_datetime
from wallet.credentials.credential_document import parse_entry
from wallet.credentials.json_text import first_object, text
from wallet.credentials.kinds import Kind, achievement_type_for, kind_of
from wallet.credentials.model import Credential, JsonObject, UnverifiedCredential
from wallet.credentials.vcdm import CONTEXT_V2
from wallet.errors import Reason, VaultError
from wallet.proofs import eddsa
from wallet.sharing.presentation import HolderSigner
from wallet.vault.connection import Vault

_OB3 = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
_UUID_BYTES = 16
MAX_TITLE = 200
MAX_STORY = 8000


@dataclass(frozen=True, slots=True)
class OwnWork:
    """What the learner wrote, in any language and script.

    Attributes:
        title: what it is; not empty.
        day: when it was done or ended, None when not said.
        story: what they did.
        witness: who saw it.
        kind: what kind of thing it is; `OTHER` for what fits none, and where an earlier wording says nothing.
    """

    title: str
    day: date | None = None
    story: str = ""
    witness: str = ""
    kind: Kind = Kind.OTHER


def write_own_work(
    vault: Vault, work: OwnWork, services: Services, *, signed_as: str, record_id: str = ""
) -> str:
    """Keeps what was written; durable on return.

    Args:
        signed_as: the name the document gives its writer, which says that it is the learner.
        record_id: of an earlier wording, whose place this takes; "" for something new.

    Returns:
        Its record id.

    Raises:
        VaultError: NAME_NOT_USABLE for an empty title or text that cannot be written, RECORD_NOT_FOUND ...
    """
    own = fitting(work)
    known = reopen(vault.credentials.get(record_id)) if record_id else None
    if known is not None and not is_own_work(vault, known.credential):
        raise VaultError(Reason.RECORD_NOT_FOUND, "not written by the learner")
    document = signed_words(
        own, own_keys(vault, services).in_use, services, signed_as, _id_of(known, services)
    )
    verifier = DocumentVerifier(services, own_identities(vault), own_view(vault, services))
    new = as_new_credential(document, verify_kept(verifier, document), own.title, services.clock.now())
    return vault.credentials.add(new, in_place_of=record_id or None).record_id


def signed_words(
    work: OwnWork, key: HolderSigner, services: Services, signed_as: str, identifier: str
) -> UnverifiedCredential:
    """What the learner says, as a credential that their own key signs; kept nowhere.

    Args:
        signed_as: the name the document gives its writer, which says that it is the learner.
        identifier: the document's own id.
    """
    now = format_datetime(services.clock.now().replace(microsecond=0))
    options = {
        "verificationMethod": key.verification_method,
        "proofPurpose": "assertionMethod",
        "created": now,
    }
    unsigned = _document(work, key.did, signed_as, now, identifier)
    signed = eddsa.create_proof(unsigned, options, key.seed)
    document = parse_entry(strict_json.loads(strict_json.dumps(signed).encode()))
    assert isinstance(document, UnverifiedCredential)
    return document


def own_work(vault: Vault, record_id: str) -> OwnWork:
    """What was written, to be changed.

    Raises:
        VaultError: RECORD_NOT_FOUND, also for what the learner did not write.
    """
    document = reopen(vault.credentials.get(record_id))
    if not is_own_work(vault, document.credential):
        raise VaultError(Reason.RECORD_NOT_FOUND, "not written by the learner")
    subject = first_object(document.document.get("credentialSubject"))
    seen = document.credential.evidence
    return OwnWork(
        title=document.credential.title,
        day=_day(text(subject.get("activityEndDate"))),
        story=text(subject.get("narrative")) or "",
        witness=(seen[0].narrative or "") if seen else "",
        kind=kind_of(document.credential, document.format),
    )


def is_own_work(vault: Vault, credential: Credential) -> bool:
    """Whether a credential speaks about its issuer, and that is one of this vault's own keys."""
    dids = {str(did) for profile in vault.profiles.list() for did in profile.dids}
    own = credential.issuer.id
    return own in dids and all(subject.id == own for subject in credential.subjects)


def is_own_record(vault: Vault, record_id: str) -> bool:
    """The same for a kept credential.

    Raises:
        VaultError: RECORD_NOT_FOUND, RECORD_AMBIGUOUS, VAULT_DAMAGED.
    """
    return is_own_work(vault, reopen(vault.credentials.get(record_id)).credential)


def fitting(work: OwnWork) -> OwnWork:
    """The same without half characters and space around it; a title is needed.

    Raises:
        VaultError: NAME_NOT_USABLE.
    """
    title, story, witness = (part.strip() for part in (work.title, work.story, work.witness))
    too_long = len(title) > MAX_TITLE or len(story) > MAX_STORY or len(witness) > MAX_TITLE
    if not title or too_long or any("\ud800" <= letter <= "\udfff" for letter in title + story + witness):
        raise VaultError(Reason.NAME_NOT_USABLE, "what was written")
    return OwnWork(title, work.day, story, witness, work.kind)


def _document(work: OwnWork, did: str, signed_as: str, now: str, identifier: str) -> JsonObject:
    subject: dict[str, Any] = {
        "id": did,
        "type": ["AchievementSubject"],
        "achievement": {
            "id": f"{identifier}#what",
            "type": ["Achievement"],
            "achievementType": achievement_type_for(work.kind),
            "name": work.title,
            "description": work.story or work.title,
            "criteria": {"narrative": signed_as},
        },
    }
    if work.story:
        subject["narrative"] = work.story
    if work.day is not None:
        subject["activityEndDate"] = f"{work.day.isoformat()}T00:00:00Z"
    document: dict[str, Any] = {
        "@context": [CONTEXT_V2, _OB3],
        "id": identifier,
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": work.title,
        "issuer": {"id": did, "type": ["Profile"], "name": signed_as},
        "validFrom": now,
        "credentialSubject": subject,
    }
    if work.witness:
        document["evidence"] = [{"type": ["Evidence"], "narrative": work.witness}]
    return document


def _id_of(known: UnverifiedCredential | None, services: Services) -> str:
    return (known.credential.id if known is not None else None) or new_id(services)


def new_id(services: Services) -> str:
    """An id nobody else uses. Source: RFC 9562, section 5.4."""
    return uuid.UUID(bytes=services.random(_UUID_BYTES), version=4).urn


def _day(written: str | None) -> date | None:
    try:
        return date.fromisoformat((written or "")[:10])
    except ValueError:
        return None
