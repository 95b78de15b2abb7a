"""Whatever a file that holds many things has been made to be: rows come out, in bounded time, and never an error."""

import json
import random
import time
from collections.abc import Sequence

import pytest

from tests import other_wallets as made
from tests.assurance import rounds
from tests.sample_documents import as_bytes
from tests.sharing.shares import signed_badge, signed_token
from wallet.app.gather import Findings, Gatherer, Piece
from wallet.app.inputs import InputItem
from wallet.app.take_apart import MAX_PIECES
from wallet.errors import WalletError

PATIENCE = 10.0
BADGE = signed_badge().original
TOKEN = signed_token().original


def pieces(data: bytes) -> Sequence[Piece]:
    """All pieces, within the time a person waits."""
    started = time.perf_counter()
    found = list(
        Gatherer(lambda: made.BACKUP_WORDS, with_keys=True).pieces(InputItem("in", None, data), Findings())
    )
    assert time.perf_counter() - started < PATIENCE
    assert found, "a row at least"
    for piece in found:
        assert (piece.data is None) == isinstance(piece.error, WalletError)
    return found


SEEDS = {
    "zip": made.zipped({"a.json": BADGE, "b/c.jwt": TOKEN, "in.zip": made.zipped({"d.json": BADGE})}),
    "mail": made.mail(("b.json", BADGE, "application/json"), text=TOKEN.decode(), html="<p>x</p>").as_bytes(),
    "mailbox": made.mailbox(made.mail(("b.json", BADGE, "application/json")), made.mail(text=TOKEN.decode())),
    "text": b"Hi\n" + BADGE + b"\n and " + TOKEN,
    "learner wallet": made.learner_backup(made.badges(2)),
    "locked learner wallet": as_bytes(made.locked_learner_backup(made.badges(1), rounds=10_000)),
    "LearnCard": made.zipped(made.learncard_bundle(made.badges(1))),
    "collection": as_bytes(made.badgr_collection([made.hosted_assertion(1)])),
    "API": as_bytes({"status": {"success": True}, "result": [made.badgr_answer(1)]}),
    "list": as_bytes([json.loads(BADGE), TOKEN.decode()]),
}


def damaged(data: bytes, chance: random.Random) -> bytes:
    """The same with a few faults: a byte changed, a stretch cut, doubled or overwritten."""
    broken = bytearray(data)
    for _ in range(chance.randint(1, 4)):
        at, length = chance.randrange(len(broken)), chance.choice([1, 1, 2, 4, 30])
        match chance.randrange(4):
            case 0:
                broken[at] = chance.randrange(256)
            case 1:
                del broken[at : at + length]
            case 2:
                broken[at:at] = broken[at : at + length]
            case _:
                broken[at : at + length] = bytes(chance.choice([0, 255, 34, 123]) for _ in range(length))
        if not broken:
            break
    return bytes(broken) or b" "


@pytest.mark.long
def test_damaged_files_give_rows_and_no_errors() -> None:
    chance, count = random.Random(7), rounds(40, 4_000)
    refusals = 0
    for name, seed in SEEDS.items():
        assert all(piece.data for piece in pieces(seed)), name
        for _ in range(count):
            refusals += any(piece.error for piece in pieces(damaged(seed, chance)))
    print(
        f"took apart {count * len(SEEDS)} damaged files of {len(SEEDS)} kinds, {refusals} with a part refused"
    )
    assert refusals


@pytest.mark.parametrize(
    "value",
    [
        {"type": "UniversalWallet2020", "contents": {}},
        {"type": "UniversalWallet2020", "contents": [[], None, 7, "x", {"type": 7}, {"data": []}]},
        [{"status": "UNLOCKED", "contents": [{"type": "ProfileMetadata", "data": {"profileName": ["x"]}}]}],
        {"status": "LOCKED", "contents": []},
        {"type": ["EncryptedWallet"], "credentialSubject": {}},
        {"type": ["EncryptedWallet"], "credentialSubject": {"jwe": {"recipients": 7}}},
        {
            "type": "Collection",
            "badges": [7, {"openBadgeId": "x", "recipient": 7, "evidence": 7, "badgeclass": []}],
        },
        {
            "status": {},
            "result": [{"openBadgeId": "x", "badgeclass": {"criteria": 7}, "issuer": {"name": []}}],
        },
        {"badges": [{"assertion": {}, "hostedUrl": []}]},
        {"format": "ler-wallet-export", "version": 1, "credentials": 7},
        {"wallet": {"contents": [1], "status": "UNLOCKED"}},
        {"credentials": [[[[1]]]]},
    ],
)
def test_wrong_shapes(value: object) -> None:
    assert pieces(as_bytes(value))


@pytest.mark.parametrize(
    "manifest",
    [
        {
            "format": "ler-wallet-export",
            "version": 1,
            "credentials": [{"file": 7}, {}, 3],
            "pinned": 1,
            "holder_keys": "x",
        },
        {"format": "ler-wallet-export", "version": 99},
        {
            "format": "ler-wallet-export",
            "version": 1,
            "credentials": [{"file": "a.json", "notes": [1], "tags": 2}],
        },
        {"specVersion": "1.0.0", "contents": [7, {"type": "credential"}], "encryption": {}},
        {
            "specVersion": "1.0.0",
            "contents": [{"type": "credential", "path": "a.json", "sha256": 7}],
            "encryption": {},
        },
        {"specVersion": "1.0.0", "contents": [{"type": "key-jwks", "path": "a.json"}], "encryption": {}},
        [],
    ],
)
def test_wrong_manifests(manifest: object) -> None:
    assert pieces(made.zipped({"manifest.json": as_bytes(manifest), "a.json": BADGE}))


MOST = rounds(500_000, 19_000_000)
TIRING = [
    b"{",
    b'{"a"',
    b'{"',
    b"\\",
    b"{ ",
    b"{   ",
    b"eyJ",
    b"eyJaaaaaaaaa.",
    b"eyJaaaaaaaaa.aaaaaaaaa.~",
    b"~",
    b"https://",
    b"ler-wallet:",
    b"VP1-",
    b"From: a\n",
    b"&quot;",
    b"\n",
]


@pytest.mark.long
@pytest.mark.parametrize("start", [b"x eyJaaaaaaaaa.aaaaaaaaa. ", b"From: a\nTo: b\n\n"], ids=range(2))
def test_no_text_takes_long(start: bytes) -> None:
    for words in TIRING:
        assert len(pieces(start + words * (MOST // len(words)))) <= MAX_PIECES + 1
    print(f"looked for credentials in {len(TIRING)} tiring texts of {MOST} bytes")


def test_a_list_of_too_many_is_refused_as_one() -> None:
    (piece,) = pieces(b"[" + b"1," * MAX_PIECES + b"1]")
    assert piece.error is not None
    assert piece.error.reason == "too_many_entries"


def test_archives_of_archives_stop_at_what_they_may_hold() -> None:
    inner = made.zipped({f"{n}.bin": bytes(range(256)) * 30_000 for n in range(20)})
    outer = made.zipped({f"{n}.zip": inner for n in range(30)})
    found = pieces(outer)
    assert found[-1].error is not None
    assert found[-1].error.reason == "archive_grows"
