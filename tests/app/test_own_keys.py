"""What names one of several keys of a wallet is shown by that key; what names none, by the key in use."""

import json
from typing import Any

import pytest

from tests import hiding, identities, issuing
from tests.identities import Json
from wallet.app.container import Services
from wallet.app.holder import make_profile, new_holder_key
from wallet.app.import_credential import import_bytes
from wallet.app.share import PreparedShare, prepare
from wallet.app.unlock import Vault
from wallet.app.verify_document import Challenge, DocumentVerifier
from wallet.vault.holder_keys import HolderKey
from wallet.verification.report import CheckName, Outcome, SharedBy, VerificationReport

ISSUER = identities.did_key("school")
SHOP, NONCE = "https://shop.example", "n-1"


def jwk_of(key: HolderKey) -> Json:
    from wallet.exchange.possession import ProofKey  # noqa: PLC0415 - for the spelling only

    return dict(ProofKey(str(key.did), key.verification_method, key.private_seed).jwk)


def badge(holder: str | None, number: int = 1) -> bytes:
    subject = {**issuing.credential(ISSUER)["credentialSubject"], "id": holder}
    if holder is None:
        del subject["id"]
    return json.dumps(issuing.good(ISSUER, id=f"urn:uuid:{number}", credentialSubject=subject)).encode()


def token(confirmation: Json) -> bytes:
    claims = {**hiding.claims(ISSUER), "cnf": confirmation}
    claims.pop("sub", None)
    return hiding.issue(claims, ISSUER).encode()


def keep(vault: Vault, services: Services, data: bytes) -> tuple[str, Outcome]:
    found = import_bytes(vault, data, services, name="x")
    return found.record_id or "", found.report.check(CheckName.RECIPIENT).outcome


def shared(vault: Vault, services: Services, *records: str) -> PreparedShare:
    return prepare(
        vault, records, to="Shop", purpose="Job", until=None, services=services, audience=SHOP, nonce=NONCE
    )


def received(share: PreparedShare, services: Services) -> VerificationReport:
    return DocumentVerifier(services, challenge=Challenge(SHOP, NONCE)).verify(share.whole)


@pytest.fixture
def copies(vault: Vault, services: Services) -> tuple[HolderKey, ...]:
    """Two further keys of the profile in use."""
    made = (new_holder_key(services), new_holder_key(services))
    vault.profiles.add_keys(made)
    return made


def test_the_profile_keeps_its_own_key_and_knows_all_of_them(
    vault: Vault, services: Services, copies: tuple[HolderKey, ...]
) -> None:
    own = vault.holder_keys.default()
    (profile,) = vault.profiles.list()
    assert (profile.did, profile.dids) == (own.did, (own.did, *(one.did for one in copies)))
    make_profile(vault, "Work", (), services)
    vault.profiles.use("Work")
    assert vault.profiles.get(profile.name).did == own.did
    vault.profiles.use(profile.name)
    assert vault.holder_keys.default().did == own.did


@pytest.mark.parametrize("number", [0, 1])
def test_a_badge_given_to_a_further_key_is_mine_and_shown_by_it(
    vault: Vault, services: Services, copies: tuple[HolderKey, ...], number: int
) -> None:
    record, given = keep(vault, services, badge(copies[number].did))
    assert given is Outcome.PASSED
    share = shared(vault, services, record)
    report = received(share, services)
    assert (report.holder, report.inner[0].shared_by) == (copies[number].did, SharedBy.NAMED_KEY)
    assert share.of_other_keys == 0


@pytest.mark.parametrize("spelling", ["jwk", "kid"])
def test_a_token_confirmed_for_a_further_key_is_bound_by_it(
    vault: Vault, services: Services, copies: tuple[HolderKey, ...], spelling: str
) -> None:
    confirmation: dict[str, Any] = {"jwk": jwk_of(copies[1]), "kid": copies[1].verification_method}
    record, given = keep(vault, services, token({spelling: confirmation[spelling]}))
    assert given is Outcome.PASSED, "nobody but the confirmed key says whose it is"
    share = shared(vault, services, record)
    assert share.documents[0].sd_jwt is not None
    assert share.documents[0].sd_jwt.key_binding is not None
    inner = received(share, services).inner[0]
    assert (inner.check(CheckName.PROOF).outcome, inner.shared_by) == (Outcome.PASSED, SharedBy.NAMED_KEY)


def test_a_key_in_another_spelling_is_still_mine(vault: Vault, services: Services) -> None:
    from wallet.codecs import base64url  # noqa: PLC0415 - for the spelling only

    spelled = json.dumps({"use": "sig", **jwk_of(vault.holder_keys.default())}).encode()
    assert keep(vault, services, badge(f"did:jwk:{base64url.encode(spelled)}"))[1] is Outcome.PASSED
    assert keep(vault, services, badge(identities.did_jwk("other").id, 2))[1] is not Outcome.PASSED


def test_somebody_elses_token_is_neither_mine_nor_bound(
    vault: Vault, services: Services, copies: tuple[HolderKey, ...]
) -> None:
    record, given = keep(vault, services, token({"jwk": identities.key("other").jwk}))
    assert given is not Outcome.PASSED
    share = shared(vault, services, record)
    assert share.documents[0].sd_jwt is not None
    assert share.documents[0].sd_jwt.key_binding is None
    assert received(share, services).holder == vault.holder_keys.default().did != copies[0].did


def test_what_names_nobody_is_shown_by_the_key_in_use(
    vault: Vault, services: Services, copies: tuple[HolderKey, ...]
) -> None:
    assert copies
    record, _ = keep(vault, services, badge(None))
    assert received(shared(vault, services, record), services).holder == vault.holder_keys.default().did


def test_of_several_keys_the_one_most_of_them_name_signs_and_the_rest_is_told(
    vault: Vault, services: Services, copies: tuple[HolderKey, ...]
) -> None:
    given = (copies[0].did, copies[1].did, copies[1].did, None)
    records = [keep(vault, services, badge(did, number))[0] for number, did in enumerate(given)]
    share = shared(vault, services, *records)
    report = received(share, services)
    assert (report.holder, share.of_other_keys) == (copies[1].did, 1)
    assert [one.shared_by for one in report.inner] == [
        SharedBy.OTHER_KEY,
        SharedBy.NAMED_KEY,
        SharedBy.NAMED_KEY,
        SharedBy.NO_KEY,
    ]
