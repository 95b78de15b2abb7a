"""The part of an open file about age and agreement, over the use cases of `wallet.app`."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from wallet.app import consents, guardian, share_preview
from wallet.app.consent_form import render_form
from wallet.app.container import Services
from wallet.app.output import write_new_file
from wallet.app.share import PreparedShare as BuiltShare
from wallet.app.signed_form import read_signed_form
from wallet.app.unlock import Vault
from wallet.ui.guardian_ports import NOT_SAID, AgeRule, Agreement, PastAgreement
from wallet.ui.languages import spoken
from wallet.ui.share_ports import PreparedShare


class VaultGuardian:
    """`GuardianWallet` over one vault; every call on the thread that opened it."""

    def __init__(self, vault: Vault, services: Services) -> None:
        self._vault = vault
        self._services = services

    def age_rule(self) -> AgeRule:
        """What is kept about the learner's age."""
        now = self._services.clock.now()
        rule = guardian.find_rule(self._vault, now)
        ended = guardian.ended_on(self._vault, now)
        if rule is None:
            return AgeRule(ended_on=ended)
        changes = rule.thirteen_on if rule.band is guardian.AgeBand.UNDER_13 else rule.eighteen_on
        band = NOT_SAID if rule.band is None else str(rule.band)
        return AgeRule(band, rule.has_code, changes, ended, rule.asks and rule.on_paper, rule.by_school)

    def keep_age(
        self, band: str, year: int | None, present: bytearray | None, new: bytearray | None
    ) -> AgeRule:
        """Keeps another age."""
        try:
            if band == NOT_SAID:
                guardian.remove_guardian(self._vault, present, self._services.clock.now())
            else:
                born = None if year is None else guardian.last_day_of(year)
                chosen = guardian.AgeBand(band)
                guardian.set_guardian(
                    self._vault, new, self._services, band=chosen, born=born, present=present
                )
        finally:
            for code in (present, new):
                if code is not None:
                    code[:] = bytes(len(code))
        return self.age_rule()

    def agree(self, prepared: PreparedShare, agreement: Agreement, code: bytearray) -> PreparedShare:
        """The same share with the adult's agreement."""
        if not isinstance(prepared.token, BuiltShare):
            raise TypeError("a share that this wallet did not prepare")
        try:
            form = None if agreement.form is None else read_signed_form(agreement.form)
            consent = guardian.agree(
                self._vault,
                code,
                guardian=agreement.guardian,
                relation=agreement.relation,
                may_pass_on=agreement.may_pass_on,
                form=form,
            )
        finally:
            code[:] = bytes(len(code))
        return replace(prepared, token=replace(prepared.token, consent=consent))

    def write_form(self, prepared: PreparedShare, out: Path) -> None:
        """Writes a form for the adult to sign to a new PDF."""
        made = prepared.token
        if not isinstance(made, BuiltShare):
            raise TypeError("a share that this wallet did not prepare")
        if prepared.answer is not None:
            seen = share_preview.read_answer(prepared.answer, self._services)
        else:
            seen = share_preview.read_back(made.whole, self._services)
        write_new_file(out, render_form(self._vault, made, seen, self._services, spoken()))

    def agreements(self) -> Sequence[PastAgreement]:
        """What adults agreed to."""
        return [past_agreement(entry) for entry in consents.list_consents(self._vault)]

    def withdraw(self, share_id: str, code: bytearray | None) -> PastAgreement:
        """Takes one back."""
        try:
            now = self._services.clock.now()
            return past_agreement(consents.withdraw_consent(self._vault, share_id, code, now))
        finally:
            if code is not None:
                code[:] = bytes(len(code))

    def write_agreements(self, out: Path) -> None:
        """Writes them as a table to a new file."""
        write_new_file(out, consents.consent_table(consents.list_consents(self._vault)))


def past_agreement(entry: consents.ConsentEntry) -> PastAgreement:
    """An entry as the pages show it."""
    share = entry.share
    said = Agreement(entry.guardian, entry.relation, entry.may_pass_on)
    return PastAgreement(
        share.id, said, share.made_at, share.to, share.purpose, share.titles, entry.withdrawn_at
    )
