"""Chosen parts of a credential become a credential of their own, as far as the issuer prepared for it.

Lives here: which mechanism a credential allows, what may be left out and what never, and deriving what is shown.
Does not live here: what a part is (`parts`), the cryptography (`wallet.proofs`), whether the result is good
(`wallet.verification`), or which credentials are shared with whom (`wallet.app.share`).
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any

from wallet.codecs import strict_json
from wallet.credentials import detect, disclosure_places, required_parts
from wallet.credentials.json_pointer import format_pointer, is_within, parse_pointer, resolve_pointer
from wallet.credentials.model import Format, JsonObject, UnverifiedCredential
from wallet.errors import CodecError, CredentialError, ProofError, Reason, SharingError
from wallet.proofs import sd_primitives
from wallet.proofs.bbs_2023 import derive as bbs_2023
from wallet.proofs.bbs_2023 import proof_value as bbs_proof_value
from wallet.proofs.data_integrity import SecuredDocument, suite_name
from wallet.proofs.ecdsa_sd_2023 import derive as ecdsa_sd_2023
from wallet.proofs.ecdsa_sd_2023 import proof_value as ecdsa_sd_proof_value
from wallet.proofs.sd_primitives import LabelMapFactory
from wallet.proofs.sd_selection import StatementSelector
from wallet.proofs.work import Work
from wallet.sharing.parts import (
    NO_RULES,
    RULES,
    Choices,
    Mechanism,
    Part,
    candidates,
    rules_of,
)

Random = Callable[[int], bytes]

_INNER = "verifiableCredential"


def find_choices(document: UnverifiedCredential) -> Choices:
    """What can be left out of this credential, and what never.

    Raises:
        ProofError, UndecidableProofError: its own proof or JSON-LD cannot be read.
        CredentialError: as for the proof's mandatory pointers.
    """
    return _opened(document).choices()


def derive_credentials(
    document: UnverifiedCredential, pointers: Sequence[str] | None, random: Random
) -> Sequence[UnverifiedCredential]:
    """What is shown of a credential: one credential, or the chosen ones of a learner record.

    Args:
        pointers: JSON pointers to what is shown besides what always is; None for everything that may be shown.
        random: gives that many unpredictable bytes.

    Raises:
        SharingError: NOT_SELECTIVELY_DISCLOSABLE when it can only be shared whole; NOTHING_CHOSEN.
        CredentialError: POINTER_UNKNOWN, POINTER_ALWAYS_SHOWN.
        ProofError, UndecidableProofError: its own proof or JSON-LD cannot be read.
    """
    return _opened(document).derive(pointers, random)


def fullest(document: UnverifiedCredential, random: Random) -> UnverifiedCredential:
    """The credential as a receiver would get it with nothing left out.

    What was signed with a base proof is for its holder alone; this is what its verification is about.

    Raises:
        CredentialError, ProofError, UndecidableProofError: as `derive_credentials`.
    """
    opened = _opened(document)
    return opened.derive(None, random)[0] if isinstance(opened, _Statements) else document


def mechanism_of(document: UnverifiedCredential) -> Mechanism:
    """By which standard parts of this credential can be left out."""
    if document.sd_jwt is not None:
        return Mechanism.SD_JWT if document.sd_jwt.disclosures else Mechanism.WHOLE
    if document.format is Format.CLR_2 and document.jws is None and any(inner_credentials(document)):
        return Mechanism.CLR_INNER
    base = _base_proof(document.document) if document.jws is None else None
    return Mechanism(suite_name(base)) if base is not None else Mechanism.WHOLE


def _base_proof(document: JsonObject) -> JsonObject | None:
    """The first proof that only the holder may have and from which others are derived.

    A record signed so keeps its enclosed credentials' own proofs, which no such choice can go through.
    """
    for proof in SecuredDocument(document).proofs:
        value = proof.get("proofValue")
        if suite_name(proof) == Mechanism.ECDSA_SD and _starts_as(
            ecdsa_sd_proof_value.is_base_proof_value, value
        ):
            return proof
        if suite_name(proof) == Mechanism.BBS and _starts_as(bbs_proof_value.is_base_proof_value, value):
            return proof
    return None


def _starts_as(asks: Callable[[Any], bool], value: Any) -> bool:
    try:
        return asks(value)
    except ProofError:
        return False


def _opened(document: UnverifiedCredential) -> "_Whole | _Statements | _Disclosures | _Record":
    mechanism = mechanism_of(document)
    if mechanism in (Mechanism.ECDSA_SD, Mechanism.BBS):
        return _Statements(document, mechanism)
    if mechanism is Mechanism.SD_JWT:
        return _Disclosures(document)
    return _Record(document) if mechanism is Mechanism.CLR_INNER else _Whole(document)


# -- whole or not at all


@dataclass(frozen=True, slots=True)
class _Whole:
    """A credential whose issuer prepared nothing."""

    document: UnverifiedCredential

    def choices(self) -> Choices:
        shown = [
            Part(pointer, resolve_pointer(self.document.document, pointer))
            for pointer in candidates(self.document.document, rules_of(self.document))
        ]
        return Choices(Mechanism.WHOLE, shown, ())

    def derive(self, pointers: Sequence[str] | None, random: Random) -> Sequence[UnverifiedCredential]:
        del random
        if pointers is not None:
            raise SharingError(Reason.NOT_SELECTIVELY_DISCLOSABLE)
        return [self.document]


# -- statements under a base proof


class _Statements:
    """A credential with a base proof: single statements can be left out."""

    def __init__(self, document: UnverifiedCredential, mechanism: Mechanism) -> None:
        self._mechanism = mechanism
        self._secured = SecuredDocument(document.document)
        self._proof = _base_proof(document.document) or {}
        self._whole = self._secured.unsecured(self._proof)
        text = str(self._proof.get("proofValue"))
        factory: LabelMapFactory
        if mechanism is Mechanism.ECDSA_SD:
            base = ecdsa_sd_proof_value.parse_base_proof_value(text)
            mandatory, factory = (
                base.mandatory_pointers,
                sd_primitives.create_hmac_id_label_map_function(base.hmac_key),
            )
        else:
            bbs = bbs_proof_value.parse_base_proof_value(text)
            mandatory = bbs.mandatory_pointers
            factory = sd_primitives.create_shuffled_id_label_map_function(bbs.hmac_key)
        self._selector = StatementSelector(self._whole, factory, Work())
        needed = [*mandatory, *required_parts.required_pointers(self._whole)]
        self._always = [required_parts.whole_unit(self._whole, pointer) for pointer in needed]
        self._shown: AbstractSet[int] = self._selector.select(self._always).matching

    def choices(self) -> Choices:
        mandatory: list[Part] = []
        selectable: list[Part] = []
        for pointer in candidates(self._whole, RULES, self._stands_alone):
            part = Part(pointer, resolve_pointer(self._whole, pointer))
            (mandatory if self._is_always_shown(pointer) else selectable).append(part)
        return Choices(self._mechanism, mandatory, selectable)

    def derive(self, pointers: Sequence[str] | None, random: Random) -> Sequence[UnverifiedCredential]:
        chosen = [""] if pointers is None else [*self._always, *map(self._checked, pointers)]
        if self._mechanism is Mechanism.ECDSA_SD:
            made = ecdsa_sd_2023.derive_proof(self._secured, self._proof, chosen)
        else:
            made = bbs_2023.derive_proof(self._secured, self._proof, chosen, random=random)
        return [_read(made)]

    def _checked(self, pointer: str) -> str:
        resolve_pointer(self._whole, pointer)
        if parse_pointer(pointer)[-1:] == ("@context",) or self._is_always_shown(pointer):
            raise CredentialError(Reason.POINTER_ALWAYS_SHOWN)
        return required_parts.whole_unit(self._whole, pointer)

    def _is_always_shown(self, pointer: str) -> bool:
        return self._selector.select([pointer]).matching <= self._shown

    def _stands_alone(self, pointer: str) -> bool:
        try:
            self._selector.select([pointer])
        except CredentialError:
            return False
        return True


# -- disclosures of an SD-JWT


class _Disclosures:
    """An SD-JWT: claims the issuer made disclosable can be left out."""

    def __init__(self, document: UnverifiedCredential) -> None:
        self._document = document
        assert document.sd_jwt is not None, "the mechanism was found by it"
        self._sd_jwt = document.sd_jwt
        self._whole = document.document
        self._placed = disclosure_places.place_disclosures(self._sd_jwt)
        # an SD-JWT VC has no common vocabulary; what decides there can never be hidden
        self._rules = rules_of(document)
        needed = () if self._rules is NO_RULES else required_parts.required_pointers(document.document)
        self._always = [self._unit(pointer) for pointer in needed]

    def choices(self) -> Choices:
        mandatory: list[Part] = []
        selectable: list[Part] = []
        for pointer in self._parts():
            part = Part(pointer, resolve_pointer(self._whole, pointer))
            (mandatory if self._is_always_shown(pointer) else selectable).append(part)
        return Choices(Mechanism.SD_JWT, mandatory, selectable)

    def derive(self, pointers: Sequence[str] | None, random: Random) -> Sequence[UnverifiedCredential]:
        del random
        kept: Sequence[str] = self._sd_jwt.disclosures
        if pointers is not None:
            chosen = [*self._always, *map(self._checked, pointers)]
            shown = set(disclosure_places.choose_disclosures(self._placed, chosen))
            kept = [text for text in self._sd_jwt.disclosures if text in shown]
        issuer_token = self._sd_jwt.token.partition("~")[0]
        return [_read_text("~".join([issuer_token, *kept, ""]))]

    def _parts(self) -> Iterator[str]:
        """Every part, as fine as the issuer's disclosures cut it."""
        hidden = [entry.pointer for entry in self._placed]
        parts = (self._cut(pointer, hidden) for pointer in candidates(self._whole, self._rules))
        yield from dict.fromkeys(parts)

    def _cut(self, pointer: str, hidden: Sequence[str]) -> str:
        """A disclosure without others inside is one part, whatever it holds."""
        around = [other for other in hidden if is_within(pointer, other)]
        innermost = max(around, key=len, default=pointer)
        inside = [other for other in hidden if other != innermost and is_within(other, innermost)]
        return pointer if inside else innermost

    def _unit(self, pointer: str) -> str:
        return required_parts.whole_unit(self._whole, pointer, self._rules.units)

    def _checked(self, pointer: str) -> str:
        resolve_pointer(self._whole, pointer)
        unit = self._unit(pointer)
        if self._is_always_shown(unit):
            raise CredentialError(Reason.POINTER_ALWAYS_SHOWN)
        return unit

    def _is_always_shown(self, pointer: str) -> bool:
        needed = set(disclosure_places.choose_disclosures(self._placed, [pointer]))
        return needed <= set(disclosure_places.choose_disclosures(self._placed, self._always))


