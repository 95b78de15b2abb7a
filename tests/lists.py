"""Lists of known issuers for tests: signed files, registry files and federation chains."""

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from tests import issuing
from tests.identities import Identity, Json, key
from wallet.verification.trust_lists.signed_list import create_signed_list

PUBLISHER = key("publisher of lists")
ANCHOR = Identity("https://registry.example", "anchor-key", key("anchor", "P-256"))


def entry(issuer_id: str, *names: str, **changes: Any) -> Json:
    """One issuer of a signed list."""
    return {"id": issuer_id, "names": list(names), **changes}


def signed_list(*entries: Mapping[str, Any], **changes: Any) -> Json:
    """A signed list that is in force in November 2026; keyword arguments replace members before it is signed."""
    content = {
        "name": "District list",
        "sequence": 2,
        "valid_from": "2026-09-01T00:00:00Z",
        "valid_until": "2027-08-31T00:00:00Z",
        "issuers": list(entries),
    }
    return dict(create_signed_list(content | changes, PUBLISHER.seed))


def registry(**names_by_id: str) -> Json:
    """A registry file of the Digital Credentials Consortium."""
    entries = {one: {"name": name, "location": "Cambridge, MA, USA"} for one, name in names_by_id.items()}
    return {"meta": {"updated": "2026-10-27T17:57:31+00:00"}, "registry": entries}


def statement(
    subject: str,
    name: str | None = None,
    *,
    signer: Identity = ANCHOR,
    header: Json | None = None,
    **claims: Any,
) -> str:
    """An entity statement of the anchor; None as a claim leaves it out."""
    payload = {
        "iss": signer.id,
        "sub": subject,
        "iat": issuing.seconds("2026-11-23T00:00:00Z"),
        "exp": issuing.seconds("2026-11-24T00:00:00Z"),
        "metadata": {"federation_entity": {"organization_name": name} if name else {}},
    }
    members = {"alg": "ES256", "typ": "entity-statement+jwt", "kid": signer.method} | (header or {})
    body = json.dumps(issuing.without_none(payload | claims)).encode()
    return issuing.token_of(json.dumps(members).encode(), body, signer.key)


def anchor_statement(**claims: Any) -> str:
    """What the anchor states about itself, with its keys."""
    keys = {"keys": [{**ANCHOR.key.jwk, "kid": ANCHOR.method}]}
    return statement(ANCHOR.id, "Example Registry", **({"jwks": keys} | claims))


def chain(*statements: str, anchor: str | None = None) -> Sequence[str]:
    """Statements with the anchor's own at the end."""
    return [*statements, anchor or anchor_statement()]


def moment(text: str) -> datetime:
    """A date and time."""
    return datetime.fromisoformat(text)
