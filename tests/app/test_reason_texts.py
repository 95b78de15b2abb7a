"""Every code has words, the words keep to the rules, and what a credential says stays inside its blanks."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import astuple
from datetime import UTC, datetime

import pytest

from wallet import resources
from wallet.app.reason_texts import LANGUAGES, check_words, personal_list_name, verdict_words, words
from wallet.credentials.model import Credential, Envelope, Format, Issuer
from wallet.errors import Reason
from wallet.verification.report import Check, CheckName, Outcome, Verdict, VerificationReport

NOT_IN_MAIN_SCREENS = re.compile(
    r"\b(dids?|jwts?|vcs?|proofs?|cryptosuites?|revocations?|revoked?|hash(es)?|claims?|presentations?|json-?ld)\b",
    re.IGNORECASE,
)
BLAMING = re.compile(
    r"\b(you failed|your mistake|you must|illegal|fault|stupid|oops|sorry)\b|!", re.IGNORECASE
)


def _sentences(node: object) -> Iterator[str]:
    if isinstance(node, dict):
        for value in node.values():
            yield from _sentences(value)
    else:
        yield str(node)


MESSAGES = tomllib.loads(resources.read_text("messages", "en.toml"))
IN = {language: tomllib.loads(resources.read_text("messages", f"{language}.toml")) for language in LANGUAGES}
BLANK = re.compile(r"\{[^}]*\}")


def _named(node: object, name: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(node, dict):
        for key, value in node.items():
            yield from _named(value, f"{name}.{key}")
    else:
        yield name, str(node)


def _report(
    *checks: Check,
    issuer: str | None = "Harbor Makers Guild",
    until: str | None = None,
    format_: Format = Format.OPEN_BADGES_3,
) -> VerificationReport:
    credential = Credential(
        id=None,
        types=(),
        name="Laser cutting",
        description=None,
        issuer=Issuer("did:example:guild", issuer),
        subjects=(),
        valid_from=None,
        valid_until=until,
    )
    share = format_ is Format.PRESENTATION
    return VerificationReport(
        verdict=Verdict.CHECK,
        reason=None,
        checks=checks,
        format=format_,
        envelope=Envelope.JSON,
        securing=(),
        credential=None if share else credential,
        inner=(),
        at=datetime(2026, 11, 23, tzinfo=UTC),
    )


@pytest.mark.parametrize(("language", "longest"), [("en", 22), ("es", 26)])
@pytest.mark.parametrize("reason", Reason)
def test_every_reason_says_what_happened_what_it_means_and_what_to_do(
    reason: Reason, language: str, longest: int
) -> None:
    for sentence in astuple(words(reason, language)):
        assert sentence.endswith(".")
        assert sentence[0].isupper()
        assert sentence.count(". ") == 0, "one sentence each"
        assert 3 <= len(sentence.split()) <= longest, "short enough to be read aloud"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_words_are_kept_for_reasons_that_are_gone(language: str) -> None:
    assert set(IN[language]["reason"]) == {reason.value for reason in Reason}


def test_every_sentence_is_there_in_spanish_with_the_same_blanks() -> None:
    english, spanish = dict(_named(IN["en"])), dict(_named(IN["es"]))
    assert set(english) == set(spanish)
    for name, sentence in english.items():
        assert sorted(BLANK.findall(sentence)) == sorted(BLANK.findall(spanish[name])), name
        assert sentence != spanish[name], name


def test_a_check_is_worded_in_the_language_asked_for_with_its_days() -> None:
    check = Check(CheckName.DATES, Outcome.PASSED)
    report = _report(check, until="2028-01-31T00:00:00Z")
    assert check_words(check, report, "es").note == "Vale hasta el 2028-01-31."
    assert check_words(check, report, "es", lambda day: f"<{day}>").note == "Vale hasta el <2028-01-31>."
    assert check_words(check, report, "xx") == check_words(check, report)
    trust = Check(CheckName.ISSUER_TRUST, Outcome.PASSED, detail=personal_list_name())
    assert check_words(trust, _report(trust), "es").note == "Lo nombra: Emisores que dijiste que conoces."


@pytest.mark.parametrize(
    "sentence", [sentence for messages in IN.values() for sentence in _sentences(messages)]
)
def test_plain_words_only(sentence: str) -> None:
    assert not NOT_IN_MAIN_SCREENS.search(sentence)
    assert not BLAMING.search(sentence)


@pytest.mark.parametrize("sentence", ["The proof is bad.", "A DID is missing.", "Two claims differ."])
def test_the_rule_for_plain_words_can_fail(sentence: str) -> None:
    assert NOT_IN_MAIN_SCREENS.search(sentence)


@pytest.mark.parametrize("verdict", Verdict)
def test_every_verdict_has_a_chip_and_a_sentence(verdict: Verdict) -> None:
    text = verdict_words(verdict)
    assert text.chip
    assert not text.chip.endswith(".")
    assert text.sentence.endswith(".")


@pytest.mark.parametrize("name", CheckName)
@pytest.mark.parametrize("outcome", Outcome)
@pytest.mark.parametrize("format_", [Format.OPEN_BADGES_3, Format.PRESENTATION])
def test_every_check_has_a_line_and_a_note_for_every_outcome(
    name: CheckName, outcome: Outcome, format_: Format
) -> None:
    check = Check(name, outcome)
    text = check_words(check, _report(check, until="2028-01-31T00:00:00Z", format_=format_))
    assert text.line
    assert not text.line.endswith(".")
    assert text.note.endswith(".")
    assert "{" not in text.line + text.note


def test_a_check_with_a_reason_is_explained_by_it() -> None:
    check = Check(CheckName.PROOF, Outcome.FAILED, Reason.SIGNATURE_INVALID)
    assert check_words(check, _report(check)).note == words(Reason.SIGNATURE_INVALID).happened


def test_an_issuer_is_vouched_for_by_name_only_when_a_list_names_it() -> None:
    binding = Check(CheckName.ISSUER_BINDING, Outcome.PASSED)
    unlisted = Check(CheckName.ISSUER_TRUST, Outcome.UNKNOWN, Reason.NO_TRUST_LIST)
    listed = Check(CheckName.ISSUER_TRUST, Outcome.PASSED)
    assert "Harbor" not in check_words(binding, _report(binding, unlisted)).line
    assert check_words(binding, _report(binding, listed)).line == "Really from Harbor Makers Guild"


def test_a_good_date_without_an_end_says_so() -> None:
    check = Check(CheckName.DATES, Outcome.PASSED)
    assert check_words(check, _report(check)).note == "It has no end date."
    assert "2028-01-31" in check_words(check, _report(check, until="2028-01-31T00:00:00Z")).note


def test_ended_and_not_begun_are_told_apart() -> None:
    ended = Check(CheckName.DATES, Outcome.FAILED, Reason.EXPIRED)
    early = Check(CheckName.DATES, Outcome.FAILED, Reason.NOT_YET_VALID)
    assert check_words(ended, _report(ended)).line != check_words(early, _report(early)).line


def test_a_share_is_not_said_to_come_from_an_issuer() -> None:
    for name in (CheckName.PROOF, CheckName.ISSUER_BINDING):
        check = Check(name, Outcome.PASSED)
        text = check_words(check, _report(check, format_=Format.PRESENTATION))
        assert "ssuer" not in text.line + text.note


def test_braces_in_a_name_are_only_text() -> None:
    binding = Check(CheckName.ISSUER_BINDING, Outcome.PASSED)
    listed = Check(CheckName.ISSUER_TRUST, Outcome.PASSED)
    hostile = "{until} {0.__class__} {issuer}"
    assert check_words(binding, _report(binding, listed, issuer=hostile)).line == f"Really from {hostile}"
