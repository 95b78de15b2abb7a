"""Another verifier, openvc-core, looks at the same credentials: both find the same, or a rule below says why not.

Compared are the signature and whose key it is: openvc reads some times from the computer's clock, so it is told to
leave ends alone. Where the two differ, one of the reasons named here says why, and the run prints how often. Where
openvc deviates from a standard, digitalbazaar's libraries side with this program (`test_digitalbazaar`).
"""

import copy
import gzip
import json
import random
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest
from openvc.did.base import DidResolverRegistry
from openvc.did.did_jwk import DidJwkResolver
from openvc.did.did_key import DidKeyResolver
from openvc.did.did_web import DidWebResolver
from openvc.errors import OpenvcError
from openvc.proof.data_integrity import DataIntegrityProofSuite
from openvc.proof.di_ecdsa_rdfc import EcdsaRdfcProofSuite
from openvc.proof.di_jcs import EcdsaJcsProofSuite, EddsaJcsProofSuite
from openvc.proof.ecdsa_sd import EcdsaSdProofSuite
from openvc.proof.sd_jwt import SdJwtVcProofSuite
from openvc.proof.vc_jwt import VcJwtProofSuite
from openvc.verify import VerificationPolicy, verify_credential

from tests import hiding, identities, issuing
from tests.assurance import rounds
from tests.corpus import CorpusDocuments, corpus_files
from tests.identities import Identity, Json
from tests.issuing import NOW, Documents
from tests.shared_data import shared
from tests.verification.test_mutations import mutated
from wallet import resources
from wallet.codecs import base64url
from wallet.credentials import detect
from wallet.errors import WalletError
from wallet.verification.report import CheckName, Outcome, VerificationReport
from wallet.verification.sources import DocumentSource, FixedClock
from wallet.verification.verifier import Verifier

pytestmark = pytest.mark.long

MUTANTS = rounds(30, 1_000)
CONTEXTS = {url: resources.load_context(url) for url in resources.context_index()}
POLICY = VerificationPolicy(now=NOW, require_status=False, require_not_expired=False)
PROVEN = (CheckName.STRUCTURE, CheckName.PROOF, CheckName.ISSUER_BINDING)

# Why openvc-core 1.37 refuses what this program takes: words of its error, and what is behind them.
STRICTER: Mapping[str, str] = {
    "unsupported Data Integrity cryptosuite": "it has no Ed25519Signature2020",
    "not in compacted form": "it wants every document spelled as compaction would spell it, types and ids included",
    "not in the DID": "it reads keys from verificationMethod only; some DID documents hold them in assertionMethod",
}
# The same, only met in mutants: the corpus is handed over proof by proof.
ONE_PROOF_ONLY = {"dict has no `proof`": "it takes one proof and no set of proofs, not even a set of one"}
# Why it takes what this program refuses: words of our reason, and what is behind them.
LAXER: Mapping[str, str] = {
    "proof with contexts of its own": "it overwrites contexts inside a proof of an RDF suite instead of refusing them",
    "undefined_term keyword": "it takes keywords of JSON-LD (@graph ...) in a credential that says nothing by them",
}
# What it makes or takes differently as a whole; each has a test of its own below.
P384_LABELS = "it labels blank nodes with SHA-256 for P-384 keys; VC-DI-ECDSA 3.2.3 asks for SHA-384"
NO_VC_CLAIM = "it takes tokens only with a `vc` claim, so none of VCDM 2.0 in Open Badges 3.0"
CONTEXT_LEFT_OUT = (
    "it signs the contexts into the options of JCS proofs and leaves them out of the proof itself"
)


@dataclass(frozen=True)
class Signer:
    """One of our keys as openvc wants its signers."""

    identity: Identity

    @property
    def alg(self) -> str:
        return hiding.ALG[self.identity.key.kind]

    @property
    def kid(self) -> str:
        return self.identity.method

    def sign(self, signing_input: bytes) -> bytes:
        return self.identity.key.sign(signing_input, self.alg)


