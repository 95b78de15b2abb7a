"""By whose key a credential was shared: the key it names, another one, or nothing that could be compared."""

import json
from typing import Any

import pytest

from tests import hiding, identities, issuing
from tests.identities import Identity, Json
from tests.issuing import Directory
from wallet.errors import Reason
from wallet.verification.report import SharedBy, Verdict, VerificationReport
from wallet.verification.report_json import report_to_dict

ISSUER = identities.did_key("issuer")
HOLDER = identities.did_key("holder")
OTHER = identities.did_key("somebody else")
TRUST = [Directory("Guilds", [ISSUER.id])]
EMAIL = {"type": "IdentityObject", "identityType": "emailAddress", "identityHash": "ann@learner.example"}
HASHED = {**EMAIL, "identityHash": "sha256$" + "0" * 64, "hashed": True}


def badge(subject: Json, *, issuer: Identity = ISSUER, **changes: Any) -> Json:
    """A good badge whose subject has these members; None leaves one out."""
    document = issuing.credential(issuer, **changes)
    document["credentialSubject"] = issuing.without_none(document["credentialSubject"] | subject)
    return issuing.secure(document, issuer)


def shared(entry: Json, holder: Identity = HOLDER, **changes: Any) -> VerificationReport:
    """The report on a credential inside a presentation by this holder, whose issuer is on a list."""
    made = issuing.presentation(holder, entry, **changes)
    return issuing.verify(made, issuing.Documents(holder.documents), trust=TRUST).inner[0]


@pytest.mark.parametrize(
    ("subject", "said"),
    [
        ({"id": HOLDER.id}, SharedBy.NAMED_KEY),
        ({"id": HOLDER.method}, SharedBy.NAMED_KEY),
        ({"id": identities.did_jwk("holder", "Ed25519").id}, SharedBy.NAMED_KEY),
        ({"id": HOLDER.id, "identifier": [EMAIL]}, SharedBy.NAMED_KEY),
        ({"id": None, "identifier": [{**EMAIL, "identityHash": HOLDER.id}]}, SharedBy.NAMED_KEY),
        ({"id": OTHER.id}, SharedBy.OTHER_KEY),
        ({"id": OTHER.id, "identifier": [HASHED]}, SharedBy.OTHER_KEY),
        ({"id": identities.did_jwk("holder", "P-256").id}, SharedBy.OTHER_KEY),
        ({"id": None}, SharedBy.NO_KEY),
        ({"id": "mailto:ann@learner.example"}, SharedBy.NO_KEY),
        ({"id": "urn:uuid:0a6e7f2c-0000-4000-8000-000000000000"}, SharedBy.NO_KEY),
        ({"id": None, "identifier": [EMAIL]}, SharedBy.NO_KEY),
        ({"id": None, "identifier": [HASHED]}, SharedBy.NO_KEY),
        ({"id": "did:web:learner.example"}, SharedBy.NOT_COMPARED),
        ({"id": "did:key:z6MkNotAKey"}, SharedBy.NOT_COMPARED),
        ({"id": "did:jwk:e30"}, SharedBy.NOT_COMPARED),
        ({"id": "did:key:z6LSbysY2xFMRpGMhb7tFTLMpeuPRaqaWM1yECx2AtzE3KCc"}, SharedBy.NOT_COMPARED),
    ],
)
def test_the_key_that_shared_it_is_held_against_what_the_credential_names(
    subject: Json, said: SharedBy
) -> None:
    report = shared(badge(subject))
    assert report.shared_by is said
    assert report_to_dict(report, "x")["shared_by"] == said.value
    # what could not be compared is neither good nor bad
    expected = (
        (Verdict.CHECK, Reason.SHARED_BY_OTHER_KEY)
        if said is SharedBy.OTHER_KEY
        else (Verdict.VERIFIED, None)
    )
    assert (report.verdict, report.reason) == expected


def test_the_whole_share_is_no_better_than_its_parts() -> None:
    for subject, verdict in (({"id": OTHER.id}, Verdict.CHECK), ({"id": HOLDER.id}, Verdict.VERIFIED)):
        report = issuing.verify(issuing.presentation(HOLDER, badge(subject)), trust=TRUST)
        assert report.verdict is verdict
        assert report.shared_by is None


def test_nobody_shared_a_credential_that_stands_alone() -> None:
    report = issuing.verify(badge({"id": OTHER.id}), trust=TRUST)
    assert (report.verdict, report.shared_by) == (Verdict.VERIFIED, None)
    assert "shared_by" not in report_to_dict(report, "x")


def test_what_its_sharer_issued_is_nobody_elses_word() -> None:
    """However good its signature is, and whomever it names: a badge of one's own making is told apart."""
    for subject in ({"id": HOLDER.id}, {"id": OTHER.id}, {"id": None}):
        report = shared(badge(subject, issuer=HOLDER))
        assert (report.shared_by, report.verdict) == (SharedBy.ISSUER_KEY, Verdict.CHECK)
    other_spelling = identities.did_jwk("holder", "Ed25519")
    assert shared(badge({"id": HOLDER.id}, issuer=other_spelling)).shared_by is SharedBy.ISSUER_KEY
    token = hiding.issue(hiding.claims(HOLDER, cnf={"jwk": OTHER.key.jwk}), HOLDER)
    assert shared(enveloped(token)).shared_by is SharedBy.ISSUER_KEY
    listed = issuing.presentation(HOLDER, badge({"id": HOLDER.id}, issuer=HOLDER))
    (inner,) = issuing.verify(listed, trust=[Directory("Guilds", [HOLDER.id])]).inner
    assert (inner.verdict, inner.reason) == (Verdict.CHECK, Reason.SHARED_BY_ISSUER)


