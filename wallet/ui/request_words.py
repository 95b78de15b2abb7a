"""What a request asks for, in plain words. Everything in it is its sender's text, shown and never followed."""

import re
from collections.abc import Sequence

from wallet.ui.languages import translate
from wallet.ui.request_ports import AskedCredential, Fitting
from wallet.ui.safe_text import one_line

_HUMPS = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|[_-]")
_LONGEST = 80


def kind_words(asked: AskedCredential) -> str:
    """What kind of credential would do."""
    kinds = dict.fromkeys(_kind(types) for types in asked.types)
    return (
        translate("RequestWords", " or ").join(kinds)
        if kinds
        else translate("RequestWords", "Any credential")
    )


def claim_words(asked: AskedCredential) -> str:
    """What it has to show."""
    if not asked.claims:
        return translate("RequestWords", "Nothing more than what is always shown.")
    return translate("RequestWords", "It has to show: {parts}").format(parts=_list(asked.claims))


def fitting_words(fitting: Fitting) -> str:
    """What would be shown of a kept one."""
    if fitting.shown is None:
        return translate(
            "RequestWords", "{issuer}. It can only be shared whole: everything in it goes along."
        ).format(issuer=one_line(fitting.issuer, _LONGEST))
    if not fitting.shown:
        return translate("RequestWords", "{issuer}. Shows what is always shown, and nothing more.").format(
            issuer=one_line(fitting.issuer, _LONGEST)
        )
    return translate("RequestWords", "{issuer}. Shows what is always shown, and: {parts}").format(
        issuer=one_line(fitting.issuer, _LONGEST), parts=_list(fitting.shown)
    )


def _list(names: Sequence[str]) -> str:
    return "; ".join(one_line(name, _LONGEST) for name in names)


def _kind(types: str) -> str:
    """One group of types, as the request joins them."""
    terms = [one.rpartition("#")[2].rstrip("/").rpartition("/")[2] for one in types.split(" + ")]
    known = {
        "OpenBadgeCredential": translate("RequestWords", "Open Badge"),
        "AchievementCredential": translate("RequestWords", "Open Badge"),
        "ClrCredential": translate("RequestWords", "Learner record"),
        "EndorsementCredential": translate("RequestWords", "Endorsement"),
        "VerifiableCredential": "",
    }
    named = [known.get(term, " ".join(_HUMPS.split(term)).capitalize()) for term in terms]
    shown = " + ".join(dict.fromkeys(one_line(name, _LONGEST) for name in named if name))
    return shown or translate("RequestWords", "Any credential")