def _registry(documents: DocumentSource) -> DidResolverRegistry:
    def fetch(url: str) -> dict[str, Any]:
        found = documents.lookup(url)
        if found is None:
            raise OpenvcError(f"nothing at {url}")
        body: dict[str, Any] = json.loads(found.body)
        return body

    return DidResolverRegistry([DidKeyResolver(), DidJwkResolver(), DidWebResolver(fetch)])


def theirs(credential: Json | str, documents: DocumentSource) -> str:
    """The words of openvc's refusal; empty when it finds the credential signed by its issuer."""
    try:
        verify_credential(credential, policy=POLICY, resolver=_registry(documents), extra_contexts=CONTEXTS)
    except OpenvcError as error:
        return f"{type(error).__name__}: {error}"
    return ""


def ours(credential: Json | str, documents: DocumentSource) -> bool:
    """Whether this program finds the same."""
    report = _report(credential, documents)
    return report is not None and all(report.check(name).outcome is Outcome.PASSED for name in PROVEN)


def _report(credential: Json | str, documents: DocumentSource) -> VerificationReport | None:
    data = credential if isinstance(credential, str) else json.dumps(credential)
    try:
        return Verifier(documents, FixedClock(NOW)).verify(detect.parse_document(data.encode()))
    except WalletError:
        return None


def explained(words: str, rules: Mapping[str, str]) -> str | None:
    """The rule under which a refusal stands."""
    return next((rule for begin, rule in rules.items() if begin in words), None)


def _read(data: bytes) -> Json | str | None:
    try:
        parsed = json.loads(data)
    except ValueError:
        text = data.decode("utf-8", "replace").strip()
        return text if text.count(".") == 2 and text.isascii() else None
    return parsed if isinstance(parsed, dict) else None


def _each_proof_alone(credential: Json | str) -> list[Json | str]:
    """A set of proofs is looked at one by one; openvc takes one proof only."""
    proofs = credential.get("proof") if isinstance(credential, dict) else None
    if not isinstance(proofs, list) or not isinstance(credential, dict):
        return [credential]
    return [{**credential, "proof": proof} for proof in proofs]


def test_the_corpus() -> None:
    documents, agreed, differ = CorpusDocuments(), Counter[str](), Counter[str]()
    for entry in corpus_files():
        credential = _read(entry.path.read_bytes())
        if credential is None or not entry.kind.startswith(("ob3-", "vc-", "clr2-", "status-list")):
            continue
        for one in _each_proof_alone(credential):
            words, found = theirs(one, documents), ours(one, documents)
            if found == (words == ""):
                agreed["both take it" if found else "both refuse it"] += 1
                continue
            assert found, f"{entry.name}: only openvc takes it"
            rule = explained(words, STRICTER)
            assert rule is not None, f"{entry.name}: {words[:300]}"
            differ[rule] += 1
    print(f"openvc-core and the corpus: {dict(agreed)}; only this program takes: {dict(differ)}")
    assert agreed["both take it"] >= 14
    assert agreed["both refuse it"] >= 80
    assert set(differ) == set(STRICTER.values()), "a rule that explains nothing any more has to go"


# -- made here, looked at there

ED, P256, P384 = (identities.did_key("issuer", kind) for kind in ("Ed25519", "P-256", "P-384"))
WEB = identities.did_web("issuer", "P-256")
SOURCE = Documents(WEB.documents)


def badge(issuer: Identity) -> Json:
    """A badge without the types that openvc finds to repeat its context."""
    return issuing.credential(issuer)


def _token(issuer: Identity, alg: str) -> str:
    return issuing.token(issuing.claims_v1(issuing.credential_v1(issuer)), issuer, alg)


