"""Lists of issuers on the web: registry files, signed lists, and federations that answer for one issuer at a time."""

import json
import socket
from datetime import UTC, datetime
from urllib.parse import quote

import pytest

from tests import lists
from tests.identities import Identity, Json, did_key, key
from tests.issuing import seconds
from tests.sites import Everybody, Site, answer, client_for
from wallet.app.web_list import fetch_list
from wallet.credentials.model import Issuer
from wallet.errors import ExchangeError, Reason, VerificationError
from wallet.exchange.consent import AskedOnce
from wallet.exchange.issuer_registry import FederationDirectory, read_web_list
from wallet.exchange.web_documents import WebDocuments
from wallet.verification.checks.issuer_trust import check_issuer_trust
from wallet.verification.report import Outcome
from wallet.verification.sources import FixedClock, IssuerDirectory
from wallet.verification.trust_lists.reader import read_trust_list

AT = datetime(2026, 11, 23, 12, tzinfo=UTC)
REGISTRY = "https://school.example/dcc-registry/registry.json"
ANCHOR = "https://registry.example/.well-known/openid-federation"
FETCH = "https://registry.example/fetch"
KNOWN = did_key("known issuer").id
STATEMENT = "application/entity-statement+jwt"


def web(site: Site, **more: object) -> WebDocuments:
    return WebDocuments(client_for(site, Everybody(), **more), FixedClock(AT))


def publish_federation(site: Site, *, endpoint: str | None = FETCH, **claims: object) -> None:
    entity = {"organization_name": "Example Registry", "federation_fetch_endpoint": endpoint}
    anchor = lists.anchor_statement(**{"metadata": {"federation_entity": entity}, **claims})
    site.pages["registry.example/.well-known/openid-federation"] = answer(anchor.encode(), STATEMENT)
    site.pages["registry.example/fetch"] = answer(
        lists.statement(KNOWN, "Northfield School").encode(), STATEMENT
    )


def check(
    directory: IssuerDirectory, issuer: str, name: str = "Northfield School"
) -> tuple[Outcome, Reason | None]:
    found = check_issuer_trust(Issuer(issuer, name), [directory], AT)
    return found.outcome, found.reason


def test_a_registry_file_is_fetched_whole(site: Site) -> None:
    site.serve_documents({REGISTRY: json.dumps(lists.registry(**{KNOWN: "Northfield School"})).encode()})
    found = read_web_list(REGISTRY, web(site))
    assert found.name == "school.example/dcc-registry/registry.json (not signed, 2026-10-27)"
    assert check(found, KNOWN) == (Outcome.PASSED, None)
    assert check(found, did_key("another").id, "Other") == (Outcome.UNKNOWN, Reason.ISSUER_ON_NO_LIST)
    assert site.targets == ["school.example/dcc-registry/registry.json"]


def test_a_list_of_ours_keeps_its_own_name(site: Site) -> None:
    site.serve_documents(
        {REGISTRY: json.dumps(lists.signed_list(lists.entry(KNOWN, "Northfield School"))).encode()}
    )
    assert read_web_list(REGISTRY, web(site)).name.startswith("District list (did:key:")


@pytest.mark.parametrize("body", [b"[]", b"{}", b"not JSON", b"eyJ.eyJ.", b"ey\xff.a.b"])
def test_what_is_no_list_is_refused(site: Site, body: bytes) -> None:
    site.serve_documents({REGISTRY: body})
    with pytest.raises(VerificationError) as caught:
        read_web_list(REGISTRY, web(site))
    assert caught.value.reason is Reason.TRUST_LIST_INVALID


def test_a_list_that_is_not_there(site: Site) -> None:
    with pytest.raises(ExchangeError) as caught:
        read_web_list(REGISTRY, web(site))
    assert caught.value.reason is Reason.SITE_WITHOUT_ANSWER


def test_a_federation_is_asked_about_an_issuer_once(site: Site) -> None:
    publish_federation(site)
    found = read_web_list(ANCHOR, web(site))
    assert isinstance(found, FederationDirectory)
    assert (found.name, found.is_personal) == (
        "Example Registry (https://registry.example, 2026-11-23)",
        False,
    )
    assert check(found, KNOWN) == (Outcome.PASSED, None)
    assert check(found, KNOWN, "Another Name") == (Outcome.PASSED, Reason.ISSUER_NAME_DIFFERS)
    sub = KNOWN.replace(":", "%3A")
    assert site.targets == [ANCHOR.removeprefix("https://"), f"registry.example/fetch?sub={sub}"]


def test_what_a_federation_states_can_be_kept(site: Site) -> None:
    """The statement itself with the anchor's own is a chain that anybody can check later, with its dates."""
    publish_federation(site)
    documents = web(site)
    other = did_key("another").id
    fetched = fetch_list(ANCHOR, documents, [KNOWN, other])
    kept = read_trust_list(fetched.body, fetched.title)
    assert (kept.name, [issuer.id for issuer in kept.issuers]) == (
        "Example Registry (https://registry.example, 2026-11-23)",
        [KNOWN],
    )
    assert check(kept, KNOWN) == (Outcome.PASSED, None)
    assert check(kept, other, "Other") == (Outcome.UNKNOWN, Reason.ISSUER_ON_NO_LIST)


