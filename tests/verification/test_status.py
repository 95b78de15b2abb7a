"""Status: withdrawn is never overlooked, and a list that cannot be had or trusted never says "not withdrawn"."""

import gzip
import json
from collections.abc import Mapping
from typing import Any

import pytest

from tests import identities, issuing
from tests.identities import Json
from tests.issuing import OB3, STATUS_2021, Documents
from wallet.codecs import base64url
from wallet.credentials.vcdm import CONTEXT_V1, CONTEXT_V2
from wallet.errors import Reason
from wallet.verification.report import Check, CheckName, Outcome, Verdict

ISSUER = identities.did_key("issuer")
SERVICE = identities.did_key("status service")
LIST = "https://guild.example/status/1"
OTHER_LIST = "https://guild.example/status/2"
INDEX = 94_567

Said = tuple[Outcome, Reason | None]
NOT_WITHDRAWN: Said = (Outcome.PASSED, None)
REVOKED: Said = (Outcome.FAILED, Reason.REVOKED)
SUSPENDED: Said = (Outcome.FAILED, Reason.SUSPENDED)
BROKEN: Said = (Outcome.UNKNOWN, Reason.STATUS_LIST_INVALID)


def published(withdrawn: tuple[int, ...] = (), purpose: Any = "revocation", **changes: Any) -> Json:
    """A signed list; keyword arguments replace members before it is signed."""
    subject = {"statusPurpose": purpose, "encodedList": "u" + issuing.encoded_list(withdrawn)}
    return issuing.secure(issuing.status_list(ISSUER, LIST, subject, **changes), ISSUER)


def status_of(entries: Any, lists: Mapping[str, Any] | None = None) -> Check:
    """The status check of a good badge with these entries; the verdict must follow from it."""
    report = issuing.verify(issuing.good(credentialStatus=entries), Documents(lists or {}))
    check = report.check(CheckName.STATUS)
    expected = {Outcome.FAILED: Verdict.INVALID, Outcome.UNKNOWN: Verdict.UNCHECKED}
    assert report.verdict is expected.get(check.outcome, Verdict.CHECK)
    if check.outcome in expected:
        assert report.reason is check.reason
    return check


def said(entries: Any, lists: Mapping[str, Any] | None = None) -> Said:
    check = status_of(entries, lists)
    return check.outcome, check.reason


def entry(**changes: Any) -> Json:
    return issuing.status_entry(LIST, **changes)


# -- what a good list says


@pytest.mark.parametrize("withdrawn", [(), (0,), (INDEX - 1, INDEX + 1), (131_071,)])
def test_not_withdrawn(withdrawn: tuple[int, ...]) -> None:
    assert said(entry(), {LIST: published(withdrawn)}) == NOT_WITHDRAWN


@pytest.mark.parametrize("index", [0, 1, 7, 8, INDEX, 131_071])
@pytest.mark.parametrize("as_text", [True, False])
def test_revoked_at_every_kind_of_index(index: int, as_text: bool) -> None:
    """A text by the specification, a number in the samples of 1EdTech; index 0 is the first bit."""
    written = str(index) if as_text else index
    assert said(entry(index=written), {LIST: published((index,))}) == REVOKED
    assert said(entry(index=written), {LIST: published(())}) == NOT_WITHDRAWN


def test_suspended() -> None:
    listed = {LIST: published((INDEX,), "suspension")}
    assert said(entry(purpose="suspension"), listed) == SUSPENDED


def test_a_list_of_several_purposes() -> None:
    listed = {LIST: published((INDEX,), ["suspension", "revocation"])}
    assert said(entry(), listed) == REVOKED
    assert said(entry(purpose="suspension"), listed) == SUSPENDED


@pytest.mark.parametrize("purpose", ["message", "refresh"])
def test_informative_purposes_take_nothing_away(purpose: str) -> None:
    listed = {LIST: published((INDEX,), purpose)}
    assert said(entry(purpose=purpose, statusSize=2), listed) == (Outcome.NOT_APPLICABLE, None)


