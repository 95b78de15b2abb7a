"""SVG files as a stream of XML events, for the few elements a wallet looks at: no tree, no drawing.

Lives here: reading named elements (attributes and text) under limits, and adding one element.
Does not live here: which element means what (`wallet.credentials.baked_image`).

A bare DOCTYPE is passed over and never fetched, because real badges carry one. An internal DTD subset, any
entity beyond the five of XML, and external entities are refused.

Import this module where a picture is at hand, not at start-up: the XML packages are slow to load.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from xml.parsers.expat import XML_PARAM_ENTITY_PARSING_NEVER
from xml.sax import SAXException
from xml.sax.handler import ContentHandler, feature_namespaces
from xml.sax.saxutils import quoteattr

from defusedxml.common import DefusedXmlException
from defusedxml.expatreader import DefusedExpatParser

from wallet.errors import CodecError, Reason

SVG_NAMESPACE = "http://www.w3.org/2000/svg"
MAX_ELEMENT_DEPTH = 256
"""How deep elements may nest; drawing programs stay below 40."""
MAX_ELEMENTS = 200_000
"""How many elements a drawing may have; each takes time, and badges stay below a few thousand."""
MAX_ATTRIBUTES = 1000
"""How many attributes one element may have."""
MAX_TEXT_CHARACTERS = 10_000_000
"""The most text the looked-for elements may hold together."""

Name = tuple[str, str]
"""Namespace URI and local name; prefixes mean nothing."""


@dataclass(frozen=True, slots=True)
class Element:
    """One looked-for element: its name, attributes without a namespace, and text (CDATA included)."""

    name: Name
    attributes: Mapping[str, str]
    text: str = field(repr=False)


@dataclass(slots=True)
class _Collector:
    """What was seen while the parser walked through the file."""

    wanted: Collection[Name]
    root: Name | None = None
    root_offset: int = 0
    depth: int = 0
    elements: int = 0
    open_element: tuple[Name, Mapping[str, str], list[str]] | None = None
    length: int = 0
    found: list[Element] = field(default_factory=list)

    def start(self, name: Name, attributes: Mapping[tuple[str | None, str], str], offset: int) -> None:
        if self.root is None:
            self.root, self.root_offset = name, offset
        self.depth += 1
        self.elements += 1
        if self.elements > MAX_ELEMENTS:
            raise CodecError(Reason.SVG_UNSAFE, f"more than {MAX_ELEMENTS} elements")
        if self.depth > MAX_ELEMENT_DEPTH:
            raise CodecError(Reason.SVG_UNSAFE, f"more than {MAX_ELEMENT_DEPTH} levels")
        if self.open_element is not None:
            raise CodecError(Reason.SVG_DAMAGED, "markup inside a credential element")
        if name in self.wanted:
            plain = {local: value for (space, local), value in attributes.items() if space is None}
            self.open_element = (name, plain, [])

    def text(self, characters: str) -> None:
        if self.open_element is None:
            return
        self.length += len(characters)
        if self.length > MAX_TEXT_CHARACTERS:
            raise CodecError(Reason.PICTURE_TEXT_TOO_LARGE, f"more than {MAX_TEXT_CHARACTERS} characters")
        self.open_element[2].append(characters)

    def end(self) -> None:
        self.depth -= 1
        if self.open_element is not None:
            name, attributes, pieces = self.open_element
            self.found.append(Element(name, attributes, "".join(pieces)))
            self.open_element = None


def read_elements(svg: bytes, wanted: Collection[Name]) -> Sequence[Element]:
    """The elements with one of these names, in document order.

    Raises:
        CodecError: SVG_DAMAGED when it is not well-formed or not SVG; SVG_UNSAFE for an internal DTD subset,
            an entity, an external entity, deep nesting or too many elements; PICTURE_TEXT_TOO_LARGE.
    """
    return _collect(svg, wanted).found


def add_element(svg: bytes, name: Name, *, attributes: Mapping[str, str], text: str = "") -> bytes:
    """Bake an element in as the first child of the root; every other byte stays as it is.

    Args:
        svg: a UTF-8 SVG file.
        name: namespace and local name of the new element; it is written with the prefix "openbadges".
        attributes: attributes without a namespace.
        text: the element's text, written as CDATA.

    Raises:
        CodecError: as `read_elements`; SVG_DAMAGED also when the root element has no content to add to.
    """
    position = _end_of_root_tag(svg, _collect(svg, ()).root_offset)
    namespace, local = name
    written = "".join(f" {key}={quoteattr(value)}" for key, value in attributes.items())
    # "]]>" would end the section: it is split over two of them.
    body = f"<![CDATA[{text.replace(']]>', ']]]]><![CDATA[>')}]]>" if text else ""
    tag = f"openbadges:{local}"
    element = f"<{tag} xmlns:openbadges={quoteattr(namespace)}{written}>{body}</{tag}>"
    return svg[:position] + element.encode() + svg[position:]


def _collect(svg: bytes, wanted: Collection[Name]) -> _Collector:
    collector = _Collector(wanted)
    _parse(svg, collector)
    if collector.root not in ((SVG_NAMESPACE, "svg"), ("", "svg")):
        raise CodecError(Reason.SVG_DAMAGED, "the outermost element is not svg")
    return collector


def _end_of_root_tag(svg: bytes, start: int) -> int:
    """The position behind the ">" of the start tag that begins at `start` in a well-formed file."""
    quote = 0
    for position in range(start, len(svg)):
        letter = svg[position]
        if quote:
            quote = 0 if letter == quote else quote
        elif letter in b"\"'":
            quote = letter
        elif letter == ord(">"):
            if svg[position - 1] == ord("/"):
                break
            return position + 1
    raise CodecError(Reason.SVG_DAMAGED, "the svg element is empty")


def _parse(svg: bytes, collector: _Collector) -> None:
    handler = _Handler(collector)
    parser = _Parser(forbid_dtd=False, forbid_entities=True, forbid_external=True)
    parser.setFeature(feature_namespaces, True)
    parser.setContentHandler(handler)
    handler.parser = parser
    try:
        parser.feed(svg)
        parser.close()
    except DefusedXmlException as error:
        raise CodecError(Reason.SVG_UNSAFE, type(error).__name__) from error
    except (SAXException, ValueError, LookupError) as error:  # LookupError: an encoding nobody knows
        raise CodecError(Reason.SVG_DAMAGED, "not well-formed XML") from error


class _Parser(DefusedExpatParser):  # type: ignore[misc] # defusedxml comes without types
    """defusedxml forbids every DOCTYPE or none; this one lets a bare one pass and never asks for its DTD."""

    def reset(self) -> None:
        super().reset()
        self._parser.SetParamEntityParsing(XML_PARAM_ENTITY_PARSING_NEVER)
        self._parser.StartDoctypeDeclHandler = _refuse_internal_subset

    def start_element_ns(self, name: str, attrs: Mapping[str, str]) -> None:
        if len(attrs) > MAX_ATTRIBUTES:  # before they are copied
            raise CodecError(Reason.SVG_UNSAFE, f"more than {MAX_ATTRIBUTES} attributes")
        super().start_element_ns(name, attrs)

    @property
    def offset(self) -> int:
        """Where in the file the current event began, in bytes."""
        return int(self._parser.CurrentByteIndex)


def _refuse_internal_subset(_name: str, _system: str | None, _public: str | None, has_subset: int) -> None:
    if has_subset:
        raise CodecError(Reason.SVG_UNSAFE, "internal DTD subset")


class _Handler(ContentHandler):
    """Hands the parser's events to the collector."""

    parser: _Parser

    def __init__(self, collector: _Collector) -> None:
        super().__init__()
        self._collector = collector

    def startElementNS(self, name: Any, _qname: Any, attrs: Any) -> None:  # noqa: N802
        self._collector.start((name[0] or "", name[1]), attrs, self.parser.offset)

    def endElementNS(self, _name: Any, _qname: Any) -> None:  # noqa: N802
        self._collector.end()

    def characters(self, content: str) -> None:
        self._collector.text(content)

    def skippedEntity(self, _name: str) -> None:  # noqa: N802
        raise CodecError(Reason.SVG_UNSAFE, "undeclared entity")
