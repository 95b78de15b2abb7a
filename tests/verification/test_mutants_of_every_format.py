"""Mutants of a good credential of every suite and format: none is accepted but what says the same.

`test_mutations` and `test_sd_jwt_mutations` look closer at badges, records, presentations and tokens; here every
suite has its turn with the same edits. A run counts only where its control is good.
"""

import copy
import gzip
import json
import random
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import pytest

from tests import identities, issuing, older_badges
from tests.assurance import rounds
from tests.extra_contexts import add_test_contexts
from tests.identities import Identity, Json
from tests.issuing import Documents
from tests.shared_data import shared
from tests.verification.test_mutations import meaning, mutated, places, view
from wallet.codecs import base58, base64url
from wallet.errors import WalletError
from wallet.proofs import ecdsa, ed25519_signature_2020, eddsa
from wallet.proofs.bbs_2023 import verify as bbs_2023
from wallet.proofs.data_integrity import SecuredDocument, rdfc_hash_data
from wallet.proofs.ecdsa_sd_2023 import verify as ecdsa_sd_2023
from wallet.proofs.jcs_hashing import jcs_hash_data
from wallet.verification.report import CheckName, Outcome, Verdict, VerificationReport

pytestmark = pytest.mark.long

GOOD = (Verdict.VERIFIED, Verdict.CHECK)
ED, P256, P384 = (identities.did_key("issuer", kind) for kind in ("Ed25519", "P-256", "P-384"))
WEB = identities.did_web("issuer", "RSA")


def _jcs(issuer: Identity, suite: str) -> Json:
    """A badge with a proof of a suite that signs JSON."""
    document = issuing.credential(issuer)
    proof: Json = {"type": "DataIntegrityProof", "cryptosuite": suite, **issuing.options(issuer)}
    proof["@context"] = document["@context"]
    hash_name = "sha384" if issuer.key.kind == "P-384" else "sha256"
    message = jcs_hash_data(SecuredDocument(document), proof, hash_name)
    return {**document, "proof": {**proof, "proofValue": "z" + base58.encode(issuer.key.sign(message))}}


def _v1(suite: str) -> Json:
    document = issuing.credential_v1(ED, issuing.ED25519_2020)
    return issuing.secure(document, ED, suite)


def _sd_derived() -> Json:
    with gzip.open(
        shared("bench", "ob3-ecdsa-sd-2023-derived-100.jsonl.gz"), "rt", encoding="utf-8"
    ) as lines:
        made: Json = json.loads(next(lines))
    return made


def _bbs_derived() -> Json:
    path = shared("vectors", "bbs-2023", "prc", "derivedRevealDocument.json")
    made: Json = json.loads(path.read_text("utf-8"))
    return made


def _draft() -> Json:
    """A proof under the name eddsa-rdfc-2022 had as a draft."""
    document = issuing.credential(ED)
    proof: Json = {"type": "DataIntegrityProof", "cryptosuite": "eddsa-2022", **issuing.options(ED)}
    message = rdfc_hash_data(SecuredDocument(document), proof)
    return {**document, "proof": {**proof, "proofValue": "z" + base58.encode(ED.key.sign(message))}}


def _set() -> Json:
    days = ("2026-02-01T00:00:00Z", "2026-02-02T00:00:00Z")
    first, second = (issuing.secure(issuing.credential(ED), ED, created=day) for day in days)
    return {**first, "proof": [first["proof"], second["proof"]]}


def _chain() -> Json:
    """A second proof over the first."""
    first = issuing.secure(issuing.credential(ED), ED, id="urn:uuid:26329423-bec9-4b2e-88cb-a7c7d9dc4544")
    proof: Json = {"type": "DataIntegrityProof", "cryptosuite": "eddsa-rdfc-2022", **issuing.options(ED)}
    proof["previousProof"] = first["proof"]["id"]
    message = rdfc_hash_data(SecuredDocument({**first, "proof": [first["proof"], proof]}), proof)
    last = {**proof, "proofValue": "z" + base58.encode(ED.key.sign(message))}
    return {**first, "proof": [first["proof"], last]}


