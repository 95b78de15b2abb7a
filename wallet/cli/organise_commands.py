"""The commands with which people organise what is kept, as click sees them. Loads nothing but click.

Lives here: names, arguments, help with examples. Does not live here: what a command does (a module of its own each).
"""

from collections.abc import Sequence
from typing import Any

import click

from wallet.cli.collection_page_command import collection_note as _collection_note
from wallet.cli.collection_page_command import collection_page as _collection_page
from wallet.cli.options import call, clock, documents, every_command, take_over, vault, vault_of_group

_ids = click.argument("record_ids", nargs=-1, required=True, metavar="ID...")
_ids_or_none = click.argument("record_ids", nargs=-1, metavar="[ID...]")


@click.group(invoke_without_command=True, epilog="Example: ler-wallet collection --vault my.lerwallet")
@vault_of_group
@click.pass_context
def collection(context: click.Context, /, **options: Any) -> int:
    """Groups of credentials that you name. Without a word that says what to do: all of them."""
    return take_over(context, options, "list_collections", module="collections")


@collection.command(
    "add", epilog="Example: ler-wallet collection add --vault my.lerwallet 'First job' 3f9a12"
)
@click.argument("name")
@_ids_or_none
@vault
@clock
@every_command
def collection_add(**options: Any) -> int:
    """Put credentials into a collection. One that is not there yet is made, an empty one without an ID."""
    return call("collections", "add", **options)


@collection.command(
    "remove", epilog="Example: ler-wallet collection remove --vault my.lerwallet 'First job' 3f9a12"
)
@click.argument("name")
@_ids_or_none
@vault
@every_command
def collection_remove(**options: Any) -> int:
    """Take credentials out of a collection; without an ID, remove the collection. The credentials stay."""
    return call("collections", "remove", **options)


@collection.command(
    "rename", epilog="Example: ler-wallet collection rename --vault my.lerwallet Work 'First job'"
)
@click.argument("name")
@click.argument("new_name")
@vault
@every_command
def collection_rename(**options: Any) -> int:
    """Give a collection another name."""
    return call("collections", "rename", **options)


@collection.command("list", epilog="Example: ler-wallet collection list --vault my.lerwallet")
@vault
@every_command
def collection_list(**options: Any) -> int:
    """One line for each collection, with how many credentials are in it."""
    return call("collections", "list_collections", **options)


collection.add_command(_collection_note)
collection.add_command(_collection_page)


@click.group(invoke_without_command=True, epilog="Example: ler-wallet tag --vault my.lerwallet")
@vault_of_group
@click.pass_context
def tag(context: click.Context, /, **options: Any) -> int:
    """Words that you put on credentials. Without a word that says what to do: all of them."""
    return take_over(context, options, "list_tags", module="tags")


@tag.command("add", epilog="Example: ler-wallet tag add --vault my.lerwallet welding 3f9a12")
@click.argument("name", metavar="TAG")
@_ids
@vault
@every_command
def tag_add(**options: Any) -> int:
    """Put a tag on credentials."""
    return call("tags", "add", **options)


@tag.command("remove", epilog="Example: ler-wallet tag remove --vault my.lerwallet welding 3f9a12")
@click.argument("name", metavar="TAG")
@_ids
@vault
@every_command
def tag_remove(**options: Any) -> int:
    """Take a tag off credentials. A tag that nothing wears is gone."""
    return call("tags", "remove", **options)


@tag.command("list", epilog="Example: ler-wallet tag list --vault my.lerwallet")
@vault
@every_command
def tag_list(**options: Any) -> int:
    """One line for each tag, with how many credentials wear it."""
    return call("tags", "list_tags", **options)


@click.command(
    "write",
    epilog="Example: ler-wallet write --vault my.lerwallet 'Taught my brother to read' --day 2026-06-01",
)
@click.argument("title")
@click.option("--day", metavar="DATE", help="When it was done or ended, like 2026-06-01.")
@click.option("--story", metavar="TEXT|-", help="What you did; - reads it from standard input.")
@click.option("--witness", metavar="WHO", help="Who saw it.")
@click.option("--in-place-of", "before", metavar="ID", help="An earlier wording of yours that this replaces.")
@vault
@clock
@documents
@every_command
def write(**options: Any) -> int:
    """Write about something you did that nobody issued a credential for.

    It is kept as "added by you", never as verified, and names you as its writer wherever it goes.
    """
    return call("write", "run", **options)


