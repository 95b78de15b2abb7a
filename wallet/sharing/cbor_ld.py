"""CBOR-LD: JSON-LD in which words are numbers that follow from the contexts, back to JSON.

Lives here: reading the forms that carry credentials today: uncompressed, and compressed with the first registered
table. Contexts come from what travels with the program; one it lacks cannot be read. Writing is not needed.
Does not live here: QR codes and text around it (`vpqr`). What comes out is as unverified as everything else.

Source: CBOR-LD 1.0 (W3C Draft Community Group Report), "Decompression Algorithm"; for the tags 0x0500 and 0x0501, its
predecessor as @digitalbazaar/cborld 8 still reads it.
"""

import base64
import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from wallet import resources
from wallet.codecs import base58, base64url, strict_json
from wallet.codecs.cbor_values import Tagged, decode_value
from wallet.errors import CodecError, Reason, SharingError

_TAG, _RANGE, _UNCOMPRESSED, _COMPRESSED = 0xCB1D, range(0x0600, 0x0602), 0x0500, 0x0501
_KEYWORDS = {
    name: 2 * place
    for place, name in enumerate(
        (
            *("@context", "@type", "@id", "@value", "@direction", "@graph", "@included", "@index", "@json"),
            *(
                "@language",
                "@list",
                "@nest",
                "@reverse",
                "@base",
                "@container",
                "@default",
                "@embed",
                "@explicit",
            ),
            *(
                "@none",
                "@omitDefault",
                "@prefix",
                "@preserve",
                "@protected",
                "@requireAll",
                "@set",
                "@version",
            ),
            *("@vocab", "@propagate"),
        )
    )
}
_FIRST_TERM = 100
_URLS = {
    0x10: "https://www.w3.org/ns/activitystreams",
    0x11: "https://www.w3.org/2018/credentials/v1",
    0x12: "https://www.w3.org/ns/did/v1",
    0x13: "https://w3id.org/security/suites/ed25519-2018/v1",
    0x14: "https://w3id.org/security/suites/ed25519-2020/v1",
    0x15: "https://w3id.org/cit/v1",
    0x16: "https://w3id.org/age/v1",
    0x17: "https://w3id.org/security/suites/x25519-2020/v1",
    0x18: "https://w3id.org/veres-one/v1",
    0x19: "https://w3id.org/webkms/v1",
    0x1A: "https://w3id.org/zcap/v1",
    0x1B: "https://w3id.org/security/suites/hmac-2019/v1",
    0x1C: "https://w3id.org/security/suites/aes-2019/v1",
    0x1D: "https://w3id.org/vaccination/v1",
    0x1E: "https://w3id.org/vc-revocation-list-2020/v1",
    0x1F: "https://w3id.org/dcc/v1",
    0x20: "https://w3id.org/vc/status-list/v1",
    0x21: "https://www.w3.org/ns/credentials/v2",
    0x30: "https://w3id.org/security/data-integrity/v1",
    0x31: "https://w3id.org/security/multikey/v1",
    0x32: "https://purl.imsglobal.org/spec/ob/v3p0/context.json",
    0x33: "https://w3id.org/security/data-integrity/v2",
}
_SUITES = {1: "ecdsa-rdfc-2019", 2: "ecdsa-sd-2023", 3: "eddsa-rdfc-2022", 4: "ecdsa-xi-2023"}
_SUITE_TYPE = "https://w3id.org/security#cryptosuiteString"
_MULTIBASE_TYPE = "https://w3id.org/security#multibase"
_DATE_TYPE, _MOMENT_TYPE = (f"http://www.w3.org/2001/XMLSchema#{name}" for name in ("date", "dateTime"))
_UUID, _DATA = 3, 4
_SCHEMES = {
    1: "http://",
    2: "https://",
    _UUID: "urn:uuid:",
    _DATA: "data:",
    1024: "did:v1:nym:",
    1025: "did:key:",
}
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

Definition = Mapping[str, Any]


def decode_cbor_ld(data: bytes) -> Any:
    """The JSON value.

    Raises:
        SharingError: VPQR_INVALID, or VPQR_UNSUPPORTED for another table or a context this program does not have.
    """
    try:
        found = decode_value(data)
        if not isinstance(found, Tagged):
            raise SharingError(Reason.VPQR_INVALID, "no tag")
        return _decoded(found)
    except (CodecError, ValueError, TypeError, KeyError, IndexError, OverflowError, RecursionError) as error:
        raise SharingError(Reason.VPQR_INVALID, type(error).__name__) from error


def _decoded(found: Tagged) -> Any:
    tag, payload = found.tag, found.value
    if tag == _TAG:
        table, payload = payload
    elif tag in _RANGE:
        table = tag - _RANGE.start
    elif tag in (_UNCOMPRESSED, _COMPRESSED):
        table = tag - _UNCOMPRESSED
    else:
        raise SharingError(Reason.VPQR_UNSUPPORTED, "tag")
    if table == 0:
        return _plain(payload)
    if table != 1:
        raise SharingError(Reason.VPQR_UNSUPPORTED, "table")
    decoder = _Decoder(is_older=tag == _COMPRESSED)
    if isinstance(payload, list):
        return [decoder.object(one, _Active()) for one in payload]
    return decoder.object(payload, _Active())


