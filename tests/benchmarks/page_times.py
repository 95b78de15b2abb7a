"""How long the page for receivers takes to say its verdict on one badge, in headless Chromium.

    python tests/benchmarks/page_times.py [--times N]

Prints one line a figure: what, median, least and most in seconds, and the goal. It measures; it never judges.
"opened" is from calling up the page with a link in its address to the verdict on the screen, on a processor slowed down
four times; "read" is from handing the link to the open page to the verdict, at full speed.
"""

import argparse
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(PROJECT), str(PROJECT / "packaging")]

from build_verify_page import OUT  # noqa: E402
from tests import base_proofs, hiding, identities, issuing  # noqa: E402
from tests.verify_page.browser import Browser  # noqa: E402
from tests.verify_page.test_shares import bundle_of, fragment_of  # noqa: E402
from wallet.credentials.detect import parse_document  # noqa: E402
from wallet.credentials.model import UnverifiedCredential  # noqa: E402
from wallet.proofs import bbs_signatures  # noqa: E402
from wallet.sharing import disclosure  # noqa: E402

SLOWED = 4
OPENED_GOAL, READ_GOAL = "3", "0.2"
_READ = """
const [text, done] = [arguments[0], arguments[1]];
const field = document.querySelector('textarea');
field.value = text;
const started = performance.now();
document.querySelector('.paste button').click();
const look = () => {
  const verdict = document.querySelector('#verdict')?.dataset.verdict;
  const fault = document.querySelector('[data-fault]')?.dataset.fault;
  if (verdict || fault) done([(performance.now() - started) / 1000, verdict ?? fault]);
  else setTimeout(look, 1);
};
look();
"""


def badges() -> Mapping[str, str]:
    """A link to one badge of each suite."""
    issuer = identities.did_key("page times", "P-256")
    made = {
        "eddsa-rdfc-2022": bundle_of(issuing.good()),
        "ecdsa-sd-2023": bundle_of(_shown(base_proofs.secure(issuing.credential(issuer), issuer))),
        "sd-jwt": bundle_of(_enveloped(hiding.issue(hiding.claims(issuer, cnf=None), issuer))),
    }
    if bbs_signatures.find_library():
        made["bbs-2023"] = bundle_of(_shown(base_proofs.secure_bbs(issuing.credential(issuer))))
    return {suite: fragment_of(bundle) for suite, bundle in made.items()}


def _shown(document: identities.Json) -> identities.Json:
    """Derived with half of its parts."""
    parsed = parse_document(json.dumps(document).encode())
    assert isinstance(parsed, UnverifiedCredential)
    parts = disclosure.find_choices(parsed).selectable
    chosen = [part.pointer for part in parts[::2]]
    (shown,) = disclosure.derive_credentials(parsed, chosen, lambda size: b"\x07" * size)
    return dict(shown.document)


def _enveloped(token: str) -> identities.Json:
    return {**issuing.enveloped(token), "id": f"data:application/dc+sd-jwt,{token}"}


def opened(browser: Browser, fragment: str) -> tuple[float, str]:
    """Seconds from calling up the page to its verdict, slowed down."""
    browser.driver.execute_cdp_cmd("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
    browser.driver.get("about:blank")
    started = time.perf_counter()
    browser.driver.get(OUT.as_uri() + fragment)
    shown = browser.shown()
    seconds = time.perf_counter() - started
    browser.driver.execute_cdp_cmd("Emulation.setCPUThrottlingRate", {"rate": 1})
    return seconds, shown.verdict or shown.fault


def read(browser: Browser, fragment: str) -> tuple[float, str]:
    """Seconds from handing the link to the open page to its verdict."""
    browser.driver.get("about:blank")
    browser.driver.get(OUT.as_uri())
    browser._wait_for("textarea")
    seconds, verdict = browser.driver.execute_async_script(_READ, f"ler-wallet:{fragment}")
    return float(seconds), str(verdict)


def main() -> int:
    """Runs the benchmark."""
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("--times", type=int, default=5)
    times = arguments.parse_args().times
    measured: Mapping[str, tuple[Callable[[Browser, str], tuple[float, str]], str]] = {
        f"opened, {SLOWED}x slower": (opened, OPENED_GOAL),
        "read": (read, READ_GOAL),
    }
    with tempfile.TemporaryDirectory() as profile:
        browser = Browser(Path(profile))
        try:
            for suite, fragment in badges().items():
                for name, (measure, goal) in measured.items():
                    found = [measure(browser, fragment) for _ in range(times + 1)][1:]
                    seconds = [each for each, _ in found]
                    verdicts = " ".join(sorted({verdict for _, verdict in found}))
                    figures = (statistics.median(seconds), min(seconds), max(seconds))
                    print(
                        "\t".join([f"{name}, {suite}: {verdicts}", *(f"{one:.3f}" for one in figures), goal])
                    )
        finally:
            browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
