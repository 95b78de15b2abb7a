"""`ler-wallet vault`: making the encrypted file, saying what it is, checking that it is whole."""

from pathlib import Path

from wallet.app.folder_access import Reach, others_reach
from wallet.app.kdf_choice import PROFILES
from wallet.app.unlock import create_vault
from wallet.app.vault_care import VaultInfo, VaultSummary, check_file, look_into
from wallet.app.vault_care import info as facts_about
from wallet.cli import console, exit_codes
from wallet.cli.kit_output import KitOutput
from wallet.cli.passphrase import given_without_asking, read_passphrase, say_strength
from wallet.cli.places import free
from wallet.cli.render import plain
from wallet.cli.services import services_of
from wallet.cli.times import time_text
from wallet.errors import Reason, VaultError

_REACH = {
    Reach.SEE: "Others who use this computer can see that the file is there. They cannot open it.",
    Reach.CHANGE: "Others who use this computer can change this folder: they could delete or replace the file. "
    "They cannot open it.",
}


def create(
    *,
    path: str,
    name: str | None,
    kdf_profile: int | None,
    recovery_kit: str | None,
    language: str,
    descriptor: int | None,
    at: str | None,
    as_json: bool,
) -> int:
    """Makes a new file; an existing one is refused before anybody is asked for a passphrase."""
    services = services_of(at)
    profile = PROFILES[kdf_profile] if kdf_profile is not None else None
    where = free(path)
    with KitOutput(recovery_kit, language, where, services) as kit:
        passphrase = read_passphrase(descriptor, twice=True)
        say_strength(passphrase)
        with create_vault(
            where, passphrase, services, name=name, profile=profile, prepare=kit.prepare
        ) as vault:
            made = {"path": path, "name": vault.name, "created_at": time_text(vault.created_at)}
        kit.give_out()
        if as_json:
            console.result_object({**made, "recovery_kit": kit.as_object()})
        else:
            console.result(f"Made {plain(path)}.")
            kit.print_page()
    if recovery_kit is None:
        console.say(
            "Without its passphrase nobody can open this file, and nobody can give you a new one. "
            "A recovery kit can: ler-wallet vault recovery-kit."
        )
    if (warning := _REACH.get(others_reach(where.parent))) is not None:
        console.say(warning)
    return exit_codes.DONE


def info(*, path: str, descriptor: int | None, as_json: bool) -> int:
    """What can be said without the passphrase; with one at hand, also counts and whether everything is whole."""
    facts = facts_about(Path(path))
    summary = None
    if given_without_asking(descriptor):
        summary = look_into(Path(path), read_passphrase(descriptor))
    if as_json:
        console.result_object({"path": path, **_facts(facts), **_summary(summary)})
    else:
        for label, value in {**_facts(facts), **_summary(summary)}.items():
            if value is not None:
                console.result(f"{label.replace('_', ' ')}: {plain(str(value))}")
            elif label == "last_backup" and summary is not None:
                console.result("last backup: never")
    return exit_codes.DONE


def check(*, path: str, descriptor: int | None, as_json: bool) -> int:
    """Names everything that is damaged; exit code 5 when anything is."""
    facts_about(Path(path))
    damaged = check_file(Path(path), read_passphrase(descriptor))
    if as_json:
        console.result_object(
            {
                "path": path,
                "result": "damaged" if damaged else "ok",
                "damaged": [{"kind": str(found.kind), "where": found.where} for found in damaged],
            }
        )
    else:
        for found in damaged:
            console.result(f"damaged {found.kind}: {plain(found.where)}")
        if not damaged:
            console.result("Everything in this file is whole.")
    if damaged:
        raise VaultError(Reason.VAULT_DAMAGED, f"{len(damaged)} findings")
    return exit_codes.DONE


def _facts(facts: VaultInfo) -> dict[str, str | int]:
    profile = facts.profile
    kdf = f"Argon2id, {profile.memory_kib // 1024} MiB, t {profile.iterations}, p {profile.lanes}"
    return {"format": "lerwallet", "size": facts.size, "kdf_profile": profile.number, "kdf": kdf}


def _summary(summary: VaultSummary | None) -> dict[str, str | int | None]:
    """What needs the passphrase; the keys are there without it too, so that programs can count on them."""
    if summary is None:
        names = ("name", "created_at", "format_version", "credentials", "shares")
        backups = ("last_backup", "new_since_backup", "integrity")
        return dict.fromkeys((*names, *backups))
    return {
        "name": summary.name,
        "created_at": time_text(summary.created_at),
        "format_version": summary.format_version,
        "credentials": summary.credentials,
        "shares": summary.shares,
        "last_backup": time_text(summary.last_backup) if summary.last_backup else None,
        "new_since_backup": summary.new_since_backup,
        "integrity": "damaged" if summary.damaged else "ok",
    }
