"""What comes out of a file that somebody hands in: one piece for each thing that means to be a credential.

Lives here: the types. Does not live here: taking files apart (`take_apart`), or what becomes of a piece.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from wallet.app.deep_links import Link
from wallet.credentials.gathered.entries import Entry, OwnerMarks
from wallet.credentials.model import JsonObject
from wallet.errors import Reason, WalletError


@dataclass(frozen=True, slots=True)
class Piece:
    """One thing that means to be a credential, or why it cannot be had.

    Attributes:
        name: the input it came with, as it was given.
        item: where it is inside that input: in a folder, an archive, a mail, a list; None when it is the input itself.
        marks: what its owner had put beside it in another wallet.
        inside: the part of `item` that lies inside the file `name`; "" when the file is the thing itself.
        doubt: what is not as the backup it came out of says of itself; None when nothing is.
    """

    name: str
    item: str | None
    data: bytes | None = field(repr=False)
    error: WalletError | None = None
    marks: OwnerMarks = field(default_factory=OwnerMarks)
    inside: str = ""
    doubt: Reason | None = None


@dataclass(slots=True)
class Findings:
    """What is found beside the pieces of one input, while they are gone through.

    Attributes:
        keys: private keys, as they stand there.
        keys_name: what their owner called the profile they belong to.
        has_open_keys: some of them were not locked: whoever has the file has them.
        doubts: what is not as the files themselves say, though everything in them came in.
    """

    keys: list[JsonObject] = field(default_factory=list, repr=False)
    keys_name: str | None = None
    has_open_keys: bool = False
    doubts: list[Reason] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Wishes:
    """What may be done to take things apart.

    Attributes:
        passphrase: what a locked backup may open with, as UTF-8; called when one is met; None when there is none.
        with_keys: keys are wanted, so that the envelopes around them are opened, too.
        follow: fetches what a link leads to, asking whoever has to agree (`deep_links.follow`); raises WalletError.
            None while nothing may be fetched.
    """

    passphrase: Callable[[], bytes | None] = lambda: None
    with_keys: bool = False
    follow: Callable[[Link], Sequence[Entry]] | None = None
