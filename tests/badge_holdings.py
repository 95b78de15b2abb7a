"""What the badge sites of the tests hold for the learner: really signed, in each of the forms the interfaces have."""

from typing import Any

from tests import issuing, older_badges
from tests.identities import did_jwk, did_key
from tests.issuing import claims_v2, credential, token

ISSUER = did_key("badge site")


def badge(number: int, **changes: Any) -> dict[str, Any]:
    """One of several badges, each of another month."""
    made = {
        "id": f"urn:uuid:00000000-0000-4000-8000-{number:012}",
        "validFrom": f"2026-0{number}-01T09:00:00Z",
    }
    return dict(issuing.good(ISSUER, **{**made, "name": f"Badge {number}", **changes}))


def signed_token(number: int) -> str:
    """A badge as a compact JWS."""
    signer = did_jwk("badge site")
    made = {"id": f"urn:uuid:00000000-0000-4000-8000-{number:012}", "name": f"Badge {number}"}
    return token(claims_v2(credential(signer, **made)), signer, "ES256")


def holdings() -> dict[str, list[Any]]:
    """By member of the interfaces' answers."""
    return {
        "credential": [badge(1), badge(2), badge(3)],
        "compactJwsString": [signed_token(4), signed_token(5)],
        "assertions": [older_badges.assertion()],
        "signedAssertions": [older_badges.sign(older_badges.signed_assertion())],
        "results": [
            {
                "entityId": "a1",
                "openBadgeId": older_badges.ASSERTION,
                "badgeclassOpenBadgeId": older_badges.BADGE,
                "recipient": {
                    "identity": older_badges.HASHED,
                    "hashed": True,
                    "type": "email",
                    "plaintextIdentity": "nobody@example.org",
                },
                "issuedOn": "2026-03-01T10:00:00Z",
            }
        ],
    }
