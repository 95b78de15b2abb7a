"""Mail as programs write it and as nobody should: every part once, within bounds."""

import contextlib
import time
from email.message import EmailMessage

import pytest

from tests.assurance import rounds
from tests.other_wallets import mail
from wallet.codecs.mail_message import MAX_DEPTH, MAX_PARTS, looks_like_mail, read_mail
from wallet.errors import CodecError, Reason

HEAD = b"From: a@b.example\nTo: c@d.example\nMIME-Version: 1.0\n"
PATIENCE = 10.0


def multipart(*parts: bytes, boundary: str = "x") -> bytes:
    """A body of these parts, with its own headers and nothing before them."""
    line = b"--" + boundary.encode()
    body = b"".join(line + b"\n" + part + b"\n" for part in parts)
    return b'Content-Type: multipart/mixed; boundary="' + boundary.encode() + b'"\n\n' + body + line + b"--\n"


def attached(content: bytes, name: str = "a.json", encoding: str = "7bit") -> bytes:
    return (
        f'Content-Type: application/json\nContent-Disposition: attachment; filename="{name}"\n'
        f"Content-Transfer-Encoding: {encoding}\n\n"
    ).encode() + content


def refused(data: bytes) -> Reason:
    with pytest.raises(CodecError) as caught:
        list(read_mail(data))
    return caught.value.reason


@pytest.mark.parametrize(
    ("data", "is_mail"),
    [
        (HEAD + b"\nhi", True),
        (b"From a@b Mon Nov 23 12:00:00 2026\n" + HEAD + b"\nhi", True),
        (b"\r\n" + HEAD.replace(b"\n", b"\r\n") + b"\r\nhi", True),
        (b"Received: by x\n\tfor y\nSubject: z\n", True),
        (b"To: everybody\n\nFrom: me\n", False),
        (b"note: buy milk\nsubject: none\n", False),
        (b'{"from": 1, "to": 2}', False),
        (b"https://example.org/\nTo: x\n", False),
        (b"", False),
        (b"\x89PNG", False),
    ],
)
def test_mail_is_told_by_its_headers(data: bytes, is_mail: bool) -> None:
    assert looks_like_mail(data) is is_mail


def test_every_part_has_its_name_type_and_bytes() -> None:
    message = mail(("a.json", b"{}", "application/json"), ("b.png", b"\x89PNG", "image/png"), html="<p>x</p>")
    assert [(part.name, part.media_type, part.is_attached) for part in read_mail(message.as_bytes())] == [
        ("", "text/plain", False),
        ("", "text/html", False),
        ("a.json", "application/json", True),
        ("b.png", "image/png", True),
    ]


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ('attachment; filename="a b.json"', "a b.json"),
        ("attachment; filename*=UTF-8''%E2%82%AC%20rates.json", "\u20ac rates.json"),
        ("attachment; filename*0=long-; filename*1=name.json", "long-name.json"),
        ('attachment; filename="=?utf-8?B?w6kuanNvbg==?="', "\u00e9.json"),
        ('attachment; filename="=?nonsense?B?w6k=?="', None),
        ("attachment", ""),
        ('attachment; filename="../../etc/passwd"', "../../etc/passwd"),
    ],
)
def test_names_in_every_spelling(header: str, name: str | None) -> None:
    data = HEAD + multipart(f"Content-Type: application/json\nContent-Disposition: {header}\n\n{{}}".encode())
    (part,) = read_mail(data)
    assert part.is_attached
    assert name is None or part.name == name


def test_an_attachment_without_a_disposition_is_one() -> None:
    (part,) = read_mail(HEAD + multipart(b'Content-Type: image/png; name="b.png"\n\n\x89PNG'))
    assert (part.name, part.is_attached, part.data) == ("b.png", True, b"\x89PNG")


