"""Files that hold many things: everything in them comes out, each with its place, and nothing else."""

import json
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest

from tests import other_wallets as made
from tests.sample_documents import SVG, as_bytes, presentation
from tests.sample_files import good
from tests.sharing.shares import signed_badge, signed_token
from wallet.app.gather import Findings, Gatherer, Piece, is_bundle_folder
from wallet.app.inputs import InputItem, read_inputs
from wallet.credentials.baked_image import bake_svg
from wallet.errors import Reason

BADGE = signed_badge().original
TOKEN = signed_token().original


def gathered(
    data: bytes, *, words: bytes | None = None, with_keys: bool = False
) -> tuple[list[Piece], Findings]:
    findings = Findings()
    gatherer = Gatherer(lambda: words, with_keys)
    return list(gatherer.pieces(InputItem("in", None, data), findings)), findings


def places(data: bytes, **options: Any) -> dict[str | None, str]:
    """What came out: the place of each piece, and its reason or "" when it has bytes."""
    return {
        piece.item: str(piece.error.reason) if piece.error else "" for piece in gathered(data, **options)[0]
    }


def contents(data: bytes, **options: Any) -> list[Any]:
    pieces, _ = gathered(data, **options)
    assert [piece.error for piece in pieces] == [None] * len(pieces)
    return [piece.data for piece in pieces]


@pytest.mark.parametrize(
    "data", [BADGE, TOKEN, b"hello", b"", b"{}", b"\x89PNG\r\n\x1a\n", b"<svg/>", b"\0\1", b"{"]
)
def test_what_nothing_takes_apart_stays_as_it_is(data: bytes) -> None:
    (piece,) = gathered(data)[0]
    assert (piece.item, piece.data, piece.error) == (None, data, None)


@pytest.mark.parametrize("name", ["laser-cutting.png", "python-programming.jwt", "small-sewing.json"])
def test_a_sample_stays_as_it_is(name: str) -> None:
    data = good(name).read_bytes()
    assert contents(data) == [data]


# -- archives


def test_an_archive_gives_every_file_with_its_place() -> None:
    files = {
        "Badge (1) - köpie.json": BADGE,
        "deep/er/über.jwt": TOKEN,
        "notes.txt": b"nothing here",
        "__MACOSX/._x": b"x",
        ".DS_Store": b"x",
        "empty.json": b"",
        "folder/": b"",
    }
    pieces, _ = gathered(made.zipped(files))
    assert {piece.item: piece.data for piece in pieces if piece.data} == {
        "Badge (1) - köpie.json": BADGE,
        "deep/er/über.jwt": TOKEN,
        "notes.txt": b"nothing here",
    }
    assert [(piece.item, piece.error.reason) for piece in pieces if piece.error] == [
        ("empty.json", Reason.FILE_EMPTY)
    ]


def test_archives_inside_archives_up_to_a_depth() -> None:
    data = BADGE
    for level in range(4):
        data = made.zipped({f"in{level}.zip" if level else "a.json": data})
    assert places(data) == {"in3.zip/in2.zip/in1.zip/a.json": ""}
    assert places(made.zipped({"in4.zip": data})) == {"in4.zip/in3.zip/in2.zip/in1.zip": "nested_too_deep"}


def test_an_archive_without_anything_says_so() -> None:
    assert places(made.zipped({})) == {None: "nothing_inside"}
    assert places(made.zipped({"a/": b"", ".hidden": b"x"})) == {None: "nothing_inside"}


def test_an_archive_in_a_folder_is_named_with_it(tmp_path: Path) -> None:
    (tmp_path / "down").mkdir()
    (tmp_path / "down" / "all.zip").write_bytes(made.zipped({"a.json": BADGE}))
    (item,) = read_inputs([str(tmp_path / "down")])
    (piece,) = Gatherer().pieces(item, Findings())
    assert (piece.name, piece.item, piece.inside) == (item.name, "all.zip/a.json", "a.json")


# -- mail


