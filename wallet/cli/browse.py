"""`ler-wallet list` and `ler-wallet show`: what is kept."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from wallet.app.browse import CredentialDetails, CredentialHead, details, list_heads
from wallet.app.output import write_new_file
from wallet.cli import console, exit_codes
from wallet.cli.opening import opened
from wallet.cli.render import flowing, report_lines, subject_words, title_and_issuer, verdict_line
from wallet.cli.times import time_text
from wallet.credentials.model import Subject


def list_credentials(*, vault_path: str, descriptor: int | None, search: str | None, as_json: bool) -> int:
    """One line for each credential."""
    with opened(vault_path, descriptor) as vault:
        heads = list_heads(vault, search)
    for head in heads:
        if as_json:
            console.result_object(head_object(head))
        else:
            about = title_and_issuer(head.name, head.issuer)
            console.result(f"{head.id}  {about}. {verdict_line(head.verdict, head.reason)}")
    if not heads:
        console.say("Nothing found." if search else "Nothing is kept in this file yet.")
    return exit_codes.DONE


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


def head_object(head: CredentialHead) -> Mapping[str, Any]:
    """One credential of a list for programs. Collections and tags belong to the contract, and none can be made yet."""
    return {
        "id": head.id,
        "name": head.name,
        "issuer": head.issuer,
        "issued": head.issued,
        "ends": head.ends,
        "format": str(head.format),
        "verdict": str(head.verdict),
        "checked_at": time_text(head.checked_at),
        "collections": [],
        "tags": [],
        "self_asserted": head.self_asserted,
    }


def details_object(found: CredentialDetails) -> Mapping[str, Any]:
    """One credential in full for programs."""
    return {
        **head_object(found.head),
        "report": json.loads(found.report_json),
        "credential": asdict(found.credential),
        "notes": [],
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
        *(("Other version", version.id) for version in found.versions if version.id != head.id)
    )


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
