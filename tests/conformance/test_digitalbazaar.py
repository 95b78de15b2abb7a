"""digitalbazaar's libraries and jose take what is signed here, this program takes what they sign, and no broken twin.

Runs under `run.py assure`, where Node.js is there and npm can fetch the packages: they are installed into a folder of
the run, never into the tree.
"""

import copy
import json
import os
import random
import shutil
import subprocess
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from tests import identities, issuing
from tests.assurance import FULL
from tests.identities import Identity, Json
from tests.issuing import NOW
from tests.node import install, needs_node, node
from tests.vault.builders import make_vault
from tests.verification.test_mutants_of_every_format import FORMS
from tests.verification.test_mutations import mutated
from wallet import resources
from wallet.app.container import make_services
from wallet.app.holder import make_holder_key
from wallet.app.import_credential import import_bytes
from wallet.app.share import prepare
from wallet.credentials import detect
from wallet.errors import WalletError
from wallet.exchange.possession import OLDER_SUITE, SUITE, ProofKey, signed_presentation
from wallet.verification.report import CheckName, Outcome, VerificationReport
from wallet.verification.sources import FixedClock, NoDocuments
from wallet.verification.verifier import Verifier

PEER = Path(__file__).parent / "digitalbazaar"
CONTEXTS = {url: resources.load_context(url) for url in resources.context_index()}
PROVEN = (CheckName.STRUCTURE, CheckName.PROOF, CheckName.ISSUER_BINDING)
MUTANTS = 150
RECEIVER = {"challenge": "n-1", "domain": "https://receiver.example"}

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(not FULL, reason="only where the long runs are at their full length (run.py assure)"),
    needs_node,
]

