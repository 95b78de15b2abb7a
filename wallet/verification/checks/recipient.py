"""Check `recipient`: was the credential given to who presents it.

Lives here: comparing known identities with the subject's ids and its plain or hashed identifiers, and the keys of the
presenter's own wallet with the key that the credential names.
"""

import hashlib
from collections.abc import Sequence
from contextlib import suppress

from wallet.credentials.model import Credential, Identifier, Subject, UnverifiedCredential
from wallet.errors import ProofError, Reason, UndecidableProofError
from wallet.verification.report import Check, CheckName, Outcome
from wallet.verification.sources import Recipients

_MAILTO = "mailto:"
_DID_KEY, _DID_JWK = "did:key:", "did:jwk:"
_TYPES_OF_EMAIL = frozenset({"email", "emailaddress"})
_HASHES = {"sha256": hashlib.sha256, "md5": lambda data: hashlib.md5(data, usedforsecurity=False)}


def check_recipient(
    credential: Credential, recipients: Recipients, document: UnverifiedCredential | None = None
) -> Check:
    """Whether one of the known identities is a subject's; not applicable when nobody, or none of its kind, is known.

    Args:
        document: what the credential was read from; a token can name its holder's key (`cnf`) beside the subject.

    Source: Open Badges 3.0, section on verifying the recipient; IdentityObject. RFC 7800, section 3.1 (`cnf`).
    """
    stated = [subject for subject in credential.subjects if subject.id or subject.identifiers]
    if any(_is_recipient(subject, key) for subject in stated for key in recipients.keys):
        return Check(CheckName.RECIPIENT, Outcome.PASSED)
    if recipients.keys and _names_key_of(recipients.keys, stated, document):
        return Check(CheckName.RECIPIENT, Outcome.PASSED)
    if not recipients.identities:
        return Check(CheckName.RECIPIENT, Outcome.NOT_APPLICABLE)
    if not stated:
        return Check(CheckName.RECIPIENT, Outcome.UNKNOWN, Reason.RECIPIENT_NOT_STATED)
    answers = [_is_recipient(subject, identity) for subject in stated for identity in recipients.identities]
    if True in answers:
        return Check(CheckName.RECIPIENT, Outcome.PASSED)
    if None in answers:
        return Check(CheckName.RECIPIENT, Outcome.UNKNOWN, Reason.RECIPIENT_NOT_STATED, "hash algorithm")
    if recipients.is_partial and not _have_a_kind_in_common(stated, recipients.identities):
        return Check(CheckName.RECIPIENT, Outcome.NOT_APPLICABLE)
    return Check(CheckName.RECIPIENT, Outcome.FAILED, Reason.RECIPIENT_OTHER)


def _names_key_of(
    own: Sequence[str], stated: Sequence[Subject], document: UnverifiedCredential | None
) -> bool:
    """Whether a subject is, or an issuer confirmed, one of these keys in another spelling (`did:jwk`, a JWK)."""
    claims = document.jws.payload if document is not None and document.jws is not None else {}
    spelled = [subject.id for subject in stated if subject.id and subject.id.startswith(_DID_JWK)]
    if not spelled and "cnf" not in claims:
        return False
    from wallet.proofs import keys, sd_jwt  # noqa: PLC0415 - only where a key is named in another spelling

    named: set[object] = set()
    for name in spelled:
        with suppress(ProofError, UndecidableProofError):
            named.add(keys.key_from_did_jwk(name))
    if "cnf" in claims:
        with suppress(ProofError, UndecidableProofError):
            confirmed = sd_jwt.confirmation_key(claims)
            named.add(confirmed.partition("#")[0] if isinstance(confirmed, str) else confirmed)
    ours: set[object] = set(own)
    for did in own:
        if did.startswith(_DID_KEY):
            with suppress(ProofError, UndecidableProofError):
                ours.add(keys.key_from_multikey(did.removeprefix(_DID_KEY)))
    return bool(named & ours)


def _have_a_kind_in_common(stated: Sequence[Subject], identities: Sequence[str]) -> bool:
    """Whether a subject is named in a way (e-mail, DID, web address) in which the presenter is named too.

    Numbers and other names are of a kind only their issuer knows, so they have none in common with anything.
    """
    texts = [subject.id for subject in stated if subject.id]
    hidden = set[str]()
    for identifier in (one for subject in stated for one in subject.identifiers):
        if not identifier.hashed:
            texts.append(identifier.identity_hash)
        elif identifier.identity_type.casefold() in _TYPES_OF_EMAIL:
            hidden.add("email")
    kinds = {_kind(text) for text in texts} | hidden
    return bool(kinds & {_kind(identity) for identity in identities} - {""})


def _kind(text: str) -> str:
    if _is_email(text):
        return "email"
    if text.startswith("did:"):
        return "did"
    return "web" if text.lower().startswith(("https://", "http://")) else ""


def _is_recipient(subject: Subject, identity: str) -> bool | None:
    if subject.id is not None and _same_identity(subject.id, identity):
        return True
    answers = [matches(identifier, identity) for identifier in subject.identifiers]
    return True if True in answers else None if None in answers else False


def _same_identity(stated: str, identity: str) -> bool:
    """DIDs and addresses letter by letter; e-mail addresses without case, with or without `mailto:`."""
    if stated == identity:
        return True
    return _is_email(stated) and _email(stated) == _email(identity)


def _is_email(text: str) -> bool:
    return text[: len(_MAILTO)].lower() == _MAILTO or ("@" in text and ":" not in text)


def _email(text: str) -> str:
    bare = text[len(_MAILTO) :] if text[: len(_MAILTO)].lower() == _MAILTO else text
    return bare.casefold()


def matches(identifier: Identifier, identity: str) -> bool | None:
    """Whether an identity object names this identity; None when its hash is of a kind this program does not compute.

    A hash is `alg$hex` over the identity followed by the salt; a salt beside a plain identity is ignored, as real
    badges carry one. E-mail addresses compare without case, as people type them.

    Source: Open Badges 3.0, IdentityObject; Open Badges 2.0, IdentityHash.
    """
    if not identifier.hashed:
        return _same_identity(identifier.identity_hash, identity)
    name, separator, expected = identifier.identity_hash.partition("$")
    digest = _HASHES.get(name.lower())
    if not separator or digest is None:
        return None
    # the issuer may have hashed the address as typed or in lower case
    candidates = {identity, identity.lower(), _email(identity)}
    salt = identifier.salt or ""
    return any(digest(f"{text}{salt}".encode()).hexdigest() == expected.lower() for text in candidates)
