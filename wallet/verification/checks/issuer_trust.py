"""Check `issuer_trust`: is the issuer on a list somebody vouches for, and is its name what it seems.

A good signature alone does not say that a name is true. An issuer on no list is never a failure: nobody
has said that it is not who it says it is.
"""

from collections.abc import Sequence
from datetime import datetime

from wallet.credentials.model import Issuer
from wallet.errors import Reason
from wallet.verification.look_alikes import is_same_name, oddity
from wallet.verification.report import Check, CheckName, Outcome
from wallet.verification.sources import AskedDirectory, IssuerDirectory, KnownIssuer

_Found = tuple[IssuerDirectory, KnownIssuer]


def check_issuer_trust(issuer: Issuer, directories: Sequence[IssuerDirectory], at: datetime) -> Check:
    """Which of the lists know this issuer now, each by name; unknown when none does or there is no list.

    Lists and entries outside their dates do not count. A name that may be made to look like another one is said
    in every case, and so is a name that differs from the one on the list, because then the list does not confirm it.
    """
    current = [directory for directory in directories if directory.is_in_force(at)]
    found = [
        (directory, entry) for directory in directories if (entry := directory.find(issuer.id)) is not None
    ]
    known = [(one, entry) for one, entry in found if one in current and entry.is_listed_at(at)]
    if known:
        return _known(issuer, known, current)
    deceptive = _deceptive(issuer, current)
    if deceptive is not None:
        return _unknown(Reason.LOOK_ALIKE_NAME, deceptive)
    if not directories:
        return _unknown(Reason.NO_TRUST_LIST, "")
    for directory in current:
        trouble = directory.trouble(issuer.id) if isinstance(directory, AskedDirectory) else None
        if trouble is not None:
            return _unknown(trouble, directory.name)
    if found or not current:
        outdated = [one.name for one, _ in found] or [one.name for one in directories]
        return _unknown(Reason.TRUST_LIST_NOT_CURRENT, _joined(outdated))
    return _unknown(Reason.ISSUER_ON_NO_LIST, _joined([one.name for one in current]))


def _known(issuer: Issuer, known: Sequence[_Found], current: Sequence[IssuerDirectory]) -> Check:
    """An issuer on a list of others counts by that; on the person's own list alone, the report says so."""
    vouching = [(one, entry) for one, entry in known if not one.is_personal] or known
    detail = _joined([one.name for one, _ in vouching])
    names = [name for _, entry in vouching for name in entry.names]
    personal = all(one.is_personal for one, _ in vouching)
    confirmed = not issuer.name or any(is_same_name(issuer.name, name) for name in names)
    if personal or not confirmed:  # the person may have been taken in by the name
        deceptive = _deceptive(issuer, current)
        if deceptive is not None:
            return _passed(Reason.LOOK_ALIKE_NAME, f"{detail}: {deceptive}")
    if names and not confirmed:
        return _passed(Reason.ISSUER_NAME_DIFFERS, f"{detail}: {names[0][:100]}")
    return _passed(Reason.ISSUER_KNOWN_TO_YOU if personal else None, detail)


def _deceptive(issuer: Issuer, current: Sequence[IssuerDirectory]) -> str | None:
    """What about the issuer's name or id may mislead a reader; None when nothing was found."""
    for text in (issuer.name or "", issuer.id):
        odd = oddity(text)
        if odd is not None:
            return str(odd)
    for directory in current:
        others = directory.ids_named_like(issuer.name or "") - {issuer.id}
        if others:
            return f"{min(others)[:100]} is listed under this name: {directory.name}"
    return None


def _joined(names: Sequence[str]) -> str:
    return "; ".join(dict.fromkeys(names))[:1000]


def _passed(reason: Reason | None, detail: str) -> Check:
    return Check(CheckName.ISSUER_TRUST, Outcome.PASSED, reason, detail)


def _unknown(reason: Reason, detail: str) -> Check:
    return Check(CheckName.ISSUER_TRUST, Outcome.UNKNOWN, reason, detail)
