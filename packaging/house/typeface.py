"""The window's own typeface: taken once, when it can be; without it the window is drawn in the system's sans serif."""

import fetch_fonts
from house import from_npm
from house.libraries import Options
from house.stamp import Environment

TYPEFACE = from_npm.Product(
    name="typeface",
    script="fetch_fonts.py",
    doing="Taking the window's typeface from its package (only once) ...",
    without="The window is drawn in the system's sans serif until it is there.",
    maker=fetch_fonts,
)


def ensure(prepared: Environment, options: Options, *, retry: bool) -> bool:
    """Whether the typeface is there; not asked for where there is no window."""
    return prepared.has("gui") and from_npm.ensure(TYPEFACE, prepared, options, retry=retry)
