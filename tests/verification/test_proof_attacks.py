"""Attacks on embedded proofs, classes D2 to D7 and D12: each is one change to a proof that holds without it."""

import json
from typing import Any

import pytest

from tests import identities, issuing
from tests.identities import Json
from tests.issuing import DATA_INTEGRITY, ED25519_2020, OB3
from tests.shared_data import shared
from wallet.codecs import base58, base64url
from wallet.credentials.vcdm import CONTEXT_V2
from wallet.errors import Reason
from wallet.proofs import keys
from wallet.proofs.data_integrity import SecuredDocument, rdfc_hash_data
from wallet.proofs.jcs_hashing import jcs_hash_data
from wallet.verification.report import CheckName, Verdict, VerificationReport

ISSUER = identities.did_key("issuer")
OTHER = identities.did_key("other")
SUITES = ["eddsa-rdfc-2022", "Ed25519Signature2020"]
CONTEXTS = {"@context": [CONTEXT_V2, OB3, ED25519_2020, DATA_INTEGRITY]}


def signed(suite: str = "eddsa-rdfc-2022", **changes: Any) -> Json:
    """A good badge; keyword arguments replace proof options before it is signed."""
    return issuing.secure(issuing.credential(ISSUER, **CONTEXTS), ISSUER, suite, **changes)


def outcome(report: VerificationReport) -> tuple[Verdict, Reason | None]:
    return report.verdict, report.reason


def of(document: Json) -> tuple[Verdict, Reason | None]:
    return outcome(issuing.verify(document))


GOOD = (Verdict.CHECK, Reason.NO_TRUST_LIST)


@pytest.mark.parametrize("suite", SUITES)
def test_the_proof_all_attacks_start_from_is_good(suite: str) -> None:
    assert of(signed(suite)) == GOOD


# -- D2: purpose


@pytest.mark.parametrize("suite", SUITES)
@pytest.mark.parametrize("when", ["signed so", "changed"])
@pytest.mark.parametrize("purpose", ["authentication", "capabilityInvocation", None, "AssertionMethod"])
def test_other_purposes(purpose: str | None, when: str, suite: str) -> None:
    if when == "signed so" and purpose != "AssertionMethod":
        document = signed(suite, proofPurpose=purpose)
    elif purpose is None:
        document = issuing.removed(signed(suite), "proof/proofPurpose")
    else:
        document = issuing.changed(signed(suite), "proof/proofPurpose", purpose)
    assert of(document) == (Verdict.INVALID, Reason.PROOF_PURPOSE_WRONG)


@pytest.mark.parametrize("purpose", [["assertionMethod"], {"id": "assertionMethod"}, "", 1, True])
def test_purposes_that_are_not_one_word(purpose: Any) -> None:
    document = issuing.changed(signed(), "proof/proofPurpose", purpose)
    assert of(document) == (Verdict.INVALID, Reason.PROOF_PURPOSE_WRONG)


def test_a_presentation_needs_the_other_purpose() -> None:
    holder = identities.did_key("holder")
    assert of(issuing.presentation(holder, issuing.good()))[0] is Verdict.CHECK
    shown = issuing.presentation(holder, issuing.good(), purpose="assertionMethod")
    assert of(shown) == (Verdict.INVALID, Reason.PROOF_PURPOSE_WRONG)


# -- D3: dates of the proof, options added or stripped


@pytest.mark.parametrize("suite", SUITES)
@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, GOOD),
        ({"created": None}, GOOD),
        ({"created": "2026-11-23T12:04:00Z"}, GOOD),  # clocks differ by minutes
        ({"created": "2026-11-23T12:06:00Z"}, (Verdict.INVALID, Reason.PROOF_FROM_THE_FUTURE)),
        ({"created": "2036-01-01T00:00:00Z"}, (Verdict.INVALID, Reason.PROOF_FROM_THE_FUTURE)),
        ({"created": "yesterday"}, (Verdict.INVALID, Reason.DATE_INVALID)),
        ({"created": "2026-02-30T00:00:00Z"}, (Verdict.INVALID, Reason.DATE_INVALID)),
        ({"expires": "2027-01-01T00:00:00Z"}, GOOD),
        ({"expires": "2026-11-23T11:59:59Z"}, (Verdict.INVALID, Reason.PROOF_EXPIRED)),
        ({"expires": "never"}, (Verdict.INVALID, Reason.DATE_INVALID)),
        ({"challenge": "1", "domain": "example.org"}, GOOD),
    ],
)
def test_dates_of_the_proof(changes: Json, expected: tuple[Verdict, Reason], suite: str) -> None:
    assert of(signed(suite, **changes)) == expected


