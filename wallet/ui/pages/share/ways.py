"""The ways a share can leave, in words: what each is good for, what they get, and whether it can be stopped.

Lives here: the words, the icon and the file's end of each way. Does not live here: making any of them.
"""

from PySide6.QtCore import QCoreApplication

from wallet.lazy_dataclasses import dataclass
from wallet.ui.dates import long_date, month
from wallet.ui.safe_text import copyable_text
from wallet.ui.share_ports import SharePreview

QR, FRAMES, NEARBY, LINK, PAGE, PAPER, FILE, LOCKED, ARCHIVE = (
    "qr",
    "frames",
    "nearby",
    "link",
    "page",
    "paper",
    "file",
    "locked",
    "archive",
)
ON_SCREEN = frozenset({QR, FRAMES, NEARBY, LINK})
"""These show something here instead of writing a file."""


@dataclass(frozen=True, slots=True)
class Way:
    """One way.

    Attributes:
        good_for: what the tile says; `good_for_page` says it where a page for receivers lies on a host.
        get: what they get, and what they need to open it.
        stop: what follows "Can I stop it later? No."
        create: what the button says.
        suffix: the end of the file, "" for what is shown here.
        kind: what a file dialog calls it.
    """

    channel: str
    title: str
    icon: str
    good_for: str
    get: str
    stop: str
    create: str
    suffix: str = ""
    kind: str = ""
    good_for_page: str = ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("ShareWays", text)


def all_ways() -> dict[str, Way]:
    """Every way, by channel, in the order of the tiles."""
    ended = _tr("After its end date a check says that it has ended.")
    copy = _tr("They get a copy of the record.") + " " + ended
    ways = (
        Way(
            QR,
            _tr("QR code"),
            "qr",
            _tr("They scan or photograph it, and this program checks it. Good in person."),
            _tr("The code is made and shown in the next step."),
            _tr("This code holds the record itself, so a photo of it can be kept.") + " " + ended,
            _tr("Create QR code"),
            good_for_page=_tr("They scan it with a phone and see a page that checks it. Good in person."),
        ),
        Way(
            FRAMES,
            _tr("Moving QR code"),
            "refresh",
            _tr(
                "For what one code cannot hold: codes that follow each other, for the camera of the check page."
            ),
            _tr(
                "They open the check page on a device with a camera, press its camera button, and hold it in front of "
                "this screen until all codes are there."
            ),
            _tr("The codes hold the record itself, so a film of them can be kept.") + " " + ended,
            _tr("Create moving code"),
        ),
        Way(
            NEARBY,
            _tr("In the same room"),
            "nearby",
            _tr(
                "Their phone opens the check page from this computer while you keep it open. Good at a table."
            ),
            _tr(
                "Works only while their phone is in the same network (Wi-Fi) as this computer. The page comes "
                "from this computer; the record travels in the code alone. It ends when you close it."
            ),
            _tr(
                "Closing it ends the page on this computer. But the code holds the record itself: a phone that "
                "scanned it can keep it."
            )
            + " "
            + ended,
            _tr("Open it now"),
        ),
        Way(
            LINK,
            _tr("Link"),
            "link",
            _tr("For e-mail or a form. It is long, and opens with this program."),
            _tr("The link is made and shown in the next step, to copy or to save as a text file."),
            _tr("The link holds the record itself: whoever has the link can read it and keep it.")
            + " "
            + ended,
            _tr("Create link"),
            ".txt",
            _tr("Text (*.txt)"),
            _tr("For e-mail or a form. It is long, and opens the check page in any browser."),
        ),
        Way(
            PAGE,
            _tr("Page that checks itself"),
            "page",
            _tr("One file that opens in any browser, also without internet. Some mail services block it."),
            _tr(
                "An HTML file. They open it in a browser; it checks the record there and sends nothing back."
            ),
            copy,
            _tr("Create page"),
            ".html",
            _tr("Web page (*.html)"),
        ),
        Way(
            PAPER,
            _tr("PDF to read or print"),
            "file-text",
            _tr("A page for people, with the signed record attached. Good for an application."),
            _tr(
                "A PDF file. People read it; a check needs the file itself, or the code on it where there is one."
            ),
            copy,
            _tr("Create PDF"),
            ".pdf",
            _tr("PDF (*.pdf)"),
        ),
        Way(
            FILE,
            _tr("File"),
            "file-check",
            _tr("You hand over a signed file. Best for a registrar's office."),
            _tr("A signed JSON file. Programs for credentials open it, and ler-wallet verify."),
            copy,
            _tr("Create file"),
            ".json",
            _tr("Signed file (*.json)"),
        ),
        Way(
            LOCKED,
            _tr("Locked file"),
            "lock",
            _tr("Only who has the passphrase can open it. Good when others may see the mail."),
            _tr("They need the passphrase, and the check page or ler-wallet verify."),
            _tr("Who has the file and the passphrase keeps a copy.") + " " + ended,
            _tr("Create locked file"),
            ".lershare",
            _tr("Locked share (*.lershare)"),
        ),
        Way(
            ARCHIVE,
            _tr("Originals (ZIP)"),
            "archive",
            _tr("The credentials as their issuers signed them. Good for another wallet or a school system."),
            _tr("A ZIP with each credential in a file of its own, and the signed record."),
            _tr("They get the credentials themselves. These do not end with the share."),
            _tr("Create ZIP"),
            ".zip",
            _tr("ZIP archive (*.zip)"),
        ),
    )
    return {way.channel: way for way in ways}


def preview_text(preview: SharePreview) -> str:
    """What they will read, as plain text, from the bytes that would be sent."""
    lines = [
        _tr("Shared with {name}").format(name=preview.to),
        _tr("For: {purpose}").format(purpose=preview.purpose),
        _tr("Ends on {date}").format(date=long_date(preview.until)) if preview.until else _tr("No end date"),
    ]
    for seen in preview.credentials:
        date = month(seen.issued)
        lines += ["", seen.title, f"{seen.issuer} · {date}" if date else seen.issuer]
        lines += [_tr("Skills: {names}").format(names=", ".join(seen.skills))] if seen.skills else []
        lines += [*seen.evidence, *seen.private]
    return copyable_text("\n".join(lines), 20_000)
