"""The sharing part of an open file, over the use cases of `wallet.app`.

Lives here: `VaultSharing`. Does not live here: the words for what a share tells (`told_words`), the rest of an open
file (`use_cases`).
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from wallet.app import (
    consents,
    disclose,
    nearby_share,
    part_names,
    past_parts,
    profile_entry,
    receiver_page,
    share,
    share_frames,
    share_history,
    share_note,
    share_preview,
    share_profile,
    share_request,
)
from wallet.app.container import Services
from wallet.app.output import write_new_file
from wallet.app.unlock import Vault
from wallet.errors import Reason, SharingError, WalletError
from wallet.ui import told_words
from wallet.ui.guardian_cases import past_agreement
from wallet.ui.languages import spoken, translate
from wallet.ui.request_cases import VaultRequests
from wallet.ui.share_ports import (
    Nearby,
    OfferedParts,
    PastShare,
    PreparedShare,
    ProfileEntry,
    ShareDraft,
    WholeShare,
)

_MOST_TEXT = 20_000
_BEGINNINGS = (
    (b"\x89PNG", ".png"),
    (b"%PDF", ".pdf"),
    (b"PK", ".zip"),
    (b"<svg", ".svg"),
    (b"<!", ".html"),
    (b"{", ".json"),
)


class VaultSharing(VaultRequests):
    """`SharingWallet` over one vault; every call on the thread that opened it."""

    _nearby: nearby_share.NearbyShare | None = None

    def __init__(self, vault: Vault, services: Services) -> None:
        self._vault = vault
        self._services = services

    def parts(self, record_id: str) -> OfferedParts:
        """What can be left out."""
        choices = disclose.find_disclosable(self._vault, record_id, self._services).choices
        of_record = choices.mechanism is disclose.Mechanism.CLR_INNER
        return OfferedParts(
            tuple(told_words.offered(part, of_record=of_record) for part in choices.selectable),
            tuple(part_names.part_name(part.pointer, spoken()) for part in choices.mandatory),
            of_record,
        )

    def prepare(self, draft: ShareDraft) -> PreparedShare:
        """Builds what would be sent and reads it back from its bytes."""
        answer: bytes | None = None
        if draft.answer is not None:
            made, answer = self._built_answer(draft, draft.answer)
            seen = share_preview.read_answer(answer, self._services)
        else:
            made = self._built(draft)
            seen = share_preview.read_back(made.whole, self._services)
        profile = _profile_of(made) if answer is None else None
        others = max(0, self._vault.credentials.count() - len(made.credential_ids))
        return PreparedShare(
            preview=told_words.preview(seen, others, self._names_of(made.hidden), self._own_names()),
            qr=tuple(made.qr.rows) if made.qr is not None else (),
            link=made.link or "",
            problems=dict(_problems(made)),
            page=receiver_page.page_address(self._vault),
            until=draft.until,
            size=len(answer or made.whole),
            name=draft.to,
            token=made,
            answer=answer,
            profile=profile,
        )

    def _built(self, draft: ShareDraft) -> share.PreparedShare:
        return share.prepare(
            self._vault,
            [
                share.Chosen(one, draft.parts.get(one), even_not_valid=one in draft.labelled)
                for one in draft.record_ids
            ],
            to=draft.to,
            purpose=draft.purpose,
            until=draft.until,
            services=self._services,
            note=_note(draft.note),
        )

    def _own_names(self) -> Sequence[str]:
        """What the learner is called."""
        return [one.name for one in self._vault.profiles.list() if one.name]

    def _names_of(self, parts: Sequence[str]) -> Sequence[str]:
        """What parts written as ID=POINTER are called where they are offered."""
        ids = dict.fromkeys(part.partition("=")[0] for part in parts)
        names = {f"{one}={part.pointer}": part.name for one in ids for part in self.parts(one).parts}
        return [names[part] for part in parts]

    def send(
        self, prepared: PreparedShare, channel: str, out: Path | None, passphrase: bytearray | None = None
    ) -> str:
        """Writes the file, if one is wanted, and records the share."""
        made = _made(prepared)
        try:
            if channel == share_profile.CHANNEL:
                return share_profile.record_profile(self._vault, made, self._services).id
            if prepared.answer is not None and out is not None:
                return share_request.send_answer(self._vault, made, prepared.answer, out, self._services).id
            if out is None:
                return share.record(self._vault, made, channel, self._services).id
            lock = share.ShareLock(passphrase) if passphrase is not None else None
            return share.send(self._vault, made, out, self._services, lock).id
        finally:
            if passphrase is not None:
                passphrase[:] = bytes(len(passphrase))

    def send_frames(self, prepared: PreparedShare) -> Sequence[Sequence[bytes]]:
        """Draws the codes, then records the share."""
        return [
            matrix.rows for matrix in share_frames.send_frames(self._vault, _made(prepared), self._services)
        ]

    def write_picture(self, prepared: PreparedShare, out: Path) -> None:
        """Writes a picture of the code."""
        share.write(_made(prepared), out, self._services)

    def open_nearby(self, prepared: PreparedShare) -> Nearby:
        """Serves the page in the same room; what was open before ends."""
        self.end_nearby()
        opened = self._nearby = nearby_share.open_nearby(self._vault, _made(prepared), self._services)
        return Nearby(tuple(opened.qr.rows), opened.address, opened.times_opened, opened.close)

    def end_nearby(self) -> None:
        """Ends it."""
        opened, self._nearby = self._nearby, None
        if opened is not None:
            opened.close()

    def shares(self) -> Sequence[PastShare]:
        """The sharing history."""
        return [self._past(head) for head in share_history.list_shares(self._vault)]

    def _past(self, head: share_history.ShareHead) -> PastShare:
        return _past(head, consents.find_consent(self._vault, head))

    def share(self, share_id: str) -> WholeShare:
        """One share in full."""
        found = share_history.get_share(self._vault, share_id)
        return WholeShare(
            self._past(found),
            found.sha256,
            len(found.content),
            _text(found.content),
            _suffix(found.content, found.channel),
        )

    def write_share(self, share_id: str, out: Path) -> None:
        """Writes its exact bytes to a new file."""
        found = share_history.get_share(self._vault, share_id)
        consents.refuse_withdrawn(self._vault, found)
        write_new_file(out, found.content)

    def page_address(self) -> str:
        """Where the page lies."""
        return receiver_page.page_address(self._vault)

    def keep_page_address(self, address: str) -> str:
        """Keeps another address."""
        return receiver_page.keep_page_address(self._vault, address)

    def write_page(self, out: Path) -> None:
        """Writes the page for receivers to a new file."""
        receiver_page.write_page(out)


def _note(words: str) -> share_note.ShareNote | None:
    """The learner's own words, without their name: it goes along only where a credential says it."""
    if not words.strip():
        return None
    title = translate("ShareNote", "In the learner's own words")
    signed_as = translate("ShareNote", "Written by the learner, no issuer")
    return share_note.ShareNote(title, words, signed_as)