def _sd_derived() -> Json:
    with gzip.open(
        shared("bench", "ob3-ecdsa-sd-2023-derived-100.jsonl.gz"), "rt", encoding="utf-8"
    ) as lines:
        made: Json = json.loads(next(lines))
    return made


OURS: Mapping[str, Json | str] = {
    "eddsa-rdfc-2022": issuing.secure(badge(ED), ED),
    "ecdsa-rdfc-2019, P-256": issuing.secure(badge(P256), P256, "ecdsa-rdfc-2019"),
    "ecdsa-rdfc-2019, did:web": issuing.secure(badge(WEB), WEB, "ecdsa-rdfc-2019"),
    "ecdsa-sd-2023, derived": _sd_derived(),
    "VC-JWT, EdDSA": _token(ED, "EdDSA"),
    "VC-JWT, ES256": _token(P256, "ES256"),
    "VC-JWT, ES384": _token(P384, "ES384"),
    "VC-JWT, did:web": _token(WEB, "ES256"),
    "SD-JWT VC": hiding.issue(hiding.claims(P256), P256),
    "SD-JWT VC, shown in part": hiding.show(hiding.issue(hiding.claims(P256), P256), "given_name"),
}


@pytest.mark.parametrize("name", OURS)
def test_good_ones_are_good_for_both(name: str) -> None:
    assert ours(OURS[name], SOURCE)
    assert theirs(OURS[name], SOURCE) == ""


def _broken(credential: Json | str) -> list[Json | str]:
    """One letter of the signature, and one word of the content."""
    if isinstance(credential, str):
        token, tilde, rest = credential.partition("~")
        head, body, signature = token.split(".")
        other = ("A" if signature[0] != "A" else "B") + signature[1:]
        attacker = issuing.token_of(b'{"alg":"EdDSA"}', b"{}", identities.key("attacker")).split(".")[2]
        return [f"{head}.{body}.{one}{tilde}{rest}" for one in (other, attacker)]
    value = credential["proof"]["proofValue"]
    flipped = value[:-3] + ("A" if value[-3] != "A" else "B") + value[-2:]
    return [
        issuing.changed(credential, "proof/proofValue", flipped),
        issuing.changed(credential, "credentialSubject/achievement/name", "Another name"),
        issuing.changed(credential, "issuer", {**_object(credential["issuer"]), "id": ED.id + "x"}),
        issuing.changed(credential, "proof/proofPurpose", "authentication"),
    ]


def _object(issuer: Any) -> Json:
    return dict(issuer) if isinstance(issuer, dict) else {"id": issuer, "type": ["Profile"]}


@pytest.mark.parametrize("name", OURS)
def test_broken_twins_are_broken_for_both(name: str) -> None:
    for broken in _broken(OURS[name]):
        assert not ours(broken, SOURCE)
        assert theirs(broken, SOURCE) != ""


# -- made there, looked at here

_CREATED = NOW - timedelta(days=30)


def _with_proof(suite: Any, signer: Identity, **more: Any) -> Json:
    made: Json = suite.add_proof(
        badge(signer),
        signing_key=Signer(signer),
        verification_method=signer.method,
        created=_CREATED,
        **more,
    )
    return made


def _sd_base() -> Json:
    made: Json = EcdsaSdProofSuite().add_base_proof(
        badge(P256),
        signing_key=Signer(P256),
        verification_method=P256.method,
        mandatory_pointers=["/issuer", "/validFrom", "/credentialSubject/achievement/name"],
        created=_CREATED,
        extra_contexts=CONTEXTS,
    )
    return made


def _sd_shown(*pointers: str) -> Json:
    made: Json = EcdsaSdProofSuite().derive_proof(
        _sd_base(), selective_pointers=pointers, extra_contexts=CONTEXTS
    )
    return made


