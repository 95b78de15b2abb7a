"""Joining the lists of two copies of a vault, of which each is one setting: of issuers, and of what adults took back.

Lives here: what is joined to what. Does not live here: writing it (`wallet.vault.merge`), what a list is
(`known_issuers`, `kept_trust_lists`, `consents`).
"""

from collections.abc import Mapping, Sequence

from wallet.app import consents
from wallet.app.allowed_sites import BADGE_SITES, SITES
from wallet.app.kept_trust_lists import BODY, INDEX, Entry, index_text, read_index, read_kept
from wallet.app.known_issuers import SETTING, issuers_text, read_issuers
from wallet.app.promises import PROMISES
from wallet.vault.merge import JoinedSettings, MergedItem, MergeOutcome
from wallet.verification.trust_lists.trust_list import newest_editions


def join_lists(mine: Mapping[str, str], theirs: Mapping[str, str]) -> JoinedSettings:
    """What either copy has: the issuers somebody knows, lists in their newest edition, agreements taken back.

    Args:
        mine: the settings of this vault by key.
        theirs: those of the other.

    Raises:
        VaultError: VAULT_DAMAGED when a list of either is not what was kept.
    """
    values: dict[str, str | None] = {}
    items = [
        *_join_issuers(mine, theirs, values),
        *_join_trust_lists(mine, theirs, values),
        *_join_withdrawn(mine, theirs, values),
    ]
    bodies = {key for key in (*mine, *theirs) if key.startswith(BODY)}
    # an agreement to ask a website, access to one, and what an issuer promised are this file's: they neither come from
    # another one nor are they said to differ
    own = (SITES, BADGE_SITES, PROMISES)
    return JoinedSettings(values, frozenset({SETTING, INDEX, *own, consents.SETTING, *bodies}), items)


def _join_issuers(
    mine: Mapping[str, str], theirs: Mapping[str, str], values: dict[str, str | None]
) -> Sequence[MergedItem]:
    """By id; where both know one, this vault's name for it stays."""
    known = read_issuers(mine.get(SETTING))
    ids = {issuer.id for issuer in known}
    new = [issuer for issuer in read_issuers(theirs.get(SETTING)) if issuer.id not in ids]
    if new:
        values[SETTING] = issuers_text([*known, *new])
    return [
        MergedItem("issuer", "", next(iter(issuer.names), issuer.id), MergeOutcome.ADDED) for issuer in new
    ]


def _join_withdrawn(
    mine: Mapping[str, str], theirs: Mapping[str, str], values: dict[str, str | None]
) -> Sequence[MergedItem]:
    """By share; where both took one back, the earlier time stays."""
    known = consents.read_withdrawn(mine.get(consents.SETTING))
    other = consents.read_withdrawn(theirs.get(consents.SETTING))
    joined = {share: min(at, known.get(share, at)) for share, at in other.items()}
    if joined.items() - known.items():
        values[consents.SETTING] = consents.withdrawn_text({**known, **joined})
    return [
        MergedItem("withdrawn consent", share, "", MergeOutcome.ADDED)
        for share in other
        if share not in known
    ]


def _join_trust_lists(
    mine: Mapping[str, str], theirs: Mapping[str, str], values: dict[str, str | None]
) -> Sequence[MergedItem]:
    """By content; an earlier edition goes where the other copy has a later one, as when a list is added."""
    present = read_index(mine.get(INDEX))
    digests = {entry["sha256"] for entry in present}
    added = [entry for entry in read_index(theirs.get(INDEX)) if entry["sha256"] not in digests]
    if not added:
        return ()
    texts = {key: text for key, text in (*theirs.items(), *mine.items()) if key.startswith(BODY)}
    lists = [(entry, read_kept(texts.get(_key(entry)), entry)) for entry in (*present, *added)]
    newest = newest_editions([one for _, one in lists])
    left = [entry for entry, one in lists if one in newest]
    values[INDEX] = index_text(left)
    values |= {_key(entry): None for entry in present if entry not in left}
    values |= {_key(entry): texts[_key(entry)] for entry in added if entry in left}
    return [
        MergedItem("trust list", "", one.name, MergeOutcome.ADDED)
        for entry, one in lists
        if entry in added and entry in left
    ]


def _key(entry: Entry) -> str:
    return BODY + entry["sha256"]
