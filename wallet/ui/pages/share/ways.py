"""The ways a share can leave, in words: what each is good for, what they get, and whether it can be stopped.

Lives here: the words, the icon and the file's end of each way. Does not live here: making any of them.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from wallet.ui.dates import long_date, month
from wallet.ui.languages import translate
from wallet.ui.safe_text import copyable_text, one_line
from wallet.ui.share_ports import SharePreview

QR, FRAMES, NEARBY, LINK, PAGE, PAPER, FILE, LOCKED, ARCHIVE, PROFILE = (
    "qr",
    "frames",
    "nearby",
    "link",
    "page",
    "paper",
    "file",
    "locked",
    "archive",
    "profile",
)
ON_SCREEN = frozenset({QR, FRAMES, NEARBY, LINK, PROFILE})
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


def all_ways() -> dict[str, Way]:
    """Every way, by channel, in the order of the tiles."""
    ended = translate("ShareWays", "After its end date a check says that it has ended.")
    copy = translate("ShareWays", "They get a copy of the record.") + " " + ended
    ways = (
        Way(
            QR,
            translate("ShareWays", "QR code"),
            "qr",
            translate("ShareWays", "They scan or photograph it, and this program checks it. Good in person."),
            translate("ShareWays", "The code is made and shown in the next step."),
            translate("ShareWays", "This code holds the record itself, so a photo of it can be kept.")
            + " "
            + ended,
            translate("ShareWays", "Create QR code"),
            good_for_page=translate(
                "ShareWays", "They scan it with a phone and see a page that checks it. Good in person."
            ),
        ),
        Way(
            FRAMES,
            translate("ShareWays", "Moving QR code"),
            "refresh",
            translate(
                "ShareWays",
                "For what one code cannot hold: codes that follow each other, for the camera of the check page.",
            ),
            translate(
                "ShareWays",
                "They open the check page on a device with a camera, press its camera button, and hold it in front of "
                "this screen until all codes are there.",
            ),
            translate("ShareWays", "The codes hold the record itself, so a film of them can be kept.")
            + " "
            + ended,
            translate("ShareWays", "Create moving code"),
        ),
        Way(
            NEARBY,
            translate("ShareWays", "In the same room"),
            "nearby",
            translate(
                "ShareWays",
                "Their phone opens the check page from this computer while you keep it open. Good at a table.",
            ),
            translate(
                "ShareWays",
                "Works only while their phone is in the same network (Wi-Fi) as this computer. The page comes "
                "from this computer; the record travels in the code alone. It ends when you close it.",
            ),
            translate(
                "ShareWays",
                "Closing it ends the page on this computer. But the code holds the record itself: a phone that "
                "scanned it can keep it.",
            )
            + " "
            + ended,
            translate("ShareWays", "Open it now"),
        ),
        Way(
            LINK,
            translate("ShareWays", "Link"),
            "link",
            translate("ShareWays", "For e-mail or a form. It is long, and opens with this program."),
            translate(
                "ShareWays", "The link is made and shown in the next step, to copy or to save as a text file."
            ),
            translate(
                "ShareWays", "The link holds the record itself: whoever has the link can read it and keep it."
            )
            + " "
            + ended,
            translate("ShareWays", "Create link"),
            ".txt",
            translate("ShareWays", "Text (*.txt)"),
            translate(
                "ShareWays", "For e-mail or a form. It is long, and opens the check page in any browser."
            ),
        ),
        Way(
            PAGE,
            translate("ShareWays", "Page that checks itself"),
            "page",
            translate(
                "ShareWays",
                "One file that opens in any browser, also without internet. Some mail services block it.",
            ),
            translate(
                "ShareWays",
                "An HTML file. They open it in a browser; it checks the record there and sends nothing back.",
            ),
            copy,
            translate("ShareWays", "Create page"),
            ".html",
            translate("ShareWays", "Web page (*.html)"),
        ),
        Way(
            PAPER,
            translate("ShareWays", "PDF to read or print"),
            "file-text",
            translate(
                "ShareWays", "A page for people, with the signed record attached. Good for an application."
            ),
            translate(
                "ShareWays",
                "A PDF file. People read it; a check needs the file itself, or the code on it where there is one.",
            ),
            copy,
            translate("ShareWays", "Create PDF"),
            ".pdf",
            translate("ShareWays", "PDF (*.pdf)"),
        ),
        Way(
            FILE,
            translate("ShareWays", "File"),
            "file-check",
            translate("ShareWays", "You hand over a signed file. Best for a registrar's office."),
            translate(
                "ShareWays", "A signed JSON file. Programs for credentials open it, and ler-wallet verify."
            ),
            copy,
            translate("ShareWays", "Create file"),
            ".json",
            translate("ShareWays", "Signed file (*.json)"),
        ),
        Way(
            LOCKED,
            translate("ShareWays", "Locked file"),
            "lock",
            translate(
                "ShareWays", "Only who has the passphrase can open it. Good when others may see the mail."
            ),
            translate("ShareWays", "They need the passphrase, and the check page or ler-wallet verify."),
            translate("ShareWays", "Who has the file and the passphrase keeps a copy.") + " " + ended,
            translate("ShareWays", "Create locked file"),
            ".lershare",
            translate("ShareWays", "Locked share (*.lershare)"),
        ),
        Way(
            ARCHIVE,
            translate("ShareWays", "Originals (ZIP)"),
            "archive",
            translate(
                "ShareWays",
                "The credentials as their issuers signed them. Good for another wallet or a school system.",
            ),
            translate("ShareWays", "A ZIP with each credential in a file of its own, and the signed record."),
            translate("ShareWays", "They get the credentials themselves. These do not end with the share."),
            translate("ShareWays", "Create ZIP"),
            ".zip",
            translate("ShareWays", "ZIP archive (*.zip)"),
        ),
        Way(
            PROFILE,
            translate("ShareWays", "LinkedIn profile"),
            "id",
            translate(
                "ShareWays",
                "Fills in LinkedIn's form with name, issuer and dates. Anybody may see a profile.",
            ),
            translate(
                "ShareWays",
                "The form is opened in your browser only when you press its button in the next step.",
            ),
            translate(
                "ShareWays",
                "You can change or remove it on LinkedIn. What others saw or copied stays with them.",
            ),
            translate("ShareWays", "Make the form"),
        ),
    )
    return {way.channel: way for way in ways}


def answer_ways() -> dict[str, Way]:
    """The ways an answer to a request can leave, by channel."""
    copy = translate("ShareWays", "They get a copy of what is shown. It cannot be taken back.")
    file = Way(
        FILE,
        translate("ShareWays", "File with the answer"),
        "file-check",
        translate("ShareWays", "In the words their program asked in. You send it, or hand it over."),
        translate("ShareWays", "A JSON file. The program they asked with reads it."),
        copy,
        translate("ShareWays", "Create the answer"),
        ".json",
        translate("ShareWays", "Signed file (*.json)"),
    )
    code = replace(all_ways()[QR], create=translate("ShareWays", "Create the answer"))
    return {FILE: file, QR: code}


def profile_lines(fields: Sequence[tuple[str, str]]) -> list[str]:
    """What is in the address of a form, each field on a line: all of it, also what only the form needs."""
    names = {
        "startTask": translate("ShareWays", "Form"),
        "name": translate("ShareWays", "Name"),
        "organizationName": translate("ShareWays", "Issued by"),
        "issueYear": translate("ShareWays", "Year of issue"),
        "issueMonth": translate("ShareWays", "Month of issue"),
        "expirationYear": translate("ShareWays", "Year it ends"),
        "expirationMonth": translate("ShareWays", "Month it ends"),
        "certUrl": translate("ShareWays", "Page to check it"),
    }
    return [f"{names.get(name, name)}: {one_line(value)}" for name, value in fields]


def preview_text(preview: SharePreview) -> str:
    """What they will read, as plain text, from the bytes that would be sent."""
    lines = [
        translate("ShareWays", "Shared with {name}").format(name=preview.to),
        translate("ShareWays", "For: {purpose}").format(purpose=preview.purpose),
        translate("ShareWays", "Ends on {date}").format(date=long_date(preview.until))
        if preview.until
        else translate("ShareWays", "No end date"),
    ]
    for seen in preview.credentials:
        date = month(seen.issued)
        lines += ["", seen.title, f"{seen.issuer} · {date}" if date else seen.issuer]
        lines += (
            [translate("ShareWays", "Skills: {names}").format(names=", ".join(seen.skills))]
            if seen.skills
            else []
        )
        lines += [*seen.evidence, *seen.private]
    return copyable_text("\n".join(lines), 20_000)
