"""`ler-wallet list` and `ler-wallet show`: what is kept."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from wallet.app.bin import kept_until
from wallet.app.browse import CredentialDetails, CredentialHead, details, labels, list_heads
from wallet.app.list_filters import Kind, ListFilters, Status, matching, named_skills, read_all
from wallet.app.output import write_new_file
from wallet.app.own_work import is_own_record
from wallet.app.unlock import Vault
from wallet.cli import console, exit_codes
from wallet.cli.files import file_line
from wallet.cli.notes import note_object
from wallet.cli.opening import opened
from wallet.cli.render import flowing, plain, report_lines, subject_words, title_and_issuer, verdict_line
from wallet.cli.times import time_text
from wallet.credentials.model import Subject


def list_credentials(
    *,
    vault_path: str,
    descriptor: int | None,
    search: str | None,
    collection: str | None,
    tag: str | None,
    in_bin: bool,
    kinds: Sequence[str],
    statuses: Sequence[str],
    years: Sequence[int],
    skills: Sequence[str],
    as_json: bool,
) -> int:
    """One line for each credential."""
    with opened(vault_path, descriptor) as vault:
        heads = list_heads(vault, search, collection=collection, tag=tag, in_bin=in_bin)
        narrowed = bool(kinds or statuses or years or skills)
        if narrowed:
            filters = ListFilters(
                [Kind(kind) for kind in kinds],
                [Status(status) for status in statuses],
                years,
                named_skills(vault, skills),
            )
            read_all(vault)
            fitting = matching(vault, filters, partial(is_own_record, vault))
            heads = [head for head in heads if fitting is None or head.id in fitting]
        print_heads(vault, heads, as_json=as_json)
    if not heads:
        is_part = narrowed or search or collection or tag
        nothing = "The bin is empty." if in_bin else "Nothing is kept in this file yet."
        console.say("Nothing found." if is_part else nothing)
    return exit_codes.DONE


def print_heads(vault: Vault, heads: Sequence[CredentialHead], *, as_json: bool) -> None:
    """The lines of a list, with what their owner added."""
    added = labels(vault)
    for head in heads:
        if as_json:
            console.result_object(
                head_object(
                    head,
                    added.collections.get(head.id, ()),
                    added.tags.get(head.id, ()),
                    added.deleted_at.get(head.id),
                )
            )
        else:
            about = title_and_issuer(head.name, head.issuer)
            console.result(
                f"{head.id}  {about}. {verdict_line(head.verdict, head.reason)}"
                + _words_of(added.tags.get(head.id, ()), added.deleted_at.get(head.id))
            )


def show_credential(
    *,
    record_id: str,
    vault_path: str,
    descriptor: int | None,
    original_path: str | None,
    as_json: bool,
) -> int:
    """Everything in one credential; `--original` also writes its bytes."""
    with opened(vault_path, descriptor) as vault:
        found = details(vault, record_id)
    if original_path is not None:
        write_new_file(Path(original_path), found.original)
    if as_json:
        console.result_object(details_object(found))
    else:
        console.result("\n".join(_detail_lines(found)))
    return exit_codes.DONE


def head_object(
    head: CredentialHead, collections: Sequence[str], tags: Sequence[str], deleted_at: datetime | None = None
) -> Mapping[str, Any]:
    """One credential of a list for programs; what lies in the bin also says since when."""
    return {
        "id": head.id,
        "name": head.name,
        "issuer": head.issuer,
        "issued": head.issued,
        "ends": head.ends,
        "format": str(head.format),
        "verdict": str(head.verdict),
        "checked_at": time_text(head.checked_at),
        "collections": list(collections),
        "tags": list(tags),
        "self_asserted": head.self_asserted,
        **({} if deleted_at is None else {"deleted_at": time_text(deleted_at)}),
    }


def details_object(found: CredentialDetails) -> Mapping[str, Any]:
    """One credential in full for programs."""
    return {
        **head_object(found.head, found.collections, found.tags, found.deleted_at),
        "report": json.loads(found.report_json),
        "credential": asdict(found.credential),
        "notes": [note_object(note) for note in found.notes],
        "history": [
            {
                "checked_at": time_text(past.checked_at),
                "verdict": str(past.verdict),
                "reason": None if past.reason is None else str(past.reason),
            }
            for past in found.history
        ],
        "versions": [version.id for version in found.versions],
    }


def _detail_lines(found: CredentialDetails) -> Iterator[str]:
    head, credential = found.head, found.credential
    yield f"{head.id}  {title_and_issuer(head.name, head.issuer)}"
    yield from _labelled(
        ("Issuer", credential.issuer.id),
        ("Issued", head.issued),
        ("Ends", head.ends),
        ("Format", str(head.format)),
        ("Added", time_text(head.added_at)),
        ("Last checked", time_text(head.checked_at)),
        ("In the bin since", None if found.deleted_at is None else time_text(found.deleted_at)),
        ("Collections", ", ".join(found.collections)),
        ("Your tags", ", ".join(found.tags)),
        *((f"Your note {note.number}", note.text) for note in found.notes),
        *(("Your file", file_line(file)) for file in found.files),
    )
    yield from report_lines(found.report, "What we checked")
    for subject in credential.subjects:
        # The report above names the only subject; of several, each is named before what is said of it.
        if len(credential.subjects) > 1 or found.report.credential is None:
            yield from _labelled(("About", subject_words(subject)))
        yield from _subject_lines(subject)
    for item in credential.evidence:
        yield from _labelled(
            ("Evidence", item.name),
            ("Evidence address", item.id),
            ("Evidence, in words", item.narrative or item.description),
        )
    yield from _labelled(
        *(("Other version", _version(version)) for version in found.versions if version.id != head.id)
    )


def _version(version: CredentialHead) -> str:
    """One version beside the one that is shown."""
    dates = " to ".join(date.partition("T")[0] for date in (version.issued, version.ends) if date)
    return f"{version.id}  {dates}. {verdict_line(version.verdict, version.reason)}"


def _words_of(tags: Sequence[str], deleted_at: datetime | None) -> str:
    """What stands behind the line of a credential in a list: its tags, and until when it can be taken back."""
    words = "".join(f" #{plain(tag, 80)}" for tag in tags)
    return words if deleted_at is None else f"{words} (kept until {kept_until(deleted_at).date()})"


def _subject_lines(subject: Subject) -> Iterator[str]:
    """What was earned and what was reached by one subject."""
    achievement = subject.achievement
    if achievement is not None:
        yield from _labelled(
            ("What it is", achievement.description),
            ("How it was earned", achievement.criteria_narrative or achievement.criteria_id),
        )
        yield from _labelled(*(("Skill", alignment.target_name) for alignment in achievement.alignments))
        yield from _labelled(("Tags", ", ".join(achievement.tags)))
    for result in subject.results:
        name = result.description.name if result.description else None
        stated = (result.value, result.achieved_level, result.status)
        reached = ", ".join(dict.fromkeys(part for part in stated if part))
        yield from _labelled((f"Result, {name}" if name else "Result", reached))
    yield from _labelled(*((claim.name, claim.value) for claim in subject.claims))


def _labelled(*pairs: tuple[str, str | None]) -> Iterator[str]:
    for label, value in pairs:
        if value:
            yield f"{flowing(label)}: {flowing(value, 2000)}"
