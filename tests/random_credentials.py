"""Credentials of random shape: what badges, records and plain credentials may look like, not what anyone was tuned for.

Every document is made from a number, so that a failure can be made again. Nesting, list lengths, optional members,
language strings, ordered lists, numbers of every kind and the contexts of half a dozen communities all vary.
"""

import random
from collections.abc import Callable
from typing import Any

VC2 = "https://www.w3.org/ns/credentials/v2"
VC1 = "https://www.w3.org/2018/credentials/v1"
OB3 = (
    "https://purl.imsglobal.org/spec/ob/v3p0/context.json",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.1.json",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.2.json",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
)
CLR = "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json"
EXTRA = {
    VC2: (
        "https://w3id.org/security/suites/ed25519-2020/v1",
        "https://w3id.org/security/data-integrity/v2",
        "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json",
    ),
    VC1: (
        "https://w3id.org/security/data-integrity/v2",
        "https://w3id.org/security/suites/ed25519-2020/v1",
        "https://w3id.org/vc/status-list/2021/v1",
    ),
}
WORDS = (
    "Welding", "Käse", "数学", "naïve café", "line\nbreak", 'say "hi"', "back\\slash", "tab\there", "emoji 🛠",
    "a" * 200, "", " ", "ﬁ ligature", "zero\u200bwidth", "العربية", "1.0", "true",
)  # fmt: skip

Object = dict[str, Any]


