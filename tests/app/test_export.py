"""Everything comes back out byte for byte, under names no system trips over, and never over anything."""

import hashlib
import html.parser
import json
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest

from tests.sample_files import samples
from tests.shared_data import PROJECT
from tests.vault.builders import NOW, credential, key, make_vault, new_credential, record_id_of
from wallet.app import export_folder as folder_module
from wallet.app.container import Services
from wallet.app.export import Exported, export_vault
from wallet.app.export_folder import slug, suffix_of
from wallet.app.holder import make_holder_key
from wallet.app.import_credential import import_bytes
from wallet.app.unlock import Vault
from wallet.codecs import multibase
from wallet.credentials.model import Envelope, Issuer
from wallet.errors import AppError, NoRoomError, Reason
from wallet.vault.connection import open_vault_file
from wallet.vault.page_seal import PAGE_BYTES
from wallet.vault.shares import ShareRecord
from wallet.verification.sources import FetchedDocument

HOSTILE = (
    "../../etc/passwd",
    "C:\\Windows\\con.txt",
    "NUL",
    "a\u202egnp.exe",
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "日本語のバッジ",
    "x" * 300,
    "COM1.",
    " . ",
)
WINDOWS_DEVICES = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)

TAGS = {
    "html",
    "head",
    "meta",
    "title",
    "style",
    "body",
    "h1",
    "h2",
    "h3",
    "p",
    "strong",
    "a",
    "br",
    "bdi",
    "pre",
}
TAGS |= {"table", "tr", "th", "td", "ol", "li"}
ATTRIBUTES = {"lang", "charset", "http-equiv", "content", "name", "href", "class", "scope"}


def share(number: int, content: bytes) -> ShareRecord:
    return ShareRecord(
        id=f"5d20-share-{number}",
        to="<b>Example</b> Corp",
        purpose="Summer job",
        made_at=NOW,
        until=None,
        channel="file",
        credential_ids=(record_id_of(1),),
        titles=("Badge 1",),
        revealed=("/name",),
        hidden=(),
        can_be_stopped=False,
        sha256=hashlib.sha256(content).hexdigest(),
        content=content,
    )


@pytest.fixture
def full(tmp_path: Path, services: Services) -> Iterator[Vault]:
    """A vault with something of everything, and hostile names."""
    with make_vault(tmp_path / "my.lerwallet") as vault:
        for number, name in enumerate(HOSTILE):
            vault.credentials.add(
                new_credential(number, credential(name, issuer=Issuer("did:example:x", f"Issuer {name}")))
            )
        for kind, number in ((Envelope.JWT, 20), (Envelope.BAKED_SVG, 21), (Envelope.UNKNOWN, 22)):
            vault.credentials.add(replace(new_credential(number), envelope=kind))
        first, second = record_id_of(0), record_id_of(1)
        vault.collections.add("Robotics </table>", (second, first), NOW)
        vault.collections.create("Empty one", NOW)
        vault.tags.add("mine & yours", (first,))
        vault.notes.add(first, "line one\nline <two>", NOW)
        vault.pins.add((second,))
        vault.files.add(first, "../evil name.PDF", "application/pdf", b"%PDF-work", NOW)
        vault.evidence.keep(first, (FetchedDocument("https://x.example/did.json", b'{"a": 1}', NOW),), NOW)
        vault.evidence.keep(second, (FetchedDocument("https://x.example/did.json", b'{"a": 1}', NOW),), NOW)
        vault.bin.put((record_id_of(2),), NOW)
        vault.shares.record(share(1, b'{"vp": 1}'))
        vault.shares.record(share(2, b"https://x.example/#1.123"))
        vault.settings.set("known_issuers", '["did:example:x"]')
        make_holder_key(vault, services)
        yield vault


def exported(vault: Vault, tmp_path: Path, services: Services, **options: Any) -> tuple[Exported, Path]:
    place = tmp_path / "everything"
    return export_vault(vault, place, services, **options), place


def manifest_of(place: Path) -> dict[str, Any]:
    manifest: dict[str, Any] = json.loads((place / "manifest.json").read_text("utf-8"))
    return manifest


def names(folder: Path) -> list[str]:
    return sorted(entry.name for entry in folder.iterdir())


def files_of(place: Path) -> dict[str, bytes]:
    found = (entry for entry in place.rglob("*") if entry.is_file())
    return {entry.relative_to(place).as_posix(): entry.read_bytes() for entry in found}


