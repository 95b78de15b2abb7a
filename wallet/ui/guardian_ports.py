"""What the pages ask about the learner's age and the adult who agrees, and the values that travel between the two.

Lives here: that part of `ports.OpenWallet`. Does not live here: the implementation (`guardian_cases`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from wallet.ui.share_ports import PreparedShare

NOT_SAID, UNDER_13, TEEN, ADULT = "", "under-13", "13-17", "18+"
"""What a learner may say about their age."""


@dataclass(frozen=True, slots=True)
class AgeRule:
    """What is kept about the learner's age.

    Attributes:
        band: NOT_SAID, UNDER_13, TEEN or ADULT.
        has_code: whether an adult chose a code word, without which it cannot be changed.
        on_paper: whether the adult signs a form for each share instead.
        by_school: the school wants an adult to agree.
        changes_on: when it changes by itself, None when no birth year was given.
        ended_on: the 18th birthday on which it ended by itself.
    """

    band: str = NOT_SAID
    has_code: bool = False
    changes_on: date | None = None
    ended_on: date | None = None
    on_paper: bool = False
    by_school: bool = False

    @property
    def asks(self) -> bool:
        """Whether an adult has to agree to each share."""
        return self.band == UNDER_13 or self.by_school


@dataclass(frozen=True, slots=True)
class Agreement:
    """What an adult said to one share; `form` is the photo or scan of what they signed."""

    guardian: str
    relation: str
    may_pass_on: bool
    form: Path | None = None


@dataclass(frozen=True, slots=True)
class PastAgreement:
    """An adult's agreement in the history; `withdrawn_at` is when it was taken back."""

    share_id: str
    said: Agreement
    agreed_at: datetime
    to: str
    purpose: str
    titles: Sequence[str]
    withdrawn_at: datetime | None


class GuardianWallet(Protocol):
    """The part of an open file about age and agreement. Every call belongs to the vault's thread."""

    def age_rule(self) -> AgeRule:
        """What is kept about the learner's age."""
        ...

    def keep_age(
        self, band: str, year: int | None, present: bytearray | None, new: bytearray | None
    ) -> AgeRule:
        """Keeps another age; `present` is the adult's code word where there is one, `new` the one from now on.

        Both are wiped.
        """
        ...

    def agree(self, prepared: "PreparedShare", agreement: Agreement, code: bytearray) -> "PreparedShare":
        """The same share with the adult's agreement; wipes the code word."""
        ...

    def write_form(self, prepared: "PreparedShare", out: Path) -> None:
        """Writes a form to print that the adult signs, with both lists of this share, to a new PDF."""
        ...

    def agreements(self) -> Sequence[PastAgreement]:
        """What adults agreed to, newest first."""
        ...

    def withdraw(self, share_id: str, code: bytearray | None) -> PastAgreement:
        """Takes one back; wipes the code word."""
        ...

    def write_agreements(self, out: Path) -> None:
        """Writes them as a table to a new file."""
        ...
