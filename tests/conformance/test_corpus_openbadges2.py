"""Every Open Badge of version 0.5 to 2.0 in the shared corpus gets its verdict, and so does a broken twin of each.

The manifest names the documents that answer at https; what it says of http, and each hosted badge at its own address,
are supplied here, as the upstream tests supply them.
"""

import copy
import json
from collections.abc import Mapping
from functools import cache

import pytest

from tests.corpus import EVALUATED_AT, CorpusDocuments, CorpusFile, corpus_files
from tests.identities import Json
from tests.sample_documents import chunk, png
from tests.shared_data import shared
from wallet.codecs import base64url
from wallet.credentials.detect import parse_document
from wallet.credentials.model import UnverifiedCredential
from wallet.credentials.openbadges2 import assertion_of
from wallet.errors import Reason, WalletError
from wallet.verification.report import CheckName, Outcome, Verdict, VerificationReport
from wallet.verification.sources import FetchedDocument, FixedClock
from wallet.verification.verifier import Verifier, unreadable_report

GOOD = {Verdict.VERIFIED, Verdict.CHECK}
BAD = {Verdict.INVALID, Verdict.UNREADABLE}
FILES = [entry for entry in corpus_files() if entry.kind.startswith(("ob1-", "ob2-"))]

_NO_AWARD = "describes a badge or an issuer: nothing in it was given to anybody"
# Where the manifest's word is not the verdict, and why.
DIVERGING = {
    "issuer-compact-iri-validation.json": (Reason.NOT_AN_AWARD, _NO_AWARD),
    "valid-issuer-extension.json": (Reason.NOT_AN_AWARD, _NO_AWARD),
    "valid-alignment-object.json": (Reason.NOT_AN_AWARD, _NO_AWARD),
    "valid-badge-class-empty-criteria-type.json": (Reason.NOT_AN_AWARD, _NO_AWARD),
    "badge-with-data-image.json": (Reason.NOT_AN_AWARD, _NO_AWARD),
    "badgeclass-with-complex-image.json": (Reason.NOT_AN_AWARD, _NO_AWARD),
    "badgeclass1.json": (Reason.NOT_AN_AWARD, _NO_AWARD),
    "1_0_basic_badgeclass.json": (Reason.NOT_AN_AWARD, _NO_AWARD),
    "0_5_1_assertion.json": (
        Reason.ADDRESS_NOT_STATED,
        "version 0.5 does not name its own address; good when it comes as that address (below)",
    ),
}
# What upstream's tests answer with in place of documents the corpus does not have.
_UPSTREAM: Mapping[str, Json] = {
    "http://a.com/issuer": {"name": "Basic Issuer", "url": "http://a.com/issuer"},
}


class _Documents:
    """The corpus at https, http and www, and these bytes at these addresses."""

    def __init__(self, own: Mapping[str, bytes]) -> None:
        self._corpus = CorpusDocuments()
        self._own = own

    def lookup(self, url: str) -> FetchedDocument | None:
        if url in self._own:
            return FetchedDocument(url, self._own[url])
        if url in _UPSTREAM:
            return FetchedDocument(url, json.dumps(_UPSTREAM[url]).encode())
        if url == "http://a.com/badgeclass":
            return FetchedDocument(url, _bytes_of("1_0_basic_badgeclass.json"))
        return self._corpus.lookup(url.replace("http://", "https://").replace("//www.", "//"))


@cache
def _bytes_of(name: str) -> bytes:
    return next(entry.path for entry in FILES if entry.name.endswith(f"/{name}")).read_bytes()


def _own_address(data: bytes) -> str | None:
    try:
        document = parse_document(data)
    except WalletError:
        return None
    address = assertion_of(document.document).get("id")
    return address if isinstance(address, str) else None


def _report(data: bytes, hosted: bytes | None = None) -> VerificationReport:
    """The report on a file whose address answers `hosted`; None for the file itself."""
    address = _own_address(data if hosted is None else hosted)
    own = {address: data if hosted is None else hosted} if address is not None else {}
    try:
        return Verifier(_Documents(own), FixedClock(EVALUATED_AT)).verify(parse_document(data))
    except WalletError as error:
        return unreadable_report(error.reason, error.detail, EVALUATED_AT)


@pytest.mark.parametrize("entry", FILES, ids=lambda entry: entry.name)
def test_verdict(entry: CorpusFile) -> None:
    report = _report(entry.path.read_bytes())
    name = entry.name.rpartition("/")[2]
    if name in DIVERGING:
        assert report.reason is DIVERGING[name][0]
        assert report.verdict not in GOOD
    elif entry.expected == "valid":
        assert report.verdict in GOOD, (report.reason, report.checks)
    else:
        assert report.verdict in BAD | ({Verdict.UNCHECKED} if entry.expected == "parse-only" else set())


@pytest.mark.parametrize("entry", FILES, ids=lambda entry: entry.name)
def test_without_documents_nothing_is_good(entry: CorpusFile) -> None:
    try:
        document = parse_document(entry.path.read_bytes())
    except WalletError:
        return
    nothing = Verifier(_Nothing(), FixedClock(EVALUATED_AT)).verify(document)
    assert nothing.verdict not in GOOD


class _Nothing:
    def lookup(self, url: str) -> FetchedDocument | None:
        del url
        return None


