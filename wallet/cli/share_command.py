"""`ler-wallet share` as click sees it. What it does is in `share` and, for an answer to a request, in `request`."""

from typing import Any

import click

from wallet.cli.options import call, clock, consent, documents, every_command, vault


@click.command(
    epilog="Example: ler-wallet share --vault my.lerwallet --credential 3f9a12 --to 'Example Corp' "
    "--purpose 'Summer job' --until 2026-12-31 --out for-example-corp.json"
)
@vault
@click.option(
    "--credential",
    "credentials",
    multiple=True,
    metavar="ID[=POINTER,...]",
    help="What to share, and of it only these parts (see the command disclose). May be repeated. A learner record "
    "named by its id alone is shared whole.",
)
@click.option("--to", metavar="NAME", help="Who it is for.")
@click.option("--purpose", metavar="TEXT", help="What it is for.")
@click.option("--until", metavar="DATE", help="Last day (UTC), or an RFC 3339 time.")
@click.option(
    "--template",
    "template_name",
    metavar="NAME",
    help="Start from a purpose: internship, first-job, salary-talk, advanced-standing or reference. It sets --purpose, "
    "--until, and the parts shown of every --credential that names no pointers; what you give yourself counts.",
)
@click.option(
    "--skills-first",
    is_flag=True,
    help="Leave out name, photo, school, gender, age, birth date, address and grades, where a credential lets you, of "
    "every --credential that names no pointers. You are told what goes along all the same.",
)
@click.option(
    "--note",
    "note",
    metavar="TEXT",
    help="Words of your own that go along, for example which of their courses yours is like. Receivers are told that "
    "you wrote them.",
)
@click.option(
    "--hide-all",
    is_flag=True,
    help="Show only what is always shown, of every --credential that names no pointers; named pointers are shown.",
)
@click.option(
    "--audience",
    metavar="URI",
    help="The receiver's address, when the receiver named one: your signature names it instead of --to, which stays "
    "in your history.",
)
@click.option("--nonce", metavar="TEXT", help="What the receiver asked to be repeated.")
@click.option(
    "--not-valid",
    is_flag=True,
    help="Also share what is not valid: ended, cancelled, changed. Whoever opens the share is told so.",
)
@consent
@click.option(
    "--request",
    "request_path",
    metavar="FILE",
    help="Answer this request of a receiver (a file, or a picture of its QR code) with the least that satisfies it. "
    "Only then --credential, --to and --purpose may be left out.",
)
@click.option(
    "--out",
    "out_path",
    required=True,
    metavar="FILE",
    help="A new file; its end says what it is: .json presentation (a bundle when older badges lie beside it), "
    ".txt link, .png or .svg QR code, .html page that checks itself, .pdf for people, .zip of originals, .lershare "
    "locked for its receiver.",
)
@click.option(
    "--for-key",
    "key_path",
    metavar="FILE",
    help="Lock a .lershare file for the owner of this public key (a JWK, X25519 or P-256). Without it a passphrase is "
    "asked for, or taken from LER_WALLET_SHARE_PASSPHRASE or the second line of --passphrase-fd.",
)
@click.option(
    "--page-url",
    metavar="URL",
    help="Where the page for receivers lies: links and QR codes lead there instead of to this program. "
    "Without it, the address in your wallet's settings.",
)
@clock
@documents
@every_command
def share(**options: Any) -> int:
    """Make something that others can check without your wallet, and keep a record of it.

    Open Badges 2.0 and older leave whole, beside what you sign; your signature covers each of them.
    """
    if options["request_path"] is not None:
        if options.pop("template_name") or options.pop("skills_first") or options.pop("note"):
            raise click.UsageError("what is shown follows from --request", click.get_current_context())
        return call("request", "answer_request", **options)
    for name, value in (("credential", "credentials"), ("to", "to"), ("purpose", "purpose")):
        if not options[value] and not (name == "purpose" and options["template_name"]):
            raise click.UsageError(f"Missing option '--{name}'.", click.get_current_context())
    del options["request_path"]
    return call("share", **options)
