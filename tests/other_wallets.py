"""Files as other wallets and mail programs write them, made from the descriptions of their formats, never from theirs.

Lives here: whole files around real signed badges. Does not live here: breaking them, which each test does in sight.
"""

import base64
import hashlib
import io
import json
import zipfile
from collections.abc import Mapping, Sequence
from email.message import EmailMessage
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA512
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC
from cryptography.hazmat.primitives.keywrap import aes_key_wrap
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from tests.sharing.shares import signed_badge
from wallet.codecs import base64url
from wallet.codecs.multibase import encode_base58btc

SEED = bytes(range(32))
DID = "did:key:z6MkehRgf7yJbgaGfYsdoAsKdBPE3dj2CYhowQdcjqSJgvVd"
BACKUP_WORDS = b"other wallet words"
LEARNER_CONTEXT = ["https://www.w3.org/2018/credentials/v1", "https://w3id.org/wallet/v1"]
Json = dict[str, Any]


def badges(count: int = 2, start: int = 0) -> list[Json]:
    """Signed badges that differ."""
    return [
        dict(signed_badge(id=f"urn:uuid:00000000-0000-4000-8000-{n:012}", name=f"Badge {n}").document)
        for n in range(start, start + count)
    ]


def as_json(value: Any, indent: int | None = 2) -> bytes:
    return json.dumps(value, indent=indent, ensure_ascii=False).encode()


# -- archives and mail


