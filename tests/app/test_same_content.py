"""The same credential in other bytes: kept once, and a picture of it is worth more than its text."""

import json
from datetime import timedelta
from pathlib import Path

import pytest

from tests import other_wallets as made
from tests.sample_documents import SVG, as_bytes, png
from tests.sharing.shares import signed_badge, signed_token
from wallet.app.browse import list_heads
from wallet.app.container import Services
from wallet.app.gather import Findings, Gatherer
from wallet.app.import_credential import ImportOutcome, import_bytes, importer
from wallet.app.inputs import read_inputs
from wallet.app.review import Standing, review
from wallet.app.unlock import Vault
from wallet.credentials.baked_image import bake_png, bake_svg
from wallet.errors import Reason

BADGE = signed_badge().original
PICTURE = bake_png(png(), BADGE.decode())


def kept(vault: Vault, services: Services, *files: bytes) -> list[ImportOutcome]:
    return [import_bytes(vault, data, services, name="x").result for data in files]


def test_a_picture_takes_the_place_of_the_text_and_the_text_that_of_nothing(
    vault: Vault, services: Services
) -> None:
    other = bake_svg(SVG, made.as_json(json.loads(BADGE)).decode())
    assert kept(vault, services, BADGE, PICTURE, made.as_json(json.loads(BADGE), 7), other, BADGE) == [
        ImportOutcome.ADDED,
        ImportOutcome.UPDATED,
        ImportOutcome.DUPLICATE,
        ImportOutcome.DUPLICATE,
        ImportOutcome.DUPLICATE,
    ]
    (head,) = list_heads(vault)
    assert vault.credentials.get(head.id).original == PICTURE
    assert len(vault.credentials.versions(head.id)) == 2


def test_other_bytes_bring_a_credential_back_from_the_bin(vault: Vault, services: Services) -> None:
    first = import_bytes(vault, BADGE, services, name="x")
    vault.bin.put((str(first.record_id),), services.clock.now() + timedelta(0))
    again = made.as_json(json.loads(BADGE), 3)
    assert review(importer(vault, services), again).standing is Standing.IN_BIN
    assert kept(vault, services, again) == [ImportOutcome.RESTORED]
    assert [head.id for head in list_heads(vault)] == [first.record_id]


def test_without_ids_names_and_dates_are_compared_and_then_everything(
    vault: Vault, services: Services
) -> None:
    def without(**changes: object) -> bytes:
        return as_bytes({**made.hosted_assertion(), **changes})

    files = [
        without(),
        as_bytes(dict(reversed(list(made.hosted_assertion().items())))),
        without(narrative="x"),
    ]
    assert kept(vault, services, *files) == [
        ImportOutcome.ADDED,
        ImportOutcome.DUPLICATE,
        ImportOutcome.ADDED,
    ]


def test_a_token_is_itself_letter_by_letter(vault: Vault, services: Services) -> None:
    token = signed_token().original
    other = bake_svg(SVG, token.decode())
    assert kept(vault, services, token, b"\n" + token + b"\n", other) == [
        ImportOutcome.ADDED,
        ImportOutcome.DUPLICATE,
        ImportOutcome.UPDATED,
    ]


@pytest.mark.parametrize(
    ("changes", "standing"),
    [
        ({}, Standing.HAD),
        ({"validFrom": "2030-01-01T00:00:00Z"}, Standing.NEWER),
        ({"validFrom": "2001-01-01T00:00:00Z"}, Standing.OLDER),
        ({"id": "urn:uuid:00000000-0000-4000-8000-00000000ffff"}, Standing.NEW),
    ],
)
def test_what_keeping_would_do(
    vault: Vault, services: Services, changes: dict[str, str], standing: Standing
) -> None:
    kept(vault, services, BADGE)
    assert review(importer(vault, services), signed_badge(**changes).original).standing is standing
    assert len(list_heads(vault)) == 1, "nothing was kept"


def test_given_to_the_learner_is_said_by_their_own_identifiers(vault: Vault, services: Services) -> None:
    subject = json.loads(BADGE)["credentialSubject"]["id"]
    assert review(importer(vault, services), BADGE).given_to_you is not True
    vault.profiles.edit(vault.profiles.list()[0].name, add=[subject])
    assert review(importer(vault, services), BADGE).given_to_you is True
    assert review(importer(vault, services), b"nothing").given_to_you is None


def test_an_archive_larger_than_other_files_may_be_is_read_where_it_lies(tmp_path: Path) -> None:
    big = made.zipped({f"{n}.bin": bytes([n]) * 5_000_000 for n in range(5)} | {"a.json": BADGE}, method=0)
    assert len(big) > 20_000_000
    (tmp_path / "big.zip").write_bytes(big)
    (tmp_path / "big.json").write_bytes(b" " * 21_000_000)
    found = [piece for item in read_inputs([str(tmp_path)]) for piece in Gatherer().pieces(item, Findings())]
    assert {piece.item: piece.error.reason if piece.error else "" for piece in found} == {
        "big.json": Reason.FILE_TOO_LARGE,
        **{f"big.zip/{n}.bin": "" for n in range(5)},
        "big.zip/a.json": "",
    }
