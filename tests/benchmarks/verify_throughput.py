"""How many credentials a second the whole verifier judges: parsing, every check and the report, in one warm process.

    python tests/benchmarks/verify_throughput.py [FILE.jsonl.gz] [--limit N] [--passes N] [--proof-only] [--cold FILE]

Prints one line `name<TAB>median<TAB>best`, as the shared peer benchmark expects of a product. `--proof-only` parses,
finds the key and checks the signature, which is what most peers do. `--cold` verifies one file in this fresh process:
time it from outside.
A verifier that lets a changed credential's signature pass, or refuses a good one, prints FAIL instead of a figure. (The
sets' tokens carry an `nbf` that is not the credential's `validFrom`, so their verdict is `invalid`; their signature is
what is counted.)
"""

import argparse
import gzip
import os
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(PROJECT))
BENCH = Path(os.environ.get("LER_WALLET_SHARED") or PROJECT.parent / "shared") / "bench"

from wallet.codecs import strict_json  # noqa: E402
from wallet.credentials import detect  # noqa: E402
from wallet.credentials.jwt_vc import parse_compact_jws  # noqa: E402
from wallet.proofs import jose, keys  # noqa: E402
from wallet.proofs.data_integrity import SecuredDocument, find_suite  # noqa: E402
from wallet.proofs.work import Work  # noqa: E402
from wallet.verification.key_resolution import KeyResolver  # noqa: E402
from wallet.verification.report import CheckName, Outcome, VerificationReport  # noqa: E402
from wallet.verification.run_memory import RunMemory  # noqa: E402
from wallet.verification.sources import FixedClock, NoDocuments  # noqa: E402
from wallet.verification.verifier import Verifier  # noqa: E402

AT = datetime(2026, 11, 23, tzinfo=UTC)
DEFAULT = "ob3-eddsa-1000.jsonl.gz"


def _read(path: Path, limit: int) -> Sequence[bytes]:
    with gzip.open(path, "rb") as lines:
        return [line.strip() for line in lines if line.strip()][:limit]


def _changed(text: bytes) -> bytes:
    """The first credential with one letter changed (for a token: its signature)."""
    if text.startswith(b"{"):
        return text.replace(b"Example State University", b"Example State Universitz")
    return text[:-9] + b"AAAAAAAAA"


def main() -> int:
    """Runs the benchmark."""
    arguments = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    arguments.add_argument("file", nargs="?", default=DEFAULT)
    arguments.add_argument("--limit", type=int, default=300)
    arguments.add_argument("--passes", type=int, default=3)
    arguments.add_argument("--data", type=Path, default=BENCH, help="the folder of the sets")
    arguments.add_argument("--proof-only", action="store_true")
    arguments.add_argument("--cold", metavar="FILE")
    options = arguments.parse_args()
    verifier = Verifier(NoDocuments(), FixedClock(AT))

    def report(text: bytes) -> VerificationReport:
        return verifier.verify(detect.parse_document(text))

    def signature(text: bytes) -> Outcome:
        return report(text).check(CheckName.PROOF).outcome

    if options.cold:
        print(report(Path(options.cold).read_bytes()).verdict)
        return 0
    items = _read(options.data / options.file, options.limit)

    def proof_only(text: bytes) -> None:
        """What peers do: parse, find the key, check the signature. Raises when it does not hold."""
        if not text.startswith(b"{"):
            token = parse_compact_jws(text.decode("ascii"))
            jose.check_header(token.header)
            jose.verify(token, keys.key_from_jwk(token.header["jwk"]))
            return
        secured = SecuredDocument(strict_json.loads(text), Work())
        for proof in secured.proofs:
            method = KeyResolver(RunMemory(NoDocuments()), AT).resolve_method(
                proof.get("verificationMethod"), "assertionMethod"
            )
            find_suite(proof).verify(secured, proof, method.key)

    work: Callable[[bytes], object] = proof_only if options.proof_only else report
    good = sum(signature(item) is Outcome.PASSED for item in items[:50])
    if good < min(50, len(items)) or signature(_changed(items[0])) is not Outcome.FAILED:
        print(f"ler-wallet\tFAIL\t{good}")
        return 1
    rates = []
    for _ in range(options.passes):
        started = time.perf_counter()
        for item in items:
            work(item)
        rates.append(len(items) / (time.perf_counter() - started))
    print(f"ler-wallet\t{statistics.median(rates):.1f}\t{max(rates):.1f}\t{options.file}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
