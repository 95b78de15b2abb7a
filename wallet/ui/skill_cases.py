"""Skills, kinds and years over the real use cases (`skill_ports`). Imported late, as `use_cases` is."""

from collections.abc import Sequence

from wallet.app import list_filters
from wallet.app import overview as overview_
from wallet.app import skills as skills_
from wallet.app.container import Services
from wallet.app.filter_view import FilterChoices, ListFilters
from wallet.app.skill_view import Overview, Skills
from wallet.app.skills_apart import set_apart
from wallet.app.unlock import Vault


class SkillsShown:
    """The part of an open wallet about skills; every call on the thread that opened it."""

    def __init__(self, vault: Vault, services: Services) -> None:
        self._vault = vault
        self._services = services

    def skills(self) -> Skills:
        """The skills of all current credentials."""
        return skills_.skills(self._vault)

    def overview(self) -> Overview:
        """Kinds, years and skills."""
        return overview_.overview(self._vault)

    def filter_choices(self) -> FilterChoices:
        """What a list can be narrowed to."""
        return list_filters.choices(self._vault, self._owns)

    def narrowed(self, filters: ListFilters) -> frozenset[str] | None:
        """The record ids that fit."""
        return list_filters.matching(self._vault, filters, self._owns)

    def _owns(self, record_id: str) -> bool:
        """Whether the learner wrote it: never by this part alone, which does not know their keys."""
        del record_id
        return False

    def join_skills(self, keys: Sequence[str]) -> Skills:
        """Makes them one."""
        return skills_.join_skills(self._vault, keys, self._services)

    def part_skills(self, key: str) -> Skills:
        """Takes them apart."""
        return skills_.part_skill(self._vault, key)

    def keep_skills_apart(self, keys: Sequence[str], *, apart: bool) -> None:
        """Notes that they are not the same."""
        set_apart(self._vault, keys, apart=apart)
