"""Access to what a website holds for a learner, for a code that is shown once.

Lives here: the token request and its answer. Does not live here: where the code comes from (`authorization_code`,
`openid4vci`), or keeping access for later.
Source: RFC 6749, sections 4.1.3, 5.1, 5.2 and 6; RFC 6750, section 2.1.
"""

import base64
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from urllib.parse import quote_plus

from wallet.credentials.model import JsonObject
from wallet.errors import ExchangeError, Reason
from wallet.exchange.authorization_code import CodeRequest
from wallet.exchange.http_client import HttpClient
from wallet.exchange.site_json import error_code, json_object, optional_text, post_form, text_member

_MOST_SECONDS = 366 * 24 * 3600
_VISIBLE = re.compile(r"[\x21-\x7e]+")  # what fits into a header


@dataclass(frozen=True, slots=True)
class Access:
    """What a site gave.

    Attributes:
        token: a bearer token; never shown, never logged.
        until: when it ends, where the site said so.
        refresh_token: for new access later, None where the site gives none.
        scope: what it is for; None when it is what was asked for.
        more: the whole answer, for members of other specifications.
    """

    token: str = field(repr=False)
    until: datetime | None = None
    refresh_token: str | None = field(default=None, repr=False)
    scope: str | None = None
    more: JsonObject = field(default_factory=dict, repr=False)

    @property
    def headers(self) -> Mapping[str, str]:
        """What a request that needs access carries."""
        return {"Authorization": f"Bearer {self.token}"}


@dataclass(frozen=True, slots=True)
class ClientSecret:
    """How this program is known to a server where it was registered. Source: RFC 6749, section 2.3.1."""

    client_id: str
    secret: str = field(repr=False)

    @property
    def headers(self) -> Mapping[str, str]:
        """Both in HTTP Basic, each form-encoded first."""
        both = f"{quote_plus(self.client_id)}:{quote_plus(self.secret)}"
        return {"Authorization": f"Basic {base64.b64encode(both.encode('ascii')).decode('ascii')}"}


def access_for_code(
    client: HttpClient,
    endpoint: str,
    request: CodeRequest,
    code: str,
    now: datetime,
    *,
    secret: ClientSecret | None = None,
    more: Mapping[str, str] | None = None,
) -> Access:
    """Changes the code of a sign-in for access.

    Args:
        secret: how this program proves who it is, where it has to; else it only says its name.

    Raises:
        ExchangeError: as `request_access`.

    Source: RFC 6749, section 4.1.3; RFC 7636, section 4.5.
    """
    form = {
        **(more or {}),
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": request.redirect_uri,
        "code_verifier": request.verifier,
    }
    if secret is None:
        form["client_id"] = request.client_id
    return request_access(client, endpoint, form, now, headers=secret.headers if secret else None)


def request_access(
    client: HttpClient,
    endpoint: str,
    form: Mapping[str, str],
    now: datetime,
    *,
    headers: Mapping[str, str] | None = None,
) -> Access:
    """What the token endpoint gives for this form.

    Raises:
        ExchangeError: as `HttpClient.ask`; CODE_REFUSED when the code is used up, over or wrong; ACCESS_REFUSED for any
            other no; SITE_ANSWER_INVALID; ACCESS_KIND_OTHER for a token that has to be bound to a key.
    """
    answer = post_form(client, endpoint, form, headers)
    if not answer.is_good:
        refused = Reason.CODE_REFUSED if error_code(answer) == "invalid_grant" else Reason.ACCESS_REFUSED
        raise ExchangeError(refused, f"status {answer.status}")
    body = json_object(answer)
    if text_member(body, "token_type").lower() != "bearer":
        raise ExchangeError(Reason.ACCESS_KIND_OTHER, "token type")
    token = text_member(body, "access_token")
    if not _VISIBLE.fullmatch(token):
        raise ExchangeError(Reason.SITE_ANSWER_INVALID, "access_token")
    return Access(
        token,
        _end(body, now),
        optional_text(body, "refresh_token"),
        optional_text(body, "scope"),
        body,
    )


def _end(body: JsonObject, now: datetime) -> datetime | None:
    seconds = body.get("expires_in")
    if isinstance(seconds, str) and seconds.isdecimal() and len(seconds) <= len(str(_MOST_SECONDS)):
        seconds = int(seconds)  # some servers write it as text
    if isinstance(seconds, bool) or not isinstance(seconds, int | float) or not 0 < seconds <= _MOST_SECONDS:
        return None
    return now + timedelta(seconds=seconds)
