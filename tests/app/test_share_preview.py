"""What a receiver will find in a share, read back from its bytes."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.quick_keys import with_quick_keys
from tests.sample_documents import badge, presentation
from tests.sample_files import INDEX, good
from wallet.app.claim_names import PrivateKind
from wallet.app.container import make_services
from wallet.app.import_credential import import_bytes
from wallet.app.private_values import PrivateValue
from wallet.app.share import prepare
from wallet.app.share_preview import SeenCredential, read_back
from wallet.app.unlock import create_vault
from wallet.errors import WalletError
from wallet.verification.report import Verdict

AT = datetime(2026, 11, 23, tzinfo=UTC)
SERVICES = with_quick_keys(make_services(AT, INDEX))


def seen(**subject: Any) -> SeenCredential:
    """An unsigned badge with these members in its subject, inside an unsigned presentation."""
    document = badge()
    document["credentialSubject"].update(subject)
    return read_back(json.dumps(presentation(document)).encode(), SERVICES).credentials[0]


def test_a_real_share_is_read_back_whole(tmp_path: Path) -> None:
    with create_vault(
        tmp_path / "v.lerwallet", bytearray(b"paper river seven lantern oak"), SERVICES
    ) as vault:
        ids = []
        for name in ("laser-cutting.png", "python-programming.jwt"):
            record_id = import_bytes(vault, good(name).read_bytes(), SERVICES, name=name).record_id
            assert record_id is not None
            ids.append(record_id)
        made = prepare(
            vault, ids, to="Harbor Boat Works", purpose="Job", until=None, services=SERVICES, with_qr=False
        )
    found = read_back(made.presentation, SERVICES)
    assert found.report.verdict is Verdict.CHECK
    assert (found.report.audience, found.report.purpose, found.report.until) == (
        "Harbor Boat Works",
        "Job",
        None,
    )
    assert found.holder.startswith("did:key:")
    assert [each.credential.title for each in found.credentials] == list(made.titles)


@pytest.mark.parametrize(
    ("subject", "expected"),
    [
        ({"name": "Dana R."}, (PrivateKind.NAME, "Dana R.")),
        ({"email": "dana@example.org"}, (PrivateKind.EMAIL, "dana@example.org")),
        ({"birthDate": "2009-04-01"}, (PrivateKind.BIRTH_DATE, "2009-04-01")),
        ({"profile": {"dateOfBirth": "2009-04-01"}}, (PrivateKind.BIRTH_DATE, "2009-04-01")),
        ({"studentId": 4711}, (PrivateKind.NUMBER, "4711")),
        ({"address": {"streetAddress": "1 Main St"}}, (PrivateKind.ADDRESS, "1 Main St")),
        ({"telephone": ["+1 555 0100"]}, (PrivateKind.PHONE, "+1 555 0100")),
    ],
)
def test_what_says_something_about_the_holder_is_listed(
    subject: dict[str, Any], expected: tuple[PrivateKind, str]
) -> None:
    assert list(seen(**subject).private) == [PrivateValue(*expected)]


def test_what_was_earned_is_not_about_the_holder() -> None:
    assert list(seen().private) == []


@pytest.mark.parametrize(
    ("hashed", "value"), [(True, ""), (False, "dana@example.org")], ids=["hashed", "readable"]
)
def test_an_identifier_says_whether_it_can_be_read(hashed: bool, value: str) -> None:
    identifier = {
        "type": "IdentityObject",
        "identityType": "emailAddress",
        "identityHash": "sha256$" + "0" * 64 if hashed else "dana@example.org",
        "hashed": hashed,
    }
    assert list(seen(identifier=[identifier]).private) == [PrivateValue(PrivateKind.EMAIL, value)]


def test_every_value_is_listed_with_its_pointer() -> None:
    values = dict(seen(name="Dana/R~").values)
    assert values["/name"] == "Robotics"
    assert values["/credentialSubject/name"] == "Dana/R~"
    assert values["/type/1"] == "OpenBadgeCredential"


def test_the_list_of_values_has_an_end() -> None:
    assert len(seen(extra=list(range(5000))).values) == 2000


@pytest.mark.parametrize("make", [lambda: b"{}", lambda: json.dumps(badge()).encode(), lambda: b"\xff\x00"])
def test_what_is_no_share_is_refused(make: Callable[[], bytes]) -> None:
    with pytest.raises(WalletError):
        read_back(make(), SERVICES)
