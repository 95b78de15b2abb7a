"""`ler-wallet overview`: everything earned at a glance, and on one page of paper."""

from collections.abc import Sequence
from pathlib import Path

from wallet.app.container import Services
from wallet.app.output import refuse_existing, write_new_file
from wallet.app.overview import overview
from wallet.app.overview_page import OverviewPaper, PaperChoice, render_overview, text_of
from wallet.app.overview_paper import overview_paper
from wallet.app.own_words import keep_own_words
from wallet.app.unlock import Vault
from wallet.cli import console, exit_codes
from wallet.cli.opening import opened
from wallet.cli.render import flowing, plain
from wallet.cli.services import services_of
from wallet.cli.skills import overview_lines, overview_object
from wallet.cli.typed_text import typed_text
from wallet.errors import AppError, Reason

_ALL = -1


def run(
    *,
    pdf: str | None,
    language: str,
    credentials: Sequence[str],
    with_name: bool,
    with_words: bool,
    without: Sequence[str],
    about_me: str | None,
    vault_path: str,
    descriptor: int | None,
    at: str | None,
    as_json: bool,
) -> int:
    """Keeps the words where some are given, then writes the page where one is asked for, else prints the counts."""
    services = services_of(at)
    if pdf is not None:
        if Path(pdf).suffix.lower() != ".pdf":
            raise AppError(Reason.OUTPUT_KIND_UNKNOWN, ".pdf")
        refuse_existing(Path(pdf))
    choice = PaperChoice(
        name=with_name,
        words=with_words,
        counts="counts" not in without,
        skills="skills" not in without,
        record_ids=() if "credentials" in without else credentials or None,
    )
    with opened(vault_path, descriptor) as vault:
        if about_me is not None:
            keep_own_words(vault, typed_text(about_me, Reason.OWN_WORDS_NOT_USABLE))
            console.say("Your words are kept in your file.")
        if pdf is not None:
            _write_page(vault, Path(pdf), choice, services, language, as_json=as_json)
        elif about_me is None:
            _print_counts(vault, as_json=as_json)
    return exit_codes.DONE


def _print_counts(vault: Vault, *, as_json: bool) -> None:
    found = overview(vault, _ALL)
    if as_json:
        console.result_object(overview_object(found))
    else:
        console.result("\n".join(overview_lines(found)))


def _write_page(
    vault: Vault, out: Path, choice: PaperChoice, services: Services, language: str, *, as_json: bool
) -> None:
    """Writes the page and says what is on it."""
    paper = overview_paper(vault, choice, services, language)
    write_new_file(out, render_overview(paper))
    if as_json:
        console.result_object(_object(out, paper))
        return
    console.result("\n".join(flowing(line) for line in text_of(paper).split("\n")))
    console.say(f"Made {plain(str(out))}, one page. The file is not encrypted.")
    if paper.lacks_letters:
        console.say("This computer has no typeface for some of its letters: they stand as ? in the PDF.")


def _object(out: Path, paper: OverviewPaper) -> dict[str, object]:
    return {
        "pdf": str(out),
        "language": paper.language,
        "text": text_of(paper),
        "skills_left_out": paper.skills_left,
        "credentials_left_out": paper.items_left,
        "words_shortened": paper.is_shortened,
        "lacks_letters": paper.lacks_letters,
    }
