"""A headless Chromium that opens the page, as a receiver would: by link, by file, by pasted text.

Lives here: starting and stopping the browser, a fixed clock inside the page, and reading what it shows.
Every request that is not for the page itself is refused by the browser's own resolver, and counted.
"""

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.options import Options
from selenium.webdriver.chrome.service import Service
from selenium.webdriver.common.by import By
from selenium.webdriver.support.wait import WebDriverWait

from build_verify_page import OUT
from tests.issuing import NOW

_ARGUMENTS = (
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-default-apps",
    # Only this machine is ever reached, whatever a page asks for.
    "--host-resolver-rules=MAP lan.example 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
_CAMERA = ("--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream")
_SECONDS = 20
# The page's clock stands at the tests' moment, so that dates in signed things stay what they are.
_CLOCK = """
(() => {
  const moment = %d;
  const Real = Date;
  globalThis.Date = class extends Real {
    constructor(...values) { if (values.length) super(...values); else super(moment); }
    static now() { return moment; }
  };
})();
"""
_NO_SUBTLE = "Object.defineProperty(Crypto.prototype, 'subtle', {value: undefined, configurable: true});"

# Presses what a reader would press, and waits for what a reader would see.
_JUDGE = """
const [texts, published, done] = arguments;
const find = (selector) => document.querySelector(selector);
const until = async (seen) => {
  for (let turns = 0; turns < 4000; turns += 1) {
    if (seen()) return;
    await new Promise((resolve) => setTimeout(resolve, turns < 40 ? 1 : 5));
  }
  throw new Error('no answer');
};
const one = async (text) => {
  await until(() => find('textarea'));
  find('textarea').value = text;
  find('[data-fault]')?.remove();
  find('.paste button').click();
  await until(() => find('#verdict') || find('[data-fault]'));
  for (let round = 0; published && round < 3 && find('.ask button'); round += 1) {
    const before = find('#verdict');
    find('.ask button').click();
    await until(() => find('#verdict') && find('#verdict') !== before);
  }
  const verdict = find('#verdict')?.dataset.verdict ?? 'fault';
  find('.buttons > button:last-child')?.click();
  return verdict;
};
(async () => {
  const real = globalThis.fetch;
  if (published) {
    globalThis.fetch = async (url) =>
      url in published ? new Response(published[url]) : Promise.reject(new TypeError('no such address'));
  }
  const found = [];
  for (const text of texts) found.push(await one(text));
  globalThis.fetch = real;
  return found;
})().then(done, (error) => done([String(error)]));
"""


@dataclass(frozen=True, slots=True)
class Shown:
    """What the page shows.

    Attributes:
        verdict: of the whole share; "" when the page shows a fault instead.
        checks: of each part in reading order: "share", then one for each credential; check name to outcome.
        text: everything a person can read.
        fault: why nothing was checked; "" otherwise.
    """

    verdict: str
    checks: list[dict[str, str]]
    text: str
    fault: str


class Browser:
    """One window, 390 pixels wide as a phone."""

    def __init__(self, profile: Path, language: str = "en", *, film: Path | None = None) -> None:
        """With `film` (Y4M), that is what the camera sees, again and again."""
        options = Options()
        options.binary_location = shutil.which("chromium") or ""
        camera = () if film is None else (*_CAMERA, f"--use-file-for-fake-video-capture={film}")
        for argument in (*_ARGUMENTS, *camera, f"--lang={language}", f"--user-data-dir={profile}"):
            options.add_argument(argument)
        options.add_experimental_option("prefs", {"intl.accept_languages": language})
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        self.driver = webdriver.Chrome(options=options, service=Service(shutil.which("chromedriver") or ""))
        self.driver.set_page_load_timeout(_SECONDS)
        self.driver.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": 390, "height": 844, "deviceScaleFactor": 1, "mobile": True},
        )
        self._run_first(_CLOCK % int(NOW.timestamp() * 1000))

    def _run_first(self, script: str) -> None:
        self.driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": script})

    def without_web_crypto(self) -> None:
        """From the next page on, as in an old browser or on a page that is not secure."""
        self._run_first(_NO_SUBTLE)

    def open(self, fragment: str = "", *, page: str = "") -> Shown:
        """Opens the page with this behind its address, and waits for an answer."""
        self.driver.get("about:blank")
        self.driver.get((page or OUT.as_uri()) + fragment)
        return self.shown()

    def paste(self, text: str) -> Shown:
        """Opens the page and hands the text to its field, as one would paste it."""
        self.driver.get("about:blank")
        self.driver.get(OUT.as_uri())
        field = self._wait_for("textarea")
        self.driver.execute_script("arguments[0].value = arguments[1]", field, text)
        self.driver.find_element(By.CSS_SELECTOR, ".paste button").click()
        return self.shown()

    def choose(self, path: Path) -> Shown:
        """Opens the page and chooses a file."""
        self.driver.get("about:blank")
        self.driver.get(OUT.as_uri())
        self._wait_for("#file").send_keys(str(path))
        return self.shown()

    def unlock(self, words: str) -> Shown:
        """Types the words of a locked share and opens it."""
        field = self._wait_for("#words")
        self.driver.execute_script("arguments[0].value = arguments[1]", field, words)
        self.driver.execute_script("document.querySelector('[data-fault]')?.remove()")
        self.driver.find_element(By.CSS_SELECTOR, "form button").click()
        self._wait_for("#verdict, [data-fault]")
        return self.read()

    def shown(self) -> Shown:
        """What stands on the page once it has an answer."""
        self._wait_for("#verdict, [data-fault], textarea, #words")
        return self.read()

    def read(self) -> Shown:
        """What stands on the page now."""
        found: Mapping[str, Any] = self.driver.execute_script(
            """
            const checks = (part) => Object.fromEntries(
              [...part.querySelectorAll(':scope > .checks > li, :scope > li')]
                .map((row) => [row.dataset.check, row.dataset.outcome]));
            const share = document.querySelector('.checks.share');
            const parts = [...document.querySelectorAll('#main > article')];
            return {
              verdict: document.querySelector('#verdict')?.dataset.verdict ?? '',
              checks: [share ? checks(share) : {}, ...parts.map(checks)],
              text: document.body.innerText,
              fault: document.querySelector('[data-fault]')?.dataset.fault ?? '',
            };
            """
        )
        return Shown(**found)

    def judge(self, texts: Sequence[str], published: Mapping[str, str] | None = None) -> list[str]:
        """The verdict on each of these texts, pasted one after the other; "fault" where nothing could be read.

        Args:
            published: what the web answers at which address when the reader presses "Finish checking online"; the
                button is pressed wherever it is shown. None leaves it alone.
        """
        self.driver.get("about:blank")
        self.driver.get(OUT.as_uri())
        self._wait_for("textarea")
        self.driver.set_script_timeout(300)
        return list(
            self.driver.execute_async_script(
                _JUDGE, list(texts), None if published is None else dict(published)
            )
        )

    def press(self, label: str) -> None:
        """Presses the button with these words."""
        self.driver.find_element(
            By.XPATH, f"//button[contains(., '{label}') or contains(@aria-label, '{label}')]"
        ).click()

    def complaints(self) -> list[str]:
        """What the browser's console holds since last asked: errors, and what the page's own policy refused."""
        return [line["message"] for line in self.driver.get_log("browser")]  # type: ignore[no-untyped-call]

    def requests(self) -> list[str]:
        """Addresses asked for over a network since last asked; files of this machine and data are none."""
        import json  # noqa: PLC0415

        found = []
        for line in self.driver.get_log("performance"):  # type: ignore[no-untyped-call]
            message = json.loads(line["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                url = message["params"]["request"]["url"]
                if url.startswith(("http:", "https:", "ws:", "wss:")):
                    found.append(url)
        return found

    def picture(self, path: Path) -> None:
        """A screenshot."""
        self.driver.save_screenshot(str(path))

    def close(self) -> None:
        """Ends the browser and its driver."""
        self.driver.quit()

    def _wait_for(self, selector: str) -> Any:
        waiting = WebDriverWait(self.driver, _SECONDS, poll_frequency=0.02)
        return waiting.until(lambda driver: driver.find_element(By.CSS_SELECTOR, selector))


def require_browser() -> None:
    """Skips, with the reason, where there is no Chromium or the page could not be built."""
    if not shutil.which("chromium") or not shutil.which("chromedriver"):
        pytest.skip("only where Chromium and its driver are installed (packages chromium, chromium-driver)")
    if not OUT.is_file():
        pytest.skip("only where the page for receivers could be built (Node and npm)")
