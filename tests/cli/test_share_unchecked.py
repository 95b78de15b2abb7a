"""What nobody can check here, for want of a context, is shared as its issuer wrote it, and never shown as valid."""

import io
import json
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from tests import issuing, selections
from tests.cli.in_process import InProcess, new_in_process
from tests.program import Result
from tests.sample_files import EVALUATED_AT, good

AT = ("--at", EVALUATED_AT)
SHARE_WORDS = {"LER_WALLET_SHARE_PASSPHRASE": "copper meadow lantern"}
CONTEXT = "https://school.example/contexts/2031"
LABEL = "Could not be checked when it was shared"


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> InProcess:
    return new_in_process(tmp_path, monkeypatch)


def of_the_future(document: dict[str, Any]) -> dict[str, Any]:
    """A credential whose words come from a context that this program does not carry."""
    return document | {"@context": [*document["@context"], CONTEXT], "futureMark": "B minus"}


def keep(program: InProcess, vault: Path, document: dict[str, Any]) -> str:
    path = program.folder / "badge.json"
    path.write_text(json.dumps(document))
    return str(program.run("import", "--vault", vault, path, "--json", "--not-valid", *AT).object["id"])


def share(program: InProcess, vault: Path, record: str, out: str, *more: str) -> Result:
    said = ("--to", "Example Corp", "--purpose", "Job", "--out", out)
    chosen = ("share", "--vault", vault, "--credential", record)
    return program.run(*chosen, *said, *more, *AT, variables=SHARE_WORDS)


@pytest.mark.parametrize("more", [(), ("--not-valid",)])
def test_it_is_shared_whole_and_never_shown_as_valid(
    program: InProcess, vault: Path, more: tuple[str, ...]
) -> None:
    document = of_the_future(issuing.good())
    record = keep(program, vault, document)
    made = share(program, vault, record, "share.json", *more)
    assert made.code == 0, made.err
    assert "could not be checked here" in made.err
    written = json.loads((program.folder / "share.json").read_text())
    assert (written["name"], written["verifiableCredential"]) == (LABEL, [document])
    assert written["proof"]["cryptosuite"] == "eddsa-jcs-2022"
    done = program.run("verify", "share.json", "--json", *AT, passphrase=None)
    report = done.object
    assert (done.code, report["verdict"]) == (3, "unchecked")
    assert report["presentation"]["labelled_unchecked"] is True
    assert {each["check"]: each["outcome"] for each in report["checks"]}["proof"] == "passed"
    (inner,) = report["inner"]
    assert (inner["verdict"], inner["reason"]) == ("unchecked", "unknown_context")
    said = program.run("verify", "share.json", *AT, passphrase=None).out
    assert "The sender labelled it: could not be checked" in said


def test_every_form_carries_it(program: InProcess, vault: Path) -> None:
    record = keep(program, vault, of_the_future(issuing.good()))
    for kind in ("txt", "pdf", "zip", "lershare", "png"):
        made = share(program, vault, record, f"share.{kind}")
        if kind == "png" and "too_big_for_qr" in made.err:
            continue
        assert made.code == 0, made.err
        done = program.run("verify", f"share.{kind}", "--json", *AT, variables=SHARE_WORDS)
        assert (kind, done.code, done.object["inner"][0]["reason"]) == (kind, 3, "unknown_context")
        assert done.object["presentation"]["labelled_unchecked"] is True
    pages = PdfReader(io.BytesIO((program.folder / "share.pdf").read_bytes())).pages
    assert "could not be checked when it was shared" in pages[0].extract_text().replace("\n", " ")


def test_its_neighbours_are_checked_as_ever(program: InProcess, vault: Path) -> None:
    record = keep(program, vault, of_the_future(issuing.good()))
    other = program.run("import", "--vault", vault, good("small-sewing.json"), "--json", *AT).object["id"]
    assert share(program, vault, record, "share.json", "--credential", other).code == 0
    report = program.run("verify", "share.json", "--json", *AT, passphrase=None).object
    assert [each["verdict"] for each in report["inner"]] == ["unchecked", "check"]


@pytest.mark.parametrize("place", ["credential", "purpose", "label", "receiver"])
def test_a_changed_letter_is_found(program: InProcess, vault: Path, place: str) -> None:
    record = keep(program, vault, of_the_future(issuing.good()))
    assert share(program, vault, record, "share.json").code == 0
    old, new = {
        "credential": ("B minus", "A minus"),
        "purpose": ('"description":"Job"', '"description":"Jab"'),
        "label": (f'"name":"{LABEL}",', ""),
        "receiver": ("Example Corp", "Another Corp"),
    }[place]
    text = (program.folder / "share.json").read_text()
    assert old in text
    (program.folder / "share.json").write_text(text.replace(old, new))
    done = program.run("verify", "share.json", "--json", *AT, passphrase=None)
    assert (done.code, done.object["reason"]) == (1, "signature_invalid")


def test_what_is_not_valid_json_ld_leaves_under_its_label(program: InProcess, vault: Path) -> None:
    record = keep(program, vault, issuing.good() | {"inventedWord": "x"})
    refused = share(program, vault, record, "share.json")
    assert (refused.code, "not_for_sharing" in refused.err) == (1, True)
    assert share(program, vault, record, "share.json", "--not-valid").code == 0
    report = program.run("verify", "share.json", "--json", *AT, passphrase=None).object
    assert (report["verdict"], report["presentation"]["labelled_not_valid"]) == ("invalid", True)
    assert {each["check"]: each["outcome"] for each in report["checks"]}["proof"] == "passed"


def test_what_could_be_cut_and_cannot_be_read_stays(program: InProcess, vault: Path) -> None:
    """Its base proof is for its holder alone, and nothing can be derived from it here."""
    document = json.loads(selections.issue(selections.marked_badge(3), "ecdsa-sd-2023"))
    record = keep(program, vault, of_the_future(document))
    for more in ((), ("--not-valid",)):
        refused = share(program, vault, record, "share.json", *more)
        assert (refused.code, "unknown_context" in refused.err) == (1, True), refused.err
        assert not (program.folder / "share.json").exists()
    assert program.run("shares", "--vault", vault, "--json").objects == []
