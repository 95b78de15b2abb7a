"""A share of the history in words: how it left, with its icon, and who agreed to it."""

from wallet.ui.dates import day_of
from wallet.ui.guardian_ports import PastAgreement
from wallet.ui.languages import translate
from wallet.ui.safe_text import one_line


def channel_words(channel: str) -> str:
    """A channel of the history in words; one of a newer program as it is."""
    return {
        "qr": translate("ShareWords", "QR code"),
        "frames": translate("ShareWords", "moving QR code"),
        "nearby": translate("ShareWords", "in the same room"),
        "link": translate("ShareWords", "link"),
        "page": translate("ShareWords", "page that checks itself"),
        "paper": translate("ShareWords", "PDF"),
        "file": translate("ShareWords", "file"),
        "locked": translate("ShareWords", "locked file"),
        "archive": translate("ShareWords", "originals (ZIP)"),
        "profile": translate("ShareWords", "LinkedIn form"),
        "site": translate("ShareWords", "badge site"),
    }.get(channel, channel)


def channel_icon(channel: str) -> str:
    """Its icon."""
    return {
        "qr": "qr",
        "frames": "qr",
        "nearby": "nearby",
        "link": "link",
        "page": "page",
        "paper": "file-text",
        "locked": "lock",
        "archive": "archive",
        "profile": "id",
        "site": "send",
    }.get(channel, "file-check")


def agreed_words(agreement: PastAgreement) -> str:
    """Who agreed to a share when, to what apart from it, and whether that was taken back."""
    said = agreement.said
    words = translate("ShareWords", "Agreed on {date} by {name} ({relation}).").format(
        date=day_of(agreement.agreed_at), name=one_line(said.guardian), relation=one_line(said.relation)
    )
    words += " " + (
        translate("ShareWords", "The receiver may pass it on to others.")
        if said.may_pass_on
        else translate("ShareWords", "The receiver may not pass it on to others.")
    )
    if agreement.withdrawn_at is not None:
        words += " " + translate("ShareWords", "Taken back on {date}.").format(
            date=day_of(agreement.withdrawn_at)
        )
    return words
