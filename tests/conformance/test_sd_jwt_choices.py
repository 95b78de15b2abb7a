"""Chosen disclosures of random SD-JWTs, nested and in arrays: the reference implementation reads them the same.

The other direction, what the reference holder shows, is in `test_sd_jwt_vectors`.
"""

import random
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import pytest

from tests import hiding, identities, issuing
from tests.assurance import rounds
from tests.hiding import Hidden
from tests.identities import Json
from wallet.codecs import base64url
from wallet.credentials.detect import parse_document
from wallet.credentials.json_pointer import is_within
from wallet.credentials.model import UnverifiedCredential
from wallet.proofs import sd_jwt as sd_jwt_proofs
from wallet.sharing import disclosure
from wallet.verification.report import CheckName, Outcome

ABSENT = "only where the reference implementation sd-jwt is installed (test extras)"
reference_common = pytest.importorskip("sd_jwt.common", reason=ABSENT)
reference_issuer = pytest.importorskip("sd_jwt.issuer", reason=ABSENT)
reference_verifier = pytest.importorskip("sd_jwt.verifier", reason=ABSENT)
jwk = pytest.importorskip("jwcrypto.jwk", reason=ABSENT)

ISSUER = identities.did_key("issuer of choices", "P-256")
HOLDER = identities.key("holder of choices")
NOW = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def _random_claims(chance: random.Random, depth: int = 0) -> Any:
    """Objects, lists and values, some of them hidden."""
    kind = chance.choice(("object", "list", "value", "value")) if depth < 3 else "value"
    if kind == "value":
        return chance.choice((f"text {chance.random()}", chance.randint(0, 99), True, None))
    members = [_maybe_hidden(chance, depth) for _ in range(chance.randint(0, 3))]
    if kind == "list":
        return members
    return {f"name{place}": member for place, member in enumerate(members)}


def _maybe_hidden(chance: random.Random, depth: int) -> Any:
    value = _random_claims(chance, depth + 1)
    return Hidden(value) if chance.random() < 0.5 else value


def _meant(number: int) -> Json:
    chance = random.Random(number)
    made = {f"claim{place}": _maybe_hidden(chance, 0) for place in range(4)}
    return {"vct": "https://school.example/x", "iss": ISSUER.id, "sure": Hidden("something"), **made}


def _as_reference_means(value: Any) -> Any:
    wrap = reference_common.SDObj
    if isinstance(value, Hidden):
        return wrap(_as_reference_means(value.value))
    if isinstance(value, list):
        return [_as_reference_means(entry) for entry in value]
    if isinstance(value, dict):
        return {
            wrap(name) if isinstance(member, Hidden) else name: _as_reference_means(
                member.value if isinstance(member, Hidden) else member
            )
            for name, member in value.items()
        }
    return value


def _issued_here(meant: Json) -> str:
    return hiding.issue(meant | {"cnf": {"jwk": HOLDER.jwk}}, ISSUER)


def _issued_by_reference(meant: Json) -> str:
    numbers = ISSUER.key.private.private_numbers()  # type: ignore[union-attr]
    secret = base64url.encode(numbers.private_value.to_bytes(32))  # type: ignore[union-attr]
    made = reference_issuer.SDJWTIssuer(
        _as_reference_means(meant),
        jwk.JWK(**ISSUER.key.jwk, d=secret),
        jwk.JWK(**HOLDER.jwk),
        add_decoy_claims=True,
        extra_header_parameters={"typ": "dc+sd-jwt", "kid": ISSUER.method},
    )
    return str(made.sd_jwt_issuance)


ISSUERS = {"here": _issued_here, "reference": _issued_by_reference}


def _read(text: str) -> UnverifiedCredential:
    read = parse_document(text.encode())
    assert isinstance(read, UnverifiedCredential)
    return read


def _bound(document: UnverifiedCredential) -> str:
    assert document.sd_jwt is not None
    return document.sd_jwt.bound_text + sd_jwt_proofs.create_key_binding(
        document.sd_jwt.bound_text,
        document.sd_jwt.algorithm,
        HOLDER.seed,
        audience=hiding.RECEIVER,
        nonce=hiding.NONCE,
        now=NOW,
    )


class _Verifier(reference_verifier.SDJWTVerifier):  # type: ignore[misc, name-defined]
    """The reference verifier, which would take ES256 alone for the holder's key unless told."""

    def _verify_key_binding_jwt(self, audience: str, nonce: str, _sign_alg: str | None = None) -> None:
        super()._verify_key_binding_jwt(audience, nonce, "EdDSA")


def _read_by_reference(text: str) -> Json:
    key = jwk.JWK(**ISSUER.key.jwk)
    verified = _Verifier(text, lambda _issuer, _header: key, hiding.RECEIVER, hiding.NONCE)
    payload: Json = verified.get_verified_payload()
    return payload


def _expected(value: Any, pointer: str, chosen: Sequence[str]) -> Any:
    """What was meant, without what is hidden and neither chosen, nor around or inside something chosen."""

    def is_shown(entry: Any, where: str) -> bool:
        related = (is_within(where, other) or is_within(other, where) for other in chosen)
        return not isinstance(entry, Hidden) or any(related)

    if isinstance(value, Hidden):
        return _expected(value.value, pointer, chosen)
    if isinstance(value, dict):
        members = ((name, member, f"{pointer}/{name}") for name, member in value.items())
        return {
            n: _expected(member, where, chosen) for n, member, where in members if is_shown(member, where)
        }
    if isinstance(value, list):
        entries = ((entry, f"{pointer}/{place}") for place, entry in enumerate(value))
        return [_expected(entry, where, chosen) for entry, where in entries if is_shown(entry, where)]
    return value


@pytest.mark.long
@pytest.mark.parametrize("issuer", ISSUERS)
def test_the_reference_reads_what_was_chosen(issuer: str) -> None:
    count, parts_chosen = rounds(40, 1000), 0
    for number in range(count):
        whole = _read(ISSUERS[issuer](_meant(number)))
        choices = disclosure.find_choices(whole)
        chance = random.Random(number)
        chosen = [part for part in choices.selectable if chance.random() < 0.5]
        (shown,) = disclosure.derive_credentials(whole, [part.pointer for part in chosen], random.randbytes)
        claims = _read_by_reference(_bound(shown))
        assert claims == shown.document
        expected = _expected(_meant(number), "", [part.pointer for part in chosen])
        assert {name: value for name, value in claims.items() if name != "cnf"} == expected
        report = issuing.verify(_bound(shown), at=NOW)
        assert report.check(CheckName.PROOF).outcome is Outcome.PASSED
        parts_chosen += len(chosen)
    print(f"{count} random SD-JWTs by {issuer}, {parts_chosen} parts chosen: the reference reads the same")
    assert parts_chosen > count
