"""Badge sites: what they say of themselves, signing in, reading page after page, sending. The sites are a process."""

import itertools
import json
import os
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from tests.badge_holdings import badge, holdings, signed_token
from tests.badge_service import DOMAIN, ELSEWHERE, BadgeService, running
from tests.sites import Everybody, client_for
from wallet.app.badge_site import SiteHoldings, read_holdings, sign_in
from wallet.app.container import Services
from wallet.errors import ExchangeError, Reason, SiteBusyError
from wallet.exchange import badge_site_reading, http_client
from wallet.exchange.badge_site import BadgeSite, Interface
from wallet.exchange.badge_site_discovery import find_badge_site
from wallet.exchange.badge_site_reading import send_credential
from wallet.exchange.site_access import Pace, SiteAccess
from wallet.verification.sources import NoDocuments

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
READ = "https://purl.imsglobal.org/spec/ob/v3p0/scope/credential.readonly"
_NUMBERS = itertools.count()


class Clock:
    """A clock that can be moved."""

    def __init__(self) -> None:
        self.at = NOW

    def now(self) -> datetime:
        return self.at


class Person:
    """Somebody with a browser at a site of one kind, and a client that leads there.

    Attributes:
        host: a site of that kind that nobody asked before.
        waited: the seconds that were waited, in order.
        opened: what the browser was given.
    """

    def __init__(self, service: BadgeService, kind: str) -> None:
        self.service = service
        self.host = f"{kind}-{next(_NUMBERS)}.{DOMAIN}"
        self.consent = Everybody()
        self.client = client_for(service, self.consent)
        self.clock = Clock()
        self.services = Services(self.clock, NoDocuments(), os.urandom)
        self.waited: list[float] = []
        self.stopped = threading.Event()
        self.pace = Pace(self.waited.append, self.stopped.is_set)
        self.opened: list[str] = []

    def browse(self, address: str) -> None:
        self.opened.append(address)
        self.service.browse(address)

    def find(self, only: Interface | None = None) -> BadgeSite:
        return find_badge_site(self.client, self.host, only)

    def enter(self, *, keeps: bool = False, sends: bool = False) -> SiteAccess:
        return sign_in(
            self.client,
            self.find(),
            self.services,
            self.browse,
            self.pace,
            page=b"ok",
            keeps=keeps,
            sends=sends,
        )

    def read(self, since: datetime | None = None) -> SiteHoldings:
        return read_holdings(self.enter(), self.services, since)

    @property
    def seen(self) -> list[tuple[str, str]]:
        return [(one["method"], one["path"]) for one in self.service.seen(self.host)]


@pytest.fixture(scope="module")
def service(tmp_path_factory: pytest.TempPathFactory) -> Iterator[BadgeService]:
    with running(tmp_path_factory.mktemp("badges"), holdings()) as made:
        yield made


def texts(found: SiteHoldings) -> list[str]:
    return [(piece.data or b"").decode() for piece in found.pieces]


def refused(person: Person, **how: bool) -> Reason:
    with pytest.raises(ExchangeError) as caught:
        read_holdings(person.enter(**how), person.services)
    return caught.value.reason


@pytest.mark.parametrize("kind", ["good", "connect"])
def test_who_named_another_host_is_said_before_it_is_asked(service: BadgeService, kind: str) -> None:
    person, other = Person(service, kind), Person(service, kind)
    named = person.find()
    site = replace(named, token_url=named.token_url.replace(person.host, other.host))
    with pytest.raises(ExchangeError):  # its code is another's
        sign_in(person.client, site, person.services, person.browse, person.pace, page=b"ok")
    asked = [(one.host, one.came_from) for one in person.consent.requests]
    assert asked[-1] == (other.host, person.host)
    assert {came_from for host, came_from in asked if host == person.host} == {""}