def test_the_attachments_of_a_mail() -> None:
    message = made.mail(
        ("résumé badge.json", BADGE, "application/json"),
        ("badge.svg", bake_svg(SVG, BADGE.decode()), "image/svg+xml"),
        ("many.zip", made.zipped({"t.jwt": TOKEN}), "application/zip"),
        html="<p>Here is <b>it</b>.</p>",
    )
    assert places(message.as_bytes()) == {"résumé badge.json": "", "badge.svg": "", "many.zip/t.jwt": ""}
    assert contents(message.as_bytes())[0] == BADGE


@pytest.mark.parametrize("encoding", ["base64", "quoted-printable", "8bit"])
def test_every_transfer_encoding_gives_the_same_bytes(encoding: str) -> None:
    text = made.as_json({**json.loads(BADGE), "name": "Prüfung"}, 1).decode()
    message = made.mail()
    message.add_attachment(text, subtype="json", filename="b.json", cte=encoding)
    assert [data.strip() for data in contents(message.as_bytes())] == [text.encode().strip()]


def test_line_ends_of_other_systems() -> None:
    data = made.mail(("b.json", BADGE, "application/json")).as_bytes()
    assert contents(data.replace(b"\n", b"\r\n")) == [BADGE]
    assert contents(b"From x@y Mon Nov 23 12:00:00 2026\n" + data) == [BADGE]


def test_a_mailbox_of_many_mails() -> None:
    box = made.mailbox(
        made.mail(("b.json", BADGE, "application/json")),
        made.mail(text="Nothing to see.\n\nFrom tomorrow on, at 09:30, neither."),
        made.mail(("t.jwt", TOKEN, "application/octet-stream"), ("b.json", BADGE, "application/json")),
    )
    assert places(box) == {"#0/b.json": "", "#2/t.jwt": "", "#2/b.json": ""}
    assert contents(box) == [BADGE, TOKEN, BADGE]
    assert places(made.zipped({"Takeout/All mail.mbox": box}))["Takeout/All mail.mbox#2/t.jwt"] == ""
    assert places(made.mailbox(made.mail(), made.mail())) == {None: "nothing_inside"}


def test_a_mailbox_too_large_to_hold_is_read_where_it_lies(tmp_path: Path) -> None:
    path = tmp_path / "All mail.mbox"
    with path.open("wb") as out:
        for number in range(3):
            attached = (
                ("b.json", BADGE, "application/json") if number == 1 else ("x.bin", bytes(8_000_000), "a/b")
            )
            out.write(made.mailbox(made.mail(attached)))
    assert path.stat().st_size > 20_000_000
    (item,) = read_inputs([str(path)])
    found = {piece.item: piece for piece in Gatherer().pieces(item, Findings())}
    assert found["#1/b.json"].data == BADGE


def test_mails_inside_mails() -> None:
    inner = made.mail(("b.json", BADGE, "application/json"))
    outer = made.mail(text="See below")
    outer.add_attachment(inner)
    assert contents(outer.as_bytes()) == [BADGE]


def test_a_credential_in_the_words_of_a_mail() -> None:
    assert contents(made.mail(text=f"Dear Sam,\n\n{TOKEN.decode()}\n\nYours").as_bytes()) == [TOKEN]


def test_the_pictures_in_the_text_of_a_mail_are_no_items_unless_they_are_badges() -> None:
    def with_picture(picture: bytes, name: str) -> EmailMessage:
        message = made.mail(("b.json", BADGE, "application/json"), html="<img src=cid:logo>")
        body = message.get_body(("html",))
        assert body is not None
        body.add_related(picture, "image", "svg+xml", cid="<logo>", filename=name, disposition="inline")
        return message

    assert places(with_picture(SVG, "logo.svg").as_bytes()) == {"b.json": ""}
    baked = bake_svg(SVG, TOKEN.decode())
    assert places(with_picture(baked, "badge.svg").as_bytes()) == {"b.json": "", "badge.svg": ""}


def test_a_mail_without_anything_says_so() -> None:
    assert places(made.mail().as_bytes()) == {None: "nothing_inside"}


