"""From whatever a person was handed to the document inside: a file, a link, a bundle, a picture of a QR code.

Lives here: which wrappings are tried, in which order. Does not live here: reading credentials
(`wallet.credentials`) or wrappings (`wallet.sharing`), or deciding trust. The content decides, never a file's
name. The readers of wrappings are loaded when something may be wrapped: most files are plain.
"""

# ruff: noqa: PLC0415

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, TypeGuard

from wallet.codecs import strict_json
from wallet.credentials.detect import parse_document
from wallet.credentials.model import (
    Envelope,
    UnreadablePart,
    UnverifiedCredential,
    UnverifiedDocument,
    UnverifiedPresentation,
)
from wallet.errors import AppError, CredentialError, NotFollowedError, Reason, SharingError, WalletError
from wallet.verification.sources import FetchedDocument

if TYPE_CHECKING:
    from wallet.sharing.originals_zip import Archive

_VPQR_START = b"VP1-"
_LINK_STARTS = (b"ler-wallet:", b"https://", b"http://")
# A page, a PDF, a ZIP.
_SHARE_STARTS = (b"<!doctype html", b"%pdf-", b"pk\x03\x04")
_LOCKED_START, _LOCKED_DOTS = b"eyJ", 4
# What the credential parsers say of JSON that is a bundle: they do not know bundles.
_PERHAPS_A_BUNDLE = frozenset({Reason.NOT_A_CREDENTIAL, Reason.STRUCTURE_INVALID, Reason.UNSUPPORTED_FORMAT})


# What they say of a picture that nothing is baked into: a PNG without a badge, and any JPEG.
_PERHAPS_A_CODE = frozenset({Reason.PICTURE_WITHOUT_CREDENTIAL, Reason.NOT_A_CREDENTIAL})


@dataclass(frozen=True, slots=True)
class Opened:
    """What was found, and the documents of others that the sender put beside it. These confirm nobody."""

    document: UnverifiedDocument
    sent: Sequence[FetchedDocument] = ()


def open_document(data: bytes) -> UnverifiedDocument:
    """As `open_share`, without what was sent along."""
    return open_share(data).document


def open_share(data: bytes) -> Opened:
    """The one credential or presentation these bytes hold, with the outermost wrapping as its envelope.

    Args:
        data: a credential in any known form, a presentation, a bundle, a link as text, a PNG or JPEG picture with a QR
            code that holds one of these, the text of a code of other programs (`VP1-`), or a page, PDF or ZIP that the
            wallet made of a share. A locked share has to be opened first (`unlock_share`).

    Raises:
        WalletError: there is none, with the reason that fits the outermost form best.
    """
    text = _link_text(data)
    if text is not None:
        from wallet.sharing.link import decode_link

        return _from_bundle(decode_link(text), Envelope.LINK)
    if data.lstrip()[: len(_VPQR_START)] == _VPQR_START:
        return _from_code(data.lstrip().decode("ascii", "replace"))
    if data.lstrip()[:14].lower().startswith(_SHARE_STARTS) or is_locked(data):
        return _from_share_file(data)
    try:
        return Opened(_complete(parse_document(data)))
    except WalletError as error:
        if error.reason in _PERHAPS_A_CODE and _is_picture(data):
            return _from_picture(data)
        if error.reason is Reason.NOT_A_CREDENTIAL:
            _refuse_link(data)
        if error.reason in _PERHAPS_A_BUNDLE and _holds_bundle(data):
            return _from_bundle(data, Envelope.BUNDLE)
        parts = _in_answer(data) if error.reason in _PERHAPS_A_BUNDLE else ()
        if not parts:
            raise
        if len(parts) > 1:
            raise CredentialError(Reason.SEVERAL_CREDENTIALS, f"{len(parts)} parts of an answer") from error
        return Opened(parse_document(parts[0]))


def _refuse_link(data: bytes) -> None:
    """Says of a text that is nothing but a link that this is what it is.

    Raises:
        WalletError: NEEDS_NETWORK where following it would help, OFFER_TO_TAKE, REQUEST_TO_ANSWER, LINK_NOT_SUPPORTED,
            LINK_MALFORMED.
    """
    from wallet.app.deep_links import LinkKind, has_known_scheme, not_followed, read_link

    text = data.decode("utf-8", "replace")
    link = read_link(text) if has_known_scheme(text) else None
    if link is not None and link.kind is LinkKind.REQUEST:
        raise SharingError(Reason.REQUEST_TO_ANSWER)
    if link is not None and not link.carries_all:
        raise not_followed(link)


