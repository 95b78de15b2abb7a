"""The sample of a whole school record: courses with credits and grades, each signed by itself, and competencies.

Lives here: the shape of a Comprehensive Learner Record 2.0. Does not live here: its texts (sample_content.toml), or
what a verifier must say about it (`make_samples`).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sample_credentials import CONTENT, LEARNER_DID, OPEN_BADGES, identity, issuer_of, urn
from sample_issuers import CREDENTIALS_V2, Json, sign

CLR = "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json"


def school_record(name: str) -> Json:
    """The signed record. Source: CLR 2.0, sections ClrCredential and ClrSubject."""
    content, issuer = CONTENT[name], issuer_of(name)
    document = {
        "@context": [CREDENTIALS_V2, CLR, OPEN_BADGES],
        "id": urn(f"record {name}"),
        "type": ["VerifiableCredential", "ClrCredential"],
        "name": content["name"],
        "description": content["description"],
        "issuer": issuer.profile,
        "validFrom": content["start"],
        "credentialSubject": {
            **_learner("ClrSubject"),
            "verifiableCredential": [_course(name, item) for item in content["courses"]],
            "achievement": [_competency(name, item) for item in content["competencies"]],
            "association": [
                _association(name, parent=item["below"], child=item["key"])
                for item in content["competencies"]
                if "below" in item
            ],
        },
    }
    return sign(document, issuer, content["start"])


def _course(name: str, item: Mapping[str, Any]) -> Json:
    """One course: what it is worth, what was reached, when; signed by itself."""
    label, issuer = f"{name} {item['code']}", issuer_of(name)
    grade = {
        "id": urn(f"grade {label}"),
        "type": ["ResultDescription"],
        "name": "Final grade",
        "resultType": "LetterGrade",
    }
    achievement = {
        "id": urn(f"achievement {label}"),
        "type": ["Achievement"],
        "achievementType": "Course",
        "name": item["name"],
        "humanCode": item["code"],
        "description": item["description"],
        "criteria": {"narrative": item["criteria"]},
        "creditsAvailable": item["credits"],
        "resultDescription": [grade],
    }
    document = {
        "@context": [CREDENTIALS_V2, OPEN_BADGES],
        "id": urn(f"credential {label}"),
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": item["name"],
        "issuer": {"id": issuer.id, "type": ["Profile"], "name": issuer.name},
        "validFrom": item["ended"],
        "credentialSubject": {
            **_learner("AchievementSubject"),
            "achievement": achievement,
            "creditsEarned": item["credits"],
            "term": item["term"],
            "result": [
                {
                    "type": ["Result"],
                    "resultDescription": grade["id"],
                    "value": item["grade"],
                    "status": "Completed",
                }
            ],
        },
    }
    return sign(document, issuer, item["ended"])


def _competency(name: str, item: Mapping[str, str]) -> Json:
    return {
        "id": urn(f"competency {name} {item['key']}"),
        "type": ["Achievement"],
        "achievementType": "Competency",
        "name": item["name"],
        "description": item["description"],
        "criteria": {"narrative": item["criteria"]},
    }


def _association(name: str, *, parent: str, child: str) -> Json:
    return {
        "type": ["Association"],
        "associationType": "isParentOf",
        "sourceId": urn(f"competency {name} {parent}"),
        "targetId": urn(f"competency {name} {child}"),
    }


def _learner(kind: str) -> Json:
    return {"id": LEARNER_DID, "type": [kind], "identifier": [identity(CONTENT["learner"]["email"])]}
