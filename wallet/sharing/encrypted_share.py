"""A share that only its receiver can open (`.lershare`): the bundle as a compact JWE.

Lives here: the two ways to lock it (a passphrase, the receiver's public key), the floor and ceiling on what is read,
and both directions. Does not live here: asking for a passphrase.

Source: RFC 7516 (JWE, compact serialization); RFC 7518, sections 4.6 (ECDH-ES) and 4.8 (PBES2).
"""

import re
import unicodedata
import warnings
from typing import TYPE_CHECKING, Any

from wallet.codecs import base64url, strict_json
from wallet.errors import CodecError, Reason, SharingError

if TYPE_CHECKING:
    from joserfc.jwe import JWERegistry

CONTENT_TYPE = "application/ler-bundle+json"
MAX_BYTES = 20_000_000
WORDS_ALGORITHM = "PBES2-HS512+A256KW"
KEY_ALGORITHM = "ECDH-ES+A256KW"
ENCRYPTION = "A256GCM"
_ROUNDS = 300_000
# What somebody else wrote may neither be cheap to guess nor take minutes to try.
_LEAST_ROUNDS, _MOST_ROUNDS = 100_000, 300_000
_SALT_BYTES = 16
_COMPACT = re.compile(rb"\A\s*[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]*){4}\s*\Z")
_KEY_CURVES = ("X25519", "P-256")  # not a set: a key may name a list


def is_encrypted(data: bytes) -> bool:
    """Whether these bytes mean to be such a file: five parts of base64url, which neither JSON nor a token has."""
    return len(data) <= MAX_BYTES and _COMPACT.match(data) is not None


def needs_passphrase(data: bytes) -> bool:
    """Whether a passphrase opens it, rather than a key.

    Raises:
        SharingError: ENCRYPTED_SHARE_INVALID.
    """
    return bool(_header(data)["alg"] == WORDS_ALGORITHM)


def encrypt_with_passphrase(bundle: bytes, passphrase: bytearray) -> bytes:
    """Locks a bundle with a passphrase.

    Args:
        bundle: what `encode_bundle` returned.
        passphrase: UTF-8, not empty; the caller's to wipe.

    Returns:
        ASCII, with a line feed at the end.

    Raises:
        SharingError: SHARE_PASSPHRASE_NEEDED when it is empty.
    """
    if not passphrase:
        raise SharingError(Reason.SHARE_PASSPHRASE_NEEDED)
    header = {"alg": WORDS_ALGORITHM, "enc": ENCRYPTION, "cty": CONTENT_TYPE, "p2c": _ROUNDS}
    return _encrypt(bundle, header, _passphrase_key(passphrase))


def encrypt_for_key(bundle: bytes, public_key: bytes) -> bytes:
    """Locks a bundle for the owner of a key.

    Args:
        public_key: a public JWK as JSON, X25519 or P-256.

    Raises:
        SharingError: RECEIVER_KEY_INVALID.
    """
    header: dict[str, Any] = {"alg": KEY_ALGORITHM, "enc": ENCRYPTION, "cty": CONTENT_TYPE}
    jwk = _jwk(public_key)
    if "d" in jwk:
        raise SharingError(Reason.RECEIVER_KEY_INVALID, "private")
    if isinstance(jwk.get("kid"), str):
        header["kid"] = jwk["kid"]
    return _encrypt(bundle, header, _imported(jwk))