def test_version_0_is_good_at_its_address() -> None:
    address = "http://oldstyle.com/assertion"
    picture = png(chunk(b"tEXt", b"openbadges\0" + address.encode()))
    own = {address: _bytes_of("0_5_1_assertion.json")}
    report = Verifier(_Documents(own), FixedClock(EVALUATED_AT)).verify(parse_document(picture))
    assert report.verdict in GOOD
    assert report.credential is not None
    assert report.credential.title == "Basic McBadge"


@pytest.mark.parametrize("name", ["baked_heart.png", "baked.svg"])
def test_what_is_only_to_be_parsed_is(name: str) -> None:
    assert isinstance(parse_document(_bytes_of(name)), UnverifiedCredential)


REAL = [
    entry for entry in FILES if entry.expected == "valid" and entry.name.rpartition("/")[2] not in DIVERGING
]
HOSTED = [entry for entry in REAL if entry.kind.endswith("json")]
SIGNED = [entry for entry in REAL if entry.kind.endswith("jws")]

_FAULTS: Mapping[str, tuple[Json, Reason]] = {
    "other-recipient": (
        {"recipient": {"type": "email", "hashed": False, "identity": "mallory@evil.example"}},
        Reason.HOSTED_DIFFERS,
    ),
    "other-badge": ({"badge": "https://example.org/badgeclass1.json"}, Reason.HOSTED_DIFFERS),
    "earlier-date": ({"issuedOn": "2001-01-01T00:00:00Z"}, Reason.HOSTED_DIFFERS),
    "more-evidence": ({"evidence": ["https://evil.example/work"]}, Reason.HOSTED_DIFFERS),
    "recipient-in-clear": ({"recipient": "mallory@evil.example"}, Reason.STRUCTURE_INVALID),
}


@pytest.mark.parametrize("fault", _FAULTS)
@pytest.mark.parametrize("entry", HOSTED, ids=lambda entry: entry.name)
def test_a_changed_copy_is_found_out(entry: CorpusFile, fault: str) -> None:
    data = entry.path.read_bytes()
    change, reason = _FAULTS[fault]
    report = _report(json.dumps(json.loads(data) | change).encode(), hosted=data)
    assert (report.verdict, report.reason) == (Verdict.INVALID, reason)


@pytest.mark.parametrize("entry", HOSTED, ids=lambda entry: entry.name)
def test_withdrawn_or_ended_at_its_address(entry: CorpusFile) -> None:
    data = entry.path.read_bytes()
    for change, reason in (
        ({"revoked": True}, Reason.REVOKED),
        ({"expires": "2020-01-01T00:00:00Z"}, Reason.EXPIRED),
    ):
        report = _report(data, hosted=json.dumps(json.loads(data) | change).encode())
        assert (report.verdict, report.reason) == (Verdict.INVALID, reason)


@pytest.mark.parametrize("entry", HOSTED, ids=lambda entry: entry.name)
def test_at_a_strangers_address(entry: CorpusFile) -> None:
    document = copy.deepcopy(json.loads(entry.path.read_bytes()))
    if "verify" in document:
        document["verify"]["url"] = "https://evil.example/1"
    else:
        document["id"] = "https://evil.example/1"
    report = _report(json.dumps(document).encode())
    assert (report.verdict, report.reason) == (Verdict.INVALID, Reason.HOSTED_ELSEWHERE)


@pytest.mark.parametrize("entry", SIGNED, ids=lambda entry: entry.name)
def test_a_changed_token_is_found_out(entry: CorpusFile) -> None:
    header, payload, signature = entry.path.read_text().strip().split(".")
    said = json.loads(base64url.decode_strict(payload))
    changed = base64url.encode(json.dumps(said | {"issuedOn": "2001-01-01T00:00:00Z"}).encode())
    flipped = ("A" if signature[9] != "A" else "B").join((signature[:9], signature[10:]))
    for parts in ((header, changed, signature), (header, payload, flipped)):
        report = _report(".".join(parts).encode())
        assert (report.verdict, report.reason) == (Verdict.INVALID, Reason.SIGNATURE_INVALID)
    none = base64url.encode(b'{"alg":"none"}')
    assert _report(f"{none}.{payload}.".encode()).reason is Reason.ALG_NOT_ALLOWED


@pytest.mark.parametrize("name", ["invalid-class", "invalid-empty-type", "invalid-one-invalid-class"])
def test_the_adversarial_ones_are_no_badges(name: str) -> None:
    report = _report(shared("adversarial", "1edtech", "ob20", f"{name}.json").read_bytes())
    assert report.verdict is Verdict.UNREADABLE


def test_counts() -> None:
    """Prints what was seen, and holds the two numbers that matter."""
    reports = {entry.name: _report(entry.path.read_bytes()) for entry in FILES}
    accepts = [e.name for e in FILES if reports[e.name].verdict in GOOD and e.expected != "valid"]
    rejects = [e.name for e in REAL if reports[e.name].verdict not in GOOD]
    good = sum(report.verdict in GOOD for report in reports.values())
    print(f"older badges: {len(FILES)} files, {good} good, {len(DIVERGING)} diverging by name")
    assert (accepts, rejects) == ([], [])
    assert all(reports[e.name].check(CheckName.PROOF).outcome is Outcome.PASSED for e in REAL)
