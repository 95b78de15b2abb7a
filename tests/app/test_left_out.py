"""A receiver is told that parts were chosen, and of how many nothing is shown, where the format tells."""

import io
import json

from pypdf import PdfReader

from tests import identities, issuing
from tests.sample_files import selective
from wallet.app.container import Services
from wallet.app.import_credential import import_bytes
from wallet.app.share import Chosen, PreparedShare, prepare, render
from wallet.app.unlock import Vault
from wallet.app.verify_document import verify_bytes
from wallet.cli.render import report_lines
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
    assert report_to_dict(report, "x")["inner"][0]["left_out"] == 10
    assert any("Left out: 10 parts" in line for line in report_lines(report, "x"))
    pages = PdfReader(io.BytesIO(render(prepared, ".pdf", services))).pages
    assert "placeholders of the issuer: 10" in "".join(page.extract_text() for page in pages)
    whole = verify_bytes(data, services)
    assert whole.left_out == 0
    assert "left_out" not in report_to_dict(whole, "x")


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
