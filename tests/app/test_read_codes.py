"""What a QR code leads to is told by the host machines go to, whatever letters people see (class F8)."""

import pytest

from tests.sharing.pictures import code_png
from wallet.app.read_codes import Code, codes_in, host_of


@pytest.mark.parametrize(
    ("text", "host"),
    [
        ("https://school.example/x?y#z", "school.example"),
        ("HTTP://School.Example:8080", "school.example"),
        ("https://school.example@evil.example/", "evil.example"),
        ("https://school.example:secret@evil.example/", "evil.example"),
        ("https://sch\u043eol.example/", "xn--schol-lye.example"),  # a Cyrillic o
        ("javascript:alert(1)//school.example", None),
        ("file://school.example/etc/passwd", None),
        ("data:text/html,https://school.example", None),
        ("ler-wallet:#1.123", None),
        ("https:school.example", None),
        ("https://[school.example", None),
        ("plain words", None),
        ("", None),
    ],
)
def test_hosts(text: str, host: str | None) -> None:
    assert host_of(text) == host


def test_codes_of_a_picture() -> None:
    text = "https://school.example@evil.example/"
    assert codes_in(code_png(text)) == (Code(text, "evil.example"),)
