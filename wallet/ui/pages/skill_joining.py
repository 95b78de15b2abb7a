"""Joining skills that are the same, taking them apart again, keeping look-alikes apart: each can be taken back.

Lives here: starting the use case, telling what came of it, noting how it is undone. Does not live here: the list
(`skills`), which skills look alike (`wallet.app.skills`).
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from wallet.app.skill_view import LookAlike, Skill
from wallet.ui import skill_jobs
from wallet.ui.ports import OpenWallet
from wallet.ui.skill_words import name_of
from wallet.ui.tasks import Callbacks, Job
from wallet.ui.tools import Tools
from wallet.ui.undo_desk import UndoDesk

_LETTERS = 40


class SkillJoining(QObject):
    """`changed` carries the key of the skill it was about: all skills are to be fetched again."""

    changed = Signal(str)

    def __init__(self, tools: Tools, wallet: OpenWallet, undo: UndoDesk, parent: QObject) -> None:
        super().__init__(parent)
        self._tools = tools
        self._wallet = wallet
        self._undo = undo

    def join(self, alike: LookAlike) -> None:
        """Makes them one skill."""
        skills = alike.skills
        keys = [key for skill in skills for key in skill.keys]
        before = [tuple(skill.keys) for skill in skills if skill.is_joined]
        label = self.tr("join {name}").format(name=_short(skills[0]))
        said = self.tr("Joined: {name}").format(name=name_of(skills[0]))
        again = partial(skill_jobs.joined, self._wallet, keys)
        back = partial(skill_jobs.joined_as_before, self._wallet, keys[0], before)
        self._do(again, back, keys[0], (label, said))

    def part(self, skill: Skill) -> None:
        """Takes apart what the learner joined."""
        keys = tuple(skill.keys)
        label = self.tr("take {name} apart").format(name=_short(skill))
        said = self.tr("No longer joined: {name}").format(name=name_of(skill))
        again = partial(skill_jobs.parted, self._wallet, skill.key)
        back = partial(skill_jobs.joined, self._wallet, keys)
        self._do(again, back, skill.key, (label, said))

    def keep_apart(self, alike: LookAlike) -> None:
        """They are not the same: the question is not asked again."""
        keys = [skill.key for skill in alike.skills]
        name = _short(alike.skills[0])
        label = self.tr("keep {name} apart").format(name=name)
        said = self.tr("They stay apart, and you are not asked again: {name}").format(name=name)
        again = partial(skill_jobs.kept_apart, self._wallet, keys, apart=True)
        back = partial(skill_jobs.kept_apart, self._wallet, keys, apart=False)
        self._do(again, back, keys[0], (label, said))

    def _do(
        self,
        again: Callable[[Job], None],
        back: Callable[[Job], None],
        key: str,
        words: tuple[str, str],
    ) -> None:
        """Does it, and says so with a way back."""
        self._run(
            again,
            key,
            partial(self._tell, partial(self._run, back, key), partial(self._run, again, key), words),
        )

    def _tell(
        self, back: Callable[[], object], again: Callable[[], object], words: tuple[str, str], _result: object
    ) -> None:
        label, said = words
        self._undo.note(label, back, again)
        self._tools.messages.offer(said, self.tr("Undo"), self._undo.undo)

    def _run(
        self, work: Callable[[Job], None], key: str, then: Callable[[object], object] | None = None
    ) -> None:
        done = partial(self._done, key, then)
        self._tools.tasks.run_on_vault(work, self, Callbacks(done=done))

    def _done(self, key: str, then: Callable[[object], object] | None, result: object) -> None:
        if then is not None:
            then(result)
        self.changed.emit(key)


def _short(skill: Skill) -> str:
    """One line of a menu."""
    name = name_of(skill)
    return name if len(name) <= _LETTERS else name[: _LETTERS - 1] + "…"
