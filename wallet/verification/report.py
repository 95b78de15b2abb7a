"""What a verification says: four-valued outcomes, one check each, and the verdict that follows from them.

Lives here: the vocabulary of `ler-wallet verify` (names are a contract with other programs).
Does not live here: how a check is carried out (`checks/`) or how outcomes become a verdict (`policy`).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from wallet.credentials.model import Credential, Envelope, Format
from wallet.errors import Reason
from wallet.verification.sources import FetchedDocument

__all__ = ["Check", "CheckName", "Outcome", "Reason", "Verdict", "VerificationReport"]


class Outcome(StrEnum):
    """What one check found. It refuses to be used as a bool, so that "could not check" can never pass for a pass."""

    PASSED = "passed"
    FAILED = "failed"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not_applicable"

    def __bool__(self) -> bool:
        """Always raises."""
        raise TypeError("an Outcome has four values; compare it with `is`")


class CheckName(StrEnum):
    """The checks, in the order they are carried out and shown."""

    STRUCTURE = "structure"
    PROOF = "proof"
    ISSUER_BINDING = "issuer_binding"
    DATES = "dates"
    STATUS = "status"
    SCHEMA = "schema"
    RECIPIENT = "recipient"
    ISSUER_TRUST = "issuer_trust"
    ENDORSEMENTS = "endorsements"
    INNER_CREDENTIALS = "inner_credentials"


class Verdict(StrEnum):
    """The one word for the whole; the worst of the checks (best first here)."""

    VERIFIED = "verified"
    CHECK = "check"
    UNCHECKED = "unchecked"
    INVALID = "invalid"
    UNREADABLE = "unreadable"


class LeftOut(StrEnum):
    """What is counted of the parts that were left out of a credential.

    DIGESTS are places of parts of which nothing is shown, or placeholders of the issuer (SD-JWT); STATEMENTS are
    smaller than parts (bbs-2023); UNKNOWN: parts may have been left out, and nothing tells how many (ecdsa-sd-2023);
    NOTHING: it cannot be that something was.
    """

    NOTHING = "nothing"
    DIGESTS = "digests"
    STATEMENTS = "statements"
    UNKNOWN = "unknown"


class SharedBy(StrEnum):
    """By whose key a credential was shared, held against the key it names.

    ISSUER_KEY: by the key that issued it, so that nobody but its sharer vouches for it, whomever it names.
    NO_KEY: it names nobody, or somebody by an e-mail address, a number or the like; NOT_COMPARED: it names a key, or
    several persons, in a way that could not be compared. Neither speaks for or against whoever shared it.
    """

    ISSUER_KEY = "issuer_key"
    NAMED_KEY = "named_key"
    OTHER_KEY = "other_key"
    NO_KEY = "no_key"
    NOT_COMPARED = "not_compared"


@dataclass(frozen=True, slots=True)
class Check:
    """One check's outcome.

    Attributes:
        reason: why it did not simply pass; also set on a pass that carries a warning (for example `ends_soon`).
        detail: plain technical text (a suite, a key id, an address); comes from the document, so it is hostile text.
    """

    name: CheckName
    outcome: Outcome
    reason: Reason | None = None
    detail: str = ""


@dataclass(frozen=True, slots=True)
class VerificationReport:
    """Everything one verification found about one document.

    Attributes:
        verdict: the worst of the checks.
        reason: the first decisive reason, None when there is nothing to say.
        securing: cryptosuites or JOSE algorithms found on the document, in its order.
        credential: the parsed credential; None for presentations and for what could not be read.
        inner: one report per credential inside a presentation or record.
        at: the one clock reading this report was made with (UTC).
        holder: for a presentation, the holder's id.
        audience, purpose, until, nonce: for a presentation, what its signature binds (domain, description, expiry,
            challenge), else None. Without an audience it was made for nobody in particular and may be shown again.
        asked: what the holder was asked to repeat ("audience", "nonce"), and was compared; empty when nobody asked, and
            then `audience` is only what the document says.
        shared_by: for a credential that somebody shared, by whose key; None for one that nobody shared.
        is_subset: for a presentation, its signer said that these are credentials taken out of a longer record.
        is_labelled: for a presentation, its signer said that something in it was not valid when it was shared.
        is_labelled_unchecked: likewise, that something in it could not be checked.
        left_out: how many parts were left out, as far as the format tells: `left_out_of` says what is counted.
        as_of: the date of the oldest document this rests on, when it was retrieved before this check; else None.
        asked_at: when a site on the web last answered for this check; None when none did.
        evidence: the documents of others that were used for the whole; only on the outermost report.
    """

    verdict: Verdict
    reason: Reason | None
    checks: Sequence[Check]
    format: Format
    envelope: Envelope
    securing: Sequence[str]
    credential: Credential | None
    inner: Sequence["VerificationReport"]
    at: datetime
    holder: str | None = None
    audience: str | None = None
    purpose: str | None = None
    until: str | None = None
    nonce: str | None = None
    asked: Sequence[str] = ()
    shared_by: SharedBy | None = None
    is_subset: bool = False
    is_labelled: bool = False
    is_labelled_unchecked: bool = False
    left_out: int = 0
    left_out_of: LeftOut = LeftOut.NOTHING
    as_of: datetime | None = None
    asked_at: datetime | None = None
    evidence: Sequence[FetchedDocument] = field(default=(), compare=False, repr=False)
    milliseconds: float = field(default=0.0, compare=False)

    def check(self, name: CheckName) -> Check:
        """The check of this name; a not_applicable one when it was not carried out."""
        return next((c for c in self.checks if c.name is name), Check(name, Outcome.NOT_APPLICABLE))