def _presentation_of_token() -> Json:
    token = issuing.token(issuing.claims_v2(issuing.credential(P256)), P256, "ES256")
    return issuing.presentation(identities.did_key("holder"), issuing.enveloped(token), domain="a")


@dataclass(frozen=True)
class Form:
    """One format: how a good one is made, and what may differ in a mutant that is found good.

    Attributes:
        exact: every member is signed as it is written.
        issuer_is_signer: False for published vectors whose issuer is somebody else; then the signature alone counts.
        several_proofs: one that holds is enough, so the others may be lost.
    """

    make: Callable[[], Json]
    exact: bool = False
    issuer_is_signer: bool = True
    several_proofs: bool = False
    documents: Mapping[str, Any] = field(default_factory=dict)
    full: int = 10_000
    share: int = 120


FORMS: Mapping[str, Form] = {
    "eddsa-rdfc-2022": Form(issuing.good),
    "Ed25519Signature2020": Form(lambda: _v1("Ed25519Signature2020")),
    "ecdsa-rdfc-2019, P-256": Form(lambda: issuing.secure(issuing.credential(P256), P256, "ecdsa-rdfc-2019")),
    "ecdsa-rdfc-2019, P-384": Form(lambda: issuing.secure(issuing.credential(P384), P384, "ecdsa-rdfc-2019")),
    "eddsa-jcs-2022": Form(lambda: _jcs(ED, "eddsa-jcs-2022"), exact=True),
    "ecdsa-jcs-2019, P-256": Form(lambda: _jcs(P256, "ecdsa-jcs-2019"), exact=True),
    "ecdsa-jcs-2019, P-384": Form(lambda: _jcs(P384, "ecdsa-jcs-2019"), exact=True),
    "ecdsa-sd-2023, derived": Form(_sd_derived),
    "bbs-2023, derived": Form(_bbs_derived, issuer_is_signer=False, share=40),
    "eddsa-2022": Form(_draft),
    "proof set": Form(_set, several_proofs=True),
    "proof chain": Form(_chain, several_proofs=True),
    "presentation of a token": Form(_presentation_of_token),
}
COMPOSED = ("proof set", "proof chain", "presentation of a token")


def _report(document: Json | str, documents: Mapping[str, Any]) -> VerificationReport:
    return issuing.verify(document, Documents(documents))


def _accepted(report: VerificationReport, form: Form) -> bool:
    if form.issuer_is_signer:
        return report.verdict in GOOD
    names = (CheckName.STRUCTURE, CheckName.PROOF)
    return all(report.check(name).outcome is Outcome.PASSED for name in names)


def _says_the_same(mutant: Json, document: Json, form: Form) -> bool:
    if form.exact:
        return _as_signed(mutant) == _as_signed(document)
    mutant = _without_lone_labels(mutant)
    if form.several_proofs:
        mutant, document = ({**one, "proof": None} for one in (mutant, document))
    return bool(meaning(mutant) == meaning(document)) and view(mutant) == view(document)


def _without_lone_labels(document: Json) -> Json:
    """Without blank node labels that occur once: a label says nothing, only two that are equal do."""
    labels = Counter(owner[name] for owner, name in places(document) if _is_label(owner[name]))

    def stripped(value: Any) -> Any:
        if isinstance(value, list):
            return [stripped(entry) for entry in value]
        if not isinstance(value, dict):
            return value
        return {
            name: stripped(member)
            for name, member in value.items()
            if not (name == "id" and _is_label(member) and labels[member] == 1)
        }

    made: Json = stripped(document)
    return made


def _is_label(value: Any) -> bool:
    return isinstance(value, str) and value.startswith("_:")


def _as_signed(document: Json) -> str:
    """JSON as it is signed: in any order, whole numbers in either spelling, the proof once or twice."""
    proof = document.get("proof")
    if isinstance(proof, list) and proof and all(entry == proof[0] for entry in proof):
        document = {**document, "proof": proof[0]}
    return json.dumps(json.loads(json.dumps(document), parse_int=float), sort_keys=True)