@pytest.mark.parametrize("suite", SUITES)
@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("expires", "2030-01-01T00:00:00Z"),
        ("domain", "example.org"),
        ("challenge", "abc"),
        ("nonce", "abc"),
        ("created", "2026-02-01T09:00:01Z"),
        ("id", "urn:example:proof"),
        ("verificationMethod", OTHER.method),
    ],
)
def test_options_added_or_changed(name: str, value: str, suite: str) -> None:
    verdict, reason = of(issuing.changed(signed(suite), f"proof/{name}", value))
    assert verdict is Verdict.INVALID
    assert reason in (Reason.SIGNATURE_INVALID, Reason.UNDEFINED_TERM)


@pytest.mark.parametrize("name", ["created", "expires", "domain", "challenge"])
def test_options_stripped(name: str) -> None:
    document = signed(expires="2026-12-01T00:00:00Z", domain="a", challenge="b")
    assert of(document) == GOOD
    assert of(issuing.removed(document, f"proof/{name}")) == (Verdict.INVALID, Reason.SIGNATURE_INVALID)


@pytest.mark.parametrize(
    "contexts", [[CONTEXT_V2], "https://attacker.example/context", [], {"@vocab": "urn:x:"}, None]
)
def test_a_proof_with_contexts_of_its_own(contexts: Any) -> None:
    document = signed()
    assert of(issuing.changed(document, "proof/@context", document["@context"])) == GOOD
    assert of(issuing.changed(document, "proof/@context", contexts)) == (
        Verdict.INVALID,
        Reason.PROOF_MALFORMED,
    )


@pytest.mark.parametrize(
    ("name", "value"), [("grade", "A"), ("ex:x", "A"), ("Expires", "2020-01-01T00:00:00Z")]
)
def test_options_no_context_defines(name: str, value: str) -> None:
    assert of(issuing.changed(signed(), f"proof/{name}", value)) == (Verdict.INVALID, Reason.UNDEFINED_TERM)


def test_the_end_of_a_proof_under_another_name() -> None:
    """security/v1 calls `expires` `expiration`; contexts are not signed."""
    ended = signed(expires="2026-03-01T00:00:00Z")
    assert of(ended) == (Verdict.INVALID, Reason.PROOF_EXPIRED)
    for name in ("expiration", "https://w3id.org/security#expiration", "Expires"):
        renamed = issuing.removed(ended, "proof/expires")
        renamed["proof"][name] = "2026-03-01T00:00:00Z"
        renamed["@context"] = [*renamed["@context"], "https://w3id.org/security/v1"]
        assert of(renamed)[0] is Verdict.INVALID


# -- D4: suites renamed


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"cryptosuite": "ecdsa-rdfc-2019"}, (Verdict.INVALID, Reason.KEY_MALFORMED)),
        ({"cryptosuite": "eddsa-jcs-2022"}, (Verdict.INVALID, Reason.SIGNATURE_INVALID)),
        ({"cryptosuite": "eddsa-2022"}, (Verdict.INVALID, Reason.SIGNATURE_INVALID)),
        ({"cryptosuite": "mldsa44-jcs-2024"}, (Verdict.UNCHECKED, Reason.UNSUPPORTED_SUITE)),
        ({"cryptosuite": "Ed25519Signature2020"}, (Verdict.UNCHECKED, Reason.UNSUPPORTED_SUITE)),
        ({"cryptosuite": "EDDSA-RDFC-2022"}, (Verdict.UNCHECKED, Reason.UNSUPPORTED_SUITE)),
        ({"cryptosuite": None}, (Verdict.INVALID, Reason.PROOF_MALFORMED)),
        ({"cryptosuite": ""}, (Verdict.INVALID, Reason.PROOF_MALFORMED)),
        ({"cryptosuite": ["eddsa-rdfc-2022"]}, (Verdict.INVALID, Reason.PROOF_MALFORMED)),
        ({"type": "Ed25519Signature2020"}, (Verdict.INVALID, Reason.PROOF_MALFORMED)),
        (
            {"type": "Ed25519Signature2020", "cryptosuite": None},
            (Verdict.INVALID, Reason.SIGNATURE_INVALID),
        ),
        ({"type": ["DataIntegrityProof"]}, (Verdict.INVALID, Reason.PROOF_MALFORMED)),
        ({"type": "DataIntegrityProof2"}, (Verdict.INVALID, Reason.UNDEFINED_TERM)),
        ({"type": "Multikey"}, (Verdict.UNCHECKED, Reason.UNSUPPORTED_SUITE)),
        ({"type": "https://w3id.org/security#DataIntegrityProof"}, (Verdict.INVALID, Reason.UNDEFINED_TERM)),
        ({"type": None}, (Verdict.INVALID, Reason.STRUCTURE_INVALID)),
    ],
)
def test_suites_renamed(changes: Json, expected: tuple[Verdict, Reason]) -> None:
    """A name this program does not know leaves the proof untried; what it knows does not hold under another name."""
    document = signed()
    document["proof"] = issuing.without_none(document["proof"] | changes)
    if changes == {"type": "Multikey"}:
        document["@context"] = [*document["@context"], "https://w3id.org/security/multikey/v1"]
    assert of(document) == expected


