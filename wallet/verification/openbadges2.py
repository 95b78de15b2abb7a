"""Open Badges 1 and 2: the checks of `verifier`, for badges that are hosted or signed by an issuer with a web address.

 1. structure        assertion, badge class and issuer profile hold what they must
 2. proof            hosted: the assertion's own address answers the same; signed: RS256 under a key of the issuer
 3. issuer_binding   hosted: the address is one the issuer's profile allows; signed: the profile names the key
 4. dates            one clock reading inside them
 5. status           not withdrawn, by the hosted assertion or the issuer's list
What is hosted is what counts: a copy that says something else is invalid, and all later checks look at the hosted one.

Lives here: these five. Does not live here: reading the documents (`hosted_badges`), the checks all formats share.
Source: Open Badges 2.0, section 5 (verification); RFC 7515.
"""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from wallet.codecs import strict_json
from wallet.credentials.json_text import objects, one_or_many, strings
from wallet.credentials.model import CompactJws, Credential, JsonObject, StatusEntry, UnverifiedCredential
from wallet.credentials.openbadges1 import is_before_2
from wallet.credentials.openbadges2 import (
    ANCHORED,
    HOSTED,
    SIGNED,
    assertion_of,
    is_pointer,
    parse_view,
    read_moment,
    verification_kind,
)
from wallet.credentials.openbadges2_rules import check_assertion, check_badge, check_profile
from wallet.errors import CodecError, CredentialError, ProofError, Reason, UndecidableProofError
from wallet.proofs import jose, keys
from wallet.proofs.work import SIGNATURE_UNITS
from wallet.verification.checks.dates import SOON
from wallet.verification.evidence import with_age
from wallet.verification.hosted_badges import (
    Background,
    is_impostor,
    is_in_scope,
    is_same_address,
    own_names,
    place_of,
    read_assertion,
    read_background,
    read_bytes,
    read_object,
)
from wallet.verification.report import Check, CheckName, Outcome
from wallet.verification.run_memory import RunMemory
from wallet.verification.sources import DocumentSource

_ALGORITHM = "RS256"
_MAX_KEYS = 16


@dataclass(frozen=True, slots=True)
class OlderBadge:
    """What was found about a badge of version 1 or 2: the first five checks, and what it says as far as it was had."""

    checks: list[Check]
    credential: Credential


@dataclass(frozen=True, slots=True)
class _PublishedKey:
    """A key, where it stands, and who it says owns it; "" when it is enclosed in the profile or plain PEM text."""

    address: str
    key: keys.PublicKey
    owner: str = ""


@dataclass(frozen=True, slots=True)
class _Proof:
    """The check, and the assertion that counts: `document` as written, `assertion` under the names of 2.0."""

    check: Check
    document: JsonObject
    assertion: JsonObject
    background: Background
    key: "_PublishedKey | None" = None

    @property
    def holds(self) -> bool:
        return self.check.outcome is Outcome.PASSED


def check_older_badge(badge: UnverifiedCredential, documents: RunMemory, now: datetime) -> OlderBadge:
    """Checks 1 to 5. The endorsements of version 2 are not looked at; that they are there, the view says."""
    proof = _prove(badge, documents)
    checks = [
        _structure(badge, proof),
        proof.check,
        _binding(proof, signed=badge.jws is not None),
        _dates(proof, now),
        with_age(_status(proof, badge, documents), _status_addresses(proof), documents, now),
    ]
    return OlderBadge(checks, _view(proof))


def complete_view(badge: UnverifiedCredential, source: DocumentSource) -> Credential:
    """What a badge says with the documents of this source, for display; whether it is true the checks say."""
    return _view(_prove(badge, RunMemory(source)))


def _prove(badge: UnverifiedCredential, documents: RunMemory) -> _Proof:
    if badge.jws is not None:
        return _prove_signed(badge, badge.jws, documents)
    return _prove_hosted(badge, documents)


def _view(proof: _Proof) -> Credential:
    background = proof.background
    view = parse_view(proof.document, background.badge, background.profile, background.issuer)
    address = proof.assertion.get("id")
    if view.id is None and isinstance(address, str):
        return replace(view, id=address)
    return view