def decrypt(data: bytes, *, passphrase: bytearray | None = None, private_key: bytes | None = None) -> bytes:
    """The bundle inside.

    Args:
        passphrase: UTF-8; the caller's to wipe.
        private_key: a private JWK as JSON.

    Raises:
        SharingError: ENCRYPTED_SHARE_INVALID (cut, changed, another kind), SHARE_PASSPHRASE_NEEDED or
            RECEIVER_KEY_NEEDED when the fitting secret was not given, SHARE_PASSPHRASE_WRONG when what was given does
            not open it: a changed byte and a wrong secret cannot be told apart.
    """
    from joserfc import jwe  # noqa: PLC0415 - a tenth of a second

    key: Any
    if needs_passphrase(data):
        if not passphrase:
            raise SharingError(Reason.SHARE_PASSPHRASE_NEEDED)
        key = _passphrase_key(passphrase)
    else:
        if private_key is None:
            raise SharingError(Reason.RECEIVER_KEY_NEEDED)
        key = _imported(_jwk(private_key))
    try:
        found = jwe.decrypt_compact(data.strip(), key, registry=_registry()).plaintext
    except Exception as error:
        raise SharingError(Reason.SHARE_PASSPHRASE_WRONG) from error
    if found is None:
        raise SharingError(Reason.ENCRYPTED_SHARE_INVALID, "empty")
    return found


def _encrypt(bundle: bytes, header: dict[str, Any], key: Any) -> bytes:
    from joserfc import jwe  # noqa: PLC0415

    return jwe.encrypt_compact(header, bundle, key, registry=_registry()).encode("ascii") + b"\n"


def _passphrase_key(passphrase: bytearray) -> Any:
    """The key, in Unicode form NFC as the page types it.

    The library warns of short keys; here it is a passphrase, which PBES2 stretches.
    """
    from joserfc.jwk import OctKey  # noqa: PLC0415

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        words = unicodedata.normalize("NFC", passphrase.decode("utf-8", "surrogateescape"))
        return OctKey.import_key(words.encode("utf-8", "surrogateescape"))


def _header(data: bytes) -> dict[str, Any]:
    """The protected header of a file that is of this very kind."""
    try:
        header = strict_json.loads(base64url.decode_strict(data.strip().partition(b".")[0].decode("ascii")))
    except (CodecError, UnicodeDecodeError) as error:
        raise SharingError(Reason.ENCRYPTED_SHARE_INVALID, "header") from error
    if not isinstance(header, dict) or header.get("enc") != ENCRYPTION or header.get("cty") != CONTENT_TYPE:
        raise SharingError(Reason.ENCRYPTED_SHARE_INVALID, "header")
    rounds = header.get("p2c")
    if header.get("alg") == WORDS_ALGORITHM:
        if type(rounds) is not int or not _LEAST_ROUNDS <= rounds <= _MOST_ROUNDS:
            raise SharingError(Reason.ENCRYPTED_SHARE_INVALID, "rounds")
    elif header.get("alg") != KEY_ALGORITHM:
        raise SharingError(Reason.ENCRYPTED_SHARE_INVALID, "alg")
    return header


def _registry() -> "JWERegistry":
    """Only our own algorithms, whatever a header asks for."""
    from joserfc.jwe import JWERegistry  # noqa: PLC0415

    registry = JWERegistry(algorithms=[WORDS_ALGORITHM, KEY_ALGORITHM, ENCRYPTION])
    registry.max_ciphertext_length = MAX_BYTES
    return registry


def _jwk(text: bytes) -> dict[str, Any]:
    try:
        jwk = strict_json.loads(text)
    except CodecError as error:
        raise SharingError(Reason.RECEIVER_KEY_INVALID, "JSON") from error
    if not isinstance(jwk, dict) or jwk.get("crv") not in _KEY_CURVES:
        raise SharingError(Reason.RECEIVER_KEY_INVALID, "curve")
    return jwk


def _imported(jwk: dict[str, Any]) -> Any:
    from joserfc.errors import JoseError  # noqa: PLC0415
    from joserfc.jwk import ECKey, OKPKey  # noqa: PLC0415

    kind = OKPKey if jwk.get("kty") == "OKP" else ECKey
    try:
        return kind.import_key(dict(jwk))
    except (JoseError, ValueError, TypeError, KeyError) as error:
        raise SharingError(Reason.RECEIVER_KEY_INVALID, "key") from error
