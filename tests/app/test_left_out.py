"""A receiver is told that parts were chosen, and of how many nothing is shown, where the format tells."""

import io
import json

import pytest
from pypdf import PdfReader

from tests import identities, issuing, selections
from tests.sample_files import selective
from wallet.app.container import Services
from wallet.app.import_credential import import_bytes
from wallet.app.share import Chosen, PreparedShare, prepare, render
from wallet.app.unlock import Vault
from wallet.app.verify_document import verify_bytes
from wallet.cli.render import report_lines
from wallet.proofs.bbs_2023.proof_value import parse_derived_proof_value
from wallet.verification.report import Verdict
from wallet.verification.report_json import report_to_dict


def _prepared(vault: Vault, services: Services, data: bytes, *pointers: str) -> PreparedShare:
    record = str(import_bytes(vault, data, services, name="x").record_id)
    return prepare(
        vault, [Chosen(record, pointers)], to="Job center", purpose="Job", until=None, services=services
    )


def test_parts_that_were_left_out_are_told_by_number(vault: Vault, services: Services) -> None:
    data = selective("placement.jwt").read_bytes()
    prepared = _prepared(vault, services, data, "/birthdate")
    report = verify_bytes(prepared.presentation, services)
    # three skills and the seven other members: what is inside of the hidden address is not told
    assert report.inner[0].left_out == 10
    said = report_to_dict(report, "x")["inner"][0]
    assert (said["left_out"], said["left_out_of"]) == (10, "digests")
    assert any("Left out: 10 parts" in line for line in report_lines(report, "x"))
    pages = PdfReader(io.BytesIO(render(prepared, ".pdf", services))).pages
    assert "placeholders of the issuer: 10" in "".join(page.extract_text() for page in pages)
    whole = verify_bytes(data, services)
    assert whole.left_out == 0
    assert not {"left_out", "left_out_of"} & report_to_dict(whole, "x").keys()


def test_a_subset_of_a_record_is_called_one(vault: Vault, services: Services) -> None:
    issuer = identities.did_key("issuer")
    inner = [issuing.good(issuer, id=f"urn:uuid:0000000{n}-0000-4000-8000-000000000000") for n in (1, 2)]
    record = issuing.credential(issuer, type=["VerifiableCredential", "ClrCredential"], evidence=None)
    record["@context"] = [record["@context"][0], issuing.CLR2, issuing.OB3]
    record["credentialSubject"] = {
        "id": issuing.LEARNER,
        "type": ["ClrSubject"],
        "verifiableCredential": inner,
    }
    data = json.dumps(issuing.secure(record, issuer)).encode()
    part = _prepared(vault, services, data, "/credentialSubject/verifiableCredential/0")
    report = verify_bytes(part.presentation, services)
    assert report.is_subset
    assert report_to_dict(report, "x")["presentation"]["complete"] is False
    assert any("Part of a longer record, chosen by the learner" in line for line in report_lines(report, "x"))
    other = _prepared(vault, services, selective("placement.jwt").read_bytes())
    whole = verify_bytes(other.presentation, services)
    assert not whole.is_subset
    assert "complete" not in report_to_dict(whole, "x")["presentation"]


def _cut(vault: Vault, services: Services, suite: str) -> tuple[PreparedShare, str, str]:
    prepared = _prepared(vault, services, selections.issue(selections.marked_badge(1), suite))
    report = verify_bytes(prepared.presentation, services)
    pages = PdfReader(io.BytesIO(render(prepared, ".pdf", services))).pages
    paper = " ".join(page.extract_text() for page in pages).replace("\n", " ")
    return prepared, "\n".join(report_lines(report, "x")), paper


@pytest.mark.skipif(
    "bbs-2023" not in selections.available_suites(), reason="only where the library of bbs-2023 is"
)
def test_of_bbs_the_single_statements_are_counted(vault: Vault, services: Services) -> None:
    prepared, text, paper = _cut(vault, services, "bbs-2023")
    value = json.loads(prepared.presentation)["verifiableCredential"][0]["proof"]["proofValue"]
    hidden = parse_derived_proof_value(value).hidden_statements
    assert hidden >= len(prepared.hidden) > 0
    assert f"Left out: {hidden} single statements" in text
    assert f"Single statements left out: {hidden}" in paper
    # of what does not hold, nothing is said
    changed = prepared.presentation.replace(b'"word10', b'"word20')
    assert changed != prepared.presentation
    report = verify_bytes(changed, services)
    assert (report.inner[0].verdict, report.inner[0].left_out) == (Verdict.INVALID, 0)


def test_of_ecdsa_sd_nothing_tells_how_many(vault: Vault, services: Services) -> None:
    _, text, paper = _cut(vault, services, "ecdsa-sd-2023")
    assert "Parts may have been left out; this kind of signature does not say how many." in text
    assert "Parts may have been left out;" in paper
    assert "Left out:" not in text