def is_locked(data: bytes) -> bool:
    """Whether this looks like a locked share: five parts where a token has three."""
    start = data.lstrip()
    return start.startswith(_LOCKED_START) and start.count(b".") == _LOCKED_DOTS and b"~" not in start


def _from_share_file(data: bytes) -> Opened:
    """What stands in a file that the wallet made of a share."""
    from wallet.sharing import encrypted_share, html_page, originals_zip, pdf_attachment

    if html_page.is_html(data):
        return _from_bundle(html_page.find_bundle(data), Envelope.PAGE)
    if pdf_attachment.is_pdf(data):
        attached = pdf_attachment.find_presentation(data)
        if _holds_bundle(attached):
            return _from_bundle(attached, Envelope.PDF)
        return Opened(replace(_complete(parse_document(attached)), envelope=Envelope.PDF))
    if originals_zip.is_zip(data):
        return _from_archive(originals_zip.read_zip(data))
    needs_words = encrypted_share.needs_passphrase(data)
    raise SharingError(Reason.SHARE_PASSPHRASE_NEEDED if needs_words else Reason.RECEIVER_KEY_NEEDED)


def _complete(document: UnverifiedDocument, items: Sequence[bytes] = ()) -> UnverifiedDocument:
    """A presentation with what lies beside it; what its holder signed for and is not there is named as missing."""
    if not isinstance(document, UnverifiedPresentation) or (
        not items and "relatedResource" not in document.document
    ):
        return document
    from wallet.sharing.bundle_items import with_items

    return with_items(document, items)


def _from_archive(archive: "Archive") -> Opened:
    """The presentation, when the files beside it are the credentials in it: people open those, and trust them, too.

    Raises:
        SharingError: ARCHIVE_DIFFERS.
    """
    from wallet.sharing.bundle_items import with_items
    from wallet.sharing.originals_zip import place_of

    found = parse_document(archive.presentation)
    if isinstance(found, UnverifiedPresentation):
        found = with_items(found, _signed_among(archive.others.values(), found))
    parts = found.credentials if isinstance(found, UnverifiedPresentation) else ()
    missing = set(range(len(parts)))
    for name, content in archive.others.items():
        place = place_of(name)
        if place is None or place not in missing or not _is_same(content, parts[place]):
            raise SharingError(Reason.ARCHIVE_DIFFERS, "file")
        missing.discard(place)
    if missing:
        raise SharingError(Reason.ARCHIVE_DIFFERS, f"{len(missing)} files are missing")
    return Opened(replace(found, envelope=Envelope.ZIP))


def _signed_among(contents: Iterable[bytes], presentation: UnverifiedPresentation) -> Sequence[bytes]:
    from wallet.sharing.bundle_items import digest, signed_digests

    wanted = signed_digests(presentation.document)
    return [content for content in contents if digest(content) in wanted] if wanted else ()


def _is_same(content: bytes, other: UnverifiedCredential | UnreadablePart) -> bool:
    """Whether a file holds the credential that stands in the presentation, whatever it is wrapped in."""
    try:
        one = parse_document(content)
    except WalletError:
        return False
    if not isinstance(one, UnverifiedCredential) or not isinstance(other, UnverifiedCredential):
        return False
    tokens = [
        document.jws and (document.jws.signing_input, document.jws.signature) for document in (one, other)
    ]
    return one.document == other.document and tokens[0] == tokens[1]


def _link_text(data: bytes) -> str | None:
    """The link, when the bytes are nothing but one (white space around it does not count)."""
    if not data.lstrip()[:11].lower().startswith(_LINK_STARTS):
        return None
    from wallet.sharing.link import MAX_LINK_CHARACTERS, is_link

    if len(data) > MAX_LINK_CHARACTERS:
        return None
    try:
        text = data.decode("ascii")
    except UnicodeDecodeError as error:
        raise SharingError(Reason.LINK_MALFORMED, "letters that no link has") from error
    return text if is_link(text) or text.lstrip()[:11].lower() == "ler-wallet:" else None


def _is_picture(data: bytes) -> bool:
    from wallet.sharing.qr_reader import is_picture

    return is_picture(data)


def _holds_bundle(data: bytes) -> bool:
    from wallet.sharing.bundle import is_bundle

    try:
        return is_bundle(strict_json.loads(data))
    except WalletError:
        return False


