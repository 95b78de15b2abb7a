"""What a signature does not cover or a reader does not see, classes D8 to D10.

A proof signs statements, not JSON: whatever JSON-LD would drop, or would read as the same statements written in another
way, is refused. Every attack here keeps the signature's statements unchanged, or adds what would not be signed.
"""

import copy
import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from tests import identities, issuing
from tests.identities import Json
from tests.issuing import CLR2, OB3
from wallet import resources
from wallet.credentials.openbadges3 import CONTEXTS
from wallet.credentials.vcdm import CONTEXT_V1, CONTEXT_V2
from wallet.errors import ProofError, Reason
from wallet.verification.report import CheckName, Outcome, Verdict

ISSUER = identities.did_key("issuer")
ENDED = "2026-06-30T00:00:00Z"
OB3_VOCABULARY = "https://purl.imsglobal.org/spec/vc/ob/vocab.html#"
STATUS_URL = "https://guild.example/status/1"


def of(document: Json) -> tuple[Verdict, Reason | None]:
    report = issuing.verify(document)
    return report.verdict, report.reason


GOOD = (Verdict.CHECK, Reason.NO_TRUST_LIST)

# -- D8: terms no context defines

PLACES = [
    "",
    "issuer/",
    "credentialSubject/",
    "credentialSubject/achievement/",
    "credentialSubject/achievement/criteria/",
    "credentialSubject/achievement/alignment/0/",
    "credentialSubject/achievement/resultDescription/0/",
    "credentialSubject/result/0/",
    "evidence/0/",
]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("honours", "summa cum laude"),
        ("honours", None),
        ("honours", []),
        ("honours", {"name": "x"}),
        ("", "x"),
    ],
)
def test_undefined_terms_at_every_depth(place: str, name: str, value: Any) -> None:
    document = issuing.good()
    assert of(document) == GOOD
    assert of(issuing.changed(document, place + name, value)) == (Verdict.INVALID, Reason.UNDEFINED_TERM)


@pytest.mark.parametrize("place", PLACES)
def test_undefined_terms_are_named(place: str) -> None:
    document = issuing.changed(issuing.good(), place + "honours", "yes")
    assert "honours" in issuing.verify(document).check(CheckName.PROOF).detail


@pytest.mark.parametrize("place", ["credentialSubject/achievement/", "credentialSubject/result/0/"])
def test_undefined_types(place: str) -> None:
    document = issuing.good()
    owner, _ = issuing.at_path(document, place + "type")
    owner["type"] = [*owner["type"], "Masterpiece"]
    assert of(document) == (Verdict.INVALID, Reason.UNDEFINED_TERM)


def test_a_document_whose_only_proof_has_another_name() -> None:
    document = issuing.good()
    document["proofs"] = document.pop("proof")
    assert of(document) == (Verdict.INVALID, Reason.UNDEFINED_TERM)


def test_terms_no_context_defines_cannot_be_signed_either() -> None:
    with pytest.raises(ProofError) as refused:
        issuing.good(honours="yes")
    assert refused.value.reason is Reason.UNDEFINED_TERM


# -- D9: contexts


@pytest.mark.parametrize(
    "context",
    [
        "https://attacker.example/context",
        "http://www.w3.org/ns/credentials/v2",
        "https://www.w3.org/ns/credentials/v2#",
        "https://www.w3.org/ns/credentials/v2/",
        "HTTPS://www.w3.org/ns/credentials/v2",
        "file:///etc/passwd",
        "context.json",
        {"@vocab": "https://attacker.example/"},
        {"honours": "https://attacker.example/honours"},
        {"validUntil": None},
        {"@import": CONTEXT_V2},
        {},
        None,
        [],
        7,
    ],
)
@pytest.mark.parametrize(
    "place", ["@context", "credentialSubject/@context", "credentialSubject/achievement/@context"]
)
def test_contexts_that_are_not_pinned(context: Any, place: str) -> None:
    """Extended with, or written inside: the meaning is not known, so nothing is decided and nobody is asked."""
    document = issuing.good()
    value = [*document["@context"], context] if place == "@context" else context
    verdict, reason = of(issuing.changed(document, place, value))
    if context == [] and place != "@context":
        assert (verdict, reason) == GOOD  # says nothing
    elif isinstance(context, str | dict) and not (context == "context.json" and place == "@context"):
        assert (verdict, reason) == (Verdict.UNCHECKED, Reason.UNKNOWN_CONTEXT)
    else:
        assert verdict in (Verdict.INVALID, Verdict.UNCHECKED)


