"""Open Badges 1 and 2 beside a share: shown as not checked, saved as they came, and no change to them goes unseen."""

import json
from pathlib import Path

from selenium.webdriver.support.wait import WebDriverWait

from tests import identities, issuing
from tests import older_badges as school
from tests.sample_documents import itxt, png
from tests.verify_page.browser import Browser
from tests.verify_page.test_shares import fragment_of
from wallet.credentials.vcdm import CONTEXT_V2
from wallet.sharing.bundle import encode_bundle
from wallet.sharing.bundle_items import CONTEXT, related_resources
from wallet.sharing.html_page import render_html

HOLDER = identities.did_key("holder")
_ID = "urn:uuid:00010203-0405-4607-8809-0a0b0c0d0e0f"
_ENCLOSED = school.assertion(badge=school.badge_class(name="Wélding", issuer=school.profile()))
HOSTED = json.dumps(_ENCLOSED, indent=1, ensure_ascii=False).encode()
SIGNED = school.as_bytes(school.sign(school.signed_assertion(narrative="Signed work.")))
BAKED = png(itxt("openbadges", HOSTED))
ADDRESS = png(itxt("openbadges", school.ASSERTION.encode()))
DRAWN = (
    b'<svg xmlns="http://www.w3.org/2000/svg" xmlns:openbadges="http://openbadges.org">'
    b'<openbadges:assertion verify="'
    + school.ASSERTION.encode()
    + b'"><![CDATA['
    + HOSTED
    + b"]]></openbadges:assertion></svg>"
)


def bundle_of(*items: bytes, entries: tuple[object, ...] = ()) -> bytes:
    document: dict[str, object] = {
        "@context": [CONTEXT_V2, CONTEXT],
        "id": _ID,
        "type": ["VerifiablePresentation"],
        "holder": HOLDER.id,
        "relatedResource": related_resources(_ID, items),
    }
    if entries:
        document["verifiableCredential"] = list(entries)
    made = issuing.secure(document, HOLDER, purpose="authentication")
    return encode_bundle(json.dumps(made).encode(), items=items)


def test_they_are_shown_as_not_checked(browser: Browser) -> None:
    shown = browser.open(fragment_of(bundle_of(HOSTED, SIGNED, BAKED, ADDRESS, DRAWN)))
    assert shown.verdict == "unchecked"
    older = {"proof": "unknown", "shared_by": "not_applicable"}
    assert shown.checks == [{"holder": "passed"}, *[older] * 5]
    assert shown.text.count("Wélding") >= 3, "as JSON, in a PNG, in an SVG"
    assert "Example School" in shown.text
    assert "Signed work." in shown.text
    assert school.ASSERTION in shown.text
    assert browser.requests() == []
    mixed = browser.open(fragment_of(bundle_of(HOSTED, entries=(issuing.good(),))))
    assert (mixed.verdict, mixed.checks[1]["proof"], mixed.checks[2]) == (
        "unchecked",
        "passed",
        older,
    )


def test_what_is_saved_is_what_was_shared(browser: Browser, tmp_path: Path) -> None:
    folder = {"behavior": "allow", "downloadPath": str(tmp_path)}
    browser.driver.execute_cdp_cmd("Browser.setDownloadBehavior", folder)
    page = tmp_path / "share.html"
    page.write_bytes(render_html(bundle_of(HOSTED, BAKED)))
    assert browser.open(page=page.as_uri()).verdict == "unchecked"
    browser.driver.execute_script(
        "[...document.querySelectorAll('.buttons > button')].find((one) => /original/i.test(one.textContent)).click()"
    )
    saved = [tmp_path / "credential-1.json", tmp_path / "credential-2.png"]
    WebDriverWait(browser.driver, 10).until(lambda _: all(path.is_file() for path in saved))
    assert [path.read_bytes() for path in saved] == [HOSTED, BAKED]


def test_a_change_beside_the_presentation_is_not_good(browser: Browser) -> None:
    good = json.loads(bundle_of(HOSTED, SIGNED))
    one, other = good["items"]
    changes = {
        "changed": [one | {"raw": one["raw"].replace("2026-03-01", "2026-03-02")}, other],
        "removed": [one],
        "emptied": [],
        "added": [one, other, {"fmt": "ob2", "raw": "{}"}],
        "swapped": [other, one],
    }
    for name, items in changes.items():
        shown = browser.open(fragment_of(json.dumps(good | {"items": items}).encode()))
        assert (shown.verdict, shown.checks[0]["inner_credentials"]) == ("invalid", "failed"), name
    assert browser.paste(json.dumps(good["vp"])).verdict == "invalid", "a part alone"
    unsigned = json.loads(bundle_of(HOSTED))
    unsigned["vp"]["relatedResource"] = good["vp"]["relatedResource"]
    shown = browser.open(fragment_of(json.dumps(unsigned | {"items": good["items"]}).encode()))
    assert (shown.verdict, shown.checks[0]) == ("invalid", {"holder": "failed"})
    newer = browser.open(
        fragment_of(json.dumps(good | {"items": [{"fmt": "ob4", "raw": ""}, other]}).encode())
    )
    assert newer.fault == "link_newer"