def _sd_jwt(*, bound: bool) -> str:
    meant = {
        name: value for name, value in hiding.claims(P256).items() if not isinstance(value, hiding.Hidden)
    }
    meant["skills"] = ["safety"]
    del meant["iat"], meant["exp"]
    suite = SdJwtVcProofSuite()
    holder = identities.did_key("holder", "P-256")
    made: str = suite.issue(
        meant | {"given_name": "Mira", "birthdate": "2008-04-12"},
        signing_key=Signer(P256),
        disclosable=["given_name", "birthdate"],
        holder_jwk=holder.key.jwk,
        vct=meant["vct"],
        decoys=3,
    )
    if bound:
        made = suite.create_presentation(
            made, holder_key=Signer(holder), audience=hiding.RECEIVER, nonce=hiding.NONCE
        )
    return made


def _context_put_in(made: Json) -> Json:
    """A JCS proof with the contexts it signed, where VC-DI-EDDSA 3.3.1, step 2, puts them."""
    return {**made, "proof": {**made["proof"], "@context": made["@context"]}}


RDF = {"extra_contexts": CONTEXTS}
THEIRS: Mapping[str, Any] = {
    "eddsa-rdfc-2022": lambda: _with_proof(DataIntegrityProofSuite(), ED, **RDF),
    "ecdsa-rdfc-2019, P-256": lambda: _with_proof(EcdsaRdfcProofSuite(), P256, **RDF),
    "eddsa-jcs-2022": lambda: _context_put_in(_with_proof(EddsaJcsProofSuite(), ED)),
    "ecdsa-jcs-2019, P-256": lambda: _context_put_in(_with_proof(EcdsaJcsProofSuite(), P256)),
    "ecdsa-jcs-2019, P-384": lambda: _context_put_in(_with_proof(EcdsaJcsProofSuite(), P384)),
    "ecdsa-sd-2023, all that must be shown": _sd_shown,
    "ecdsa-sd-2023, more shown": lambda: _sd_shown("/description", "/evidence"),
    "VC-JWT": lambda: VcJwtProofSuite().sign(badge(P256), signing_key=Signer(P256)),
}


@pytest.mark.parametrize("name", THEIRS)
def test_what_openvc_signs_holds_here(name: str) -> None:
    made = THEIRS[name]()
    assert theirs(made, SOURCE) == ""
    report = _report(made, SOURCE)
    assert report is not None
    for check in (CheckName.PROOF, CheckName.ISSUER_BINDING):
        assert report.check(check).outcome is Outcome.PASSED, report.check(check)
    for broken in _broken(made):
        assert not ours(broken, SOURCE)


@pytest.mark.parametrize("bound", [False, True])
def test_sd_jwts_that_openvc_issues_and_shows_hold_here(bound: bool) -> None:
    """Openvc stamps these with the computer's time, so they are looked at when they were made."""
    made = _sd_jwt(bound=bound)
    token = made.partition("~")[0]
    issued = json.loads(base64url.decode_strict(token.split(".")[1]))["iat"]
    at = NOW.fromtimestamp(issued + 60, NOW.tzinfo)
    report = issuing.verify(made, at=at)
    for check in (CheckName.PROOF, CheckName.ISSUER_BINDING, CheckName.DATES):
        assert report.check(check).outcome is Outcome.PASSED, report.check(check)
    assert (report.audience == hiding.RECEIVER) is bound
    for broken in _broken(made):
        assert issuing.verify(broken, at=at).check(CheckName.PROOF).outcome is Outcome.FAILED


# -- presentations


