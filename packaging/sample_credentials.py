"""Builds the unsigned sample credentials from sample_content.toml, in either data model version.

Lives here: the shape of an Open Badges 3.0 credential. Does not live here: the texts (sample_content.toml), who
issues (`sample_issuers`) or signatures (`make_samples`).
"""

from __future__ import annotations

import base64
import hashlib
import tomllib
import uuid
from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import sample_art
import sample_issuers
from sample_art import Art, Glyph
from sample_issuers import CREDENTIALS_V2, Issuer, Json
from sample_keys import Ed25519Demo
from sample_selective import Hidden

CONTENT: Mapping[str, Any] = tomllib.loads(Path(__file__).with_name("sample_content.toml").read_text("utf-8"))
CREDENTIALS_V1 = "https://www.w3.org/2018/credentials/v1"
OPEN_BADGES = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"
OPEN_BADGES_1_1 = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json"
DATA_INTEGRITY = "https://w3id.org/security/data-integrity/v2"
ED25519_2020 = "https://w3id.org/security/suites/ed25519-2020/v1"
STATUS_LIST = "https://www.w3.org/ns/credentials/status/v1"
NAMES = uuid.uuid5(uuid.NAMESPACE_URL, "https://northfield.example/demo")
LEARNER = Ed25519Demo(CONTENT["learner"]["name"])
LEARNER_DID = f"did:key:{LEARNER.multikey}"
SALT = "harbour-seal"

COLOURS = {
    "teal": ((22, 122, 126), (10, 78, 86)),
    "orange": ((201, 90, 28), (150, 52, 16)),
    "blue": ((62, 92, 178), (36, 54, 120)),
    "red": ((178, 52, 70), (120, 26, 50)),
    "violet": ((92, 70, 170), (58, 42, 116)),
    "green": ((46, 128, 76), (24, 86, 50)),
    "olive": ((124, 104, 44), (84, 68, 26)),
    "amber": ((186, 124, 20), (134, 84, 8)),
    "sea": ((40, 120, 170), (18, 72, 116)),
}
PICTURE_PIXELS = 80


def issuer_of(name: str) -> Issuer:
    """Who awards this."""
    issuer: Issuer = getattr(sample_issuers, CONTENT[name]["issuer"])
    return issuer


def art_of(name: str) -> Art:
    """The badge picture of this achievement."""
    frame, colour, glyph = CONTENT[name]["art"]
    drawn: Glyph = getattr(sample_art, glyph)
    return Art(getattr(sample_art, frame), *COLOURS[colour], drawn)


@cache
def picture(name: str, kind: str) -> str:
    """The badge picture as a data: URL; kind is "png" or "svg"."""
    if kind == "svg":
        return _data_url("image/svg+xml", sample_art.render_svg(art_of(name)).encode())
    return _data_url("image/png", sample_art.render_png(art_of(name), PICTURE_PIXELS))


def _data_url(media_type: str, body: bytes) -> str:
    return f"data:{media_type};base64,{base64.b64encode(body).decode('ascii')}"


def credential_v2(name: str, image: str | None = None) -> Json:
    """An unsigned badge in version 2.0 of the data model; `image` is an address or data: URL."""
    content = CONTENT[name]
    return {
        "@context": [CREDENTIALS_V2, OPEN_BADGES],
        "id": urn(f"credential {name}"),
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": content["name"],
        "issuer": issuer_of(name).profile,
        "validFrom": content["start"],
        **({"validUntil": content["end"]} if "end" in content else {}),
        "credentialSubject": subject(name, image),
        **_evidence(content["evidence"]),
    }


def credential_v1(name: str, image: str | None = None, more_contexts: Sequence[str] = ()) -> Json:
    """The same in version 1.1, as most badges up to 2024 are."""
    content = CONTENT[name]
    return {
        "@context": [CREDENTIALS_V1, OPEN_BADGES_1_1, *more_contexts],
        "id": urn(f"credential {name} 1.1"),
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": content["name"],
        "issuer": issuer_of(name).profile,
        "issuanceDate": content["start"],
        **({"expirationDate": content["end"]} if "end" in content else {}),
        "credentialSubject": subject(name, image),
        **_evidence(content["evidence"]),
    }


def small_credential(name: str) -> Json:
    """A badge with little in it that Open Badges 3.0 does not demand."""
    content, issuer = CONTENT[name], issuer_of(name)
    skills = [_alignment(item) for item in content.get("alignments", [])]
    return {
        "@context": [CREDENTIALS_V2, OPEN_BADGES],
        "id": urn(f"credential {name}"),
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "issuer": {"id": issuer.id, "type": ["Profile"], "name": issuer.name},
        "validFrom": content["start"],
        "credentialSubject": {
            "id": f"mailto:{CONTENT['learner']['email']}",
            "type": ["AchievementSubject"],
            "achievement": {
                "id": urn(f"achievement {name}"),
                "type": ["Achievement"],
                "name": content["name"],
                "description": content["description"],
                "criteria": {"narrative": content["criteria"]},
                **({"alignment": skills} if skills else {}),
            },
        },
    }


