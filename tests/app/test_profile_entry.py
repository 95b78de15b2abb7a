"""What goes onto a profile is what the credential says, whatever letters are in it, and nothing about the learner."""

from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.sample_files import good, selective
from wallet.app.profile_entry import BASE, profile_entry
from wallet.credentials.detect import parse_document
from wallet.credentials.model import Credential, UnverifiedCredential
from wallet.errors import AppError

PAGE = "https://dana.example/badges/first-aid.html"


def _credential(name: str = "first-aid-and-cpr.json") -> Credential:
    document = parse_document(good(name).read_bytes())
    assert isinstance(document, UnverifiedCredential)
    return document.credential


def test_the_form_is_filled_in() -> None:
    entry = profile_entry(_credential(), PAGE)
    said = {name: values[0] for name, values in parse_qs(urlsplit(entry.link).query).items()}
    assert entry.link.startswith(f"{BASE}?startTask=CERTIFICATION_NAME&")
    assert said["name"] == _credential().title
    assert said["organizationName"] == "County Youth Safety"
    assert (said["expirationYear"], said["certUrl"]) == ("2028", PAGE)
    assert entry.text.splitlines()[0] == _credential().title
    assert "Skills: " in entry.text
    assert "certUrl" not in profile_entry(_credential()).link


@pytest.mark.parametrize(
    "name",
    ["A & B=C#D?E", "\u202egnihtemoS", "two\nlines", "=HYPERLINK(1)", "<script>", "\ud800 half", "ñ" * 5000],
)
def test_hostile_names_stay_inside_their_field(name: str) -> None:
    entry = profile_entry(replace(_credential(), name=name))
    parts = urlsplit(entry.link)
    fields = parse_qs(parts.query)
    assert (parts.hostname, parts.fragment) == ("www.linkedin.com", "")
    assert set(fields) <= {
        *("startTask", "name", "organizationName"),
        *("issueYear", "issueMonth", "expirationYear", "expirationMonth"),
    }
    assert len(fields["name"][0]) <= 255
    assert entry.link.isascii()
    assert "\n" not in entry.text.splitlines()[0]


@pytest.mark.parametrize(
    "page",
    ["http://dana.example/", "javascript:alert(1)", "https://a@b.example/", "https://d\u0430na.example/"],
)
def test_only_a_secure_address_is_taken(page: str) -> None:
    with pytest.raises(AppError):
        profile_entry(_credential(), page)


def test_nothing_about_the_learner_is_in_it() -> None:
    document = parse_document(selective("welding.json").read_bytes())
    assert isinstance(document, UnverifiedCredential)
    entry = profile_entry(document.credential)
    for private in ("NTC-2026-04417", "dana", "illness", "did%3Akey", "urn%3A"):
        assert private not in entry.link
        assert private not in entry.text
