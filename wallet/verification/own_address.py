"""Addresses that give away which credential is looked at, because they name one credential or one person.

An address is taken for one of these when it carries, as one of its parts or, if it is long, anywhere:

- the id of the credential, or what is left of it behind its last colon or slash; so its own address is one;
- the id of whom it is about, or who holds it, likewise; or one of their identifiers (an e-mail, a number);
- another long name that is found in what is said of this person alone (a token of 16 letters and digits or more: a key,
  the id of a piece of evidence, a hash), or in the proof;
- a hash (MD5, SHA-1, SHA-256; hexadecimal or base64url) of one of these, or of the credential as it came.

What an issuer's other credentials have as well, such as its own id, its achievement's or its schema's, is no such name.

Lives here: noticing it. Does not live here: what follows (a person is told before such an address is asked:
`sources.WebSource`). An issuer that numbers its addresses in a way of its own goes unnoticed.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from wallet.codecs import base64url
from wallet.credentials.model import Credential, UnverifiedCredential, UnverifiedDocument

_PARTS = re.compile(r"[/?&=;,]")
_TAIL = re.compile(r"[/:#]")
_TOKEN = re.compile(r"[A-Za-z0-9_-]{16,200}")
_WHOLE_PART = 3
_ANYWHERE = 12
"""A shorter name could stand in an address by chance, unless it is one of its parts."""
_MOST_TOKENS = 2000
_HASHES = ("md5", "sha1", "sha256")
_SHARED_MEMBERS = frozenset({"achievement", "resultDescription", "type", "@context", "image"})
_ENDORSEMENT = "EndorsementCredential"
_DID_WEB = "did:web:"


class OwnNames:
    """What names one credential and whom it is about; worked out when it is first needed."""

    def __init__(self, document: UnverifiedDocument) -> None:
        """Of a credential, or of a presentation and whoever holds it."""
        self._document = document

    def are_in(self, address: str) -> bool:
        """Whether this address carries one of them."""
        from urllib.parse import unquote  # noqa: PLC0415 - only where a site is about to be asked

        whole = unquote(address.partition("#")[0]).casefold()
        parts = set(_PARTS.split(whole))
        return any(_is_in(name, whole, parts) for name in self._names)

    @cached_property
    def _names(self) -> frozenset[str]:
        document = self._document
        if isinstance(document, UnverifiedCredential):
            named = set(_names_of(document.credential)) | set(_claims(document))
        else:
            named = {name for name in (document.id, document.holder) if name}
        named |= {tail for name in named if (tail := _tail(name))}
        hashed = {one for name in named for one in _hashes(name.encode("utf-8", "surrogatepass"))}
        hashed.update(_hashes(document.original))
        return frozenset(name.casefold() for name in named | hashed | set(_tokens(document)))


def _names_of(credential: Credential) -> Iterator[str]:
    """The ids and identifiers. Whom an endorsement is about is known to everybody, and so is who issued it."""
    if credential.id:
        yield credential.id
    if _ENDORSEMENT in credential.types:
        return
    for subject in credential.subjects:
        if subject.id and subject.id != credential.issuer.id:
            yield subject.id
        for identifier in subject.identifiers:
            yield identifier.identity_hash.rpartition("$")[2]


def _claims(document: UnverifiedCredential) -> Iterator[str]:
    """The names a token has of its own. Source: RFC 7519, section 4.1 (`jti`)."""
    name = document.jws.payload.get("jti") if document.jws is not None else None
    if isinstance(name, str) and name:
        yield name


def _tail(name: str) -> str:
    """What is left behind the last colon or slash; of a `did:web` of a whole site, the site."""
    if name.startswith(_DID_WEB):
        return name.rpartition(":")[2]
    if name.startswith(("https://", "http://")) and "/" not in name.rstrip("/").partition("://")[2]:
        return ""  # a whole site
    return _TAIL.split(name.rstrip("/#"))[-1]


def _hashes(content: bytes) -> Iterator[str]:
    for name in _HASHES:
        digest = hashlib.new(name, content, usedforsecurity=False)
        yield digest.hexdigest()
    yield base64url.encode(digest.digest())


def _tokens(document: UnverifiedDocument) -> Iterator[str]:
    """Long names with a digit in what is said of this person alone, and in the proof."""
    found = 0
    for text in _texts(_own_parts(document)):
        for token in _TOKEN.findall(text):
            if any(character.isdigit() for character in token):
                yield token
                found += 1
        if found > _MOST_TOKENS:
            return


def _own_parts(document: UnverifiedDocument) -> list[Any]:
    proofs = [proof.get(name) for proof in document.proofs for name in ("proofValue", "id", "nonce")]
    if not isinstance(document, UnverifiedCredential):
        return proofs
    claims = document.jws.payload.get("cnf") if document.jws is not None else None
    evidence = [one.id for one in document.credential.evidence if one.id]
    is_about_all = _ENDORSEMENT in document.credential.types
    subjects = None if is_about_all else document.document.get("credentialSubject")
    return [*proofs, claims, evidence, _without_issuer(subjects, document.credential.issuer.id)]


def _without_issuer(subjects: Any, issuer: str) -> Any:
    """What is said of people, without whoever says it of themselves."""
    listed = subjects if isinstance(subjects, list) else [subjects]
    return [
        {name: value for name, value in one.items() if not (name == "id" and value == issuer)}
        for one in listed
        if isinstance(one, Mapping)
    ]


def _texts(value: Any) -> Iterator[str]:
    """Every text in a value, but for members that many credentials share."""
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, str):
            yield one
        elif isinstance(one, Mapping):
            waiting += [inner for name, inner in one.items() if name not in _SHARED_MEMBERS]
        elif isinstance(one, list | tuple):
            waiting += one


def _is_in(name: str, address: str, parts: set[str]) -> bool:
    return (len(name) >= _WHOLE_PART and name in parts) or (len(name) >= _ANYWHERE and name in address)
