"""A learner moves in from anywhere: folders, archives, mail, other wallets; a row each, and nothing lost."""

import json
import zipfile
from pathlib import Path

import pytest

from tests import other_wallets as made
from tests.cli.in_process import InProcess, new_in_process
from tests.sample_documents import as_bytes
from tests.sample_files import EVALUATED_AT
from tests.sharing.shares import signed_badge, signed_token

AT = ("--at", EVALUATED_AT)
BADGE = signed_badge().original


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> InProcess:
    return new_in_process(tmp_path, monkeypatch)


def write(program: InProcess, name: str, content: bytes) -> Path:
    path = program.folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def names_in(program: InProcess, vault: Path, *more: str) -> list[str]:
    return sorted(one["name"] for one in program.run("list", "--vault", vault, "--json", *more).objects)


def test_a_folder_of_mixed_downloads_gives_a_row_each(program: InProcess) -> None:
    vault = program.make_vault()
    badges = [made.as_json(one) for one in made.badges(5)]
    write(program, "dl/badge.json", badges[0])
    write(program, "dl/Badge (1).JSON.txt", badges[1])
    write(program, "dl/all my badges.zip", made.zipped({"x/b 2.json": badges[2], "readme.txt": b"hello"}))
    write(program, "dl/Your badge.eml", made.mail(("b.json", badges[3], "application/json")).as_bytes())
    write(program, "dl/chat.txt", b"look: " + badges[4] + b" and bye")
    write(program, "dl/holiday.txt", b"nothing")
    done = program.run("import", "--vault", vault, "dl", "--json", *AT)
    assert done.code == 1, "two of them hold nothing"
    assert {one["item"]: one["result"] for one in done.objects} == {
        "Badge (1).JSON.txt": "added",
        "Your badge.eml/b.json": "added",
        "all my badges.zip/readme.txt": "refused",
        "all my badges.zip/x/b 2.json": "added",
        "badge.json": "added",
        "chat.txt": "added",
        "holiday.txt": "refused",
    }
    assert names_in(program, vault) == [f"Badge {n}" for n in range(5)]


def test_people_read_which_file_and_where_in_it(program: InProcess) -> None:
    vault = program.make_vault()
    write(program, "all.zip", made.zipped({"in/a.json": BADGE, "in/\x1b[31m.txt": b"x"}))
    lines = program.run("import", "--vault", vault, "all.zip", *AT).out.splitlines()
    assert lines[0].startswith("all.zip, in/a.json: added ")
    assert lines[1].startswith("all.zip, in/")
    assert "\x1b" not in lines[1]
    assert "refused" in lines[1]


def test_the_same_credential_is_kept_once_however_it_is_written(program: InProcess) -> None:
    vault = program.make_vault()
    document = json.loads(BADGE)
    for name, content in {
        "1.json": BADGE,
        "2.json": made.as_json(document, 4),
        "3.json": as_bytes({key: document[key] for key in sorted(document)}),
        "4.json": made.learner_backup([document]),
        "5.txt": b"see " + BADGE,
        "6.zip": made.zipped({"again.json": made.as_json(document, 1)}),
        "7.jwt": signed_token().original,
        "8.txt": b"Bearer " + signed_token().original,
    }.items():
        write(program, f"in/{name}", content)
    done = program.run("import", "--vault", vault, "in", "--json", *AT)
    assert [one["result"] for one in done.objects] == ["added", *["duplicate"] * 5, "added", "duplicate"]
    assert len({one["id"] for one in done.objects}) == 2
    assert done.code == 0


def test_what_differs_in_one_letter_is_another(program: InProcess) -> None:
    vault = program.make_vault()
    write(program, "in/1.json", BADGE)
    write(program, "in/2.json", as_bytes({**json.loads(BADGE), "name": "Another name"}))
    done = program.run("import", "--vault", vault, "in", "--not-valid", "--json", *AT)
    assert [one["result"] for one in done.objects] == ["added", "added"]
    assert [one["verdict"] for one in done.objects] == ["check", "invalid"]


