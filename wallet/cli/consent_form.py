"""`ler-wallet guardian form`: a form to print, for the adult who has to agree. Nothing is shared or recorded."""

from collections.abc import Sequence
from pathlib import Path

from wallet.app.consent_form import render_form
from wallet.app.output import refuse_existing, write_new_file
from wallet.app.share import prepare
from wallet.app.share_preview import read_back
from wallet.app.times import parse_until
from wallet.cli import console, exit_codes
from wallet.cli.opening import opened
from wallet.cli.render import plain
from wallet.cli.services import services_of
from wallet.cli.share import chosen_of, refuse_names
from wallet.errors import AppError, Reason


def run(
    *,
    credentials: Sequence[str],
    to: str,
    purpose: str,
    until: str | None,
    hide_all: bool,
    not_valid: bool,
    language: str,
    out_path: str,
    vault_path: str,
    descriptor: int | None,
    at: str | None,
    documents: str | None,
    as_json: bool,
) -> int:
    """Writes the form."""
    services, out = services_of(at, documents), Path(out_path)
    if out.suffix.lower() != ".pdf":
        raise AppError(Reason.OUTPUT_KIND_UNKNOWN, ".pdf")
    end = parse_until(until) if until is not None else None
    refuse_names(to, purpose)
    refuse_existing(out)
    with opened(vault_path, descriptor) as vault:
        prepared = prepare(
            vault,
            chosen_of(credentials, hide_all=hide_all),
            to=to,
            purpose=purpose,
            until=end,
            services=services,
            with_qr=False,
            even_not_valid=not_valid,
        )
        form = render_form(vault, prepared, read_back(prepared.whole, services), services, language)
    write_new_file(out, form)
    if as_json:
        console.result_object({"form": out_path, "credentials": list(prepared.credential_ids)})
    else:
        console.result(f"Made {plain(out_path)} to print and sign. Nothing was shared.")
    return exit_codes.DONE
