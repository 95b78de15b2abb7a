"""One changed byte anywhere in a good file: never accepted as something else, and almost always named invalid.

Every byte is changed in three ways: its lowest bit, its case bit, and one bit by a fixed seed.
"""

import json
import random
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest

from tests import identities, issuing
from tests.issuing import ED25519_2020, Documents
from tests.sample_documents import SVG, png
from wallet.credentials import baked_image
from wallet.credentials.detect import parse_document
from wallet.credentials.model import UnverifiedDocument
from wallet.errors import Reason
from wallet.verification.report import Verdict

GOOD = (Verdict.VERIFIED, Verdict.CHECK)
BAD = (Verdict.INVALID, Verdict.UNREADABLE)
ISSUER = identities.did_key("issuer")
WEB = identities.did_web("issuer", "P-256")
RSA = identities.did_web("issuer", "RSA")
LIST = "https://guild.example/status/1"


def _presentation() -> bytes:
    made = issuing.presentation(
        identities.did_key("holder"),
        issuing.good(),
        domain="a",
        challenge="b",
        expires="2027-01-01T00:00:00Z",
    )
    return json.dumps(made).encode()


def _version_1() -> bytes:
    document = issuing.credential_v1(ISSUER, ED25519_2020, expirationDate="2030-01-01T00:00:00Z")
    return json.dumps(issuing.secure(document, ISSUER, "Ed25519Signature2020")).encode()


FILES: dict[str, Callable[[], bytes]] = {
    "JSON, version 2.0": lambda: json.dumps(
        issuing.good(credentialStatus=issuing.status_entry(LIST), validUntil="2030-01-01T00:00:00Z")
    ).encode(),
    "JSON, version 1.1": _version_1,
    "JSON on several lines": lambda: json.dumps(issuing.good(), indent=1).encode(),
    "token, version 2.0": lambda: issuing.token(
        issuing.claims_v2(issuing.credential(WEB)), WEB, "ES256"
    ).encode(),
    "token, version 1.1": lambda: issuing.token(
        issuing.claims_v1(issuing.credential_v1(RSA)), RSA, "RS256"
    ).encode(),
    "PNG": lambda: baked_image.bake_png(png(), json.dumps(issuing.good())),
    "SVG": lambda: baked_image.bake_svg(SVG, json.dumps(issuing.good())),
    "presentation": _presentation,
}

# What one changed byte may turn into something that cannot be decided: what nobody here can know or look up.
UNDECIDED: Mapping[str, set[tuple[str, Reason]]] = {
    "JSON, version 2.0": {("/proof/cryptosuite", Reason.UNSUPPORTED_SUITE)},
    "JSON, version 1.1": {("/@context/2", Reason.UNKNOWN_CONTEXT)},
    "JSON on several lines": {("/proof/cryptosuite", Reason.UNSUPPORTED_SUITE)},
    "token, version 2.0": {("header/kid", Reason.NEEDS_NETWORK)},
    "token, version 1.1": {("header/kid", Reason.NEEDS_NETWORK)},
    "SVG": {("/proof/cryptosuite", Reason.UNSUPPORTED_SUITE)},
    "presentation": {("/proof/cryptosuite", Reason.UNSUPPORTED_SUITE)},
}
# The address of another edition of the same context, with the same meaning for every term used, changes no statement.
OTHER_EDITION = "/@context/1"
EDITIONS = {f"https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.{n}.json" for n in (1, 2, 3)}


def documents(name: str) -> Documents:
    listed = issuing.secure(issuing.status_list(ISSUER, LIST), ISSUER)
    return Documents((RSA if "1.1" in name else WEB).documents, {LIST: listed})


def flipped(data: bytes) -> Iterator[bytes]:
    draw = random.Random(20261123)
    for place in range(len(data)):
        for bit in {0x01, 0x20, 1 << draw.randrange(8)}:
            yield data[:place] + bytes([data[place] ^ bit]) + data[place + 1 :]


def difference(one: Any, other: Any, path: str = "") -> str | None:
    """The path of the first difference between two parsed documents."""
    if type(one) is not type(other):
        return path
    if isinstance(one, dict):
        for name in {**one, **other}:
            if name not in one or name not in other:
                return f"{path}/{name if name in one else '+'}"
            found = difference(one[name], other[name], f"{path}/{name}")
            if found is not None:
                return found
        return None
    if isinstance(one, list) and len(one) == len(other):
        pairs = enumerate(zip(one, other, strict=True))
        return next((d for n, (a, b) in pairs if (d := difference(a, b, f"{path}/{n}")) is not None), None)
    return None if one == other else path


def changed_at(original: UnverifiedDocument, data: bytes) -> str | None:
    """Where the document in these bytes differs from the original; a token's header counts."""
    parsed = parse_document(data)
    if original.jws is not None and parsed.jws is not None and parsed.jws.header != original.jws.header:
        return f"header{difference(original.jws.header, parsed.jws.header)}"
    return difference(original.document, parsed.document)


@pytest.mark.parametrize("name", FILES)
def test_one_byte(name: str) -> None:
    data = FILES[name]()
    source = documents(name)
    original = parse_document(data)
    assert issuing.verify(data, source).verdict in GOOD
    accepted: set[str | None] = set()
    undecided: set[tuple[str | None, Reason | None]] = set()
    for mutant in flipped(data):
        report = issuing.verify(mutant, source)
        if report.verdict in GOOD:
            accepted.add(changed_at(original, mutant))
            if changed_at(original, mutant) == OTHER_EDITION:
                assert parse_document(mutant).document["@context"][1] in EDITIONS
        elif report.verdict not in BAD:
            undecided.add((changed_at(original, mutant), report.reason))
    assert accepted <= {None, OTHER_EDITION}
    assert undecided == UNDECIDED.get(name, set())


def test_the_few_bytes_that_change_nothing_are_white_space_and_pixels() -> None:
    """The rule above is not satisfied by refusing everything."""
    data = FILES["JSON on several lines"]()
    tab = data.replace(b"\n ", b"\n\t", 1)
    assert tab != data
    assert issuing.verify(tab).verdict in GOOD
    drawing = FILES["SVG"]()
    assert issuing.verify(drawing.replace(b"<rect/>", b"<rect />")).verdict in GOOD


def test_without_its_context_a_badge_is_no_badge() -> None:
    """A changed address of the badge context is invalid, not a context somebody might know."""
    report = issuing.verify(
        issuing.changed(
            issuing.good(), "@context/1", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.7.json"
        )
    )
    assert (report.verdict, report.reason) == (Verdict.INVALID, Reason.STRUCTURE_INVALID)
