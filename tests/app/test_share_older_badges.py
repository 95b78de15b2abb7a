"""Open Badges 2.0 and older leave whole, byte for byte, beside what the holder signs; and the signature covers them."""

import hashlib
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from build_verify_page import OUT
from tests import identities, issuing
from tests import older_badges as school
from tests.sample_documents import itxt, png
from tests.sharing.requests import openid4vp, vc_api
from wallet.app import share
from wallet.app.claim_names import PrivateKind
from wallet.app.container import Services, make_services
from wallet.app.disclose import Mechanism, find_disclosable
from wallet.app.import_credential import import_bytes, import_each
from wallet.app.open_document import open_share
from wallet.app.private_values import PrivateValue
from wallet.app.share_forms import CHANNELS, LOCKED, ShareLock
from wallet.app.share_preview import read_back
from wallet.app.share_request import answer, count_older, find_matches, prepare_answer, read_request
from wallet.app.unlock import Vault
from wallet.app.verify_document import DocumentVerifier, verify_bytes
from wallet.credentials.model import UnverifiedCredential, UnverifiedPresentation
from wallet.credentials.presentation import NOT_VALID_NAME
from wallet.credentials.vcdm import CONTEXT_V2
from wallet.errors import Reason, SharingError
from wallet.proofs.challenge import Challenge
from wallet.sharing.bundle import decode_bundle, encode_bundle
from wallet.sharing.bundle_items import CONTEXT, related_resources
from wallet.sharing.encrypted_share import decrypt
from wallet.verification.report import CheckName, Outcome, Verdict

WORDS = b"words for the lock"
CODES = (".png", ".svg")
# the page for receivers is there only where it could be built (Node and npm)
FORMS = [kind for kind in CHANNELS if kind != ".html" or OUT.is_file()]
OPEN_RECIPIENT = {"type": "email", "hashed": False, "identity": "ada@learner.example"}
HOSTED = json.dumps(school.assertion(recipient=OPEN_RECIPIENT), indent=2).encode() + b"\n"
SIGNED = school.as_bytes(school.sign(school.signed_assertion()))
OTHER_SIGNATURE = school.as_bytes(school.sign(school.signed_assertion(), "somebody else"))
DIFFERENT = school.as_bytes(school.assertion(recipient=OPEN_RECIPIENT, issuedOn="2025-03-01T10:00:00+00:00"))
OLDER = school.as_bytes(
    {
        "@context": "https://w3id.org/openbadges/v1",
        "uid": "1",
        "recipient": OPEN_RECIPIENT,
        "badge": school.BADGE,
        "issuedOn": "2015-01-01",
        "verify": {"type": "hosted", "url": "https://school.example/old/1"},
    }
)
BADGES = {
    "hosted": HOSTED,
    "signed": SIGNED,
    "baked": png(itxt("openbadges", HOSTED)),
    "address": png(itxt("openbadges", school.ASSERTION.encode())),
    "version 1": OLDER,
}
TWINS = {"hosted": (DIFFERENT, Reason.HOSTED_DIFFERS), "signed": (OTHER_SIGNATURE, Reason.SIGNATURE_INVALID)}


@pytest.fixture
def web(tmp_path: Path) -> Services:
    """What the school has on the web; its copy of the hosted badge names the same learner."""
    index = {}
    published = school.published(assertion=school.assertion(recipient=OPEN_RECIPIENT))
    for number, (url, body) in enumerate(published.items()):
        (tmp_path / f"{number}.json").write_text(json.dumps(body))
        index[url] = f"{number}.json"
    (tmp_path / "index.json").write_text(json.dumps({"documents": index}))
    return make_services(at=issuing.NOW, documents=tmp_path / "index.json")


@pytest.fixture
def offline() -> Services:
    return make_services(at=issuing.NOW)


def keep(vault: Vault, services: Services, *badges: bytes) -> list[str]:
    return [str(import_bytes(vault, badge, services, name="badge").record_id) for badge in badges]


def prepared(
    vault: Vault, services: Services, ids: list[str], *, even_not_valid: bool = False
) -> share.PreparedShare:
    return share.prepare(
        vault,
        ids,
        to="Example Corp",
        purpose="Summer job",
        until=None,
        services=services,
        even_not_valid=even_not_valid,
    )


def received(made: share.PreparedShare, kind: str, services: Services) -> bytes:
    content = share.render(made, kind, services, ShareLock(passphrase=bytearray(WORDS)))
    return decrypt(content, passphrase=bytearray(WORDS)) if kind == LOCKED else content