def _structure(badge: UnverifiedCredential, proof: _Proof) -> Check:
    documents = [] if is_pointer(badge.document) else [badge.document]
    if proof.document is not badge.document and proof.assertion.get("revoked") is not True:
        documents.append(proof.document)
    named = not is_before_2(proof.document)
    background = proof.background
    try:
        for document in documents:
            check_assertion(document)
        if badge.jws is not None and verification_kind(assertion_of(badge.document)) != SIGNED:
            return _failed(CheckName.STRUCTURE, Reason.STRUCTURE_INVALID, "verification.type")
        if background.badge is not None:
            check_badge(background.badge, named=named)
        if background.profile is not None:
            check_profile(background.profile, named=named)
    except CredentialError as error:
        return _failed(CheckName.STRUCTURE, error.reason, error.detail)
    trouble = background.trouble
    if trouble is not None and trouble.reason is Reason.STRUCTURE_INVALID:
        return _failed(CheckName.STRUCTURE, trouble.reason, trouble.detail)
    return Check(CheckName.STRUCTURE, Outcome.PASSED, detail=str(badge.format))


def _prove_hosted(badge: UnverifiedCredential, documents: RunMemory) -> _Proof:
    """Source: Open Badges 2.0, section "Hosted verification"."""
    presented = assertion_of(badge.document) if not is_pointer(badge.document) else badge.document
    document, assertion = badge.document, presented
    if verification_kind(presented) == SIGNED:
        check = _failed(CheckName.PROOF, Reason.PROOF_MISSING, "")
    elif verification_kind(presented) == ANCHORED:
        check = Check(CheckName.PROOF, Outcome.UNKNOWN, Reason.UNSUPPORTED_SUITE, "MerkleProof2017")
    else:
        try:
            document, assertion = read_assertion(presented, documents)
            check = Check(CheckName.PROOF, Outcome.PASSED, detail=HOSTED)
            if assertion.get("revoked") is True:
                assertion = {**presented, **assertion}
                document = {**badge.document, **document}
        except ProofError as error:
            check = _from_error(CheckName.PROOF, error)
    if "badge" not in assertion:  # a withdrawn one, or a pointer
        unread = (
            None if check.outcome is Outcome.PASSED else ProofError(check.reason or Reason.HOSTED_DIFFERS)
        )
        return _Proof(check, document, assertion, Background(trouble=unread))
    return _Proof(check, document, assertion, read_background(document, assertion, documents))


def _prove_signed(badge: UnverifiedCredential, jws: CompactJws, documents: RunMemory) -> _Proof:
    """The signature under a key the issuer publishes; keys in the token's header are nobody's.

    Source: Open Badges 2.0, section "Signed verification"; RFC 8725, section 3.1.
    """
    assertion = assertion_of(badge.document)
    background = read_background(badge.document, assertion, documents)

    def proof(check: Check, key: _PublishedKey | None = None) -> _Proof:
        return _Proof(check, badge.document, assertion, background, key)

    try:
        jose.check_header(jws.header)
        if jose.algorithm_name(jws.header) != _ALGORITHM:
            return proof(_failed(CheckName.PROOF, Reason.ALG_NOT_ALLOWED, jose.algorithm_name(jws.header)))
        key = _verify_with_any(jws, _candidate_keys(assertion, background), documents)
    except ProofError as error:
        return proof(_from_error(CheckName.PROOF, error))
    return proof(Check(CheckName.PROOF, Outcome.PASSED, detail=_ALGORITHM), key)


def _candidate_keys(assertion: JsonObject, background: Background) -> list[tuple[str, JsonObject | None]]:
    """Addresses of keys, with the key where the profile holds it: the one the assertion names, else the issuer's.

    Raises:
        ProofError: KEY_NOT_FOUND.
        UndecidableProofError: as what kept the profile from being read.
    """
    creator = assertion.get("verification", {})
    named = creator.get("creator") if isinstance(creator, Mapping) else None
    listed = _published(background)
    if isinstance(named, str):
        return [(named, listed.get(named))]
    if background.profile is None:
        raise background.trouble or UndecidableProofError(Reason.KEY_NOT_FOUND)
    if not 0 < len(listed) <= _MAX_KEYS:
        raise ProofError(Reason.KEY_NOT_FOUND, "publicKey")
    return list(listed.items())


def _published(background: Background) -> Mapping[str, JsonObject | None]:
    """The keys of the issuer's profile by their ids; None for one that stands at its address."""
    if background.profile is None:
        return {}
    entries = one_or_many(background.profile.get("publicKey"))
    found: dict[str, JsonObject | None] = {entry: None for entry in entries if isinstance(entry, str)}
    return found | {str(entry.get("id", "")): entry for entry in entries if isinstance(entry, dict)}


