"""What is shown of one kept credential: checked whole, cut to the chosen parts, checked again.

Lives here: the order of these steps, the holder's key binding, and which parts the bytes that leave really hold.
Does not live here: cutting (`wallet.sharing.disclosure`), the share around it (`share`).
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Any

from wallet.app.browse import reopen
from wallet.app.container import Services
from wallet.app.open_document import open_document
from wallet.app.own_keys import OwnKeys
from wallet.app.verify_document import DocumentVerifier
from wallet.codecs import base64url
from wallet.credentials import clr2
from wallet.credentials.detect import parse_document
from wallet.credentials.json_pointer import format_pointer, parse_pointer
from wallet.credentials.model import (
    Format,
    JsonObject,
    UnverifiedCredential,
    UnverifiedPresentation,
)
from wallet.errors import AppError, Reason, SharingError
from wallet.proofs import sd_jwt as sd_jwt_proofs
from wallet.proofs.keys import key_from_multikey
from wallet.sharing import disclosure
from wallet.sharing.bundle_items import is_item
from wallet.sharing.parts import Choices, Mechanism
from wallet.vault.credential_store import StoredCredential
from wallet.verification.report import CheckName, Outcome, SharedBy, Verdict, VerificationReport
from wallet.verification.shared_by import Sharer, compare

_NOT_GOOD = (Verdict.INVALID, Verdict.UNREADABLE)
_NONCE_BYTES = 16
_DID_KEY = "did:key:"


@dataclass(frozen=True, slots=True)
class Receiver:
    """Who gets a share: what signatures name, and what the receiver asked to be repeated."""

    audience: str
    nonce: str | None = None


@dataclass(frozen=True, slots=True)
class ShownPart:
    """What leaves of one kept credential.

    Attributes:
        documents: the credentials that are shown for it, with what proves them.
        whole: the kept credential itself.
        pointers: what was chosen; None for everything.
        reports: what checking each of them said just now.
        is_not_valid: it is not valid, and is shown all the same.
    """

    record_id: str
    whole: UnverifiedCredential
    documents: Sequence[UnverifiedCredential]
    pointers: Sequence[str] | None
    reports: Sequence[VerificationReport] = field(repr=False, default=())
    is_not_valid: bool = False

    @property
    def is_unchecked(self) -> bool:
        """Whether the proof of one of them could not be checked for want of a context."""
        proofs = [report.check(CheckName.PROOF) for report in self.reports]
        return any(
            check.outcome is Outcome.UNKNOWN and check.reason is Reason.UNKNOWN_CONTEXT for check in proofs
        )

    @property
    def is_subset(self) -> bool:
        """Whether these are credentials taken out of a learner record."""
        is_record = disclosure.mechanism_of(self.whole) is Mechanism.CLR_INNER
        return is_record and self.pointers is not None

    @property
    def is_whole_record(self) -> bool:
        """Whether this is a learner record with everything in it."""
        return self.whole.format is Format.CLR_2 and not self.is_subset

    @property
    def inner_count(self) -> int:
        """How many credentials are in the learner record."""
        return len(clr2.inner_documents(self.whole.document))


def show_part(
    stored: StoredCredential,
    pointers: Sequence[str] | None,
    receiver: Receiver,
    keys: OwnKeys,
    services: Services,
    *,
    even_not_valid: bool = False,
) -> ShownPart:
    """Cuts a kept credential to what is shown.

    The credential is checked whole before anything is derived from it, and what was derived is checked as its receiver
    will check it.

    Args:
        even_not_valid: what is not valid is shown, too; whoever signs for it has to label it so.

    Raises:
        SharingError: NOT_FOR_SHARING when it is not valid; also when it was found not valid before and today's check
            could not decide (a list that said "cancelled" may be out of reach now). NOT_SELECTIVELY_DISCLOSABLE,
            NOTHING_CHOSEN, CHOICE_NOT_COMPLETE.
        CredentialError: POINTER_UNKNOWN, POINTER_ALWAYS_SHOWN.
        ProofError: it cannot be derived from.
    """
    whole = reopen(stored)
    verifier = DocumentVerifier(services)
    # what is taken out of a record is judged by itself: neither says anything about the other
    by_itself = disclosure.mechanism_of(whole) is Mechanism.CLR_INNER and pointers is not None
    is_bad = False
    if not by_itself:
        report = verifier.verify_opened(disclosure.fullest(whole, services.random))
        undecided_now = report.verdict is Verdict.UNCHECKED and stored.head.verdict is Verdict.INVALID
        is_bad = report.verdict in _NOT_GOOD or undecided_now
        if report.verdict is Verdict.UNREADABLE or (is_bad and not even_not_valid):
            raise SharingError(Reason.NOT_FOR_SHARING, str(report.reason or stored.head.reason))
    derived = disclosure.derive_credentials(whole, pointers, services.random)
    bound = [_bound_to(document, receiver, keys, services) for document in derived]
    reports = [verifier.verify_opened(document) for document in bound]
    bad = next((each for each in reports if each.verdict in _NOT_GOOD), None)
    if by_itself and even_not_valid:
        is_bad = bad is not None
    if bad is not None and not is_bad:
        # where the whole is good, it is the choice that left too little
        reason = Reason.NOT_FOR_SHARING if by_itself else Reason.CHOICE_NOT_COMPLETE
        raise SharingError(reason, str(bad.reason))
    return ShownPart(stored.head.id, whole, bound, pointers, reports, is_bad)


def _bound_to(
    document: UnverifiedCredential, receiver: Receiver, keys: OwnKeys, services: Services
) -> UnverifiedCredential:
    """An SD-JWT whose issuer confirmed a key of ours, with the binding token of that key; anything else as it is."""
    signer = keys.confirmed(document)
    if document.sd_jwt is None or signer is None:
        return document
    nonce = receiver.nonce or base64url.encode(services.random(_NONCE_BYTES))
    token = sd_jwt_proofs.create_key_binding(
        document.sd_jwt.bound_text,
        document.sd_jwt.algorithm,
        signer.seed,
        audience=receiver.audience,
        nonce=nonce,
        now=services.clock.now(),
    )
    bound = parse_document((document.sd_jwt.bound_text + token).encode("ascii"))
    if not isinstance(bound, UnverifiedCredential):
        raise AppError(Reason.INTERNAL_ERROR, "key binding")
    return bound


def is_of_other_key(document: UnverifiedCredential, did: str) -> bool:
    """Whether a credential names another key than that of this did:key, as its receiver will be told."""
    sharer = Sharer(key_from_multikey(did.removeprefix(_DID_KEY)), did)
    return compare(document, sharer) is SharedBy.OTHER_KEY


# -- what the bytes that leave hold


@dataclass(frozen=True, slots=True)
class PartsInBytes:
    """Which parts of one credential are in the bytes that leave, in the words of `--credential ID[=POINTER,...]`.

    Credentials taken out of a learner record are named one by one, even when they are all of them: the record is not
    there.
    """

    revealed: Sequence[str]
    hidden: Sequence[str]


def parts_in_bytes(shown: Sequence[ShownPart], share: bytes) -> Sequence[PartsInBytes]:
    """For each credential which parts of it are in a share, found by reading it as its receiver does.

    Args:
        share: the presentation, or the bundle when something lies beside it.

    Raises:
        AppError: INTERNAL_ERROR, these are not the bytes of a share.
        WalletError: they cannot be opened.
    """
    opened = open_document(share)
    if not isinstance(opened, UnverifiedPresentation):
        raise AppError(Reason.INTERNAL_ERROR, "a share is a presentation")
    inside = sum(not is_item(document) for part in shown for document in part.documents)
    entries, items = iter(opened.credentials[:inside]), iter(opened.credentials[inside:])
    found = []
    for part in shown:
        documents = [next(items if is_item(document) else entries) for document in part.documents]
        seen = [entry.document for entry in documents if isinstance(entry, UnverifiedCredential)]
        found.append(_parts_in(part, seen))
    return found


def _parts_in(part: ShownPart, seen: Sequence[JsonObject]) -> PartsInBytes:
    choices = disclosure.find_choices(part.whole)
    missing: AbstractSet[str] = frozenset()
    if part.is_subset:
        inner = dict(disclosure.inner_credentials(part.whole))
        missing = {pointer for pointer, each in inner.items() if not _is_whole_in(each.document, seen)}
    elif choices.mechanism is not Mechanism.CLR_INNER:
        missing = _missing_in(choices, seen[0])
    if not missing and not part.is_subset:
        return PartsInBytes((part.record_id,), ())
    named = [(choice.pointer, f"{part.record_id}={choice.pointer}") for choice in choices.selectable]
    return PartsInBytes(
        tuple(name for pointer, name in named if pointer not in missing),
        tuple(name for pointer, name in named if pointer in missing),
    )


def _missing_in(choices: Choices, seen: JsonObject) -> AbstractSet[str]:
    """The parts that can be chosen and are not there.

    A part is there when all its values are. Parts may have values in common (their types), so what is always shown
    takes its own first, then the parts with most values.
    """
    there = _counted(seen)
    by_size = sorted(choices.selectable, key=lambda part: -len(list(single_values(part.value))))
    missing = set()
    for part in (*choices.mandatory, *by_size):
        wanted = _counted(part.value, part.pointer)
        if wanted <= there:
            there -= wanted
        else:
            missing.add(part.pointer)
    return missing


def _counted(value: Any, pointer: str = "") -> Counter[tuple[tuple[str, ...], str]]:
    """Single values under their names: places in lists move when entries are left out."""
    return Counter((_names(where), text) for where, text in single_values(value, pointer))


def _is_whole_in(document: JsonObject, seen: Sequence[JsonObject]) -> bool:
    return any(_counted(_unsecured(document)) <= _counted(other) for other in seen)


def _unsecured(document: JsonObject) -> JsonObject:
    return {name: value for name, value in document.items() if name != "proof"}


def _names(pointer: str) -> tuple[str, ...]:
    return tuple(name for name in parse_pointer(pointer) if not name.isdigit())


def single_values(value: Any, pointer: str = "") -> Iterator[tuple[str, str]]:
    """Every single value as text with its JSON pointer; documents are at most 64 levels deep."""
    if isinstance(value, Mapping):
        for name, inner in value.items():
            yield from single_values(inner, pointer + format_pointer([name]))
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            yield from single_values(inner, f"{pointer}/{place}")
    else:
        yield pointer, value_text(value)


def value_text(value: Any) -> str:
    """A JSON value that is no object and no list as people read it."""
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)
