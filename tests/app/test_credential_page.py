"""A credential at a web address: as data, on a page, in a picture the page names; and what is no credential says so."""

import base64
import json
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from tests.sample_documents import png
from tests.shared_data import shared
from tests.sharing.pictures import code_png
from tests.sharing.shares import signed_badge, signed_token
from tests.sites import Everybody, Page, Site, answer, client_for, one_site, redirect
from wallet.app.container import make_services
from wallet.app.credential_page import fetch
from wallet.app.online import AskedOnce
from wallet.app.open_document import open_document
from wallet.app.way_out import WayOut
from wallet.credentials.baked_image import bake_png
from wallet.credentials.gathered.web_page import MOST_DOCUMENTS, MOST_PICTURES, find_named, looks_like_page
from wallet.errors import NotFollowedError, Reason, WalletError

BADGE = signed_badge().original
TOKEN = signed_token().original
PICTURE = bake_png(png(), BADGE.decode())
ADDRESS = "https://school.example/badges/1"
AT = "school.example/badges/1"
HTML = "text/html; charset=utf-8"


@pytest.fixture(scope="module")
def _site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with one_site(tmp_path_factory.mktemp("site"), "school.example", "pictures.example") as site:
        yield site


@pytest.fixture
def site(_site: Site) -> Site:
    _site.pages.clear()
    _site.seen.clear()
    return _site


def fetched(site: Site, address: str = ADDRESS) -> bytes:
    (entry,) = fetch(address, WayOut(client_for(site, Everybody()), make_services()))
    assert entry.data is not None
    return entry.data


def refused(site: Site, address: str = ADDRESS, consent: AskedOnce | None = None) -> Reason:
    with pytest.raises(WalletError) as refusal:
        fetch(address, WayOut(client_for(site, consent or Everybody()), make_services()))
    return refusal.value.reason


def page(head: str = "", body: str = "") -> Page:
    source = f"<!DOCTYPE html><html><head><title>A badge</title>{head}</head><body>{body}</body></html>"
    return answer(source.encode(), HTML)


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (BADGE, "application/vc+ld+json"),
        (BADGE, "application/ld+json"),
        (BADGE, "application/vc"),
        (BADGE, "application/octet-stream"),
        (TOKEN, "text/plain"),
        (TOKEN, "application/vc+jwt"),
        (PICTURE, "image/png"),
    ],
)
def test_what_is_there_as_data_comes_as_it_is(site: Site, data: bytes, kind: str) -> None:
    site.pages[AT] = answer(data, kind)
    assert fetched(site) == data
    assert len(site.seen) == 1


def test_data_is_asked_for_before_a_page(site: Site) -> None:
    def by_wish(connection: object) -> None:
        wish = site.seen[-1].text.partition("Accept: ")[2].partition("\r\n")[0]
        assert wish.index("application/vc") < wish.index("application/json") < wish.index("text/html;q=")
        answer(BADGE, "application/json")(connection)  # type: ignore[arg-type]

    site.pages[AT] = by_wish
    assert fetched(site) == BADGE


ON_A_PAGE = {
    "script": ("", f'<script type="application/ld+json">{BADGE.decode()}</script>'),
    "source": ("", f"<pre>{json.dumps(json.loads(BADGE)).replace(chr(34), '&quot;')}</pre>"),
    "token": ("", f"<code>{TOKEN.decode()}</code>"),
    "inline": ("", f'<img src="data:image/png;base64,{base64.b64encode(PICTURE).decode()}">'),
}


@pytest.mark.parametrize("where", sorted(ON_A_PAGE))
def test_what_stands_in_the_source_needs_no_second_question(site: Site, where: str) -> None:
    site.pages[AT] = page(*ON_A_PAGE[where])
    found = fetched(site)
    assert found in (BADGE, TOKEN, PICTURE) or json.loads(found) == json.loads(BADGE)
    assert len(site.seen) == 1


