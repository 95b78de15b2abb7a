"""Addresses that give away which credential is looked at, because only one credential has them.

Lives here: noticing that an address carries what names a credential or its holder. Does not live here: what follows (a
person is told before such an address is asked: `sources.WebSource`). An issuer that numbers its addresses in a way of
its own goes unnoticed.
"""

import re

from wallet.credentials.model import Credential

_PARTS = re.compile(r"[/?&=;]")
_WHOLE_PART = 3
_ANYWHERE = 12
"""A shorter name could stand in an address by chance, unless it is one of its parts."""


def names_one(address: str, credential: Credential) -> bool:
    """Whether this address, perhaps of a list, carries the name of this credential or of whom it is about."""
    parts = set(_PARTS.split(address.partition("#")[0]))
    return any(_is_in(name, address, parts) for name in _names(credential))


def _names(credential: Credential) -> set[str]:
    """The identifiers, and what is left of them behind their last colon or slash.

    Somebody who is named by a web address, such as an issuer whom an endorsement is about, gives away nobody else.
    """
    about = {subject.id for subject in credential.subjects if subject.id}
    private = {name for name in about if not name.startswith(("http:", "https:", "did:web:"))}
    given = private | ({credential.id} if credential.id else set())
    return given | {re.split(r"[/:#]", name.rstrip("/"))[-1] for name in given}


def _is_in(name: str, address: str, parts: set[str]) -> bool:
    return (len(name) >= _WHOLE_PART and name in parts) or (len(name) >= _ANYWHERE and name in address)
