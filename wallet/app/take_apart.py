"""One input on its way apart: archives, mail, backups, lists, links, words around a credential.

Lives here: the order in which kinds are tried, how deep is looked, and how much in all. The content decides, never a
file's name. Does not live here: the kinds themselves (`wallet.codecs`, `wallet.credentials.gathered`,
`wallet.sharing.locked_backups`), or what a caller wants of it (`gather`).
"""

import io
import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from typing import Any, BinaryIO

from wallet.app.archive_files import open_archive, read_file_inside
from wallet.app.deep_links import Link, not_followed
from wallet.app.inputs import InputItem
from wallet.app.link_inside import link_in
from wallet.app.piece import Findings, Piece, Wishes
from wallet.codecs import mail_message, mailbox, strict_json, zip_archive
from wallet.credentials.detect import parse_document
from wallet.credentials.gathered import (
    badge_lists,
    learncard,
    own_export,
    pasted_text,
    plain_lists,
    universal_wallet,
)
from wallet.credentials.gathered.entries import Entry, Gathered, OwnerMarks
from wallet.credentials.model import JsonObject
from wallet.errors import (
    AppError,
    CodecError,
    CredentialError,
    Reason,
    SharingError,
    WalletError,
)

MAX_DEPTH = 4
"""How many archives and mails may stand inside each other."""
MAX_PIECES = 10_000
MAX_BYTES = 400_000_000
"""How much comes out of one file in all, archives inside archives included."""

_OWN_SHARE = re.compile(r"README\.txt|presentation\.json|credential-\d+\.\w+")
_SHARED = "presentation.json"
_MANIFESTS = {own_export.MANIFEST, learncard.MANIFEST}
_JSON_STARTS = (b"{", b"[")
_NOT_WORDS = (b"\x89PNG", b"\xff\xd8\xff", b"<", b"%PDF", b"{", b"[", b"\x1f\x8b", b"GIF8")
_OF_A_BUNDLE = frozenset({Reason.BACKUP_PASSPHRASE_NEEDED, Reason.UNSUPPORTED_FORMAT})
_READERS = (universal_wallet.read_wallets, badge_lists.read_badges, plain_lists.read_list)

Read = Callable[[str], bytes]