def _verify_with_any(
    jws: CompactJws, candidates: list[tuple[str, JsonObject | None]], documents: RunMemory
) -> _PublishedKey:
    """The key under which the signature holds.

    Raises:
        ProofError: why the last of them failed; one that is out of reach is named before one that is wrong.
    """
    failure: ProofError | None = None
    for address, enclosed in candidates:
        try:
            documents.work.spend(SIGNATURE_UNITS)
            key = _read_key(address, enclosed, documents)
            jose.verify(jws, key.key)
        except ProofError as error:
            failure = failure if isinstance(failure, UndecidableProofError) else error
        else:
            return key
    raise failure or ProofError(Reason.KEY_NOT_FOUND)


def _read_key(address: str, enclosed: JsonObject | None, documents: RunMemory) -> _PublishedKey:
    """A key from the profile, from a document of its own, or from plain PEM text as version 1 has it."""
    if enclosed is not None:
        return _PublishedKey(address, _key_of(enclosed), str(enclosed.get("owner", "")))
    body = read_bytes(address, documents)
    if body.lstrip().startswith(b"-----BEGIN"):
        return _PublishedKey(address, keys.key_from_pem(body.decode("ascii", "replace")))
    document = read_object(address, documents)
    return _PublishedKey(address, _key_of(document), str(document.get("owner", "nobody")))


def _key_of(document: JsonObject) -> keys.PublicKey:
    pem = document.get("publicKeyPem")
    if not isinstance(pem, str):
        raise ProofError(Reason.KEY_MALFORMED, "publicKeyPem")
    return keys.key_from_pem(pem)


def _binding(proof: _Proof, *, signed: bool) -> Check:
    name, background = CheckName.ISSUER_BINDING, proof.background
    if background.profile is None:
        trouble = background.trouble
        if isinstance(trouble, UndecidableProofError):
            return Check(name, Outcome.UNKNOWN, trouble.reason, trouble.detail)
        if proof.assertion.get("revoked") is True:
            return Check(name, Outcome.UNKNOWN, Reason.REVOKED)
        # "not confirmed" is said of an issuer whose key was seen to have signed; a hosted badge has none
        reason = Reason.ISSUER_NOT_CONFIRMED if signed and proof.holds else proof.check.reason
        return Check(name, Outcome.UNKNOWN, reason or Reason.ADDRESS_NOT_STATED, background.issuer[:200])
    if is_impostor(background):
        return _failed(name, Reason.HOSTED_ELSEWHERE, background.issuer)
    if signed:
        return _signed_binding(proof)
    address = proof.assertion.get("id")
    if address is None:
        return Check(name, Outcome.UNKNOWN, Reason.ADDRESS_NOT_STATED)
    if is_in_scope(address, background):
        return Check(name, Outcome.PASSED, detail=background.issuer[:200])
    return _failed(name, Reason.HOSTED_ELSEWHERE, str(address))


def _signed_binding(proof: _Proof) -> Check:
    """Whether the profile names the key, and the key the issuer. A key without a profile's word is a stranger's.

    Source: Open Badges 2.0, sections 4.4 (`publicKey`) and 4.5 (CryptographicKey: `owner`).
    """
    name, background, key = CheckName.ISSUER_BINDING, proof.background, proof.key
    if key is None:
        return Check(name, Outcome.UNKNOWN, proof.check.reason, background.issuer[:200])
    listed = _published(background)
    if not listed and is_before_2(proof.document):
        # version 1 has no list of keys: the key stands where the issuer stands
        ours = place_of(key.address) is not None and place_of(key.address) == place_of(background.issuer)
    else:
        owners = own_names(background) | {""}
        ours = key.address in listed and any(is_same_address(key.owner, owner) for owner in owners)
    if ours:
        return Check(name, Outcome.PASSED, detail=background.issuer[:200])
    return _failed(name, Reason.VM_NOT_ISSUER, key.address)


