"""The form an adult signs on paper: printed with both lists, handed in as a photo, kept with what was shared."""

import io
import json
import tomllib
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from tests import selections
from tests.cli.in_process import InProcess, new_in_process
from tests.program import Result
from tests.sample_files import EVALUATED_AT, good, selective
from wallet import resources
from wallet.app.claim_names import PrivateKind
from wallet.app.consent_form import LANGUAGES
from wallet.app.part_names import part_name

AT = ("--at", EVALUATED_AT)
CODE = {"LER_WALLET_GUARDIAN_CODE": "blue kettle"}
WHO = ("--guardian", "Maria Rivera", "--relation", "mother")
SAID = ("--to", "City Library", "--purpose", "Summer course", "--until", "2026-12-31")


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> InProcess:
    return new_in_process(tmp_path, monkeypatch)


def keep(program: InProcess, vault: Path, path: Path) -> str:
    return str(program.run("import", "--vault", vault, path, "--json", *AT).object["id"])


def photo(program: InProcess, name: str = "signed.png", content: bytes | None = None) -> Path:
    path = program.folder / name
    path.write_bytes(good("laser-cutting.png").read_bytes() if content is None else content)
    return path


def share(program: InProcess, vault: Path, record: str, out: str, *more: str | Path, **how: Any) -> Result:
    chosen = ("share", "--vault", vault, "--credential", record, *SAID, "--out", out, "--json", *AT)
    return program.run(*chosen, *more, **how)


def form_text(program: InProcess, vault: Path, *more: str) -> str:
    done = program.run("guardian", "form", "--vault", vault, *SAID, "--out", "form.pdf", *more, *AT)
    assert done.code == 0, done.err
    pages = PdfReader(program.folder / "form.pdf").pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_the_form_says_who_gets_what_and_what_they_do_not(program: InProcess, vault: Path) -> None:
    record = keep(program, vault, selective("welding.json"))
    parts = program.run("disclose", "--vault", vault, record, "--json").object["selectable"]
    chosen, *hidden = [part["pointer"] for part in parts]
    said = form_text(program, vault, "--credential", f"{record}={chosen}")
    for line in ("For: City Library", "Reason: Summer course", "Ends on: 2026-12-31", "Signature"):
        assert line in said
    see, _, rest = said.partition("They will not see")
    not_see = rest.partition("What the adult says")[0]
    for pointer in hidden:
        assert part_name(pointer) in not_see
    assert part_name(chosen) not in not_see
    assert "Welding I: Shielded Metal Arc" in see
    assert "Everything else in the wallet stays there." in not_see
    assert program.run("shares", "--vault", vault, "--json").objects == []


def test_hidden_values_are_not_on_the_form(program: InProcess, vault: Path) -> None:
    document = selections.marked_badge(3)
    (program.folder / "badge.json").write_bytes(selections.issue(document, "ecdsa-sd-2023"))
    record = keep(program, vault, program.folder / "badge.json")
    parts = program.run("disclose", "--vault", vault, record, "--json").object["selectable"]
    everything = form_text(program, vault, "--credential", record)
    (program.folder / "form.pdf").unlink()
    least = form_text(program, vault, "--credential", record, "--hide-all")
    hidden = {word for part in parts for word in selections.WORD.findall(json.dumps(part["value"]))}
    assert hidden & set(selections.WORD.findall(everything))
    assert not hidden & set(selections.WORD.findall(least))


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_about_the_learner_has_a_name(language: str) -> None:
    words = tomllib.loads(resources.read_text("consent_form", f"{language}.toml"))
    assert {f"private_{kind}" for kind in PrivateKind} - {
        "private_result",
        "private_evidence",
    } <= words.keys()


def test_in_spanish_and_for_a_whole_one(program: InProcess, vault: Path) -> None:
    record = keep(program, vault, good("small-sewing.json"))
    said = form_text(program, vault, "--credential", record, "--language", "es")
    for line in ("Para: City Library", "No se omite nada", "Firma", "Machine Sewing Basics"):
        assert line in said


def test_the_form_is_tagged_and_says_its_language(program: InProcess, vault: Path) -> None:
    form_text(
        program, vault, "--credential", keep(program, vault, good("small-sewing.json")), "--language", "es"
    )
    root: Any = PdfReader(io.BytesIO((program.folder / "form.pdf").read_bytes())).trailer["/Root"]
    assert (root["/Lang"], root["/MarkInfo"]["/Marked"]) == ("es", True)
    kinds = [str(one.get_object()["/S"]) for one in root["/StructTreeRoot"]["/K"][0].get_object()["/K"]]
    assert kinds[0] == "/H1"
    assert kinds.count("/H2") == 3
    assert "/JavaScript" not in str(root)


