"""`ler-wallet request show` and `share --request`: what a receiver asks for, and the answer to it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from wallet.app.consents import find_consent
from wallet.app.inputs import read_file
from wallet.app.output import refuse_existing
from wallet.app.share import kind_of, send
from wallet.app.share_forms import LOCKED
from wallet.app.share_request import (
    Match,
    ShareRequest,
    Wanted,
    answer,
    count_older,
    find_matches,
    prepare_answer,
    read_request,
    send_answer,
)
from wallet.app.times import parse_until
from wallet.cli import console, exit_codes
from wallet.cli.guardian import consent_of
from wallet.cli.opening import opened
from wallet.cli.render import counted, plain
from wallet.cli.services import services_of
from wallet.cli.share import refuse_names
from wallet.cli.shares import share_object
from wallet.cli.times import time_text
from wallet.errors import AppError, Reason

_ANSWER = ".json"


def show(*, path: str, vault_path: str | None, descriptor: int | None, at: str | None, as_json: bool) -> int:
    """Who asks for what; with a vault, what in it fits."""
    request = read_request(read_file(path), services_of(at, None).clock.now())
    matches: Sequence[Sequence[Match]] | None = None
    older: Sequence[int] = [0] * len(request.wanted)
    if vault_path is not None:
        with opened(vault_path, descriptor) as vault:
            matches, older = find_matches(vault, request), count_older(vault, request)
    if as_json:
        console.result_object(_object(request, matches, older))
    else:
        console.result("\n".join(_lines(request, matches, older)))
    return exit_codes.DONE


def answer_request(
    *,
    request_path: str,
    credentials: Sequence[str],
    to: str | None,
    purpose: str | None,
    until: str | None,
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
    """Builds, records and writes the answer to one request."""
    if (
        hide_all
        or not_valid
        or audience is not None
        or nonce is not None
        or any("=" in one for one in credentials)
    ):
        raise AppError(
            Reason.USAGE, "what is shown, the receiver's address and the nonce follow from --request"
        )
    services = services_of(at, documents)
    out = Path(out_path)
    kind = kind_of(out)
    if kind == LOCKED or key_path is not None:
        raise AppError(Reason.USAGE, "an answer to a request is not locked")
    end = parse_until(until) if until is not None else None
    refuse_existing(out)
    request = read_request(read_file(request_path), services.clock.now())
    what_for = purpose or request.purpose or ""
    if not what_for.strip():
        raise AppError(Reason.USAGE, "the request does not say what it is for; say so with --purpose")
    refuse_names(request.verifier if to is None else to, what_for)
    if kind != _ANSWER and len(request.wanted) > 1:
        raise AppError(Reason.USAGE, "an answer in several parts is a .json file")
    with opened(vault_path, descriptor) as vault:
        chosen = answer(request, find_matches(vault, request), credentials)
        share, content = prepare_answer(
            vault,
            request,
            chosen,
            to=to or request.verifier,
            purpose=what_for,
            until=end,
            services=services,
            page_url=page_url,
            as_share=kind != _ANSWER,
        )
        share = replace(
            share,
            consent=consent_of(
                vault, guardian, relation, descriptor, may_pass_on=may_pass_on, signed_form=signed_form
            ),
        )
        if kind == _ANSWER:
            made = send_answer(vault, share, content, out, services)
        else:
            made = send(vault, share, out, services)
        consent = find_consent(vault, made)
    if as_json:
        console.result_object(share_object(made, consent))
    else:
        console.result(f"Answered {plain(request.verifier)} in {plain(out_path)}, recorded as {made.id}.")
        console.say("Who asks is only what the request says. Once sent, the answer cannot be taken back.")
    return exit_codes.DONE


def _object(
    request: ShareRequest, matches: Sequence[Sequence[Match]] | None, older: Sequence[int]
) -> Mapping[str, Any]:
    """The same for programs."""
    return {
        "protocol": str(request.protocol),
        "verifier": request.verifier,
        "host": request.host,
        "purpose": request.purpose,
        "until": None if request.until is None else time_text(request.until),
        "wanted": [
            {
                "id": wanted.id,
                "format": str(wanted.format),
                "types": [list(group) for group in wanted.types],
                "claims": [list(claim.path) for claim in wanted.claims if claim.required],
                "wishes": [list(claim.path) for claim in wanted.claims if not claim.required],
                "required": wanted.required,
                "reason": wanted.reason,
                "matches": None if matches is None else [_match_object(each) for each in matches[place]],
                # Open Badges 1 and 2 that do not fit because of what they are
                **({"older_badges_left_aside": older[place]} if older[place] else {}),
            }
            for place, wanted in enumerate(request.wanted)
        ],
    }


def _match_object(match: Match) -> Mapping[str, Any]:
    shown = None if match.pointers is None else list(match.pointers)
    beside = {"not_as": [_ANSWER], "reason": str(Reason.NOT_FOR_PRESENTATION)} if match.is_beside else {}
    return {"id": match.record_id, "name": match.title, "pointers": shown, **beside}


def _lines(
    request: ShareRequest, matches: Sequence[Sequence[Match]] | None, older: Sequence[int]
) -> Iterator[str]:
    yield f"Asked by: {plain(request.verifier)} (this is what the request says; nobody signed for it)"
    yield f"Purpose: {'not said' if request.purpose is None else plain(request.purpose, 500)}"
    if request.until is not None:
        yield f"Until: {time_text(request.until)}"
    for place, wanted in enumerate(request.wanted):
        yield f"{'Wanted' if wanted.required else 'Would like'}: {_wanted_text(wanted)}"
        if wanted.reason is not None and wanted.reason != request.purpose:
            yield f"  Why: {plain(wanted.reason, 500)}"
        for claim in wanted.claims:
            must = "It must show" if claim.required else "They would like"
            yield f"  {must}: {plain(_path_text(claim.path))}"
        for match in () if matches is None else matches[place]:
            yield f"  You have: {match.record_id}  {plain(match.title, 60)}: {_shown_text(match)}"
        if matches is not None and matches[place] and not wanted.required:
            yield "  It is left out unless you name it with --credential."
        if matches is not None and not matches[place]:
            yield "  You have nothing that fits."
        if older[place]:
            badges = counted(older[place], "older badge does", "older badges do")
            yield f"  {badges} not fit: Open Badges 1 and 2 are not of the kind that this asks for."


def _wanted_text(wanted: Wanted) -> str:
    groups = [" + ".join(plain(one, 100) for one in group) for group in wanted.types]
    return " or ".join(groups) or "any credential"


def _path_text(path: Sequence[str | int | None]) -> str:
    return " > ".join("each" if step is None else str(step) for step in path)


def _shown_text(match: Match) -> str:
    if match.is_beside:
        return "would be shown whole; an older badge, so not in a .json answer, but as .html, .zip, .pdf or a link"
    if match.pointers is None:
        return "would be shown whole"
    return f"would show {len(match.pointers)} of its parts besides what is always shown"