@pytest.mark.parametrize(
    "contexts",
    [
        [OB3, CONTEXT_V2],
        [CONTEXT_V2],
        [OB3],
        [CONTEXT_V1, OB3],
        CONTEXT_V2,
        [CONTEXT_V2, "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.9.json"],
        [CONTEXT_V2, {"@vocab": OB3_VOCABULARY}],
        None,
        {},
    ],
)
def test_contexts_replaced(contexts: Any) -> None:
    assert of(issuing.changed(issuing.good(), "@context", contexts)) == (
        Verdict.INVALID,
        Reason.STRUCTURE_INVALID,
    )


def test_every_pinned_context_added_changes_nothing_or_is_refused() -> None:
    """A context that gives a known term another meaning conflicts with the protected one; the rest add terms only."""
    document = issuing.good(validUntil=ENDED)
    assert of(document) == (Verdict.INVALID, Reason.EXPIRED)
    for url in resources.context_index():
        verdict, reason = of(issuing.changed(document, "@context", [*document["@context"], url]))
        assert verdict is Verdict.INVALID
        assert reason in (Reason.EXPIRED, Reason.JSONLD_INVALID)


def test_the_known_badge_contexts_are_those_that_define_the_badge_types() -> None:
    def defines(body: Any) -> bool:
        parts = body if isinstance(body, list) else [body]
        return any(isinstance(part, dict) and "OpenBadgeCredential" in part for part in parts)

    assert {
        url for url in resources.context_index() if defines(resources.load_context(url)["@context"])
    } == CONTEXTS


# -- D10: keywords

KEYWORDS: dict[str, Any] = {
    "@graph": [{"id": "urn:x:1", "name": "hidden"}],
    "@included": [{"id": "urn:x:1", "name": "hidden"}],
    "@nest": {"name": "hidden"},
    "@reverse": {"issuer": {"id": "urn:x:1"}},
    "@id": "urn:x:1",
    "@type": ["VerifiableCredential"],
    "@index": "1",
    "@direction": "ltr",
    "@set": [],
    "@list": [],
    "@json": {},
    "@base": "https://attacker.example/",
    "@vocab": "https://attacker.example/",
    "@version": 1.1,
    "@foo": "x",
    "@": "x",
}


@pytest.mark.parametrize("keyword", KEYWORDS)
@pytest.mark.parametrize("place", ["", "credentialSubject/", "credentialSubject/achievement/"])
def test_keywords(place: str, keyword: str) -> None:
    document = issuing.changed(issuing.good(), place + keyword, KEYWORDS[keyword])
    assert of(document) == (Verdict.INVALID, Reason.UNDEFINED_TERM)


def test_a_second_subject() -> None:
    document = issuing.good()
    document["credentialSubject"] = [
        document["credentialSubject"],
        {"id": "did:example:me", "type": ["AchievementSubject"]},
    ]
    assert of(document) == (Verdict.INVALID, Reason.SIGNATURE_INVALID)


# -- the same statements in another spelling


def _respelled(document: Json) -> Iterator[tuple[str, Json]]:
    """The document's statements written in other ways; each must be refused, or read like the original."""
    made = copy.deepcopy(document)
    made["https://www.w3.org/2018/credentials#validUntil"] = {
        "@value": made.pop("validUntil"),
        "@type": "http://www.w3.org/2001/XMLSchema#dateTime",
    }
    yield "end by its full address", made
    made = copy.deepcopy(document)
    made["cred:validUntil"] = made.pop("validUntil")
    yield "end by a prefix", made
    yield "end in a list", issuing.changed(document, "validUntil", [document["validUntil"]])
    yield "end in a list in a list", issuing.changed(document, "validUntil", [[document["validUntil"]]])
    for name, value in (
        ("typed value", {"@value": ENDED, "@type": "http://www.w3.org/2001/XMLSchema#dateTime"}),
        ("typed value, no keyword", {"@value": ENDED, "type": "http://www.w3.org/2001/XMLSchema#dateTime"}),
        ("set", {"@set": [ENDED]}),
    ):
        yield f"end as {name}", issuing.changed(document, "validUntil", value)
    status = document["credentialStatus"]
    statuses: list[tuple[str, Any]] = [
        ("a set", {"@set": [status]}),
        ("a list in a list", [[status]]),
        ("its id", status["id"]),
        (
            "two halves",
            [{k: status[k] for k in ("id", "type")}, {k: v for k, v in status.items() if k != "type"}],
        ),
        ("nothing", None),
    ]
    for name, value in statuses:
        yield f"status as {name}", issuing.changed(document, "credentialStatus", value)
    made = copy.deepcopy(document)
    made["https://www.w3.org/2018/credentials#credentialStatus"] = made.pop("credentialStatus")
    yield "status by its full address", made
    yield from _moved(document)
    for path, kind in (
        ("type", "https://www.w3.org/2018/credentials#VerifiableCredential"),
        ("type", f"{OB3_VOCABULARY}OpenBadgeCredential"),
        ("credentialSubject/type", f"{OB3_VOCABULARY}AchievementSubject"),
        ("credentialStatus/type", "https://www.w3.org/ns/credentials/status#BitstringStatusListEntry"),
    ):
        made = copy.deepcopy(document)
        owner, name = issuing.at_path(made, path)
        short = kind.rpartition("#")[2]
        owner[name] = [
            kind if old == short else old
            for old in (owner[name] if isinstance(owner[name], list) else [owner[name]])
        ]
        yield f"{path} by its full address: {short}", made


