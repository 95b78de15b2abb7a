"""Schemas: checked when they are at hand, advice unless promised, and never a way to the network or to a standstill."""

import json
import subprocess
import sys
from typing import Any

import pytest

from tests import identities, issuing
from tests.corpus import corpus_files
from tests.identities import Json
from tests.issuing import OB3, Documents
from tests.shared_data import PROJECT, shared
from wallet.credentials.vcdm import CONTEXT_V2
from wallet.errors import Reason
from wallet.verification.checks.schema import PROMISE, UnusableSchemaError, first_breach
from wallet.verification.report import CheckName, Outcome, Verdict, VerificationReport

ISSUER = identities.did_key("issuer")
BASE = "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/"
ADDRESS = f"{BASE}ob_v3p0_achievementcredential_schema.json"
EXTENSIONS = "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"
TRUST = [issuing.Directory("Guilds", [ISSUER.id])]
NEEDS_STATUS: Json = {
    "$schema": "https://json-schema.org/draft/2019-09/schema#",
    "type": "object",
    "properties": {"credentialSubject": {"properties": {"result": {"items": [{"required": ["status"]}]}}}},
}
FOLLOWED: Json = {"required": ["issuer"]}


def verify(schema: Any, *kinds: str, address: str = ADDRESS, **changes: Any) -> VerificationReport:
    entries = [{"id": address, "type": kind} for kind in kinds]
    documents = Documents({} if schema is None else {address: schema})
    return issuing.verify(signed(entries, **changes), documents, trust=TRUST)


def signed(entries: Any, **changes: Any) -> Json:
    """A badge that names schemas; their types are defined in a context of their own."""
    return issuing.good(
        ISSUER, **{"@context": [CONTEXT_V2, OB3, EXTENSIONS], "credentialSchema": entries, **changes}
    )


def found(report: VerificationReport) -> tuple[Outcome, Reason | None]:
    check = report.check(CheckName.SCHEMA)
    return check.outcome, check.reason


def test_without_a_named_schema_there_is_nothing_to_check() -> None:
    assert found(issuing.verify(issuing.good(ISSUER))) == (Outcome.NOT_APPLICABLE, None)


@pytest.mark.parametrize("kind", ["JsonSchema", PROMISE])
def test_a_schema_that_is_followed(kind: str) -> None:
    report = verify(FOLLOWED, kind)
    assert found(report) == (Outcome.PASSED, None)
    assert report.check(CheckName.SCHEMA).detail == ADDRESS
    assert report.verdict is Verdict.VERIFIED


def test_a_breach_is_advice() -> None:
    report = verify(NEEDS_STATUS, "JsonSchema")
    assert found(report) == (Outcome.FAILED, Reason.SCHEMA_MISMATCH)
    assert report.verdict is Verdict.VERIFIED


def test_a_broken_promise_decides_and_says_where() -> None:
    report = verify(NEEDS_STATUS, PROMISE)
    assert found(report) == (Outcome.FAILED, Reason.SCHEMA_BROKEN)
    assert (report.verdict, report.reason) == (Verdict.INVALID, Reason.SCHEMA_BROKEN)
    assert report.check(CheckName.SCHEMA).detail == "/credentialSubject/result/0"


def test_a_forgery_is_named_before_the_schema() -> None:
    forged = signed([{"id": ADDRESS, "type": PROMISE}])
    report = issuing.verify({**forged, "name": "Forged"}, Documents({ADDRESS: NEEDS_STATUS}), trust=TRUST)
    assert report.reason is Reason.SIGNATURE_INVALID


@pytest.mark.parametrize("kinds", [("JsonSchema", PROMISE), (PROMISE, "JsonSchema")])
def test_of_several_schemas_the_worst_counts(kinds: tuple[str, ...]) -> None:
    assert found(verify(NEEDS_STATUS, *kinds)) == (Outcome.FAILED, Reason.SCHEMA_BROKEN)


def test_an_array_of_types_is_a_promise_as_well() -> None:
    entry = {"id": ADDRESS, "type": [PROMISE]}
    assert found(issuing.verify(signed(entry), Documents({ADDRESS: NEEDS_STATUS})))[1] is Reason.SCHEMA_BROKEN


NOT_CHECKED = (Outcome.UNKNOWN, Reason.SCHEMA_NOT_CHECKED)


