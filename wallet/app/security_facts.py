"""What can be said of the security of the program that runs now: asked of its parts, not written down anywhere.

Lives here: asking. Does not live here: the sentences (`resources/materials`), or anything that makes it secure.
"""

import platform
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from importlib import metadata
from pathlib import Path

from wallet import __version__
from wallet.app.container import Services
from wallet.app.kdf_choice import KdfProfile, measured_seconds
from wallet.app.private_memory import lets_debuggers_in, writes_core_dumps
from wallet.app.school_policy import SchoolPolicy, load_policy
from wallet.errors import WalletError
from wallet.vault.connection import describe_cipher
from wallet.vault.key_derivation import profile_of, read_salt
from wallet.vault.migrations.runner import STEPS

_CIPHER = ("cipher", "cipher_hmac_algorithm", "cipher_page_size", "cipher_provider", "cipher_version")
_LIBRARIES = (
    "cryptography",
    "sqlcipher3",
    "PyLD",
    "joserfc",
    "jsonschema-rs",
    "httpcore",
    "certifi",
    "pillow",
    "zxing-cpp",
    "py-arkworks-bls12381",
    "PySide6-Essentials",
)
"""Those that see secrets, signatures, or what others sent."""
_NETWORK_PART = "httpcore"


class NetworkRule(StrEnum):
    """What the computer's settings say of the network."""

    ASKED = "asked"
    ONLY_SITES = "only_sites"
    FORBIDDEN = "forbidden"
    MISTAKE = "mistake"


@dataclass(frozen=True, slots=True)
class SecurityFacts:
    """One look at the running program.

    Attributes:
        cipher, integrity: what the encrypting library calls its algorithms.
        page_bytes: the size of the pages it encrypts one by one.
        engine: the library that carries the cipher out, with the version of the database around it.
        format_version: of the files this program writes.
        kdf: of the open file, else of a file that would be made here now.
        is_of_file: whether `kdf` is that of the open file.
        kdf_seconds: what one guess took on this computer just now.
        network: the rule; `school` who set it, `sites` those that alone may be asked.
        network_loaded: whether the part that talks to websites has been loaded since the program began.
        core_dumps, debuggers: whether they are possible now; None where the system does not say.
        libraries: names and versions of those that are installed.
    """

    at: datetime
    version: str
    system: str
    python: str
    cipher: str
    integrity: str
    page_bytes: int
    engine: str
    format_version: int
    kdf: KdfProfile
    is_of_file: bool
    kdf_seconds: float
    network: NetworkRule
    school: str
    sites: Sequence[str]
    network_loaded: bool
    core_dumps: bool | None
    debuggers: bool | None
    libraries: Sequence[tuple[str, str]]


def security_facts(
    services: Services,
    file: Path | None = None,
    policy: Callable[[], SchoolPolicy | None] = load_policy,
    seconds: Callable[[KdfProfile], float] = measured_seconds,
) -> SecurityFacts:
    """Asks now; takes as long as a few guesses at a passphrase, so not on the window's thread.

    Args:
        file: the wallet file that is open.
        policy: what the school has set.
        seconds: measures what one guess takes.

    Raises:
        VaultError: the file cannot be read any more, or there is too little memory to measure.
    """
    cipher, integrity, page_bytes, provider, version = describe_cipher(_CIPHER)
    kdf = profile_of(read_salt(file)) if file is not None else services.kdf_profile()
    network, set_by = _network(policy)
    return SecurityFacts(
        at=services.clock.now(),
        version=__version__,
        system=f"{platform.system()} {platform.release()} ({platform.machine()})",
        python=platform.python_version(),
        cipher=cipher,
        integrity=integrity.replace("_", "-"),
        page_bytes=int(page_bytes),
        engine=f"SQLCipher {version} ({provider})",
        format_version=STEPS[-1].number,
        kdf=kdf,
        is_of_file=file is not None,
        kdf_seconds=seconds(kdf),
        network=network,
        school="" if set_by is None else set_by.school,
        sites=() if set_by is None else set_by.only_sites or (),
        network_loaded=_NETWORK_PART in sys.modules,
        core_dumps=writes_core_dumps(),
        debuggers=lets_debuggers_in(),
        libraries=tuple(_installed()),
    )


def _network(policy: Callable[[], SchoolPolicy | None]) -> tuple[NetworkRule, SchoolPolicy | None]:
    try:
        found = policy()
    except WalletError:
        return NetworkRule.MISTAKE, None
    if found is None:
        return NetworkRule.ASKED, None
    if not found.network:
        return NetworkRule.FORBIDDEN, found
    return (NetworkRule.ASKED if found.only_sites is None else NetworkRule.ONLY_SITES), found


def _installed() -> Sequence[tuple[str, str]]:
    found = []
    for name in _LIBRARIES:
        try:
            found.append((name, metadata.version(name)))
        except metadata.PackageNotFoundError:
            continue  # an extra that was not asked for
    return found