def test_presentations_are_good_for_both_and_broken_for_both() -> None:
    holder = identities.did_key("holder")
    made = issuing.presentation(holder, issuing.good(), domain="https://r.example", challenge="n-1")
    suite = DataIntegrityProofSuite()

    def there(document: Json) -> bool:
        try:
            suite.verify(
                document,
                resolver=_registry(SOURCE),
                expected_proof_purpose="authentication",
                expected_challenge="n-1",
                expected_domain="https://r.example",
                now=NOW,
                extra_contexts=CONTEXTS,
            )
        except OpenvcError:
            return False
        return True

    def here(document: Json) -> bool:
        report = _report(document, SOURCE)
        return report is not None and report.check(CheckName.PROOF).outcome is Outcome.PASSED

    assert (here(made), there(made)) == (True, True)
    broken = [
        issuing.changed(made, "holder", identities.did_key("other").id),
        issuing.changed(made, "proof/challenge", "n-2"),
        issuing.changed(made, "proof/domain", "https://other.example"),
        issuing.changed(made, "verifiableCredential/0/name", "Other"),
    ]
    assert [(here(one), there(one)) for one in broken] == [(False, False)] * 4
    signed_there = suite.add_proof(
        {name: value for name, value in made.items() if name != "proof"},
        signing_key=Signer(holder),
        verification_method=holder.method,
        proof_purpose="authentication",
        challenge="n-1",
        domain="https://r.example",
        created=_CREATED,
        extra_contexts=CONTEXTS,
    )
    assert (here(signed_there), there(signed_there)) == (True, True)


# -- mutants


@pytest.mark.parametrize("name", [name for name in OURS if not isinstance(OURS[name], str)])
def test_both_say_the_same_of_mutants(name: str) -> None:
    document = OURS[name]
    assert isinstance(document, dict)
    draw = random.Random(f"openvc {name}")
    agreed, differ = Counter[str](), Counter[str]()
    for _ in range(MUTANTS):
        mutant = mutated(copy.deepcopy(document), draw)
        found, words = ours(mutant, SOURCE), theirs(mutant, SOURCE)
        if found == (words == ""):
            agreed["both take it" if found else "both refuse it"] += 1
            continue
        stricter = {**STRICTER, **ONE_PROOF_ONLY}
        rule = explained(words, stricter) if found else explained(_our_words(mutant), LAXER)
        assert rule is not None, (words or _our_words(mutant))[:300]
        differ[rule] += 1
    print(f"openvc-core and {MUTANTS} mutants of {name}: {dict(agreed)}; they differ: {dict(differ)}")
    assert agreed["both refuse it"] > MUTANTS / 2
    assert agreed["both take it"] > 0


def _our_words(mutant: Json) -> str:
    report = _report(mutant, SOURCE)
    if report is None:
        return "unreadable"
    return "; ".join(f"{check.name} {check.reason} {check.detail}" for check in report.checks)


# -- what it makes or takes differently


def test_p384_and_blank_nodes() -> None:
    """Without blank nodes both agree; with them only the labels differ."""
    print(P384_LABELS)
    mine = issuing.secure(badge(P384), P384, "ecdsa-rdfc-2019")
    made = _with_proof(EcdsaRdfcProofSuite(), P384, **RDF)
    assert (ours(mine, SOURCE), theirs(mine, SOURCE) == "") == (True, False)
    assert (ours(made, SOURCE), theirs(made, SOURCE) == "") == (False, True)


def test_tokens_of_the_newer_model() -> None:
    print(NO_VC_CLAIM)
    token = issuing.token(issuing.claims_v2(badge(P256)), P256, "ES256")
    assert ours(token, SOURCE)
    assert "no embedded `vc` object" in theirs(token, SOURCE)


@pytest.mark.parametrize(("suite", "signer"), [(EddsaJcsProofSuite(), ED), (EcdsaJcsProofSuite(), P256)])
def test_contexts_of_jcs_proofs(suite: Any, signer: Identity) -> None:
    """As it comes, openvc's proof holds only for openvc; with the contexts in it, for both."""
    print(CONTEXT_LEFT_OUT)
    made = _with_proof(suite, signer)
    assert (ours(made, SOURCE), theirs(made, SOURCE) == "") == (False, True)
    repaired = _context_put_in(made)
    assert (ours(repaired, SOURCE), theirs(repaired, SOURCE) == "") == (True, True)
