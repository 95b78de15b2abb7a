"""The learner's own words over the real use cases (`own_ports`). Imported late, as `use_cases` is."""

from collections.abc import Sequence
from pathlib import Path

from wallet.app import browse, own_files, own_work
from wallet.app.container import Services
from wallet.app.unlock import Vault
from wallet.credentials.model import Credential
from wallet.ui.languages import translate
from wallet.ui.own_ports import Written


class OwnWords:
    """The part of an open wallet about what the learner writes; every call on the thread that opened it."""

    def __init__(self, vault: Vault, services: Services) -> None:
        self._vault = vault
        self._services = services
        self._known_own: dict[str, bool] = {}

    def write_own(self, written: Written, proofs: Sequence[Path], record_id: str = "") -> str:
        """Keeps it and the files."""
        name = next((one.name for one in self._vault.profiles.list() if one.is_in_use), "")
        label = translate("OwnWords", "{name} (written by the learner, no issuer)").format(name=name)
        work = own_work.OwnWork(written.title, written.day, written.story, written.witness, written.kind)
        kept = own_work.write_own_work(
            self._vault, work, self._services, signed_as=label.strip(), record_id=record_id
        )
        for path in proofs:
            own_files.add_file(self._vault, kept, path, self._services)
        return kept

    def written(self, record_id: str) -> Written:
        """What was written."""
        found = own_work.own_work(self._vault, record_id)
        return Written(found.title, found.day, found.story, found.witness, found.kind)

    def _owns(self, record_id: str) -> bool:
        """Whether the learner wrote a kept credential. Somebody else may have issued one to themselves, too."""
        if record_id not in self._known_own:
            details = browse.details(self._vault, record_id)
            self._known_own[record_id] = self._is_own(details.credential)
        return self._known_own[record_id]

    def _is_own(self, credential: Credential) -> bool:
        return own_work.is_own_work(self._vault, credential)
