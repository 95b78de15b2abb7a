"""One browser for all tests of this folder."""

from collections.abc import Iterator

import pytest

from tests.verify_page.browser import Browser, require_browser


@pytest.fixture(scope="session")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    require_browser()
    opened = Browser(tmp_path_factory.mktemp("chromium"))
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def spanish_browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    require_browser()
    opened = Browser(tmp_path_factory.mktemp("chromium-es"), "es")
    yield opened
    opened.close()


@pytest.fixture
def without_web_crypto(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    require_browser()
    opened = Browser(tmp_path_factory.mktemp("chromium-old"))
    opened.without_web_crypto()
    yield opened
    opened.close()
