"""The page and the wallet never disagree on good or bad: two programs with other libraries, the same hostile inputs.

The page may leave open what it says it cannot check (proof chains, lists of other kinds, presentations in tokens);
a good one may never be bad to the other, and what the wallet does not find good is never good to the page.
"""

import copy
import json
import random
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from tests import hiding, identities, issuing, older_badges
from tests.assurance import rounds
from tests.extra_contexts import add_test_contexts
from tests.identities import Identity, Json
from tests.issuing import Documents
from tests.verification import test_mutants_of_every_format as every_format
from tests.verification import test_sd_jwt_mutations as sd_jwt
from tests.verification.test_mutations import DOCUMENTS, LIST, WEB, mutated, source
from tests.verification.test_terms import ENDED, RESPELLED, endorsement
from tests.verify_page.browser import Browser
from wallet.codecs import base64url
from wallet.verification.report import Verdict

pytestmark = pytest.mark.long

_ISSUER = identities.did_key("issuer")
_HOLDER = identities.did_key("holder")
_THIEF = identities.did_key("thief")
_VICTIM = identities.did_web("victim", "P-256", host="victim.example")
_PAGE = {"check": "good", "unchecked": "open", "invalid": "bad", "unreadable": "bad", "fault": "bad"}
_WALLET = {
    Verdict.VERIFIED: "good",
    Verdict.CHECK: "good",
    Verdict.UNCHECKED: "open",
    Verdict.INVALID: "bad",
    Verdict.UNREADABLE: "bad",
}
AGREED = {
    ("good", "good"),
    ("bad", "bad"),
    ("open", "open"),
    ("open", "good"),
    ("open", "bad"),
    ("bad", "open"),
}


def compare(
    browser: Browser, texts: Mapping[str, str], published: Mapping[str, Any]
) -> Counter[tuple[str, str]]:
    """How often the page said this and the wallet that; fails where they disagree."""
    bodies = {url: body if isinstance(body, str) else json.dumps(body) for url, body in published.items()}
    said = browser.judge(list(texts.values()), bodies)
    assert len(said) == len(texts), said
    lookups = Documents({url: body.encode() for url, body in bodies.items()})
    counts = Counter[tuple[str, str]]()
    for (name, text), verdict in zip(texts.items(), said, strict=True):
        report = issuing.verify(text, lookups)
        pair = _PAGE[verdict], _WALLET[report.verdict]
        assert pair in AGREED, (
            f"{name}: page {verdict}, wallet {report.verdict} {report.reason}: {text[:3000]}"
        )
        counts[pair] += 1
    return counts


def _published() -> dict[str, Any]:
    lookups = source()
    found = {url: lookups.lookup(url) for url in (*WEB.documents, LIST)}
    return {url: document.body.decode() for url, document in found.items() if document is not None}


