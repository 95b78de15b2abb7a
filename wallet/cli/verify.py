"""`ler-wallet verify`: reports on any number of inputs, as text, JSON Lines and a spreadsheet."""

from collections.abc import Sequence
from pathlib import Path

from wallet.app.inputs import InputItem, read_inputs
from wallet.app.output import refuse_existing, write_new_file
from wallet.app.report_table import table_of
from wallet.app.trust import load_trust_lists
from wallet.app.verify_document import DocumentVerifier, report_to_dict
from wallet.cli import console, exit_codes
from wallet.cli.render import report_lines
from wallet.cli.services import services_of
from wallet.errors import AppError, Reason, WalletError
from wallet.verification.report import VerificationReport


def run(
    *,
    inputs: Sequence[str],
    recipients: Sequence[str],
    trust: Sequence[str],
    csv_path: str | None,
    documents: str | None,
    at: str | None,
    as_json: bool,
) -> int:
    """Verifies every input in order; the exit code is that of the worst."""
    if csv_path == "-":
        raise AppError(
            Reason.USAGE, "--csv needs the name of a new file; standard output carries the reports"
        )
    verifier = DocumentVerifier(
        services_of(at, documents),
        recipients=tuple(recipients),
        directories=load_trust_lists([Path(name) for name in trust]),
    )
    if csv_path is not None:
        refuse_existing(Path(csv_path))
    reports: list[tuple[str, VerificationReport]] = []
    codes: set[int] = set()
    with console.progress("Checked") as progress:
        for item in read_inputs(inputs):
            report = _report(verifier, item)
            code = exit_codes.for_report(report, recipient_asked=bool(recipients), trust_asked=bool(trust))
            codes.add(code)
            if csv_path is not None:
                reports.append((item.name, report))
            progress.clear()
            _print(report, item.name, as_json=as_json)
            progress.step()
    if csv_path is not None:
        write_new_file(Path(csv_path), table_of(reports))
    return exit_codes.worst(codes)


def _report(verifier: DocumentVerifier, item: InputItem) -> VerificationReport:
    if item.data is None:
        return verifier.refused(item.error or WalletError(Reason.FILE_NOT_READABLE))
    return verifier.verify(item.data)


def _print(report: VerificationReport, name: str, *, as_json: bool) -> None:
    if as_json:
        console.result_object(report_to_dict(report, name))
    else:
        console.result("\n".join(report_lines(report, name)))
