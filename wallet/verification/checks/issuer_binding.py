"""Check `issuer_binding`: does the key that made the proof belong to who the document says issued (or holds) it.

Lives here: comparing the key's controller with the issuer. Does not live here: finding the key (`key_resolution`).
A good signature under somebody else's key says nothing about the issuer, so this is a check of its own.
"""

from wallet.credentials.model import JsonObject
from wallet.errors import ProofError, Reason
from wallet.verification.controller_document import key_of_method
from wallet.verification.key_resolution import Evidence, KeyResolver, ResolvedMethod
from wallet.verification.report import Check, CheckName, Outcome

# Identifiers that are the key: their holder cannot list another one.
_OWN_KEY = ("did:key:", "did:jwk:")


def check_issuer_binding(issuer: str, method: ResolvedMethod, resolver: KeyResolver, purpose: str) -> Check:
    """Whether the resolved key is the issuer's.

    Args:
        issuer: the issuer's id for a credential, the holder's id for a presentation ("" when the document names none).

    Source: VC Data Integrity 1.0, section 4.4, steps 7 and 8 (the method is listed by its controller for the purpose);
    VCDM 2.0, section 4.13.1 (the controller is the issuer or the holder).
    """
    if method.evidence is Evidence.HEADER:
        return _header_key(issuer, method, resolver, purpose)
    if not issuer:
        return _failed("no issuer id")
    if method.evidence is Evidence.SENT:
        # Whoever presents the document could have made the one that lists the key, for this issuer or for another
        return _unknown(Reason.NEEDS_NETWORK, method.controller)
    if method.controller == issuer:
        if method.evidence is Evidence.FRAGMENT:
            return _unknown(Reason.ISSUER_NOT_CONFIRMED, issuer)
        return Check(CheckName.ISSUER_BINDING, Outcome.PASSED, detail=issuer[:200])
    return _listed_by_issuer(issuer, method, resolver, purpose)


def _listed_by_issuer(issuer: str, method: ResolvedMethod, resolver: KeyResolver, purpose: str) -> Check:
    """The key has another controller; only the issuer's own document can say that it speaks for the issuer."""
    document = None
    if issuer.startswith(("did:", "https://")) and not issuer.startswith(_OWN_KEY):
        try:
            document = resolver.controller_document(issuer)
        except ProofError:
            return _failed(method.controller)
    if document is None or not document.lists(method.id, purpose):
        return _failed(method.controller)
    embedded = document.method(method.id, purpose)
    if embedded is not None and not _holds_key(embedded, method, resolver):
        return _failed("the issuer's document gives this id another key")
    return Check(CheckName.ISSUER_BINDING, Outcome.PASSED, detail=issuer[:200])


def _holds_key(embedded: JsonObject, method: ResolvedMethod, resolver: KeyResolver) -> bool:
    try:
        return key_of_method(embedded, resolver.now) == method.key
    except ProofError:
        return False


def _header_key(issuer: str, method: ResolvedMethod, resolver: KeyResolver, purpose: str) -> Check:
    """A key from the token's own header: whoever signed had it. Only the issuer's own keys can confirm or refute it."""
    if issuer.startswith(_OWN_KEY):
        return _failed("the issuer's identifier is another key")
    if not issuer.startswith(("did:", "https://")):
        return _unknown(Reason.ISSUER_NOT_CONFIRMED, issuer)
    try:
        known = resolver.listed_keys(issuer, purpose)
    except ProofError:
        return _failed("the issuer's document is another's")
    if known is None:
        return _unknown(Reason.ISSUER_NOT_CONFIRMED, issuer)
    if method.key in known:
        return Check(CheckName.ISSUER_BINDING, Outcome.PASSED, detail=issuer[:200])
    return _failed("the issuer's document lists another key")


def check_named_method(issuer: str, method_id: object, reason: Reason | None) -> Check:
    """The binding of a proof that could not be tried: what its verification method's name alone can tell.

    An issuer whose identifier is a key has no other keys, so a method under another identifier is not the issuer's,
    whether or not it can be looked up.
    """
    if (
        isinstance(method_id, str)
        and method_id.startswith(("did:", "https://"))
        and issuer.startswith(_OWN_KEY)
        and method_id.partition("#")[0] != issuer
    ):
        return _failed(method_id)
    return Check(CheckName.ISSUER_BINDING, Outcome.UNKNOWN, reason)


def _unknown(reason: Reason, detail: str) -> Check:
    return Check(CheckName.ISSUER_BINDING, Outcome.UNKNOWN, reason, detail[:200])


def _failed(detail: str) -> Check:
    return Check(CheckName.ISSUER_BINDING, Outcome.FAILED, Reason.VM_NOT_ISSUER, detail[:200])