def test_a_newer_version_takes_the_place_of_the_older(program: InProcess) -> None:
    vault = program.make_vault()
    newer = signed_badge(validFrom="2026-06-01T00:00:00Z").original
    write(program, "both.zip", made.zipped({"1.json": BADGE, "2.json": newer}))
    done = program.run("import", "--vault", vault, "both.zip", "--json", *AT)
    assert [one["result"] for one in done.objects] == ["added", "updated"]


# -- other wallets


def test_moving_in_from_the_learner_credential_wallet(program: InProcess) -> None:
    vault = program.make_vault()
    backup = write(program, "Wallet Backup.json", made.learner_backup(made.badges(3)))
    done = program.run("import", "--vault", vault, backup.name, "--json", *AT)
    assert [one["item"] for one in done.objects] == ["#0", "#1", "#2"]
    assert "--holder-keys" in done.err
    assert "is not encrypted" in done.err
    assert "--delete-plain" in done.err
    assert backup.exists()
    assert made.DID not in program.run("profile", "list", "--vault", vault, "--json").out


def test_its_keys_come_in_when_asked_and_the_file_goes(program: InProcess) -> None:
    vault = program.make_vault()
    backup = write(program, "backup.json", made.learner_backup(made.badges(1)))
    done = program.run("import", "--vault", vault, backup.name, "--holder-keys", "--delete-plain", *AT)
    assert done.code == 0, done.err
    assert made.DID in done.err
    assert "was deleted" in done.err
    profiles = program.run("profile", "list", "--vault", vault, "--json").objects
    assert [(one["name"], one["in_use"]) for one in profiles] == [("my", True), ("Default", False)]
    assert made.DID in json.dumps(profiles[1])
    assert not backup.exists()
    write(program, "again.json", made.learner_backup(made.badges(1)))
    again = program.run("import", "--vault", vault, "again.json", "--holder-keys", *AT)
    assert "in your wallet already" in again.err
    assert len(program.run("profile", "list", "--vault", vault, "--json").objects) == 2


@pytest.mark.parametrize("broken", ["credential", "key", "keys left out"])
def test_the_file_stays_while_anything_in_it_is_not_kept(program: InProcess, broken: str) -> None:
    vault = program.make_vault()
    keys = made.learner_keys()
    if broken == "key":
        keys[1]["privateKeyMultibase"] = keys[1]["privateKeyMultibase"][:-3]
    items = [*made.badges(1), *([{"no": "credential"}] if broken == "credential" else [])]
    backup = write(program, "backup.json", as_bytes([made.learner_profile(items, keys=keys)]))
    options = [] if broken == "keys left out" else ["--holder-keys"]
    done = program.run("import", "--vault", vault, backup.name, "--delete-plain", *options, *AT)
    assert "was not deleted" in done.err
    assert backup.exists()
    assert names_in(program, vault) == ["Badge 0"], "the credential came in all the same"


def test_a_locked_backup_takes_its_passphrase_from_the_second_line(program: InProcess) -> None:
    vault = program.make_vault()
    write(program, "locked.json", as_bytes(made.locked_learner_backup(made.badges(2))))
    refused = program.run("import", "--vault", vault, "locked.json", "--json", *AT)
    assert [one["reason"] for one in refused.objects] == ["backup_passphrase_needed"]
    wrong = program.run(
        "import",
        "--vault",
        vault,
        "locked.json",
        "--json",
        *AT,
        variables={"LER_WALLET_BACKUP_PASSPHRASE": "x"},
    )
    assert [one["reason"] for one in wrong.objects] == ["backup_passphrase_wrong"]
    assert wrong.code == 1
    right = program.run(
        "import",
        "--vault",
        vault,
        "locked.json",
        "--json",
        *AT,
        variables={"LER_WALLET_BACKUP_PASSPHRASE": made.BACKUP_WORDS.decode()},
    )
    assert [one["result"] for one in right.objects] == ["added", "added"]
    assert "is not encrypted" not in right.err