def zipped(files: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A ZIP with these files in it."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return target.getvalue()


def mail(
    *attachments: tuple[str, bytes, str], text: str = "Here is your badge.", html: str = ""
) -> EmailMessage:
    """A message with these files (name, content, media type) attached."""
    message = EmailMessage()
    message["From"] = "School <badges@school.example>"
    message["To"] = "sam@learner.example"
    message["Subject"] = "Your badge — félicitations"
    message["Date"] = "Mon, 23 Nov 2026 12:00:00 +0000"
    message.set_content(text)
    if html:
        message.add_alternative(html, subtype="html")
    for name, content, media_type in attachments:
        kind, _, subtype = media_type.partition("/")
        message.add_attachment(content, maintype=kind, subtype=subtype, filename=name)
    return message


def mailbox(*messages: EmailMessage) -> bytes:
    """A file with these messages one after the other, as mail programs export a folder."""
    return b"".join(
        b"From - Mon Nov 23 09:14:00 2026\n" + message.as_bytes().replace(b"\nFrom ", b"\n>From ") + b"\n"
        for message in messages
    )


# -- Learner Credential Wallet


def learner_keys(seed: bytes = SEED) -> list[Json]:
    """The DID document, the signing key and the agreement key, as that wallet writes them."""
    public = (
        Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    )
    name = encode_base58btc(b"\xed\x01" + public)
    did = f"did:key:{name}"
    return [
        {"@context": ["https://www.w3.org/ns/did/v1"], "id": did, "authentication": [f"{did}#{name}"]},
        {
            "id": f"{did}#{name}",
            "controller": did,
            "type": "Ed25519VerificationKey2020",
            "publicKeyMultibase": name,
            "privateKeyMultibase": encode_base58btc(b"\x80\x26" + seed + public),
        },
        {
            "id": f"{did}#z6LS",
            "controller": did,
            "type": "X25519KeyAgreementKey2020",
            "publicKeyMultibase": "z6LSgTMiVvjkfQd8CF1kWasYZKBqtAYf6h8TC3yDfjPgDbWQ",
            "privateKeyMultibase": encode_base58btc(b"\x82\x26" + bytes(32)),
        },
    ]


def learner_profile(
    credentials: Sequence[Any], name: str | None = "Default", keys: Sequence[Json] | None = None
) -> Json:
    """One profile of a backup."""
    about = {
        "@context": LEARNER_CONTEXT[1:],
        "id": "urn:uuid:2",
        "type": "ProfileMetadata",
        "data": {"profileName": name},
    }
    return {
        "@context": LEARNER_CONTEXT,
        "id": "urn:uuid:00000000-0000-4000-8000-0000000000f1",
        "type": "UniversalWallet2020",
        "status": "UNLOCKED",
        "contents": [*credentials, *(learner_keys() if keys is None else keys), *([about] if name else [])],
    }


def learner_backup(credentials: Sequence[Any]) -> bytes:
    """`Wallet Backup.json`."""
    return as_json([learner_profile(credentials)])


def locked_learner_backup(
    credentials: Sequence[Any], rounds: int = 120_000, words: bytes = BACKUP_WORDS
) -> Json:
    """The locked form, as it was written for some months."""
    inside = json.dumps(json.dumps([learner_profile(credentials)])).encode()
    salt, vector, content_key = bytes(16), bytes(12), bytes(range(32))
    key = PBKDF2HMAC(SHA512(), 32, salt, min(rounds, 1_000_000)).derive(words)
    locked = AESGCM(content_key).encrypt(vector, inside, None)
    header = {"alg": "PBES2-HS512+A256KW", "p2s": standard(salt), "p2c": rounds, "enc": "A256GCM"}
    jwe = {
        "recipients": [{"header": header, "encrypted_key": standard(aes_key_wrap(key, content_key))}],
        "iv": standard(vector),
        "ciphertext": standard(locked[:-16]),
        "tag": standard(locked[-16:]),
    }
    return {
        "@context": ["https://www.w3.org/2018/credentials/v1", "http://w3id.org/wallet/v1"],
        "id": "urn:uuid:00000000-0000-4000-8000-000000000001",
        "type": ["VerifiableCredential", "EncryptedWallet"],
        "issuer": "did:web:wallet.example",
        "issuanceDate": "2023-01-01T00:00:00.000Z",
        "credentialSubject": {"id": "urn:uuid:00000000-0000-4000-8000-000000000003", "jwe": jwe},
    }


def standard(data: bytes) -> str:
    """Base64 with padding."""
    return base64.b64encode(data).decode()


# -- LearnCard


def envelope(payload: bytes, words: bytes = BACKUP_WORDS, **costs: Any) -> bytes:
    """A payload locked as that wallet locks it; keyword arguments replace what the envelope says of the costs."""
    salt, vector = hashlib.sha256(payload).digest()[:16], bytes(12)
    # The least that is accepted, so that tests are quick; the real wallet writes 3, 65536 and 4.
    real = {"timeCost": 1, "memoryCost": 8192, "parallelism": 1}
    key = Argon2id(salt=salt, length=32, iterations=1, lanes=1, memory_cost=8192).derive(words)
    return as_json(
        {
            "ciphertext": standard(AESGCM(key).encrypt(vector, payload, None)),
            "iv": standard(vector),
            "salt": standard(salt),
            "kdfParams": {"algorithm": "argon2id", **real, **costs},
        },
        None,
    )


def learncard_bundle(credentials: Sequence[Any], *, locked: bool = True, **costs: Any) -> dict[str, bytes]:
    """The files of a continuity bundle, to be put into a ZIP."""
    jwk = {"kty": "OKP", "crv": "Ed25519", "d": base64url.encode(SEED)}
    payloads = [
        ("keys/private-key-seed.txt", "key-private-seed", SEED.hex().encode() + b"\n"),
        ("keys/jwks.json", "key-jwks", as_json({"ed25519": jwk}, None)),
        *(
            (
                f"credentials/{hashlib.sha256(as_json(one)).hexdigest()}.json",
                "credential",
                as_json(one, None) + b"\n",
            )
            for one in credentials
        ),
        ("index-records/a.json", "index-record", b'{"uri":"lc:cloud:x"}\n'),
    ]
    files = {"README.md": b"# Bundle\n", "BUNDLE_SPEC.md": b"# Format\n", "keys/did-document.json": b"{}\n"}
    contents = [
        {"id": "did", "type": "did-document", "path": "keys/did-document.json", "encrypted": False,
         "sha256": hashlib.sha256(b"{}\n").hexdigest()},
    ]  # fmt: skip
    for path, kind, payload in payloads:
        stored, name = (envelope(payload, **costs), f"{path}.enc") if locked else (payload, path)
        files[name] = stored
        contents.append(
            {
                "id": path,
                "type": kind,
                "path": name,
                "encrypted": locked,
                "sha256": hashlib.sha256(stored).hexdigest(),
            }
        )
    mode = {"mode": "argon2id-aes-256-gcm", "encryptedPayloads": True} if locked else {"mode": "none"}
    manifest = {
        "specVersion": "1.0.0",
        "primaryDid": DID,
        "walletName": "LearnCard",
        "encryption": mode,
        "contents": contents,
        "payloadSha256": hashlib.sha256(
            json.dumps(
                sorted(contents, key=lambda one: str(one["path"])),
                sort_keys=True,
                separators=(",", ":"),
                ensure_ascii=False,
            ).encode()
        ).hexdigest(),
    }
    files["manifest.json"] = as_json(manifest)
    return files


# -- backpacks


def hosted_assertion(number: int = 1) -> Json:
    """An Open Badges 2.0 assertion as a backpack lists it."""
    return {
        "@context": "https://w3id.org/openbadges/v2",
        "type": "Assertion",
        "id": f"https://badges.example/public/assertions/{number}",
        "badge": f"https://badges.example/public/badges/{number}",
        "recipient": {"type": "email", "hashed": True, "salt": "s", "identity": f"sha256${'0' * 64}"},
        "issuedOn": "2026-01-15T00:00:00+00:00",
        "verification": {"type": "HostedBadge"},
    }


def badgr_collection(assertions: Sequence[Json], name: str = "Robotics") -> Json:
    """A shared collection of Badgr or Canvas Credentials."""
    return {
        "@context": "https://w3id.org/openbadges/v2",
        "type": "Collection",
        "id": "https://badges.example/public/collections/abc",
        "name": name,
        "description": "",
        "entityId": "abc",
        "owner": {"firstName": "Sam", "lastName": "Rivera"},
        "badges": list(assertions),
    }


def badgr_answer(number: int = 1) -> Json:
    """One assertion as version 2 of Badgr's API writes it, with badge class and issuer in it."""
    return {
        "entityType": "Assertion",
        "entityId": f"e{number}",
        "openBadgeId": f"https://badges.example/public/assertions/{number}",
        "badgeclass": {
            "entityType": "BadgeClass",
            "openBadgeId": f"https://badges.example/public/badges/{number}",
            "name": f"Welding {number}",
            "description": "Welds.",
            "image": "https://badges.example/welding.png",
            "criteriaUrl": "https://badges.example/criteria",
            "criteriaNarrative": "Made a joint.",
            "tags": ["welding"],
        },
        "badgeclassOpenBadgeId": f"https://badges.example/public/badges/{number}",
        "issuer": {
            "entityType": "Issuer",
            "openBadgeId": "https://badges.example/public/issuers/1",
            "name": "Trade School",
            "url": "https://trade.example",
            "email": "badges@trade.example",
        },
        "issuerOpenBadgeId": "https://badges.example/public/issuers/1",
        "image": "https://badges.example/a.png",
        "recipient": {
            "identity": "sam@learner.example", "type": "email", "hashed": False,
            "plaintextIdentity": "sam@learner.example",
        },
        "issuedOn": "2026-02-01T00:00:00Z",
        "narrative": "",
        "evidence": [{"url": "https://badges.example/e/1", "narrative": "A photograph."}],
        "revoked": False,
        "revocationReason": None,
        "expires": None,
        "acceptance": "Accepted",
        "pending": False,
    }  # fmt: skip
