"""`ler-wallet collection note` and `collection page`: the learner's own words about a collection, and its one page."""

from pathlib import Path

from wallet.app.collection_notes import collection_note, keep_collection_note
from wallet.app.collection_page import collection_page, write_collection_page
from wallet.cli import console, exit_codes
from wallet.cli.opening import opened
from wallet.cli.render import counted, plain
from wallet.cli.services import services_of
from wallet.errors import AppError, Reason


def note(*, name: str, text: str | None, vault_path: str, descriptor: int | None, as_json: bool) -> int:
    """Shows the words, or keeps others."""
    with opened(vault_path, descriptor) as vault:
        kept = collection_note(vault, name) if text is None else keep_collection_note(vault, name, text)
    if as_json:
        console.result_object({"collection": name, "note": kept})
    elif kept:
        console.result(plain(kept, 2000))
    else:
        console.say("There are no words of yours about this collection.")
    return exit_codes.DONE


def page(
    *,
    name: str,
    out_path: str,
    language: str,
    without_name: bool,
    vault_path: str,
    descriptor: int | None,
    at: str | None,
    as_json: bool,
) -> int:
    """Writes the page."""
    services = services_of(at, None)
    out = Path(out_path)
    if out.suffix.lower() != ".pdf":
        raise AppError(Reason.OUTPUT_KIND_UNKNOWN, ".pdf")
    with opened(vault_path, descriptor) as vault:
        made = collection_page(vault, name, language=language, with_name=not without_name)
        write_collection_page(made, out, services)
    if as_json:
        console.result_object(
            {"collection": made.title, "out": out_path, "credentials": list(made.record_ids)}
        )
    else:
        items = counted(len(made.items), "credential", "credentials")
        console.result(f"Made {plain(out_path)}: one page with {items}.")
        console.say("It is for reading. To let others check these credentials, use the command share.")
    return exit_codes.DONE