def test_a_share_that_is_not_signed_as_it_says_is_shared_by_nobody() -> None:
    made = issuing.presentation(HOLDER, badge({"id": HOLDER.id}))
    made["holder"] = OTHER.id
    assert issuing.verify(made).inner[0].shared_by is None


def test_what_a_forged_credential_names_does_not_count() -> None:
    forged = badge({"id": OTHER.id})
    forged["credentialSubject"]["id"] = HOLDER.id
    report = shared(forged)
    assert (report.verdict, report.shared_by) == (Verdict.INVALID, None)


def test_of_several_subjects_only_what_holds_for_all_is_said() -> None:
    def of(*subjects: Json) -> SharedBy | None:
        document = issuing.credential(ISSUER)
        document["credentialSubject"] = [document["credentialSubject"] | one for one in subjects]
        return shared(issuing.secure(document, ISSUER)).shared_by

    third = identities.did_key("a third").id
    assert of({"id": OTHER.id}, {"id": HOLDER.id}) is SharedBy.NAMED_KEY
    assert of({"id": OTHER.id}, {"id": third}) is SharedBy.OTHER_KEY
    assert of({"id": OTHER.id}, {"id": "mailto:ann@learner.example"}) is SharedBy.NOT_COMPARED


def test_a_holder_with_a_website_is_the_subject_of_that_name() -> None:
    holder = identities.did_web("holder", host="learner.example")
    assert shared(badge({"id": holder.id}), holder).shared_by is SharedBy.NAMED_KEY
    assert shared(badge({"id": holder.id})).shared_by is SharedBy.NOT_COMPARED
    # the same key under another name
    assert shared(badge({"id": identities.did_key("holder").id}), holder).shared_by is SharedBy.NAMED_KEY


def sd_jwt(**changes: Any) -> str:
    return hiding.issue(hiding.claims(ISSUER, **changes), ISSUER)


def enveloped(token: str) -> Json:
    made = issuing.enveloped("")
    return {**made, "id": f"data:application/dc+sd-jwt,{token}"}


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"cnf": {"jwk": HOLDER.key.jwk}}, SharedBy.NAMED_KEY),
        ({"cnf": {"kid": HOLDER.method}}, SharedBy.NAMED_KEY),
        ({"cnf": {"jwk": OTHER.key.jwk}}, SharedBy.OTHER_KEY),
        ({"cnf": {"jwk": OTHER.key.jwk}, "sub": HOLDER.id}, SharedBy.OTHER_KEY),
        ({"cnf": {"jwk": HOLDER.key.jwk}, "sub": OTHER.id}, SharedBy.NAMED_KEY),
        ({"cnf": {"jkt": "x"}}, SharedBy.NOT_COMPARED),
        ({"cnf": None}, SharedBy.NO_KEY),
        ({"cnf": None, "sub": HOLDER.id}, SharedBy.NAMED_KEY),
    ],
)
def test_of_an_sd_jwt_the_confirmed_key_counts(changes: Json, said: SharedBy) -> None:
    assert shared(enveloped(sd_jwt(**changes))).shared_by is said


def test_an_sd_jwt_that_stands_alone_is_shared_by_its_key_binding() -> None:
    bound = hiding.bind(hiding.show(sd_jwt(), "given_name"))
    assert issuing.verify(bound).shared_by is SharedBy.NAMED_KEY
    assert issuing.verify(sd_jwt()).shared_by is None
    broken = hiding.bind(hiding.show(sd_jwt(), "given_name"), key=OTHER.key, alg="EdDSA")
    assert issuing.verify(broken).shared_by is None


def test_a_receiver_cannot_wrap_what_was_shown_to_him_as_his_own() -> None:
    """The binding token is the learner's, the presentation around it is another's: the latter shared it."""
    token = hiding.bind(hiding.show(sd_jwt(), "given_name"))
    report = shared(enveloped(token), OTHER, domain=hiding.RECEIVER)
    assert (report.verdict, report.shared_by) == (Verdict.CHECK, SharedBy.OTHER_KEY)


def test_a_token_of_the_data_model_may_confirm_a_key_too() -> None:
    def of(**changes: Any) -> SharedBy | None:
        claims = {**issuing.claims_v2(issuing.credential(ISSUER)), **changes}
        return shared(issuing.enveloped(issuing.token(claims, ISSUER, "EdDSA", typ="vc+jwt"))).shared_by

    assert of(cnf={"jwk": HOLDER.key.jwk}) is SharedBy.NAMED_KEY
    assert of(cnf={"jwk": OTHER.key.jwk}) is SharedBy.OTHER_KEY
    assert of() is SharedBy.NOT_COMPARED


def test_each_credential_of_a_record_is_compared_by_itself() -> None:
    inner = [badge({"id": one}, id=f"urn:uuid:{one[-4:]}") for one in (HOLDER.id, OTHER.id)]
    record = issuing.credential(
        ISSUER,
        type=["VerifiableCredential", "ClrCredential"],
        evidence=None,
        credentialSubject={"id": HOLDER.id, "type": ["ClrSubject"], "verifiableCredential": inner},
    )
    record["@context"] = [record["@context"][0], issuing.CLR2, record["@context"][1]]
    report = shared(issuing.secure(record, ISSUER))
    assert report.shared_by is SharedBy.NAMED_KEY
    assert [one.shared_by for one in report.inner] == [SharedBy.NAMED_KEY, SharedBy.OTHER_KEY]
    # a record is no better than what is in it
    assert (report.verdict, report.reason) == (Verdict.CHECK, Reason.SHARED_BY_OTHER_KEY)
    assert json.dumps(report_to_dict(report, "x")).count('"shared_by"') == 3
