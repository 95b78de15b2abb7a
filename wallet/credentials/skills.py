"""Which skills a credential names, and what was reached in each.

Lives here: reading alignments, results and keywords; which framework a skill is from; by what a skill is known again.
Does not live here: adding up over many credentials (`wallet.app.skills`), keeping (`wallet.vault.facts`), whether any
of it is true (verification). All text is hostile.
"""

import hashlib
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from wallet.credentials.clr2 import inner_documents
from wallet.credentials.json_text import identifier, objects, text, texts
from wallet.credentials.model import Credential, JsonObject

_KEY_BYTES = 16
_MAX_SKILLS = 500
_MAX_DEPTH = 3
_HOSTS = (
    ("data.europa.eu/esco", "esco"),
    ("ec.europa.eu/esco", "esco"),
    ("onetonline.org", "onet"),
    ("onetcenter.org", "onet"),
    ("credentialengineregistry.org", "ctdl"),
    ("credentialfinder.org", "ctdl"),
    ("/ims/case/", "case"),
)
_NAMES = (("O*NET", "onet"), ("ONET", "onet"), ("ESCO", "esco"), ("CTDL", "ctdl"), ("CASE", "case"))
# Open Badges 3.0, AlignmentTargetType Enumeration.
_TARGET_TYPES = {"CFItem": "case", "ceasn:Competency": "ctdl", "CTDL": "ctdl"}
_NO_SKILL = frozenset({"ceterms:Credential", "CFRubric", "CFRubricCriterion", "CFRubricCriterionLevel"})
# Open Badges 3.0, ResultStatusType Enumeration: what was not reached shows nothing.
_NOT_REACHED = frozenset({"Enrolled", "Failed", "InProgress", "OnHold", "Withdrew"})


class Framework(StrEnum):
    """The families of skill frameworks people may know by name."""

    CASE = "case"
    ESCO = "esco"
    ONET = "onet"
    CTDL = "ctdl"
    OTHER = "other"
    NONE = "none"
    """A word without an identifier: of no framework."""


@dataclass(frozen=True, slots=True)
class NamedSkill:
    """One skill as one credential names it.

    Attributes:
        name: the issuer's words.
        family: which family of frameworks it is from; NONE for a word without identifier.
        framework: what the issuer calls the framework.
        code, url: the identifiers; a word has neither.
        level: what was reached in it, in the issuer's words; "" when nothing is said.
    """

    name: str
    family: Framework
    framework: str = ""
    code: str = ""
    url: str = ""
    level: str = ""

    @property
    def key(self) -> bytes:
        """16 bytes that two namings of one skill share: the same identifiers, or for words the same letters.

        Names play no part where there is an identifier, so a like name never makes two skills one.
        """
        if self.family is Framework.NONE:
            return _digest("word", folded(self.name))
        place = self.family if self.family is not Framework.OTHER else folded(self.framework)
        return _digest("id", self.url, self.code, place if self.code else "")


def folded(name: str) -> str:
    """A name without case, accents and spare spaces, by which two are alike."""
    apart = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(letter for letter in apart if unicodedata.category(letter) != "Mn")
    return " ".join(unicodedata.normalize("NFKC", plain).split())


def skills_of(credential: Credential, document: JsonObject) -> Sequence[NamedSkill]:
    """The skills a credential names, each once, in its order; at most 500.

    Alignments are skills of a framework; alignments without identifier, and keywords, are words. Where a result belongs
    to a skill, by an alignment of its own or because the achievement names no other, its level stands with it. A record
    brings the skills of every achievement and every credential in it.

    Args:
        credential: the parsed view; read where the document itself says nothing, as an older badge whose parts stand
            elsewhere.
        document: the credential as a JSON object.

    Source: Open Badges 3.0, Alignment, Achievement, Result and ResultDescription; CLR 2.0, ClrSubject.
    """
    found = list(_in_document(document, _MAX_DEPTH)) or list(_in_view(credential))
    kept: dict[bytes, NamedSkill] = {}
    for skill in found:
        known = kept.get(skill.key)
        if known is None and len(kept) < _MAX_SKILLS:
            kept[skill.key] = skill
        elif known is not None and skill.level and not known.level:
            kept[skill.key] = replace(known, level=skill.level)
    return tuple(kept.values())


