"""Every suite the wallet shares: good ones by others and by us are good, a changed twin of each is not.

In a browser with WebCrypto, and again without, as on a page over plain http or in an old browser.
"""

import gzip
import json
from typing import Any

import pytest

from tests import identities, issuing
from tests.identities import Identity, Json
from tests.shared_data import shared
from tests.verify_page.browser import Browser
from wallet.codecs import base58, jcs
from wallet.proofs.data_integrity import SecuredDocument, proof_options

ED25519 = identities.did_key("issuer")
P256 = identities.did_key("issuer", "P-256")
P384 = identities.did_key("issuer", "P-384")


def first_line(name: str) -> Json:
    with gzip.open(shared("bench") / name, "rt", encoding="utf-8") as lines:
        return dict(json.loads(next(lines)))


def jcs_signed(signer: Identity, suite: str) -> Json:
    """Source: VC-DI-EDDSA, section 3.3 (eddsa-jcs-2022); VC-DI-ECDSA, section 3.3."""
    import hashlib  # noqa: PLC0415

    document = issuing.credential(signer)
    proof = {"type": "DataIntegrityProof", "cryptosuite": suite, **issuing.options(signer)}
    secured = SecuredDocument(document)
    options = {**proof_options(proof, secured.document)}
    hashed = hashlib.sha384 if signer.key.kind == "P-384" else hashlib.sha256
    message = hashed(jcs.canonicalize(options)).digest() + hashed(jcs.canonicalize(document)).digest()
    proof["@context"] = document["@context"]
    return {**document, "proof": {**proof, "proofValue": "z" + base58.encode(signer.key.sign(message))}}


def made_here() -> dict[str, Json]:
    data_integrity = issuing.credential_v1(P256, issuing.DATA_INTEGRITY)
    return {
        "eddsa-rdfc-2022": issuing.good(ED25519),
        "Ed25519Signature2020": issuing.secure(
            issuing.credential_v1(ED25519, issuing.ED25519_2020), ED25519, suite="Ed25519Signature2020"
        ),
        "ecdsa-rdfc-2019 P-256": issuing.secure(data_integrity, P256, suite="ecdsa-rdfc-2019"),
        "ecdsa-rdfc-2019 P-384": issuing.secure(issuing.credential(P384), P384, suite="ecdsa-rdfc-2019"),
        "eddsa-jcs-2022": jcs_signed(ED25519, "eddsa-jcs-2022"),
        "ecdsa-jcs-2019 P-256": jcs_signed(P256, "ecdsa-jcs-2019"),
        "ecdsa-jcs-2019 P-384": jcs_signed(P384, "ecdsa-jcs-2019"),
    }


def made_by_others() -> dict[str, Json]:
    return {
        "eddsa-rdfc-2022, others": first_line("ob3-eddsa-1000.jsonl.gz"),
        "Ed25519Signature2020, others": first_line("ob3-ed25519sig2020-1000.jsonl.gz"),
        "ecdsa-rdfc-2019, others": first_line("ob3-ecdsa-rdfc-2019-100.jsonl.gz"),
        "ecdsa-sd-2023 derived, others": first_line("ob3-ecdsa-sd-2023-derived-100.jsonl.gz"),
    }


def proof_and_binding(browser: Browser, document: Any) -> tuple[str, str, str]:
    shown = browser.paste(json.dumps(document))
    return shown.verdict, shown.checks[1]["proof"], shown.checks[1]["issuer_binding"]


def twin(document: Json) -> Json:
    """The same with one letter of what everybody reads first changed."""
    name = document["credentialSubject"]["achievement"]["name"]
    return issuing.changed(document, "credentialSubject/achievement/name", f"{name}.")


GOOD = ("check", "passed", "passed")


@pytest.mark.parametrize("suite", made_here())
def test_made_here(browser: Browser, suite: str) -> None:
    document = made_here()[suite]
    assert proof_and_binding(browser, document) == GOOD
    assert proof_and_binding(browser, twin(document))[:2] == ("invalid", "failed")


@pytest.mark.parametrize("suite", ["eddsa-rdfc", "2020", "ecdsa-rdfc", "ecdsa-sd"])
def test_made_by_others(browser: Browser, suite: str) -> None:
    names = {name: document for name, document in made_by_others().items() if suite in name}
    assert len(names) == 1
    for document in names.values():
        verdict, proof, binding = proof_and_binding(browser, document)
        assert (verdict, proof, binding) == GOOD
        assert proof_and_binding(browser, twin(document))[:2] == ("invalid", "failed")


def test_a_record_with_fifty_credentials_inside(browser: Browser) -> None:
    record = first_line("clr2-eddsa-50inner.jsonl.gz")
    shown = browser.paste(json.dumps(record))
    assert (shown.verdict, shown.checks[1]["inner_credentials"]) == ("check", "passed")
    inner = "credentialSubject/verifiableCredential/7/credentialSubject/achievement/name"
    changed = browser.paste(json.dumps(issuing.changed(record, inner, "Astronaut")))
    assert (changed.verdict, changed.checks[1]["inner_credentials"]) == ("invalid", "failed")


def test_a_base_proof_is_for_its_holder_alone(browser: Browser) -> None:
    path = shared("corpus") / "w3c-vc-di-ecdsa" / "ecdsa-sd-2023" / "employ" / "addSignedSDBase.json"
    base = json.loads(path.read_text("utf-8"))
    document = issuing.good() | {"proof": issuing.good()["proof"] | {"cryptosuite": "ecdsa-sd-2023"}}
    document["proof"]["proofValue"] = base["proof"]["proofValue"]
    shown = browser.paste(json.dumps(document))
    assert (shown.verdict, shown.checks[1]["proof"]) == ("invalid", "failed")
    assert "secrets meant only for its owner" in shown.text


def test_a_key_of_small_order(browser: Browser) -> None:
    did = "did:key:z" + base58.encode(b"\xed\x01" + b"\x01" + bytes(31))
    weak = Identity(did, f"{did}#{did[8:]}", ED25519.key)
    document = issuing.secure(issuing.credential(weak), weak)
    document["proof"]["proofValue"] = "z" + base58.encode(b"\x01" + bytes(63))
    assert proof_and_binding(browser, document)[:2] == ("invalid", "failed")


def test_all_of_it_without_web_crypto(without_web_crypto: Browser) -> None:
    browser = without_web_crypto
    assert browser.open().verdict == ""
    assert browser.driver.execute_script("return crypto.subtle.constructor === Object")
    for name, document in (made_here() | made_by_others()).items():
        assert (name, proof_and_binding(browser, document)) == (name, GOOD)
        assert (name, proof_and_binding(browser, twin(document))[:2]) == (name, ("invalid", "failed"))
    for alg, signer in (
        ("EdDSA", ED25519),
        ("ES256", identities.did_jwk("issuer", "P-256")),
        ("ES384", identities.did_jwk("issuer", "P-384")),
        ("RS256", identities.did_jwk("issuer", "RSA")),
        ("PS256", identities.did_jwk("issuer", "RSA")),
    ):
        compact = issuing.token(issuing.claims_v2(issuing.credential(signer)), signer, alg)
        assert (alg, browser.paste(compact).verdict) == (alg, "check")
        head, payload, signature = compact.split(".")
        letter = "A" if signature[9] != "A" else "B"
        assert browser.paste(f"{head}.{payload}.{signature[:9]}{letter}{signature[10:]}").verdict == "invalid"
