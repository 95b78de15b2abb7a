"""What is not valid leaves only labelled: under the holder's signature, and told to everyone who opens it."""

import io
import json
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests import base_proofs, issuing, selections
from tests.cli.in_process import InProcess, new_in_process
from tests.program import Result
from tests.sample_files import EVALUATED_AT, INDEX, broken, good

AT = ("--at", EVALUATED_AT, "--documents", str(INDEX))
SHARE_WORDS = {"LER_WALLET_SHARE_PASSPHRASE": "copper meadow lantern"}
LABEL = "Not valid when it was shared"


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> InProcess:
    return new_in_process(tmp_path, monkeypatch)


def share(program: InProcess, vault: Path, record: str, out: str, *more: str) -> Result:
    said = ("--to", "Example Corp", "--purpose", "Job", "--out", out)
    chosen = ("share", "--vault", vault, "--credential", record)
    return program.run(*chosen, *said, *more, *AT, variables=SHARE_WORDS)


def keep(program: InProcess, vault: Path, path: Path) -> str:
    return str(program.run("import", "--not-valid", "--vault", vault, path, "--json", *AT).object["id"])


@pytest.mark.parametrize(
    "name", ["expired.json", "revoked.json", "suspended.json", "changed-after-issue.json"]
)
def test_what_is_not_valid_is_shared_when_asked_for_and_labelled(
    program: InProcess, vault: Path, name: str
) -> None:
    record = keep(program, vault, broken(name))
    refused = share(program, vault, record, "share.json")
    assert (refused.code, "not_for_sharing" in refused.err) == (1, True)
    assert not (program.folder / "share.json").exists()
    assert program.run("shares", "--vault", vault, "--json").out == ""
    made = share(program, vault, record, "share.json", "--not-valid")
    assert made.code == 0, made.err
    assert "labelled" in made.err
    assert json.loads((program.folder / "share.json").read_text())["name"] == LABEL
    report = program.run("verify", "share.json", "--json", *AT).object
    assert (report["verdict"], report["presentation"]["labelled_not_valid"]) == ("invalid", True)
    assert "The sender labelled it: not valid" in program.run("verify", "share.json", *AT).out
    # the label cannot be taken off
    bare = (program.folder / "share.json").read_text().replace(f'"name":"{LABEL}",', "")
    (program.folder / "bare.json").write_text(bare)
    assert program.run("verify", "bare.json", "--json", *AT).object["reason"] == "signature_invalid"


def test_every_form_carries_the_label(program: InProcess, vault: Path) -> None:
    record = keep(program, vault, broken("expired.json"))
    for kind in ("txt", "pdf", "zip", "lershare"):
        made = share(program, vault, record, f"share.{kind}", "--not-valid")
        assert made.code == 0, made.err
        done = program.run("verify", f"share.{kind}", "--json", *AT, variables=SHARE_WORDS)
        assert (kind, done.object["presentation"].get("labelled_not_valid")) == (kind, True)
    pdf = PdfReader(io.BytesIO((program.folder / "share.pdf").read_bytes()))
    assert "not valid when it was shared" in pdf.pages[0].extract_text().replace("\n", " ")


def test_what_is_valid_is_not_labelled(program: InProcess, vault: Path) -> None:
    record = keep(program, vault, good("small-sewing.json"))
    assert share(program, vault, record, "share.json", "--not-valid").code == 0
    assert "name" not in json.loads((program.folder / "share.json").read_text())
    report = program.run("verify", "share.json", "--json", *AT).object
    assert "labelled_not_valid" not in report["presentation"]


def test_parts_of_what_has_ended_can_be_left_out(program: InProcess, vault: Path) -> None:
    document = selections.marked_badge(3) | {"validUntil": "2026-10-01T00:00:00Z"}
    (program.folder / "badge.json").write_text(json.dumps(base_proofs.secure(document, selections.ISSUER)))
    record = keep(program, vault, program.folder / "badge.json")
    made = share(program, vault, record, "share.json", "--not-valid", "--hide-all")
    assert made.code == 0, made.err
    inner = program.run("verify", "share.json", "--json", *AT).object["inner"][0]
    assert (inner["verdict"], inner["reason"]) == ("invalid", "expired")
    assert [one["outcome"] for one in inner["checks"] if one["check"] == "proof"] == ["passed"]


def test_a_base_proof_that_does_not_hold_never_leaves(program: InProcess, vault: Path) -> None:
    document = base_proofs.secure(issuing.credential(selections.ISSUER), selections.ISSUER)
    document["name"] = "Changed"
    (program.folder / "badge.json").write_text(json.dumps(document))
    record = keep(program, vault, program.folder / "badge.json")
    done = share(program, vault, record, "share.json", "--not-valid")
    assert done.code == 0, done.err
    written = (program.folder / "share.json").read_text()
    assert document["proof"]["proofValue"] not in written
    shown = json.loads(written)["verifiableCredential"][0]["proof"]["proofValue"]
    assert shown.startswith("u2V0B")  # d9 5d 01: derived
    assert program.run("verify", "share.json", "--json", *AT).object["verdict"] == "invalid"


def test_a_request_is_never_answered_with_it(program: InProcess, vault: Path) -> None:
    done = share(program, vault, "1234", "answer.json", "--not-valid", "--request", "request.json")
    assert done.code == 2
