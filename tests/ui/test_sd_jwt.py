"""The detail beside the grid with an SD-JWT: what its issuer says in words of its own is shown as plain text."""

from pathlib import Path

from tests import hiding, identities
from tests.ui.driver import Driver, shown_text

ISSUER = identities.did_key("school", "P-256")


def test_claims_of_the_issuers_own_are_shown(opened: Driver, tmp_path: Path) -> None:
    meant = hiding.claims(ISSUER, remark="<b>bold</b>")
    (tmp_path / "laser.txt").write_text(hiding.issue(meant, ISSUER))
    opened.keep(tmp_path / "laser.txt")
    assert opened.names() == ["Laser cutting"]
    opened.choose("Laser")
    text = shown_text(opened.shell.credentials.detail)
    assert "address.locality: Kiel" in text
    assert "remark: <b>bold</b>" in text