def _plain(value: Any) -> Any:
    """A value that was not compressed; what JSON does not have is refused."""
    if isinstance(value, Mapping):
        return {str(name): _plain(item) for name, item in value.items()}
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if isinstance(value, bytes | Tagged):
        raise SharingError(Reason.VPQR_INVALID, "no JSON value")
    return value


@dataclass(frozen=True, slots=True)
class _Active:
    """An active context (JSON-LD 1.1 API, section 4.1), as far as types and numbers need it."""

    terms: Mapping[str, Definition] = field(default_factory=dict)
    previous: "_Active | None" = None

    def type_terms(self) -> Sequence[str]:
        """`@type` and whatever stands for it."""
        return (
            "@type",
            *(term for term, definition in self.terms.items() if definition.get("@id") == "@type"),
        )

    def propagated(self) -> Mapping[str, Definition]:
        """The terms without those of a type-scoped context, which ends where another node begins."""
        kept: dict[str, Definition] = {}
        for term, definition in self.terms.items():
            at: _Active | None = self
            while at is not None and term in at.terms and not at.terms[term]["propagate"]:
                at = at.previous
            if at is not None and term in at.terms:
                kept[term] = definition if at is self else at.terms[term]
        return kept


class _Decoder:
    """Numbers are given to terms in the order in which contexts become known, so one decoder reads one document."""

    def __init__(self, *, is_older: bool) -> None:
        self._is_older = is_older
        self._numbers = dict(_KEYWORDS)
        self._names = {number: name for name, number in _KEYWORDS.items()}
        self._next = _FIRST_TERM
        self._known: dict[Any, Mapping[str, Definition]] = {}

    def object(self, node: Any, active: _Active) -> dict[str, Any]:
        """One node."""
        if not isinstance(node, Mapping):
            raise SharingError(Reason.VPQR_INVALID, "no node")
        made: dict[str, Any] = {}
        if 0 in node or 1 in node:
            contexts = node.get(0, node.get(1))
            made["@context"] = (
                [self._context(one) for one in contexts] if 1 in node else self._context(contexts)
            )
            active = self._with(active, active.terms, made["@context"])
        terms = active
        for kind in sorted(self._types_of(node, active)):
            scoped = terms.terms.get(kind, {}).get("@context")
            terms = replace(terms, terms=self._with(active, terms.terms, scoped, type_scope=True).terms)
        terms = _Active(terms.terms, active)
        entries = sorted((self._term(number), number, value) for number, value in _by_number(node))
        for (term, plural), _, value in entries:
            definition = terms.terms.get(term, {})
            inner = self._with(terms, terms.propagated(), definition.get("@context"))
            values = [self._value(one, term, definition, inner) for one in (value if plural else [value])]
            made[term] = values if plural else values[0]
        return made

    def _types_of(self, node: Mapping[Any, Any], active: _Active) -> set[str]:
        kinds: set[str] = set()
        for term in active.type_terms():
            number = self._numbers.get(term)
            value = node.get(number, node.get(None if number is None else number + 1))
            for one in value if isinstance(value, list) else [] if value is None else [value]:
                decoded = self._scalar(one, "url")
                kinds |= {decoded} if isinstance(decoded, str) else set()
        return kinds

    def _value(self, value: Any, term: str, definition: Definition, active: _Active) -> Any:
        if value is None:
            return None
        if isinstance(value, Mapping):
            return self.object(value, active)
        kind = definition.get("@type") or "none"
        if (
            "@id" in (term, definition.get("@id"), kind)
            or "@type" in (term, definition.get("@id"))
            or kind == "@vocab"
        ):
            kind = "url"
        decoded = self._scalar(value, kind)
        if isinstance(decoded, list):
            return [self._value(one, term, definition, active) for one in decoded]
        if isinstance(decoded, bytes | Tagged):
            raise SharingError(Reason.VPQR_INVALID, "no JSON value")
        return decoded

    def _scalar(self, value: Any, kind: str) -> Any:
        """A value by its type; a list that is no value of that type stays one."""
        if isinstance(value, str | bool):
            return value
        if kind == "url":
            return self._url(value)
        if kind == _SUITE_TYPE and self._is_older and isinstance(value, int):
            return _SUITES[value]
        if kind == _MULTIBASE_TYPE and isinstance(value, bytes):
            return _multibase(value)
        if kind == _DATE_TYPE and isinstance(value, int):
            return _moment(value)[:10]
        if kind == _MOMENT_TYPE and isinstance(value, int):
            return _moment(value)
        if kind == _MOMENT_TYPE and isinstance(value, list) and all(isinstance(one, int) for one in value):
            seconds, thousandths = value
            return f"{_moment(seconds)[:-1]}.{thousandths:03}Z"
        if kind == "none" and isinstance(value, bytes) and self._is_older:
            return _URLS[int.from_bytes(value, "big")]
        return value

    def _url(self, value: Any) -> Any:
        if isinstance(value, list):
            return _address(value)
        if isinstance(value, int):
            if self._is_older and value in _URLS:
                return _URLS[value]
            return self._term(value)[0]
        raise SharingError(Reason.VPQR_UNSUPPORTED, "address")

    def _term(self, number: Any) -> tuple[str, bool]:
        """The term behind a number, and whether its values are a list."""
        if isinstance(number, str):
            return number, False
        name = self._names.get(number - (number & 1))
        if name is None:
            raise SharingError(Reason.VPQR_INVALID, "unknown number")
        return name, bool(number & 1)

    # -- contexts

    def _context(self, value: Any) -> Any:
        """A context as it stands in the document: an address, also as a number, or an object."""
        if not isinstance(value, int):
            return _plain(value)
        if not self._is_older or value not in _URLS:
            raise SharingError(Reason.VPQR_UNSUPPORTED, "context number")
        return _URLS[value]

    def _with(
        self,
        before: _Active,
        terms: Mapping[str, Definition],
        contexts: Any,
        *,
        type_scope: bool = False,
    ) -> _Active:
        """The active context after these contexts. That protected terms stay is for the proof to see to."""
        for context in contexts if isinstance(contexts, list) else [] if contexts is None else [contexts]:
            content, known = self._load(context)
            propagates = content.get("@propagate", not type_scope)
            new = {
                name: _resolved({**definition, "propagate": propagates}, content, terms)
                for name, definition in known.items()
            }
            kept = {
                name: old
                for name, old in terms.items()
                if name not in new and content.get(name, 0) is not None
            }
            terms = {**kept, **new}
        return _Active(terms, before)

    def _load(self, context: Any) -> tuple[Mapping[str, Any], Mapping[str, Definition]]:
        """A context's content and its terms; its terms get numbers when it is met for the first time."""
        key = context if isinstance(context, str) else strict_json.dumps(context)
        content = _content_of(context) if isinstance(context, str) else context
        if key not in self._known:
            if not isinstance(content, Mapping):
                raise SharingError(Reason.VPQR_UNSUPPORTED, "context")
            self._known[key] = dict(self._terms_of(content))
        return content, self._known[key]

    def _terms_of(self, content: Mapping[str, Any]) -> Iterator[tuple[str, Definition]]:
        for name in sorted(content):
            definition = content[name]
            if name in _KEYWORDS or not definition:
                continue
            yield name, {"@id": definition} if isinstance(definition, str) else definition
            if name not in self._numbers:
                self._numbers[name], self._names[self._next] = self._next, name
                self._next += 2


