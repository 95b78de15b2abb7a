"""What every command that keeps credentials asks and says: one line for each, and the count at the end.

Lives here: what is left out unless it was asked for, the questions at a terminal, the lines, the objects. Does not live
here: keeping (`wallet.app.import_credential`), what it would do (`wallet.app.rehearsal`).
"""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from wallet.app.brought_marks import keep_marks
from wallet.app.container import Services
from wallet.app.gather import Piece
from wallet.app.import_credential import ImportOutcome, ImportResult, Weighed, importer
from wallet.app.reason_texts import words
from wallet.app.rehearsal import Rehearsal
from wallet.app.standing import GivenTo, Standing
from wallet.app.unlock import Vault
from wallet.cli import console
from wallet.cli.render import counted, plain, title_and_issuer, verdict_line
from wallet.errors import AppError, Reason, WalletError
from wallet.verification.report import CheckName

NOT_VALID = "--not-valid"
_GIVEN = {
    GivenTo.YOU: "Given to you.",
    GivenTo.SOMEBODY_ELSE: "Given to somebody else.",
    GivenTo.NOBODY: "It names nobody it was given to.",
    GivenTo.NO_IDENTIFIERS: "Given to you? Not known: no e-mail or other identifier of yours is in your wallet file.",
    GivenTo.UNKNOWN: "Given to you? Not known: it names its holder in another way than your wallet file does.",
}
_OTHER_WORDS = {
    Standing.HAD: " You had it already.",
    Standing.OLDER: " It is older than the one you have, and lies beside it.",
    Standing.NEWER: " It is newer than the one you have, and lies beside it.",
}
_UPDATED = " It takes the place of the older one, which stays as a version."


@dataclass(frozen=True, slots=True)
class Wish:
    """What was asked for on the command line.

    Attributes:
        not_valid: also keep what is not valid.
        yes: keep without a question what was given to somebody else.
        dry_run: only tell what would become of each; keep nothing.
        is_once: what came cannot be fetched again, so at a terminal a person is asked before it is left out.
    """

    not_valid: bool = False
    yes: bool = False
    dry_run: bool = False
    is_once: bool = False


def wish(
    *, not_valid: bool, skip_invalid: bool, yes: bool, dry_run: bool = False, is_once: bool = False
) -> Wish:
    """The wish behind the options. `--skip-invalid` asks for what happens anyway.

    Raises:
        AppError: USAGE for what contradicts itself.
    """
    if not_valid and skip_invalid:
        raise AppError(Reason.USAGE, "--not-valid keeps what --skip-invalid leaves out")
    return Wish(not_valid, yes, dry_run, is_once)


class Keeping:
    """One run that keeps credentials, or with `dry_run` says what it would keep."""

    def __init__(
        self,
        vault: Vault,
        services: Services,
        wanted: Wish,
        *,
        as_json: bool,
        clear: Callable[[], None] = lambda: None,
    ) -> None:
        """Keeps nothing yet.

        Args:
            clear: called before every line for the person, so that a progress line is out of the way.
        """
        self._wanted = wanted
        self._as_json = as_json
        self._clear = clear
        self._keeps_others = wanted.yes or wanted.dry_run
        self._place = ""
        self._importer = importer(vault, services, self._leaves_out)
        self._rehearsal = Rehearsal(self._importer) if wanted.dry_run else None
        self._said: Counter[str] = Counter()

    def keep(self, piece: Piece) -> bool:
        """Keeps what is in a piece, a line for each once it is stored for good; whether nothing was refused.

        Raises:
            VaultError: the vault could not take an item; those already told of stay.
        """
        self._place = _place_in_words(piece)
        is_whole = True
        for result in self._results(piece):
            self._said[_kind(result)] += 1
            self._clear()
            self._print(piece, result)
            is_whole &= result.result is not ImportOutcome.REFUSED
        return is_whole

    def tell(self) -> None:
        """How many of each there were, and how to keep what was left out; nothing for a single one that was kept."""
        total = self._said.total()
        left_out = self._said["not_valid"]
        if total > 1:
            parts = [
                counted(self._said[kind], one, many)
                for kind, (one, many) in _KINDS.items()
                if self._said[kind]
            ]
            would = " Nothing was kept: this was a dry run." if self._wanted.dry_run else ""
            console.say(f"{counted(total, 'item', 'items')}: {', '.join(parts)}.{would}")
        elif self._wanted.dry_run:
            console.say("Nothing was kept: this was a dry run.")
        if left_out:
            again = " The issuer may not hand it out again." if self._wanted.is_once else ""
            console.say(
                f"What is not valid is kept only on purpose: with {NOT_VALID}, for your records.{again}"
            )

    def _results(self, piece: Piece) -> Iterator[ImportResult]:
        if piece.data is None:
            yield self._importer.refused(piece.error or WalletError(Reason.FILE_NOT_READABLE))
        elif self._rehearsal is not None:
            yield from self._rehearsal.each(piece.data, name=piece.name)
        else:
            for result in self._importer.each(piece.data, name=piece.name):
                if result.record_id is not None:
                    marks, services = piece.marks, self._importer.verifier.services
                    keep_marks(self._importer.vault, result.record_id, marks, services)
                yield result

    def _leaves_out(self, weighed: Weighed) -> Reason | None:
        """Why this one is not kept. The person is asked where there is one."""
        if weighed.is_not_valid and not self._wanted.not_valid and not self._wants_invalid(weighed):
            return weighed.report.reason or Reason.STRUCTURE_INVALID
        if weighed.given_to is GivenTo.SOMEBODY_ELSE and not self._wants_others(weighed):
            return Reason.KEEPING_DECLINED
        return None

    def _wants_invalid(self, weighed: Weighed) -> bool:
        if not self._wanted.is_once or not console.has_terminal():
            return False
        verdict = verdict_line(weighed.report.verdict, weighed.report.reason)
        self._say(weighed, f"{verdict} The issuer may not hand it out again.")
        return _is_yes(console.ask("Keep it all the same, for your records? [y]es, [n]o: "))

    def _wants_others(self, weighed: Weighed) -> bool:
        if self._keeps_others or not console.has_terminal():
            return True
        self._say(weighed, _GIVEN[weighed.given_to])
        said = console.ask("Keep it? [y]es, [n]o, [a]ll of them: ").strip().lower()
        self._keeps_others = said in ("a", "all")
        return self._keeps_others or _is_yes(said)

    def _say(self, weighed: Weighed, text: str) -> None:
        self._clear()
        console.say(f"{self._place}: {_about(weighed)}. {text}")

    def _print(self, piece: Piece, result: ImportResult) -> None:
        if result.result is ImportOutcome.RESTORED and not self._wanted.dry_run:
            console.say(f"{result.record_id} was in the bin and is out of it again, with everything it had.")
        if not self._as_json:
            would = "would be " if self._wanted.dry_run else ""
            console.result(f"{self._place}{_number(result)}: {would}{_sentence(result)}")
            return
        weighed = result.weighed
        is_not_valid = _kind(result) == "not_valid"
        left_out = ("not_valid" if is_not_valid else "declined") if result.is_left_out else None
        console.result_object(
            {
                "input": piece.name,
                "item": place_of(piece.item, result.part),
                "result": _result_word(result.result),
                "id": result.record_id,
                "verdict": str(result.report.verdict),
                "reason": None if result.reason is None else str(result.reason),
                "standing": None if weighed is None else str(weighed.standing),
                "given_to": None if weighed is None else str(weighed.given_to),
                "left_out": left_out,
                "keep_with": NOT_VALID if is_not_valid else None,
                **({"dry_run": True} if self._wanted.dry_run else {}),
            }
        )


