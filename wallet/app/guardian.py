"""The step in which an adult agrees that a child's credentials are shared.

Lives here: the age band, when the step is needed, the adult's code word, and who agreed. The code word gates sharing;
it does not open the vault, and who has the vault's passphrase and another program is not stopped by it. Does not live
here: sharing (`share`), which refuses to record anything that lacks the step, so that nothing leaves without it; what
was agreed to, and taking it back (`consents`).
"""

import hmac
import json
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from wallet.app.container import Services
from wallet.app.school_policy import asks_for_guardian
from wallet.app.signed_form import SignedForm
from wallet.codecs import base64url, strict_json
from wallet.errors import AppError, CodecError, Reason, SharingError, VaultError
from wallet.vault.connection import Vault
from wallet.vault.key_derivation import ENTROPY_BYTES, LEAST_PROFILE, derive_key, new_salt

SETTING = "guardian"
"""The setting the rule is kept in."""
PASS_ON, RECEIVER_ONLY = "may-pass-on", "receiver-only"
"""Whether an adult agreed that the receiver passes a share on."""
FORM = "form:"
"""What the digest of a signed form stands behind."""
_THIRTEEN, _EIGHTEEN = 13, 18
_MAX_LETTERS = 200


class AgeBand(StrEnum):
    """How old the learner is, as far as it matters here."""

    UNDER_13 = "under-13"
    TEEN = "13-17"
    ADULT = "18+"


@dataclass(frozen=True, slots=True)
class GuardianRule:
    """What was set up.

    Attributes:
        band: on the day of asking; None when nobody said, and it is the school alone that asks.
        thirteen_on, eighteen_on: the birthdays on which the band changes; None when no birth date was given.
        has_code: whether an adult chose a code word, without which the rule cannot be changed.
        on_paper: whether the adult signs a form for each share instead; then whoever opens the file can change this.
        by_school: the school wants the step, whatever was said about the age, unless that was 18 or older.
    """

    band: AgeBand | None
    thirteen_on: date | None
    eighteen_on: date | None
    has_code: bool
    on_paper: bool = False
    by_school: bool = False

    @property
    def asks(self) -> bool:
        """Whether sharing needs the step."""
        return self.band is AgeBand.UNDER_13 or self.by_school


@dataclass(frozen=True, slots=True)
class Consent:
    """Who agreed; made by `agree` alone.

    Attributes:
        may_pass_on: whether they also agreed that the receiver passes it on to others; asked apart.
        form: what they signed on paper, None when they did not.
    """

    guardian: str
    relation: str
    may_pass_on: bool = False
    form: SignedForm | None = None

    @property
    def kept(self) -> tuple[str, ...]:
        """As the history of shares keeps it; of a form its digest."""
        said = (self.guardian, self.relation, PASS_ON if self.may_pass_on else RECEIVER_ONLY)
        return said if self.form is None else (*said, FORM + self.form.sha256)


