"""The adversarial JSON, PNG and text sets, each file with the behaviour its manifest asks for."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.sample_documents import SVG, as_bytes, badge, png, token
from tests.shared_data import shared
from wallet.codecs import strict_json
from wallet.credentials import baked_image
from wallet.credentials.detect import parse_document
from wallet.credentials.model import UnverifiedCredential
from wallet.errors import CodecError, Reason, WalletError

_ROOT = shared("adversarial")
# JSON itself leaves repeated names open; read in one way only, they have no meaning (RFC 7493, section 2.3).
_REFUSED_THOUGH_JSON = {
    "y_object_duplicated_key.json": Reason.JSON_DUPLICATE_KEY,
    "y_object_duplicated_key_and_value.json": Reason.JSON_DUPLICATE_KEY,
}


def _cases(folder: str) -> list[Any]:
    entries = json.loads((_ROOT / "manifest.json").read_text())["files"]
    chosen = [entry for entry in entries if entry["file"].startswith(f"{folder}/")]
    return [pytest.param(_ROOT / entry["file"], entry["expected"], id=entry["file"]) for entry in chosen]


@pytest.mark.parametrize(("path", "expected"), _cases("jsontestsuite"))
def test_json(path: Path, expected: str) -> None:
    data = path.read_bytes()
    reason = None
    try:
        value = strict_json.loads(data)
    except CodecError as error:
        reason = error.reason
    else:
        assert value == json.loads(data)
    if expected.startswith("must parse"):
        assert reason is _REFUSED_THOUGH_JSON.get(path.name)
    elif expected.startswith("must be rejected"):
        assert reason is not None
    elif "key" in path.name and path.parent.name == "transform":
        assert reason is Reason.JSON_DUPLICATE_KEY


@pytest.mark.parametrize(("path", "expected"), [*_cases("pngsuite"), *_cases("libpng")])
def test_pictures(path: Path, expected: str) -> None:
    with pytest.raises(WalletError) as refusal:
        parse_document(path.read_bytes())
    if expected.startswith("valid image"):
        assert refusal.value.reason is Reason.PICTURE_WITHOUT_CREDENTIAL
    elif expected.startswith("must be refused"):
        assert refusal.value.reason is Reason.PNG_DAMAGED
    else:
        assert refusal.value.reason in (Reason.PICTURE_WITHOUT_CREDENTIAL, Reason.PNG_DAMAGED)


@pytest.mark.parametrize(
    "path", [case.values[0] for case in _cases("pngsuite") if case.values[1].startswith("valid image")]
)
def test_the_same_pictures_carry_a_badge(path: Path) -> None:
    baked = baked_image.bake_png(path.read_bytes(), json.dumps(badge()))
    assert parse_document(baked).document == badge()


def test_every_naughty_string_comes_through_unchanged() -> None:
    for text in json.loads((_ROOT / "strings" / "blns.json").read_text()):
        document = badge(name=text, issuer={"id": "did:a:b", "name": text})
        baked = [
            baked_image.bake_png(png(), json.dumps(document)),
            baked_image.bake_svg(SVG, json.dumps(document)),
        ]
        for data in (as_bytes(document), token(document).encode(), *baked):
            parsed = parse_document(data)
            assert isinstance(parsed, UnverifiedCredential)
            assert parsed.credential.name == text
            assert parsed.credential.issuer.name == text