def _moved(document: Json) -> Iterator[tuple[str, Json]]:
    """Members of the credential in the endorsement's subject, which has the credential's id and so is the same node."""
    for name in ("validUntil", "credentialStatus"):
        for kinds in (
            ["EndorsementSubject"],
            ["EndorsementSubject", "VerifiableCredential"],
            ["EndorsementSubject", "VerifiableCredential", "OpenBadgeCredential"],
        ):
            made = copy.deepcopy(document)
            subject = made["endorsement"][0]["credentialSubject"]
            subject[name] = made.pop(name)
            subject["type"] = kinds
            yield f"{name} moved to {len(kinds)} types", made
    made = copy.deepcopy(document)
    made["type"] = ["VerifiableCredential"]
    made["endorsement"][0]["credentialSubject"]["type"] = ["EndorsementSubject", "OpenBadgeCredential"]
    yield "type moved", made


def _endorsed_and_ended() -> Json:
    document = issuing.credential(ISSUER, validUntil=ENDED, credentialStatus=issuing.status_entry(STATUS_URL))
    endorser = identities.did_key("endorser")
    document["endorsement"] = [issuing.secure(endorsement(endorser, document["id"]), endorser)]
    return issuing.secure(document, ISSUER)


def endorsement(endorser: identities.Identity, about: str) -> Json:
    """An unsigned EndorsementCredential."""
    return {
        "@context": [CONTEXT_V2, OB3],
        "id": "urn:uuid:2f0a1f5e-77aa-4a8a-9d34-1f8f2f9c0001",
        "type": ["VerifiableCredential", "EndorsementCredential"],
        "name": "Endorsement",
        "issuer": {"id": endorser.id, "type": ["Profile"], "name": "Chamber of crafts"},
        "validFrom": "2026-03-01T00:00:00Z",
        "credentialSubject": {
            "id": about,
            "type": ["EndorsementSubject"],
            "endorsementComment": "Well made.",
        },
    }


RESPELLED = dict(_respelled(_endorsed_and_ended()))


@pytest.mark.parametrize("spelling", RESPELLED)
def test_an_end_or_status_in_another_spelling_is_never_overlooked(spelling: str) -> None:
    assert of(_endorsed_and_ended()) == (Verdict.INVALID, Reason.EXPIRED)
    assert issuing.verify(RESPELLED[spelling]).verdict is Verdict.INVALID


@pytest.mark.parametrize(
    "kind", ["https://guild.example/terms#Licence", "https://schema.org/Person", "urn:x:y"]
)
def test_types_that_only_have_an_address(kind: str) -> None:
    """No term stands for them, so there is no second spelling."""
    document = issuing.credential(ISSUER)
    document["credentialSubject"]["type"].append(kind)
    signed = issuing.secure(document, ISSUER)
    assert of(signed) == GOOD
    assert of(issuing.removed(signed, "credentialSubject/type/1")) == (
        Verdict.INVALID,
        Reason.SIGNATURE_INVALID,
    )


def test_every_type_that_decides_something_is_protected_against_a_second_spelling() -> None:
    """The types the program looks for, by the addresses the pinned contexts give them."""
    decisive = {
        "VerifiableCredential", "VerifiablePresentation", "OpenBadgeCredential", "AchievementCredential",
        "EndorsementCredential", "ClrCredential", "AchievementSubject", "ClrSubject", "EndorsementSubject",
        "BitstringStatusListEntry", "BitstringStatusListCredential", "BitstringStatusList", "StatusList2021Entry",
        "StatusList2021Credential", "StatusList2021", "DataIntegrityProof", "Ed25519Signature2020",
        "1EdTechRevocationList",
    }  # fmt: skip
    for name, address in _addresses(decisive):
        document = issuing.changed(issuing.good(), "credentialSubject/type", ["AchievementSubject", address])
        assert of(document) == (Verdict.INVALID, Reason.UNDEFINED_TERM), (name, address)


