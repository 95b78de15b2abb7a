"""Each suite the wallet shares, each way a share travels: link, file, page with the share inside; and their twins."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests import base_proofs, hiding, identities, issuing
from tests.benchmarks.page_times import _enveloped, _shown
from tests.verify_page.browser import Browser, Shown
from tests.verify_page.test_shares import bundle_of, fragment_of
from tests.verify_page.test_suites import made_here
from wallet.proofs import bbs_signatures
from wallet.sharing.html_page import render_html

_TOKEN = re.compile(rb"data:application/[a-z+-]+,[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]{20}")


def bundles() -> Mapping[str, bytes]:
    issuer = identities.did_key("every way", "P-256")
    signer = identities.did_jwk("every way", "P-256")
    token = issuing.token(issuing.claims_v2(issuing.credential(signer)), signer, "ES256")
    made = {suite: bundle_of(document) for suite, document in made_here().items()}
    made |= {
        "vc+jwt": bundle_of(issuing.enveloped(token)),
        "sd-jwt": bundle_of(_enveloped(hiding.issue(hiding.claims(issuer, cnf=None), issuer))),
        "ecdsa-sd-2023": bundle_of(_shown(base_proofs.secure(issuing.credential(issuer), issuer))),
    }
    if bbs_signatures.find_library():
        made["bbs-2023"] = bundle_of(_shown(base_proofs.secure_bbs(issuing.credential(issuer))))
    return made


def twin(bundle: bytes) -> bytes:
    """One letter changed: in a token's signature, else in the name that everybody reads first."""
    token = _TOKEN.search(bundle)
    at = token.end() - 1 if token else bundle.index(b"Laser cutting")
    return bundle[:at] + (b"A" if bundle[at : at + 1] != b"A" else b"B") + bundle[at + 1 :]


def by_link(browser: Browser, bundle: bytes, _: Path) -> Shown:
    return browser.open(fragment_of(bundle))


def by_file(browser: Browser, bundle: bytes, folder: Path) -> Shown:
    (folder / "share.json").write_bytes(bundle)
    return browser.choose(folder / "share.json")


def by_page(browser: Browser, bundle: bytes, folder: Path) -> Shown:
    (folder / "share.html").write_bytes(render_html(bundle))
    return browser.open(page=(folder / "share.html").as_uri())


@pytest.mark.parametrize("way", [by_link, by_file, by_page])
def test_good_ones_are_good_and_changed_ones_are_not(
    browser: Browser, tmp_path: Path, way: Callable[[Browser, bytes, Path], Shown]
) -> None:
    browser.requests()
    for suite, bundle in bundles().items():
        shown = way(browser, bundle, tmp_path)
        assert (suite, shown.verdict, shown.checks[1]["proof"]) == (suite, "check", "passed")
        changed = way(browser, twin(bundle), tmp_path)
        assert (suite, changed.verdict, changed.checks[1]["proof"]) == (suite, "invalid", "failed")
    assert browser.requests() == []