def test_every_original_comes_back_byte_for_byte(full: Vault, tmp_path: Path, services: Services) -> None:
    done, place = exported(full, tmp_path, services)
    manifest = manifest_of(place)
    assert (done.credentials, done.shares, done.damaged, done.has_keys) == (13, 2, (), False)
    for entry in manifest["credentials"]:
        kept = full.credentials.get(entry["id"])
        content = (place / entry["file"]).read_bytes()
        assert content == kept.original
        assert hashlib.sha256(content).hexdigest() == entry["sha256"] == kept.sha256
        assert (place / entry["report"]).read_text("utf-8") == kept.report_json
        assert len(entry["history"]) == 1
    assert [one["id"] for one in manifest["credentials"]] == [
        record_id_of(number) for number in (*range(len(HOSTILE)), 20, 21, 22)
    ]
    assert [Path(one["file"]).suffix for one in manifest["credentials"][-3:]] == [".jwt", ".svg", ".txt"]


def test_every_sample_comes_back_byte_for_byte(vault: Vault, tmp_path: Path, services: Services) -> None:
    kept = {}
    for sample in samples():
        found = import_bytes(vault, sample.path.read_bytes(), services, name=sample.path.name)
        if found.record_id is not None:
            kept[found.record_id] = sample.path
    _, place = exported(vault, tmp_path, services)
    written = {one["id"]: place / one["file"] for one in manifest_of(place)["credentials"]}
    assert set(written) == set(kept)
    assert len(written) > 15
    for record_id, path in kept.items():
        assert written[record_id].read_bytes() == path.read_bytes()
        assert written[record_id].suffix == path.suffix


def test_what_the_owner_added_and_shared_is_there(full: Vault, tmp_path: Path, services: Services) -> None:
    _, place = exported(full, tmp_path, services)
    manifest = manifest_of(place)
    first, second, binned = manifest["credentials"][:3]
    assert (first["collections"], first["tags"]) == (["Robotics </table>"], ["mine & yours"])
    (note,) = first["notes"]
    assert (place / note["file"]).read_text("utf-8") == note["text"] == "line one\nline <two>"
    (own,) = first["files"]
    assert (own["name"], (place / own["file"]).read_bytes()) == ("../evil name.PDF", b"%PDF-work")
    assert (place / own["file"]).parent == place / "files"
    assert first["evidence"] == second["evidence"]
    assert first["evidence"][0]["url"] == "https://x.example/did.json"
    assert (place / first["evidence"][0]["file"]).read_bytes() == b'{"a": 1}'
    assert binned["deleted_at"].startswith("2026-11-23T12:00:")
    assert manifest["collections"] == [
        {"name": "Robotics </table>", "credentials": [record_id_of(1), record_id_of(0)]},
        {"name": "Empty one", "credentials": []},
    ]
    assert manifest["pinned"] == [record_id_of(1)]
    assert [(place / one["file"]).read_bytes() for one in manifest["shares"]] == [
        b'{"vp": 1}',
        b"https://x.example/#1.123",
    ]
    assert manifest["settings"]["known_issuers"] == '["did:example:x"]'
    assert "sittings" not in manifest["settings"]
    assert manifest["profiles"][0]["dids"] == [full.holder_keys.default().did]


def test_the_manifest_names_every_file_with_its_digest(
    full: Vault, tmp_path: Path, services: Services
) -> None:
    done, place = exported(full, tmp_path, services, with_keys=True)
    files = files_of(place)
    listed = {one["path"]: (one["sha256"], one["size"]) for one in manifest_of(place)["files"]}
    assert set(files) == {*listed, "manifest.json"}
    assert len(files) == done.files
    for path, (digest, size) in listed.items():
        assert (hashlib.sha256(files[path]).hexdigest(), len(files[path])) == (digest, size)


def test_names_are_safe_on_every_system(full: Vault, tmp_path: Path, services: Services) -> None:
    _, place = exported(full, tmp_path, services)
    assert names(tmp_path) == ["everything", "my.lerwallet"]
    for path in files_of(place):
        for part in path.split("/"):
            assert re.fullmatch(r"[a-z0-9][a-z0-9.-]{0,95}", part), path
            assert not WINDOWS_DEVICES.fullmatch(part)
            assert not part.endswith(".")
    lowered = [path.lower() for path in files_of(place)]
    assert len(set(lowered)) == len(lowered)


@pytest.mark.parametrize("text", HOSTILE)
def test_a_name_becomes_a_harmless_piece(text: str) -> None:
    assert re.fullmatch(r"[a-z0-9]([a-z0-9-]{0,38}[a-z0-9])?", slug(text, "credential"))


