"""What is in an input of `verify` that holds many things: archives, mails, backups, lists, links that may be followed.

Lives here: the joint to `gather`, which is slow to load and of no use to most inputs. Does not live here: verifying.
"""

from collections.abc import Callable, Iterator

from wallet.app.container import Services
from wallet.app.gather import Findings, Gatherer, Piece
from wallet.app.inputs import InputItem


def pieces_inside(
    item: InputItem, services: Services, passphrase: Callable[[], bytes | None]
) -> Iterator[Piece]:
    """The pieces of one input; keys in it are not looked at.

    Args:
        passphrase: what a locked backup may open with; None when there is none.
    """
    yield from Gatherer(passphrase, follow=services.follow).pieces(item, Findings())