def test_a_2020_proof_renamed_to_2022() -> None:
    document = signed("Ed25519Signature2020")
    document["proof"] |= {"type": "DataIntegrityProof", "cryptosuite": "eddsa-rdfc-2022"}
    assert of(document) == (Verdict.INVALID, Reason.SIGNATURE_INVALID)


def _jcs_signed() -> Json:
    document = issuing.credential(ISSUER, **CONTEXTS)
    options = issuing.options(ISSUER)
    proof: Json = {"type": "DataIntegrityProof", "cryptosuite": "eddsa-jcs-2022", **options}
    proof["@context"] = document["@context"]
    message = jcs_hash_data(SecuredDocument(document), proof)
    return {**document, "proof": {**proof, "proofValue": "z" + base58.encode(ISSUER.key.sign(message))}}


def test_contexts_around_a_proof_over_json() -> None:
    """Such a proof signs the contexts it names; what is put before, between or behind them nobody signed (D9)."""
    document = _jcs_signed()
    assert of(document) == GOOD
    contexts, other = document["@context"], "https://w3id.org/vc/status-list/2021/v1"
    malformed = (Verdict.INVALID, Reason.PROOF_MALFORMED)
    assert of({**document, "@context": [contexts[0], other, *contexts[1:]]}) == malformed
    assert of({**document, "@context": [*contexts[:-1], other]}) == malformed
    assert of({**document, "@context": contexts[:-1]}) == malformed
    behind = {**document, "@context": [*contexts, other]}
    assert of(behind) == (Verdict.UNCHECKED, Reason.UNKNOWN_CONTEXT)
    # what somebody who adds a second proof has to add says nothing about the credential
    assert of({**document, "@context": [*contexts, "https://w3id.org/security/multikey/v1"]}) == GOOD


# -- D5: the signature's text


def _values(value: str) -> dict[str, Any]:
    raw = base58.decode(value[1:])
    return {
        "cut": value[:-1],
        "extended": value + "1",
        "empty": "",
        "header only": "z",
        "no header": value[1:],
        "base64url": "u" + base64url.encode(raw),
        "hexadecimal": "f" + raw.hex(),
        "leading one": "z1" + value[1:],
        "space before": " " + value,
        "space after": value + " ",
        "line break": value + "\n",
        "letter outside the alphabet": "z0" + value[2:],
        "list": [value],
        "object": {"@value": value},
        "null": None,
        "number": 5,
        "one byte less": "z" + base58.encode(raw[:-1]),
        "one byte more": "z" + base58.encode(raw + b"\0"),
        "very long": "z" + "2" * 100_000,
        "full-width letter": value[:-1] + "\uff11",
    }


@pytest.mark.parametrize("fault", _values("z" + "2" * 87))
@pytest.mark.parametrize("suite", SUITES)
def test_malformed_values(suite: str, fault: str) -> None:
    document = signed(suite)
    value = _values(document["proof"]["proofValue"])[fault]
    verdict, reason = of(issuing.changed(document, "proof/proofValue", value))
    assert verdict is Verdict.INVALID
    assert reason is Reason.PROOF_MALFORMED or (fault == "cut" and reason is Reason.SIGNATURE_INVALID)


def test_value_missing() -> None:
    assert of(issuing.removed(signed(), "proof/proofValue")) == (Verdict.INVALID, Reason.PROOF_MALFORMED)


# -- D6: keys that make signatures for every text


