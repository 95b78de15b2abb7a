"""Which key a proof or token names, and what is known of whose key it is.

Lives here: did:key, did:jwk, did:web, https verification methods and JWT headers, all through the `DocumentSource`
port. Does not live here: the judgement whether the key's owner is the issuer (`checks.issuer_binding`).
"""

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

from wallet.errors import ProofError, Reason, UndecidableProofError
from wallet.proofs import keys
from wallet.proofs.keys import PublicKey
from wallet.verification.controller_document import (
    ControllerDocument,
    key_of_method,
    parse_controller_document,
)
from wallet.verification.issuer_keys import (
    Jwk,
    jwk_set,
    keys_of_metadata,
    metadata_url,
    names_key,
    select_key,
)
from wallet.verification.run_memory import RunMemory

_MAX_ID_CHARACTERS = 4096
_ASSERTION = "assertionMethod"
# Compiled when there is one, and kept by `re`.
_DID_WEB = (
    r"did:web:(?P<host>[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*)(?:%3[Aa](?P<port>[0-9]{1,5}))?"
    r"(?P<path>(?::(?!\.{1,2}(?::|$))(?:[A-Za-z0-9._~-]|%(?!00|23|2[EeFf]|3[AaFf]|5[Cc])[0-9A-Fa-f]{2})+)*)"
)


class Evidence(StrEnum):
    """Where a key came from, which decides what it says about an owner."""

    SELF = "self"
    """The identifier is the key (did:key, did:jwk)."""
    DOCUMENT = "document"
    """A controller document lists it for the purpose."""
    FRAGMENT = "fragment"
    """The key stands in the fragment of an https address that was not looked up: it says nothing of the owner."""
    HEADER = "header"
    """The key came along in the token's own header."""
    SENT = "sent"
    """A controller document lists it that came along with what is verified: it says nothing of the owner."""


