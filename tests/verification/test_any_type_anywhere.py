"""A member of any other type than expected, anywhere in a document, a token or its header: a report, no crash."""

import copy
import json
from typing import Any

import pytest

from tests import identities, issuing
from tests.assurance import FULL
from tests.verification.test_mutants_of_every_format import FORMS
from tests.verification.test_mutations import places
from wallet.verification.report import Verdict

pytestmark = pytest.mark.long

OTHERS: list[Any] = [["x"], {"a": 1}, 1, *([[], {}, [["x"]], [{}], 1.5, True, None, "x"] if FULL else [])]
UNREAD = ("jwk", "cty", "x5c", "iss")
ISSUER = identities.did_key("issuer", "P-256")
DOCUMENTS = ["eddsa-rdfc-2022", "ecdsa-sd-2023, derived", "proof chain", "presentation of a token"]


@pytest.mark.parametrize("name", FORMS if FULL else DOCUMENTS)
def test_documents(name: str) -> None:
    document, verdicts = FORMS[name].make(), set[Verdict]()
    for number in range(len(list(places(document)))):
        for other in OTHERS:
            made = copy.deepcopy(document)
            owner, key = list(places(made))[number]
            owner[key] = copy.deepcopy(other)
            verdicts.add(issuing.verify(made).verdict)
    assert Verdict.INVALID in verdicts


@pytest.mark.parametrize("version", [1, 2])
def test_claims_of_tokens(version: int) -> None:
    claims = (
        issuing.claims_v2(issuing.credential(ISSUER))
        if version == 2
        else issuing.claims_v1(issuing.credential_v1(ISSUER))
    )
    verdicts = set()
    for number in range(len(list(places(claims)))):
        for other in OTHERS:
            made = copy.deepcopy(claims)
            owner, key = list(places(made))[number]
            owner[key] = copy.deepcopy(other)
            verdicts.add(issuing.verify(issuing.token(made, ISSUER, "ES256")).verdict)
    assert Verdict.INVALID in verdicts


@pytest.mark.parametrize("name", ["alg", "typ", "kid", "jwk", "cty", "crit", "b64", "zip", "x5c", "iss"])
def test_headers_of_tokens(name: str) -> None:
    payload = json.dumps(issuing.claims_v2(issuing.credential(ISSUER))).encode()
    for typ in ("JWT", "vc+jwt", "dc+sd-jwt"):
        for other in OTHERS:
            header = {"alg": "ES256", "typ": typ, "kid": ISSUER.method, name: other}
            token = issuing.token_of(json.dumps(header).encode(), payload, ISSUER.key)
            for text in (token, token + "~"):
                report = issuing.verify(text)
                assert report.checks
                # what the issuer's own key signed and nobody reads does no harm, and null is as good as left out
                is_harmless = name in UNREAD or (other is None and name in ("typ", "kid"))
                assert is_harmless or report.verdict not in (Verdict.VERIFIED, Verdict.CHECK)
