"""`ler-wallet ask`: a request to sign for what the learner wrote, and joining what somebody signed to it."""

from pathlib import Path

from wallet.app.sign_letter import SignLetter, make_letter, write_letter
from wallet.app.sign_requests import join_signed, part_signed, signing_of
from wallet.cli import console, exit_codes
from wallet.cli.opening import opened
from wallet.cli.render import plain
from wallet.cli.services import services_of
from wallet.cli.times import time_text


def make(
    *,
    record_id: str,
    to: str,
    words: str,
    out_path: str,
    language: str,
    without_name: bool,
    title_only: bool,
    vault_path: str,
    descriptor: int | None,
    at: str | None,
    as_json: bool,
) -> int:
    """Writes a request and remembers it."""
    services = services_of(at, None)
    with opened(vault_path, descriptor) as vault:
        name = next((one.name for one in vault.profiles.list() if one.is_in_use), "")
        letter = SignLetter(
            to, words, "" if without_name else name, with_story=not title_only, language=language
        )
        made = make_letter(vault, record_id, letter, services)
        write_letter(vault, made, Path(out_path), services)
    if as_json:
        console.result_object({"id": record_id, "to": made.to, "out": out_path})
    else:
        console.result(f"Made {plain(out_path)} for {plain(made.to)}. Nothing was sent.")
        console.say("It says:")
        for paragraph in made.paragraphs:
            console.say(plain(paragraph, 3000))
    return exit_codes.DONE


def show(*, record_id: str, vault_path: str, descriptor: int | None, as_json: bool) -> int:
    """Who was asked, and what was joined."""
    with opened(vault_path, descriptor) as vault:
        found = signing_of(vault, record_id)
    groups = {"signed": found.signed, "names_it": found.offered, "written": found.written}
    if as_json:
        asked = [{"at": time_text(one.at), "to": one.to} for one in found.asked]
        joined = {
            key: [{"id": one.record_id, "name": one.name} for one in group] for key, group in groups.items()
        }
        console.result_object({"id": record_id, "asked": asked, **joined})
        return exit_codes.DONE
    for one in found.asked:
        console.result(f"Asked on {time_text(one.at)}: {plain(one.to)}")
    said = {
        "signed": "Signed",
        "names_it": "Names what you wrote, not joined",
        "written": "Joined to what you wrote",
    }
    for key, group in groups.items():
        for other in group:
            console.result(f"{said[key]}: {other.record_id}  {plain(other.name)}")
    if not found.asked and not any(groups.values()):
        console.say("Nobody was asked, and nothing was joined.")
    return exit_codes.DONE


def join(
    *, record_id: str, signed_id: str, apart: bool, vault_path: str, descriptor: int | None, as_json: bool
) -> int:
    """Joins what somebody signed to what the learner wrote, or takes that back."""
    with opened(vault_path, descriptor) as vault:
        (part_signed if apart else join_signed)(vault, record_id, signed_id)
    if as_json:
        console.result_object({"id": record_id, "signed": signed_id, "joined": not apart})
    else:
        console.result("Taken apart." if apart else "Joined. What you wrote stays added by you.")
    return exit_codes.DONE
