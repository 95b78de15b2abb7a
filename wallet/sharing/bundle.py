"""The bundle: the one object that files, links, QR codes and pages carry, and its strict reader.

Lives here: version 1 of the format (see README.md in this folder), and the rule that nothing a bundle says about itself
may differ from what the holder signed. Does not live here: making or verifying the presentation inside.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from wallet.codecs import strict_json
from wallet.credentials.model import JsonObject, embedded_proofs
from wallet.errors import CodecError, Reason, SharingError
from wallet.sharing.bundle_evidence import read_evidence, write_evidence
from wallet.sharing.bundle_items import read_items, require_signed, write_items
from wallet.verification.sources import FetchedDocument

VERSION = 1
MAX_BUNDLE_BYTES = strict_json.MAX_JSON_BYTES
SUITES = ("eddsa-rdfc-2022", "eddsa-jcs-2022")  # a tuple: a proof may name a list
_DID_KEY = "did:key:"

_REQUIRED = frozenset({"v", "made", "items", "vp"})
_SIGNED = ("to", "for", "until")
_OPTIONAL = frozenset({*_SIGNED, "ev"})


@dataclass(frozen=True, slots=True)
class Bundle:
    """A bundle as it was read: every text in it equals a signed value; whether the signature holds is not known yet.

    What nobody signed for is `evidence` alone.

    Attributes:
        made: when the holder signed, as written (xsd:dateTime).
        recipient: who it is for, None when not said; `domain` of the holder's proof.
        purpose: what it is for, None when not said; the presentation's `description`.
        until: when it ends, as written, None when it does not; `expires` of the holder's proof.
        presentation: the presentation as compact JSON, UTF-8: byte for byte what `sign_presentation` returned.
        evidence: documents of others as the sender had them, with their dates; the sender could have made them.
        items: what lies beside the presentation (Open Badges 1 and 2), byte for byte; the digests in it are these.
    """

    made: str
    recipient: str | None
    purpose: str | None
    until: str | None
    presentation: bytes = field(repr=False)
    evidence: Sequence[FetchedDocument] = field(repr=False, default=())
    items: Sequence[bytes] = field(repr=False, default=())


def encode_bundle(
    presentation: bytes, evidence: Sequence[FetchedDocument] = (), items: Sequence[bytes] = ()
) -> bytes:
    """Wraps a presentation; what stands outside it is copied from its signed values.

    Args:
        presentation: what `sign_presentation` returned.
        evidence: dated documents of others (`bundle_evidence.worth_sending`); links and codes have no room for them.
        items: what the presentation cannot carry and its signature names (`bundle_items`), in that order.

    Returns:
        Compact JSON, UTF-8, at most 10 MB.

    Raises:
        SharingError: BUNDLE_INVALID when it is not a presentation signed by its holder over these items; SHARE_TOO_BIG.
    """
    _require_size(presentation)
    try:
        document = strict_json.loads(presentation)
    except CodecError as error:
        raise SharingError(Reason.BUNDLE_INVALID, "presentation") from error
    if not isinstance(document, Mapping):
        raise SharingError(Reason.BUNDLE_INVALID, "presentation")
    require_signed(document, items)
    body = {"v": VERSION, **_signed_values(document), "items": write_items(items), "vp": document}
    if evidence:
        body["ev"] = write_evidence(evidence)
    data = strict_json.dumps(body).encode("utf-8")
    _require_size(data)
    return data


def _require_size(data: bytes) -> None:
    if len(data) > MAX_BUNDLE_BYTES:
        raise SharingError(Reason.SHARE_TOO_BIG, f"{len(data)} bytes of {MAX_BUNDLE_BYTES}")


def decode_bundle(data: bytes) -> Bundle:
    """Reads a bundle strictly.

    Args:
        data: JSON, UTF-8, at most 10 MB.

    Raises:
        SharingError: LINK_NEWER for a version or a member this program does not know, else BUNDLE_INVALID.
    """
    try:
        body = strict_json.loads(data)
    except CodecError as error:
        raise SharingError(Reason.BUNDLE_INVALID, str(error.reason)) from error
    if not is_bundle(body):
        raise SharingError(Reason.BUNDLE_INVALID, "not a bundle")
    _require_known_form(body)
    presentation = body["vp"]
    said = {name: body[name] for name in ("made", *_SIGNED) if name in body}
    if said != _signed_values(presentation):
        raise SharingError(Reason.BUNDLE_INVALID, "differs from what the holder signed")
    items = read_items(body["items"])
    require_signed(presentation, items)
    return Bundle(
        made=said["made"],
        recipient=said.get("to"),
        purpose=said.get("for"),
        until=said.get("until"),
        presentation=strict_json.dumps(presentation).encode("utf-8"),
        evidence=read_evidence(body.get("ev", [])),
        items=items,
    )


def is_bundle(value: Any) -> bool:
    """Whether parsed JSON means to be a bundle of any version, valid or not. Credentials have neither member."""
    return isinstance(value, Mapping) and "v" in value and "vp" in value and "@context" not in value


def _require_known_form(body: JsonObject) -> None:
    """The members and types of version 1. A newer wallet says so by the version; an unknown member is taken for one."""
    version = body["v"]
    if type(version) is not int or version < VERSION:
        raise SharingError(Reason.BUNDLE_INVALID, "version")
    if version > VERSION:
        raise SharingError(Reason.LINK_NEWER, "bundle version")
    if _REQUIRED - body.keys():
        raise SharingError(Reason.BUNDLE_INVALID, "a member is missing")
    if body.keys() - _REQUIRED - _OPTIONAL:
        raise SharingError(Reason.LINK_NEWER, "bundle member")
    if not isinstance(body["vp"], Mapping) or not isinstance(body["items"], list):
        raise SharingError(Reason.BUNDLE_INVALID, "type of a member")


def _signed_values(presentation: JsonObject) -> dict[str, str]:
    """What the bundle repeats from the presentation, in the order it is written.

    Raises:
        SharingError: BUNDLE_INVALID when there is not exactly one proof of the holder's, or a value is not text.
    """
    proof = _holder_proof(presentation)
    values = {
        "made": proof.get("created"),
        "to": proof.get("domain"),
        "for": presentation.get("description"),
        "until": proof.get("expires"),
    }
    present = {name: value for name, value in values.items() if value is not None}
    if "made" not in present or not all(isinstance(value, str) for value in present.values()):
        raise SharingError(Reason.BUNDLE_INVALID, "signed values")
    return present


def _holder_proof(presentation: JsonObject) -> JsonObject:
    """The one proof, as version 1 has it: eddsa-rdfc-2022 or eddsa-jcs-2022 with a key of the holder's did:key.

    Whether it holds is for verification; here a bundle whose proof names another suite or key is not of this format, so
    that a changed letter in it cannot pass for something this program merely does not support.
    """
    proofs: Sequence[JsonObject] = embedded_proofs(presentation)
    if len(proofs) != 1:
        raise SharingError(Reason.BUNDLE_INVALID, "number of holder proofs")
    holder, method = presentation.get("holder"), proofs[0].get("verificationMethod")
    if (
        not isinstance(holder, str)
        or not isinstance(method, str)
        or proofs[0].get("cryptosuite") not in SUITES
    ):
        raise SharingError(Reason.BUNDLE_INVALID, "holder proof")
    if not holder.startswith(_DID_KEY) or method != f"{holder}#{holder.removeprefix(_DID_KEY)}":
        raise SharingError(Reason.BUNDLE_INVALID, "holder key")
    return proofs[0]
