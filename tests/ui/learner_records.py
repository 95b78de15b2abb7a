"""A signed learner record as a college might issue it, for tests of the window: courses, competencies, a tree."""

import base64
import io
import json
from pathlib import Path
from typing import Any

from PIL import Image

from tests import identities, issuing
from tests.identities import Json
from tests.issuing import CLR2, OB3
from wallet.credentials.vcdm import CONTEXT_V2

COLLEGE = identities.did_key("issuer")
ENDORSER = identities.did_key("endorser")
MAKING, CUTTING, WELDING = (f"urn:uuid:0d4b7c60-13a5-4d4e-8a86-0c7a0b7a010{n}" for n in range(3))


def data_url(media_type: str, content: bytes) -> str:
    return f"data:{media_type};base64,{base64.b64encode(content).decode()}"


def picture(width: int, height: int) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (width, height), "teal").save(out, "PNG")
    return out.getvalue()


def entry(number: int, name: str, kind: str, **changes: Any) -> Json:
    """One enclosed credential, signed; `changes` go into its subject, `achievement` into its achievement."""
    inside = changes.pop("achievement", {})
    subject = {
        "id": issuing.LEARNER,
        "type": ["AchievementSubject"],
        "achievement": issuing.achievement(
            **({"id": f"urn:uuid:a{number}", "name": name, "achievementType": kind} | inside)
        ),
    }
    document = issuing.credential(
        COLLEGE,
        id=f"urn:uuid:e{number}",
        name=name,
        credentialSubject=issuing.without_none(subject | changes),
    )
    return issuing.secure(document, COLLEGE)


def welding_course() -> Json:
    described = {
        "id": "urn:uuid:r1",
        "type": ["ResultDescription"],
        "name": "Final grade",
        "resultType": "LetterGrade",
    }
    return entry(
        1,
        "Welding I",
        "Course",
        creditsEarned=3,
        term="Fall 2025",
        result=[
            {"type": ["Result"], "resultDescription": "urn:uuid:r1", "value": "A-", "status": "Completed"}
        ],
        achievement={"humanCode": "WLD 101", "creditsAvailable": 3, "resultDescription": [described]},
    )


def changed_course() -> Json:
    """Its grade was changed after it was signed."""
    course = entry(2, "Shop Mathematics", "Course", creditsEarned=2, achievement={"humanCode": "MAT 90"})
    return issuing.changed(course, "credentialSubject/creditsEarned", 20)


def record(*inner: Json, **subject: Any) -> Json:
    competency = {"type": ["Achievement"], "achievementType": "Competency", "description": "x"}
    criteria = {"criteria": {"narrative": "Shown at work."}}
    document = {
        "@context": [CONTEXT_V2, CLR2, OB3],
        "id": "urn:uuid:0d4b7c60-13a5-4d4e-8a86-0c7a0b7a0002",
        "type": ["VerifiableCredential", "ClrCredential"],
        "name": "College transcript",
        "issuer": {"id": COLLEGE.id, "type": ["Profile"], "name": "Northfield Technical College"},
        "validFrom": "2026-03-01T00:00:00Z",
        "credentialSubject": {
            "id": issuing.LEARNER,
            "type": ["ClrSubject"],
            "verifiableCredential": list(inner),
            "achievement": [
                {**competency, **criteria, "id": MAKING, "name": "Making things"},
                {**competency, **criteria, "id": CUTTING, "name": "Cutting metal"},
                {**competency, **criteria, "id": WELDING, "name": "Joining metal"},
            ],
            "association": [
                {
                    "type": ["Association"],
                    "associationType": "isParentOf",
                    "sourceId": MAKING,
                    "targetId": CUTTING,
                },
                {
                    "type": ["Association"],
                    "associationType": "isChildOf",
                    "sourceId": WELDING,
                    "targetId": MAKING,
                },
                {
                    "type": ["Association"],
                    "associationType": "precedes",
                    "sourceId": CUTTING,
                    "targetId": WELDING,
                },
            ],
            **subject,
        },
    }
    return issuing.secure(document, COLLEGE)


def endorsement(about: str, comment: str) -> Json:
    return issuing.secure(
        {
            "@context": [CONTEXT_V2, OB3],
            "id": "urn:uuid:2f0a1f5e-77aa-4a8a-9d34-1f8f2f9c0001",
            "type": ["VerifiableCredential", "EndorsementCredential"],
            "name": "Endorsement",
            "issuer": {"id": ENDORSER.id, "type": ["Profile"], "name": "Chamber of crafts"},
            "validFrom": "2026-03-01T00:00:00Z",
            "credentialSubject": {"id": about, "type": ["EndorsementSubject"], "endorsementComment": comment},
        },
        ENDORSER,
    )


def written(folder: Path, name: str, document: Json) -> Path:
    path = folder / name
    path.write_text(json.dumps(document))
    return path
