"""What the holder of a base proof shows: the steps that ecdsa-sd-2023 and bbs-2023 have in common.

Lives here: from mandatory and selective pointers to the statements, places, document and labels a derived proof is made
of. Does not live here: pointers and statements themselves (`sd_selection`), what each suite signs or proves (its own
`derive`).
"""

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from wallet.credentials.model import JsonObject
from wallet.errors import CredentialError, ProofError, Reason
from wallet.proofs import sd_selection
from wallet.proofs.sd_primitives import LabelMap, LabelMapFactory
from wallet.proofs.sd_selection import Grouping
from wallet.proofs.work import Work

MANDATORY, _SELECTIVE, _COMBINED = "mandatory", "selective", "combined"


@dataclass(frozen=True, slots=True)
class Choice:
    """What a holder shows of a document, before any suite proves it.

    Attributes:
        grouping: all statements; the mandatory ones are the group `MANDATORY`.
        signed: the indexes of those that are not mandatory, ascending: a suite signs these one by one.
        selected: the indexes that the holder's own pointers select.
        mandatory_indexes: where the mandatory statements stand among the shown ones.
        reveal_document: the chosen part of the document, without a proof.
        label_map: canonical labels of the shown statements to those that were signed.
    """

    grouping: Grouping
    signed: Sequence[int]
    selected: AbstractSet[int]
    mandatory_indexes: Sequence[int]
    reveal_document: JsonObject
    label_map: LabelMap


def choose(
    document: JsonObject,
    label_map_factory: LabelMapFactory,
    mandatory_pointers: Sequence[str],
    selective_pointers: Sequence[str],
    work: Work,
) -> Choice:
    """The part of a document that its holder shows: what is mandatory, and what was chosen besides.

    Args:
        document: without its proof.

    Raises:
        CredentialError: CHOICE_NOT_COMPLETE when nothing is chosen and nothing is mandatory, and as
            `canonicalize_and_group`.
        ProofError, UndecidableProofError: as `canonicalize_and_group`.

    Source: VC-DI-ECDSA, createDisclosureData, steps 4 to 17 without the signatures; VC-DI-BBS, createDisclosureData,
    steps 4 to 18 without the proof.
    """
    combined_pointers = [*mandatory_pointers, *selective_pointers]
    groups = {MANDATORY: mandatory_pointers, _SELECTIVE: selective_pointers, _COMBINED: combined_pointers}
    grouping = sd_selection.canonicalize_and_group(document, label_map_factory, groups, work)
    mandatory, combined = grouping.groups[MANDATORY].matching, grouping.groups[_COMBINED]
    reveal_document = sd_selection.select_json_ld(document, combined_pointers)
    if reveal_document is None:
        raise CredentialError(Reason.CHOICE_NOT_COMPLETE, "nothing chosen")
    return Choice(
        grouping,
        signed=[index for index in range(len(grouping.nquads)) if index not in mandatory],
        selected=grouping.groups[_SELECTIVE].matching,
        mandatory_indexes=combined.positions_of(mandatory),
        reveal_document=reveal_document,
        label_map=sd_selection.relabel_for_verifier(combined, grouping.label_map, work),
    )


def group_mandatory(
    document: JsonObject, label_map_factory: LabelMapFactory, mandatory_pointers: Sequence[str], work: Work
) -> Grouping:
    """All statements of a document, those the pointers select in the group `MANDATORY`: as its issuer signed them.

    Raises:
        ProofError: PROOF_MALFORMED for a pointer that leads nowhere, and as `jsonld.to_quads`.

    Source: VC-DI-ECDSA and VC-DI-BBS, Base Proof Transformation.
    """
    try:
        return sd_selection.canonicalize_and_group(
            document, label_map_factory, {MANDATORY: mandatory_pointers}, work
        )
    except CredentialError as error:
        raise ProofError(Reason.PROOF_MALFORMED, "mandatory pointers") from error