def _problems(made: share.PreparedShare) -> Iterator[tuple[str, WalletError]]:
    """Why a share cannot leave in one way or another, by channel."""
    if made.qr is None:
        yield "qr", made.qr_refusal or SharingError(Reason.TOO_BIG_FOR_QR)
    if made.link is None:
        yield "link", made.qr_refusal or SharingError(Reason.TOO_BIG_FOR_LINK)
    if not receiver_page.has_page():
        yield "page", SharingError(Reason.RECEIVER_PAGE_MISSING)
    frames = share_frames.refusal(made)
    profile = share_profile.refusal(made)
    if profile is not None:
        yield share_profile.CHANNEL, profile
    if frames is not None:
        yield share_frames.CHANNEL, frames
    nearby = nearby_share.refusal(made)
    if nearby is not None:
        yield nearby_share.CHANNEL, nearby


def _profile_of(made: share.PreparedShare) -> ProfileEntry | None:
    entry = share_profile.find_profile(made, translate("ShareWays", "Skills: {names}"))
    if entry is None:
        return None
    return ProfileEntry(entry.link, profile_entry.fields_in(entry.link), entry.text)


def _past(head: share_history.ShareHead, agreed: consents.ConsentEntry | None) -> PastShare:
    return PastShare(
        head.id,
        head.to,
        head.purpose,
        head.made_at,
        head.until,
        head.channel,
        head.titles,
        [_part_words(part, head) for part in head.revealed],
        [_part_words(part, head) for part in head.hidden],
        None if agreed is None else past_agreement(agreed),
        [words for one in head.credential_ids if (words := _subset_words(head, one))],
    )


def _subset_words(head: share_history.ShareHead, record_id: str) -> str:
    """How many credentials of a learner record were shown; "" for anything else."""
    subset = past_parts.subset_of(head, record_id)
    if subset is None:
        return ""
    shown, of = subset
    words = translate("UseCases", "Picked by you: {shown} of {of} items, without the record around them.")
    return words.format(shown=shown, of=of)


def _part_words(part: str, head: share_history.ShareHead) -> str:
    """Words for a part written as ID or ID=POINTER; which credential it is of where there are several."""
    record_id, _, pointer = part.partition("=")
    titles = dict(zip(head.credential_ids, head.titles, strict=False))
    title = titles.get(record_id, "")
    if not pointer:
        return title or translate("UseCases", "a credential")
    name = part_names.part_name(pointer, spoken())
    return f"{title}: {name}" if len(titles) > 1 and title else name


def _text(content: bytes) -> str:
    """Bytes as text to look at, at most its beginning; "" when they are none."""
    if b"\0" in content:
        return ""
    try:
        return content[: 4 * _MOST_TEXT].decode(
            "utf-8", "strict" if len(content) <= 4 * _MOST_TEXT else "ignore"
        )[:_MOST_TEXT]
    except UnicodeDecodeError:
        return ""


def _suffix(content: bytes, channel: str) -> str:
    """The end of a file with these bytes."""
    if channel == "locked":
        return ".lershare"
    return next((end for start, end in _BEGINNINGS if content.startswith(start)), ".txt")


def _made(prepared: PreparedShare) -> share.PreparedShare:
    if not isinstance(prepared.token, share.PreparedShare):
        raise TypeError("a share that this wallet did not prepare")
    return prepared.token
