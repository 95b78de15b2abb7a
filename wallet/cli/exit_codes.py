"""What the exit code of a command says. A contract with other programs: changing one breaks them."""

from collections.abc import Collection, Iterator

from wallet.cli.state import INTERRUPTED
from wallet.errors import Reason
from wallet.verification.report import CheckName, Outcome, Verdict, VerificationReport

DONE = 0
FAILED = 1
USAGE = 2
UNDECIDED = 3
WRONG_PASSPHRASE = 4
VAULT_UNUSABLE = 5

_BY_REASON = {
    Reason.USAGE: USAGE,
    Reason.DOCUMENTS_INDEX_INVALID: USAGE,
    Reason.TRUST_LIST_INVALID: USAGE,
    Reason.PASSPHRASE_MISSING: USAGE,
    Reason.PAGE_ADDRESS_INVALID: USAGE,
    Reason.RECOVERY_KIT_MISSING: USAGE,
    Reason.WRONG_PASSPHRASE: WRONG_PASSPHRASE,
    Reason.RECOVERY_KIT_INCOMPLETE: WRONG_PASSPHRASE,
    Reason.RECOVERY_KIT_IS_PDF: WRONG_PASSPHRASE,
    Reason.RECOVERY_KIT_WORD_UNKNOWN: WRONG_PASSPHRASE,
    Reason.RECOVERY_KIT_MISTYPED: WRONG_PASSPHRASE,
    Reason.RECOVERY_KIT_OTHER: WRONG_PASSPHRASE,
    Reason.NOT_A_VAULT: VAULT_UNUSABLE,
    Reason.VAULT_IS_FOLDER: VAULT_UNUSABLE,
    Reason.VAULT_DAMAGED: VAULT_UNUSABLE,
    Reason.VAULT_NEWER: VAULT_UNUSABLE,
    Reason.VAULT_IN_USE: VAULT_UNUSABLE,
    Reason.VAULT_CHANGED_ELSEWHERE: VAULT_UNUSABLE,
    Reason.INTERRUPTED: INTERRUPTED,
}


def for_reason(reason: Reason) -> int:
    """The exit code of a command that was refused for this reason."""
    return _BY_REASON.get(reason, FAILED)


def worst(codes: Collection[int]) -> int:
    """The exit code of `verify` over all inputs: not valid is worse than undecided, and undecided worse than done."""
    return next((code for code in (FAILED, UNDECIDED) if code in codes), DONE)


def for_report(report: VerificationReport, *, recipient_asked: bool, trust_asked: bool) -> int:
    """What one input contributes to the exit code of `verify`.

    Args:
        recipient_asked: `--recipient` was given, so that the recipient counts, in presentations for each credential.
        trust_asked: `--trust` was given, so that the issuer's place on a list counts likewise.
    """
    asked: set[Outcome] = set()
    if recipient_asked:
        asked |= set(_outcomes(report, CheckName.RECIPIENT))
    if trust_asked:
        asked |= set(_outcomes(report, CheckName.ISSUER_TRUST))
    if report.verdict in (Verdict.INVALID, Verdict.UNREADABLE) or Outcome.FAILED in asked:
        return FAILED
    if report.verdict is Verdict.UNCHECKED or Outcome.UNKNOWN in asked:
        return UNDECIDED
    return DONE


def _outcomes(report: VerificationReport, name: CheckName) -> Iterator[Outcome]:
    """What a check found on a document and on every credential inside it."""
    yield report.check(name).outcome
    for part in report.inner:
        yield from _outcomes(part, name)