def _resolved(
    definition: dict[str, Any], content: Mapping[str, Any], terms: Mapping[str, Definition]
) -> Definition:
    """The definition with compact addresses written out."""
    for member in ("@id", "@type"):
        if isinstance(definition.get(member), str):
            definition[member] = _written_out(definition[member], content, terms)
    return definition


def _by_number(node: Mapping[Any, Any]) -> Iterator[tuple[Any, Any]]:
    return ((number, value) for number, value in node.items() if number not in (0, 1))


def _content_of(url: str) -> Any:
    """The content of a context that travels with this program.

    Raises:
        SharingError: VPQR_UNSUPPORTED.
    """
    if url not in resources.context_index():
        raise SharingError(Reason.VPQR_UNSUPPORTED, "a context this program does not have")
    found = resources.load_context(url)["@context"]
    return found[0] if isinstance(found, list) and len(found) == 1 else found


def _written_out(
    text: str, content: Mapping[str, Any], terms: Mapping[str, Definition], depth: int = 0
) -> str:
    prefix, colon, rest = text.partition(":")
    found = content.get(prefix) or terms.get(prefix) if colon else None
    base = found.get("@id") if isinstance(found, Mapping) else found
    if not isinstance(base, str) or depth > len(_KEYWORDS):
        return text
    return _written_out(base + rest, content, terms, depth + 1)


def _address(parts: Sequence[Any]) -> str:
    """An address whose beginning is a number."""
    scheme, *rest = parts
    start = _SCHEMES[scheme]
    if scheme == _UUID and isinstance(rest[0], bytes):
        return start + str(uuid.UUID(bytes=rest[0]))
    if scheme == _DATA and len(rest) > 1:
        return f"{start}{rest[0]};base64,{base64.b64encode(rest[1]).decode()}"
    named = [one if isinstance(one, str) else "z" + base58.encode(one) for one in rest]
    return start + "#".join(named)


def _multibase(value: bytes) -> str:
    letter, rest = value[:1], value[1:]
    if letter == b"z":
        return "z" + base58.encode(rest)
    if letter == b"u":
        return "u" + base64url.encode(rest)
    raise SharingError(Reason.VPQR_UNSUPPORTED, "multibase")


def _moment(seconds: int) -> str:
    return f"{_EPOCH + timedelta(seconds=seconds):%Y-%m-%dT%H:%M:%SZ}"
