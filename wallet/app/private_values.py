"""What a credential tells about its holder: who they are, what they reached, what they made, and whom else it names.

Lives here: finding these values in a document, and under which heading each belongs. Does not live here: what a name
says (`claim_names`), the words for kinds and headings (cli, ui), or what is shared (`share`, `disclose`): whoever asks
hands in the very documents that leave.

What was earned (the achievement), who issued it and when is on every page anyway, and is not repeated.
"""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from wallet.app.claim_names import (
    NAMED_BY_ISSUER,
    OF_TOKEN,
    OTHER_PARTIES,
    PERSONS,
    SAID_ELSEWHERE,
    UNSAID,
    PrivateKind,
    kind_named,
    plain,
)
from wallet.app.shown_parts import value_text
from wallet.credentials import clr2
from wallet.credentials.credential_document import parse_entry
from wallet.credentials.credential_view import attached_endorsements
from wallet.credentials.json_pointer import format_pointer
from wallet.credentials.model import Evidence, Format, JsonObject, Result, Subject, UnverifiedCredential
from wallet.credentials.openbadges2 import FORMATS as OLDER_BADGES
from wallet.credentials.openbadges2 import assertion_of

_MAX_CLAIMS = 200
_MAX_INNER = 1000


class PrivateGroup(StrEnum):
    """Under which heading a value belongs."""

    ABOUT_YOU = "about_you"
    RESULTS = "results"
    EVIDENCE = "evidence"
    ALSO_SAID = "also_said"
    OTHERS = "others"


_GROUPS: Mapping[PrivateKind, PrivateGroup] = {
    PrivateKind.RESULT: PrivateGroup.RESULTS,
    PrivateKind.ACTIVITY: PrivateGroup.RESULTS,
    PrivateKind.EVIDENCE: PrivateGroup.EVIDENCE,
    PrivateKind.CLAIM: PrivateGroup.ALSO_SAID,
    PrivateKind.OTHER_PARTY: PrivateGroup.OTHERS,
}


@dataclass(frozen=True, slots=True)
class PrivateValue:
    """One value, as written. Hostile text.

    Attributes:
        value: "" when the document holds only a hash of it, which still tells a guesser when a guess is right.
        label: what its issuer calls it, where the kind does not say enough.
        pointer: where it stands in the subject, likewise.
        source: the result or piece of evidence it is, for words of their own.
    """

    kind: PrivateKind
    value: str
    label: str = ""
    pointer: str = ""
    source: Result | Evidence | None = field(default=None, compare=False, repr=False)

    @property
    def group(self) -> PrivateGroup:
        """Under which heading it belongs."""
        return _GROUPS.get(self.kind, PrivateGroup.ABOUT_YOU)

    @property
    def is_hashed(self) -> bool:
        """Whether only a hash of it is there."""
        return not self.value and self.group is PrivateGroup.ABOUT_YOU


def private_values(document: UnverifiedCredential) -> Sequence[PrivateValue]:
    """What a credential tells, in the document's order; of a learner record also what each credential in it tells."""
    found = list(_own_values(document))
    if document.format is Format.CLR_2:
        for entry in clr2.inner_documents(document.document)[:_MAX_INNER]:
            inner = parse_entry(entry)
            if isinstance(inner, UnverifiedCredential) and inner.format is not Format.CLR_2:
                found += _own_values(inner)
    return tuple(dict.fromkeys(found))


def own_values(document: UnverifiedCredential) -> Sequence[PrivateValue]:
    """What a credential tells; of a learner record without what is in it."""
    return tuple(dict.fromkeys(_own_values(document)))


def _own_values(document: UnverifiedCredential) -> Iterator[PrivateValue]:
    yield from _about_holder(document)
    for subject in document.credential.subjects:
        yield from _results(subject)
    yield from _evidence(document)
    for owner, entry in attached_endorsements(document.document):
        del owner
        endorsement = parse_entry(entry)
        if isinstance(endorsement, UnverifiedCredential):
            issuer = endorsement.credential.issuer
            yield PrivateValue(PrivateKind.OTHER_PARTY, issuer.name or issuer.id)


def _about_holder(document: UnverifiedCredential) -> Iterator[PrivateValue]:
    if document.format is Format.SD_JWT_VC:
        # words of its issuer's own: nothing in it is known to be about what was earned alone
        told = {name: value for name, value in document.document.items() if name not in OF_TOKEN}
        yield from _personal(told, UNSAID)
    elif document.format in OLDER_BADGES:
        yield from _recipient(document.document)
    else:
        for subject in _entries(document.document.get("credentialSubject")):
            if isinstance(subject, Mapping):
                yield from _address(subject.get("id"))
                yield from _personal(subject, SAID_ELSEWHERE)


