"""The sentences for codes, in the language the window speaks.

Does not live here: the sentences (`wallet.app.reason_texts`).
"""

from wallet.app import reason_texts
from wallet.app.reason_texts import CheckText, ReasonText, VerdictText
from wallet.errors import Reason
from wallet.ui.dates import long_date
from wallet.ui.languages import spoken
from wallet.verification.report import Check, SharedBy, Verdict, VerificationReport


def words(reason: Reason) -> ReasonText:
    """The three sentences of a reason code."""
    return reason_texts.words(reason, spoken())


def verdict_words(verdict: Verdict) -> VerdictText:
    """The chip and the sentence of a verdict."""
    return reason_texts.verdict_words(verdict, spoken())


def check_words(check: Check, report: VerificationReport) -> CheckText:
    """One line of the checklist, its day as the language writes days."""
    return reason_texts.check_words(check, report, spoken(), long_date)


def sharer_words(shared_by: SharedBy) -> CheckText:
    """By whose key a credential was shared."""
    return reason_texts.sharer_words(shared_by, spoken())
