"""What a Linux desktop is told of the program: which files and links are its own, and how they are opened."""

import configparser
import shutil
import subprocess
from xml.etree import ElementTree as ET

import pytest

from house.places import ROOT
from wallet.vault.key_derivation import LEAST_PROFILE, new_salt

LINUX = ROOT / "packaging" / "linux"
SPACE = "{http://www.freedesktop.org/standards/shared-mime-info}"


def entry() -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(LINUX / "ler-wallet.desktop", "utf-8")
    return parser["Desktop Entry"]


def test_a_file_or_link_is_opened_by_the_window_whatever_it_is_called() -> None:
    assert entry()["Exec"] == "ler-wallet --open %U"
    assert entry()["Terminal"] == "false"


def test_only_files_and_links_of_its_own_are_claimed() -> None:
    claimed = {name for name in entry()["MimeType"].split(";") if name}
    kinds = ET.parse(LINUX / "ler-wallet.xml").getroot().findall(f"{SPACE}mime-type")
    assert claimed == {kind.get("type") for kind in kinds} | {"x-scheme-handler/ler-wallet"}
    globs = {glob.get("pattern") for kind in kinds for glob in kind.findall(f"{SPACE}glob")}
    assert globs == {"*.lerwallet", "*.lershare"}


def test_a_wallet_file_is_known_by_its_first_bytes() -> None:
    match = ET.parse(LINUX / "ler-wallet.xml").getroot().find(f".//{SPACE}match")
    assert match is not None
    assert new_salt(LEAST_PROFILE, bytes(11)).startswith(str(match.get("value")).encode())


def test_what_is_said_in_english_is_said_in_spanish() -> None:
    names = set(entry())
    assert {f"{name}[es]" for name in ("GenericName", "Comment", "Keywords")} <= names


def test_the_validator_has_nothing_to_say() -> None:
    if shutil.which("desktop-file-validate") is None:
        pytest.skip("only where desktop-file-validate is")
    done = subprocess.run(
        ["desktop-file-validate", str(LINUX / "ler-wallet.desktop")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "")
