"""The demo: the main job on the sample credentials, through the real command line, each step in a fresh process.

It makes a vault, imports good, changed, expired and unreadable samples, lists, shows the checks, shares two as a file,
two as a QR code, one with all hidden that may be and two as a page that checks itself, and has each verified by
processes that know nothing of the vault. Every step says what must come out; when something else does (a changed
credential accepted, a good one refused), the demo says so and ends with 1.

Lives here: the story and its summary. Does not live here: calling the command line (`demo_wallet`).
"""

import sys
import time
import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import build_verify_page
from house.console import StopRun, run_quietly, say
from house.demo_wallet import PASSPHRASE, DemoWallet
from house.places import SAMPLES, output_folder

RECEIVER = "Harbor Community College"
PURPOSE = "Advanced standing"
UNTIL = "2027-06-30"
ON_FILE = ("good/laser-cutting.png", "good/peer-tutoring.json")
ON_QR = ("good/small-soldering.json", "good/small-sewing.json")
WITH_HIDDEN_PARTS = "selective/welding.json"
# Shorter values ("B", "en") stand in any text by chance.
SHORTEST_TOLD = 8
TOO_BIG_FOR_QR = ("good/laser-cutting.png", "good/budgeting.json")
SHOWN = (
    ("good/laser-cutting.png", "a good one"),
    ("broken/changed-after-issue.json", "changed after issue"),
    ("broken/expired.json", "expired"),
)
# What an earlier demo left; nothing else in the folder is touched.
OURS = ("demo.lerwallet*", "shared-*", "*.png")
PICTURE_SECONDS = 600.0
WITHOUT_BBS = ("kept_without_bbs_verdict", "kept_without_bbs_reason")


def walk(python: Path, *, pictures_problem: str) -> int:
    """Does all of it and prints the summary on stdout.

    Args:
        python: interpreter of the prepared environment.
        pictures_problem: why Qt does not start here; empty when it does.

    Returns:
        0 when every step came out as it must, else 1.
    """
    out = output_folder("demo-out")
    clear(out)
    demo = Demo(python, out)
    demo.make_vault()
    ids = demo.import_samples()
    demo.list_and_show(ids)
    demo.share_file(ids)
    demo.share_qr(ids)
    demo.share_with_hidden_parts(ids)
    demo.share_page(ids, is_built=build_verify_page.is_current())
    demo.take_pictures(pictures_problem)
    demo.summarise()
    return 1 if demo.problems else 0


def clear(out: Path) -> None:
    """Removes what an earlier demo made."""
    for pattern in OURS:
        for old in out.glob(pattern):
            if old.is_file():
                old.unlink()


def manifest() -> Mapping[str, Any]:
    """`resources/samples/manifest.toml`: every sample with the verdict it must get.

    Raises:
        StopRun: the tree is not whole.
    """
    try:
        return tomllib.loads((SAMPLES / "manifest.toml").read_text("utf-8"))
    except OSError as error:
        raise StopRun("resources/samples cannot be read. Fetch the program again.") from error


def kept_as(sample: Mapping[str, Any]) -> tuple[str, str]:
    """The verdict and the reason that importing a sample must give."""
    if "kept_verdict" in sample:
        return sample["kept_verdict"], sample["kept_reason"]
    return sample["verdict"], sample["reason"]


def verdict_problems(samples: Sequence[Mapping[str, Any]], results: Sequence[Mapping[str, Any]]) -> list[str]:
    """Where an import said something else than the manifest, in either direction."""
    said = {
        Path(str(result.get("input", ""))).name: (
            str(result.get("verdict", "no verdict")),
            str(result.get("reason") or ""),
        )
        for result in results
    }
    problems = []
    for sample in samples:
        must = kept_as(sample)
        # the optional library for bbs-2023 may be there or not
        others = [
            (sample[verdict], sample[reason]) for verdict, reason in (WITHOUT_BBS,) if verdict in sample
        ]
        found = said.get(Path(sample["file"]).name, ("not reported", ""))
        if found not in [must, *others]:
            problems.append(
                f"{sample['file']} came out as {' '.join(found).strip()}, not {' '.join(must).strip()}"
            )
    return problems


def texts_in(value: Any) -> set[str]:
    """The texts in a JSON value that are long enough to be looked for."""
    if isinstance(value, dict | list):
        return set().union(*map(texts_in, value.values() if isinstance(value, dict) else value))
    return {value} if isinstance(value, str) and len(value) >= SHORTEST_TOLD else set()


def with_a_flipped_bit(content: bytes, place: int) -> bytes:
    """The same bytes with the lowest bit of one of them turned."""
    return content[:place] + bytes([content[place] ^ 1]) + content[place + 1 :]


