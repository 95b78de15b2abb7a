"""The page for receivers: built once, when it can be; the wallet works without it and says what is missing."""

import build_verify_page
from house import from_npm
from house.libraries import Options
from house.stamp import Environment

PAGE = from_npm.Product(
    name="receiver-page",
    script="build_verify_page.py",
    doing="Building the page for receivers (only once) ...",
    without="Shares as a page that checks itself are not offered until it is there.",
    maker=build_verify_page,
)


def ensure(prepared: Environment, options: Options, *, retry: bool) -> bool:
    """Whether the page is there. A build that failed is tried again only with `retry`, so that a start stays quick."""
    return from_npm.ensure(PAGE, prepared, options, retry=retry)