@pytest.mark.parametrize("name", FORMS)
def test_no_mutant_is_accepted(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    add_test_contexts(monkeypatch)
    form = FORMS[name]
    document = form.make()
    control = _report(document, form.documents)
    assert _accepted(control, form), control.reason
    draw, counts = random.Random(f"every format: {name}"), Counter[str]()
    for number in range(rounds(form.share, form.full)):
        mutant = mutated(document, draw)
        report = _report(mutant, form.documents)
        if not _accepted(report, form):
            counts["refused"] += 1
            continue
        assert _says_the_same(mutant, document, form), f"mutant {number}: {json.dumps(mutant)[:4000]}"
        counts["the same in other words"] += 1
    print(f"mutants of {name}: {dict(counts)}, accepted with another meaning: 0; the control is good")
    assert counts["refused"] > counts["the same in other words"]


# -- Open Badges 2.0


def test_no_mutant_of_a_hosted_badge_shows_anything_but_what_is_hosted() -> None:
    published = older_badges.published()
    document = older_badges.assertion()
    control = older_badges.verify(document)
    assert control.verdict in GOOD
    draw, counts = random.Random("hosted"), Counter[str]()
    for number in range(rounds(400, 10_000)):
        mutant = mutated(document, draw)
        report = _older(mutant, published)
        if report is None or report.verdict not in GOOD:
            counts["refused"] += 1
            continue
        assert report.credential == control.credential, f"mutant {number}: {json.dumps(mutant)[:2000]}"
        counts["shown as it is hosted"] += 1
    print(f"mutants of a hosted badge: {dict(counts)}, shown otherwise than hosted: 0; the control is good")
    assert counts["refused"] > counts["shown as it is hosted"]


def test_no_mutant_of_what_is_published_helps_another_issuer() -> None:
    """Profile, class and assertion are changed on the way; the badge may get lost, never a name or a key."""
    document, draw = older_badges.assertion(), random.Random("published")
    control = older_badges.verify(document)
    counts = Counter[str]()
    for number in range(rounds(200, 10_000)):
        published = copy.deepcopy(older_badges.published())
        address = draw.choice(sorted(published))
        published[address] = mutated(published[address], draw)
        report = _older(document, published)
        if report is None or report.verdict not in GOOD:
            counts["refused"] += 1
            continue
        assert report.credential is not None
        assert control.credential is not None
        assert report.credential.issuer.id == control.credential.issuer.id, number
        counts["shown"] += 1
    print(f"mutants of what a hosted badge refers to: {dict(counts)}, under another issuer: 0")


def test_no_mutant_of_a_signed_badge_is_accepted() -> None:
    payload = older_badges.signed_assertion()
    good = older_badges.sign(payload)
    control = older_badges.verify(good)
    assert control.verdict in GOOD
    head, body, signature = good.split(".")
    draw, counts = random.Random("signed"), Counter[str]()
    for number in range(rounds(300, 10_000)):
        mutant = mutated(payload, draw)
        if draw.random() < 0.5:
            token = older_badges.sign(mutant, "attacker")
        else:
            token = f"{head}.{base64url.encode(json.dumps(mutant).encode())}.{signature}"
        report = _older(token, older_badges.published())
        if report is None or report.verdict not in GOOD:
            counts["refused"] += 1
            continue
        counts["unchanged"] += 1
        assert token.split(".")[1] == body, f"mutant {number}"
        assert token.split(".")[2] == signature
    print(f"mutants of a signed badge: {dict(counts)}, accepted: 0; the control is good")
    assert counts["refused"] > 0


def _older(badge: Json | str, published: Json) -> VerificationReport | None:
    try:
        return older_badges.verify(badge, published)
    except WalletError:
        return None


def test_every_suite_is_in_this_list() -> None:
    """A suite that is built and has no mutants here is forgotten."""
    tables = (eddsa, ecdsa, ed25519_signature_2020, ecdsa_sd_2023, bbs_2023)
    built = {suite.name for table in tables for suite in table.SUITES}
    assert built == {name.partition(",")[0] for name in FORMS if name not in COMPOSED}
