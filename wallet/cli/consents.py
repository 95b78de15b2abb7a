"""`ler-wallet guardian consents` and `withdraw`: what adults agreed to, and taking it back."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from wallet.app.consents import ConsentEntry, consent_table, form_of, list_consents, withdraw_consent
from wallet.app.guardian import find_rule
from wallet.app.output import refuse_existing, write_new_file
from wallet.app.own_files import Attachment
from wallet.cli import console, exit_codes
from wallet.cli.opening import opened
from wallet.cli.passphrase import read_guardian_code
from wallet.cli.render import plain
from wallet.cli.services import services_of
from wallet.cli.times import time_text


def list_all(*, csv_path: str | None, vault_path: str, descriptor: int | None, as_json: bool) -> int:
    """One line for each agreement, the latest first."""
    if csv_path is not None:
        refuse_existing(Path(csv_path))
    with opened(vault_path, descriptor) as vault:
        entries = list_consents(vault)
        forms = {entry.share.id: form_of(vault, entry) for entry in entries}
    if csv_path is not None:
        write_new_file(Path(csv_path), consent_table(entries))
    for entry in entries:
        if as_json:
            console.result_object(_object(entry))
        else:
            console.result(_line(entry, forms[entry.share.id]))
    if not entries:
        console.say("No adult has agreed to anything in this file.")
    return exit_codes.DONE


def withdraw(*, share_id: str, vault_path: str, descriptor: int | None, at: str | None, as_json: bool) -> int:
    """Takes one back, and prints what to write to the receiver."""
    now = services_of(at, None).clock.now()
    with opened(vault_path, descriptor) as vault:
        rule = find_rule(vault, now)
        code = read_guardian_code(descriptor) if rule is not None and rule.has_code else None
        try:
            entry = withdraw_consent(vault, share_id, code, now)
            form = form_of(vault, entry)
        finally:
            if code is not None:
                code[:] = bytes(len(code))
    if as_json:
        console.result_object(_object(entry))
        return exit_codes.DONE
    console.result(_line(entry, form))
    console.say("No more copies of it are made here. Copies that left cannot be taken back; you can ask:")
    console.result(_message(entry))
    return exit_codes.DONE


def consent_object(entry: ConsentEntry | None) -> Mapping[str, Any]:
    """What a share says about the adult who agreed to it, for programs."""
    if entry is None:
        return {}
    return {
        "consent": [entry.guardian, entry.relation],
        "may_pass_on": entry.may_pass_on,
        "withdrawn_at": None if entry.withdrawn_at is None else time_text(entry.withdrawn_at),
        **({} if entry.form_sha256 is None else {"signed_form": entry.form_sha256}),
    }


def consent_lines(entry: ConsentEntry, form: Attachment | None = None) -> list[str]:
    """The same in words; `form` is what they signed, where it is kept."""
    passing = "may pass it on" if entry.may_pass_on else "may not pass it on"
    lines = [f"Agreed to by: {plain(entry.guardian)}, {plain(entry.relation)}; the receiver {passing}"]
    if entry.form_sha256 is not None:
        where = "not in this file any more" if form is None else f"file {form.number}, see `file save`"
        lines.append(f"Signed on paper: {where}; SHA-256 {entry.form_sha256}")
    if entry.withdrawn_at is not None:
        lines.append(f"Taken back: {time_text(entry.withdrawn_at)}")
    return lines


def _object(entry: ConsentEntry) -> Mapping[str, Any]:
    share = entry.share
    return {
        "share": share.id,
        "agreed_at": time_text(share.made_at),
        "to": share.to,
        "purpose": share.purpose,
        "until": None if share.until is None else time_text(share.until),
        "credentials": list(share.credential_ids),
        "titles": list(share.titles),
        **consent_object(entry),
    }


def _line(entry: ConsentEntry, form: Attachment | None) -> str:
    share = entry.share
    titles = ", ".join(plain(title, 60) for title in share.titles)
    said = f"{share.id}  {time_text(share.made_at)}  {plain(share.to)}, {plain(share.purpose)}: {titles}"
    return "\n  ".join([said, *consent_lines(entry, form)])


def _message(entry: ConsentEntry) -> str:
    share = entry.share
    titles = ", ".join(plain(title, 200) for title in share.titles)
    return (
        f"On {share.made_at.date().isoformat()} this was shared with you ({plain(share.purpose, 200)}): {titles}. "
        "The adult who agreed to it has taken that back. Please delete your copies of it, the files, pictures and "
        "prints, and say when that is done."
    )
