"""Which packages of the system are asked for, by their names on this release."""

from pathlib import Path

import pytest

from house.system import (
    Distribution,
    apt_line,
    ensure_compiler,
    not_installed,
    package_names,
    parse_os_release,
)

BOOKWORM = 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nVERSION_ID="12"\nID=debian\n'
NOBLE = 'NAME="Ubuntu"\nVERSION_ID="24.04"\nID=ubuntu\nID_LIKE=debian\n'
JAMMY = 'VERSION_ID="22.04"\nID=ubuntu\nID_LIKE=debian\n'
TRIXIE = 'VERSION_ID="13"\nID=debian\n'
SID = "ID=debian\nVERSION_CODENAME=sid\n"
FEDORA = "ID=fedora\nVERSION_ID=43\n"


@pytest.mark.parametrize(
    ("text", "glib"),
    [
        (BOOKWORM, "libglib2.0-0"),
        (JAMMY, "libglib2.0-0"),
        (TRIXIE, "libglib2.0-0t64"),
        (NOBLE, "libglib2.0-0t64"),
        (SID, "libglib2.0-0t64"),
    ],
)
def test_the_renamed_package_is_asked_for_by_the_name_of_the_release(text: str, glib: str) -> None:
    names = package_names(parse_os_release(text), x11=False, wayland=False)
    assert glib in names
    assert sum(name.startswith("libglib") for name in names) == 1


def test_another_family_of_systems_gets_no_debian_names() -> None:
    assert package_names(parse_os_release(FEDORA), x11=True, wayland=True) == ()
    assert package_names(Distribution("", (), 0), x11=False, wayland=False) == ()


def test_a_window_needs_more_than_a_picture() -> None:
    debian = parse_os_release(BOOKWORM)
    offscreen = set(package_names(debian, x11=False, wayland=False))
    assert offscreen < set(package_names(debian, x11=True, wayland=False))
    assert "libxcb-cursor0" in package_names(debian, x11=True, wayland=False)
    assert "libwayland-cursor0" in package_names(debian, x11=False, wayland=True)


def test_only_what_dpkg_does_not_have_installed_is_missing() -> None:
    said = "libgl1 installed\nlibegl1 config-files\ndpkg-query: no packages found matching libx11-6\n"
    assert not_installed(["libgl1", "libegl1", "libx11-6"], said) == ["libegl1", "libx11-6"]
    assert not_installed(["libgl1"], said) == []


def test_the_line_to_run_uses_sudo_only_for_an_ordinary_user() -> None:
    assert apt_line(["a", "b"], root=False).count("sudo ") == 2
    assert apt_line(["a", "b"], root=False).endswith("install --no-install-recommends a b")
    assert "sudo" not in apt_line(["a", "b"], root=True)


def test_a_compiler_that_is_there_is_not_installed_again(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "cc").write_text("#!/bin/sh\n")
    (tmp_path / "cc").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert ensure_compiler({})
    (tmp_path / "cc").unlink()
    monkeypatch.setattr("house.system.is_root", lambda: False)
    assert not ensure_compiler({}), "the twin: nobody but root may install one"
