"""The command line with an SD-JWT: pasted text, keys from `--documents`, lists, details, sharing whole only."""

import json
from pathlib import Path

import pytest

from tests import hiding, identities
from tests.cli.in_process import InProcess, new_in_process
from tests.sample_files import EVALUATED_AT

ISSUER = identities.key("school", "P-256")
URL = "https://school.example/issuers/1"
METADATA = "https://school.example/.well-known/jwt-vc-issuer/issuers/1"
AT = ("--at", EVALUATED_AT)


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> InProcess:
    return new_in_process(tmp_path, monkeypatch)


def files(program: InProcess) -> tuple[Path, Path]:
    """The credential and the index of what its issuer publishes."""
    signer = identities.Identity(URL, "k1", ISSUER)
    (program.folder / "laser.txt").write_text(hiding.issue(hiding.claims(signer), signer) + "\n")
    published = {"issuer": URL, "jwks": {"keys": [{**ISSUER.jwk, "kid": "k1"}]}}
    (program.folder / "issuer.json").write_text(json.dumps(published))
    index = {"documents": {METADATA: "issuer.json"}}
    (program.folder / "index.json").write_text(json.dumps(index))
    return program.folder / "laser.txt", program.folder / "index.json"


def test_verify_with_the_issuers_keys_at_hand_and_without(program: InProcess) -> None:
    credential, index = files(program)
    done = program.run("verify", credential, "--json", *AT, "--documents", index, passphrase=None)
    assert done.code == 0
    assert (done.object["format"], done.object["securing"]) == ("sd-jwt-vc", ["sd-jwt ES256"])
    assert (done.object["verdict"], done.object["credential"]["name"]) == ("check", "Laser cutting")
    without = program.run("verify", credential, "--json", *AT, passphrase=None)
    assert (without.code, without.object["reason"]) == (3, "needs_network")
    token, _, rest = credential.read_text().partition("~")
    credential.write_text(f"{token}~{hiding.disclosure('salt', 'degree', 'Surgeon')}~{rest}")
    forged = program.run("verify", credential, "--json", *AT, "--documents", index, passphrase=None)
    assert (forged.code, forged.object["reason"]) == (1, "disclosure_invalid")
    plain = program.run("verify", credential, *AT, passphrase=None)
    assert "Surgeon" not in plain.out + plain.err


def test_kept_listed_shown_and_shared(program: InProcess) -> None:
    credential, index = files(program)
    vault = program.make_vault()
    with_keys = (*AT, "--documents", index)
    record = program.run("import", "--vault", vault, credential, "--json", *with_keys).object["id"]
    assert program.run("list", "--vault", vault, "--json").object["format"] == "sd-jwt-vc"
    shown = program.run("show", "--vault", vault, record)
    assert "address.locality: Kiel" in shown.out
    out = program.folder / "share.json"
    words = ("--to", "Example Corp", "--purpose", "Job", "--out", out, *with_keys)
    refused = program.run("share", "--vault", vault, "--credential", f"{record}=/favourite_colour", *words)
    assert refused.code == 1
    assert not out.exists()
    assert program.run("share", "--vault", vault, "--credential", record, *words).code == 0
    report = program.run("verify", out, "--json", *with_keys, passphrase=None).object
    assert (report["verdict"], report["inner"][0]["format"]) == ("check", "sd-jwt-vc")
