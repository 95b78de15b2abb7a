"""`TrustsIssuers` over the real use cases: the learner's lists of issuers, and the issuers they know.

Lives here: what of them a page is told. Does not live here: a list from the web (`online_cases`).
"""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from wallet.app import browse, kept_trust_lists, known_issuers
from wallet.app.container import Services
from wallet.app.unlock import Vault
from wallet.codecs.timestamps import parse_datetime
from wallet.ui.trust_ports import IssuerList, KnownIssuer, OwnView


class OwnTrust:
    """The part of an open wallet about whom its owner trusts; every call on the thread that opened it."""

    def __init__(self, vault: Vault, services: Services) -> None:
        self._vault = vault
        self._services = services

    def own_view(self) -> OwnView:
        """The learner's lists and issuers."""
        now = self._services.clock.now()
        kept = kept_trust_lists.kept_trust_lists(self._vault)
        known = known_issuers.known_issuers(self._vault).issuers
        return OwnView(
            tuple(_issuer_list(one, now) for one in kept),
            tuple(KnownIssuer(one.id, next(iter(one.names), "")) for one in known),
        )

    def know_issuer(self, record_id: str) -> Sequence[str]:
        """Puts the issuer on the learner's own list."""
        issuer = browse.details(self._vault, record_id).credential.issuer
        known_issuers.remember_issuer(self._vault, issuer.id, issuer.name)
        return browse.ids_of_issuer(self._vault, issuer.id)

    def forget_issuer(self, issuer_id: str) -> Sequence[str]:
        """Takes it off."""
        known_issuers.forget_issuer(self._vault, issuer_id)
        return browse.ids_of_issuer(self._vault, issuer_id)

    def add_list(self, path: Path) -> Sequence[str]:
        """Keeps a list."""
        kept_trust_lists.add_trust_list(self._vault, path, self._services.clock.now())
        return browse.all_ids(self._vault)

    def take_list(self, title: str, body: bytes) -> Sequence[str]:
        """Keeps the bytes of a list."""
        kept_trust_lists.keep_trust_list(self._vault, body, title, self._services.clock.now())
        return browse.all_ids(self._vault)

    def remove_list(self, list_id: str) -> Sequence[str]:
        """Takes it away."""
        kept_trust_lists.remove_trust_list(self._vault, list_id)
        return browse.all_ids(self._vault)


def _issuer_list(kept: kept_trust_lists.KeptTrustList, now: datetime) -> IssuerList:
    found = kept.list
    return IssuerList(
        kept.id,
        found.title,
        found.publisher or "",
        found.made_at,
        found.valid_until,
        found.is_in_force(now),
        len(found.issuers),
        parse_datetime(kept.added_at),
    )