class Walk:
    """One input on its way apart."""

    def __init__(self, wishes: Wishes, item: InputItem, findings: Findings) -> None:
        self._wishes = wishes
        self._follow = wishes.follow
        self._item = item
        self._findings = findings
        self._count = 0
        self._bytes = 0

    def look(self, data: bytes, place: str, depth: int) -> Iterator[Piece]:
        """The pieces in these bytes; they themselves when nothing knows how to take them apart."""
        if zip_archive.looks_like_zip(data):
            yield from self._archive(io.BytesIO(data), data, place, depth)
        elif mailbox.looks_like_mailbox(data):
            yield from self._mailbox(io.BytesIO(data), place, depth)
        elif mail_message.looks_like_mail(data):
            yield from self._mail(data, place, depth)
        else:
            yield from self._file(data, place)

    def large(self, item: InputItem) -> Iterator[Piece]:
        """The pieces of an archive or mailbox that is too large to hold as a whole; it is read where it lies."""
        with ExitStack() as stack:
            try:
                stream = stack.enter_context(open_archive(item.name))
            except WalletError as error:
                yield self._refused("", error)
                return
            if zip_archive.looks_like_zip(stream.peek(4)):
                yield from self._archive(stream, None, "", 0)
            else:
                yield from self._mailbox(stream, "", 0)

    def folder(self, path: str) -> Iterator[Piece]:
        """The pieces of an unpacked export or bundle."""
        yield from self._bundle(lambda name: read_file_inside(path, name), "", fallback=None)

    def _archive(self, stream: Any, data: bytes | None, place: str, depth: int) -> Iterator[Piece]:
        if depth >= MAX_DEPTH:
            yield self._refused(place, CodecError(Reason.NESTED_TOO_DEEP))
            return
        try:
            archive = zip_archive.open_zip(stream)
        except WalletError as error:
            yield self._refused(place, error)
            return
        names = {entry.name for entry in archive.entries}
        if data is not None and _SHARED in names and all(_OWN_SHARE.fullmatch(name) for name in names):
            yield self._piece(place, data)  # what this wallet made of a share is one thing
            return
        top = next((name.removesuffix(own_export.MANIFEST) for name in sorted(names, key=len)
                    if name.split("/")[-1] in _MANIFESTS and name.count("/") <= 1), None)  # fmt: skip

        def entries() -> Iterator[Piece]:
            for entry in archive.entries:
                inner = _join(place, entry.name)
                try:
                    content = self._counted(archive.read(entry))
                except WalletError as error:
                    yield self._refused(inner, error)
                    continue
                yield from self.look(content, inner, depth + 1)

        if top is None:
            yield from self._or_nothing(entries(), place)
            return

        def read(name: str) -> bytes:
            entry = archive.find(top + name)
            if entry is None:
                raise AppError(Reason.FILE_MISSING, "named in the manifest")
            return self._counted(archive.read(entry))

        yield from self._bundle(read, place, fallback=entries)

    def _bundle(
        self, read: Read, place: str, *, fallback: Callable[[], Iterator[Piece]] | None
    ) -> Iterator[Piece]:
        """The pieces of an export or bundle with a manifest; where it is another manifest, those of its files."""
        try:
            manifest = strict_json.loads(read(own_export.MANIFEST))
            if own_export.is_manifest(manifest):
                found, is_locked = own_export.read_export(manifest, read), False
            elif learncard.is_manifest(manifest):
                found, is_locked = self._learncard(manifest, read), learncard.is_locked(manifest)
            else:
                raise CredentialError(Reason.NOTHING_INSIDE, "another manifest")
        except WalletError as error:
            if fallback is not None and error.reason not in _OF_A_BUNDLE:
                yield from self._or_nothing(fallback(), place)
            else:
                yield self._refused(place, error)
            return
        for piece in self._or_nothing(self._gathered(found, place, is_locked=is_locked), place):
            yield replace(piece, doubt=found.doubt)

    def _learncard(self, manifest: JsonObject, read: Read) -> Gathered:
        """What is in a bundle.

        Raises:
            SharingError: BACKUP_PASSPHRASE_NEEDED.
            CredentialError: UNSUPPORTED_FORMAT.
        """
        is_locked = learncard.is_locked(manifest)
        passphrase = self._wishes.passphrase() if is_locked else b""
        if passphrase is None:
            raise SharingError(Reason.BACKUP_PASSPHRASE_NEEDED)
        from wallet.sharing.locked_backups.learncard import open_envelope  # noqa: PLC0415 - loads cryptography

        wants_keys = self._wishes.with_keys or not is_locked
        return learncard.read_bundle(
            manifest, read, lambda data: open_envelope(data, passphrase), with_keys=wants_keys
        )

    def _mailbox(self, stream: BinaryIO, place: str, depth: int) -> Iterator[Piece]:
        """The pieces of all mails; one that brings nothing is not named."""
        if depth >= MAX_DEPTH:
            yield self._refused(place, CodecError(Reason.NESTED_TOO_DEEP))
            return
        yield from self._or_nothing(self._mails(stream, place, depth), place)

    def _mails(self, stream: BinaryIO, place: str, depth: int) -> Iterator[Piece]:
        try:
            for number, mail in enumerate(mailbox.read_mailbox(stream)):
                inner = _join(place, f"#{number}")
                if isinstance(mail, CodecError):
                    yield self._refused(inner, mail)
                else:
                    yield from self._mail_parts(mail, inner, depth)
        except WalletError as error:
            yield self._refused(place, error)

    def _mail(self, data: bytes, place: str, depth: int) -> Iterator[Piece]:
        if depth >= MAX_DEPTH:
            yield self._refused(place, CodecError(Reason.NESTED_TOO_DEEP))
            return
        yield from self._or_nothing(self._mail_parts(data, place, depth), place)

    def _mail_parts(self, data: bytes, place: str, depth: int) -> Iterator[Piece]:
        try:
            for number, part in enumerate(mail_message.read_mail(data)):
                inner = _join(place, part.name or f"#{number}")
                if part.error is not None:
                    yield self._refused(inner, part.error)
                elif part.is_attached and part.data:
                    yield from self.look(self._counted(part.data), inner, depth + 1)
                elif part.is_attached:
                    yield self._refused(inner, CodecError(Reason.FILE_EMPTY))
                else:
                    yield from self._by_the_way(part, inner)
        except WalletError as error:
            yield self._refused(place, error)

    def _by_the_way(self, part: mail_message.MailPart, place: str) -> Iterator[Piece]:
        """What stands in the text of a mail: words, and pictures among them. Nobody attached it; most hold nothing."""
        if part.media_type.startswith("text/"):
            for entry in pasted_text.find_credentials(part.data):
                yield from self._entry(entry, place)
            return
        try:
            parse_document(part.data)
        except WalletError:
            return
        yield self._piece(place, part.data)

    def _file(self, data: bytes, place: str) -> Iterator[Piece]:
        """One file that is neither an archive nor a mail."""
        try:
            link = link_in(data, pictures=self._follow is not None)
        except WalletError as error:
            yield self._refused(place, error)
            return
        if link is not None:
            yield from self._link(link, place)
            return
        value = _json_in(data)
        if universal_wallet.is_locked(value):
            yield from self._locked(value, place)
            return
        try:
            gathered = next((found for read in _READERS if (found := read(value)) is not None), None)
        except WalletError as error:
            yield self._refused(place, error)
            return
        if gathered is not None:
            yield from self._or_nothing(self._gathered(gathered, place, is_locked=False), place)
        else:
            yield from self._words(data, place)

    def _link(self, link: Link, place: str) -> Iterator[Piece]:
        """What a link leads to, where it may be followed; what it leads to is not followed further."""
        try:
            if self._follow is None or not link.is_supported:
                raise not_followed(link)
            found = self._follow(link)
        except WalletError as error:
            yield self._refused(place, error)
            return
        before, self._follow = self._follow, None
        for entry in found:
            if entry.error is not None:
                yield self._refused(_join(place, entry.place), entry.error)
            else:
                yield from self.look(entry.data or b"", _join(place, entry.place), 1)
        self._follow = before

    def _words(self, data: bytes, place: str) -> Iterator[Piece]:
        """A text with credentials in it; the bytes themselves when they are one, or hold none."""
        start = data.lstrip()
        if not start.startswith(_NOT_WORDS) and pasted_text.looks_like_text(data):
            found = pasted_text.find_credentials(data)
            if found and not (len(found) == 1 and found[0].data == data.strip()):
                for entry in found if len(found) > 1 else [replace(found[0], place="")]:
                    yield from self._entry(entry, place)
                return
        yield self._piece(place, data)

    def _locked(self, wallet: JsonObject, place: str) -> Iterator[Piece]:
        from wallet.sharing.locked_backups import learner_wallet  # noqa: PLC0415 - loads cryptography
        from wallet.sharing.locked_backups import universal_wallet as locked_wallet  # noqa: PLC0415

        passphrase = self._wishes.passphrase()
        try:
            if passphrase is None:
                raise SharingError(Reason.BACKUP_PASSPHRASE_NEEDED)
            if learner_wallet.is_learner_wallet(wallet):
                value = learner_wallet.open_learner_wallet(wallet, passphrase)
            else:
                value = locked_wallet.open_universal_wallet(wallet, passphrase)
            gathered = universal_wallet.read_wallets(value) or plain_lists.read_list(value)
            if gathered is None:
                raise CredentialError(Reason.NOTHING_INSIDE, "no wallet inside")
        except WalletError as error:
            yield self._refused(place, error)
            return
        yield from self._or_nothing(self._gathered(gathered, place, is_locked=True), place)

    def _gathered(self, found: Gathered, place: str, *, is_locked: bool) -> Iterator[Piece]:
        if found.doubt is not None:
            self._findings.doubts.append(found.doubt)
        if found.keys:
            self._findings.keys += found.keys
            self._findings.keys_name = self._findings.keys_name or found.name
            self._findings.has_open_keys |= not is_locked
        collection = (found.name,) if found.is_collection and found.name else ()
        for entry in _stopping(found.entries):
            marked = entry if not collection else replace(entry, marks=OwnerMarks(collection))
            yield from self._entry(marked, place)

    def _entry(self, entry: Entry, place: str) -> Iterator[Piece]:
        where = _join(place, entry.place)
        if entry.error is not None:
            yield self._refused(where, entry.error)
        else:
            yield replace(self._piece(where, entry.data or b""), marks=entry.marks)

    def _or_nothing(self, pieces: Iterator[Piece], place: str) -> Iterator[Piece]:
        """The pieces; where there is not one, a row that says so."""
        before = self._count
        for piece in pieces:
            if self._count > MAX_PIECES:
                yield self._refused(place, CredentialError(Reason.TOO_MANY_ENTRIES))
                return
            yield piece
        if self._count == before:
            yield self._refused(place, CredentialError(Reason.NOTHING_INSIDE))

    def _counted(self, content: bytes) -> bytes:
        """The content of one entry, unless all of them together are too much.

        Raises:
            CodecError: ARCHIVE_GROWS.
        """
        self._bytes += len(content)
        if self._bytes > MAX_BYTES:
            raise CodecError(Reason.ARCHIVE_GROWS, "in all")
        return content

    def _piece(self, place: str, data: bytes) -> Piece:
        self._count += 1
        return Piece(self._item.name, self._where(place), data, inside=place)

    def _refused(self, place: str, error: WalletError) -> Piece:
        self._count += 1
        return Piece(self._item.name, self._where(place), None, error, inside=place)

    def _where(self, place: str) -> str | None:
        return _join(self._item.item or "", place) or None


def _stopping(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Entries up to the one that ends them all, such as the first that a passphrase does not open."""
    try:
        yield from entries
    except WalletError as error:
        yield Entry("", None, error)


def _join(outer: str, inner: str) -> str:
    """A place inside a place: names with a slash between, numbers right behind."""
    if not outer or not inner or inner.startswith("#"):
        return outer + inner
    return f"{outer}/{inner}"


def _json_in(data: bytes) -> Any:
    """The JSON value these bytes are; None when they are none, which whoever reads them next says better."""
    if not data.lstrip()[:1].startswith(_JSON_STARTS):
        return None
    try:
        return strict_json.loads(data)
    except WalletError:
        return None
