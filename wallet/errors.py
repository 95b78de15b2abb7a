"""The whole exception tree; each error carries a reason code (`reasons`).

    WalletError
     +-- ResourceError      a file that travels with the program is missing, changed, or not known
     +-- CodecError         bytes or text that are not what they must be (JSON, base58, PNG chunks ...)
     +-- CredentialError    readable, but not a credential this program understands
     +-- ProofError         a proof that does not hold, or cannot be tried
     |    +-- UndecidableProofError   nothing is known to be wrong: the key or the suite is out of reach
     +-- VerificationError  a source of documents or the verifier was set up wrongly
     +-- VaultError         the encrypted file: wrong passphrase, damage, no space ...
     |    +-- NoRoomError   disk_full, with how much room is needed
     |    +-- InUseError    vault_in_use, with by whom
     |    +-- RecoveryKitError   words or a code that are not a kit, or not this file's
     +-- SharingError       something cannot leave the wallet in the way that was asked
     +-- ExchangeError      the network would not do what somebody asked of it
     |    +-- SiteBusyError   site_busy, with for how long
     |    +-- NotFollowedError   needs_network or offer_to_take, with the link that nobody followed yet
     +-- AppError           a use case could not be carried out (input missing, output exists ...)

Lives here: classes. Does not live here: codes, or sentences. ``wallet.app.reason_texts`` words each code for people.
Standard library only.
"""

from wallet.reasons import Reason

__all__ = [
    "AppError",
    "CodecError",
    "CredentialError",
    "ExchangeError",
    "InUseError",
    "NoRoomError",
    "NotFollowedError",
    "ProofError",
    "Reason",
    "RecoveryKitError",
    "ResourceError",
    "SharingError",
    "SiteBusyError",
    "UndecidableProofError",
    "VaultError",
    "VerificationError",
    "WalletError",
]


class WalletError(Exception):
    """Root of every error this program raises on purpose.

    Attributes:
        reason: the stable code; what a caller decides on and what people are told about.
        detail: a short technical note for ``--debug`` and logs. Never a passphrase, key, claim value or file path.
    """

    def __init__(self, reason: Reason, detail: str = "") -> None:
        super().__init__(f"{reason}: {detail}" if detail else str(reason))
        self.reason = reason
        self.detail = detail


class ResourceError(WalletError):
    """A file that travels with the program is missing, was changed, or is not known."""


class CodecError(WalletError):
    """Bytes or text are not in the form they must have."""


class CredentialError(WalletError):
    """What was read is not a credential, or breaks its data model."""


class ProofError(WalletError):
    """A proof does not hold."""


class UndecidableProofError(ProofError):
    """A proof could not be tried: unsupported suite, or a key that is out of reach."""


class VerificationError(WalletError):
    """A source of documents is set up wrongly."""


class VaultError(WalletError):
    """The encrypted file could not be opened, read or written."""


class NoRoomError(VaultError):
    """There is too little room for something whose size is known.

    Attributes:
        needed_bytes: how much room it takes.
    """

    def __init__(self, needed_bytes: int) -> None:
        super().__init__(Reason.DISK_FULL, f"{needed_bytes} bytes needed")
        self.needed_bytes = needed_bytes


class InUseError(VaultError):
    """Another program has the encrypted file open.

    Attributes:
        user, computer: whose program, and where, as it says itself; "" when it is not known.
        process: its number on that computer; None when it is not known.
    """

    def __init__(self, user: str = "", computer: str = "", process: int | None = None) -> None:
        super().__init__(Reason.VAULT_IN_USE, "another program holds the lock")
        self.user = user
        self.computer = computer
        self.process = process


class RecoveryKitError(VaultError):
    """What was given is not a recovery kit, or not one of this file.

    Attributes:
        positions: which of the 24 words are on no list, counted from 1; empty when that is not what is wrong.
    """

    def __init__(self, reason: Reason, detail: str = "", positions: tuple[int, ...] = ()) -> None:
        super().__init__(reason, detail)
        self.positions = positions


class SharingError(WalletError):
    """Something cannot leave the wallet, or cannot be read back, in the way that was asked."""


class ExchangeError(WalletError):
    """The network, or another computer in it, would not do what somebody asked for."""


class SiteBusyError(ExchangeError):
    """A site wants to be left alone for a while.

    Attributes:
        seconds: for how long; None when it does not say.
    """

    def __init__(self, seconds: int | None) -> None:
        super().__init__(Reason.SITE_BUSY, "" if seconds is None else f"for {seconds} s")
        self.seconds = seconds


class NotFollowedError(ExchangeError):
    """All there is here is a link, and nobody said that it may be followed.

    Attributes:
        link: where it leads; hostile text. Whoever has the link of an offer may be able to take what is offered.
    """

    def __init__(self, link: str, reason: Reason = Reason.NEEDS_NETWORK) -> None:
        super().__init__(reason, "only a link")
        self.link = link


class AppError(WalletError):
    """A use case could not be carried out."""
