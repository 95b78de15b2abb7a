"""`ler-wallet receive` as click sees it. What it does is in `receive`."""

from typing import Any

import click

from wallet.cli.options import allow_host, call, clock, documents, every_command, keeping, passphrase


@click.command(
    epilog="Example: ler-wallet receive --vault my.lerwallet offer.png --allow-host school.example"
)
@click.argument("offer", required=False, metavar="[OFFER]")
@click.option("--vault", "vault_path", metavar="FILE", help="Your encrypted wallet file.")
@passphrase
@click.option("--show", is_flag=True, help="Only say what is offered, and by whom. The offer is not used up.")
@click.option(
    "--code",
    metavar="CODE",
    default="",
    help="The code that the issuer sent you another way, where the offer asks for one. Other programs on this computer "
    "can see it here. Better: LER_WALLET_OFFER_CODE, the second line of --passphrase-fd, or be asked.",
)
@click.option(
    "--promised",
    is_flag=True,
    help="In place of OFFER: ask for what issuers promised to have ready later.",
)
@click.option(
    "--no-browser",
    is_flag=True,
    help="Only print the address to sign in at. Open it in a browser of this computer.",
)
@click.option(
    "--client-id",
    metavar="ID",
    help="The name under which an issuer knows this wallet, where it gave it one.",
)
@click.option(
    "--copies",
    type=click.IntRange(1, 100),
    default=1,
    metavar="N",
    help="Ask for N copies of each credential, each given to a new key of yours, so that two receivers cannot tell by "
    "the key that you are the same person. An issuer says how many it hands out at once.",
)
@keeping
@allow_host
@documents
@clock
@every_command
def receive(**options: Any) -> int:
    """Take a credential that an issuer offers you, and keep it.

    OFFER is the link of an offer (openid-credential-offer:, dccrequest:, or a web address that ends in iuv=1), a file
    with it, a picture of its QR code, or - for standard input. First you are told what is offered, and by which
    website; nothing is asked there unless you allow it.
    """
    return call("receive", **options)