@pytest.mark.parametrize("kind", ["JsonSchema", PROMISE])
@pytest.mark.parametrize(
    "schema",
    [
        None,
        b"",
        b"{",
        [],
        True,
        {"type": 3},
        {"properties": {"name": {"pattern": "("}}},
        {"$ref": "https://purl.imsglobal.org/other.json"},
        {"$ref": "file:///etc/passwd"},
        {"$ref": "#/nowhere"},
        b'{"a": "' + b"x" * 1_000_000 + b'"}',
    ],
    ids=lambda schema: repr(schema)[:40],
)
def test_what_cannot_be_run_is_not_checked_and_decides_nothing(schema: Any, kind: str) -> None:
    report = verify(schema, kind)
    assert found(report) == NOT_CHECKED
    assert report.verdict is Verdict.VERIFIED


@pytest.mark.parametrize(
    "address",
    ["https://attacker.example/schema.json", "https://purl.imsglobal.org.attacker.example/x", "urn:schema:1"],
)
def test_schemas_of_others_are_not_run(address: str) -> None:
    assert found(verify(NEEDS_STATUS, PROMISE, address=address)) == NOT_CHECKED


def test_many_schemas_are_not_all_followed() -> None:
    assert found(verify(FOLLOWED, *["JsonSchema"] * 9)) == NOT_CHECKED


@pytest.mark.parametrize(
    "schema",
    [
        {"$ref": "#"},
        {"$defs": {"a": {"$ref": "#/$defs/b"}, "b": {"$ref": "#/$defs/a"}}, "$ref": "#/$defs/a"},
        {"properties": {"name": {"pattern": "^(a+)+$"}}},
    ],
    ids=str,
)
def test_schemas_that_go_round_in_circles_come_to_an_end(schema: Json) -> None:
    assert found(verify(schema, "JsonSchema", name="a" * 5000 + "b"))[0] in (Outcome.PASSED, Outcome.FAILED)


@pytest.mark.parametrize("text", ["(?=a)", "(a)\\1"])
def test_patterns_that_may_take_forever_are_not_run(text: str) -> None:
    with pytest.raises(UnusableSchemaError):
        first_breach({"name": "a"}, json.dumps({"properties": {"name": {"pattern": text}}}).encode())


def test_the_dialect_is_2019_09() -> None:
    array_form = {"properties": {"list": {"items": [{"type": "string"}], "additionalItems": False}}}
    assert first_breach({"list": ["a"]}, json.dumps(array_form).encode()) is None
    assert first_breach({"list": ["a", "b"]}, json.dumps(array_form).encode()) == "/list"
    assert first_breach({"a/b": {"~": [3]}}, b'{"properties":{"a/b":{"items":{"type":"null"}}}}') is None
    nested = b'{"properties":{"a/b":{"properties":{"~":{"items":{"type":"null"}}}}}}'
    assert first_breach({"a/b": {"~": [3]}}, nested) == "/a~1b/~0/0"


def corpus_schemas() -> dict[str, bytes]:
    manifest = json.loads(shared("corpus", "manifest.json").read_text())
    return {entry["url"]: (shared("corpus") / entry["file"]).read_bytes() for entry in manifest["schemas"]}


def test_the_corpus_follows_its_schemas_as_the_manifest_says() -> None:
    """Every file the manifest names a schema for, against that schema, whether or not the file names it."""
    schemas = {
        url.rpartition("/")[2].removesuffix("_schema.json"): text for url, text in corpus_schemas().items()
    }
    manifest = json.loads(shared("corpus", "manifest.json").read_text())
    listed = [entry for entry in manifest["files"] if entry.get("schema_check")]
    differing = []
    for entry in listed:
        document = json.loads((shared("corpus") / entry["name"]).read_text("utf-8"))
        follows = first_breach(document, schemas[entry["schema_check"]["schema"]]) is None
        if follows is not entry["schema_check"]["valid"]:
            differing.append(entry["name"])
    assert len(listed) > 100
    assert differing == []


def test_corpus_files_that_name_a_schema_are_checked_against_it() -> None:
    seen = set()
    for entry in corpus_files():
        if entry.name.endswith("-withSchema.json") or entry.name.endswith("obv3/1edtech-full.json"):
            report = issuing.verify(entry.path.read_bytes(), Documents(corpus_schemas()))
            seen.add((entry.name.rpartition("/")[2], *found(report)))
    assert seen == {
        ("legacyRegistry-noStatus-notExpired-withSchema.json", Outcome.PASSED, None),
        ("1edtech-full.json", Outcome.FAILED, Reason.SCHEMA_BROKEN),
    }


def test_the_library_is_not_loaded_without_a_schema_at_hand() -> None:
    program = (
        "import sys; from tests import issuing; issuing.verify(issuing.good());"
        "print('jsonschema_rs' in sys.modules)"
    )
    environment = {"PYTHONPATH": f"{PROJECT}:{PROJECT / 'packaging'}"}
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=PROJECT,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "False"
