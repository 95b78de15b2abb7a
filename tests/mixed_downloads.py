"""A folder after years of downloads: badges, tokens, pictures, archives, mails, links and notes, each in its turn.

Lives here: what stands in it, and how many rows it is worth. Any number of files can be made; no two hold the same.
"""

import json
from collections import Counter
from pathlib import Path

from tests import issuing
from tests import other_wallets as made
from tests.identities import did_key
from tests.sample_documents import png
from wallet.credentials.baked_image import bake_png

KINDS = 10
IN_ARCHIVE = 3


def badge(number: int) -> bytes:
    return json.dumps(issuing.good(id=f"urn:uuid:{number}", name=f"Badge {number}")).encode()


def token(number: int) -> bytes:
    issuer = did_key("issuer")
    document = issuing.credential(issuer, id=f"urn:uuid:{number}", name=f"Badge {number}")
    return issuing.token(issuing.claims_v2(document), issuer, "EdDSA").encode()


def file_of(number: int) -> tuple[str, bytes, dict[str, int]]:
    """A file with a messy name, and how many rows of each result it is worth."""
    match number % KINDS:
        case 3:
            return f"badge link {number}.txt", b"https://school.example/badges/%d\n" % number, {"refused": 1}
        case 4:
            parts = [
                (f"{part}.json", badge(number * KINDS + 500_000 + part), "application/json")
                for part in range(2)
            ]
            return f"Inbox {number}.mbox", made.mailbox(*(made.mail(part) for part in parts)), {"added": 2}
        case 5:
            return f"download ({number})", token(number), {"added": 1}
        case 6:
            return f"Badge - {number}.png", bake_png(png(), badge(number).decode()), {"added": 1}
        case 7:
            inside = {f"in/{part}.json": badge(number * KINDS + 100_000 + part) for part in range(IN_ARCHIVE)}
            return f"archive{number}.ZIP", made.zipped(inside), {"added": IN_ARCHIVE}
        case 8:
            message = made.mail(("b.json", badge(number), "application/json")).as_bytes()
            return f"Fwd_ your badge {number}.eml", message, {"added": 1}
        case 9:
            return f"notes {number}.txt", b"nothing to see", {"refused": 1}
        case _:
            return f"{number:05}.json.txt", badge(number), {"added": 1}


def fill(folder: Path, count: int) -> dict[str, int]:
    """Makes so many files in seven folders below this one; how many rows of each result they are worth."""
    expected: Counter[str] = Counter(added=0, refused=0)
    for number in range(count):
        name, content, rows = file_of(number)
        place = folder / f"{number % 7}"
        place.mkdir(parents=True, exist_ok=True)
        (place / name).write_bytes(content)
        expected.update(rows)
    return dict(expected)