def test_a_learncard_bundle_with_its_keys(program: InProcess) -> None:
    vault = program.make_vault()
    write(program, "bundle.zip", made.zipped(made.learncard_bundle(made.badges(2))))
    done = program.run(
        "import",
        "--vault",
        vault,
        "bundle.zip",
        "--holder-keys",
        *AT,
        variables={"LER_WALLET_BACKUP_PASSPHRASE": made.BACKUP_WORDS.decode()},
    )
    assert done.code == 0, done.err
    assert made.DID in done.err
    assert names_in(program, vault) == ["Badge 0", "Badge 1"]


def test_a_badgr_collection_becomes_a_collection(program: InProcess) -> None:
    vault = program.make_vault()
    write(
        program,
        "c.json",
        as_bytes(made.badgr_collection([made.hosted_assertion(1), made.hosted_assertion(2)])),
    )
    write(program, "api.json", as_bytes({"status": {"success": True}, "result": [made.badgr_answer(3)]}))
    done = program.run("import", "--vault", vault, "c.json", "api.json", "--json", *AT)
    assert [one["result"] for one in done.objects] == ["added"] * 3
    assert {one["verdict"] for one in done.objects} == {"unchecked"}, "their pages were not asked"
    assert len(names_in(program, vault, "--collection", "Robotics")) == 2
    assert "Welding 3" in names_in(program, vault)


def test_an_export_of_this_wallet_comes_back_whole(program: InProcess) -> None:
    old = program.make_vault("old.lerwallet")
    write(program, "a.json", BADGE)
    newer = signed_badge(validFrom="2026-06-01T00:00:00Z").original
    write(program, "b.json", newer)
    ids = [
        one["id"] for one in program.run("import", "--vault", old, "a.json", "b.json", "--json", *AT).objects
    ]
    write(program, "gone.json", made.as_json(made.badges(1)[0]))
    gone = program.run("import", "--vault", old, "gone.json", "--json", *AT).object["id"]
    for command in (
        ["collection", "add", "School", ids[1], "--vault", old],
        ["tag", "add", "laser", ids[1], "--vault", old],
        ["note", "add", ids[1], "My first lamp", "--vault", old],
        ["delete", gone, "--vault", old],
        ["export", "out", "--vault", old, "--holder-keys"],
    ):
        assert program.run(*command).code == 0, command
    with zipfile.ZipFile(program.folder / "out.zip", "w") as archive:
        for path in sorted((program.folder / "out").rglob("*")):
            archive.write(path, path.relative_to(program.folder))
    for number, source in enumerate(("out", "out.zip")):
        new = program.make_vault(f"new{number}.lerwallet")
        done = program.run("import", "--vault", new, source, "--json", *AT)
        assert [(one["id"], one["result"]) for one in done.objects] == [
            (ids[0], "added"),
            (ids[1], "updated"),
        ]
        shown = program.run("show", "--vault", new, ids[1], "--json").object
        assert (shown["collections"], shown["tags"]) == (["School"], ["laser"])
        assert [note["text"] for note in shown["notes"]] == ["My first lamp"]


# -- files made to harm