def test_no_status_at_all() -> None:
    assert said(None) == (Outcome.NOT_APPLICABLE, None)
    assert said([]) == (Outcome.NOT_APPLICABLE, None)


# -- several entries: the worst counts


@pytest.mark.parametrize("order", [1, -1])
@pytest.mark.parametrize(
    ("revoked", "suspended", "expected"),
    [
        (False, False, NOT_WITHDRAWN),
        (True, False, REVOKED),
        (False, True, SUSPENDED),
        (True, True, REVOKED),
    ],
)
def test_two_entries(revoked: bool, suspended: bool, expected: Said, order: int) -> None:
    lists = {
        LIST: published((INDEX,) if revoked else ()),
        OTHER_LIST: published((INDEX,) if suspended else (), "suspension", id=OTHER_LIST),
    }
    entries = [entry(), issuing.status_entry(OTHER_LIST, purpose="suspension")][::order]
    assert said(entries, lists) == expected


def test_one_list_out_of_reach_leaves_it_open_unless_another_says_revoked() -> None:
    entries = [issuing.status_entry(OTHER_LIST, purpose="suspension"), entry()]
    assert said(entries, {LIST: published()}) == (Outcome.UNKNOWN, Reason.NEEDS_NETWORK)
    assert said(entries, {LIST: published((INDEX,))}) == REVOKED


def test_many_entries() -> None:
    lists = {LIST: published()}
    assert said([entry(index=str(n)) for n in range(32)], lists) == NOT_WITHDRAWN
    assert said([entry(index=str(n)) for n in range(33)], lists) == (Outcome.UNKNOWN, Reason.TOO_COMPLEX)


# -- entries that say something else or nothing


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"index": "131072"}, BROKEN),
        ({"index": "-1"}, BROKEN),
        ({"index": "1.0"}, BROKEN),
        ({"index": 1.5}, BROKEN),
        ({"index": "0x10"}, BROKEN),
        ({"index": "\u0661"}, BROKEN),
        ({"index": "9" * 5000}, BROKEN),
        ({"index": ""}, BROKEN),
        ({"index": True}, BROKEN),
        ({"statusListIndex": ["94567"]}, BROKEN),
        ({"statusListIndex": None}, BROKEN),
        ({"statusListCredential": None}, BROKEN),
        ({"statusPurpose": None}, (Outcome.UNKNOWN, Reason.UNSUPPORTED_STATUS)),
        ({"purpose": "Revocation"}, (Outcome.UNKNOWN, Reason.UNSUPPORTED_STATUS)),
        ({"purpose": "suspension"}, BROKEN),
        ({"statusSize": 1}, REVOKED),
        ({"statusSize": 2}, (Outcome.UNKNOWN, Reason.UNSUPPORTED_STATUS)),
        ({"type": ["BitstringStatusListEntry"]}, REVOKED),
        ({"id": None}, REVOKED),
    ],
)
def test_entries(changes: Json, expected: Said) -> None:
    assert said(entry(**changes), {LIST: published((INDEX,))}) == expected


def test_types_this_program_does_not_know() -> None:
    """In a token, where any type can be signed; a known one among them counts."""
    for kind, expected in (
        ("TeaLeaves2030", (Outcome.UNKNOWN, Reason.UNSUPPORTED_STATUS)),
        (["TeaLeaves2030", "BitstringStatusListEntry"], REVOKED),
    ):
        claims = issuing.claims_v2(issuing.credential(ISSUER, credentialStatus=entry() | {"type": kind}))
        compact = issuing.token(claims, ISSUER, "EdDSA")
        check = issuing.verify(compact, Documents({LIST: published((INDEX,))})).check(CheckName.STATUS)
        assert (check.outcome, check.reason) == expected


@pytest.mark.parametrize(
    "value", ["https://guild.example/status/1#94567", 7, [None], [[]], {}, {"id": "urn:x:1"}]
)
def test_entries_that_are_none(value: Any) -> None:
    report = issuing.verify(issuing.changed(issuing.good(), "credentialStatus", value))
    assert (report.verdict, report.reason) == (Verdict.INVALID, Reason.STRUCTURE_INVALID)


