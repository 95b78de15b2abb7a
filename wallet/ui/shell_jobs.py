"""What the pages of an open file have done on the vault's thread, one function for each piece of work."""

from collections.abc import Sequence
from pathlib import Path

from wallet.ui.guardian_ports import AgeRule, PastAgreement
from wallet.ui.ports import Card, OpenWallet
from wallet.ui.share_ports import WholeShare
from wallet.ui.tasks import Job


def shareable(wallet: OpenWallet, job: Job) -> tuple[Sequence[Card], AgeRule]:
    """What can be shared, and what is kept about the learner's age."""
    del job
    return wallet.cards(""), wallet.age_rule()


def agreements(wallet: OpenWallet, job: Job) -> Sequence[PastAgreement]:
    """What adults agreed to."""
    del job
    return wallet.agreements()


def whole_share(wallet: OpenWallet, share_id: str, job: Job) -> WholeShare:
    """One share of the history."""
    del job
    return wallet.share(share_id)


def beside(wallet: OpenWallet, job: Job) -> Sequence[str]:
    """Copies in the same folder that hold something else."""
    del job
    return wallet.copies_beside()


def has_kit(wallet: OpenWallet, job: Job) -> bool:
    """Whether somebody has a recovery kit."""
    del job
    return wallet.has_kit()


def known(wallet: OpenWallet, record_id: str, job: Job) -> Sequence[str]:
    """Notes that the learner knows an issuer."""
    del job
    return wallet.know_issuer(record_id)


def forgotten(wallet: OpenWallet, issuer_id: str, job: Job) -> Sequence[str]:
    """Takes that back."""
    del job
    return wallet.forget_issuer(issuer_id)


def original_name(wallet: OpenWallet, record_id: str, job: Job) -> str:
    """What to call a copy of the original."""
    del job
    return wallet.original_name(record_id)


def original_written(wallet: OpenWallet, record_id: str, out: Path, job: Job) -> str:
    """Writes the original; the name of the file."""
    del job
    wallet.write_original(record_id, out)
    return out.name


def age_kept(wallet: OpenWallet, band: str, job: Job) -> AgeRule:
    """Keeps an age that needs no code word."""
    del job
    return wallet.keep_age(band, None, None, None)


def nothing(job: Job) -> None:
    """Ends when all that was asked before has been done."""
    del job
