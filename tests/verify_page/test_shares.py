"""A receiver opens what was shared: good things are good, changed ones are not, and the rest says so."""

import json
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from joserfc.jwk import OKPKey

from build_verify_page import OUT
from tests import identities, issuing
from tests.identities import Json
from tests.verify_page.browser import Browser
from wallet.credentials.vcdm import CONTEXT_V2
from wallet.sharing.bundle import encode_bundle
from wallet.sharing.encrypted_share import encrypt_for_key, encrypt_with_passphrase
from wallet.sharing.html_page import render_html
from wallet.sharing.link import LinkForm, encode_link

HOLDER = identities.did_key("holder")
ISSUER = identities.did_key("issuer")
ALL_GOOD = {"proof": "passed", "issuer_binding": "passed", "dates": "passed", "issuer_trust": "unknown"}


def bundle_of(*entries: Any, purpose: str = "a summer job", **options: Any) -> bytes:
    """A share; keyword arguments are proof options (`domain` is the receiver, `expires` the end)."""
    document = {
        "@context": [CONTEXT_V2],
        "type": ["VerifiablePresentation"],
        "description": purpose,
        "holder": HOLDER.id,
        "verifiableCredential": list(entries),
    }
    presentation = issuing.secure(document, HOLDER, purpose="authentication", **options)
    return encode_bundle(json.dumps(presentation).encode())


def fragment_of(bundle: bytes, form: LinkForm = LinkForm.DIGITS) -> str:
    return "#" + encode_link(bundle, form=form).partition("#")[2]


def changed(bundle: bytes, old: bytes, new: bytes) -> bytes:
    assert bundle.count(old) >= 1
    return bundle.replace(old, new)


@pytest.mark.parametrize("form", LinkForm)
def test_a_good_link_of_every_form(browser: Browser, form: LinkForm) -> None:
    shown = browser.open(fragment_of(bundle_of(issuing.good()), form))
    assert shown.verdict == "check"
    assert shown.checks[0] == {"holder": "passed"}
    assert shown.checks[1].items() >= ALL_GOOD.items()
    assert "Harbor" in shown.text or issuing.good()["credentialSubject"]["achievement"]["name"] in shown.text


def test_a_changed_credential_in_a_link(browser: Browser) -> None:
    good = bundle_of(issuing.good())
    name = issuing.good()["credentialSubject"]["achievement"]["name"].encode()
    shown = browser.open(fragment_of(changed(good, name, name[:-1] + b"X")))
    assert shown.verdict == "invalid"
    assert shown.checks[0] == {"holder": "failed"}
    assert shown.checks[1]["proof"] == "failed"


def test_what_the_bundle_says_must_be_what_the_holder_signed(browser: Browser) -> None:
    good = bundle_of(issuing.good(), purpose="a summer job")
    other = json.loads(good)
    other["for"] = "a loan"
    assert browser.open(fragment_of(good)).verdict == "check"
    assert browser.open(fragment_of(json.dumps(other).encode())).verdict == "invalid"


def test_the_share_can_end(browser: Browser) -> None:
    lasting = bundle_of(issuing.good(), expires="2026-12-24T00:00:00Z")
    assert browser.open(fragment_of(lasting)).verdict == "check"
    shown = browser.open(fragment_of(bundle_of(issuing.good(), expires="2026-11-22T00:00:00Z")))
    assert shown.verdict == "invalid"
    assert "This share has ended" in shown.text


def token(alg: str, signer: identities.Identity) -> str:
    return issuing.token(issuing.claims_v2(issuing.credential(signer)), signer, alg)


