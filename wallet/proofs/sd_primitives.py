"""What the suites of selective disclosure share: statements under labels that no other statement can change.

RDF canonicalization names blank nodes by looking at the whole document, so leaving one statement out could rename the
nodes of all others. These suites give each node a second name that depends on the issuer's secret key only; whoever
shows a part of the document sends along which canonical name of that part stands for which of these labels.

Lives here: label maps, canonical statements under them, their grouping and hash. Knows no suite and no signature.
Does not live here: the choice of statements by JSON pointer, which only a holder needs (`sd_selection`).
Source: VC-DI-ECDSA, section 3.4 (Selective Disclosure Functions); names as there, in snake_case.
"""

import hashlib
import hmac
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet

from wallet.codecs import multibase
from wallet.credentials.model import JsonObject
from wallet.errors import ProofError, Reason
from wallet.proofs import jsonld, rdfc10
from wallet.proofs.rdfc10 import Quad
from wallet.proofs.work import Work

LabelMap = Mapping[str, str]
"""Canonical labels ("c14n0") to the labels used instead ("uXz..."), without "_:"."""
LabelMapFactory = Callable[[Mapping[str, str]], Mapping[str, str]]
"""From the canonical id map (input label to canonical label) to the new label of each input label."""


def create_label_map_function(label_map: LabelMap) -> LabelMapFactory:
    """A factory that replaces canonical labels by those a derived proof states.

    The function it returns raises ProofError PROOF_MALFORMED unless the map has one entry for each blank node and no
    others: a derived proof is made for exactly the document that is shown.

    Source: VC-DI-ECDSA, createLabelMapFunction.
    """

    def label_map_factory(canonical_id_map: Mapping[str, str]) -> Mapping[str, str]:
        if label_map.keys() != set(canonical_id_map.values()):
            raise ProofError(Reason.PROOF_MALFORMED, "label map of another document")
        return {node: label_map[canonical] for node, canonical in canonical_id_map.items()}

    return label_map_factory


def create_hmac_id_label_map_function(hmac_key: bytes) -> LabelMapFactory:
    """A factory that replaces canonical labels by their HMAC-SHA-256 digests, as base proofs do.

    Args:
        hmac_key: 32 bytes.

    Source: VC-DI-ECDSA, createHmacIdLabelMapFunction.
    """

    def label_map_factory(canonical_id_map: Mapping[str, str]) -> Mapping[str, str]:
        return {
            node: multibase.encode_base64url(hmac.digest(hmac_key, canonical.encode(), "sha256"))
            for node, canonical in canonical_id_map.items()
        }

    return label_map_factory


def create_shuffled_id_label_map_function(hmac_key: bytes) -> LabelMapFactory:
    """A factory that numbers canonical labels ("b0", "b1" ...) in the order of their HMAC-SHA-256 digests.

    Args:
        hmac_key: 32 bytes.

    Source: VC-DI-BBS, createShuffledIdLabelMapFunction.
    """

    def label_map_factory(canonical_id_map: Mapping[str, str]) -> Mapping[str, str]:
        digests = create_hmac_id_label_map_function(hmac_key)(canonical_id_map)
        order = {digest: f"b{place}" for place, digest in enumerate(sorted(digests.values()))}
        return {node: order[digest] for node, digest in digests.items()}

    return label_map_factory


def label_replacement_canonicalize_json_ld(
    document: JsonObject, label_map_factory: LabelMapFactory, work: Work
) -> Sequence[str]:
    """The sorted canonical N-Quads of a document under other labels, each line with its newline.

    Raises:
        ProofError, UndecidableProofError: as `jsonld.to_quads`, `rdfc10.canonicalize` and the factory.

    Source: VC-DI-ECDSA, labelReplacementCanonicalizeJsonLd.
    """
    return label_replacement_canonicalize_nquads(jsonld.to_quads(document, work), label_map_factory, work)


def label_replacement_canonicalize_nquads(
    quads: Sequence[Quad], label_map_factory: LabelMapFactory, work: Work
) -> Sequence[str]:
    """The same for quads. Source: VC-DI-ECDSA, labelReplacementCanonicalizeNQuads."""
    return rdfc10.canonical_lines(quads, work=work, relabel=label_map_factory)


def group_by_index(nquads: Sequence[str], indexes: AbstractSet[int]) -> tuple[Sequence[str], Sequence[str]]:
    """The statements at these indexes, and the others, both in order.

    Raises:
        ProofError: PROOF_MALFORMED for an index that no statement has.

    Source: VC-DI-ECDSA, createVerifyData, steps 5 to 7.
    """
    if any(index >= len(nquads) for index in indexes):
        raise ProofError(Reason.PROOF_MALFORMED, "index of no statement")
    matching = [nquad for index, nquad in enumerate(nquads) if index in indexes]
    return matching, [nquad for index, nquad in enumerate(nquads) if index not in indexes]


def hash_mandatory_nquads(mandatory: Sequence[str]) -> bytes:
    """The SHA-256 of the joined mandatory statements (32 bytes). Source: VC-DI-ECDSA, hashMandatoryNQuads."""
    return hashlib.sha256("".join(mandatory).encode("utf-8")).digest()