_KINDS = {
    "kept": ("kept", "kept"),
    "had": ("you had already", "you had already"),
    "updated": ("kept as a newer version", "kept as newer versions"),
    "older": ("kept, older than the one you have", "kept, older than the ones you have"),
    "not_valid": ("left out, because it is not valid", "left out, because they are not valid"),
    "declined": ("left out, because you said no", "left out, because you said no"),
    "refused": ("with nothing that could be kept", "with nothing that could be kept"),
}


def _kind(result: ImportResult) -> str:
    """Which count a result belongs to."""
    if result.is_left_out:
        return "declined" if result.reason is Reason.KEEPING_DECLINED else "not_valid"
    if result.result is ImportOutcome.ADDED:
        is_older = result.weighed is not None and result.weighed.standing is Standing.OLDER
        return "older" if is_older else "kept"
    by_outcome = {
        ImportOutcome.DUPLICATE: "had",
        ImportOutcome.UPDATED: "updated",
        ImportOutcome.RESTORED: "kept",
    }
    return by_outcome.get(result.result, "refused")


def _is_yes(said: str) -> bool:
    return said.strip().lower() in ("y", "yes")


def _about(weighed: Weighed) -> str:
    credential = weighed.report.credential or weighed.document.credential
    return title_and_issuer(credential.title, credential.issuer.name)


def _place_in_words(piece: Piece) -> str:
    """The input, and where inside that file the item was."""
    return f"{plain(piece.name)}, {plain(piece.inside)}" if piece.inside else plain(piece.name)


def _number(result: ImportResult) -> str:
    return "" if result.part is None else f" ({result.part + 1})"


def place_of(inside: str | None, part: int | None) -> str | None:
    """Where an item was: its path in a folder, archive or mail, then `#` and its number in a list, counted from 0."""
    if part is None:
        return inside
    return f"{inside or ''}#{part}"


def _result_word(outcome: ImportOutcome) -> str:
    """The contract's word: what came out of the bin is in the list now, where it was not before."""
    return str(ImportOutcome.ADDED if outcome is ImportOutcome.RESTORED else outcome)


def _sentence(result: ImportResult) -> str:
    if result.is_left_out and result.weighed is not None:
        return f"{_result_word(result.result)}, {_about(result.weighed)}. {_why_left_out(result)}"
    verdict = verdict_line(result.report.verdict, result.reason)
    if result.weighed is None:
        return f"{_result_word(result.result)}. {verdict}{_address_only(result)}"
    record = f" {result.record_id}" if result.record_id is not None else ""
    standing = _OTHER_WORDS.get(result.weighed.standing, "")
    if result.result is ImportOutcome.UPDATED:
        standing = _UPDATED
    given = _GIVEN[result.weighed.given_to]
    return f"{_result_word(result.result)}{record}, {_about(result.weighed)}. {verdict}{standing} {given}"


def _why_left_out(result: ImportResult) -> str:
    if result.reason is Reason.KEEPING_DECLINED:
        return f"{words(result.reason).happened} [{result.reason}]"
    verdict = verdict_line(result.report.verdict, result.reason)
    return f"{verdict} [{result.reason}] Left out; {NOT_VALID} keeps it all the same, for your records."


def _address_only(result: ImportResult) -> str:
    if result.reason is not Reason.NEEDS_NETWORK:
        return ""
    link = result.report.check(CheckName.STRUCTURE).detail or ""
    return f" All there is here is the address {plain(link)}. With --online it can be asked for."
