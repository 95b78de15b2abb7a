"""Comprehensive Learner Record 2.0: a credential that carries credentials.

Lives here: reaching the inner credentials. Each is a document of its own, verified on its own; neither a good
record nor a good inner credential says anything about the other. Does not live here: verifying them.
"""

from collections.abc import Sequence

from wallet.credentials.json_text import objects, one_or_many
from wallet.credentials.model import JsonObject


def inner_documents(document: JsonObject) -> Sequence[JsonObject | str]:
    """The inner credentials in document order: JSON objects, or compact JWS strings.

    Source: CLR 2.0, section ClrSubject (property `verifiableCredential`).
    """
    return [
        entry
        for subject in objects(document.get("credentialSubject"))
        for entry in one_or_many(subject.get("verifiableCredential"))
        if isinstance(entry, dict | str)
    ]