@click.group(epilog="Example: ler-wallet note add --vault my.lerwallet 3f9a12 'Ask Ms. Lee for a letter'")
@vault_of_group
@click.pass_context
def note(context: click.Context, /, **options: Any) -> int:
    """What you write about credentials for yourself. No share holds it."""
    return take_over(context, options, "", module="notes")


@note.command("add", epilog="Example: ler-wallet note add --vault my.lerwallet 3f9a12 - < story.txt")
@click.argument("record_id", metavar="ID")
@click.argument("text", default="-")
@vault
@clock
@every_command
def note_add(**options: Any) -> int:
    """Write a note on a credential. Without TEXT, or with -, it is read from standard input."""
    return call("notes", "add", **options)


@note.command("edit", epilog="Example: ler-wallet note edit --vault my.lerwallet 7 'Letter came'")
@click.argument("number", type=click.IntRange(min=1))
@click.argument("text", default="-")
@vault
@clock
@every_command
def note_edit(**options: Any) -> int:
    """Write a note anew. Without TEXT, or with -, it is read from standard input."""
    return call("notes", "edit", **options)


@note.command("remove", epilog="Example: ler-wallet note remove --vault my.lerwallet 7")
@click.argument("numbers", nargs=-1, required=True, type=click.IntRange(min=1), metavar="NUMBER...")
@vault
@every_command
def note_remove(**options: Any) -> int:
    """Remove notes for good. Their numbers are in the list."""
    return call("notes", "remove", **options)


@note.command("list", epilog="Example: ler-wallet note list --vault my.lerwallet 3f9a12")
@click.argument("record_id", metavar="ID")
@vault
@every_command
def note_list(**options: Any) -> int:
    """The notes on one credential, the first written first."""
    return call("notes", "list_notes", **options)


@click.group(invoke_without_command=True, epilog="Example: ler-wallet pin --vault my.lerwallet")
@vault_of_group
@click.pass_context
def pin(context: click.Context, /, **options: Any) -> int:
    """What stands first in the list. Without a word that says what to do: all of it."""
    return take_over(context, options, "list_pins", module="pins")


@pin.command("add", epilog="Example: ler-wallet pin add --vault my.lerwallet 3f9a12")
@_ids
@vault
@every_command
def pin_add(**options: Any) -> int:
    """Make credentials stand first, behind those that do already."""
    return call("pins", "add", **options)


@pin.command("remove", epilog="Example: ler-wallet pin remove --vault my.lerwallet 3f9a12")
@_ids
@vault
@every_command
def pin_remove(**options: Any) -> int:
    """Let credentials stand where they stood before."""
    return call("pins", "remove", **options)


@pin.command("list", epilog="Example: ler-wallet pin list --vault my.lerwallet")
@vault
@every_command
def pin_list(**options: Any) -> int:
    """What stands first, in order."""
    return call("pins", "list_pins", **options)


@click.group(epilog="Example: ler-wallet file add --vault my.lerwallet 3f9a12 photo.jpg")
@vault_of_group
@click.pass_context
def file(context: click.Context, /, **options: Any) -> int:
    """Files of yours that belong to a credential: the work itself, photos, letters. No share holds them."""
    return take_over(context, options, "", module="files")


@file.command("add", epilog="Example: ler-wallet file add --vault my.lerwallet 3f9a12 photo.jpg")
@click.argument("record_id", metavar="ID")
@click.argument("paths", nargs=-1, required=True, metavar="FILE...")
@vault
@clock
@every_command
def file_add(**options: Any) -> int:
    """Keep copies of files with a credential, up to 20 MB each."""
    return call("files", "add", **options)