def test_a_form_is_written_whole_or_not_at_all(program: InProcess, vault: Path) -> None:
    record = keep(program, vault, good("small-sewing.json"))
    asked = ("guardian", "form", "--vault", vault, "--credential", record, *SAID, *AT)
    assert program.run(*asked, "--out", "form.txt").code != 0
    assert (
        program.run(*asked[:4], "--credential", f"{record}=/nowhere", *SAID, *AT, "--out", "a.pdf").code == 1
    )
    assert program.run(*asked, "--out", "form.pdf").code == 0
    before = (program.folder / "form.pdf").read_bytes()
    assert program.run(*asked, "--out", "form.pdf").code == 1
    assert (program.folder / "form.pdf").read_bytes() == before
    assert not (program.folder / "a.pdf").exists()


def test_on_paper_a_share_needs_the_signed_form_and_keeps_it(program: InProcess, vault: Path) -> None:
    record = keep(program, vault, good("small-sewing.json"))
    made = program.run("guardian", "set", "--vault", vault, "--band", "under-13", "--on-paper", "--json", *AT)
    assert (made.object["asks"], made.object["on_paper"]) == (True, True)
    assert "sign a form" in program.run("guardian", "show", "--vault", vault, *AT).out
    assert share(program, vault, record, "a.json").object["reason"] == "guardian_needed"
    refused = share(program, vault, record, "a.json", *WHO)
    assert (refused.code, refused.object["reason"]) == (1, "guardian_form_needed")
    assert share(program, vault, record, "a.json", "--signed-form", photo(program)).code == 2
    text = photo(program, "signed.txt", b"I agree")
    assert share(program, vault, record, "a.json", *WHO, "--signed-form", text).code == 2
    assert share(program, vault, record, "a.json", *WHO, "--signed-form", "gone.png").code == 1
    assert not (program.folder / "a.json").exists()
    assert program.run("file", "list", "--vault", vault, record, "--json").objects == []
    done = share(program, vault, record, "a.json", *WHO, "--signed-form", photo(program))
    assert done.code == 0, done.err
    (kept,) = program.run("file", "list", "--vault", vault, record, "--json").objects
    assert kept["sha256"] == done.object["signed_form"]
    program.run("file", "save", "--vault", vault, str(kept["number"]), "back.png")
    assert (program.folder / "back.png").read_bytes() == photo(program).read_bytes()
    listed = program.run("guardian", "consents", "--vault", vault, "--csv", "agreed.csv")
    assert f"Signed on paper: file {kept['number']}" in listed.out
    assert kept["sha256"] in (program.folder / "agreed.csv").read_text("utf-8-sig")
    assert program.run("guardian", "withdraw", "--vault", vault, done.object["id"], *AT).code == 0
    program.run("file", "remove", "--vault", vault, str(kept["number"]))
    assert (
        "not in this file any more" in program.run("shares", "show", "--vault", vault, done.object["id"]).out
    )
    # none of it is in what left
    assert b"signed" not in (program.folder / "a.json").read_bytes()


def test_beside_a_code_word_the_form_is_kept_and_the_word_is_still_asked(
    program: InProcess, vault: Path
) -> None:
    record = keep(program, vault, good("small-sewing.json"))
    program.run("guardian", "set", "--vault", vault, "--band", "under-13", *AT, variables=CODE)
    handed_in = (*WHO, "--signed-form", photo(program))
    wrong = share(
        program, vault, record, "a.json", *handed_in, variables={"LER_WALLET_GUARDIAN_CODE": "guess"}
    )
    assert wrong.object["reason"] == "guardian_code_wrong"
    assert program.run("file", "list", "--vault", vault, record, "--json").objects == []
    right = share(program, vault, record, "a.json", *handed_in, variables=CODE)
    assert len(right.object["signed_form"]) == 64
    linked = program.run("linkedin", "--vault", vault, record, "--json", *AT, *handed_in, variables=CODE)
    assert linked.code == 0
    entries = program.run("guardian", "consents", "--vault", vault, "--json").objects
    assert [entry["signed_form"] for entry in entries] == [right.object["signed_form"]] * 2
    assert len(program.run("file", "list", "--vault", vault, record, "--json").objects) == 1
