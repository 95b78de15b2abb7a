"""Status lists that are tokens: they count only when they are the issuer's, in force and the list that was named."""

import zlib
from typing import Any

import pytest

from tests import hiding, identities, issuing
from tests.identities import Identity, Json
from tests.issuing import Documents
from wallet.codecs import base64url
from wallet.errors import Reason
from wallet.verification.report import Check, CheckName, Outcome, Verdict, VerificationReport

ISSUER = identities.did_web("issuer", "P-256")
LIST = "https://school.example/statuslists/1"


def packed(values: dict[int, int], bits: int = 1, size: int = 1024) -> str:
    """A list with these values: packed from the lowest bit of each byte up."""
    raw = bytearray(size)
    for index, value in values.items():
        raw[index * bits // 8] |= value << (index * bits % 8)
    return base64url.encode(zlib.compress(bytes(raw)))


def status_list(
    values: dict[int, int] | None = None,
    *,
    bits: int = 1,
    signer: Identity = ISSUER,
    typ: str | None = "statuslist+jwt",
    **changes: Any,
) -> bytes:
    body: Json = {
        "sub": LIST,
        "iat": issuing.seconds("2026-11-01T00:00:00Z"),
        "status_list": {"bits": bits, "lst": packed(values or {}, bits)},
    }
    claims = issuing.without_none(body | changes)
    return issuing.token(claims, signer, hiding.ALG[signer.key.kind], typ=typ).encode()


def issued(index: Any = 0, **changes: Any) -> str:
    status = {"status_list": {"idx": index, "uri": LIST}} | changes
    return hiding.issue(hiding.claims(ISSUER, status=status), ISSUER)


def verify(compact: str, published: bytes | None) -> VerificationReport:
    lists = {} if published is None else {LIST: published}
    return issuing.verify(compact, Documents(ISSUER.documents, lists))


def status(compact: str, published: bytes | None) -> Check:
    return verify(compact, published).check(CheckName.STATUS)


@pytest.mark.parametrize("bits", [1, 2, 4, 8])
@pytest.mark.parametrize("index", [0, 1, 7, 8, 511])
def test_withdrawn_and_not_withdrawn(index: int, bits: int) -> None:
    assert verify(issued(index), status_list(bits=bits)).verdict is Verdict.CHECK
    revoked = verify(issued(index), status_list({index: 1}, bits=bits))
    assert (revoked.verdict, revoked.reason) == (Verdict.INVALID, Reason.REVOKED)
    others = {place: 1 for place in (0, 1, 6, 7, 8, 9, 510, 511) if place != index}
    assert verify(issued(index), status_list(others, bits=bits)).verdict is Verdict.CHECK


def test_the_lists_of_the_specification() -> None:
    """Token Status List, section 4.1: the one-bit list of 16 entries, and the two-bit list of 12."""
    one, two = bytes([0xB9, 0xA3]), bytes([0xC9, 0x44, 0xF9])
    ones = [1, 0, 0, 1, 1, 1, 0, 1, 1, 1, 0, 0, 0, 1, 0, 1]
    twos = [1, 2, 0, 3, 0, 1, 0, 1, 1, 2, 3, 3]
    outcomes = {0: Outcome.PASSED, 1: Outcome.FAILED, 2: Outcome.FAILED, 3: Outcome.UNKNOWN}
    for bits, raw, values in ((1, one, ones), (2, two, twos)):
        body = {"bits": bits, "lst": base64url.encode(zlib.compress(raw))}
        published = status_list(status_list=body)
        found = [status(issued(index), published).outcome for index in range(len(values))]
        assert found == [outcomes[value] for value in values]


def test_suspended_and_values_of_the_issuers_own() -> None:
    suspended = verify(issued(3), status_list({3: 2}, bits=2))
    assert (suspended.verdict, suspended.reason) == (Verdict.INVALID, Reason.SUSPENDED)
    own = verify(issued(3), status_list({3: 3}, bits=2))
    assert (own.verdict, own.reason) == (Verdict.UNCHECKED, Reason.UNSUPPORTED_STATUS)


def test_without_the_list_nothing_is_known() -> None:
    report = verify(issued(), None)
    assert (report.verdict, report.reason) == (Verdict.UNCHECKED, Reason.NEEDS_NETWORK)


ATTACKER = identities.did_key("attacker")


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"typ": "JWT"}, Reason.STATUS_LIST_INVALID),
        ({"typ": None}, Reason.STATUS_LIST_INVALID),
        ({"typ": "dc+sd-jwt"}, Reason.STATUS_LIST_INVALID),
        ({"sub": "https://school.example/statuslists/2"}, Reason.STATUS_LIST_INVALID),
        ({"sub": None}, Reason.STATUS_LIST_INVALID),
        ({"iat": None}, Reason.STATUS_LIST_INVALID),
        ({"iat": issuing.seconds("2026-11-24T00:00:00Z")}, Reason.STATUS_LIST_INVALID),
        ({"exp": issuing.seconds("2026-11-22T00:00:00Z")}, Reason.STATUS_LIST_EXPIRED),
        ({"exp": "never"}, Reason.STATUS_LIST_INVALID),
        ({"iss": ISSUER.id, "signer": ATTACKER}, Reason.STATUS_LIST_INVALID),
        ({"signer": ATTACKER}, Reason.STATUS_LIST_INVALID),
        ({"iss": 7}, Reason.STATUS_LIST_INVALID),
        ({"status_list": None}, Reason.STATUS_LIST_INVALID),
        ({"status_list": {"bits": 3, "lst": packed({})}}, Reason.STATUS_LIST_INVALID),
        ({"status_list": {"bits": True, "lst": packed({})}}, Reason.STATUS_LIST_INVALID),
        ({"status_list": {"bits": 1.0, "lst": packed({})}}, Reason.STATUS_LIST_INVALID),
        ({"status_list": {"bits": 1, "lst": packed({}) + "="}}, Reason.STATUS_LIST_INVALID),
        ({"status_list": {"bits": 1, "lst": "AAAA"}}, Reason.STATUS_LIST_INVALID),
        ({"status_list": {"bits": 1, "lst": packed({}, size=17 * 1024 * 1024)}}, Reason.STATUS_LIST_INVALID),
    ],
)
def test_lists_that_say_nothing(changes: Json, reason: Reason) -> None:
    found = status(issued(), status_list(**changes))
    assert (found.outcome, found.reason) == (Outcome.UNKNOWN, reason)


