"""What a credential is, whatever format it came in: frozen types, no behaviour beyond small look-ups.

Lives here: the types shared by parsing, verification, vault, sharing and screens.
Does not live here: reading bytes (`detect` and the parsers beside it) or deciding trust
(`wallet.verification`). Everything read from a file is unverified until a report says otherwise; text in
these types is hostile text.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, NewType

Did = NewType("Did", str)
Url = NewType("Url", str)

JsonObject = Mapping[str, Any]


class Format(StrEnum):
    """The data model, decided by content (never by a file's name)."""

    OPEN_BADGES_3 = "openbadges-3.0"
    OPEN_BADGES_2 = "openbadges-2.0"
    OPEN_BADGES_1 = "openbadges-1.x"
    CLR_2 = "clr-2.0"
    VC_1_1 = "vc-1.1"
    VC_2_0 = "vc-2.0"
    SD_JWT_VC = "sd-jwt-vc"
    PRESENTATION = "presentation"
    UNKNOWN = "unknown"


class Envelope(StrEnum):
    """How the credential was wrapped when it came in."""

    JSON = "json"
    JWT = "jwt"
    BAKED_PNG = "baked-png"
    BAKED_SVG = "baked-svg"
    BUNDLE = "bundle"
    LINK = "link"
    QR = "qr"
    PAGE = "page"
    PDF = "pdf"
    ZIP = "zip"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Image:
    """A picture named by a credential: a data: URL or an address that is never fetched unasked."""

    id: str
    caption: str | None = None


@dataclass(frozen=True, slots=True)
class Issuer:
    """Who says so. `id` is a DID or URL ("" when the document has none)."""

    id: str
    name: str | None = None
    url: str | None = None
    email: str | None = None
    description: str | None = None
    image: Image | None = None


@dataclass(frozen=True, slots=True)
class Identifier:
    """One Open Badges IdentityObject: how an issuer names the recipient."""

    identity_type: str
    identity_hash: str
    hashed: bool
    salt: str | None = None


@dataclass(frozen=True, slots=True)
class Alignment:
    """A link from an achievement to an entry of a skill framework."""

    target_name: str
    target_url: str | None = None
    target_framework: str | None = None
    target_code: str | None = None
    target_type: str | None = None


@dataclass(frozen=True, slots=True)
class ResultDescription:
    """What a result of this achievement can look like."""

    id: str | None
    name: str | None
    result_type: str | None = None
    allowed_values: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Result:
    """What the learner reached, with its description resolved where the achievement carries it."""

    value: str | None
    status: str | None = None
    achieved_level: str | None = None
    description: ResultDescription | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """A piece of work the issuer points to. `id` is usually an address; it is never opened unasked."""

    id: str | None
    name: str | None = None
    description: str | None = None
    narrative: str | None = None
    genre: str | None = None


@dataclass(frozen=True, slots=True)
class Achievement:
    """What was earned. `code` is the issuer's short name for it ("MATH 101")."""

    id: str | None
    name: str | None
    description: str | None = None
    achievement_type: str | None = None
    criteria_narrative: str | None = None
    criteria_id: str | None = None
    image: Image | None = None
    alignments: Sequence[Alignment] = ()
    tags: Sequence[str] = ()
    result_descriptions: Sequence[ResultDescription] = ()
    code: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """One value a credential without a known vocabulary states, under the issuer's own name ("address.country")."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom the credential is about, and what it says of them. `id` is a DID or URL when stated.

    Attributes:
        claims: what is said in words of the issuer's own, for formats that have no common vocabulary.
        credits: how many the learner earned, and in which `term`; the issuer's own text.
    """

    id: str | None = None
    name: str | None = None
    identifiers: Sequence[Identifier] = ()
    achievement: Achievement | None = None
    results: Sequence[Result] = ()
    claims: Sequence[Claim] = ()
    credits: str | None = None
    term: str | None = None


@dataclass(frozen=True, slots=True)
class StatusEntry:
    """One `credentialStatus` entry, as written."""

    type: str
    id: str | None
    purpose: str | None
    list_url: str | None
    index: str | None
    raw: JsonObject = field(repr=False, default_factory=dict)


@dataclass(frozen=True, slots=True)
class Credential:
    """One credential, parsed for display and for checks. Dates are kept as the text the issuer wrote."""

    id: str | None
    types: Sequence[str]
    name: str | None
    description: str | None
    issuer: Issuer
    subjects: Sequence[Subject]
    valid_from: str | None
    valid_until: str | None
    awarded_date: str | None = None
    image: Image | None = None
    evidence: Sequence[Evidence] = ()
    status: Sequence[StatusEntry] = ()
    schemas: Sequence[JsonObject] = ()
    endorsements: Sequence[JsonObject | str] = ()

    @property
    def subject(self) -> Subject:
        """The first subject; an empty one when the document names none."""
        return self.subjects[0] if self.subjects else Subject()

    @property
    def title(self) -> str:
        """What a person would call it: its name, else its achievement's name, else its most telling type."""
        achievement = self.subject.achievement
        named = self.name or (achievement.name if achievement else None)
        return named or next((t for t in self.types if t != "VerifiableCredential"), "")


@dataclass(frozen=True, slots=True)
class CompactJws:
    """A compact JWS taken apart but not verified. `signing_input` is the ASCII of `header.payload`."""

    token: str = field(repr=False)
    header: JsonObject
    payload: JsonObject = field(repr=False)
    signing_input: bytes = field(repr=False)
    signature: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class SdJwt:
    """What an SD-JWT has beside its issuer-signed token, taken apart but not verified.

    Attributes:
        token: the whole compact text.
        bound_text: everything up to the last tilde, that included: what a key binding token is about, and the
            whole SD-JWT without it.
        algorithm: the registered name of the hash its digests are made with ("sha-256").
        disclosures: the disclosures as they stand in the text.
        hidden: how many digests have no disclosure (claims the holder keeps back, and decoys).
        key_binding: the token by which a holder showed it to somebody, None when there is none.
    """

    token: str = field(repr=False)
    bound_text: str = field(repr=False)
    algorithm: str
    disclosures: Sequence[str] = field(repr=False)
    hidden: int
    key_binding: CompactJws | None


@dataclass(frozen=True, slots=True)
class UnverifiedCredential:
    """A credential as it was read: nothing in it is proven.

    Attributes:
        original: the bytes exactly as they came in (the whole picture for a baked image); only these are
            stored.
        envelope: the outermost wrapping.
        format: the data model.
        document: the credential as a JSON object: for JSON the parsed text, for a JWT the credential its
            claims carry.
        jws: the token when the credential is secured by one, else None. Of an SD-JWT it is the issuer-signed
            token, its `payload` processed: the shown claims in their places.
        credential: the parsed view of `document`.
        sd_jwt: the rest of an SD-JWT, else None.
    """

    original: bytes = field(repr=False)
    envelope: Envelope
    format: Format
    document: JsonObject = field(repr=False)
    jws: CompactJws | None
    credential: Credential
    sd_jwt: SdJwt | None = None

    @property
    def proofs(self) -> Sequence[JsonObject]:
        """The embedded proofs in document order; an object and an array are told apart nowhere else."""
        return embedded_proofs(self.document)


@dataclass(frozen=True, slots=True)
class UnverifiedPresentation:
    """A verifiable presentation as it was read, with every credential in it parsed on its own."""

    original: bytes = field(repr=False)
    envelope: Envelope
    document: JsonObject = field(repr=False)
    jws: CompactJws | None
    id: str | None
    holder: str | None
    description: str | None
    credentials: Sequence["UnverifiedCredential | UnreadablePart"]
    sd_jwt: SdJwt | None = None

    @property
    def format(self) -> Format:
        """Always `Format.PRESENTATION`."""
        return Format.PRESENTATION

    @property
    def proofs(self) -> Sequence[JsonObject]:
        """The embedded proofs in document order."""
        return embedded_proofs(self.document)


@dataclass(frozen=True, slots=True)
class UnreadablePart:
    """A part of a presentation or record that could not be parsed; `reason` is a code of `wallet.errors.Reason`."""

    reason: str
    detail: str = ""


UnverifiedDocument = UnverifiedCredential | UnverifiedPresentation


def embedded_proofs(document: JsonObject) -> Sequence[JsonObject]:
    """The `proof` member of a document as a sequence of objects; entries that are not objects are left in place as {}.

    Source: VC Data Integrity 1.0, section 2.2 (proof sets).
    """
    proof = document.get("proof")
    if proof is None:
        return ()
    entries = proof if isinstance(proof, list) else [proof]
    return tuple(entry if isinstance(entry, Mapping) else {} for entry in entries)
