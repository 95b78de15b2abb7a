"""How much work one verification may cost, whatever it is asked to look at.

A presentation holds credentials, they hold endorsements, each with proofs and lists of its own: every part may stay
below its own limits and the whole still keep a computer busy for hours. So all parts draw on one allowance.

Lives here: the allowance. Does not live here: the limits of a single document (`hidden_content`) and of a single
canonicalization (`rdfc10`), which are the document's own fault and refuse it.
"""

from wallet.errors import Reason, UndecidableProofError

# One unit is a few microseconds: one JSON-LD value read along a plan, or one step of an n-degree hash.
DEFAULT_UNITS = 1_500_000
# Measured in units: reading and checking one small credential without its JSON-LD, verifying one signature.
DOCUMENT_UNITS = 200
SIGNATURE_UNITS = 100
# General JSON-LD expansion takes so many times longer than the walk along plans.
EXPANSION_FACTOR = 4
# Working out what the terms of one combination of contexts mean.
CONTEXT_UNITS = 200
# Unpacking so many bytes of a status list takes one unit.
BYTES_PER_UNIT = 1_000


class Work:
    """What is left for one verification; never refilled."""

    __slots__ = ("left",)

    def __init__(self, units: int = DEFAULT_UNITS) -> None:
        self.left = units

    def spend(self, units: int) -> None:
        """Takes units before the work they stand for is done.

        Raises:
            UndecidableProofError: TOO_COMPLEX. Nothing is known to be wrong with what was not looked at.
        """
        self.left -= units
        if self.left < 0:
            raise UndecidableProofError(Reason.TOO_COMPLEX, "work of one verification")
