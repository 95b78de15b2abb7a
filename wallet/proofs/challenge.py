"""What the receiver of a credential may ask its holder to repeat, so that a showing is for that receiver and once only.

Lives here: the question. Does not live here: comparing it with what a holder signed (`sd_jwt`, `wallet.verification`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True)
class Challenge:
    """What was asked; None where nobody asked.

    Attributes:
        audience: who the receiver is.
        nonce: the receiver's random text. Only with it can a second showing be told from the first.
        max_age: how old a key binding may be.
        of_what_is_inside: the question was asked of the presentation around the document. A key binding token here must
            not contradict it; none is needed.
    """

    audience: str | None = None
    nonce: str | None = None
    max_age: timedelta | None = None
    of_what_is_inside: bool = False

    @property
    def asks(self) -> bool:
        """Whether the holder had to prove anything at all, with this very document."""
        return not self.of_what_is_inside and bool(self.asked)

    @property
    def asked(self) -> Sequence[str]:
        """What was asked, by name."""
        named = (("audience", self.audience), ("nonce", self.nonce))
        return tuple(name for name, value in named if value is not None)