def items_in(data: bytes) -> list[bytes]:
    document = open_share(data).document
    assert isinstance(document, UnverifiedPresentation)
    return [one.original for one in document.credentials if isinstance(one, UnverifiedCredential)]


# -- there and back


@pytest.mark.parametrize("badge", BADGES)
def test_every_form_carries_it_byte_for_byte(
    badge: str, vault: Vault, web: Services, offline: Services
) -> None:
    made = prepared(vault, offline, keep(vault, web, BADGES[badge]))
    for kind in FORMS:
        if badge == "signed" and kind in CODES:  # an RSA signature and all its text
            with pytest.raises(SharingError) as refusal:
                received(made, kind, offline)
            assert refusal.value.reason is Reason.TOO_BIG_FOR_QR
            continue
        data = received(made, kind, offline)
        assert items_in(data) == [BADGES[badge]], kind
        alone = verify_bytes(data, offline)
        assert (alone.verdict, alone.check(CheckName.PROOF).outcome) == (Verdict.UNCHECKED, Outcome.PASSED)
        assert alone.inner[0].reason is verify_bytes(BADGES[badge], offline).reason
        with_web, original = verify_bytes(data, web), verify_bytes(BADGES[badge], web)
        assert with_web.inner[0].verdict is original.verdict
        assert [one.outcome for one in with_web.inner[0].checks] == [one.outcome for one in original.checks]
        assert badge == "version 1" or with_web.verdict is Verdict.CHECK


@pytest.mark.parametrize("twin", TWINS)
def test_a_broken_one_leaves_labelled_and_stays_broken(twin: str, vault: Vault, web: Services) -> None:
    badge, reason = TWINS[twin]
    ids = keep(vault, web, badge)
    with pytest.raises(SharingError) as refusal:
        prepared(vault, web, ids)
    assert refusal.value.reason is Reason.NOT_FOR_SHARING
    made = prepared(vault, web, ids, even_not_valid=True)
    assert (made.is_not_valid, json.loads(made.presentation)["name"]) == (True, NOT_VALID_NAME)
    for kind in [kind for kind in FORMS if twin == "hosted" or kind not in CODES]:
        data = received(made, kind, web)
        report = verify_bytes(data, web)
        assert (report.verdict, report.inner[0].reason) == (Verdict.INVALID, reason), kind
        assert items_in(data) == [badge], kind


def test_it_travels_with_others_in_any_order(vault: Vault, web: Services, offline: Services) -> None:
    good = json.dumps(issuing.good(evidence=None)).encode()
    ids = keep(vault, web, HOSTED, good, SIGNED)
    made = prepared(vault, offline, ids)
    assert list(made.credential_ids) == list(made.revealed) == ids
    for kind in [kind for kind in FORMS if kind not in CODES]:
        data = received(made, kind, offline)
        assert items_in(data)[1:] == [HOSTED, SIGNED], kind
        assert [one.verdict for one in verify_bytes(data, web).inner] == [Verdict.CHECK] * 3, kind


def test_who_gets_it_can_keep_it(vault: Vault, web: Services, offline: Services) -> None:
    ids = keep(vault, web, HOSTED, SIGNED)
    data = received(prepared(vault, offline, ids), ".zip", offline)
    again = list(import_each(vault, data, offline, name="share.zip"))
    assert [one.record_id for one in again] == ids, "the very same bytes"


# -- what is said of it


def test_the_learner_is_told_that_it_goes_whole_and_what_rides_along(
    vault: Vault, web: Services, offline: Services
) -> None:
    open_one, hashed = keep(vault, web, HOSTED, SIGNED)
    found = find_disclosable(vault, open_one, offline)
    mail = PrivateValue(PrivateKind.EMAIL, "ada@learner.example")
    assert (found.choices.mechanism, found.choices.selectable) == (Mechanism.WHOLE, ())
    work = [
        PrivateValue(PrivateKind.EVIDENCE, said)
        for said in ("Welded a gate.", "A gate; https://school.example/work/1")
    ]
    hash_only = PrivateValue(PrivateKind.EMAIL, "")
    assert list(found.travels_along) == [mail, *work]
    assert list(find_disclosable(vault, hashed, offline).travels_along) == [hash_only, *work]
    seen = read_back(prepared(vault, offline, [open_one, hashed]).whole, offline)
    assert [list(one.private) for one in seen.credentials] == [[mail, *work], [hash_only, *work]]
    assert ("/recipient/identity", "ada@learner.example") in seen.credentials[0].values


