"""Verifiable presentations: a holder's document with credentials in it.

Lives here: taking one apart, every credential on its own. Does not live here: making one (`wallet.sharing`)
or deciding whether the holder may show what is in it (`wallet.verification`).
"""

from wallet.credentials.credential_document import parse_entry
from wallet.credentials.json_text import identifier, one_or_many, text
from wallet.credentials.model import CompactJws, Envelope, JsonObject, SdJwt, UnverifiedPresentation
from wallet.errors import CredentialError, Reason

SUBSET_NAME = "Subset chosen by the learner"
"""The signed `name` of a presentation of credentials taken out of a learner record."""
NOT_VALID_NAME = "Not valid when it was shared"
"""The signed `name` of a presentation that holds what its sender knew not to be valid (ended, cancelled, changed)."""
UNCHECKED_NAME = "Could not be checked when it was shared"
"""The signed `name` of a presentation that holds what its sender could not check for want of a context."""
SUBSET_NOT_VALID_NAME = f"{SUBSET_NAME}. {NOT_VALID_NAME}"
SUBSET_UNCHECKED_NAME = f"{SUBSET_NAME}. {UNCHECKED_NAME}"
"""Two at once. What is known not to be valid outweighs what could not be checked."""
MAX_CREDENTIALS = 1000
"""More in one presentation is refused, so that a small file cannot ask for hours of work."""


def parse_presentation(
    document: JsonObject,
    *,
    original: bytes,
    envelope: Envelope,
    jws: CompactJws | None = None,
    sd_jwt: SdJwt | None = None,
) -> UnverifiedPresentation:
    """A presentation from its document. No entry is lost: what cannot be read becomes an `UnreadablePart`.

    Args:
        document: the presentation as a JSON object; for a token, what its claims carry.
        original: the bytes it came in.
        envelope: what it was wrapped in.
        jws: the token that carries the document, if one does.
        sd_jwt: the rest of that token, when it is an SD-JWT.

    Raises:
        CredentialError: STRUCTURE_INVALID for more than `MAX_CREDENTIALS` entries.
    """
    entries = one_or_many(document.get("verifiableCredential"))
    if len(entries) > MAX_CREDENTIALS:
        raise CredentialError(Reason.STRUCTURE_INVALID, "verifiableCredential")
    return UnverifiedPresentation(
        original=original,
        envelope=envelope,
        document=document,
        jws=jws,
        id=identifier(document.get("id")),
        holder=identifier(document.get("holder")),
        description=text(document.get("description")),
        credentials=[parse_entry(entry) for entry in entries],
        sd_jwt=sd_jwt,
    )
