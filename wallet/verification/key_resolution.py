"""Which key a proof or token names, and what is known of whose key it is.

Lives here: did:key, did:jwk, did:web, https verification methods and JWT headers, all through the `DocumentSource`
port. Does not live here: the judgement whether the key's owner is the issuer (`checks.issuer_binding`).
"""

import re
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
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
from wallet.verification.run_memory import RunMemory

_MAX_ID_CHARACTERS = 4096
_DID_WEB = re.compile(
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
        document = self.controller_document(controller)
        if document is None:
            return None
        found = []
        for method in document.listed_methods(purpose):
            with suppress(ProofError):  # a key of another kind, or a revoked one, is no key to compare with
                found.append(key_of_method(method, self.now))
        return found

    def resolve_jws(self, header: Mapping[str, Any], issuer: str, purpose: str) -> ResolvedMethod:
        """The key of a token: `kid` first, the header's `jwk` only without one or when `kid` is out of reach.

        Raises:
            ProofError, UndecidableProofError: as `resolve_method`; KEY_NOT_FOUND when the token names no key.

        Source: Open Badges 3.0, section 8.2.2; VC-JOSE-COSE, section 4.
        """
        kid, jwk = header.get("kid"), header.get("jwk")
        if isinstance(kid, str) and kid:
            method_id = f"{issuer}{kid}" if kid.startswith("#") else kid
            if method_id.startswith(("did:", "https://")):
                try:
                    return self.resolve_method(method_id, purpose)
                except UndecidableProofError:
                    if not isinstance(jwk, dict):
                        raise
            elif issuer.startswith(("did:", "https://")) and not isinstance(jwk, dict):
                return self.resolve_method(f"{issuer}#{kid}", purpose)
        if isinstance(jwk, dict):
            return self._header_jwk(jwk, issuer)
        if issuer.startswith(("did:", "https://")) and kid is None:
            return self.resolve_method(issuer, purpose)
        raise UndecidableProofError(Reason.KEY_NOT_FOUND, "the token names no key")

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
                raise UndecidableProofError(Reason.NEEDS_NETWORK, url)
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
        raise UndecidableProofError(Reason.NEEDS_NETWORK, subject[:200])

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
    match = _DID_WEB.fullmatch(did)
    if match is None:
        raise ProofError(Reason.KEY_NOT_FOUND, "did:web without a plain host and path")
    host, port, path = match["host"], match["port"], match["path"]
    address = f"https://{host}:{port}" if port else f"https://{host}"
    return address + (path.replace(":", "/") if path else "/.well-known") + "/did.json"
