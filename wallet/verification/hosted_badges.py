"""What Open Badges 1 and 2 keep on the web: assertions, badge classes, issuer profiles, and where they may stand.

Lives here: reading these documents through the run's memory, comparing a copy with what is hosted, the issuer's scope.
Does not live here: the checks made of it (`openbadges2`).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from wallet.codecs import strict_json
from wallet.credentials.json_text import identifier, one_or_many, strings
from wallet.credentials.model import JsonObject
from wallet.credentials.openbadges1 import is_version_0
from wallet.credentials.openbadges2 import assertion_of, verification_kind
from wallet.errors import CodecError, ProofError, Reason, UndecidableProofError
from wallet.proofs.work import DOCUMENT_UNITS
from wallet.verification.run_memory import RunMemory

_MAX_ADDRESS_CHARACTERS = 2048
_ADDRESS = re.compile(
    r"(?P<scheme>https?)://(?P<host>[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*)(?::(?P<port>[0-9]{1,5}))?(?P<rest>[/?#].*)?",
    re.ASCII,
)
_PLAIN_PORTS = {"http": "80", "https": "443"}
# These say what a document is and how it is to be read; whether two say the same of a learner, the rest tells.
_ABOUT_THE_DOCUMENT = frozenset({"@context", "id", "type", "uid", "verification"})

# All who earned a badge have its class in common.
_SHARED = "badge"


def place_of(address: Any) -> str | None:
    """Host and port of a web address in one spelling, None when it is none. The scheme is left aside.

    Issuers moved from http to https and kept the ids they had. A user name before the host makes it no address at all.
    """
    if not isinstance(address, str) or len(address) > _MAX_ADDRESS_CHARACTERS:
        return None
    match = _ADDRESS.fullmatch(address)
    if match is None:
        return None
    port = match["port"]
    named = port if port and port != _PLAIN_PORTS[match["scheme"]] else ""
    return f"{match['host'].lower()}:{named}" if named else match["host"].lower()


def is_same_address(one: Any, other: Any) -> bool:
    """Whether two values are equal; of web addresses the scheme is left aside, as issuers moved from http to https."""
    if isinstance(one, str) and isinstance(other, str) and place_of(one) and place_of(other):
        return one.partition("://")[2] == other.partition("://")[2]
    return bool(one == other)


def read_bytes(address: str, documents: RunMemory, *, of_one: bool = False) -> bytes:
    """What this address answers. The encrypted form of an old http address is asked first.

    Args:
        of_one: the address belongs to one badge (`sources.WebSource`).

    Raises:
        UndecidableProofError: NEEDS_NETWORK with the address, or why its site did not answer; TOO_COMPLEX.
        ProofError: ADDRESS_NOT_STATED when it is not the address of anything on the web.
    """
    if place_of(address) is None:
        raise ProofError(Reason.ADDRESS_NOT_STATED, address[:200])
    documents.work.spend(DOCUMENT_UNITS)
    lookup = documents.lookup_of_one if of_one else documents.lookup
    secure = "https://" + address.removeprefix("http://") if address.startswith("http://") else address
    fetched = lookup(secure) or lookup(address)
    if fetched is None:
        raise UndecidableProofError(documents.why_missing(secure), address[:200])
    return fetched.body


def read_object(address: str, documents: RunMemory, *, of_one: bool = False) -> JsonObject:
    """The JSON object at an address.

    Raises:
        UndecidableProofError, ProofError: as `read_bytes`; STRUCTURE_INVALID when something else stands there.
    """
    try:
        found = strict_json.loads(read_bytes(address, documents, of_one=of_one))
    except CodecError as error:
        raise ProofError(Reason.STRUCTURE_INVALID, address[:200]) from error
    if not isinstance(found, Mapping):
        raise ProofError(Reason.STRUCTURE_INVALID, address[:200])
    return found


def read_assertion(presented: JsonObject, documents: RunMemory) -> tuple[JsonObject, JsonObject]:
    """The assertion as it is hosted: the document as it stands there, and the same under the names of 2.0.

    A document that names another address on the same host as its own is asked for there, once.

    Raises:
        UndecidableProofError: ADDRESS_NOT_STATED when the assertion does not say where it is hosted, NEEDS_NETWORK,
            TOO_COMPLEX.
        ProofError: HOSTED_DIFFERS when no assertion stands there, or one that says something else.

    Source: Open Badges 2.0, section "Hosted verification".
    """
    address = presented.get("id")
    if not isinstance(address, str) or place_of(address) is None:
        raise UndecidableProofError(Reason.ADDRESS_NOT_STATED)
    document = _hosted_document(address, documents)
    own = assertion_of(document).get("id", address)
    if not is_same_address(own, address) and place_of(own) == place_of(address) and len(presented) == 1:
        address, document = own, _hosted_document(own, documents)
    # an assertion of the first versions does not name its own address
    hosted = {"id": address, **assertion_of(document)}
    if not is_same_address(hosted["id"], address) or not says_the_same(presented, hosted, documents):
        raise ProofError(Reason.HOSTED_DIFFERS, address[:200])
    return document, hosted


def _hosted_document(address: str, documents: RunMemory) -> JsonObject:
    try:
        return read_object(address, documents, of_one=True)
    except UndecidableProofError:
        raise
    except ProofError as error:
        raise ProofError(Reason.HOSTED_DIFFERS, address[:200]) from error


def says_the_same(presented: JsonObject, hosted: JsonObject, documents: RunMemory) -> bool:
    """Whether all that a copy says is hosted, too. Issuers add members later, and those are what counts then.

    A withdrawn assertion may have lost everything but its id.
    """
    compared = presented.keys() - _ABOUT_THE_DOCUMENT
    if hosted.get("revoked") is True:
        compared &= hosted.keys()
    else:
        kind = verification_kind(presented)
        if kind and kind != verification_kind(hosted):
            return False
    return all(
        name in hosted and _agree(presented[name], hosted[name], documents, of_one=name != _SHARED)
        for name in compared
    )


def _agree(presented: Any, hosted: Any, documents: RunMemory, *, of_one: bool) -> bool:
    """Equal values, where one of the two may have the document in place of its address.

    Args:
        of_one: the documents belong to this badge alone, as evidence does (`sources.WebSource`).
    """
    if isinstance(presented, Mapping) and isinstance(hosted, str):
        if not is_same_address(presented.get("id"), hosted):
            return False
        try:
            hosted = read_object(hosted, documents, of_one=of_one)
        except UndecidableProofError:
            return True  # out of reach, which the checks that need it say
        except ProofError:
            return False
    if isinstance(presented, str) and isinstance(hosted, Mapping):
        return is_same_address(hosted.get("id"), presented)
    if isinstance(presented, Mapping) and isinstance(hosted, Mapping):
        members = presented.keys() - {"@context"}
        return all(
            name in hosted and _agree(presented[name], hosted[name], documents, of_one=of_one)
            for name in members
        )
    if isinstance(presented, list) or isinstance(hosted, list):
        ours, theirs = one_or_many(presented), one_or_many(hosted)
        pairs = zip(ours, theirs, strict=False)
        return len(ours) == len(theirs) and all(
            _agree(one, other, documents, of_one=of_one) for one, other in pairs
        )
    return type(presented) is type(hosted) and is_same_address(presented, hosted)


@dataclass(frozen=True, slots=True)
class Background:
    """What an assertion refers to, as far as it was had.

    Attributes:
        badge: the badge class.
        profile: the issuer's profile from the issuer's own address; never one that came inside another document, unless
            it holds no policy (version 0.5).
        issuer: that address, "" when none is stated.
        trouble: why something is missing: out of reach, or not what it should be.
    """

    badge: JsonObject | None = None
    profile: JsonObject | None = None
    issuer: str = ""
    trouble: ProofError | None = None


def read_background(document: JsonObject, assertion: JsonObject, documents: RunMemory) -> Background:
    """Badge class and issuer profile of an assertion.

    Args:
        document: the assertion as it was written, which tells its version.
        assertion: the same under the names of 2.0.
    """
    badge = assertion.get("badge")
    try:
        if isinstance(badge, str):
            badge = read_object(badge, documents)
    except ProofError as error:
        return Background(trouble=error)
    if not isinstance(badge, Mapping):
        return Background(trouble=ProofError(Reason.STRUCTURE_INVALID, "badge"))
    named = badge.get("issuer")
    issuer = identifier(named) or ""
    if is_version_0(document) and isinstance(named, Mapping):
        return Background(badge, named, issuer)
    try:
        return Background(badge, read_object(issuer, documents), issuer)
    except ProofError as error:
        return Background(badge, None, issuer, error)


def own_names(background: Background) -> frozenset[str]:
    """What the issuer is called: the address of its profile, and the id it has there when that is on the same host."""
    stated = background.profile.get("id") if background.profile is not None else None
    same = isinstance(stated, str) and place_of(stated) == place_of(background.issuer)
    return frozenset({background.issuer, stated} if same and isinstance(stated, str) else {background.issuer})


def is_impostor(background: Background) -> bool:
    """Whether the profile calls itself by an id that stands on another host than the profile."""
    stated = background.profile.get("id") if background.profile is not None else None
    return place_of(stated) not in (None, place_of(background.issuer))


def is_in_scope(address: Any, background: Background) -> bool:
    """Whether the issuer's own profile allows its hosted assertions at this address; by default on its own host.

    `startsWith` is compared behind the host, too: "https://a.example" must not allow "https://a.example.evil".

    Source: Open Badges 2.0, section 4.4 (VerificationObject: `startsWith`, `allowedOrigins`).
    """
    place = place_of(address)
    if place is None or background.profile is None:
        return False
    policy = background.profile.get("verification")
    starts, origins = (
        strings(policy.get(name)) if isinstance(policy, Mapping) else ()
        for name in ("startsWith", "allowedOrigins")
    )
    if starts and not any(address.startswith(start) and place_of(start) == place for start in starts):
        return False
    if origins:
        return place in {place_of(origin) or origin.lower() for origin in origins}
    return bool(starts) or place == place_of(background.issuer)
