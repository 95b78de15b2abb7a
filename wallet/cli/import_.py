"""`ler-wallet import`: a line for each item, printed once it is stored for good."""

from collections.abc import Iterator, Sequence

from wallet.app.container import Services
from wallet.app.import_credential import ImportOutcome, ImportResult, import_each
from wallet.app.inputs import InputItem, read_inputs
from wallet.app.unlock import Vault
from wallet.app.verify_document import DocumentVerifier
from wallet.cli import console, exit_codes
from wallet.cli.opening import opened
from wallet.cli.render import plain, title_and_issuer, verdict_line
from wallet.cli.services import services_of
from wallet.errors import Reason, WalletError


def run(
    *,
    inputs: Sequence[str],
    vault_path: str,
    descriptor: int | None,
    documents: str | None,
    at: str | None,
    as_json: bool,
) -> int:
    """Keeps what can be kept; one refused item makes the exit code 1, and the others stay."""
    services = services_of(at, documents)
    code = exit_codes.DONE
    with opened(vault_path, descriptor) as vault, console.progress("Kept") as progress:
        for item in read_inputs(inputs):
            for result in _results(vault, item, services):
                progress.clear()
                _print(item, result, as_json=as_json)
                progress.step()
                if result.result is ImportOutcome.REFUSED:
                    code = exit_codes.FAILED
    return code


def _results(vault: Vault, item: InputItem, services: Services) -> Iterator[ImportResult]:
    if item.data is not None:
        yield from import_each(vault, item.data, services, name=item.name)
        return
    error = item.error or WalletError(Reason.FILE_NOT_READABLE)
    report = DocumentVerifier(services).refused(error)
    yield ImportResult(ImportOutcome.REFUSED, None, report, error.reason)


def _print(item: InputItem, result: ImportResult, *, as_json: bool) -> None:
    if result.result is ImportOutcome.RESTORED:
        console.say(f"{result.record_id} was in the bin and is out of it again, with everything it had.")
    if as_json:
        console.result_object(
            {
                "input": item.name,
                "item": place_of(item.item, result.part),
                "result": _result_word(result.result),
                "id": result.record_id,
                "verdict": str(result.report.verdict),
                "reason": None if result.reason is None else str(result.reason),
            }
        )
        return
    place = "" if result.part is None else f" ({result.part + 1})"
    console.result(f"{plain(item.name)}{place}: {_sentence(result)}")


def place_of(inside_folder: str | None, part: int | None) -> str | None:
    """Where an item was: its path inside a folder, then `#` and its number inside a presentation, counted from 0."""
    if part is None:
        return inside_folder
    return f"{inside_folder or ''}#{part}"


def _result_word(outcome: ImportOutcome) -> str:
    """The contract's word: what came out of the bin is in the list now, where it was not before."""
    return str(ImportOutcome.ADDED if outcome is ImportOutcome.RESTORED else outcome)


def _sentence(result: ImportResult) -> str:
    verdict = verdict_line(result.report.verdict, result.reason)
    if result.record_id is None or result.report.credential is None:
        return f"{_result_word(result.result)}. {verdict}"
    credential = result.report.credential
    about = title_and_issuer(credential.title, credential.issuer.name)
    return f"{_result_word(result.result)} {result.record_id}, {about}. {verdict}"