NAMED = {
    "json": ('<link rel="alternate" type="application/json" href="/data/1.json">', "/data/1.json", BADGE),
    "credential": (
        "<link rel=alternate type='application/vc+ld+json' href='1.json?a=1&amp;b=2'>",
        "/badges/1.json",
        BADGE,
    ),
    "token": (
        '<LINK HREF="x.jwt" REL="Alternate nofollow" TYPE="application/vc+jwt">',
        "/badges/x.jwt",
        TOKEN,
    ),
    "open graph": ('<meta property="og:image" content="https://school.example/i/1">', "/i/1", PICTURE),
    "twitter": ('<meta name="twitter:image" content="/i/1.png">', "/i/1.png", PICTURE),
    "image_src": ('<link rel="image_src" href="/i/1.png">', "/i/1.png", PICTURE),
    "img": ('<p><img alt="a" src="../i/1.png?size=full"></p>', "/i/1.png", PICTURE),
    "base": ('<base href="https://school.example/deep/er/"><img src="1.png">', "/deep/er/1.png", PICTURE),
}


@pytest.mark.parametrize("where", sorted(NAMED))
def test_what_a_page_names_is_fetched(site: Site, where: str) -> None:
    source, path, data = NAMED[where]
    site.pages[AT] = page(source)
    kind = "image/png" if data == PICTURE else "text/plain" if data == TOKEN else "application/json"
    site.pages[path] = answer(data, kind)
    assert fetched(site) == data
    assert len(site.seen) == 2


def test_a_document_comes_before_a_picture_and_the_broken_are_passed_over(site: Site) -> None:
    site.pages[AT] = page(
        '<link rel="alternate" type="application/json" href="/gone.json">'
        '<link rel="alternate" type="application/rss+xml" href="/feed">'
        '<link rel="alternate" type="application/json" href="/other.json">'
        '<meta property="og:image" content="/plain.png"><img src="/badge.png">'
    )
    site.pages["/other.json"] = answer(b'{"oembed": 1}')
    site.pages["/plain.png"] = answer(png(), "image/png")
    site.pages["/badge.png"] = answer(PICTURE, "image/png")
    assert fetched(site) == PICTURE
    paths = [one.target for one in site.seen]
    assert paths == ["/badges/1", "/gone.json", "/other.json", "/plain.png", "/badge.png"]


@pytest.mark.parametrize(
    "header",
    [
        'Link: <1.json>; rel="alternate"; type="application/ld+json"',
        "Link: </badges/1.json>; rel=alternate",
        'Link: </style.css>; rel="stylesheet", <1.json>; rel="a alternate"; type="application/vc; profile=a"',
    ],
)
def test_what_the_answer_itself_names_is_fetched(site: Site, header: str) -> None:
    site.pages[AT] = answer(b"<!DOCTYPE html><html><body>A badge</body></html>", HTML, headers=[header])
    site.pages["school.example/badges/1.json"] = answer(BADGE, "application/ld+json")
    assert fetched(site) == BADGE
    assert site.targets == [AT, "school.example/badges/1.json"]


@pytest.mark.parametrize(
    "header",
    [
        'Link: <es.html>; rel="alternate"; type="text/html"; hreflang="es"',
        'Link: <1.json>; rel="next"; type="application/ld+json"',
        'Link: <http://school.example/badges/1.json>; rel="alternate"',
        'Link: <file:///etc/passwd>; rel="alternate"',
        "Link: <1.json; rel=alternate",
    ],
)
def test_other_links_of_an_answer_are_not_followed(site: Site, header: str) -> None:
    site.pages[AT] = answer(b"<!DOCTYPE html><html><body>A badge</body></html>", HTML, headers=[header])
    assert refused(site) is Reason.PAGE_WITHOUT_CREDENTIAL
    assert site.targets == [AT]


def test_redirects_are_followed_as_the_door_does(site: Site) -> None:
    site.pages[AT] = redirect("https://school.example/moved")
    site.pages["/moved"] = answer(BADGE)
    assert fetched(site) == BADGE
    site.pages["/moved"] = redirect("https://127.0.0.1/secret")
    assert refused(site) is Reason.WEB_ADDRESS_REFUSED