def _weak_issuer(public: bytes) -> identities.Identity:
    did = keys.did_key_from_ed25519(public)
    return identities.Identity(did, f"{did}#{did.removeprefix('did:key:')}", OTHER.key)


P25519 = 2**255 - 19


@pytest.mark.parametrize(
    "public",
    [
        (1).to_bytes(32, "little"),
        bytes(32),
        (P25519 - 1).to_bytes(32, "little"),
        P25519.to_bytes(32, "little"),
        (P25519 + 1).to_bytes(32, "little"),
        bytes.fromhex("c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a"),
    ],
    ids=["identity", "order 4", "order 2", "zero not reduced", "one not reduced", "order 8"],
)
def test_keys_of_small_order(public: bytes) -> None:
    weak = _weak_issuer(public)
    document = issuing.secure(issuing.credential(weak), weak)
    # R = identity, S = 0: with such a key this holds for every text where nobody looks at the key
    document["proof"]["proofValue"] = "z" + base58.encode((1).to_bytes(32, "little") + bytes(32))
    assert of(document) == (Verdict.INVALID, Reason.KEY_WEAK)


def test_published_signatures_under_weak_keys() -> None:
    cases = json.loads(shared("adversarial", "ed25519-speccheck", "cases.json").read_text())
    for number in (0, 1, 10, 11):
        weak = _weak_issuer(bytes.fromhex(cases[number]["pub_key"]))
        document = issuing.secure(issuing.credential(weak), weak)
        document["proof"]["proofValue"] = "z" + base58.encode(bytes.fromhex(cases[number]["signature"]))
        assert of(document) == (Verdict.INVALID, Reason.KEY_WEAK)


# -- D7: other numbers for the same signature

ORDER_25519 = 2**252 + 27742317777372353535851937790883648493
ORDER_P256 = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551


@pytest.mark.parametrize("suite", SUITES)
def test_ed25519_s_plus_l(suite: str) -> None:
    document = signed(suite)
    raw = base58.decode(document["proof"]["proofValue"][1:])
    s = int.from_bytes(raw[32:], "little") + ORDER_25519
    document["proof"]["proofValue"] = "z" + base58.encode(raw[:32] + s.to_bytes(32, "little"))
    assert of(document) == (Verdict.INVALID, Reason.SIGNATURE_INVALID)


def test_ecdsa_with_the_other_s_says_the_same() -> None:
    """Allowed by ECDSA: it is the same statement of the same signer. Duplicates are found by content, not by this."""
    issuer = identities.did_key("issuer", "P-256")
    document = issuing.secure(issuing.credential(issuer), issuer, "ecdsa-rdfc-2019")
    raw = base58.decode(document["proof"]["proofValue"][1:])
    other_s = ORDER_P256 - int.from_bytes(raw[32:])
    document["proof"]["proofValue"] = "z" + base58.encode(raw[:32] + other_s.to_bytes(32))
    assert of(document) == GOOD
    document["proof"]["proofValue"] = "z" + base58.encode(raw[:32] + bytes(32))
    assert of(document) == (Verdict.INVALID, Reason.SIGNATURE_INVALID)


# -- D12: several proofs


def with_proofs(*proofs: Json) -> VerificationReport:
    return issuing.verify({**signed(), "proof": list(proofs)})


def proof_of(document: Json) -> Json:
    proof: Json = document["proof"]
    return proof


def test_two_good_proofs() -> None:
    both = [proof_of(signed()), proof_of(signed("Ed25519Signature2020"))]
    assert outcome(with_proofs(*both)) == GOOD
    assert outcome(with_proofs(*reversed(both))) == GOOD


def test_a_witness_beside_the_issuer() -> None:
    """Another's good proof takes nothing away, whichever stands first; alone it does not speak for the issuer."""
    witness = proof_of(issuing.secure(issuing.credential(ISSUER, **CONTEXTS), OTHER))
    own = proof_of(signed())
    assert outcome(with_proofs(witness, own)) == GOOD
    assert outcome(with_proofs(own, witness)) == GOOD
    assert outcome(with_proofs(witness)) == (Verdict.INVALID, Reason.VM_NOT_ISSUER)


