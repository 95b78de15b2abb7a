"""A share on paper: what is printed is what leaves, the record is attached as it is, and nothing in it acts."""

import json
import re
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from tests import hiding, identities, issuing, selections
from tests.sample_files import good
from tests.sharing.shares import NOW, PURPOSE, RECIPIENT, counted, present, read, signed_badge
from wallet.app.container import Services
from wallet.app.import_credential import import_bytes
from wallet.app.share import prepare, render
from wallet.app.share_pdf import Paper, render_pdf
from wallet.app.share_preview import read_back
from wallet.app.unlock import Vault
from wallet.errors import Reason, SharingError
from wallet.sharing.bundle import encode_bundle
from wallet.sharing.link import encode_link
from wallet.sharing.pdf_attachment import find_presentation, is_pdf
from wallet.sharing.qr import make_qr
from wallet.verification.sources import FixedClock, NoDocuments

SERVICES = Services(FixedClock(NOW), NoDocuments(), counted)
HOSTILE = "(\\) /URI (javascript:alert) \u202eevil\u200b " + "\u0301" * 300


def pdf_of(*badges: Any, language: str = "en", with_code: bool = False) -> tuple[bytes, bytes]:
    presentation = present(badges)
    qr = make_qr(encode_link(encode_bundle(presentation))) if with_code else None
    paper = Paper(presentation, read_back(presentation, SERVICES), qr, language=language)
    return presentation, render_pdf(paper)


def text_of(pdf: bytes) -> str:
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in PdfReader(BytesIO(pdf)).pages))


def test_receiver_reason_names_and_checks_are_printed() -> None:
    badge = signed_badge()
    _, pdf = pdf_of(badge)
    text = text_of(pdf)
    for expected in (
        RECIPIENT,
        PURPOSE,
        badge.credential.title,
        "Example School",
        "The digital signature matches.",
    ):
        assert expected in text


def test_everything_that_was_said_of_the_learner_is_printed() -> None:
    """What is only in the attachment, nobody who reads paper would know of."""
    narrative, role = "Missed one week and made up for it", "Deputy of the shop"
    document = issuing.credential(
        identities.did_key("issuer"),
        evidence=[
            {"id": "https://a.example/work", "type": ["Evidence"], "name": "Notes", "narrative": narrative}
        ],
    )
    document["credentialSubject"] |= {"creditsEarned": 1.5, "term": "2025-26", "role": role}
    document["credentialSubject"] |= {"activityEndDate": "2026-06-01T00:00:00Z"}
    text = text_of(
        pdf_of(read(json.dumps(issuing.secure(document, identities.did_key("issuer"))).encode()))[1]
    )
    for said in (narrative, "https://a.example/work", f"Role: {role}", "Credits: 1.5", "Term: 2025-26"):
        assert said in text
    assert "Last day: 2026-06-01" in text
    token = hiding.issue(hiding.claims(identities.did_key("issuer"), hours=240), identities.did_key("issuer"))
    text = text_of(pdf_of(read(token.encode()))[1])
    assert "What it shows" in text
    assert "hours: 240" in text


def test_in_spanish_the_headings_are() -> None:
    assert "Registro compartido" in text_of(pdf_of(signed_badge(), language="es")[1])


def test_the_record_is_attached_byte_for_byte_and_found_again() -> None:
    presentation, pdf = pdf_of(signed_badge())
    assert is_pdf(pdf)
    assert find_presentation(pdf) == presentation
    [(name, [attached])] = PdfReader(BytesIO(pdf)).attachments.items()
    assert (name, attached) == ("presentation.json", presentation)


def test_nothing_acts_and_the_description_says_nothing_of_the_learner() -> None:
    _, pdf = pdf_of(signed_badge(name="Quince Zed"), with_code=True)
    reader = PdfReader(BytesIO(pdf))
    assert not any("/Annots" in page for page in reader.pages)
    assert "/JavaScript" not in str(reader.trailer["/Root"])
    assert b"/URI" not in pdf
    assert b"/Launch" not in pdf
    described = " ".join(str(value) for value in (reader.metadata or {}).values())
    assert "Quince" not in described
    assert RECIPIENT not in described


def test_hostile_text_is_text() -> None:
    presentation, pdf = pdf_of(signed_badge(name=HOSTILE))
    assert find_presentation(pdf) == presentation
    assert b"/URI (" not in pdf.replace(presentation, b"")
    text = text_of(pdf)
    assert "/URI (javascript:alert)" in text
    assert "\u202e" not in text
    assert "\u200b" not in text


def test_very_long_text_takes_pages_and_ends() -> None:
    achievement = {"name": "W" * 200_000}
    _, pdf = pdf_of(signed_badge(description="word " * 40_000, name=achievement["name"]))
    assert len(PdfReader(BytesIO(pdf)).pages) < 10


@pytest.mark.parametrize("broken", ["cut", "twice", "other", "packed"])
def test_another_pdf_holds_no_share(broken: str) -> None:
    _, pdf = pdf_of(signed_badge())
    data = {
        "cut": pdf[: pdf.index(b'"@context"') + 40],
        "twice": pdf + pdf,
        "other": b"%PDF-1.7\n%%EOF\n",
        "packed": pdf.replace(b"/Type /EmbeddedFile\n", b"/Filter /FlateDecode\n/Type /EmbeddedFile\n"),
    }[broken]
    with pytest.raises(SharingError) as caught:
        find_presentation(data)
    assert caught.value.reason is Reason.NOT_A_SHARE_PDF


