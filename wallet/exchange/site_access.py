"""Asking a badge site with the access a person gave: renewed when it is over, patient where the site asks for that.

Lives here: requests that carry a token, and what a refusal of one means. Does not live here: getting the first token
(`oauth_token`), or what is asked for (`badge_site_reading`).

Source: RFC 6749, section 6, and RFC 6750, section 3.1 (renewing, refusals); Open Badges 3.0, section 6.5 (Retry-After).
Where a site does not say how long to wait, the specification has programs try again after half an hour; here somebody
sits in front of it, so it is they who try again.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta

from wallet.errors import ExchangeError, Reason, SiteBusyError
from wallet.exchange.badge_site import BadgeSite
from wallet.exchange.client_registration import RegisteredClient
from wallet.exchange.http_client import Answer, HttpClient, Question
from wallet.exchange.oauth_token import Access, request_access
from wallet.exchange.site_json import error_code, post_form
from wallet.verification.sources import Clock

LONGEST_WAIT = 20
"""A site that asks for more seconds is left alone, and the person is told when to come back."""
MOST_ATTEMPTS = 3
_BREAK = 1
_EARLY = timedelta(seconds=10)
_UNAUTHORIZED, _FORBIDDEN = 401, 403
_BUSY = frozenset({429, 503})
_OUT_OF_REACH = frozenset({Reason.SITE_UNREACHABLE, Reason.SITE_TOO_SLOW})
_REFUSED = frozenset({Reason.CODE_REFUSED, Reason.ACCESS_REFUSED})
_SECONDS = re.compile(r"[0-9]{1,7}", re.ASCII)
_VISIBLE = re.compile(r"[\x21-\x7e]+")


@dataclass(frozen=True, slots=True)
class Pace:
    """How somebody's time is spent.

    Attributes:
        wait: lets so many seconds pass; may end early.
        is_stopped: whether the person wants no more of this.
    """

    wait: Callable[[float], object]
    is_stopped: Callable[[], bool] = field(default=lambda: False)


class SiteAccess:
    """One person's access to one site.

    Attributes:
        site, known_as: the site, and what it calls this program.
        access: the token and its end; another one after it was renewed.
    """

    def __init__(
        self,
        client: HttpClient,
        site: BadgeSite,
        known_as: RegisteredClient,
        access: Access,
        *,
        clock: Clock,
        pace: Pace,
    ) -> None:
        """Asks nobody yet.

        Raises:
            ExchangeError: SITE_ANSWER_INVALID for a token that fits into no request.
        """
        self.site = site
        self.known_as = known_as
        self.access = _usable(access)
        self._client = client
        self._clock = clock
        self._pace = pace

    def ask(self, question: Question) -> Answer:
        """The answer to a question, asked with access; any status that is not a refusal.

        Raises:
            ExchangeError: ACCESS_ENDED, SCOPE_NOT_GRANTED, INTERRUPTED; as `HttpClient.ask`.
            SiteBusyError: the site wants to be left alone for longer than somebody waits.
        """
        if self.access.until is not None and self._clock.now() + _EARLY >= self.access.until:
            self._renew()
        answer = self._patiently(question)
        if answer.status == _UNAUTHORIZED and self.access.refresh_token is not None:
            self._renew()
            answer = self._patiently(question)
        if answer.status == _FORBIDDEN or (answer.status == _UNAUTHORIZED and _is_about_scope(answer)):
            raise ExchangeError(Reason.SCOPE_NOT_GRANTED, f"status {answer.status}")
        if answer.status == _UNAUTHORIZED:
            raise ExchangeError(Reason.ACCESS_ENDED, "token refused")
        return answer

    def give_back(self) -> bool:
        """Tells the site that its tokens are not wanted any more; whether it has a place for that and agreed.

        Raises:
            ExchangeError: as `HttpClient.ask`.

        Source: RFC 7009, section 2.1.
        """
        if self.site.revocation_url is None:
            return False
        kept = self.access.refresh_token
        form = {
            "token": kept or self.access.token,
            "token_type_hint": "refresh_token" if kept else "access_token",
        }
        return post_form(self._client, self.site.revocation_url, *self._as_client(form)).is_good

    def _patiently(self, question: Question) -> Answer:
        """The answer, after the breaks a site asks for and a few more attempts at one that is out of reach."""
        for attempt in range(1, MOST_ATTEMPTS + 1):
            if self._pace.is_stopped():
                raise ExchangeError(Reason.INTERRUPTED)
            headers = {**question.headers, **self.access.headers}
            try:
                answer = self._client.ask(replace(question, headers=headers))
            except ExchangeError as error:
                if error.reason not in _OUT_OF_REACH or attempt == MOST_ATTEMPTS or question.method != "GET":
                    raise
                self._pace.wait(_BREAK * attempt)
                continue
            if answer.status not in _BUSY:
                return answer
            seconds = _asked_to_wait(answer)
            if seconds is None or seconds > LONGEST_WAIT or attempt == MOST_ATTEMPTS:
                raise SiteBusyError(seconds)
            self._pace.wait(seconds)
        raise AssertionError("unreachable")

    def _renew(self) -> None:
        """A new token in place of the present one.

        Raises:
            ExchangeError: ACCESS_ENDED when there is nothing to renew it with, or the site does not.
        """
        refresh = self.access.refresh_token
        if refresh is None:
            raise ExchangeError(Reason.ACCESS_ENDED, "no refresh token")
        form, headers = self._as_client({"grant_type": "refresh_token", "refresh_token": refresh})
        try:
            new = request_access(
                self._client, self.site.refresh_url, form, self._clock.now(), headers=headers
            )
        except ExchangeError as error:
            if error.reason in _REFUSED:
                raise ExchangeError(Reason.ACCESS_ENDED, "not renewed") from error
            raise
        # RFC 6749, section 6: a server that issues no new refresh token leaves the present one in force
        self.access = _usable(replace(new, refresh_token=new.refresh_token or refresh))

    def _as_client(self, form: Mapping[str, str]) -> tuple[Mapping[str, str], Mapping[str, str]]:
        """A form and its headers, with what this program is known by in one of them."""
        if self.known_as.secret is not None:
            return form, self.known_as.secret.headers
        return {**form, "client_id": self.known_as.id}, {}


def _usable(access: Access) -> Access:
    if not _VISIBLE.fullmatch(access.token):
        raise ExchangeError(Reason.SITE_ANSWER_INVALID, "access_token")
    return access


def _is_about_scope(answer: Answer) -> bool:
    """Whether a 401 is one of Badge Connect's that mean 403.

    Source: Open Badges 2.1, "401 Response" (PERMISSION_DENIED).
    """
    return b"PERMISSION_DENIED" in answer.body or error_code(answer) == "insufficient_scope"


def _asked_to_wait(answer: Answer) -> int | None:
    """The seconds in Retry-After; None where there are none, or a date, whose clock is not ours."""
    said = answer.headers.get("retry-after", "")
    return int(said) if _SECONDS.fullmatch(said) else None
