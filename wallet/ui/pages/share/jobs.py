"""What the share sheet has done on other threads, one function for each piece of work."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from wallet.ui.guardian_ports import Agreement
from wallet.ui.ports import OpenWallet
from wallet.ui.share_ports import Nearby, OfferedParts, PreparedShare, ShareDraft
from wallet.ui.tasks import Job


class Leaving(NamedTuple):
    """What leaves, and how."""

    prepared: PreparedShare
    channel: str


def parts_of(wallet: OpenWallet, record_id: str, job: Job) -> OfferedParts:
    """What can be left out."""
    del job
    return wallet.parts(record_id)


def prepared_share(wallet: OpenWallet, draft: ShareDraft, job: Job) -> PreparedShare:
    """Builds and reads back."""
    del job
    return wallet.prepare(draft)


def sent_share(wallet: OpenWallet, way: Leaving, out: Path | None, secret: bytearray | None, job: Job) -> str:
    """Writes and records; the id."""
    del job
    return wallet.send(way.prepared, way.channel, out, secret)


def agreed_share(
    wallet: OpenWallet, prepared: PreparedShare, agreement: Agreement, code: bytearray, job: Job
) -> PreparedShare:
    """The same share with an adult's agreement."""
    del job
    return wallet.agree(prepared, agreement, code)


def written_form(wallet: OpenWallet, prepared: PreparedShare, out: Path, job: Job) -> str:
    """A form for an adult to sign; its name."""
    del job
    wallet.write_form(prepared, out)
    return out.name


def drawn_frames(wallet: OpenWallet, prepared: PreparedShare, job: Job) -> Sequence[Sequence[bytes]]:
    """Draws a row of codes and records."""
    del job
    return wallet.send_frames(prepared)


def opened_nearby(wallet: OpenWallet, prepared: PreparedShare, job: Job) -> Nearby:
    """Opens in the same room."""
    del job
    return wallet.open_nearby(prepared)


def ended_nearby(wallet: OpenWallet, job: Job) -> None:
    """Ends what is open there, also what is just being opened."""
    del job
    wallet.end_nearby()


def closed(nearby: Nearby, job: Job) -> None:
    """Ends it at once."""
    del job
    nearby.close()


def written_picture(wallet: OpenWallet, prepared: PreparedShare, out: Path, job: Job) -> str:
    """One more picture of the code."""
    del job
    wallet.write_picture(prepared, out)
    return out.name


def written_copy(wallet: OpenWallet, share_id: str, out: Path, job: Job) -> str:
    """The same bytes again."""
    del job
    wallet.write_share(share_id, out)
    return out.name
