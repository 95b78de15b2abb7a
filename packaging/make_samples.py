"""Writes resources/samples: credentials of invented issuers, good ones and ones with exactly one fault each.

    python3 packaging/make_samples.py            # writes what differs
    python3 packaging/make_samples.py --check    # changes nothing; exit 1 when a file would come out differently

Everything follows from labels and fixed dates, so the same bytes come out every time. Needs the libraries of
packaging/locks/core.txt and py-arkworks-bls12381 (in packaging/locks/dev.txt). Lives here: which file shows what, and
what a verifier must say about it.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "packaging")]

import sample_art  # noqa: E402 - the scripts beside this one and the program itself are found through the line above
import sample_faults as faults  # noqa: E402
from sample_credentials import (  # noqa: E402
    CONTENT,
    DATA_INTEGRITY,
    ED25519_2020,
    LEARNER_DID,
    STATUS_LIST,
    art_of,
    credential_v1,
    credential_v2,
    issuer_of,
    picture,
    small_credential,
)
from sample_issuers import GOOD_INDEX, REVOCATION_LIST, Json, published, sign, status_entry, trust_list  # noqa: E402
from sample_keys import Ed25519Demo, compact, sign_jwt  # noqa: E402
from sample_partial import placement, water_study, welding  # noqa: E402
from sample_record import school_record  # noqa: E402
from wallet.credentials import baked_image  # noqa: E402
from wallet.proofs import ed25519_signature_2020  # noqa: E402

SAMPLES = ROOT / "resources" / "samples"
EVALUATED_AT = "2026-11-23T00:00:00Z"
PNG_PIXELS = 200
HEADER = f"""\
# The sample credentials. Made by packaging/make_samples.py; do not edit by hand.
#
# Every school, person, host and key in here is invented. The keys follow from public labels and protect nothing.
# `verdict` and `reason` are what `ler-wallet verify --at {EVALUATED_AT} --documents documents.json` says;
# `alone_verdict` and `alone_reason` the same without --documents. `kept_verdict` and `kept_reason` are what `import`
# says where it says something else; `kept_without_bbs_...` the same where the optional library for bbs-2023 is not
# installed. No reason is written as "".
"""


class Sample(NamedTuple):
    """One file, and what a verifier must say about it with the issuers' documents at hand and without.

    Attributes:
        kept: what importing it must say, with the documents; None for the same. A base proof is for its holder alone,
            so it is judged by what its holder can show.
        kept_without_bbs: the same where the optional library for bbs-2023 is not installed.
    """

    file: str
    body: bytes
    shows: str
    verdict: tuple[str, str]
    alone: tuple[str, str]
    kept: tuple[str, str] | None = None
    kept_without_bbs: tuple[str, str] | None = None


# A good signature of an issuer on no list: a person should look who that is.
GOOD = ("check", "no_trust_list")
OUT_OF_REACH = ("unchecked", "needs_network")
HOLDER_ONLY = ("unchecked", "holder_only_proof")
NO_LIBRARY = ("unchecked", "unsupported_suite")


def good_samples() -> Iterator[Sample]:
    """Credentials that hold, in every format and suite."""
    yield Sample("good/laser-cutting.png", laser_cutting(), "baked PNG; eddsa-rdfc-2022, did:key", GOOD, GOOD)
    yield Sample(
        "good/budgeting.json",
        budgeting(),
        "JSON; eddsa-rdfc-2022, did:web, picture inside",
        GOOD,
        OUT_OF_REACH,
    )
    yield Sample(
        "good/communication-across-languages.svg",
        languages(),
        "baked SVG; eddsa-rdfc-2022, VCDM 1.1, did:web",
        GOOD,
        OUT_OF_REACH,
    )
    yield Sample(
        "good/first-aid-and-cpr.json",
        first_aid(),
        "JSON; Ed25519Signature2020, VCDM 1.1, did:web, ends in 2028, not on its revocation list",
        GOOD,
        OUT_OF_REACH,
    )
    yield Sample("good/python-programming.jwt", python(), "VC-JWT ES256, did:jwk", GOOD, GOOD)
    yield Sample(
        "good/peer-tutoring.json", peer_tutoring(), "JSON; Ed25519Signature2020, did:key", GOOD, GOOD
    )
    yield Sample(
        "good/forklift-safety.jwt", forklift(), "VC-JWT RS256, VCDM 1.1, did:web", GOOD, OUT_OF_REACH
    )
    yield Sample(
        "good/creative-problem-solving.png",
        problem_solving(),
        "baked PNG with a VC-JWT; EdDSA, did:web",
        GOOD,
        OUT_OF_REACH,
    )
    yield Sample(
        "good/tutoring-circle-lead.svg", circle_lead(), "baked SVG with a VC-JWT; EdDSA, did:key", GOOD, GOOD
    )
    for name in ("small-soldering", "small-sewing"):
        yield Sample(
            f"good/{name}.json", small(name), "a short badge: two of them fit into a QR code", GOOD, GOOD
        )
    yield Sample(
        "good/school-record.json",
        faults.pretty(school_record("school-record")),
        "CLR 2.0; eddsa-rdfc-2022, did:web; courses signed one by one, credits, grades, competencies",
        GOOD,
        OUT_OF_REACH,
    )


def selective_samples() -> Iterator[Sample]:
    """Credentials whose issuers let the learner leave parts out."""
    yield Sample(
        "selective/welding.json",
        welding(),
        "JSON; ecdsa-sd-2023 base proof, did:key P-256; student number, e-mail, grade with its status",
        HOLDER_ONLY,
        HOLDER_ONLY,
        GOOD,
    )
    yield Sample(
        "selective/placement.jwt",
        placement(),
        "SD-JWT VC ES256, did:jwk; birth date, student number, address in parts, list of skills",
        GOOD,
        GOOD,
    )
    yield Sample(
        "selective/river-water-study.json",
        water_study(),
        "JSON; bbs-2023 base proof, did:key BLS12-381; account number, grade with its status",
        HOLDER_ONLY,
        HOLDER_ONLY,
        GOOD,
        NO_LIBRARY,
    )


def broken_samples() -> Iterator[Sample]:
    """Credentials with one fault, named after it."""
    for name, make, shows, verdict, alone in (
        ("revoked.json", faults.revoked, "withdrawn by its issuer", ("invalid", "revoked"), OUT_OF_REACH),
        ("suspended.json", faults.suspended, "paused by its issuer", ("invalid", "suspended"), OUT_OF_REACH),
        (
            "status-unreachable.json",
            faults.status_unreachable,
            "status list is gone",
            OUT_OF_REACH,
            OUT_OF_REACH,
        ),
    ):
        yield Sample(f"broken/{name}", make(), shows, verdict, alone)
    for name, make, shows, said in (
        (
            "changed-after-issue.json",
            faults.changed_after_issue,
            "result raised",
            ("invalid", "signature_invalid"),
        ),
        ("expired.json", faults.expired, "ended in June 2026", ("invalid", "expired")),
        ("not-yet-valid.json", faults.not_yet_valid, "begins in June 2027", ("invalid", "not_yet_valid")),
        ("wrong-key.json", faults.wrong_key, "signed with another key", ("invalid", "signature_invalid")),
        (
            "key-of-somebody-else.json",
            faults.key_of_somebody_else,
            "a stranger signs as the guild",
            ("invalid", "vm_not_issuer"),
        ),
        (
            "wrong-purpose.json",
            faults.wrong_purpose,
            "proof made to log in",
            ("invalid", "proof_purpose_wrong"),
        ),
        ("key-in-fragment.json", faults.key_in_fragment, "whose key?", ("unchecked", "issuer_not_confirmed")),
        (
            "undefined-term.json",
            faults.undefined_term,
            "a member without meaning",
            ("invalid", "undefined_term"),
        ),
        ("missing-signature.json", faults.missing_signature, "no proof at all", ("invalid", "proof_missing")),
        (
            "unsupported-suite.json",
            faults.unsupported_suite,
            "Ed25519Signature2018",
            ("unchecked", "unsupported_suite"),
        ),
        ("jwt-alg-none.jwt", faults.jwt_alg_none, "token without signature", ("invalid", "alg_not_allowed")),
        (
            "jwt-claim-mismatch.jwt",
            faults.jwt_claim_mismatch,
            "two recipients",
            ("invalid", "claim_mismatch"),
        ),
        ("png-damaged.png", faults.png_damaged, "one byte flipped", ("unreadable", "png_damaged")),
        ("two-credentials.png", faults.two_credentials, "two in one", ("unreadable", "several_credentials")),
        ("svg-with-entity.svg", faults.svg_with_entity, "entities of its own", ("unreadable", "svg_unsafe")),
    ):
        yield Sample(f"broken/{name}", make(), shows, said, said)


def laser_cutting() -> bytes:
    """Open Badges 3.0 on VCDM 2.0 with everything in it, baked into its own picture."""
    document = signed(credential_v2("laser-cutting"), "laser-cutting")
    return baked_image.bake_png(
        sample_art.render_png(art_of("laser-cutting"), PNG_PIXELS), compact(document).decode()
    )


def budgeting() -> bytes:
    """A plain file that carries its picture as a data: URL."""
    return faults.pretty(signed(credential_v2("budgeting", picture("budgeting", "png")), "budgeting"))


def languages() -> bytes:
    """VCDM 1.1, secured by the newer suite, inside a drawing."""
    document = credential_v1("languages", more_contexts=[DATA_INTEGRITY])
    drawing = sample_art.render_svg(art_of("languages")).encode()
    return baked_image.bake_svg(drawing, compact(signed(document, "languages")).decode())


def first_aid() -> bytes:
    """VCDM 1.1 with an end date and a status that is checked and good."""
    contexts = [STATUS_LIST, ED25519_2020]
    document = credential_v1("first-aid", picture("first-aid", "png"), contexts)
    document["credentialStatus"] = status_entry(REVOCATION_LIST, GOOD_INDEX, "revocation")
    return faults.pretty(signed_2020(document, "first-aid"))


def python() -> bytes:
    """A token: ES256 by a did:jwk."""
    issuer = issuer_of("python")
    claims = faults.jwt_claims_v2(credential_v2("python", picture("python", "svg")))
    return sign_jwt(claims, {"kid": issuer.method}, issuer.key).encode()


def peer_tutoring() -> bytes:
    """The suite most badges of the Digital Credentials Consortium carry."""
    document = credential_v1("peer-tutoring", picture("peer-tutoring", "png"), [ED25519_2020])
    return faults.pretty(signed_2020(document, "peer-tutoring"))


def forklift() -> bytes:
    """A token in the form of version 1.1: the credential sits in the claim `vc`."""
    issuer, document = issuer_of("forklift"), credential_v1("forklift", picture("forklift", "svg"))
    claims = {
        "iss": issuer.id,
        "jti": document["id"],
        "sub": LEARNER_DID,
        "nbf": faults.seconds(document["issuanceDate"]),
        "vc": document,
    }
    return sign_jwt(claims, {"kid": issuer.method}, issuer.key).encode()


def problem_solving() -> bytes:
    """A token baked into a picture."""
    issuer = issuer_of("problem-solving")
    token = sign_jwt(
        faults.jwt_claims_v2(credential_v2("problem-solving")), {"kid": issuer.method}, issuer.key
    )
    return baked_image.bake_png(sample_art.render_png(art_of("problem-solving"), PNG_PIXELS), token)


def circle_lead() -> bytes:
    """A token baked into a drawing."""
    issuer = issuer_of("circle-lead")
    token = sign_jwt(faults.jwt_claims_v2(credential_v2("circle-lead")), {"kid": issuer.method}, issuer.key)
    return baked_image.bake_svg(sample_art.render_svg(art_of("circle-lead")).encode(), token)


def small(name: str) -> bytes:
    """A badge without anything optional, and without white space."""
    return compact(signed(small_credential(name), name))


def signed(document: Json, name: str) -> Json:
    """The credential secured with eddsa-rdfc-2022 on its first day."""
    return sign(document, issuer_of(name), CONTENT[name]["start"])


def signed_2020(document: Json, name: str) -> Json:
    """The credential secured with Ed25519Signature2020 on its first day."""
    issuer = issuer_of(name)
    if not isinstance(issuer.key, Ed25519Demo):
        raise TypeError(f"{issuer.name} has no Ed25519 key")
    options = {
        "created": CONTENT[name]["start"],
        "verificationMethod": issuer.method,
        "proofPurpose": "assertionMethod",
    }
    return dict(ed25519_signature_2020.create_proof(document, options, issuer.key.seed))


def render_manifest(samples: list[Sample]) -> bytes:
    """manifest.toml: strings, lists of strings and yes or no, which JSON and TOML write alike."""
    blocks = [HEADER, f'evaluated_at = "{EVALUATED_AT}"\nrecipient = "{CONTENT["learner"]["email"]}"\n']
    for sample in samples:
        said = dict(
            zip(
                ("verdict", "reason", "alone_verdict", "alone_reason"),
                (*sample.verdict, *sample.alone),
                strict=True,
            )
        )
        members = {
            "file": sample.file,
            "shows": sample.shows,
            **said,
            **_said("kept", sample.kept),
            **_said("kept_without_bbs", sample.kept_without_bbs),
            "sha256": hashlib.sha256(sample.body).hexdigest(),
        }
        blocks.append(_table("sample", members))
    blocks.append(
        _table("pair", {"files": ["good/small-soldering.json", "good/small-sewing.json"], "fits_qr": True})
    )
    blocks.append(
        _table("pair", {"files": ["good/laser-cutting.png", "good/budgeting.json"], "fits_qr": False})
    )
    return "\n".join(blocks).encode()


def _said(when: str, said: tuple[str, str] | None) -> Mapping[str, str]:
    return {} if said is None else {f"{when}_verdict": said[0], f"{when}_reason": said[1]}


def _table(name: str, members: Mapping[str, object]) -> str:
    lines = [f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in members.items()]
    return "\n".join([f"[[{name}]]", *lines]) + "\n"


def all_files() -> dict[str, bytes]:
    """Every file of the folder by its path in it."""
    samples = [*good_samples(), *selective_samples(), *broken_samples()]
    files = {sample.file: sample.body for sample in samples}
    documents = published()
    files |= {f"documents/{name}": faults.pretty(document) for name, document in documents.values()}
    index = {"documents": {address: f"documents/{name}" for address, (name, _) in documents.items()}}
    files["trust/demo-issuers.json"] = faults.pretty(trust_list())
    files["documents.json"] = faults.pretty(index)
    files["manifest.toml"] = render_manifest(samples)
    return files


def main() -> int:
    """Makes or compares the folder. Returns the exit code."""
    parser = argparse.ArgumentParser(description="Write resources/samples.")
    parser.add_argument("--check", action="store_true", help="compare only; exit 1 when something differs")
    check = parser.parse_args().check
    files = all_files()
    good = True
    for name, body in files.items():
        path = SAMPLES / name
        if path.is_file() and path.read_bytes() == body:
            continue
        good = False
        print(f"{'differs' if check else 'written'}: resources/samples/{name}")
        if not check:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(body)
    for path in sorted(SAMPLES.rglob("*")):
        if path.is_file() and path.relative_to(SAMPLES).as_posix() not in files:
            good = False
            print(f"nothing makes this file: {path.relative_to(ROOT).as_posix()}")
    print(f"{len(files)} files, {sum(map(len, files.values())) // 1000} kB")
    return 0 if good or not check else 1


if __name__ == "__main__":
    sys.exit(main())
