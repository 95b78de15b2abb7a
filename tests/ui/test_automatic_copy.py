"""Opening a file in the window makes the automatic copy that is due, and opens it all the same when that fails."""

from datetime import timedelta
from pathlib import Path

from tests.quick_keys import with_quick_keys
from tests.sample_files import good
from tests.vault.builders import NOW
from wallet.app.container import make_services
from wallet.app.import_credential import import_bytes
from wallet.app.unlock import create_vault
from wallet.ui.use_cases import AppDesk

PHRASE = b"violet anchor seven moons"


def test_a_copy_that_is_due_is_made_when_the_file_is_opened(tmp_path: Path) -> None:
    services = with_quick_keys(make_services(at=NOW))
    path, place = tmp_path / "my.lerwallet", tmp_path / "copies"
    place.mkdir()
    with create_vault(path, bytearray(PHRASE), services) as vault:
        vault.backups.choose_folder(place)
        import_bytes(vault, good("laser-cutting.png").read_bytes(), services, name="a.png")
    AppDesk(services).open(path, bytearray(PHRASE)).close()
    (copy,) = place.iterdir()
    assert copy.name.startswith("my automatic copy 2026-11-23")
    AppDesk(make_services(at=NOW + timedelta(days=9))).open(path, bytearray(PHRASE)).close()
    assert len(list(place.iterdir())) == 1, "nothing new since"


def test_a_place_that_takes_nothing_does_not_keep_the_file_closed(tmp_path: Path) -> None:
    services = with_quick_keys(make_services(at=NOW))
    path, place = tmp_path / "my.lerwallet", tmp_path / "copies"
    place.mkdir()
    with create_vault(path, bytearray(PHRASE), services) as vault:
        vault.backups.choose_folder(place / "no such folder")
        import_bytes(vault, good("laser-cutting.png").read_bytes(), services, name="a.png")
    wallet = AppDesk(services).open(path, bytearray(PHRASE))
    assert len(wallet.cards("")) == 1
    wallet.close()
    assert list(place.iterdir()) == []