def test_everything_is_read_page_after_page(service: BadgeService) -> None:
    person = Person(service, "good")
    found = person.read()
    assert texts(found)[0] == json.dumps(badge(1), ensure_ascii=False, separators=(",", ":"))
    assert texts(found)[3:] == [signed_token(4), signed_token(5)]
    assert [piece.item for piece in found.pieces] == ["#0", "#1", "#2", "#3", "#4"]
    assert (found.total, found.is_short, found.read_at) == (5, False, NOW)
    assert person.seen == [
        ("GET", "/ims/ob/v3p0/discovery"),
        ("POST", "/register"),
        ("GET", "/authorize"),
        ("POST", "/token"),
        *[("GET", "/ims/ob/v3p0/credentials")] * 3,
    ]
    assert set(person.consent.hosts) == {person.host}


def test_what_a_site_is_told_of_the_program_says_nothing_of_the_person(service: BadgeService) -> None:
    person = Person(service, "good")
    person.enter()
    (asked,) = [json.loads(one["body"]) for one in service.seen(person.host) if one["path"] == "/register"]
    assert asked.keys() == {
        "client_name",
        "software_id",
        "software_version",
        "application_type",
        "redirect_uris",
        "token_endpoint_auth_method",
        "grant_types",
        "response_types",
        "scope",
    }
    assert (asked["client_name"], asked["scope"]) == ("LER wallet", READ)
    assert asked["redirect_uris"][0].startswith("http://127.0.0.1:")


def test_only_what_is_needed_is_asked_for(service: BadgeService) -> None:
    site = Person(service, "good").find()
    upsert = READ.replace("readonly", "upsert")
    assert site.scopes() == (READ,)
    assert site.scopes(keeps=True) == (READ, "offline_access")
    assert site.scopes(sends=True) == (READ, upsert)
    assert Person(service, "connect").find().scopes(keeps=True, sends=True) == (
        "https://purl.imsglobal.org/spec/ob/v2p1/scope/assertion.readonly",
    )


def test_what_a_site_says_of_itself(service: BadgeService) -> None:
    person = Person(service, "good")
    site = person.find()
    assert site.interface is Interface.OPEN_BADGES_3
    assert (site.name, site.host, site.sign_in_host) == ("Example <b>Provider</b>", person.host, person.host)
    # the example in the specification leaves "https://" out, and so does this site
    assert site.privacy_url == f"https://{person.host}/privacy"


@pytest.mark.parametrize(("kind", "count"), [("connect", 2), ("badgr", 1)])
def test_badge_connect_is_read(service: BadgeService, kind: str, count: int) -> None:
    person = Person(service, kind)
    assert person.find().interface is Interface.BADGE_CONNECT
    found = person.read()
    assert len(found.pieces) == count
    hosted = json.loads(texts(found)[0])
    assert (hosted["type"], hosted["id"]) == ("Assertion", "https://school.example/assertions/1")
    assert "nobody@example.org" not in texts(found)[0]


def test_a_site_for_learner_records(service: BadgeService) -> None:
    person = Person(service, "clr")
    assert person.find().interface is Interface.CLR_2
    assert len(person.read().pieces) == 5
    assert ("GET", "/ims/clr/v2p0/credentials") in person.seen


