"""`ler-wallet share`: something others can check without this wallet, written to a file and recorded."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from wallet.app.consents import find_consent
from wallet.app.container import Services
from wallet.app.inputs import read_file
from wallet.app.output import refuse_existing
from wallet.app.part_choice import start_parts
from wallet.app.part_starts import USUAL, Starts
from wallet.app.part_starts import skills_first as skills_first_of
from wallet.app.past_parts import subset_of
from wallet.app.share import Chosen, PreparedShare, ShareRecord, kind_of, prepare, send
from wallet.app.share_forms import LOCKED, WITHOUT_EVIDENCE
from wallet.app.share_note import ShareNote
from wallet.app.share_preview import read_back
from wallet.app.share_templates import ShareTemplate, template
from wallet.app.still_told import StillTold, still_told
from wallet.app.times import parse_until
from wallet.app.unlock import Vault
from wallet.cli import console, exit_codes
from wallet.cli.guardian import consent_of
from wallet.cli.opening import opened
from wallet.cli.render import counted, plain
from wallet.cli.services import services_of
from wallet.cli.share_secrets import share_lock
from wallet.cli.shares import share_object, subset_words
from wallet.errors import AppError, Reason

_MOST_LETTERS = 1_000
"""In a name or a purpose: more is no name, and makes every form of the share larger."""
_BETWEEN_POINTERS = re.compile(r",(?=/)")


def run(
    *,
    credentials: Sequence[str],
    to: str,
    purpose: str | None,
    until: str | None,
    template_name: str | None = None,
    skills_first: bool = False,
    note: str | None = None,
    hide_all: bool,
    not_valid: bool = False,
    audience: str | None,
    nonce: str | None,
    out_path: str,
    key_path: str | None,
    page_url: str | None,
    guardian: str | None,
    relation: str | None,
    may_pass_on: bool,
    signed_form: str | None,
    vault_path: str,
    descriptor: int | None,
    at: str | None,
    documents: str | None,
    as_json: bool,
) -> int:
    """Builds, records and writes one share."""
    services = services_of(at, documents)
    out = Path(out_path)
    kind = kind_of(out)
    start = template(template_name) if template_name is not None else None
    purpose = purpose or (start.purpose if start is not None else "")
    end = _end(until, start, services)
    refuse_names(to, purpose, audience, nonce)
    refuse_existing(out)
    chosen = chosen_of(credentials, hide_all=hide_all)
    receiver_key = _receiver_key(key_path, kind)
    with opened(vault_path, descriptor) as vault, share_lock(kind, receiver_key, descriptor) as lock:
        if start is not None or skills_first:
            starts = start.starts if start is not None else USUAL
            chosen = [_started(vault, one, starts, skills_first=skills_first) for one in chosen]
        prepared = prepare(
            vault,
            chosen,
            to=to,
            purpose=purpose,
            until=end,
            services=services,
            nonce=nonce,
            audience=audience,
            with_qr=kind in (".png", ".svg"),
            page_url=page_url,
            even_not_valid=not_valid,
            note=_note(note),
        )
        told = _still_told(vault, prepared, services) if skills_first else ()
        prepared = replace(
            prepared,
            consent=consent_of(
                vault, guardian, relation, descriptor, may_pass_on=may_pass_on, signed_form=signed_form
            ),
        )
        made = send(vault, prepared, out, services, lock)
        consent = find_consent(vault, made)
    if as_json:
        console.result_object(
            {**share_object(made, consent), **_told_object(told, skills_first=skills_first)}
        )
    else:
        console.result(f"Made {plain(out_path)} for {plain(to)}, recorded as {made.id}.")
        for line in (*_told(prepared, made, kind, audience), *_told_lines(told, skills_first=skills_first)):
            console.say(line)
    return exit_codes.DONE


def _end(until: str | None, start: ShareTemplate | None, services: Services) -> datetime | None:
    """When the share ends: as said, else as the template has it, at the end of that day (UTC)."""
    if until is not None:
        return parse_until(until)
    if start is None:
        return None
    return parse_until((services.clock.now() + timedelta(days=start.days)).date().isoformat())


def _started(vault: Vault, chosen: Chosen, starts: Starts, *, skills_first: bool) -> Chosen:
    """What the purpose, and skills first, say of a credential that names no parts itself."""
    if chosen.pointers is not None:
        return chosen
    kinds = skills_first_of(starts) if skills_first else starts
    return replace(chosen, pointers=start_parts(vault, chosen.record_id, kinds, apart=skills_first))


def _note(words: str | None) -> ShareNote | None:
    if words is None:
        return None
    return ShareNote("In the learner's own words", words, "Written by the learner, no issuer")


def _still_told(vault: Vault, prepared: PreparedShare, services: Services) -> Sequence[StillTold]:
    names = [one.name for one in vault.profiles.list() if one.name]
    return still_told(read_back(prepared.whole, services), names)


def _told_object(told: Sequence[StillTold], *, skills_first: bool) -> Mapping[str, Any]:
    """For programs: the kinds alone, since a log may keep what is printed."""
    if not skills_first:
        return {}
    return {
        "still_told": [
            {"title": one.title, "kinds": list(dict.fromkeys(str(value.kind) for value in one.values))}
            for one in told
        ]
    }


def _told_lines(told: Sequence[StillTold], *, skills_first: bool) -> Iterator[str]:
    """What goes along although skills were to come first."""
    if skills_first and not told:
        yield "Skills first: no name, photo, school, gender, age, address or grade goes along."
    for one in told:
        kinds = dict.fromkeys(value.kind.replace("_", " ") for value in one.values)
        yield f"Goes along all the same, in {plain(one.title)}: {', '.join(kinds)}."
    if skills_first:
        yield "They always see who issued each credential, which may be a school."


def refuse_names(to: str, purpose: str, audience: str | None = None, nonce: str | None = None) -> None:
    """Refuses names that are none, and what cannot be written.

    Raises:
        AppError: USAGE.
    """
    given = (("--to", to), ("--purpose", purpose), ("--audience", audience), ("--nonce", nonce))
    for label, value in given:
        if value is None:
            continue
        if not value.strip():
            raise AppError(Reason.USAGE, f"{label} is empty")
        if len(value) > _MOST_LETTERS:
            raise AppError(Reason.USAGE, f"{label} is longer than {_MOST_LETTERS} letters")
        if any("\ud800" <= letter <= "\udfff" for letter in value):
            raise AppError(Reason.USAGE, f"{label} has letters that cannot be written")


def chosen_of(credentials: Sequence[str], *, hide_all: bool) -> Sequence[Chosen]:
    """What `--credential` and `--hide-all` say together.

    Raises:
        AppError: USAGE when nothing stands behind an "=", or there is nothing that `--hide-all` is for.
    """
    if hide_all and all("=" in one for one in credentials):
        raise AppError(
            Reason.USAGE, "--hide-all is for credentials without pointers, and each here names what it shows"
        )
    return [_chosen(typed, hide_all=hide_all) for typed in credentials]


def _told(prepared: PreparedShare, made: ShareRecord, kind: str, audience: str | None) -> Iterator[str]:
    """What people should know of a share that was made."""
    if audience is not None and audience != prepared.to:
        yield f"Your signature names the receiver as {plain(audience)}, which is what they compare."
    if prepared.evidence and kind in WITHOUT_EVIDENCE:
        documents_of_issuers = counted(
            len(prepared.evidence), "document of an issuer", "documents of issuers"
        )
        yield f"{documents_of_issuers} did not fit in; a .html or .lershare file carries them."
    if prepared.is_not_valid:
        yield "It is labelled, for everyone who opens it: not valid when it was shared."
    elif prepared.is_unchecked:
        yield (
            "It could not be checked here, and is labelled so: it uses words this program does not know. It is not "
            "shown as valid."
        )
    if prepared.of_other_keys:
        of_others = counted(prepared.of_other_keys, "credential names", "credentials name")
        yield f"{of_others} another key than yours, and its receivers are told so."
    yield " ".join([*_shown_lines(made, prepared.inner_counts), "Once sent, it cannot be taken back."])


def _shown_lines(made: ShareRecord, inner_counts: Sequence[int]) -> Iterator[str]:
    """How much of the credentials is in it; of learner records whether these are there, too."""
    subsets = [subset for one in made.credential_ids if (subset := subset_of(made, one)) is not None]
    yield from map(subset_words, subsets)
    for count in inner_counts:
        inside = counted(count, "credential", "credentials")
        yield f"The whole record goes along, with the {inside} in it and what its issuer says around them."
    if made.hidden:
        yield f"{counted(len(made.hidden), 'part is', 'parts are')} left out."
    elif len(subsets) + len(inner_counts) < len(made.credential_ids):
        yield f"It shows each {'other ' if subsets or inner_counts else ''}credential whole."


def _receiver_key(key_path: str | None, kind: str) -> bytes | None:
    """The receiver's public key, read before anything is asked.

    Raises:
        AppError: USAGE when the file is not to be locked; FILE_MISSING, FILE_NOT_READABLE ...
    """
    if key_path is None:
        return None
    if kind != LOCKED:
        raise AppError(Reason.USAGE, "--for-key goes with a file whose name ends in .lershare")
    return read_file(key_path)


def _chosen(typed: str, *, hide_all: bool) -> Chosen:
    """What `ID[=POINTER,...]` means; a comma before a slash ends a pointer.

    Raises:
        AppError: USAGE when nothing stands behind the "=".
    """
    record_id, equals, pointers = typed.partition("=")
    if not equals:
        return Chosen(record_id, () if hide_all else None)
    if not pointers:
        raise AppError(
            Reason.USAGE, "no pointer behind the =; see what can be chosen with the command disclose"
        )
    return Chosen(record_id, tuple(_BETWEEN_POINTERS.split(pointers)))
