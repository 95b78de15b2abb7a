"""Project Wycheproof's signature vectors: valid ones verify, invalid ones do not, nothing else escapes."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from tests.shared_data import shared
from wallet.codecs import base64url, strict_json
from wallet.credentials.model import CompactJws
from wallet.errors import CodecError, Reason, WalletError
from wallet.proofs import jose, keys
from wallet.proofs.ecdsa import verify_ecdsa
from wallet.proofs.eddsa import verify_ed25519
from wallet.proofs.keys import PublicKey


def _tests(name: str) -> Iterator[tuple[dict[str, Any], dict[str, Any]]]:
    for group in json.loads(shared("adversarial", "wycheproof", name).read_text())["testGroups"]:
        for test in group["tests"]:
            yield group, test


def _holds(check: Any, *arguments: Any) -> bool:
    try:
        check(*arguments)
    except WalletError:
        return False
    return True


def test_ed25519() -> None:
    verdicts = []
    for group, test in _tests("ed25519_test.json"):
        key = keys.key_from_jwk(group["publicKeyJwk"])
        holds = _holds(verify_ed25519, key, bytes.fromhex(test["sig"]), bytes.fromhex(test["msg"]))
        verdicts.append((test["tcId"], holds, test["result"] == "valid"))
    assert [row for row in verdicts if row[1] is not row[2]] == []
    assert len(verdicts) >= 150


@pytest.mark.parametrize(
    ("name", "hash_name"),
    [
        ("ecdsa_secp256r1_sha256_p1363_test.json", "sha256"),
        ("ecdsa_secp384r1_sha384_p1363_test.json", "sha384"),
    ],
)
def test_ecdsa_in_fixed_length_form(name: str, hash_name: str) -> None:
    wrong = []
    count = 0
    for group, test in _tests(name):
        key = _ec_key(group)
        signature, message = bytes.fromhex(test["sig"]), bytes.fromhex(test["msg"])
        holds = key is not None and _holds(verify_ecdsa, key, signature, message, hash_name)
        count += 1
        # a fixed-length signature has one length; Wycheproof marks shorter and longer ones invalid too
        if holds is not (test["result"] == "valid"):
            wrong.append((test["tcId"], test["comment"]))
    assert wrong == []
    assert count >= 200


def _ec_key(group: dict[str, Any]) -> PublicKey | None:
    public = group["publicKey"]
    size = {"secp256r1": 32, "secp384r1": 48}[public["curve"]]
    curve = {"secp256r1": "P-256", "secp384r1": "P-384"}[public["curve"]]
    x, y = int(public["wx"], 16), int(public["wy"], 16)
    jwk = {"kty": "EC", "crv": curve}
    jwk |= {"x": base64url.encode(x.to_bytes(size, "big")), "y": base64url.encode(y.to_bytes(size, "big"))}
    return keys.key_from_jwk(jwk)


SUPPORTED = {"RS256", "RS384", "RS512", "PS256", "ES256", "ES384", "EdDSA"}


def _verify_token(group: dict[str, Any], token: str) -> None:
    """What the program does with a token, on a payload that need not be JSON."""
    if token.count(".") != 2:
        raise CodecError(Reason.JWT_MALFORMED, "parts")
    header_text, payload_text, signature_text = token.split(".")
    header = strict_json.loads(base64url.decode_strict(header_text))
    base64url.decode_strict(payload_text)
    jws = CompactJws(
        token,
        header,
        {},
        f"{header_text}.{payload_text}".encode("ascii"),
        base64url.decode_strict(signature_text),
    )
    jose.check_header(header)
    public = {k: v for k, v in group["public"].items() if k != "d"}
    jose.verify(jws, keys.key_from_jwk(public))


def _algorithm(token: str) -> str:
    try:
        return str(strict_json.loads(base64url.decode_strict(token.split(".", maxsplit=1)[0])).get("alg"))
    except (WalletError, AttributeError):
        return ""


def test_jws() -> None:
    wrong, judged, unsupported = [], 0, 0
    for group, test in _tests("json_web_signature_test.json"):
        token = test["jws"]
        if not isinstance(token, str) or "public" not in group:
            continue  # HMAC groups have no public key; they are covered by the next test
        if test["result"] == "valid" and _algorithm(token) not in SUPPORTED:
            unsupported += 1
            continue
        judged += 1
        holds = _holds(_verify_token, group, token)
        if holds is not (test["result"] == "valid"):
            wrong.append((test["tcId"], group.get("comment"), test["comment"], test["result"]))
    print(f"JWS vectors judged: {judged}, valid ones of unsupported algorithms: {unsupported}")
    assert wrong == []
    assert judged >= 100


def test_no_hmac_token_ever_verifies() -> None:
    tokens = [
        t["jws"] for g, t in _tests("json_web_signature_test.json") if "HS" in _algorithm(str(t["jws"]))
    ]
    assert len(tokens) > 10
    for token in tokens:
        header = strict_json.loads(base64url.decode_strict(token.split(".")[0]))
        with pytest.raises(WalletError):
            jose.check_header(header)