# -- credentials inside a learner record


@dataclass(frozen=True, slots=True)
class _Record:
    """A learner record: credentials in it that carry their own proof can be shared without it.

    Source: CLR 2.0, ClrSubject; each inner credential is verified on its own.
    """

    document: UnverifiedCredential

    def choices(self) -> Choices:
        inner = inner_credentials(self.document)
        return Choices(
            Mechanism.CLR_INNER, (), [Part(pointer, part.credential.title) for pointer, part in inner]
        )

    def derive(self, pointers: Sequence[str] | None, random: Random) -> Sequence[UnverifiedCredential]:
        if pointers is None:
            whole = _base_proof(self.document.document)
            if whole is not None:
                return _Statements(self.document, Mechanism(suite_name(whole))).derive(None, random)
            return [self.document]
        if not pointers:
            raise SharingError(Reason.NOTHING_CHOSEN)
        inner = dict(inner_credentials(self.document))
        if any(pointer not in inner for pointer in pointers):
            raise CredentialError(Reason.POINTER_UNKNOWN, "no enclosed credential with a proof of its own")
        return [
            made
            for pointer in dict.fromkeys(pointers)
            for made in derive_credentials(inner[pointer], None, random)
        ]


def inner_credentials(document: UnverifiedCredential) -> Iterator[tuple[str, UnverifiedCredential]]:
    """Enclosed credentials that can be shared alone, by their pointers."""
    subjects = document.document.get("credentialSubject")
    several = isinstance(subjects, list)
    for place, subject in enumerate(subjects if isinstance(subjects, list) else [subjects]):
        entries = subject.get(_INNER) if isinstance(subject, Mapping) else None
        owner: tuple[str | int, ...] = ("credentialSubject", place) if several else ("credentialSubject",)
        for number, entry in enumerate(entries if isinstance(entries, list) else [entries]):
            steps = (*owner, _INNER, number) if isinstance(entries, list) else (*owner, _INNER)
            read = _read_inner(entry)
            if read is not None:
                yield format_pointer(steps), read


def _read_inner(entry: Any) -> UnverifiedCredential | None:
    try:
        if isinstance(entry, str):
            return _read_text(entry)
        return _read(entry) if isinstance(entry, Mapping) and "proof" in entry else None
    except (CodecError, CredentialError, SharingError):
        return None


def _read(document: JsonObject) -> UnverifiedCredential:
    return _read_text(strict_json.dumps(document))


def _read_text(text: str) -> UnverifiedCredential:
    read = detect.parse_document(text.encode("utf-8"))
    if not isinstance(read, UnverifiedCredential):
        raise CredentialError(Reason.NOT_A_CREDENTIAL, "derived")
    return read