def test_suffixes_are_kept_when_they_are_plain() -> None:
    given = ("a.PDF", "a.tar.gz", "a", "a.p\u202edf", "a./x", "a.verylongsuffix", ".bashrc", "a.e xe")
    assert [suffix_of(name) for name in given] == [".pdf", ".gz", "", "", "", "", "", ""]


class _Page(html.parser.HTMLParser):
    """Collects what a browser would act on."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.links: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.links += [value or "" for name, value in attrs if name in ("href", "src")]

    def handle_data(self, data: str) -> None:
        self.text += data


def test_the_page_runs_nothing_and_leads_nowhere_else(
    full: Vault, tmp_path: Path, services: Services
) -> None:
    _, place = exported(full, tmp_path, services)
    source = (place / "index.html").read_text("utf-8")
    page = _Page()
    page.feed(source)
    assert page.tags <= TAGS
    assert page.attributes <= ATTRIBUTES
    assert "default-src 'none'" in source
    assert page.links
    for link in page.links:
        assert (place / unquote(link)).is_file()
        assert Path(link).suffix in (".json", ".txt", ".jwt", ".png"), "nothing that a browser would run"
    assert "Nothing in this folder is encrypted." in page.text
    for shown in ("<script>alert(1)</script>", "line <two>", "Robotics </table>", "<b>Example</b> Corp"):
        assert shown in page.text
    assert "\u202e" not in source


def test_holder_keys_leave_only_when_asked_for(full: Vault, tmp_path: Path, services: Services) -> None:
    secret = full.holder_keys.default().private_seed
    _, place = exported(full, tmp_path, services)
    assert not (place / "keys").exists()
    assert not any(secret in content for content in files_of(place).values())
    assert "z3u2" not in (place / "manifest.json").read_text("utf-8"), "no secret key in Multikey form"
    export_vault(full, tmp_path / "with keys", services, with_keys=True)
    (key,) = json.loads((tmp_path / "with keys" / "keys" / "holder-keys.json").read_text("utf-8"))
    assert multibase.decode(key["secretKeyMultibase"]) == b"\x80\x26" + secret
    assert key["secretKeyMultibase"].startswith("z3u2")
    assert "sign as you" in (tmp_path / "with keys" / "index.html").read_text("utf-8")


def test_a_damaged_record_is_left_out_and_named(full: Vault, tmp_path: Path, services: Services) -> None:
    full.database.run("UPDATE original SET content = x'00' WHERE seq = 4")
    full.database.run("UPDATE share_content SET content = x'00' WHERE seq = 1")
    done, place = exported(full, tmp_path, services)
    assert done.damaged == (record_id_of(3), "5d20-share-1")
    assert (done.credentials, done.shares) == (12, 1)
    assert manifest_of(place)["damaged"] == [record_id_of(3), "5d20-share-1"]
    assert record_id_of(3) in (place / "index.html").read_text("utf-8")


@pytest.mark.parametrize(
    ("table", "damaged"),
    [
        ("attachment_by_credential", [f"{record_id_of(number)} files" for number in range(3)]),
        ("tag", [f"{record_id_of(number)} tags" for number in range(3)]),
        ("check_history_by_credential", [f"{record_id_of(number)} history" for number in range(3)]),
        ("pin", ["pinned"]),
        ("collection", ["collections"]),
        ("profile", ["profiles"]),
    ],
)
def test_a_damaged_page_of_one_kind_hides_nothing_of_the_others(
    tmp_path: Path, services: Services, table: str, damaged: list[str]
) -> None:
    """Before, one page of an index of people's files kept every credential out of the export."""
    path = tmp_path / "my.lerwallet"
    with make_vault(path) as vault:
        for number in range(3):
            vault.credentials.add(new_credential(number))
        vault.collections.create("Robotics", NOW)
        row = vault.database.row("SELECT rootpage FROM sqlite_schema WHERE name = ?", (table,))
    assert row is not None
    content = bytearray(path.read_bytes())
    content[(row[0] - 1) * PAGE_BYTES + 2000] ^= 1
    path.write_bytes(content)
    with open_vault_file(path, key()) as vault:
        done, place = exported(vault, tmp_path, services)
    assert set(damaged) <= set(done.damaged)
    assert done.credentials == 3
    manifest = manifest_of(place)
    assert manifest["damaged"] == list(done.damaged)
    for number, one in enumerate(manifest["credentials"]):
        assert (place / one["file"]).read_bytes() == new_credential(number).original