@pytest.mark.parametrize("name", [*every_format.FORMS, *(f"document: {one}" for one in DOCUMENTS)])
def test_mutants(browser: Browser, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    add_test_contexts(monkeypatch)
    form = name.removeprefix("document: ")
    document = DOCUMENTS[form]() if form in DOCUMENTS else every_format.FORMS[form].make()
    draw, texts = random.Random(f"page: {name}"), {"control": json.dumps(document)}
    texts |= {f"mutant {number}": json.dumps(mutated(document, draw)) for number in range(rounds(16, 1_000))}
    counts = compare(browser, texts, _published())
    print(f"page and wallet on mutants of {name}: {dict(counts)}, disagreed on good or bad: 0")
    assert counts["bad", "bad"] > 0


@pytest.mark.parametrize("version", [1, 2])
def test_mutants_of_tokens(browser: Browser, version: int) -> None:
    """Half are signed by the issuer's own key: then what is said, not the signature, is judged."""
    issuer = WEB
    document = issuing.credential(issuer) if version == 2 else issuing.credential_v1(issuer)
    claims = issuing.claims_v2(document) if version == 2 else issuing.claims_v1(document)
    good = issuing.token(claims, issuer, "ES256")
    header = json.loads(base64url.decode_strict(good.split(".")[0]))
    draw, texts = random.Random(f"page: tokens {version}"), {"control": good}
    for number in range(rounds(40, 1_000)):
        made = mutated({"header": header, "payload": claims}, draw)
        parts = [json.dumps(made.get(part)).encode() for part in ("header", "payload")]
        key = draw.choice([issuer.key, issuer.key, identities.key("attacker", "P-256")])
        texts[f"mutant {number}"] = issuing.token_of(parts[0], parts[1], key)
    counts = compare(browser, texts, _published())
    print(
        f"page and wallet on mutants of tokens, version {version}: {dict(counts)}, disagreed on good or bad: 0"
    )
    assert counts["bad", "bad"] > 0 < counts["good", "good"]


def test_mutants_of_sd_jwts(browser: Browser) -> None:
    draw, texts = random.Random("page: sd-jwt"), dict(sd_jwt.PLAIN | sd_jwt.BOUND)
    for number in range(rounds(60, 1_000)):
        texts[f"mutant {number}"] = draw.choice(sd_jwt.CHANGES)(draw, draw.choice(sd_jwt.ALL))
    counts = compare(browser, texts, {})
    print(f"page and wallet on mutants of SD-JWTs: {dict(counts)}, disagreed on good or bad: 0")
    assert counts["bad", "bad"] > 0 < counts["good", "good"]


# -- attacks by name


def _lone_key() -> tuple[Json, dict[str, Any]]:
    """A key on the attacker's own site that says its owner is the victim, and lists itself."""
    key, address = identities.key("attacker", "P-256"), "https://attacker.example/key"
    published = {
        "id": address,
        "type": "Multikey",
        "controller": _VICTIM.id,
        "publicKeyMultibase": key.multikey,
        "assertionMethod": [address],
    }
    signer = Identity(_VICTIM.id, address, key)
    return issuing.secure(issuing.credential(signer), signer, "ecdsa-rdfc-2019"), {address: published}


def _moved_ends() -> Iterator[tuple[str, Json]]:
    """An end that is signed, written where a reader who looks at the JSON alone does not see it."""
    plain = issuing.secure(issuing.credential(_ISSUER, validUntil=ENDED), _ISSUER)
    made = copy.deepcopy(plain)
    made["https://www.w3.org/2018/credentials#validUntil"] = {
        "@value": made.pop("validUntil"),
        "@type": "http://www.w3.org/2001/XMLSchema#dateTime",
    }
    yield "end by its full address", made
    endorser = identities.did_key("endorser")
    document = issuing.credential(_ISSUER, validUntil=ENDED)
    document["endorsement"] = [issuing.secure(endorsement(endorser, document["id"]), endorser)]
    made = issuing.secure(document, _ISSUER)
    subject = made["endorsement"][0]["credentialSubject"]
    subject["validUntil"] = made.pop("validUntil")
    subject["type"] = ["EndorsementSubject", "VerifiableCredential"]
    yield "end in the endorsement's subject", made


def _hostile() -> Iterator[tuple[str, Any]]:
    good = issuing.good()
    yield from RESPELLED.items()
    yield from _moved_ends()
    value = good["proof"]["proofValue"]
    for name, text in (("space", value + " "), ("base64url", "u" + value[1:]), ("one more", value + "1")):
        yield f"proof value: {name}", issuing.changed(good, "proof/proofValue", text)
    contexts = ["https://w3id.org/security/v2", "https://w3id.org/security/multikey/v1"]
    for context in contexts:
        yield f"proof with {context}", issuing.changed(good, "proof/@context", [context])
        yield f"{context} first", {**good, "@context": [context, *good["@context"]]}
    for kind in ("at+jwt", "kb+jwt", "dc+sd-jwt", 7):
        yield (
            f"token of type {kind}",
            issuing.token(issuing.claims_v2(issuing.credential(_ISSUER)), _ISSUER, "EdDSA", typ=kind),
        )
    for claim, other in (
        ("iss", _THIEF.id),
        ("sub", "did:example:me"),
        ("jti", "urn:x:1"),
        ("nbf", 1),
        ("exp", 1),
        ("exp", "1"),
    ):
        claims = issuing.claims_v2(issuing.credential(_ISSUER)) | {claim: other}
        yield f"claim {claim} is {other!r}", issuing.token(claims, _ISSUER, "EdDSA")
    yield (
        "an end in the token alone",
        issuing.token(
            issuing.claims_v1(issuing.credential_v1(_ISSUER)) | {"exp": 1_700_000_000}, _ISSUER, "EdDSA"
        ),
    )
    badge = issuing.credential(_ISSUER, validUntil=hiding.Hidden("2030-01-01T00:00:00Z"))
    yield "an end that can be hidden", hiding.issue(badge, _ISSUER, typ="vc+sd-jwt")
    yield "holder's presentation by a thief", issuing.presentation(_HOLDER, good, sign_with=_THIEF)
    yield "presentation for another purpose", issuing.presentation(_HOLDER, good, purpose="assertionMethod")
    yield "presentation with nothing", issuing.presentation(_HOLDER)
    yield (
        "presentation with a bad one",
        issuing.presentation(_HOLDER, good, issuing.changed(good, "name", "x")),
    )
    yield "receiver as an object", issuing.presentation(_HOLDER, good, domain={"@value": "a"})
    for left_out in ("cryptosuite", "type"):
        nameless = {name: value for name, value in good["proof"].items() if name != left_out}
        yield f"proof without {left_out} beside a good one", {**good, "proof": [good["proof"], nameless]}
    older = DOCUMENTS["badge, version 1.1"]()
    yield "proof that no context defines", {**older, "@context": older["@context"][:-1]}
    yield "borrowed proof", {**issuing.good(id="urn:uuid:other"), "proof": good["proof"]}


HOSTILE = dict(_hostile())


def test_attacks(browser: Browser) -> None:
    """Each of them is bad to the wallet, so good or open to the page would be a hole."""
    texts = {name: value if isinstance(value, str) else json.dumps(value) for name, value in HOSTILE.items()}
    counts = compare(browser, {**texts, "control": json.dumps(issuing.good())}, {})
    assert counts == {("good", "good"): 1, ("bad", "bad"): len(texts)}


def test_a_key_that_names_somebody_else_as_its_owner(browser: Browser) -> None:
    """Pressing the button asks the attacker's site; only the victim's own document can say whose key it is."""
    forged, published = _lone_key()
    text = {"forged": json.dumps(forged)}
    assert compare(browser, text, published) == {("open", "open"): 1}
    assert compare(browser, text, {**published, **_VICTIM.documents}) == {("bad", "bad"): 1}
    address, document = next(iter(_VICTIM.documents.items()))
    listed = {address: {**document, "assertionMethod": [*published]}}
    assert compare(browser, text, {**published, **listed}) == {("good", "good"): 1}


def _packed(text: str, change: str) -> str:
    raw = base64url.decode_strict(text)
    made = {"cut": raw[:-9], "checksum": raw[:-8] + bytes(4) + raw[-4:], "empty": b"", "whole": raw}[change]
    return base64url.encode(made)


@pytest.mark.parametrize(
    ("withdrawn", "subject", "expected"),
    [
        ((), {}, ("good", "good")),
        ((94567,), {}, ("bad", "bad")),
        ((), {"statusPurpose": "suspension"}, ("open", "open")),
        ((), "cut", ("open", "open")),
        ((), "checksum", ("open", "open")),
        ((), "empty", ("open", "open")),
        ((), "no header", ("open", "open")),
        ((94567,), "broken proof", ("open", "open")),
    ],
)
def test_status_lists(
    browser: Browser, withdrawn: tuple[int, ...], subject: Any, expected: tuple[str, str]
) -> None:
    encoded = issuing.encoded_list(withdrawn)
    changes: Json = {"encodedList": "u" + encoded} | (subject if isinstance(subject, dict) else {})
    if subject in ("cut", "checksum", "empty"):
        changes["encodedList"] = "u" + _packed(encoded, subject)
    if subject == "no header":
        changes["encodedList"] = encoded
    listed = issuing.secure(issuing.status_list(_ISSUER, LIST, changes), _ISSUER)
    if subject == "broken proof":
        listed = issuing.changed(listed, "validFrom", "2026-01-02T00:00:00Z")
    badge = issuing.good(credentialStatus=issuing.status_entry(LIST))
    assert compare(browser, {"badge": json.dumps(badge)}, {LIST: listed}) == {expected: 1}


def test_what_the_page_does_not_read_is_left_open(browser: Browser) -> None:
    """Badges of version 2, and lists that withdraw a token: good or withdrawn to the wallet, never good or bad here."""
    texts = {
        "hosted badge": json.dumps(older_badges.assertion()),
        "signed badge": older_badges.sign(older_badges.signed_assertion()),
        "token with a list": hiding.issue(
            hiding.claims(_ISSUER, status={"status_list": {"idx": 0, "uri": "https://guild.example/l"}}),
            _ISSUER,
        ),
    }
    counts = compare(browser, texts, older_badges.published())
    assert counts == {("open", "good"): 2, ("open", "open"): 1}
