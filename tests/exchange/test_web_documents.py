"""What issuers publish, fetched from real sites on loopback, and what becomes of a check when they do not answer."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from tests import older_badges
from tests.canaries import listener
from tests.identities import did_key, https_issuer
from tests.issuing import NOW, claims_v2, credential, secure, status_entry, token
from tests.sample_files import SAMPLES, broken, good
from tests.sites import Everybody, Page, Site, answer, client_for, dripping, raw, redirect
from wallet.codecs import strict_json
from wallet.credentials.detect import parse_document
from wallet.errors import Reason, WalletError
from wallet.exchange.consent import AskedOnce, Consent, Nobody, Request
from wallet.exchange.http_client import HttpClient
from wallet.exchange.web_documents import MOST_FAILURES, RUN_LASTS, WebDocuments
from wallet.verification.evidence import KeptDocuments
from wallet.verification.report import CheckName, Outcome, Verdict, VerificationReport
from wallet.verification.sources import (
    DocumentSource,
    FetchedDocument,
    FirstOf,
    FixedClock,
    NoDocuments,
    WebSource,
)
from wallet.verification.verifier import Verifier

AT = datetime(2026, 11, 23, tzinfo=UTC)
DID_DOCUMENT = "https://youthsafety.example/training/did.json"
STATUS_LIST = "https://youthsafety.example/status/revocation-1"
SUSPENSIONS = "https://youthsafety.example/status/suspension-1"
BADGE = good("first-aid-and-cpr.json")


def publish_samples(site: Site) -> None:
    index = strict_json.loads((SAMPLES / "documents.json").read_bytes())["documents"]
    site.serve_documents({url: (SAMPLES / path).read_bytes() for url, path in index.items()})


def web(site: Site, consent: Consent | None = None, **more: object) -> WebDocuments:
    return WebDocuments(client_for(site, consent or Everybody(), **more), FixedClock(AT))


def verify(data: bytes, documents: DocumentSource, at: datetime = AT) -> VerificationReport:
    return Verifier(documents, FixedClock(at)).verify(parse_document(data))


def test_a_badge_is_checked_with_what_its_issuer_publishes(site: Site) -> None:
    publish_samples(site)
    everybody = Everybody()
    report = verify(BADGE.read_bytes(), web(site, everybody))
    assert (report.verdict, report.reason) == (Verdict.CHECK, Reason.NO_TRUST_LIST)
    assert report.check(CheckName.STATUS).outcome is Outcome.PASSED
    assert report.check(CheckName.ISSUER_BINDING).outcome is Outcome.PASSED
    assert (report.as_of, report.asked_at) == (None, AT)
    assert {(one.url, one.retrieved_at, one.is_fresh) for one in report.evidence} == {
        (STATUS_LIST, AT, True),
        (DID_DOCUMENT, AT, True),
    }
    assert sorted(site.targets) == [
        url.removeprefix("https://") for url in sorted((STATUS_LIST, DID_DOCUMENT))
    ]
    assert set(everybody.requests) == {Request("youthsafety.example")}


@pytest.mark.parametrize(
    ("name", "verdict", "reason"),
    [
        ("revoked.json", Verdict.INVALID, Reason.REVOKED),
        ("suspended.json", Verdict.INVALID, Reason.SUSPENDED),
    ],
)
def test_a_badge_that_was_withdrawn_is_found_out(
    site: Site, name: str, verdict: Verdict, reason: Reason
) -> None:
    publish_samples(site)
    report = verify(broken(name).read_bytes(), web(site))
    assert (report.verdict, report.reason) == (verdict, reason)


def test_without_consent_nothing_is_asked(site: Site) -> None:
    publish_samples(site)
    report = verify(BADGE.read_bytes(), web(site, Nobody()))
    assert site.connections == 0
    assert (report.verdict, report.reason) == (Verdict.UNCHECKED, Reason.SITE_NOT_ALLOWED)
    assert report.asked_at is None
    offline = verify(BADGE.read_bytes(), NoDocuments())
    assert [check.outcome for check in report.checks] == [check.outcome for check in offline.checks]


def test_a_list_is_fetched_once_for_many(site: Site) -> None:
    publish_samples(site)
    source = web(site)
    for _ in range(5):
        verify(BADGE.read_bytes(), source)
    assert sorted(site.targets) == [
        "youthsafety.example/status/revocation-1",
        "youthsafety.example/training/did.json",
    ]


def test_a_long_run_fetches_it_again(site: Site) -> None:
    publish_samples(site)
    now = [AT]

    class Clock:
        def now(self) -> datetime:
            return now[0]

    source = WebDocuments(client_for(site, Everybody()), Clock())
    first = source.lookup(STATUS_LIST)
    now[0] += RUN_LASTS
    assert source.lookup(STATUS_LIST) is first
    now[0] += timedelta(seconds=1)
    second = source.lookup(STATUS_LIST)
    assert second is not None
    assert second.retrieved_at == now[0]
    assert len(site.seen) == 2


TROUBLES: dict[str, tuple[Callable[[Site], Page], Reason]] = {
    "not found": (lambda _: answer(b"", status="404 Not Found"), Reason.SITE_WITHOUT_ANSWER),
    "gone": (lambda _: answer(b"", status="410 Gone"), Reason.SITE_WITHOUT_ANSWER),
    "forbidden": (lambda _: answer(b"", status="403 Forbidden"), Reason.SITE_WITHOUT_ANSWER),
    "server error": (lambda _: answer(b"", status="500 Oops"), Reason.SITE_FAULT),
    "too many questions": (lambda _: answer(b"", status="429 Too Many"), Reason.SITE_FAULT),
    "sign-in page": (lambda _: answer(b"<html>", "text/html"), Reason.ANSWER_KIND_OTHER),
    "too large": (lambda _: answer(b" " * 5_000_001), Reason.ANSWER_TOO_LARGE),
    "breaks off": (lambda _: raw(b"HTTP/1.1 200 OK\r\nContent-Type"), Reason.SITE_UNREACHABLE),
    "endless redirects": (lambda _: redirect("/x"), Reason.TOO_MANY_REDIRECTS),
    "redirect to the local network": (lambda _: redirect("https://10.0.0.1/"), Reason.WEB_ADDRESS_REFUSED),
    "slow": (lambda site: dripping(b"HTTP/1.1 200 OK\r\nX: ", b"a", site.ended, 0.05), Reason.SITE_TOO_SLOW),
}


@pytest.mark.parametrize(("page", "reason"), TROUBLES.values(), ids=TROUBLES)
@pytest.mark.parametrize("address", [STATUS_LIST, DID_DOCUMENT])
def test_what_a_site_does_not_give_is_not_checked(
    site: Site, page: Callable[[Site], Page], reason: Reason, address: str
) -> None:
    publish_samples(site)
    site.pages[address.removeprefix("https://")] = site.pages["/x"] = page(site)
    source = web(site, seconds=0.5)
    report = verify(BADGE.read_bytes(), source)
    assert (report.verdict, report.reason) == (Verdict.UNCHECKED, reason)
    status, proof = report.check(CheckName.STATUS), report.check(CheckName.PROOF)
    failed = status if address == STATUS_LIST else proof
    assert (failed.outcome, failed.reason) == (Outcome.UNKNOWN, reason)
    assert source.troubles == {"youthsafety.example": reason}


def test_a_site_that_cannot_be_reached_is_left_alone(site: Site) -> None:
    tries: list[str] = []

    def resolve(host: str, _port: int) -> list[str]:
        tries.append(host)
        raise OSError

    source = web(site, resolve=resolve)
    for number in range(5):
        assert source.lookup(f"https://school.example/{number}") is None
        assert source.why_missing(f"https://school.example/{number}#a") is Reason.SITE_UNREACHABLE
    assert tries == ["school.example"] * MOST_FAILURES
    source.lookup("https://other.example/1")
    assert tries[-1] == "other.example"


@pytest.mark.parametrize(
    "address", ["http://school.example/1", "did:web:school.example", "urn:uuid:1", "", "ftp://a.example/"]
)
def test_what_is_no_https_address_is_nobodys(site: Site, address: str) -> None:
    source = web(site)
    assert source.lookup(address) is None
    assert source.why_missing(address) is Reason.NEEDS_NETWORK
    assert source.lookup("https://127.0.0.1/") is None
    assert source.why_missing("https://127.0.0.1/") is Reason.WEB_ADDRESS_REFUSED
    assert site.connections == 0


def test_kept_documents_stand_in_where_a_site_is_gone_and_say_so(site: Site) -> None:
    publish_samples(site)
    used = verify(BADGE.read_bytes(), web(site)).evidence
    site.pages.clear()
    later = AT + timedelta(days=3)
    kept = KeptDocuments(WebDocuments(client_for(site, Everybody()), FixedClock(later)), _as_kept(used))
    report = verify(BADGE.read_bytes(), kept, later)
    assert (report.verdict, report.as_of, report.asked_at) == (Verdict.CHECK, AT, None)
    assert report.check(CheckName.STATUS).detail.endswith("as of 2026-11-23")
    publish_samples(site)
    kept = KeptDocuments(WebDocuments(client_for(site, Everybody()), FixedClock(later)), _as_kept(used))
    fresh = verify(BADGE.read_bytes(), kept, later)
    assert (fresh.verdict, fresh.as_of, fresh.asked_at) == (Verdict.CHECK, None, later)


def _as_kept(used: object) -> dict[str, FetchedDocument]:
    assert isinstance(used, tuple)
    return {one.url: replace(one, is_fresh=False) for one in used}


def test_what_is_at_hand_is_not_fetched(site: Site) -> None:
    publish_samples(site)

    class OneFile:
        def lookup(self, url: str) -> FetchedDocument | None:
            found = (SAMPLES / "documents/youth-safety-did.json").read_bytes()
            return FetchedDocument(url, found) if url == DID_DOCUMENT else None

    report = verify(BADGE.read_bytes(), FirstOf((OneFile(), web(site))))
    assert report.verdict is Verdict.CHECK
    assert site.targets == ["youthsafety.example/status/revocation-1"]


class TestHostedBadges:
    """Open Badges 2: the badge's own address is asked, which tells its site which badge is looked at."""

    def publish(self, site: Site, **changes: object) -> bytes:
        made = older_badges.assertion(**changes)
        published = older_badges.published(assertion=made)
        site.serve_documents({url: json.dumps(body).encode() for url, body in published.items()})
        return json.dumps(made).encode()

    def verify(self, data: bytes, source: DocumentSource) -> VerificationReport:
        return Verifier(source, FixedClock(NOW)).verify(parse_document(data))

    def test_it_is_checked_at_its_address(self, site: Site) -> None:
        data, everybody = self.publish(site), Everybody()
        report = self.verify(data, web(site, everybody))
        assert report.verdict is Verdict.CHECK, (report.reason, report.checks)
        own = [request for request in everybody.requests if request.of_one]
        assert own == [Request("school.example", of_one=True)]
        assert report.credential is not None
        assert report.credential.issuer.name == "Example School"

    def test_without_a_yes_to_its_own_address_it_is_not_asked(self, site: Site) -> None:
        data = self.publish(site)
        report = self.verify(data, web(site, AskedOnce(lambda request: not request.of_one)))
        assert (report.verdict, report.reason) == (Verdict.UNCHECKED, Reason.SITE_NOT_ALLOWED)
        assert "school.example/assertions/1" not in site.targets

    def test_one_that_is_gone_for_good_is_withdrawn(self, site: Site) -> None:
        data = self.publish(site)
        site.pages["school.example/assertions/1"] = answer(b"<html>", "text/html", status="410 Gone")
        report = self.verify(data, web(site))
        assert (report.verdict, report.reason) == (Verdict.INVALID, Reason.REVOKED)
        kept = {one.url: one.body for one in report.evidence}
        assert kept[older_badges.ASSERTION] == b'{"revoked": true}'

    def test_what_belongs_to_one_badge_is_asked_for_as_such(self, site: Site) -> None:
        work = {"id": "https://school.example/work/1", "name": "A gate"}
        self.publish(site, evidence=work["id"])
        site.serve_documents({work["id"]: json.dumps(work).encode()})
        asked: list[tuple[str, bool]] = []
        source = web(site)

        class Noting(WebSource):
            def lookup(self, url: str) -> FetchedDocument | None:
                asked.append((url, False))
                return source.lookup(url)

            def lookup_of_one(self, url: str) -> FetchedDocument | None:
                asked.append((url, True))
                return source.lookup_of_one(url)

            def lookup_naming_one(self, url: str) -> FetchedDocument | None:
                asked.append((url, True))
                return source.lookup_naming_one(url)

            def why_missing(self, url: str) -> Reason:
                return source.why_missing(url)

        report = self.verify(json.dumps(older_badges.assertion(evidence=work)).encode(), Noting())
        assert report.verdict is Verdict.CHECK, (report.reason, report.checks)
        assert {url for url, of_one in asked if of_one} == {older_badges.ASSERTION, work["id"]}
        assert {older_badges.BADGE, older_badges.ISSUER} <= {url for url, of_one in asked if not of_one}

    def test_one_that_is_missing_is_not_checked(self, site: Site) -> None:
        data = self.publish(site)
        del site.pages["school.example/assertions/1"]
        report = self.verify(data, web(site))
        assert (report.verdict, report.reason) == (Verdict.UNCHECKED, Reason.SITE_WITHOUT_ANSWER)

    def test_a_copy_that_says_something_else_is_found_out(self, site: Site) -> None:
        self.publish(site)
        data = json.dumps(older_badges.assertion(narrative="Welded a bridge.")).encode()
        assert self.verify(data, web(site)).reason is Reason.HOSTED_DIFFERS