@pytest.mark.parametrize(
    ("alg", "signer"),
    [
        ("EdDSA", identities.did_key("issuer")),
        ("ES256", identities.did_jwk("issuer", "P-256")),
        ("ES256", identities.did_key("issuer", "P-256")),
        ("ES384", identities.did_jwk("issuer", "P-384")),
        ("RS256", identities.did_jwk("issuer", "RSA")),
    ],
)
def test_tokens_alone_and_in_a_share(browser: Browser, alg: str, signer: identities.Identity) -> None:
    compact = token(alg, signer)
    shown = browser.paste(compact)
    assert (shown.verdict, shown.checks[1]["proof"], shown.checks[1]["issuer_binding"]) == (
        "check",
        "passed",
        "passed",
    )
    assert browser.open(fragment_of(bundle_of(issuing.enveloped(compact)))).verdict == "check"
    head, payload, signature = compact.split(".")
    swapped = ("A" if signature[5] != "A" else "B").join([signature[:5], signature[6:]])
    assert browser.paste(f"{head}.{payload}.{swapped}").verdict == "invalid"


def test_a_token_whose_key_it_brings_itself_names_no_issuer(browser: Browser) -> None:
    signer = identities.did_jwk("stranger", "P-256")
    claims = issuing.claims_v2(issuing.credential(ISSUER))
    jwk = {name: value for name, value in signer.key.jwk.items() if name != "d"}
    shown = browser.paste(issuing.token(claims, signer, "ES256", kid=None, jwk=jwk))
    assert shown.verdict == "unchecked"
    assert shown.checks[1]["issuer_binding"] == "unknown"


def test_the_key_of_somebody_else(browser: Browser) -> None:
    stranger = identities.did_key("stranger")
    shown = browser.paste(json.dumps(issuing.secure(issuing.credential(ISSUER), stranger)))
    assert (shown.verdict, shown.checks[1]["proof"], shown.checks[1]["issuer_binding"]) == (
        "invalid",
        "passed",
        "failed",
    )


@pytest.mark.parametrize(
    ("changes", "check"),
    [
        ({"validUntil": "2026-11-01T00:00:00Z"}, "dates"),
        ({"validFrom": "2027-01-01T00:00:00Z"}, "dates"),
    ],
)
def test_dates(browser: Browser, changes: Json, check: str) -> None:
    shown = browser.paste(json.dumps(issuing.good(**changes)))
    assert (shown.verdict, shown.checks[1][check]) == ("invalid", "failed")


def test_a_word_the_signature_does_not_cover(browser: Browser) -> None:
    good = issuing.good()
    shown = browser.paste(json.dumps(issuing.changed(good, "credentialSubject/achievement/extra", "bonus")))
    assert (shown.verdict, shown.checks[1]["proof"]) == ("invalid", "failed")


def test_an_unknown_suite_is_neither_good_nor_bad(browser: Browser) -> None:
    good = issuing.good()
    shown = browser.paste(json.dumps(issuing.changed(good, "proof/cryptosuite", "mldsa44-jcs-2024")))
    assert (shown.verdict, shown.checks[1]["proof"]) == ("unchecked", "unknown")


def test_no_signature_at_all(browser: Browser) -> None:
    assert browser.paste(json.dumps(issuing.credential(ISSUER))).verdict == "invalid"


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("#1.12", "link_malformed"),
        ("#1." + "9" * 17, "link_malformed"),
        ("#9.abc", "link_newer"),
        ("#2.a b", "link_malformed"),
        ("#3.y0jNyckHAA", "link_malformed"),  # a letter was changed: it unpacks, to no JSON
    ],
)
def test_links_that_are_cut_or_newer(browser: Browser, text: str, fault: str) -> None:
    assert browser.open(text).fault == fault


def test_a_link_that_unpacks_to_far_too_much(browser: Browser) -> None:
    import base64  # noqa: PLC0415
    import zlib  # noqa: PLC0415

    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = packer.compress(bytes(300_000_000)) + packer.flush()
    text = base64.urlsafe_b64encode(packed).decode().rstrip("=")
    started = datetime.now(UTC)
    assert browser.open("#3." + text).fault == "too_large"
    assert (datetime.now(UTC) - started).total_seconds() < 10