def test_the_history_keeps_the_exact_bytes(
    vault: Vault, web: Services, offline: Services, tmp_path: Path
) -> None:
    [record_id] = keep(vault, web, HOSTED)
    out = tmp_path / "share.json"
    made = share.send(vault, prepared(vault, web, [record_id]), out, web)
    assert (made.titles, made.revealed, made.hidden) == (("Welding",), (record_id,), ())
    assert made.content == out.read_bytes()
    assert made.sha256 == hashlib.sha256(out.read_bytes()).hexdigest()
    assert decode_bundle(made.content).items == (HOSTED,)
    linked = share.record(vault, prepared(vault, offline, [record_id]), "link", offline)
    assert items_in(linked.content) == [HOSTED]


# -- changed on the way


def _changed(body: dict[str, Any]) -> None:
    body["items"][0]["raw"] = body["items"][0]["raw"].replace("2026-03-01", "2026-03-02")


def _spaced(body: dict[str, Any]) -> None:
    body["items"][0]["raw"] += " "


def _removed(body: dict[str, Any]) -> None:
    del body["items"][0]


def _emptied(body: dict[str, Any]) -> None:
    body["items"] = []


def _added(body: dict[str, Any]) -> None:
    body["items"].append({"fmt": "ob2", "raw": DIFFERENT.decode()})


def _doubled(body: dict[str, Any]) -> None:
    body["items"].append(body["items"][0])


def _swapped(body: dict[str, Any]) -> None:
    body["items"].reverse()


CHANGES = [_changed, _spaced, _removed, _emptied, _added, _doubled, _swapped]


def test_a_change_beside_the_presentation_is_noticed(vault: Vault, web: Services) -> None:
    made = prepared(vault, web, keep(vault, web, HOSTED, SIGNED))
    assert verify_bytes(made.bundle, web).verdict is Verdict.CHECK
    for change in CHANGES:
        body = json.loads(made.bundle)
        change(body)
        report = verify_bytes(json.dumps(body).encode(), web)
        assert (report.verdict, report.reason) == (Verdict.UNREADABLE, Reason.BUNDLE_INVALID), change


def test_a_digest_cannot_be_changed_with_it(vault: Vault, web: Services) -> None:
    made = prepared(vault, web, keep(vault, web, HOSTED))
    body = json.loads(made.bundle)
    body["items"] = [{"fmt": "ob2", "raw": OLDER.decode()}]
    other = json.loads(prepared(vault, web, keep(vault, web, OLDER)).presentation)
    body["vp"]["relatedResource"][0]["digestSRI"] = other["relatedResource"][0]["digestSRI"]
    report = verify_bytes(json.dumps(body).encode(), web)
    assert report.check(CheckName.PROOF).reason is Reason.SIGNATURE_INVALID
    assert report.verdict is Verdict.INVALID


def test_nothing_is_put_beside_a_share_that_has_nothing_there(vault: Vault, web: Services) -> None:
    [record_id] = keep(vault, web, json.dumps(issuing.good(evidence=None)).encode())
    body = json.loads(prepared(vault, web, [record_id]).bundle)
    resource = json.loads(prepared(vault, web, keep(vault, web, HOSTED)).presentation)["relatedResource"][0]
    body["vp"]["relatedResource"] = [resource | {"id": f"{body['vp']['id']}#item-1"}]
    body["items"] = [{"fmt": "ob2", "raw": HOSTED.decode()}]
    contexts = body["vp"]["@context"]
    for added in ([], [CONTEXT], [{"relatedResource": None}], [CONTEXT, {"digestSRI": None}]):
        body["vp"]["@context"] = [*contexts, *added]
        report = verify_bytes(json.dumps(body).encode(), web)
        inline = any(isinstance(one, dict) for one in added)
        assert report.check(CheckName.PROOF).outcome is (Outcome.UNKNOWN if inline else Outcome.FAILED)
        assert report.verdict is (Verdict.UNCHECKED if inline else Verdict.INVALID)


def test_the_presentation_alone_is_incomplete(vault: Vault, web: Services) -> None:
    made = prepared(vault, web, keep(vault, web, HOSTED))
    report = verify_bytes(made.presentation, web)
    assert report.check(CheckName.PROOF).outcome is Outcome.PASSED
    assert (report.verdict, report.inner[0].reason) == (Verdict.INVALID, Reason.SHARE_INCOMPLETE)


