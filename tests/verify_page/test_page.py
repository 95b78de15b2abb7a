"""The page as a person meets it: languages, assistive technology, any static host, and its size."""

import gzip
import json
import os
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from build_verify_page import OUT, ROOT
from tests import identities, issuing
from tests.verify_page.browser import Browser
from tests.verify_page.test_shares import bundle_of, fragment_of

AXE = ROOT / "build" / "verify-page" / "node_modules" / "axe-core" / "axe.min.js"
MOST_BYTES, MOST_PACKED_BYTES = 600_000, 180_000


def mixed_bundle() -> bytes:
    """A good one, one that needs the web, and one that was changed: every kind of line the page has."""
    school = identities.did_web("school")
    status = issuing.status_entry("https://school.example/list")
    return bundle_of(
        issuing.good(),
        issuing.secure(issuing.credential(school, credentialStatus=status), school),
        issuing.changed(issuing.good(), "credentialSubject/achievement/name", "Something else"),
        expires="2026-12-24T00:00:00Z",
        domain="Harbor Boat Works",
        purpose="a summer job",
    )


@pytest.fixture
def served() -> Iterator[str]:
    """The built page on this machine, over plain http under a name that is not this machine's own."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(OUT.parent)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://lan.example:{server.server_port}/{OUT.name}"
    server.shutdown()
    server.server_close()
    thread.join(timeout=10)


def test_size() -> None:
    if not OUT.is_file():
        pytest.skip("only where the page for receivers could be built (Node and npm)")
    page = OUT.read_bytes()
    assert len(page) <= MOST_BYTES
    assert len(gzip.compress(page, 9)) <= MOST_PACKED_BYTES


def test_on_a_plain_host_where_the_browser_lends_no_cryptography(browser: Browser, served: str) -> None:
    shown = browser.open(fragment_of(bundle_of(issuing.good())), page=served)
    assert browser.driver.execute_script("return isSecureContext") is False
    assert shown.verdict == "check"
    asked = [url for url in browser.requests() if "favicon" not in url]
    assert [url.partition("#")[0] for url in asked] == [served]


def test_in_spanish(spanish_browser: Browser) -> None:
    shown = spanish_browser.open(fragment_of(mixed_bundle()))
    assert shown.verdict == "invalid"
    assert "Registro compartido" in shown.text
    assert "Compartido con Harbor Boat Works, a summer job" in shown.text
    assert "Shared" not in shown.text
    assert spanish_browser.driver.execute_script("return document.documentElement.lang") == "es"
    spanish_browser.press("English")
    assert "Shared with Harbor Boat Works" in spanish_browser.read().text


@pytest.mark.parametrize("what", ["start", "fault", "mixed"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_accessibility_rules(browser: Browser, what: str, scheme: str) -> None:
    if not AXE.is_file():
        pytest.skip("only where the page for receivers could be built (Node and npm)")
    media = {"features": [{"name": "prefers-color-scheme", "value": scheme}]}
    browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", media)
    browser.open({"start": "", "fault": "#1.1", "mixed": fragment_of(mixed_bundle())}[what])
    browser.driver.execute_script("document.querySelectorAll('details').forEach((one) => (one.open = true))")
    browser.driver.execute_cdp_cmd("Page.setBypassCSP", {"enabled": True})
    browser.driver.execute_cdp_cmd("Runtime.evaluate", {"expression": AXE.read_text("utf-8")})
    found = browser.driver.execute_async_script(
        "const done = arguments[0];"
        "axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']})"
        ".then((found) => done({passes: found.passes.length,"
        " violations: found.violations.map((one) => [one.id, one.nodes.length, one.nodes[0].html])}));"
    )
    browser.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": []})
    assert found["violations"] == []
    assert found["passes"] > 10


def test_the_keyboard_reaches_everything(browser: Browser) -> None:
    browser.open(fragment_of(mixed_bundle()))
    script = """
      const wanted = [...document.querySelectorAll('button, summary, a[href], input, textarea, pre')]
        .filter((one) => one.checkVisibility());
      const small = wanted.filter((one) => {
        const box = one.getBoundingClientRect(); return box.height < 24 || box.width < 24; });
      return [wanted.length, wanted.filter((one) => one.tabIndex < 0).length, small.length];
    """
    count, unreachable, small = browser.driver.execute_script(script)
    assert count >= 5
    assert (unreachable, small) == (0, 0)


def test_nothing_runs_over_the_edge_of_a_phone(browser: Browser) -> None:
    long = "W" * 400
    document = issuing.credential(identities.did_key("issuer"))
    document["credentialSubject"]["achievement"]["name"] = long
    browser.open(fragment_of(bundle_of(issuing.secure(document, identities.did_key("issuer")))))
    wide, window = browser.driver.execute_script("return [document.documentElement.scrollWidth, innerWidth]")
    assert wide <= window


def test_pictures_for_looking_at(browser: Browser, spanish_browser: Browser, tmp_path: Path) -> None:
    """Writes what a phone shows, in both languages; LER_WALLET_PICTURES names a folder to keep them."""
    folder = Path(os.environ.get("LER_WALLET_PICTURES") or tmp_path)
    for name, one in (("en", browser), ("es", spanish_browser)):
        one.open(fragment_of(mixed_bundle()))
        height = one.driver.execute_script("return document.documentElement.scrollHeight")
        assert json.dumps(height).isdigit()
        size = {"width": 390, "height": height, "deviceScaleFactor": 1, "mobile": True}
        one.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
        one.picture(folder / f"page-{name}.png")
        one.driver.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", {**size, "height": 844})
        assert (folder / f"page-{name}.png").stat().st_size > 10_000
