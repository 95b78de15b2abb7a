"""A share to practise with: sample credentials, signed by a key that is made for it and thrown away.

It is a real share, made as every other, so the page for receivers and `ler-wallet verify` treat it as one. No wallet
file is needed and none is made. A changed one is the same with a word put in after it was signed, as a forger would.
"""

import json
from collections.abc import Sequence
from typing import Any

from wallet import resources
from wallet.app.container import Services
from wallet.app.holder import new_holder_key
from wallet.codecs import strict_json
from wallet.credentials.detect import parse_document
from wallet.credentials.model import UnverifiedCredential
from wallet.errors import AppError, Reason
from wallet.sharing.bundle import encode_bundle
from wallet.sharing.html_page import render_html
from wallet.sharing.link import BASE, encode_link
from wallet.sharing.presentation import HolderSigner, sign_presentation

FORMS = (".html", ".json")
"""The ends of names of files that can be written: the page that checks itself, and the file for the command line."""

SAMPLES = ("small-soldering.json", "small-sewing.json")
"""Sample credentials whose issuers' keys need no website."""

_PUT_IN = " (with honors)"
_WORDS = {
    "en": ("Anyone who wants to practise", "Practice. Every name in it is made up"),
    "es": ("Quien quiera practicar", "Práctica. Todos los nombres son inventados"),
}


def practice_bundle(
    services: Services, language: str = "en", *, changed: bool = False, samples: Sequence[str] = SAMPLES
) -> bytes:
    """A bundle of sample credentials without an end date.

    Args:
        language: of what is said about whom it is for.
        changed: put a word into a credential after everything was signed.
        samples: names of files among the good samples.
    """
    key = new_holder_key(services)
    to, purpose = _WORDS[language]
    presentation = sign_presentation(
        [_sample(name) for name in samples],
        HolderSigner(key.did, key.verification_method, key.private_seed),
        recipient=to,
        purpose=purpose,
        until=None,
        nonce=None,
        now=services.clock.now(),
        random=services.random,
    )
    return encode_bundle(_forged(presentation) if changed else presentation)


def practice_file(services: Services, kind: str, language: str = "en", *, changed: bool = False) -> bytes:
    """The same as a file.

    Args:
        kind: one of `FORMS`.

    Raises:
        AppError: OUTPUT_KIND_UNKNOWN.
        SharingError: RECEIVER_PAGE_MISSING, where the page was not built.
    """
    if kind not in FORMS:
        raise AppError(Reason.OUTPUT_KIND_UNKNOWN, ", ".join(FORMS))
    bundle = practice_bundle(services, language, changed=changed)
    return render_html(bundle) if kind == ".html" else bundle


def practice_link(services: Services, base: str = BASE, language: str = "en") -> str:
    """One sample as a link that holds it, short enough for a code.

    Args:
        base: where the page for receivers lies.
    """
    return encode_link(practice_bundle(services, language, samples=SAMPLES[:1]), base)


def _sample(name: str) -> UnverifiedCredential:
    document = parse_document(resources.read_bytes("samples", "good", name))
    assert isinstance(document, UnverifiedCredential)
    return document


def _forged(presentation: bytes) -> bytes:
    document: Any = strict_json.loads(presentation)
    credential = document["verifiableCredential"][0]
    credential["credentialSubject"]["achievement"]["name"] += _PUT_IN
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
