"""The part of an open file that answers requests, over the use cases of `wallet.app`."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from wallet.app import browse, part_names, share_request
from wallet.app.container import Services
from wallet.app.share import PreparedShare as BuiltShare
from wallet.app.unlock import Vault
from wallet.credentials.json_pointer import format_pointer
from wallet.ui.languages import spoken
from wallet.ui.request_ports import Answer, AskedCredential, AskedShare, Fitting
from wallet.ui.share_ports import ShareDraft


class VaultRequests:
    """`RequestWallet` over one vault; every call on the thread that opened it."""

    def __init__(self, vault: Vault, services: Services) -> None:
        self._vault = vault
        self._services = services

    def asked(self, text: str) -> AskedShare:
        """Who asks for what, and what fits."""
        request = share_request.read_request(text.encode("utf-8", "replace"), self._services.clock.now())
        found = share_request.find_matches(self._vault, request)
        older = share_request.count_older(self._vault, request)
        return AskedShare(
            request.verifier,
            request.host or "",
            request.purpose or "",
            request.until,
            [self._asked(*each) for each in zip(request.wanted, found, older, strict=True)],
            len(request.wanted) == 1 and request.wanted[0].format is not share_request.WantedFormat.SD_JWT,
            request,
        )

    def _asked(
        self, wanted: share_request.Wanted, matches: Sequence[share_request.Match], older: int
    ) -> AskedCredential:
        # the window answers with one presentation, which has nothing beside it
        fitting = [match for match in matches if not match.is_beside]
        return AskedCredential(
            [" + ".join(group) for group in wanted.types],
            [_name(claim) for claim in wanted.claims if claim.required],
            wanted.reason or "",
            wanted.required,
            [self._fitting(match) for match in fitting],
            len(matches) - len(fitting),
            older,
        )

    def _fitting(self, match: share_request.Match) -> Fitting:
        issuer = browse.details(self._vault, match.record_id).credential.issuer
        shown = None if match.pointers is None else _part_names(match.pointers)
        wishes = [(one, part_names.part_name(one, spoken())) for one in match.wishes]
        return Fitting(match.record_id, match.title, issuer.name or issuer.id, shown, wishes, match)

    def _built_answer(self, draft: ShareDraft, answer: Answer) -> tuple[BuiltShare, bytes]:
        """The share that is recorded, and the bytes of the answer."""
        request = answer.asked.token
        if not isinstance(request, share_request.ShareRequest):
            raise TypeError("a request that this wallet did not read")
        places = range(len(answer.asked.asked))
        return share_request.prepare_answer(
            self._vault,
            request,
            [_chosen(answer, place) for place in places],
            to=draft.to,
            purpose=draft.purpose,
            until=draft.until,
            services=self._services,
            with_qr=answer.asked.as_code,
        )


def _chosen(answer: Answer, place: int) -> share_request.Match | None:
    fitting = answer.chosen.get(place)
    if fitting is None:
        return None
    match = fitting.token
    if not isinstance(match, share_request.Match):
        raise TypeError("a credential that this wallet did not offer")
    if match.pointers is None:
        return match
    return replace(match, pointers=[*match.pointers, *answer.wishes.get(place, ())])


def _part_names(pointers: Sequence[str]) -> Sequence[str]:
    """Words for parts; several entries of one list are said once."""
    lists = Counter(parent for parent, _, last in (one.rpartition("/") for one in pointers) if last.isdigit())
    named = [parent if lists[parent := one.rpartition("/")[0]] > 1 else one for one in pointers]
    return list(dict.fromkeys(part_names.part_name(one, spoken()) for one in named))


def _name(claim: share_request.WantedClaim) -> str:
    """Words for what a request names; every entry of a list is the list."""
    pointer = format_pointer([step for step in claim.path if step is not None])
    return part_names.part_name(pointer, spoken())
