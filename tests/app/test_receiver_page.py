"""Where the page for receivers lies: kept in the file, strict, and what links and codes then lead to."""

from pathlib import Path

import pytest

from build_verify_page import OUT
from tests.sample_files import good
from wallet.app.container import Services
from wallet.app.import_credential import import_bytes
from wallet.app.receiver_page import keep_page_address, page_address, write_page
from wallet.app.share import prepare
from wallet.app.unlock import Vault
from wallet.app.verify_document import verify_bytes
from wallet.errors import AppError, Reason
from wallet.verification.report import Verdict

PAGE = "https://school.example/check.html"


def test_links_and_codes_lead_there(vault: Vault, services: Services) -> None:
    record = (
        import_bytes(vault, good("small-soldering.json").read_bytes(), services, name="a").record_id or ""
    )
    assert keep_page_address(vault, f"  {PAGE}\n") == PAGE
    assert page_address(vault) == PAGE
    for given, base in ((None, PAGE), ("https://other.example/v", "https://other.example/v")):
        made = prepare(vault, [record], to="A", purpose="B", until=None, services=services, page_url=given)
        assert made.link is not None
        assert made.qr is not None
        assert made.qr.link == made.link
        assert made.link.startswith(base + "#1.")
        assert verify_bytes(made.link.encode(), services).verdict is Verdict.CHECK
    keep_page_address(vault, "")
    made = prepare(vault, [record], to="A", purpose="B", until=None, services=services)
    assert (made.link or "").startswith("ler-wallet:#1.")


@pytest.mark.parametrize(
    "address",
    [
        "http://school.example/check.html",
        "http://192.168.1.20:80/",
        "ler-wallet:",
        "school.example",
        "https://school.example/#page",
        "https://user:secret@school.example/",
        "https://school.example/" + "x" * 200,
        "javascript:alert(1)",
    ],
)
def test_another_address_is_refused_and_the_earlier_one_stays(vault: Vault, address: str) -> None:
    keep_page_address(vault, PAGE)
    with pytest.raises(AppError) as caught:
        keep_page_address(vault, address)
    assert caught.value.reason is Reason.PAGE_ADDRESS_INVALID
    assert page_address(vault) == PAGE


def test_an_address_that_was_put_into_the_file_by_others_is_not_used(vault: Vault) -> None:
    vault.settings.set("receiver_page", "http://evil.example/")
    assert page_address(vault) == ""


def test_the_page_can_be_taken_along(tmp_path: Path) -> None:
    if not OUT.is_file():
        pytest.skip("only where the page for receivers could be built (Node and npm)")
    write_page(tmp_path / "verify.html")
    assert (tmp_path / "verify.html").read_bytes() == OUT.read_bytes()
    with pytest.raises(AppError):
        write_page(tmp_path / "verify.html")
