"""Makes the pictures of the README anew: the real window and the real page for receivers, small enough to keep.

    python packaging/make_readme_pictures.py        (needs the window's libraries and Chromium)

The window is driven as for `run.py screens`; the page is what the command line writes for two samples, opened in
Chromium. Each picture is scaled and brought down to few colours.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image

ROOT = Path(__file__).resolve().parent.parent
OUT = ROOT / ".github" / "pictures"
WINDOW = {"-detail.png": "window.png", "-share-what.png": "sharing.png"}
PAGE = "page.png"
MOST_BYTES = 60_000
_WIDTH, _COLOURS = 960, 64
_PAGE_SIZE = (1024, 768)
_PASSPHRASE = "paper river seven lantern oak"  # noqa: S105 - of a file that is gone when this ends
_SAMPLES = ("laser-cutting.png", "small-soldering.json")


def main() -> int:
    """Writes all of them; 1 where one cannot be made or is too large."""
    sys.path.insert(0, str(ROOT))
    OUT.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        made = {PAGE: _page(Path(folder)), **_window(Path(folder))}
        for name, path in made.items():
            _keep(path, OUT / name)
    sizes = {name: (OUT / name).stat().st_size for name in made}
    sys.stdout.write("".join(f"{name}: {size} bytes\n" for name, size in sizes.items()))
    return int(any(size > MOST_BYTES for size in sizes.values()))


def _window(folder: Path) -> dict[str, Path]:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from wallet.ui.screen_variants import VARIANTS  # noqa: PLC0415
    from wallet.ui.screens import write_screens  # noqa: PLC0415

    written = write_screens(folder / "screens", [VARIANTS["light"]], say=sys.stderr.write)
    return {
        picture: next(path for path in written if path.name.endswith(ending))
        for ending, picture in WINDOW.items()
    }


def _page(folder: Path) -> Path:
    """Two samples, shared as a page that checks itself."""
    vault, page, picture = folder / "dana.lerwallet", folder / "page.html", folder / PAGE
    _cli("vault", "create", str(vault))
    files = [str(ROOT / "resources" / "samples" / "good" / name) for name in _SAMPLES]
    imported = _cli("import", "--vault", str(vault), "--json", *files)
    ids = [json.loads(line).get("id", "") for line in imported.splitlines()]
    chosen = [word for one in ids if one for word in ("--credential", one)]
    asked = ("--to", "Harbor Boat Works", "--purpose", "Summer job in the boat yard", "--until", "2030-06-30")
    _cli("share", "--vault", str(vault), *chosen, *asked, "--out", str(page))
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if browser is None:
        raise SystemExit("Chromium is needed for the page's picture.")
    wide, high = _PAGE_SIZE
    quiet = (
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--hide-scrollbars",
        f"--user-data-dir={folder}/c",
    )
    command = [browser, *quiet, f"--window-size={wide},{high}", "--virtual-time-budget=20000"]
    subprocess.run([*command, f"--screenshot={picture}", page.as_uri()], check=True, capture_output=True)
    return picture


def _cli(*words: str) -> str:
    environment = {**os.environ, "LER_WALLET_PASSPHRASE": _PASSPHRASE, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, "-P", "-m", "wallet", *words],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode not in (0, 3):
        raise SystemExit(done.stderr)
    return done.stdout


def _keep(source: Path, target: Path) -> None:
    """Fewer points and colours: flat areas and letters need no more."""
    with Image.open(source) as image:
        wide = min(_WIDTH, image.width)
        small = image.convert("RGB").resize(
            (wide, image.height * wide // image.width), Image.Resampling.LANCZOS
        )
    small.quantize(_COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE).save(target, optimize=True)


if __name__ == "__main__":
    sys.exit(main())
