"""What a command loads is what it needs: help answers at once, and nothing ever loads Qt."""

import subprocess
import sys
from collections.abc import Sequence

import pytest

from tests.program import Program
from tests.sample_files import good
from tests.shared_data import PROJECT

HEAVY = (
    "cryptography",
    "pyld",
    "sqlcipher3",
    "PySide6",
    "PIL",
    "zxingcpp",
    "qrcode",
    "wallet.verification",
    "fpdf",
    "zxcvbn",
)
_REPORT = (
    "import sys; from wallet.cli.main import main; main(sys.argv[1:]); print(*sys.modules, file=sys.stderr)"
)


def _loaded(*arguments: str, report: str = _REPORT) -> Sequence[str]:
    done = subprocess.run(
        [sys.executable, "-c", report, *arguments], cwd=PROJECT, capture_output=True, text=True, check=True
    )
    return done.stderr.splitlines()[-1].split()


@pytest.mark.parametrize(
    "arguments", [["--version"], ["--help"], ["verify", "--help"], ["vault", "create", "--help"]]
)
def test_help_and_version_load_nothing_heavy(arguments: list[str]) -> None:
    loaded = _loaded(*arguments)
    assert "click" in loaded
    for name in HEAVY:
        assert name not in loaded


def test_verifying_loads_neither_database_nor_pictures() -> None:
    loaded = _loaded("verify", str(good("small-sewing.json")))
    assert "cryptography" in loaded
    for name in ("sqlcipher3", "PySide6", "PIL", "qrcode", "wallet.vault"):
        assert name not in loaded


# What checking one badge has no use for; each would add to the start of every run.
_FOR_OTHERS = (
    # slow to load; what the wallet has instead is named in wallet/README.md, "What a start may cost"
    *("click", "tomllib", "pathlib", "urllib", "ipaddress", "ctypes", "traceback"),
    *("locale", "gettext", "platform", "argparse"),
    *("pyld", "subprocess", "tempfile", "csv", "concurrent.futures", "multiprocessing", "asyncio"),
    "importlib.resources",
    *(
        "cryptography.x509",
        "jsonschema_rs",
        "wallet.proofs.jose",
        "wallet.proofs.ecdsa",
        "wallet.proofs.sd_jwt",
    ),
    *("wallet.proofs.bbs_signatures", "wallet.proofs.ecdsa_sd_2023", "wallet.verification.trust_lists"),
    *(
        "wallet.verification.openbadges2",
        "wallet.sharing",
        "wallet.app.worker_pool",
        "wallet.cli.verify_many",
    ),
)


_REPORT_OF_PROGRAM = """
import os, sys
import wallet.__main__
os._exit = lambda code: code  # the program ends itself at once
wallet.__main__.main()
print(*sys.modules, file=sys.stderr)
"""


def test_verifying_one_badge_loads_nothing_for_other_kinds() -> None:
    loaded = _loaded("verify", str(good("small-sewing.json")), report=_REPORT_OF_PROGRAM)
    assert "wallet.proofs.eddsa" in loaded
    assert [name for name in _FOR_OTHERS if name in loaded] == []


def test_version_is_said(program: Program) -> None:
    done = program.run("--version")
    assert done.code == 0
    assert done.out.startswith("ler-wallet ")


@pytest.mark.parametrize(
    "command",
    [
        "verify",
        "vault create",
        "vault info",
        "vault check",
        "vault passphrase",
        "vault recovery-kit",
        "vault recover",
        "import",
        "list",
        "show",
        "share",
        "shares",
        "shares show",
        "qr read",
        "reasons",
        "completion",
    ],
)
def test_every_help_shows_an_example(program: Program, command: str) -> None:
    done = program.run(*command.split(), "--help")
    assert done.code == 0
    assert f"Example: ler-wallet {command}" in " ".join(done.out.split()) or command == "shares"
    assert "Example: ler-wallet" in done.out
