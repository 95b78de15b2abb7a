"""What a share tells, in words: each value, and what receivers read of who shared it.

Lives here: words for what `wallet.app.share_preview` read back from the bytes. Does not live here: reading them, or the
panel that shows them (`pages.share.preview`).
"""

from collections.abc import Sequence

from wallet.app import part_names, share_preview
from wallet.app.claim_names import PrivateKind
from wallet.app.disclose import Part
from wallet.app.part_choice import what_it_says
from wallet.app.part_starts import PartSays
from wallet.app.private_values import PrivateGroup, PrivateValue, identity_of
from wallet.app.share_preview import SeenShare
from wallet.app.still_told import StillTold, still_told
from wallet.credentials.model import Evidence, Result
from wallet.ui.chips import SHARER_COLOURS
from wallet.ui.languages import spoken, translate
from wallet.ui.report_words import evidence_line, result_line, skills
from wallet.ui.share_ports import OfferedPart, SeenCredential, SharePreview
from wallet.verification.report import SharedBy, VerificationReport


def offered(part: Part, *, of_record: bool) -> OfferedPart:
    """One part that can be left out."""
    if of_record:
        return OfferedPart(part.pointer, str(part.value), "", PartSays.SKILL)
    says = what_it_says(part)
    name = part_names.part_name(part.pointer, spoken())
    identity = identity_of(part.value) if says is PartSays.LEARNER else None
    if identity is not None:
        return OfferedPart(part.pointer, _kind_words(identity), identity.value, says)
    return OfferedPart(part.pointer, name, ", ".join(share_preview.telling_values(part.value)), says)


def preview(seen: SeenShare, others: int, left_out: Sequence[str], names: Sequence[str] = ()) -> SharePreview:
    """Both lists.

    Args:
        seen: the share, read back.
        others: how many credentials stay.
        left_out: what the parts of those that go are called that stay.
        names: what the learner is called.
    """
    report = seen.report
    return SharePreview(
        verdict=report.verdict,
        to=report.audience or "",
        purpose=report.purpose or "",
        until=report.until,
        holder=seen.holder,
        credentials=tuple(_seen(credential) for credential in seen.credentials),
        others=others,
        left_out=tuple(left_out),
        notes=tuple(_notes(report)),
        background=tuple(_background(one) for one in still_told(seen, names)),
    )


def _background(told: StillTold) -> str:
    """What one credential goes on telling of the person."""
    return f"{told.title}: {'; '.join(dict.fromkeys(_value_words(value) for value in told.values))}"


def _notes(report: VerificationReport) -> Sequence[str]:
    """What the sender's signature says of the whole, as receivers are told."""
    said = []
    if report.is_labelled:
        said.append(translate("UseCases", "They are told: not valid when it was shared."))
    if report.is_labelled_unchecked:
        said.append(translate("UseCases", "They are told: it could not be checked when it was shared."))
    if report.is_subset:
        said.append(translate("UseCases", "They are told that you picked this from a longer record."))
    return said


def _seen(found: share_preview.SeenCredential) -> SeenCredential:
    credential = found.credential
    by_group = {
        group: tuple(_value_words(value) for value in found.private if value.group is group)
        for group in PrivateGroup
    }
    report = found.report
    return SeenCredential(
        title=credential.title,
        issuer=credential.issuer.name or credential.issuer.id,
        issued=credential.valid_from,
        skills=skills(credential),
        evidence=by_group[PrivateGroup.EVIDENCE],
        private=(*by_group[PrivateGroup.ABOUT_YOU], *by_group[PrivateGroup.RESULTS]),
        everything="\n".join(f"{pointer}: {value}" for pointer, value in found.values),
        also_said=by_group[PrivateGroup.ALSO_SAID],
        others=by_group[PrivateGroup.OTHERS],
        sharer=_sharer(report.shared_by),
        left_out=report.left_out,
        left_out_of=report.left_out_of,
    )


def _sharer(shared_by: SharedBy | None) -> tuple[str, str] | None:
    """A colour and what receivers can tell of whom it was given to."""
    if shared_by is None:
        return None
    words = {
        SharedBy.ISSUER_KEY: translate("UseCases", "They are told that you issued this yourself."),
        SharedBy.NAMED_KEY: translate("UseCases", "They can check that it was given to your key."),
        SharedBy.OTHER_KEY: translate(
            "UseCases", "They are told that it was given to another key than the one of this wallet."
        ),
    }
    open_ = translate("UseCases", "They cannot check from this whom it was given to.")
    return SHARER_COLOURS[shared_by], words.get(shared_by, open_)


def _value_words(value: PrivateValue) -> str:
    if isinstance(value.source, Result):
        return result_line(value.source)
    if isinstance(value.source, Evidence):
        return value.value or evidence_line(value.source)  # all that leaves of it, not its name alone
    what = _kind_words(value)
    if value.is_hashed:
        return translate("UseCases", "{what}, in a hidden form").format(what=what)
    if value.kind is PrivateKind.PICTURE:
        return what  # its letters say nothing to people
    return f"{what}: {value.value}" if what else value.value


def _kind_words(value: PrivateValue) -> str:
    if value.label or value.pointer:
        return value.label or part_names.part_name(value.pointer, spoken())
    return {
        PrivateKind.NAME: translate("UseCases", "Your name"),
        PrivateKind.EMAIL: translate("UseCases", "Your e-mail"),
        PrivateKind.BIRTH_DATE: translate("UseCases", "Your birth date"),
        PrivateKind.NUMBER: translate("UseCases", "A number of yours"),
        PrivateKind.PHONE: translate("UseCases", "Your phone number"),
        PrivateKind.ADDRESS: translate("UseCases", "Your address"),
        PrivateKind.PICTURE: translate("UseCases", "A picture of you"),
        PrivateKind.AGE: translate("UseCases", "Your age or school year"),
        PrivateKind.GENDER: translate("UseCases", "Your gender"),
        PrivateKind.OTHER_IDENTIFIER: translate("UseCases", "Something that names you"),
        PrivateKind.OTHER_PARTY: translate("UseCases", "It also names"),
    }.get(value.kind, "")