def test_files_of_an_archive_are_compared_too(vault: Vault, web: Services) -> None:
    archive = share.render(prepared(vault, web, keep(vault, web, HOSTED, SIGNED)), ".zip", web)
    with zipfile.ZipFile(io.BytesIO(archive)) as packed:
        files = {name: packed.read(name) for name in packed.namelist()}
    assert (files["credential-1.json"], files["credential-2.jwt"]) == (HOSTED, SIGNED)
    changed = files | {"credential-1.json": HOSTED.replace(b"2026-03-01", b"2026-03-02")}
    removed = {name: content for name, content in files.items() if name != "credential-2.jwt"}
    added = files | {"credential-3.json": OLDER}
    swapped = files | {"credential-1.json": SIGNED, "credential-2.jwt": HOSTED}
    for other in (changed, removed, added, swapped):
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w") as packed:
            for name, content in other.items():
                packed.writestr(name, content)
        report = DocumentVerifier(web).verify(target.getvalue())
        assert (report.verdict, report.reason) == (Verdict.UNREADABLE, Reason.ARCHIVE_DIFFERS)


def test_only_older_badges_lie_beside(web: Services) -> None:
    """Whoever signs for something else as an item has it named as unreadable, not checked as if it were one."""
    holder = identities.did_key("holder")
    good = json.dumps(issuing.good(evidence=None)).encode()
    document = {
        "@context": [CONTEXT_V2, CONTEXT],
        "id": "urn:uuid:00010203-0405-4607-8809-0a0b0c0d0e0f",
        "type": ["VerifiablePresentation"],
        "holder": holder.id,
    }
    for item, reason in ((good, Reason.NOT_A_CREDENTIAL), (b"\xff\xfe", Reason.ENCODING_INVALID)):
        named = document | {"relatedResource": related_resources(str(document["id"]), [item])}
        made = json.dumps(issuing.secure(named, holder, purpose="authentication")).encode()
        report = verify_bytes(encode_bundle(made, items=[item]), web)
        assert report.check(CheckName.PROOF).outcome is Outcome.PASSED
        assert (report.verdict, report.inner[0].reason) == (Verdict.INVALID, reason)


def test_an_answer_has_nothing_beside_it_unless_it_leaves_as_a_share(vault: Vault, web: Services) -> None:
    """A badge that fits is no part of a presentation; a page, an archive or a link has room for it."""
    [record_id] = keep(vault, web, SIGNED)
    request = read_request(json.dumps(vc_api({"type": ["Assertion"]})).encode(), web.clock.now())
    assert list(count_older(vault, request)) == [0]
    chosen = answer(request, find_matches(vault, request), ())
    assert [match and match.is_beside for match in chosen] == [True]
    said: dict[str, Any] = {"to": "Job center", "purpose": "A job", "until": None, "services": web}
    with pytest.raises(SharingError) as refusal:
        prepare_answer(vault, request, chosen, **said)
    assert refusal.value.reason is Reason.NOT_FOR_PRESENTATION
    made, _ = prepare_answer(vault, request, chosen, **said, as_share=True)
    assert (made.credential_ids, made.items) == ((record_id,), (SIGNED,))
    asked = Challenge("jobs.example", request.nonce)
    for form in (".zip", ".txt"):
        report = DocumentVerifier(web, challenge=asked).verify(share.render(made, form, web))
        assert (report.verdict, report.audience, len(report.inner)) == (Verdict.CHECK, "jobs.example", 1)
        replayed = DocumentVerifier(web, challenge=Challenge("other.example", request.nonce))
        assert replayed.verify(share.render(made, form, web)).verdict is Verdict.INVALID


def test_why_older_badges_do_not_fit_is_known(vault: Vault, web: Services) -> None:
    keep(vault, web, SIGNED, HOSTED)
    for asked in (openid4vp(), vc_api()):
        request = read_request(json.dumps(asked).encode(), web.clock.now())
        assert list(map(len, find_matches(vault, request))) == [0]
        assert list(count_older(vault, request)) == [2]
    # what is asked of any credential is asked of them, too
    anything = vc_api({"credentialSubject": {}})
    request = read_request(json.dumps(anything).encode(), web.clock.now())
    assert list(map(len, find_matches(vault, request))) == [2]
    assert list(count_older(vault, request)) == [0]
