"""Whatever the bytes are, reading them gives a document or an error of ours. Nothing else."""

import contextlib
import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.sample_documents import SVG, as_bytes, badge, itxt, png, presentation, token
from tests.shared_data import shared
from wallet.credentials import baked_image
from wallet.credentials.detect import parse_document
from wallet.credentials.vcdm import check_data_model
from wallet.errors import CodecError, CredentialError

_TEXT = json.dumps(badge())
_SEEDS = [
    as_bytes(badge()),
    token(badge()).encode(),
    as_bytes(presentation(badge(), token(badge()))),
    baked_image.bake_svg(SVG, _TEXT),
    baked_image.bake_png(png(), _TEXT),
    png(itxt("openbadgecredential", _TEXT.encode(), compressed=True)),
]
_REAL = [
    "public-validator/ob30/complete.json",
    "public-validator/ob30/simple-jwt_v1.png",
    "public-validator/ob30/simple-json.svg",
    "public-validator/ob30/velocity.jwt",
    "public-validator/clr20/complex.json",
    "w3c-vc-jose-cose-test-suite/presentation-jose-multiple.txt",
]
_EXAMPLES = settings(max_examples=300, deadline=None)
_JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False)
    | st.sampled_from(["", "en", "did:a:b"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from([*badge(), "type", "id", "@value", "proof", "achievement", "result"]), inner
        )
    ),
    max_leaves=12,
)


def _read(data: bytes) -> None:
    with contextlib.suppress(CodecError, CredentialError):
        document = parse_document(data)
        assert document.original == data
        check_data_model(document.document)


@_EXAMPLES
@given(st.binary(max_size=200))
def test_random_bytes(data: bytes) -> None:
    _read(data)


@_EXAMPLES
@given(st.sampled_from(_SEEDS), st.data())
def test_damaged_documents(seed: bytes, data: st.DataObject) -> None:
    _read(_damaged(seed, data))


@_EXAMPLES
@given(st.sampled_from(list(badge())), _JSON, st.booleans())
def test_members_of_any_shape(key: str, value: Any, as_token: bool) -> None:
    document = {**badge(), key: value}
    text = json.dumps(document)
    _read(token(document).encode() if as_token else text.encode())
    _read(as_bytes(presentation(document, value, token(document))))


@pytest.mark.parametrize("name", _REAL)
def test_damaged_real_files(name: str) -> None:
    sound = shared("corpus", *name.split("/")).read_bytes()
    parse_document(sound)

    @settings(max_examples=60, deadline=None)
    @given(st.data())
    def damage(data: st.DataObject) -> None:
        _read(_damaged(sound, data))

    damage()


def _damaged(sound: bytes, data: st.DataObject) -> bytes:
    """The bytes with a few places overwritten, cut out or doubled."""
    damaged = bytearray(sound)
    for _ in range(data.draw(st.integers(min_value=1, max_value=4))):
        start = data.draw(st.integers(min_value=0, max_value=max(len(damaged) - 1, 0)))
        end = start + data.draw(st.integers(min_value=0, max_value=20))
        damaged[start:end] = data.draw(
            st.binary(max_size=4)
            | st.just(bytes(damaged[start:end]) * 2)
            | st.sampled_from([b'"', b"{", b"\\", b"."])
        )
    return bytes(damaged)
