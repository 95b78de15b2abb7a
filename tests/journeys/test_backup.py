"""Backing up, losing the computer, putting the backup back; noticing an older file."""

import shutil

from tests.program import Program
from tests.sample_files import broken, good


def ids(program: Program, path: str) -> dict[str, str]:
    return {one["id"]: one["verdict"] for one in program.run("list", "--vault", path, "--json").objects}


def test_a_backup_comes_back_on_a_new_machine_and_an_older_file_is_told(
    program: Program, elsewhere: Program
) -> None:
    path = program.make_vault()
    for sample in ("laser-cutting.png", "peer-tutoring.json"):
        assert program.run("import", "--vault", path, good(sample)).code == 0
    (program.folder / "stick").mkdir()
    made = program.run("vault", "backup", path, "stick", "--automatic", "--json").object
    backup = program.folder / made["backup"]
    assert made["result"] == "done"
    assert made["size"] == backup.stat().st_size
    info = program.run("vault", "info", path, "--json").object
    assert info["last_backup"] is not None
    assert info["new_since_backup"] == 0

    moved = elsewhere.folder / "moved.lerwallet"
    restored = elsewhere.run("vault", "restore", backup, moved, "--json").object
    assert restored == {"path": str(moved), "result": "restored", "kept_as": None, "credentials": 2}
    assert ids(elsewhere, str(moved)) == ids(program, str(path))
    for record_id in ids(program, str(path)):
        outs = []
        for one, where in ((program, path), (elsewhere, moved)):
            out = one.folder / f"{record_id}.out"
            assert one.run("show", "--vault", where, record_id, "--original", out).code == 0
            outs.append(out.read_bytes())
        assert outs[0] == outs[1]

    assert program.run("import", "--vault", path, broken("expired.json"), "--not-valid").code == 0
    wrong = program.run("vault", "restore", backup, path, "--replace", passphrase="not this one at all")
    assert wrong.code == 4
    newer = path.read_bytes()
    refused = program.run("vault", "restore", backup, path, "--json")
    assert refused.code == 1
    assert [(one["result"], one["name"]) for one in refused.objects] == [("missing", "Tutoring Circle Lead")]
    assert "Nothing was changed" in refused.err
    assert path.read_bytes() == newer
    assert "Warning" not in program.run("list", "--vault", path).err
    kept = program.run("vault", "restore", backup, path, "--replace", "--json").objects[-1]["kept_as"]
    assert (program.folder / kept).read_bytes() == newer
    assert len(ids(program, str(path))) == 2

    shutil.copy(program.folder / kept, path)
    assert "Warning" not in program.run("import", "--vault", path, broken("revoked.json"), "--not-valid").err
    shutil.copy(backup, path)
    told = program.run("list", "--vault", path)
    assert told.code == 0
    assert "Warning: this file is older than the one you used on " in told.err


def test_a_backup_that_cannot_be_made_says_why(program: Program) -> None:
    path = program.make_vault()
    (program.folder / "taken").write_bytes(b"mine")
    (program.folder / "file").write_bytes(b"")
    for place, code, reason in (
        ("taken", 1, "vault_exists"),
        ("nowhere/copy", 1, "output_not_writable"),
        ("my.lerwallet", 1, "vault_exists"),
    ):
        result = program.run("vault", "backup", path, place, "--json")
        assert (result.code, result.object["reason"]) == (code, reason)
    assert program.run("vault", "backup", path, "new-file", "--automatic").code == 2
    assert (program.folder / "taken").read_bytes() == b"mine"
    cut = program.folder / "cut.lerwallet"
    cut.write_bytes(path.read_bytes()[:-5000])
    before = path.read_bytes()
    assert program.run("vault", "restore", cut, path, "--replace").code == 5
    assert program.run("vault", "restore", path, path, "--replace").code == 2
    assert program.run("vault", "restore", "nowhere", path).code == 1
    assert path.read_bytes() == before
    assert sorted(entry.name for entry in program.folder.iterdir()) == [
        "cut.lerwallet",
        "file",
        "my.lerwallet",
        "taken",
    ]


def test_two_versions_of_a_file_are_told_and_joined_on_request(program: Program) -> None:
    path = program.make_vault()
    conflict = program.folder / "my (conflicted copy).lerwallet"
    shutil.copy(path, conflict)
    program.run("import", "--vault", path, good("laser-cutting.png"))
    assert program.run("import", "--vault", conflict, good("peer-tutoring.json")).code == 0
    told = program.run("list", "--vault", path)
    assert "Warning: my (conflicted copy).lerwallet, in the same folder, holds changes" in told.err
    untouched = conflict.read_bytes()
    joined = program.run("vault", "merge", path, conflict, "--json")
    assert joined.code == 0
    assert [(one["kind"], one["name"], one["result"]) for one in joined.objects] == [
        ("credential", "Peer Tutoring", "added")
    ]
    assert conflict.read_bytes() == untouched
    assert len(ids(program, str(path))) == 2
    assert "Warning" not in program.run("list", "--vault", path).err
    assert program.run("vault", "merge", path, path).code == 2
