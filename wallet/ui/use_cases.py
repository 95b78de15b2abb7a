"""The pages' Protocols over the real use cases of `wallet.app`.

Importing this module loads everything heavy (cryptography, JSON-LD, the encrypted store), so it is imported
on a worker thread after the window has been painted (`late_desk`), and by nothing else.
"""

import contextlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from wallet import resources
from wallet.app import bin as bin_
from wallet.app import (
    browse,
    known_issuers,
    recovery_kit,
    share_request,
)
from wallet.app.backup import automatic_backup
from wallet.app.brought_marks import keep_marks
from wallet.app.change_key import recover_vault, renew_key, replace_passphrase
from wallet.app.container import Services
from wallet.app.gather import Findings, Gatherer, is_bundle_folder
from wallet.app.import_credential import (
    ImportOutcome,
    import_each,
    importer,
    in_plain_presentation,
    report_text,
    verify_for_holder,
)
from wallet.app.inputs import InputItem, read_file, read_inputs
from wallet.app.kit_page import page_for
from wallet.app.last_seen import LastSeen
from wallet.app.output import write_new_file
from wallet.app.recovery_kit import Language
from wallet.app.review import review
from wallet.app.unlock import Vault, create_vault, open_vault
from wallet.credentials.gathered.entries import OwnerMarks
from wallet.credentials.model import Format
from wallet.errors import NotFollowedError, Reason, WalletError
from wallet.ui.advising_cases import OwnAdvising
from wallet.ui.care_cases import KeptSafe, Mender
from wallet.ui.guardian_cases import VaultGuardian
from wallet.ui.kit_words import kit_words, own_kit
from wallet.ui.languages import translate
from wallet.ui.marks import Change, OwnNote
from wallet.ui.offer_ports import OfferWork, PromisedItem, PromiseWork
from wallet.ui.online_cases import OnlineChecks
from wallet.ui.organised_wallet import OrganisedWallet, card_of
from wallet.ui.overview_cases import OverviewTold
from wallet.ui.own_cases import OwnWords
from wallet.ui.page_cases import VaultPages
from wallet.ui.pictures import picture_bytes
from wallet.ui.ports import (
    Candidate,
    Details,
    FollowsLink,
    Incoming,
    Kit,
    OpenWallet,
    Place,
    Saved,
)
from wallet.ui.profile_cases import Owner
from wallet.ui.profile_ports import BroughtKeys
from wallet.ui.record_cases import FilesBeside, files_of, history_of
from wallet.ui.share_cases import VaultSharing
from wallet.ui.sign_cases import VaultSigning
from wallet.ui.site_cases import SitesKept, fetch_badges
from wallet.ui.site_ports import Conversation, Fetched, SitePlan
from wallet.ui.skill_cases import SkillsShown
from wallet.ui.trust_cases import OwnTrust
from wallet.ui.vault_offers import VaultOffers
from wallet.verification.report import CheckName, Verdict, VerificationReport

_SAMPLES = "samples"
_SAMPLE_FOLDERS = ("good", "selective", "broken")
_OFFER_WORDS = (b'"protocols"', b'"credential_issuer"')
_OFFER_START = 5000
_SUFFIXES = {"json": ".json", "jwt": ".txt", "baked-png": ".png", "baked-svg": ".svg"}


