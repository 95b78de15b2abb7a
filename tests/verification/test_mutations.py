"""Random changes to good documents: always a report, never a false accept.

Mutants are made from fixed seeds by small edits of the JSON tree (and of tokens' parts), of the kinds attackers use. A
mutant may only be found good when it shows the same: the same credential, the same proof, the same claims.
"""

import copy
import dataclasses
import json
import random
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any

import pytest

from tests import identities, issuing
from tests.assurance import rounds
from tests.identities import Json, Key
from tests.issuing import CLR2, OB3, Documents
from wallet import resources
from wallet.codecs import base64url
from wallet.credentials.credential_view import parse_view
from wallet.credentials.detect import parse_document
from wallet.credentials.vcdm import CONTEXT_V2
from wallet.errors import ProofError
from wallet.verification.key_resolution import did_web_url
from wallet.verification.report import CheckName, Outcome, Verdict

GOOD = (Verdict.VERIFIED, Verdict.CHECK)
pytestmark = pytest.mark.long

MUTANTS = rounds(1_500, 10_000)
ISSUER = identities.did_key("issuer")
WEB = identities.did_web("issuer", "P-256")
LIST = "https://guild.example/status/1"

JUNK: list[Any] = [
    None, True, False, 0, -1, 1.5, 2**53 + 1, 1e308, "", " ", "x", "\0", "\u202e", "\ud83d\ude00", [], {}, [[]], [{}],
    [None], {"id": "x"}, {"@value": "x"}, {"@id": "urn:x:1"}, {"@set": []}, {"@list": []}, {"type": "x"},
    "did:key:z6MkpJySvETLnxhQG9DzEdmKJtysBDjuuTeDfUj1uNNCUqcj", "https://attacker.example/", "_:b0",
    "2020-01-01T00:00:00Z", "2099-01-01T00:00:00Z", "VerifiableCredential", "Achievement", "data:,x", "a" * 5000,
]  # fmt: skip
NAMES = [
    "id", "type", "@id", "@type", "@context", "@graph", "@included", "@reverse", "@nest", "name", "issuer", "proof",
    "validFrom", "validUntil", "expirationDate", "issuanceDate", "credentialStatus", "credentialSubject",
    "endorsement", "endorsementJwt", "verifiableCredential", "previousProof", "expires", "expiration", "uid", "vp",
    "https://www.w3.org/2018/credentials#validUntil", "cred:validUntil", "Achievement", "holder", "domain", "vc",
]  # fmt: skip


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every container with every key or index in it."""
    waiting = [value]
    while waiting:
        owner = waiting.pop()
        entries = owner.items() if isinstance(owner, dict) else enumerate(owner)
        for name, item in entries:
            yield owner, name
            if isinstance(item, dict | list):
                waiting.append(item)


def _junk(draw: random.Random) -> Any:
    return copy.deepcopy(draw.choice(JUNK))


def _replace(draw: random.Random, owner: Any, name: Any, root: Any) -> None:
    del root
    owner[name] = _junk(draw)


def _remove(draw: random.Random, owner: Any, name: Any, root: Any) -> None:
    del draw, root
    del owner[name]


def _wrap(draw: random.Random, owner: Any, name: Any, root: Any) -> None:
    del root
    value = owner[name]
    owner[name] = draw.choice(
        [[value], [value, value], [[value]], {"@value": value}, {"@set": [value]}, {"id": value}]
    )


def _unwrap(draw: random.Random, owner: Any, name: Any, root: Any) -> None:
    del root
    if isinstance(owner[name], list | dict) and owner[name]:
        values = owner[name] if isinstance(owner[name], list) else list(owner[name].values())
        owner[name] = draw.choice(values)


def _rename(draw: random.Random, owner: Any, name: Any, root: Any) -> None:
    del root
    if isinstance(owner, dict):
        new = draw.choice(
            [draw.choice(NAMES), name.upper(), name.capitalize(), name + " ", f"cred:{name}", name[:-1]]
        )
        owner[new] = owner.pop(name)


def _add(draw: random.Random, owner: Any, name: Any, root: Any) -> None:
    del name, root
    if isinstance(owner, dict):
        owner[draw.choice(NAMES)] = _junk(draw)
    else:
        owner.insert(draw.randrange(len(owner) + 1), _junk(draw))


def _copy_from_elsewhere(draw: random.Random, owner: Any, name: Any, root: Any) -> None:
    other, key = draw.choice(list(places(root)))
    owner[name] = copy.deepcopy(other[key])


def _move(draw: random.Random, owner: Any, name: Any, root: Any) -> None:
    other, _ = draw.choice(list(places(root)))
    if isinstance(owner, dict) and isinstance(other, dict) and other is not owner:
        other[name] = copy.deepcopy(owner.pop(name))


def _context(draw: random.Random, owner: Any, name: Any, root: Any) -> None:
    del name, root
    if isinstance(owner, dict):
        known = sorted(resources.context_index())
        owner["@context"] = [draw.choice(known) for _ in range(draw.randrange(1, 4))]


def _edit_text(draw: random.Random, owner: Any, name: Any, root: Any) -> None:
    del root
    if isinstance(owner[name], str) and owner[name]:
        text = list(owner[name])
        text[draw.randrange(len(text))] = draw.choice("aZ0:/#%._-\u00e4\u200b")
        owner[name] = "".join(text)


EDITS: list[Callable[[random.Random, Any, Any, Any], None]] = [
    _replace, _remove, _wrap, _unwrap, _rename, _add, _copy_from_elsewhere, _move, _context, _edit_text,
]  # fmt: skip


def mutated(document: Json, draw: random.Random) -> Json:
    """A copy with one to three edits."""
    made: Json = copy.deepcopy(document)
    for _ in range(draw.choice([1, 1, 1, 2, 3])):
        found = list(places(made))
        if found:
            owner, name = draw.choice(found)
            draw.choice(EDITS)(draw, owner, name, made)
    return made


def meaning(value: Any) -> Any:
    """A document's content without what JSON-LD leaves open: order, repetition, lists of one, members without value."""
    if isinstance(value, dict):
        members = {
            name: meaning(item)
            for name, item in value.items()
            if name != "@context" and item is not None and item not in ([], [None])
        }
        plain = members.get("@value", members.get("id")) if len(members) == 1 else None
        return plain if plain is not None else json.dumps(members, sort_keys=True)
    if isinstance(value, list):
        entries = sorted({json.dumps(meaning(item)) for item in value if item is not None})
        return json.loads(entries[0]) if len(entries) == 1 else entries
    return value


