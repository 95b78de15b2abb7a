"""Adding what holds many things in the window: a row each, the question for a passphrase, and what is there already."""

from pathlib import Path

import pytest

from tests import other_wallets as made
from tests.sample_documents import as_bytes
from tests.sample_files import good
from tests.sharing.shares import signed_badge
from tests.ui.driver import Driver, shown_text
from wallet.ui.pages.add import AddPage


def write(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def titles(sheet: AddPage) -> list[str]:
    return [shown_text(line) for line in sheet.rows]


@pytest.mark.parametrize("kind", ["zip", "mail", "mailbox", "list", "backup", "wallet", "bundle"])
def test_each_thing_in_a_file_gets_its_row_with_the_file_s_name(
    opened: Driver, tmp_path: Path, kind: str
) -> None:
    badges = made.badges(2)
    files = [
        ("a.json", as_bytes(badges[0]), "application/json"),
        ("b.json", as_bytes(badges[1]), "application/json"),
    ]
    content = {
        "zip": made.zipped({name: data for name, data, _ in files}),
        "mail": made.mail(*files).as_bytes(),
        "mailbox": made.mailbox(*(made.mail(one) for one in files)),
        "list": as_bytes(badges),
        "backup": made.learner_backup(badges),
        "wallet": as_bytes({"type": "UniversalWallet2020", "status": "UNLOCKED", "contents": badges}),
        "bundle": made.zipped(made.learncard_bundle(badges, locked=False)),
    }[kind]
    sheet = opened.add(write(tmp_path, f"my {kind}.bin", content))
    assert len(sheet.rows) == 2
    for number, text in enumerate(titles(sheet)):
        assert f"Badge {number}" in text
        assert f"my {kind}.bin, " in text
    sheet.save.click()
    opened.settle()
    assert sorted(opened.names()) == ["Badge 0", "Badge 1"]


def test_a_bad_part_has_a_row_that_cannot_be_ticked(opened: Driver, tmp_path: Path) -> None:
    data = made.zipped({"../a.json": b"{}", "b.json": as_bytes(made.badges(1)[0])})
    sheet = opened.add(write(tmp_path, "x.zip", data))
    assert [line.tick.isEnabled() for line in sheet.rows] == [False, True]
    assert "leads out of its folder" in titles(sheet)[0]


@pytest.mark.parametrize("kind", ["learner wallet", "bundle"])
def test_a_locked_backup_asks_until_its_passphrase_is_right(
    opened: Driver, tmp_path: Path, kind: str
) -> None:
    content = {
        "learner wallet": as_bytes(made.locked_learner_backup(made.badges(2), rounds=10_000)),
        "bundle": made.zipped(made.learncard_bundle(made.badges(2))),
    }[kind]
    sheet = opened.add(write(tmp_path, "old wallet.bin", content))
    assert sheet.locked.isVisible()
    assert "old wallet.bin: This backup is locked" in sheet.locked.label.text()
    sheet.locked.field.line.setText("not this one")
    sheet.locked.open.click()
    opened.settle()
    assert sheet.locked.isVisible()
    assert "does not open the backup" in sheet.locked.label.text()
    assert len(sheet.rows) == 1
    sheet.locked.field.line.setText(made.BACKUP_WORDS.decode())
    sheet.locked.open.click()
    opened.settle()
    assert not sheet.locked.isVisible()
    assert sheet.locked.field.text() == ""
    assert [line.ticked for line in sheet.rows] == [True, True]
    (part,) = sheet.keys.parts
    assert not part.warning.isVisible()
    assert not part.is_wanted
    assert not part.delete.isVisible()


def profiles(driver: Driver) -> list[str]:
    found: list[str] = []
    wallet = driver.shell._wallet
    driver.tools.tasks.run_on_vault(
        lambda _: found.extend(one.name for one in wallet.profiles()), driver.window
    )
    driver.settle()
    return found


def test_a_backup_with_keys_anybody_can_read_is_pointed_out(opened: Driver, tmp_path: Path) -> None:
    path = write(tmp_path, "backup.json", made.learner_backup(made.badges(1)))
    sheet = opened.add(path)
    (part,) = sheet.keys.parts
    assert part.warning.isVisible()
    assert "backup.json also holds private keys" in shown_text(part)
    assert not part.is_wanted
    assert not part.delete.isEnabled()
    before = profiles(opened)
    sheet.save.click()
    opened.settle()
    assert path.exists()
    assert profiles(opened) == before


def test_keys_come_in_where_that_is_ticked_and_the_file_goes_where_that_is(
    opened: Driver, tmp_path: Path
) -> None:
    path = write(tmp_path, "backup.json", made.learner_backup(made.badges(1)))
    sheet = opened.add(path)
    (part,) = sheet.keys.parts
    part.bring.setChecked(True)
    part.delete.setChecked(True)
    part.bring.setChecked(False)
    assert not part.delete.isChecked(), "no file goes whose keys are left behind"
    part.bring.setChecked(True)
    part.delete.setChecked(True)
    sheet.save.click()
    opened.settle()
    assert "Default" in profiles(opened)
    assert not path.exists()
    said = shown_text(opened.window.message_bar)
    assert "1 key became a profile: Default." in said
    assert "backup.json was deleted." in said


def test_no_file_goes_that_was_not_kept_as_a_whole(opened: Driver, tmp_path: Path) -> None:
    path = write(tmp_path, "backup.json", made.learner_backup([*made.badges(2), {"@context": ["x"]}]))
    sheet = opened.add(path)
    (part,) = sheet.keys.parts
    part.bring.setChecked(True)
    part.delete.setChecked(True)
    sheet.rows[0].tick.setChecked(False)
    sheet.save.click()
    opened.settle()
    assert path.exists()
    assert "backup.json was not deleted" in shown_text(opened.window.message_bar)


def test_what_is_there_already_says_so_and_is_not_ticked(opened: Driver, tmp_path: Path) -> None:
    badge = signed_badge()
    opened.keep(write(tmp_path, "a.json", badge.original))
    again = write(tmp_path, "again.json", made.as_json(dict(badge.document), 3))
    newer = write(tmp_path, "newer.json", signed_badge(validFrom="2026-06-01T00:00:00Z").original)
    older = write(tmp_path, "older.json", signed_badge(validFrom="2020-06-01T00:00:00Z").original)
    sheet = opened.add(again, newer, older, good("laser-cutting.png"))
    assert [line.ticked for line in sheet.rows] == [False, True, True, True]
    said = titles(sheet)
    assert "You have this already." in said[0]
    assert "takes the place of the one you have" in said[1]
    assert "You have a newer version" in said[2]
    assert "have" not in sheet.rows[3].place.text()


def test_a_collection_of_another_backpack_comes_along(opened: Driver, tmp_path: Path) -> None:
    data = as_bytes(made.badgr_collection([made.hosted_assertion(1)]))
    opened.keep(write(tmp_path, "c.json", data))
    parts = opened.shell.sidebar.filter.parts.actions()
    assert any("Robotics" in action.text() for action in parts)


def test_a_pasted_text_with_a_credential_in_it(opened: Driver) -> None:
    opened.shell.add_files([])
    sheet = opened.add(good("laser-cutting.png"))
    sheet.add_text("Hello, here it is:\n" + signed_badge().original.decode() + "\nBye")
    opened.settle()
    assert len(sheet.rows) == 2
    assert sheet.rows[1].ticked