@dataclass(frozen=True, slots=True)
class ResolvedMethod:
    """A key ready to verify with, who controls it, and how that is known."""

    id: str
    key: PublicKey
    controller: str
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class KeyResolver:
    """Resolves verification methods with what one run remembers and its clock reading."""

    documents: RunMemory
    now: datetime

    def resolve_method(self, method_id: Any, purpose: str) -> ResolvedMethod:
        """The key a verification method id names.

        Raises:
            ProofError: PROOF_MALFORMED (not a usable id), KEY_MALFORMED, KEY_WEAK, KEY_REVOKED, KEY_NOT_FOUND (its
                document does not hold it), PROOF_PURPOSE_WRONG (its document does not list it for the purpose).
            UndecidableProofError: NEEDS_NETWORK with the address that was not available, UNSUPPORTED_SUITE.

        Source: VC Data Integrity 1.0, section 4.4, step 7; Controlled Identifiers 1.0, section 3.3.
        """
        if not isinstance(method_id, str) or not 0 < len(method_id) <= _MAX_ID_CHARACTERS:
            raise ProofError(Reason.PROOF_MALFORMED, "verificationMethod")
        subject = method_id.partition("#")[0]
        if subject.startswith("did:key:"):
            return self._did_key(method_id, subject)
        if subject.startswith("did:jwk:"):
            return self._did_jwk(method_id, subject)
        if subject.startswith("did:"):
            return self._in_document(method_id, self._did_document(subject), purpose)
        if subject.startswith("https://"):
            return self._https(method_id, subject, purpose)
        if ":" in subject and "#z" in method_id:
            return self._in_fragment(method_id, subject)
        raise ProofError(Reason.KEY_NOT_FOUND, "verificationMethod scheme")

    def resolve_for_signature(self, method_id: Any, purpose: str) -> ResolvedMethod:
        """As `resolve_method`, and from a document that was sent along where there is no other.

        Raises:
            ProofError, UndecidableProofError: as `resolve_method`.
        """
        try:
            return self.resolve_method(method_id, purpose)
        except UndecidableProofError:
            sent = self._sent_method(method_id, purpose)
            if sent is None:
                raise
            return sent

    def _sent_method(self, method_id: Any, purpose: str) -> ResolvedMethod | None:
        """The method as a document lists it that was sent along; None when there is no such document, or not for this.

        What is wrong with such a document says nothing about the issuer.
        """
        subject = method_id.partition("#")[0] if isinstance(method_id, str) else ""
        try:
            address = did_web_url(subject) if subject.startswith("did:web:") else subject
            fetched = self.documents.sent.get(address) or self.documents.sent.get(subject)
            if fetched is None:
                return None
            found = self._in_document(method_id, parse_controller_document(fetched.body, subject), purpose)
        except ProofError:
            return None
        return replace(found, evidence=Evidence.SENT)

    def controller_document(self, controller: str) -> ControllerDocument | None:
        """The controller's own document when the source has it, else None.

        Raises:
            ProofError: KEY_NOT_FOUND when the document handed in is not the controller's.
        """
        if controller.startswith("did:"):
            try:
                return self._did_document(controller)
            except UndecidableProofError:
                return None
        fetched = self.documents.lookup(controller)
        return None if fetched is None else self._parse(fetched.body, controller)

    def listed_keys(self, controller: str, purpose: str) -> Sequence[PublicKey] | None:
        """The keys the controller's own document lists for the purpose; None when the source does not have it.

        Raises:
            ProofError: KEY_NOT_FOUND when the document handed in is not the controller's.
        """
        found = []
        if purpose == _ASSERTION and controller.startswith("https://"):
            with suppress(UndecidableProofError):  # metadata whose keys are out of reach
                for jwk in self._published_keys(controller) or ():
                    with suppress(ProofError):  # as below
                        found.append(keys.key_from_jwk(jwk))
            if found:
                return found
        document = self.controller_document(controller)
        if document is None:
            return None
        for method in document.listed_methods(purpose):
            with suppress(ProofError):  # a key of another kind, or a revoked one, is no key to compare with
                found.append(key_of_method(method, self.now))
        return found

    def resolve_jws(self, header: Mapping[str, Any], issuer: str, purpose: str) -> ResolvedMethod:
        """The key of a token: `kid` first, a key that came along (`jwk`, `x5c`) only when `kid` is out of reach.

        Raises:
            ProofError, UndecidableProofError: as `resolve_method`; KEY_NOT_FOUND when the token names no key.

        Source: Open Badges 3.0, section 8.2.2; VC-JOSE-COSE, section 4; SD-JWT VC, section 3.5.
        """
        kid = header.get("kid")
        try:
            return self._named_key(kid if isinstance(kid, str) and kid else None, header, issuer, purpose)
        except UndecidableProofError:
            if isinstance(header.get("jwk"), dict):
                return self._header_jwk(header["jwk"], issuer)
            if "x5c" in header:
                return ResolvedMethod("x5c", keys.key_from_x5c(header["x5c"]), "", Evidence.HEADER)
            method_id = kid if isinstance(kid, str) and kid else issuer
            sent = self._sent_method(f"{issuer}{kid}" if method_id.startswith("#") else method_id, purpose)
            if sent is None:
                raise
            return sent

    def _named_key(
        self, kid: str | None, header: Mapping[str, Any], issuer: str, purpose: str
    ) -> ResolvedMethod:
        method_id = f"{issuer}{kid}" if kid is not None and kid.startswith("#") else kid
        if method_id is not None and method_id.startswith("did:"):
            return self.resolve_method(method_id, purpose)
        carried = isinstance(header.get("jwk"), dict) or "x5c" in header
        if carried and not (method_id or "").startswith("https://"):
            # a name that means nothing without its owner's documents; whose key it is, the binding asks them
            raise UndecidableProofError(Reason.KEY_NOT_FOUND, "the token names no key")
        if issuer.startswith("https://"):
            return self._key_of_https_issuer(method_id, str(header.get("typ")), issuer, purpose)
        if method_id is not None and method_id.startswith("https://"):
            return self.resolve_method(method_id, purpose)
        if issuer.startswith("did:"):
            return self._listed(issuer, method_id, purpose)
        raise UndecidableProofError(Reason.KEY_NOT_FOUND, "the token names no key")

    def _key_of_https_issuer(self, kid: str | None, typ: str, issuer: str, purpose: str) -> ResolvedMethod:
        """The key in an issuer's metadata, in the JWK set at its address, or in its controller document.

        An SD-JWT VC asks for the metadata first, every other token for the controller document.
        """
        published = self._published_keys(issuer, metadata_first=typ.endswith("sd-jwt"))
        elsewhere = kid is not None and kid.startswith("https://")
        if (
            published is not None
            and purpose == _ASSERTION
            and not (elsewhere and not names_key(published, kid))
        ):
            jwk = select_key(published, kid)
            return ResolvedMethod(f"{issuer}#{kid or ''}", keys.key_from_jwk(jwk), issuer, Evidence.DOCUMENT)
        return self.resolve_method(kid, purpose) if elsewhere else self._listed(issuer, kid, purpose)

    def _published_keys(self, issuer: str, *, metadata_first: bool = False) -> Sequence[Jwk] | None:
        """The keys an https issuer publishes as a JWK set, None when it does not, or the source does not have it."""
        own = self.documents.lookup(issuer)
        if own is None or metadata_first:
            found = self._metadata_keys(issuer)
            if found is not None or own is None:
                return found
        return jwk_set(own.body)

    def _metadata_keys(self, issuer: str) -> Sequence[Jwk] | None:
        """The keys in an issuer's metadata, None when the source does not have it."""
        fetched = self.documents.lookup(metadata_url(issuer))
        if fetched is None:
            return None
        published, url = keys_of_metadata(fetched.body, issuer)
        if url is None:
            return published
        listed = self.documents.lookup(url)
        if listed is None:
            raise UndecidableProofError(self.documents.why_missing(url), url[:200])
        return jwk_set(listed.body) or ()

    def _listed(self, issuer: str, kid: str | None, purpose: str) -> ResolvedMethod:
        """A method of the issuer's own document, by its fragment or by the thumbprint of its key."""
        if kid is None:
            return self.resolve_method(issuer, purpose)
        try:
            return self.resolve_method(f"{issuer}#{kid}", purpose)
        except UndecidableProofError:
            raise
        except ProofError as error:
            document = self.controller_document(issuer) if error.reason is Reason.KEY_NOT_FOUND else None
            named = None if document is None else document.method_by_key_id(kid, purpose)
            if document is None or named is None:
                raise
            return self._in_document(named, document, purpose)

    @staticmethod
    def _header_jwk(jwk: Mapping[str, Any], issuer: str) -> ResolvedMethod:
        key = keys.key_from_jwk(jwk)
        if issuer.startswith("did:jwk:") and keys.key_from_did_jwk(issuer) == key:
            return ResolvedMethod(f"{issuer}#0", key, issuer, Evidence.SELF)
        if issuer.startswith("did:key:") and keys.key_from_multikey(issuer.removeprefix("did:key:")) == key:
            return ResolvedMethod(issuer, key, issuer, Evidence.SELF)
        return ResolvedMethod("jwk", key, "", Evidence.HEADER)

    @staticmethod
    def _did_key(method_id: str, did: str) -> ResolvedMethod:
        multikey = did.removeprefix("did:key:")
        _, separator, fragment = method_id.partition("#")
        if separator and fragment != multikey:
            raise ProofError(Reason.KEY_NOT_FOUND, "did:key fragment")
        return ResolvedMethod(method_id, keys.key_from_multikey(multikey), did, Evidence.SELF)

    @staticmethod
    def _did_jwk(method_id: str, did: str) -> ResolvedMethod:
        if method_id not in (did, f"{did}#0"):
            raise ProofError(Reason.KEY_NOT_FOUND, "did:jwk fragment")
        return ResolvedMethod(method_id, keys.key_from_did_jwk(did), did, Evidence.SELF)

    def _did_document(self, did: str) -> ControllerDocument:
        fetched = self.documents.lookup(did)
        if fetched is None and did.startswith("did:web:"):
            url = did_web_url(did)
            fetched = self.documents.lookup(url)
            if fetched is None:
                raise UndecidableProofError(self.documents.why_missing(url), url)
        if fetched is None:
            raise UndecidableProofError(Reason.NEEDS_NETWORK, did[:200])
        return self._parse(fetched.body, did)

    def _parse(self, body: bytes, expected_id: str) -> ControllerDocument:
        return self.documents.once(
            "controller", expected_id, lambda: parse_controller_document(body, expected_id)
        )

    def _https(self, method_id: str, subject: str, purpose: str) -> ResolvedMethod:
        fetched = self.documents.lookup(method_id) or self.documents.lookup(subject)
        if fetched is not None:
            return self._in_fetched(method_id, subject, fetched.body, purpose)
        if "#z" in method_id:
            return self._in_fragment(method_id, subject)
        raise UndecidableProofError(self.documents.why_missing(subject), subject[:200])

    @staticmethod
    def _in_fragment(method_id: str, subject: str) -> ResolvedMethod:
        """Many Open Badges samples write the key behind the issuer's address; that proves a signature and no owner."""
        key = keys.key_from_multikey(method_id.partition("#")[2])
        return ResolvedMethod(method_id, key, subject, Evidence.FRAGMENT)

    def _in_fetched(self, method_id: str, subject: str, body: bytes, purpose: str) -> ResolvedMethod:
        """A document at the method's address: the controller document, or the method published on its own."""
        try:
            return self._in_document(method_id, self._parse(body, subject), purpose)
        except ProofError as error:
            if error.reason is not Reason.KEY_NOT_FOUND:
                raise
        alone = parse_controller_document(body, method_id)
        controller = alone.body.get("controller")
        key = key_of_method(alone.body, self.now)
        if not isinstance(controller, str):
            raise ProofError(Reason.KEY_NOT_FOUND, "verification method without controller")
        owner = self.controller_document(controller)
        if owner is None:
            return ResolvedMethod(method_id, key, controller, Evidence.FRAGMENT)
        if not owner.lists(method_id, purpose):
            raise ProofError(Reason.PROOF_PURPOSE_WRONG, "not listed by its controller")
        return ResolvedMethod(method_id, key, controller, Evidence.DOCUMENT)

    def _in_document(self, method_id: str, document: ControllerDocument, purpose: str) -> ResolvedMethod:
        method = document.method(method_id, purpose)
        if method is None:
            raise ProofError(Reason.KEY_NOT_FOUND, "not in the controller document")
        full_id = method_id if "#" in method_id else str(method.get("id"))
        full_id = f"{document.id}{full_id}" if full_id.startswith("#") else full_id
        if not document.lists(full_id, purpose):
            raise ProofError(Reason.PROOF_PURPOSE_WRONG, "not listed for the purpose")
        if method.get("controller", document.id) != document.id:
            raise ProofError(Reason.VM_NOT_ISSUER, "controlled by somebody else")
        return ResolvedMethod(full_id, key_of_method(method, self.now), document.id, Evidence.DOCUMENT)


def did_web_url(did: str) -> str:
    """The address of a did:web's document.

    Raises:
        ProofError: KEY_NOT_FOUND when the identifier is not made of a host name, an optional port and plain path
            segments. A query, a percent-encoded slash or a ".." would name a document the identifier does not show.

    Source: did:web method specification, section "Read (Resolve)"; DID Core, section 3.1 (DID Syntax).
    """
    match = re.fullmatch(_DID_WEB, did)
    if match is None:
        raise ProofError(Reason.KEY_NOT_FOUND, "did:web without a plain host and path")
    host, port, path = match["host"], match["port"], match["path"]
    address = f"https://{host}:{port}" if port else f"https://{host}"
    return address + (path.replace(":", "/") if path else "/.well-known") + "/did.json"
