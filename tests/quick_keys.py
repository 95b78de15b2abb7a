"""Keys that cost as little time as they may: the quickest profile, and each derivation worked out once."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import pytest
from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

from wallet.app.container import Services
from wallet.app.kdf_choice import PROFILES
from wallet.vault import key_derivation


def with_quick_keys(services: Services) -> Services:
    """The same services without measuring this machine; `tests/app/test_kdf_choice.py` tests what is measured."""
    return replace(services, kdf_profile=lambda: PROFILES[1])


@contextmanager
def remembered_keys() -> Iterator[None]:
    """What one passphrase and salt come to is derived once, by the real thing, for all tests within."""
    known: dict[tuple[object, ...], bytes] = {}

    class Remembered:
        def __init__(self, **parameters: Any) -> None:
            self._parameters = parameters

        def derive_into(self, passphrase: bytes, key: bytearray) -> None:
            asked = (bytes(passphrase), *self._parameters.items())
            if asked not in known:
                known[asked] = Argon2id(**self._parameters).derive(bytes(passphrase))
            key[:] = known[asked]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(key_derivation, "Argon2id", Remembered)
        yield