class AppDesk(Mender):
    """`Desk` over the application layer."""

    def __init__(self, services: Services, memory: LastSeen | None = None) -> None:
        """`memory` is how far this computer saw each file; None for one that forgets at once."""
        super().__init__(services, memory or LastSeen(None))

    def create(self, path: Path, passphrase: bytearray) -> OpenWallet:
        """Makes a new file and opens it."""
        return self._held(create_vault(path, passphrase, self._services))

    def open(self, path: Path, passphrase: bytearray) -> OpenWallet:
        """Opens a file; where its owner chose a place for automatic copies, one is made now when it is due."""
        vault = open_vault(path, passphrase)
        try:
            with contextlib.suppress(WalletError):  # no room there today: opening does not depend on it
                automatic_backup(vault, self._services)
        except BaseException:
            vault.close()
            raise
        return self._held(vault)

    def recover(self, path: Path, given: bytes, passphrase: bytearray) -> OpenWallet:
        """Opens a file with its kit, and gives it a new passphrase."""
        return self._held(recover_vault(path, given, passphrase, self._services))

    def read(self, names: Sequence[str], passphrase: bytes = b"") -> Iterable[Incoming]:
        """What is in these files, one by one."""
        for item in read_inputs(names, is_bundle=is_bundle_folder):
            yield from _taken_apart(item, passphrase)

    def read_text(self, name: str, data: bytes) -> Iterable[Incoming]:
        """What is in a pasted text."""
        return _taken_apart(InputItem(name, None, data, is_file=False), b"")

    def follow(self, link: str, allowed: Mapping[str, bool]) -> FollowsLink:
        """Ready to follow a link."""
        from wallet.ui.link_cases import FollowedLink  # noqa: PLC0415 - nothing of the network is loaded before

        return FollowedLink(link, self._services, allowed)

    def look_at_offer(self, text: str, allowed: Mapping[str, bool]) -> OfferWork:
        """Ready to look at an offer."""
        from wallet.ui.offer_cases import LookedAtOffer  # noqa: PLC0415 - nothing of the network is loaded before

        return LookedAtOffer(text, self._services, allowed)

    def ask_for_promised(self, items: Sequence[PromisedItem], allowed: Mapping[str, bool]) -> PromiseWork:
        """Ready to ask for what issuers promised."""
        from wallet.ui.offer_cases import AskedPromises  # noqa: PLC0415 - nothing of the network is loaded before

        return AskedPromises(items, allowed, self._services)

    def samples(self) -> Iterable[Incoming]:
        """The samples that travel with the program."""
        for folder in _SAMPLE_FOLDERS:
            for name in resources.list_names(_SAMPLES, folder):
                yield Incoming(name, resources.read_bytes(_SAMPLES, folder, name))

    def check(self, name: str, found: bytes | WalletError) -> Candidate:
        """Verifies one thing."""
        if isinstance(found, WalletError):
            link = found.link if isinstance(found, NotFollowedError) else ""
            technical = f"{found.reason}: {found.detail}"
            if found.reason is Reason.OFFER_TO_TAKE:
                return Candidate(name, None, None, found, technical, offer=link)
            return Candidate(name, None, None, found, technical, link=link)
        report = verify_for_holder(found, self._services)
        asks = share_request.find_request(found) if report.verdict is Verdict.UNREADABLE else None
        technical = _indented(report_text(report, name))
        offer = _offer_in(found, report) if report.verdict in (Verdict.UNREADABLE, Verdict.UNCHECKED) else ""
        if offer:
            refused = NotFollowedError(offer, Reason.OFFER_TO_TAKE)
            return Candidate(name, None, None, refused, f"{refused.reason}: {refused.detail}", offer=offer)
        return Candidate(name, found, report, None, technical, asks or "", link=_link_in(report))

    def fetch_badges(self, plan: SitePlan, talk: Conversation) -> Fetched:
        """One visit to a badge site."""
        return fetch_badges(self._services, plan, talk)

    def request_in(self, path: Path) -> str:
        """The text of a request, or "" for anything else."""
        try:
            return share_request.find_request(read_file(path)) or ""
        except WalletError:
            return ""

    def _held(self, vault: Vault) -> OpenWallet:
        try:
            return VaultWallet(vault, self._services, self._memory)
        except BaseException:
            vault.close()
            raise


def _link_in(report: VerificationReport) -> str:
    """The link that a picture of a code holds and nothing else; "" for everything else."""
    is_link = report.format is Format.UNKNOWN and report.reason is Reason.NEEDS_NETWORK
    return (report.check(CheckName.STRUCTURE).detail or "") if is_link else ""


def _offer_in(data: bytes, report: VerificationReport) -> str:
    """The text of an offer in what is no credential; "" for everything else."""
    is_read = report.reason is Reason.OFFER_TO_TAKE
    if not is_read and (
        report.format is not Format.UNKNOWN or not any(word in data[:_OFFER_START] for word in _OFFER_WORDS)
    ):
        return ""
    from wallet.app.offers import find_door  # noqa: PLC0415 - nothing of the network is loaded before

    return find_door(data) or ""


def _taken_apart(item: InputItem, passphrase: bytes) -> Iterable[Incoming]:
    """The pieces of one input, and at its end what private keys there are in it.

    What is locked is opened with one passphrase, so whoever gives it wants to see all of it.
    """
    findings = Findings()
    file = item.item or Path(item.name).name
    source = item.name if item.is_file else ""
    for piece in Gatherer(lambda: passphrase or None, with_keys=bool(passphrase)).pieces(item, findings):
        found = piece.data if piece.data is not None else piece.error
        if found is not None:
            name = f"{file}, {piece.inside}" if piece.inside else file
            parts = in_plain_presentation(piece.data) if piece.data is not None else ()
            if len(parts) > 1:
                for number, part in enumerate(parts):
                    yield Incoming(f"{name}, #{number}", part, source, piece.marks, doubt=piece.doubt)
                continue
            is_whole = bool(source) and piece.data is item.data
            yield Incoming(name, found, source, piece.marks, is_whole=is_whole, doubt=piece.doubt)
    if findings.keys:
        yield Incoming(file, None, source, keys=BroughtKeys(file, source, findings.has_open_keys, findings))


def make_desk(services: Services, seen: Path | None) -> AppDesk:
    """The desk; `seen` is the file in which is remembered how far each vault had come, None for nowhere."""
    return AppDesk(services, LastSeen(seen))


