"""`ler-wallet tag`: words that people put on credentials."""

from collections.abc import Sequence

from wallet.app.organise import Tag, add_tag, remove_tag, tag, tags
from wallet.cli import console, exit_codes
from wallet.cli.opening import opened
from wallet.cli.render import plain


def list_tags(*, vault_path: str, descriptor: int | None, as_json: bool) -> int:
    """One line for each tag."""
    with opened(vault_path, descriptor) as vault:
        found = tags(vault)
    for one in found:
        _print(one, as_json=as_json)
    if not found:
        console.say("There are no tags in this file yet.")
    return exit_codes.DONE


def add(
    *, name: str, record_ids: Sequence[str], vault_path: str, descriptor: int | None, as_json: bool
) -> int:
    """Puts a tag on credentials."""
    with opened(vault_path, descriptor) as vault:
        add_tag(vault, name, record_ids)
        _print(tag(vault, name), as_json=as_json)
    return exit_codes.DONE


def remove(
    *, name: str, record_ids: Sequence[str], vault_path: str, descriptor: int | None, as_json: bool
) -> int:
    """Takes a tag off credentials."""
    with opened(vault_path, descriptor) as vault:
        if not remove_tag(vault, name, record_ids):
            console.say("None of these wore this tag.")
        _print(tag(vault, name), as_json=as_json)
    return exit_codes.DONE


def _print(one: Tag, *, as_json: bool) -> None:
    if as_json:
        console.result_object({"name": one.name, "credentials": one.count})
    else:
        console.result(f"{plain(one.name)}: {one.count}")