def _addresses(names: set[str]) -> set[tuple[str, str]]:
    """What the pinned contexts say these terms stand for."""
    found = set()
    for url in resources.context_index():
        body = resources.load_context(url)["@context"]
        for part in body if isinstance(body, list) else [body]:
            for name in names & part.keys() if isinstance(part, dict) else ():
                value = part[name]["@id"] if isinstance(part[name], dict) else part[name]
                found.add((name, _expanded(value, part)))
    assert {name for name, _ in found} == names
    return found


def _expanded(value: str, context: Json) -> str:
    if value in context:
        other = context[value]
        return _expanded(other["@id"] if isinstance(other, dict) else other, context)
    prefix, _, rest = value.partition(":")
    base = context.get(prefix)
    return f"{base}{rest}" if isinstance(base, str) else value


@pytest.mark.parametrize(
    ("path", "class_name"),
    [
        ("credentialSubject/achievement", "Achievement"),
        ("credentialSubject/achievement/criteria", "Criteria"),
        ("credentialSubject/achievement/criteria", f"{OB3_VOCABULARY}criteria"),
        ("credentialSubject/achievement/tag", "tags"),
        ("credentialSubject/id", "@id"),
        ("credentialSubject/id", "uid"),
        ("id", "@id"),
        ("id", "uid"),
    ],
)
def test_properties_under_another_name(path: str, class_name: str) -> None:
    """Some classes share their property's address, some keywords have other names: signed the same, but not read."""
    document = issuing.good()
    owner, name = issuing.at_path(document, path)
    owner[class_name] = owner.pop(name)
    assert of(document) == (Verdict.INVALID, Reason.UNDEFINED_TERM)


def test_an_id_by_a_prefix() -> None:
    """`cred:x` would be read as an address of the vocabulary where the context has such a prefix."""
    issuer = identities.did_key("issuer")
    plain = issuing.credential_v1(issuer, issuing.DATA_INTEGRITY, id="https://www.w3.org/2018/credentials#x")
    document = issuing.secure(plain, issuer)
    assert of(document) == GOOD
    assert of(issuing.changed(document, "id", "cred:x"))[0] is Verdict.INVALID


def _learner_record(inner: Json) -> Json:
    return {
        "@context": [CONTEXT_V2, CLR2, OB3],
        "id": "urn:uuid:0d4b7c60-13a5-4d4e-8a86-0c7a0b7a0002",
        "type": ["VerifiableCredential", "ClrCredential"],
        "name": "Record",
        "issuer": {"id": ISSUER.id, "type": ["Profile"], "name": "School"},
        "validFrom": "2026-03-01T00:00:00Z",
        "credentialSubject": {
            "id": issuing.LEARNER,
            "type": ["ClrSubject"],
            "verifiableCredential": [inner],
        },
    }


CLR_TYPE = "https://purl.imsglobal.org/spec/vc/clr/vocab.html#ClrCredential"


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda record: record, Reason.INNER_NOT_VERIFIED),
        (
            lambda record: issuing.changed(record, "type", ["VerifiableCredential", CLR_TYPE]),
            Reason.UNDEFINED_TERM,
        ),
        (
            lambda record: issuing.changed(
                record,
                "credentialSubject/verifiableCredential",
                [record["credentialSubject"]["verifiableCredential"]],
            ),
            Reason.STRUCTURE_INVALID,
        ),
    ],
)
def test_a_forged_credential_in_a_record_cannot_be_hidden(
    change: Callable[[Json], Json], expected: Reason
) -> None:
    """Whoever publishes a record with a bad credential in it cannot make it pass for a plain credential."""
    good = issuing.secure(_learner_record(issuing.good()), ISSUER)
    assert of(good) == GOOD
    bad = issuing.secure(_learner_record(issuing.changed(issuing.good(), "name", "Surgery")), ISSUER)
    assert of(change(bad)) == (Verdict.INVALID, expected)


def test_what_json_says_twice_is_one_statement() -> None:
    """Spellings that every reader understands alike stay good."""
    document = issuing.good()
    issuer_text = json.loads(json.dumps(document))
    assert of(issuer_text) == GOOD
    for path, value in (
        (
            "credentialSubject/achievement/criteria",
            [document["credentialSubject"]["achievement"]["criteria"]],
        ),
        ("credentialSubject/achievement/type", "Achievement"),
        ("credentialSubject/result", [*document["credentialSubject"]["result"]]),
        ("type", ["OpenBadgeCredential", "VerifiableCredential"]),
    ):
        assert of(issuing.changed(document, path, value)) == GOOD


def test_the_proof_check_itself_refuses() -> None:
    """Not only the structure check, which looks at fewer places."""
    report = issuing.verify(RESPELLED["end by its full address"])
    assert report.check(CheckName.PROOF).outcome is Outcome.FAILED
    assert report.check(CheckName.PROOF).reason is Reason.UNDEFINED_TERM