class VaultWallet(
    OwnWords,
    VaultPages,
    VaultSigning,
    SkillsShown,
    OverviewTold,
    OrganisedWallet,
    VaultSharing,
    VaultGuardian,
    KeptSafe,
    FilesBeside,
    OnlineChecks,
    SitesKept,
    VaultOffers,
    Owner,
    OwnTrust,
    OwnAdvising,
):
    """`OpenWallet` over one vault; every call on the thread that opened it."""

    def __init__(self, vault: Vault, services: Services, memory: LastSeen) -> None:
        KeptSafe.__init__(self, vault, services, memory)
        OverviewTold.__init__(self, vault, services)
        self._known_own: dict[str, bool] = {}

    @property
    def path(self) -> Path:
        """Where the file is."""
        return Path(self._vault.path)

    def organise(self, change: Change) -> Details:
        """Makes one change."""
        self._make(change)
        return self.details(change.record_id)

    def details(self, record_id: str) -> Details:
        """One credential."""
        found = browse.details(self._vault, record_id)
        known = known_issuers.known_issuers(self._vault).find(found.credential.issuer.id) is not None
        is_own = self._is_own(found.credential)
        return Details(
            card_of(found.head, self._pins(), is_own=is_own),
            found.credential,
            found.report,
            _indented(found.report_json),
            issuer_known=known,
            collections=found.collections,
            tags=found.tags,
            notes=tuple(OwnNote(note.number, note.text, note.written_at) for note in found.notes),
            deleted_at=found.deleted_at,
            kept_until=None if found.deleted_at is None else bin_.kept_until(found.deleted_at),
            record=self._record(found),
            history=history_of(found),
            files=files_of(found),
            is_own=is_own,
            signing=self._signing(found.head.id),
        )

    def picture(self, record_id: str) -> bytes | None:
        """Its badge picture, not decoded."""
        return picture_bytes(*browse.shown_credential(self._vault, record_id))

    def check_again(self, record_id: str) -> Details:
        """Verifies now."""
        browse.check_again(self._vault, record_id, self._services)
        return self.details(record_id)

    def check_some(self, record_ids: Sequence[str]) -> int:
        """Verifies these now."""
        return sum(browse.compared_again(self._vault, one, self._services).is_changed for one in record_ids)

    def original_name(self, record_id: str) -> str:
        """A file name without words of the credential."""
        suffix = _SUFFIXES.get(str(browse.details(self._vault, record_id).report.envelope), ".json")
        return translate("UseCases", "credential") + f"-{record_id[:8]}{suffix}"

    def write_original(self, record_id: str, out: Path) -> None:
        """Writes the bytes exactly as they came to a new file."""
        write_new_file(out, browse.details(self._vault, record_id).original)

    def place_of(self, candidate: Candidate) -> Place:
        """What keeping one candidate would do."""
        found = review(importer(self._vault, self._services), candidate.data or b"")
        seen = None
        if found.report is not None:
            technical = _indented(report_text(found.report, candidate.name))
            seen = replace(candidate, report=found.report, technical=technical)
        return Place(str(found.standing), found.given_to_you, seen)

    def save(self, candidate: Candidate) -> Saved:
        """Keeps everything in one candidate."""
        results = list(import_each(self._vault, candidate.data or b"", self._services, name=candidate.name))
        refused = next((one for one in results if one.result is ImportOutcome.REFUSED), None)
        first = refused or results[0]
        ids = tuple(one.record_id for one in results if one.record_id)
        marks = candidate.incoming.marks if candidate.incoming else None
        if isinstance(marks, OwnerMarks):
            for record_id in ids:
                keep_marks(self._vault, record_id, marks, self._services)
        return Saved(str(first.result), ids, first.reason)

    def has_kit(self) -> bool:
        """Whether somebody has a kit."""
        return recovery_kit.has_kit(self._vault)

    def kit(self, language: str) -> Kit:
        """The kit under the present key."""
        return kit_words(recovery_kit.kit_of(self._vault, self._services, Language(language)))

    def note_kit(self, kit: Kit) -> None:
        """The person has this kit."""
        recovery_kit.note_kit(self._vault, own_kit(kit))

    def write_kit(self, kit: Kit, out: Path) -> None:
        """Writes its page to a new file."""
        write_new_file(out, page_for(out, own_kit(kit)))

    def change_passphrase(self, present: bytearray, new: bytearray) -> None:
        """Another passphrase, for whoever knows the present one."""
        self._follow(replace_passphrase(self._vault, present, new, self._services))

    def renew_key(self, present: bytearray) -> None:
        """Another key under the same passphrase."""
        self._follow(renew_key(self._vault, present, self._services))

    def close(self) -> None:
        """Locks."""
        self.end_nearby()
        self._end_sitting()
        self._vault.close()


def _indented(report_json: str) -> str:
    return json.dumps(json.loads(report_json), indent=2, ensure_ascii=False)
