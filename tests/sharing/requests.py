"""Requests of receivers, good ones; each test breaks its own."""

import json
from typing import Any
from urllib.parse import quote, urlencode

OB3_TYPE = "https://purl.imsglobal.org/spec/vc/ob/vocab.html#OpenBadgeCredential"


def openid4vp(*queries: dict[str, Any], **changes: Any) -> dict[str, Any]:
    """An OpenID4VP request by value; None leaves a parameter out."""
    made = {
        "response_type": "vp_token",
        "response_mode": "direct_post",
        "client_id": "redirect_uri:https://jobs.example/answers",
        "response_uri": "https://jobs.example/answers",
        "nonce": "n-7Qd2kVxX",
        "state": "row 17",
        "dcql_query": {"credentials": list(queries) or [badge_query()]},
    }
    return {name: value for name, value in (made | changes).items() if value is not None}


def badge_query(*paths: list[Any], **changes: Any) -> dict[str, Any]:
    """Any Open Badge secured by an embedded proof."""
    made: dict[str, Any] = {"id": "badge", "format": "ldp_vc", "meta": {"type_values": [[OB3_TYPE]]}}
    if paths:
        made["claims"] = [{"path": path} for path in paths]
    return made | changes


def placement_query(*paths: list[Any], **changes: Any) -> dict[str, Any]:
    """The placement of the samples, an SD-JWT VC without a holder key."""
    made = {
        "id": "placement",
        "format": "dc+sd-jwt",
        "meta": {"vct_values": ["https://countycareers.example/credentials/placement"]},
        "claims": [{"path": path} for path in paths],
        "require_cryptographic_holder_binding": False,
    }
    return made | changes


def vc_api(example: dict[str, Any] | None = None, **changes: Any) -> dict[str, Any]:
    """A request of the VC API."""
    made: dict[str, Any] = {
        "query": [
            {"type": "DIDAuthentication", "acceptedMethods": [{"method": "key"}]},
            {
                "type": "QueryByExample",
                "credentialQuery": [
                    {
                        "reason": "Please show your welding certificate.",
                        "example": example or {"type": ["OpenBadgeCredential"]},
                    }
                ],
            },
        ],
        "challenge": "3182bdea-63d9-11ea-b6de-3b7c1404d57f",
        "domain": "jobs.example",
    }
    return {name: value for name, value in (made | changes).items() if value is not None}


def as_address(request: dict[str, Any]) -> str:
    """The same as the address in a QR code."""
    flat = {name: value if isinstance(value, str) else json.dumps(value) for name, value in request.items()}
    return f"openid4vp://?{urlencode(flat, quote_via=quote)}"