class Demo:
    """The steps, in order; `problems` collects what did not come out as it must."""

    def __init__(self, python: Path, out: Path) -> None:
        self.begun = time.monotonic()
        self.out = out
        self.manifest = manifest()
        self.wallet = DemoWallet(python, out / "demo.lerwallet", self.manifest["evaluated_at"])
        self.problems: list[str] = []
        self.lines: list[tuple[str, str]] = []

    def must(self, condition: bool, problem: str) -> None:
        """Notes a problem unless the condition holds."""
        if not condition:
            self.problems.append(problem)
            say(f"NOT AS IT MUST BE: {problem}")

    def make_vault(self) -> None:
        """An encrypted file that no other program can read."""
        say("Making an encrypted file ...")
        made = self.wallet.with_vault("vault", "create", self.wallet.vault, "--name", "Demo")
        self.must(made.code == 0 and self.wallet.vault.is_file(), f"no vault was made: {made.why}")
        if not self.wallet.vault.is_file():
            raise StopRun(f"The demo cannot go on: no vault was made. {made.why}")
        self.must(b"SQLite format" not in self.wallet.vault.read_bytes(), "the vault is not encrypted")
        self.lines.append(("vault", f'{self.wallet.vault.name}, opened by the passphrase "{PASSPHRASE}"'))

    def import_samples(self) -> Mapping[str, str]:
        """All samples; each must get the verdict of the manifest. Gives their ids by file."""
        samples = self.manifest["sample"]
        say(f"Importing {len(samples)} sample credentials ...")
        files = [SAMPLES / sample["file"] for sample in samples]
        imported = self.wallet.with_vault(
            "import", "--not-valid", "--vault", self.wallet.vault, *self.wallet.documents, *files
        )
        for problem in verdict_problems(samples, imported.objects):
            self.must(False, problem)
        refused = [result for result in imported.objects if result.get("result") == "refused"]
        self.must(
            imported.code == (1 if refused else 0), f"import ended with {imported.code}: {imported.why}"
        )
        verdicts = Counter(str(result.get("verdict", "no verdict")) for result in imported.objects)
        kept = len(imported.objects) - len(refused)
        words = ", ".join(f"{number} {verdict}" for verdict, number in sorted(verdicts.items()))
        self.lines.append(
            ("imported", f"{len(imported.objects)} samples, {kept} kept, {len(refused)} refused: {words}")
        )
        return {
            sample["file"]: str(result.get("id"))
            for sample in samples
            for result in imported.of(sample["file"])
        }

    def list_and_show(self, ids: Mapping[str, str]) -> None:
        """The list of a file that was closed and opened again, and the checks of three credentials."""
        say("Opening the file again ...")
        listed = self.wallet.with_vault("list", "--vault", self.wallet.vault)
        kept = sum(identifier != "None" for identifier in ids.values())
        self.must(
            len(listed.objects) == kept, f"{kept} credentials were kept, {len(listed.objects)} are listed"
        )
        self.lines.append(("listed", f"{len(listed.objects)} credentials"))
        for file, what in SHOWN:
            shown = self.wallet.with_vault("show", "--vault", self.wallet.vault, ids.get(file, "none"))
            self.must(shown.code == 0 and bool(shown.objects), f"{file} cannot be shown: {shown.why}")
            for credential in shown.objects if shown.code == 0 else ():
                self.lines.append((what, f"{credential['verdict']}: {checks_in_words(credential['report'])}"))

    def share_file(self, ids: Mapping[str, str]) -> None:
        """Two credentials as a presentation file, verified elsewhere; and the same with one bit turned."""
        out = self.out / "shared-presentation.json"
        say("Sharing two as a file ...")
        shared = self._share(ids, ON_FILE, out)
        self.must(shared == "", f"two credentials could not be shared as a file: {shared}")
        if not out.is_file():
            return
        report = self.wallet.elsewhere(out.name, out.read_bytes())
        self.must(
            report.code == 0 and len(report.inner) == len(ON_FILE),
            f"what was shared does not verify: {report.why}",
        )
        content = out.read_bytes()
        changed = [
            self.wallet.elsewhere(out.name, with_a_flipped_bit(content, len(content) * part // 4))
            for part in (1, 2, 3)
        ]
        for each in changed:
            self.must(each.code == 1, f"a changed presentation was not refused: {each.verdict}")
        refusals = " ".join(sorted({each.verdict for each in changed}))
        self.lines.append(
            ("file", f"{out.name}: 2 shared; in a fresh process {report.verdict}; one bit turned: {refusals}")
        )

    def share_qr(self, ids: Mapping[str, str]) -> None:
        """Two small credentials as a QR code, read back from the picture; two big ones are refused with the reason."""
        out = self.out / "shared-qr.png"
        say("Sharing two as a QR code ...")
        shared = self._share(ids, ON_QR, out)
        self.must(shared == "", f"two small credentials could not be shared as a QR code: {shared}")
        too_big = self._share(ids, TOO_BIG_FOR_QR, self.out / "shared-too-big.png")
        self.must(
            too_big == "too_big_for_qr", f"two big ones should not fit a QR code, but: {too_big or 'made'}"
        )
        if not out.is_file():
            return
        report = self.wallet.elsewhere(out.name, out.read_bytes())
        self.must(
            report.code == 0 and len(report.inner) == len(ON_QR), f"the QR code does not verify: {report.why}"
        )
        self.lines.append(
            ("QR code", f"{out.name}: 2 shared; in a fresh process {report.verdict}; two big ones: {too_big}")
        )

    def share_with_hidden_parts(self, ids: Mapping[str, str]) -> None:
        """One credential with everything left out that its issuer lets out; nothing of that is in the file."""
        out = self.out / "shared-with-hidden-parts.json"
        say("Sharing one with hidden parts ...")
        sample = ids.get(WITH_HIDDEN_PARTS, "none")
        told = self.wallet.with_vault("disclose", "--vault", self.wallet.vault, sample)
        parts: Mapping[str, Any] = next(iter(told.objects), {}) if told.code == 0 else {}
        selectable = parts.get("selectable", ())
        hidden = texts_in([part["value"] for part in selectable])
        hidden -= texts_in([part["value"] for part in parts.get("mandatory", ())])
        self.must(bool(hidden), f"nothing can be hidden: {told.why}")
        shared = self._share(ids, (WITH_HIDDEN_PARTS,), out, "--hide-all")
        self.must(shared == "", f"a credential could not be shared with hidden parts: {shared}")
        if not out.is_file():
            return
        content = out.read_text("utf-8")
        found = sum(text in content for text in hidden)
        self.must(found == 0, f"{found} hidden texts stand in what was shared")
        report = self.wallet.elsewhere(out.name, out.read_bytes())
        self.must(
            report.code == 0 and len(report.inner) == 1,
            f"what was shared with hidden parts does not verify: {report.why}",
        )
        told_in_words = f"{len(selectable)} parts hidden, none of their {len(hidden)} texts in it"
        self.lines.append(
            ("hidden parts", f"{out.name}: {told_in_words}; in a fresh process {report.verdict}")
        )

    def share_page(self, ids: Mapping[str, str], *, is_built: bool) -> None:
        """Two credentials as a page that checks itself, where that page could be built."""
        if not is_built:
            self.lines.append(("page", "none: the page for receivers could not be built (see above)"))
            return
        out = self.out / "shared-page.html"
        say("Sharing two as a page that checks itself ...")
        shared = self._share(ids, ON_FILE, out)
        self.must(shared == "", f"two credentials could not be shared as a page: {shared}")
        if not out.is_file():
            return
        report = self.wallet.elsewhere(out.name, out.read_bytes())
        self.must(
            report.code == 0 and len(report.inner) == len(ON_FILE), f"the page does not verify: {report.why}"
        )
        self.lines.append(
            ("page", f"{out.name}: 2 shared, opens in any browser; in a fresh process {report.verdict}")
        )

    def _share(self, ids: Mapping[str, str], files: Sequence[str], out: Path, *more: str) -> str:
        """Shares these samples into a file; why not, or nothing when it was made."""
        chosen = [word for file in files for word in ("--credential", ids.get(file, "none"))]
        bound = ("--to", RECEIVER, "--purpose", PURPOSE, "--until", UNTIL, "--out", str(out))
        made = self.wallet.with_vault("share", "--vault", self.wallet.vault, *more, *chosen, *bound)
        if made.code == 0 and out.is_file():
            return ""
        return str(made.objects[0].get("reason")) if made.objects else made.why

    def take_pictures(self, problem: str) -> None:
        """The real screens as PNG, light, dark and small, drawn offscreen."""
        if problem:
            self.lines.append(("pictures", "none: Qt does not start here (see above)"))
            return
        say("Taking pictures of the screens ...")
        looks: list[str | Path] = [word for name in ("light", "dark", "small") for word in ("--only", name)]
        command = [self.wallet.python, "-P", "-m", "wallet.ui.screens", *looks, "--out", self.out]
        done = run_quietly(
            command, self.wallet.environment() | {"QT_QPA_PLATFORM": "offscreen"}, PICTURE_SECONDS
        )
        pictures = [path for path in self.out.glob("*.png") if not path.name.startswith("shared-")]
        self.must(done.ok and bool(pictures), f"the pictures were not taken:\n{done.last_lines(3)}")
        self.lines.append(("pictures", f"{len(pictures)} of the real screens"))

    def summarise(self) -> None:
        """The summary, on stdout."""
        print(
            f"The main job on the sample credentials, in {self.out} (clock set to {self.manifest['evaluated_at']}):"
        )
        for name, text in self.lines:
            print(f"  {name:<20} {text}")
        seconds = time.monotonic() - self.begun
        end = "everything as it must be" if not self.problems else f"{len(self.problems)} NOT AS IT MUST BE"
        print(f"  {'result':<20} {end}, {seconds:.0f} s")
        for problem in self.problems:
            print(f"    {problem}")
        sys.stdout.flush()


def checks_in_words(report: Mapping[str, Any]) -> str:
    """The checks that applied, with their outcome, in one line."""
    applied = [check for check in report["checks"] if check["outcome"] != "not_applicable"]
    return ", ".join(
        f"{check['check']} {check['outcome']}" + (f" ({check['reason']})" if check["reason"] else "")
        for check in applied
    )
