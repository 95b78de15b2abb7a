"""A desk whose drawers are opened late: the heavy libraries are loaded on a worker thread after the first paint."""

import importlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from wallet.app.container import Services
from wallet.errors import WalletError

if TYPE_CHECKING:
    from wallet.ui.care_ports import CopyFound, Damage, PutBack, SavedRest
    from wallet.ui.offer_ports import OfferWork, PromisedItem, PromiseWork
    from wallet.ui.ports import Candidate, Desk, FollowsLink, Incoming, OpenWallet
    from wallet.ui.site_ports import Conversation, Fetched, SitePlan


class LateDesk:
    """A `Desk` that imports `wallet.ui.use_cases` on its first call. To be called on worker threads only."""

    def __init__(self, make_services: Callable[[], Services], seen: Path | None = None) -> None:
        """`seen` is where is remembered how far each file had come; None for nowhere."""
        self._make_services = make_services
        self._seen = seen
        self._lock = Lock()
        self._desk: Desk | None = None

    def warm_up(self) -> None:
        """Loads everything now."""
        self._ready()

    def create(self, path: Path, passphrase: bytearray) -> "OpenWallet":
        """See `Desk`."""
        return self._ready().create(path, passphrase)

    def open(self, path: Path, passphrase: bytearray) -> "OpenWallet":
        """See `Desk`."""
        return self._ready().open(path, passphrase)

    def recover(self, path: Path, given: bytes, passphrase: bytearray) -> "OpenWallet":
        """See `Desk`."""
        return self._ready().recover(path, given, passphrase)

    def read(self, names: Sequence[str], passphrase: bytes = b"") -> "Iterable[Incoming]":
        """See `Desk`."""
        return self._ready().read(names, passphrase)

    def read_text(self, name: str, data: bytes) -> "Iterable[Incoming]":
        """See `Desk`."""
        return self._ready().read_text(name, data)

    def follow(self, link: str, allowed: Mapping[str, bool]) -> "FollowsLink":
        """See `Desk`."""
        return self._ready().follow(link, allowed)

    def look_at_offer(self, text: str, allowed: Mapping[str, bool]) -> "OfferWork":
        """See `Desk`."""
        return self._ready().look_at_offer(text, allowed)

    def ask_for_promised(self, items: "Sequence[PromisedItem]", allowed: Mapping[str, bool]) -> "PromiseWork":
        """See `Desk`."""
        return self._ready().ask_for_promised(items, allowed)

    def samples(self) -> "Iterable[Incoming]":
        """See `Desk`."""
        return self._ready().samples()

    def check(self, name: str, found: bytes | WalletError) -> "Candidate":
        """See `Desk`."""
        return self._ready().check(name, found)

    def damage_of(self, path: Path, passphrase: bytearray) -> "Damage":
        """See `Mends`."""
        return self._ready().damage_of(path, passphrase)

    def save_what_is_left(self, path: Path, new: Path, passphrase: bytearray) -> "SavedRest":
        """See `Mends`."""
        return self._ready().save_what_is_left(path, new, passphrase)

    def copies_of(self, path: Path, folders: Sequence[Path]) -> "Sequence[CopyFound]":
        """See `Mends`."""
        return self._ready().copies_of(path, folders)

    def put_back(self, copy: Path, path: Path, passphrase: bytearray) -> "PutBack":
        """See `Mends`."""
        return self._ready().put_back(copy, path, passphrase)

    def fetch_badges(self, plan: "SitePlan", talk: "Conversation") -> "Fetched":
        """See `VisitsSites`."""
        return self._ready().fetch_badges(plan, talk)

    def request_in(self, path: Path) -> str:
        """See `Desk`."""
        return self._ready().request_in(path)

    def _ready(self) -> "Desk":
        with self._lock:
            if self._desk is None:
                module = importlib.import_module("wallet.ui.use_cases")
                desk: Desk = module.make_desk(self._make_services(), self._seen)
                self._desk = desk
            return self._desk
