"""What the page says of parts that are not shown, of the nonce, and of what was shown to somebody else before."""

import json
from typing import Any

import pytest

from tests import base_proofs, hiding, identities, issuing
from tests.benchmarks.page_times import _shown
from tests.hiding import NONCE, RECEIVER
from tests.verify_page.browser import Browser
from tests.verify_page.test_shares import bundle_of, fragment_of
from wallet.codecs import multibase
from wallet.credentials.presentation import (
    NOT_VALID_NAME,
    SUBSET_NAME,
    SUBSET_NOT_VALID_NAME,
    SUBSET_UNCHECKED_NAME,
    UNCHECKED_NAME,
)
from wallet.credentials.vcdm import CONTEXT_V2
from wallet.proofs import bbs_signatures, eddsa
from wallet.proofs.bbs_2023.proof_value import parse_derived_proof_value
from wallet.sharing.bundle import encode_bundle

ISSUER = identities.did_key("left out", "P-256")
NEEDS_BBS = pytest.mark.skipif(
    bbs_signatures.find_library() is None, reason="only where the optional library for bbs-2023 is"
)


def enveloped(sd_jwt: str) -> dict[str, Any]:
    return issuing.enveloped(sd_jwt) | {"id": f"data:application/dc+sd-jwt,{sd_jwt}"}


def shown_token(*names: str) -> str:
    return hiding.show(hiding.issue(hiding.claims(ISSUER), ISSUER), *names)


def test_parts_of_a_token_are_counted(browser: Browser) -> None:
    text = browser.open(fragment_of(bundle_of(enveloped(shown_token("given_name"))))).text
    assert "4 parts are not shown. Some may be placeholders of the issuer." in text
    most = shown_token("given_name", "family_name", "birthdate", "address", "locality")
    assert "1 part is not shown, or it is a placeholder" in browser.paste(most).text
    everything = browser.paste(hiding.issue(hiding.claims(ISSUER), ISSUER))
    assert everything.verdict == "check"
    assert "not shown" not in everything.text


def test_what_a_token_shows_can_be_read(browser: Browser) -> None:
    meant = hiding.claims(ISSUER, note=hiding.Hidden("<b>bold</b>\u202e"))
    text = browser.paste(hiding.issue(meant, ISSUER)).text
    for line in (
        "Mira Okafor",
        "Laser cutting",
        "birthdate: 2008-04-12",
        "address / locality: Kiel",
        "skills: acrylic",
        "note: <b>bold</b>\u2423",
    ):
        assert line in text
    assert "vct: " not in text
    part = browser.paste(shown_token("given_name")).text
    assert "given name: Mira" in part
    assert "birthdate" not in part


def test_nothing_is_said_of_a_token_that_is_not_good(browser: Browser) -> None:
    token, *rest = shown_token("given_name").split("~")
    head, payload, signature = token.split(".")
    swapped = ("A" if signature[5] != "A" else "B").join([signature[:5], signature[6:]])
    shown = browser.paste("~".join([f"{head}.{payload}.{swapped}", *rest]))
    assert shown.verdict == "invalid"
    assert "not shown" not in shown.text


def test_of_ecdsa_sd_the_number_is_not_known(browser: Browser) -> None:
    shown = browser.paste(json.dumps(_shown(base_proofs.secure(issuing.credential(ISSUER), ISSUER))))
    assert shown.verdict == "check"
    assert "Parts may have been left out. This kind of signature does not say how many." in shown.text
    assert "Parts may" not in browser.paste(json.dumps(issuing.good())).text


@NEEDS_BBS
def test_statements_of_bbs_are_counted(browser: Browser) -> None:
    document = _shown(base_proofs.secure_bbs(issuing.credential(ISSUER)))
    value = parse_derived_proof_value(document["proof"]["proofValue"])
    hidden = (len(value.bbs_proof) - 272) // 32
    assert hidden > 0
    shown = browser.paste(json.dumps(document))
    assert shown.verdict == "check"
    assert f"{hidden} single statements are not shown." in shown.text


@NEEDS_BBS
def test_every_part_of_a_bbs_proof_counts(browser: Browser) -> None:
    """The sums of the check are the page's own: each part that is changed must make it fail."""
    document = _shown(base_proofs.secure_bbs(issuing.credential(ISSUER)))
    packed = multibase.decode(document["proof"]["proofValue"])
    assert browser.paste(json.dumps(document)).verdict == "check"
    proof = parse_derived_proof_value(document["proof"]["proofValue"]).bbs_proof
    start = packed.index(proof)
    scalars = range(144, len(proof), 32)
    assert len(scalars) >= 5
    for at in scalars:
        for value in (bytes(31) + b"\x01", bytes(32)):
            broken = packed[: start + at] + value + packed[start + at + 32 :]
            document["proof"]["proofValue"] = multibase.encode_base64url(broken)
            shown = browser.paste(json.dumps(document))
            assert (at, shown.verdict, shown.checks[1]["proof"]) == (at, "invalid", "failed")


