"""Check `schema`: advice. No JSON Schema ships with this program yet, so a named schema is reported as not checked."""

from wallet.credentials.model import Credential
from wallet.errors import Reason
from wallet.verification.report import Check, CheckName, Outcome


def check_schema(credential: Credential) -> Check:
    """Unknown when the credential names a schema, not applicable otherwise.

    Many good, really-signed badges do not meet the published schemas, so this never decides a verdict.
    """
    if not credential.schemas:
        return Check(CheckName.SCHEMA, Outcome.NOT_APPLICABLE)
    return Check(CheckName.SCHEMA, Outcome.UNKNOWN, Reason.SCHEMA_NOT_CHECKED)
