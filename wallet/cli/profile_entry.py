"""`ler-wallet linkedin`: what to put on a profile. It is recorded like every share, printed, and opened by nobody."""

from dataclasses import replace

from wallet.app.share import prepare
from wallet.app.share_profile import RECEIVER, find_profile, record_profile, refusal
from wallet.cli import console, exit_codes
from wallet.cli.guardian import consent_of
from wallet.cli.opening import opened
from wallet.cli.render import plain
from wallet.cli.services import services_of
from wallet.errors import AppError, Reason


def run(
    *,
    record_id: str,
    page_url: str | None,
    purpose: str,
    guardian: str | None,
    relation: str | None,
    may_pass_on: bool,
    signed_form: str | None,
    vault_path: str,
    descriptor: int | None,
    at: str | None,
    as_json: bool,
) -> int:
    """Records the share, then prints the address of the filled-in form, and the same as text."""
    if not purpose.strip():
        raise AppError(Reason.USAGE, "--purpose is empty")
    services = services_of(at, None)
    with opened(vault_path, descriptor) as vault:
        prepared = prepare(
            vault,
            [record_id],
            to=RECEIVER,
            purpose=purpose,
            until=None,
            services=services,
            with_qr=False,
        )
        entry = find_profile(prepared, page=page_url)
        if entry is None:
            raise refusal(prepared) or AppError(Reason.INTERNAL_ERROR, "profile")
        consent = consent_of(
            vault, guardian, relation, descriptor, may_pass_on=may_pass_on, signed_form=signed_form
        )
        made = record_profile(vault, replace(prepared, consent=consent), services, page_url)
    if as_json:
        (credential_id,) = made.credential_ids
        console.result_object({"id": credential_id, "link": entry.link, "text": entry.text, "share": made.id})
    else:
        console.result(entry.link)
        console.result("\n".join(plain(line, 4000) for line in entry.text.splitlines()))
        console.say(
            f"Recorded as {made.id}. Nothing was opened; whoever opens it tells LinkedIn what is in it."
        )
    return exit_codes.DONE