def _dates(proof: _Proof, now: datetime) -> Check:
    """Source: Open Badges 2.0, section 4.1 (`issuedOn`, `expires`)."""
    name, assertion = CheckName.DATES, proof.assertion
    if "issuedOn" not in assertion and (is_pointer(assertion) or assertion.get("revoked") is True):
        return Check(name, Outcome.UNKNOWN, proof.check.reason)
    try:
        issued = read_moment(assertion.get("issuedOn"))
        ends = read_moment(assertion["expires"]) if "expires" in assertion else None
    except CodecError as error:
        return _failed(name, Reason.DATE_INVALID, error.detail)
    if ends is not None and ends < issued:
        return _failed(name, Reason.DATE_INVALID, "expires before issuedOn")
    if issued > now:
        return _failed(name, Reason.NOT_YET_VALID, issued.isoformat())
    if ends is None:
        return Check(name, Outcome.PASSED)
    if ends < now:
        return _failed(name, Reason.EXPIRED, ends.isoformat())
    return Check(name, Outcome.PASSED, Reason.ENDS_SOON if ends < now + SOON else None, ends.isoformat())


def _status(proof: _Proof, badge: UnverifiedCredential, documents: RunMemory) -> Check:
    """Withdrawn by the assertion itself, or by the issuer's list; a list out of reach leaves it open.

    Source: Open Badges 2.0, sections 4.1 (`revoked`) and 4.6 (RevocationList).
    """
    name, background = CheckName.STATUS, proof.background
    if True in (proof.assertion.get("revoked"), badge.document.get("revoked")):
        return _failed(name, Reason.REVOKED, str(proof.assertion.get("id", "")))
    address = background.profile.get("revocationList") if background.profile is not None else None
    if isinstance(address, str):
        try:
            withdrawn = documents.once("revoked badges", address, lambda: _withdrawn(address, documents))
        except ProofError as error:
            return Check(name, Outcome.UNKNOWN, error.reason, error.detail)
        if not withdrawn.isdisjoint(strings([proof.assertion.get("id"), proof.assertion.get("uid")])):
            return _failed(name, Reason.REVOKED, address)
    if badge.jws is None and not proof.holds:
        return Check(name, Outcome.UNKNOWN, proof.check.reason, proof.check.detail)
    if background.profile is None:
        # its list may name this badge
        trouble = background.trouble.reason if background.trouble is not None else Reason.ISSUER_NOT_CONFIRMED
        return Check(name, Outcome.UNKNOWN, trouble, background.issuer[:200])
    if badge.jws is not None and address is None:
        return Check(name, Outcome.NOT_APPLICABLE)
    return Check(name, Outcome.PASSED, detail=str(address or proof.assertion.get("id", ""))[:200])


def _status_addresses(proof: _Proof) -> Sequence[StatusEntry]:
    """The pages a status rests on: the badge's own, and the issuer's list; under the address of today, too."""
    profile = proof.background.profile or {}
    named = strings([proof.assertion.get("id"), profile.get("revocationList")])
    secure = ["https://" + one.removeprefix("http://") for one in named if one.startswith("http://")]
    return [StatusEntry("", None, None, address, None) for address in (*named, *secure)]


def _withdrawn(address: str, documents: RunMemory) -> AbstractSet[str]:
    """The ids and uids on a list; version 1 has an object of uids with reasons.

    Raises:
        UndecidableProofError: NEEDS_NETWORK, TOO_COMPLEX.
        ProofError: STATUS_LIST_INVALID.
    """
    try:
        parsed = strict_json.loads(read_bytes(address, documents))
    except CodecError as error:
        raise ProofError(Reason.STATUS_LIST_INVALID, address[:200]) from error
    listed: Any = parsed.get("revokedAssertions") if isinstance(parsed, dict) else None
    if isinstance(parsed, dict) and listed is None and "@context" not in parsed and "type" not in parsed:
        return frozenset(parsed)
    if not isinstance(listed, list) or not all(isinstance(entry, str | dict) for entry in listed):
        raise ProofError(Reason.STATUS_LIST_INVALID, address[:200])
    named = [entry.get(key) for entry in objects(listed) for key in ("id", "uid")]
    return frozenset(strings(listed)) | frozenset(strings(named))


def _failed(name: CheckName, reason: Reason, detail: str) -> Check:
    return Check(name, Outcome.FAILED, reason, detail[:200])


def _from_error(name: CheckName, error: ProofError) -> Check:
    outcome = Outcome.UNKNOWN if isinstance(error, UndecidableProofError) else Outcome.FAILED
    return Check(name, outcome, error.reason, error.detail[:200])
