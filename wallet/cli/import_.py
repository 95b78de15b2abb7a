"""`ler-wallet import`: a line for each item, printed once it is stored for good."""

from collections.abc import Iterator, Sequence

from wallet.app.brought_keys import KeptKeys, delete_backup, keep_keys
from wallet.app.brought_marks import keep_marks
from wallet.app.gather import Findings, Gatherer, Piece, is_bundle_folder
from wallet.app.import_credential import Importer, ImportOutcome, ImportResult, importer
from wallet.app.inputs import STANDARD_INPUT, InputItem, read_inputs
from wallet.app.private_memory import wipe
from wallet.cli import console, exit_codes
from wallet.cli.opening import opened
from wallet.cli.options_online import going_online, refuse_hosts_offline
from wallet.cli.passphrase import read_backup_passphrase
from wallet.cli.render import plain, refusal, title_and_issuer, verdict_line
from wallet.cli.services import services_of
from wallet.errors import Reason, WalletError
from wallet.verification.report import CheckName


def run(
    *,
    inputs: Sequence[str],
    vault_path: str,
    holder_keys: bool,
    skip_invalid: bool,
    delete_plain: bool,
    descriptor: int | None,
    documents: str | None,
    at: str | None,
    as_json: bool,
    online: bool = False,
    allow_hosts: Sequence[str] = (),
) -> int:
    """Keeps what can be kept; one refused item makes the exit code 1, and the others stay."""
    refuse_hosts_offline(allow_hosts, online=online)
    services = services_of(at, documents)
    code = exit_codes.DONE
    with (
        opened(vault_path, descriptor) as vault,
        going_online(services, allow_hosts, vault, online=online) as services,
        console.progress("Kept") as progress,
    ):
        asked = _BackupPassphrase(descriptor)
        gatherer = Gatherer(asked.given, holder_keys, services.follow)
        keeping = importer(vault, services, keeps_invalid=not skip_invalid)
        try:
            for item in read_inputs(inputs, is_bundle=is_bundle_folder):
                findings, is_whole = Findings(), True
                for piece in gatherer.pieces(item, findings):
                    for result in results_of(keeping, piece):
                        progress.clear()
                        print_result(piece, result, as_json=as_json)
                        progress.step()
                        is_whole &= result.result is not ImportOutcome.REFUSED
                code = code if is_whole else exit_codes.FAILED
                if findings.keys:
                    progress.clear()
                    kept = keep_keys(vault, findings, services) if holder_keys else None
                    _tell_keys(item, kept)
                    _after_plain(item, findings, kept, is_whole=is_whole, delete=delete_plain)
        finally:
            asked.forget()
    return code


class _BackupPassphrase:
    """The passphrase of a locked backup, asked for once, when the first one is met."""

    def __init__(self, descriptor: int | None) -> None:
        self._descriptor = descriptor
        self._typed: bytearray | None = None
        self._is_asked = False

    def given(self) -> bytes | None:
        """The passphrase, None when nobody gives one."""
        if not self._is_asked:
            self._is_asked = True
            self._typed = read_backup_passphrase(self._descriptor)
        return None if self._typed is None else bytes(self._typed)

    def forget(self) -> None:
        """Wipes it."""
        if self._typed is not None:
            wipe(self._typed)


def results_of(keeping: Importer, piece: Piece) -> Iterator[ImportResult]:
    """Keeps what is in a piece; each result comes once its item is stored for good."""
    if piece.data is None:
        yield keeping.refused(piece.error or WalletError(Reason.FILE_NOT_READABLE))
        return
    for result in keeping.each(piece.data, name=piece.name):
        if result.record_id is not None:
            keep_marks(keeping.vault, result.record_id, piece.marks, keeping.verifier.services)
        yield result


def _tell_keys(item: InputItem, kept: KeptKeys | None) -> None:
    """What became of the keys; nothing of them is shown but their public names."""
    if kept is None:
        console.say(
            f"{plain(item.name)} also holds private keys of the other wallet. They were left there;"
            " --holder-keys brings them in."
        )
        return
    for name, did in kept.profiles:
        console.say(f"The key {plain(did)} is now your profile '{plain(name)}'.")
    if kept.known:
        console.say(f"{kept.known} of the private keys in {plain(item.name)} were in your wallet already.")
    if kept.unusable:
        console.say(
            f"{kept.unusable} of the private keys in {plain(item.name)}: {refusal(Reason.KEY_MALFORMED)}"
        )


def _after_plain(
    item: InputItem, findings: Findings, kept: KeptKeys | None, *, is_whole: bool, delete: bool
) -> None:
    """Warns of a file that anybody could sign with, and deletes it where that was asked for and loses nothing."""
    if not findings.has_open_keys:
        return
    name = plain(item.name)
    console.say(f"Warning: {name} is not encrypted. Whoever gets it can sign as its owner.")
    if not delete:
        console.say(
            "Delete it when you no longer need it; --delete-plain does so once everything in it is kept."
        )
    elif not item.is_file or item.name == STANDARD_INPUT:
        console.say(f"{name} was not deleted: it is not a single file. Delete it yourself.")
    elif not is_whole or kept is None or not kept.all_kept:
        missing = (
            "its private keys are not all in your wallet (--holder-keys)"
            if is_whole
            else "not all in it was kept"
        )
        console.say(f"{name} was not deleted: {missing}.")
    else:
        delete_backup(item.name)
        console.say(
            f"{name} was deleted. Copies of it may still be elsewhere, such as in a mail or in the cloud."
        )


def print_result(piece: Piece, result: ImportResult, *, as_json: bool) -> None:
    """What became of one item, as a line or an object."""
    if result.result is ImportOutcome.RESTORED:
        console.say(f"{result.record_id} was in the bin and is out of it again, with everything it had.")
    if as_json:
        console.result_object(
            {
                "input": piece.name,
                "item": place_of(piece.item, result.part),
                "result": _result_word(result.result),
                "id": result.record_id,
                "verdict": str(result.report.verdict),
                "reason": None if result.reason is None else str(result.reason),
            }
        )
        return
    console.result(f"{_place_in_words(piece)}{_number(result)}: {_sentence(result)}")


def _place_in_words(piece: Piece) -> str:
    """The input, and where inside that file the item was."""
    return f"{plain(piece.name)}, {plain(piece.inside)}" if piece.inside else plain(piece.name)


def _number(result: ImportResult) -> str:
    return "" if result.part is None else f" ({result.part + 1})"


def place_of(inside: str | None, part: int | None) -> str | None:
    """Where an item was: its path in a folder, archive or mail, then `#` and its number in a list, counted from 0."""
    if part is None:
        return inside
    return f"{inside or ''}#{part}"


def _result_word(outcome: ImportOutcome) -> str:
    """The contract's word: what came out of the bin is in the list now, where it was not before."""
    return str(ImportOutcome.ADDED if outcome is ImportOutcome.RESTORED else outcome)


def _sentence(result: ImportResult) -> str:
    verdict = verdict_line(result.report.verdict, result.reason)
    if result.record_id is None and result.reason is Reason.NEEDS_NETWORK:
        link = result.report.check(CheckName.STRUCTURE).detail or ""
        verdict += f" All there is here is the address {plain(link)}. With --online it can be asked for."
    if result.record_id is None or result.report.credential is None:
        return f"{_result_word(result.result)}. {verdict}"
    credential = result.report.credential
    about = title_and_issuer(credential.title, credential.issuer.name)
    return f"{_result_word(result.result)} {result.record_id}, {about}. {verdict}"
