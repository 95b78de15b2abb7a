"""By whose key a credential was shared: the page says the same as the wallet, in words; nothing is bad for it."""

import json
from typing import Any

from tests import hiding, identities, issuing
from tests import older_badges as school
from tests.verification import test_shared_by as wallet
from tests.verify_page.browser import Browser
from tests.verify_page.test_items import bundle_of as with_items
from tests.verify_page.test_shares import bundle_of, fragment_of
from wallet.app.container import make_services
from wallet.app.verify_document import verify_bytes
from wallet.verification.report import SharedBy

HOLDER, OTHER = wallet.HOLDER, wallet.OTHER
SAID = {
    SharedBy.ISSUER_KEY: "unknown",
    SharedBy.NAMED_KEY: "passed",
    SharedBy.OTHER_KEY: "unknown",
    SharedBy.NO_KEY: "not_applicable",
    SharedBy.NOT_COMPARED: "not_applicable",
}
SUBJECTS: tuple[Any, ...] = (
    {"id": HOLDER.id},
    {"id": HOLDER.method},
    {"id": identities.did_jwk("holder", "Ed25519").id},
    {"id": None, "identifier": [{**wallet.EMAIL, "identityHash": HOLDER.id}]},
    {"id": OTHER.id},
    {"id": OTHER.id, "identifier": [wallet.HASHED]},
    {"id": identities.did_jwk("holder", "P-256").id},
    {"id": None},
    {"id": "mailto:ann@learner.example"},
    {"id": None, "identifier": [wallet.HASHED]},
    {"id": "did:web:learner.example"},
    {"id": "did:key:z6MkNotAKey"},
    {"id": "did:jwk:e30"},
)
CONFIRMED: tuple[Any, ...] = (
    {"cnf": {"jwk": HOLDER.key.jwk}},
    {"cnf": {"kid": HOLDER.method}},
    {"cnf": {"jwk": OTHER.key.jwk}, "sub": HOLDER.id},
    {"cnf": {"jkt": "x"}},
    {"cnf": None},
    {"cnf": None, "sub": HOLDER.id},
)


def test_the_page_and_the_wallet_say_the_same(browser: Browser) -> None:
    document = issuing.credential(wallet.ISSUER)
    subject = document["credentialSubject"]
    document["credentialSubject"] = [{**subject, "id": OTHER.id}, {**subject, "id": HOLDER.id}]
    forged = wallet.badge({"id": OTHER.id})
    forged["credentialSubject"]["id"] = HOLDER.id
    entries = [
        *(wallet.badge(one) for one in SUBJECTS),
        *(wallet.enveloped(wallet.sd_jwt(**one)) for one in CONFIRMED),
        issuing.secure(document, wallet.ISSUER),
        wallet.badge({"id": HOLDER.id}, issuer=HOLDER),
        forged,
    ]
    bundle = bundle_of(*entries)
    report = verify_bytes(bundle, make_services(issuing.NOW, None))
    shown = browser.open(fragment_of(bundle))
    cards = [card for card in shown.checks if "holder" not in card]
    expected = [one.shared_by and SAID[one.shared_by] for one in report.inner]
    assert [card.get("shared_by") for card in cards] == expected
    assert set(expected) == {"passed", "unknown", "not_applicable", None}


def test_it_is_said_in_both_languages(browser: Browser, spanish_browser: Browser) -> None:
    words = {
        HOLDER.id: ("Shared by the key it was given to", "Lo comparte la clave que lo recibió"),
        OTHER.id: ("Shared by another key than", "Lo comparte otra clave"),
        "mailto:a@b.example": ("It names no key, so who it was given to", "No nombra ninguna clave"),
    }
    own = ("Issued by whoever shares it", "La emitió quien la comparte")
    shares = [(wallet.badge({"id": subject}), said) for subject, said in words.items()]
    for badge, said in (*shares, (wallet.badge({"id": HOLDER.id}, issuer=HOLDER), own)):
        link = fragment_of(bundle_of(badge))
        for one, sentence in zip((browser, spanish_browser), said, strict=True):
            shown = one.open(link)
            assert sentence in shown.text
            # a share of what names an e-mail is as good as any, and another key is something to look at
            assert shown.verdict == "check"


def test_what_nobody_shared_says_nothing_of_it(browser: Browser) -> None:
    assert "shared_by" not in browser.paste(json.dumps(wallet.badge({"id": OTHER.id}))).checks[-1]
    bound = hiding.bind(hiding.show(wallet.sd_jwt(), "given_name"))
    assert browser.paste(bound).checks[-1]["shared_by"] == "passed"
    assert "shared_by" not in browser.paste(wallet.sd_jwt()).checks[-1]


def test_an_older_badge_names_an_e_mail(browser: Browser) -> None:
    enclosed = school.assertion(badge=school.badge_class(issuer=school.profile()))
    shown = browser.open(fragment_of(with_items(json.dumps(enclosed).encode())))
    assert shown.checks[-1] == {"proof": "unknown", "shared_by": "not_applicable"}


def test_each_credential_of_a_record(browser: Browser) -> None:
    inner = [wallet.badge({"id": one}, id=f"urn:uuid:{one[-4:]}") for one in (HOLDER.id, OTHER.id)]
    record = issuing.credential(
        wallet.ISSUER,
        type=["VerifiableCredential", "ClrCredential"],
        evidence=None,
        credentialSubject={"id": HOLDER.id, "type": ["ClrSubject"], "verifiableCredential": inner},
    )
    record["@context"] = [record["@context"][0], issuing.CLR2, record["@context"][1]]
    shown = browser.open(fragment_of(bundle_of(issuing.secure(record, wallet.ISSUER))))
    assert shown.checks[-1]["shared_by"] == "passed"
    inside = browser.driver.find_elements("css selector", "details.inner [data-check=shared_by]")
    assert [one.get_attribute("data-outcome") for one in inside] == ["passed", "unknown"]