def _bad_proofs() -> dict[str, Json]:
    good = proof_of(signed())
    elsewhere = issuing.secure(issuing.credential(ISSUER, **CONTEXTS, name="Other badge"), ISSUER)
    return {
        "changed": good | {"created": "2026-02-01T09:00:01Z"},
        "borrowed": proof_of(elsewhere),
        "cut": good | {"proofValue": good["proofValue"][:-2]},
        "no value": issuing.without_none(good | {"proofValue": None}),
        "another's name": good | {"verificationMethod": OTHER.method},
        "weak key": good | {"verificationMethod": _weak_issuer((1).to_bytes(32, "little")).method},
        "previousProof to nothing": good | {"previousProof": "urn:example:nowhere"},
        "previousProof to itself": good | {"id": "urn:example:self", "previousProof": "urn:example:self"},
    }


@pytest.mark.parametrize("fault", _bad_proofs())
@pytest.mark.parametrize("first", [True, False])
def test_a_bad_proof_beside_a_good_one(fault: str, first: bool) -> None:
    both = [_bad_proofs()[fault], proof_of(signed())]
    report = with_proofs(*(both if first else reversed(both)))
    assert report.verdict is Verdict.INVALID
    assert report.check(CheckName.PROOF).reason in (
        Reason.SIGNATURE_INVALID,
        Reason.PROOF_MALFORMED,
        Reason.KEY_WEAK,
    )


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"proofPurpose": "authentication"}, Reason.PROOF_PURPOSE_WRONG),
        ({"verificationMethod": f"{ISSUER.id}#gone"}, Reason.KEY_NOT_FOUND),
    ],
)
def test_a_proof_that_cannot_count_beside_a_good_one_is_shown(changes: Json, reason: Reason) -> None:
    trust = [issuing.Directory("Guilds", [ISSUER.id])]
    good = proof_of(signed())
    plain = issuing.verify(signed(), trust=trust)
    assert outcome(plain) == (Verdict.VERIFIED, None)
    report = issuing.verify({**signed(), "proof": [good | changes, good]}, trust=trust)
    assert outcome(report) == (Verdict.CHECK, reason)


def test_an_unknown_suite_beside_a_good_proof() -> None:
    unknown = proof_of(signed()) | {"cryptosuite": "mldsa44-jcs-2024"}
    assert outcome(with_proofs(unknown, proof_of(signed()))) == GOOD
    assert outcome(with_proofs(unknown)) == (Verdict.UNCHECKED, Reason.UNSUPPORTED_SUITE)


def _chain() -> Json:
    """A badge whose second proof signs the first one, too."""
    first = signed(id="urn:example:first")
    document = {**first, "proof": proof_of(first)}
    options = issuing.options(ISSUER, previousProof="urn:example:first")
    proof = {"type": "DataIntegrityProof", "cryptosuite": "eddsa-rdfc-2022", **options}
    signature = ISSUER.key.sign(rdfc_hash_data(SecuredDocument(document), proof))
    proof["proofValue"] = "z" + base58.encode(signature)
    return {**document, "proof": [proof_of(first), proof]}


def test_a_chain_of_proofs() -> None:
    chain = _chain()
    assert of(chain) == GOOD
    changed = issuing.changed(chain, "proof/0/created", "2026-02-02T00:00:00Z")
    assert of(changed) == (Verdict.INVALID, Reason.SIGNATURE_INVALID)
    without = {**chain, "proof": [chain["proof"][1]]}
    assert of(without) == (Verdict.INVALID, Reason.PROOF_MALFORMED)


@pytest.mark.parametrize("proof", [[], None, "z", 7, [None], ["z"], {}, [{}], [[]]])
def test_proofs_that_are_none(proof: Any) -> None:
    verdict, reason = of({**signed(), "proof": proof})
    assert verdict is Verdict.INVALID
    assert reason in (Reason.PROOF_MISSING, Reason.STRUCTURE_INVALID)


def test_a_proof_inside_another_object_proves_nothing() -> None:
    document = signed()
    moved = issuing.removed(document, "proof")
    moved["credentialSubject"]["proof"] = document["proof"]
    assert of(moved)[0] is Verdict.INVALID


def test_a_word_put_into_one_proof_of_a_set_is_not_passed_over() -> None:
    """A proof of a suite we do not know may have terms of its own; in one we know, somebody put it there."""
    first, second = (
        issuing.secure(issuing.credential(ISSUER), ISSUER, created=f"2026-02-0{day}T00:00:00Z")
        for day in (1, 2)
    )
    both = {**first, "proof": [first["proof"], second["proof"]]}
    assert issuing.verify(both).verdict is Verdict.CHECK
    both["proof"][1]["evidence"] = {"id": "urn:x", "type": "Evidence", "name": "Forged"}
    assert of(both) == (Verdict.INVALID, Reason.UNDEFINED_TERM)