def test_hostile_files_leave_nothing_outside_the_vault(program: InProcess) -> None:
    vault = program.make_vault()
    before = {path.relative_to(program.folder) for path in program.folder.rglob("*")}
    bad = {
        "traversal.zip": made.zipped({"../../evil.json": BADGE, "/tmp/evil.json": BADGE, "ok.json": BADGE}),
        "bomb.zip": made.zipped({"zeros.json": bytes(10_000_000)}),
        "cut.zip": made.zipped({"a.json": BADGE})[:-30],
        "deep.eml": made.mail(("evil/../../a.json", BADGE, "application/json")).as_bytes(),
        "cost.json": as_bytes(made.locked_learner_backup([], rounds=10**9)),
    }
    for name, content in bad.items():
        write(program, f"in/{name}", content)
    done = program.run(
        "import", "--vault", vault, "in", "--json", *AT, variables={"LER_WALLET_BACKUP_PASSPHRASE": "x"}
    )
    assert {
        (one["item"], one["result"], one["reason"]) for one in done.objects if one["result"] == "refused"
    } == {
        ("traversal.zip/../../evil.json", "refused", "archive_name_unsafe"),
        ("traversal.zip//tmp/evil.json", "refused", "archive_name_unsafe"),
        ("bomb.zip/zeros.json", "refused", "archive_grows"),
        ("cut.zip", "refused", "archive_damaged"),
        ("cost.json", "refused", "backup_lock_cost"),
    }
    assert [one["result"] for one in done.objects].count("added") == 1
    after = {path.relative_to(program.folder) for path in program.folder.rglob("*")}
    assert after - before == {Path("in"), *(Path("in", name) for name in bad)}
    assert not list(program.folder.parent.rglob("evil*"))


def test_blockcerts_are_kept_and_called_not_checked(program: InProcess) -> None:
    vault = program.make_vault()
    second = {
        **made.hosted_assertion(),
        "id": "urn:uuid:00000000-0000-4000-8000-000000000009",
        "verification": {
            "type": ["MerkleProofVerification2017", "Extension"],
            "publicKey": "ecdsa-koblitz-pubkey:1",
        },
        "signature": {
            "type": ["MerkleProof2017", "Extension"],
            "merkleRoot": "00",
            "targetHash": "00",
            "proof": [],
        },
    }
    third = {
        "@context": ["https://www.w3.org/2018/credentials/v1", "https://w3id.org/blockcerts/v3"],
        "id": "urn:uuid:00000000-0000-4000-8000-000000000010",
        "type": ["VerifiableCredential", "BlockcertsCredential"],
        "issuer": "https://school.example/issuer.json",
        "issuanceDate": "2021-01-01T00:00:00Z",
        "credentialSubject": {"id": "did:example:1"},
        "proof": {"type": "MerkleProof2019", "proofValue": "z", "proofPurpose": "assertionMethod"},
    }
    write(program, "both.json", as_bytes([second, third]))
    done = program.run("import", "--vault", vault, "both.json", "--json", *AT)
    assert [(one["result"], one["verdict"], one["reason"]) for one in done.objects] == [
        ("added", "unchecked", "unsupported_suite")
    ] * 2


@pytest.mark.parametrize("change", ["a line left out", "a line added", "another checksum", "no checksum"])
def test_a_bundle_whose_list_was_changed_comes_in_and_says_so(program: InProcess, change: str) -> None:
    vault = program.make_vault()
    files = made.learncard_bundle(made.badges(2), locked=False)
    whole = program.run("import", "--vault", vault, *_bundle(program, "whole.zip", files), *AT)
    assert "backup_list_differs" not in whole.err
    manifest = json.loads(files["manifest.json"])
    if change == "a line left out":
        manifest["contents"] = [one for one in manifest["contents"] if one["type"] != "index-record"]
    elif change == "a line added":
        manifest["contents"].append({"id": "x", "type": "consent-record", "path": "x", "encrypted": False})
    elif change == "another checksum":
        manifest["payloadSha256"] = "0" * 64
    else:
        del manifest["payloadSha256"]
    files["manifest.json"] = made.as_json(manifest)
    done = program.run("import", "--vault", vault, *_bundle(program, "changed.zip", files), "--json", *AT)
    assert [one["result"] for one in done.objects] == ["duplicate", "duplicate"]
    assert ("[backup_list_differs]" in done.err) is (change != "no checksum")


def _bundle(program: InProcess, name: str, files: dict[str, bytes]) -> list[str]:
    write(program, name, made.zipped(files))
    return [name]
