"""Check `schema`: does the credential follow the JSON Schema it names.

Many good, really-signed badges do not meet the published schemas, so this is advice, except where the credential itself
names the type `1EdTechJsonSchemaValidator2019`: then its issuer promised conformance, and a breach decides.

The schemas do not travel with this program. One that was handed in under the address the credential names is used;
without it the check is "unknown" and decides nothing. Only addresses of 1EdTech are followed: a schema can be
made to run for hours, so nobody else's is run.

Lives here: which schema, and what its answer means. Does not live here: where documents come from (`sources`).
"""

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from wallet.codecs import strict_json
from wallet.credentials.model import JsonObject, UnverifiedCredential
from wallet.errors import CodecError, Reason
from wallet.verification.report import Check, CheckName, Outcome
from wallet.verification.run_memory import RunMemory

if TYPE_CHECKING:
    import jsonschema_rs

PROMISE = "1EdTechJsonSchemaValidator2019"
PUBLISHER = "https://purl.imsglobal.org/"
_MAX_ENTRIES = 8
_MAX_SCHEMA_BYTES = 1_000_000
# Worst first: what one schema says outweighs what a better one says, and a promise outweighs advice.
_RANK = (
    (Outcome.FAILED, Reason.SCHEMA_BROKEN),
    (Outcome.FAILED, Reason.SCHEMA_MISMATCH),
    (Outcome.UNKNOWN, Reason.SCHEMA_NOT_CHECKED),
    (Outcome.PASSED, None),
)


class UnusableSchemaError(Exception):
    """What was handed in is not a schema this check can run."""


def check_schema(document: UnverifiedCredential, documents: RunMemory) -> Check:
    """Every schema the credential names; the worst finding is the check's. Not applicable when it names none.

    Source: Open Badges 3.0, section on verification (credentialSchema); 1EdTech JSON Schema validator 2019.
    """
    entries = document.credential.schemas
    if not entries:
        return Check(CheckName.SCHEMA, Outcome.NOT_APPLICABLE)
    findings = [_follow(document.document, entry, documents) for entry in entries[:_MAX_ENTRIES]]
    if len(entries) > _MAX_ENTRIES:
        findings.append(_not_checked("number of schemas"))
    return min(findings, key=lambda check: _RANK.index((check.outcome, check.reason)))


def first_breach(document: JsonObject, schema: bytes) -> str | None:
    """Where a document first breaks a schema, as a JSON pointer ("" is the whole); None when it follows it.

    Args:
        schema: the text of a JSON Schema, draft 2019-09.

    Raises:
        UnusableSchemaError: it is not one, or refers to other documents.
    """
    breach = next(iter(_validator(schema).iter_errors(document)), None)
    return None if breach is None else _pointer(breach.instance_path)


def _follow(document: JsonObject, entry: JsonObject, documents: RunMemory) -> Check:
    address = entry.get("id")
    if not isinstance(address, str) or not address.startswith(PUBLISHER):
        return _not_checked(str(address)[:200])
    fetched = documents.lookup(address)
    if fetched is None:
        return _not_checked(address[:200])
    try:
        place = first_breach(document, fetched.body)
    except UnusableSchemaError:
        return _not_checked(address[:200])
    if place is None:
        return Check(CheckName.SCHEMA, Outcome.PASSED, detail=address[:200])
    reason = Reason.SCHEMA_BROKEN if PROMISE in _types(entry) else Reason.SCHEMA_MISMATCH
    return Check(CheckName.SCHEMA, Outcome.FAILED, reason, place[:200])


@lru_cache(maxsize=8)
def _validator(schema: bytes) -> "jsonschema_rs.Draft201909Validator":
    """A schema ready to run, remembered because the few there are come back with every credential.

    The dialect is fixed: 1EdTech's schemas use array-form `items`, which a 2020-12 reader passes over in silence.
    Patterns run in linear time, and a reference to another document is an error instead of a request.
    """
    import jsonschema_rs  # noqa: PLC0415 - costs more than all other checks together to load, and is rarely needed

    if len(schema) > _MAX_SCHEMA_BYTES:
        raise UnusableSchemaError
    try:
        parsed = strict_json.loads(schema)
        if not isinstance(parsed, dict):
            raise UnusableSchemaError
        return jsonschema_rs.Draft201909Validator(
            parsed,
            offline=True,
            pattern_options=jsonschema_rs.RegexOptions(),
        )
    except (CodecError, ValueError, jsonschema_rs.ReferencingError) as error:
        raise UnusableSchemaError from error


def _pointer(path: Sequence[str | int]) -> str:
    """Source: RFC 6901, section 3."""
    return "".join(f"/{str(step).replace('~', '~0').replace('/', '~1')}" for step in path)


def _types(entry: JsonObject) -> Sequence[Any]:
    types = entry.get("type")
    return types if isinstance(types, list) else [types]


def _not_checked(detail: str) -> Check:
    return Check(CheckName.SCHEMA, Outcome.UNKNOWN, Reason.SCHEMA_NOT_CHECKED, detail)