# -- lists


@pytest.mark.parametrize(
    "wrap",
    [
        lambda items: items,
        lambda items: {"credentials": items},
        lambda items: {"credential": items[:1], "compactJwsString": items[1:]},
        lambda items: {"compactJwsStrings": items[:1], "signedAssertions": items[1:]},
        lambda items: {"verifiableCredentials": items},
    ],
)
def test_lists_of_credentials(wrap: Callable[[list[Any]], Any]) -> None:
    document = dict(signed_badge().document)
    pieces, _ = gathered(as_bytes(wrap([document, TOKEN.decode()])))
    assert [json.loads(piece.data or b"") if piece.data != TOKEN else TOKEN for piece in pieces] == [
        document,
        TOKEN,
    ]
    assert [piece.item for piece in pieces] == ["#0", "#1"]


def test_a_presentation_is_no_list() -> None:
    whole = as_bytes(presentation(dict(signed_badge().document)))
    assert contents(whole) == [whole]


def test_an_empty_list_says_so() -> None:
    assert places(b"[]") == {None: "nothing_inside"}
    assert places(b'{"credentials": []}') == {None: ""}, "it may be something else"


def test_what_is_no_credential_in_a_list_gets_its_own_row() -> None:
    assert places(as_bytes([dict(signed_badge().document), 7, None])) == {
        "#0": "",
        "#1": "not_a_credential",
        "#2": "not_a_credential",
    }


# -- text


def test_a_credential_among_other_words() -> None:
    text = (
        "Hi!\n```json\n"
        + made.as_json(json.loads(BADGE)).decode()
        + "\n```\nand {this} is not, "
        + TOKEN.decode()
        + "."
    )
    found = contents(text.encode())
    assert [json.loads(found[0]), found[1]] == [json.loads(BADGE), TOKEN]


def test_braces_in_strings_and_broken_ones_mislead_nobody() -> None:
    document = {**json.loads(BADGE), "description": 'a } and a \\" and { '}
    text = "{ { see:\n" + json.dumps(document) + "\n bye }"
    assert [json.loads(one) for one in contents(("x" + text).encode())] == [document]


def test_words_of_windows_and_of_web_pages() -> None:
    quoted = made.as_json(json.loads(BADGE), None).decode().replace('"', "&quot;")
    assert [json.loads(one) for one in contents(f"Copied: {quoted}".encode())] == [json.loads(BADGE)]
    assert contents("Grüße: ".encode("cp1252") + TOKEN) == [TOKEN]


# -- other wallets


def test_a_learner_wallet_backup_gives_its_credentials_and_knows_its_keys() -> None:
    pieces, findings = gathered(made.learner_backup(made.badges(2)))
    assert [json.loads(piece.data or b"")["name"] for piece in pieces] == ["Badge 0", "Badge 1"]
    assert [piece.item for piece in pieces] == ["#0", "#1"]
    assert (len(findings.keys), findings.keys_name, findings.has_open_keys) == (2, "Default", True)


@pytest.mark.parametrize(
    "contents_of",
    [
        lambda items: items,
        lambda items: [*made.learner_keys()[:1], *items],
        lambda items: [*made.learner_keys(), *items, {"type": "ProfileMetadata", "data": 7}],
        lambda items: [{"type": "Ed25519VerificationKey2020", "privateKeyMultibase": 7}, *items],
        lambda items: [items[0], {"type": "X25519KeyAgreementKey2020"}, items[1]],
    ],
)
def test_missing_and_broken_keys_lose_no_credential(contents_of: Callable[[list[Any]], list[Any]]) -> None:
    profile = made.learner_profile([], name=None, keys=()) | {"contents": contents_of(made.badges(2))}
    for value in (profile, [profile]):
        pieces, _ = gathered(as_bytes(value))
        assert [json.loads(piece.data or b"")["name"] for piece in pieces] == ["Badge 0", "Badge 1"]


