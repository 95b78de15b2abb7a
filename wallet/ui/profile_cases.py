"""Profiles over the real use cases (`profile_ports`). Imported late, as `use_cases` is."""

from collections.abc import Sequence

from wallet.app import brought_keys, browse, profiles
from wallet.app.container import Services
from wallet.app.gather import Findings
from wallet.app.unlock import Vault
from wallet.ui.profile_ports import BroughtKeys, KeysKept, Me


class Owner:
    """The part of an open wallet about who its owner is; every call on the thread that opened it."""

    def __init__(self, vault: Vault, services: Services) -> None:
        self._vault = vault
        self._services = services

    def profiles(self) -> Sequence[Me]:
        """All of them."""
        return tuple(
            Me(one.name, tuple(one.identifiers), one.is_in_use) for one in profiles.profiles(self._vault)
        )

    def save_profile(self, before: str, name: str, identifiers: Sequence[str]) -> Sequence[str]:
        """Changes one, or makes one."""
        wanted = tuple(dict.fromkeys(one.strip() for one in identifiers if one.strip()))
        if not before:
            profiles.add_profile(self._vault, name, wanted, self._services)
            return browse.all_ids(self._vault) if wanted else ()
        known = next((one.identifiers for one in profiles.profiles(self._vault) if one.name == before), ())
        add = [one for one in wanted if one not in known]
        remove = [one for one in known if one not in wanted]
        new_name = name.strip() if name.strip() and name.strip() != before else None
        if add or remove or new_name:
            profiles.edit_profile(self._vault, before, new_name=new_name, add=add, remove=remove)
        return browse.all_ids(self._vault) if add or remove else ()

    def keep_keys(self, brought: BroughtKeys, *, delete: bool) -> KeysKept:
        """Makes a profile for each key."""
        if not isinstance(brought.keys, Findings):
            return KeysKept()
        kept = brought_keys.keep_keys(self._vault, brought.keys, self._services)
        is_deleted = delete and kept.all_kept and bool(brought.source)
        if is_deleted:
            brought_keys.delete_backup(brought.source)
        return KeysKept(tuple(name for name, _ in kept.profiles), kept.known, kept.unusable, is_deleted)

    def use_profile(self, name: str) -> None:
        """Chooses one."""
        profiles.use_profile(self._vault, name)