def test_a_federation_that_cannot_be_asked_is_not_kept_in_part(site: Site) -> None:
    publish_federation(site)
    site.pages["registry.example/fetch"] = answer(b"<html>", "text/html")
    with pytest.raises(ExchangeError) as caught:
        fetch_list(ANCHOR, web(site), [KNOWN])
    assert caught.value.reason is Reason.ANSWER_KIND_OTHER


def test_an_issuer_the_federation_does_not_know_is_on_no_list(site: Site) -> None:
    publish_federation(site)
    del site.pages["registry.example/fetch"]
    found = read_web_list(ANCHOR, web(site))
    assert check(found, did_key("another").id) == (Outcome.UNKNOWN, Reason.ISSUER_ON_NO_LIST)


def test_an_answer_about_somebody_else_lists_nobody(site: Site) -> None:
    publish_federation(site)
    found = read_web_list(ANCHOR, web(site))
    assert check(found, did_key("another").id) == (Outcome.UNKNOWN, Reason.ISSUER_ON_NO_LIST)


def test_a_federation_that_cannot_be_asked_says_so(site: Site) -> None:
    publish_federation(site)
    found = read_web_list(ANCHOR, web(site))
    site.pages["registry.example/fetch"] = answer(b"<html>", "text/html")
    assert check(found, KNOWN) == (Outcome.UNKNOWN, Reason.ANSWER_KIND_OTHER)


def test_a_federation_with_a_fault_is_not_one_that_states_nothing(site: Site) -> None:
    publish_federation(site)
    found = read_web_list(ANCHOR, web(site))
    site.pages["registry.example/fetch"] = answer(b"{}", status="500 Oops")
    assert check(found, KNOWN) == (Outcome.UNKNOWN, Reason.SITE_FAULT)


def test_a_statement_that_somebody_else_signed_counts_for_nothing(site: Site) -> None:
    publish_federation(site)
    forged = lists.statement(
        KNOWN,
        "Northfield School",
        signer=Identity(lists.ANCHOR.id, "anchor-key", key("x", "P-256")),
    )
    site.pages["registry.example/fetch"] = answer(forged.encode(), STATEMENT)
    found = read_web_list(ANCHOR, web(site))
    assert check(found, KNOWN) == (Outcome.UNKNOWN, Reason.TRUST_LIST_INVALID)


@pytest.mark.parametrize(
    "endpoint", [None, "http://registry.example/fetch", "fetch", 7, "https://registry.example/f#a"]
)
def test_an_anchor_that_does_not_say_where_to_ask_is_refused(site: Site, endpoint: str | None) -> None:
    publish_federation(site, endpoint=endpoint)
    with pytest.raises(VerificationError):
        read_web_list(ANCHOR, web(site))


def test_an_anchor_in_another_place_than_its_own_is_refused(site: Site) -> None:
    """Anybody can sign a statement that calls itself by somebody else's name."""
    publish_federation(site)
    site.pages["school.example/.well-known/openid-federation"] = site.pages[ANCHOR.removeprefix("https://")]
    with pytest.raises(VerificationError):
        read_web_list("https://school.example/.well-known/openid-federation", web(site))


def test_a_federation_whose_statement_ended_is_not_in_force(site: Site) -> None:
    publish_federation(site, exp=seconds("2026-11-23T06:00:00Z"))
    found = read_web_list(ANCHOR, web(site))
    assert check(found, KNOWN) == (Outcome.UNKNOWN, Reason.TRUST_LIST_NOT_CURRENT)


# -- federations with intermediates


LEAF = "https://school.example/issuers/7"
DISTRICT = Identity("https://other.example", "key", key("district", "P-256"))
STATE = Identity("https://third.example/state", "key", key("state", "P-256"))
LEAF_KEY = Identity(LEAF, "key", key("leaf", "P-256"))


def keys_of(one: Identity) -> dict[str, object]:
    return {"keys": [{**one.key.jwk, "kid": one.method}]}


def publish_entity(site: Site, one: Identity, *above: str, **changes: object) -> None:
    """An entity's own configuration, at its own address, and where it is asked about others."""
    entity = {"organization_name": "What it calls itself", "federation_fetch_endpoint": f"{one.id}/fetch"}
    claims: Json = {
        "metadata": {"federation_entity": entity},
        "jwks": keys_of(one),
        "authority_hints": list(above),
    }
    token = lists.statement(one.id, signer=one, **(claims | changes))
    address = f"{one.id}/.well-known/openid-federation".removeprefix("https://")
    site.pages[address] = answer(token.encode(), STATEMENT)