@pytest.mark.parametrize(
    "source",
    [
        "",
        '<meta property="og:image" content="/missing.png">',
        '<script type="application/ld+json">{"@context": "https://schema.org"}</script>',
        '<meta property="og:image" content="http://school.example/a.png"><img src="file:///a.png">',
        '<meta property="og:image" content="https://127.0.0.1/a.png">',
    ],
)
def test_a_page_without_a_credential_says_so(site: Site, source: str) -> None:
    site.pages[AT] = page(source)
    assert refused(site) is Reason.PAGE_WITHOUT_CREDENTIAL


def test_a_site_that_has_nothing_or_something_else_says_so(site: Site) -> None:
    assert refused(site) is Reason.SITE_WITHOUT_ANSWER
    site.pages[AT] = answer(b"MZ", "application/x-msdownload")
    assert refused(site) is Reason.ANSWER_KIND_OTHER


def test_a_picture_that_leads_on_is_not_followed_further(site: Site) -> None:
    site.pages[AT] = page('<meta property="og:image" content="/code.png">')
    site.pages["/code.png"] = answer(code_png("https://school.example/secret"), "image/png")
    site.pages["/secret"] = answer(BADGE)
    assert refused(site) is Reason.PAGE_WITHOUT_CREDENTIAL
    assert "/secret" not in [one.target for one in site.seen]


def test_another_site_is_a_question_of_its_own_that_says_who_sent_us(site: Site) -> None:
    asked: list[tuple[str, bool, str]] = []

    def says(request: object) -> bool:
        asked.append((request.host, request.of_one, request.came_from))  # type: ignore[attr-defined]
        return len(asked) < 2

    site.pages[AT] = page('<meta property="og:image" content="https://pictures.example/1.png">')
    site.pages["/1.png"] = answer(PICTURE, "image/png")
    assert refused(site, consent=AskedOnce(says)) is Reason.SITE_NOT_ALLOWED
    assert asked == [("school.example", True, ""), ("pictures.example", True, "school.example")]
    assert len(site.seen) == 1
    assert fetched(site) == PICTURE


def test_only_so_many_things_are_asked_for() -> None:
    source = "".join(
        f'<link rel=alternate type=application/json href="/{n}"><img src="/{n}.png">' for n in range(99)
    )
    named = find_named(source.encode(), ADDRESS)
    assert (len(named.documents), len(named.pictures)) == (MOST_DOCUMENTS, MOST_PICTURES)


HOSTILE: Sequence[bytes] = [
    b"<html>" + b"<link " * 800_000,
    b"<html>" + b"<!--" * 1_000_000,
    b'<html><img src="' + b"a" * 4_000_000,
    b"<html>" + b'<img src="data:image/png;base64,' * 100_000,
    b"<html>" + b'<meta property="og:image" content="/a.png">' * 100_000,
    b"<html>" + b"<img a=" * 500_000 + b">",
    b"<html><script>" + b'{"a":' * 800_000,
    b"<html>\xff\xfe" + bytes(range(256)) * 10_000,
]


@pytest.mark.parametrize("source", HOSTILE, ids=range(len(HOSTILE)))
def test_no_page_takes_long_to_look_through(source: bytes) -> None:
    assert looks_like_page(source)
    started = time.perf_counter()
    find_named(source, ADDRESS)
    assert time.perf_counter() - started < 5


def test_pictures_of_others_that_hold_an_address_lead_to_their_credentials(tmp_path: Path) -> None:
    """The five codes of the Digital Credentials Consortium's fixtures, each with what lies at its address."""
    folder = shared("corpus", "dcc-vc-test-fixtures")
    codes = sorted((folder / "qr").glob("*.png"))
    assert len(codes) == 5
    found = 0
    with one_site(tmp_path, "digitalcredentials.github.io") as site:
        for code in codes:
            with pytest.raises(NotFollowedError) as refusal:
                open_document(code.read_bytes())
            link = refusal.value.link
            assert link.startswith(
                "https://digitalcredentials.github.io/vc-test-fixtures/verifiableCredentials/"
            )
            path = folder / link.partition("/verifiableCredentials/")[2]
            if not path.exists():
                continue  # its picture is shared, the file itself is not
            found += 1
            site.pages[link.removeprefix("https://digitalcredentials.github.io")] = answer(path.read_bytes())
            assert fetched(site, link) == path.read_bytes()
    assert found == len([code for code in codes if "dataIntegrityProof__didWeb" not in code.name])
