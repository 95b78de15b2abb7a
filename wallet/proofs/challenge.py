"""What the receiver of a credential may ask its holder to repeat, so that a showing is for that receiver and once only.

Lives here: the question. Does not live here: comparing it with what a holder signed (`sd_jwt`, `wallet.verification`).
"""

from datetime import timedelta

from wallet.lazy_dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Challenge:
    """What was asked; None where nobody asked.

    Attributes:
        audience: who the receiver is.
        nonce: the receiver's random text. Only with it can a second showing be told from the first.
        max_age: how old a key binding may be.
    """

    audience: str | None = None
    nonce: str | None = None
    max_age: timedelta | None = None

    @property
    def asks(self) -> bool:
        """Whether the holder had to prove anything at all."""
        return self.audience is not None or self.nonce is not None