def test_the_nonce_is_shown_for_the_receiver_to_compare(browser: Browser) -> None:
    asked = bundle_of(issuing.good(), domain=RECEIVER, challenge=NONCE)
    assert f"They repeat the nonce {NONCE}: compare it with yours." in browser.open(fragment_of(asked)).text
    other = bundle_of(issuing.good(), domain=RECEIVER)
    assert "nonce" not in browser.open(fragment_of(other)).text


def test_a_token_shown_to_another_receiver_is_not_saved_by_a_presentation(browser: Browser) -> None:
    def wrapped(audience: str) -> str:
        token = hiding.bind(shown_token("given_name"), aud=audience)
        return fragment_of(bundle_of(enveloped(token), domain=RECEIVER, challenge=NONCE))

    assert browser.open(wrapped(RECEIVER)).verdict == "check"
    shown = browser.open(wrapped("https://other.example"))
    assert (shown.verdict, shown.checks[0], shown.checks[1]["proof"]) == (
        "invalid",
        {"holder": "passed"},
        "failed",
    )
    assert "It was made for another receiver" in shown.text


@pytest.mark.parametrize(
    ("name", "is_labelled", "is_subset"),
    [
        (NOT_VALID_NAME, True, False),
        (SUBSET_NOT_VALID_NAME, True, True),
        (SUBSET_NAME, False, True),
        ("Something else", False, False),
    ],
)
def test_what_its_sender_labelled(browser: Browser, name: str, is_labelled: bool, is_subset: bool) -> None:
    holder = identities.did_key("holder")
    document = {
        "@context": [CONTEXT_V2],
        "type": ["VerifiablePresentation"],
        "name": name,
        "holder": holder.id,
        "verifiableCredential": [issuing.good()],
    }
    made = encode_bundle(json.dumps(issuing.secure(document, holder, purpose="authentication")).encode())
    text = browser.open(fragment_of(made)).text
    assert ("The person sharing labelled this: not valid when it was shared." in text) is is_labelled
    assert ("Part of a longer record" in text) is is_subset
    browser.press("Español")
    assert ("no era válido cuando se compartió" in browser.shown().text) is is_labelled


@pytest.mark.parametrize(("name", "is_subset"), [(UNCHECKED_NAME, False), (SUBSET_UNCHECKED_NAME, True)])
def test_what_nobody_could_check_is_not_shown_as_valid(browser: Browser, name: str, is_subset: bool) -> None:
    """The sharer's signature is over the JSON and holds; what the issuer signed, the page cannot tell either."""
    holder = identities.did_key("holder")
    future = issuing.good()
    future = {**future, "@context": [*future["@context"], "https://school.example/contexts/2031"]}
    document = {
        "@context": [CONTEXT_V2],
        "type": ["VerifiablePresentation"],
        "name": name,
        "holder": holder.id,
        "verifiableCredential": [future, issuing.good()],
    }
    options = {
        "created": "2026-11-23T11:00:00Z",
        "verificationMethod": holder.method,
        "proofPurpose": "authentication",
    }
    presentation = eddsa.create_jcs_proof(document, options, holder.key.seed)
    shown = browser.open(fragment_of(encode_bundle(json.dumps(presentation).encode())))
    assert (shown.verdict, shown.checks[0], shown.checks[1]["proof"], shown.checks[2]["proof"]) == (
        "unchecked",
        {"holder": "passed"},
        "unknown",
        "passed",
    )
    assert "it could not be checked when it was shared" in shown.text
    assert ("Part of a longer record" in shown.text) is is_subset
    browser.press("Español")
    assert "no se pudo comprobar cuando se compartió" in browser.shown().text
    presentation["verifiableCredential"][0] |= {"name": "Changed"}
    changed = browser.open(fragment_of(encode_bundle(json.dumps(presentation).encode())))
    assert (changed.verdict, changed.checks[0]) == ("invalid", {"holder": "failed"})


def test_all_of_it_in_spanish(browser: Browser) -> None:
    token = hiding.bind(shown_token("given_name"))
    share = fragment_of(bundle_of(enveloped(token), domain=RECEIVER, challenge=NONCE))
    assert browser.open(share).verdict == "check"
    browser.press("Español")
    text = browser.shown().text
    assert "No se muestran 4 partes. Algunas pueden ser marcadores del emisor." in text
    assert f"Repite el número único {NONCE}" in text
