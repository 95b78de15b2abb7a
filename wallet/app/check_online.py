"""Checking one kept credential with the network, one question after another, and keeping what came of it.

The vault is read once at the beginning and written once at the end; what lies between knows nothing of it, so that a
slow site keeps nobody from their file.

Lives here: those three parts. Does not live here: the question in words (`ui`), requests (`wallet.exchange`), the check
(`browse`).
"""

from wallet.app.allowed_sites import allowed_sites
from wallet.app.browse import CheckedAgain, PreparedCheck, keep_again, prepared_again
from wallet.app.container import Services
from wallet.app.online import Request, with_web
from wallet.app.step_consent import StepConsent
from wallet.vault.connection import Vault
from wallet.verification.report import VerificationReport


class OnlineCheck:
    """One check that is under way; away from the vault.

    Attributes:
        consent: what the learner said so far.
        report: how the credential stands by what is known now; None before the first run.
    """

    def __init__(self, prepared: PreparedCheck, consent: StepConsent) -> None:
        self.consent = consent
        self.report: VerificationReport | None = None
        self._prepared = prepared

    def next_question(self) -> Request | None:
        """Checks with the sites that were agreed to; the next one to decide about, None when there is none left."""
        self.consent.begin()
        self.report = self._prepared.run()
        return self.consent.question

    def keep(self, vault: Vault) -> CheckedAgain | None:
        """Keeps the report with its date. Where no site could be asked, nothing is kept: there is nothing new.

        Raises:
            VaultError: as `browse.keep_again`.
        """
        if self.report is None or not self.consent.has_any or self.consent.stopped():
            return None
        return keep_again(vault, self._prepared.stored, self.report)


def begin_online(vault: Vault, record_id: str, services: Services) -> OnlineCheck:
    """Reads everything from the vault that a check needs; asks no site yet.

    Raises:
        VaultError: as for every reading of a record.
    """
    consent = StepConsent(allowed_sites(vault))
    online, _ = with_web(services, consent)
    return OnlineCheck(prepared_again(vault, record_id, online), consent)
