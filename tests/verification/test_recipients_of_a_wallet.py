"""What a wallet that knows only some of its owner's identifiers may say of "given to you"."""

import hashlib

import pytest

from wallet.credentials.model import Credential, Identifier, Issuer, Subject
from wallet.errors import Reason
from wallet.verification.checks.recipient import check_recipient
from wallet.verification.report import Outcome
from wallet.verification.sources import Recipients

KEY = "did:key:z6MkOwn"
ME = "ann@example.org"
PASSED = (Outcome.PASSED, None)
SILENT = (Outcome.NOT_APPLICABLE, None)
OTHER = (Outcome.FAILED, Reason.RECIPIENT_OTHER)
NOT_STATED = (Outcome.UNKNOWN, Reason.RECIPIENT_NOT_STATED)


def hashed(text: str, kind: str = "emailAddress", name: str = "sha256") -> Identifier:
    return Identifier(kind, f"{name}${hashlib.new(name, text.encode()).hexdigest()}", hashed=True, salt=None)


def plain(text: str, kind: str = "emailAddress") -> Identifier:
    return Identifier(kind, text, hashed=False, salt=None)


def said(
    recipients: Recipients, subject_id: str | None = None, *identifiers: Identifier
) -> tuple[Outcome, Reason | None]:
    credential = Credential(
        id=None,
        types=(),
        name=None,
        description=None,
        issuer=Issuer("did:example:issuer"),
        subjects=(Subject(subject_id, identifiers=identifiers),),
        valid_from=None,
        valid_until=None,
    )
    check = check_recipient(credential, recipients)
    return check.outcome, check.reason


@pytest.mark.parametrize(
    ("subject_id", "identifiers", "expected"),
    [
        (KEY, (), PASSED),
        ("did:key:z6MkOther", (), SILENT),
        (None, (), SILENT),
        (None, (hashed(ME),), SILENT),
        ("mailto:bob@example.org", (), SILENT),
    ],
)
def test_with_nothing_but_its_keys_it_only_knows_what_is_given_to_them(
    subject_id: str | None, identifiers: tuple[Identifier, ...], expected: tuple[Outcome, Reason | None]
) -> None:
    assert said(Recipients((), (KEY,), is_partial=True), subject_id, *identifiers) == expected


@pytest.mark.parametrize(
    ("subject_id", "identifiers", "expected"),
    [
        (None, (hashed(ME),), PASSED),
        ("did:key:z6MkOther", (plain(ME),), PASSED),
        (KEY, (hashed("bob@example.org"),), PASSED),
        (None, (hashed("bob@example.org"),), OTHER),
        (None, (hashed("bob@example.org", "email"),), OTHER),
        ("mailto:bob@example.org", (), OTHER),
        ("did:key:z6MkOther", (plain("bob@example.org"),), OTHER),
        ("did:key:z6MkOther", (), SILENT),
        ("https://people.example/ann", (), SILENT),
        (None, (plain("S-1234", "studentId"),), SILENT),
        (None, (hashed("S-1234", "studentId"),), SILENT),
        (None, (hashed(ME, name="sha512"),), NOT_STATED),
        (None, (), NOT_STATED),
    ],
)
def test_with_an_e_mail_only_another_e_mail_is_somebody_else(
    subject_id: str | None, identifiers: tuple[Identifier, ...], expected: tuple[Outcome, Reason | None]
) -> None:
    assert said(Recipients((ME,), (KEY,), is_partial=True), subject_id, *identifiers) == expected


def test_other_kinds_are_told_apart_once_one_of_them_was_said() -> None:
    mine = Recipients(
        ("did:web:ann.example", "https://people.example/ann", "S-1234"), (KEY,), is_partial=True
    )
    assert said(mine, "did:web:ann.example") == PASSED
    assert said(mine, "did:key:z6MkOther") == OTHER
    assert said(mine, "https://people.example/ann") == PASSED
    assert said(mine, "https://people.example/bob") == OTHER
    assert said(mine, None, plain("S-1234", "studentId")) == PASSED
    assert said(mine, None, plain("S-9", "studentId")) == SILENT
    assert said(mine, None, hashed("bob@example.org")) == SILENT


def test_who_is_asked_for_by_name_must_be_named() -> None:
    assert said(Recipients((ME,)), "did:key:z6MkOther") == OTHER
    assert said(Recipients(()), "did:key:z6MkOther") == SILENT