def publish_statement(site: Site, endpoint: str, subject: str, token: str | None) -> None:
    """What is answered there about one subject; None, and about everybody else, that there is nothing."""
    asked = f"sub={quote(subject, safe='')}"
    said = answer(b"", status="404 Not Found") if token is None else answer(token.encode(), STATEMENT)

    def page(connection: socket.socket) -> None:
        is_it = site.seen[-1].target.partition("?")[2] == asked
        (said if is_it else answer(b"", status="404 Not Found"))(connection)

    site.pages[endpoint.removeprefix("https://")] = page


def publish_levels(site: Site) -> None:
    """School, district, state, anchor: three statements."""
    publish_federation(site)
    publish_entity(site, LEAF_KEY, DISTRICT.id)
    publish_entity(site, DISTRICT, STATE.id)
    publish_entity(site, STATE, lists.ANCHOR.id)
    publish_statement(
        site, f"{DISTRICT.id}/fetch", LEAF, lists.statement(LEAF, "Northfield School", signer=DISTRICT)
    )
    publish_statement(
        site,
        f"{STATE.id}/fetch",
        DISTRICT.id,
        lists.statement(DISTRICT.id, signer=STATE, jwks=keys_of(DISTRICT)),
    )
    publish_statement(site, FETCH, STATE.id, lists.statement(STATE.id, jwks=keys_of(STATE)))


def test_an_issuer_is_found_over_those_above_it(site: Site) -> None:
    publish_levels(site)
    everybody = Everybody()
    documents = WebDocuments(client_for(site, everybody), FixedClock(AT))
    found = read_web_list(ANCHOR, documents)
    assert check(found, LEAF) == (Outcome.PASSED, None)
    assert check(found, LEAF, "What it calls itself") == (Outcome.PASSED, Reason.ISSUER_NAME_DIFFERS)
    assert {one.host for one in everybody.requests} == {
        *("registry.example", "school.example", "other.example", "third.example")
    }, "every hop is a site to agree to"
    kept = fetch_list(ANCHOR, documents, [LEAF])
    again = read_trust_list(kept.body, kept.title)
    assert check(again, LEAF) == (Outcome.PASSED, None), "what was fetched holds without the network"


def test_a_hop_that_may_not_be_asked_is_named_and_nothing_is_known(site: Site) -> None:
    publish_levels(site)
    consent = AskedOnce(lambda request: request.host != "third.example")
    found = read_web_list(ANCHOR, WebDocuments(client_for(site, consent), FixedClock(AT)))
    assert check(found, LEAF) == (Outcome.UNKNOWN, Reason.SITE_NOT_ALLOWED)
    assert not any(target.startswith("third.example") for target in site.targets)


def test_an_issuer_that_names_nobody_above_it_is_on_no_list(site: Site) -> None:
    publish_levels(site)
    publish_entity(site, LEAF_KEY)
    assert check(read_web_list(ANCHOR, web(site)), LEAF) == (Outcome.UNKNOWN, Reason.ISSUER_ON_NO_LIST)
    del site.pages["school.example/issuers/7/.well-known/openid-federation"]
    assert check(read_web_list(ANCHOR, web(site)), LEAF) == (Outcome.UNKNOWN, Reason.ISSUER_ON_NO_LIST)


def test_one_that_a_stranger_vouches_for_is_on_no_list(site: Site) -> None:
    """The district exists, and the anchor knows nothing of whom it names above itself."""
    publish_levels(site)
    publish_statement(site, FETCH, STATE.id, None)
    assert check(read_web_list(ANCHOR, web(site)), LEAF) == (Outcome.UNKNOWN, Reason.ISSUER_ON_NO_LIST)


@pytest.mark.parametrize("signer", [LEAF_KEY, Identity(DISTRICT.id, "key", key("thief", "P-256"))])
def test_a_statement_another_key_signed_breaks_the_chain(site: Site, signer: Identity) -> None:
    publish_levels(site)
    forged = lists.statement(LEAF, "Northfield School", signer=Identity(DISTRICT.id, "key", signer.key))
    publish_statement(site, f"{DISTRICT.id}/fetch", LEAF, forged)
    assert check(read_web_list(ANCHOR, web(site)), LEAF) == (Outcome.UNKNOWN, Reason.TRUST_LIST_INVALID)


def test_entities_that_name_one_another_are_asked_once(site: Site) -> None:
    publish_levels(site)
    publish_entity(site, STATE, DISTRICT.id)
    publish_entity(site, DISTRICT, STATE.id, LEAF)
    publish_statement(site, FETCH, STATE.id, None)
    assert check(read_web_list(ANCHOR, web(site)), LEAF) == (Outcome.UNKNOWN, Reason.ISSUER_ON_NO_LIST)
    assert len(site.targets) == len(set(site.targets)) < 20


def test_an_issuer_that_is_no_web_address_is_asked_of_the_anchor_alone(site: Site) -> None:
    publish_levels(site)
    found = read_web_list(ANCHOR, web(site))
    assert check(found, KNOWN) == (Outcome.UNKNOWN, Reason.ISSUER_ON_NO_LIST)
    assert {target.partition("/")[0] for target in site.targets} == {"registry.example"}
