"""Every kind of file that credentials come in: a good one, and broken twins with the reason each is refused for.

Lives here: the files, for the command line and the window alike. Does not live here: how one kind is read, with its
finer faults (`tests/app/test_gather*.py`).
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests import other_wallets as made
from tests.locked_universal_wallet import lock
from tests.sample_documents import SVG, as_bytes, png, presentation
from tests.sharing.shares import signed_token
from wallet.credentials.baked_image import bake_png, bake_svg

Json = dict[str, Any]
_CODES = Path(__file__).parent / "sharing" / "vpqr_codes.json"


@dataclass(frozen=True)
class WayIn:
    """One kind of file.

    Attributes:
        good: its bytes.
        names: what is kept of it, in the order of the alphabet.
        twins: what was broken, with the bytes and the reasons of what is refused in it; the rest of it comes in.
        words: the passphrase it is locked with; "" for none.
    """

    good: bytes = field(repr=False)
    names: Sequence[str]
    twins: Mapping[str, tuple[bytes, Sequence[str]]] = field(repr=False)
    words: str = ""


TWO = ("Badge 0", "Badge 1")


def _badges() -> list[bytes]:
    return [as_bytes(one) for one in made.badges(2)]


def _cut(data: bytes) -> bytes:
    return data[: len(data) * 2 // 3]


def _credential() -> WayIn:
    good = _badges()[0]
    return WayIn(good, ("Badge 0",), {"cut": (_cut(good), ("json_invalid",))})


def _token() -> WayIn:
    good = signed_token().original
    return WayIn(good, ("Robotics",), {"without its end": (good.rpartition(b".")[0], ("jwt_malformed",))})


def _png() -> WayIn:
    good = bake_png(png(), _badges()[0].decode())
    return WayIn(good, ("Badge 0",), {"without a badge": (png(), ("picture_without_credential",))})


def _svg() -> WayIn:
    good = bake_svg(SVG, _badges()[0].decode())
    return WayIn(good, ("Badge 0",), {"cut": (_cut(good), ("svg_damaged",))})


def _presentation() -> WayIn:
    document = presentation(*made.badges(2))
    return WayIn(
        as_bytes(document),
        TWO,
        {"empty": (as_bytes({**document, "verifiableCredential": []}), ("not_a_credential",))},
    )


def _code() -> WayIn:
    good = json.loads(_CODES.read_text())["presentation, legacy-singleton, B"].encode()
    return WayIn(good, ("Laser cutting",), {"cut": (_cut(good), ("vpqr_invalid",))})


def _pasted() -> WayIn:
    first, second = _badges()
    text = b"Hello\n" + first + b"\nand\n" + second + b"\nBye"
    return WayIn(text, TWO, {"cut": (b"Hello\n" + _cut(first), ("not_a_credential",))})


def _zip() -> WayIn:
    first, second = _badges()
    good = made.zipped({"My badges/a (1).json": first, "b.JSON.txt": second})
    return WayIn(
        good,
        TWO,
        {
            "cut": (_cut(good), ("archive_damaged",)),
            "a way out": (made.zipped({"../a.json": first, "b.json": second}), ("archive_name_unsafe",)),
            "nothing inside": (made.zipped({}), ("nothing_inside",)),
        },
    )


def _mail() -> WayIn:
    parts = [(f"{n}.json", data, "application/json") for n, data in enumerate(_badges())]
    return WayIn(
        made.mail(*parts).as_bytes(),
        TWO,
        {
            "nothing attached": (made.mail().as_bytes(), ("nothing_inside",)),
            "one empty": (
                made.mail(parts[0], ("b.json", b"", "application/json")).as_bytes(),
                ("file_empty",),
            ),
        },
    )


def _mailbox() -> WayIn:
    parts = [(f"{n}.json", data, "application/json") for n, data in enumerate(_badges())]
    good = made.mailbox(*(made.mail(part) for part in parts))
    return WayIn(
        good, TWO, {"nothing attached": (made.mailbox(made.mail(), made.mail()), ("nothing_inside",))}
    )


def _list() -> WayIn:
    badges = made.badges(2)
    return WayIn(as_bytes(badges), TWO, {"a number in it": (as_bytes([*badges, 7]), ("not_a_credential",))})


def _learner_wallet() -> WayIn:
    badges = made.badges(2)
    twins = {
        "one is none": (made.learner_backup([*badges, {"@context": ["x"]}]), ("not_a_credential",)),
        "nothing inside": (as_bytes([made.learner_profile([], keys=())]), ("nothing_inside",)),
    }
    return WayIn(made.learner_backup(badges), TWO, twins)


def _locked_learner_wallet() -> WayIn:
    locked = made.locked_learner_backup(made.badges(2), rounds=10_000)
    changed, dear = json.loads(json.dumps(locked)), json.loads(json.dumps(locked))
    changed["credentialSubject"]["jwe"]["iv"] = "AAAA"
    dear["credentialSubject"]["jwe"]["recipients"][0]["header"]["p2c"] = 10**9
    twins = {
        "a changed lock": (as_bytes(changed), ("backup_lock_invalid",)),
        "years of work": (as_bytes(dear), ("backup_lock_cost",)),
    }
    return WayIn(as_bytes(locked), TWO, twins, made.BACKUP_WORDS.decode())


def _learncard(*, locked: bool) -> WayIn:
    files = made.learncard_bundle(made.badges(2), locked=locked)
    one = next(name for name in files if name.startswith("credentials/"))
    later = as_bytes(json.loads(files["manifest.json"]) | {"specVersion": "2.0.0"})
    twins = {
        "one changed": (
            made.zipped({**files, one: files[one][:-2] + b" }"}),
            ("archive_entry_damaged",),
        ),
        "one missing": (made.zipped({n: data for n, data in files.items() if n != one}), ("file_missing",)),
        "a later version": (made.zipped({**files, "manifest.json": later}), ("unsupported_format",)),
    }
    return WayIn(made.zipped(files), TWO, twins, made.BACKUP_WORDS.decode() if locked else "")


def _universal_wallet() -> WayIn:
    wallet = {"type": "UniversalWallet2020", "status": "UNLOCKED", "contents": made.badges(2)}
    twins = {"nothing inside": (as_bytes({**wallet, "contents": []}), ("nothing_inside",))}
    return WayIn(as_bytes(wallet), TWO, twins)


def _locked_universal_wallet() -> WayIn:
    contents: list[Any] = [lock(badge) for badge in made.badges(2)]
    wallet = {"type": ["UniversalWallet2020"], "status": "LOCKED", "contents": contents}
    twins = {
        "a changed lock": (
            as_bytes({**wallet, "contents": [{**contents[0], "iv": "AAAA"}]}),
            ("backup_lock_invalid",),
        )
    }
    return WayIn(as_bytes(wallet), TWO, twins, made.BACKUP_WORDS.decode())


def _collection() -> WayIn:
    hosted = [made.hosted_assertion(n) for n in (1, 2)]
    twins = {
        "nothing inside": (as_bytes(made.badgr_collection([])), ("nothing_inside",)),
        "one is none": (as_bytes(made.badgr_collection([*hosted, {}])), ("not_a_credential",)),
    }
    return WayIn(as_bytes(made.badgr_collection(hosted)), ("Assertion", "Assertion"), twins)


def _assertions() -> WayIn:
    answer: Json = {"status": {"success": True}, "result": [made.badgr_answer(n) for n in (1, 2)]}
    bare = {**answer, "result": [made.badgr_answer(1), {"entityType": "Assertion", "badgeclass": []}]}
    twins = {"one without a badge": (as_bytes(bare), ("not_a_credential",))}
    return WayIn(as_bytes(answer), ("Welding 1", "Welding 2"), twins)


def _connect() -> WayIn:
    answer = {"status": {"statusCode": 200}, "results": [made.hosted_assertion(1)]}
    twins = {"nothing inside": (as_bytes({**answer, "results": []}), ("nothing_inside",))}
    return WayIn(as_bytes(answer), ("Assertion",), twins)


def _displayer() -> WayIn:
    who = {"type": "email", "hashed": False, "identity": "sam@learner.example"}
    old = {"uid": "1", "recipient": who, "badge": "https://b.example/1", "issuedOn": "2014-01-01"}
    group: Json = {
        "userId": 1,
        "groupId": 2,
        "badges": [{"assertion": old, "hostedUrl": "https://b.example/a/1"}],
    }
    twins = {
        "for nobody": (
            as_bytes({**group, "badges": [{**group["badges"][0], "assertion": {**old, "recipient": {}}}]}),
            ("structure_invalid",),
        )
    }
    return WayIn(as_bytes(group), ("Assertion",), twins)


def _passport() -> WayIn:
    badge = {
        "@context": "https://w3id.org/openbadges/v2", "type": "BadgeClass", "id": "https://passport.example/b/1",
        "name": "First aid", "description": "Helps.", "criteria": {"narrative": "A day."},
        "issuer": {"type": "Profile", "id": "https://passport.example/i/1", "name": "Red Help"},
    }  # fmt: skip
    baked = bake_png(png(), json.dumps({**made.hosted_assertion(1), "badge": badge}))
    return WayIn(baked, ("First aid",), {"without a badge": (png(), ("picture_without_credential",))})


def _blockcerts() -> WayIn:
    second = {
        **made.hosted_assertion(),
        "id": "urn:uuid:00000000-0000-4000-8000-000000000009",
        "verification": {
            "type": ["MerkleProofVerification2017", "Extension"],
            "publicKey": "ecdsa-koblitz-pubkey:1",
        },
        "signature": {
            "type": ["MerkleProof2017", "Extension"],
            "merkleRoot": "00",
            "targetHash": "00",
            "proof": [],
        },
    }
    return WayIn(as_bytes(second), ("Assertion",), {"cut": (_cut(as_bytes(second)), ("json_invalid",))})


MAKERS: Mapping[str, Callable[[], WayIn]] = {
    "a credential": _credential,
    "a token": _token,
    "a PNG badge": _png,
    "an SVG badge": _svg,
    "a presentation": _presentation,
    "a VPQR code": _code,
    "words with credentials among them": _pasted,
    "a ZIP with messy names": _zip,
    "a mail": _mail,
    "a mailbox": _mailbox,
    "a list": _list,
    "Learner Credential Wallet": _learner_wallet,
    "Learner Credential Wallet, locked": _locked_learner_wallet,
    "LearnCard": lambda: _learncard(locked=False),
    "LearnCard, locked": lambda: _learncard(locked=True),
    "Universal Wallet 2020": _universal_wallet,
    "Universal Wallet 2020, locked": _locked_universal_wallet,
    "Badgr or Canvas, a collection": _collection,
    "Badgr or Canvas, a list of assertions": _assertions,
    "Badge Connect, a saved answer": _connect,
    "the displayer API, a saved answer": _displayer,
    "Open Badge Passport": _passport,
    "Blockcerts": _blockcerts,
}
