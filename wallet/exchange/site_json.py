"""Forms and JSON objects, as websites that hand out credentials speak them.

Lives here: sending one, and reading an answer strictly. Does not live here: what the members mean.
"""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from wallet.codecs import strict_json
from wallet.credentials.model import JsonObject
from wallet.errors import CodecError, ExchangeError, Reason
from wallet.exchange.http_client import Answer, HttpClient, Question

JSON = "application/json"
_MAX_TEXT = 16_384


def post_form(
    client: HttpClient, url: str, form: Mapping[str, str], headers: Mapping[str, str] | None = None
) -> Answer:
    """What a site says to a form; its answer is JSON when it went well.

    Raises:
        ExchangeError: as `HttpClient.ask`.
    """
    kind = {"Content-Type": "application/x-www-form-urlencoded"}
    body = urlencode(form).encode("ascii")
    return client.ask(Question(url, (JSON,), method="POST", body=body, headers={**kind, **(headers or {})}))


def post_json(
    client: HttpClient, url: str, value: JsonObject, headers: Mapping[str, str] | None = None
) -> Answer:
    """As `post_form`, with a JSON object.

    Raises:
        ExchangeError: as `HttpClient.ask`.
    """
    body = strict_json.dumps(value).encode("utf-8")
    kind = {"Content-Type": JSON}
    return client.ask(Question(url, (JSON,), method="POST", body=body, headers={**kind, **(headers or {})}))


def json_object(answer: Answer) -> JsonObject:
    """The JSON object of an answer.

    Raises:
        ExchangeError: SITE_ANSWER_INVALID.
    """
    try:
        found: Any = strict_json.loads(answer.body)
    except CodecError as error:
        raise ExchangeError(Reason.SITE_ANSWER_INVALID, str(error.reason)) from error
    if not isinstance(found, dict):
        raise ExchangeError(Reason.SITE_ANSWER_INVALID, "no object")
    return found


def error_code(answer: Answer) -> str:
    """The `error` of an answer that says no; "" where it names none. Only to be compared, never to be shown.

    Source: RFC 6749, section 5.2.
    """
    try:
        found = json_object(answer).get("error")
    except ExchangeError:
        return ""
    return found if isinstance(found, str) else ""


def text_member(owner: JsonObject, name: str) -> str:
    """A text that has to be there.

    Raises:
        ExchangeError: SITE_ANSWER_INVALID.
    """
    found = owner.get(name)
    if not isinstance(found, str) or not found or len(found) > _MAX_TEXT or not found.isprintable():
        raise ExchangeError(Reason.SITE_ANSWER_INVALID, name)
    return found


def optional_text(owner: JsonObject, name: str) -> str | None:
    """A text that may be missing.

    Raises:
        ExchangeError: SITE_ANSWER_INVALID when something else is there.
    """
    return text_member(owner, name) if owner.get(name) is not None else None