# Why this program refuses mutants that they take: words of its reason, and what is behind them.
STRICTER: Mapping[str, str] = {
    "proof with contexts of its own": "they overwrite contexts inside a proof of an RDF suite instead of refusing them",
    "list in a list": "they flatten lists in lists, this program refuses them",
    "undefined_term keyword": "they take keywords (@set, @id ...) where a credential has plain members",
    "undefined_term spelling": "they take other spellings of a term, which people and programs would read differently",
}


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the packages and the script."""
    folder = tmp_path_factory.mktemp("digitalbazaar")
    for name in ("package.json", "peer.mjs"):
        shutil.copy(PEER / name, folder)
    install(folder, "install", names="digitalbazaar's")
    return folder


def ask(folder: Path, requests: Sequence[Json]) -> list[Json]:
    """What the peer answers to each request."""
    question = {
        "contexts": CONTEXTS,
        "now": NOW.isoformat(),
        "created": "2026-02-01T09:00:00Z",
        "requests": requests,
    }
    environment = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    done = subprocess.run(
        node("--no-warnings", "peer.mjs"),
        cwd=folder,
        env=environment,
        input=json.dumps(question),
        capture_output=True,
        text=True,
        timeout=600,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    answers: list[Json] = json.loads(done.stdout)
    return answers


def report(document: Json | str) -> VerificationReport | None:
    data = document if isinstance(document, str) else json.dumps(document)
    try:
        return Verifier(NoDocuments(), FixedClock(NOW)).verify(detect.parse_document(data.encode()))
    except WalletError:
        return None


def ours(document: Json | str) -> bool:
    """Whether this program finds it whole and signed by its issuer or holder, and in date."""
    found = report(document)
    names = (*PROVEN, CheckName.DATES)
    return found is not None and all(found.check(name).outcome is Outcome.PASSED for name in names)


def _suite(document: Json) -> str:
    proofs = document["proof"] if isinstance(document["proof"], list) else [document["proof"]]
    return str(proofs[0].get("cryptosuite", proofs[0]["type"]))


def verify_request(document: Json, suite: str) -> Json:
    return {"work": "verify", "document": document, "suite": suite, **RECEIVER}


def broken(document: Json) -> list[Json]:
    """Twins with one fault: the signature, the content, who signed, what for."""
    value = document["proof"]["proofValue"]
    flipped = value[:-3] + ("A" if value[-3] != "A" else "B") + value[-2:]
    twins = [issuing.changed(document, "proof/proofValue", flipped)]
    twins.append(issuing.changed(document, "proof/proofPurpose", "capabilityInvocation"))
    twins.append(issuing.changed(document, "proof/created", "2026-02-01T09:00:01Z"))
    if "verifiableCredential" in document:
        twins.append(issuing.changed(document, "holder", identities.did_key("other").id))
        twins.append(issuing.changed(document, "proof/domain", "https://other.example"))
    else:
        named = document["issuer"] if isinstance(document["issuer"], dict) else {"type": ["Profile"]}
        twins.append({**document, "issuer": {**named, "id": identities.did_key("other").id}})
        twins.append(issuing.changed(document, "credentialSubject/achievement/name", "Another"))
    return twins


# -- signed here


def _presentation() -> Json:
    holder = identities.did_key("holder")
    return issuing.presentation(
        holder, issuing.good(), challenge=RECEIVER["challenge"], domain=RECEIVER["domain"]
    )


OURS = [name for name in FORMS if name not in ("bbs-2023, derived", "eddsa-2022", "proof set", "proof chain")]


def test_what_this_program_signs_holds_there(packages: Path) -> None:
    documents = {name: FORMS[name].make() for name in OURS if "presentation" not in name}
    documents["presentation"] = _presentation()
    requests, expected = [], []
    for name, document in documents.items():
        for one, is_good in [(document, True), *((twin, False) for twin in broken(document))]:
            assert ours(one) is is_good, name
            requests.append(verify_request(one, _suite(document)))
            expected.append((name, is_good))
    answers = ask(packages, requests)
    for (name, is_good), answer in zip(expected, answers, strict=True):
        assert answer["verified"] is is_good, (name, answer["why"])
    print(
        f"digitalbazaar on {len(documents)} documents signed here and {len(requests) - len(documents)} "
        "broken twins: agreed"
    )


def test_what_the_wallet_shares_holds_there(packages: Path, tmp_path: Path) -> None:
    services = make_services(at=NOW)
    with make_vault(tmp_path / "my.lerwallet") as vault:
        make_holder_key(vault, services)
        kept = import_bytes(vault, json.dumps(issuing.good()).encode(), services, name="a").record_id
        assert kept is not None
        made = prepare(
            vault,
            [kept],
            to="Corp",
            purpose="Job",
            until=None,
            services=services,
            with_qr=False,
            audience=RECEIVER["domain"],
            nonce=RECEIVER["challenge"],
        )
    share = json.loads(made.presentation)
    requests = [verify_request(one, "eddsa-rdfc-2022") for one in [share, *broken(share)]]
    answers = ask(packages, requests)
    assert [answer["verified"] for answer in answers] == [True] + [False] * (len(answers) - 1), answers


@pytest.mark.parametrize("suite", [SUITE, OLDER_SUITE])
def test_a_proof_of_the_key_holds_there(packages: Path, suite: str) -> None:
    """What an exchange of the VC API is answered with, as its issuers verify it."""
    holder = identities.did_key("holder")
    key = ProofKey(holder.id, holder.method, holder.key.seed)
    shown = dict(
        signed_presentation(key, RECEIVER["domain"], NOW, challenge=RECEIVER["challenge"], suite=suite)
    )
    twins = [
        issuing.changed(shown, "proof/domain", "https://other.example"),
        issuing.changed(shown, "proof/challenge", "n-2"),
        issuing.changed(shown, "holder", identities.did_key("other").id),
    ]
    answers = ask(packages, [verify_request(one, suite) for one in (shown, *twins)])
    assert [answer["verified"] for answer in answers] == [True, False, False, False], answers


# -- signed there


def _plain(*contexts: str) -> Json:
    issuer = identities.did_key("replaced")
    return issuing.credential(issuer) if not contexts else issuing.credential_v1(issuer, *contexts)


def _sign(suite: str, kind: str, document: Json | None = None, **more: Any) -> Json:
    return {
        "work": "sign",
        "suite": suite,
        "kind": kind,
        "document": document or _plain(),
        **RECEIVER,
        **more,
    }


MANDATORY = ["/issuer", "/validFrom", "/credentialSubject/achievement/name"]
SHOWN = ["/credentialSubject/result/0", "/description"]
THEIRS: Mapping[str, Json] = {
    "eddsa-rdfc-2022": _sign("eddsa-rdfc-2022", "Ed25519"),
    "Ed25519Signature2020": _sign("Ed25519Signature2020", "Ed25519", _plain(issuing.ED25519_2020)),
    "ecdsa-rdfc-2019, P-256": _sign("ecdsa-rdfc-2019", "P-256"),
    "ecdsa-rdfc-2019, P-384": _sign("ecdsa-rdfc-2019", "P-384"),
    "eddsa-jcs-2022": _sign("eddsa-jcs-2022", "Ed25519"),
    "ecdsa-jcs-2019, P-256": _sign("ecdsa-jcs-2019", "P-256"),
    "ecdsa-jcs-2019, P-384": _sign("ecdsa-jcs-2019", "P-384"),
    "ecdsa-sd-2023": _sign("ecdsa-sd-2023", "P-256", mandatory=MANDATORY, shown=SHOWN),
    "bbs-2023": _sign("bbs-2023", "BBS", mandatory=MANDATORY, shown=SHOWN),
}


def test_what_they_sign_holds_here(packages: Path) -> None:
    answers = ask(packages, list(THEIRS.values()))
    twins = 0
    for name, answer in zip(THEIRS, answers, strict=True):
        assert "made" in answer, (name, answer)
        found = report(answer["made"])
        assert ours(answer["made"]), (name, found and [(c.name, c.reason, c.detail) for c in found.checks])
        for twin in broken(answer["made"]):
            assert not ours(twin), name
            twins += 1
        if "base" in answer:  # for its holder alone
            assert not ours(answer["base"]), name
    print(
        f"{len(THEIRS)} credentials signed by digitalbazaar's libraries hold here, {twins} broken twins do not"
    )


def test_their_presentations_hold_here(packages: Path) -> None:
    unsigned = {name: value for name, value in _presentation().items() if name not in ("proof", "holder")}
    kinds = [("eddsa-rdfc-2022", "Ed25519"), ("ecdsa-rdfc-2019", "P-256"), ("eddsa-jcs-2022", "Ed25519")]
    answers = ask(packages, [_sign(suite, kind, unsigned) for suite, kind in kinds])
    for answer in answers:
        assert ours(answer["made"]), answer
        assert not any(ours(twin) for twin in broken(answer["made"]))


# -- tokens, with jose

ALGORITHMS: Mapping[str, Identity] = {
    "EdDSA": identities.did_key("issuer"),
    "ES256": identities.did_jwk("issuer"),
    "ES384": identities.did_jwk("issuer", "P-384"),
    "RS256": identities.did_jwk("issuer", "RSA"),
    "PS256": identities.did_jwk("issuer", "RSA"),
}


def test_tokens_hold_on_both_sides(packages: Path) -> None:
    made = {
        alg: issuing.token(issuing.claims_v2(issuing.credential(issuer)), issuer, alg)
        for alg, issuer in ALGORITHMS.items()
    }
    swapped = {
        alg: ".".join([*token.split(".")[:2], made["ES256"].split(".")[2][::-1]])
        for alg, token in made.items()
    }
    keys = [ALGORITHMS[alg].key.jwk for alg in made]
    requests = [
        {"work": "verifyToken", "token": token, "jwk": key}
        for tokens in (made, swapped)
        for token, key in zip(tokens.values(), keys, strict=True)
    ]
    answers = [answer["verified"] for answer in ask(packages, requests)]
    assert answers == [True] * len(made) + [False] * len(made)
    assert all(ours(token) for token in made.values())
    assert not any(ours(token) for token in swapped.values())
    payload = issuing.claims_v2(_plain())
    signed = ask(packages, [{"work": "signToken", "alg": alg, "payload": payload} for alg in ALGORITHMS])
    for answer in signed:
        token = answer["made"]
        assert ours(token)
        assert not ours(token[:-20] + ("A" if token[-20] != "A" else "B") + token[-19:])


# -- mutants


def test_both_say_the_same_of_mutants(packages: Path) -> None:
    """They take some that this program refuses, each by a rule above; the other way round there is nothing."""
    for name in OURS:
        if "presentation" in name:
            continue
        document, draw = FORMS[name].make(), random.Random(f"digitalbazaar {name}")
        mutants = [mutated(copy.deepcopy(document), draw) for _ in range(MUTANTS)]
        answers = ask(packages, [verify_request(mutant, _suite(document)) for mutant in mutants])
        agreed, differ = Counter[str](), Counter[str]()
        for mutant, answer in zip(mutants, answers, strict=True):
            found = ours(mutant)
            if found is answer["verified"]:
                agreed["both take it" if found else "both refuse it"] += 1
                continue
            assert not found, f"only here: {answer['why'][:500]}: {json.dumps(mutant)[:3000]}"
            reason = _reason(mutant)
            rule = next((why for words, why in STRICTER.items() if words in reason), None)
            assert rule is not None, f"only there: {reason}: {json.dumps(mutant)[:3000]}"
            differ[rule] += 1
        print(
            f"digitalbazaar and {MUTANTS} mutants of {name}: {dict(agreed)}; only they take: {dict(differ)}"
        )
        assert agreed["both take it"] > 0


def _reason(mutant: Json) -> str:
    found = report(mutant)
    if found is None:
        return "unreadable"
    failed = [
        check
        for check in found.checks
        if check.name in (*PROVEN, CheckName.DATES) and check.outcome is not Outcome.PASSED
    ]
    return f"{failed[0].name} {failed[0].reason} {failed[0].detail[:60]}"
