"""Requests are read strictly: who asks for what, and nothing leads anywhere."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from tests.sharing.requests import as_address, badge_query, openid4vp, placement_query, vc_api
from wallet.errors import Reason, SharingError
from wallet.sharing.request import MAX_REQUEST_BYTES, is_request, parse_request
from wallet.sharing.wanted import RequestProtocol

NOW = datetime(2026, 11, 23, 13, tzinfo=UTC)
LATER, BEFORE = 1_800_000_000, 1_700_000_000


_CHOICE = badge_query(
    claims=[{"id": "a", "path": ["name"]}, {"id": "b", "path": ["evidence"]}], claim_sets=[["a"], ["b"]]
)


def _sets(sets: list[dict[str, Any]]) -> dict[str, Any]:
    return {"credentials": [badge_query(), placement_query(["skills"])], "credential_sets": sets}


def _reason(request: dict[str, Any] | str) -> Reason:
    text = request if isinstance(request, str) else json.dumps(request)
    with pytest.raises(SharingError) as caught:
        parse_request(text, NOW)
    return caught.value.reason


@pytest.mark.parametrize("write", [json.dumps, as_address])
def test_an_openid4vp_request_says_who_asks_for_what(write: Any) -> None:
    request = parse_request(
        write(openid4vp(badge_query(["name"], ["evidence", None, "name"]), exp=LATER)), NOW
    )
    assert (request.protocol, request.host) == (RequestProtocol.OPENID4VP, "jobs.example")
    assert request.verifier == "redirect_uri:https://jobs.example/answers"
    assert (request.nonce, request.state) == ("n-7Qd2kVxX", "row 17")
    (wanted,) = request.wanted
    assert [list(claim.path) for claim in wanted.claims] == [["name"], ["evidence", None, "name"]]
    assert request.until == datetime.fromtimestamp(LATER, UTC)


def test_a_vc_api_request_says_who_asks_for_what_and_why() -> None:
    request = vc_api({"type": ["OpenBadgeCredential"], "credentialSubject": {"result": [{"value": ""}]}})
    for body in (request, {"verifiablePresentationRequest": request}):
        read = parse_request(json.dumps(body), NOW)
        assert (read.protocol, read.verifier, read.host) == (
            RequestProtocol.VC_API,
            "jobs.example",
            "jobs.example",
        )
        assert read.purpose == "Please show your welding certificate."
        assert [list(claim.path) for claim in read.wanted[0].claims] == [
            ["credentialSubject", "result", None, "value"]
        ]


@pytest.mark.parametrize(
    ("example", "asked"),
    [
        ({"result": {}}, [["credentialSubject", "result"]]),
        ({"result": []}, [["credentialSubject", "result"]]),
        ({"result": [{}]}, [["credentialSubject", "result", None]]),
        ({"achievement": {"type": "Achievement"}}, [["credentialSubject", "achievement", None, "type"]]),
        ({}, []),
        ({"type": "AchievementSubject"}, []),
    ],
)
def test_what_an_example_leaves_open_is_asked_for_all_the_same(example: object, asked: list[object]) -> None:
    request = vc_api({"type": ["OpenBadgeCredential"], "credentialSubject": example})
    (wanted,) = parse_request(json.dumps(request), NOW).wanted
    assert [list(claim.path) for claim in wanted.claims] == asked


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"exp": BEFORE}, Reason.REQUEST_EXPIRED),
        ({"expires": "2026-11-23T12:59:59Z"}, Reason.REQUEST_EXPIRED),
        ({"exp": "soon"}, Reason.REQUEST_INVALID),
        ({"exp": True}, Reason.REQUEST_INVALID),
        ({"response_mode": "direct_post.jwt"}, Reason.REQUEST_UNSUPPORTED),
        ({"response_mode": "query"}, Reason.REQUEST_UNSUPPORTED),
        ({"response_type": "code"}, Reason.REQUEST_UNSUPPORTED),
        ({"request_uri": "https://jobs.example/r"}, Reason.REQUEST_UNSUPPORTED),
        ({"request": "eyJ.e30.x"}, Reason.REQUEST_UNSUPPORTED),
        ({"presentation_definition": {}}, Reason.REQUEST_UNSUPPORTED),
        ({"dcql_query": None, "scope": "badges"}, Reason.REQUEST_UNSUPPORTED),
        ({"response_uri": "https://other.example/answers"}, Reason.REQUEST_SEVERAL_HOSTS),
        ({"redirect_uri": "https://other.example/"}, Reason.REQUEST_SEVERAL_HOSTS),
        ({"client_id": "x509_san_dns:other.example"}, Reason.REQUEST_SEVERAL_HOSTS),
        ({"client_id": "decentralized_identifier:did:web:other.example"}, Reason.REQUEST_SEVERAL_HOSTS),
        ({"response_uri": "http://jobs.example/answers"}, Reason.REQUEST_INVALID),
        ({"response_uri": "https://jobs.example@other.example/"}, Reason.REQUEST_INVALID),
        ({"response_uri": "https://j\u043ebs.example/"}, Reason.REQUEST_INVALID),
        ({"client_id": "Harb\u043er Boat Works"}, Reason.REQUEST_INVALID),
        ({"client_id": "Harbor\u202eskroW taoB"}, Reason.REQUEST_INVALID),
        ({"client_id": "Harbor\nverified"}, Reason.REQUEST_INVALID),
        ({"client_id": None}, Reason.REQUEST_INVALID),
        ({"nonce": None}, Reason.REQUEST_INVALID),
        ({"nonce": " "}, Reason.REQUEST_INVALID),
        ({"nonce": 7}, Reason.REQUEST_INVALID),
        ({"dcql_query": {"credentials": []}}, Reason.REQUEST_INVALID),
        ({"dcql_query": []}, Reason.REQUEST_INVALID),
        ({"dcql_query": {"credentials": [badge_query()] * 2}}, Reason.REQUEST_INVALID),
        ({"dcql_query": {"credentials": [badge_query(format="mso_mdoc")]}}, Reason.REQUEST_UNSUPPORTED),
        ({"dcql_query": {"credentials": [_CHOICE]}}, Reason.REQUEST_UNSUPPORTED),
        ({"dcql_query": {"credentials": [_CHOICE | {"claim_sets": [["z"]]}]}}, Reason.REQUEST_INVALID),
        ({"dcql_query": {"credentials": [_CHOICE | {"claim_sets": [[7]]}]}}, Reason.REQUEST_INVALID),
        ({"dcql_query": _sets([{"options": [["badge"], ["other"]]}])}, Reason.REQUEST_UNSUPPORTED),
        (
            {"dcql_query": _sets([{"options": [["badge", "x"]], "required": False}])},
            Reason.REQUEST_UNSUPPORTED,
        ),
        ({"dcql_query": _sets([{"options": [["other"]]}])}, Reason.REQUEST_INVALID),
        ({"dcql_query": {"credentials": [badge_query(claim_sets=[["a"]])]}}, Reason.REQUEST_INVALID),
        ({"dcql_query": {"credentials": [badge_query([])]}}, Reason.REQUEST_INVALID),
        ({"dcql_query": {"credentials": [badge_query([-1])]}}, Reason.REQUEST_INVALID),
        ({"dcql_query": {"credentials": [badge_query([True])]}}, Reason.REQUEST_INVALID),
        ({"dcql_query": {"credentials": [badge_query(*[["a"]] * 65)]}}, Reason.REQUEST_INVALID),
        ({"dcql_query": {"credentials": [badge_query(meta={"type_values": "x"})]}}, Reason.REQUEST_INVALID),
    ],
)
def test_a_bad_openid4vp_request_is_refused(changes: dict[str, Any], reason: Reason) -> None:
    parse_request(json.dumps(openid4vp()), NOW)
    assert _reason(openid4vp(**changes)) is reason


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"challenge": None}, Reason.REQUEST_INVALID),
        ({"domain": None}, Reason.REQUEST_INVALID),
        ({"domain": "j\u043ebs.example"}, Reason.REQUEST_INVALID),
        ({"query": [{"type": "ZcapQuery"}]}, Reason.REQUEST_UNSUPPORTED),
        ({"query": [{"type": "DIDAuthentication"}]}, Reason.REQUEST_INVALID),
        ({"query": [{"type": "QueryByExample"}]}, Reason.REQUEST_INVALID),
        ({"query": ["text"]}, Reason.REQUEST_INVALID),
        ({"expires": "2026-11-23T12:00:00Z"}, Reason.REQUEST_EXPIRED),
        (
            {"interact": {"service": [{"serviceEndpoint": "https://other.example/x"}]}},
            Reason.REQUEST_SEVERAL_HOSTS,
        ),
    ],
)
def test_a_bad_vc_api_request_is_refused(changes: dict[str, Any], reason: Reason) -> None:
    parse_request(
        json.dumps(vc_api(interact={"service": [{"serviceEndpoint": "https://jobs.example/x"}]})), NOW
    )
    assert _reason(vc_api(**changes)) is reason


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", "no request", '{"query":7}', "openid4vp://?nonce=1&nonce=2", "openid4vp://"]
)
def test_what_is_no_request_is_refused(text: str) -> None:
    assert _reason(text) is Reason.REQUEST_INVALID


def test_a_request_has_an_end() -> None:
    large = openid4vp(state="x" * 100, more="y" * MAX_REQUEST_BYTES)
    assert _reason(large) is Reason.REQUEST_INVALID


def test_requests_are_told_from_other_texts() -> None:
    assert is_request(json.dumps(openid4vp()))
    assert is_request(as_address(openid4vp()))
    assert is_request(json.dumps(vc_api()))
    assert not is_request("ler-wallet:#1.00")
    assert not is_request(json.dumps({"type": ["VerifiableCredential"]}))


def test_placement_query_is_readable() -> None:
    (wanted,) = parse_request(json.dumps(openid4vp(placement_query(["birthdate"]))), NOW).wanted
    assert list(wanted.types[0]) == ["https://countycareers.example/credentials/placement"]
    assert wanted.needs_holder_key is False


def test_what_is_needed_and_what_would_be_liked_are_told_apart() -> None:
    sets: list[dict[str, Any]] = [{"options": [["badge"]]}, {"options": [["placement"]], "required": False}]
    query = _sets(sets)
    query["credentials"][0] = _CHOICE | {"claim_sets": [["a", "b"], ["a"]]}
    request = parse_request(json.dumps(openid4vp() | {"dcql_query": query}), NOW)
    assert [(one.id, one.required) for one in request.wanted] == [("badge", True), ("placement", False)]
    assert [(claim.path, claim.required) for claim in request.wanted[0].claims] == [
        (["name"], True),
        (["evidence"], False),
    ]


def test_what_stands_in_no_set_is_not_asked_for() -> None:
    request = parse_request(
        json.dumps(openid4vp() | {"dcql_query": _sets([{"options": [["placement"]]}])}), NOW
    )
    assert [one.id for one in request.wanted] == ["placement"]


@pytest.mark.parametrize("required", [True, False])
def test_a_vc_api_request_says_what_it_needs(required: bool) -> None:
    body = vc_api()
    body["query"][1]["credentialQuery"][0]["required"] = required
    assert parse_request(json.dumps(body), NOW).wanted[0].required is required
