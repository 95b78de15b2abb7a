"""The advising view: what a learner and an adviser look at together, without what is private.

Lives here: choosing what is shown, and hiding what is not. Only what is named here is shown: names of credentials,
issuers, days, how checking went, skills. Notes, collections, tags, own files, shares, results, evidence, stories and
what is said of the learner are not read for it, but for one purpose: where a shown text repeats a name, an e-mail, a
number, a birth date or an address of the learner, it is left out of the text.

Does not live here: words (`ui`, `advising_page`).
"""

import re
from collections.abc import Iterator, Sequence

from wallet.app import browse
from wallet.app.advising_view import AdvisedCredential, AdvisedSkill, AdvisedTopic, AdvisingView, Topic
from wallet.app.claim_names import PrivateKind
from wallet.app.private_values import PrivateValue, private_values
from wallet.app.skills import skills
from wallet.credentials.detect import parse_document
from wallet.credentials.model import UnverifiedCredential
from wallet.errors import WalletError
from wallet.vault.connection import Vault
from wallet.vault.credential_store import CredentialHead
from wallet.verification.report import Reason, Verdict

MOST_CREDENTIALS = 200
MOST_SKILLS = 60
LEFT_OUT = "…"
"""What stands in a text where something about the learner was."""

_MOST_NAMES = 5
_LEAST_LETTERS = 3
_MOST_LETTERS = 200
_ABOUT_LEARNER = frozenset(
    {
        PrivateKind.NAME,
        PrivateKind.EMAIL,
        PrivateKind.BIRTH_DATE,
        PrivateKind.NUMBER,
        PrivateKind.PHONE,
        PrivateKind.ADDRESS,
        PrivateKind.OTHER_IDENTIFIER,
    }
)


def advising_view(vault: Vault) -> AdvisingView:
    """What an adviser sees of this file now.

    Raises:
        VaultError: the file cannot be read.
    """
    heads = browse.list_heads(vault)
    shown = heads[:MOST_CREDENTIALS]
    hide = _Hider([*_of_profiles(vault), *_of_credentials(vault, shown)])
    credentials = [_credential(head, hide) for head in shown]
    found = skills(vault)
    named = [
        AdvisedSkill(hide(one.name), one.proofs) for one in (*found.skills, *found.words) if one.credentials
    ]
    named.sort(key=lambda one: -one.proofs)
    topics = tuple(_topics(credentials, named))
    return AdvisingView(tuple(credentials), tuple(named[:MOST_SKILLS]), topics, len(heads) - len(shown))


class _Hider:
    """Takes what is about the learner out of texts; whole words only, so that "Art" in a name leaves "Arts" alone."""

    def __init__(self, values: Sequence[tuple[PrivateKind, str]]) -> None:
        words = {value.strip() for _, value in values}
        words |= {part for kind, value in values if kind is PrivateKind.NAME for part in value.split()}
        long = sorted((word for word in words if len(word) >= _LEAST_LETTERS), key=len, reverse=True)
        self._pattern = (
            re.compile("|".join(rf"(?<!\w){re.escape(word)}(?!\w)" for word in long), re.IGNORECASE)
            if long
            else None
        )

    def __call__(self, text: str) -> str:
        """The text as it is shown."""
        cut = text[:_MOST_LETTERS]
        return cut if self._pattern is None else self._pattern.sub(LEFT_OUT, cut)


def _of_profiles(vault: Vault) -> Iterator[tuple[PrivateKind, str]]:
    for profile in vault.profiles.list():
        yield PrivateKind.NAME, profile.name
        for identifier in profile.identifiers:
            yield PrivateKind.OTHER_IDENTIFIER, identifier


def _of_credentials(vault: Vault, heads: Sequence[CredentialHead]) -> Iterator[tuple[PrivateKind, str]]:
    """What credentials say of the learner; one that cannot be read says nothing."""
    for head in heads:
        try:
            document = parse_document(vault.credentials.get(head.id).original)
        except WalletError:
            continue
        if isinstance(document, UnverifiedCredential):
            for value in private_values(document):
                if value.kind in _ABOUT_LEARNER and value.value and not _is_town(value):
                    yield value.kind, value.value[:_MOST_LETTERS]


def _is_town(value: PrivateValue) -> bool:
    """A part of an address that many share: without it, "Northfield Public Schools" would lose its name."""
    return value.kind is PrivateKind.ADDRESS and not any(letter.isdigit() for letter in value.value)


def _credential(head: CredentialHead, hide: _Hider) -> AdvisedCredential:
    return AdvisedCredential(
        hide(head.name),
        "" if head.self_asserted else hide(head.issuer),
        head.issued or "",
        head.ends or "",
        head.verdict,
        head.reason,
        head.self_asserted,
    )


def _topics(
    credentials: Sequence[AdvisedCredential], named: Sequence[AdvisedSkill]
) -> Iterator[AdvisedTopic]:
    """Each credential under one heading, what presses first."""
    if not credentials:
        yield AdvisedTopic(Topic.NOTHING_YET)
        return
    under: dict[Topic, list[str]] = {}
    for one in credentials:
        topic = _topic_of(one)
        if topic is not None:
            under.setdefault(topic, []).append(one.name)
    for topic in (
        Topic.ENDED,
        Topic.ENDS_SOON,
        Topic.NOT_VALID,
        Topic.LOOK_AT,
        Topic.NOT_CHECKED,
        Topic.OWN_WORDS,
    ):
        if topic in under:
            yield AdvisedTopic(topic, tuple(under[topic][:_MOST_NAMES]))
    unproven = [one.name for one in named if not one.proofs]
    if unproven:
        yield AdvisedTopic(Topic.SKILLS_TO_SHOW, tuple(unproven[:_MOST_NAMES]))


def _topic_of(one: AdvisedCredential) -> Topic | None:
    if one.reason is Reason.EXPIRED:
        return Topic.ENDED
    if one.reason is Reason.ENDS_SOON:
        return Topic.ENDS_SOON
    if one.verdict in (Verdict.INVALID, Verdict.UNREADABLE):
        return Topic.NOT_VALID
    if one.self_asserted:
        return Topic.OWN_WORDS
    return {Verdict.CHECK: Topic.LOOK_AT, Verdict.UNCHECKED: Topic.NOT_CHECKED}.get(one.verdict)