def set_guardian(
    vault: Vault,
    code: bytearray | None,
    services: Services,
    *,
    band: AgeBand | None = None,
    born: date | None = None,
    present: bytearray | None = None,
    on_paper: bool = False,
) -> GuardianRule:
    """Sets up the rule; durable on return. The birth date itself is not kept, the two birthdays are.

    Args:
        code: the adult's code word, UTF-8; the caller's to wipe. Only under 13 it is needed, and not `on_paper`.
        band, born: at least one of the two; of both, the band holds until a birthday changes it.
        present: the code word of the rule there is, to put another in its place; the caller's to wipe.
        on_paper: the adult signs a form for each share instead of typing a code word.

    Raises:
        AppError: USAGE for a birth date of an adult or in the future, or neither of the two.
        SharingError: GUARDIAN_SET when there is a rule already that an adult chose a code word for, and `present` is
            not given; GUARDIAN_CODE_MISSING, GUARDIAN_CODE_WRONG.
    """
    now = services.clock.now()
    before = find_rule(vault, now)
    if before is not None and before.has_code:
        if present is None:
            raise SharingError(Reason.GUARDIAN_SET)
        require_code(vault, present)
    thirteen = eighteen = None
    if born is not None:
        thirteen, eighteen = _birthday(born, _THIRTEEN), _birthday(born, _EIGHTEEN)
        band = band or band_of(born, now.date())
    if band is None:
        raise AppError(Reason.USAGE, "say how old, with --band or --born")
    on_paper = on_paper and code is None and band is AgeBand.UNDER_13
    if code is None and (on_paper or band is not AgeBand.UNDER_13):
        salt = secret = None
    else:
        salt, secret = _new_secret(code or bytearray(), services)
    kept = {
        "band": str(band),
        "thirteen_on": None if thirteen is None else thirteen.isoformat(),
        "eighteen_on": None if eighteen is None else eighteen.isoformat(),
        "salt": salt,
        "code": secret,
        **({"on_paper": True} if on_paper else {}),
    }
    vault.settings.set(SETTING, json.dumps(kept))
    return GuardianRule(band, thirteen, eighteen, secret is not None, on_paper)


def band_of(born: date, today: date) -> AgeBand:
    """The band of somebody under 18.

    Raises:
        AppError: USAGE for a birth date of an adult or in the future.
    """
    if born > today or _birthday(born, _EIGHTEEN) <= today:
        raise AppError(Reason.USAGE, "this is not the birth date of somebody under 18")
    return AgeBand.UNDER_13 if today < _birthday(born, _THIRTEEN) else AgeBand.TEEN


def last_day_of(year: int) -> date:
    """The birth date that a birth year stands for: the latest one, so that no step ends too early."""
    return date(year, 12, 31)


def _new_secret(code: bytearray, services: Services) -> tuple[str, str]:
    """What is kept of a code word: a salt, and what the slow derivation makes of both."""
    if not bytes(code).strip():
        raise SharingError(Reason.GUARDIAN_CODE_MISSING)
    salt = new_salt(LEAST_PROFILE, services.random(ENTROPY_BYTES))
    return base64url.encode(salt), base64url.encode(bytes(derive_key(code, salt)))


def find_rule(vault: Vault, now: datetime) -> GuardianRule | None:
    """The rule that holds now; none from the 18th birthday on. A clock that is put forward for a while undoes nothing.

    Where the school asks (`school_policy`), there is one also when nobody said how old the learner is.

    Raises:
        VaultError: VAULT_DAMAGED when what was kept cannot be read.
    """
    rule = _rule(vault)
    today = now.date()
    if rule is None:
        return GuardianRule(None, None, None, False, True, True) if asks_for_guardian() else None
    if rule.eighteen_on is not None and today >= rule.eighteen_on:
        return None
    if rule.thirteen_on is not None and today >= rule.thirteen_on:
        rule = replace(rule, band=AgeBand.TEEN)
    if rule.band is AgeBand.TEEN and asks_for_guardian():
        return replace(rule, on_paper=not rule.has_code, by_school=True)
    return rule


def ended_on(vault: Vault, now: datetime) -> date | None:
    """The day on which the step ended by itself, None when it did not.

    Raises:
        VaultError: as `find_rule`.
    """
    rule = _rule(vault)
    return None if rule is None or find_rule(vault, now) is not None else rule.eighteen_on


def _rule(vault: Vault) -> GuardianRule | None:
    kept = _kept(vault)
    if kept is None:
        return None
    try:
        days = _day(kept["thirteen_on"]), _day(kept["eighteen_on"])
        on_paper = kept.get("on_paper") is True
        return GuardianRule(AgeBand(kept["band"]), *days, kept["code"] is not None, on_paper)
    except (KeyError, ValueError, TypeError) as error:
        raise VaultError(Reason.VAULT_DAMAGED, SETTING) from error


