"""What an adviser sees of a file: names, issuers, days, status and skills, and nothing about the learner."""

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from tests import identities, issuing
from tests.quick_keys import with_quick_keys
from tests.sample_files import broken, good
from wallet.app.advising import advising_view
from wallet.app.advising_page import render_advising
from wallet.app.advising_view import AdvisedCredential, AdvisingView, Topic
from wallet.app.container import make_services
from wallet.app.import_credential import import_each
from wallet.app.unlock import Vault, create_vault
from wallet.codecs import strict_json
from wallet.verification.report import Verdict

AT = datetime(2026, 11, 23, tzinfo=UTC)
SERVICES = with_quick_keys(make_services(AT))


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    made = create_vault(tmp_path / "dana.lerwallet", bytearray(b"paper river seven lantern oak"), SERVICES)
    yield made
    made.close()


def keep(vault: Vault, *contents: bytes) -> None:
    for content in contents:
        list(import_each(vault, content, SERVICES, name="badge"))


def badge(**changes: Any) -> bytes:
    document = issuing.credential(identities.did_key("issuer"), **changes)
    return strict_json.dumps(issuing.secure(document, identities.did_key("issuer"))).encode()


def everything(view: AdvisingView) -> str:
    pdf = render_advising(view, "en", AT)
    pages = PdfReader(io.BytesIO(pdf)).pages
    return repr(view) + " ".join(page.extract_text() for page in pages)


def test_what_was_earned_is_shown_with_its_status_and_skills(vault: Vault) -> None:
    keep(vault, good("laser-cutting.png").read_bytes(), good("small-soldering.json").read_bytes())
    view = advising_view(vault)
    names = sorted(one.name for one in view.credentials)
    assert names == ["Digital Fabrication: Laser Cutting", "Soldering Basics"]
    assert {one.issuer for one in view.credentials} == {"Harbor Makers Guild"}
    assert view.skills
    assert [topic.topic for topic in view.topics][:1] == [Topic.LOOK_AT]


def test_nothing_about_the_learner_is_in_it_even_where_a_title_repeats_it(vault: Vault) -> None:
    subject = {
        "type": ["AchievementSubject", "Profile"],
        "givenName": "Quillon",
        "familyName": "Zedmark",
        "email": "quillon@zed.example",
        "dateOfBirth": "2008-05-17",
        "identifier": [
            {
                "type": "IdentityObject",
                "identityType": "systemId",
                "identityHash": "ZX-99812",
                "hashed": False,
            }
        ],
        "achievement": issuing.achievement(),
        "result": [{"type": ["Result"], "value": "GRADE-D-MINUS"}],
    }
    title = "Welding, for Quillon Zedmark (ZX-99812), born 2008-05-17, QUILLON@zed.example"
    keep(vault, badge(credentialSubject=subject, name=title))
    record_id = vault.credentials.heads()[0].id
    vault.notes.add(record_id, "SECRET-NOTE", AT)
    view = advising_view(vault)
    assert len(view.credentials) == 1
    said = everything(view)
    hidden = ("uillon", "edmark", "2008-05-17", "ZX-99812", "zed.example", "GRADE-D-MINUS", "SECRET-NOTE")
    assert [word for word in hidden if word in said] == []
    assert "…" in view.credentials[0].name


def test_profiles_are_hidden_and_part_of_a_word_is_not(vault: Vault) -> None:
    profile = vault.profiles.list()[0]
    vault.profiles.edit(profile.name, new_name="Art Ro", add=("art@school.example",))
    keep(vault, badge(name="Arts and crafts with Art, art@school.example"))
    (one,) = advising_view(vault).credentials
    assert one.name == "Arts and crafts with …, …"


def test_what_presses_comes_first(vault: Vault) -> None:
    assert [one.topic for one in advising_view(vault).topics] == [Topic.NOTHING_YET]
    keep(vault, broken("expired.json").read_bytes(), good("laser-cutting.png").read_bytes())
    found = advising_view(vault).topics
    assert found[0].topic is Topic.ENDED
    assert len(found[0].names) == 1


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_page_is_one_page_tagged_and_counts_what_does_not_fit(language: str) -> None:
    one = AdvisedCredential(
        "Welding " * 12, "Guild", "2026-01-01", "", Verdict.VERIFIED, None, self_asserted=False
    )
    view = AdvisingView(tuple(replace(one, name=f"{one.name} {number}") for number in range(180)), (), (), 20)
    reader = PdfReader(io.BytesIO(render_advising(view, language, AT)))
    text = re.sub(r"\s+", " ", reader.pages[0].extract_text())
    assert len(reader.pages) == 1
    shown = len(re.findall(r"2026-01-01", text))
    assert f"{200 - shown} " in text
    assert (str(reader.root_object["/Lang"]), "/StructTreeRoot" in reader.root_object) == (language, True)