@pytest.mark.parametrize("text", ["hello", "{}", '{"a":1,"a":2}', "[" * 100_000, '"\\ud800"'])
def test_texts_without_a_credential(browser: Browser, text: str) -> None:
    assert browser.paste(text).fault == "not_readable"


def test_a_name_twice_is_refused_as_a_whole(browser: Browser) -> None:
    good = json.dumps(issuing.good())
    twice = good.replace('"validFrom"', '"validFrom": "2020-01-01T00:00:00Z", "validFrom"', 1)
    assert browser.paste(good).verdict == "check"
    assert browser.paste(twice).fault == "not_readable"


def test_files(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "share.json"
    path.write_bytes(bundle_of(issuing.good()))
    assert browser.choose(path).verdict == "check"
    path.write_bytes(b"\xff\xfe\x00")
    assert browser.choose(path).fault == "not_readable"


def test_a_page_with_the_share_inside(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "share.html"
    path.write_bytes(render_html(bundle_of(issuing.good())))
    assert browser.open(page=path.as_uri()).verdict == "check"
    assert browser.choose(path).verdict == "check"
    assert browser.complaints() == []
    name = issuing.good()["credentialSubject"]["achievement"]["name"].encode()
    path.write_bytes(changed(path.read_bytes(), name, name[:-1] + b"X"))
    assert browser.open(page=path.as_uri()).verdict == "invalid"


def test_a_locked_share_asks_for_its_words(browser: Browser) -> None:
    locked = encrypt_with_passphrase(bundle_of(issuing.good()), bytearray("año nuevo".encode())).decode()
    assert browser.paste(locked).verdict == ""
    assert browser.unlock("año viejo").fault == "wrong_passphrase"
    assert browser.unlock("an\u0303o nuevo").verdict == "check"


def test_a_share_locked_for_a_key_is_sent_to_the_program(browser: Browser) -> None:
    public = json.dumps(OKPKey.generate_key("X25519").as_dict(private=False)).encode()
    locked = encrypt_for_key(bundle_of(issuing.good()), public).decode()
    assert browser.paste(locked).fault == "locked_for_key"


def test_names_with_markup_are_shown_as_text(browser: Browser) -> None:
    hostile = '<img src=x onerror="document.title=1"><script>document.title=2</script>\u202eevil'
    document = issuing.credential(ISSUER, credentialSubject=issuing.credential(ISSUER)["credentialSubject"])
    document["credentialSubject"]["achievement"]["name"] = hostile
    shown = browser.paste(json.dumps(issuing.secure(document, ISSUER)))
    assert shown.verdict == "check"
    assert '<img src=x onerror="document.title=1">' in shown.text
    assert "\u202e" not in shown.text
    assert browser.driver.title == "Shared record"


def test_nothing_is_asked_for_before_the_button_is_pressed(browser: Browser) -> None:
    school = identities.did_web("school")
    document = issuing.secure(
        issuing.credential(school, credentialStatus=issuing.status_entry("https://school.example/list")),
        school,
    )
    browser.requests()
    shown = browser.open(fragment_of(bundle_of(document)))
    assert shown.verdict == "unchecked"
    assert shown.checks[1]["issuer_binding"] == "unknown"
    assert browser.requests() == []
    browser.press("Finish checking online")
    browser.driver.implicitly_wait(0)
    waited = [url for _ in range(200) for url in browser.requests()][:1]
    assert waited == ["https://school.example/.well-known/did.json"]


def test_the_policy_of_the_page_allows_nothing_but_itself(browser: Browser) -> None:
    browser.complaints()
    browser.open(fragment_of(bundle_of(issuing.good())))
    assert browser.complaints() == []
    page = OUT.read_text("utf-8")
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)
    assert policy is not None
    parts = dict(part.strip().split(" ", 1) for part in policy[1].split(";"))
    assert parts["default-src"] == "'none'"
    assert re.fullmatch(r"'sha256-[A-Za-z0-9+/=]+'", parts["script-src"])
    assert re.fullmatch(r"'sha256-[A-Za-z0-9+/=]+'", parts["style-src"])


def test_no_cookie_and_nothing_stored(browser: Browser) -> None:
    browser.open(fragment_of(bundle_of(issuing.good())))
    assert browser.driver.get_cookies() == []
    stored = browser.driver.execute_script("try { return localStorage.length } catch { return 0 }")
    assert stored == 0


LIST = "https://lists.example/status/1"


def _with_evidence(bundle: bytes, **bodies: Any) -> bytes:
    """The bundle with these documents, all of them said to be of today."""
    urls = {"status_list": LIST, "did": "https://school.example/.well-known/did.json"}
    entries = [
        {"kind": name.replace("_", "-"), "url": urls[name], "at": "2026-11-23T12:00:00Z", "body": body}
        for name, body in bodies.items()
    ]
    return json.dumps(json.loads(bundle) | {"ev": entries}).encode()


def _list_by(signer: identities.Identity, **subject: Any) -> Json:
    return issuing.secure(issuing.status_list(signer, LIST, subject), signer, created="2026-11-20T00:00:00Z")


def test_a_list_sent_along_counts_when_the_issuer_signed_it(browser: Browser) -> None:
    shared = bundle_of(issuing.good(ISSUER, credentialStatus=issuing.status_entry(LIST)))
    alone = browser.open(fragment_of(shared))
    assert (alone.verdict, alone.checks[1]["status"]) == ("unchecked", "unknown")
    with_it = browser.open(fragment_of(_with_evidence(shared, status_list=_list_by(ISSUER))))
    assert (with_it.verdict, with_it.checks[1]["status"]) == ("check", "passed")
    withdrawn = {"encodedList": "u" + issuing.encoded_list([94567])}
    revoked = browser.open(fragment_of(_with_evidence(shared, status_list=_list_by(ISSUER, **withdrawn))))
    assert (revoked.verdict, revoked.checks[1]["status"]) == ("invalid", "failed")


def test_a_list_sent_along_is_no_fresher_than_its_signature(browser: Browser) -> None:
    shared = bundle_of(issuing.good(ISSUER, credentialStatus=issuing.status_entry(LIST)))
    shown = browser.open(fragment_of(_with_evidence(shared, status_list=_list_by(ISSUER))))
    assert re.search(r"20 Nov|Nov(ember)? 20|2026-11-20", shown.text), shown.text
    assert not re.search(r"cancelled[^.]*(23 Nov|Nov(ember)? 23|2026-11-23)", shown.text)


def test_lists_that_the_learner_could_have_made_do_not_count(browser: Browser) -> None:
    shared = bundle_of(issuing.good(ISSUER, credentialStatus=issuing.status_entry(LIST)))
    unsigned = issuing.removed(_list_by(ISSUER), "proof")
    altered = issuing.changed(
        _list_by(ISSUER), "credentialSubject/encodedList", "u" + issuing.encoded_list([1])
    )
    for forged in (_list_by(HOLDER), unsigned, altered):
        shown = browser.open(fragment_of(_with_evidence(shared, status_list=forged)))
        assert shown.verdict != "check"
        assert shown.checks[1]["status"] != "passed"


def test_an_issuer_document_that_the_learner_could_have_made_confirms_nobody(browser: Browser) -> None:
    for label in ("school", "learner who forges"):
        school = identities.did_web(label)
        shared = bundle_of(issuing.secure(issuing.credential(school), school))
        (document,) = school.documents.values()
        shown = browser.open(fragment_of(_with_evidence(shared, did=document)))
        assert shown.verdict == "unchecked"
        assert shown.checks[1].items() >= {"proof": "passed", "issuer_binding": "unknown"}.items()