def view(document: Json) -> Any:
    """What people are shown of a credential."""
    shown = dataclasses.asdict(parse_view(document))
    for status in shown["status"]:
        status["raw"] = meaning(status["raw"])
    return meaning(shown)


def _record() -> Json:
    inner, school = issuing.good(id="urn:uuid:inner"), identities.did_key("school")
    document = {
        "@context": [CONTEXT_V2, CLR2, OB3],
        "id": "urn:uuid:record",
        "type": ["VerifiableCredential", "ClrCredential"],
        "name": "Record",
        # another one than the badge's: one issuer described in two places could be described in either
        "issuer": {"id": school.id, "type": ["Profile"], "name": "School"},
        "validFrom": "2026-03-01T00:00:00Z",
        "credentialSubject": {"id": issuing.LEARNER, "type": ["ClrSubject"], "verifiableCredential": [inner]},
    }
    return issuing.secure(document, school)


def _badge() -> Json:
    return issuing.good(credentialStatus=issuing.status_entry(LIST), validUntil="2030-01-01T00:00:00Z")


DOCUMENTS: dict[str, Callable[[], Json]] = {
    "badge": _badge,
    "badge, version 1.1": lambda: issuing.secure(
        issuing.credential_v1(ISSUER, issuing.DATA_INTEGRITY, expirationDate="2030-01-01T00:00:00Z"), ISSUER
    ),
    "record": _record,
    "presentation": lambda: issuing.presentation(identities.did_key("holder"), issuing.good(), domain="a"),
}


def source() -> Documents:
    return Documents(WEB.documents, {LIST: issuing.secure(issuing.status_list(ISSUER, LIST), ISSUER)})


@pytest.mark.parametrize("name", DOCUMENTS)
def test_mutants_of_documents(name: str) -> None:
    document = DOCUMENTS[name]()
    lookups = source()
    assert issuing.verify(document, lookups).verdict in GOOD
    draw = random.Random(f"mutants of {name}")
    verdicts = set()
    for number in range(MUTANTS):
        mutant = mutated(document, draw)
        report = issuing.verify(mutant, lookups)
        verdicts.add(report.verdict)
        if report.verdict in GOOD:
            assert meaning(mutant) == meaning(document), f"mutant {number}: {json.dumps(mutant)[:4000]}"
            assert report.audience == ("a" if name == "presentation" else None)
            for one, other in zip(_credentials(mutant), _credentials(document), strict=True):
                assert view(one) == view(other), f"mutant {number}"
    assert verdicts >= {Verdict.INVALID, Verdict.UNCHECKED}
    print(f"{MUTANTS} mutants of {name}, 0 taken for what they are not")


def _credentials(document: Json) -> list[Json]:
    """The document and the credentials in it."""
    subject = document.get("credentialSubject", document)
    owner = subject[0] if isinstance(subject, list) else subject
    entries = owner.get("verifiableCredential", [])
    return [document, *(entries if isinstance(entries, list) else [entries])]


