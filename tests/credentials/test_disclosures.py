"""Hidden claims come back to their places, and every way to cheat with them is refused (security class J11)."""

import json
from typing import Any

import pytest

from tests.hiding import Hidden, Hiding, digest_of, disclosure
from wallet.codecs import base64url
from wallet.credentials.disclosures import MAX_DISCLOSURES, process_payload
from wallet.errors import Reason, WalletError

SALT = "2GLC42sKQveCfGfryNRN9w"


def refusal(payload: dict[str, Any], *disclosures: str) -> Reason:
    with pytest.raises(WalletError) as caught:
        process_payload(payload, disclosures)
    assert SECRET not in str(caught.value)
    return caught.value.reason


SECRET = "Eleanor-Vance-4711"
NAME = disclosure(SALT, "given_name", SECRET)
ELEMENT = disclosure(SALT, SECRET)


def one_name() -> dict[str, Any]:
    return {"iss": "https://a.example", "_sd": [digest_of(NAME)]}


DECIDING = [
    *("iss", "aud", "exp", "nbf", "cnf", "vct", "vct#integrity", "status", "vc", "vp", "@context"),
    *("issuer", "credentialStatus", "validFrom", "validUntil", "issuanceDate", "expirationDate"),
]


def test_what_is_shown_stands_in_its_place_and_what_is_not_leaves_no_trace() -> None:
    hiding = Hiding()
    payload = hiding.payload(
        {
            "open": 1,
            "name": Hidden("Mira"),
            "address": Hidden({"locality": Hidden("Kiel"), "country": "DE"}),
            "list": [Hidden("a"), "b", Hidden({"deep": Hidden(True)})],
        }
    )
    everything = process_payload({**payload, "_sd_alg": "sha-256"}, hiding.disclosures)
    assert everything.claims == {
        "open": 1,
        "name": "Mira",
        "address": {"locality": "Kiel", "country": "DE"},
        "list": ["a", "b", {"deep": True}],
    }
    assert everything.hidden == 0
    nothing = process_payload(payload, [])
    assert nothing.claims == {"open": 1, "list": ["b"]}
    assert nothing.hidden == 4


def test_an_object_of_hidden_members_only_stays_as_an_empty_one() -> None:
    assert process_payload({"a": {"_sd": ["AAAA"]}, "b": [{"...": "BBBB"}]}, []).claims == {"a": {}, "b": []}


@pytest.mark.parametrize(
    ("name", "python"),
    [("sha-256", "sha256"), ("sha-384", "sha384"), ("sha-512", "sha512"), ("sha3-256", "sha3_256")],
)
def test_known_hashes(name: str, python: str) -> None:
    hiding = Hiding(python)
    payload = hiding.payload({"a": Hidden(1)})
    assert process_payload({**payload, "_sd_alg": name}, hiding.disclosures).claims == {"a": 1}


@pytest.mark.parametrize(
    "name", ["sha-1", "md5", "sha-256-128", "SHA-256", "sha256", "", None, 7, ["sha-256"]]
)
def test_weak_and_unknown_hashes(name: Any) -> None:
    assert refusal({**one_name(), "_sd_alg": name}, NAME) is Reason.ALG_NOT_ALLOWED


# -- digests


def test_a_disclosure_nobody_signed_for() -> None:
    assert process_payload(one_name(), [NAME]).claims["given_name"] == SECRET
    added = disclosure(SALT, "degree", SECRET)
    assert refusal(one_name(), NAME, added) is Reason.DISCLOSURE_INVALID


def test_a_disclosure_whose_parent_is_kept_back() -> None:
    hiding = Hiding()
    payload = hiding.payload({"address": Hidden({"locality": Hidden(SECRET)})})
    inner, outer = hiding.disclosures
    assert process_payload(payload, [outer, inner]).claims == {"address": {"locality": SECRET}}
    assert process_payload(payload, [outer]).claims == {"address": {}}
    assert refusal(payload, inner) is Reason.DISCLOSURE_INVALID


def test_the_same_disclosure_twice() -> None:
    assert refusal(one_name(), NAME, NAME) is Reason.DISCLOSURE_INVALID


