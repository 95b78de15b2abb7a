"""The shape of the tree: what may lie at the top, how long a module may be, what must not be written down anywhere."""

import re
from pathlib import Path

import pytest

from tests.architecture.tree import project_files, python_files
from tests.shared_data import PROJECT

TOP_LEVEL = {
    *("pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md"),
    *("wallet", "resources", "tests", "packaging"),
    *(".ci", ".github", ".gitignore", ".gitattributes", ".editorconfig"),
}
LONGEST_MODULE = 400

# Where packages are fetched from is the business of the machine that installs; in a file it would tie every user to it.
REGISTRY = re.compile(
    r'"resolved": *"http|https?://[^ "]+\.(whl|tgz|tar\.gz|deb)\b|--(extra-)?index-url|https?://[^ "]+/simple(/|"|$)',
    re.MULTILINE,
)
PRODUCT_CODE = ("wallet", "packaging")
MARKS = ("TO" + "DO", "FIX" + "ME", "XX" + "X", "HA" + "CK", "NotImplemented" + "Error")
UNFINISHED = re.compile(rf"\b({'|'.join(MARKS)})\b")


def text_of(path: Path) -> str:
    """The file as text; empty for pictures and other bytes."""
    try:
        return (PROJECT / path).read_text("utf-8")
    except UnicodeDecodeError:
        return ""


def test_only_the_agreed_names_lie_at_the_top() -> None:
    assert {path.parts[0] for path in project_files()} <= TOP_LEVEL


@pytest.mark.parametrize("folder", ["wallet", "resources", "tests", "packaging"])
def test_each_folder_opens_with_a_readme(folder: str) -> None:
    assert (PROJECT / folder / "README.md").is_file()


@pytest.mark.parametrize("folder", PRODUCT_CODE)
def test_no_module_is_so_long_that_it_must_be_two(folder: str) -> None:
    lengths = {path: len(text_of(path).splitlines()) for path in python_files(folder)}
    assert [f"{path}: {lines}" for path, lines in lengths.items() if lines > LONGEST_MODULE] == []


def machine_paths() -> list[str]:
    """This checkout and this user's home, as they would read in a file that was written on this machine."""
    places = [PROJECT, PROJECT.parent, Path.home()]
    return [f"{place}/" for place in places if len(place.parts) > 1]


def test_no_file_names_a_path_of_the_machine_it_was_made_on() -> None:
    found = []
    for place in machine_paths():
        pattern = re.compile(r"(?<![A-Za-z0-9_.-])" + re.escape(place))
        found += [f"{path}: {place}" for path in project_files() if pattern.search(text_of(path))]
    assert found == []


def test_no_file_names_a_package_registry() -> None:
    assert [str(path) for path in project_files() if REGISTRY.search(text_of(path))] == []


@pytest.mark.parametrize(
    "line",
    [
        '"resolved": ' + '"https://registry.example/a"',
        "https://files.example/packages/a-1.0-py3-none-any" + ".whl",
        "--index" + "-url https://mirror.example",
        "https://mirror.example/sim" + "ple/",
    ],
)
def test_the_registry_pattern_sees_what_it_is_for(line: str) -> None:
    assert REGISTRY.search(line)


def test_product_code_carries_no_marks_of_unfinished_work() -> None:
    files = [path for folder in PRODUCT_CODE for path in python_files(folder)]
    assert [str(path) for path in files if UNFINISHED.search(text_of(path))] == []


def test_what_has_a_share_here_has_its_full_length_in_the_long_runs() -> None:
    """`run.py assure` takes what is marked `long`; a run without the mark would never have its full length."""
    sharing = [path for path in python_files("tests") if "from tests.assurance import" in text_of(path)]
    unmarked = [str(path) for path in sharing if "pytest.mark.long" not in text_of(path)]
    assert len(sharing) > 15
    assert unmarked == []