def test_one_interface_alone_can_be_asked_for(service: BadgeService) -> None:
    person = Person(service, "good")
    with pytest.raises(ExchangeError) as caught:
        person.find(Interface.BADGE_CONNECT)
    assert caught.value.reason is Reason.NOT_A_BADGE_SITE
    assert person.seen == [("GET", "/.well-known/badgeconnect.json")]


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        ("nothing", Reason.NOT_A_BADGE_SITE),
        ("html", Reason.NOT_A_BADGE_SITE),
        ("list", Reason.SITE_ANSWER_INVALID),
        ("http", Reason.SITE_ANSWER_INVALID),
        ("noread", Reason.SITE_ANSWER_INVALID),
        ("strict", Reason.REGISTRATION_REFUSED),
        ("closed", Reason.REGISTRATION_REFUSED),
        ("rewrites", Reason.REGISTRATION_REFUSED),
        ("nameless", Reason.SITE_ANSWER_INVALID),
        ("denies", Reason.SIGN_IN_REFUSED),
        ("usedup", Reason.CODE_REFUSED),
        ("mac", Reason.ACCESS_KIND_OTHER),
        ("accent", Reason.SITE_ANSWER_INVALID),
        ("noscope", Reason.SCOPE_NOT_GRANTED),
        ("forbidden", Reason.SCOPE_NOT_GRANTED),
        ("narrow", Reason.SCOPE_NOT_GRANTED),
        ("revoked", Reason.ACCESS_ENDED),
        ("norefresh", Reason.ACCESS_ENDED),
        ("dies", Reason.SITE_UNREACHABLE),
        ("broken", Reason.SITE_FAULT),
        ("redirects", Reason.SITE_WITHOUT_ANSWER),
        ("page", Reason.ANSWER_KIND_OTHER),
        ("text", Reason.SITE_ANSWER_INVALID),
        ("array", Reason.SITE_ANSWER_INVALID),
        ("circles", Reason.PAGING_INVALID),
        ("leads", Reason.PAGING_INVALID),
        ("downgrades", Reason.PAGING_INVALID),
    ],
)
def test_a_site_that_does_not_do_right(service: BadgeService, kind: str, reason: Reason) -> None:
    person = Person(service, kind)
    assert refused(person) is reason
    # access is shown to nobody but the site it is for
    assert service.seen(ELSEWHERE) == []


def test_an_answer_with_another_state_counts_for_nothing(service: BadgeService) -> None:
    person = Person(service, "otherstate")

    def browse(address: str) -> None:
        service.browse(address)
        person.stopped.set()

    with pytest.raises(ExchangeError) as caught:
        sign_in(person.client, person.find(), person.services, browse, person.pace, page=b"ok")
    assert caught.value.reason is Reason.SIGN_IN_UNFINISHED
    assert ("POST", "/token") not in person.seen


@pytest.mark.parametrize("kind", ["stale", "public"])
def test_access_that_is_over_is_renewed_once(service: BadgeService, kind: str) -> None:
    person = Person(service, kind)
    access = person.enter()
    if kind == "public":  # by the clock, before anything is asked
        person.clock.at += timedelta(hours=1)
    first = access.access
    assert len(read_holdings(access, person.services).pieces) == 5
    assert access.access.token != first.token
    assert [path for _, path in person.seen].count("/token") == 2


@pytest.mark.parametrize(("kind", "waited"), [("busy", [3]), ("stumbles", [1])])
def test_a_site_is_given_time(service: BadgeService, kind: str, waited: list[float]) -> None:
    person = Person(service, kind)
    assert len(person.read().pieces) == 5
    assert person.waited == waited


@pytest.mark.parametrize(
    ("kind", "seconds", "waited"), [("tired", 3600, 0), ("silent", None, 0), ("overrun", 3, 2)]
)
def test_a_site_that_wants_to_be_left_alone(
    service: BadgeService, kind: str, seconds: int | None, waited: int
) -> None:
    person = Person(service, kind)
    with pytest.raises(SiteBusyError) as caught:
        person.read()
    assert (caught.value.reason, caught.value.seconds) == (Reason.SITE_BUSY, seconds)
    assert person.waited == [3] * waited