# -- lists that cannot be had or trusted


def test_a_list_out_of_reach() -> None:
    check = status_of(entry())
    assert (check.outcome, check.reason, check.detail) == (Outcome.UNKNOWN, Reason.NEEDS_NETWORK, LIST)


@pytest.mark.parametrize("withdrawn", [(), (INDEX,)])
@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"validUntil": "2026-10-01T00:00:00Z"}, Reason.STATUS_LIST_EXPIRED),
        ({"validFrom": "2026-12-01T00:00:00Z"}, Reason.STATUS_LIST_INVALID),
        ({"type": ["VerifiableCredential"]}, Reason.STATUS_LIST_INVALID),
        ({"issuer": "did:key:z6MkpJySvETLnxhQG9DzEdmKJtysBDjuuTeDfUj1uNNCUqcj"}, Reason.STATUS_LIST_INVALID),
    ],
)
def test_lists_not_in_force_or_not_of_the_kind(
    changes: Json, reason: Reason, withdrawn: tuple[int, ...]
) -> None:
    """Neither their "withdrawn" nor their "not withdrawn" counts."""
    listed = published(withdrawn, **changes)
    assert said(entry(), {LIST: listed}) == (Outcome.UNKNOWN, reason)


def test_a_list_that_ends_soon_still_counts() -> None:
    assert said(entry(), {LIST: published(validUntil="2026-11-24T00:00:00Z")}) == NOT_WITHDRAWN


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("credentialSubject/encodedList", "u" + issuing.encoded_list()),
        ("credentialSubject/statusPurpose", "suspension"),
        ("validFrom", "2026-01-02T00:00:00Z"),
        ("proof", None),
        ("proof/proofPurpose", "authentication"),
        ("name", "List"),
    ],
)
def test_a_tampered_list(path: str, value: Any) -> None:
    listed = issuing.changed(published((INDEX,)), path, value)
    assert said(entry(), {LIST: listed}) == BROKEN


@pytest.mark.parametrize(
    "body", [b"", b"null", b"[]", b"not json", b"{" * 200, b"\x89PNG\r\n\x1a\n", b'{"type": "x"}', b"a.b.c"]
)
def test_bodies_that_are_no_list(body: bytes) -> None:
    assert said(entry(), {LIST: body}) == BROKEN


def test_a_presentation_or_badge_in_the_place_of_a_list() -> None:
    shown = issuing.presentation(identities.did_key("holder"), published())
    assert said(entry(), {LIST: shown}) == BROKEN
    assert said(entry(), {LIST: issuing.good()}) == BROKEN


def test_a_list_of_a_status_service() -> None:
    """Services sign with keys of their own; the credential, which is signed, names the list. The report names both."""
    listed = issuing.secure(issuing.status_list(SERVICE, LIST), SERVICE)
    check = status_of(entry(), {LIST: listed})
    assert check.outcome is Outcome.PASSED
    assert SERVICE.id in check.detail


def test_a_list_in_the_name_of_another() -> None:
    """Signed well, under a key that is not its issuer's."""
    listed = issuing.secure(issuing.status_list(ISSUER, LIST), SERVICE)
    assert said(entry(), {LIST: listed}) == BROKEN


def test_a_list_whose_issuer_cannot_be_confirmed_is_only_believed_when_it_says_withdrawn() -> None:
    shop = "https://guild.example/issuers/1"
    signer = identities.Identity(shop, f"{shop}#{ISSUER.key.multikey}", ISSUER.key)
    for withdrawn, expected in (
        ((), (Outcome.UNKNOWN, Reason.ISSUER_NOT_CONFIRMED)),
        ((INDEX,), REVOKED),
    ):
        subject = {"encodedList": "u" + issuing.encoded_list(withdrawn)}
        listed = issuing.secure(issuing.status_list(signer, LIST, subject), signer)
        assert said(entry(), {LIST: listed}) == expected


