"""A receiver is told when another key shared a credential than the one it was given to; from the share to its forms."""

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from tests import hiding, identities, issuing, older_badges
from tests.cli.in_process import InProcess, new_in_process
from tests.program import Result
from tests.sample_files import EVALUATED_AT
from tests.verification.test_shared_by import EMAIL, HASHED, badge

AT = ("--at", EVALUATED_AT)
ISSUER = identities.did_key("issuer")
OTHER = identities.did_key("somebody else")
NAMED = "[ok] Shared by the key it was given to."
ANOTHER = "[!!] Shared by another key than the one it was given to."
NO_KEY = "[--] Whom it was given to could not be compared. It names no key, so who it was given to cannot be checked"


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> InProcess:
    return new_in_process(tmp_path, monkeypatch)


def keep(program: InProcess, vault: Path, data: str | bytes) -> str:
    path = program.folder / "badge"
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return str(program.run("import", "--vault", vault, path, "--json", *AT).object["id"])


def share(program: InProcess, vault: Path, out: str, *records: str) -> Result:
    chosen = [part for one in records for part in ("--credential", one)]
    said = ("--to", "Example Corp", "--purpose", "Job", "--out", out)
    made = program.run("share", "--vault", vault, *chosen, *said, *AT)
    assert made.code == 0, made.err
    return made


def own_key(program: InProcess, vault: Path) -> str:
    return str(program.run("profile", "list", "--vault", vault, "--json").objects[0]["did"])


@pytest.mark.parametrize(
    ("subject", "said", "line"),
    [
        (None, "named_key", NAMED),
        ({"id": OTHER.id}, "other_key", ANOTHER),
        ({"id": None, "identifier": [EMAIL]}, "no_key", NO_KEY),
        ({"id": None, "identifier": [HASHED]}, "no_key", NO_KEY),
        ({"id": "did:web:ann.example"}, "not_compared", "[--] Whom it was given to could not"),
    ],
)
def test_verify_says_by_whose_key_it_was_shared(
    program: InProcess, vault: Path, subject: Any, said: str, line: str
) -> None:
    document = badge(subject or {"id": own_key(program, vault)})
    made = share(program, vault, "share.json", keep(program, vault, json.dumps(document)))
    assert ("1 credential names another key than yours" in made.err) is (said == "other_key")
    found = program.run("verify", "share.json", "--json", *AT)
    # neither the exit code nor the checks of the contract change with it
    assert (found.code, found.object["verdict"]) == (0, "check")
    (inner,) = found.object["inner"]
    assert inner["shared_by"] == said
    assert "shared_by" not in {check["check"] for check in inner["checks"]}
    assert "shared_by" not in found.object
    assert line in program.run("verify", "share.json", *AT).out


def test_only_what_names_another_key_is_less_than_verified(program: InProcess, vault: Path) -> None:
    issuers = {"entries": [], "metadata": {}, "registry": {ISSUER.id: {"name": "Makers' Guild"}}}
    (program.folder / "registry.json").write_text(json.dumps(issuers))
    for subject, expected in (({"id": OTHER.id}, "shared_by_other_key"), ({"id": None}, None)):
        document = badge({**subject, "identifier": [EMAIL]})
        name = f"{expected}.json"
        share(program, vault, name, keep(program, vault, json.dumps(document)))
        found = program.run("verify", name, "--trust", "registry.json", "--json", *AT)
        verdict = "verified" if expected is None else "check"
        assert (found.code, found.object["verdict"], found.object["reason"]) == (0, verdict, expected)


def test_the_key_an_sd_jwt_confirms(program: InProcess, vault: Path) -> None:
    token = hiding.issue(hiding.claims(ISSUER, cnf={"jwk": OTHER.key.jwk}), ISSUER)
    share(program, vault, "share.json", keep(program, vault, token))
    (inner,) = program.run("verify", "share.json", "--json", *AT).object["inner"]
    assert inner["shared_by"] == "other_key"
    unbound = hiding.issue(hiding.claims(ISSUER, cnf=None, given_name="Ann"), ISSUER)
    share(program, vault, "other.json", keep(program, vault, unbound))
    (inner,) = program.run("verify", "other.json", "--json", *AT).object["inner"]
    assert inner["shared_by"] == "no_key"


def test_every_form_says_so(program: InProcess, vault: Path) -> None:
    records = [
        keep(program, vault, json.dumps(badge({"id": OTHER.id}))),
        keep(
            program, vault, json.dumps(badge({"id": own_key(program, vault)}, id="urn:uuid:2", name="Second"))
        ),
        keep(program, vault, older_badges.as_bytes(older_badges.assertion())),
    ]
    said = ["other_key", "named_key", "no_key"]
    for kind in ("json", "zip", "pdf"):
        share(program, vault, f"share.{kind}", *records)
        found = program.run("verify", f"share.{kind}", "--json", *AT).object
        assert [one["shared_by"] for one in found["inner"]] == said
    pages = PdfReader(io.BytesIO((program.folder / "share.pdf").read_bytes())).pages
    text = re.sub(r"\s+", " ", " ".join(page.extract_text() for page in pages))
    for words in (
        "[LOOK] Shared by another key than the one it was given to.",
        "[OK] Shared by the key it was given to.",
        "[-] Whom it was given to could not be compared.",
    ):
        assert words in text
    program.run("verify", "share.json", "--csv", "table.csv", *AT)
    with (program.folder / "table.csv").open(encoding="utf-8-sig", newline="") as stream:
        assert [row["shared_by"] for row in csv.DictReader(stream)] == said


def test_a_credential_alone_was_shared_by_nobody(program: InProcess) -> None:
    (program.folder / "badge.json").write_text(json.dumps(badge({"id": OTHER.id})))
    assert "shared_by" not in program.run("verify", "badge.json", "--json", *AT).object
    assert "Shared by" not in program.run("verify", "badge.json", *AT).out
    assert issuing.verify(badge({"id": OTHER.id})).shared_by is None