def test_an_endless_list_ends(service: BadgeService, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(badge_site_reading, "MOST_CREDENTIALS", 12)
    person = Person(service, "endless")
    assert refused(person) is Reason.PAGING_INVALID
    assert [path for _, path in person.seen].count("/ims/ob/v3p0/credentials") == 13
    monkeypatch.setattr(badge_site_reading, "MOST_PAGES", 4)
    person = Person(service, "endless")
    assert refused(person) is Reason.PAGING_INVALID
    assert [path for _, path in person.seen].count("/ims/ob/v3p0/credentials") == 4


def test_pages_that_are_too_large_are_read_one_by_one(service: BadgeService) -> None:
    person = Person(service, "heavy")
    assert len(person.read().pieces) == 5
    limits = [
        one["query"]["limit"] for one in service.seen(person.host) if one["path"].endswith("/credentials")
    ]
    assert limits == ["20", "1", "1", "1", "1", "1"]


def test_what_is_no_credential_spoils_one_row(service: BadgeService) -> None:
    found = Person(service, "odd").read()
    assert [piece.error and piece.error.reason for piece in found.pieces] == [
        None,
        Reason.NOT_A_CREDENTIAL,
        *[None] * 4,
    ]


def test_a_site_that_gives_less_than_it_says(service: BadgeService) -> None:
    found = Person(service, "boasts").read()
    assert (len(found.pieces), found.total, found.is_short) == (5, 9, True)


def test_somebody_without_badges(service: BadgeService) -> None:
    assert Person(service, "empty").read().pieces == ()


def test_only_what_is_newer(service: BadgeService) -> None:
    person = Person(service, "good")
    found = person.read(datetime(2026, 2, 1, 9, tzinfo=UTC))
    assert [json.loads(text)["name"] for text in texts(found)] == ["Badge 3"]


def test_stop_stops(service: BadgeService) -> None:
    person = Person(service, "good")
    access = person.enter()
    told: list[int] = []

    def progress(done: int, _total: int | None) -> None:
        told.append(done)
        person.stopped.set()

    with pytest.raises(ExchangeError) as caught:
        read_holdings(access, person.services, progress=progress)
    assert caught.value.reason is Reason.INTERRUPTED
    assert told == [2]


def test_access_is_given_back(service: BadgeService) -> None:
    person = Person(service, "good")
    access = person.enter()
    assert access.give_back()
    assert access.access.refresh_token is not None
    access.access = replace(access.access, until=NOW)
    with pytest.raises(ExchangeError) as caught:
        read_holdings(access, person.services)
    assert caught.value.reason is Reason.ACCESS_ENDED
    assert not Person(service, "connect").enter().give_back()


def test_nothing_secret_is_in_what_is_written_down(service: BadgeService) -> None:
    access = Person(service, "good").enter()
    written = repr((access.access, access.known_as, access.site))
    for secret in (access.access.token, access.access.refresh_token, "s3cret"):
        assert secret is not None
        assert secret not in written


def test_a_credential_is_sent_and_replaced(service: BadgeService) -> None:
    person = Person(service, "good")
    access = person.enter(sends=True)
    data = json.dumps(badge(7)).encode()
    assert not send_credential(access, data, is_token=False)
    assert send_credential(access, data, is_token=False)
    assert not send_credential(access, signed_token(8).encode(), is_token=True)
    assert len(read_holdings(access, person.services).pieces) == 7


@pytest.mark.parametrize(
    ("kind", "reason"),
    [
        ("readonly", Reason.SENDING_NOT_OFFERED),
        ("connect", Reason.SENDING_NOT_OFFERED),
        ("refuses", Reason.SENDING_REFUSED),
        ("changes", Reason.SENDING_NOT_CONFIRMED),
    ],
)
def test_what_a_site_does_not_take(service: BadgeService, kind: str, reason: Reason) -> None:
    person = Person(service, kind)
    with pytest.raises(ExchangeError) as caught:
        send_credential(person.enter(sends=True), json.dumps(badge(7, name="Laser")).encode(), is_token=False)
    assert caught.value.reason is reason


def test_access_for_reading_does_not_send(service: BadgeService) -> None:
    with pytest.raises(ExchangeError) as caught:
        send_credential(Person(service, "good").enter(), json.dumps(badge(7)).encode(), is_token=False)
    assert caught.value.reason is Reason.SCOPE_NOT_GRANTED


def test_a_request_with_access_is_never_sent_on() -> None:
    asked = http_client.Question("https://school.example/", ("application/json",))
    assert asked.may_be_sent_on
    assert not replace(asked, headers={"Authorization": "Bearer x"}).may_be_sent_on
    assert not replace(asked, method="POST").may_be_sent_on
