"""Check `recipient`: was the credential given to who presents it.

Lives here: comparing known identities with the subject's ids and its plain or hashed identifiers.
"""

import hashlib

from wallet.credentials.model import Credential, Identifier, Subject
from wallet.errors import Reason
from wallet.verification.report import Check, CheckName, Outcome
from wallet.verification.sources import Recipients

_HASHES = {"sha256": hashlib.sha256, "md5": lambda data: hashlib.md5(data, usedforsecurity=False)}


def check_recipient(credential: Credential, recipients: Recipients) -> Check:
    """Whether one of the known identities is a subject's; not applicable when nobody is known.

    Source: Open Badges 3.0, section on verifying the recipient; IdentityObject.
    """
    if not recipients.identities:
        return Check(CheckName.RECIPIENT, Outcome.NOT_APPLICABLE)
    stated = [subject for subject in credential.subjects if subject.id or subject.identifiers]
    if not stated:
        return Check(CheckName.RECIPIENT, Outcome.UNKNOWN, Reason.RECIPIENT_NOT_STATED)
    if any(_is_recipient(subject, identity) for subject in stated for identity in recipients.identities):
        return Check(CheckName.RECIPIENT, Outcome.PASSED)
    return Check(CheckName.RECIPIENT, Outcome.FAILED, Reason.RECIPIENT_OTHER)


def _is_recipient(subject: Subject, identity: str) -> bool:
    if subject.id in (identity, f"mailto:{identity}"):
        return True
    return any(matches(identifier, identity) for identifier in subject.identifiers)


def matches(identifier: Identifier, identity: str) -> bool:
    """Whether an identity object names this identity.

    A hash is `alg$hex` over the identity followed by the salt; a salt beside a plain identity is ignored, as real
    badges carry one. E-mail addresses compare without case, as people type them.

    Source: Open Badges 3.0, IdentityObject; Open Badges 2.0, IdentityHash.
    """
    if not identifier.hashed:
        return identifier.identity_hash.casefold() == identity.casefold()
    name, separator, expected = identifier.identity_hash.partition("$")
    digest = _HASHES.get(name.lower())
    if not separator or digest is None:
        return False
    candidates = {identity, identity.lower()}
    salt = identifier.salt or ""
    return any(digest(f"{text}{salt}".encode()).hexdigest() == expected.lower() for text in candidates)
