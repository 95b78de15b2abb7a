"""Purposes people share for, each with what usually goes with it. Every choice can be changed afterwards.

Lives here: the table. Does not live here: the words for each (cli, ui), or building a share (`share`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from wallet.app.part_starts import RECORDS, USUAL, WORK, Starts
from wallet.errors import AppError, Reason


@dataclass(frozen=True, slots=True)
class ShareTemplate:
    """One purpose.

    Attributes:
        receiver: "employer", "registrar" or "other".
        purpose: what it is for, in English.
        days: how long it lasts.
        starts: the kinds of parts that start with a tick.
        kind: the end of the file that suits it best, a key of `share_forms.CHANNELS`.
        with_note: the learner usually adds words of their own.
    """

    name: str
    receiver: str
    purpose: str
    days: int
    starts: Starts
    kind: str
    with_note: bool = False


_ALL = (
    ShareTemplate("internship", "employer", "Internship", 30, USUAL, ".html"),
    ShareTemplate("first-job", "employer", "First job", 30, USUAL, ".pdf"),
    ShareTemplate("salary-talk", "employer", "Pay talk", 14, WORK, ".html"),
    # the page is both: a file their programs check, and a page that people read
    ShareTemplate(
        "advanced-standing", "registrar", "Advanced standing", 90, RECORDS, ".html", with_note=True
    ),
    ShareTemplate("reference", "other", "A reference", 30, USUAL, ".pdf"),
)

TEMPLATES: Mapping[str, ShareTemplate] = MappingProxyType({one.name: one for one in _ALL})
"""Every template by its name, in the order they are offered."""


def template(name: str) -> ShareTemplate:
    """One template.

    Raises:
        AppError: USAGE when there is none of this name.
    """
    found = TEMPLATES.get(name)
    if found is None:
        raise AppError(Reason.USAGE, f"templates are: {', '.join(TEMPLATES)}")
    return found
