"""Lists of known issuers: each format read, every change noticed, dates kept, and what a list does to a verdict."""

import json
from collections.abc import Sequence
from typing import Any

import pytest

from tests import identities, issuing, lists
from tests.identities import Json
from tests.issuing import NOW
from wallet.codecs import base64url
from wallet.errors import Reason, VerificationError
from wallet.verification.report import Check, CheckName, Outcome, Verdict, VerificationReport
from wallet.verification.trust_lists.reader import read_trust_list
from wallet.verification.trust_lists.trust_list import TrustList, newest_editions

ISSUER = identities.did_key("issuer")
NAME = "Makers' Guild"
GOOD = lists.entry(ISSUER.id, NAME)


def read(document: Any) -> TrustList:
    return read_trust_list(json.dumps(document).encode(), "a file")


def refusal(document: Any) -> str:
    with pytest.raises(VerificationError) as caught:
        read(document)
    assert caught.value.reason is Reason.TRUST_LIST_INVALID
    return caught.value.detail


def verify(*trust: TrustList, **changes: Any) -> VerificationReport:
    return issuing.verify(issuing.good(ISSUER, **changes), trust=trust)


def trust_check(report: VerificationReport) -> Check:
    return report.check(CheckName.ISSUER_TRUST)


def profile(name: str | None) -> Json:
    return issuing.without_none({"id": ISSUER.id, "type": ["Profile"], "name": name})


# ---------------------------------------------------------------- the signed file


def test_a_signed_list_makes_a_good_badge_verified_and_is_named() -> None:
    report = verify(read(lists.signed_list(GOOD)))
    assert (report.verdict, report.reason) == (Verdict.VERIFIED, None)
    publisher = f"did:key:{lists.PUBLISHER.multikey}"
    assert trust_check(report).detail == f"District list ({publisher}, 2026-09-01)"


def test_every_list_that_knows_the_issuer_is_named() -> None:
    others = [read(lists.signed_list(GOOD, name="State list")), read(lists.registry(**{ISSUER.id: NAME}))]
    strangers = read(lists.signed_list(lists.entry("did:web:other.example", "Other")))
    detail = trust_check(verify(strangers, *others)).detail
    assert detail.startswith("State list (did:key:")
    assert detail.endswith("; a file (not signed, 2026-10-27)")


