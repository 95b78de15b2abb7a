"""Badges whose parts can be left out, each part holding a word found nowhere else.

Lives here: making such badges from a number. Does not live here: looking for the words in what leaves (`leak_scan`), or
any judgement, which each test makes in sight of its reader.
"""

import base64
import json
import random
import re
import struct
import zlib
from collections.abc import Callable

from tests import base_proofs, hiding, identities, issuing
from tests.hiding import Hidden
from tests.identities import Json
from wallet.proofs import bbs_signatures

WORD = re.compile(r"word[0-9]+z")
ISSUER = identities.did_key("selections", "P-256")
SUITES = ("ecdsa-sd-2023", "bbs-2023", "sd-jwt", "sd-jwt-vc")


def marked_badge(number: int, *, small: bool = False) -> Json:
    """A badge whose shape follows from a number, unsigned; `small` fits a QR code."""
    chance = random.Random(number)
    count = iter(range(10_000))

    def word() -> str:
        return f"word{number}0{next(count)}z"

    document = issuing.credential(
        ISSUER,
        name=word(),
        description=word(),
        awardedDate=None if small else "2026-01-30T15:00:00Z",
        evidence=None if small else [_evidence(word) for _ in range(chance.randint(1, 2))],
    )
    subject = document["credentialSubject"]
    achievement: Json = subject["achievement"]
    achievement |= {"name": word(), "description": word(), "criteria": {"narrative": word()}}
    for name in ("tag", "alignment", "resultDescription", "creditsAvailable", "achievementType"):
        achievement.pop(name)
    achievement["tag"] = [word() for _ in range(chance.randint(0, 3))]
    subject["result"] = [
        {"type": ["Result"], "value": word(), "status": "Completed"} for _ in range(chance.randint(0, 2))
    ]
    if not small:
        achievement["alignment"] = [_alignment(word) for _ in range(chance.randint(0, 2))]
        achievement["resultDescription"] = [_ordered(word) for _ in range(chance.randint(0, 2))]
        subject["identifier"] = [
            {"type": "IdentityObject", "identityHash": word(), "identityType": "name", "hashed": False}
        ]
        document["issuer"]["description"] = word()
        achievement["image"] = {"id": picture(word()), "type": "Image"}
    return document


def picture(text: str) -> str:
    """A small red picture as an address, with a comment inside."""

    def chunk(kind: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    chunks = (
        chunk(b"IHDR", struct.pack(">IIBBBBB", 4, 4, 8, 2, 0, 0, 0)),
        chunk(b"tEXt", b"Comment\0" + text.encode("ascii")),
        chunk(b"IDAT", zlib.compress((b"\0" + b"\xc0\x10\x10" * 4) * 4)),
        chunk(b"IEND", b""),
    )
    made = b"\x89PNG\r\n\x1a\n" + b"".join(chunks)
    return f"data:image/png;base64,{base64.b64encode(made).decode('ascii')}"


def _evidence(word: Callable[[], str]) -> Json:
    return {
        "id": f"https://guild.example/{word()}",
        "type": ["Evidence"],
        "name": word(),
        "narrative": word(),
    }


def _alignment(word: Callable[[], str]) -> Json:
    return {"type": ["Alignment"], "targetName": word(), "targetUrl": f"https://skills.example/{word()}"}


def _ordered(word: Callable[[], str]) -> Json:
    described = {"id": f"urn:example:{word()}", "type": ["ResultDescription"], "name": word()}
    return {**described, "resultType": "LetterGrade", "allowedValue": [word(), word()]}


def issue(document: Json, suite: str, *, holder_jwk: Json | None = None) -> bytes:
    """The badge as its holder gets it from the issuer."""
    if suite == "ecdsa-sd-2023":
        return json.dumps(base_proofs.secure(document, ISSUER, label=str(document["name"]))).encode()
    if suite == "bbs-2023":
        return json.dumps(base_proofs.secure_bbs(document)).encode()
    if suite == "sd-jwt-vc":
        subject = document["credentialSubject"]
        claims = hiding.claims(
            ISSUER,
            cnf={"jwk": holder_jwk or hiding.HOLDER.jwk},
            achievement_title=document["name"],
            given_name=Hidden(document["description"]),
            family_name=None,
            address=Hidden({"locality": Hidden(subject["achievement"]["description"]), "country": "DE"}),
            skills=[Hidden(tag) for tag in subject["achievement"]["tag"]],
        )
        return hiding.issue(claims, ISSUER).encode()
    hidden = dict(document)
    for name in ("name", "description", "evidence"):
        if name in hidden:
            hidden[name] = Hidden(hidden[name])
    subject = dict(document["credentialSubject"])
    achievement = dict(subject["achievement"])
    achievement["tag"] = [Hidden(tag) for tag in achievement["tag"]]
    if "image" in achievement:
        achievement["image"] = Hidden(achievement["image"])
    subject["achievement"] = achievement
    subject["result"] = [
        {**entry, "value": Hidden(entry["value"]), "status": Hidden(entry["status"])}
        for entry in subject["result"]
    ]
    hidden["credentialSubject"] = subject
    if holder_jwk is not None:
        hidden["cnf"] = {"jwk": holder_jwk}
    return hiding.issue(hidden, ISSUER, typ="vc+sd-jwt").encode()


def available_suites() -> tuple[str, ...]:
    """The suites that can be tried here: bbs-2023 needs its library."""
    return SUITES if bbs_signatures.find_library() else tuple(name for name in SUITES if name != "bbs-2023")