def test_a_context_that_is_one_text_is_accepted() -> None:
    profile = made.learner_profile(
        [], keys=[{**made.learner_keys()[0], "@context": "https://www.w3.org/ns/did/v1"}]
    )
    badge = {**made.badges(1)[0], "@context": "https://www.w3.org/ns/credentials/v2"}
    profile["contents"].insert(0, badge)
    assert list(places(as_bytes([profile]))) == ["#0"]


def test_profiles_are_told_apart() -> None:
    backup = [made.learner_profile(made.badges(1), "School"), made.learner_profile(made.badges(1, 1), "Work")]
    assert list(places(as_bytes(backup))) == ["School#0", "Work#1"]


def test_a_broken_entry_of_a_backup_has_its_own_row() -> None:
    profile = made.learner_profile([*made.badges(1), 7, {"what": "ever"}])
    assert places(as_bytes([profile])) == {"#0": "", "#1": "not_a_credential", "#2": ""}


def test_a_locked_learner_backup_opens_with_its_passphrase_only() -> None:
    data = as_bytes(made.locked_learner_backup(made.badges(2)))
    pieces, findings = gathered(data, words=made.BACKUP_WORDS)
    assert [json.loads(piece.data or b"")["name"] for piece in pieces] == ["Badge 0", "Badge 1"]
    assert (len(findings.keys), findings.has_open_keys) == (2, False)
    assert places(data) == {None: "backup_passphrase_needed"}
    assert places(data, words=b"wrong") == {None: "backup_passphrase_wrong"}


@pytest.mark.parametrize("rounds", [1, 9_999, 1_000_001, 10**12, "120000", True, None])
def test_the_work_a_locked_backup_asks_for_has_a_floor_and_a_ceiling(rounds: Any) -> None:
    data = made.locked_learner_backup([])
    data["credentialSubject"]["jwe"]["recipients"][0]["header"]["p2c"] = rounds
    assert places(as_bytes(data), words=made.BACKUP_WORDS) == {None: "backup_lock_cost"}


def test_a_learncard_bundle_opens_with_its_passphrase_only() -> None:
    data = made.zipped(made.learncard_bundle(made.badges(2)))
    pieces, findings = gathered(data, words=made.BACKUP_WORDS)
    assert [json.loads(piece.data or b"")["name"] for piece in pieces] == ["Badge 0", "Badge 1"]
    assert not findings.keys
    assert len(gathered(data, words=made.BACKUP_WORDS, with_keys=True)[1].keys) == 1
    assert places(data) == {None: "backup_passphrase_needed"}
    assert places(data, words=b"wrong") == {None: "backup_passphrase_wrong"}


def test_an_open_learncard_bundle() -> None:
    pieces, findings = gathered(made.zipped(made.learncard_bundle(made.badges(2), locked=False)))
    assert [piece.error for piece in pieces] == [None, None]
    assert findings.has_open_keys


@pytest.mark.parametrize(
    "costs",
    [
        {"memoryCost": 2**31},
        {"memoryCost": 8},
        {"timeCost": 10**9},
        {"timeCost": 0},
        {"parallelism": 255},
        {"timeCost": "1"},
    ],
)
def test_the_work_a_bundle_asks_for_has_a_floor_and_a_ceiling(costs: dict[str, Any]) -> None:
    data = made.zipped(made.learncard_bundle(made.badges(1), **costs))
    assert set(places(data, words=made.BACKUP_WORDS).values()) == {"backup_lock_cost"}


def test_a_changed_payload_spoils_itself_only() -> None:
    files = made.learncard_bundle(made.badges(3))
    changed = next(name for name in files if name.startswith("credentials/"))
    files[changed] = files[changed][:-2] + b" }"
    found = places(made.zipped(files), words=made.BACKUP_WORDS)
    assert found.pop(changed) == "archive_entry_damaged"
    assert list(found.values()) == ["", ""]


def test_a_bundle_of_a_later_version_is_refused_as_a_whole() -> None:
    files = made.learncard_bundle(made.badges(1))
    manifest = json.loads(files["manifest.json"]) | {"specVersion": "2.0.0"}
    files["manifest.json"] = as_bytes(manifest)
    assert places(made.zipped(files), words=b"x") == {None: "unsupported_format"}


