"""The step in which an adult agrees that a child's credentials are shared.

Lives here: when it is needed, the adult's code word, and who agreed. The code word gates sharing; it does not open the
vault, and who has the vault's passphrase and another program is not stopped by it. Does not live here: sharing
(`share`), which refuses to record anything that lacks the step, so that nothing leaves without it.
"""

import hmac
import json
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from wallet.app.container import Services
from wallet.codecs import base64url, strict_json
from wallet.errors import AppError, CodecError, Reason, SharingError, VaultError
from wallet.lazy_dataclasses import dataclass
from wallet.vault.connection import Vault
from wallet.vault.key_derivation import ENTROPY_BYTES, LEAST_PROFILE, derive_key, new_salt

SETTING = "guardian"
"""The setting the rule is kept in."""
_THIRTEEN, _EIGHTEEN = 13, 18
_MAX_LETTERS = 200


class AgeBand(StrEnum):
    """How old the learner is, as far as it matters here."""

    UNDER_13 = "under-13"
    TEEN = "13-17"


@dataclass(frozen=True, slots=True)
class GuardianRule:
    """What was set up.

    Attributes:
        band: on the day of asking.
        thirteen_on, eighteen_on: the birthdays on which the band changes; None when no birth date was given.
    """

    band: AgeBand
    thirteen_on: date | None
    eighteen_on: date | None

    @property
    def asks(self) -> bool:
        """Whether sharing needs the step."""
        return self.band is AgeBand.UNDER_13


@dataclass(frozen=True, slots=True)
class Consent:
    """Who agreed; made by `agree` alone."""

    guardian: str
    relation: str


def set_guardian(
    vault: Vault,
    code: bytearray,
    services: Services,
    *,
    band: AgeBand | None = None,
    born: date | None = None,
) -> GuardianRule:
    """Sets up the rule; durable on return. The birth date itself is not kept, the two birthdays are.

    Args:
        code: the adult's code word, UTF-8; the caller's to wipe.
        band, born: one of the two.

    Raises:
        AppError: USAGE for a birth date of an adult or in the future, or neither of the two.
        SharingError: GUARDIAN_SET when there is a rule already, GUARDIAN_CODE_MISSING.
    """
    now = services.clock.now()
    if find_rule(vault, now) is not None:
        raise SharingError(Reason.GUARDIAN_SET)
    if not bytes(code).strip():
        raise SharingError(Reason.GUARDIAN_CODE_MISSING)
    thirteen = eighteen = None
    if born is not None:
        thirteen, eighteen = _birthday(born, _THIRTEEN), _birthday(born, _EIGHTEEN)
        if born > now.date() or eighteen <= now.date():
            raise AppError(Reason.USAGE, "this is not the birth date of somebody under 18")
        band = AgeBand.UNDER_13 if now.date() < thirteen else AgeBand.TEEN
    if band is None:
        raise AppError(Reason.USAGE, "say how old, with --band or --born")
    salt = new_salt(LEAST_PROFILE, services.random(ENTROPY_BYTES))
    kept = {
        "band": str(band),
        "thirteen_on": None if thirteen is None else thirteen.isoformat(),
        "eighteen_on": None if eighteen is None else eighteen.isoformat(),
        "salt": base64url.encode(salt),
        "code": base64url.encode(bytes(derive_key(code, salt))),
    }
    vault.settings.set(SETTING, json.dumps(kept))
    return GuardianRule(band, thirteen, eighteen)


def find_rule(vault: Vault, now: datetime) -> GuardianRule | None:
    """The rule that holds now; none from the 18th birthday on. A clock that is put forward for a while undoes nothing.

    Raises:
        VaultError: VAULT_DAMAGED when what was kept cannot be read.
    """
    rule = _rule(vault)
    today = now.date()
    if rule is None or (rule.eighteen_on is not None and today >= rule.eighteen_on):
        return None
    if rule.thirteen_on is not None and today >= rule.thirteen_on:
        return GuardianRule(AgeBand.TEEN, rule.thirteen_on, rule.eighteen_on)
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
        return GuardianRule(AgeBand(kept["band"]), _day(kept["thirteen_on"]), _day(kept["eighteen_on"]))
    except (KeyError, ValueError, TypeError) as error:
        raise VaultError(Reason.VAULT_DAMAGED, SETTING) from error


def remove_guardian(vault: Vault, code: bytearray, now: datetime) -> None:
    """Takes the rule away; only the adult can.

    Raises:
        SharingError: GUARDIAN_CODE_WRONG; GUARDIAN_NOT_SET.
    """
    if find_rule(vault, now) is None:
        raise SharingError(Reason.GUARDIAN_NOT_SET)
    _require_code(vault, code)
    vault.settings.remove(SETTING)


def agree(vault: Vault, code: bytearray, *, guardian: str, relation: str) -> Consent:
    """The adult's agreement to one share.

    Args:
        code: the code word; the caller's to wipe.
        guardian, relation: who agrees, in their words.

    Raises:
        SharingError: GUARDIAN_CODE_WRONG, GUARDIAN_NOT_SET, GUARDIAN_NEEDED when the adult does not say who they are.
    """
    names = [text.strip()[:_MAX_LETTERS] for text in (guardian, relation)]
    if not all(names):
        raise SharingError(Reason.GUARDIAN_NEEDED)
    _require_code(vault, code)
    return Consent(*names)


def require_consent(vault: Vault, consent: Consent | None, now: datetime) -> None:
    """Refuses a share that lacks the step.

    Raises:
        SharingError: GUARDIAN_NEEDED.
    """
    rule = find_rule(vault, now)
    if rule is not None and rule.asks and consent is None:
        raise SharingError(Reason.GUARDIAN_NEEDED)


def _require_code(vault: Vault, code: bytearray) -> None:
    kept = _kept(vault)
    if kept is None:
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
