"""Whether the fast walk and general expansion write the same bytes, over documents of random shape."""

from dataclasses import dataclass, field

from tests.random_credentials import Shapes
from wallet.errors import ProofError
from wallet.proofs import jsonld, jsonld_walk, rdfc10
from wallet.proofs.jsonld_context import NotPlanned


@dataclass
class Comparison:
    """What comparing many documents found.

    Attributes:
        declined: how many the walk left to general expansion.
        statements: how many lines of canonical text were compared.
        differing: the numbers of the documents whose bytes differ.
    """

    count: int
    declined: int = 0
    statements: int = 0
    differing: list[int] = field(default_factory=list)


def compare(count: int, seed: int) -> Comparison:
    """Compares `count` documents made from a seed."""
    shapes, found = Shapes(seed), Comparison(count)
    for number in range(count):
        document = shapes.credential()
        try:
            walked: str | None = rdfc10.canonicalize(jsonld_walk.walk(document))
        except NotPlanned:
            found.declined += 1
            continue
        except ProofError:
            walked = None
        if walked != canonical_or_refused(document):
            found.differing.append(number)
        found.statements += (walked or "").count("\n")
    return found


def canonical_or_refused(document: dict[str, object]) -> str | None:
    """The canonical text by general expansion; None for what it refuses."""
    try:
        return rdfc10.canonicalize(jsonld.to_quads_by_expansion(document))
    except ProofError:
        return None
