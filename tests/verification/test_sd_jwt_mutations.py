"""Random changes to good SD-JWTs: always a report, and accepted only as what their issuer signed.

Mutants are made from a fixed seed: parts swapped between two credentials, disclosures forged, moved, dropped and
doubled, headers, payloads and key binding tokens changed in their JSON, characters changed anywhere. A mutant without
key binding may be found good when it is the issuer's very token with some of its own disclosures; one with key binding
only when not a letter differs.
"""

import json
import random
from collections.abc import Callable
from typing import Any

import pytest

from tests import hiding, identities, issuing
from tests.assurance import rounds
from tests.hiding import Hidden
from wallet.codecs import base64url
from wallet.verification.report import Verdict

GOOD = (Verdict.VERIFIED, Verdict.CHECK)
pytestmark = pytest.mark.long

MUTANTS = rounds(3_000, 12_000)
ISSUER = identities.did_key("issuer", "P-256")
NAMES = [
    *(
        "iss",
        "exp",
        "nbf",
        "cnf",
        "vct",
        "status",
        "_sd",
        "_sd_alg",
        "...",
        "achievement_title",
        "given_name",
    ),
    *(
        "degree",
        "sub",
        "@context",
        "type",
        "vc",
        "issuer",
        "aud",
        "nonce",
        "iat",
        "sd_hash",
        "alg",
        "typ",
        "kid",
    ),
]
VALUES: list[Any] = [
    None,
    True,
    0,
    -1,
    1e300,
    "",
    "x",
    "none",
    "sha-1",
    [],
    {},
    ["AAAA"],
    {"...": "AAAA"},
    {"_sd": []},
]

Draw = random.Random


def _badge() -> str:
    made = issuing.credential(ISSUER, validUntil="2030-01-01T00:00:00Z")
    made["credentialSubject"]["result"] = [Hidden(entry) for entry in made["credentialSubject"]["result"]]
    return hiding.issue(made, ISSUER, typ="vc+sd-jwt")


PLAIN = {
    "sd-jwt vc": hiding.issue(hiding.claims(ISSUER), ISSUER),
    "another of the issuer's": hiding.issue(
        hiding.claims(ISSUER, achievement_title="Welding", given_name=Hidden("Jo")), ISSUER
    ),
    "badge": _badge(),
}
BOUND = {
    "shown": hiding.bind(hiding.show(PLAIN["sd-jwt vc"], "given_name", "birthdate")),
    "shown in full": hiding.bind(PLAIN["another of the issuer's"]),
}
ALL = [*PLAIN.values(), *BOUND.values()]


def _split(text: str) -> tuple[str, list[str], str]:
    token, *shown, binding = text.split("~")
    return token, shown, binding


def _join(token: str, shown: list[str], binding: str) -> str:
    return "~".join([token, *shown, binding])


def _swap_token(draw: Draw, text: str) -> str:
    _, shown, binding = _split(text)
    return _join(_split(draw.choice(ALL))[0], shown, binding)


def _swap_binding(draw: Draw, text: str) -> str:
    token, shown, _ = _split(text)
    return _join(token, shown, _split(draw.choice(ALL))[2])


def _borrow(draw: Draw, text: str) -> str:
    token, shown, binding = _split(text)
    shown.insert(draw.randint(0, len(shown)), draw.choice(_split(draw.choice(ALL))[1]))
    return _join(token, shown, binding)


def _drop(draw: Draw, text: str) -> str:
    token, shown, binding = _split(text)
    draw.shuffle(shown)
    return _join(token, shown[: draw.randint(0, len(shown))], binding)


def _forge(draw: Draw, text: str) -> str:
    token, shown, binding = _split(text)
    content = ["salt", draw.choice(NAMES), draw.choice(VALUES)][draw.randint(0, 1) :]
    shown.insert(draw.randint(0, len(shown)), hiding.disclosure(*content))
    return _join(token, shown, binding)


def _change_disclosure(draw: Draw, text: str) -> str:
    token, shown, binding = _split(text)
    if shown:
        place = draw.randrange(len(shown))
        content = json.loads(base64url.decode_strict(shown[place]))
        content[draw.randrange(len(content))] = draw.choice([*VALUES, *NAMES])
        shown[place] = hiding.disclosure(*content)
    return _join(token, shown, binding)


def _change_json(draw: Draw, text: str) -> str:
    """A member of the header or payload of either token."""
    token, shown, binding = _split(text)
    which = draw.choice([token, binding]) or token
    parts = which.split(".")
    place = draw.randrange(2)
    content = json.loads(base64url.decode_strict(parts[place]))
    content[draw.choice([*NAMES, *content])] = draw.choice([*VALUES, *NAMES])
    parts[place] = base64url.encode(json.dumps(content).encode())
    changed = ".".join(parts)
    return _join(changed if which == token else token, shown, changed if which == binding else binding)


def _change_letter(draw: Draw, text: str) -> str:
    place = draw.randrange(len(text))
    return text[:place] + draw.choice("~.AZaz09-_= \n\0é") + text[place + 1 :]


def _cut(draw: Draw, text: str) -> str:
    return text[: draw.randrange(len(text))]


CHANGES: list[Callable[[Draw, str], str]] = [
    *(
        _swap_token,
        _swap_binding,
        _borrow,
        _drop,
        _forge,
        _change_disclosure,
        _change_json,
        _change_letter,
        _cut,
    )
]


def is_the_issuers_own(text: str) -> bool:
    """Whether a text says only what its issuer signed and its holder showed."""
    stripped = text.strip(" \t\r\n")
    if stripped in ALL:
        return True
    token, *shown = stripped.split("~")
    for good in PLAIN.values():
        own, disclosures, _ = _split(good)
        if token == own and shown and shown[-1] == "" and set(shown[:-1]) <= set(disclosures):
            return len(set(shown)) == len(shown)
    return False


def test_controls_are_good() -> None:
    for text in ALL:
        assert issuing.verify(text).verdict is Verdict.CHECK


def test_no_mutant_is_accepted() -> None:
    draw = Draw(9901)
    changed = accepted = 0
    for _ in range(MUTANTS):
        text = draw.choice(ALL)
        for _ in range(draw.choice([1, 1, 1, 2, 3])):
            text = draw.choice(CHANGES)(draw, text) if _is_whole(text) else text
        if text in ALL:
            continue
        changed += 1
        report = issuing.verify(text.encode())
        if report.verdict in GOOD:
            accepted += 1
            assert is_the_issuers_own(text), text[:3000]
    print(
        f"SD-JWT mutants: {changed} changed, {accepted} of them a choice the holder may make, 0 others accepted"
    )
    assert changed > MUTANTS * 0.8


def _is_whole(text: str) -> bool:
    """Whether the next change still finds the parts it works on."""
    try:
        token, shown, binding = _split(text)
        for part in (token, binding):
            if part:
                header, body, _ = part.split(".")
                for piece in (header, body):
                    if not isinstance(json.loads(base64url.decode_strict(piece)), dict):
                        return False
        return all(isinstance(json.loads(base64url.decode_strict(entry)), list) for entry in shown)
    except Exception:  # noqa: BLE001 - any damage at all
        return False
