"""Signatures for what the learner wrote over the real use cases (`sign_ports`)."""

from collections.abc import Sequence
from pathlib import Path

from wallet.app import sign_letter, sign_requests
from wallet.app.container import Services
from wallet.app.unlock import Vault
from wallet.ui.languages import spoken
from wallet.ui.sign_ports import AskDraft, MadeAsk, SigningFacts


class VaultSigning:
    """`AsksToSign` over one vault; every call on the thread that opened it."""

    _vault: Vault
    _services: Services

    def make_ask(self, record_id: str, draft: AskDraft) -> MadeAsk:
        """Makes a request."""
        name = next((one.name for one in self._vault.profiles.list() if one.is_in_use), "")
        letter = sign_letter.SignLetter(
            draft.to,
            draft.words,
            name if draft.with_name else "",
            with_story=draft.with_story,
            language=spoken(),
        )
        made = sign_letter.make_letter(self._vault, record_id, letter, self._services)
        return MadeAsk(made.text, made.file, made)

    def write_ask(self, made: MadeAsk, out: Path) -> None:
        """Writes it, and remembers it."""
        sign_letter.write_letter(self._vault, _made(made), out, self._services)

    def note_ask(self, made: MadeAsk) -> None:
        """Remembers it."""
        letter = _made(made)
        sign_requests.note_asked(self._vault, letter.record_id, letter.to, self._services)

    def join_signed(self, record_id: str, signed_id: str) -> None:
        """Joins them."""
        sign_requests.join_signed(self._vault, record_id, signed_id)

    def part_signed(self, record_id: str, signed_id: str) -> None:
        """Takes that back."""
        sign_requests.part_signed(self._vault, record_id, signed_id)

    def _signing(self, record_id: str) -> SigningFacts:
        """What there is to say about one credential."""
        found = sign_requests.signing_of(self._vault, record_id)
        return SigningFacts(
            [(one.at, one.to) for one in found.asked],
            _named(found.signed),
            _named(found.offered),
            _named(found.written),
        )


def _named(found: Sequence[sign_requests.Joined]) -> Sequence[tuple[str, str]]:
    return [(one.record_id, one.name) for one in found]


def _made(made: MadeAsk) -> sign_letter.MadeLetter:
    if not isinstance(made.token, sign_letter.MadeLetter):
        raise TypeError("a request that this wallet did not make")
    return made.token
