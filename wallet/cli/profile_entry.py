"""`ler-wallet linkedin`: what to put on a profile. It is printed and opened by nobody."""

from wallet.app.browse import details
from wallet.app.profile_entry import profile_entry
from wallet.cli import console, exit_codes
from wallet.cli.opening import opened
from wallet.cli.render import plain


def run(
    *, record_id: str, page_url: str | None, vault_path: str, descriptor: int | None, as_json: bool
) -> int:
    """Prints the address of the filled-in form, and the same as text."""
    with opened(vault_path, descriptor) as vault:
        found = details(vault, record_id)
    entry = profile_entry(found.credential, page_url)
    if as_json:
        console.result_object({"id": found.head.id, "link": entry.link, "text": entry.text})
    else:
        console.result(entry.link)
        console.result("\n".join(plain(line, 4000) for line in entry.text.splitlines()))
        console.say("Nothing was opened. Whoever opens the address tells LinkedIn what is in it.")
    return exit_codes.DONE