def test_another_programs_manifest_makes_no_bundle() -> None:
    files = {"manifest.json": b'{"name": "x"}', "a.json": BADGE}
    assert places(made.zipped(files)) == {"manifest.json": "", "a.json": ""}


def test_a_badgr_collection_names_its_collection() -> None:
    pieces, _ = gathered(
        as_bytes(made.badgr_collection([made.hosted_assertion(1), made.hosted_assertion(2)]))
    )
    assert [piece.marks.collections for piece in pieces] == [("Robotics",), ("Robotics",)]
    assert [json.loads(piece.data or b"") for piece in pieces] == [
        made.hosted_assertion(1),
        made.hosted_assertion(2),
    ]


def test_an_answer_of_badgrs_api_becomes_assertions() -> None:
    answer = {"status": {"success": True, "description": "ok"}, "result": [made.badgr_answer(1)]}
    (piece,) = gathered(as_bytes(answer))[0]
    found = json.loads(piece.data or b"")
    assert (found["type"], found["id"]) == ("Assertion", "https://badges.example/public/assertions/1")
    assert found["badge"]["issuer"]["name"] == "Trade School"
    assert "plaintextIdentity" not in found["recipient"]
    assert found["verification"] == {"type": "HostedBadge"}


def test_badge_connect_and_the_displayer_api() -> None:
    connect = {"status": {"statusCode": 200}, "results": [made.hosted_assertion()]}
    assert len(contents(as_bytes(connect))) == 1
    old = {"uid": "1", "recipient": {}, "badge": "https://b.example/1", "issued_on": "2014-01-01"}
    group = {"userId": 1, "groupId": 2, "badges": [{"assertion": old, "hostedUrl": "https://b.example/a/1"}]}
    (data,) = contents(as_bytes(group))
    assert json.loads(data)["verify"] == {"type": "hosted", "url": "https://b.example/a/1"}


def test_a_folder_that_is_a_bundle_is_one_thing(tmp_path: Path) -> None:
    for name, content in made.learncard_bundle(made.badges(1), locked=False).items():
        (tmp_path / "b" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "b" / name).write_bytes(content)
    (tmp_path / "c.json").write_bytes(BADGE)
    items = list(read_inputs([str(tmp_path)], is_bundle=is_bundle_folder))
    assert [item.is_bundle for item in items] == [True, False]
    (piece,) = Gatherer().pieces(items[0], Findings())
    assert (piece.item or "").startswith("b/credentials/")


def test_a_manifest_cannot_name_files_outside_its_folder(tmp_path: Path) -> None:
    (tmp_path / "secret.json").write_bytes(BADGE)
    folder = tmp_path / "b"
    (folder / "credentials").mkdir(parents=True)
    (folder / "credentials" / "link.json").symlink_to(tmp_path / "secret.json")
    names = [
        "../secret.json",
        str(tmp_path / "secret.json"),
        "credentials/link.json",
        "credentials/none.json",
    ]
    manifest = {
        "format": "ler-wallet-export",
        "version": 1,
        "credentials": [{"file": name} for name in names],
    }
    (folder / "manifest.json").write_bytes(as_bytes(manifest))
    (item,) = read_inputs([str(folder)], is_bundle=is_bundle_folder)
    found = list(Gatherer().pieces(item, Findings()))
    assert [piece.data for piece in found] == [None] * 4
    assert [piece.error.reason for piece in found if piece.error] == [
        *[Reason.ARCHIVE_NAME_UNSAFE] * 3,
        Reason.FILE_MISSING,
    ]


def test_a_code_of_another_wallet_among_other_words() -> None:
    codes = json.loads((Path(__file__).parents[1] / "sharing" / "vpqr_codes.json").read_text())
    code = codes["presentation, legacy-singleton, B"]
    assert contents(f"My code: {code} and that is it".encode()) == [code.encode()]
    assert contents(made.mail(text=f"See {code}").as_bytes()) == [code.encode()]
