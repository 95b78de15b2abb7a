"""Whatever an offer, an invitation or an issuer's own description says: it is read, or refused with a reason."""

import json
import random
from collections.abc import Callable
from typing import Any
from urllib.parse import quote

import pytest

from tests.assurance import rounds
from tests.credential_issuers import CODE_GRANT, ISSUER, configurations
from tests.sites import Everybody, Site, answer, client_for
from wallet.app.offers import read_door
from wallet.errors import ExchangeError
from wallet.exchange.openid4vci.metadata import fetch_issuer, name_in
from wallet.exchange.openid4vci.offer import CredentialOffer, PreAuthorized, SignIn, read_offer

OFFER = {
    "credential_issuer": ISSUER,
    "credential_configuration_ids": ["badge"],
    "grants": {CODE_GRANT: {"pre-authorized_code": "c", "tx_code": {"length": 4, "description": "d"}}},
}
LINK = f"openid-credential-offer://?credential_offer={quote(json.dumps(OFFER))}"
EXCHANGE = "dccrequest://request?issuer=x&vc_request_url=https%3A%2F%2Fschool.example%2Fe&challenge=1&auth_type=bearer"
MESSAGE = json.dumps(
    {"protocols": {"vcapi": "https://school.example/e", "iu": "https://school.example/i?iuv=1"}}
)
STRANGE: list[Any] = [None, 7, -1, True, "", "\x00", "x" * 5000, [], [[]], {}, {"a": 1}, "https://127.0.0.1/"]
LETTERS = '{}[]":,%&=#?/\\\u202e\ud7ff 0aZ'


def mutant(text: str, luck: random.Random) -> str:
    """The text with a few letters cut, doubled or replaced."""
    letters = list(text)
    for _ in range(luck.randint(1, 4)):
        place = luck.randrange(len(letters))
        letters[place : place + luck.choice((0, 1, 9))] = luck.choices(LETTERS, k=luck.randint(0, 3))
        letters = letters or ["x"]
    return "".join(letters)


def strange(value: Any, luck: random.Random) -> Any:
    """The value with one member, anywhere in it, replaced by something that does not belong there."""
    made = json.loads(json.dumps(value))
    places: list[tuple[Any, Any]] = []

    def walk(owner: Any) -> None:
        for name in owner if isinstance(owner, dict) else range(len(owner)):
            places.append((owner, name))
            if isinstance(owner[name], dict | list):
                walk(owner[name])

    walk(made)
    owner, name = luck.choice(places)
    owner[name] = luck.choice(STRANGE)
    return made


@pytest.mark.long
def test_texts_are_read_or_refused() -> None:
    luck = random.Random(20261123)
    count = rounds(3_000, 100_000)
    read = 0
    for number in range(count):
        seed = (LINK, EXCHANGE, MESSAGE, json.dumps(OFFER))[number % 4]
        try:
            read_door(mutant(seed, luck))
        except ExchangeError:
            continue
        read += 1
    assert 0 < read < count
    print(f"offers and invitations changed at random: {count} read ({read}) or refused")


@pytest.mark.long
def test_objects_are_read_or_refused() -> None:
    luck = random.Random(7)
    count = rounds(2_000, 50_000)
    for _ in range(count):
        try:
            found = read_door(json.dumps(strange(OFFER, luck)))
        except ExchangeError:
            continue
        assert isinstance(found, CredentialOffer)
        assert found.host == "school.example"
        assert found.configuration_ids
    print(f"offers with one strange member: {count} read or refused")


@pytest.mark.long
def test_what_an_issuer_says_is_read_or_refused(site: Site) -> None:
    luck = random.Random(11)
    count = rounds(60, 2_000)
    about = {
        "credential_issuer": ISSUER,
        "credential_endpoint": f"{ISSUER}/credential",
        "authorization_servers": [ISSUER],
        "display": [{"name": "School", "locale": "en"}],
        "credential_configurations_supported": configurations(),
    }
    for _ in range(count):
        site.pages["/.well-known/openid-credential-issuer/registrar"] = answer(
            json.dumps(strange(about, luck)).encode()
        )
        try:
            found = fetch_issuer(client_for(site, Everybody()), ISSUER, ["badge"])
        except ExchangeError:
            continue
        assert found.host == "school.example"
        assert isinstance(found.configurations["badge"].name("en"), str)
    print(f"descriptions of an issuer with one strange member: {count} read or refused")


@pytest.mark.parametrize(
    ("grants", "kind"),
    [
        (None, SignIn),
        ({}, SignIn),
        ({"authorization_code": {}}, SignIn),
        ({"authorization_code": {}, CODE_GRANT: {"pre-authorized_code": "c"}}, PreAuthorized),
    ],
)
def test_the_way_that_is_easier_for_the_learner_is_taken(grants: Any, kind: Callable[..., object]) -> None:
    found = read_offer(json.dumps(OFFER | {"grants": grants}))
    assert isinstance(found, CredentialOffer)
    assert type(found.grant) is kind


def test_a_code_is_never_shown() -> None:
    found = read_offer(LINK.replace("%22c%22", "%22very-secret%22"))
    assert isinstance(found, CredentialOffer)
    assert isinstance(found.grant, PreAuthorized)
    assert found.grant.code == "very-secret"
    assert "secret" not in repr(found)


@pytest.mark.parametrize(("language", "said"), [("es", "Uno"), ("en", "One"), ("fr", "Any"), ("pt", "Any")])
def test_the_name_in_the_learners_language(language: str, said: str) -> None:
    assert name_in({"en-US": "One", "es": "Uno", "": "Any"}, language) == said


def test_a_name_in_no_language_that_is_known() -> None:
    assert name_in({"fr": "Un"}, "es") == "Un"
    assert name_in({"fr": "Un", "en-GB": "One"}, "es") == "One"
    assert name_in({}, "es") == ""