@pytest.mark.parametrize(
    "payload",
    [
        {"_sd": [digest_of(NAME)] * 2},
        {"_sd": [digest_of(NAME)], "a": {"_sd": [digest_of(NAME)]}},
        {"_sd": ["AAAA"], "a": {"_sd": ["AAAA"]}},
        {"a": [{"...": "AAAA"}, {"...": "AAAA"}]},
        {"_sd": ["AAAA"], "a": [{"...": "AAAA"}]},
    ],
)
def test_the_same_digest_twice_even_without_a_disclosure(payload: dict[str, Any]) -> None:
    shown = [NAME] if digest_of(NAME) in json.dumps(payload) else []
    assert refusal(payload, *shown) is Reason.DISCLOSURE_INVALID


def test_a_digest_inside_a_disclosure_that_stands_outside_too() -> None:
    parent = disclosure(SALT, "a", {"_sd": [digest_of(NAME)]})
    assert process_payload({"_sd": [digest_of(parent)]}, [parent, NAME]).claims == {
        "a": {"given_name": SECRET}
    }
    assert refusal({"_sd": [digest_of(parent), digest_of(NAME)]}, parent, NAME) is Reason.DISCLOSURE_INVALID


@pytest.mark.parametrize("digests", ["AAAA", {"a": 1}, [1], [["AAAA"]], None])
def test_digests_that_are_none(digests: Any) -> None:
    assert refusal({"_sd": digests}) is Reason.DISCLOSURE_INVALID


@pytest.mark.parametrize("element", [{"...": 1}, {"...": "AAAA", "a": 1}, {"...": ["AAAA"]}, {"...": None}])
def test_elements_that_hide_nothing(element: Any) -> None:
    assert refusal({"a": [element]}) is Reason.DISCLOSURE_INVALID


# -- names


@pytest.mark.parametrize("name", ["_sd", "...", "_sd_alg", 7, None, ["a"], {"a": 1}])
def test_reserved_and_impossible_names(name: Any) -> None:
    shown = disclosure(SALT, name, SECRET)
    assert refusal({"_sd": [digest_of(shown)]}, shown) is Reason.DISCLOSURE_INVALID


@pytest.mark.parametrize("payload", [{"...": "AAAA"}, {"a": {"...": "AAAA"}}, {"a": {"_sd_alg": "sha-256"}}])
def test_reserved_names_out_of_place(payload: dict[str, Any]) -> None:
    assert refusal(payload) is Reason.DISCLOSURE_INVALID


def test_reserved_names_that_only_a_disclosure_brings_in() -> None:
    for value in ({"_sd": "AAAA"}, {"...": "AAAA"}, {"_sd_alg": "sha-1"}, [{"...": "AAAA", "b": 1}]):
        shown = disclosure(SALT, "a", value)
        assert refusal({"_sd": [digest_of(shown)]}, shown) is Reason.DISCLOSURE_INVALID


def test_a_name_that_is_taken_by_an_open_claim_or_by_another_disclosure() -> None:
    assert refusal({**one_name(), "given_name": "Mira"}, NAME) is Reason.DISCLOSURE_INVALID
    other = disclosure("another salt", "given_name", "Mira")
    both = {"_sd": [digest_of(NAME), digest_of(other)]}
    assert refusal(both, NAME, other) is Reason.DISCLOSURE_INVALID
    assert process_payload(both, [other]).claims == {"given_name": "Mira"}


@pytest.mark.parametrize(
    "name",
    [
        "iss",
        "aud",
        "exp",
        "nbf",
        "cnf",
        "vct",
        "status",
        "vc",
        "vp",
        "@context",
        "issuer",
        "validUntil",
        "validFrom",
        "expirationDate",
        "issuanceDate",
        "credentialStatus",
        "vct#integrity",
    ],
)
def test_claims_that_must_not_be_hidden(name: str) -> None:
    shown = disclosure(SALT, name, {"a": 1})
    assert refusal({"_sd": [digest_of(shown)]}, shown) is Reason.DISCLOSURE_INVALID
    # the same name further inside is another claim
    inside = {"a": {"_sd": [digest_of(shown)]}}
    assert process_payload(inside, [shown]).claims == {"a": {name: {"a": 1}}}


@pytest.mark.parametrize(
    "payload",
    [
        {"status": {"_sd": ["AAAA"]}},
        {"cnf": {"jwk": {"kty": "EC", "_sd": ["AAAA"]}}},
        {"credentialStatus": [{"type": "x"}, {"...": "AAAA"}]},
        {"credentialStatus": {"type": "x", "_sd": ["AAAA"]}},
        {"@context": ["https://www.w3.org/ns/credentials/v2", {"...": "AAAA"}]},
    ],
)
def test_nothing_is_hidden_inside_claims_that_decide(payload: dict[str, Any]) -> None:
    assert refusal(payload) is Reason.DISCLOSURE_INVALID