@file.command("save", epilog="Example: ler-wallet file save --vault my.lerwallet 2 photo.jpg")
@click.argument("number", type=click.IntRange(min=1))
@click.argument("out_path", metavar="FILE")
@vault
@every_command
def file_save(**options: Any) -> int:
    """Write a kept file to a new file, byte for byte."""
    return call("files", "save", **options)


@file.command("remove", epilog="Example: ler-wallet file remove --vault my.lerwallet 2")
@click.argument("number", type=click.IntRange(min=1))
@vault
@every_command
def file_remove(**options: Any) -> int:
    """Remove a kept file for good. Its number is in the list."""
    return call("files", "remove", **options)


@file.command("list", epilog="Example: ler-wallet file list --vault my.lerwallet 3f9a12")
@click.argument("record_id", metavar="ID")
@vault
@every_command
def file_list(**options: Any) -> int:
    """The files kept with one credential."""
    return call("files", "list_files", **options)


@click.command(epilog="Example: ler-wallet delete --vault my.lerwallet 3f9a12")
@_ids
@vault
@clock
@every_command
def delete(**options: Any) -> int:
    """Move credentials to the bin, with everything you added to them.

    For 30 days you can take them back. What has been there longer goes for good with the next deletion, and never
    by itself.
    """
    return call("bin", "delete_credentials", **options)


@click.command(epilog="Example: ler-wallet undelete --vault my.lerwallet 3f9a12")
@_ids
@vault
@every_command
def undelete(**options: Any) -> int:
    """Take credentials out of the bin, with everything they had."""
    return call("bin", "undelete_credentials", **options)


@click.command("empty-bin", epilog="Example: ler-wallet empty-bin --vault my.lerwallet")
@vault
@every_command
def empty_bin(**options: Any) -> int:
    """Delete for good everything in the bin. What was shared stays in the history of shares."""
    return call("bin", "empty", **options)


@click.group(invoke_without_command=True, epilog="Example: ler-wallet profile list --vault my.lerwallet")
@vault_of_group
@click.pass_context
def profile(context: click.Context, /, **options: Any) -> int:
    """Who you are at school, at work ...: names, identifiers that issuers use, and a key of its own for each."""
    return take_over(context, options, "list_profiles", module="profiles")


@profile.command("list", epilog="Example: ler-wallet profile list --vault my.lerwallet")
@vault
@every_command
def profile_list(**options: Any) -> int:
    """One line for each profile; the one in use signs your shares."""
    return call("profiles", "list_profiles", **options)


@profile.command(
    "add", epilog="Example: ler-wallet profile add --vault my.lerwallet School --id dana@school.example"
)
@click.argument("name")
@click.option(
    "--id",
    "identifiers",
    multiple=True,
    metavar="WHO",
    help="An e-mail, number or DID that issuers use. May be repeated.",
)
@vault
@documents
@clock
@every_command
def profile_add(**options: Any) -> int:
    """Make a profile with a new key of its own. What is kept is checked again when you name identifiers."""
    return call("profiles", "add", **options)


@profile.command("edit", epilog="Example: ler-wallet profile edit --vault my.lerwallet School --id S-1234")
@click.argument("name")
@click.option("--name", "new_name", metavar="NAME", help="Its new name.")
@click.option(
    "--id",
    "identifiers",
    multiple=True,
    metavar="WHO",
    help="One more e-mail, number or DID. May be repeated.",
)
@click.option(
    "--remove-id", "removed", multiple=True, metavar="WHO", help="One that is not yours. May be repeated."
)
@vault
@documents
@clock
@every_command
def profile_edit(**options: Any) -> int:
    """Change the name and identifiers of a profile; its key stays."""
    return call("profiles", "edit", **options)


@profile.command("use", epilog="Example: ler-wallet profile use --vault my.lerwallet Work")
@click.argument("name")
@vault
@every_command
def profile_use(**options: Any) -> int:
    """Sign shares with the key of this profile from now on."""
    return call("profiles", "use", **options)


COMMANDS: Sequence[click.Command] = (
    collection,
    tag,
    note,
    pin,
    file,
    delete,
    undelete,
    empty_bin,
    profile,
    write,
)
