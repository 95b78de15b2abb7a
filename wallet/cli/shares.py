"""`ler-wallet shares`: what was shared, and the exact bytes of each share."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from wallet.app.consents import ConsentEntry, find_consent, form_of, refuse_withdrawn
from wallet.app.output import write_new_file
from wallet.app.own_files import Attachment
from wallet.app.past_parts import SeenParts, seen_parts, subset_of
from wallet.app.share_history import ShareHead, ShareRecord, get_share
from wallet.app.share_history import list_shares as all_shares
from wallet.cli import console, exit_codes
from wallet.cli.consents import consent_lines, consent_object
from wallet.cli.opening import opened
from wallet.cli.render import plain
from wallet.cli.services import services_of
from wallet.cli.times import time_text


def list_shares(*, vault_path: str, descriptor: int | None, as_json: bool) -> int:
    """One line for each share, the latest first."""
    with opened(vault_path, descriptor) as vault:
        shares = [(share, find_consent(vault, share)) for share in all_shares(vault)]
    for share, consent in shares:
        if as_json:
            console.result_object(share_object(share, consent))
        else:
            titles = ", ".join(plain(title, 60) for title in share.titles)
            console.result(
                f"{share.id}  {time_text(share.made_at)}  {share.channel} for {plain(share.to)}: {titles}"
            )
    if not shares:
        console.say("Nothing was shared from this file yet.")
    return exit_codes.DONE


def show_share(
    *, share_id: str, vault_path: str, descriptor: int | None, original_path: str | None, as_json: bool
) -> int:
    """One share in full; `--original` writes the exact bytes."""
    with opened(vault_path, descriptor) as vault:
        share = get_share(vault, share_id)
        consent = find_consent(vault, share)
        form = None if consent is None else form_of(vault, consent)
        seen = () if as_json else seen_parts(vault, share, services_of(None, None))
        if original_path is not None:
            refuse_withdrawn(vault, share)
    if original_path is not None:
        write_new_file(Path(original_path), share.content)
    if as_json:
        console.result_object(share_object(share, consent))
    else:
        console.result("\n".join(_lines(share, seen, consent, form)))
    return exit_codes.DONE


def share_object(share: ShareHead, consent: ConsentEntry | None) -> Mapping[str, Any]:
    """One share for programs."""
    return {
        "id": share.id,
        "to": share.to,
        "purpose": share.purpose,
        "made_at": time_text(share.made_at),
        "until": None if share.until is None else time_text(share.until),
        "channel": share.channel,
        "credentials": list(share.credential_ids),
        "revealed": list(share.revealed),
        "hidden": list(share.hidden),
        "can_be_stopped": share.can_be_stopped,
        # as `verify` says it of a presentation
        **({"complete": False} if any(subset_of(share, one) for one in share.credential_ids) else {}),
        **consent_object(consent),
    }


def _lines(
    share: ShareRecord, seen: Sequence[SeenParts], consent: ConsentEntry | None, form: Attachment | None
) -> Iterator[str]:
    yield f"{share.id}  shared with {plain(share.to)}"
    yield f"Purpose: {plain(share.purpose, 2000)}"
    yield f"When: {time_text(share.made_at)}"
    yield f"Until: {'no end date' if share.until is None else time_text(share.until)}"
    yield f"How: {share.channel}"
    for record_id, part in zip(share.credential_ids, seen, strict=True):
        yield f"Credential: {record_id}  {plain(part.title)}"
        yield from _part_lines(part)
    if consent is not None:
        yield from consent_lines(consent, form)
    yield f"Can be stopped: {'yes' if share.can_be_stopped else 'no'}"
    yield f"Exact bytes: {len(share.content)}, SHA-256 {share.sha256}"
    if share.content.isascii():
        yield plain(share.content.decode("ascii"), 2000)


def _part_lines(part: SeenParts) -> Iterator[str]:
    """What is seen of one credential, in the order and words of `disclose`."""
    if part.is_whole:
        yield "  They see: everything in it"
        return
    if part.subset is not None:
        yield f"  {subset_words(part.subset)}"
    yield from (f"  They see: {plain(name)}" for name in part.shown)
    if part.always is None:
        yield "  Always shown: cannot be told any more, the credential is not in this file"
    else:
        yield from (f"  Always shown: {plain(name)}" for name in part.always)
    yield from (f"  They do not see: {plain(name)}" for name in part.hidden)


def subset_words(subset: tuple[int, int]) -> str:
    """How many credentials of a learner record are shown, of how many; the record itself is not."""
    shown, of = subset
    return f"Subset chosen by the learner: {shown} of {of} items, without the record around them."