class Shapes:
    """Makes one document after the other from one seed."""

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self._number = 0

    def credential(self) -> Object:
        """A credential with all its contexts; unsigned."""
        kind = self._random.choice(("ob2", "ob1", "clr", "plain", "presentation"))
        makers: dict[str, Callable[[], Object]] = {
            "ob2": lambda: self._badge(version_2=True),
            "ob1": lambda: self._badge(version_2=False),
            "clr": self._record,
            "plain": self._plain,
            "presentation": self._presentation,
        }
        return makers[kind]()

    def _maybe(self, target: Object, name: str, make: Callable[[], Any], chance: float = 0.5) -> None:
        if self._random.random() < chance:
            target[name] = make()

    def _many(self, make: Callable[[], Any], most: int = 4) -> Any:
        """One value, or a list of some: both spellings mean the same."""
        count = self._random.randint(0, most)
        return make() if count == 1 and self._random.random() < 0.5 else [make() for _ in range(count)]

    def _word(self) -> str:
        return self._random.choice(WORDS)

    def _id(self) -> str:
        self._number += 1
        scheme = self._random.choice(
            ("urn:uuid:", "https://issuer.example/x/", "did:example:", "mailto:a@b.example?")
        )
        return f"{scheme}{self._number}-{self._random.randint(0, 9)}"

    def _number_value(self) -> float:
        return self._random.choice((0, 1, -7, 3.5, 4.0, 1e21, 1.5e-9, 12345678901234567890, 100, 0.1))

    def _date(self) -> str:
        return f"20{self._random.randint(10, 29)}-0{self._random.randint(1, 9)}-1{self._random.randint(0, 9)}T00:00:00Z"

    def _language_string(self) -> Any:
        spoken = [{"@value": self._word(), "@language": tag} for tag in ("en", "es-MX", "AR")]
        choices: tuple[Any, ...] = (self._word(), spoken[0], spoken[1:])
        return self._random.choice(choices)

    def _image(self) -> Any:
        image: Object = {"id": self._id(), "type": "Image"}
        self._maybe(image, "caption", self._word)
        return image

    def _profile(self) -> Object:
        profile: Object = {"id": self._id(), "type": self._random.choice(("Profile", ["Profile"]))}
        self._maybe(profile, "name", self._word, 0.9)
        self._maybe(profile, "url", self._id)
        self._maybe(profile, "email", self._word)
        self._maybe(profile, "image", self._image)
        self._maybe(profile, "otherIdentifier", lambda: self._many(self._identifier_entry))
        self._maybe(profile, "address", self._address, 0.3)
        self._maybe(profile, "parentOrg", self._profile, 0.2)
        return profile

    def _identifier_entry(self) -> Object:
        return {"type": "IdentifierEntry", "identifier": self._word(), "identifierType": "ext:none"}

    def _address(self) -> Object:
        address: Object = {"type": ["Address"]}
        for name in ("addressCountry", "addressLocality", "postalCode", "streetAddress"):
            self._maybe(address, name, self._word)
        self._maybe(address, "geo", lambda: {"type": "GeoCoordinates", "latitude": 44.5, "longitude": -68})
        return address

    def _alignment(self) -> Object:
        alignment: Object = {"type": ["Alignment"], "targetName": self._word(), "targetUrl": self._id()}
        for name in ("targetCode", "targetDescription", "targetFramework"):
            self._maybe(alignment, name, self._word)
        self._maybe(alignment, "targetType", lambda: "ceasn:Competency")
        return alignment

    def _result_description(self) -> Object:
        described: Object = {"id": self._id(), "type": ["ResultDescription"], "name": self._word()}
        described["resultType"] = self._random.choice(("LetterGrade", "Percent", "ext:other"))
        self._maybe(
            described, "allowedValue", lambda: [self._word() for _ in range(self._random.randint(0, 6))]
        )
        self._maybe(described, "rubricCriterionLevel", lambda: self._many(self._rubric_level))
        self._maybe(described, "alignment", lambda: self._many(self._alignment, 2))
        self._maybe(described, "valueMax", self._word)
        return described

    def _rubric_level(self) -> Object:
        level: Object = {"id": self._id(), "type": ["RubricCriterionLevel"], "name": self._word()}
        self._maybe(level, "points", self._word)
        self._maybe(level, "alignment", lambda: self._many(self._alignment, 2), 0.3)
        return level

    def _achievement(self) -> Object:
        achievement: Object = {"id": self._id(), "type": ["Achievement"], "name": self._word()}
        achievement["criteria"] = {"narrative": self._word()}
        achievement["description"] = self._word()
        self._maybe(achievement, "alignment", lambda: self._many(self._alignment, 8))
        self._maybe(achievement, "creator", self._profile, 0.3)
        self._maybe(achievement, "creditsAvailable", self._number_value)
        self._maybe(achievement, "image", self._image)
        self._maybe(achievement, "resultDescription", lambda: self._many(self._result_description))
        self._maybe(achievement, "tag", lambda: self._many(self._word, 6))
        self._maybe(achievement, "related", lambda: self._many(self._related, 3), 0.3)
        self._maybe(achievement, "version", self._word, 0.2)
        return achievement

    def _related(self) -> Object:
        return {"id": self._id(), "type": ["Related"], "version": self._word()}

    def _result(self) -> Object:
        result: Object = {"type": ["Result"]}
        self._maybe(result, "value", self._word, 0.8)
        self._maybe(result, "status", lambda: "Completed", 0.4)
        self._maybe(result, "resultDescription", self._id)
        self._maybe(result, "alignment", lambda: self._many(self._alignment, 2), 0.3)
        return result

    def _evidence(self) -> Object:
        evidence: Object = {"type": ["Evidence"]}
        self._maybe(evidence, "id", self._id)
        for name in ("name", "narrative", "description", "genre", "audience"):
            self._maybe(evidence, name, self._word)
        return evidence

    def _identity(self) -> Object:
        identity: Object = {
            "type": "IdentityObject",
            "identityHash": self._word(),
            "identityType": "emailAddress",
        }
        identity["hashed"] = self._random.random() < 0.5
        self._maybe(identity, "salt", self._word)
        return identity

    def _subject(self) -> Object:
        subject: Object = {"type": ["AchievementSubject"], "achievement": self._achievement()}
        self._maybe(subject, "id", self._id)
        self._maybe(subject, "identifier", lambda: self._many(self._identity, 2))
        self._maybe(subject, "result", lambda: self._many(self._result, 5))
        self._maybe(subject, "creditsEarned", self._number_value, 0.3)
        self._maybe(subject, "narrative", self._word, 0.3)
        self._maybe(subject, "role", self._word, 0.2)
        self._maybe(subject, "source", self._profile, 0.2)
        return subject

    def _head(self, contexts: list[str], kind: str, *, version_2: bool) -> Object:
        choices = EXTRA[contexts[0]]
        extra = self._random.sample(choices, self._random.choice((0, 0, 1, len(choices))))
        document: Object = {"@context": [*contexts, *extra], "id": self._id()}
        document["type"] = ["VerifiableCredential", kind]
        plain = kind == "VerifiableCredential"
        document["issuer"] = self._random.choice((self._id, self._named if plain else self._profile))()
        document["validFrom" if version_2 else "issuanceDate"] = self._date()
        self._maybe(document, "validUntil" if version_2 else "expirationDate", self._date)
        return document

    def _named(self) -> Object:
        return {"id": self._id(), "name": self._word()}

    def _badge(self, *, version_2: bool) -> Object:
        contexts = [VC2, self._random.choice(OB3[2:])] if version_2 else [VC1, self._random.choice(OB3)]
        kind = self._random.choice(("OpenBadgeCredential", "AchievementCredential"))
        document = self._head(contexts, kind, version_2=version_2)
        document["name"] = self._language_string() if version_2 else self._word()
        document["credentialSubject"] = self._subject()
        self._maybe(document, "evidence", lambda: self._many(self._evidence, 5))
        self._maybe(document, "image", self._image)
        return document

    def _record(self) -> Object:
        document = self._head([VC2, CLR, OB3[3]], "ClrCredential", version_2=True)
        document["name"] = self._word()
        inner = [self._badge(version_2=True) for _ in range(self._random.randint(1, 4))]
        subject: Object = {"type": ["ClrSubject"], "verifiableCredential": inner}
        self._maybe(subject, "id", self._id)
        self._maybe(subject, "achievement", lambda: [self._achievement() for _ in range(2)])
        self._maybe(subject, "association", lambda: self._many(self._association, 5))
        document["credentialSubject"] = subject
        return document

    def _association(self) -> Object:
        return {
            "type": "Association",
            "associationType": "isChildOf",
            "sourceId": self._id(),
            "targetId": self._id(),
        }

    def _plain(self) -> Object:
        document = self._head([VC2], "VerifiableCredential", version_2=True)
        document["type"] = ["VerifiableCredential"]
        document["name"], document["description"] = self._language_string(), self._language_string()
        document["credentialSubject"] = self._many(lambda: {"id": self._id(), "name": self._word()}, 3) or {
            "id": self._id()
        }
        self._maybe(document, "credentialStatus", lambda: self._many(self._status, 2))
        self._maybe(document, "credentialSubject", self._json_schema, 0.2)
        self._maybe(document, "termsOfUse", lambda: {"type": "VerifiableCredential", "id": self._id()}, 0.2)
        return document

    def _json_schema(self) -> Object:
        """A subject with any JSON at all inside, which is signed as JSON."""
        return {"id": self._id(), "type": "JsonSchema", "jsonSchema": self._json(3)}

    def _json(self, depth: int) -> Any:
        kind = self._random.randint(0, 5 if depth else 3)
        if kind == 0:
            return self._random.choice((None, True, False, 0, -7, 4.0, 0.1))
        if kind <= 3:
            return self._word()
        if kind == 4:
            return [self._json(depth - 1) for _ in range(self._random.randint(0, 3))]
        return {self._word(): self._json(depth - 1) for _ in range(self._random.randint(0, 3))}

    def _status(self) -> Object:
        return {
            "id": self._id(),
            "type": "BitstringStatusListEntry",
            "statusPurpose": "revocation",
            "statusListIndex": str(self._random.randint(0, 99999)),
            "statusListCredential": self._id(),
        }

    def _presentation(self) -> Object:
        inner = [
            self._badge(version_2=self._random.random() < 0.7) for _ in range(self._random.randint(1, 3))
        ]
        document: Object = {
            "@context": [VC2],
            "type": ["VerifiablePresentation"],
            "verifiableCredential": inner,
        }
        self._maybe(document, "id", self._id)
        self._maybe(document, "holder", self._id)
        return document