def remove_guardian(vault: Vault, code: bytearray | None, now: datetime) -> None:
    """Takes the rule away; where an adult chose a code word, only they can.

    Raises:
        SharingError: GUARDIAN_CODE_WRONG; GUARDIAN_NOT_SET.
    """
    rule = find_rule(vault, now)
    if rule is None or rule.band is None:
        raise SharingError(Reason.GUARDIAN_NOT_SET)
    if rule.has_code:
        require_code(vault, code or bytearray())
    vault.settings.remove(SETTING)


def is_on_paper(vault: Vault) -> bool:
    """Whether the adult signs a form for each share, and there is no code word to ask for.

    Raises:
        VaultError: as `find_rule`.
    """
    rule = _rule(vault)
    if rule is not None and (rule.has_code or rule.on_paper):
        return not rule.has_code
    return asks_for_guardian()


def agree(
    vault: Vault,
    code: bytearray | None,
    *,
    guardian: str,
    relation: str,
    may_pass_on: bool = False,
    form: SignedForm | None = None,
) -> Consent:
    """The adult's agreement to one share.

    Args:
        code: the code word; the caller's to wipe. None where the adult signs on paper.
        guardian, relation: who agrees, in their words.
        may_pass_on: they agree, apart from the share, that its receiver passes it on to others.
        form: what they signed; needed where they sign on paper, and kept wherever it is given.

    Raises:
        SharingError: GUARDIAN_CODE_WRONG, GUARDIAN_NOT_SET, GUARDIAN_NEEDED when the adult does not say who they are,
            GUARDIAN_FORM_NEEDED.
    """
    name, what = (text.strip()[:_MAX_LETTERS] for text in (guardian, relation))
    if not (name and what):
        raise SharingError(Reason.GUARDIAN_NEEDED)
    if not is_on_paper(vault):
        require_code(vault, code or bytearray())
    elif form is None:
        raise SharingError(Reason.GUARDIAN_FORM_NEEDED)
    return Consent(name, what, may_pass_on, form)


def require_consent(vault: Vault, consent: Consent | None, now: datetime) -> None:
    """Refuses a share that lacks the step.

    Raises:
        SharingError: GUARDIAN_NEEDED.
    """
    rule = find_rule(vault, now)
    if rule is not None and rule.asks and consent is None:
        raise SharingError(Reason.GUARDIAN_NEEDED)


def require_code(vault: Vault, code: bytearray) -> None:
    """Refuses who does not know the adult's code word.

    Args:
        code: the caller's to wipe.

    Raises:
        SharingError: GUARDIAN_NOT_SET when there is none, GUARDIAN_CODE_MISSING, GUARDIAN_CODE_WRONG.
    """
    kept = _kept(vault)
    if kept is None or kept.get("code") is None:
        raise SharingError(Reason.GUARDIAN_NOT_SET)
    if not code:
        raise SharingError(Reason.GUARDIAN_CODE_MISSING)
    try:
        salt, right = (base64url.decode_strict(str(kept[name])) for name in ("salt", "code"))
    except (KeyError, CodecError) as error:
        raise VaultError(Reason.VAULT_DAMAGED, SETTING) from error
    if not hmac.compare_digest(bytes(derive_key(code, salt)), right):
        raise SharingError(Reason.GUARDIAN_CODE_WRONG)


def _kept(vault: Vault) -> dict[str, Any] | None:
    text = vault.settings.get(SETTING)
    if text is None:
        return None
    try:
        kept = strict_json.loads(text)
    except CodecError as error:
        raise VaultError(Reason.VAULT_DAMAGED, SETTING) from error
    if not isinstance(kept, dict):
        raise VaultError(Reason.VAULT_DAMAGED, SETTING)
    return kept


def _day(text: Any) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _birthday(born: date, years: int) -> date:
    try:
        return born.replace(year=born.year + years)
    except ValueError:  # 29 February
        return date(born.year + years, 3, 1)