# -- never over anything, never half


@pytest.mark.parametrize("kind", ["file", "empty folder", "link to nowhere"])
def test_what_is_there_stays(full: Vault, tmp_path: Path, services: Services, kind: str) -> None:
    place = tmp_path / "everything"
    if kind == "file":
        place.write_bytes(b"mine")
    elif kind == "empty folder":
        place.mkdir()
    else:
        place.symlink_to(tmp_path / "nowhere")
    with pytest.raises(AppError) as caught:
        exported(full, tmp_path, services)
    assert caught.value.reason is Reason.OUTPUT_EXISTS
    assert names(tmp_path) == ["everything", "my.lerwallet"]


def test_an_export_that_fails_leaves_nothing(
    full: Vault, tmp_path: Path, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = 0

    def stop() -> None:
        nonlocal written
        written += 1
        if written == 6:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        exported(full, tmp_path, services, progress=stop)
    assert names(tmp_path) == ["my.lerwallet"]
    with pytest.raises(AppError) as caught:
        export_vault(full, tmp_path / "no such" / "folder", services)
    assert caught.value.reason is Reason.OUTPUT_NOT_WRITABLE

    read_back = folder_module.ExportFolder.read_back

    def spoil(self: folder_module.ExportFolder) -> None:
        (tmp_path / "everything (unfinished)" / self.files[3].path).write_bytes(b"rot")
        read_back(self)

    monkeypatch.setattr(folder_module.ExportFolder, "read_back", spoil)
    with pytest.raises(AppError) as caught:
        exported(full, tmp_path, services)
    assert caught.value.reason is Reason.OUTPUT_NOT_WRITABLE
    assert names(tmp_path) == ["my.lerwallet"]


def test_too_little_room_is_told_with_what_is_needed(
    full: Vault, tmp_path: Path, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    def none_free(_: Path) -> Any:
        return type("usage", (), {"free": 1000})

    with monkeypatch.context() as patch:
        patch.setattr(folder_module.shutil, "disk_usage", none_free)  # type: ignore[attr-defined]
        with pytest.raises(NoRoomError) as caught:
            exported(full, tmp_path, services)
    assert caught.value.needed_bytes > full.path.stat().st_size
    assert names(tmp_path) == ["my.lerwallet"]


def test_an_interrupted_export_lies_in_plain_sight_and_the_next_one_clears_it(
    full: Vault, tmp_path: Path, services: Services
) -> None:
    place = tmp_path / "everything (unfinished)"
    (place / "credentials").mkdir(parents=True)
    (place / "credentials" / "x.json").write_bytes(b"half")
    with pytest.raises(AppError) as caught:
        exported(full, tmp_path, services)
    assert caught.value.reason is Reason.OUTPUT_EXISTS, "not one of ours: it stays"
    (place / "UNFINISHED.txt").write_bytes(b"")
    exported(full, tmp_path, services)
    assert names(tmp_path) == ["everything", "my.lerwallet"]


def test_an_empty_vault_is_exported_too(tmp_path: Path, services: Services) -> None:
    with make_vault(tmp_path / "my.lerwallet") as vault:
        done, place = exported(vault, tmp_path, services)
    assert done == Exported(0, 0, 2, (), has_keys=False)
    assert sorted(files_of(place)) == ["index.html", "manifest.json"]


@pytest.mark.skipif(sys.platform == "win32", reason="only on systems with kill -9")
def test_an_export_that_is_killed_is_not_there_or_whole(
    full: Vault, tmp_path: Path, services: Services
) -> None:
    full.close()
    place = tmp_path / "everything"
    for item in (1, 8, 15, 0):
        command = [sys.executable, "-m", "tests.vault.child_program", "export-and-die"]
        run = subprocess.run([*command, str(full.path), str(place), str(item)], cwd=PROJECT, check=False)
        assert run.returncode == -signal.SIGKILL
        assert place.exists() == (item == 0)
        assert (tmp_path / "everything (unfinished)").exists() == (item != 0)
    listed = {one["path"]: one["sha256"] for one in manifest_of(place)["files"]}
    written = {path: hashlib.sha256(content).hexdigest() for path, content in files_of(place).items()}
    assert listed == {path: digest for path, digest in written.items() if path != "manifest.json"}
    with open_vault_file(full.path, key()) as vault:
        assert vault.check() == ()
        assert export_vault(vault, tmp_path / "again", services).credentials == 13
