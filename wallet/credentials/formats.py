"""Which data model a JSON document follows, by its content alone.

Lives here: telling the formats apart, and naming those this program knows of but does not read yet.
Does not live here: envelopes such as pictures and tokens (`detect`).
"""

from wallet.credentials import vcdm
from wallet.credentials.json_text import one_or_many, types_of
from wallet.credentials.model import Format, JsonObject
from wallet.credentials.openbadges3 import CLR_TYPE, CREDENTIAL_TYPES, ENDORSEMENT_TYPE
from wallet.errors import CredentialError, Reason

_OPEN_BADGES_2_TYPES = frozenset({"Assertion", "BadgeClass", "Issuer", "Profile", "Endorsement"})


def detect_format(document: JsonObject) -> Format:
    """The format of a credential's document.

    A document is taken for a credential when its type or its context says so, or when it has an issuer and a
    subject; whether it is a good one is for `vcdm.check_data_model` to say.

    Raises:
        CredentialError: UNSUPPORTED_FORMAT for Open Badges 1 and 2 (the detail names the format), else
            NOT_A_CREDENTIAL.
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
        raise CredentialError(Reason.UNSUPPORTED_FORMAT, older)
    raise CredentialError(Reason.NOT_A_CREDENTIAL, "a JSON object of another kind")


def _older_badge(document: JsonObject) -> Format | None:
    """Open Badges 2.0 by its context, 1.x by its members (Open Badges 2.0 and 1.1, section Assertion)."""
    contexts = [entry for entry in one_or_many(document.get("@context")) if isinstance(entry, str)]
    if any("openbadge" in entry and "v2" in entry for entry in contexts):
        return Format.OPEN_BADGES_2
    if any("openbadge" in entry for entry in contexts):
        return Format.OPEN_BADGES_1
    if "badge" in document and ("recipient" in document or "verify" in document):
        return Format.OPEN_BADGES_1
    if {"name", "criteria", "issuer"} <= document.keys() and "credentialSubject" not in document:
        return Format.OPEN_BADGES_1
    if not _OPEN_BADGES_2_TYPES.isdisjoint(types_of(document)):
        return Format.OPEN_BADGES_2
    return None
