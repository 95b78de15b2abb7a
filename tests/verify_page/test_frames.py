"""A share too big for one code: its frames, as pictures, are collected by the page in any order."""

from pathlib import Path

from PIL import Image

from tests import issuing
from tests.verify_page.browser import Browser, Shown, require_browser
from tests.verify_page.test_shares import ISSUER, bundle_of
from wallet.sharing.frames import split_link
from wallet.sharing.link import encode_link
from wallet.sharing.qr import make_qr, render_png

TITLE = issuing.good()["credentialSubject"]["achievement"]["name"]


def pictures(folder: Path) -> list[Path]:
    """The frames of a share of three credentials, which no single code holds."""
    bundle = bundle_of(
        issuing.good(),
        issuing.secure(issuing.credential(ISSUER, name="Second one"), ISSUER),
        issuing.secure(issuing.credential(ISSUER, name="Third one"), ISSUER),
        purpose="a summer job",
    )
    found = []
    for number, frame in enumerate(split_link(encode_link(bundle)), 1):
        found.append(folder / f"{number}.png")
        found[-1].write_bytes(render_png(make_qr(frame), 4))
    return found


def offer(browser: Browser, paths: list[Path], until: str) -> Shown:
    """Chooses these pictures at once, and waits for `until`."""
    browser.driver.get("about:blank")
    browser.driver.get(browser_page())
    browser._wait_for("#file").send_keys("\n".join(map(str, paths)))
    browser._wait_for(until)
    return browser.read()


def film_of(pictures: list[Path], out: Path) -> Path:
    """A film of these pictures, three a second. Source: the header and frame marks of YUV4MPEG2, 4:2:0."""
    width, height = 640, 480
    with out.open("wb") as film:
        film.write(f"YUV4MPEG2 W{width} H{height} F3:1 Ip A1:1 C420mpeg2\n".encode())
        for path in pictures:
            whole = Image.new("L", (width, height), 235)
            code = Image.open(path).convert("L")
            whole.paste(code, ((width - code.width) // 2, (height - code.height) // 2))
            film.write(b"FRAME\n" + whole.tobytes() + bytes([128]) * (width * height // 2))
    return out


def test_a_camera_collects_the_row_of_codes(tmp_path: Path) -> None:
    require_browser()
    browser = Browser(tmp_path / "chromium", film=film_of(pictures(tmp_path), tmp_path / "codes.y4m"))
    try:
        browser.open()
        browser.press("Scan with the camera")
        browser._wait_for("#verdict")
        shown = browser.read()
        assert shown.verdict == "check"
        assert TITLE in shown.text
        assert browser.requests() == []
    finally:
        browser.close()


def browser_page() -> str:
    from build_verify_page import OUT  # noqa: PLC0415

    return OUT.as_uri()


def test_pictures_of_all_frames_make_the_share(browser: Browser, tmp_path: Path) -> None:
    frames = pictures(tmp_path)
    assert len(frames) >= 2
    shown = offer(browser, [frames[-1], *frames[:-1]], "#verdict")
    assert shown.verdict == "check"
    assert len(shown.checks) == 4
    assert TITLE in shown.text


def test_one_frame_says_how_many_are_missing(browser: Browser, tmp_path: Path) -> None:
    frames = pictures(tmp_path)
    shown = offer(browser, frames[:1], "#frames")
    assert (shown.verdict, shown.fault) == ("", "")
    assert f"1 of {len(frames)} codes are here" in shown.text


def test_frames_pasted_one_by_one_and_a_changed_one(browser: Browser) -> None:
    bundle = bundle_of(issuing.good(), purpose="x" * 900 + "".join(map(chr, range(33, 127))))
    frames = list(split_link(encode_link(bundle)))
    changed = frames[-1][:-1] + ("1" if frames[-1][-1] != "1" else "2")
    assert len(frames) >= 2
    browser.driver.get("about:blank")
    browser.driver.get(browser_page())
    for text in (*frames[:-1], changed):
        field = browser._wait_for("textarea")
        browser.driver.execute_script("arguments[0].value = arguments[1]", field, text)
        browser.driver.find_element("css selector", ".paste button").click()
    browser._wait_for("[data-fault]")
    assert browser.read().fault in ("link_malformed", "not_readable")