class TestAddressesThatNameOne:
    """A key under the id of the credential: its site can see which one is looked at, so that is said before."""

    def publish(self, site: Site) -> tuple[bytes, str]:
        document = credential(https_issuer("one"))
        issuer = https_issuer("one", f"https://school.example/issuers/{document['id'].rpartition(':')[2]}")
        site.serve_documents({url: json.dumps(body).encode() for url, body in issuer.documents.items()})
        return json.dumps(secure(credential(issuer), issuer)).encode(), issuer.id

    def test_it_is_said_before_the_site_is_asked(self, site: Site) -> None:
        (data, address), everybody = self.publish(site), Everybody()
        assert verify(data, web(site, everybody)).check(CheckName.PROOF).outcome is Outcome.PASSED
        assert site.targets == [address.removeprefix("https://")]
        assert everybody.requests == [Request("school.example", of_one=True)]

    def test_a_yes_to_the_site_is_none_to_that(self, site: Site) -> None:
        data, _ = self.publish(site)
        report = verify(data, web(site, AskedOnce(lambda _request: False, {"school.example": False})))
        assert (report.verdict, report.reason) == (Verdict.UNCHECKED, Reason.SITE_NOT_ALLOWED)
        assert site.connections == 0

    def test_one_that_is_gone_for_good_withdraws_nothing(self, site: Site) -> None:
        data, address = self.publish(site)
        site.pages[address.removeprefix("https://")] = answer(b"", status="410 Gone")
        report = verify(data, web(site))
        assert (report.verdict, report.reason) == (Verdict.UNCHECKED, Reason.SITE_WITHOUT_ANSWER)