def find_parts(data: bytes) -> Sequence[bytes]:
    """The presentations in an answer to a receiver's request that holds more than one; empty for anything else.

    Source: OpenID4VP 1.0, section 8.1 (`vp_token`).
    """
    parts = _in_answer(data) if b'"vp_token"' in data and data.lstrip()[:1] == b"{" else ()
    return parts if len(parts) > 1 else ()


def _in_answer(data: bytes) -> Sequence[bytes]:
    """The presentations in an answer to a receiver's request (`share_request`); empty when this is no such answer."""
    try:
        body = strict_json.loads(data)
    except WalletError:
        return ()
    if not isinstance(body, dict) or body.keys() - {"verifiablePresentation", "vp_token", "state"}:
        return ()
    tokens = body.get("vp_token")
    parts = [part for each in tokens.values() for part in each] if _is_lists(tokens) else []
    parts += [body["verifiablePresentation"]] if "verifiablePresentation" in body else []
    if not all(isinstance(part, dict | str) for part in parts):
        return ()
    texts = (part if isinstance(part, str) else strict_json.dumps(part) for part in parts)
    return [text.encode("utf-8", "replace") for text in texts]


def _is_lists(tokens: object) -> TypeGuard[Mapping[str, list[object]]]:
    return isinstance(tokens, Mapping) and all(isinstance(each, list) for each in tokens.values())


def _from_bundle(data: bytes, envelope: Envelope) -> Opened:
    from wallet.sharing.bundle import decode_bundle

    bundle = decode_bundle(data)
    found = _complete(parse_document(bundle.presentation), bundle.items)
    return Opened(replace(found, envelope=envelope), bundle.evidence)


def _from_picture(data: bytes) -> Opened:
    """What the QR codes of a picture hold; two codes may say the same, but never two different things.

    Raises:
        WalletError: PICTURE_WITHOUT_CREDENTIAL, SEVERAL_CREDENTIALS, what the picture decoder refused, or
            what is wrong with the one code that means to be a link: NEEDS_NETWORK when it leads somewhere,
            LINK_NOT_SUPPORTED; FRAMES_MISSING when it holds a part of a row of codes.
    """
    found: list[Opened] = []
    refusals: list[WalletError] = []
    for text in _joined(_read_codes(data)):
        try:
            found.append(_from_code(text))
        except WalletError as error:
            refusals.append(error)
    if len(found) > 1:
        raise CredentialError(Reason.SEVERAL_CREDENTIALS, f"{len(found)} codes")
    if found:
        return replace(found[0], document=replace(found[0].document, envelope=Envelope.QR))
    raise next(
        (error for error in refusals if isinstance(error, AppError | NotFollowedError | SharingError)),
        CredentialError(Reason.PICTURE_WITHOUT_CREDENTIAL, f"{len(refusals)} codes"),
    )


def _read_codes(data: bytes) -> Sequence[str]:
    from wallet.sharing.qr_reader import read_codes

    try:
        return read_codes(data)
    except SharingError as error:
        if error.reason is Reason.NO_QR_FOUND:
            raise CredentialError(Reason.PICTURE_WITHOUT_CREDENTIAL, "no code") from error
        raise


def _joined(texts: Sequence[str]) -> Sequence[str]:
    """The texts of codes, with those that are frames of one share replaced by the share's link.

    Raises:
        SharingError: FRAMES_MISSING, LINK_MALFORMED.
    """
    from wallet.sharing.frames import FrameCollector, is_frame

    frames = [text for text in texts if is_frame(text)]
    if not frames:
        return texts
    collector = FrameCollector()
    links = [link for link in map(collector.add, frames) if link is not None]
    if collector.seen:
        raise SharingError(Reason.FRAMES_MISSING, f"{collector.seen} of {collector.count} codes")
    return [*links, *(text for text in texts if not is_frame(text))]


def _from_code(text: str) -> Opened:
    from wallet.sharing.link import decode_link, is_link

    if is_link(text):
        return _from_bundle(decode_link(text), Envelope.QR)
    _refuse_link(text.encode())
    if text.encode("ascii", "replace").startswith(_VPQR_START):
        from wallet.sharing.vpqr import read_vpqr

        return Opened(_complete(replace(parse_document(read_vpqr(text)), envelope=Envelope.QR)))
    return Opened(_complete(parse_document(text.encode())))
