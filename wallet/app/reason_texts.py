"""Words for codes: what happened, what it means, what to do; and one line for each check.

Lives here: the only reader of `resources/messages`. Does not live here: layout, colours or escaping (cli,
ui). What a credential says is put into the blanks of a sentence unchanged: it is hostile text and must be
shown as plain text.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache

from wallet import resources
from wallet.credentials.model import Format
from wallet.credentials.openbadges2 import HOSTED
from wallet.errors import Reason
from wallet.verification.report import Check, CheckName, Outcome, SharedBy, Verdict, VerificationReport

LANGUAGES = ("en", "es")
ENGLISH = LANGUAGES[0]

# A hosted badge has no signature: its page on the web stands for it.
_HOSTED_VARIANTS = {CheckName.PROOF: "hosted", CheckName.ISSUER_BINDING: "hosted_issuer"}

# The signature is good, and was made for somebody else.
_NOT_FOR_YOU = (Reason.AUDIENCE_OTHER, Reason.NONCE_OTHER, Reason.KEY_BINDING_MISSING)


@dataclass(frozen=True, slots=True)
class ReasonText:
    """One code in words, a sentence each."""

    happened: str
    means: str
    do: str


@dataclass(frozen=True, slots=True)
class VerdictText:
    """One verdict in words: the word on the chip, and a sentence."""

    chip: str
    sentence: str


@dataclass(frozen=True, slots=True)
class CheckText:
    """One check in words: a short line, and a sentence below it."""

    line: str
    note: str


def words(reason: Reason, language: str = ENGLISH) -> ReasonText:
    """The three sentences of a reason code. Every code has them in every language; a test holds that."""
    return ReasonText(**_messages(language).table(f"reason.{reason.value}"))


def verdict_words(verdict: Verdict, language: str = ENGLISH) -> VerdictText:
    """The chip and the sentence of a verdict."""
    return VerdictText(**_messages(language).table(f"verdict.{verdict.value}"))


def check_words(
    check: Check,
    report: VerificationReport,
    language: str = ENGLISH,
    say_date: Callable[[str], str] | None = None,
) -> CheckText:
    """One line of the checklist for this check in this report.

    A check that carries a reason is explained by the reason's first sentence, any other by the note of its
    outcome.

    Args:
        check: one of the report's.
        report: what the check is part of.
        language: one of `LANGUAGES`.
        say_date: words a day that is written as 2028-01-31; None leaves it so.
    """
    messages = _messages(language)
    template = _variant(check, report, messages) or _outcome_words(check, report, messages)
    until = _until(report)
    blanks = {
        "issuer": _issuer_name(report),
        "until": say_date(until) if say_date is not None else until,
        "lists": check.detail.replace(personal_list_name(), personal_list_name(language)),
    }
    explained = check.reason is not None and not _is_beside_another(check)
    note = words(check.reason, language).happened if check.reason and explained else template["note"]
    return CheckText(_fill(template["line"], blanks), _fill(note, blanks))


def sharer_words(shared_by: SharedBy, language: str = ENGLISH) -> CheckText:
    """By whose key a credential was shared, held against the key it names: a line of its own beside the checks."""
    return CheckText(**_messages(language).table(f"shared_by.{shared_by.value}"))


def personal_list_name(language: str = ENGLISH) -> str:
    """What the learner's own list of issuers is called, wherever it is named."""
    name: str = _messages(language).table("list")["personal"]
    return name


def _variant(
    check: Check, report: VerificationReport, messages: resources.Tables
) -> Mapping[str, str] | None:
    """The wording for cases where the outcome alone would say too little, or too much."""
    name = _variant_name(check, report)
    return messages.table(f"check_variant.{name}") if name else None


def _is_beside_another(check: Check) -> bool:
    """Whether a signature holds and the reason is that of another one, which does not count."""
    return check.name is CheckName.PROOF and check.outcome is Outcome.PASSED and check.reason is not None


def _variant_name(check: Check, report: VerificationReport) -> str | None:
    passed = check.outcome is Outcome.PASSED
    if report.securing == (HOSTED,) and check.name in _HOSTED_VARIANTS:
        return f"{_HOSTED_VARIANTS[check.name]}_{check.outcome.value}"
    if _is_beside_another(check):
        return "proof_beside_another"
    if check.name is CheckName.PROOF and check.reason in _NOT_FOR_YOU:
        return f"proof_{check.reason}"
    if check.name is CheckName.ISSUER_BINDING and passed and report.credential is not None:
        # A name may only be vouched for once a list confirms it: a good signature alone does not make a name
        # true.
        trust = report.check(CheckName.ISSUER_TRUST)
        vouched = trust.outcome is Outcome.PASSED and trust.reason is None
        return "issuer_binding_on_a_list" if vouched and _issuer_name(report) else None
    if check.name is CheckName.ISSUER_TRUST and check.reason is Reason.ISSUER_KNOWN_TO_YOU:
        return "issuer_trust_by_you"
    if check.name is CheckName.DATES:
        if passed and not _until(report):
            return "dates_without_end"
        if check.reason is Reason.NOT_YET_VALID:
            return "dates_not_yet"
        if check.reason is Reason.EXPIRED:
            return "dates_ended"
    return None


def _outcome_words(check: Check, report: VerificationReport, messages: resources.Tables) -> Mapping[str, str]:
    """The wording of an outcome; a share has its own where a person, not an issuer, signed."""
    name, outcome = check.name.value, check.outcome.value
    of_share = f"check_share.{name}"
    if report.format is Format.PRESENTATION and messages.has(of_share):
        found: Mapping[str, str] | None = messages.table(of_share).get(outcome)
        if found:
            return found
    always: Mapping[str, str] = messages.table(f"check.{name}")[outcome]
    return always


def _issuer_name(report: VerificationReport) -> str:
    issuer = report.credential.issuer if report.credential else None
    return (issuer.name or issuer.id) if issuer else ""


def _until(report: VerificationReport) -> str:
    """The last day, as the issuer wrote it and without the time of day."""
    until = report.credential.valid_until if report.credential else report.until
    return (until or "").partition("T")[0]


def _fill(template: str, blanks: Mapping[str, str]) -> str:
    """Replaces the blanks one by one; `str.format` would follow braces that came out of a credential."""
    head, *rest = template.split("{")
    filled = [head]
    for part in rest:
        name, _, tail = part.partition("}")
        filled.append(blanks[name] + tail)
    return "".join(filled)


@cache
def _messages(language: str) -> resources.Tables:
    return resources.read_tables("messages", f"{language if language in LANGUAGES else ENGLISH}.toml")