def test_a_list_that_names_itself() -> None:
    """Its own status is not asked for, so nothing goes round in circles."""
    source = Documents({LIST: published(credentialStatus=entry(index="1"))})
    report = issuing.verify(issuing.good(credentialStatus=entry()), source)
    assert report.check(CheckName.STATUS).outcome is Outcome.PASSED
    assert source.asked.count(LIST) == 1


def test_a_list_as_a_token() -> None:
    issuer = identities.did_web("issuer", "P-256")
    for withdrawn, expected in (((), NOT_WITHDRAWN), ((INDEX,), REVOKED)):
        subject = {"encodedList": "u" + issuing.encoded_list(withdrawn)}
        document = issuing.status_list(issuer, LIST, subject, issuer={"id": issuer.id})
        compact = issuing.token(issuing.claims_v2(document), issuer, "ES256").encode()
        assert said(entry(), {LIST: compact, **issuer.documents}) == expected
        assert said(entry(), {LIST: compact[:-4] + b"AAAA", **issuer.documents}) == BROKEN


# -- the packed bits


def _packed() -> dict[str, Any]:
    bits = bytes(16_384)
    good = gzip.compress(bits, mtime=0)
    text = base64url.encode(good)
    return {
        "no header": text,
        "other header": "z" + text,
        "not text": 7,
        "list": ["u" + text],
        "empty": "",
        "header only": "u",
        "standard base64": "u+/+/",
        "white space": f"u{text[:10]} {text[10:]}",
        "not gzip": "u" + base64url.encode(bits[:100]),
        "cut": "u" + base64url.encode(good[:-5]),
        "checksum": "u" + base64url.encode(good[:-8] + bytes(8)),
        "more behind it": "u" + base64url.encode(good + b"more"),
        "second member": "u" + base64url.encode(good + good),
        "bomb": "u" + base64url.encode(gzip.compress(bytes(16 * 1024 * 1024 + 1), mtime=0)),
        "packed twice": "u" + base64url.encode(gzip.compress(good, mtime=0)),
    }


@pytest.mark.parametrize("fault", _packed())
def test_packed_bits(fault: str) -> None:
    listed = issuing.secure(issuing.status_list(ISSUER, LIST, {"encodedList": _packed()[fault]}), ISSUER)
    assert said(entry(), {LIST: listed}) == BROKEN


def test_the_largest_list() -> None:
    largest = "u" + base64url.encode(gzip.compress(bytes(16 * 1024 * 1024), mtime=0))
    listed = issuing.secure(issuing.status_list(ISSUER, LIST, {"encodedList": largest}), ISSUER)
    assert said(entry(), {LIST: listed}) == NOT_WITHDRAWN


def test_a_short_list_is_used_and_remarked() -> None:
    """Real lists of the Digital Credentials Consortium have 100,000 entries."""
    for withdrawn, expected in (((), (Outcome.PASSED, Reason.STATUS_LIST_SHORT)), ((99_999,), REVOKED)):
        packed = "u" + issuing.encoded_list(withdrawn, 100_000)
        listed = issuing.secure(issuing.status_list(ISSUER, LIST, {"encodedList": packed}), ISSUER)
        assert said(entry(index="99999"), {LIST: listed}) == expected
        assert said(entry(index="100000"), {LIST: listed}) == BROKEN


# -- the older kind


def list_2021(withdrawn: tuple[int, ...] = (), **changes: Any) -> Json:
    document = issuing.status_list(
        ISSUER,
        LIST,
        {"type": "StatusList2021", "encodedList": issuing.encoded_list(withdrawn)} | changes,
        **{
            "@context": [CONTEXT_V1, STATUS_2021, issuing.DATA_INTEGRITY],
            "type": ["VerifiableCredential", "StatusList2021Credential"],
            "validFrom": None,
            "issuanceDate": "2026-01-01T00:00:00Z",
        },
    )
    return issuing.secure(document, ISSUER)


