"""A request is answered with the least that satisfies it, bound to who asks and to the nonce."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
import qrcode

from tests import hiding, identities
from tests.sample_files import good, selective
from tests.sharing.requests import as_address, badge_query, openid4vp, placement_query, vc_api
from wallet.app.container import Services
from wallet.app.holder import holder_key
from wallet.app.import_credential import import_bytes
from wallet.app.open_document import open_document
from wallet.app.share_history import get_share
from wallet.app.share_request import (
    answer,
    find_matches,
    find_request,
    prepare_answer,
    read_request,
    send_answer,
)
from wallet.app.unlock import Vault
from wallet.app.verify_document import verify_bytes
from wallet.codecs import base64url
from wallet.errors import AppError, Reason, SharingError
from wallet.proofs.challenge import Challenge
from wallet.proofs.keys import key_from_multikey
from wallet.verification.report import Verdict
from wallet.verification.verifier import Verifier

VERIFIER = "redirect_uri:https://jobs.example/answers"
WELDING, PLACEMENT = "welding.json", "placement.jwt"


@pytest.fixture
def filled(vault: Vault, services: Services) -> Vault:
    """Two credentials that can be cut and one that cannot."""
    for path in (selective(WELDING), selective(PLACEMENT), good("peer-tutoring.json")):
        assert import_bytes(vault, path.read_bytes(), services, name=path.name).record_id
    return vault


def _answered(vault: Vault, services: Services, request: Any, *named: str) -> tuple[Any, Any, Any]:
    read = read_request(json.dumps(request).encode(), services.clock.now())
    chosen = answer(read, find_matches(vault, read), named)
    share, content = prepare_answer(
        vault, read, chosen, to="Job center", purpose="A job", until=None, services=services
    )
    return share, json.loads(content), content


def _verified(document: Any, services: Services, audience: str, nonce: str) -> Verdict:
    data = document.encode() if isinstance(document, str) else json.dumps(document).encode()
    verifier = Verifier(services.documents, services.clock, challenge=Challenge(audience, nonce))
    return verifier.verify(open_document(data)).verdict


def _welding_query(*paths: list[Any]) -> dict[str, Any]:
    name = ["credentialSubject", "achievement", "name"]
    made = badge_query(name, *paths)
    made["claims"][0]["values"] = ["Welding I: Shielded Metal Arc"]
    return made


def test_an_openid4vp_answer_shows_what_is_asked_and_nothing_more(filled: Vault, services: Services) -> None:
    request = openid4vp(_welding_query(["credentialSubject", "result", 0, "value"]))
    share, body, content = _answered(filled, services, request)
    assert body["state"] == "row 17"
    (shown,) = body["vp_token"]["badge"]
    assert _verified(shown, services, VERIFIER, "n-7Qd2kVxX") is Verdict.CHECK
    assert b'"value":"C","status":"Completed"' in content or b'"status":"Completed","value":"C"' in content
    for private in (b"NTC-2026-04417", b"dana.rivera@student.example", b"illness", b'"97"'):
        assert private not in content
    assert [name.rpartition("=")[2] for name in share.revealed] == ["/credentialSubject/result/0"]


def test_an_open_example_asks_for_what_it_names(filled: Vault, services: Services) -> None:
    subject = {"achievement": {"name": "Welding I: Shielded Metal Arc"}, "result": {}}
    request = vc_api({"type": ["OpenBadgeCredential"], "credentialSubject": subject})
    share, _, _ = _answered(filled, services, request)
    assert [name.rpartition("=")[2] for name in share.revealed] == [
        f"/credentialSubject/result/{place}" for place in (0, 1)
    ]
    nothing = vc_api({"type": ["OpenBadgeCredential"], "credentialSubject": {"hobby": {}}})
    with pytest.raises(SharingError) as refused:
        _answered(filled, services, nothing)
    assert refused.value.reason is Reason.REQUEST_NOTHING_FITS


def test_an_answer_is_for_who_asked_and_once(filled: Vault, services: Services) -> None:
    _, body, _ = _answered(filled, services, openid4vp(_welding_query()))
    (shown,) = body["vp_token"]["badge"]
    assert _verified(shown, services, VERIFIER, "n-7Qd2kVxX") is Verdict.CHECK
    assert _verified(shown, services, VERIFIER, "another nonce") is Verdict.INVALID
    assert _verified(shown, services, "redirect_uri:https://other.example/", "n-7Qd2kVxX") is Verdict.INVALID


def test_a_vc_api_answer(filled: Vault, services: Services) -> None:
    subject = {"achievement": {"name": "Welding I: Shielded Metal Arc"}, "result": [{"status": "Completed"}]}
    request = vc_api({"type": ["OpenBadgeCredential"], "credentialSubject": subject})
    _, body, content = _answered(filled, services, request)
    presentation = body["verifiablePresentation"]
    assert _verified(presentation, services, "jobs.example", request["challenge"]) is Verdict.CHECK
    assert _verified(presentation, services, "jobs.example", "replayed") is Verdict.INVALID
    assert b"NTC-2026-04417" not in content


def test_an_sd_jwt_answer_shows_one_nested_claim(filled: Vault, services: Services) -> None:
    request = openid4vp(placement_query(["address", "locality"], ["skills", None]))
    share, body, _ = _answered(filled, services, request)
    (token,) = body["vp_token"]["placement"]
    document = open_document(token.encode()).document
    assert document["address"] == {"locality": "Northfield"}
    assert document["skills"] == ["Wheel truing", "Brake adjustment", "Customer service"]
    assert not {"birthdate", "student_number", "given_name", "result"} & document.keys()
    assert any(name.endswith("=/birthdate") for name in share.hidden)


def test_an_sd_jwt_whose_issuer_named_our_key_is_bound(vault: Vault, services: Services) -> None:
    issuer = identities.did_key("sd issuer", "P-256")
    ours = key_from_multikey(holder_key(vault, services).did.removeprefix("did:key:"))
    jwk = {"kty": "OKP", "crv": "Ed25519", "x": base64url.encode(ours.raw)}
    token = hiding.issue(hiding.claims(issuer, cnf={"jwk": jwk}), issuer)
    assert import_bytes(vault, token.encode(), services, name="x").record_id
    query = placement_query(["given_name"], meta={"vct_values": ["https://school.example/credentials/laser"]})
    del query["require_cryptographic_holder_binding"]
    _, body, _ = _answered(vault, services, openid4vp(query))
    (shown,) = body["vp_token"]["placement"]
    assert _verified(shown, services, VERIFIER, "n-7Qd2kVxX") is Verdict.CHECK
    assert _verified(shown, services, VERIFIER, "another nonce") is Verdict.INVALID


def test_what_needs_a_holder_key_is_not_offered_without_one(filled: Vault, services: Services) -> None:
    query = placement_query(["birthdate"], require_cryptographic_holder_binding=True)
    with pytest.raises(SharingError) as caught:
        _answered(filled, services, openid4vp(query))
    assert caught.value.reason is Reason.REQUEST_NOTHING_FITS


@pytest.mark.parametrize(
    "query",
    [
        placement_query(["no_such_claim"]),
        placement_query(["birthdate"], meta={"vct_values": ["https://other.example/"]}),
        {**placement_query(), "claims": [{"path": ["birthdate"], "values": ["2000-01-01"]}]},
    ],
)
def test_what_does_not_fit_is_not_offered(filled: Vault, services: Services, query: dict[str, Any]) -> None:
    with pytest.raises(SharingError) as caught:
        _answered(filled, services, openid4vp(query))
    assert caught.value.reason is Reason.REQUEST_NOTHING_FITS


def test_where_more_than_one_fits_the_learner_chooses(filled: Vault, services: Services) -> None:
    with pytest.raises(SharingError) as caught:
        _answered(filled, services, openid4vp(badge_query()))
    assert caught.value.reason is Reason.REQUEST_CHOICE_NEEDED
    read = read_request(json.dumps(openid4vp(badge_query())).encode(), services.clock.now())
    offered = {match.title: match for match in find_matches(filled, read)[0]}
    whole = offered["Peer Tutoring"]
    assert whole.pointers is None, "it can only be shown whole"
    share, _, _ = _answered(filled, services, openid4vp(badge_query()), whole.record_id[:6])
    assert share.credential_ids == (whole.record_id,)
    with pytest.raises(AppError):
        _answered(filled, services, openid4vp(badge_query()), whole.record_id, "ffff0000")


def test_an_answer_is_on_record_byte_for_byte(filled: Vault, services: Services, tmp_path: Path) -> None:
    share, _, content = _answered(filled, services, openid4vp(_welding_query()))
    made = send_answer(filled, share, content, tmp_path / "answer.json", services)
    assert (tmp_path / "answer.json").read_bytes() == content == get_share(filled, made.id).content
    with pytest.raises(AppError):
        send_answer(filled, share, content, tmp_path / "answer.json", services)


def test_an_answer_is_opened_as_what_it_holds(filled: Vault, services: Services) -> None:
    for request in (openid4vp(_welding_query()), openid4vp(placement_query(["birthdate"]))):
        _, body, content = _answered(filled, services, request)
        assert verify_bytes(content, services).verdict is Verdict.CHECK
        changed = content.replace(b"Welding I", b"Welding 9").replace(b"~WyJ", b"~WyI")
        assert verify_bytes(changed, services).verdict in (Verdict.INVALID, Verdict.UNREADABLE)
        assert verify_bytes(json.dumps({**body, "more": 1}).encode(), services).verdict is Verdict.UNREADABLE
    subject = {"achievement": {"name": "Welding I: Shielded Metal Arc"}}
    _, _, content = _answered(filled, services, vc_api({"credentialSubject": subject}))
    assert verify_bytes(content, services).inner[0].verdict is Verdict.CHECK
    both = openid4vp(_welding_query(), placement_query(["birthdate"]))
    _, _, content = _answered(filled, services, both)
    report = verify_bytes(content, services)
    assert (report.verdict, len(report.inner)) == (Verdict.CHECK, 2)


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"vp_token": {}},
        {"vp_token": []},
        {"vp_token": {"a": "x"}},
        {"vp_token": {"a": [7]}},
        {"verifiablePresentation": 7},
        {"verifiablePresentation": "\ud800"},
        {"vp_token": {"a": [{"vp_token": {"a": [{}]}}]}},
    ],
)
def test_what_is_no_answer_is_unreadable(services: Services, body: Any) -> None:
    assert verify_bytes(json.dumps(body).encode(), services).verdict is Verdict.UNREADABLE


def test_a_request_is_read_from_a_picture(services: Services) -> None:
    picture = io.BytesIO()
    qrcode.make(as_address(openid4vp(_welding_query()))).save(picture, "PNG")
    read = read_request(picture.getvalue(), services.clock.now())
    assert (read.verifier, read.host) == (VERIFIER, "jobs.example")
    other = io.BytesIO()
    qrcode.make("https://jobs.example/").save(other, "PNG")
    with pytest.raises(SharingError) as caught:
        read_request(other.getvalue(), services.clock.now())
    assert caught.value.reason is Reason.REQUEST_INVALID


def test_what_does_not_have_to_be_there_is_left_out_unless_named(filled: Vault, services: Services) -> None:
    request = openid4vp(_welding_query(), placement_query(["skills", None]))
    request["dcql_query"]["credential_sets"] = [
        {"options": [["badge"]]},
        {"options": [["placement"]], "required": False},
    ]
    _, body, _ = _answered(filled, services, request)
    assert list(body["vp_token"]) == ["badge"]
    read = read_request(json.dumps(request).encode(), services.clock.now())
    placement = find_matches(filled, read)[1][0].record_id
    _, body, _ = _answered(filled, services, request, placement)
    assert list(body["vp_token"]) == ["badge", "placement"]


def test_a_part_the_receiver_would_like_is_not_shown_by_itself(filled: Vault, services: Services) -> None:
    query = placement_query(["skills", None], ["birthdate"])
    query["claims"] = [{**claim, "id": name} for claim, name in zip(query["claims"], "sb", strict=True)]
    query["claim_sets"] = [["s", "b"], ["s"]]
    request = openid4vp(query)
    _, _, content = _answered(filled, services, request)
    read = read_request(json.dumps(request).encode(), services.clock.now())
    (match,) = find_matches(filled, read)[0]
    assert match.wishes == ["/birthdate"]
    token = json.loads(content)["vp_token"]["placement"][0]
    assert "birthdate" not in open_document(token.encode()).document


def test_nothing_chosen_is_no_answer(filled: Vault, services: Services) -> None:
    request = vc_api()
    request["query"][1]["credentialQuery"][0]["required"] = False
    with pytest.raises(SharingError) as caught:
        _answered(filled, services, request)
    assert caught.value.reason is Reason.NOTHING_CHOSEN


def test_only_what_means_to_be_a_request_is_found() -> None:
    request = as_address(openid4vp())
    picture = io.BytesIO()
    qrcode.make(request).save(picture)
    assert find_request(request.encode()) == request
    assert find_request(json.dumps(vc_api()).encode()) == json.dumps(vc_api())
    assert find_request(picture.getvalue()) == request
    for other in (good("small-sewing.json"), good("laser-cutting.png"), selective(PLACEMENT)):
        assert find_request(other.read_bytes()) is None
    assert find_request(b"\xff\xfe") is None
