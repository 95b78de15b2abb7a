"""Badges whose parts can be left out, each part holding a word found nowhere else, and what leaves in them.

Lives here: making such badges from a number, choosing parts of them, and looking through bytes for words. Does not live
here: any judgement, which each test makes in sight of its reader.
"""

import io
import json
import random
import re
import zipfile
from typing import Any

from pypdf import PdfReader

from tests import base_proofs, hiding, identities, issuing
from tests.hiding import Hidden
from tests.identities import Json
from wallet.app.share_forms import LOCKED
from wallet.codecs import base64url
from wallet.errors import CodecError
from wallet.proofs import bbs_signatures
from wallet.sharing import link, qr_reader
from wallet.sharing.encrypted_share import decrypt

WORD = re.compile(r"word[0-9]+z")
ISSUER = identities.did_key("selections", "P-256")
SUITES = ("ecdsa-sd-2023", "bbs-2023", "sd-jwt", "sd-jwt-vc")
_TOKEN_PART = re.compile(r"[A-Za-z0-9_-]{16,}")


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
    return document


def _evidence(word: Any) -> Json:
    return {
        "id": f"https://guild.example/{word()}",
        "type": ["Evidence"],
        "name": word(),
        "narrative": word(),
    }


def _alignment(word: Any) -> Json:
    return {"type": ["Alignment"], "targetName": word(), "targetUrl": f"https://skills.example/{word()}"}


def _ordered(word: Any) -> Json:
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


LOCK_WORDS = b"words for the lock"


def words_in(data: bytes, kind: str) -> set[str]:
    """Every word in the bytes of a share, whatever they are wrapped in."""
    texts = [data.decode("latin-1")]
    if kind in (".png", ".svg"):
        texts += qr_reader.read_codes(data) if kind == ".png" else []
    if kind == ".txt":
        texts.append(data.decode().strip())
    if kind == ".zip":
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            texts += [archive.read(name).decode("latin-1") + name for name in archive.namelist()]
    if kind == ".pdf":
        reader = PdfReader(io.BytesIO(data))
        texts += [page.extract_text() for page in reader.pages] + [str(reader.metadata)]
        texts += [part.decode("latin-1") for parts in reader.attachments.values() for part in parts]
    if kind == LOCKED:
        texts.append(decrypt(data, passphrase=bytearray(LOCK_WORDS)).decode("latin-1"))
    for text in list(texts):
        if text.startswith("ler-wallet:"):
            texts.append(link.decode_link(text).decode())
    for text in list(texts):
        texts += [_decoded(part) for part in _TOKEN_PART.findall(text)]
    return {word for text in texts for word in WORD.findall(text)}


def _decoded(part: str) -> str:
    try:
        return base64url.decode_strict(part).decode("latin-1")
    except CodecError:
        return ""