FORMS = {
    "dotted": "https://127.0.0.1:{port}",
    "decimal": "https://2130706433:{port}",
    "hexadecimal": "https://0x7f000001:{port}",
    "octal": "https://0177.0.0.1:{port}",
    "short": "https://127.1:{port}",
    "dot at its end": "https://127.0.0.1.:{port}",
    "name": "https://localhost:{port}",
    "name with a dot": "https://localhost.:{port}",
    "capitals": "https://LOCALHOST:{port}",
    "IPv6": "https://[::1]:{port}",
    "IPv6, mapped": "https://[::ffff:7f00:1]:{port}",
    "IPv6, dotted": "https://[::ffff:127.0.0.1]:{port}",
    "NAT64": "https://[64:ff9b::7f00:1]:{port}",
    "6to4": "https://[2002:7f00:1::]:{port}",
    "any": "https://0.0.0.0:{port}",
    "zero": "https://0:{port}",
    "user name": "https://school.example@127.0.0.1:{port}",
    "user name before a name": "https://school.example@localhost:{port}",
    "backslash": "https://localhost:{port}\\@school.example",
    "http": "http://localhost:{port}",
    "metadata": "https://169.254.169.254",
    "file": "file:///etc/passwd",
    "UNC": "\\\\127.0.0.1@SSL@{port}\\share",
    "percent-encoded": "https://%6c%6f%63alhost:{port}",
}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
@pytest.mark.parametrize("field", ["status", "revocations", "issuer", "key", "hosted"])
def test_no_form_of_address_leads_to_this_machine(form: str, field: str) -> None:
    """The program's own client, with everybody's consent and the system's resolver, against a listener."""
    with listener() as heard:
        address = form.format(port=heard.port)
        source = WebDocuments(HttpClient(Everybody()), FixedClock(NOW))
        try:
            report = Verifier(source, FixedClock(NOW)).verify(parse_document(_naming(field, address)))
        except WalletError:
            report = None
        assert not heard.was_heard
        if report is not None:
            assert report.verdict in (Verdict.UNCHECKED, Verdict.INVALID)
            assert report.asked_at is None


def _naming(field: str, address: str) -> bytes:
    """A badge whose member of this name leads to the address."""
    if field == "hosted":
        return json.dumps(older_badges.assertion(id=f"{address}/1")).encode()
    if field == "key":
        issuer = https_issuer("x", f"{address}/issuer")
        return token(claims_v2(credential(issuer)), issuer, "EdDSA", kid=f"{address}/key").encode()
    if field == "issuer":
        issuer = https_issuer("x", f"{address}/issuer")
        return token(claims_v2(credential(issuer)), issuer, "EdDSA").encode()
    status = status_entry(f"{address}/list")
    if field == "revocations":
        status = {"id": f"{address}/list", "type": "1EdTechRevocationList"}
    return token(claims_v2(credential(did_key("x"), credentialStatus=status)), did_key("x"), "EdDSA").encode()