def change_paths(document: Any, path: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    if isinstance(document, dict):
        return [found for name, value in document.items() for found in change_paths(value, (*path, name))]
    if isinstance(document, list):
        return [
            found for place, value in enumerate(document) for found in change_paths(value, (*path, place))
        ]
    return [path]


SIGNED = lists.signed_list(lists.entry(ISSUER.id, NAME, until="2027-01-01T00:00:00Z"))


@pytest.mark.parametrize("path", change_paths(SIGNED), ids=str)
def test_no_value_of_a_signed_list_can_be_changed(path: tuple[Any, ...]) -> None:
    changed = json.loads(json.dumps(SIGNED))
    owner = changed
    for step in path[:-1]:
        owner = owner[step]
    value = owner[path[-1]]
    owner[path[-1]] = value + 1 if isinstance(value, int) else f"{value}x"
    assert refusal(changed)
    owner[path[-1]] = value
    assert read(changed).issuers


def test_nothing_can_be_added_to_a_signed_list_or_taken_away() -> None:
    more = lists.entry("did:web:attacker.example", "Attacker")
    assert refusal({**SIGNED, "issuers": [*SIGNED["issuers"], more]}) == "signature"
    assert refusal({**SIGNED, "issuers": []}) == "signature"
    assert refusal({**SIGNED, "note": "hello"}) == "signature"
    assert refusal({name: value for name, value in SIGNED.items() if name != "signature"}) == "signature"


def test_the_order_of_members_and_white_space_do_not_matter() -> None:
    reordered = dict(reversed(SIGNED.items()))
    assert read_trust_list(json.dumps(reordered, indent=4).encode(), "x") == read(SIGNED)


def test_the_signature_of_another_publisher_does_not_count() -> None:
    other = identities.did_key("somebody else")
    assert refusal({**SIGNED, "publisher": other.id}) in ("signature", "signature header")
    assert refusal({**SIGNED, "publisher": "did:web:district.example"}) == "publisher"
    assert refusal({**SIGNED, "publisher": "did:key:z6Mk"}) == "publisher"


@pytest.mark.parametrize(
    "header", [{"alg": "none"}, {"alg": "HS256"}, {"alg": "EdDSA", "crit": ["b64"], "b64": False}]
)
def test_tricks_with_the_header_of_the_signature(header: Json) -> None:
    signature = SIGNED["signature"].partition("..")[2]
    tricked = f"{base64url.encode(json.dumps(header).encode())}..{signature}"
    assert refusal({**SIGNED, "signature": tricked})
    assert refusal({**SIGNED, "signature": SIGNED["signature"].partition("..")[0] + ".."}) == "signature"


@pytest.mark.parametrize(
    ("changes", "detail"),
    [
        ({"name": ""}, "name"),
        ({"sequence": -1}, "sequence"),
        ({"sequence": 1.5}, "sequence"),
        ({"sequence": True}, "sequence"),
        ({"valid_until": "2020-01-01T00:00:00Z"}, "valid_until"),
        ({"valid_until": "next summer"}, "valid_until"),
        ({"valid_from": None}, "valid_from"),
        ({"issuers": {}}, "issuers"),
        ({"issuers": [GOOD, GOOD]}, "issuers: the same id twice"),
        ({"issuers": ["did:web:school.example"]}, "issuers"),
        ({"issuers": [{"id": "did:web:school.example"}]}, "names"),
        ({"issuers": [lists.entry("", "School")]}, "id"),
        ({"issuers": [lists.entry("did:web:school.example", "School", until="soon")]}, "until"),
        ({"format": 2}, "format"),
    ],
    ids=str,
)
def test_a_list_that_breaks_the_rules_is_refused_though_it_is_signed(changes: Json, detail: str) -> None:
    assert refusal(lists.signed_list(GOOD, **changes)) == detail


@pytest.mark.parametrize(
    "document",
    [{}, {"type": "IssuerTrustList"}, [], "text", 3, None, {"documents": {}}, {"registry": []}],
    ids=str,
)
def test_what_is_no_list_is_refused(document: Any) -> None:
    assert refusal(document)


def test_what_is_no_json_is_refused_with_the_reason() -> None:
    with pytest.raises(VerificationError) as caught:
        read_trust_list(b'{"type": "IssuerTrustList", "type": "x"}', "a file")
    assert caught.value.detail == "json_duplicate_key"


# ---------------------------------------------------------------- dates and editions


@pytest.mark.parametrize(
    ("dates", "counts"),
    [
        ({}, True),
        ({"from": "2026-11-23T12:00:00Z"}, True),
        ({"until": "2026-11-23T12:00:00Z"}, True),
        ({"from": "2026-11-23T12:00:01Z"}, False),
        ({"until": "2026-11-23T11:59:59Z"}, False),
    ],
    ids=str,
)
def test_an_entry_outside_its_dates_does_not_count(dates: Json, counts: bool) -> None:
    report = verify(read(lists.signed_list(lists.entry(ISSUER.id, NAME, **dates))))
    expected = (Verdict.VERIFIED, None) if counts else (Verdict.CHECK, Reason.TRUST_LIST_NOT_CURRENT)
    assert (report.verdict, report.reason) == expected


@pytest.mark.parametrize(
    "dates",
    [
        {"valid_until": "2026-11-23T11:59:59Z"},
        {"valid_from": "2026-11-23T12:00:01Z"},
    ],
    ids=str,
)
def test_a_list_outside_its_dates_does_not_count_and_is_named(dates: Json) -> None:
    report = verify(read(lists.signed_list(GOOD, **dates)))
    assert (report.verdict, report.reason) == (Verdict.CHECK, Reason.TRUST_LIST_NOT_CURRENT)
    assert trust_check(report).detail.startswith("District list (")
    silent = verify(read(lists.signed_list(**dates)))
    assert silent.reason is Reason.TRUST_LIST_NOT_CURRENT, (
        "an ended list cannot say that an issuer is on none"
    )


def test_one_list_in_force_is_enough() -> None:
    ended = read(lists.signed_list(GOOD, name="Old list", valid_until="2026-10-01T00:00:00Z"))
    report = verify(ended, read(lists.signed_list(GOOD)))
    assert report.verdict is Verdict.VERIFIED
    assert "Old list" not in trust_check(report).detail


def test_an_old_edition_cannot_undo_a_newer_one() -> None:
    old, new = read(lists.signed_list(GOOD, sequence=1)), read(lists.signed_list(sequence=2))
    other = read(lists.signed_list(GOOD, name="Another list", sequence=1))
    unsigned = read(lists.registry(**{ISSUER.id: NAME}))
    assert newest_editions([old, new, other, unsigned, new]) == (new, other, unsigned)


# ---------------------------------------------------------------- what the list says about the name


@pytest.mark.parametrize("name", ["Makers' Guild", "makers guild", "MAKERS\u2019 GUILD", None])
def test_the_name_on_the_list_is_the_name_on_the_badge(name: str | None) -> None:
    report = verify(read(lists.signed_list(GOOD)), issuer=profile(name))
    assert (report.verdict, trust_check(report).reason) == (Verdict.VERIFIED, None)


def test_a_listed_issuer_under_another_name_needs_a_person() -> None:
    report = verify(read(lists.signed_list(GOOD)), issuer=profile("State University"))
    assert (report.verdict, report.reason) == (Verdict.CHECK, Reason.ISSUER_NAME_DIFFERS)
    assert trust_check(report).outcome is Outcome.PASSED
    assert trust_check(report).detail.endswith(": Makers' Guild")


def test_a_listed_issuer_cannot_take_the_name_of_another_listed_one() -> None:
    trust = read(lists.signed_list(GOOD, lists.entry("did:web:state.example", "State University")))
    report = verify(trust, issuer=profile("State University"))
    assert (report.verdict, report.reason) == (Verdict.CHECK, Reason.LOOK_ALIKE_NAME)
    assert "did:web:state.example is listed under this name" in trust_check(report).detail


@pytest.mark.parametrize(
    "name",
    [
        "State University",
        "\u0405t\u0430te University",
        "State Univers1ty",
        "State Un\u0456versity",
        "State University\u200b",
        "\u202eytisrevinU etatS",
        "STATE  UNIVERSITY.",
        "State U\u0308niversity",
    ],
)
def test_the_name_of_a_listed_issuer_under_an_unlisted_id(name: str) -> None:
    trust = read(lists.signed_list(lists.entry("did:web:state.example", "State University")))
    report = verify(trust, issuer=profile(name))
    assert (report.verdict, report.reason) == (Verdict.CHECK, Reason.LOOK_ALIKE_NAME)
    assert trust_check(report).outcome is Outcome.UNKNOWN


def test_a_list_may_vouch_for_a_name_that_looks_odd() -> None:
    odd = "\u0405tate University"
    report = verify(read(lists.signed_list(lists.entry(ISSUER.id, odd))), issuer=profile(odd))
    assert report.verdict is Verdict.VERIFIED


def test_an_odd_name_is_pointed_out_without_any_list() -> None:
    assert verify(issuer=profile("M\u0430kers Guild")).reason is Reason.LOOK_ALIKE_NAME
    assert verify(issuer=profile("Makers Guild")).reason is Reason.NO_TRUST_LIST


def test_an_unknown_issuer_is_never_a_failure() -> None:
    report = verify(read(lists.signed_list(lists.entry("did:web:state.example", "State University"))))
    assert (report.verdict, report.reason) == (Verdict.CHECK, Reason.ISSUER_ON_NO_LIST)
    assert trust_check(report).detail.startswith("District list (")


# ---------------------------------------------------------------- registry files and federations


def test_a_registry_file() -> None:
    assert verify(read(lists.registry(**{ISSUER.id: NAME}))).verdict is Verdict.VERIFIED
    assert verify(read(lists.registry())).reason is Reason.ISSUER_ON_NO_LIST
    assert refusal({"registry": {ISSUER.id: {"location": "nowhere"}}}) == "name"
    assert refusal({"registry": {ISSUER.id: NAME}}) == "registry"


def test_a_registry_without_a_date_has_none() -> None:
    document = lists.registry(**{ISSUER.id: NAME}) | {"meta": {"updated": "2020-12-02T02:32:16+0000"}}
    assert read(document).name == "a file (not signed)"


def test_a_federation_chain() -> None:
    chain = lists.chain(lists.statement(ISSUER.id, NAME))
    report = verify(read(chain))
    assert report.verdict is Verdict.VERIFIED
    assert trust_check(report).detail == "Example Registry (https://registry.example, 2026-11-23)"
    late = issuing.verify(issuing.good(ISSUER), at=lists.moment("2026-11-24T00:00:01Z"), trust=[read(chain)])
    assert late.reason is Reason.TRUST_LIST_NOT_CURRENT


def test_an_issuers_own_statement_may_stand_in_the_chain() -> None:
    issuer = identities.did_key("issuer", "P-256")
    own = lists.statement(issuer.id, "Anything I like", signer=issuer)
    chain = lists.chain(own, lists.statement(issuer.id, NAME))
    assert [entry.names for entry in read(chain).issuers] == [(NAME,)]


def test_a_statement_without_a_name_lists_nobody() -> None:
    assert read(lists.chain(lists.statement(ISSUER.id))).issuers == ()


OTHER = identities.Identity("https://registry.example", "anchor-key", identities.key("attacker", "P-256"))
INTERMEDIATE = identities.Identity("https://between.example", "key", identities.key("between", "P-256"))


def keys_of(one: identities.Identity) -> Any:
    return {"keys": [{**one.key.jwk, "kid": one.method}]}


def about(one: identities.Identity, name: str | None = None, **more: Any) -> str:
    """A statement about an intermediate, which gives its keys."""
    return lists.statement(one.id, name, **({"jwks": keys_of(one)} | more))


def levels(count: int) -> Sequence[str]:
    """A chain with this many statements between the anchor and the issuer."""
    between = [
        identities.Identity(f"https://between{number}.example", "key", identities.key(f"b{number}", "P-256"))
        for number in range(count - 1)
    ]
    signers = [lists.ANCHOR, *between]
    statements = [about(one, signer=signer) for signer, one in zip(signers, between, strict=False)]
    return lists.chain(lists.statement(ISSUER.id, NAME, signer=signers[-1]), *reversed(statements))


@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_a_chain_over_several_levels(count: int) -> None:
    found = read(levels(count))
    assert [(one.id, one.names) for one in found.issuers] == [(ISSUER.id, (NAME,))]
    report = verify(found)
    assert report.verdict is Verdict.VERIFIED
    assert trust_check(report).detail == "Example Registry (https://registry.example, 2026-11-23)"


def test_a_chain_of_too_many_levels_is_refused() -> None:
    assert refusal(levels(5)) == "a statement of an intermediate"


def test_the_shortest_time_of_a_chain_counts() -> None:
    soon = issuing.seconds("2026-11-23T06:00:00Z")
    chain = lists.chain(lists.statement(ISSUER.id, NAME, signer=INTERMEDIATE), about(INTERMEDIATE, exp=soon))
    (issuer,) = read(chain).issuers
    assert issuer.until == lists.moment("2026-11-23T06:00:00Z")
    assert verify(read(chain)).verdict is not Verdict.VERIFIED


def test_an_intermediate_with_a_name_is_vouched_for_like_every_other() -> None:
    chain = lists.chain(
        lists.statement(ISSUER.id, NAME, signer=INTERMEDIATE), about(INTERMEDIATE, "District")
    )
    assert {one.id: one.names for one in read(chain).issuers} == {
        INTERMEDIATE.id: ("District",),
        ISSUER.id: (NAME,),
    }


@pytest.mark.parametrize(
    ("chain", "detail"),
    [
        # the keys that count are those the anchor states, not those the intermediate states of itself
        (
            lists.chain(
                lists.statement(ISSUER.id, NAME, signer=INTERMEDIATE), about(INTERMEDIATE, jwks=None)
            ),
            "jwks",
        ),
        (
            lists.chain(
                lists.statement(ISSUER.id, NAME, signer=INTERMEDIATE),
                about(INTERMEDIATE, jwks=keys_of(OTHER) | {"keys": [OTHER.key.jwk | {"kid": "key"}]}),
            ),
            "signature",
        ),
        (
            lists.chain(
                lists.statement(ISSUER.id, NAME, signer=INTERMEDIATE),
                about(INTERMEDIATE, signer=OTHER),
            ),
            "signature",
        ),
        (
            lists.chain(
                about(INTERMEDIATE),
                about(INTERMEDIATE, signer=INTERMEDIATE, sub="https://second.example"),
                lists.statement(
                    INTERMEDIATE.id,
                    signer=identities.Identity("https://second.example", "key", INTERMEDIATE.key),
                ),
            ),
            "a chain that leads back to itself",
        ),
        (
            lists.chain(lists.statement(lists.ANCHOR.id, NAME, signer=INTERMEDIATE), about(INTERMEDIATE)),
            "a chain that leads back to itself",
        ),
        (
            lists.chain(
                lists.statement(ISSUER.id, NAME, signer=INTERMEDIATE),
                about(INTERMEDIATE, constraints={"max_path_length": 0}),
            ),
            "constraints",
        ),
        (
            lists.chain(
                lists.statement(ISSUER.id, NAME, signer=INTERMEDIATE),
                about(
                    INTERMEDIATE,
                    metadata_policy={"federation_entity": {"organization_name": {"value": "Other"}}},
                ),
            ),
            "metadata_policy",
        ),
    ],
)
def test_a_chain_over_several_levels_that_does_not_hold_is_refused(chain: Sequence[Any], detail: str) -> None:
    assert refusal(chain) == detail


def test_a_policy_for_other_things_than_names_changes_nothing_here() -> None:
    policy = {"openid_relying_party": {"contacts": {"add": ["a@b.example"]}}}
    assert len(read(lists.chain(lists.statement(ISSUER.id, NAME, metadata_policy=policy))).issuers) == 1


@pytest.mark.parametrize(
    ("chain", "detail"),
    [
        ([lists.statement(ISSUER.id, NAME)], "the last statement is not a trust anchor's about itself"),
        (lists.chain(lists.statement(ISSUER.id, NAME, signer=OTHER)), "signature"),
        (
            lists.chain(lists.statement(ISSUER.id, NAME, signer=INTERMEDIATE)),
            "a statement of an intermediate",
        ),
        (lists.chain(lists.statement(ISSUER.id, NAME, header={"kid": "gone"})), "kid"),
        (lists.chain(lists.statement(ISSUER.id, NAME, header={"typ": "JWT"})), "typ"),
        (lists.chain(lists.statement(ISSUER.id, NAME, header={"crit": ["exp"]})), "signature"),
        (lists.chain(lists.statement(ISSUER.id, NAME, header={"alg": "none"})), "signature"),
        (lists.chain(lists.statement(ISSUER.id, NAME, constraints={"max_path_length": 0})), "constraints"),
        (lists.chain(lists.statement(ISSUER.id, NAME, crit=["x"])), "crit"),
        (lists.chain(lists.statement(ISSUER.id, NAME, exp=None)), "iat or exp"),
        (lists.chain(lists.statement(ISSUER.id, NAME, exp=1e300)), "iat or exp"),
        (lists.chain(lists.statement(ISSUER.id, NAME, sub=None)), "sub"),
        (lists.chain(anchor=lists.anchor_statement(jwks=None)), "jwks"),
        (
            lists.chain(
                anchor=lists.anchor_statement(jwks={"keys": [OTHER.key.jwk | {"kid": "anchor-key"}]})
            ),
            "signature",
        ),
        (["not a token"], "entity statement"),
        ([7], "entity statement"),
    ],
)
def test_a_chain_that_does_not_hold_is_refused(chain: Sequence[Any], detail: str) -> None:
    assert refusal(chain) == detail


def test_now_is_inside_the_dates_of_these_lists() -> None:
    assert read(SIGNED).is_in_force(NOW)