def _in_document(document: JsonObject, depth: int) -> Iterator[NamedSkill]:
    for subject in objects(document.get("credentialSubject")):
        achievements = objects(subject.get("achievement"))
        for achievement in achievements:
            results = objects(subject.get("result")) if len(achievements) == 1 else ()
            yield from _in_achievement(achievement, results)
    if depth:
        for inner in inner_documents(document):
            if isinstance(inner, dict):
                yield from _in_document(inner, depth - 1)


def _in_achievement(achievement: JsonObject, results: Sequence[JsonObject]) -> Iterator[NamedSkill]:
    named = [skill for entry in objects(achievement.get("alignment")) if (skill := _aligned(entry))]
    descriptions = {identifier(one): one for one in objects(achievement.get("resultDescription"))}
    reached: dict[bytes, str] = {}
    of_results: list[NamedSkill] = []
    for result in results:
        if text(result.get("status")) in _NOT_REACHED:
            continue
        description = descriptions.get(identifier(result.get("resultDescription")), {})
        own = [
            skill
            for place in (result, description)
            for entry in objects(place.get("alignment"))
            if (skill := _aligned(entry))
        ]
        about = own or (named if len(named) == 1 else [])
        of_results += own
        for skill in about:
            reached.setdefault(skill.key, _level(result, description))
    for skill in (*named, *of_results):
        yield replace(skill, level=reached.get(skill.key, ""))
    for word in texts(achievement.get("tag")):
        if word.strip():
            yield NamedSkill(word.strip(), Framework.NONE)


def _in_view(credential: Credential) -> Iterator[NamedSkill]:
    for subject in credential.subjects:
        achievement = subject.achievement
        for one in achievement.alignments if achievement else ():
            skill = _named(
                one.target_name, one.target_framework, one.target_code, one.target_url, one.target_type
            )
            if skill is not None:
                yield skill
        for word in achievement.tags if achievement else ():
            if word.strip():
                yield NamedSkill(word.strip(), Framework.NONE)


def _aligned(entry: JsonObject) -> NamedSkill | None:
    return _named(
        text(entry.get("targetName")),
        text(entry.get("targetFramework")),
        text(entry.get("targetCode")),
        identifier(entry.get("targetUrl")),
        text(entry.get("targetType")),
    )


def _named(
    name: str | None, framework: str | None, code: str | None, url: str | None, kind: str | None
) -> NamedSkill | None:
    """None for what is no skill: a step of a rubric, another credential, nothing at all."""
    spoken = (name or "").strip() or (code or "").strip()
    if not spoken or kind in _NO_SKILL:
        return None
    if not url and not (code and framework):
        return NamedSkill(spoken, Framework.NONE)
    family = _family(url or "", framework or "", kind or "")
    return NamedSkill(spoken, family, (framework or "").strip(), (code or "").strip(), (url or "").strip())


def _family(url: str, framework: str, kind: str) -> Framework:
    """By the address, else by the framework's name, else by the kind of target."""
    address = url.casefold()
    words = framework.replace("(", " ").replace(")", " ").split()
    by_place = next((family for part, family in _HOSTS if part in address), None)
    by_name = next((family for part, family in _NAMES if part in words), None)
    return Framework(by_place or by_name or _TARGET_TYPES.get(kind, "other"))


def _level(result: JsonObject, description: JsonObject) -> str:
    wanted = identifier(result.get("achievedLevel"))
    levels = objects(description.get("rubricCriterionLevel"))
    reached = next((one for one in levels if wanted and identifier(one) == wanted), None)
    if reached is not None:
        return text(reached.get("name")) or text(reached.get("level")) or ""
    return text(result.get("value")) or ""


def _digest(*parts: str) -> bytes:
    digest = hashlib.sha256()
    for part in parts:
        encoded = part.encode("utf-8", "surrogatepass")
        digest.update(len(encoded).to_bytes(8, "big") + encoded)
    return digest.digest()[:_KEY_BYTES]
