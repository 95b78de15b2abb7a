"""Badges as platforms for educators' micro-credentials give them out: a picture to download, Open Badges 2.0 within.

The shape is the one Digital Promise describes for its Micro-credential Platform (digitalpromise.org, 21 May 2019, on
micro-credentials as Open Badges): aligned to Open Badges 2.0, downloaded as a badge picture, with the evidence that was
handed in for review. Everything in it is invented.
"""

import hashlib
import json
from pathlib import Path
from typing import Any

import pytest

from tests import older_badges as school
from tests.sample_documents import itxt, png
from wallet.app import browse
from wallet.app.container import Services, make_services
from wallet.app.import_credential import ImportOutcome, import_bytes
from wallet.app.profiles import add_profile
from wallet.app.unlock import Vault
from wallet.errors import Reason
from wallet.verification.report import CheckName, Outcome, Verdict

EMAIL, SALT = "ines.okoro@school.example", "9c1f"
EVIDENCE = [
    {
        "id": "https://school.example/work/lesson-plan.pdf",
        "type": ["Evidence"],
        "name": "Lesson plan",
        "narrative": "Part 2: a lesson in which students check each other's claims.",
        "genre": "Document",
    },
    {
        "id": "https://school.example/work/reflection",
        "type": ["Evidence"],
        "name": "Reflection",
        "narrative": "Part 3: what I would do another time.",
    },
]


def assertion(**changes: Any) -> dict[str, Any]:
    """What one educator was given, for an e-mail address that is hashed with a salt."""
    hashed = "sha256$" + hashlib.sha256((EMAIL + SALT).encode()).hexdigest()
    recipient = {"type": "email", "hashed": True, "salt": SALT, "identity": hashed}
    return school.assertion(recipient=recipient, evidence=EVIDENCE, narrative=None, **changes)


def micro_credential(**changes: Any) -> dict[str, Any]:
    """What was earned, with its page of criteria and the standards it is aligned to."""
    return school.badge_class(
        name="Checking Claims with Students",
        criteria={"id": "https://school.example/micro-credentials/claims"},
        alignment=[
            {
                "targetName": "Facilitator: learning in public",
                "targetUrl": "https://standards.example/educators/6b",
                "targetFramework": "Standards for Educators",
                "targetCode": "6b",
            }
        ],
        tags=["teaching", "media"],
        **changes,
    )


def picture(made: dict[str, Any]) -> bytes:
    """The download: a badge picture with the whole assertion baked in."""
    return png(itxt("openbadges", json.dumps(made).encode()))


@pytest.fixture
def published(tmp_path: Path, services: Services) -> Services:
    """Services that know what the platform has on the web."""
    pages = school.published(assertion=assertion(), badge=micro_credential())
    index = {}
    for number, (url, body) in enumerate(pages.items()):
        (tmp_path / f"{number}.json").write_text(json.dumps(body))
        index[url] = f"{number}.json"
    (tmp_path / "index.json").write_text(json.dumps({"documents": index}))
    return make_services(at=services.clock.now(), documents=tmp_path / "index.json")


def test_the_downloaded_picture_comes_in_with_its_standard_and_its_evidence(
    vault: Vault, published: Services
) -> None:
    add_profile(vault, "Ines", (EMAIL,), published)
    done = import_bytes(vault, picture(assertion()), published, name="badge.png")
    assert (done.result, done.report.verdict) == (ImportOutcome.ADDED, Verdict.CHECK), (
        "its issuer is on no list"
    )
    assert done.report.check(CheckName.RECIPIENT).outcome is Outcome.PASSED
    [head] = browse.list_heads(vault, "claims")
    shown = browse.details(vault, head.id)
    assert shown.original == picture(assertion())
    achievement = shown.credential.subject.achievement
    assert achievement is not None
    assert [one.target_name for one in achievement.alignments] == ["Facilitator: learning in public"]
    assert [one.name for one in shown.credential.evidence] == ["Lesson plan", "Reflection"]


def test_without_the_web_it_is_kept_and_says_that_it_could_not_be_checked(
    vault: Vault, services: Services
) -> None:
    done = import_bytes(vault, picture(assertion()), services, name="badge.png")
    assert (done.result, done.report.verdict) == (ImportOutcome.ADDED, Verdict.UNCHECKED)
    assert done.reason is Reason.NEEDS_NETWORK


def test_a_picture_that_says_more_than_the_platform_published_is_not_valid(
    vault: Vault, published: Services
) -> None:
    forged = picture(assertion(issuedOn="2019-03-01T10:00:00+00:00"))
    done = import_bytes(vault, forged, published, name="badge.png")
    assert done.report.verdict is Verdict.INVALID
