"""Which data model a JSON document follows, by its content alone.

Lives here: telling the formats apart, and naming what belongs to a format but is no credential.
Does not live here: envelopes such as pictures and tokens (`detect`).
"""

from wallet.credentials import vcdm
from wallet.credentials.json_text import one_or_many, strings, types_of
from wallet.credentials.model import Format, JsonObject
from wallet.credentials.openbadges1 import is_before_2
from wallet.credentials.openbadges3 import CLR_TYPE, CREDENTIAL_TYPES, ENDORSEMENT_TYPE
from wallet.errors import CredentialError, Reason

# Classes of Open Badges 1 and 2 that describe a badge, an issuer or a list.
_OTHER_CLASSES = frozenset(
    {
        "BadgeClass",
        "Issuer",
        "Profile",
        "Endorsement",
        "RevocationList",
        "CryptographicKey",
        "AlignmentObject",
    }
)
_OF_AN_AWARD = frozenset({"recipient", "verification", "issuedOn", "issued_on"})


def detect_format(document: JsonObject) -> Format:
    """The format of a credential's document.

    A document is taken for a credential when its type or its context says so, or when it has an issuer and a
    subject; whether it is a good one is for `vcdm.check_data_model` to say.

    Raises:
        CredentialError: NOT_AN_AWARD for a badge class, an issuer's profile and the like, else NOT_A_CREDENTIAL.
    """
    types = types_of(document)
    if CLR_TYPE in types:
        return Format.CLR_2
    if not CREDENTIAL_TYPES.isdisjoint(types) or ENDORSEMENT_TYPE in types:
        return Format.OPEN_BADGES_3
    contexts = one_or_many(document.get("@context"))
    if vcdm.CONTEXT_V2 in contexts:
        return Format.VC_2_0
    if vcdm.CREDENTIAL_TYPE in types or vcdm.CONTEXT_V1 in contexts or "credentialSubject" in document:
        return Format.VC_1_1
    older = _older_badge(document)
    if older is not None:
        return older
    raise CredentialError(Reason.NOT_A_CREDENTIAL, "a JSON object of another kind")


def _older_badge(document: JsonObject) -> Format | None:
    """Open Badges 2.0 by its type, 1.x by its members (Open Badges 2.0 and 1.1, section Assertion).

    Raises:
        CredentialError: NOT_AN_AWARD when it is something else of Open Badges, which says nothing of a learner.
    """
    types = types_of(document)
    award = "Assertion" in types or isinstance(document.get("verify"), dict)
    if award or ("badge" in document and not _OF_AN_AWARD.isdisjoint(document)):
        return Format.OPEN_BADGES_1 if is_before_2(document) else Format.OPEN_BADGES_2
    about = next((kind for kind in types if kind in _OTHER_CLASSES), None)
    if about is None and document.keys() >= {"name", "criteria", "issuer"}:
        about = "BadgeClass"
    if about is None and any("openbadge" in entry for entry in strings(document.get("@context"))):
        about = "Open Badges"
    if about is not None:
        raise CredentialError(Reason.NOT_AN_AWARD, about)
    return None