@pytest.mark.parametrize("name", ["sub", "iat", "jti", "type", "id", "credentialSubject", "holder"])
def test_claims_that_may_be_hidden(name: str) -> None:
    shown = disclosure(SALT, name, "x")
    assert process_payload({"_sd": [digest_of(shown)]}, [shown]).claims == {name: "x"}


# -- the form of a disclosure


@pytest.mark.parametrize(
    "content",
    [
        [],
        [SALT],
        [SALT, SECRET],
        [SALT, "a", SECRET, 1],
        [7, "a", SECRET],
        [None, "a", SECRET],
        [["x"], "a", 1],
    ],
)
def test_member_disclosures_of_another_form(content: list[Any]) -> None:
    shown = disclosure(*content)
    assert refusal({"_sd": [digest_of(shown)]}, shown) is Reason.DISCLOSURE_INVALID


@pytest.mark.parametrize("content", [[SALT], [SALT, "a", SECRET], [7, SECRET]])
def test_element_disclosures_of_another_form(content: list[Any]) -> None:
    shown = disclosure(*content)
    assert refusal({"a": [{"...": digest_of(shown)}]}, shown) is Reason.DISCLOSURE_INVALID
    assert process_payload({"a": [{"...": digest_of(ELEMENT)}]}, [ELEMENT]).claims == {"a": [SECRET]}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (NAME + "=", Reason.DISCLOSURE_INVALID),
        (NAME + "\n", Reason.DISCLOSURE_INVALID),
        (NAME[:-1] + "*", Reason.DISCLOSURE_INVALID),
        ("", Reason.DISCLOSURE_INVALID),
        ("é", Reason.DISCLOSURE_INVALID),
        (base64url.encode(b'{"a": 1}'), Reason.DISCLOSURE_INVALID),
        (base64url.encode(b'"text"'), Reason.DISCLOSURE_INVALID),
        (base64url.encode(b'["s", "a", 1'), Reason.DISCLOSURE_INVALID),
        (base64url.encode(b'["s", "a", {"b": 1, "b": 2}]'), Reason.JSON_DUPLICATE_KEY),
        (base64url.encode(b'["s", "a", NaN]'), Reason.JSON_NUMBER_INVALID),
        (base64url.encode(b'["s", "a", ' + b"[" * 70 + b"]" * 70 + b"]"), Reason.JSON_TOO_DEEP),
    ],
)
def test_disclosures_that_cannot_be_read(text: str, reason: Reason) -> None:
    assert refusal({"_sd": [digest_of(text)]}, text) is reason


def test_white_space_in_a_disclosure_is_part_of_what_is_hashed() -> None:
    spaced = base64url.encode(f'["{SALT}" ,  "given_name",\n"Mira"]'.encode())
    assert process_payload({"_sd": [digest_of(spaced)]}, [spaced]).claims == {"given_name": "Mira"}
    tight = base64url.encode(f'["{SALT}","given_name","Mira"]'.encode())
    assert refusal({"_sd": [digest_of(spaced)]}, tight) is Reason.DISCLOSURE_INVALID


# -- limits


def _nested(levels: int) -> tuple[dict[str, Any], list[str]]:
    shown: list[str] = []
    value: Any = 1
    for _ in range(levels):
        shown.append(disclosure(SALT, "a", value))
        value = {"_sd": [digest_of(shown[-1])]}
    return value, shown


def test_disclosures_inside_one_another_have_a_limit() -> None:
    payload, shown = _nested(60)
    assert process_payload(payload, shown).claims
    payload, shown = _nested(3000)
    assert refusal(payload, *shown) is Reason.JSON_TOO_DEEP


def test_the_number_of_disclosures_has_a_limit() -> None:
    shown = [disclosure(SALT, f"n{place}", 1) for place in range(MAX_DISCLOSURES + 1)]
    digests = [digest_of(text) for text in shown]
    assert len(process_payload({"_sd": digests}, shown[:-1]).claims) == MAX_DISCLOSURES
    assert refusal({"_sd": digests}, *shown) is Reason.TOO_COMPLEX
