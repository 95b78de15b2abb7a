"""Who may show it, and who vouches for the issuer: checks that colour a verdict and never make a bad proof good."""

import hashlib
from typing import Any

import pytest

from tests import identities, issuing
from tests.identities import Json
from tests.issuing import Directory
from wallet.credentials.model import Identifier
from wallet.errors import Reason
from wallet.verification.checks.recipient import matches
from wallet.verification.report import CheckName, Outcome, Verdict

ISSUER = identities.did_key("issuer")
TRUST = [Directory("Guilds", [ISSUER.id])]
ME = "Ann@Example.org"


def hashed(identity: str, salt: str = "", name: str = "sha256") -> str:
    return f"{name}${hashlib.new(name, (identity + salt).encode()).hexdigest()}"


def identity_object(value: str, **changes: Any) -> Json:
    made = {
        "type": "IdentityObject",
        "identityHash": value,
        "identityType": "emailAddress",
        "hashed": "$" in value,
    }
    return issuing.without_none(made | changes)


def said(subject: Json, *who: str) -> tuple[Outcome, Reason | None, Verdict]:
    """What is said of the recipient of a good badge by a known issuer, and of the whole."""
    document = issuing.credential(ISSUER)
    document["credentialSubject"] = issuing.without_none(document["credentialSubject"] | subject)
    report = issuing.verify(issuing.secure(document, ISSUER), recipients=who, trust=TRUST)
    check = report.check(CheckName.RECIPIENT)
    return check.outcome, check.reason, report.verdict


MINE = (Outcome.PASSED, None, Verdict.VERIFIED)
NOT_MINE = (Outcome.FAILED, Reason.RECIPIENT_OTHER, Verdict.CHECK)
OPEN = (Outcome.UNKNOWN, Reason.RECIPIENT_NOT_STATED, Verdict.CHECK)


def test_the_published_check_value() -> None:
    """The hash the Open Badges 2.0 validator tests with."""
    known = Identifier(
        "emailAddress",
        "sha256$ecf5409f3f4b91ab60cc5ef4c02aef7032354375e70cf4d8e43f6a1d29891942",
        hashed=True,
        salt="deadsea",
    )
    assert matches(known, "nobody@example.org") is True
    assert matches(known, "somebody@example.org") is False


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (identity_object(hashed("ann@example.org")), MINE),
        (identity_object(hashed("Ann@Example.org")), MINE),
        (identity_object(hashed("ann@example.org", "x1"), salt="x1"), MINE),
        (identity_object(hashed("ann@example.org", "x1", "md5"), salt="x1"), MINE),
        (identity_object(hashed("ann@example.org").upper().replace("SHA256", "sha256")), MINE),
        (identity_object(hashed("ann@example.org", "x1"), salt="x2"), NOT_MINE),
        (identity_object(hashed("ann@example.org", "x1")), NOT_MINE),
        (identity_object(hashed("bob@example.org")), NOT_MINE),
        (identity_object("sha256$"), NOT_MINE),
        (identity_object("sha512$" + "0" * 128), OPEN),
        (identity_object("ann@example.org", hashed=True), OPEN),
        (identity_object("ann@example.org"), MINE),
        (identity_object("ANN@EXAMPLE.ORG"), MINE),
        (identity_object("mailto:ann@example.org"), MINE),
        (identity_object("ann@example.org", salt="ignored"), MINE),
        (identity_object("bob@example.org"), NOT_MINE),
        (identity_object(hashed("ann@example.org"), hashed=False), NOT_MINE),
        (identity_object("", hashed=False), NOT_MINE),
    ],
)
def test_identity_objects(entry: Json, expected: tuple[Outcome, Reason | None, Verdict]) -> None:
    assert said({"id": None, "identifier": [entry]}, ME) == expected


def test_identifiers_that_are_no_addresses_compare_letter_by_letter() -> None:
    entry = identity_object("ABC-7", identityType="studentId")
    assert said({"id": None, "identifier": [entry]}, "ABC-7") == MINE
    assert said({"id": None, "identifier": [entry]}, "abc-7") == NOT_MINE


@pytest.mark.parametrize(
    ("subject", "who", "expected"),
    [
        ("did:example:learner", ["did:example:learner"], MINE),
        ("did:example:learner", ["did:example:Learner"], NOT_MINE),
        ("did:example:learner", ["did:example:learner "], NOT_MINE),
        ("did:example:learner", ["bob@example.org", "did:example:learner"], MINE),
        ("mailto:ann@example.org", [ME], MINE),
        ("mailto:Ann@Example.org", ["ann@example.org"], MINE),
        ("mailto:bob@example.org", [ME], NOT_MINE),
        ("urn:uuid:1", [ME], NOT_MINE),
    ],
)
def test_subject_ids(subject: str, who: list[str], expected: tuple[Outcome, Reason | None, Verdict]) -> None:
    assert said({"id": subject}, *who) == expected


def test_several_identifiers_any_of_which_may_be_it() -> None:
    entries = [identity_object(hashed("bob@example.org")), identity_object(hashed("ann@example.org"))]
    assert said({"identifier": entries}, ME) == MINE
    assert said({"identifier": entries[:1]}, ME) == NOT_MINE


def test_nobody_stated_and_nobody_known() -> None:
    assert said({"id": None}, ME) == OPEN
    assert said({})[:2] == (Outcome.NOT_APPLICABLE, None)


def test_the_right_recipient_makes_nothing_of_a_forgery() -> None:
    forged = issuing.changed(issuing.good(ISSUER), "credentialSubject/id", "did:example:me")
    report = issuing.verify(forged, recipients=["did:example:me"], trust=TRUST)
    assert report.check(CheckName.RECIPIENT).outcome is Outcome.PASSED
    assert (report.verdict, report.reason) == (Verdict.INVALID, Reason.SIGNATURE_INVALID)


# -- who vouches for the issuer


@pytest.mark.parametrize(
    ("ids", "expected"),
    [
        (None, (Verdict.CHECK, Reason.NO_TRUST_LIST)),
        ([], (Verdict.CHECK, Reason.ISSUER_ON_NO_LIST)),
        (["did:web:school.example"], (Verdict.CHECK, Reason.LOOK_ALIKE_NAME)),  # under the same name
        ([ISSUER.id], (Verdict.VERIFIED, None)),
        ([ISSUER.id.upper()], (Verdict.CHECK, Reason.LOOK_ALIKE_NAME)),
        ([ISSUER.method], (Verdict.CHECK, Reason.LOOK_ALIKE_NAME)),
    ],
)
def test_lists_of_issuers(ids: list[str] | None, expected: tuple[Verdict, Reason | None]) -> None:
    trust = [] if ids is None else [Directory("Guilds", ids)]
    report = issuing.verify(issuing.good(ISSUER), trust=trust)
    assert (report.verdict, report.reason) == expected


def test_which_list_knows_the_issuer() -> None:
    trust = [Directory("Schools", []), *TRUST, Directory("Makers", [ISSUER.id])]
    assert (
        issuing.verify(issuing.good(ISSUER), trust=trust).check(CheckName.ISSUER_TRUST).detail
        == "Guilds; Makers"
    )


def test_a_known_issuers_name_makes_nothing_of_a_forgery() -> None:
    forged = issuing.secure(issuing.credential(ISSUER), identities.did_key("attacker"))
    report = issuing.verify(forged, trust=TRUST)
    assert report.check(CheckName.ISSUER_TRUST).outcome is Outcome.PASSED
    assert (report.verdict, report.reason) == (Verdict.INVALID, Reason.VM_NOT_ISSUER)