def status_2021(listed: Json, **changes: Any) -> Said:
    made = entry(type="StatusList2021Entry", **changes)
    document = issuing.credential_v1(ISSUER, issuing.DATA_INTEGRITY, STATUS_2021, credentialStatus=made)
    report = issuing.verify(issuing.secure(document, ISSUER), Documents({LIST: listed}))
    check = report.check(CheckName.STATUS)
    return check.outcome, check.reason


def test_status_list_2021() -> None:
    assert status_2021(list_2021()) == NOT_WITHDRAWN
    assert status_2021(list_2021((INDEX,))) == REVOKED
    assert status_2021(list_2021((INDEX,), statusPurpose="suspension"), purpose="suspension") == SUSPENDED
    assert status_2021(published((INDEX,))) == BROKEN
    assert status_2021(list_2021((INDEX,), encodedList="u" + issuing.encoded_list())) == BROKEN
    assert said(entry(), {LIST: list_2021((INDEX,))}) == BROKEN


# -- 1EdTech revocation lists

REVOCATIONS = "https://guild.example/revocations"
BADGE_ID = "urn:uuid:aa0b7b0e-6a2b-4a6d-8b0c-0c5d3c2c7f11"


def revocation(body: Any, **changes: Any) -> Said:
    made = {"id": REVOCATIONS, "type": "1EdTechRevocationList"} | changes
    extensions: Json = {
        "@context": [CONTEXT_V2, OB3, "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"]
    }
    signed = issuing.good(credentialStatus=made, **extensions)
    listed = body if isinstance(body, bytes) else json.dumps(body).encode()
    check = issuing.verify(signed, Documents({REVOCATIONS: listed})).check(CheckName.STATUS)
    return check.outcome, check.reason


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ([], NOT_WITHDRAWN),
        ([{"id": "urn:uuid:another"}], NOT_WITHDRAWN),
        ([{"id": BADGE_ID}], REVOKED),
        ([{"id": BADGE_ID, "revoked": True, "revocationReason": "mistake"}], REVOKED),
        ([{"id": BADGE_ID, "revoked": False}], NOT_WITHDRAWN),
        ([{"id": BADGE_ID, "revoked": "false"}], REVOKED),
        ([{"id": BADGE_ID, "revoked": False}, {"id": BADGE_ID}], REVOKED),
        ([BADGE_ID], REVOKED),
        ([{"revoked": True}], BROKEN),
        ([7], BROKEN),
        (None, BROKEN),
        ({"id": BADGE_ID}, BROKEN),
        (BADGE_ID, BROKEN),
    ],
)
def test_revocation_lists(entries: Any, expected: Said) -> None:
    body = {"id": REVOCATIONS, "issuer": ISSUER.id, "revokedCredential": entries}
    assert revocation(body) == expected


@pytest.mark.parametrize(
    "body", [b"", b"[]", b"null", b"<html>", b'{"revokedCredential": [], "revokedCredential": []}']
)
def test_revocation_lists_that_are_none(body: bytes) -> None:
    assert revocation(body) == BROKEN


def test_a_revocation_list_out_of_reach_or_without_an_address() -> None:
    made = {"id": REVOCATIONS, "type": "1EdTechRevocationList"}
    extensions: Json = {
        "@context": [CONTEXT_V2, OB3, "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"]
    }
    assert said_of(issuing.good(credentialStatus=made, **extensions)) == (
        Outcome.UNKNOWN,
        Reason.NEEDS_NETWORK,
    )
    nameless = issuing.good(id=None, credentialStatus=made, **extensions)
    assert said_of(nameless) == BROKEN


def said_of(document: Json) -> Said:
    check = issuing.verify(document).check(CheckName.STATUS)
    return check.outcome, check.reason


def test_an_ended_credential_is_called_ended_even_when_its_list_is_out_of_reach() -> None:
    document = issuing.good(credentialStatus=entry(), validUntil="2026-10-01T00:00:00Z")
    report = issuing.verify(document)
    assert (report.verdict, report.reason) == (Verdict.INVALID, Reason.EXPIRED)
