"""The part of the walk for pictures (`screens`) that answers requests: a good one, an old one, one for another."""

import json

from wallet.ui.pages.request_sheet import RequestSheet
from wallet.ui.pages.share.answer_sheet import AnswerSheet
from wallet.ui.pages.share.steps_sheet import DONE, HOW, WHAT
from wallet.ui.places import CREDENTIALS
from wallet.ui.screen_steps import WalkSteps
from wallet.ui.screens_sites import walk_sites

_OB3 = "https://purl.imsglobal.org/spec/vc/ob/vocab.html#OpenBadgeCredential"
_NAME = "Welding I: Shielded Metal Arc"
_WELDING = {
    "id": "welding",
    "format": "ldp_vc",
    "meta": {"type_values": [[_OB3]]},
    "claims": [
        {
            "id": "name",
            "path": ["credentialSubject", "achievement", "name"],
            "values": [_NAME],
        },
        {"id": "result", "path": ["credentialSubject", "result", 0, "value"]},
        {"id": "skills", "path": ["credentialSubject", "achievement", "alignment"]},
    ],
    "claim_sets": [["name", "result", "skills"], ["name", "result"]],
}
_PLACEMENT = {
    "id": "placement",
    "format": "dc+sd-jwt",
    "meta": {"vct_values": ["https://countycareers.example/credentials/placement"]},
    "claims": [{"path": ["skills", None]}],
    "require_cryptographic_holder_binding": False,
}


def _request(**changes: object) -> str:
    made: dict[str, object] = {
        "response_type": "vp_token",
        "response_mode": "direct_post",
        "client_id": "redirect_uri:https://jobs.example/answers",
        "response_uri": "https://jobs.example/answers",
        "nonce": "n-7Qd2kVxX",
        "purpose": "Summer job in the boat yard",
        "dcql_query": {
            "credentials": [_WELDING, _PLACEMENT],
            "credential_sets": [{"options": [["welding"]]}, {"options": [["placement"]], "required": False}],
        },
    }
    return json.dumps(made | changes)


def walk_requests(walk: WalkSteps) -> None:
    """From taking a request to its answer, then what cannot be answered; and badges from a site."""
    shell = walk.shell()
    sheet = shell.requests.open()
    walk.shot("request")
    sheet.take_text(_request(exp=1_700_000_000))
    walk.settle()
    walk.shot("request-ended")
    _answer(walk, sheet)
    another = {**_PLACEMENT, "claims": [{"path": ["birthdate"], "values": ["1900-01-01"]}]}
    walk.shell().requests.open(_request(dcql_query={"credentials": [another]}))
    walk.settle()
    walk.shot("request-nothing-fits")
    walk.shell().show_place(CREDENTIALS)
    walk_sites(walk)


def _answer(walk: WalkSteps, taken: RequestSheet) -> None:
    taken.take_text(_request())
    walk.settle()
    sheet = walk.shell().sheet
    assert isinstance(sheet, AnswerSheet)
    walk.shot("request-who-asks")
    sheet.next.click()
    walk.settle()
    assert sheet.steps.index == WHAT
    walk.shot("request-what")
    sheet.what.choices[1].tiles[0].click()
    walk.settle(400)
    walk.shot("request-what-more")
    sheet.next.click()
    walk.settle()
    assert sheet.steps.index == HOW
    walk.shot("request-how")
    sheet.next.click()
    walk.settle()
    assert sheet.steps.index == DONE
    walk.shot("request-answered")
    sheet.next.click()
