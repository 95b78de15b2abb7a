"""What is shown of older badges, in the words of the newer ones; wrong shapes are left out, never raised."""

import json
from typing import Any

import pytest

from tests import older_badges as school
from tests.sample_documents import SVG
from wallet.credentials.detect import parse_document
from wallet.credentials.model import Alignment, Envelope, Evidence, Format, Identifier, UnverifiedCredential
from wallet.credentials.openbadges2 import parse_view, read_moment
from wallet.errors import CodecError


def _parsed(document: dict[str, Any]) -> UnverifiedCredential:
    parsed = parse_document(json.dumps(document).encode())
    assert isinstance(parsed, UnverifiedCredential)
    return parsed


def test_everything_inside_one_another_is_shown() -> None:
    badge = school.badge_class(issuer=school.profile())
    shown = _parsed(school.assertion(badge=badge, expires="2028-01-01T00:00:00Z")).credential
    achievement = shown.subject.achievement
    assert (shown.title, shown.issuer.name, shown.issuer.email) == (
        "Welding",
        "Example School",
        "office@school.example",
    )
    assert (shown.valid_from, shown.valid_until) == ("2026-03-01T10:00:00Z", "2028-01-01T00:00:00Z")
    assert shown.subject.identifiers == [Identifier("emailAddress", school.HASHED, True, "deadsea")]
    assert shown.evidence == [
        Evidence(None, narrative="Welded a gate."),
        Evidence("https://school.example/work/1", "A gate"),
    ]
    assert achievement is not None
    assert (achievement.id, achievement.criteria_narrative, achievement.tags) == (
        school.BADGE,
        "Passed the test.",
        ["steel"],
    )
    assert achievement.alignments == [Alignment("Weld metal", "https://skills.example/2")]


def test_version_0_and_1_are_shown_the_same_way() -> None:
    badge = {
        "name": "Welding",
        "description": "",
        "criteria": "https://a.example/c",
        "issuer": {"origin": "https://a.example"},
    }
    oldest = _parsed(
        {"recipient": "a@b.example", "issued_on": "2011-06-01", "expires": "2012-06-01", "badge": badge}
    )
    assert oldest.format is Format.OPEN_BADGES_1
    assert oldest.credential.subject.identifiers == [Identifier("emailAddress", "a@b.example", False)]
    assert oldest.credential.issuer.id == "https://a.example"
    assert (oldest.credential.valid_from, oldest.credential.valid_until) == (
        "2011-06-01T00:00:00Z",
        "2012-06-01T23:59:59Z",
    )
    old = _parsed(
        {
            "uid": "7",
            "recipient": {"type": "email", "identity": "a@b.example", "hashed": False},
            "badge": "https://a.example/badge",
            "issuedOn": "1422748800",
            "verify": {"type": "hosted", "url": "https://a.example/1"},
        }
    )
    assert (old.format, old.credential.id) == (Format.OPEN_BADGES_1, "https://a.example/1")
    assert old.credential.valid_from == "2015-02-01T00:00:00Z"


@pytest.mark.parametrize(
    "body",
    [
        b'<o:assertion xmlns:o="http://openbadges.org" verify="https://a.example/1"/>',
        b'<o:assertion xmlns:o="http://openbadges.org" verify="TOKEN"/>',
        b'<o:assertion xmlns:o="http://openbadges.org" verify="https://a.example/1"><![CDATA[JSON]]></o:assertion>',
    ],
)
def test_drawings_carry_them(body: bytes) -> None:
    token = school.sign(school.signed_assertion()).encode()
    filled = body.replace(b"TOKEN", token).replace(b"JSON", json.dumps(school.assertion()).encode())
    parsed = parse_document(SVG.replace(b"<g>", filled + b"<g>"))
    assert isinstance(parsed, UnverifiedCredential)
    assert (parsed.envelope, parsed.format) == (Envelope.BAKED_SVG, Format.OPEN_BADGES_2)
    assert (parsed.jws is not None) is (b"TOKEN" in body)


@pytest.mark.parametrize("wrong", [None, 7, "x", [], [7], {}, {"id": 7}, True])
@pytest.mark.parametrize("name", sorted(school.assertion()))
def test_wrong_shapes_are_left_out(name: str, wrong: Any) -> None:
    shown = parse_view({**school.assertion(badge=school.badge_class()), name: wrong})
    assert shown.types == ["Assertion"]


@pytest.mark.parametrize(
    "text", ["2026-01-01T00:00Z", "2026-01-01T00:00:00+00:00", "2026-01-01T01:00:00.5+0100"]
)
def test_dates_as_real_badges_write_them(text: str) -> None:
    assert read_moment(text).year in (2025, 2026)


@pytest.mark.parametrize("text", ["2026-01-01", "soon", "", 7, None, "0001-01-01T00:00+14:00", "2" * 41])
def test_dates_nobody_can_place(text: Any) -> None:
    with pytest.raises(CodecError):
        read_moment(text)