def test_a_list_of_another_publisher_that_is_truly_theirs() -> None:
    """The credential names the list by its address and that is signed; status services have keys of their own."""
    service = identities.did_key("status service")
    found = status(issued(), status_list(signer=service, iss=service.id))
    assert found.outcome is Outcome.PASSED
    assert service.id in found.detail


@pytest.mark.parametrize("index", [8192, -1, "0", True, 1.5, None, 10**20])
def test_places_that_are_not_in_the_list(index: Any) -> None:
    assert status(issued(8191), status_list()).outcome is Outcome.PASSED
    found = status(issued(index), status_list())
    assert (found.outcome, found.reason) == (Outcome.UNKNOWN, Reason.STATUS_LIST_INVALID)


def test_a_signature_that_does_not_hold() -> None:
    compact = status_list().decode()
    header, body, _ = compact.split(".")
    forged = f"{header}.{body}.{base64url.encode(bytes(64))}".encode()
    assert status(issued(), forged).reason is Reason.STATUS_LIST_INVALID
    assert status(issued(), b"{}").reason is Reason.STATUS_LIST_INVALID
    assert status(issued(), b"").reason is Reason.STATUS_LIST_INVALID


def test_other_mechanisms_are_named_and_never_a_pass() -> None:
    meant = hiding.claims(ISSUER, status={"identifier_list": {"id": "1", "uri": LIST}})
    report = verify(hiding.issue(meant, ISSUER), status_list())
    assert (report.verdict, report.reason) == (Verdict.UNCHECKED, Reason.UNSUPPORTED_STATUS)
    both = issued(identifier_list={"id": "1", "uri": LIST})
    assert verify(both, status_list({0: 1})).reason is Reason.REVOKED
    assert verify(both, status_list()).reason is Reason.UNSUPPORTED_STATUS


def test_a_token_of_the_w3c_model_can_name_such_a_list_too() -> None:
    document = issuing.credential(ISSUER) | {"status": {"status_list": {"idx": 5, "uri": LIST}}}
    for compact in (
        hiding.issue(document, ISSUER, typ="vc+sd-jwt"),
        issuing.token(document, ISSUER, "ES256", typ="vc+jwt"),
    ):
        assert verify(compact, status_list()).verdict is Verdict.CHECK
        assert verify(compact, status_list({5: 1})).reason is Reason.REVOKED
        assert verify(compact, None).reason is Reason.NEEDS_NETWORK
