"""A website that every name leads to, made once for the module."""

from collections.abc import Iterator

import pytest

from tests.sites import Site, one_site

NAMES = (
    "school.example",
    "other.example",
    "third.example",
    "youthsafety.example",
    "northfield.example",
    "workready.example",
    "registry.example",
)


@pytest.fixture(scope="module")
def _site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with one_site(tmp_path_factory.mktemp("site"), *NAMES) as site:
        yield site


@pytest.fixture
def site(_site: Site) -> Site:
    """The website, with no page and as if nobody had been there."""
    _site.pages.clear()
    _site.seen.clear()
    _site.connections = 0
    return _site