@pytest.mark.parametrize("boundary", ["=_(+)[.*]?", "a b", "--", "=20"])
def test_boundaries_of_all_letters(boundary: str) -> None:
    parts = list(read_mail(HEAD + multipart(attached(b"1"), attached(b"2"), boundary=boundary)))
    assert [part.data for part in parts] == [b"1", b"2"]


def test_a_boundary_inside_a_line_is_none() -> None:
    parts = list(read_mail(HEAD + multipart(attached(b'{"a": "--x"}\n --x\n--xy'))))
    assert [part.data for part in parts] == [b'{"a": "--x"}\n --x\n--xy']


def test_a_mail_whose_end_is_missing_gives_what_is_there() -> None:
    whole = HEAD + multipart(attached(b"1"), attached(b"22222"))
    assert [part.data for part in read_mail(whole[: whole.rindex(b"222")])] == [b"1", b"22"]


@pytest.mark.parametrize("content", [b"A", b"=====", b"AAAAA"])
def test_a_broken_transfer_encoding_spoils_its_part(content: bytes) -> None:
    first, second = read_mail(HEAD + multipart(attached(content, encoding="base64"), attached(b"2")))
    assert (first.error and first.error.reason) is Reason.MAIL_DAMAGED or first.data == b""
    assert second.data == b"2"


def nested(levels: int) -> bytes:
    message = b"Content-Type: text/plain\n\nbottom"
    for level in range(levels):
        message = multipart(message, boundary=f"b{level}")
    return HEAD + message


def test_parts_inside_parts_up_to_a_depth() -> None:
    assert [part.data for part in read_mail(nested(MAX_DEPTH))] == [b"bottom"]
    assert refused(nested(MAX_DEPTH + 1)) is Reason.MAIL_TOO_COMPLEX


def test_a_thousand_mails_inside_each_other() -> None:
    message = b"Subject: x\nFrom: y\n\nbottom"
    for _ in range(1000):
        message = b"Subject: x\nFrom: y\nContent-Type: message/rfc822\n\n" + message
    assert refused(message) is Reason.MAIL_TOO_COMPLEX


def test_a_mail_inside_a_mail_that_is_packed_as_well() -> None:
    inner, outer = mail(("a.json", b"{}", "application/json")), EmailMessage()
    outer["From"], outer["Subject"] = "a@b.example", "forward"
    outer.set_content("see below")
    outer.add_attachment(inner.as_bytes(), maintype="message", subtype="rfc822x", filename="m.eml")
    assert [part.name for part in read_mail(outer.as_bytes())] == ["", "m.eml"]


def test_too_many_parts() -> None:
    assert refused(HEAD + multipart(*[attached(b"1")] * (MAX_PARTS + 1))) is Reason.MAIL_TOO_COMPLEX
    assert len(list(read_mail(HEAD + multipart(*[attached(b"1")] * MAX_PARTS)))) == MAX_PARTS


@pytest.mark.parametrize(
    "data",
    [
        HEAD + b"X: " + b"y" * 100_000,
        HEAD + b"Content-Type: multipart/mixed\n\nx",
        HEAD + multipart(b"X: " + b"y\n " * 50_000),
    ],
)
def test_broken_headers(data: bytes) -> None:
    assert refused(data) is Reason.MAIL_DAMAGED


@pytest.mark.long
@pytest.mark.parametrize(
    "letters", [b"\n", b"--x\n", b"\r", b"--", b"--x" + b" " * 1000, b"=\n"], ids=range(6)
)
def test_no_body_takes_long(letters: bytes) -> None:
    most = rounds(3_000_000, 19_000_000)
    body = letters * (most // len(letters))
    print(f"took apart a mail of {most} bytes of one kind")
    started = time.perf_counter()
    for head in (
        b'Content-Type: multipart/mixed; boundary="x"\n\n',
        b"Content-Transfer-Encoding: quoted-printable\n\n",
    ):
        with contextlib.suppress(CodecError):
            assert sum(1 for _ in read_mail(HEAD + head + body)) <= MAX_PARTS
    assert time.perf_counter() - started < PATIENCE