def test_a_picture_in_the_badge_is_drawn_anew(tmp_path: Path) -> None:
    from wallet.codecs import base64url  # noqa: PLC0415
    from wallet.sharing.qr import render_png  # noqa: PLC0415

    picture = render_png(make_qr("ler-wallet:#1.123"))
    packed = base64url.encode(picture).replace("-", "+").replace("_", "/")
    packed += "=" * (-len(packed) % 4)
    achievement = signed_badge().document["credentialSubject"]["achievement"]
    image = {"id": f"data:image/png;base64,{packed}", "type": "Image"}
    subject = signed_badge().document["credentialSubject"] | {"achievement": achievement | {"image": image}}
    _, pdf = pdf_of(signed_badge(credentialSubject=subject))
    (tmp_path / "share.pdf").write_bytes(pdf)
    assert len(PdfReader(BytesIO(pdf)).pages[0].images) == 1
    assert picture not in pdf


def test_the_picture_a_badge_came_in_is_drawn(vault: Vault, services: Services) -> None:
    ids = [
        import_bytes(vault, good(name).read_bytes(), services, name=name).record_id or ""
        for name in ("small-sewing.json", "laser-cutting.png", "tutoring-circle-lead.svg")
    ]
    made = prepare(vault, ids, to="Corp", purpose="Job", until=None, services=services, with_qr=False)
    pdf = render(made, ".pdf", services)
    assert sum(len(page.images) for page in PdfReader(BytesIO(pdf)).pages) == 1
    assert b"openbadge" not in pdf.replace(made.presentation, b"")  # drawn anew, without what is baked in


@pytest.mark.parametrize("lines", range(0, 40, 3))
def test_a_heading_stays_with_what_is_under_it(lines: int) -> None:
    _, pdf = pdf_of(signed_badge(description="\n".join(["line"] * (lines + 1))))
    for page in PdfReader(BytesIO(pdf)).pages[:-1]:
        last = page.extract_text().strip().splitlines()[-1]
        assert last not in ("How it was earned", "Skills", "Results", "Evidence", "How to check this")


# -- tags: what people hear who have it read out


def _elements(pdf: bytes) -> list[Any]:
    root: Any = PdfReader(BytesIO(pdf)).trailer["/Root"]
    return [kid.get_object() for kid in root["/StructTreeRoot"]["/K"][0].get_object()["/K"]]


def _marked(pdf: bytes) -> list[tuple[str, int | None, str]]:
    """What is drawn, in order: the tag around it, its number on its page, and the operator."""
    found = []
    for page in PdfReader(BytesIO(pdf)).pages:
        around: list[tuple[str, int | None]] = []
        content = page.get_contents()
        assert content is not None
        for operands, operator in content.operations:
            name = operator.decode()
            if name in ("BDC", "BMC"):
                around.append((str(operands[0]), operands[1]["/MCID"] if name == "BDC" else None))
            elif name == "EMC":
                around.pop()
            elif name in ("Tj", "TJ", "'", '"', "f", "F", "S", "s", "B", "Do"):
                assert len(around) == 1, name
                found.append((*around[-1], name))
        assert not around
    return found


def _with_picture() -> Any:
    achievement = signed_badge().document["credentialSubject"]["achievement"]
    image = {"id": selections.picture("red"), "type": "Image"}
    subject = signed_badge().document["credentialSubject"] | {"achievement": achievement | {"image": image}}
    return signed_badge(credentialSubject=subject)


def test_the_document_says_its_language_and_shows_its_title() -> None:
    for language in ("en", "es"):
        reader = PdfReader(BytesIO(pdf_of(signed_badge(), language=language)[1]))
        root: Any = reader.trailer["/Root"]
        assert root["/Lang"] == language
        assert root["/ViewerPreferences"]["/DisplayDocTitle"]
        assert root["/MarkInfo"]["/Marked"]
        assert reader.metadata is not None
        assert reader.metadata.title


def test_everything_drawn_is_tagged_in_the_order_of_reading() -> None:
    wordy = [signed_badge(id=f"urn:uuid:{n}", description="word " * 600) for n in range(4)]
    _, pdf = pdf_of(_with_picture(), *wordy)
    elements, drawn = _elements(pdf), _marked(pdf)
    kinds = [str(one["/S"]) for one in elements]
    assert kinds[0] == "/H1"
    assert kinds.count("/H2") == 6
    assert set(kinds) == {"/H1", "/H2", "/H3", "/P", "/Figure"}
    assert {tag for tag, _, _ in drawn} == {*kinds, "/Artifact"}
    # every element is drawn, and what is drawn is an element or decoration
    by_page: dict[Any, list[str]] = {}
    for one in elements:
        by_page.setdefault(one.raw_get("/Pg").idnum, []).append(str(one["/S"]))
    assert len(by_page) > 1
    assert [(kind, number) for page in by_page.values() for number, kind in enumerate(page)] == [
        (tag, number) for tag, number in _per_page(pdf)
    ]


def _per_page(pdf: bytes) -> list[tuple[str, int]]:
    found = []
    for page in PdfReader(BytesIO(pdf)).pages:
        content = page.get_contents()
        assert content is not None
        found += [
            (str(operands[0]), int(operands[1]["/MCID"]))
            for operands, operator in content.operations
            if operator == b"BDC"
        ]
    return found


def test_pictures_and_the_code_are_described() -> None:
    _, pdf = pdf_of(_with_picture(), with_code=False)
    (figure,) = [one for one in _elements(pdf) if one["/S"] == "/Figure"]
    assert figure["/Alt"].startswith("Picture of the credential: ")
    _, pdf = pdf_of(signed_badge(), with_code=True, language="es")
    (figure,) = [one for one in _elements(pdf) if one["/S"] == "/Figure"]
    assert figure["/Alt"] == "Código cuadrado que contiene el mismo registro firmado"
    assert [str(one["/S"]) for one in _elements(pdf)][:2] == ["/H1", "/Figure"]
