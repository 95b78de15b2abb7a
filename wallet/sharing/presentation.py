"""Whole credentials inside a presentation that the holder signs: who is shown what, by whom, why and until when.

Lives here: building and signing the presentation, and the refusal to let out what only the holder may have.
Does not live here: choosing fields inside a credential (disclosure), wrapping for files, links and QR codes (`bundle`,
`link`, `qr`), or deciding whether a credential is good (`wallet.verification`).
"""

import re
import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from wallet.codecs import base64url, strict_json
from wallet.codecs.timestamps import format_datetime
from wallet.credentials.model import JsonObject, SdJwt, UnverifiedCredential
from wallet.credentials.presentation import MAX_CREDENTIALS, NOT_VALID_NAME, SUBSET_NAME, UNCHECKED_NAME
from wallet.errors import CodecError, ProofError, Reason, SharingError
from wallet.proofs import eddsa
from wallet.sharing import bundle_items

CREDENTIALS_V2 = "https://www.w3.org/ns/credentials/v2"
ENVELOPE_MEDIA_TYPE = "application/vc+jwt"
SELECTIVE_MEDIA_TYPES = frozenset({"application/dc+sd-jwt", "application/vc+sd-jwt"})
_UUID_BYTES = 16

# Proof values of the suites with selective disclosure start with the CBOR tag bytes d9 5d and one byte more; in their
# registries every base proof has an even byte there and the proof derived from it the odd byte above.
# Source: VC-DI-ECDSA 3.5.2 and 3.5.7 (00, 01); VC-DI-BBS 3.3.1 and 3.3.6 (02 to 09).
_DISCLOSURE_HEADER = b"\xd9\x5d"
_DISCLOSURE_VALUE = re.compile(r"u2V0[A-Za-z0-9_-]", re.ASCII)
_DISCLOSURE_SUITES = ("ecdsa-sd-2023", "bbs-2023")  # not a set: a proof may name a list


@dataclass(frozen=True, slots=True)
class HolderSigner:
    """The key a presentation is signed with.

    Attributes:
        did: who signs ("did:key:z6Mk...").
        verification_method: the key's own address, a DID URL of `did`.
        seed: the 32-byte Ed25519 private seed.
    """

    did: str
    verification_method: str
    seed: bytes = field(repr=False)


# Why the statements of a credential cannot be signed over; its JSON can all the same.
_NOT_AS_STATEMENTS = frozenset({Reason.UNKNOWN_CONTEXT, Reason.TOO_COMPLEX})
_NOT_VALID_AS_STATEMENTS = frozenset({Reason.UNDEFINED_TERM, Reason.JSONLD_INVALID})


def sign_presentation(
    credentials: Sequence[UnverifiedCredential],
    holder: HolderSigner,
    *,
    recipient: str,
    purpose: str,
    until: datetime | None,
    nonce: str | None,
    now: datetime,
    random: Callable[[int], bytes],
    is_subset: bool = False,
    is_not_valid: bool = False,
    is_unchecked: bool = False,
) -> bytes:
    """A verifiable presentation of credentials, secured with eddsa-rdfc-2022.

    A credential whose statements nobody can tell here (it names a context that this program does not carry) is secured
    with eddsa-jcs-2022 instead, which signs the JSON as it stands; so is what is labelled as not valid because its
    JSON-LD is not. Then the presentation can be verified wherever that credential can or cannot.

    The signature covers everything the receiver is shown: the credentials with their own proofs, `description` (the
    purpose), `domain` (the recipient), `challenge` (the nonce), `created` and `expires`. Open Badges 1 and 2 are no
    verifiable credentials: of these it covers the digests, and whoever hands the presentation on puts their bytes
    beside it, in this order (`bundle_items`).

    Args:
        recipient: who it is for; "" leaves the domain out.
        purpose: what it is for; "" leaves the description out.
        until: when the presentation ends; aware.
        nonce: what the receiver asked to be repeated, None when nobody asked.
        now: the time of signing; aware.
        random: gives that many unpredictable bytes; 16 are taken for the presentation's id.
        is_subset: whether credentials were taken out of a learner record, whose issuer vouched for the whole only.
        is_not_valid: whether one of the credentials is known not to be valid, and is labelled so.
        is_unchecked: whether the proof of one could not be checked for want of a context, and is labelled so.

    Returns:
        Compact JSON, UTF-8. Each credential in it is equal in value to the one that came in.

    Raises:
        SharingError: NOTHING_CHOSEN, SHARE_TOO_BIG, UNTIL_IN_THE_PAST, HOLDER_ONLY_PROOF, TEXT_INVALID.
        ProofError: a credential's own JSON-LD cannot be signed over (UNDEFINED_TERM, JSONLD_INVALID ...) and is not
            labelled as not valid.

    Source: VCDM 2.0, sections 4.13 (presentations), 4.13.1 (enveloped credentials) and 5.3 (related resources); VC Data
    Integrity 1.0, 2.1; VC-DI-EDDSA, sections 3.2 and 3.3.
    """
    if not credentials:
        raise SharingError(Reason.NOTHING_CHOSEN)
    if len(credentials) > MAX_CREDENTIALS:
        raise SharingError(Reason.SHARE_TOO_BIG, f"{len(credentials)} of {MAX_CREDENTIALS} credentials")
    if until is not None and until <= now:
        raise SharingError(Reason.UNTIL_IN_THE_PAST)
    identifier = uuid.UUID(bytes=random(_UUID_BYTES), version=4).urn
    items = [_beside(credential) for credential in credentials if bundle_items.is_item(credential)]
    document: dict[str, Any] = {
        "@context": [CREDENTIALS_V2, bundle_items.CONTEXT] if items else [CREDENTIALS_V2],
        "id": identifier,
        "type": ["VerifiablePresentation"],
        "name": _name(is_subset=is_subset, is_not_valid=is_not_valid, is_unchecked=is_unchecked),
        "description": purpose,
        "holder": holder.did,
        "verifiableCredential": [
            _embedded(credential, recipient)
            for credential in credentials
            if not bundle_items.is_item(credential)
        ],
        bundle_items.TERM: bundle_items.related_resources(identifier, items),
    }
    options: dict[str, Any] = {
        "verificationMethod": holder.verification_method,
        "proofPurpose": "authentication",
        "created": _whole_seconds(now),
        "domain": recipient,
        "challenge": nonce,
        "expires": _whole_seconds(until) if until is not None else None,
    }
    _require_plain_text(recipient, purpose, nonce or "")
    unsigned, said = _without_empty(document), _without_empty(options)
    try:
        secured = eddsa.create_proof(unsigned, said, holder.seed)
    except ProofError as error:
        as_json = _NOT_AS_STATEMENTS | (_NOT_VALID_AS_STATEMENTS if is_not_valid else frozenset())
        if error.reason not in as_json:
            raise
        secured = eddsa.create_jcs_proof(unsigned, said, holder.seed)
    return _encode(secured)