def _recipient(badge: JsonObject) -> Iterator[PrivateValue]:
    """Source: Open Badges 2.0, section IdentityObject."""
    for one in _entries(assertion_of(badge).get("recipient")):
        if not isinstance(one, Mapping) or one.get("identity") in (None, ""):
            continue
        named = value_text(one.get("type")) if isinstance(one.get("type"), str) else ""
        kind = kind_named(named.casefold()) or PrivateKind.OTHER_IDENTIFIER
        identity = one["identity"]
        is_hash = one.get("hashed") is True or not isinstance(identity, str)
        yield PrivateValue(kind, "" if is_hash else identity)
        if isinstance(one.get("name"), str):
            yield PrivateValue(PrivateKind.NAME, one["name"])


def _address(identifier: Any) -> Iterator[PrivateValue]:
    """Some issuers name a person by an address people write or call to."""
    scheme, colon, address = identifier.partition(":") if isinstance(identifier, str) else ("", "", "")
    kind = {"mailto": PrivateKind.EMAIL, "tel": PrivateKind.PHONE}.get(scheme.casefold())
    if kind is not None and colon:
        yield PrivateValue(kind, address)


def _results(subject: Subject) -> Iterator[PrivateValue]:
    """A value, its level and its status are one: they move together."""
    for result in subject.results:
        said = dict.fromkeys(part for part in (result.value, result.achieved_level, result.status) if part)
        name = (result.description.name if result.description else None) or ""
        yield PrivateValue(PrivateKind.RESULT, ", ".join(said), name, source=result)


def _evidence(document: UnverifiedCredential) -> Iterator[PrivateValue]:
    for one in document.credential.evidence:
        said = dict.fromkeys(part for part in (one.name, one.description, one.narrative, one.id) if part)
        yield PrivateValue(PrivateKind.EVIDENCE, "; ".join(said) or one.genre or "", source=one)


# -- members of a subject, whatever they are called


def _personal(part: JsonObject, skipped: AbstractSet[str]) -> Iterator[PrivateValue]:
    """Everything a subject says besides what was earned, and what is told by other functions here (`skipped`)."""
    claims = 0
    for value in _members(part, (), is_person=True, skipped=skipped):
        claims += value.kind is PrivateKind.CLAIM
        if value.kind is not PrivateKind.CLAIM or claims <= _MAX_CLAIMS:
            yield value


def _members(
    part: JsonObject,
    path: tuple[str, ...],
    *,
    is_person: bool,
    skipped: AbstractSet[str] = UNSAID,
    kind: PrivateKind | None = None,
) -> Iterator[PrivateValue]:
    """Those of one object; `kind` is what the object is, where its name says so: all of an address is an address."""
    if "identityHash" in part:
        yield _identity(part)
        return
    for key, value in part.items():
        name = plain(key)
        found = _kind_of(name, part, is_person=is_person) or kind
        if name in skipped or (name == "image" and not path and "achievement" in part):
            continue
        for one in _entries(value):
            if name in OTHER_PARTIES:
                yield from _other_party(one)
            elif isinstance(one, Mapping) and "@value" not in one:
                yield from _members(one, (*path, key), is_person=name in PERSONS, kind=found)
            elif one is not None:
                text = value_text(one["@value"] if isinstance(one, Mapping) else one)
                named = found or PrivateKind.CLAIM
                where = format_pointer((*path, key)) if named in NAMED_BY_ISSUER else ""
                yield PrivateValue(named, text, pointer=where)


def _kind_of(name: str, owner: JsonObject, *, is_person: bool) -> PrivateKind | None:
    """What a member says by its name; a name or picture is a person's only where the object around it is one."""
    if name in ("name", "image"):
        own = PrivateKind.NAME if name == "name" else PrivateKind.PICTURE
        # the picture of a subject who achieved something is that of the achievement (Open Badges 3.0)
        return own if is_person and (own is PrivateKind.NAME or "achievement" not in owner) else None
    return kind_named(name)


def _entries(value: Any) -> Iterator[Any]:
    """One value, or each of a list, also of lists in it."""
    if not isinstance(value, list):
        yield value
        return
    for one in value:
        yield from _entries(one)


def _other_party(one: Any) -> Iterator[PrivateValue]:
    """By its name, else what it is called by."""
    said = (one.get("name") or one.get("id")) if isinstance(one, Mapping) else one
    if isinstance(said, Mapping):
        said = next((text for text in said.values() if isinstance(text, str)), None)
    if said is not None:
        yield PrivateValue(PrivateKind.OTHER_PARTY, value_text(said))


def _identity(identity: JsonObject) -> PrivateValue:
    """Source: Open Badges 3.0, IdentityObject."""
    named = plain(value_text(identity.get("identityType") or ""))
    kind = PrivateKind.NAME if named == "name" else kind_named(named) or PrivateKind.OTHER_IDENTIFIER
    return PrivateValue(kind, "" if identity.get("hashed") is True else value_text(identity["identityHash"]))


def identity_of(value: Any) -> PrivateValue | None:
    """What an Open Badges identity says of a person; None for anything else."""
    return _identity(value) if isinstance(value, Mapping) and "identityHash" in value else None