@pytest.mark.parametrize("version", [1, 2])
def test_mutants_of_tokens(version: int) -> None:
    """Header and payload are edited; half of the mutants are signed again with an attacker's key."""
    document = issuing.credential(WEB) if version == 2 else issuing.credential_v1(WEB)
    payload = issuing.claims_v2(document) if version == 2 else issuing.claims_v1(document)
    header = {"alg": "ES256", "typ": "JWT", "kid": WEB.method}
    lookups = source()
    good = issuing.token(payload, WEB, "ES256")
    signature = good.split(".")[2]
    draw = random.Random(f"mutants of tokens {version}")
    accepted = 0
    for _ in range(MUTANTS):
        whole = mutated({"header": header, "payload": payload}, draw)
        mutant = _token(whole.get("header"), whole.get("payload"), draw, signature)
        report = issuing.verify(mutant, lookups)
        if report.verdict in GOOD:
            accepted += 1
            assert mutant.split(".")[:2] == good.split(".")[:2]
    assert issuing.verify(good, lookups).verdict in GOOD
    assert accepted < MUTANTS / 4  # edits that left everything as it was
    print(f"{MUTANTS} mutants of tokens, data model {version}, 0 taken for what they are not")


def _token(header: Any, payload: Any, draw: random.Random, signature: str) -> str:
    attacker: Key = identities.key("attacker", "P-256")
    head, body = json.dumps(header).encode(), json.dumps(payload).encode()
    if draw.random() < 0.5:
        return issuing.token_of(head, body, attacker)
    return f"{base64url.encode(head)}.{base64url.encode(body)}.{signature}"


# -- what others publish


def _bodies(seed: str, number: int, like: Json) -> Iterator[bytes]:
    draw = random.Random(seed)
    for _ in range(number):
        kind = draw.randrange(4)
        if kind == 0:
            yield draw.randbytes(draw.randrange(200))
        elif kind == 1:
            yield json.dumps(_junk(draw)).encode()
        elif kind == 2:
            yield json.dumps(mutated(like, draw)).encode()
        else:
            text = bytearray(json.dumps(like).encode())
            for _ in range(draw.randrange(1, 4)):
                text[draw.randrange(len(text))] = draw.randrange(256)
            yield bytes(text)


def test_any_bytes_as_a_status_list() -> None:
    """Nothing but a list that is really signed ever says "not withdrawn"."""
    listed = issuing.secure(issuing.status_list(ISSUER, LIST), ISSUER)
    document = _badge()
    for body in _bodies("lists", 1_000, listed):
        check = issuing.verify(document, Documents({LIST: body})).check(CheckName.STATUS)
        assert check.outcome is not Outcome.FAILED
        if check.outcome is Outcome.PASSED:
            assert meaning(dict(parse_document(body).document)) == meaning(listed)


def test_any_bytes_as_a_did_document() -> None:
    """A changed document may lose the key, never give it to somebody else."""
    address, document = next(iter(WEB.documents.items()))
    compact = issuing.token(issuing.claims_v2(issuing.credential(WEB)), WEB, "ES256")
    attacker = identities.Identity(WEB.id, WEB.method, identities.key("attacker", "P-256"))
    forged = issuing.token(issuing.claims_v2(issuing.credential(WEB)), attacker, "ES256")
    for body in _bodies("controllers", 1_000, document):
        lookups = Documents({address: body})
        assert issuing.verify(forged, lookups).verdict not in GOOD
        report = issuing.verify(compact, lookups)
        if report.verdict in GOOD:
            assert identities.key("issuer", "P-256").multikey.encode() in body


def test_any_bytes_as_a_revocation_list() -> None:
    like = {"id": "https://guild.example/r", "revokedCredential": [{"id": "urn:uuid:1"}]}
    made = {"id": "https://guild.example/r", "type": "1EdTechRevocationList"}
    extensions: Json = {
        "@context": [CONTEXT_V2, OB3, "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"]
    }
    document = issuing.good(credentialStatus=made, **extensions)
    for body in _bodies("revocations", 500, like):
        check = issuing.verify(document, Documents({"https://guild.example/r": body})).check(CheckName.STATUS)
        if check.outcome is Outcome.PASSED:
            assert isinstance(json.loads(body)["revokedCredential"], list)


def test_any_text_as_a_did_web() -> None:
    draw = random.Random("did:web")
    letters = "ab.:%-_~/?#@\\[]%2F%3A%00 \u00e4\n"
    for _ in range(5_000):
        did = "did:web:" + "".join(draw.choice(letters) for _ in range(draw.randrange(12)))
        with suppress(ProofError):
            address = did_web_url(did)
            host = did.removeprefix("did:web:").split(":")[0].partition("%3A")[0]
            assert address.startswith((f"https://{host}/", f"https://{host}:"))
            assert address.endswith("/did.json")
            assert not set(address) & set("?#@\\ \n")