def _name(*, is_subset: bool, is_not_valid: bool, is_unchecked: bool) -> str:
    unchecked = UNCHECKED_NAME if is_unchecked else ""
    labels = (SUBSET_NAME if is_subset else "", NOT_VALID_NAME if is_not_valid else unchecked)
    return ". ".join(label for label in labels if label)


def require_shareable(document: JsonObject) -> None:
    """Refuses a document that carries a base proof anywhere: it holds the secrets its holder derives proofs with.

    Raises:
        SharingError: HOLDER_ONLY_PROOF.

    Source: VC-DI-ECDSA, section 3.5.2; VC-DI-BBS, section 3.3.1 (base proofs are for the holder).
    """
    # A stack instead of recursion: how deep a document may be is the reader's business.
    waiting: list[Any] = [document]
    while waiting:
        value = waiting.pop()
        if isinstance(value, str):
            refused = _disclosure_header(value) % 2 == 0
        elif isinstance(value, Mapping):
            # Written in another encoding it would verify nowhere, but still give the secrets away.
            refused = value.get("cryptosuite") in _DISCLOSURE_SUITES and not _is_derived(
                value.get("proofValue")
            )
            waiting.extend(value.values())
        else:
            refused = False
            waiting.extend(value if isinstance(value, Sequence) else ())
        if refused:
            raise SharingError(Reason.HOLDER_ONLY_PROOF)


def _disclosure_header(text: str) -> int:
    """The third byte of a proof value that starts as those of selective disclosure do; -1 for any other text."""
    if not _DISCLOSURE_VALUE.match(text):
        return -1
    header = base64url.decode_strict(text[1:5])
    return header[2] if header[:2] == _DISCLOSURE_HEADER else -1


def _is_derived(proof_value: Any) -> bool:
    return (
        isinstance(proof_value, str)
        and _disclosure_header(proof_value) % 2 == 1
        and _disclosure_header(proof_value) > 0
    )


def _beside(credential: UnverifiedCredential) -> bytes:
    require_shareable(credential.document)
    return credential.original


def _embedded(credential: UnverifiedCredential, recipient: str) -> JsonObject:
    """What stands for one credential in `verifiableCredential`.

    A token is carried as it is, since its signature is over its very characters; a credential with embedded proofs is
    carried as its JSON, whose signature is over the graph it describes.
    """
    require_shareable(credential.document)
    if credential.jws is None:
        return credential.document
    require_shareable(credential.jws.payload)
    if credential.sd_jwt is not None:
        # Without a key binding token that was made for another receiver.
        media_type = f"application/{credential.jws.header.get('typ')}"
        if media_type not in SELECTIVE_MEDIA_TYPES:
            raise SharingError(Reason.NOT_FOR_SHARING, "typ")
        return _enveloped(media_type, _shown_to(recipient, credential.sd_jwt))
    return _enveloped(ENVELOPE_MEDIA_TYPE, credential.jws.token)


def _shown_to(recipient: str, sd_jwt: SdJwt) -> str:
    bound = sd_jwt.key_binding is not None and sd_jwt.key_binding.payload.get("aud") == recipient
    return sd_jwt.token if bound and recipient else sd_jwt.bound_text


def _enveloped(media_type: str, token: str) -> JsonObject:
    return {
        "@context": CREDENTIALS_V2,
        "id": f"data:{media_type},{token}",
        "type": "EnvelopedVerifiableCredential",
    }


def _whole_seconds(moment: datetime) -> str:
    """xsd:dateTime in UTC without fractions: what people see is then exactly what is signed."""
    if moment.tzinfo is None:
        raise ValueError("a time without a zone")
    return format_datetime(moment.replace(microsecond=0))


def _without_empty(members: JsonObject) -> JsonObject:
    return {name: value for name, value in members.items() if value not in ("", None, [])}


def _require_plain_text(*texts: str) -> None:
    """Half characters (lone surrogates) cannot be written as UTF-8, so nobody could have typed or read them."""
    if any("\ud800" <= letter <= "\udfff" for text in texts for letter in text):
        raise SharingError(Reason.TEXT_INVALID, "recipient, purpose or nonce")


def _encode(presentation: JsonObject) -> bytes:
    try:
        return strict_json.dumps(presentation).encode("utf-8")
    except (CodecError, UnicodeEncodeError) as error:
        raise SharingError(Reason.BUNDLE_INVALID, "a credential cannot be written as JSON") from error
