"""One credential to a badge site, whole and as its issuer made it: recorded like every share, before it leaves.

Lives here: what may go there, and the record. Does not live here: choosing parts (a site takes whole credentials),
signing in (`badge_site`), sending (`wallet.exchange.badge_site_reading`).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from wallet.app.badge_site import Interface, SiteAccess
from wallet.app.container import Services
from wallet.app.guardian import Consent, require_consent
from wallet.app.share import PreparedShare, prepare, record
from wallet.codecs import strict_json
from wallet.credentials.model import Format, UnverifiedCredential
from wallet.errors import Reason, SharingError
from wallet.exchange.badge_site_reading import send_credential
from wallet.vault.connection import Vault
from wallet.vault.shares import ShareRecord

CHANNEL = "site"
"""How it leaves, in the history."""
_TAKES = {Interface.OPEN_BADGES_3: Format.OPEN_BADGES_3, Interface.CLR_2: Format.CLR_2}


@dataclass(frozen=True, slots=True)
class Outgoing:
    """A credential that may go to a site, and has not.

    Attributes:
        data: what would be sent.
        is_token: it is a compact JWS.
        share: the same as a share, for the record and for whoever has to agree.
    """

    share: PreparedShare
    format: Format
    data: bytes
    is_token: bool


def prepare_outgoing(
    vault: Vault,
    record_id: str,
    host: str,
    purpose: str,
    services: Services,
    *,
    consent: Consent | None = None,
) -> Outgoing:
    """What would leave.

    Args:
        consent: the adult's agreement, where one has to agree.

    Raises:
        SharingError: GUARDIAN_NEEDED, NOT_FOR_SHARING, HOLDER_ONLY_PROOF; SENDING_NOT_OFFERED for what no site takes.
        VaultError: RECORD_NOT_FOUND, RECORD_AMBIGUOUS, IN_THE_BIN.
    """
    require_consent(vault, consent, services.clock.now())
    share = prepare(
        vault, (record_id,), to=host, purpose=purpose, until=None, services=services, with_qr=False
    )
    share = replace(share, consent=consent)
    document = _only(share.documents)
    if document.format not in _TAKES.values() or document.sd_jwt is not None:
        raise SharingError(Reason.SENDING_NOT_OFFERED, str(document.format))
    if document.jws is not None:
        return Outgoing(share, document.format, document.jws.token.encode("ascii"), is_token=True)
    return Outgoing(share, document.format, strict_json.dumps(document.document).encode(), is_token=False)


def send_out(
    vault: Vault,
    outgoing: Outgoing,
    access: SiteAccess,
    services: Services,
) -> tuple[ShareRecord, bool]:
    """Records and sends it; once recorded it may have arrived, whatever the site answers.

    Returns:
        The record, and whether the site had one that this replaced.

    Raises:
        SharingError: GUARDIAN_NEEDED; SENDING_NOT_OFFERED for a site of another kind.
        ExchangeError: as `send_credential`.
        VaultError: it could not be recorded, and was not sent.
    """
    if _TAKES.get(access.site.interface) is not outgoing.format:
        raise SharingError(Reason.SENDING_NOT_OFFERED, str(access.site.interface))
    share = replace(outgoing.share, made_at=services.clock.now())
    made = record(vault, share, CHANNEL, services, content=outgoing.data)
    return made, send_credential(access, outgoing.data, is_token=outgoing.is_token)


def _only(documents: Sequence[UnverifiedCredential]) -> UnverifiedCredential:
    if len(documents) != 1:
        raise SharingError(Reason.SENDING_NOT_OFFERED, "several credentials in one")
    return documents[0]