def placement_claims(name: str) -> Json:
    """The claims of an SD-JWT VC, with what its issuer lets the learner leave out, some of it inside of other such."""
    content, issuer = CONTENT[name], issuer_of(name)
    start = int(datetime.fromisoformat(content["start"]).timestamp())
    address = {part: Hidden(content[part]) for part in ("street_address", "locality", "postal_code")}
    return {
        "iss": issuer.id,
        "sub": LEARNER_DID,
        "jti": urn(f"credential {name}"),
        "vct": "https://countycareers.example/credentials/placement",
        "iat": start,
        "issuing_authority": issuer.name,
        "achievement_title": content["name"],
        "achievement_description": content["description"],
        "given_name": Hidden(content["given_name"]),
        "family_name": Hidden(content["family_name"]),
        "birthdate": Hidden(content["birthdate"]),
        "student_number": Hidden(content["student_number"]),
        "email": Hidden(CONTENT["learner"]["email"]),
        "address": Hidden(address),
        "skills": [Hidden(skill) for skill in content["skills"]],
        "hours": content["hours"],
        # A grade and its status are one thing: nobody may show one without the other.
        "result": Hidden({"overall": content["overall"], "status": content["status"]}),
        "supervisor_note": Hidden(content["supervisor_note"]),
    }


def subject(name: str, image: str | None) -> Json:
    """Who earned what: a DID and the hashed e-mail address, the achievement and what was reached."""
    content = CONTENT[name]
    described = [_result_description(name, number, item) for number, item in enumerate(content["results"])]
    results = [_result(name, number, item) for number, item in enumerate(content["results"])]
    return {
        "id": LEARNER_DID,
        "type": ["AchievementSubject"],
        "identifier": [
            identity(CONTENT["learner"]["email"]),
            *(_plain_identity(item) for item in content.get("private", ())),
        ],
        "achievement": {
            "id": urn(f"achievement {name}"),
            "type": ["Achievement"],
            "achievementType": content["type"],
            "name": content["name"],
            "description": content["description"],
            "criteria": {"narrative": content["criteria"].strip()},
            **({"image": _image(image, content["name"])} if image else {}),
            "alignment": [_alignment(item) for item in content["alignments"]],
            "tag": content["tags"],
            **({"resultDescription": described} if described else {}),
        },
        **({"result": results} if results else {}),
    }


def identity(email: str) -> Json:
    """An e-mail address that only who knows it can recognise. Source: Open Badges 3.0, section IdentityObject."""
    digest = hashlib.sha256(f"{email}{SALT}".encode()).hexdigest()
    return {
        "type": "IdentityObject",
        "hashed": True,
        "identityHash": f"sha256${digest}",
        "identityType": "emailAddress",
        "salt": SALT,
    }


def _plain_identity(item: Mapping[str, str]) -> Json:
    """A number or address as it is, readable for everybody who gets it."""
    return {
        "type": "IdentityObject",
        "hashed": False,
        "identityHash": item["value"],
        "identityType": item["type"],
    }


def _image(address: str, name: str) -> Json:
    return {"id": address, "type": "Image", "caption": f"Badge: {name}"}


def _alignment(item: Mapping[str, str]) -> Json:
    """An entry of a skill framework, in the form its framework uses."""
    if "onet" in item:
        where = {
            "targetUrl": f"https://www.onetonline.org/find/descriptor/result/{item['onet']}",
            "targetFramework": "O*NET",
            "targetCode": item["onet"],
        }
    elif "esco" in item:
        where = {
            "targetUrl": f"http://data.europa.eu/esco/skill/{item['esco']}",
            "targetFramework": "ESCO",
            "targetType": "ceasn:Competency",
        }
    elif "case" in item:
        where = {
            "targetUrl": f"https://case.northfield.example/ims/case/v1p0/CFItems/{_uuid(item['case'])}",
            "targetFramework": item["framework"],
            "targetCode": item["case"],
            "targetType": "CFItem",
        }
    else:
        where = {
            "targetUrl": f"https://registry.northfield.example/resources/ce-{_uuid(item['ctdl'])}",
            "targetFramework": item["framework"],
            "targetType": "CTDL",
        }
    return {"type": ["Alignment"], "targetName": item["name"], **where}


def _result_description(name: str, number: int, item: Mapping[str, Any]) -> Json:
    members = {"min": "valueMin", "max": "valueMax", "required": "requiredValue", "allowed": "allowedValue"}
    described: Json = {
        "id": urn(f"result description {name} {number}"),
        "type": ["ResultDescription"],
        "name": item["name"],
        "resultType": item["type"],
        **{theirs: item[ours] for ours, theirs in members.items() if ours in item},
    }
    if "levels" in item:
        described["rubricCriterionLevel"] = [
            {
                "id": urn(f"level {name} {number} {level}"),
                "type": ["RubricCriterionLevel"],
                "name": level,
                "level": str(place),
            }
            for place, level in enumerate(item["levels"], start=1)
        ]
    return described


def _result(name: str, number: int, item: Mapping[str, Any]) -> Json:
    result: Json = {
        "type": ["Result"],
        "resultDescription": urn(f"result description {name} {number}"),
    }
    result |= {key: item[key] for key in ("value", "status") if key in item}
    if "level" in item:
        result["achievedLevel"] = urn(f"level {name} {number} {item['level']}")
        result["value"] = item["level"]
    return result


def _evidence(items: Sequence[Mapping[str, str]]) -> Json:
    return {"evidence": [{"type": ["Evidence"], **item} for item in items]} if items else {}


def urn(label: str) -> str:
    """A urn:uuid that follows from a label."""
    return f"urn:uuid:{_uuid(label)}"


def _uuid(label: str) -> uuid.UUID:
    return uuid.uuid5(NAMES, label)
